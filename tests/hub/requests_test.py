"""Signatures, clocks, limits and hostile requests, over real HTTP."""

import gzip
import http.client
import secrets
import socket
import time

import pytest

from client import Replica
from conftest import join, new_space
from hub_process import HubProcess, Link


def code(answer):
    return answer.status, answer.one()["code"]


def at_now():
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime())


def test_reading_needs_a_signature(founder):
    targets = ["bundles?after=0", "head", "events", "payloads", "blobs/" + "0" * 64]
    for target in targets:
        answer = founder.request("GET", f"{founder.base}/{target}", signed=False)
        assert code(answer) == (401, "request_unsigned")


def test_nothing_unsigned_writes(founder):
    text = founder.replica.seal([founder.replica.revocation(founder.replica.replica)])
    for method, target in (("POST", "bundles"), ("PUT", "payloads"),
                           ("PUT", "blobs/" + "0" * 64 + "?offset=0&size=1"),
                           ("DELETE", "payloads/" + "0" * 64)):
        answer = founder.request(method, f"{founder.base}/{target}", text, signed=False)
        assert code(answer) == (401, "request_unsigned")
    assert len(founder.pull_all()) == 1


@pytest.mark.parametrize("header", [
    "", "Linli", "Basic YTpi", "Linli replica=r_,at=,nonce=,signature=",
    "Linli replica=r_" + "0" * 32 + ",at=2026-11-22T08:01:02.003Z,nonce=" + "0" * 32, "x" * 8000,
])
def test_malformed_credentials(founder, header):
    answer = founder.request("GET", f"{founder.base}/head", headers={"Authorization": header},
                             signed=False)
    assert code(answer) == (401, "request_unsigned")


def test_a_signature_covers_method_target_body_time_and_nonce(founder):
    target, at, nonce = f"{founder.base}/bundles?after=0", at_now(), secrets.token_hex(16)
    sign = founder.replica.authorization
    others = [
        sign("POST", target, at, nonce), sign("GET", target + "&x=1", at, nonce),
        sign("GET", target, at, nonce, b"x"),
        sign("GET", target, at, nonce).replace(nonce, "0" * 32),
        sign("GET", target, "2020-01-01T00:00:00.000Z", nonce).replace("2020-01-01T00:00:00.000Z", at),
    ]
    for header in others:
        answer = founder.request("GET", target, headers={"Authorization": header}, signed=False)
        assert code(answer) == (401, "request_signature_wrong")


def test_a_replayed_request_is_refused(founder):
    nonce = secrets.token_hex(16)
    assert founder.head(nonce=nonce).status == 200
    assert code(founder.head(nonce=nonce)) == (401, "nonce_used")


def test_a_wrong_clock_learns_the_hubs_time(founder):
    for seconds in (-366 * 86400, -400, 400, 366 * 86400):
        founder.clock_ahead_seconds = seconds
        answer = founder.head()
        assert code(answer) == (401, "clock_wrong")
        at = answer.one()["at"]
        header = founder.replica.authorization("GET", f"{founder.base}/head", at, secrets.token_hex(16))
        again = founder.request("GET", f"{founder.base}/head", headers={"Authorization": header},
                                signed=False)
        assert again.status == 200
    founder.clock_ahead_seconds = 200
    assert founder.head().status == 200


def test_replicas_of_other_spaces_are_strangers(founder):
    other = new_space(founder.hub)
    other.base = founder.base
    assert code(other.head()) == (401, "unknown_replica")
    assert code(Link(founder.hub, Replica("x", "s_nonsense")).head()) == (401, "unknown_replica")


def test_sentences_come_in_both_languages(founder):
    chinese = founder.request("GET", f"{founder.base}/head", signed=False).one()["sentence"]
    english = founder.request("GET", f"{founder.base}/head", signed=False,
                              headers={"Accept-Language": "en-GB,zh"}).one()["sentence"]
    assert chinese == "请求没有签名。" and english == "The request is not signed."


@pytest.mark.parametrize("body, headers, expected", [
    (b"not gzip", {"Content-Encoding": "gzip"}, (400, "body_unreadable")),
    (gzip.compress(b"x" * 5000)[:-20], {"Content-Encoding": "gzip"}, (400, "body_unreadable")),
    (gzip.compress(b"x") + b"more", {"Content-Encoding": "gzip"}, (400, "body_unreadable")),
    (b"x", {"Content-Encoding": "br"}, (400, "body_unreadable")),
    (gzip.compress(b"0" * 200_000_000, 9), {"Content-Encoding": "gzip"}, (413, "body_too_large")),
    (b"x" * (8 * 1024 * 1024 + 1), {}, (413, "body_too_large")),
], ids=["not gzip", "cut off", "trailing", "other coding", "bomb", "too large"])
def test_bodies_that_are_refused(founder, body, headers, expected):
    answer = founder.request("POST", f"{founder.base}/bundles", body, headers)
    assert code(answer) == expected


def raw(hub, data, more_to_come=False):
    """Everything the hub answers to raw bytes."""
    with socket.create_connection(("127.0.0.1", hub.port), timeout=10) as connection:
        connection.sendall(data)
        if not more_to_come:
            connection.shutdown(socket.SHUT_WR)
        answer = b""
        while part := connection.recv(65536):
            answer += part
        return answer


def test_strangers_may_send_less(founder):
    stranger = Link(founder.hub, Replica("stranger", founder.replica.space))
    assert code(stranger.push([b"x" * (2 * 1024 * 1024 + 1)])) == (413, "body_too_large")
    assert code(founder.push([b"x" * (2 * 1024 * 1024 + 1)], signed=False)) == (413, "body_too_large")


def test_a_body_larger_than_declared_or_endless_is_cut(founder):
    start = (f"POST {founder.base}/bundles HTTP/1.1\r\nHost: x\r\n").encode()
    assert b" 413 " in raw(founder.hub, start + b"Content-Length: 99999999999\r\n\r\nx", True)
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    endless = start + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 12
    try:
        assert b" 413 " in raw(founder.hub, endless, True)
    except OSError:
        pass  # let go before all of it was sent
    assert founder.head().status == 200


@pytest.mark.parametrize("data", [
    b"\r\n\r\n", b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc", b"GET / HTTP/9.9\r\n\r\n",
    b"GET /api/v1/health HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
], ids=range(7))
def test_garbage_does_not_stop_the_hub(founder, data):
    try:
        answer = raw(founder.hub, data)
    except OSError:
        answer = b""
    assert not answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 500"))
    assert founder.head().status == 200


def test_header_values_do_not_leak_into_answers(hub):
    answer = raw(hub, b"GET /api/v1/nope%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: x\r\n\r\n")
    assert b"Set-Cookie" not in answer


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=1e3", "after=" + "9" * 30, "after=%00"])
def test_odd_queries(founder, query):
    answer = founder.request("GET", f"{founder.base}/bundles?{query}")
    assert code(answer) == (400, "query_wrong")


def test_beyond_the_head_is_empty(founder):
    answer = founder.pull(10**14)
    assert answer.lines() == [] and answer.end()["more"] is False


def test_unknown_calls_and_methods(hub):
    link = Link(hub, Replica("x", "s_x"))
    assert code(link.request("GET", "/api/v1/nothing", signed=False)) == (404, "not_found")
    assert code(link.request("PATCH", "/api/v1/health", signed=False)) == (405, "method_wrong")
    assert code(link.request("GET", "/api/v1/spaces", signed=False)) == (405, "method_wrong")


def test_nothing_of_the_api_may_be_cached(founder):
    for answer in (founder.pull(), founder.head(), founder.payloads(),
                   founder.request("GET", "/api/v1/health", signed=False)):
        assert answer.headers["Cache-Control"] == "no-store"


def test_long_answers_are_packed_if_asked_for(founder):
    texts = [founder.replica.seal([founder.replica.operation("need.claim@1", {}) for _ in range(50)])]
    founder.push(texts)
    plain = founder.pull()
    packed = founder.pull(headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.raw) < len(plain.raw) / 3
    assert packed.lines() == plain.lines()


def test_metrics_count_without_names(founder):
    join(founder, "helper")
    text = founder.request("GET", "/api/v1/metrics", signed=False).body.decode()
    assert 'linli_calls_total{kind="push 200"}' in text
    assert "linli_bundles_answered_with_receipt_total" in text
    for secret in (founder.replica.replica, founder.replica.space, founder.replica.person):
        assert secret not in text


def test_too_many_requests_then_again(tmp_path):
    with HubProcess(tmp_path, settings=["requests_per_second=2", "requests_burst=5"]) as hub:
        founder = new_space(hub)
        statuses = [founder.head().status for _ in range(8)]
        assert statuses[:4] == [200] * 4 and statuses[-1] == 429
        answer = founder.head()
        assert code(answer) == (429, "too_many_requests")
        time.sleep(int(answer.headers["Retry-After"]))
        assert founder.head().status == 200
        # Strangers do not use up what members may ask for.
        for _ in range(10):
            founder.head(signed=False)
        assert founder.head(signed=False).status == 429
        time.sleep(1)
        assert founder.head().status == 200


def test_guessing_the_setup_code_is_slow(tmp_path):
    with HubProcess(tmp_path, settings=["setup_attempts_per_minute=3"]) as hub:
        replica = Replica("guesser", "s_0" + "0" * 25)
        text = replica.founding()
        statuses = [Link(hub, replica).found([text], "WRONG").status for _ in range(6)]
        assert statuses == [403, 403, 403, 429, 429, 429]


def test_a_full_space_refuses_and_keeps_what_it_has(tmp_path):
    with HubProcess(tmp_path, settings=["space_bytes=20000"]) as hub:
        founder = new_space(hub)
        texts = [founder.replica.seal([founder.replica.operation("need.claim@1", {"t": "x" * 5500})])
                 for _ in range(4)]
        lines = founder.push(texts).lines()
        assert ["receipt" in line for line in lines] == [True, True, True, False]
        assert lines[3]["refusal"]["code"] == "space_full"
        answer = founder.put_blob("0" * 64, b"x" * 9000, 0, 9000)
        assert code(answer) == (507, "space_full")
        assert len(founder.pull_all()) == 4


def test_a_revoked_replica_cannot_fill_the_space(tmp_path):
    with HubProcess(tmp_path, settings=["bundles_after_revocation=2"]) as hub:
        founder = new_space(hub)
        lost = join(founder, "lost")
        founder.push([founder.replica.seal([founder.replica.revocation(lost.replica.replica)])])
        texts = [lost.replica.seal([lost.replica.operation("need.claim@1", {})]) for _ in range(3)]
        lines = lost.push(texts).lines()
        assert [line.get("revoked", line.get("refusal", {}).get("code")) for line in lines] == [
            True, True, "replica_revoked"]


@pytest.fixture(scope="module")
def impatient(tmp_path_factory):
    settings = ["header_seconds=1", "body_seconds=1", "body_bytes_per_second=1000000", "idle_seconds=1"]
    with HubProcess(tmp_path_factory.mktemp("impatient"), settings=settings) as process:
        yield process


def seconds_until_closed(hub, start, drip):
    """How long the hub bears a client that sends `start` and then a byte now and then."""
    with socket.create_connection(("127.0.0.1", hub.port), timeout=10) as connection:
        began = time.monotonic()
        connection.sendall(start)
        connection.settimeout(0.3)
        while time.monotonic() - began < 10:
            try:
                if not connection.recv(65536):
                    break
            except TimeoutError:
                pass
            except ConnectionError:
                break
            try:
                connection.sendall(drip)
            except ConnectionError:
                break
        return time.monotonic() - began


@pytest.mark.parametrize("start, drip", [
    (b"", b""),
    (b"", b"G"),
    (b"GET / HTTP/1.1\r\n", b"X: y\r\n"),
    (b"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n", b""),
    (b"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\n", b"X: y\r\n"),
    (b"POST /api/v1/spaces HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n", b"x"),
], ids=["silent", "one letter at a time", "endless headers", "idle", "second request", "body"])
def test_slow_clients_are_let_go(impatient, start, drip):
    assert seconds_until_closed(impatient, start, drip) < 4


def test_slow_clients_do_not_hold_up_others(impatient):
    connections = [socket.create_connection(("127.0.0.1", impatient.port)) for _ in range(200)]
    for connection in connections:
        connection.sendall(b"POST /api/v1/spaces HTTP/1.1\r\nContent-Length: 9\r\n\r\n")
    began = time.monotonic()
    link = Link(impatient, Replica("x", "s_x"))
    assert link.request("GET", "/api/v1/health", signed=False).status == 200
    assert time.monotonic() - began < 2
    for connection in connections:
        connection.close()


def test_one_connection_serves_many_requests(founder):
    connection = http.client.HTTPConnection("127.0.0.1", founder.hub.port, timeout=10)
    for _ in range(20):
        header = founder.replica.authorization("GET", f"{founder.base}/head", at_now(), secrets.token_hex(16))
        connection.request("GET", f"{founder.base}/head", headers={"Authorization": header})
        response = connection.getresponse()
        assert response.status == 200 and response.read()
    connection.close()
