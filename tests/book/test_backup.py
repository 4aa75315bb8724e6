"""Backups that are proven before they have a name, and the way back."""

import contextlib
import errno
import json
import shutil
import sys
from pathlib import Path

import pytest

from kpi_desktop.book import backup as copies
from kpi_desktop.book import files, journal, presence
from kpi_desktop.book.backup import backup, restore
from kpi_desktop.book.connection import connect
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from tests.book.sample import contents, fill, image, raw


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    folder = tmp_path / "备份"
    folder.mkdir()
    return folder


def damaged(path: Path) -> None:
    """Change a row behind the journal's back."""
    with contextlib.closing(raw(path)) as forger:
        forger.execute("UPDATE department SET name = '假' WHERE id = 1")


def test_a_backup_holds_what_the_book_holds(book, path: Path, elsewhere: Path):
    fill(book)
    made = backup(book, elsewhere / "一.kpi")
    assert made == elsewhere / "一.kpi"
    assert contents(made) == contents(path)
    assert image(elsewhere).keys() == {"一.kpi"}
    with open_book(made) as copy:
        assert journal.head(copy) == journal.head(book)


def test_into_a_folder_it_gets_a_name_with_the_time(book, path: Path, elsewhere: Path):
    made = backup(book, elsewhere)
    assert made.parent == elsewhere
    assert made.name.startswith("台账 一-备份-")
    assert made.suffix == ".kpi"


def test_a_backup_while_somebody_writes_holds_the_last_state_that_was_committed(book, path: Path, elsewhere: Path):
    fill(book)
    before = contents(path)
    with book.operation("改") as operation:
        operation.update("department", 1, {"name": "投促局"})
        made = backup(book, elsewhere / "一.kpi")
    assert contents(made) == before


def test_nothing_is_overwritten(book, elsewhere: Path):
    taken = elsewhere / "一.kpi"
    taken.write_text("别的")
    with pytest.raises(Refusal, match="已经存在"):
        backup(book, taken)
    assert taken.read_text() == "别的"
    assert image(elsewhere).keys() == {"一.kpi"}


def test_nothing_is_overwritten_that_came_to_be_meanwhile(book, elsewhere: Path, monkeypatch):
    def late(made, path):
        raise FileExistsError(path)

    monkeypatch.setattr(copies, "publish", late)
    with pytest.raises(Refusal, match="已经存在"):
        backup(book, elsewhere / "一.kpi")
    assert image(elsewhere) == {}


@pytest.mark.parametrize("missing", [True, False])
def test_a_place_that_cannot_be_written(book, elsewhere: Path, monkeypatch, missing: bool):
    if not missing:

        def full(source, target):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(Refusal, match="不能写入"):
        backup(book, elsewhere / ("没有/一.kpi" if missing else "一.kpi"))
    assert image(elsewhere) == {}


def test_what_was_not_written_as_it_is_read_back_is_no_backup(book, elsewhere: Path, monkeypatch):
    whole = shutil.copyfile

    def faulty(source, target):
        whole(source, target)
        target.write_bytes(target.read_bytes()[:-1] + b"?")

    monkeypatch.setattr(shutil, "copyfile", faulty)
    with pytest.raises(Refusal, match="不一致"):
        backup(book, elsewhere / "一.kpi")
    assert image(elsewhere) == {}


def test_a_damaged_book_is_not_backed_up_as_if_it_were_sound(book, path: Path, elsewhere: Path):
    fill(book)
    damaged(path)
    with pytest.raises(Refusal, match="备份没有完成"):
        backup(book, elsewhere / "一.kpi")
    assert image(elsewhere) == {}


def test_restoring_puts_the_backup_in_place_and_keeps_the_old_file(path: Path, elsewhere: Path):
    with open_book(path) as book:
        fill(book)
        made = backup(book, elsewhere / "一.kpi")
        saved = contents(path)
        fill(book, 2026)
    newer = contents(path)
    kept = restore(path, made)
    assert kept == path.with_name(path.name + ".before-restore-1")
    assert (contents(path), contents(kept)) == (saved, newer)
    assert restore(path, made) == path.with_name(path.name + ".before-restore-2")
    assert contents(made) == saved
    assert len(image(path.parent)) == 3


def test_restoring_where_there_is_no_book(path: Path, elsewhere: Path):
    with open_book(path) as book:
        made = backup(book, elsewhere / "一.kpi")
    assert restore(elsewhere / "新.kpi", made) is None
    assert contents(elsewhere / "新.kpi") == contents(path)


@pytest.mark.parametrize("wound", [b"", b"no book at all", None])
def test_restoring_over_a_file_that_is_lost(path: Path, elsewhere: Path, wound: bytes | None):
    with open_book(path) as book:
        fill(book)
        made = backup(book, elsewhere / "一.kpi")
        saved = contents(path)
    whole = path.read_bytes()
    broken = whole[:9000] if wound is None else wound
    path.write_bytes(broken)
    kept = restore(path, made)
    assert contents(path) == saved
    assert kept.read_bytes() == broken


def test_the_journal_of_the_old_file_is_not_rolled_back_into_the_restored_one(path: Path, elsewhere: Path):
    """A power cut left a hot journal, and the old file is beyond recovery."""
    with open_book(path) as book:
        fill(book)
        made = backup(book, elsewhere / "一.kpi")
    saved = contents(path)
    with contextlib.closing(connect(path, "rw")) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE junk (text)")
        writer.executemany("INSERT INTO junk VALUES (?)", [("x" * 3000,)] * 100)
        hot = path.with_name(path.name + "-journal").read_bytes()
        writer.execute("ROLLBACK")
    path.write_bytes(b"lost")
    path.with_name(path.name + "-journal").write_bytes(hot)
    kept = restore(path, made)
    assert contents(path) == saved
    assert kept.with_name(kept.name + "-journal").read_bytes() == hot


def test_a_damaged_backup_is_not_restored(path: Path, elsewhere: Path):
    with open_book(path) as book:
        fill(book)
        made = backup(book, elsewhere / "一.kpi")
    damaged(made)
    before = image(path.parent)
    with pytest.raises(Refusal, match="备份文件已损坏"):
        restore(path, made)
    assert image(path.parent) == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00" + b"\x00" * 84])
def test_what_is_no_backup_is_not_restored(path: Path, elsewhere: Path, content: bytes):
    made = elsewhere / "一.kpi"
    made.write_bytes(content)
    before = image(path.parent)
    with pytest.raises(Refusal):
        restore(path, made)
    assert image(path.parent) == before


def test_a_missing_backup_and_the_book_itself(path: Path, elsewhere: Path):
    with pytest.raises(Refusal, match="没有找到备份"):
        restore(path, elsewhere / "没有.kpi")
    with pytest.raises(Refusal, match="就是台账本身"):
        restore(path, path)


def test_an_open_book_is_not_replaced(path: Path, elsewhere: Path):
    with open_book(path) as book:
        made = backup(book, elsewhere / "一.kpi")
        with pytest.raises(Refusal, match="还开着"):
            restore(path, made)
    line = {"user": "张三", "machine": "PC-7", "pid": 1, "since": "2025-12-30T09:30:00+08:00"}
    presence.note_beside(path).write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(Refusal, match="张三"):
        restore(path, made)


def test_publishing_without_hard_links(tmp_path: Path, monkeypatch):
    def unable(source, target):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(files.os, "link", unable)
    made = tmp_path / "made"
    made.write_text("新")
    files.publish(made, tmp_path / "name")
    assert image(tmp_path) == {"name": "新".encode()}
    made.write_text("又")
    with pytest.raises(FileExistsError):
        files.publish(made, tmp_path / "name")
    assert (tmp_path / "name").read_text() == "新"


def test_publishing_as_on_windows(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    made = tmp_path / "made"
    made.write_text("新")
    files.publish(made, tmp_path / "name")
    assert image(tmp_path) == {"name": "新".encode()}
