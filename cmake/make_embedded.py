"""Makes generated/embedded_assets.h: the text files of some folders of assets/ as constants.

    make_embedded.py ASSETS TARGET FOLDER...

JSON is written without its blanks, everything else byte for byte. The path of a file is relative to
assets/, for example "demo/names.json".
"""
import json
import pathlib
import sys

from make_strings import literal

PIECE = 2000


def read_text(path):
    text = path.read_bytes().decode("utf-8")
    if path.suffix == ".json":
        text = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    return text


def render(files):
    out = [
        "// Made by cmake/make_embedded.py from assets/; never edited by hand. Include it in one place.",
        "#pragma once",
        "#include <string_view>",
        "",
        "namespace linli::app {",
        "",
        "struct EmbeddedAsset {",
        "  std::string_view path;  // relative to assets/",
        "  std::string_view text;",
        "};",
        "",
        f"inline constexpr std::size_t embedded_asset_count = {len(files)};",
        f"inline constexpr EmbeddedAsset embedded_assets[{max(len(files), 1)}] = {{",
    ]
    for path, text in files:
        pieces = [text[at:at + PIECE] for at in range(0, len(text), PIECE)] or [""]
        body = "\n     ".join(literal(piece) for piece in pieces)
        out.append(f"    {{\"{path}\",\n     {body}}},")
    out += ["};", "", "}  // namespace linli::app"]
    return "\n".join(out) + "\n"


def main(arguments):
    assets, target = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    files = []
    for folder in arguments[2:]:
        for path in sorted((assets / folder).rglob("*")):
            if path.is_file():
                try:
                    files.append((path.relative_to(assets).as_posix(), read_text(path)))
                except ValueError as error:
                    print(f"embedded: {path}: {error}", file=sys.stderr)
                    return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(render(files), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
