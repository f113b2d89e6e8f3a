"""Serves the built app's files: types, compression, caching, a strict policy. Never leaves its folder."""

import hashlib
import json
import os
import re
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/gzip",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
CODINGS = (("br", ".br"), ("gzip", ".gz"))
HASHED_NAME = re.compile(r"[.-][0-9a-f]{8,64}\.[a-z0-9]+$")
POLICY = "; ".join([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "frame-src 'self' blob:",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
])
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
PAGES = json.loads((Path(__file__).parent / "pages.json").read_text(encoding="utf-8"))
PAGE = """<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<main>
<h1>{title}</h1>
<p>{chinese}</p>
<p lang="en">{english}</p>
{link}
</main>
</html>
"""


def page(name, link=False):
    """A small page in both languages; `name` is a page of pages.json."""
    text = PAGES[name]
    back = '<p><a href="/">邻里时间银行 · Linli</a></p>' if link else ""
    return PAGE.format(title=text["title"], chinese=text["zh-CN"], english=text["en"], link=back)


class Site:
    def __init__(self, folder):
        self.folder = Path(os.path.realpath(folder))
        self.tags = {}  # (path, size, changed) -> ETag

    def exists(self):
        return (self.folder / "index.html").is_file()

    async def answer(self, request):
        """The Response to a request for a file."""
        if request.method not in ("GET", "HEAD"):
            return Response("", 405, {**HEADERS, "Allow": "GET, HEAD"})
        if not self.exists():
            return html(page("no_site"), 503)
        return await run_in_threadpool(self.file_answer, request)

    def file_answer(self, request):
        path = self.find(request.scope["path"])
        if path is None:
            return html(page("not_found", link=True), 404)
        coding, variant = choose_coding(path, request.headers.get("accept-encoding", ""))
        content = variant.read_bytes()
        tag = self.tag(variant, content)
        hashed = HASHED_NAME.search(path.name)
        headers = {
            **HEADERS,
            "Cache-Control": "public, max-age=31536000, immutable" if hashed else "no-cache",
            "ETag": tag,
            "Vary": "Accept-Encoding",
        }
        asked = [part.strip().removeprefix("W/")
                 for part in request.headers.get("if-none-match", "").split(",")]
        if tag in asked:
            return Response(b"", 304, headers)
        if coding:
            headers["Content-Encoding"] = coding
        kind = TYPES.get(path.suffix.lower(), "application/octet-stream")
        response = Response(content, 200, {**headers, "Content-Type": kind})
        if request.method == "HEAD":
            response.body = b""  # its length is told, its bytes are not sent
        return response

    def find(self, path):
        """The file of a request path, or None if there is none inside the folder."""
        parts = path.split("/")[1:]
        if any(part.startswith(".") or "\\" in part or "\0" in part for part in parts):
            return None
        if len(path) > 1024:
            return None
        if parts[-1] == "":
            parts[-1] = "index.html"
        if "" in parts:
            return None
        found = Path(os.path.realpath(self.folder.joinpath(*parts)))
        try:
            inside = found.is_relative_to(self.folder) and found.is_file()
        except OSError:
            return None
        return found if inside else None

    def tag(self, path, content):
        status = path.stat()
        key = (path, status.st_size, status.st_mtime_ns)
        if key not in self.tags:
            self.tags = {old: tag for old, tag in self.tags.items() if old[0] != path}
            self.tags[key] = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        return self.tags[key]


def choose_coding(path, accepted):
    """(content coding or "", file): the best precompressed neighbour the browser accepts."""
    wanted = {}
    for part in accepted.lower().split(","):
        name, _, quality = part.partition(";")
        wanted[name.strip()] = quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    for coding, suffix in CODINGS:
        neighbour = path.with_name(path.name + suffix)
        if wanted.get(coding) and neighbour.is_file():
            return coding, neighbour
    return "", path


def html(text, status):
    headers = {**HEADERS, "Cache-Control": "no-store"}
    return Response(text, status, headers, "text/html")
