"""Makes generated/pinyin_initials.h from Unicode's Unihan readings (Debian: unicode-data).

The table gives the first letter of the most common Mandarin reading: one character per code point
from U+3400 to U+9FFF, a sorted list for the characters of the Chinese standard list (TGH 2013) that
lie beyond, and the surnames whose reading as a surname begins with another letter.
"""
import bz2
import pathlib
import sys
import unicodedata

FIRST, LAST = 0x3400, 0x9FFF
COLUMNS = 96

# Readings that hold only where the characters stand as a surname.
SURNAMES = {
    "单": "S", "解": "X", "仇": "Q", "曾": "Z", "查": "Z", "区": "O", "乐": "Y", "召": "S", "种": "C",
    "秘": "B", "繁": "P", "重": "C", "折": "S", "翟": "Z", "覃": "Q", "句": "G", "佴": "N", "祭": "Z",
    "乜": "N", "郇": "X", "隗": "W", "阚": "K",
    "尉迟": "YC", "单于": "CY", "万俟": "MQ", "澹台": "TT", "长孙": "ZS", "乐正": "YZ",
}


def unihan(folder, name, field):
    with bz2.open(folder / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            parts = line.rstrip("\n").split("\t")
            if len(parts) == 3 and parts[1] == field:
                yield int(parts[0][2:], 16), parts[2]


def initial(reading):
    """The letter A to Z that a reading such as "lǚ" begins with."""
    letter = unicodedata.normalize("NFD", reading)[0].upper()
    if not "A" <= letter <= "Z":
        raise ValueError(f"no initial in {reading}")
    return letter


def render(initials, listed):
    table = [initials.get(code, " ") for code in range(FIRST, LAST + 1)]
    out = [
        "// Made by cmake/make_pinyin_initials.py from Unicode's Unihan readings; never edited by hand.",
        "// For search only: readings differ between Unicode versions, so they must never enter rows that",
        "// the state hash covers.",
        "#pragma once",
        "#include <algorithm>",
        "#include <iterator>",
        "#include <string_view>",
        "",
        "namespace linli::base {",
        "",
        f"inline constexpr char32_t pinyin_table_first = 0x{FIRST:X};",
        "inline constexpr std::string_view pinyin_table =",
    ]
    rows = ["".join(table[at:at + COLUMNS]) for at in range(0, len(table), COLUMNS)]
    out += [f"    \"{row}\"" for row in rows[:-1]] + [f"    \"{rows[-1]}\";", ""]
    out += ["struct PinyinInitial {", "  char32_t code_point;", "  char letter;", "};", "",
            "inline constexpr PinyinInitial pinyin_beyond_table[] = {"]
    out += [f"    {{0x{code:X}, '{initials[code]}'}}," for code in listed]
    out += ["};", "", "// A surname (one or two characters) and the initials that it has as a surname.",
            "struct SurnameInitials {", "  std::string_view surname;", "  std::string_view letters;",
            "};", "", "inline constexpr SurnameInitials surname_initials[] = {"]
    longest_first = sorted(SURNAMES.items(), key=lambda item: (-len(item[0]), item[0]))
    out += [f"    {{\"{surname}\", \"{letters}\"}}," for surname, letters in longest_first]
    out += [
        "};",
        "",
        "// The upper-case first letter of a Han character's most common reading, 0 for any other.",
        "constexpr char pinyin_initial(char32_t code_point) {",
        "  if (code_point >= pinyin_table_first &&",
        "      code_point - pinyin_table_first < pinyin_table.size()) {",
        "    const char letter = pinyin_table[code_point - pinyin_table_first];",
        "    return letter == ' ' ? '\\0' : letter;",
        "  }",
        "  const auto* end = std::end(pinyin_beyond_table);",
        "  const auto* found = std::lower_bound(",
        "      std::begin(pinyin_beyond_table), end, code_point,",
        "      [](const PinyinInitial& entry, char32_t wanted) { return entry.code_point < wanted; });",
        "  return found != end && found->code_point == code_point ? found->letter : '\\0';",
        "}",
        "",
        "}  // namespace linli::base",
    ]
    return "\n".join(out) + "\n"


def main(arguments):
    folder, target = pathlib.Path(arguments[0]), pathlib.Path(arguments[1])
    if not (folder / "Unihan_Readings.txt.bz2").exists():
        print(f"pinyin: {folder} has no Unihan files; install the package unicode-data",
              file=sys.stderr)
        return 1
    readings = unihan(folder, "Unihan_Readings.txt.bz2", "kMandarin")
    initials = {code: initial(reading) for code, reading in readings}
    standard = {code for file in ("OtherMappings", "DictionaryLikeData")
                for code, _ in unihan(folder, f"Unihan_{file}.txt.bz2", "kTGH")}
    listed = sorted(code for code in standard if code > LAST and code in initials)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(render(initials, listed), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
