"""Starts the real hub in a process of its own and speaks HTTP to it as a replica does."""

import gzip
import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import threading
from datetime import datetime, timedelta, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 30
ANSWER_SECONDS = 30


class HubProcess:
    """`serve.py` on a free port. `lines` is what it printed until it listened."""

    def __init__(self, data, site=None, settings=(), extra=()):
        self.command = [sys.executable, str(ROOT / "serve.py"), "--port", "0", "--data", str(data),
                        "--site", str(site or Path(data) / "no-site"), *extra]
        for setting in settings:
            self.command += ["--limit", setting]
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        watch = threading.Timer(START_SECONDS, self.process.kill)
        watch.start()
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            match = re.fullmatch(r"Linli is at http://(.+):([0-9]+)/", self.lines[-1])
            if match:
                break
        else:
            raise AssertionError(f"the hub did not start: {self.process.stderr.read()}")
        watch.cancel()
        self.host, self.port = match.group(1), int(match.group(2))
        self.setup_code = next(line for line in self.lines if "etup code" in line).split(": ")[1]

    def stop(self):
        """Ends it as an operator would; returns (exit code, what it logged)."""
        self.process.terminate()
        try:
            _, log = self.process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        return self.process.returncode, log

    def kill(self):
        self.process.kill()
        self.process.communicate()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()


class Answer:
    """Status, headers and unpacked body of one answer."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.raw = response.read()
        packed = response.headers.get("Content-Encoding") == "gzip"
        self.body = gzip.decompress(self.raw) if packed else self.raw

    def one(self):
        return json.loads(self.body)

    def lines(self):
        """The values of a complete list, without its end line."""
        return self.all_lines()[:-1]

    def end(self):
        return self.all_lines()[-1]["end"]

    def all_lines(self):
        assert self.status == 200, (self.status, self.body)
        values = [json.loads(line) for line in self.body.split(b"\n") if line]
        assert set(values[-1]) == {"end"}, "the list was cut off"
        return values


class Link:
    """A replica's requests to a hub. `replica` is a client.Replica."""

    def __init__(self, hub, replica):
        self.hub = hub
        self.replica = replica
        self.base = f"/api/v1/spaces/{replica.space}"
        self.clock_ahead_seconds = 0

    def request(self, method, target, body=b"", headers=None, signed=True, nonce=None):
        headers = dict(headers or {})
        if signed:
            moment = datetime.now(timezone.utc) + timedelta(seconds=self.clock_ahead_seconds)
            at = moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
            headers["Authorization"] = self.replica.authorization(
                method, target, at, nonce or secrets.token_hex(16), body)
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=ANSWER_SECONDS)
        try:
            connection.request(method, target, body or None, headers)
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def found(self, texts, code=None, **more):
        headers = {"Linli-Setup-Code": self.hub.setup_code if code is None else code}
        return self.request("POST", "/api/v1/spaces", b"\n".join(texts), headers, **more)

    def push(self, texts, **more):
        return self.request("POST", f"{self.base}/bundles", b"\n".join(texts), **more)

    def pull(self, after=0, **more):
        return self.request("GET", f"{self.base}/bundles?after={after}", **more)

    def pull_all(self):
        """[(bundle, receipt)] of the whole space, page by page."""
        entries, more = [], True
        while more:
            answer = self.pull(entries[-1]["receipt"]["seq"] if entries else 0)
            entries += answer.lines()
            more = answer.end()["more"]
        return [(entry["bundle"], entry["receipt"]) for entry in entries]

    def head(self, **more):
        return self.request("GET", f"{self.base}/head", **more)

    def put_payloads(self, texts, **more):
        return self.request("PUT", f"{self.base}/payloads", b"\n".join(texts), **more)

    def payloads(self, after=0, **more):
        return self.request("GET", f"{self.base}/payloads?after={after}", **more)

    def put_blob(self, name, part, offset, size, **more):
        target = f"{self.base}/blobs/{name}?offset={offset}&size={size}"
        return self.request("PUT", target, part, **more)

    def events(self):
        """An open stream of events; the caller closes the connection."""
        target = f"{self.base}/events"
        at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        authorization = self.replica.authorization("GET", target, at, secrets.token_hex(16))
        connection = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=ANSWER_SECONDS)
        connection.request("GET", target, headers={"Authorization": authorization})
        return connection, connection.getresponse()


def next_event(response):
    """The next head told by a stream, or None when the stream has ended. Skips heartbeats."""
    while line := response.readline():
        if line.startswith(b"data: "):
            return json.loads(line[6:])
    return None
