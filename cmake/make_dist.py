"""Makes dist/: the site for any static host, and linli-demo.html, the demo in one file.

    make_dist.py SITE DIST

The single file opens from a USB stick by double click: page, worker, program, styles and pictures are
in it, and it loads nothing.
"""
import base64
import json
import mimetypes
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PRECOMPRESSED = {".br", ".gz"}
DEMO = "linli-demo.html"
LINK = re.compile(r"[ \t]*<link\b[^>]*>\n?")
SCRIPT = re.compile(r"[ \t]*<script\b[^>]*\bsrc=\"([^\"]+)\"[^>]*></script>\n?")
ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")


def copy_site(site, dist):
    if dist.exists():
        shutil.rmtree(dist)
    shutil.copytree(site, dist, ignore=lambda folder, names: [
        name for name in names if pathlib.PurePath(name).suffix in PRECOMPRESSED])


def data_address(path):
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"


def inline_script(text, attribute=""):
    """A script element; nothing in it can end the element early."""
    safe = re.sub(r"<(?=/script|!--|script)", r"\\x3C", text, flags=re.I)
    return f"<script{attribute}>{safe}</script>\n"


def single_file(site, bundles):
    page = (site / "index.html").read_text(encoding="utf-8")

    def link(match):
        attributes = dict(ATTRIBUTE.findall(match.group()))
        source = site / attributes.get("href", "")
        if attributes.get("rel") == "stylesheet":
            return f"<style>{source.read_text(encoding='utf-8')}</style>\n"
        if attributes.get("rel") == "icon":
            return f"<link rel=\"icon\" href=\"{data_address(source)}\">\n"
        return ""

    inline = {
        "worker": (bundles / "worker.js").read_text(encoding="utf-8"),
        "files": {"report.css": data_address(site / "report.css")},
    }
    program = base64.b64encode((site / "linli.wasm").read_bytes()).decode()
    # All of them were deferred, so they keep their order at the end of the page.
    scripts = ""
    for element in SCRIPT.finditer(page):
        if element.group(1) != "boot.js":
            text = (site / element.group(1)).read_text(encoding="utf-8")
            scripts += inline_script(text, " nomodule" if "nomodule" in element.group() else "")
    for path in sorted((site / "third_party").glob("*.js")):
        scripts += inline_script(path.read_text(encoding="utf-8"))
    scripts += inline_script(
        f"self.LINLI_INLINE = {json.dumps(inline, ensure_ascii=False)};\n"
        f"LINLI_INLINE.wasm = Uint8Array.from(atob('{program}'), (one) => one.charCodeAt(0));")
    scripts += inline_script((bundles / "page.js").read_text(encoding="utf-8"))
    page = SCRIPT.sub("", LINK.sub(link, page))
    head, found, tail = page.rpartition("</body>")
    if not found:
        raise ValueError("index.html has no body")
    return head + scripts + found + tail


def main(arguments):
    site, dist = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    copy_site(site, dist)
    with tempfile.TemporaryDirectory() as bundles:
        subprocess.run(["node", str(ROOT / "cmake" / "bundle_demo.mjs"), str(site), bundles], check=True)
        page = single_file(site, pathlib.Path(bundles))
    (dist / DEMO).write_text(page, encoding="utf-8")
    print(f"{dist / DEMO}: {len(page.encode()) // 1024} KB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
