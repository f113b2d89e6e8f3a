"""Layers include only downwards, and third-party headers only where the architecture allows them."""
import re

from source_tree import find_words, is_cpp, line_of, without_comments

MAY_INCLUDE = {
    "base": {"base"},
    "core": {"base", "core"},
    "store": {"base", "core", "store"},
    "sync": {"base", "core", "sync"},
    "app": {"base", "core", "store", "sync", "app"},
    "ui": {"base", "core", "app", "ui"},
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]', re.M)

# Header, and the only places (besides tests) that may include it.
GUARDED = (
    (re.compile(r"sqlite3(ext)?\.h"), re.compile(r"src/store/|shell/web/|shell/headless/bench")),
    (re.compile(r"(imgui|imstb)\w*\.h"), re.compile(r"src/ui/|shell/web/")),
    (re.compile(r"nlohmann/.*"), re.compile(r"src/(sync|app)/.*\.cpp$")),
    (re.compile(r"sodium.*\.h|sodium/.*"), re.compile(r"src/base/.*\.cpp$")),
)

# The world enters through env.h, so these words belong to shell/ alone.
PLATFORM = re.compile(
    r"\bemscripten\w*|\bEM_JS\b|\bEM_ASM\w*|\b__EMSCRIPTEN__\b|\b__wasm\w*\b"
    r"|\b(system|steady|high_resolution)_clock\b|\bgettimeofday\b|\bclock_gettime\b"
    r"|\blocaltime\w*|\bgmtime\w*|\btime\((nullptr|NULL|0)\)"
    r"|\brandom_device\b|\bmt19937\w*|\bs?rand\(|\bgetenv\b|\bgetrandom\b")
STREAMS = re.compile(r"#\s*include\s*<(iostream|fstream|sstream|filesystem|thread|regex|format)>")


def includes(text):
    for match in INCLUDE.finditer(without_comments(text)):
        yield line_of(text, match.start()), match.group(1)


def allowed(layer, header):
    folder = header.split("/")[0]
    if layer == "ui" and re.fullmatch(r"store/query_\w+\.h", header):
        return True
    return folder in MAY_INCLUDE[layer] or folder not in {*MAY_INCLUDE, "shell", "hub", "tests"}


def back_edges(files):
    findings = []
    for path, text in files.items():
        parts = path.split("/")
        if parts[0] != "src" or len(parts) < 3 or not is_cpp(path):
            continue
        if parts[1] not in MAY_INCLUDE:
            findings.append(f"{path}:1: {parts[1]} is not a layer")
            continue
        findings += [f"{path}:{line}: {parts[1]} may not include {header}"
                     for line, header in includes(text) if not allowed(parts[1], header)]
    return findings


def guarded_headers(files):
    findings = []
    for path, text in files.items():
        if not is_cpp(path) or not path.startswith(("src/", "shell/")):
            continue
        for line, header in includes(text):
            for name, places in GUARDED:
                if name.fullmatch(header) and not places.match(path):
                    findings.append(f"{path}:{line}: {header} may not be included here")
    return findings


def platform_words(files):
    findings = []
    for path, text in files.items():
        if is_cpp(path) and path.startswith("src/"):
            code = without_comments(text)
            findings += find_words(path, code, PLATFORM, "the word \"{word}\" belongs to shell/")
            findings += find_words(path, code, STREAMS, "{word} is not used in this project")
    return findings
