"""Opening a book safely: everything that may be wrong is found before anything is touched."""

import contextlib
import functools
import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from kpi_desktop.book import presence
from kpi_desktop.book.book import Book
from kpi_desktop.book.connection import PATIENCE_MS, connect
from kpi_desktop.book.failures import told
from kpi_desktop.book.header import SCHEMA_VERSION, check_header
from kpi_desktop.book.location import locate
from kpi_desktop.book.refusal import Refusal, why


def open_book(
    location: str | Path,
    *,
    create: bool = False,
    author: str | None = None,
    read_only: bool = False,
    patience_ms: int = PATIENCE_MS,
) -> Book:
    """The book at `location`, a path or a `sqlite:///` URL; with `create` an empty one is made where there is none.

    `author` (default: who is logged in) goes into the journal. `patience_ms` is how long to wait for another program.
    Refusal, and nothing made or changed, when the file is missing, a folder, empty, no book, damaged, from a newer
    program, read-only (unless `read_only`), in use on another machine, or on a network drive.
    """
    path = locate(location)
    if not path.exists():
        _make(path, create=create and not read_only)
    with _readable(path):
        check_header(path)
    if not read_only:
        _refuse_unwritable(path)
        presence.refuse_foreign(path)
    open_connection = functools.partial(connect, path, "ro" if read_only else "rw", patience_ms)
    _look_inside(path, open_connection, read_only=read_only)
    if not read_only:
        _sign(path)
    return Book(path, open_connection, author or presence.user_name(), read_only=read_only)


def _make(path: Path, *, create: bool) -> None:
    if not create:
        raise Refusal(f"没有找到台账文件“{path}”。", "请检查路径和文件名；新建台账请用“新建”或导入工作簿。")
    from kpi_desktop.book.creation import create as make

    make(path)


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refusal(f"读不出“{path}”：{why(error)}。", "请检查权限和磁盘。") from error


def _refuse_unwritable(path: Path) -> None:
    cure = "请取消只读属性，或把台账复制到可写的文件夹；只查看时可以只读方式打开。"
    if not os.access(path, os.W_OK):
        raise Refusal(f"“{path}”是只读文件。", cure)
    if not os.access(path.parent, os.W_OK):
        raise Refusal(f"台账所在的文件夹“{path.parent}”不能写入。", cure)


def _sign(path: Path) -> None:
    """Note who is at work. Where that cannot be written, the journal of SQLite could not be either."""
    try:
        presence.enter(path)
    except OSError as error:
        raise Refusal(
            f"台账所在的文件夹“{path.parent}”不能写入：{why(error)}。",
            "请把台账复制到可写的文件夹；只查看时可以只读方式打开。",
        ) from error


def _look_inside(path: Path, open_connection: Callable[[], sqlite3.Connection], *, read_only: bool) -> None:
    """Let SQLite read the schema, roll back what a power cut left, and bring an older book up to date."""
    with told(path), contextlib.closing(open_connection()) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if version == SCHEMA_VERSION:
            return
        if read_only:
            raise Refusal(f"“{path}”由较早版本的程序建立，要先升级才能打开。", "请正常打开一次（不要用只读方式）。")
        from kpi_desktop.book.creation import migrate

        migrate(connection)
