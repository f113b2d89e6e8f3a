"""Photos and other blobs as files, named by their SHA-256, received in parts. Never opens one."""

import hashlib
import os
import threading

from hub.refusal import Refused

PART_SUFFIX = ".part"


class Blobs:
    def __init__(self, folder, store):
        self.folder = folder
        self.store = store
        self.lock = threading.Lock()  # one writer: parts of one blob must not interleave

    def path(self, space, name):
        return self.folder / space / name[:2] / name

    def have(self, space, name):
        """(bytes here, size or None while incomplete); (0, None) if nothing is here."""
        path = self.path(space, name)
        try:
            size = path.stat().st_size
            return size, size
        except FileNotFoundError:
            pass
        try:
            return path.with_name(name + PART_SUFFIX).stat().st_size, None
        except FileNotFoundError:
            return 0, None

    def put(self, space, name, offset, size, part, space_bytes_max):
        """Appends a part, durably; returns the bytes now here. Raises Refused."""
        with self.lock:
            have, complete = self.have(space, name)
            if complete is not None:
                return complete
            if offset != have:
                raise Refused("blob_offset_wrong", 409)
            if offset + len(part) > size:
                raise Refused("query_wrong")
            self.reserve(space, len(part), space_bytes_max)
            path = self.path(space, name)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            partial = path.with_name(name + PART_SUFFIX)
            try:
                append(partial, part)
            except OSError:
                os.truncate(partial, have)
                self.release(space, len(part))
                raise
            if offset + len(part) == size:
                self.complete(space, partial, path, size)
            sync_folder(path.parent)
            return offset + len(part)

    def reserve(self, space, count, space_bytes_max):
        with self.store.writing(space) as writing:
            row = writing.space()
            if row.bytes + count > space_bytes_max:
                raise Refused("space_full", 507)
            writing.add_bytes(count)

    def release(self, space, count):
        with self.store.writing(space) as writing:
            writing.add_bytes(-count)

    def complete(self, space, partial, path, size):
        with open(partial, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest == path.name:
            os.replace(partial, path)
            return
        partial.unlink()
        self.release(space, size)
        raise Refused("blob_mismatch", 422)

    def read(self, space, name, start):
        """The bytes of a complete blob from `start` on, or None."""
        try:
            with open(self.path(space, name), "rb") as file:
                file.seek(start)
                return file.read()
        except FileNotFoundError:
            return None

    def damaged(self):
        """Relative names of complete blobs whose content does not hash to their name."""
        found = []
        for path in sorted(self.folder.glob("*/*/*")):
            if path.suffix != PART_SUFFIX:
                with open(path, "rb") as file:
                    if hashlib.file_digest(file, "sha256").hexdigest() != path.name:
                        found.append(str(path.relative_to(self.folder)))
        return found


def append(path, part):
    with open(path, "ab") as file:
        file.write(part)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
