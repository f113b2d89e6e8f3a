"""Makes strings.h and string_tables.h of the build from assets/strings/{zh-CN,en}/<area>.json.

The first names the texts, the second holds them. A header that would say what it said before is
left alone, so a changed sentence compiles one file again and not every screen. Each area is a flat
object, key -> text with {name} placeholders; the enumerator of a text is <area>_<key>. Stops with
a sentence when a key lacks a language, placeholders differ between the languages, or a name occurs
twice.
"""
import json
import pathlib
import re
import sys

LANGUAGES = ("zh-CN", "en")
# The area of the page's own panels, which must work without the program (make_page_strings.py).
PAGE_AREA = "page"
KEY = re.compile(r"[a-z][a-z0-9_]*\Z")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class StringsError(Exception):
    pass


def unique_members(pairs):
    seen = {}
    for key, value in pairs:
        if key in seen:
            raise StringsError(f"the key \"{key}\" occurs twice")
        seen[key] = value
    return seen


def read_area(path):
    try:
        texts = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique_members)
    except (StringsError, ValueError) as error:
        raise StringsError(f"{path}: {error}") from None
    if not isinstance(texts, dict):
        raise StringsError(f"{path}: not an object")
    for key, text in texts.items():
        if not KEY.match(key):
            raise StringsError(f"{path}: the key \"{key}\" is not lower-case words joined by _")
        if not isinstance(text, str) or not text.strip():
            raise StringsError(f"{path}: the text of \"{key}\" is empty or no text")
        if "\0" in text:
            raise StringsError(f"{path}: the text of \"{key}\" holds a zero character")
        for name in PLACEHOLDER.findall(text):
            if not KEY.match(name):
                raise StringsError(f"{path}: \"{key}\" has a bad placeholder {{{name}}}")
        if "{" in PLACEHOLDER.sub("", text) or "}" in PLACEHOLDER.sub("", text):
            raise StringsError(f"{path}: \"{key}\" has an unpaired brace")
    return texts


def read_strings(folder):
    """All texts as {enumerator: {language: text}}, sorted by enumerator."""
    areas = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.json")):
            if not KEY.match(path.stem):
                raise StringsError(f"{path}: the area is not lower-case words joined by _")
            texts = read_area(path)
            if path.stem != PAGE_AREA:
                areas[language][path.stem] = texts
    problems = []
    merged = {}
    for area in sorted(set().union(*areas.values())):
        keys = set().union(*(areas[language].get(area, {}) for language in LANGUAGES))
        for key in sorted(keys):
            texts = {lang: areas[lang].get(area, {}).get(key) for lang in LANGUAGES}
            missing = [lang for lang, text in texts.items() if text is None]
            if missing:
                problems.append(f"{area}.json: \"{key}\" is missing in {', '.join(missing)}")
                continue
            names = {lang: set(PLACEHOLDER.findall(text)) for lang, text in texts.items()}
            if names["zh-CN"] != names["en"]:
                problems.append(f"{area}.json: \"{key}\" has other placeholders in zh-CN than in en")
            enumerator = f"{area}_{key}"
            if enumerator in merged:
                problems.append(f"{area}.json: \"{key}\" makes the name {enumerator} a second time")
            merged[enumerator] = texts
    if problems:
        raise StringsError("\n".join(problems))
    return dict(sorted(merged.items()))


def literal(text):
    """A C++ string literal with the text's UTF-8 as it is."""
    escaped = []
    for char in text:
        if char in "\"\\":
            escaped.append("\\" + char)
        elif char == "\n":
            escaped.append("\\n")
        elif ord(char) < 0x20:
            escaped.append(f"\\{ord(char):03o}")
        else:
            escaped.append(char)
    return "\"" + "".join(escaped).replace("??", "?\"\"?") + "\""


def render_names(strings):
    out = [
        "// Made by cmake/make_strings.py from assets/strings; never edited by hand.",
        "#pragma once",
        "#include <cstdint>",
        "",
        "namespace linli::app {",
        "",
        "enum class Str : std::uint16_t {",
    ]
    out += [f"  {name}," for name in strings]
    out += ["};", "", "}  // namespace linli::app"]
    return "\n".join(out) + "\n"


def render_tables(strings):
    out = [
        "// Made by cmake/make_strings.py from assets/strings; never edited by hand.",
        "#pragma once",
        "#include <cstddef>",
        "#include <string_view>",
        "",
        "namespace linli::app {",
        "",
        f"inline constexpr std::size_t string_count = {len(strings)};",
        "",
    ]
    tables = [("string_table_zh_cn", [texts["zh-CN"] for texts in strings.values()]),
              ("string_table_en", [texts["en"] for texts in strings.values()]),
              ("string_names", list(strings))]
    for table, texts in tables:
        out.append(f"inline constexpr std::string_view {table}[] = {{")
        out += [f"    {literal(text)}," for text in texts]
        out += ["};", ""]
    out.append("}  // namespace linli::app")
    return "\n".join(out) + "\n"


def write_when_changed(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main(arguments):
    folder, target = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    try:
        strings = read_strings(folder)
    except StringsError as error:
        print(f"strings: {error}", file=sys.stderr)
        return 1
    target.mkdir(parents=True, exist_ok=True)
    write_when_changed(target / "strings.h", render_names(strings))
    write_when_changed(target / "string_tables.h", render_tables(strings))
    (target / "strings.stamp").touch()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
