"""Makes generated/icons.h from assets/icons/icons.txt and the SVG files of @phosphor-icons/core.

An icon is the outline of a filled shape in a square of 256 units. Stops with a sentence when an icon
is missing or is drawn with anything but filled paths.
"""
import pathlib
import re
import sys

NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
SVG = re.compile(r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" '
                 r'fill="currentColor">(.*)</svg>\s*\Z', re.DOTALL)
PATH = re.compile(r'<path d="([MmLlHhVvCcSsQqTtAaZz0-9 .,-]+)"\s*/>')


class IconsError(Exception):
    pass


def outline(path):
    """The path data of one file, several paths joined."""
    if not path.is_file():
        raise IconsError(f"{path} does not exist")
    match = SVG.match(path.read_text(encoding="utf-8"))
    if not match or PATH.sub("", match.group(1)).strip():
        raise IconsError(f"{path} is more than filled paths in a square of 256")
    return " ".join(PATH.findall(match.group(1)))


def read_icons(table, folder):
    icons = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        words = line.split("#")[0].split()
        if not words:
            continue
        if len(words) != 2 or not NAME.match(words[0]) or words[0] in icons:
            raise IconsError(f"{table}: the line \"{line}\" is not a new name and a file")
        icons[words[0]] = outline(folder / f"{words[1]}.svg")
    return icons


def render(icons):
    out = [
        "// Made by cmake/make_icons.py from assets/icons; never edited by hand.",
        "#pragma once",
        "#include <cstdint>",
        "#include <string_view>",
        "",
        "namespace linli::ui {",
        "",
        "enum class Icon : std::uint16_t {",
        "  none,",
    ]
    out += [f"  {name}," for name in icons]
    out += ["};", "", f"inline constexpr std::uint16_t icon_count = {len(icons) + 1};", "",
            "// Outlines as SVG path data in a square of 256 units.",
            "inline constexpr std::string_view icon_paths[] = {", '    "",']
    out += [f'    "{path}",' for path in icons.values()]
    out += ["};", "", "}  // namespace linli::ui"]
    return "\n".join(out) + "\n"


def main(arguments):
    table, folder, target = (pathlib.Path(argument) for argument in arguments)
    try:
        text = render(read_icons(table, folder))
    except IconsError as error:
        print(f"icons: {error}", file=sys.stderr)
        return 1
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
