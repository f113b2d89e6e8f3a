"""Measures what docs/benchmarks.md names: one JSON line per figure.

Lines go to standard output and to build/bench/latest.jsonl. `--quick` makes fewer and smaller runs and
ends within two minutes. Names of parts (fold, tap, start, people, hub) choose among them.
"""
import json
import pathlib
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BENCH = ROOT / "tests" / "bench"
OUTPUT = ROOT / "build" / "bench" / "latest.jsonl"
FIELDS = ("name", "value", "unit", "floor", "peer", "peer_value", "ratio")
TIMEOUT_SECONDS = 1800

sys.path.insert(0, str(BENCH))


def lines_of(command):
    """The JSON lines that a program writes; what it says else goes to standard error."""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
                          timeout=TIMEOUT_SECONDS)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def in_node(runner, quick):
    yield from lines_of(["node", str(BENCH / "runners" / runner), *(["--quick"] if quick else [])])


def fold(quick):
    """Native and WASM (in Node.js) in turns, each beside bare inserts of the same rows."""
    operations, runs = (10000, 3) if quick else (50000, 5)
    native = ["build/native-release/linli_fold_bench", str(operations), "1"]
    wasm = ["node", "-r", "./tests/without_fetch.cjs", "build/wasm-release/linli_fold_bench.cjs",
            str(operations), "1"]
    pairs = []
    for _ in range(runs):
        (one,), (other,) = lines_of(native), lines_of(wasm)
        if one["state_hash"] != other["state_hash"]:
            raise SystemExit("native and WASM folded different rows")
        pairs.append((one, other))
    for name, index in (("fold_native", 0), ("fold_wasm", 1)):
        found = [pair[index] for pair in pairs]
        yield {"name": f"{name}_operations_per_s",
               "value": round(operations / statistics.median(run["fold_seconds"] for run in found)),
               "unit": "operations/s",
               "floor": round(operations / statistics.median(run["row_seconds"] for run in found)),
               "ratio": round(statistics.median(run["row_seconds"] / run["fold_seconds"]
                                                for run in found), 3)}
    ratio = round(statistics.median(wasm["fold_seconds"] / native["fold_seconds"]
                                    for native, wasm in pairs), 2)
    yield {"name": "fold_wasm_over_native_time", "value": ratio, "unit": "ratio", "ratio": ratio}


def hub(quick):
    from hub_bench import figures
    yield from figures(quick)


PARTS = {
    "fold": fold,
    "tap": lambda quick: in_node("tap.mjs", quick),
    "start": lambda quick: in_node("start.mjs", quick),
    "people": lambda quick: in_node("people.mjs", quick),
    "hub": hub,
}


def main(arguments):
    quick = "--quick" in arguments
    parts = [argument for argument in arguments if argument != "--quick"] or list(PARTS)
    if any(part not in PARTS for part in parts):
        print(f"parts are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    failed = []
    with OUTPUT.open("w", encoding="utf-8") as output:
        for part in parts:
            try:
                for figure in PARTS[part](quick):
                    line = json.dumps({field: figure.get(field) for field in FIELDS}, ensure_ascii=False)
                    print(line, flush=True)
                    print(line, file=output, flush=True)
            except (subprocess.SubprocessError, OSError, ValueError) as error:
                failed.append(part)
                print(f"{part}: {error}", file=sys.stderr)
    if failed:
        print(f"could not measure: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
