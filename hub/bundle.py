"""Reads one bundle from outside: size, canonical text, shape. Knows neither keys nor the store."""

import datetime
import re
from dataclasses import dataclass

from hub import canonical, proof
from hub.limits import BUNDLE_BYTES_MAX, BUNDLE_OPERATIONS_MAX
from hub.refusal import Refused

SPACE_MEMBER_BYTES = len(',"space":"s_"}') + 26
SIGNATURE_MEMBER_BYTES = len(',"signature":""') + 128
BUNDLE_KEYS = {"format", "number", "operations", "previous", "replica", "signature", "space"}
OPERATION_KEYS = {"actor", "at", "data", "day", "id", "kind"}
OPERATION_KEYS_ALL = OPERATION_KEYS | {"hub_at", "private"}
OPERATION_ID = re.compile(proof.ULID)
ACTOR = re.compile(rf"(p_{proof.ULID})?")
KIND = re.compile(r"(?=.{1,64}\Z)[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*@[1-9][0-9]{0,2}")
DAY = re.compile(r"(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}")
CLOCK = re.compile(r"T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")


@dataclass(frozen=True)
class Bundle:
    """A well-formed bundle. `text` is its canonical text, `signed` the bytes under the signature."""

    value: dict
    text: bytes
    signed: bytes
    hash: str

    @property
    def replica(self):
        return self.value["replica"]

    @property
    def number(self):
        return self.value["number"]

    @property
    def operations(self):
        return self.value["operations"]

    def opening(self, kind):
        """The data of the first operation if this is bundle 1 and opens with `kind`, else None."""
        first = self.operations[0]
        return first["data"] if self.number == 1 and first["kind"] == kind else None

    def is_signed_by(self, public_key):
        return proof.verify(public_key, self.value["signature"], self.signed)


def read(text):
    """A Bundle from bytes; raises Refused `too_large`, `malformed`, `not_canonical`, `update_needed`."""
    if len(text) > BUNDLE_BYTES_MAX:
        raise Refused("too_large")
    value = canonical.read(text)
    check_bundle(value)
    signed = without_signature(text)
    return Bundle(value, text, signed, proof.sha256(b"", signed))


def without_signature(text):
    """proof.signed_text of a checked bundle, cut from its text instead of written a third time.

    `space` is the last member and `signature` the one before, both of known length.
    """
    space = len(text) - SPACE_MEMBER_BYTES
    return b"linli.bundle/1\n" + text[:space - SIGNATURE_MEMBER_BYTES] + text[space:]


def check(condition):
    if not condition:
        raise Refused("malformed")


def matches(pattern, value):
    return type(value) is str and pattern.fullmatch(value) is not None


def check_bundle(value):
    check(type(value) is dict and type(value.get("format")) is str)
    if value["format"] != "linli.bundle/1":
        raise Refused("update_needed" if value["format"].startswith("linli.bundle/") else "malformed")
    check(value.keys() == BUNDLE_KEYS)
    check(type(value["number"]) is int and value["number"] >= 1)
    check(matches(proof.HASH, value["previous"]))
    check((value["number"] == 1) == (value["previous"] == proof.ZERO_HASH))
    check(matches(proof.REPLICA_ID, value["replica"]))
    check(matches(proof.SPACE_ID, value["space"]))
    check(matches(proof.SIGNATURE, value["signature"]))
    operations = value["operations"]
    check(type(operations) is list and 1 <= len(operations) <= BUNDLE_OPERATIONS_MAX)
    days = set()
    for operation in operations:
        check_operation(operation, days)


def check_operation(value, days):
    check(type(value) is dict)
    keys = value.keys()
    check(keys == OPERATION_KEYS or OPERATION_KEYS <= keys <= OPERATION_KEYS_ALL)
    check(matches(OPERATION_ID, value["id"]))
    check(matches(ACTOR, value["actor"]))
    check(matches(KIND, value["kind"]))
    check(type(value["data"]) is dict)
    check_day(value["day"], days)
    check_time(value["at"], days)
    if "hub_at" in value:
        check_time(value["hub_at"], days)
    if "private" in value:
        check(matches(proof.HASH, value["private"]))


def check_day(day, days):
    """A real calendar day from 1900 on; `days` remembers those already checked."""
    check(type(day) is str)
    if day in days:
        return
    check(DAY.fullmatch(day) is not None)
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        raise Refused("malformed") from None
    days.add(day)


def check_time(time, days):
    check(type(time) is str and CLOCK.fullmatch(time, 10) is not None)
    check_day(time[:10], days)
