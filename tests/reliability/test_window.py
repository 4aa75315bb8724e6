"""The window in trouble: another program writes, the file goes, the disk is full, something unexpected happens."""

import os
import platform
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSettings, QStandardPaths

from kpi_desktop.book import connection
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.maintenance import verify
from tests.reliability.test_power_cut import writer
from ui import crash
from ui.crash import Crash
from ui.session import Session

YEAR = 2020


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "高新区.kpi")


@pytest.fixture
def book(sample: Path, tmp_path: Path) -> Path:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    folder = tmp_path / "U 盘"
    folder.mkdir()
    return Path(shutil.copy(sample, folder / "台账.kpi"))


@pytest.fixture
def shown(qapp, book: Path) -> Iterator[Session]:
    made = Session()
    made.heard = []
    made.refused.connect(lambda title, words: made.heard.append(words))
    made.told.connect(made.heard.append)
    assert made.open(book)
    yield made
    made.close()


def type_in(session: Session, text: str, at: int = 0) -> object:
    row = rows_of(session.book, YEAR, "actual")[at]["id"]
    return session.act(lambda opened: enter(opened, YEAR, [Typed("actual", row, "value", text)], "填写").changes)


# --- Two programs


def test_who_else_has_the_book_open_is_told(qapp, book):
    with writer(book, "counted", "0") as other:
        assert other.stdout.readline().strip() == "ready"
        session, heard = Session(), []
        session.told.connect(heard.append)
        assert session.open(book)
        assert platform.node() in heard[0] and "还有人开着" in heard[0]
        session.close()
        other.stdin.write("\n")
        other.stdin.flush()


def test_what_the_other_wrote_is_seen_on_coming_back(qtbot, shown, book):
    row = rows_of(shown.book, YEAR, "actual")[0]
    with open_book(book) as other:
        enter(other, YEAR, [Typed("actual", row["id"], "value", "4321.5")], "填写")
    with qtbot.waitSignal(shown.changed):
        shown.look_around()
    assert any(str(each.value) == "4321.5" for each in shown.view.facts.actuals)
    with qtbot.assertNotEmitted(shown.changed, wait=50):
        shown.look_around()


# --- The file goes


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed there")
def test_a_file_that_was_removed_is_never_written_to(shown, book):
    before = shown.view
    aside = book.with_name("移走.kpi")
    book.rename(aside)
    with pytest.raises(Refusal, match="移走、删除，或所在的 U 盘已拔出"):
        type_in(shown, "55.5")
    assert shown.act(lambda opened: _note(opened)) is None
    shown.refresh()
    shown.look_around()
    assert len(shown.heard) == 3 and all("U 盘" in words for words in shown.heard)
    assert shown.view is before
    aside.rename(book)
    assert type_in(shown, "55.5")
    assert shown.view is not before


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_file_that_was_replaced_is_never_written_to(shown, book, sample):
    fresh = book.with_name("新.kpi")
    shutil.copy(sample, fresh)
    fresh.replace(book)
    shown.act(_note)
    assert "换成了另一个文件" in shown.heard[-1]
    assert verify(book).ok


def test_the_folder_gone_for_good_does_not_keep_the_window_from_closing(shown, book):
    if sys.platform != "win32":
        shutil.rmtree(book.parent)
    shown.close()
    assert shown.book is None


def _note(opened):
    with opened.operation("记一笔") as operation:
        edition = operation.connection.execute("SELECT max(id) FROM edition").fetchone()[0]
        operation.insert("scenario", {"edition_id": edition, "name": "试", "changes": "[]"})
    return operation.changes


# --- The disk is full


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch, book: Path, room: int) -> Iterator[None]:
    """New connections may let the file grow by so many pages."""
    pages = os.path.getsize(book) // 4096 + room
    monkeypatch.setattr(connection, "_SETTINGS", (*connection._SETTINGS, f"PRAGMA max_page_count={pages}"))
    yield
    monkeypatch.undo()


def test_a_full_disk_is_told_and_nothing_is_half_written(qapp, book, monkeypatch):
    with full_disk(monkeypatch, book, 2):
        session, heard = Session(), []
        session.refused.connect(lambda title, words: heard.append(words))
        assert session.open(book)
        before = session.view
        rows = rows_of(session.book, YEAR, "actual")
        typed = [Typed("actual", row["id"], "value", "7.5") for row in rows]
        assert session.act(lambda opened: enter(opened, YEAR, typed, "粘贴").changes) is None
        assert "磁盘已满" in heard[0] and "原有内容未变" in heard[0]
        assert session.view is before
        session.close()
    assert verify(book).ok
    with open_book(book) as again:
        assert rows_of(again, YEAR, "actual") == rows


# --- Something unexpected


@pytest.fixture
def heard(qapp, tmp_path, monkeypatch) -> Iterator[tuple[Crash, list[str]]]:
    monkeypatch.setattr(crash, "folder", lambda: tmp_path / "数据" / "crash")
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    before = sys.excepthook, threading.excepthook
    owner = QObject()
    made, words = Crash(owner), []
    made.told.connect(lambda title, text: words.append(f"{title}：{text}"))
    made.listen()
    yield made, words
    sys.excepthook, threading.excepthook = before


def fail(what: str = "意外") -> None:
    raise ValueError(what)


def report(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def raised(work) -> BaseException:
    try:
        work()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def test_a_crash_is_written_down_and_the_user_is_told_where(qtbot, heard, tmp_path):
    _, words = heard
    report(raised(fail))
    qtbot.waitUntil(lambda: bool(words))
    (file,) = (tmp_path / "数据" / "crash").glob("*.txt")
    assert str(file) in words[0] and "程序出错了" in words[0]
    text = file.read_text(encoding="utf-8")
    assert "ValueError: 意外" in text and "in fail" in text


def test_the_same_crash_again_is_written_down_once(qtbot, heard, tmp_path):
    _, words = heard
    for _ in range(5):
        report(raised(fail))
    qtbot.waitUntil(lambda: bool(words))
    assert len(list((tmp_path / "数据" / "crash").glob("*.txt"))) == 1


def test_a_crash_in_a_thread_is_told_in_the_window(qtbot, heard):
    _, words = heard
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(words))
    assert "程序出错了" in words[0]


def test_a_refusal_that_nobody_caught_is_told_and_not_written_down(qtbot, heard, tmp_path):
    _, words = heard
    report(Refusal("找不到台账。", "请放回原处。"))
    qtbot.waitUntil(lambda: bool(words))
    assert "找不到台账" in words[0]
    assert not (tmp_path / "数据").exists()


def test_where_nothing_can_be_written_the_user_is_told_so(qtbot, heard, monkeypatch, tmp_path):
    (tmp_path / "数据").write_text("no folder")
    _, words = heard
    report(raised(fail))
    qtbot.waitUntil(lambda: bool(words))
    assert "没能写到磁盘上" in words[0]


def test_old_crashes_go(heard, tmp_path):
    folder = tmp_path / "数据" / "crash"
    folder.mkdir(parents=True)
    for at in range(crash.MOST_KEPT + 5):
        (folder / f"20000101-{at:06}.txt").write_text("old")
    report(raised(fail))
    assert len(list(folder.glob("*.txt"))) == crash.MOST_KEPT


def test_crashes_lie_with_the_programs_data(qapp):
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    assert crash.folder() == Path(data) / "crash"
