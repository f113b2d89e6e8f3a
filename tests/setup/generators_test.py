"""The generators of cmake/: what they refuse, what they write."""
import json
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "cmake"))

import make_embedded  # noqa: E402
import make_pinyin_initials  # noqa: E402
import make_site  # noqa: E402
import make_strings  # noqa: E402


def write_strings(folder, chinese, english):
    for language, text in (("zh-CN", chinese), ("en", english)):
        (folder / language).mkdir(parents=True)
        (folder / language / "app.json").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("chinese, english, sentence", [
    ('{"ok": "好"}', '{}', 'missing in en'),
    ('{}', '{"ok": "OK"}', 'missing in zh-CN'),
    ('{"ok": "好{name}"}', '{"ok": "OK"}', 'other placeholders'),
    ('{"ok": "好", "ok": "好"}', '{"ok": "OK"}', 'occurs twice'),
    ('{"Ok": "好"}', '{"Ok": "OK"}', 'lower-case words'),
    ('{"ok": ""}', '{"ok": "OK"}', 'empty'),
    ('{"ok": "好{"}', '{"ok": "OK{"}', 'unpaired brace'),
    ('{"ok": 1}', '{"ok": "OK"}', 'no text'),
    ('[]', '{}', 'not an object'),
    ('{', '{}', 'app.json'),
])
def test_bad_strings_are_refused(tmp_path, capsys, chinese, english, sentence):
    write_strings(tmp_path / "strings", chinese, english)
    assert make_strings.main([str(tmp_path / "strings"), str(tmp_path / "made")]) == 1
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_strings_keep_their_characters(tmp_path):
    text = 'a "b" \\ c\nd ?\u201c\u00e9\U00020000'
    write_strings(tmp_path / "strings", json.dumps({"t": text}), json.dumps({"t": text}))
    assert make_strings.main([str(tmp_path / "strings"), str(tmp_path / "made")]) == 0
    (tmp_path / "show.cpp").write_text(
        '#include <cstdio>\n#include "made/strings.h"\n#include "made/string_tables.h"\n'
        'int main() { using namespace linli::app;\n'
        'std::fwrite(string_table_en[int(Str::app_t)].data(), 1, '
        'string_table_en[0].size(), stdout); }\n')
    subprocess.run(["g++", "-std=c++20", "show.cpp", "-o", "show"], cwd=tmp_path, check=True)
    assert subprocess.run(["./show"], cwd=tmp_path, capture_output=True).stdout == text.encode()


def test_a_changed_sentence_leaves_the_names_alone(tmp_path):
    names, tables = tmp_path / "made" / "strings.h", tmp_path / "made" / "string_tables.h"
    for english in ("one", "two"):
        write_strings(tmp_path / english, '{"t": "好"}', json.dumps({"t": english}))
        assert make_strings.main([str(tmp_path / english), str(tmp_path / "made")]) == 0
        if english == "one":
            written = names.stat().st_mtime_ns
    assert names.stat().st_mtime_ns == written
    assert '"two"' in tables.read_text(encoding="utf-8")


def test_embedded_files_keep_their_text(tmp_path):
    (tmp_path / "assets" / "demo").mkdir(parents=True)
    (tmp_path / "assets" / "demo" / "a.csv").write_text("姓名,\"b\"\r\n" * 900, newline="")
    (tmp_path / "assets" / "demo" / "b.json").write_text('{ "a": [1, 2] }')
    header = tmp_path / "embedded_assets.h"
    assert make_embedded.main([str(tmp_path / "assets"), str(header), "demo", "policies"]) == 0
    (tmp_path / "show.cpp").write_text(
        '#include <cstdio>\n#include "embedded_assets.h"\nint main() {\n'
        'for (const auto& file : linli::app::embedded_assets)\n'
        'std::fwrite(file.text.data(), 1, file.text.size(), stdout); }\n')
    subprocess.run(["g++", "-std=c++20", "show.cpp", "-o", "show"], cwd=tmp_path, check=True)
    shown = subprocess.run(["./show"], cwd=tmp_path, capture_output=True).stdout
    assert shown == ("姓名,\"b\"\r\n" * 900).encode() + b'{"a":[1,2]}'


@pytest.mark.parametrize("reading, letter", [("lǚ", "L"), ("ō", "O"), ("zhāng", "Z"), ("ḿ", "M")])
def test_initials(reading, letter):
    assert make_pinyin_initials.initial(reading) == letter


def test_site_lists_every_file_with_its_hash(tmp_path, monkeypatch):
    root, build, site = tmp_path / "root", tmp_path / "build", tmp_path / "site"
    for folder in (root / "web", root / "assets" / "icons", root / "assets" / "strings", build):
        folder.mkdir(parents=True)
    (root / "web" / "index.html").write_text("<p>" + "x" * 500)
    (root / "assets" / "icons" / "a.png").write_bytes(b"png")
    (root / "assets" / "strings" / "a.json").write_text("{}")
    for language in ("zh-CN", "en"):
        (root / "assets" / "strings" / language).mkdir()
        (root / "assets" / "strings" / language / "page.json").write_text('{"key": "text"}')
    for file in make_site.PACKAGE_FILES.values():
        (root / file).parent.mkdir(parents=True)
        (root / file).write_text("package")
    for name in make_site.PROGRAM_FILES:
        (build / name).write_text(name * 100)
    monkeypatch.setattr(make_site, "ROOT", root)
    first, entries = make_site.assemble(build, site)
    assert [entry["path"] for entry in entries] == [
        "assets/icons/a.png", "index.html", "linli.mjs", "linli.wasm", "page_strings.js",
        "third_party/jsqr.js"]
    assert '"key": "text"' in (site / "page_strings.js").read_text()
    assert (site / "index.html.br").exists() and (site / "index.html.gz").exists()
    assert not (site / "assets/icons/a.png.br").exists()
    assert make_site.assemble(build, site)[0] == first
    (root / "assets" / "icons" / "a.png").unlink()
    (root / "web" / "index.html").write_text("<p>other")
    second, entries = make_site.assemble(build, site)
    assert second != first and len(entries) == 5
    assert not (site / "assets").exists()
    manifest = json.loads((site / "manifest.build.json").read_text())
    assert manifest["version"] == second
