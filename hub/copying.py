"""Copies all that a store keeps into an empty one: seq, heads and receipts stay what they were."""

from hub import sql

ROWS_AT_ONCE = 200


def copy_tables(read, target):
    """`read` runs a query and gives its rows; `target` is a connection inside a transaction."""
    for table, columns in sql.TABLES.items():
        rows = read(f"SELECT {columns} FROM {table}")
        marks = ", ".join("?" for _ in columns.split(","))
        while batch := rows.fetchmany(ROWS_AT_ONCE):
            target.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})",
                               [tuple(row) for row in batch])
        rows.close()


def copy_store(source, target):
    """All or nothing: a copy that fails leaves the target as empty as it was."""
    with source.snapshot() as read, target.filling() as connection:
        copy_tables(read, connection)


def differences(source, target):
    """Sentences about spaces that are not the same in both; empty if all are."""
    before, after = source.spaces(), target.spaces()
    found = [f"{row.space} differs: {row} became {other}"
             for row, other in zip(before, after) if row != other]
    if len(before) != len(after):
        found.append(f"{len(before)} spaces became {len(after)}")
    for row in before:
        if source.replicas(row.space) != target.replicas(row.space):
            found.append(f"the replicas of {row.space} differ")
    return found
