"""The store in one SQLite file: WAL, synchronous FULL, one writer at a time, commits shared.

Writers that wait for each other share one commit, because the wait for the disk is the longest part.
"""

import queue
import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path

from hub import proof
from hub.store import Invite, Receipt, Replica, Space, Store, Writing

SCHEMA = Path(__file__).parent / "schema.sql"
WRITERS_PER_COMMIT_MAX = 64
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


class Commit:
    """One transaction shared by writers that came at the same time; each waits until it is on disk."""

    def __init__(self):
        self.writers = 0
        self.done = threading.Event()
        self.error = None

    def wait(self):
        self.done.wait()
        if self.error is not None:
            raise self.error


class SqliteStore(Store):
    def __init__(self, path):
        self.path = path
        self.readers = queue.SimpleQueue()
        self.write_lock = threading.Lock()
        self.count_lock = threading.Lock()
        self.waiting = 0  # writers that stand before write_lock
        self.commit = None  # the open transaction that waits for its next writer
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
        with self.count_lock:
            self.waiting += 1
        with self.write_lock:
            with self.count_lock:
                self.waiting -= 1
            if self.commit is None:
                self.writer.execute("BEGIN IMMEDIATE")
                self.commit = Commit()
            commit = self.commit
            self.writer.execute("SAVEPOINT one")
            try:
                yield SqliteWriting(self.writer, space)
            except BaseException:
                self.undo_one()
                raise
            finally:
                self.writer_is_done(commit)
        commit.wait()

    def undo_one(self):
        """SQLite may have rolled the whole transaction back by itself, as it does on a full disk."""
        if self.writer.in_transaction:
            self.writer.execute("ROLLBACK TO one")

    def writer_is_done(self, commit):
        """Leaves the commit, and with it the wait for the disk, to the next writer if there is one."""
        commit.writers += 1
        try:
            self.writer.execute("RELEASE one")
        except sqlite3.Error as error:
            commit.error = error
        if commit.error or not self.waiting or commit.writers >= WRITERS_PER_COMMIT_MAX:
            self.end_commit()

    def end_commit(self):
        commit, self.commit = self.commit, None
        try:
            self.writer.execute("ROLLBACK" if commit.error else "COMMIT")
        except sqlite3.Error as error:
            commit.error = commit.error or error
            if self.writer.in_transaction:
                self.writer.execute("ROLLBACK")
        commit.done.set()

    @contextmanager
    def alone(self):
        """The writing connection outside any transaction."""
        with self.write_lock:
            if self.commit is not None:
                self.end_commit()
            yield self.writer

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
        with self.alone() as writer:
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def begin_epoch(self, epoch):
        with self.alone() as writer:
            writer.execute("UPDATE space SET epoch = ? WHERE epoch < ?", (epoch, epoch))

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
        with self.alone() as writer:
            writer.close()
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
