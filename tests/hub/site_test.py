"""Static files: types, caching, compression, the policy, and paths that try to leave the folder."""

import gzip
import http.client
import os
import socket

import pytest

from hub_process import Answer, HubProcess

FILES = {
    "index.html": b"<!doctype html><title>Linli</title>",
    "linli.mjs": b"export default 1;",
    "linli.wasm": b"\0asm" + b"x" * 5000,
    "assets/icon.svg": b"<svg/>",
    "assets/chunk-0123456789ab.js": b"1",
    "manifest.webmanifest": b"{}",
    "manifest.build.json": b"{}",
    "favicon.ico": b"\0",
    "app.css": b"a{}",
    "sub/index.html": b"sub",
    "a b.txt": b"space",
    "中文.txt": "中".encode(),
    ".hidden": b"secret",
    ".git/config": b"secret",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "linli.wasm.gz").write_bytes(gzip.compress(FILES["linli.wasm"]))
    (folder / "linli.wasm.br").write_bytes(b"brotli bytes")
    (folder.parent / "outside.txt").write_bytes(b"secret")
    (folder.parent / "site-neighbour").mkdir()
    (folder.parent / "site-neighbour" / "x.txt").write_bytes(b"secret")
    os.symlink(folder.parent / "outside.txt", folder / "link.txt")
    os.mkfifo(folder / "pipe")
    with HubProcess(tmp_path_factory.mktemp("data"), site=folder) as process:
        process.folder = folder
        yield process


def get(hub, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", hub.port, timeout=10)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value
                                                  for name, value in headers.items()})
        return Answer(connection.getresponse())
    finally:
        connection.close()


@pytest.mark.parametrize("path, kind", [
    ("/", "text/html; charset=utf-8"),
    ("/index.html", "text/html; charset=utf-8"),
    ("/?demo", "text/html; charset=utf-8"),
    ("/sub/", "text/html; charset=utf-8"),
    ("/linli.mjs", "text/javascript; charset=utf-8"),
    ("/linli.wasm", "application/wasm"),
    ("/assets/icon.svg", "image/svg+xml; charset=utf-8"),
    ("/manifest.webmanifest", "application/manifest+json; charset=utf-8"),
    ("/manifest.build.json", "application/json; charset=utf-8"),
    ("/favicon.ico", "image/x-icon"),
    ("/app.css", "text/css; charset=utf-8"),
    ("/a%20b.txt", "text/plain; charset=utf-8"),
    ("/%E4%B8%AD%E6%96%87.txt", "text/plain; charset=utf-8"),
])
def test_types(site, path, kind):
    answer = get(site, path)
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", [
    "/nothing", "/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt", "/sub/../../outside.txt",
    "/sub/..%2f..%2foutside.txt", "/..\\outside.txt", "/%5c..%5coutside.txt", "//outside.txt",
    "//etc/passwd", "/%2fetc/passwd", "/link.txt", "/.hidden", "/.git/config", "/sub/.%2e/.hidden",
    "/../site-neighbour/x.txt", "/index.html%00.txt", "/%ff", "/sub", "/pipe", "/assets", "/" + "a" * 5000,
    "/index.html/", "/index.html/x", "/%252e%252e/outside.txt", "/a/" * 600,
])
def test_paths_stay_inside(site, path):
    answer = get(site, path)
    assert answer.status == 404
    assert "没有这一页" in answer.body.decode() and "Page not found" in answer.body.decode()


def test_raw_paths_stay_inside(site):
    for path in (b"/../outside.txt", b"../outside.txt", b"http://x/../outside.txt", b"/\xff\xfe"):
        with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
            connection.sendall(b"GET " + path + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            answer = b""
            while part := connection.recv(65536):
                answer += part
        assert b"secret" not in answer and b" 200 " not in answer.split(b"\r\n")[0]


@pytest.mark.parametrize("host", ["[::1", "a b", "", "x:y:z", "%00", "localhost:99999"])
def test_odd_hosts_are_served_alike(site, host):
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as connection:
        connection.sendall(f"GET /app.css HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = b""
        while part := connection.recv(65536):
            answer += part
    assert answer.startswith(b"HTTP/1.1 200") and answer.endswith(b"a{}")


def test_names_with_a_hash_never_change_others_are_asked_for(site):
    assert "immutable" in get(site, "/assets/chunk-0123456789ab.js").headers["Cache-Control"]
    for path in ("/", "/linli.wasm", "/linli.mjs"):
        assert get(site, path).headers["Cache-Control"] == "no-cache"


def test_what_has_not_changed_is_not_sent_again(site):
    first = get(site, "/linli.mjs")
    tag = first.headers["ETag"]
    for asked in (tag, f"W/{tag}", f'"x", {tag}'):
        again = get(site, "/linli.mjs", If_None_Match=asked)
        assert (again.status, again.raw, again.headers["ETag"]) == (304, b"", tag)
    (site.folder / "linli.mjs").write_bytes(b"export default 2;")
    changed = get(site, "/linli.mjs", If_None_Match=tag)
    assert (changed.status, changed.body) == (200, b"export default 2;")


def test_precompressed_files_are_chosen_by_what_the_browser_reads(site):
    plain = get(site, "/linli.wasm")
    assert plain.body == FILES["linli.wasm"] and "Content-Encoding" not in plain.headers
    packed = get(site, "/linli.wasm", Accept_Encoding="gzip, deflate")
    assert packed.headers["Content-Encoding"] == "gzip" and packed.body == FILES["linli.wasm"]
    brotli = get(site, "/linli.wasm", Accept_Encoding="gzip, deflate, br")
    assert (brotli.headers["Content-Encoding"], brotli.raw) == ("br", b"brotli bytes")
    assert brotli.headers["Content-Type"] == "application/wasm"
    refused = get(site, "/linli.wasm", Accept_Encoding="br;q=0, gzip; q=0")
    assert "Content-Encoding" not in refused.headers
    tags = {answer.headers["ETag"] for answer in (plain, packed, brotli)}
    assert len(tags) == 3 and all("Accept-Encoding" in answer.headers["Vary"]
                                  for answer in (plain, packed, brotli))


def test_head_and_other_methods(site):
    head = get(site, "/linli.wasm", "HEAD")
    assert (head.status, head.raw, head.headers["Content-Length"]) == (200, b"", "5004")
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert get(site, "/index.html", method).status == 405


def test_the_policy_is_strict(site):
    for path in ("/", "/nothing"):
        headers = get(site, path).headers
        policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
        assert policy["worker-src"] == "'self' blob:"
        assert policy["connect-src"] == "'self'"
        assert policy["img-src"] == "'self' blob: data:"
        assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert "unsafe-inline" not in policy["script-src"]
        assert headers["Permissions-Policy"].startswith("camera=(self)")
        assert headers["Referrer-Policy"] == "no-referrer"


def test_without_a_built_app_there_is_a_page_that_says_so(tmp_path):
    with HubProcess(tmp_path, site=tmp_path / "nothing here") as hub:
        assert any("make run" in line for line in hub.lines)
        answer = get(hub, "/")
        assert answer.status == 503 and "make run" in answer.body.decode()
        assert get(hub, "/api/v1/health").status == 200
        (tmp_path / "nothing here").mkdir()
        (tmp_path / "nothing here" / "index.html").write_text("built")
        assert get(hub, "/").body == b"built"
