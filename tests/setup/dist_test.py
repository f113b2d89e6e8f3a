"""The single file of the demo: complete, and with nothing left to load."""
import base64
import pathlib
import re
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "cmake"))

import make_dist  # noqa: E402

PAGE = """<!doctype html>
<html>
  <head>
    <link rel="manifest" href="linli.webmanifest" />
    <link rel="icon" href="icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="linli.css" />
    <link rel="modulepreload" href="boot.js" />
    <script src="page_strings.js" defer></script>
    <script src="old.js" nomodule defer></script>
    <script src="boot.js" type="module"></script>
  </head>
  <body>
    <canvas id="canvas"></canvas>
  </body>
</html>
"""


@pytest.fixture
def site(tmp_path):
    folder = tmp_path / "site"
    (folder / "third_party").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE)
    (folder / "linli.css").write_text("body { margin: 0 }")
    (folder / "report.css").write_text("p {}")
    (folder / "icon.svg").write_text("<svg/>")
    (folder / "page_strings.js").write_text("self.strings = 1;")
    (folder / "old.js").write_text("too_old();")
    (folder / "third_party" / "reader.js").write_text("self.reader = '</script><!--';")
    (folder / "linli.wasm").write_bytes(bytes(range(256)))
    bundles = tmp_path / "bundles"
    bundles.mkdir()
    (bundles / "worker.js").write_text("const text = '</script>';\u2028")
    (bundles / "page.js").write_text("start();")
    return folder, bundles


def test_single_file_holds_everything(site):
    page = make_dist.single_file(*site)
    assert "body { margin: 0 }" in page
    assert base64.b64encode(bytes(range(256))).decode() in page
    assert page.index("self.strings") < page.index("LINLI_INLINE") < page.index("start();")
    assert "self.reader" in page and "const text" in page


def test_single_file_loads_nothing(site):
    page = make_dist.single_file(*site)
    addresses = re.findall(r"(?:src|href)=\"([^\"]*)\"", page)
    assert addresses and all(address.startswith("data:") for address in addresses)


def test_no_script_ends_early(site):
    page = make_dist.single_file(*site)
    assert page.count("<script>") == 4 and page.count("</script>") == 5
    assert "<script nomodule>too_old();" in page
    assert "<!--" not in page


def test_dist_leaves_compressed_files_out(site, tmp_path):
    folder, _ = site
    (folder / "linli.wasm.br").write_bytes(b"")
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "old.txt").write_text("")
    make_dist.copy_site(folder, dist)
    assert (dist / "linli.wasm").exists()
    assert not (dist / "linli.wasm.br").exists() and not (dist / "old.txt").exists()
