"""Kill -9 in mid-push, restarts, and the operator's commands, with the real program."""

import hashlib
import json
import os
import random
import shutil
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time

import pytest

from conftest import join, new_space
from hub import canonical, payload
from hub_process import ROOT, HubProcess, Link

KILLS = 6


def note(replica):
    return replica.operation("attendance.signed_in@1", {"minutes": 5})


def serve(*arguments, **more):
    return subprocess.run([sys.executable, str(ROOT / "serve.py"), *map(str, arguments)],
                          capture_output=True, text=True, timeout=60, **more)


def push_until_killed(link, acknowledged, texts):
    """Pushes bundle after bundle and notes each receipt, until the hub is gone."""
    try:
        for text in texts:
            for line in link.push([text]).lines():
                acknowledged[text] = line["receipt"]
    except (OSError, AssertionError, ValueError, EOFError):
        return


def test_killed_in_mid_push_loses_nothing_that_was_acknowledged(tmp_path):
    hub = HubProcess(tmp_path, settings=["requests_per_second=1000", "requests_burst=5000"])
    founder = new_space(hub)
    links = [founder, *(join(founder, f"pusher {number}") for number in range(2))]
    acknowledged, sealed = {}, {link: [] for link in links}
    chance = random.Random(7)
    for _ in range(KILLS):
        threads = []
        for link in links:
            pending = [text for text in sealed[link] if text not in acknowledged]
            pending += [link.replica.seal([note(link.replica)] * 50) for _ in range(30)]
            sealed[link] += [text for text in pending if text not in sealed[link]]
            threads.append(threading.Thread(target=push_until_killed, args=(link, acknowledged, pending)))
        for thread in threads:
            thread.start()
        time.sleep(0.05 + chance.random() * 0.3)
        hub.kill()
        for thread in threads:
            thread.join()
        hub.start()
        kept = {canonical.write(bundle): receipt for bundle, receipt in founder.pull_all()}
        for text, receipt in acknowledged.items():
            assert kept[text] == receipt
    for link in links:
        for start in range(0, len(sealed[link]), 20):
            lines = link.push(sealed[link][start:start + 20]).lines()
            assert all("receipt" in line for line in lines)
    assert len(acknowledged) > KILLS
    assert hub.stop()[0] == 0
    assert "Everything verifies." in serve("verify", "--data", tmp_path).stdout


def test_a_blob_part_that_was_acknowledged_survives_a_kill(tmp_path):
    hub = HubProcess(tmp_path)
    founder = new_space(hub)
    content = os.urandom(100_000)
    name = hashlib.sha256(content).hexdigest()
    founder.put_blob(name, content[:60_000], 0, 100_000)
    hub.kill()
    hub.start()
    have = int(founder.request("HEAD", f"{founder.base}/blobs/{name}").headers["Linli-Have"])
    assert have == 60_000
    assert founder.put_blob(name, content[have:], have, 100_000).one()["have"] == 100_000
    hub.stop()


def test_key_and_setup_code_are_kept_and_private(tmp_path):
    data = tmp_path / "var"
    first = HubProcess(data)
    link = new_space(first)
    key = link.head().one()["hub_key"]
    first.stop()
    for name in ("hub_key", "setup_code", "hub.db"):
        assert stat.S_IMODE((data / name).stat().st_mode) == 0o600
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    with HubProcess(data) as second:
        assert second.setup_code == first.setup_code
        link.hub = second
        assert link.head().one()["hub_key"] == key


def test_stops_gracefully_with_open_streams(tmp_path):
    hub = HubProcess(tmp_path)
    founder = new_space(hub)
    connection, response = founder.events()
    response.readline()
    began = time.monotonic()
    code, log = hub.stop()
    assert code == 0 and time.monotonic() - began < 5
    assert json.loads(log.strip().splitlines()[-1])["event"] == "stopped"
    connection.close()


def test_logs_hold_no_ids_and_no_addresses(tmp_path):
    hub = HubProcess(tmp_path, extra=["--log"])
    founder = new_space(hub)
    founder.push([founder.replica.seal([note(founder.replica)])])
    founder.head(signed=False)
    _, log = hub.stop()
    events = [json.loads(line) for line in log.strip().splitlines()]
    assert {"call": "push", "status": 200}.items() <= events[1].items()
    for secret in (founder.replica.replica, founder.replica.space, "127.0.0.1", hub.setup_code):
        assert secret not in log


def test_the_commands(tmp_path):
    data, copy = tmp_path / "var", tmp_path / "copy"
    made = serve("init", "--data", data)
    assert made.returncode == 0 and "Setup code" in made.stdout
    assert serve("spaces", "--data", data).stdout == ""
    with HubProcess(data) as hub:
        assert hub.setup_code in made.stdout
        founder = new_space(hub)
        kiosk = join(founder, "kiosk", "kiosk")
        text = canonical.write({"salt": "0" * 32})
        founder.push([founder.replica.seal([
            founder.replica.operation("person.registered@1", {}, payload.read(text)),
            founder.replica.revocation(kiosk.replica.replica)])])
        founder.put_payloads([text])
        name = hashlib.sha256(b"photo").hexdigest()
        founder.put_blob(name, b"photo", 0, 5)
        listed = serve("spaces", "--data", data).stdout
        assert founder.replica.space in listed and "bundles 4" in listed and "replicas 2" in listed
        listed = serve("replicas", founder.replica.space, "--data", data).stdout
        assert f"{kiosk.replica.replica}  kiosk  bundles 1  revoked at 4" in listed
        # While it runs.
        assert serve("backup", copy, "--data", data).returncode == 0
        assert serve("verify", "--data", data).stdout.endswith("Everything verifies.\n")
    assert serve("backup", copy, "--data", data).returncode == 1
    assert serve("restore", copy, "--data", data).returncode == 1
    assert serve("restore", data / "nothing", "--data", tmp_path / "new").returncode == 1
    restored = serve("restore", copy, "--data", tmp_path / "new")
    assert restored.returncode == 0 and not list((tmp_path / "new").glob("*unfinished*"))
    with HubProcess(tmp_path / "new") as hub:
        link = Link(hub, founder.replica)
        assert len(link.pull_all()) == 4
        assert link.request("GET", f"{link.base}/blobs/{name}").body == b"photo"
        assert len(link.payloads().lines()) == 1
        assert hub.setup_code in made.stdout
        assert link.head().one()["epoch"] > 1


def test_what_a_restored_backup_lacks_can_be_pushed_back(tmp_path):
    with HubProcess(tmp_path / "var") as hub:
        founder = new_space(hub)
        first = founder.replica.seal([note(founder.replica)])
        founder.push([first])
        serve("backup", tmp_path / "copy", "--data", tmp_path / "var")
        second = founder.replica.seal([note(founder.replica)])
        lost = founder.push([second]).end()["head"]
    serve("restore", tmp_path / "copy", "--data", tmp_path / "new")
    with HubProcess(tmp_path / "new") as hub:
        founder.hub = hub
        assert founder.head().one()["seq"] == 2
        again = founder.push([first, second]).end()["head"]
        assert (again["head"], again["seq"]) == (lost["head"], lost["seq"])
        assert again["epoch"] > lost["epoch"]


def test_an_erased_payload_leaves_no_trace_in_the_files(tmp_path):
    with HubProcess(tmp_path) as hub:
        founder = new_space(hub)
        text = canonical.write({"name": "陈阿婆住在朝西站旁边", "salt": "0" * 32})
        founder.push([founder.replica.seal([
            founder.replica.operation("person.registered@1", {}, payload.read(text))])])
        founder.put_payloads([text])

        def traces():
            return [path.name for path in tmp_path.glob("hub.db*") if "朝西站".encode() in path.read_bytes()]

        assert traces()
        founder.request("DELETE", f"{founder.base}/payloads/{payload.read(text)}")
        assert traces() == []


@pytest.mark.parametrize("order", [("--data", "{}", "spaces"), ("spaces", "--data", "{}")])
def test_the_folder_may_stand_before_or_after_the_command(tmp_path, order):
    with HubProcess(tmp_path) as hub:
        space = new_space(hub).replica.space
    assert space in serve(*(word.format(tmp_path) for word in order)).stdout


def test_commands_that_cannot_be_done_say_why(tmp_path):
    absent = serve("spaces", "--data", tmp_path / "nothing")
    assert absent.returncode == 1 and "There is no hub" in absent.stderr
    assert not (tmp_path / "nothing").exists()
    serve("init", "--data", tmp_path)
    unknown = serve("replicas", "s_x", "--data", tmp_path)
    assert unknown.returncode == 1 and "There is no space s_x" in unknown.stderr
    assert serve("--limit", "nonsense=1", "--data", tmp_path).returncode == 1
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / "hub.db").write_bytes(b"not a database" * 100)
    odd = serve("spaces", "--data", tmp_path / "odd")
    assert odd.returncode == 1 and "cannot be used" in odd.stderr and "Traceback" not in odd.stderr
    assert (tmp_path / "odd" / "hub.db").read_bytes() == b"not a database" * 100
    assert serve("--port", "99999", "--data", tmp_path).returncode == 1


@pytest.mark.parametrize("damage", [
    "UPDATE bundle SET text = replace(text, '\"minutes\":5', '\"minutes\":6') WHERE seq = 2",
    "UPDATE bundle SET head = hash WHERE seq = 2",
    "DELETE FROM bundle WHERE seq = 2",
    "DELETE FROM bundle WHERE seq = 4",
    "UPDATE space SET head = replace(head, '0', '1')",
    "UPDATE payload SET text = '{\"salt\":\"' || substr('00000000000000000000000000000000', 1, 31) || '1\"}'",
], ids=range(6))
def test_verify_finds_what_was_tampered_with(tmp_path, damage):
    with HubProcess(tmp_path) as hub:
        founder = new_space(hub)
        text = canonical.write({"salt": "0" * 32})
        operation = founder.replica.operation("person.registered@1", {"minutes": 5}, payload.read(text))
        founder.push([founder.replica.seal([operation]), *(
            founder.replica.seal([note(founder.replica)]) for _ in range(2))])
        founder.put_payloads([text])
    database = sqlite3.connect(tmp_path / "hub.db")
    database.execute(damage)
    database.commit()
    database.close()
    result = serve("verify", "--data", tmp_path)
    assert result.returncode == 1 and "faults" in result.stdout


def test_a_taken_port_is_a_sentence(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = serve("--port", port, "--data", tmp_path)
    assert result.returncode == 1
    assert result.stderr == (f"Port {port} is taken by another program. Choose another one, for example: "
                             f"--port {port + 1}\n")


def test_another_interpreter_finds_the_right_one(tmp_path):
    """A Python without the packages goes on in the system's, or names what is missing."""
    bare = tmp_path / "bare"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", bare], check=True, timeout=60)
    result = subprocess.run([bare / "bin" / "python", ROOT / "serve.py", "init", "--data", tmp_path / "var"],
                            capture_output=True, text=True, timeout=60)
    assert result.returncode == 0 and "Setup code" in result.stdout


def test_missing_packages_are_named(tmp_path):
    shutil.copy(ROOT / "serve.py", tmp_path / "serve.py")
    text = (tmp_path / "serve.py").read_text().replace('"uvloop":', '"uvloop_absent":')
    (tmp_path / "serve.py").write_text(text)
    result = subprocess.run([sys.executable, tmp_path / "serve.py"], capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    assert result.stderr == "Packages are missing. As administrator: apt-get install python3-uvloop\n"
