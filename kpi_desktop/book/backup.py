"""Copies of a book that are proven before they bear their name, and their way back."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kpi_desktop.book import presence, verify
from kpi_desktop.book.book import Book
from kpi_desktop.book.connection import connect
from kpi_desktop.book.failures import told
from kpi_desktop.book.files import SIDE_FILES, beside, digest, discard, flush, flush_folder, publish, side_of
from kpi_desktop.book.header import check_header
from kpi_desktop.book.location import locate
from kpi_desktop.book.refusal import Refusal, why


def backup(book: Book, destination: str | Path) -> Path:
    """Write a consistent, verified copy of an open book to `destination`, a new file or a folder; its path.

    Refusal when the file exists (nothing is overwritten), when the place cannot be written, and when the copy does not
    pass: then the book itself is damaged. Work in the book may go on meanwhile. A network folder is fine: the copy is
    finished on this machine before it goes there.
    """
    path = _destination(book, Path(destination).expanduser().absolute())
    with tempfile.TemporaryDirectory(prefix="kpi-backup-") as folder:
        copy = Path(folder) / "copy"
        with book.reading() as connection, contextlib.closing(sqlite3.connect(copy)) as target:
            connection.backup(target)
        _prove(copy, "台账有问题，备份没有完成")
        _deliver(copy, path)
    return path


def restore(location: str | Path, source: str | Path) -> Path | None:
    """Put the backup `source` in the place of the book at `location`; where the old file is kept now, None if none was.

    The book must be closed, here and everywhere. Refusal, and nothing changed, when it is open, when `source` is no
    sound backup, or when the place cannot be written. The old file stays beside it as `….before-restore-<n>`.
    """
    path, origin = locate(location), Path(source).expanduser().absolute()
    if not origin.is_file():
        raise Refusal(f"没有找到备份文件“{origin}”。", "请检查路径。")
    if path.exists() and path.samefile(origin):
        raise Refusal("备份文件就是台账本身。", "请选择另外保存的备份文件。")
    _refuse_open(path)
    check_header(origin)
    with tempfile.TemporaryDirectory(prefix="kpi-restore-") as folder:
        copy = Path(folder) / "copy"
        with _writable(path.parent):
            shutil.copyfile(origin, copy)
        _prove(copy, "备份文件已损坏，没有恢复")
        return _replace(path, copy)


def _destination(book: Book, path: Path) -> Path:
    if path.is_dir():
        stamp = presence.now()[:19].replace("-", "").replace(":", "").replace("T", "-")
        path = path / f"{book.path.stem}-备份-{stamp}{book.path.suffix}"
    if path.exists():
        raise Refusal(f"“{path}”已经存在，没有覆盖。", "请换一个文件名。")
    return path


def _prove(copy: Path, failure: str) -> None:
    """Refusal with the first finding when a copy is not whole."""
    with told(copy), contextlib.closing(connect(copy, "ro")) as connection:
        found = verify.run(connection, verify.COPY)
    if found:
        raise Refusal(f"{failure}：{found[0].message}。", "请用“校验”查明，或改用更早的备份。")


def _deliver(copy: Path, path: Path) -> None:
    """Bring a proven copy to a new name, whole or not at all."""
    made = beside(path, "part")
    try:
        with _writable(path.parent):
            shutil.copyfile(copy, made)
            if digest(made) != digest(copy):
                raise Refusal(f"写到“{path.parent}”的内容读回来不一致。", "请检查磁盘或网络后重试。")
            publish(made, path)
    except FileExistsError:
        raise Refusal(f"“{path}”已经存在，没有覆盖。", "请换一个文件名。") from None
    finally:
        discard(made)


@contextlib.contextmanager
def _writable(folder: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise Refusal(f"不能写入“{folder}”：{why(error)}。", "请检查权限和磁盘空间，或另选位置。") from error


def _refuse_open(path: Path) -> None:
    """A book that anyone has open, this process too, is not replaced under them."""
    users = presence.others(path)
    if presence.open_here(path):
        raise Refusal(f"“{path}”还开着。", "请先关闭再恢复。")
    if users:
        raise Refusal(f"“{path}”正由{'、'.join(map(str, users))}使用。", "请先在那里关闭再恢复。")


def _replace(path: Path, copy: Path) -> Path | None:
    """The new file stands beside the old one, complete, before the name passes to it."""
    made, kept = beside(path, "restored"), _free_name(path)
    existed = path.exists()
    sides = [(side, side_of(kept, suffix)) for suffix in SIDE_FILES if (side := side_of(path, suffix)).exists()]
    try:
        with _writable(path.parent):
            shutil.copyfile(copy, made)
            flush(made)
            for old, new in ([(path, kept)] if existed else []) + sides:
                shutil.copy2(old, new)
                flush(new)
            for side, _ in sides:
                side.unlink()  # a journal of the old file would be rolled back into the new one
            made.replace(path)
            flush_folder(path.parent)
    finally:
        discard(made)
    return kept if existed else None


def _free_name(path: Path) -> Path:
    number = 1
    while (name := path.with_name(f"{path.name}.before-restore-{number}")).exists():
        number += 1
    return name
