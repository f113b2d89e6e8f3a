"""The hub's own folder: its key, its setup code, its store and its blobs. Secrets are 0600 files."""

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from hub import canonical, clock, proof
from hub.blobs import Blobs
from hub.sqlite_store import SqliteStore

POSTGRES = ("postgresql://", "postgres://")

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def secret_file(path, make):
    """The content of a secret file; made on first use, readable by its owner only."""
    try:
        return path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        pass
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(make() + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
    return path.read_text(encoding="ascii").strip()


def make_setup_code():
    letters = [secrets.choice(ALPHABET) for _ in range(16)]
    return "-".join("".join(letters[start:start + 4]) for start in range(0, 16, 4))


def plain(setup_code):
    return setup_code.replace("-", "").replace(" ", "").upper()


def open_store(folder, address):
    """The store at `address`, or the SQLite file of the folder when that is empty."""
    if not address:
        return SqliteStore(Path(folder) / "hub.db")
    if not address.startswith(POSTGRES):
        raise ValueError("--store takes an address like postgresql://user@host/database")
    try:
        from hub.postgres_store import PostgresStore
    except ImportError:
        raise ValueError("A hub over PostgreSQL needs one more package. As administrator: "
                         "apt-get install python3-psycopg") from None
    return PostgresStore(address)


class Keeper:
    """`address` is that of a PostgreSQL store; empty for the SQLite file in the folder."""

    def __init__(self, folder, address=""):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        seed = secret_file(self.folder / "hub_key", lambda: secrets.token_hex(32))
        self.private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
        self.hub_key = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
        self.setup_code = secret_file(self.folder / "setup_code", make_setup_code)
        self.store = open_store(self.folder, address)
        self.blobs = Blobs(self.folder / "blobs", self.store)

    def is_setup_code(self, text):
        return secrets.compare_digest(plain(text).encode(), plain(self.setup_code).encode())

    def head(self, space):
        """The signed head of a Space row."""
        value = {
            "at": clock.text(clock.now()),
            "epoch": space.epoch,
            "format": "linli.head/1",
            "head": space.head,
            "hub_key": self.hub_key,
            "seq": space.seq,
            "space": space.space,
        }
        value["signature"] = self.private.sign(proof.signed_text(value)).hex()
        return value

    def head_text(self, space):
        return canonical.write(self.head(space))

    def close(self):
        self.store.close()
