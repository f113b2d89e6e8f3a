"""Runs the test suites and adds up what really ran.

Suites: lint (fast style checks and the tidy test), analyse (clang-tidy), native (all C++ tests with
sanitizers), fuzz (libFuzzer from a corpus, briefly), wasm (the same C++ tests in Node.js), hub (the
server over HTTP), browser (Chromium and Firefox). Without arguments all but analyse run. The last
line is "N passed, N failed"; a suite that cannot build or crashes counts as a failure.
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import time
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
RESULTS = ROOT / "build" / "results"
PYTHON = "/usr/bin/python3"
JOBS = os.cpu_count() or 1
DEFAULT_SUITES = ("lint", "native", "fuzz", "wasm", "hub", "browser")
FUZZERS = ("canary", "json", "bundle", "answer", "table")
TIMEOUT_SECONDS = 3600


class Tally:
    """Counts of one run. A check that has no counts of its own counts as one test."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.skipped = 0

    def add(self, name, passed, failed, skipped=0, seconds=0.0):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        note = f", {skipped} skipped" if skipped else ""
        print(f"{name}: {passed} passed, {failed} failed{note} ({seconds:.0f} s)", flush=True)

    def check(self, name, command, env=None):
        """Runs one command as one test and shows its output only when it fails."""
        done, seconds = run(command, env)
        if done.returncode != 0:
            print(done.stdout, flush=True)
        self.add(name, int(done.returncode == 0), int(done.returncode != 0), seconds=seconds)
        return done.returncode == 0


def run(command, env=None):
    start = time.monotonic()
    try:
        done = subprocess.run(command, cwd=ROOT, text=True, errors="replace",
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=TIMEOUT_SECONDS, env={**os.environ, **(env or {})})
    except subprocess.TimeoutExpired as expired:
        output = (expired.stdout or b"").decode(errors="replace") + "\nstopped: took too long"
        done = subprocess.CompletedProcess(command, 1, output)
    except OSError as error:
        done = subprocess.CompletedProcess(command, 1, f"{command[0]}: {error}")
    return done, time.monotonic() - start


def junit_counts(path):
    """(passed, failed, skipped) of a JUnit file; raises when there is none."""
    passed = failed = skipped = 0
    for case in xml.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
        elif case.find("skipped") is not None or case.get("status") == "notrun":
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def counted(tally, name, command, report, env=None):
    """Runs a command that writes a JUnit file and counts from it."""
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    done, seconds = run(command, env)
    try:
        passed, failed, skipped = junit_counts(report)
    except (OSError, xml.ParseError):
        passed, failed, skipped = 0, 1, 0
    if done.returncode != 0 and failed == 0:
        failed = 1
    if failed:
        print(done.stdout, flush=True)
    tally.add(name, passed, failed, skipped, seconds)


def configure_and_build(tally, preset, *targets):
    if not (ROOT / "build" / preset / "build.ninja").exists():
        done, _ = run(["cmake", "--preset", preset])
        if done.returncode != 0:
            print(done.stdout)
            tally.add(f"configure {preset}", 0, 1)
            return False
    command = ["cmake", "--build", f"build/{preset}", "-j", str(JOBS)]
    command += ["--target", *targets] if targets else []
    done, seconds = run(command)
    if done.returncode != 0:
        print(done.stdout)
        tally.add(f"build {preset}", 0, 1, seconds=seconds)
        return False
    return True


def tracked(*patterns):
    done, _ = run(["git", "ls-files", *patterns])
    return [name for name in done.stdout.split() if (ROOT / name).exists()]


def cpp_programs(tally, preset):
    if not configure_and_build(tally, preset):
        return
    done, _ = run(["ctest", "--test-dir", f"build/{preset}", "--show-only=json-v1"])
    tests = json.loads(done.stdout[done.stdout.index("{"):])["tests"]

    def one(test):
        report = ROOT / "build" / preset / "results" / f"{test['name']}.xml"
        counted(tally, f"{preset} {test['name']}", test["command"], report)

    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(one, tests))


def native(tally):
    cpp_programs(tally, "native-debug")
    tally.check("every header compiles alone", ["cmake", "--build", "build/native-debug",
                                                "--target", "linli_headers_alone"])


def fuzz(tally):
    """Each fuzzer runs from its corpus with a fixed seed; the canary must be found, or none counts."""
    if not configure_and_build(tally, "native-fuzz", *(f"linli_fuzz_{name}" for name in FUZZERS)):
        return
    soak = bool(os.environ.get("LINLI_SOAK"))
    canary, _ = run(["build/native-fuzz/linli_fuzz_canary", "-runs=200000", "-seed=1",
                     "-artifact_prefix=build/results/canary-"])
    found = canary.returncode != 0 and "canary_fuzz.cpp" in canary.stdout
    tally.add("fuzz canary is found", int(found), int(not found))
    for name in FUZZERS[1:]:
        folder = ROOT / "build" / "fuzz" / name
        folder.mkdir(parents=True, exist_ok=True)
        limit = ["-max_total_time=600"] if soak else ["-runs=50000"]
        tally.check(f"fuzz {name}", [
            f"build/native-fuzz/linli_fuzz_{name}", *limit, "-seed=1", "-max_len=8192",
            "-print_final_stats=1", f"-artifact_prefix=build/results/{name}-", str(folder),
            f"tests/fuzz/corpus/{name}"])


def lint(tally):
    sources = tracked("*.cpp", "*.h", "*.c")
    tally.check("clang-format", ["clang-format", "--dry-run", "-Werror", *sources])
    tally.check("flake8", [PYTHON, "-m", "flake8", *tracked("*.py")])
    for config in ("tsconfig.json", "tsconfig.worker.json"):
        tally.check(f"tsc {config}", ["node_modules/.bin/tsc", "-p", config])
    pytest(tally, "tidy")
    pytest(tally, "setup")


def analyse(tally):
    if configure_and_build(tally, "native-debug"):
        sources = tracked("src/*.cpp", "shell/headless/*.cpp")
        tally.check("clang-tidy", ["run-clang-tidy", "-quiet", "-j", str(JOBS),
                                   # The build is g++'s, which knows warnings that clang does not.
                                   "-extra-arg=-Wno-unknown-warning-option",
                                   "-p", "build/native-debug", *sources])


def pytest(tally, folder):
    report = RESULTS / f"{folder}.xml"
    counted(tally, folder, [PYTHON, "-m", "pytest", "-q", f"tests/{folder}",
                            f"--junitxml={report}"], report)


def browser(tally):
    if not configure_and_build(tally, "wasm-release"):
        return
    done, _ = run(["make", "site"])
    if done.returncode != 0:
        print(done.stdout)
        tally.add("site", 0, 1)
        return
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/browser").glob("*.test.mjs"))
    if not files:
        return
    for file in files:
        browser_file(tally, file)


def browser_file(tally, file):
    """Browsers share the machine with all else; a file that fails is run once more, and both are told."""
    name = pathlib.Path(file).name.removesuffix(".test.mjs")
    report = RESULTS / f"browser-{name}.xml"
    for _ in range(2):
        attempt = Tally()
        counted(attempt, f"browser {name}", [
            "node", "--test", "--test-reporter=junit", f"--test-reporter-destination={report}",
            "--test-reporter=spec", "--test-reporter-destination=stdout", file], report)
        if not attempt.failed:
            break
    tally.passed += attempt.passed
    tally.failed += attempt.failed
    tally.skipped += attempt.skipped


SUITES = {
    "lint": lint,
    "analyse": analyse,
    "native": native,
    "wasm": lambda tally: cpp_programs(tally, "wasm-release"),
    "hub": lambda tally: pytest(tally, "hub"),
    "fuzz": fuzz,
    "browser": browser,
}


def main(arguments):
    unknown = [name for name in arguments if name not in SUITES]
    if unknown:
        print(f"no suite {', '.join(unknown)}; there are {', '.join(SUITES)}", file=sys.stderr)
        return 2
    tally = Tally()
    for name in arguments or DEFAULT_SUITES:
        SUITES[name](tally)
    if tally.skipped:
        print(f"{tally.skipped} skipped")
    print(f"{tally.passed} passed, {tally.failed} failed")
    return int(tally.failed != 0 or tally.passed == 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
