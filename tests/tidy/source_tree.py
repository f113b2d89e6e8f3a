"""The files that the rules read: a mapping of path to text, from git or made up by a test."""
import functools
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LINE_COMMENT = re.compile(r"//[^\n]*")
BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.S)
TEXT_LITERAL = re.compile(r'"(?:\\.|[^"\\\n])*"')


@functools.lru_cache(maxsize=1)
def repository():
    """Every file that is tracked, or would be, and is text."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    files = {}
    for path in listing.split("\0"):
        if not path or not (ROOT / path).is_file() or (ROOT / path).is_symlink():
            continue
        try:
            files[path] = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return files


def is_cpp(path):
    return path.endswith((".cpp", ".h", ".c"))


def is_script(path):
    return path.endswith((".js", ".mjs", ".cjs"))


def blank(match):
    """Keeps line numbers when something is taken out."""
    return re.sub(r"[^\n]", " ", match.group())


def without_comments(text):
    """Comments become spaces; texts that hold // are kept whole."""
    kept = []

    def keep(match):
        kept.append(match.group())
        return f"\0{len(kept) - 1}\0"

    text = TEXT_LITERAL.sub(keep, text)
    text = BLOCK_COMMENT.sub(blank, text)
    text = LINE_COMMENT.sub(lambda m: blank(m), text)
    return re.sub(r"\0(\d+)\0", lambda m: kept[int(m.group(1))], text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def find_words(path, text, pattern, sentence):
    """One finding per match; {word} in the sentence is what matched."""
    return [f"{path}:{line_of(text, match.start())}: {sentence.format(word=match.group().strip())}"
            for match in pattern.finditer(text)]
