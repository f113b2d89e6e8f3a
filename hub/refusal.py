"""The hub's "no": a machine code, a sentence for people, and the HTTP status when it ends a request."""

import json
from pathlib import Path

SENTENCES = json.loads((Path(__file__).parent / "sentences.json").read_text(encoding="utf-8"))


class Refused(Exception):
    """Raised where something from outside cannot be accepted. `code` is a key of sentences.json."""

    def __init__(self, code, status=400, headers=None):
        super().__init__(code)
        self.code = code
        self.status = status
        self.headers = headers or {}


def sentence(code, accept_language=""):
    """The sentence of a code, Chinese unless the reader asks for English first."""
    first = accept_language.split(",")[0].strip().lower()
    return SENTENCES[code]["en" if first.startswith("en") else "zh-CN"]
