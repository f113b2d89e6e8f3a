"""A small replica for tests: holds a key, seals bundles, signs requests. Opens no connection."""

import hashlib
import itertools

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hub import canonical, proof

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def ulid(*parts):
    """A ULID that follows from its parts, so that tests and vectors repeat."""
    number = int.from_bytes(hashlib.sha256(repr(parts).encode()).digest()[:16], "big")
    return "".join(CROCKFORD[number >> shift & 31] for shift in range(125, -5, -5))


class Key:
    """An Ed25519 key made from a 32-byte seed."""

    def __init__(self, seed):
        self.seed = seed
        self.private = Ed25519PrivateKey.from_private_bytes(seed)
        raw = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.public_key = raw.hex()
        self.replica = proof.replica_id(self.public_key)

    def sign(self, text):
        return self.private.sign(text).hex()


class Replica(Key):
    """A device in a space. `seal` numbers and chains its bundles; nothing is kept after sealing."""

    def __init__(self, name, space, role="desk"):
        super().__init__(hashlib.sha256(b"linli test key " + name.encode()).digest())
        self.name = name
        self.space = space
        self.role = role
        self.person = "p_" + ulid("person", name)
        self.number = 0
        self.previous = proof.ZERO_HASH
        self.counter = itertools.count(1)

    def operation(self, kind, data, private=None, **changes):
        value = {
            "actor": self.person,
            "at": "2026-11-22T08:01:02.003Z",
            "data": data,
            "day": "2026-11-22",
            "id": ulid("operation", self.name, self.space, next(self.counter)),
            "kind": kind,
        }
        if private is not None:
            value["private"] = private
        value.update(changes)
        return value

    def unsigned(self, operations):
        """What the next bundle would hold, without moving on."""
        return {
            "format": "linli.bundle/1",
            "number": self.number + 1,
            "operations": operations,
            "previous": self.previous,
            "replica": self.replica,
            "space": self.space,
        }

    def signed(self, value):
        """Any value with `format`, signed as it stands: for bundles that must be refused."""
        return canonical.write({**value, "signature": self.sign(proof.signed_text(value))})

    def seal(self, operations):
        """The next bundle's canonical text."""
        value = self.unsigned(operations)
        text = self.signed(value)
        self.number += 1
        self.previous = proof.sha256(b"", proof.signed_text(value))
        return text

    def founding(self, *more):
        data = {"public_key": self.public_key, "replica": self.replica, "role": self.role,
                "space": self.space}
        return self.seal([self.operation("space.founded@1", data), *more])

    def invite(self, name, secret, role="desk", expires_day="2999-12-31"):
        data = {"expires_day": expires_day, "invite": "iv_" + ulid("invite", name), "role": role,
                "secret_hash": proof.invite_hash(secret)}
        return self.operation("invite.created@1", data)

    def enrolment(self, name, secret, **changes):
        data = {"invite": "iv_" + ulid("invite", name), "invite_secret": secret,
                "public_key": self.public_key, "replica": self.replica, "role": self.role}
        return self.operation("replica.enrolled@1", {**data, **changes})

    def revocation(self, replica):
        return self.operation("replica.revoked@1", {"replica": replica})

    def authorization(self, method, target, at, nonce, body=b""):
        signature = self.sign(proof.request_text(method, target, at, nonce, body))
        return f"Linli replica={self.replica},at={at},nonce={nonce},signature={signature}"
