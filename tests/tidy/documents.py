"""What documents say of the repository must be there: the tests that the threat model leans on."""
import re

SECURITY = "docs/SECURITY.md"
CPP_TEST = re.compile(r"`([A-Z]\w+)\.([A-Z]\w+)`")
PYTHON_TEST = re.compile(r"\b(test_[a-z0-9_]+)`")


def named_tests(files):
    """Tests named in docs/SECURITY.md that do not exist."""
    document = files.get(SECURITY, "")
    tests = "\n".join(text for path, text in files.items() if path.startswith("tests/"))
    found = []
    for suite, name in CPP_TEST.findall(document):
        if not re.search(rf"\({suite}(Test)?, {name}[,)]", tests):
            found.append(f"{SECURITY}: there is no test {suite}.{name}")
    for name in PYTHON_TEST.findall(document):
        if f"def {name}(" not in tests:
            found.append(f"{SECURITY}: there is no test {name}")
    return found
