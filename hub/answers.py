"""Shapes of the hub's answers: lines, single objects, refusals. All of them forbid caching."""

import gzip

from starlette.responses import Response

from hub import canonical, clock
from hub.refusal import sentence

GZIP_FROM_BYTES = 1024
HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def respond(request, content, media_type, status=200, headers=None):
    headers = {**HEADERS, "Vary": "Accept-Encoding", **(headers or {})}
    if len(content) > GZIP_FROM_BYTES and "gzip" in request.headers.get("accept-encoding", ""):
        content = gzip.compress(content, 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, status, headers, media_type)


def one(request, value, status=200, headers=None):
    return respond(request, canonical.write(value), "application/json", status, headers)


def lines(request, texts):
    """`texts` are canonical bytes; the caller puts the end line last."""
    return respond(request, b"\n".join([*texts, b""]), "application/x-ndjson")


def refusal(request, refused, **more):
    value = {"code": refused.code, "sentence": sentence_for(request, refused.code), **more}
    if refused.status == 401:
        value["at"] = clock.text(clock.now())
    return one(request, value, refused.status, refused.headers)


def sentence_for(request, code):
    return sentence(code, request.headers.get("accept-language", ""))
