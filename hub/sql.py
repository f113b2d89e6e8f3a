"""The statements that every store over SQL shares, and the tables in the order they are copied.

A connection is anything with execute and executemany that takes `?` marks. The SQL is what SQLite and
PostgreSQL have in common; every statement but the look-up of an invite names its space.
"""

from pathlib import Path

from hub import proof
from hub.store import Invite, Receipt, Replica, Space, Writing

SCHEMA = Path(__file__).parent / "schema.sql"
TABLES = {
    "space": "space, seq, head, epoch, cursor, bytes",
    "replica": "space, replica, public_key, role, number, hash, revoked_seq,"
               " bundles_after_revocation",
    "bundle": "space, seq, replica, number, hash, head, text",
    "fork": "space, replica, number, hash, text",
    "invite": "space, invite, secret_hash, role, expires_day, used_by",
    "commitment": "space, commitment, erased",
    "payload": "space, cursor, commitment, text",
}
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


def select_spaces(connection):
    """Sorted here, because databases order text by the rules of their own languages."""
    rows = connection.execute(f"SELECT {SPACE_COLUMNS} FROM space").fetchall()
    return sorted((Space(*row) for row in rows), key=lambda row: row.space)


def select_seqs(connection, spaces):
    marks = ", ".join("?" for _ in spaces)
    return dict(connection.execute(
        f"SELECT space, seq FROM space WHERE space IN ({marks})", tuple(spaces)).fetchall())


def select_replicas(connection, space):
    rows = connection.execute(
        f"SELECT {REPLICA_COLUMNS} FROM replica WHERE space = ?", (space,)).fetchall()
    return sorted((Replica(*row) for row in rows), key=lambda row: row.replica)


def select_space_of_invite(connection, invite):
    return connection.execute("SELECT space, role FROM invite WHERE invite = ?"
                              " ORDER BY space LIMIT 1", (invite,)).fetchone()


def select_bundles(run, space, after, items_max, bytes_max):
    rows = run(
        f"SELECT {RECEIPT_COLUMNS}, text FROM bundle WHERE space = ? AND seq > ?"
        " ORDER BY seq LIMIT ?", (space, after, items_max + 1))
    page, more = take(rows, items_max, bytes_max)
    return [(Receipt(*row[:-1]), row[-1]) for row in page], more


def select_payloads(run, space, after, items_max, bytes_max):
    rows = run(
        "SELECT cursor, commitment, text FROM payload WHERE space = ? AND cursor > ?"
        " ORDER BY cursor LIMIT ?", (space, after, items_max + 1))
    return take(rows, items_max, bytes_max)


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


class SqlWriting(Writing):
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
