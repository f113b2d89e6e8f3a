"""Makes page_strings.js from assets/strings/{zh-CN,en}/page.json: the texts of the HTML panels, which
must appear even when the program did not load or the browser knows no modules."""
import json

from make_strings import LANGUAGES, PAGE_AREA, StringsError, read_area


def page_strings(folder):
    """The script as text."""
    tables = {language: read_area(folder / language / f"{PAGE_AREA}.json")
              for language in LANGUAGES}
    first, *others = LANGUAGES
    for language in others:
        missing = tables[first].keys() ^ tables[language].keys()
        if missing:
            raise StringsError(f"{PAGE_AREA}: {sorted(missing)[0]} lacks a language")
    return ("// Made by cmake/make_page_strings.py from assets/strings; never edited by hand.\n"
            "self.linli_page_strings = " + json.dumps(tables, ensure_ascii=False, indent=1) + ";\n")
