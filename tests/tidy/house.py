"""Sizes, names, header openings, left-over marks, and things that must not leak into the repository."""
import re

from source_tree import find_words, is_cpp, is_script, line_of, without_comments

LINES_MAX = 600
SOURCE_SUFFIXES = (".cpp", ".h", ".c", ".py", ".js", ".mjs", ".cjs", ".css", ".html", ".sh", ".cmake")
EMPTY_NAMES = re.compile(r"(?:.*_)?(utils?|helpers?|managers?|common|misc)(_.*)?")

# Written in pieces, so that this file does not find itself.
MARKS = re.compile(r"\b(" + "|".join(["TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK", "WI" "P"]) + r")\b"
                   r"|#\s*if 0\b")
SKIPS = re.compile(r"\bGTEST_SK" r"IP\b|\bDISAB" r"LED_\w+|pytest\.mark\.(sk" r"ip|xf" r"ail)"
                   r"|\b(test|it|describe)\.(sk" r"ip|on" r"ly|to" r"do)\b")
LEAKS = re.compile(
    r"registry\." r"npmjs|registry\." r"yarnpkg|deb\.deb" r"ian\.org|snapshot\.deb" r"ian|py" r"pi\.org"
    r"|pythonho" r"sted|(?<![\w.])/(ro" r"ot|ho" r"me|wo" r"rk)/\w|\"reso" r"lved\":")
COMMENTED_CODE = re.compile(
    r"^[ \t]*//[ \t]*"
    r"(?:[\w:<>*&,]+ ){0,3}[\w:.\[\]>-]+(?: [-+*/|&]?= | ?\([^)\n]* = |\()[^\n]*[;{][ \t]*$", re.M)
HAN = re.compile(r"[\u3400-\u9fff]+")


def long_files(files):
    findings = []
    for path, text in files.items():
        lines = text.count("\n") + 1
        if path.endswith(SOURCE_SUFFIXES) and lines > LINES_MAX:
            findings.append(f"{path}:1: {lines} lines, more than {LINES_MAX}")
    return findings


def empty_names(files):
    return [f"{path}:1: the name says nothing" for path in files
            if path.endswith(SOURCE_SUFFIXES)
            and EMPTY_NAMES.fullmatch(path.rsplit("/", 1)[-1].split(".")[0])]


def header_openings(files):
    """A header begins with sentences that say what it is, then #pragma once."""
    findings = []
    for path, text in files.items():
        if not path.endswith(".h") or not path.startswith(("src/", "shell/")):
            continue
        if not text.startswith("// "):
            findings.append(f"{path}:1: does not open with a sentence that says what it is")
        if not re.search(r"^#pragma once$", text, re.M):
            findings.append(f"{path}:1: has no #pragma once")
    return findings


def marks(files):
    findings = []
    for path, text in files.items():
        if path.endswith((*SOURCE_SUFFIXES, ".md", "Makefile", ".txt")):
            findings += find_words(path, text, MARKS, "left-over mark {word}")
            findings += find_words(path, text, SKIPS, "{word}: no test is left out")
        if is_cpp(path) or is_script(path):
            findings += find_words(path, text, COMMENTED_CODE, "commented-out code: {word}")
    return findings


def leaks(files):
    findings = []
    for path, text in files.items():
        findings += find_words(path, text, LEAKS, "names a machine or a registry: {word}")
    return findings


def human_text(files):
    """No Chinese text in C++: what people read stands in assets/strings."""
    findings = []
    for path, text in files.items():
        if is_cpp(path) and path.startswith(("src/", "shell/")):
            code = without_comments(text)
            findings += [f"{path}:{line_of(code, found.start())}: \"{found.group()}\" belongs to assets/"
                         for found in HAN.finditer(code)]
    return findings
