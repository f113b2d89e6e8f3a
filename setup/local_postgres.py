#!/usr/bin/python3
"""A real PostgreSQL of one's own from Debian's packages, in a folder, on a socket, without a network.

    setup/local_postgres.py FOLDER COMMAND [ARGUMENT...]

starts it (made on first use), runs the command with LINLI_STORE as its address and stops it again.
PostgreSQL never runs as root; started by root it runs as Debian's user postgres.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

PROGRAMS = pathlib.Path("/usr/lib/postgresql")
USER = "linli"
DATABASE = "postgres"
SETTINGS = ("listen_addresses=''", "max_connections=200", "unix_socket_permissions=0700")


def newest():
    """The folder of the newest server's programs; raises FileNotFoundError with a sentence."""
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("There is no PostgreSQL here. As administrator: "
                                "apt-get install postgresql")
    return found[-1].parent


class LocalPostgres:
    """`address` is what --store takes. A context manager that stops the server at its end."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / "data"
        self.programs = newest()
        # A socket's path may have about 100 characters, so it stands where paths are short.
        self.socket = pathlib.Path(tempfile.mkdtemp(prefix="linli-postgres-"))
        self.address = f"postgresql://{USER}@/{DATABASE}?host={self.socket}"

    def run(self, program, *arguments):
        command = [self.programs / program, *arguments]
        if os.getuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              cwd="/", timeout=120)
        if done.returncode:
            raise OSError(f"{program} failed: {done.stdout.strip()}")

    def start(self):
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o755)
        if os.getuid() == 0:
            for folder in (self.folder, self.socket):
                shutil.chown(folder, "postgres", "postgres")
        if not (self.data / "PG_VERSION").exists():
            self.run("initdb", "--pgdata", self.data, "--username", USER, "--auth", "trust",
                     "--encoding", "UTF8", "--locale", "C.UTF-8")
        options = " ".join(f"-c {setting}" for setting in SETTINGS)
        self.run("pg_ctl", "--pgdata", self.data, "--log", self.folder / "log", "--wait",
                 "--options", f"{options} -k {self.socket}", "start")

    def stop(self, mode="fast"):
        self.run("pg_ctl", "--pgdata", self.data, "--wait", "--mode", mode, "stop")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.socket, ignore_errors=True)


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    # Ctrl-C reaches the command as well, and this waits for it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with LocalPostgres(pathlib.Path(arguments[0]).resolve()) as server:
            command = subprocess.Popen(arguments[1:],
                                       env={**os.environ, "LINLI_STORE": server.address},
                                       preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
            signal.signal(signal.SIGTERM, lambda *_: command.terminate())
            return command.wait()
    except OSError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
