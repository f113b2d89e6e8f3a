"""The two lists of the bridge are the same: functions C++ exports and JavaScript calls, functions the
JavaScript library implements and C++ declares."""
import re

from source_tree import is_cpp, is_script, without_comments

EXPORTED = re.compile(r"\bEMSCRIPTEN_KEEPALIVE\s+[\w:*&\s]*?\b(\w+)\s*\(")
CALLED = re.compile(r"\._(linli_\w+)|\['_(linli_\w+)'\]|\[\"_(linli_\w+)\"\]")
DECLARED = re.compile(
    r"^\s*(?:extern\s+(?:\"C\"\s+)?)?(?:const\s+)?\w+\s*\*?\s+\*?(linli_\w+)\s*\([^;{]*\)\s*;", re.M)
IMPLEMENTED = re.compile(r"^\s*(linli_\w+)\s*(?::|\()", re.M)


def differences(what, left_name, left, right_name, right):
    return ([f"shell/web:1: {what} {name} is in {left_name} but not in {right_name}"
             for name in sorted(left - right)] +
            [f"shell/web:1: {what} {name} is in {right_name} but not in {left_name}"
             for name in sorted(right - left)])


def twin_lists(files):
    exported, declared, implemented, called = set(), set(), set(), set()
    for path, text in files.items():
        code = without_comments(text) if is_cpp(path) or is_script(path) else ""
        if is_cpp(path) and path.startswith("shell/web/"):
            exported |= set(EXPORTED.findall(code))
            if path.endswith(".h"):
                declared |= set(DECLARED.findall(code))
        elif is_script(path) and path.startswith("shell/web/"):
            implemented |= set(IMPLEMENTED.findall(code))
        elif is_script(path) and path.startswith("web/"):
            called |= {name for names in CALLED.findall(code) for name in names if name}
    declared -= exported
    return (differences("the export", "C++", exported, "web/", called) +
            differences("the import", "the header", declared, "the JavaScript library", implemented))
