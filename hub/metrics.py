"""Counters for operators. Names of routes, statuses and codes only: nothing about people."""

import threading
from collections import Counter


class Metrics:
    def __init__(self, events):
        self.events = events
        self.counts = Counter()
        self.lock = threading.Lock()

    def add(self, name, label="", count=1):
        with self.lock:
            self.counts[name, label] += count

    def text(self):
        with self.lock:
            counts = sorted(self.counts.items())
        out, last = [], ""
        for (name, label), count in counts:
            if name != last:
                out.append(f"# TYPE linli_{name}_total counter")
                last = name
            braces = f'{{kind="{label}"}}' if label else ""
            out.append(f"linli_{name}_total{braces} {count}")
        out.append("# TYPE linli_streams_open gauge")
        out.append(f"linli_streams_open {self.events.count()}")
        return "\n".join(out) + "\n"
