"""The backups of a book that lie about: made by hand, made on closing, kept at a restore; and how many are kept."""

import contextlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book import presence
from kpi_desktop.book.book import Book
from kpi_desktop.office.maintenance import backup

BY_HAND, ON_CLOSING, AT_RESTORE = "by_hand", "on_closing", "at_restore"
AUTOMATIC = "自动备份"
MOST_AUTOMATIC = 30
"""Automatic backups of one book that are kept; the oldest go. Those made by hand are never removed."""
_MARKS = {f"-{AUTOMATIC}-": ON_CLOSING, "-备份-": BY_HAND, ".before-restore-": AT_RESTORE}


class CopyFile(NamedTuple):
    """A backup: where it is, how it came about, when it was written (local time) and its size in bytes."""

    path: Path
    kind: str
    at: datetime
    size: int


def copies_of(book: Path, folders: Iterable[Path]) -> tuple[CopyFile, ...]:
    """The backups of the book at `book` beside it and in `folders`, latest first. What cannot be read is left out."""
    found: dict[Path, CopyFile] = {}
    for folder in dict.fromkeys((book.parent, *folders)):
        with contextlib.suppress(OSError):
            for path in folder.iterdir():
                if (kind := _kind(book, path)) and path.is_file():
                    status = path.stat()
                    found[path] = CopyFile(path, kind, datetime.fromtimestamp(status.st_mtime), status.st_size)
    return tuple(sorted(found.values(), key=lambda each: (each.at, each.path.name), reverse=True))


def back_up_automatically(book: Book, folder: Path) -> Path:
    """A verified copy of `book` in `folder`, named as an automatic one; the oldest automatic ones beyond 30 go.

    Refusal as in `backup`.
    """
    stamp = presence.now()[:19].replace("-", "").replace(":", "").replace("T", "-")
    made = backup(book, folder / f"{book.path.stem}-{AUTOMATIC}-{stamp}{book.path.suffix}")
    own = [each for each in copies_of(book.path, [folder]) if each.kind == ON_CLOSING and each.path.parent == folder]
    for each in own[MOST_AUTOMATIC:]:
        with contextlib.suppress(OSError):
            each.path.unlink()
    return made


def _kind(book: Path, path: Path) -> str:
    """How a file came about as a backup of `book`; empty where it is none."""
    for mark, kind in _MARKS.items():
        stem = book.name if kind == AT_RESTORE else book.stem
        if path.name.startswith(stem + mark) and (kind == AT_RESTORE or path.suffix == book.suffix):
            return kind
    return ""
