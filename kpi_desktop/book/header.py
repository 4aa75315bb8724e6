"""The first hundred bytes of a file: whether it is a book, whole, and of a version that this program knows.

Looked at before SQLite is, because SQLite takes an empty file for an empty database and may change what it opens.
"""

from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book.files import side_of
from kpi_desktop.book.refusal import Refusal

APPLICATION_ID = 0x4B504944
"""`KPID`, in the header of every book."""
SCHEMA_VERSION = 6
"""The number of the newest migration; kept in the header as `user_version`."""

_MAGIC = b"SQLite format 3\x00"
_LENGTH = 100
_FROM_BACKUP = "请从备份恢复。"


class Header(NamedTuple):
    """What a SQLite header says. `pages` is 0 where the file does not vouch for it."""

    page_size: int
    pages: int
    application_id: int
    schema_version: int
    write_ahead: bool


def check_header(path: Path) -> Header:
    """The header of the book at `path`.

    Refusal when it is empty, no book, cut short, or from a newer program. OSError when it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(_LENGTH)
    if not start:
        raise Refusal(f"“{path}”是空文件（0 字节），内容已经丢失。", _FROM_BACKUP)
    if not start.startswith(_MAGIC):
        raise Refusal(f"“{path}”不是考核台账。", "请选择本程序建立的台账文件；如是导出的工作簿，请用“导入”。")
    if len(start) < _LENGTH:
        raise Refusal(f"“{path}”已损坏：文件不完整。", _FROM_BACKUP)
    header = _parse(start)
    if header.application_id != APPLICATION_ID:
        raise Refusal(f"“{path}”是别的程序的数据库，不是考核台账。", "请选择本程序建立的台账文件。")
    if header.schema_version > SCHEMA_VERSION:
        raise Refusal(f"“{path}”由更新版本的程序建立，本版本打不开。", "请安装新版程序后再打开。")
    _refuse_cut_short(path, header)
    return header


def _parse(start: bytes) -> Header:
    def number(offset: int, length: int = 4) -> int:
        return int.from_bytes(start[offset : offset + length], "big")

    size = number(16, 2)
    vouched = number(24) == number(92)  # a program that does not keep the count up leaves these unequal
    return Header(
        page_size=65536 if size == 1 else size,
        pages=number(28) if vouched else 0,
        application_id=number(68),
        schema_version=number(60),
        write_ahead=start[18] == 2 or start[19] == 2,
    )


def _refuse_cut_short(path: Path, header: Header) -> None:
    """Only while nothing waits to be rolled back or taken in: then the size is not settled yet."""
    for suffix in ("-journal", "-wal"):
        side = side_of(path, suffix)
        if side.exists() and side.stat().st_size:
            return
    if path.stat().st_size < header.page_size * header.pages:
        raise Refusal(f"“{path}”已损坏：文件被截短，后面的内容缺失。", _FROM_BACKUP)
