"""Token buckets: how often something may happen, by name. Forgets names that have been quiet."""

import time

NAMES_MAX = 20000


class Rates:
    def __init__(self, per_second, burst, now=time.monotonic):
        self.per_second = per_second
        self.burst = burst
        self.now = now
        self.buckets = {}  # name -> (tokens, when)

    def take(self, name):
        """0 if it may happen now, else the whole seconds to wait."""
        now = self.now()
        tokens, when = self.buckets.get(name, (self.burst, now))
        tokens = min(self.burst, tokens + (now - when) * self.per_second)
        if tokens < 1:
            self.buckets[name] = (tokens, now)
            return 1 + int((1 - tokens) / self.per_second)
        self.buckets[name] = (tokens - 1, now)
        if len(self.buckets) > NAMES_MAX:
            self.forget(now)
        return 0

    def forget(self, now):
        full = self.burst / self.per_second
        self.buckets = {name: (tokens, when) for name, (tokens, when) in self.buckets.items()
                        if now - when < full}
        while len(self.buckets) > NAMES_MAX:
            del self.buckets[next(iter(self.buckets))]
