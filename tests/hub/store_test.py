"""The stores by themselves: many writers at once, a writer that fails, a full disk."""

import sqlite3
import threading

import pytest

from client import ulid
from hub import proof
from hub.postgres_store import PostgresStore
from hub.sqlite_store import SqliteStore
from hub.store import StoreError

SPACE = "s_" + ulid("space", "store")
REPLICA = "r_" + "0" * 32


def founded(store):
    with store.writing(SPACE) as writing:
        writing.found(proof.first_head(SPACE))
        writing.enrol(REPLICA, "0" * 64, "desk")
    return store


@pytest.fixture(params=["sqlite", "postgres"])
def store(tmp_path, request):
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "hub.db")
    else:
        store = PostgresStore(request.getfixturevalue("postgres_address"))
    yield founded(store)
    store.close()


def bundle_hash(number):
    return proof.sha256(b"", str(number).encode())


def append(store, number, text=b"{}"):
    with store.writing(SPACE) as writing:
        return writing.append(REPLICA, number, bundle_hash(number), text)


def all_at_once(count, work):
    """Runs work(number) in `count` threads that start together; returns {number: result or error}."""
    start, results = threading.Barrier(count), {}

    def run(number):
        start.wait()
        try:
            results[number] = work(number)
        except Exception as error:
            results[number] = error

    threads = [threading.Thread(target=run, args=(number,)) for number in range(1, count + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    return results


def kept(store):
    """{number: Receipt} as another connection sees it."""
    pages, _ = store.bundles(SPACE, 0, 10**6, 10**9)
    return {receipt.number: receipt for receipt, _ in pages}


def test_writers_at_once_get_one_order_without_gaps(store):
    results = all_at_once(32, lambda number: append(store, number))
    assert sorted(receipt.seq for receipt in results.values()) == list(range(1, 33))
    assert kept(store) == results
    head = proof.first_head(SPACE)
    for receipt in sorted(results.values(), key=lambda receipt: receipt.seq):
        head = proof.next_head(head, receipt.hash)
        assert receipt.head == head


def test_what_returned_is_durable_for_other_connections(store):
    def work(number):
        receipt = append(store, number)
        assert kept(store)[number] == receipt
        return receipt

    assert not [result for result in all_at_once(24, work).values() if isinstance(result, Exception)]


def test_a_writer_that_fails_takes_nothing_with_it(store):
    def work(number):
        with store.writing(SPACE) as writing:
            receipt = writing.append(REPLICA, number, bundle_hash(number), b"{}")
            if number % 3 == 0:
                raise RuntimeError("stop")
            return receipt

    results = all_at_once(30, work)
    good = {number: result for number, result in results.items() if number % 3}
    assert all(isinstance(results[number], RuntimeError) for number in range(3, 31, 3))
    assert kept(store) == good
    assert sorted(receipt.seq for receipt in good.values()) == list(range(1, 21))


def test_the_same_number_is_ordered_once(store):
    results = all_at_once(8, lambda _: append(store, 1))
    assert sum(isinstance(result, (sqlite3.IntegrityError, StoreError)) for result in results.values()) == 7
    assert store.space(SPACE).seq == 1


def test_a_full_disk_refuses_but_keeps_every_acknowledged_bundle(tmp_path):
    store = founded(SqliteStore(tmp_path / "hub.db"))
    (pages,) = store.writer.execute("PRAGMA page_count").fetchone()
    store.writer.execute(f"PRAGMA max_page_count = {pages + 60}")
    results = all_at_once(40, lambda number: append(store, number, b"x" * 20_000))
    failed = [result for result in results.values() if isinstance(result, Exception)]
    assert failed and all("full" in str(error) or "no " in str(error) for error in failed)
    good = {number: result for number, result in results.items() if not isinstance(result, Exception)}
    assert kept(store) == good
    assert store.space(SPACE).seq == len(good)
    store.writer.execute("PRAGMA max_page_count = 1000000")
    append(store, 1000)
    assert store.space(SPACE).seq == len(good) + 1
    store.close()


def test_scrubbing_while_others_write(store):
    def work(number):
        if number % 4 == 0:
            store.scrub()
            return None
        return append(store, number)

    results = all_at_once(32, work)
    assert not [result for result in results.values() if isinstance(result, Exception)]
    assert len(kept(store)) == 24


def test_pages_hold_at_least_one_and_tell_of_more(store):
    for number in range(1, 6):
        append(store, number, b"x" * 100)
    page, more = store.bundles(SPACE, 0, 10, 1)
    assert [receipt.seq for receipt, _ in page] == [1] and more
    page, more = store.bundles(SPACE, 1, 2, 10**6)
    assert [receipt.seq for receipt, _ in page] == [2, 3] and more
    page, more = store.bundles(SPACE, 3, 2, 10**6)
    assert [receipt.seq for receipt, _ in page] == [4, 5] and not more
