"""Properties of canonical JSON, bundles and what the hub does with arbitrary bytes."""

import json

from hypothesis import given, settings, strategies as st

from client import Replica, ulid
from hub import bundle, canonical, proof
from hub.limits import INTEGER_MAX
from hub.refusal import Refused

KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_@.", min_size=1, max_size=64)
TEXTS = st.text(st.characters(blacklist_categories=["Cs"]))
LEAVES = st.none() | st.booleans() | st.integers(-INTEGER_MAX, INTEGER_MAX) | TEXTS
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=5)
                      | st.dictionaries(KEYS, inner, max_size=5), max_leaves=30)


def depth(value):
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def refuses(text):
    try:
        canonical.read(text)
    except Refused as refused:
        return refused.code in ("malformed", "not_canonical")
    return False


@given(VALUES.filter(lambda value: depth(value) <= 16))
def test_what_is_written_is_read_back_and_written_alike(value):
    text = canonical.write(value)
    assert canonical.read(text) == value
    assert canonical.write(canonical.read(text)) == text
    assert b"\n" not in text


@given(VALUES.filter(lambda value: 0 < depth(value) <= 16), st.integers(1, 4), st.booleans())
def test_other_spellings_of_the_same_value_are_refused(value, indent, ascii_only):
    assert refuses(json.dumps(value, indent=indent, ensure_ascii=ascii_only).encode("utf-8")) \
        or json.dumps(value).encode() in (b"[]", b"{}")


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_canonical_or_refused(data):
    try:
        assert canonical.write(canonical.read(data)) == data
    except Refused as refused:
        assert refused.code in ("malformed", "not_canonical")


@given(VALUES.filter(lambda value: depth(value) <= 16), st.data())
def test_a_changed_byte_never_reads_as_the_same_value(value, data):
    text = canonical.write(value)
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + bytes([text[place] ^ data.draw(st.integers(1, 255))]) + text[place + 1:]
    if not refuses(changed):
        assert json.dumps(canonical.read(changed)) != json.dumps(value)


@given(st.integers(min_value=INTEGER_MAX + 1))
def test_integers_beyond_the_limit_are_refused(number):
    assert refuses(str(number).encode()) and refuses(str(-number).encode())


@given(st.floats())
def test_floats_are_refused(number):
    assert refuses(json.dumps([number]).encode())


SPACE = "s_" + ulid("space", "property")


@settings(max_examples=50)
@given(st.dictionaries(KEYS, VALUES.filter(lambda value: depth(value) <= 11), max_size=4), st.data())
def test_a_sealed_bundle_verifies_and_a_changed_one_does_not(value, data):
    replica = Replica("property", SPACE)
    text = replica.seal([replica.operation("need.published@1", value)])
    read = bundle.read(text)
    assert read.is_signed_by(replica.public_key) and read.hash == replica.previous
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + bytes([text[place] ^ data.draw(st.integers(1, 255))]) + text[place + 1:]
    try:
        assert not bundle.read(changed).is_signed_by(replica.public_key)
    except Refused as refused:
        assert refused.code in ("malformed", "not_canonical", "update_needed")


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=64, max_size=64), st.binary(max_size=50))
def test_arbitrary_keys_and_signatures_never_verify(key, signature, text):
    assert not proof.verify(key.hex(), signature.hex(), text)


@given(VALUES, VALUES)
def test_arbitrary_values_are_not_bundles(first, second):
    for value in (first, [first, second], {"format": "linli.bundle/1", "number": first}):
        try:
            bundle.read(canonical.write(value))
            raise AssertionError("accepted")
        except Refused as refused:
            assert refused.code in ("malformed", "not_canonical", "update_needed")
