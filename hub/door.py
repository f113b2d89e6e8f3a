"""Decides what enters a space: keys, enrolment, invites, chains. Asks the store, never the network.

It checks the signatures before it takes the space's lock, and writes nothing for what it refuses
but forks.
"""

import datetime
from dataclasses import dataclass

from hub import bundle, proof
from hub.refusal import Refused

ROLES = {"desk", "kiosk", "auditor"}


@dataclass(frozen=True)
class Answer:
    """What became of one line: a Receipt, or the code of a refusal."""

    replica: str
    number: int
    receipt: object = None
    revoked: bool = False
    code: str = ""


def opening_key(read):
    """The public key that a first bundle states for its own replica, or None."""
    data = read.opening("space.founded@1") or read.opening("replica.enrolled@1")
    key = data.get("public_key") if data else None
    return key if proof.is_sound_key(key) and proof.replica_id(key) == read.replica else None


class Door:
    def __init__(self, store, limits, today):
        self.store = store
        self.limits = limits
        self.today = today  # () -> datetime.date, the hub's calendar in UTC

    def push(self, space, texts, founding=False):
        """One Answer per text, in order."""
        checked = self.check_all(space, texts)
        answers = []
        with self.store.writing(space) as writing:
            for text, (read, answer) in zip(texts, checked):
                if answer is None:
                    try:
                        answer = self.admit(writing, read, founding)
                    except Refused as refused:
                        answer = Answer(read.replica, read.number, code=refused.code)
                answers.append(answer)
        return answers

    def check_all(self, space, texts):
        """[(Bundle or None, Answer or None)]: everything that needs no lock."""
        keys = {}
        checked = []
        for text in texts:
            read = None
            try:
                read = bundle.read(text)
                self.check_signature(space, read, keys)
                checked.append((read, None))
            except Refused as refused:
                replica, number = (read.replica, read.number) if read else ("", 0)
                checked.append((read, Answer(replica, number, code=refused.code)))
        return checked

    def check_signature(self, space, read, keys):
        if read.value["space"] != space:
            raise Refused("wrong_space")
        key = keys.get(read.replica)
        if key is None:
            known = self.store.replica(space, read.replica)
            key = known.public_key if known else opening_key(read)
        if key is None:
            opens = read.opening("replica.enrolled@1") or read.opening("space.founded@1")
            raise Refused("enrolment_wrong" if opens else "unknown_replica")
        if not read.is_signed_by(key):
            raise Refused("bad_signature")
        keys[read.replica] = key

    def admit(self, writing, read, founding):
        replica, number = read.replica, read.number
        earlier = writing.receipt(replica, number)
        if earlier:
            if earlier.hash != read.hash:
                writing.add_fork(replica, number, read.hash, read.text, self.limits.forks_per_replica)
                raise Refused("fork")
            known = writing.replica(replica)
            return Answer(replica, number, earlier, revoked=is_late(known, earlier.seq))
        space = writing.space()
        if space and space.bytes + len(read.text) > self.limits.space_bytes:
            raise Refused("space_full")
        known = writing.replica(replica)
        if known is None:
            known = self.enrol(writing, read, space, founding)
        check_chain(known, read)
        if known.revoked_seq:
            if known.bundles_after_revocation >= self.limits.bundles_after_revocation:
                raise Refused("replica_revoked")
            writing.count_after_revocation(replica)
        receipt = writing.append(replica, number, read.hash, read.text)
        if not known.revoked_seq:
            apply_authority(writing, read, receipt.seq, known.role)
        writing.add_commitments(
            operation["private"] for operation in read.operations if "private" in operation)
        return Answer(replica, number, receipt, revoked=bool(known.revoked_seq))

    def enrol(self, writing, read, space, founding):
        """Makes the replica of a first bundle known; returns it or raises Refused."""
        founded = read.opening("space.founded@1")
        if founded is not None:
            if space is not None:
                raise Refused("space_taken")
            if not founding:
                raise Refused("unknown_replica")
            check_opening(founded, read, {"desk"})
            if founded.get("space") != read.value["space"]:
                raise Refused("enrolment_wrong")
            writing.found(proof.first_head(read.value["space"]))
            return self.make_known(writing, read, founded)
        joining = read.opening("replica.enrolled@1")
        if joining is None or space is None:
            raise Refused("unknown_replica")
        check_opening(joining, read, ROLES)
        self.check_invite(writing, joining)
        writing.use_invite(joining["invite"], read.replica)
        return self.make_known(writing, read, joining)

    def make_known(self, writing, read, data):
        writing.enrol(read.replica, data["public_key"], data["role"])
        return writing.replica(read.replica)

    def check_invite(self, writing, data):
        name, secret = data.get("invite"), data.get("invite_secret")
        if type(name) is not str or type(secret) is not str:
            raise Refused("enrolment_wrong")
        invite = writing.invite(name)
        if invite is None:
            raise Refused("invite_unknown")
        if invite.secret_hash != proof.invite_hash(secret) or invite.role != data["role"]:
            raise Refused("invite_wrong")
        if invite.used_by:
            raise Refused("invite_used")
        # The day is the inviter's local one; a day of grace covers every time zone.
        yesterday = self.today() - datetime.timedelta(days=1)
        if invite.expires_day < yesterday.isoformat():
            raise Refused("invite_expired")


def is_late(known, seq):
    return bool(known.revoked_seq) and seq > known.revoked_seq


def check_chain(known, read):
    if read.number != known.number + 1:
        raise Refused("gap")
    if read.value["previous"] != known.hash:
        raise Refused("broken_chain")


def check_opening(data, read, roles):
    """The opening names the bundle's own replica, its key and a role it may have."""
    role = data.get("role")
    if data.get("replica") != read.replica or type(role) is not str or role not in roles:
        raise Refused("enrolment_wrong")
    if opening_key(read) is None:
        raise Refused("enrolment_wrong")


def apply_authority(writing, read, seq, role):
    """What an ordered bundle changes in who may enter. Odd data is left to the fold.

    A desk invites and revokes. Any other device only invites itself, as what it is: a copied one
    goes on under a name of its own.
    """
    for operation in read.operations:
        data = operation["data"]
        if operation["kind"] == "invite.created@1":
            renews = data.get("renews") == read.replica and data.get("role") == role
            if is_invite(data) and (role == "desk" or renews):
                writing.add_invite(
                    data["invite"], data["secret_hash"], data["role"], data["expires_day"])
        elif operation["kind"] == "replica.revoked@1" and role == "desk":
            if type(data.get("replica")) is str:
                writing.revoke(data["replica"], seq)


def is_invite(data):
    texts = [data.get(name) for name in ("invite", "secret_hash", "role", "expires_day")]
    if not all(type(text) is str for text in texts):
        return False
    _, secret_hash, role, expires_day = texts
    return bool(proof.HASH.fullmatch(secret_hash) and bundle.DAY.fullmatch(expires_day)
                and role in ROLES)
