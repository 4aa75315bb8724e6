"""Who is at work on a book: a small file beside it, `BOOK.lock`, one line a process.

It is a note, not the lock: SQLite's own locks keep writers apart, on this machine. Several windows and commands may
have one book open here. A line from another machine refuses the opening, because locks do not reach that far. Lines of
processes that are gone are dropped; two processes that change the note at one moment lose at most a line of it.
"""

import contextlib
import getpass
import json
import os
import platform
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book.refusal import Refusal

_open_here: Counter[Path] = Counter()
"""How many times this process has each book open; its line goes with the last."""


class Holder(NamedTuple):
    """One process that has a book open for writing."""

    user: str
    machine: str
    pid: int
    since: str

    def __str__(self) -> str:
        return f"{self.user}（{self.machine}，{self.since[:16].replace('T', ' ')} 起）"


def this_process() -> Holder:
    """The line of this process."""
    return Holder(user_name(), platform.node(), os.getpid(), now())


def user_name() -> str:
    """The name this person has logged in with."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "未知用户"


def now() -> str:
    """The local time with its offset, to the second, in ISO form."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def note_beside(book: Path) -> Path:
    """Where the note of a book is."""
    return book.with_name(book.name + ".lock")


def holders(book: Path) -> list[Holder]:
    """Those who have the book open, this process too; lines that are unreadable or of a dead process are left out."""
    try:
        lines = note_beside(book).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return [holder for holder in map(_parse, lines) if holder and _alive(holder)]


def others(book: Path) -> list[Holder]:
    """`holders` without this process."""
    return [holder for holder in holders(book) if (holder.machine, holder.pid) != (platform.node(), os.getpid())]


def refuse_foreign(book: Path) -> None:
    """Refusal when another machine has the book open, naming who and since when."""
    foreign = [holder for holder in holders(book) if holder.machine != platform.node()]
    if foreign:
        raise Refusal(
            f"“{book}”正由{'、'.join(map(str, foreign))}在另一台电脑上使用。",
            f"请先在那台电脑上关闭；确知无人使用时，可删除“{note_beside(book).name}”后再打开。",
        )


def enter(book: Path) -> None:
    """Add this process to the note. OSError when the folder cannot be written."""
    _rewrite(book, [*others(book), this_process()])
    _open_here[book] += 1


def leave(book: Path) -> None:
    """Take this process off the note; the note goes with the last. A note that cannot be changed is left."""
    _open_here[book] -= 1
    if not _open_here[book]:
        with contextlib.suppress(OSError):
            _rewrite(book, others(book))


def open_here(book: Path) -> bool:
    """Whether this very process has the book open for writing."""
    return _open_here[book] > 0


def _rewrite(book: Path, entries: Iterable[Holder]) -> None:
    note = note_beside(book)
    text = "".join(json.dumps(entry._asdict(), ensure_ascii=False) + "\n" for entry in entries)
    if not text:
        note.unlink(missing_ok=True)
        return
    fresh = note.with_name(f"{note.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(note)


def _parse(line: str) -> Holder | None:
    try:
        holder = Holder(**json.loads(line))
    except (ValueError, TypeError):
        return None
    well_formed = isinstance(holder.pid, int) and all(isinstance(part, str) for part in (*holder[:2], holder.since))
    return holder if well_formed else None


def _alive(holder: Holder) -> bool:
    """Whether the process still runs; always so on another machine, where nobody can look."""
    if holder.machine != platform.node():
        return True
    if sys.platform == "win32":
        return _alive_on_windows(holder.pid)
    try:
        os.kill(holder.pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _alive_on_windows(pid: int) -> bool:
    if sys.platform != "win32":
        return True
    import ctypes

    query_limited, still_active = 0x1000, 259
    kernel = ctypes.windll.kernel32
    process = kernel.OpenProcess(query_limited, False, pid)
    if not process:
        return bool(kernel.GetLastError() == 5)  # access denied: it runs, under another account
    status = ctypes.c_ulong()
    kernel.GetExitCodeProcess(process, ctypes.byref(status))
    kernel.CloseHandle(process)
    return status.value == still_active
