"""Proves a kept space again from its bundles alone, as a new replica would."""

from hub import bundle, door, payload, proof
from hub.refusal import Refused

PAGE_ITEMS = 500
PAGE_BYTES = 16 * 1024 * 1024


def verify_space(store, space):
    """Sentences about what is wrong; empty if everything verifies."""
    proofs = SpaceProof(space.space)
    after, more = 0, True
    while more:
        page, more = store.bundles(space.space, after, PAGE_ITEMS, PAGE_BYTES)
        for receipt, text in page:
            proofs.check(receipt, text.encode())
            after = receipt.seq
    if (proofs.seq, proofs.head) != (space.seq, space.head):
        proofs.faults.append("the head of the space is not the head of its bundles")
    check_payloads(store, space.space, proofs)
    return proofs.faults


class SpaceProof:
    def __init__(self, space):
        self.space = space
        self.seq = 0
        self.head = proof.first_head(space)
        self.keys = {}
        self.chains = {}  # replica -> (number, hash)
        self.commitments = set()
        self.faults = []

    def check(self, receipt, text):
        self.seq += 1
        try:
            read = bundle.read(text)
        except Refused as refused:
            self.faults.append(f"seq {receipt.seq}: {refused.code}")
            return
        self.head = proof.next_head(self.head, read.hash)
        self.expect(receipt, receipt.seq == self.seq, "seq is not the next one")
        self.expect(receipt, read.value["space"] == self.space, "belongs to another space")
        stated = (receipt.replica, receipt.number, receipt.hash, receipt.head)
        self.expect(receipt, stated == (read.replica, read.number, read.hash, self.head),
                    "its receipt does not match")
        if read.number == 1:
            self.keys[read.replica] = door.opening_key(read)
        key = self.keys.get(read.replica)
        self.expect(receipt, key and read.is_signed_by(key), "bad_signature")
        chain = (read.number - 1, read.value["previous"])
        self.expect(receipt, self.chains.get(read.replica, (0, proof.ZERO_HASH)) == chain,
                    "broken_chain")
        self.chains[read.replica] = (read.number, read.hash)
        self.commitments.update(
            operation["private"] for operation in read.operations if "private" in operation)

    def expect(self, receipt, condition, fault):
        if not condition:
            self.faults.append(f"seq {receipt.seq}: {fault}")


def check_payloads(store, space, proofs):
    after, more = 0, True
    while more:
        page, more = store.payloads(space, after, PAGE_ITEMS, PAGE_BYTES)
        for cursor, commitment, text in page:
            after = cursor
            try:
                kept = payload.read(text.encode())
            except Refused as refused:
                kept = refused.code
            if kept != commitment or commitment not in proofs.commitments:
                proofs.faults.append(f"payload {cursor} does not match its commitment")
