"""What SQLite reports, in words a person can act on."""

import contextlib
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kpi_desktop.book import presence
from kpi_desktop.book.refusal import BrokenReferences, Refusal
from kpi_desktop.book.titles import TITLES

_FROM_BACKUP = "请用“校验”查明范围，并从备份恢复。"
_SENTENCES: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_READONLY: ("“{path}”是只读的，不能写入。", "请取消文件的只读属性，或另存到可写的位置。"),
    sqlite3.SQLITE_FULL: ("磁盘已满，“{path}”没有写入，原有内容未变。", "请清理磁盘后重试。"),
    sqlite3.SQLITE_IOERR: ("读写“{path}”时磁盘出错，这一步没有写入。", "请检查磁盘或 U 盘是否仍然连接，然后重新打开。"),
    sqlite3.SQLITE_CORRUPT: ("“{path}”已损坏。", _FROM_BACKUP),
    sqlite3.SQLITE_NOTADB: ("“{path}”已损坏，或不是考核台账。", _FROM_BACKUP),
    sqlite3.SQLITE_CANTOPEN: ("打不开“{path}”，或所在文件夹不能写入。", "请检查权限，或把台账复制到可写的文件夹。"),
    sqlite3.SQLITE_PERM: ("没有权限读写“{path}”。", "请检查权限。"),
    sqlite3.SQLITE_AUTH: ("没有权限读写“{path}”。", "请检查权限。"),
    sqlite3.SQLITE_TOOBIG: ("有一项内容太长，存不下。", "请缩短后重试。"),
}
_UNFINISHED = ("“{path}”上次写入没有正常结束，要先还原，而现在只能读。", "请在可写的位置正常打开一次。")


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what a person can meet into a `Refusal`; leave bugs as they are."""
    try:
        yield
    except UnicodeDecodeError as error:  # a damaged file made a message of the driver's that is no text
        message, cure = _SENTENCES[sqlite3.SQLITE_CORRUPT]
        raise Refusal(message.format(path=path), cure) from error
    except Exception as error:
        refuse(getattr(error, "orig", error), path, error)  # SQLAlchemy's carry the driver's
        raise


def refuse(error: BaseException | None, path: Path, cause: BaseException) -> None:
    """Raise the `Refusal` for a driver's error, if there is one."""
    if not isinstance(error, sqlite3.Error):
        return
    code: int = getattr(error, "sqlite_errorcode", 0)
    if str(error).startswith("Could not decode"):  # text in a row that is none; the driver gives it no code
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        raise Refusal(f"{error}。") from cause
    if code == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
        raise _twice(str(error)) from cause
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        raise Refusal(_UNFINISHED[0].format(path=path), _UNFINISHED[1]) from cause
    if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        raise in_use(path) from cause
    if code & 0xFF in _SENTENCES:
        message, cure = _SENTENCES[code & 0xFF]
        raise Refusal(message.format(path=path), cure) from cause


def identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def refuse_vanished(path: Path, known: tuple[int, int] | None) -> None:
    """Refusal when the file is not there any more, or is another one than it was.

    Systems that let an open file be removed go on writing into the void.
    """
    now = identity(path)
    if now == known:
        return
    if now is None:
        raise Refusal(
            f"找不到“{path}”：台账文件被移走、删除，或所在的 U 盘已拔出。",
            "请放回原处再试；已保存的内容都在那个文件里，也可以打开备份。",
        )
    if sys.platform != "win32":  # there an open file cannot be replaced, and some disks number files anew
        raise Refusal(f"“{path}”被换成了另一个文件。", "请重新打开台账，再看内容是否是最新的。")


def in_use(path: Path) -> Refusal:
    """The refusal of a book that another program keeps locked, with the names of those who have it open."""
    names = "、".join(map(str, presence.others(path)))
    who = f"同时打开它的有：{names}。" if names else "可能是备份、杀毒或同步软件占用。"
    return Refusal(f"“{path}”正被别的程序占用，等了几秒仍不能读写。{who}", "请稍后再试，或关闭那个程序。")


def refuse_broken_references(connection: sqlite3.Connection, cause: BaseException) -> None:
    """Raise `BrokenReferences`, naming the sheets, for rows that refer to what is not there at the end."""
    found = connection.execute("PRAGMA foreign_key_check").fetchall()
    if not found:
        return
    counts = Counter((TITLES[table], TITLES[parent]) for table, _, parent, _ in found)
    parts = (f"“{sheet}”有 {n} 行引用了不存在的“{other}”" for (sheet, other), n in counts.items())
    rows = [(table, row_id) for table, row_id, _, _ in found]
    raise BrokenReferences(f"{'；'.join(parts)}，没有写入。", "请先处理引用它的内容。", rows) from cause


def _twice(message: str) -> Refusal:
    """From `UNIQUE constraint failed: target.edition_id, target.indicator`."""
    table = message.rpartition(": ")[2].partition(".")[0]
    return Refusal(f"“{TITLES.get(table, table)}”中已有相同的一行，没有写入。", "请修改编码或名称，或改那一行。")
