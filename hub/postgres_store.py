"""The store in PostgreSQL, or what speaks its language: one row lock per space, any number of processes.

Whoever writes to a space first locks its row in space_lock, so bundles get one order; spaces do not
wait for each other. Nothing is acknowledged before PostgreSQL has it on disk.
"""

import errno
import queue
import threading
from contextlib import contextmanager

import psycopg

from hub import copying, sql
from hub.sqlite_store import SqliteStore
from hub.store import Store, StoreError

CONNECTIONS_MAX = 16
ROWS_PER_FETCH = 16
LOCKS = "CREATE TABLE IF NOT EXISTS space_lock (space TEXT NOT NULL PRIMARY KEY)"


class Connection:
    """A psycopg connection that takes `?` marks, as sql.SqlWriting writes them."""

    def __init__(self, inner):
        self.inner = inner

    def execute(self, text, values=()):
        return self.inner.execute(text.replace("?", "%s"), values)

    def executemany(self, text, rows):
        if rows:
            with self.inner.cursor() as cursor:
                cursor.executemany(text.replace("?", "%s"), rows)

    def stream(self, text, values=()):
        """Rows that are fetched as they are read, so that a long page never fills the memory."""
        cursor = self.inner.cursor(name="page")
        cursor.itersize = ROWS_PER_FETCH
        return cursor.execute(text.replace("?", "%s"), values)


@contextmanager
def store_errors():
    try:
        yield
    except psycopg.errors.DiskFull as error:
        raise StoreError(errno.ENOSPC, str(error)) from error
    except psycopg.Error as error:
        raise StoreError(errno.EIO, f"PostgreSQL: {str(error).strip()}") from error


class PostgresStore(Store):
    shared = True

    def __init__(self, address):
        self.address = address
        self.idle = queue.SimpleQueue()
        self.room = threading.BoundedSemaphore(CONNECTIONS_MAX)
        self.turns = {}  # space -> lock: writers of one space wait here, not on a connection
        self.turns_lock = threading.Lock()
        with self.transaction() as connection:
            (commit,) = connection.execute("SHOW synchronous_commit").fetchone()
            if commit == "off":
                raise ValueError("This PostgreSQL answers before it has written (synchronous_commit"
                                 " is off). A hub needs it on: nothing acknowledged may be lost.")
        self.make_tables()

    def make_tables(self):
        """Processes that start together may make the same table; the second finds it there."""
        statements = [part for part in sql.SCHEMA.read_text(encoding="utf-8").split(";")
                      if part.strip()]
        for statement in [LOCKS, *statements]:
            try:
                with self.transaction() as connection:
                    connection.execute(statement)
            except StoreError as error:
                if not isinstance(error.__cause__, (psycopg.errors.UniqueViolation,
                                                    psycopg.errors.DuplicateTable)):
                    raise

    @contextmanager
    def connection(self):
        """A connection of its own. One that broke is closed, and the idle ones with it."""
        with self.room, store_errors():
            try:
                inner = self.idle.get_nowait()
            except queue.Empty:
                inner = psycopg.connect(self.address, connect_timeout=10)
            try:
                yield inner
            except psycopg.OperationalError:
                inner.close()
                self.close_idle()
                raise
            finally:
                if not inner.closed:
                    if inner.info.transaction_status != psycopg.pq.TransactionStatus.IDLE:
                        inner.rollback()
                    self.idle.put(inner)

    @contextmanager
    def transaction(self):
        with self.connection() as inner, inner.transaction():
            yield Connection(inner)

    @contextmanager
    def writing(self, space):
        with self.turns_lock:
            turn = self.turns.setdefault(space, threading.Lock())
        with turn, self.transaction() as connection:
            lock = ("SELECT space FROM space_lock WHERE space = ? FOR UPDATE", (space,))
            if connection.execute(*lock).fetchone() is None:
                connection.execute(
                    "INSERT INTO space_lock (space) VALUES (?) ON CONFLICT DO NOTHING", (space,))
                connection.execute(*lock)
            yield sql.SqlWriting(connection, space)

    def spaces(self):
        with self.transaction() as connection:
            return sql.select_spaces(connection)

    def space(self, space):
        with self.transaction() as connection:
            return sql.select_space(connection, space)

    def space_of_invite(self, invite):
        with self.transaction() as connection:
            return sql.select_space_of_invite(connection, invite)

    def replicas(self, space):
        with self.transaction() as connection:
            return sql.select_replicas(connection, space)

    def replica(self, space, replica):
        with self.transaction() as connection:
            return sql.select_replica(connection, space, replica)

    def bundles(self, space, after, items_max, bytes_max):
        with self.transaction() as connection:
            return sql.select_bundles(connection.stream, space, after, items_max, bytes_max)

    def payloads(self, space, after, items_max, bytes_max):
        with self.transaction() as connection:
            return sql.select_payloads(connection.stream, space, after, items_max, bytes_max)

    def seqs(self, spaces):
        with self.transaction() as connection:
            return sql.select_seqs(connection, spaces)

    def scrub(self):
        """An erased row stays in its page until it is vacuumed, and in the log until that is reused."""
        with self.connection() as inner:
            inner.commit()
            inner.autocommit = True
            try:
                inner.execute("VACUUM payload")
            finally:
                inner.autocommit = False

    def begin_epoch(self, epoch):
        with self.transaction() as connection:
            connection.execute("UPDATE space SET epoch = ? WHERE epoch < ?", (epoch, epoch))

    @contextmanager
    def snapshot(self):
        """Runs queries that all see one moment, whatever is written meanwhile."""
        with self.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection.stream

    @contextmanager
    def filling(self):
        """The connection of one transaction that fills an empty store."""
        with self.transaction() as connection:
            yield connection

    def backup(self, path):
        """A file as the SQLite store keeps it: one kind of backup for every kind of store."""
        target = SqliteStore(path)
        try:
            copying.copy_store(self, target)
        finally:
            target.close()

    def check(self):
        """PostgreSQL checks its own pages; what is in them, verify_space proves."""
        with self.transaction() as connection:
            for table in sql.TABLES:
                connection.execute(f"SELECT COUNT(*) FROM {table}")

    def close_idle(self):
        while not self.idle.empty():
            self.idle.get_nowait().close()

    def close(self):
        self.close_idle()
