"""Founding, joining, pushing and every code a bundle can be refused with, over real HTTP."""

import gzip
import threading

import pytest

from client import Replica, ulid
from conftest import join, new_space
from hub import canonical, proof
from hub_process import Link

SECRET = "ab" * 32


def codes(answer):
    return [line.get("refusal", {}).get("code", "receipt") for line in answer.lines()]


def note(replica, **changes):
    return replica.operation("attendance.signed_in@1", {"minutes": 5}, **changes)


def test_founding_gives_seq_one_and_a_head_that_verifies(hub):
    replica = Replica("alone", "s_" + ulid("space", "alone"))
    text = replica.founding()
    answer = Link(hub, replica).found([text])
    receipt, head = answer.lines()[0]["receipt"], answer.end()["head"]
    assert receipt["seq"] == 1 and receipt["number"] == 1
    assert receipt["hash"] == replica.previous
    assert receipt["head"] == proof.next_head(proof.first_head(replica.space), replica.previous)
    assert head["head"] == receipt["head"] and head["seq"] == 1 and head["epoch"] == 1
    assert proof.verify(head["hub_key"], head["signature"], proof.signed_text(head))


def test_founding_twice_gives_the_same_receipt(hub):
    replica = Replica("twice", "s_" + ulid("space", "twice"))
    text = replica.founding()
    first = Link(hub, replica).found([text]).lines()
    assert Link(hub, replica).found([text]).lines() == first


def test_founding_with_the_order_of_a_space_that_was_alone(hub):
    replica = Replica("long alone", "s_" + ulid("space", "long alone"))
    texts = [replica.founding()] + [replica.seal([note(replica)]) for _ in range(20)]
    answer = Link(hub, replica).found(texts)
    assert [line["receipt"]["seq"] for line in answer.lines()] == list(range(1, 22))


def test_founding_needs_the_setup_code(hub):
    replica = Replica("thief", "s_" + ulid("space", "thief"))
    text = replica.founding()
    for code in ("", "AAAA-AAAA-AAAA-AAAA", "邻里".encode().decode("latin-1")):
        answer = Link(hub, replica).found([text], code)
        assert (answer.status, answer.one()["code"]) == (403, "setup_code_wrong")
    assert Link(hub, replica).head().one()["code"] == "unknown_replica"
    lower = hub.setup_code.lower().replace("-", "")
    assert codes(Link(hub, replica).found([text], lower)) == ["receipt"]


def test_founding_needs_a_signed_request(hub):
    replica = Replica("unsigned", "s_" + ulid("space", "unsigned"))
    answer = Link(hub, replica).found([replica.founding()], signed=False)
    assert (answer.status, answer.one()["code"]) == (401, "request_unsigned")


def test_founding_needs_a_founding_bundle(hub):
    replica = Replica("empty", "s_" + ulid("space", "empty"))
    assert Link(hub, replica).found([]).one()["code"] == "not_founding"
    ordinary = replica.seal([note(replica)])
    assert Link(hub, replica).found([ordinary]).one()["code"] == "not_founding"
    assert Link(hub, replica).found([b"{"]).one()["code"] == "malformed"


def test_a_space_is_founded_once(founder):
    other = Replica("second founder", founder.replica.space)
    link = Link(founder.hub, other)
    assert codes(link.found([other.founding()])) == ["space_taken"]
    assert [bundle["replica"] for bundle, _ in founder.pull_all()] == [founder.replica.replica]


@pytest.mark.parametrize("changes", [
    {"role": "kiosk"}, {"role": 1}, {"replica": "r_" + "0" * 32}, {"public_key": "0" * 64},
    {"space": "s_" + ulid("elsewhere")}, {"public_key": None},
], ids=str)
def test_founding_data_must_fit_the_bundle(hub, changes):
    replica = Replica(f"odd {changes}", "s_" + ulid("space", str(changes)))
    data = {"public_key": replica.public_key, "replica": replica.replica, "role": "desk",
            "space": replica.space, **changes}
    text = replica.seal([replica.operation("space.founded@1", data)])
    answer = Link(hub, replica).found([text])
    if "public_key" in changes:
        assert answer.one()["code"] == "unknown_replica"
    else:
        assert codes(answer) == ["enrolment_wrong"]


def test_pushing_twice_gives_the_same_receipts(founder):
    texts = [founder.replica.seal([note(founder.replica)]) for _ in range(5)]
    first = founder.push(texts).lines()
    assert founder.push(texts).lines() == first
    assert founder.push(list(reversed(texts))).lines() == list(reversed(first))
    assert len(founder.pull_all()) == 6


def test_what_is_pulled_is_what_was_pushed(founder):
    text = founder.replica.seal([note(founder.replica, actor="", hub_at="2026-11-22T08:00:00.000Z")
                                 for _ in range(1000)])
    founder.push([text])
    (_, _), (bundle, receipt) = founder.pull_all()
    assert canonical.write(bundle) == text
    assert receipt["hash"] == founder.replica.previous


def test_pages_join_to_the_whole(founder):
    texts = [founder.replica.seal([note(founder.replica) for _ in range(900)]) for _ in range(24)]
    for start in range(0, 24, 8):
        founder.push(texts[start:start + 8])
    first = founder.pull()
    assert first.end()["more"] is True
    pulled = founder.pull_all()
    assert [canonical.write(bundle) for bundle, _ in pulled[1:]] == texts
    head = proof.first_head(founder.replica.space)
    for seq, (_, receipt) in enumerate(pulled, 1):
        head = proof.next_head(head, receipt["hash"])
        assert (receipt["seq"], receipt["head"]) == (seq, head)
    assert founder.head().one()["head"] == head


def test_one_bad_bundle_does_not_block_others(founder):
    other = join(founder, "neighbour")
    good = founder.replica.seal([note(founder.replica)])
    also_good = other.replica.seal([note(other.replica)])
    bad = also_good.replace(b'"minutes":5', b'"minutes":6')
    answer = founder.push([b"{garbage", good, bad, b"\xff\xfe", also_good])
    assert codes(answer) == ["malformed", "receipt", "bad_signature", "malformed", "receipt"]
    refusal = answer.lines()[2]["refusal"]
    assert (refusal["number"], refusal["replica"]) == (2, other.replica.replica)
    assert answer.lines()[0]["refusal"]["number"] == 0


def test_gap_then_resume(founder):
    texts = [founder.replica.seal([note(founder.replica)]) for _ in range(4)]
    assert codes(founder.push([texts[0], texts[2], texts[1], texts[3]])) == [
        "receipt", "gap", "receipt", "gap"]
    assert codes(founder.push(texts)) == ["receipt"] * 4


def test_truncated_body_keeps_what_came_whole(founder):
    texts = [founder.replica.seal([note(founder.replica)]) for _ in range(3)]
    body = b"\n".join(texts)
    answer = founder.request("POST", f"{founder.base}/bundles", body[:-10])
    assert codes(answer) == ["receipt", "receipt", "malformed"]
    assert codes(founder.push(texts)) == ["receipt"] * 3


def test_broken_chain(founder):
    value = founder.replica.unsigned([note(founder.replica)])
    assert codes(founder.push([founder.replica.signed({**value, "previous": "ab" * 32})])) == [
        "broken_chain"]


def test_fork_is_kept_and_told(founder):
    clone = Replica("clone", founder.replica.space)
    clone.__dict__.update({**founder.replica.__dict__, "person": "p_" + ulid("other")})
    mine, theirs = founder.replica.seal([note(founder.replica)]), clone.seal([note(clone)])
    assert codes(founder.push([mine, theirs, theirs, mine])) == ["receipt", "fork", "fork", "receipt"]


def test_wrong_space(founder):
    elsewhere = new_space(founder.hub)
    text = elsewhere.replica.seal([note(elsewhere.replica)])
    assert codes(founder.push([text])) == ["wrong_space"]


def test_canonical_form_and_size_are_required(founder):
    text = founder.replica.seal([note(founder.replica)])
    spaced = text.replace(b'"number":', b'"number": ')
    large = Replica("large", founder.replica.space)
    huge = large.seal([large.operation("need.published@1", {"text": "x" * 300 * 1024})])
    newer = large.signed({**large.unsigned([note(large)]), "format": "linli.bundle/2"})
    many = large.signed(large.unsigned([note(large)] * 1001))
    assert codes(founder.push([spaced, huge, newer, many, text])) == [
        "not_canonical", "too_large", "update_needed", "malformed", "receipt"]


def test_unknown_replica(founder):
    stranger = Replica("stranger", founder.replica.space)
    first, second = stranger.seal([note(stranger)]), stranger.seal([note(stranger)])
    assert codes(founder.push([first, second])) == ["unknown_replica", "unknown_replica"]
    answer = Link(founder.hub, stranger).push([first])
    assert (answer.status, answer.one()["code"]) == (401, "unknown_replica")


def test_joining_with_an_invite(founder):
    kiosk = join(founder, "kiosk", "kiosk")
    assert len(kiosk.pull_all()) == 3
    assert codes(kiosk.push([kiosk.replica.seal([note(kiosk.replica)])])) == ["receipt"]


def invite(founder, name, **more):
    founder.push([founder.replica.seal([founder.replica.invite(name, SECRET, **more)])])


def enrol(founder, replica, name, secret=SECRET, **changes):
    text = replica.seal([replica.enrolment(name, secret, **changes)])
    return codes(Link(founder.hub, replica).push([text]))


def test_an_invite_is_for_one_replica_and_one_role(founder):
    def newcomer(name, role="desk"):
        return Replica(f"{name} {founder.replica.space}", founder.replica.space, role)

    assert enrol(founder, newcomer("early"), "a") == ["invite_unknown"]
    invite(founder, "a")
    assert enrol(founder, newcomer("guesser"), "a", "cd" * 32) == ["invite_wrong"]
    assert enrol(founder, newcomer("climber", "auditor"), "a") == ["invite_wrong"]
    assert enrol(founder, newcomer("odd role", "owner"), "a") == ["enrolment_wrong"]
    assert enrol(founder, newcomer("odd secret"), "a", 7) == ["enrolment_wrong"]
    assert enrol(founder, newcomer("early"), "a") == ["receipt"]
    assert enrol(founder, newcomer("late"), "a") == ["invite_used"]
    invite(founder, "b", expires_day="2020-01-01")
    assert enrol(founder, newcomer("too late"), "b") == ["invite_expired"]


def test_an_enrolment_must_name_its_own_key(founder):
    invite(founder, "a")
    replica = Replica(f"liar {founder.replica.space}", founder.replica.space)
    text = replica.seal([replica.enrolment("a", SECRET, public_key=founder.replica.public_key)])
    assert codes(founder.push([text])) == ["enrolment_wrong"]
    replica = Replica(f"liar too {founder.replica.space}", founder.replica.space)
    text = replica.seal([replica.enrolment("a", SECRET, replica=founder.replica.replica)])
    assert codes(founder.push([text])) == ["enrolment_wrong"]


def test_only_desks_invite_and_revoke(founder):
    kiosk = join(founder, "kiosk", "kiosk").replica
    link = Link(founder.hub, kiosk)
    assert codes(link.push([kiosk.seal([kiosk.invite("k", SECRET),
                                        kiosk.revocation(founder.replica.replica)])])) == ["receipt"]
    newcomer = Replica(f"friend {kiosk.space}", kiosk.space)
    assert enrol(founder, newcomer, "k") == ["invite_unknown"]
    assert founder.head().status == 200


def test_a_copied_kiosk_invites_itself_as_what_it_is(founder):
    kiosk = join(founder, "kiosk", "kiosk").replica
    link = Link(founder.hub, kiosk)

    def renewal(name, role, renews):
        invite = kiosk.invite(name, SECRET, role)
        invite["data"]["renews"] = renews
        return invite

    assert codes(link.push([kiosk.seal([
        renewal("more", "desk", kiosk.replica),
        renewal("other", "kiosk", founder.replica.replica),
        renewal("own", "kiosk", kiosk.replica)])])) == ["receipt"]
    for name, role, code in (("more", "desk", "invite_unknown"), ("other", "kiosk", "invite_unknown"),
                             ("own", "kiosk", "receipt")):
        newcomer = Replica(f"again {name} {kiosk.space}", kiosk.space, role)
        text = newcomer.seal([newcomer.enrolment(name, SECRET)])
        assert codes(Link(founder.hub, newcomer).push([text])) == [code]


def test_the_first_invite_with_an_id_stays(founder):
    invite(founder, "a")
    founder.push([founder.replica.seal([founder.replica.invite("a", "cd" * 32)])])
    newcomer = Replica(f"n {founder.replica.space}", founder.replica.space)
    assert enrol(founder, newcomer, "a") == ["receipt"]


@pytest.mark.parametrize("data", [
    {}, {"invite": 1}, {"invite": [], "secret_hash": {}, "role": None, "expires_day": 0},
    {"invite": "iv_x", "secret_hash": "x", "role": "desk", "expires_day": "2999-01-01"},
    {"invite": "iv_x", "secret_hash": "0" * 64, "role": [], "expires_day": "2999-01-01"},
], ids=str)
def test_odd_authority_is_left_to_the_fold(founder, data):
    operations = [founder.replica.operation(kind, data)
                  for kind in ("invite.created@1", "replica.revoked@1", "replica.enrolled@1")]
    assert codes(founder.push([founder.replica.seal(operations)])) == ["receipt"]


def test_a_revoked_replica_hands_in_facts_but_reads_nothing(founder):
    lost = join(founder, "lost")
    before = lost.replica.seal([note(lost.replica)])
    assert codes(lost.push([before])) == ["receipt"]
    founder.push([founder.replica.seal([founder.replica.revocation(lost.replica.replica)])])
    fact = lost.replica.seal([note(lost.replica), lost.replica.invite("backdoor", SECRET),
                              lost.replica.revocation(founder.replica.replica)])
    lines = lost.push([before, fact]).lines()
    assert "revoked" not in lines[0] and lines[1]["revoked"] is True
    assert lost.push([fact]).lines()[0]["revoked"] is True
    for target in ("bundles?after=0", "head", "events", "payloads?after=0", "blobs/" + "0" * 64):
        answer = lost.request("GET", f"{lost.base}/{target}")
        assert (answer.status, answer.one()["code"]) == (403, "replica_revoked")
    thief = Replica(f"thief {lost.replica.space}", lost.replica.space)
    assert enrol(founder, thief, "backdoor") == ["invite_unknown"]
    assert founder.head().status == 200


def test_packed_push(founder):
    text = founder.replica.seal([note(founder.replica)])
    headers = {"Content-Encoding": "gzip"}
    answer = founder.push([gzip.compress(text)], headers=headers)
    assert codes(answer) == ["receipt"]


def test_empty_push_is_an_empty_answer(founder):
    answer = founder.push([])
    assert answer.lines() == [] and answer.end()["head"]["seq"] == 1


def test_two_clients_racing_get_one_order(founder):
    links = [join(founder, f"racer {number}") for number in range(4)]
    texts = {link: [link.replica.seal([note(link.replica)]) for _ in range(10)] for link in links}
    failures = []

    def race(link):
        for text in texts[link]:
            if codes(link.push([text, text])) != ["receipt", "receipt"]:
                failures.append(link.replica.name)

    threads = [threading.Thread(target=race, args=(link,)) for link in links]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    pulled = founder.pull_all()
    assert [receipt["seq"] for _, receipt in pulled] == list(range(1, len(pulled) + 1))
    assert len(pulled) == 1 + 4 * 2 + 40


def test_the_same_bundle_raced_from_two_carriers_is_ordered_once(founder):
    texts = [founder.replica.seal([note(founder.replica)]) for _ in range(30)]
    carriers = [founder, Link(founder.hub, founder.replica)]
    answers = {}

    def carry(number):
        answers[number] = [carriers[number].push([text]).lines()[0] for text in texts]

    threads = [threading.Thread(target=carry, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(founder.pull_all()) == 31
    assert answers[0] == answers[1]
