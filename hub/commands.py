"""The commands of serve.py, from serving to restoring a backup. Prints for an operator."""

import argparse
import os
import shutil
import sqlite3
import sys
from pathlib import Path

from hub import clock, copying, log, processes, server
from hub.app import App
from hub.keeper import POSTGRES, Keeper, open_store
from hub.limits import Limits
from hub.sqlite_store import SqliteStore
from hub.verify import verify_space

ROOT = Path(__file__).resolve().parent.parent


def common():
    """The options of every command. A new one each time: a shared one would share its defaults, and
    what stands before the command's name would be forgotten."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--data", default=argparse.SUPPRESS, help="the hub's own folder (var)")
    options.add_argument("--store", default=argparse.SUPPRESS, metavar="ADDRESS",
                         help="postgresql://user@host/database instead of SQLite in the folder")
    return options


def parser():
    main = argparse.ArgumentParser(
        prog="serve.py", parents=[common()],
        description="Serves the Linli app and is its hub: orders bundles, keeps payloads and photos.")
    main.set_defaults(data=str(ROOT / "var"), store=os.environ.get("LINLI_STORE", ""), command=None)
    main.add_argument("--host", default="127.0.0.1")
    main.add_argument("--port", type=int, default=8080, help="0 takes a free one (8080)")
    main.add_argument("--processes", type=int, default=1, help="with --store: how many serve (1)")
    main.add_argument("--site", default=str(ROOT / "build" / "site"), help="the built app")
    main.add_argument("--limit", action="append", default=[], metavar="NAME=VALUE")
    main.add_argument("--log", action="store_true", help="log every call of the API")
    commands = main.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("init", parents=[common()], help="make the folder, key and setup code")
    commands.add_parser("spaces", parents=[common()], help="list the spaces")
    replicas = commands.add_parser("replicas", parents=[common()], help="list a space's replicas")
    replicas.add_argument("space")
    backup = commands.add_parser("backup", parents=[common()], help="copy everything to a new folder")
    backup.add_argument("folder")
    restore = commands.add_parser(
        "restore", parents=[common()], help="make the hub's folder from a backup")
    restore.add_argument("folder")
    move = commands.add_parser(
        "move", parents=[common()], help="copy every space into another, empty store")
    move.add_argument("--to", required=True, metavar="ADDRESS",
                      help="postgresql://user@host/database, or the path of a new hub.db")
    commands.add_parser("epoch", parents=[common()], help="start a new epoch: the store was set back")
    verify = commands.add_parser("verify", parents=[common()], help="check every proof again")
    verify.add_argument("space", nargs="?")
    return main


def main(arguments):
    options = parser().parse_args(arguments)
    os.umask(0o077)
    try:
        return COMMANDS[options.command](options)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
    except sqlite3.Error as error:
        print(f"The database in {options.data} cannot be used: {error}. Nothing was changed.",
              file=sys.stderr)
    return 1


def serve(options):
    limits = Limits().changed(options.limit)
    if options.processes < 1 or (options.processes > 1 and not options.store):
        raise ValueError("Several processes share a store, so --processes needs --store "
                         "postgresql://…")
    listener = server.listen(options.host, options.port)
    if options.processes > 1:
        # Made before they start, so that they do not make the key and the tables all at once.
        Keeper(options.data, options.store).close()
        return processes.run(options.processes, lambda first: serve_here(
            options, limits, listener, quiet=not first))
    return serve_here(options, limits, listener)


def serve_here(options, limits, listener, quiet=False):
    port = listener.getsockname()[1]
    keeper = Keeper(options.data, options.store)
    app = App(keeper, limits, options.site, options.log)

    def listening():
        if quiet:
            return
        local = options.host in ("127.0.0.1", "0.0.0.0", "::1", "::", "localhost")
        host = "localhost" if local else options.host
        if not app.site.exists():
            print(f"No app is built in {options.site} yet: run “make run”. The hub works without it.")
        print(f"Setup code for founding a space: {keeper.setup_code}")
        print(f"Linli is at http://{host}:{port}/", flush=True)

    server.run(app, listener, limits, listening)
    keeper.close()
    log.write("stopped")
    return 0


def existing(options):
    """The Keeper of a folder that is a hub's; raises ValueError if it is not."""
    known = Path(options.data) / ("hub_key" if options.store else "hub.db")
    if not known.exists():
        raise ValueError(f"There is no hub in {options.data}. Make one: serve.py init --data FOLDER")
    return Keeper(options.data, options.store)


def init(options):
    keeper = Keeper(options.data, options.store)
    print(f"Hub in {options.data}")
    print(f"Hub key: {keeper.hub_key}")
    print(f"Setup code for founding a space: {keeper.setup_code}")
    keeper.close()
    return 0


def spaces(options):
    keeper = existing(options)
    for row in keeper.store.spaces():
        count = len(keeper.store.replicas(row.space))
        print(f"{row.space}  bundles {row.seq}  replicas {count}  bytes {row.bytes}  "
              f"epoch {row.epoch}  head {row.head}")
    keeper.close()
    return 0


def replicas(options):
    keeper = existing(options)
    if keeper.store.space(options.space) is None:
        raise ValueError(f"There is no space {options.space} in this hub.")
    for row in keeper.store.replicas(options.space):
        revoked = f"  revoked at {row.revoked_seq}" if row.revoked_seq else ""
        print(f"{row.replica}  {row.role}  bundles {row.number}{revoked}")
    keeper.close()
    return 0


def backup(options):
    """The database first: blobs and payloads it names may only have grown since."""
    keeper = existing(options)
    target = Path(options.folder)
    if target.exists():
        raise ValueError(f"{target} exists already; a backup goes into a new folder.")
    unfinished = target.with_name(target.name + ".unfinished")
    if unfinished.exists():
        shutil.rmtree(unfinished)
    unfinished.mkdir(parents=True, mode=0o700)
    keeper.store.backup(unfinished / "hub.db")
    for name in ("hub_key", "setup_code"):
        shutil.copy2(keeper.folder / name, unfinished / name)
    if keeper.blobs.folder.exists():
        shutil.copytree(keeper.blobs.folder, unfinished / "blobs",
                        ignore=shutil.ignore_patterns("*.part"))
    unfinished.rename(target)
    keeper.close()
    print(f"Backup of {clock.text(clock.now())} in {target}")
    return 0


def restore(options):
    """Begins a new epoch, so that replicas look for what the hub lost and push it back."""
    source, target = Path(options.folder), Path(options.data)
    if not (source / "hub.db").exists():
        raise ValueError(f"There is no backup in {source}.")
    if (target / "hub.db").exists():
        raise ValueError(f"There is a hub in {target} already. Move it away first.")
    unfinished = target / "restore.unfinished"
    if unfinished.exists():
        shutil.rmtree(unfinished)
    shutil.copytree(source, unfinished)
    keeper = Keeper(unfinished)
    keeper.store.begin_epoch(int(clock.now().timestamp()))
    keeper.close()
    # The database last: a folder without it counts as no hub, so this can be done again.
    for name in sorted(os.listdir(unfinished), key=lambda name: name == "hub.db"):
        if (target / name).is_dir():
            shutil.rmtree(target / name)
        os.replace(unfinished / name, target / name)
    unfinished.rmdir()
    print(f"Restored to {target}. Devices will push back what the backup lacks.")
    return 0


def move(options):
    """Everything but the folder's own files: key, setup code and blobs stay where they are."""
    keeper = existing(options)
    if not options.to.startswith(POSTGRES) and Path(options.to).exists():
        raise ValueError(f"{options.to} exists already; spaces move into a new file.")
    target = open_at(options.to)
    if target.spaces():
        raise ValueError("There are spaces in that store already. Move into an empty one.")
    copying.copy_store(keeper.store, target)
    found = copying.differences(keeper.store, target)
    count = len(target.spaces())
    target.close()
    keeper.close()
    for fault in found:
        print(fault)
    if found:
        print("Not everything arrived. Keep the old store, empty the new one and move again.")
        return 1
    print(f"{count} spaces moved. Start the hub with --store {options.to} and the same --data.")
    return 0


def open_at(address):
    return open_store("", address) if address.startswith(POSTGRES) else SqliteStore(Path(address))


def epoch(options):
    """After a restore by the database's own means: devices then look for what is gone."""
    keeper = existing(options)
    keeper.store.begin_epoch(int(clock.now().timestamp()))
    keeper.close()
    print("A new epoch has begun. Devices will push back what the store lacks.")
    return 0


def verify(options):
    keeper = existing(options)
    keeper.store.check()
    rows = keeper.store.spaces()
    if options.space:
        rows = [row for row in rows if row.space == options.space]
        if not rows:
            raise ValueError(f"There is no space {options.space} in this hub.")
    faults = 0
    for row in rows:
        found = verify_space(keeper.store, row)
        faults += len(found)
        print(f"{row.space}  bundles {row.seq}  faults {len(found)}")
        for fault in found:
            print(f"  {fault}")
    for name in keeper.blobs.damaged():
        faults += 1
        print(f"  blob {name} is damaged")
    keeper.close()
    print("Everything verifies." if not faults else f"{faults} faults.")
    return 1 if faults else 0


COMMANDS = {
    None: serve,
    "init": init,
    "spaces": spaces,
    "replicas": replicas,
    "backup": backup,
    "restore": restore,
    "move": move,
    "epoch": epoch,
    "verify": verify,
}
