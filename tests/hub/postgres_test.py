"""The hub over PostgreSQL: several processes behind one address, moving, backups, restarts."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from conftest import join, new_space
from hub import canonical, payload
from hub_process import ROOT, HubProcess, Link, next_event
from local_postgres import LocalPostgres

FREE = ["requests_per_second=1000", "requests_burst=5000"]


def note(replica):
    return replica.operation("attendance.signed_in@1", {"minutes": 5})


def serve(*arguments):
    return subprocess.run([sys.executable, str(ROOT / "serve.py"), *map(str, arguments)],
                          capture_output=True, text=True, timeout=120)


def children_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        return [int(word) for word in file.read().split()]


def push_some(link, count, receipts):
    for _ in range(count):
        text = link.replica.seal([note(link.replica)])
        (line,) = link.push([text]).lines()
        receipts.append(line["receipt"]["seq"])


def test_processes_behind_one_address_keep_one_order(tmp_path, postgres_address):
    with HubProcess(tmp_path, settings=FREE,
                    extra=["--store", postgres_address, "--processes", "3"]) as hub:
        founder = new_space(hub)
        links = [founder, *(join(founder, f"pusher {number}") for number in range(3))]
        before, seqs = founder.head().one()["seq"], []
        threads = [threading.Thread(target=push_some, args=(link, 20, seqs)) for link in links]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert sorted(seqs) == list(range(before + 1, before + 81))
        assert len(children_of(hub.process.pid)) == 3
    checked = serve("verify", "--data", tmp_path, "--store", postgres_address)
    assert checked.stdout.endswith("Everything verifies.\n"), checked.stdout + checked.stderr


def test_a_stream_hears_what_another_process_ordered(tmp_path, postgres_address):
    with HubProcess(tmp_path / "one", settings=FREE, extra=["--store", postgres_address]) as one:
        founder = new_space(one)
        connection, events = founder.events()
        first = next_event(events)
        # A second hub over the same store and key, as another machine would be.
        (tmp_path / "two").mkdir()
        for name in ("hub_key", "setup_code"):
            (tmp_path / "two" / name).write_bytes((tmp_path / "one" / name).read_bytes())
        with HubProcess(tmp_path / "two", extra=["--store", postgres_address]) as two:
            pushed = Link(two, founder.replica).push([founder.replica.seal([note(founder.replica)])])
            assert next_event(events)["seq"] == first["seq"] + 1 == pushed.end()["head"]["seq"]
        connection.close()


def test_a_process_that_dies_is_started_again(tmp_path, postgres_address):
    with HubProcess(tmp_path, settings=FREE,
                    extra=["--store", postgres_address, "--processes", "2"]) as hub:
        founder = new_space(hub)
        before = set(children_of(hub.process.pid))
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        end = time.monotonic() + 30
        while len(set(children_of(hub.process.pid)) - before) < 2:
            assert time.monotonic() < end
            time.sleep(0.05)
        push_some(founder, 2, seqs := [])
        assert seqs == [2, 3]
        code, log = hub.stop()
        assert code == 0 and log.count("process_ended") == 2


def test_moving_keeps_seq_heads_and_receipts(tmp_path, postgres_address):
    data = tmp_path / "var"
    with HubProcess(data, settings=FREE) as hub:
        founder = new_space(hub)
        other = join(founder, "second")
        text = canonical.write({"salt": "0" * 32})
        founder.push([founder.replica.seal(
            [founder.replica.operation("person.registered@1", {}, payload.read(text))])])
        founder.put_payloads([text])
        push_some(other, 3, [])
        entries, head = founder.pull_all(), founder.head().one()
    moved = serve("move", "--data", data, "--to", postgres_address)
    assert moved.returncode == 0, moved.stderr
    again = serve("move", "--data", data, "--to", postgres_address)
    assert again.returncode == 1 and "empty" in again.stderr
    with HubProcess(data, settings=FREE, extra=["--store", postgres_address]) as hub:
        founder.hub = other.hub = hub
        assert founder.pull_all() == entries
        assert len(founder.payloads().lines()) == 1
        now = founder.head().one()
        assert [now[key] for key in ("seq", "head", "epoch", "hub_key")] == \
            [head[key] for key in ("seq", "head", "epoch", "hub_key")]
        push_some(other, 1, seqs := [])
        assert seqs == [head["seq"] + 1]
    back = serve("move", "--data", data, "--store", postgres_address, "--to", tmp_path / "back.db")
    assert back.returncode == 0, back.stderr


def test_a_backup_is_one_moment_and_restores(tmp_path, postgres_address):
    data = tmp_path / "var"
    with HubProcess(data, settings=FREE, extra=["--store", postgres_address]) as hub:
        founder = new_space(hub)
        push_some(founder, 3, [])
        made = serve("backup", tmp_path / "copy", "--data", data, "--store", postgres_address)
        assert made.returncode == 0, made.stderr
        push_some(founder, 2, [])
        lost = founder.head().one()
        entries = founder.pull_all()
    assert serve("restore", tmp_path / "copy", "--data", tmp_path / "new").returncode == 0
    with HubProcess(tmp_path / "new", settings=FREE) as hub:
        founder.hub = hub
        assert founder.head().one()["seq"] == 4
        founder.push([canonical.write(bundle) for bundle, _ in entries[-2:]])
        assert founder.head().one()["head"] == lost["head"]


def test_a_database_that_was_set_back_starts_a_new_epoch(tmp_path, postgres_address):
    options = ["--data", tmp_path, "--store", postgres_address]
    with HubProcess(tmp_path, settings=FREE, extra=["--store", postgres_address]) as hub:
        founder = new_space(hub)
        before = founder.head().one()
        assert serve("epoch", *options).returncode == 0
        after = founder.head().one()
        assert after["epoch"] > before["epoch"] and after["head"] == before["head"]


def test_a_stopped_database_loses_nothing(tmp_path):
    folder = tmp_path.parent / "postgres-stopped"
    os.chmod(tmp_path.parent, 0o755)
    os.chmod(tmp_path.parent.parent, 0o755)
    with LocalPostgres(folder) as server:
        with HubProcess(tmp_path, settings=FREE, extra=["--store", server.address]) as hub:
            founder = new_space(hub)
            push_some(founder, 2, [])
            server.stop("immediate")
            text = founder.replica.seal([note(founder.replica)])
            assert founder.push([text]).status in (500, 503)
            server.start()
            (line,) = founder.push([text]).lines()
            assert line["receipt"]["seq"] == 4
            assert len(founder.pull_all()) == 4


@pytest.mark.parametrize("arguments, sentence", [
    (["--store", "mysql://here"], "postgresql://"),
    (["--processes", "2"], "--store"),
    (["--store", "postgresql://linli@/absent?host=/nowhere"], "PostgreSQL"),
])
def test_what_cannot_be_is_a_sentence(tmp_path, arguments, sentence):
    answer = serve("--port", "0", "--data", tmp_path, *arguments)
    assert answer.returncode == 1
    assert sentence in answer.stderr and "Traceback" not in answer.stderr
