"""The Python side against the vectors shared with C++ and JavaScript."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from client import Key
from hub import bundle, canonical, payload, proof
from hub.refusal import Refused

VECTORS = Path(__file__).resolve().parent.parent / "vectors"


def load(name):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def content(case):
    return bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode()


def named(cases):
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", named(load("canonical")["good"]))
def test_good_canonical_text_is_read_and_written_alike(case):
    assert canonical.write(canonical.read(content(case))) == content(case)


@pytest.mark.parametrize("case", named(load("canonical")["bad"]))
def test_bad_canonical_text_is_refused(case):
    with pytest.raises(Refused) as refused:
        canonical.read(content(case))
    assert refused.value.code == case["code"]


@pytest.mark.parametrize("case", named(load("bundle")["good"]))
def test_good_bundle(case):
    read = bundle.read(content(case))
    assert read.hash == case["hash"]
    assert read.signed.decode() == case["signed_text"]
    assert read.is_signed_by(case["public_key"])


@pytest.mark.parametrize("case", named(load("bundle")["bad"]))
def test_bad_bundle(case):
    try:
        read = bundle.read(content(case))
    except Refused as refused:
        assert refused.code == case["code"]
    else:
        assert case["code"] == "bad_signature"
        assert not read.is_signed_by(case["public_key"])


def test_keys_and_signatures():
    for case in load("identity")["keys"]:
        key = Key(bytes.fromhex(case["seed"]))
        assert key.public_key == case["public_key"]
        assert proof.replica_id(case["public_key"]) == case["replica"]
        assert proof.verify(case["public_key"], case["signature"], case["text"].encode())


@pytest.mark.parametrize("case", named(load("identity")["bad_signatures"]))
def test_bad_signature(case):
    assert not proof.verify(case["public_key"], case["signature"], case["text"].encode())


def test_payloads():
    for case in load("identity")["payloads"]:
        assert payload.read(content(case)) == case["commitment"]


@pytest.mark.parametrize("case", named(load("identity")["bad_payloads"]))
def test_bad_payload(case):
    with pytest.raises(Refused) as refused:
        payload.read(content(case))
    assert refused.value.code == case["code"]


def test_heads_follow_each_other():
    chain = load("identity")["head_chain"]
    heads = chain["heads"]
    assert heads[0]["head"] == proof.first_head(chain["space"])
    for before, after in zip(heads, heads[1:]):
        assert proof.next_head(before["head"], after["hash"]) == after["head"]


def test_requests():
    for case in load("identity")["requests"]:
        text = proof.request_text(case["method"], case["target"], case["at"], case["nonce"],
                                  case["body"].encode())
        assert text.decode() == case["text"]
        assert Key(bytes.fromhex(case["seed"])).sign(text) == case["signature"]


def test_the_files_are_what_the_generator_makes():
    subprocess.run([sys.executable, VECTORS / "make_vectors.py", "--check"], check=True, timeout=60)
