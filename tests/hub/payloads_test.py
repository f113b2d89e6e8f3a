"""Private payloads, blobs and live events, over real HTTP."""

import hashlib
import json
import os
import socket
import threading

import pytest

from conftest import join, new_space
from hub import canonical, payload
from hub_process import HubProcess, next_event


def make_payload(number):
    return canonical.write({"name": f"陈{number}", "salt": f"{number:032x}"})


def mention(link, texts):
    """Pushes a bundle whose operations commit to these payloads."""
    replica = link.replica
    operations = [replica.operation("person.registered@1", {}, payload.read(text)) for text in texts]
    assert "receipt" in link.push([replica.seal(operations)]).lines()[0]


def test_payloads_follow_their_commitments(founder):
    texts = [make_payload(number) for number in range(3)]
    early = founder.put_payloads(texts).lines()
    assert [line["refusal"]["code"] for line in early] == ["payload_unknown"] * 3
    mention(founder, texts)
    accepted = founder.put_payloads([*texts, texts[0]]).lines()
    assert [line["accepted"] for line in accepted] == [payload.read(text) for text in [*texts, texts[0]]]
    answer = founder.payloads()
    assert [canonical.write(line["payload"]) for line in answer.lines()] == texts
    assert [line["cursor"] for line in answer.lines()] == [1, 2, 3]
    assert answer.end() == {"cursor": 3, "more": False}
    assert [line["cursor"] for line in founder.payloads(2).lines()] == [3]


def test_one_bad_payload_does_not_block_others(founder):
    good = make_payload(1)
    mention(founder, [good])
    bad = [b"{", b'{"salt":"x"}', b'{ "salt":"' + b"0" * 32 + b'"}',
           b'{"salt":"' + b"0" * 32 + b'","text":"' + b"x" * 70000 + b'"}']
    lines = founder.put_payloads([*bad, good]).lines()
    assert [line.get("refusal", {}).get("code") for line in lines] == [
        "malformed", "malformed", "not_canonical", "too_large", None]


def test_payloads_of_another_space_are_unknown(founder):
    text = make_payload(1)
    mention(new_space(founder.hub), [text])
    assert founder.put_payloads([text]).lines()[0]["refusal"]["code"] == "payload_unknown"


def test_auditors_get_figures_but_no_names(founder):
    auditor, kiosk = join(founder, "auditor", "auditor"), join(founder, "kiosk", "kiosk")
    text = make_payload(1)
    mention(founder, [text])
    founder.put_payloads([text])
    name = hashlib.sha256(b"x").hexdigest()
    founder.put_blob(name, b"x", 0, 1)
    assert len(auditor.pull_all()) == 6
    for answer in (auditor.payloads(), auditor.put_payloads([text]), auditor.put_blob(name, b"x", 0, 1),
                   auditor.request("GET", f"{auditor.base}/blobs/{name}")):
        assert (answer.status, answer.one()["code"]) == (403, "not_allowed")
    assert len(kiosk.payloads().lines()) == 1


def test_an_erased_payload_is_gone_for_good(founder):
    kiosk = join(founder, "kiosk", "kiosk")
    texts = [make_payload(number) for number in range(2)]
    mention(founder, texts)
    founder.put_payloads(texts)
    target = f"{founder.base}/payloads/{payload.read(texts[0])}"
    assert kiosk.request("DELETE", target).one()["code"] == "not_allowed"
    assert founder.request("DELETE", target).status == 204
    assert founder.request("DELETE", target).status == 204
    assert [line["cursor"] for line in founder.payloads().lines()] == [2]
    assert founder.put_payloads([texts[0]]).lines()[0]["refusal"]["code"] == "payload_erased"
    assert len(founder.pull_all()) == 4


def test_payload_pages(founder):
    texts = [canonical.write({"note": "x" * 3000, "salt": f"{number:032x}"}) for number in range(900)]
    mention(founder, texts)
    founder.put_payloads(texts)
    seen, more, cursor = [], True, 0
    while more:
        answer = founder.payloads(cursor, headers={"Accept-Encoding": "gzip"})
        seen += [line["cursor"] for line in answer.lines()]
        cursor, more = answer.end()["cursor"], answer.end()["more"]
    assert seen == list(range(1, 901))


def test_a_blob_in_parts_resumes(founder):
    content = os.urandom(300_000)
    name = hashlib.sha256(content).hexdigest()
    target = f"{founder.base}/blobs/{name}"
    assert founder.request("HEAD", target).status == 404
    assert founder.request("GET", target).status == 404
    assert founder.put_blob(name, content[:100_000], 0, 300_000).one() == {"have": 100_000, "size": 300_000}
    head = founder.request("HEAD", target)
    assert (head.headers["Linli-Have"], head.headers["Linli-Size"]) == ("100000", "0")
    assert founder.request("GET", target).status == 404
    wrong = founder.put_blob(name, content[:100_000], 0, 300_000)
    assert (wrong.status, wrong.one()["code"], wrong.one()["have"]) == (409, "blob_offset_wrong", 100_000)
    assert founder.put_blob(name, content[100_000:], 100_000, 300_000).one()["have"] == 300_000
    assert founder.put_blob(name, content, 0, 300_000).one()["have"] == 300_000
    assert founder.request("GET", target).body == content
    rest = founder.request("GET", target, headers={"Range": "bytes=299990-"})
    assert (rest.status, rest.body) == (206, content[299_990:])
    assert rest.headers["Content-Range"] == "bytes 299990-299999/300000"
    assert founder.request("GET", target, headers={"Range": "bytes=300000-"}).status == 416


def test_a_damaged_blob_starts_again(founder):
    name = hashlib.sha256(b"right").hexdigest()
    answer = founder.put_blob(name, b"wrong", 0, 5)
    assert (answer.status, answer.one()["code"]) == (422, "blob_mismatch")
    assert founder.put_blob(name, b"right", 0, 5).one()["have"] == 5


@pytest.mark.parametrize("offset, size", [(0, 0), (0, 9 * 1024 * 1024), (0, 3), (5, 3)])
def test_odd_blob_sizes(founder, offset, size):
    answer = founder.put_blob("0" * 64, b"12345", offset, size)
    assert answer.one()["code"] in ("query_wrong", "blob_offset_wrong")


@pytest.mark.parametrize("name", ["..", "%2e%2e%2f%2e%2e%2fhub_key", "A" * 64, "0" * 63, "hub_key"])
def test_blob_names_are_hashes(founder, name):
    answer = founder.request("GET", f"{founder.base}/blobs/{name}")
    assert (answer.status, answer.one()["code"]) == (404, "not_found")


def test_blobs_stay_in_their_space(founder):
    other = new_space(founder.hub)
    name = hashlib.sha256(b"mine").hexdigest()
    founder.put_blob(name, b"mine", 0, 4)
    assert other.request("GET", f"{other.base}/blobs/{name}").status == 404


def test_events_tell_when_the_head_moves(founder):
    kiosk = join(founder, "kiosk", "kiosk")
    connection, response = kiosk.events()
    assert response.headers["Content-Type"].startswith("text/event-stream")
    first = next_event(response)
    assert first["seq"] == 3
    founder.push([founder.replica.seal([founder.replica.operation("need.claim@1", {})])])
    second = next_event(response)
    assert (second["seq"], second["head"]) == (4, founder.head().one()["head"])
    connection.close()


def test_events_end_with_revocation(founder):
    lost = join(founder, "lost")
    connection, response = lost.events()
    next_event(response)
    founder.push([founder.replica.seal([founder.replica.revocation(lost.replica.replica)])])
    assert next_event(response) is None
    connection.close()


def test_streams_are_limited_and_given_back(founder):
    streams = [founder.events() for _ in range(8)]
    for _, response in streams:
        assert next_event(response)["seq"] == 1
    connection, response = founder.events()
    assert (response.status, json.loads(response.read())["code"]) == (429, "too_many_requests")
    connection.close()
    for connection, _ in streams:
        connection.sock.shutdown(socket.SHUT_RDWR)
        connection.close()
    for _ in range(50):
        connection, response = founder.events()
        if response.status == 200:
            break
        connection.close()
        threading.Event().wait(0.1)
    assert next_event(response)["seq"] == 1
    connection.close()


def test_a_quiet_stream_beats(tmp_path):
    with HubProcess(tmp_path, settings=["heartbeat_seconds=1", "stream_seconds=3"]) as hub:
        founder = new_space(hub)
        connection, response = founder.events()
        next_event(response)
        lines = [line for line in iter(response.readline, b"") if line.startswith(b":")]
        assert 1 <= len(lines) <= 3
        connection.close()
