"""Tells waiting streams that a head moved. Carries no content: a stream reads the head itself."""

import asyncio
from collections import defaultdict
from contextlib import contextmanager

from starlette.concurrency import run_in_threadpool

from hub import log
from hub.refusal import Refused

WATCH_SECONDS = 0.5


class Events:
    def __init__(self, limits):
        self.limits = limits
        self.waiting = defaultdict(set)  # space -> asyncio.Event of each stream
        self.streams = defaultdict(int)  # (space, replica) -> open streams
        self.closing = False
        self.watcher = None

    def check_room(self, space, replica):
        if self.streams[space, replica] >= self.limits.streams_per_replica:
            raise Refused("too_many_requests", 429, {"Retry-After": "15"})

    @contextmanager
    def stream(self, space, replica):
        """An asyncio.Event that is set when the space's head moves or the hub closes."""
        moved = asyncio.Event()
        self.streams[space, replica] += 1
        self.waiting[space].add(moved)
        try:
            yield moved
        finally:
            self.waiting[space].discard(moved)
            if not self.waiting[space]:
                del self.waiting[space]
            self.streams[space, replica] -= 1
            if not self.streams[space, replica]:
                del self.streams[space, replica]

    async def watch(self, store):
        """Looks for what other processes ordered, while anybody waits here."""
        seen = {}
        while self.waiting and not self.closing:
            spaces = list(self.waiting)
            try:
                now = await run_in_threadpool(store.seqs, spaces)
            except OSError as error:
                log.write("failed", call="watch", error=type(error).__name__)
                now = {}
            for space, seq in now.items():
                if seen.get(space, seq) != seq:
                    self.head_moved(space)
            seen = now
            await asyncio.sleep(WATCH_SECONDS)
        self.watcher = None

    def watch_others(self, store):
        """Starts to watch a store that other processes write to as well."""
        if store.shared and self.watcher is None:
            self.watcher = asyncio.create_task(self.watch(store))

    def head_moved(self, space):
        for moved in self.waiting.get(space, ()):
            moved.set()

    def close(self):
        self.closing = True
        for space in list(self.waiting):
            self.head_moved(space)

    def count(self):
        return sum(self.streams.values())
