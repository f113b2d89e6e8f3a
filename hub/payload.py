"""Reads one private payload from outside: size, canonical text, its salt. Never looks at the rest."""

from hub import canonical, proof
from hub.limits import PAYLOAD_BYTES_MAX
from hub.refusal import Refused


def read(text):
    """The commitment of a payload's bytes; raises Refused `too_large`, `malformed`, `not_canonical`."""
    if len(text) > PAYLOAD_BYTES_MAX:
        raise Refused("too_large")
    value = canonical.read(text)
    if type(value) is not dict or type(value.get("salt")) is not str:
        raise Refused("malformed")
    if not proof.SALT.fullmatch(value["salt"]):
        raise Refused("malformed")
    return proof.commitment(text)
