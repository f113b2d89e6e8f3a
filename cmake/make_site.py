"""Assembles the static site: web/, the WASM program and the assets that the browser loads.

Writes manifest.build.json (every file with size and SHA-256, and a version made from them, for the
service worker) and .br and .gz beside whatever shrinks. Files that did not change are not compressed
again.
"""
import gzip
import hashlib
import json
import pathlib
import subprocess
import sys

from make_page_strings import page_strings
from make_strings import StringsError

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM_FILES = ("linli.mjs", "linli.wasm")
# From npm packages, fetched by the browser when it first needs them.
PACKAGE_FILES = {"third_party/jsqr.js": "node_modules/jsqr/dist/jsQR.js"}
# Compiled into the program, or of no use to a browser.
ASSETS_LEFT_OUT = {"strings", "demo", "policies"}
COMPRESSED = {".html", ".css", ".js", ".mjs", ".wasm", ".json", ".svg", ".webmanifest", ".txt"}
MANIFEST = "manifest.build.json"
# Types for the checker and notes for developers.
NOT_SERVED = {".ts", ".md"}


def sources(build):
    """(path inside the site, file) of all that is served."""
    for name in PROGRAM_FILES:
        if (build / name).exists():
            yield name, build / name
        else:
            raise FileNotFoundError(f"{build / name} is missing: build the target linli_web")
    strings = build / "generated" / "page_strings.js"
    strings.parent.mkdir(parents=True, exist_ok=True)
    strings.write_text(page_strings(ROOT / "assets" / "strings"), encoding="utf-8")
    yield strings.name, strings
    for name, file in PACKAGE_FILES.items():
        yield name, ROOT / file
    folders = [(ROOT / "web", pathlib.PurePosixPath())]
    folders += [(folder, pathlib.PurePosixPath("assets", folder.name))
                for folder in sorted((ROOT / "assets").glob("*/"))
                if folder.is_dir() and folder.name not in ASSETS_LEFT_OUT]
    for folder, place in folders:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and file.suffix not in NOT_SERVED:
                yield str(place / file.relative_to(folder).as_posix()), file


def compress(file):
    brotli = file.with_name(file.name + ".br")
    subprocess.run(["brotli", "--best", "--force", f"--output={brotli}", str(file)], check=True)
    packed = gzip.compress(file.read_bytes(), 9, mtime=0)
    file.with_name(file.name + ".gz").write_bytes(packed)


def previous_hashes(site):
    try:
        manifest = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
        return {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def assemble(build, site):
    known = previous_hashes(site)
    entries, kept = [], {site / MANIFEST, site / (MANIFEST + ".br"), site / (MANIFEST + ".gz")}
    for path, source in sources(build):
        target = site / path
        data = source.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        entries.append({"path": path, "bytes": len(data), "sha256": digest})
        pair = [target.with_name(target.name + suffix) for suffix in (".br", ".gz")]
        wanted = [target] + (pair if target.suffix in COMPRESSED else [])
        kept.update(wanted)
        if known.get(path) == digest and all(file.exists() for file in wanted):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        if target.suffix in COMPRESSED:
            compress(target)
    entries.sort(key=lambda entry: entry["path"])
    listing = "\n".join(f"{entry['sha256']} {entry['path']}" for entry in entries)
    version = hashlib.sha256(listing.encode()).hexdigest()[:16]
    manifest = {"format": "linli.build/1", "version": version, "files": entries}
    (site / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    compress(site / MANIFEST)
    for file in sorted(site.rglob("*"), reverse=True):
        if file.is_file() and file not in kept:
            file.unlink()
        elif file.is_dir() and not any(file.iterdir()):
            file.rmdir()
    return version, entries


def main(arguments):
    build, site = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    site.mkdir(parents=True, exist_ok=True)
    try:
        version, entries = assemble(build, site)
    except (FileNotFoundError, StringsError) as error:
        print(f"site: {error}", file=sys.stderr)
        return 1
    print(f"build/site is ready: {len(entries)} files, version {version}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
