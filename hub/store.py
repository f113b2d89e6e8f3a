"""What the hub asks of a store. A store keeps and orders; it judges nothing and reads no JSON.

Every key is led by the space, so a space can move to another machine or shard by itself.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass


@dataclass(frozen=True)
class Space:
    space: str
    seq: int
    head: str
    epoch: int
    bytes: int


@dataclass(frozen=True)
class Replica:
    replica: str
    public_key: str
    role: str
    number: int
    hash: str
    revoked_seq: int  # 0: not revoked
    bundles_after_revocation: int


@dataclass(frozen=True)
class Receipt:
    seq: int
    replica: str
    number: int
    hash: str
    head: str


@dataclass(frozen=True)
class Invite:
    secret_hash: str
    role: str
    expires_day: str
    used_by: str  # empty: unused


class Writing(ABC):
    """One transaction on one space, which no other writer can interleave."""

    @abstractmethod
    def space(self):
        """The Space, or None if it was never founded here."""

    @abstractmethod
    def found(self, head):
        """Creates the space, empty, with this first head."""

    @abstractmethod
    def replica(self, replica):
        """The Replica, or None."""

    @abstractmethod
    def receipt(self, replica, number):
        """The Receipt of that bundle, or None."""

    @abstractmethod
    def append(self, replica, number, hash, text):
        """Gives the bundle the next seq and extends the head; returns the Receipt."""

    @abstractmethod
    def enrol(self, replica, public_key, role):
        """Makes a replica known, before its bundle 1 is appended."""

    @abstractmethod
    def revoke(self, replica, seq):
        """Marks a replica as revoked at `seq`, unless it was revoked before."""

    @abstractmethod
    def count_after_revocation(self, replica):
        """One more bundle of a revoked replica."""

    @abstractmethod
    def invite(self, invite):
        """The Invite, or None."""

    @abstractmethod
    def add_invite(self, invite, secret_hash, role, expires_day):
        """Keeps an invite; the first with this id stays."""

    @abstractmethod
    def use_invite(self, invite, replica):
        """Marks an invite as used."""

    @abstractmethod
    def add_fork(self, replica, number, hash, text, forks_max):
        """Keeps a bundle aside, at most `forks_max` per replica."""

    @abstractmethod
    def add_commitments(self, commitments):
        """Remembers which payloads may be handed in."""

    @abstractmethod
    def has_commitment(self, commitment):
        """True if an ordered bundle holds this commitment."""

    @abstractmethod
    def payload_state(self, commitment):
        """"kept", "erased" or "absent"."""

    @abstractmethod
    def add_payload(self, commitment, text):
        """Keeps a payload and gives it the next cursor."""

    @abstractmethod
    def erase_payload(self, commitment):
        """Removes a payload for good and remembers that it was erased."""

    @abstractmethod
    def add_bytes(self, count):
        """Changes what the space is counted to hold (blobs)."""


class StoreError(OSError):
    """The store could not do it. `errno` is ENOSPC when there is no room left."""


class Store(ABC):
    shared = False  # True: other processes write to it as well

    @abstractmethod
    def writing(self, space):
        """A context manager that gives a Writing; commits at its end, rolls back on an exception.

        When it returns, what was written survives a power cut.
        """

    @abstractmethod
    def spaces(self):
        """Every Space, by id."""

    @abstractmethod
    def space(self, space):
        """The Space, or None."""

    @abstractmethod
    def space_of_invite(self, invite):
        """(space, role) of an invite, or None. Only who has the code knows its id."""

    @abstractmethod
    def replicas(self, space):
        """Every Replica of a space, by id."""

    @abstractmethod
    def replica(self, space, replica):
        """The Replica, or None."""

    @abstractmethod
    def bundles(self, space, after, items_max, bytes_max):
        """([(Receipt, text)], more) in order of seq; at least one if there is one."""

    @abstractmethod
    def payloads(self, space, after, items_max, bytes_max):
        """([(cursor, commitment, text)], more) in order of cursor; at least one if there is one."""

    @abstractmethod
    def seqs(self, spaces):
        """{space: seq} of those of `spaces` that are here, in one question."""

    @abstractmethod
    def scrub(self):
        """After an erasure: leaves no copy of it in journals."""

    @abstractmethod
    def begin_epoch(self, epoch):
        """Starts a new epoch in every space: this store was restored and may lack bundles."""

    @abstractmethod
    def backup(self, path):
        """Writes a consistent copy to a new file while the hub runs."""

    @abstractmethod
    def check(self):
        """Raises ValueError if the store's own structure is damaged."""

    @abstractmethod
    def close(self):
        """Closes every connection."""
