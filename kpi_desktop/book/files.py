"""Putting files in place so that a power cut leaves the old state or the new one."""

import contextlib
import hashlib
import os
import sys
from pathlib import Path

SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may leave beside a file, by the end of its name."""


def side_of(path: Path, suffix: str) -> Path:
    """The file beside `path` whose name goes on with `suffix`."""
    return path.with_name(path.name + suffix)


def beside(path: Path, purpose: str) -> Path:
    """A name in the folder of `path` for a file that is being made; this process's own."""
    return path.with_name(f".{path.name}.{purpose}-{os.getpid()}")


def publish(made: Path, path: Path) -> None:
    """Give the finished file `made` its name. FileExistsError where `path` is taken: nothing is ever overwritten."""
    flush(made)
    if sys.platform == "win32":
        made.rename(path)
    else:
        try:
            os.link(made, path)
        except FileExistsError:
            raise
        except OSError:  # no hard links on this file system (FAT on a USB stick)
            if path.exists():
                raise FileExistsError(path) from None
            made.rename(path)
        made.unlink(missing_ok=True)
    flush_folder(path.parent)


def flush(path: Path) -> None:
    """Force the content of a file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Force the names in a folder to the disk, where the system can."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def digest(path: Path) -> str:
    """The SHA-256 of a file's content, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def discard(path: Path) -> None:
    """Remove a file that was being made and what SQLite left beside it, as far as possible."""
    for suffix in ("", *SIDE_FILES):
        with contextlib.suppress(OSError):
            side_of(path, suffix).unlink(missing_ok=True)
