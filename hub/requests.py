"""Reads and authenticates requests: body limits first, then the replica's signature, then its rate."""

import asyncio
import re
import zlib
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool

from hub import bundle, clock, door, proof
from hub.rates import Rates
from hub.refusal import Refused

CREDENTIALS = re.compile(
    r"Linli replica=(r_[0-9a-f]{32}),at=([0-9TZ:.-]{24}),nonce=([0-9a-f]{32}),signature=([0-9a-f]{128})"
)
NONCES_MAX = 200_000
DRAIN_TIMES = 4
BODIES_BYTES_MAX = 256 * 1024 * 1024


@dataclass(frozen=True)
class Caller:
    """Who signed the request. `role` and `revoked` are empty and false for one not enrolled yet."""

    replica: str
    role: str
    revoked: bool


class Nonces:
    """Remembers nonces as long as the clock check would let them pass again."""

    def __init__(self):
        self.seen = {}

    def take(self, nonce, moment, keep):
        """False if the nonce was used before."""
        if nonce in self.seen:
            return False
        if len(self.seen) >= NONCES_MAX:
            self.seen = {name: until for name, until in self.seen.items() if until > moment}
            if len(self.seen) >= NONCES_MAX:
                raise Refused("busy", 503, {"Retry-After": "30"})
        self.seen[nonce] = moment + keep
        return True


class Requests:
    def __init__(self, store, limits):
        self.store = store
        self.limits = limits
        self.nonces = Nonces()
        self.rates = Rates(limits.requests_per_second, limits.requests_burst)
        self.stranger_rates = Rates(limits.requests_per_second, limits.requests_burst)
        self.bodies_bytes = 0

    async def body(self, request, space):
        """The body as sent; refuses one that is too large, too slow, or more than memory allows.

        What is too large is read on for a while and dropped, so that the sender hears the answer.
        """
        limit = await run_in_threadpool(self.body_bytes_max, request, space)
        declared = request.headers.get("content-length", "0")
        if not declared.isdigit() or int(declared) > limit * DRAIN_TIMES:
            raise Refused("body_too_large", 413, {"Connection": "close"})
        parts, size = [], 0
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.limits.body_seconds) as patience:
                async for part in request.stream():
                    size += len(part)
                    self.bodies_bytes += len(part)
                    if size > limit * DRAIN_TIMES:
                        raise Refused("body_too_large", 413, {"Connection": "close"})
                    if self.bodies_bytes > BODIES_BYTES_MAX:
                        raise Refused("busy", 503, {"Retry-After": "5", "Connection": "close"})
                    if size <= limit:
                        parts.append(part)
                    earned = len(part) / self.limits.body_bytes_per_second
                    patience.reschedule(min(patience.when() + earned,
                                            loop.time() + self.limits.body_seconds))
        except TimeoutError:
            raise Refused("body_slow", 408, {"Connection": "close"}) from None
        finally:
            self.bodies_bytes -= size
        if size > limit:
            raise Refused("body_too_large", 413)
        return b"".join(parts)

    def body_bytes_max(self, request, space):
        """Strangers may send less; one who knows the setup code is not a stranger."""
        match = CREDENTIALS.fullmatch(request.headers.get("authorization", ""))
        if match and (space is None or self.store.replica(space, match.group(1))):
            return self.limits.body_bytes
        return self.limits.stranger_body_bytes

    def unpacked(self, request, body):
        """The body after decompression, never larger than the limit."""
        encoding = request.headers.get("content-encoding", "identity").strip().lower()
        if encoding == "identity":
            return body
        if encoding != "gzip":
            raise Refused("body_unreadable")
        unpack = zlib.decompressobj(31)
        try:
            text = unpack.decompress(body, self.limits.body_bytes)
        except zlib.error:
            raise Refused("body_unreadable") from None
        if unpack.unconsumed_tail:
            raise Refused("body_too_large", 413)
        if not unpack.eof or unpack.unused_data:
            raise Refused("body_unreadable")
        return text

    def caller(self, request, space, body, lines=()):
        """The Caller who signed; `lines` may hold the first bundle of one not yet enrolled."""
        stranger = request.client.host if request.client else ""
        match = CREDENTIALS.fullmatch(request.headers.get("authorization", ""))
        if not match:
            self.slow_down(self.stranger_rates, stranger)
            raise Refused("request_unsigned", 401)
        replica, at, nonce, signature = match.groups()
        known = self.store.replica(space, replica)
        key = known.public_key if known else key_in(lines, replica)
        if key is None:
            self.slow_down(self.stranger_rates, stranger)
            raise Refused("unknown_replica", 401)
        target = request.scope["raw_path"].decode("latin-1")
        if request.scope["query_string"]:
            target += "?" + request.scope["query_string"].decode("latin-1")
        text = proof.request_text(request.method, target, at, nonce, body)
        if not proof.verify(key, signature, text):
            self.slow_down(self.stranger_rates, stranger)
            raise Refused("request_signature_wrong", 401)
        self.slow_down(self.rates, replica)
        moment, now = clock.parse(at), clock.now()
        skew = self.limits.clock_skew_seconds
        if moment is None or abs((now - moment).total_seconds()) > skew:
            raise Refused("clock_wrong", 401)
        if not self.nonces.take(replica + nonce, now.timestamp(), 2 * skew):
            raise Refused("nonce_used", 401)
        return Caller(replica, known.role if known else "", bool(known and known.revoked_seq))

    def slow_down(self, rates, name):
        wait = rates.take(name)
        if wait:
            raise Refused("too_many_requests", 429, {"Retry-After": str(wait)})


def key_in(lines, replica):
    """The key that `replica` states in its own bundle 1 among `lines`, or None."""
    for line in lines:
        if replica.encode() in line:
            try:
                read = bundle.read(line)
            except Refused:
                continue
            if read.replica == replica and read.number == 1:
                return door.opening_key(read)
    return None
