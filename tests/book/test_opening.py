"""Opening: everything that may be wrong has its own sentence, and nothing is made or changed when it is refused."""

import contextlib
import getpass
import json
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kpi_desktop.book import connection, creation, header, location, presence
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from tests.book.sample import contents, fill, image, raw


def refusal(location, **how) -> Refusal:
    with pytest.raises(Refusal) as caught:
        open_book(location, **how)
    assert caught.value.cure, "a refusal says what to do"
    assert str(caught.value) == caught.value.message + caught.value.cure
    return caught.value


def patch(path: Path, offset: int, value: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(value)


# --- What opens


def test_a_new_book_is_made_and_opens_again(tmp_path: Path):
    path = tmp_path / "新 台账.kpi"
    with open_book(path, create=True, author="王五") as book:
        assert (book.path, book.author, book.read_only) == (path, "王五", False)
    assert image(tmp_path).keys() == {path.name}, "no journal, no note, no half-made file is left"
    with open_book(path, create=True) as book:
        assert book.author == getpass.getuser()


def test_create_does_not_touch_a_book_that_is_there(book, path: Path):
    fill(book)
    before = contents(path)
    with open_book(path, create=True):
        assert contents(path) == before


def test_a_database_url_is_a_path_too(path: Path, monkeypatch):
    monkeypatch.chdir(path.parent)
    for url in (f"sqlite:///{path}", f"sqlite+pysqlite:///{path}", f"sqlite:///{path.name}", path.name):
        with open_book(url) as book:
            assert book.path == path


def test_the_settings_of_a_connection_are_those_measured_to_be_safe(book):
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "busy_timeout": 5000,
    }
    with book.operation("看") as operation:
        driver = operation.connection
        found = {name: driver.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
        assert driver.in_transaction
    assert found == wanted


def test_a_reader_cannot_write(book):
    with pytest.raises(Refusal, match="只读"), book.reading() as reader:
        reader.execute("DELETE FROM edition")


def test_a_read_only_book_reads_and_refuses_to_write(book, path: Path):
    fill(book)
    before = image(path.parent)
    with open_book(path, read_only=True) as reader:
        with reader.reading() as session:
            assert session.execute("SELECT count(*) FROM department").fetchone() == (3,)
        with pytest.raises(Refusal, match="只读"), reader.operation("改"):
            pass
    assert image(path.parent) == before


def test_opening_imports_nothing_that_only_writing_needs(path: Path):
    code = (
        "import sys; from kpi_desktop.book.opening import open_book; open_book(sys.argv[1]).close(); "
        "print(sys.modules.keys() & {'alembic', 'sqlalchemy'})"
    )
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


def test_a_book_that_another_tool_put_into_wal_mode_is_taken_back(path: Path):
    with contextlib.closing(raw(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
    with open_book(path) as book:
        fill(book)
    assert image(path.parent).keys() == {path.name}


# --- What is refused


def test_a_missing_file(tmp_path: Path):
    path = tmp_path / "没有.kpi"
    assert str(path) in refusal(path).message
    assert str(path) in refusal(path, create=True, read_only=True).message
    assert image(tmp_path) == {}


def test_a_missing_folder(tmp_path: Path):
    assert "文件夹" in refusal(tmp_path / "没有" / "台账.kpi", create=True).message
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), sqlite3.OperationalError("disk full")])
def test_a_book_that_cannot_be_made_leaves_nothing(tmp_path: Path, monkeypatch, error: Exception):
    def fail(*arguments):
        raise error

    monkeypatch.setattr(creation, "publish", fail)
    assert "不能在文件夹" in refusal(tmp_path / "台账.kpi", create=True).message
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_another_process_made_meanwhile_is_not_overwritten(path: Path):
    before = image(path.parent)
    with pytest.raises(Refusal, match="已经存在"):
        creation.create(path)
    assert image(path.parent) == before


def test_a_folder(tmp_path: Path):
    assert "是文件夹" in refusal(tmp_path, create=True).message


@pytest.mark.parametrize("url", ["postgresql://server/kpi", "mysql+pymysql://u:p@server/kpi"])
def test_the_url_of_another_database(url: str):
    assert "SQLite" in refusal(url, create=True).message


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory&uri=true", "://"])
def test_a_url_without_a_file(url: str):
    refusal(url, create=True)


def test_an_empty_file(path: Path):
    path.write_bytes(b"")
    before = image(path.parent)
    assert "0 字节" in refusal(path, create=True).message
    assert image(path.parent) == before


@pytest.mark.parametrize("content", [b"PK\x03\x04 a workbook", b"\x00" * 4096, "考核".encode(), b"S"])
def test_another_file(path: Path, content: bytes):
    path.write_bytes(content)
    before = image(path.parent)
    assert "不是考核台账" in refusal(path).message
    assert image(path.parent) == before


def test_another_programs_database(tmp_path: Path):
    path = tmp_path / "other.db"
    with contextlib.closing(raw(path)) as other:
        other.execute("CREATE TABLE edition (id INTEGER PRIMARY KEY)")
    before = image(tmp_path)
    assert "别的程序" in refusal(path).message
    assert image(tmp_path) == before


def test_a_book_of_a_newer_program(path: Path):
    patch(path, 60, (header.SCHEMA_VERSION + 1).to_bytes(4, "big"))
    before = image(path.parent)
    assert "更新版本" in refusal(path).message
    assert "更新版本" in refusal(path, read_only=True).message
    assert image(path.parent) == before


def test_an_older_book_is_not_read_before_it_is_migrated(path: Path):
    patch(path, 60, (header.SCHEMA_VERSION - 1).to_bytes(4, "big"))
    assert "较早版本" in refusal(path, read_only=True).message
    with open_book(path) as book:
        fill(book)
    assert header.check_header(path).schema_version == header.SCHEMA_VERSION


@pytest.mark.parametrize("left", [99, 100, 4096, 50_000])
def test_a_file_cut_short(path: Path, left: int):
    path.write_bytes(path.read_bytes()[:left])
    before = image(path.parent)
    assert "损坏" in refusal(path).message
    assert image(path.parent) == before


def test_a_damaged_schema(path: Path):
    patch(path, 100, b"\xff" * 400)
    before = image(path.parent)
    assert "损坏" in refusal(path).message
    assert image(path.parent) == before


AS_NOBODY = """
import os, sys
sys.path.insert(0, os.getcwd())
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
import kpi_desktop.book.creation  # while its libraries can still be read
os.getuid() or os.setuid(65534)
for how in ({}, {"read_only": True}, {"create": True}):
    try:
        open_book(sys.argv[1], **how).close()
        print("opened")
    except Refusal as refusal:
        print(refusal)
"""


def seen_by_nobody(path: Path) -> list[str]:
    """What a user without rights is told; root itself may write everywhere."""
    for folder in (path.parent, *path.parent.parents):
        with contextlib.suppress(OSError):
            folder.chmod(folder.stat().st_mode | 0o055)
    run = subprocess.run([sys.executable, "-c", AS_NOBODY, str(path)], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_a_read_only_file_and_folder(path: Path):
    path.chmod(0o444)
    before = image(path.parent)
    plain, read_only, create = seen_by_nobody(path)
    assert "只读文件" in plain
    assert "只读文件" in create
    assert read_only == "opened"
    path.chmod(0o666)
    path.parent.chmod(0o555)
    plain, read_only, _ = seen_by_nobody(path)
    assert "不能写入" in plain
    assert read_only == "opened"
    assert "建立台账" in seen_by_nobody(path.with_name("新.kpi"))[2]
    assert image(path.parent) == before
    path.parent.chmod(0o755)


def test_a_folder_that_cannot_be_signed(path: Path, monkeypatch):
    def full(book):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(presence, "enter", full)
    assert "不能写入" in refusal(path).message


def test_a_network_drive(path: Path, monkeypatch):
    monkeypatch.setattr(location, "on_network", lambda path: True)
    assert "网络位置" in refusal(path).message
    assert "网络位置" in refusal(path.with_name("新.kpi"), create=True).message


def test_a_book_in_use_on_another_machine_says_by_whom(path: Path):
    line = {"user": "张三", "machine": "PC-7", "pid": 1, "since": "2025-12-30T09:30:00+08:00"}
    presence.note_beside(path).write_text(json.dumps(line), encoding="utf-8")
    before = image(path.parent)
    message = refusal(path).message
    assert "张三" in message
    assert "PC-7" in message
    assert "2025-12-30 09:30" in message
    assert image(path.parent) == before
    open_book(path, read_only=True).close()


def test_a_write_that_waits_in_vain_is_refused_while_reading_goes_on(book, path: Path):
    with open_book(path, patience_ms=1) as second:
        with book.operation("长事务"):
            with second.reading() as reader:
                assert reader.execute("SELECT count(*) FROM edition").fetchone() == (0,)
            with pytest.raises(Refusal, match="占用"), second.operation("改"):
                pass
        fill(second)


def test_an_interrupted_write_is_rolled_back_on_opening_and_never_by_a_reader(book, path: Path):
    """A book copied to a USB stick together with its hot journal."""
    fill(book)
    before = contents(path)
    stick = path.parent / "U盘"
    stick.mkdir()
    with contextlib.closing(connection.connect(path, "rw")) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE junk (text)")
        writer.executemany("INSERT INTO junk VALUES (?)", [("x" * 3000,)] * 100)
        for name in (path.name, path.name + "-journal"):
            shutil.copy(path.with_name(name), stick / name)
        writer.execute("ROLLBACK")
    copied = stick / path.name
    told = refusal(copied, read_only=True)
    assert "没有正常结束" in told.message
    with open_book(copied):
        assert contents(copied) == before


# --- The note of who is at work


def test_the_note_names_each_process_once_and_goes_with_the_last(path: Path):
    first, second = open_book(path), open_book(path)
    assert [holder[:3] for holder in presence.holders(path)] == [(getpass.getuser(), platform.node(), os.getpid())]
    first.close()
    first.close()
    assert presence.open_here(path)
    second.close()
    assert not presence.note_beside(path).exists()
    assert not presence.open_here(path)


def test_the_note_drops_the_dead_and_the_unreadable(path: Path):
    ended = subprocess.Popen([sys.executable, "-c", "pass"])
    ended.wait()
    dead = {"user": "甲", "machine": platform.node(), "pid": ended.pid, "since": "2025-01-01T00:00:00+08:00"}
    note = presence.note_beside(path)
    note.write_text(json.dumps(dead) + "\n{\n[]\n" + json.dumps(dead | {"pid": "x"}), encoding="utf-8")
    with open_book(path):
        assert [holder.pid for holder in presence.holders(path)] == [os.getpid()]
    assert not note.exists()


def test_a_note_that_is_no_text_is_passed_over(path: Path):
    presence.note_beside(path).write_bytes(b"\xff\xfe\x00")
    open_book(path).close()


def test_sqlite_errors_that_nobody_can_meet_stay_errors(book):
    with pytest.raises(sqlite3.OperationalError), book.operation("错") as operation:
        operation.connection.execute("SELECT nothing")
