"""Writes the test vectors that C++, Python and JavaScript share. `--check` only compares.

The files are the contract: a change in one of them is a change of format.
"""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent), str(HERE.parent / "hub")]

from client import Key, Replica, ulid  # noqa: E402
from hub import canonical, proof  # noqa: E402

SPACE = "s_" + ulid("space", "vectors")
OTHER_SPACE = "s_" + ulid("space", "other")


def text_case(name, text, **more):
    """A case whose bytes are given as text, or as hex where they are not UTF-8."""
    if isinstance(text, str):
        text = text.encode()
    try:
        return {"name": name, "text": text.decode(), **more}
    except UnicodeDecodeError:
        return {"name": name, "hex": text.hex(), **more}


def canonical_vectors():
    good = {
        "empty object": "{}",
        "empty array": "[]",
        "constants": "[true,false,null]",
        "integers": "[0,1,-1,9007199254740991,-9007199254740991]",
        "sorted keys": '{"@":1,"a":2,"a.b":3,"a1":4,"a_b":5,"b":6}',
        "short escapes": '["\\b\\t\\n\\f\\r\\"\\\\"]',
        "control escapes": '["\\u0000\\u0001\\u000b\\u001f"]',
        "unescaped": '["/","\u007f","\u0080","\u2028\u2029","\ufeff"]',
        "chinese": '{"data":"邻里时间银行"}',
        "beyond the basic plane": '["𠮷野家","😀","\U0010ffff"]',
        "right to left": '["שלום"]',
        "decomposed text stays": '["e\u0301","\u00e9"]',
        "noncharacter": '["\ufffe\uffff"]',
        "depth 16": "[" * 16 + "]" * 16,
        "depth 16 of objects": '{"a":' * 15 + "{}" + "}" * 15,
        "bare string": '"a"',
        "bare integer": "7",
        "longest key": '{"' + "k" * 64 + '":1}',
    }
    rewritten = {
        "space": '{"a": 1}',
        "leading space": " {}",
        "trailing line feed": "{}\n",
        "key order": '{"b":1,"a":2}',
        "duplicate key": '{"a":1,"a":1}',
        "duplicate key, other value": '{"a":1,"a":2}',
        "minus zero": "[-0]",
        "escaped slash": '["\\/"]',
        "escaped letter": '["\\u0061"]',
        "escaped chinese": '["\\u90bb"]',
        "upper-case escape": '["\\u001F"]',
        "long form of a short escape": '["\\u000a"]',
        "escaped surrogate pair": '["\\ud83d\\ude00"]',
        "escaped delete": '["\\u007f"]',
    }
    malformed = {
        "empty": "",
        "only space": " ",
        "two values": "{}{}",
        "trailing comma": "[1,]",
        "missing bracket": "[1",
        "missing value": '{"a":}',
        "single quotes": "{'a':1}",
        "comment": "[1/**/]",
        "leading zero": "[01]",
        "plus sign": "[+1]",
        "lone minus": "[-]",
        "float": "[1.5]",
        "float that is whole": "[1.0]",
        "exponent": "[1e3]",
        "too large": "[9007199254740992]",
        "too small": "[-9007199254740992]",
        "beyond 64 bits": "[18446744073709551616]",
        "very long integer": "[" + "9" * 5000 + "]",
        "not a number": "[NaN]",
        "infinity": "[Infinity]",
        "minus infinity": "[-Infinity]",
        "raw control character": '["\u0001"]',
        "raw line feed": '["\n"]',
        "unknown escape": '["\\x41"]',
        "short hex escape": '["\\u12"]',
        "lone high surrogate": '["\\ud83d"]',
        "lone low surrogate": '["\\ude00"]',
        "swapped surrogates": '["\\ude00\\ud83d"]',
        "byte-order mark": "\ufeff{}",
        "upper-case key": '{"A":1}',
        "empty key": '{"":1}',
        "chinese key": '{"邻":1}',
        "key with space": '{"a b":1}',
        "key too long": '{"' + "k" * 65 + '":1}',
        "depth 17": "[" * 17 + "]" * 17,
        "depth 17 of objects": '{"a":' * 16 + "{}" + "}" * 16,
        "depth 5000": "[" * 5000 + "]" * 5000,
        "unclosed depth 20000": "[" * 20000,
        "invalid byte": b'["\xff"]',
        "overlong slash": b'["\xc0\xaf"]',
        "overlong null": b'["\xc0\x80"]',
        "encoded surrogate": b'["\xed\xa0\x80"]',
        "beyond unicode": b'["\xf4\x90\x80\x80"]',
        "cut-off sequence": b'["\xe9\x82"]',
        "utf-16": "{}".encode("utf-16-le"),
        "null byte after": b"{}\x00",
    }
    return {
        "good": [text_case(name, text) for name, text in good.items()],
        "bad": [text_case(name, text, code="not_canonical") for name, text in rewritten.items()]
        + [text_case(name, text, code="malformed") for name, text in malformed.items()],
    }


def identity_vectors():
    keys = []
    for seed in ("01" * 32, "02" * 32, "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"):
        key = Key(bytes.fromhex(seed))
        text = "linli.bundle/1\n{}"
        keys.append({"seed": seed, "public_key": key.public_key, "replica": key.replica,
                     "text": text, "signature": key.sign(text.encode())})
    good = Key(b"\1" * 32)
    text = "linli.bundle/1\n{}"
    signature = good.sign(text.encode())
    order = 2**252 + 27742317777372353535851937790883648493
    s = int.from_bytes(bytes.fromhex(signature[64:]), "little")
    p = proof.PRIME
    bad = {
        "other text": (good.public_key, signature, text + " "),
        "first bit changed": (good.public_key, f"{int(signature[:2], 16) ^ 1:02x}" + signature[2:], text),
        "last bit changed": (good.public_key, signature[:-2] + f"{int(signature[-2:], 16) ^ 1:02x}", text),
        "other key": (Key(b"\2" * 32).public_key, signature, text),
        "second half beyond the group order": (
            good.public_key, signature[:64] + (s + order).to_bytes(32, "little").hex(), text),
        "zero signature": (good.public_key, "0" * 128, text),
        "key is the neutral point": ("01" + "0" * 62, "01" + "0" * 126, text),
        "key of order 8": (proof.ORDER_8.to_bytes(32, "little").hex(), "01" + "0" * 126, text),
        "key of order 8, other sign": (
            (proof.ORDER_8 | 1 << 255).to_bytes(32, "little").hex(), "01" + "0" * 126, text),
        "key of order 4": ("0" * 64, "01" + "0" * 126, text),
        "key not canonical": ((p + 3).to_bytes(32, "little").hex(), signature, text),
        "key is the prime plus one": ((p + 1).to_bytes(32, "little").hex(), "01" + "0" * 126, text),
        "key off the curve": ("02" + "0" * 62, signature, text),
    }
    payloads = []
    for text in (
        '{"name":"陈阿婆","phone":"13800000000","salt":"00112233445566778899aabbccddeeff"}',
        '{"note":"","salt":"ffffffffffffffffffffffffffffffff"}',
    ):
        payloads.append({"text": text, "commitment": proof.commitment(text.encode())})
    bad_payloads = [
        ("no salt", '{"name":"x"}', "malformed"),
        ("short salt", '{"salt":"00"}', "malformed"),
        ("upper-case salt", '{"salt":"00112233445566778899AABBCCDDEEFF"}', "malformed"),
        ("salt is a number", '{"salt":1}', "malformed"),
        ("array", '["00112233445566778899aabbccddeeff"]', "malformed"),
        ("space", '{"salt": "00112233445566778899aabbccddeeff"}', "not_canonical"),
    ]
    secrets = ["00" * 32, "0123456789abcdef" * 4]
    heads = [{"seq": 0, "head": proof.first_head(SPACE)}]
    for seq in range(1, 4):
        bundle_hash = proof.sha256(b"", f"bundle {seq}".encode())
        heads.append({"seq": seq, "hash": bundle_hash,
                      "head": proof.next_head(heads[-1]["head"], bundle_hash)})
    hub = Key(b"\7" * 32)
    head = {"at": "2026-11-22T08:01:02.003Z", "epoch": 1, "format": "linli.head/1",
            "head": heads[3]["head"], "hub_key": hub.public_key, "seq": 3, "space": SPACE}
    signed = proof.signed_text(head)
    head_text = canonical.write({**head, "signature": hub.sign(signed)}).decode()
    requests = []
    for method, target, body in (
        ("GET", f"/api/v1/spaces/{SPACE}/bundles?after=0", b""),
        ("POST", f"/api/v1/spaces/{SPACE}/bundles", "一行\n".encode()),
    ):
        at, nonce = "2026-11-22T08:01:02.003Z", "00112233445566778899aabbccddeeff"
        signed_request = proof.request_text(method, target, at, nonce, body)
        requests.append({"seed": good.seed.hex(), "replica": good.replica, "method": method,
                         "target": target, "at": at, "nonce": nonce, "body": body.decode(),
                         "text": signed_request.decode(), "signature": good.sign(signed_request)})
    return {
        "keys": keys,
        "bad_signatures": [
            {"name": name, "public_key": key, "signature": signature, "text": text}
            for name, (key, signature, text) in bad.items()
        ],
        "payloads": payloads,
        "bad_payloads": [text_case(name, text, code=code) for name, text, code in bad_payloads],
        "invites": [{"secret": secret, "secret_hash": proof.invite_hash(secret)} for secret in secrets],
        "head_chain": {"space": SPACE, "heads": heads},
        "head": {"seed": hub.seed.hex(), "text": head_text, "signed_text": signed.decode()},
        "requests": requests,
    }


def good_bundles():
    """The first three bundles of one replica and the first of another: texts and what they open."""
    founder = Replica("founder", SPACE)
    joiner = Replica("joiner", SPACE, "kiosk")
    secret = "0123456789abcdef" * 4
    payload = b'{"name":"\xe9\x99\x88","salt":"00112233445566778899aabbccddeeff"}'
    person = founder.operation("person.registered@1", {"person": founder.person, "roles": ["volunteer"]},
                               proof.commitment(payload))
    texts = [
        ("founding", founder, founder.founding(person)),
        ("invite", founder, founder.seal([founder.invite("joiner", secret, "kiosk")])),
        ("many operations", founder, founder.seal([
            founder.operation("coin.post@1", {"minutes": -9007199254740991, "list": [[], {}, None, True]},
                              hub_at="2026-11-22T08:00:00.000Z", day=f"2026-01-{day:02d}")
            for day in range(1, 21)])),
        ("joining", joiner, joiner.seal([
            joiner.enrolment("joiner", secret),
            joiner.operation("attendance.signed_out@12", {}, actor="")])),
    ]
    return founder, texts


def bundle_vectors():
    founder, texts = good_bundles()
    good, head, receipts = [], proof.first_head(SPACE), []
    for seq, (name, replica, text) in enumerate(texts, 1):
        value = canonical.read(text)
        signed = proof.signed_text(value)
        bundle_hash = proof.sha256(b"", signed)
        head = proof.next_head(head, bundle_hash)
        receipts.append({"hash": bundle_hash, "head": head, "number": value["number"],
                         "replica": value["replica"], "seq": seq})
        good.append({"name": name, "seed": replica.seed.hex(), "public_key": replica.public_key,
                     "text": text.decode(), "signed_text": signed.decode(), "hash": bundle_hash,
                     "receipt": canonical.write(receipts[-1]).decode()})
    file = {"bundles": [canonical.read(text) for _, _, text in texts], "format": "linli.file/1",
            "payloads": [], "receipts": receipts, "space": SPACE}
    bad = [text_case(name, text, code=code, public_key=founder.public_key)
           for name, text, code in bad_bundles(founder, texts[1][2])]
    return {"good": good, "bad": bad, "file": canonical.write(file).decode()}


def bad_bundles(founder, text):
    """(name, text, code): bundles a receiver refuses though it knows `founder`'s key."""
    value = canonical.read(text)
    del value["signature"]
    operation = value["operations"][0]

    def bundle(**changes):
        return founder.signed({**value, **changes})

    def with_operation(**changes):
        return bundle(operations=[{**operation, **changes}])

    def without(member):
        return founder.signed({key: kept for key, kept in value.items() if key != member})

    yield "cut off", text[:-1], "malformed"
    yield "cut in the middle", text[: len(text) // 2], "malformed"
    yield "line feed after", text + b"\n", "not_canonical"
    yield "spaces", json.dumps(canonical.read(text), sort_keys=True).encode(), "not_canonical"
    yield "upper-case signature", text.replace(
        canonical.read(text)["signature"].encode(), canonical.read(text)["signature"].upper().encode()
    ), "malformed"
    yield "array", b"[]", "malformed"
    yield "empty object", b"{}", "malformed"
    yield "newer major", bundle(format="linli.bundle/2"), "update_needed"
    yield "other format", bundle(format="linli.file/1"), "malformed"
    for member in ("number", "operations", "previous", "replica", "space"):
        yield f"without {member}", without(member), "malformed"
    yield "without signature", canonical.write(value), "malformed"
    yield "unknown member", bundle(extra=1), "malformed"
    yield "number zero", bundle(number=0), "malformed"
    yield "number negative", bundle(number=-1), "malformed"
    yield "number as text", bundle(number="2"), "malformed"
    yield "number as true", bundle(number=True), "malformed"
    yield "first without zero previous", bundle(number=1), "malformed"
    yield "second with zero previous", bundle(previous=proof.ZERO_HASH), "malformed"
    yield "previous too short", bundle(previous="00"), "malformed"
    yield "previous upper-case", bundle(previous="A" * 64), "malformed"
    yield "replica not an id", bundle(replica="r_x"), "malformed"
    yield "space not an id", bundle(space="s_x"), "malformed"
    yield "space with a letter outside the alphabet", bundle(space="s_" + "0" * 25 + "U"), "malformed"
    yield "space beyond 128 bits", bundle(space="s_8" + "0" * 25), "malformed"
    yield "no operations", bundle(operations=[]), "malformed"
    yield "operations an object", bundle(operations={}), "malformed"
    yield "operation a string", bundle(operations=["x"]), "malformed"
    for member in ("actor", "at", "data", "day", "id", "kind"):
        short = {key: kept for key, kept in operation.items() if key != member}
        yield f"operation without {member}", bundle(operations=[short]), "malformed"
    yield "operation with an unknown member", with_operation(note="x"), "malformed"
    yield "operation id in lower case", with_operation(id=operation["id"].lower()), "malformed"
    yield "operation id too short", with_operation(id=operation["id"][1:]), "malformed"
    yield "actor without prefix", with_operation(actor=operation["id"]), "malformed"
    yield "actor of another kind", with_operation(actor="n_" + operation["id"]), "malformed"
    yield "actor a replica", with_operation(actor=founder.replica), "malformed"
    yield "actor null", with_operation(actor=None), "malformed"
    yield "at without milliseconds", with_operation(at="2026-11-22T08:01:02Z"), "malformed"
    yield "at with offset", with_operation(at="2026-11-22T08:01:02.003+08:00"), "malformed"
    yield "at on an impossible day", with_operation(at="2026-02-30T08:01:02.003Z"), "malformed"
    yield "at hour 24", with_operation(at="2026-11-22T24:00:00.000Z"), "malformed"
    yield "at leap second", with_operation(at="2026-12-31T23:59:60.000Z"), "malformed"
    yield "hub_at null", with_operation(hub_at=None), "malformed"
    yield "day impossible", with_operation(day="2026-02-30"), "malformed"
    yield "day 29 February of a common year", with_operation(day="2100-02-29"), "malformed"
    yield "day before 1900", with_operation(day="1899-12-31"), "malformed"
    yield "day with other digits", with_operation(day="２０２６-11-22"), "malformed"
    yield "day a number", with_operation(day=20261122), "malformed"
    yield "data an array", with_operation(data=[]), "malformed"
    yield "data null", with_operation(data=None), "malformed"
    yield "kind without major", with_operation(kind="invite.created"), "malformed"
    yield "kind with major zero", with_operation(kind="invite.created@0"), "malformed"
    yield "kind with major 1000", with_operation(kind="invite.created@1000"), "malformed"
    yield "kind without area", with_operation(kind="created@1"), "malformed"
    yield "kind with a line feed", with_operation(kind="invite.created@1\n"), "malformed"
    yield "kind too long", with_operation(kind="a." + "b" * 61 + "@1"), "malformed"
    yield "private too short", with_operation(private="00"), "malformed"
    yield "private null", with_operation(private=None), "malformed"
    yield "float in data", text.replace(b'"role":"kiosk"', b'"role":1.5'), "malformed"
    yield "operation changed after signing", text.replace(b'"role":"kiosk"', b'"role":"desk"'), "bad_signature"
    yield "signed by another", canonical.write(
        {**value, "signature": Replica("stranger", SPACE).sign(proof.signed_text(value))}
    ), "bad_signature"
    yield "signed without the format line", canonical.write(
        {**value, "signature": founder.sign(canonical.write(value))}
    ), "bad_signature"


def main():
    check_only = "--check" in sys.argv
    stale = []
    for name, make in (("canonical", canonical_vectors), ("identity", identity_vectors),
                       ("bundle", bundle_vectors)):
        text = json.dumps(make(), ensure_ascii=True, indent=1) + "\n"
        path = HERE / f"{name}.json"
        if check_only:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(path.name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        sys.exit(f"These vectors differ from what the code makes: {', '.join(stale)}")


if __name__ == "__main__":
    main()
