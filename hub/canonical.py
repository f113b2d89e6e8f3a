"""Canonical JSON: RFC 8785 over the strict subset of docs/formats/bundle.md.

A text is accepted only if writing what was read gives the same bytes, so duplicate keys, other key
orders, spaces, other escapes and other spellings of numbers need no checks of their own.
"""

import json
import re

from hub.limits import DEPTH_MAX, INTEGER_MAX
from hub.refusal import Refused

KEY = re.compile(r"[a-z0-9_@.]{1,64}")
known_keys = set()
KNOWN_KEYS_MAX = 4096


def refuse_number(_text):
    raise Refused("malformed")


def read_integer(text):
    if len(text) > 17:
        raise Refused("malformed")
    number = int(text)
    if not -INTEGER_MAX <= number <= INTEGER_MAX:
        raise Refused("malformed")
    return number


decoder = json.JSONDecoder(
    parse_float=refuse_number, parse_constant=refuse_number, parse_int=read_integer
)
encoder = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)


def write(value):
    """The canonical bytes of a value made of dict, list, str, int, bool and None."""
    return encoder.encode(value).encode("utf-8")


def read(text):
    """The value of canonical bytes; raises Refused `malformed` or `not_canonical`."""
    try:
        value = decoder.decode(text.decode("utf-8"))
        check_shape(value, 1)
        again = write(value)
    except (ValueError, RecursionError):
        # ValueError covers bad JSON, bad UTF-8 and lone surrogates (on the way back).
        raise Refused("malformed") from None
    if again != text:
        raise Refused("not_canonical")
    return value


def check_shape(value, depth):
    """Keys are plain identifiers and nothing nests deeper than DEPTH_MAX."""
    kind = type(value)
    if kind is dict:
        for key in value:
            if key not in known_keys:
                check_key(key)
        children = value.values()
    elif kind is list:
        children = value
    else:
        return
    if depth > DEPTH_MAX:
        raise Refused("malformed")
    for child in children:
        kind = type(child)
        if kind is dict or kind is list:
            check_shape(child, depth + 1)


def check_key(key):
    if not KEY.fullmatch(key):
        raise Refused("malformed")
    if len(known_keys) < KNOWN_KEYS_MAX:
        known_keys.add(key)
