"""Many replicas push to one hub: acknowledged operations a second, against bare SQLite on the same disk.

`--quick` takes a smaller load. Prints one JSON line per figure.
"""

import json
import queue
import secrets
import sqlite3
import statistics
import sys
import tempfile
import threading
import time
from datetime import datetime, timezone
from http.client import HTTPConnection
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "hub")]

from client import Replica, ulid  # noqa: E402
from hub_process import HubProcess, Link  # noqa: E402

CONNECTIONS = 16
OPERATIONS = 20
RUNS = 5


def operations(replica):
    return [replica.operation("attendance.signed_in@1", {
        "attendance": "at_" + ulid(replica.name, number), "method": "card",
        "person": "p_" + ulid(number), "session": "se_" + ulid("session")})
        for number in range(OPERATIONS)]


def make_space(hub, name, replicas):
    """A founded space with its enrolled replicas."""
    founder = Replica(f"founder {name}", "s_" + ulid("space", name))
    link = Link(hub, founder)
    link.found([founder.founding()])
    members = [Replica(f"{name} {number}", founder.space) for number in range(replicas)]
    invites = [founder.invite(member.name, "ab" * 32) for member in members]
    assert "receipt" in link.push([founder.seal(invites)]).lines()[0]
    enrolments = [member.seal([member.enrolment(member.name, "ab" * 32)]) for member in members]
    assert all("receipt" in line for line in link.push(enrolments).lines())
    return members


def signed_pushes(members, rounds):
    """[[(path, headers, body)] per replica], sealed and signed before the clock runs."""
    at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    lists = []
    for member in members:
        path, pushes = f"/api/v1/spaces/{member.space}/bundles", []
        for _ in range(rounds):
            body = member.seal(operations(member))
            header = member.authorization("POST", path, at, secrets.token_hex(16), body)
            pushes.append((path, {"Authorization": header}, body))
        lists.append(pushes)
    return lists


def push_all(hub, lists):
    """(seconds, [seconds of each push]) with CONNECTIONS devices at a time."""
    waiting, times = queue.SimpleQueue(), []
    for pushes in lists:
        waiting.put(pushes)

    def device():
        connection = HTTPConnection("127.0.0.1", hub.port, timeout=60)
        while True:
            try:
                pushes = waiting.get_nowait()
            except queue.Empty:
                return
            for path, headers, body in pushes:
                start = time.perf_counter()
                connection.request("POST", path, body, headers)
                answer = connection.getresponse().read()
                times.append(time.perf_counter() - start)
                assert answer.startswith(b'{"receipt"'), answer

    threads = [threading.Thread(target=device) for _ in range(CONNECTIONS)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - start, times


def floor(folder, lists):
    """Seconds that bare SQLite takes to make the same texts durable, one commit each."""
    database = sqlite3.connect(Path(folder) / "floor.db", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE IF NOT EXISTS bundle (seq INTEGER PRIMARY KEY, text TEXT NOT NULL)")
    start = time.perf_counter()
    for pushes in lists:
        for _, _, body in pushes:
            database.execute("INSERT INTO bundle (text) VALUES (?)", (body.decode(),))
    seconds = time.perf_counter() - start
    database.close()
    return seconds


def measure(hub, folder, spaces, rounds):
    """[(operations/s of the hub, of the floor, p99 of a push in ms)], one per run."""
    found = []
    for _ in range(RUNS):
        lists = [pushes for members in spaces for pushes in signed_pushes(members, rounds)]
        count = sum(map(len, lists)) * OPERATIONS
        seconds, times = push_all(hub, lists)
        p99 = statistics.quantiles(times, n=100)[98] * 1000
        found.append((count / seconds, count / floor(folder, lists), p99))
    return found


def figures(quick=False):
    replicas, rounds = (8, 1) if quick else (25, 2)
    settings = ["requests_per_second=100000", "requests_burst=1000000", "setup_attempts_per_minute=100"]
    with tempfile.TemporaryDirectory() as folder, HubProcess(folder, settings=settings) as hub:
        hot = [make_space(hub, "hot", replicas * 8)]
        eight = [make_space(hub, f"space {number}", replicas) for number in range(8)]
        for name, spaces in (("hub_sqlite", eight), ("hub_sqlite_hot_space", hot)):
            runs = measure(hub, folder, spaces, rounds)
            value, bare, p99 = (round(statistics.median(column), 1) for column in zip(*runs))
            ratio = round(statistics.median(run[0] / run[1] for run in runs), 3)
            yield {"name": f"{name}_operations_per_s", "value": value, "unit": "operations/s", "floor": bare}
            yield {"name": f"{name}_over_floor", "value": ratio, "unit": "ratio", "ratio": ratio}
            yield {"name": f"{name}_push_p99_ms", "value": p99, "unit": "ms"}


if __name__ == "__main__":
    for figure in figures("--quick" in sys.argv):
        print(json.dumps(figure), flush=True)
