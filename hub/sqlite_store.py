"""The store in one SQLite file: WAL, synchronous FULL, one writer at a time."""

import queue
import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path

from hub import proof
from hub.store import Invite, Receipt, Replica, Space, Store, Writing

SCHEMA = Path(__file__).parent / "schema.sql"
SPACE_COLUMNS = "space, seq, head, epoch, bytes"
REPLICA_COLUMNS = "replica, public_key, role, number, hash, revoked_seq, bundles_after_revocation"
RECEIPT_COLUMNS = "seq, replica, number, hash, head"


def select_space(connection, space):
    row = connection.execute(
        f"SELECT {SPACE_COLUMNS} FROM space WHERE space = ?", (space,)).fetchone()
    return Space(*row) if row else None


def select_replica(connection, space, replica):
    row = connection.execute(
        f"SELECT {REPLICA_COLUMNS} FROM replica WHERE space = ? AND replica = ?",
        (space, replica)).fetchone()
    return Replica(*row) if row else None


class SqliteWriting(Writing):
    def __init__(self, connection, space):
        self.run = connection.execute
        self.run_many = connection.executemany
        self.connection = connection
        self.name = space

    def space(self):
        return select_space(self.connection, self.name)

    def found(self, head):
        self.run("INSERT INTO space (space, seq, head, epoch, cursor, bytes) VALUES (?, 0, ?, 1, 0, 0)",
                 (self.name, head))

    def replica(self, replica):
        return select_replica(self.connection, self.name, replica)

    def receipt(self, replica, number):
        row = self.run(
            f"SELECT {RECEIPT_COLUMNS} FROM bundle WHERE space = ? AND replica = ? AND number = ?",
            (self.name, replica, number)).fetchone()
        return Receipt(*row) if row else None

    def append(self, replica, number, hash, text):
        seq, before = self.run(
            "UPDATE space SET seq = seq + 1, bytes = bytes + ? WHERE space = ? RETURNING seq, head",
            (len(text), self.name)).fetchone()
        head = proof.next_head(before, hash)
        self.run("UPDATE space SET head = ? WHERE space = ?", (head, self.name))
        self.run("INSERT INTO bundle (space, seq, replica, number, hash, head, text)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?)",
                 (self.name, seq, replica, number, hash, head, text.decode()))
        self.run("UPDATE replica SET number = ?, hash = ? WHERE space = ? AND replica = ?",
                 (number, hash, self.name, replica))
        return Receipt(seq, replica, number, hash, head)

    def enrol(self, replica, public_key, role):
        self.run(f"INSERT INTO replica (space, {REPLICA_COLUMNS}) VALUES (?, ?, ?, ?, 0, ?, 0, 0)",
                 (self.name, replica, public_key, role, proof.ZERO_HASH))

    def revoke(self, replica, seq):
        self.run("UPDATE replica SET revoked_seq = ?"
                 " WHERE space = ? AND replica = ? AND revoked_seq = 0", (seq, self.name, replica))

    def count_after_revocation(self, replica):
        self.run("UPDATE replica SET bundles_after_revocation = bundles_after_revocation + 1"
                 " WHERE space = ? AND replica = ?", (self.name, replica))

    def invite(self, invite):
        row = self.run("SELECT secret_hash, role, expires_day, used_by FROM invite"
                       " WHERE space = ? AND invite = ?", (self.name, invite)).fetchone()
        return Invite(*row) if row else None

    def add_invite(self, invite, secret_hash, role, expires_day):
        self.run("INSERT INTO invite (space, invite, secret_hash, role, expires_day, used_by)"
                 " VALUES (?, ?, ?, ?, ?, '') ON CONFLICT DO NOTHING",
                 (self.name, invite, secret_hash, role, expires_day))

    def use_invite(self, invite, replica):
        self.run("UPDATE invite SET used_by = ? WHERE space = ? AND invite = ?",
                 (replica, self.name, invite))

    def add_fork(self, replica, number, hash, text, forks_max):
        (count,) = self.run("SELECT COUNT(*) FROM fork WHERE space = ? AND replica = ?",
                            (self.name, replica)).fetchone()
        if count < forks_max:
            self.run("INSERT INTO fork (space, replica, number, hash, text)"
                     " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                     (self.name, replica, number, hash, text.decode()))

    def add_commitments(self, commitments):
        self.run_many("INSERT INTO commitment (space, commitment, erased)"
                      " VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                      [(self.name, commitment) for commitment in commitments])

    def has_commitment(self, commitment):
        return self.run("SELECT 1 FROM commitment WHERE space = ? AND commitment = ?",
                        (self.name, commitment)).fetchone() is not None

    def payload_state(self, commitment):
        row = self.run("SELECT erased FROM commitment WHERE space = ? AND commitment = ?",
                       (self.name, commitment)).fetchone()
        if row and row[0]:
            return "erased"
        row = self.run("SELECT 1 FROM payload WHERE space = ? AND commitment = ?",
                       (self.name, commitment)).fetchone()
        return "kept" if row else "absent"

    def add_payload(self, commitment, text):
        (cursor,) = self.run(
            "UPDATE space SET cursor = cursor + 1, bytes = bytes + ? WHERE space = ? RETURNING cursor",
            (len(text), self.name)).fetchone()
        self.run("INSERT INTO payload (space, cursor, commitment, text) VALUES (?, ?, ?, ?)",
                 (self.name, cursor, commitment, text.decode()))

    def erase_payload(self, commitment):
        self.run("INSERT INTO commitment (space, commitment, erased) VALUES (?, ?, 1)"
                 " ON CONFLICT (space, commitment) DO UPDATE SET erased = 1", (self.name, commitment))
        self.run("DELETE FROM payload WHERE space = ? AND commitment = ?", (self.name, commitment))

    def add_bytes(self, count):
        self.run("UPDATE space SET bytes = bytes + ? WHERE space = ?", (count, self.name))


class SqliteStore(Store):
    def __init__(self, path):
        self.path = path
        self.readers = queue.SimpleQueue()
        self.write_lock = threading.Lock()
        self.writer = self.connect()
        self.writer.executescript(SCHEMA.read_text(encoding="utf-8"))

    def connect(self):
        connection = sqlite3.connect(
            self.path, timeout=30, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON",
                       "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    @contextmanager
    def writing(self, space):
        with self.write_lock:
            self.writer.execute("BEGIN IMMEDIATE")
            try:
                yield SqliteWriting(self.writer, space)
                self.writer.execute("COMMIT")
            except BaseException:
                if self.writer.in_transaction:
                    self.writer.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self):
        try:
            connection = self.readers.get_nowait()
        except queue.Empty:
            connection = self.connect()
        try:
            yield connection
        finally:
            self.readers.put(connection)

    def spaces(self):
        with self.reading() as connection:
            rows = connection.execute(f"SELECT {SPACE_COLUMNS} FROM space ORDER BY space").fetchall()
        return [Space(*row) for row in rows]

    def space(self, space):
        with self.reading() as connection:
            return select_space(connection, space)

    def space_of_invite(self, invite):
        with self.reading() as connection:
            return connection.execute("SELECT space, role FROM invite WHERE invite = ?"
                                      " ORDER BY space LIMIT 1", (invite,)).fetchone()

    def replicas(self, space):
        with self.reading() as connection:
            rows = connection.execute(
                f"SELECT {REPLICA_COLUMNS} FROM replica WHERE space = ? ORDER BY replica",
                (space,)).fetchall()
        return [Replica(*row) for row in rows]

    def replica(self, space, replica):
        with self.reading() as connection:
            return select_replica(connection, space, replica)

    def bundles(self, space, after, items_max, bytes_max):
        with self.reading() as connection:
            rows = connection.execute(
                f"SELECT {RECEIPT_COLUMNS}, text FROM bundle WHERE space = ? AND seq > ?"
                " ORDER BY seq LIMIT ?", (space, after, items_max + 1))
            page, more = take(rows, items_max, bytes_max)
        return [(Receipt(*row[:-1]), row[-1]) for row in page], more

    def payloads(self, space, after, items_max, bytes_max):
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT cursor, commitment, text FROM payload WHERE space = ? AND cursor > ?"
                " ORDER BY cursor LIMIT ?", (space, after, items_max + 1))
            return take(rows, items_max, bytes_max)

    def scrub(self):
        with self.write_lock:
            self.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def begin_epoch(self, epoch):
        with self.write_lock:
            self.writer.execute("UPDATE space SET epoch = ? WHERE epoch < ?", (epoch, epoch))

    def backup(self, path):
        target = sqlite3.connect(path)
        try:
            with self.reading() as connection:
                connection.backup(target)
        finally:
            target.close()

    def check(self):
        with self.reading() as connection:
            (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if answer != "ok":
            raise ValueError(answer)

    def close(self):
        with self.write_lock:
            self.writer.close()
        while not self.readers.empty():
            self.readers.get_nowait().close()


def take(rows, items_max, bytes_max):
    """Rows up to the limits, the last column being the text, and whether there are more."""
    page, size = [], 0
    for row in rows:
        if page and (len(page) == items_max or size + len(row[-1]) > bytes_max):
            rows.close()
            return page, True
        page.append(row)
        size += len(row[-1])
    return page, False
