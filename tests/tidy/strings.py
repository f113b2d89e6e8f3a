"""Every text is used and translated, and every value of a listed enum has its word."""
import json
import re

from source_tree import is_cpp, is_script, without_comments

USE = re.compile(r"\bStr::(\w+)")
CPP_ENUM = re.compile(r"\bLINLI_ENUM\((\w+),([^)]*)\)", re.S)
ERROR_ENUM = re.compile(r"enum class ErrorCode[^{]*\{(.*?)\};", re.S)
HAN = re.compile(r"[\u3400-\u9fff]")
LETTER = re.compile(r"[A-Za-z]{2,}")
# Forms of dates that people may type in either language.
DATE_FORM = re.compile(r"\d+[年月日]")
# Areas whose texts are looked up by the word of an enum value.
# The panels' own texts: web/ names them by key, or a title and its text by what they share.
PAGE_AREA = "page"
PAGE_USE = re.compile(r"['\"](\w+)['\"]|\b(\w+): \[|\bstrings\.(\w+)")
WORD_AREAS = {"refusal": "Refusal", "flag": "Flag", "error": "ErrorCode"}


def areas(files, language):
    """{area: {key: text}} of one language."""
    found = {}
    for path, text in files.items():
        match = re.fullmatch(rf"assets/strings/{language}/(\w+)\.json", path)
        if match:
            found[match.group(1)] = json.loads(text)
    return found


def snake_case(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def enums(files):
    """{enum: [words]} of the vocabularies in src/core and of base::ErrorCode."""
    found = {}
    for path, text in files.items():
        if not path.startswith(("src/core/", "src/base/")) or not path.endswith(".h"):
            continue
        text = re.sub(r"//[^\n]*", "", text)
        for name, words in CPP_ENUM.findall(text):
            if name not in ("Name", "name"):
                found[name] = re.findall(r"\w+", words)
        for words in ERROR_ENUM.findall(text):
            found["ErrorCode"] = [word for word in re.findall(r"\w+", words) if word != "count_"]
    return found


def words_of_enums(files):
    known, texts, findings = enums(files), areas(files, "zh-CN"), []
    expected = {area: set(known.get(name, ())) for area, name in WORD_AREAS.items() if area in texts}
    if "word" in texts:
        expected["word"] = {f"{snake_case(name)}_{word}" for name, words in known.items()
                            if name not in WORD_AREAS.values() for word in words}
    for area, wanted in expected.items():
        path = f"assets/strings/zh-CN/{area}.json"
        findings += [f"{path}:1: no text for \"{key}\"" for key in sorted(wanted - set(texts[area]))]
        findings += [f"{path}:1: \"{key}\" belongs to no enum value"
                     for key in sorted(set(texts[area]) - wanted)]
    return findings


def unused(files):
    used, used_by_page = set(), set()
    for path, text in files.items():
        if is_cpp(path) and path.startswith(("src/", "shell/")):
            used |= set(USE.findall(without_comments(text)))
        elif is_script(path) and path.startswith("web/"):
            used_by_page |= {name for names in PAGE_USE.findall(text) for name in names if name}
    defined, findings = set(), []
    for area, texts in areas(files, "zh-CN").items():
        names = {f"{area}_{key}" for key in texts}
        defined |= names if area != PAGE_AREA else set()
        if area == PAGE_AREA:
            findings += [f"assets/strings/zh-CN/{area}.json:1: \"{key}\" is not used"
                         for key in sorted(texts)
                         if not {key, re.sub(r"_(title|text)\Z", "", key)} & used_by_page]
        elif area not in WORD_AREAS and area != "word":
            findings += [f"assets/strings/zh-CN/{area}.json:1: Str::{name} is not used"
                         for name in sorted(names - used)]
    return findings + [f"src:1: Str::{name} has no text" for name in sorted(used - defined)]


def untranslated(files):
    findings = []
    for language, other in (("zh-CN", "en"), ("en", "zh-CN")):
        there = areas(files, other)
        for area, texts in areas(files, language).items():
            for key, text in texts.items():
                where = f"assets/strings/{language}/{area}.json:1: \"{key}\""
                if key not in there.get(area, {}):
                    findings.append(f"{where} is missing in {other}")
                # Names of languages stand in their own, the gallery shows rare characters, and "a|b" lists
                # words that tables may use.
                if "language" in key or "|" in text or (area, key) == ("gallery", "rare"):
                    continue
                if language == "en" and HAN.search(DATE_FORM.sub("", text)):
                    findings.append(f"{where} is not in English")
                bare = re.sub(r"\{\w+\}", "", text)
                if language == "zh-CN" and LETTER.search(bare) and not HAN.search(bare):
                    findings.append(f"{where} is not in Chinese")
    return findings
