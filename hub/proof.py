"""Hashes, signatures and identities of docs/formats/bundle.md. Pure functions; no clock, no store."""

import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from hub import canonical

ZERO_HASH = "0" * 64
ULID = r"[0-7][0-9A-HJKMNP-TV-Z]{25}"
SPACE_ID = re.compile(rf"s_{ULID}")
REPLICA_ID = re.compile(r"r_[0-9a-f]{32}")
HASH = re.compile(r"[0-9a-f]{64}")
SIGNATURE = re.compile(r"[0-9a-f]{128}")
SALT = re.compile(r"[0-9a-f]{32}")

# OpenSSL accepts what libsodium refuses: points of small order and coordinates written with an
# excess of the field's prime. A log entry that only some receivers accept would stop the others,
# so the hub refuses them as well.
PRIME = 2**255 - 19
COORDINATE_MASK = 2**255 - 1
ORDER_8 = int.from_bytes(
    bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"
)
SMALL_ORDER = {0, 1, PRIME - 1, PRIME, PRIME + 1, ORDER_8, PRIME - ORDER_8}


def sha256(prefix, text):
    return hashlib.sha256(prefix + text).hexdigest()


def replica_id(public_key):
    """A replica's name follows from its key, so nobody can claim another's."""
    return "r_" + sha256(b"linli.replica/1\n", public_key.encode())[:32]


def invite_hash(secret):
    return sha256(b"linli.invite/1\n", secret.encode())


def commitment(payload_text):
    return sha256(b"linli.payload/1\n", payload_text)


def first_head(space):
    return sha256(b"linli.head/1\n", space.encode())


def next_head(head, bundle_hash):
    return sha256(b"linli.head/1\n", (head + bundle_hash).encode())


def signed_text(value):
    """What is signed: the format's name, a line end, and the canonical text without `signature`."""
    unsigned = {key: member for key, member in value.items() if key != "signature"}
    return value["format"].encode() + b"\n" + canonical.write(unsigned)


def request_text(method, target, at, nonce, body):
    """What a request's signature covers. `target` is the path with its query as sent."""
    lines = ["linli.request/1", method, target, at, nonce, hashlib.sha256(body).hexdigest()]
    return "\n".join(lines).encode()


def is_sound_key(public_key):
    """True for a public key that every implementation accepts."""
    if type(public_key) is not str or not HASH.fullmatch(public_key):
        return False
    coordinate = int.from_bytes(bytes.fromhex(public_key), "little") & COORDINATE_MASK
    return coordinate < PRIME and coordinate not in SMALL_ORDER


def verify(public_key, signature, text):
    """True if `signature` (hex) over `text` is by `public_key` (hex), judged as libsodium does."""
    if not is_sound_key(public_key) or not SIGNATURE.fullmatch(signature):
        return False
    raw = bytes.fromhex(signature)
    if int.from_bytes(raw[:32], "little") & COORDINATE_MASK in SMALL_ORDER:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key)).verify(raw, text)
    except (InvalidSignature, ValueError):
        return False
    return True
