#!/usr/bin/env python3
"""Starts Linli: serves the built app and is its hub. `serve.py --help` lists the commands."""

import os
import subprocess
import sys

DEBIAN_PYTHON = "/usr/bin/python3"
VERSION_MIN = (3, 11)
PACKAGES = {
    "starlette": "python3-starlette",
    "uvicorn": "python3-uvicorn",
    "httptools": "python3-httptools",
    "uvloop": "python3-uvloop",
    "cryptography": "python3-cryptography",
}
PROBE = ("import importlib.util, sys\n"
         f"print(sys.version_info >= {VERSION_MIN}, *[name for name in {sorted(PACKAGES)}"
         " if importlib.util.find_spec(name) is None])")


def missing_in(python):
    """Names of missing modules, or None if this interpreter is absent or too old."""
    try:
        answer = subprocess.run([python, "-c", PROBE], capture_output=True, text=True, timeout=60)
    except OSError:
        return None
    words = answer.stdout.split()
    return words[1:] if answer.returncode == 0 and words[0] == "True" else None


def find_interpreter():
    """Goes on in an interpreter that has the packages, or ends with a sentence."""
    if sys.executable and missing_in(sys.executable) == []:
        return
    missing = missing_in(DEBIAN_PYTHON)
    if missing == []:
        os.execv(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv])
    if missing is None:
        sys.exit("Linli's hub needs Python 3.11 or later. On Debian 12: apt-get install python3")
    packages = " ".join(PACKAGES[name] for name in missing)
    sys.exit(f"Packages are missing. As administrator: apt-get install {packages}")


if __name__ == "__main__":
    find_interpreter()
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    from hub.commands import main

    sys.exit(main(sys.argv[1:]))
