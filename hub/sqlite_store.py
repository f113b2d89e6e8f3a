"""The store in one SQLite file: WAL, synchronous FULL, one writer at a time, commits shared.

Writers that wait for each other share one commit, because the wait for the disk is the longest part.
"""

import queue
import sqlite3
import threading
from contextlib import contextmanager

from hub import sql
from hub.store import Store

WRITERS_PER_COMMIT_MAX = 64


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
        self.writer.executescript(sql.SCHEMA.read_text(encoding="utf-8"))

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
                yield sql.SqlWriting(self.writer, space)
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
    def snapshot(self):
        """Runs queries that all see one moment, whatever is written meanwhile."""
        with self.reading() as connection:
            connection.execute("BEGIN")
            try:
                yield connection.execute
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def filling(self):
        """The connection of one transaction that fills an empty store."""
        with self.alone() as writer:
            writer.execute("BEGIN IMMEDIATE")
            try:
                yield writer
            except BaseException:
                writer.execute("ROLLBACK")
                raise
            writer.execute("COMMIT")

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
            return sql.select_spaces(connection)

    def space(self, space):
        with self.reading() as connection:
            return sql.select_space(connection, space)

    def space_of_invite(self, invite):
        with self.reading() as connection:
            return sql.select_space_of_invite(connection, invite)

    def replicas(self, space):
        with self.reading() as connection:
            return sql.select_replicas(connection, space)

    def replica(self, space, replica):
        with self.reading() as connection:
            return sql.select_replica(connection, space, replica)

    def bundles(self, space, after, items_max, bytes_max):
        with self.reading() as connection:
            return sql.select_bundles(connection.execute, space, after, items_max, bytes_max)

    def payloads(self, space, after, items_max, bytes_max):
        with self.reading() as connection:
            return sql.select_payloads(connection.execute, space, after, items_max, bytes_max)

    def seqs(self, spaces):
        with self.reading() as connection:
            return sql.select_seqs(connection, spaces)

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
