"""The example configuration of docs/hub-nginx.conf, with real nginx and TLS before a real hub."""

import datetime
import http.client
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import tempfile
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from conftest import new_space
from hub_process import ROOT, Link, next_event

NAME = "hub.example.org"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def write_certificate(folder):
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.utcnow()
    certificate = (x509.CertificateBuilder().subject_name(name).issuer_name(name)
                   .public_key(key.public_key()).serial_number(x509.random_serial_number())
                   .not_valid_before(now - datetime.timedelta(days=1))
                   .not_valid_after(now + datetime.timedelta(days=1))
                   .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), False)
                   .sign(key, hashes.SHA256()))
    (folder / "fullchain.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


@pytest.fixture
def proxy(hub):
    """(TLS port, plain port, certificate) of nginx before the hub."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="linli-proxy-"))
    write_certificate(folder)
    tls, plain = free_port(), free_port()
    text = (ROOT / "docs" / "hub-nginx.conf").read_text(encoding="utf-8")
    for written, here in (("127.0.0.1:8080", f"127.0.0.1:{hub.port}"),
                          ("listen 443 ssl", f"listen 127.0.0.1:{tls} ssl"),
                          ("listen 80", f"listen 127.0.0.1:{plain}"),
                          ("/etc/ssl/linli/", f"{folder}/")):
        assert written in text
        text = text.replace(written, here)
    (folder / "linli.conf").write_text(text, encoding="utf-8")
    paths = "".join(f"{name}_temp_path {folder}/{name};\n" for name in
                    ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;\n" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\nworker_processes 1;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{paths}include {folder}/linli.conf;\n}}\n")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")],
                               stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
    end = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", tls), timeout=1).close()
            break
        except OSError:
            log = folder / "error.log"
            assert process.poll() is None and time.monotonic() < end, log.exists() and log.read_text()
            time.sleep(0.05)
    yield tls, plain, folder / "fullchain.pem"
    process.terminate()
    process.wait(20)
    shutil.rmtree(folder)


class TlsConnection(http.client.HTTPSConnection):
    """To the proxy's name, whose address only this test knows."""

    port_here = 0

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", self.port_here), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=NAME)


@pytest.fixture
def through(proxy, hub, monkeypatch):
    """A Link whose requests go through the proxy."""
    tls, _, certificate = proxy
    context = ssl.create_default_context(cafile=str(certificate))

    def connection(_host, _port, timeout):
        made = TlsConnection(NAME, timeout=timeout, context=context)
        made.port_here = tls
        return made

    founder = new_space(hub)
    monkeypatch.setattr("hub_process.http.client.HTTPConnection", connection)
    return Link(hub, founder.replica)


def note(replica, size=5):
    return replica.operation("attendance.signed_in@1", {"minutes": size})


def test_signed_requests_and_long_pages_pass(through):
    texts = [through.replica.seal([note(through.replica)] * 200) for _ in range(40)]
    assert all("receipt" in line for line in through.push(texts).lines())
    assert len(through.pull_all()) == 41


def test_a_large_body_is_answered_by_the_hub(through):
    answer = through.request("PUT", f"{through.base}/blobs/{'0' * 64}?offset=0&size=8388608",
                             b"x" * (8 * 1024 * 1024))
    assert answer.status == 422 and answer.one()["code"] == "blob_mismatch"


def test_events_arrive_as_they_happen(through):
    connection, events = through.events()
    first = next_event(events)
    through.push([through.replica.seal([note(through.replica)])])
    assert next_event(events)["seq"] == first["seq"] + 1
    connection.close()


def test_plain_http_is_sent_to_tls(proxy):
    _, plain, _ = proxy
    connection = http.client.HTTPConnection("127.0.0.1", plain, timeout=30)
    connection.request("GET", "/api/v1/health?a=b", headers={"Host": NAME})
    answer = connection.getresponse()
    assert answer.status == 308 and answer.headers["Location"] == f"https://{NAME}/api/v1/health?a=b"
    connection.close()
