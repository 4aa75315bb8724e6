"""Taking back an operation of many rows: in a worker, one at a time, and to be cancelled without a trace."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kpi_desktop.book import journal
from kpi_desktop.book.editions import edition_of
from kpi_desktop.office import undo as undoing
from ui.session import LARGE_UNDO

ROWS = LARGE_UNDO + 1200


def reports(book) -> int:
    with book.reading() as connection:
        return connection.execute("SELECT count(*) FROM progress").fetchone()[0]


@pytest.fixture
def book(window):
    """The sample with many reports of progress, written in one operation."""
    found = window.desk.session.book
    edition = edition_of(found, 2020)
    with found.reading() as connection:
        (task,) = connection.execute("SELECT code FROM task WHERE edition_id = ? LIMIT 1", (edition.id,)).fetchone()
    days = [date(2020, 1, 1) + timedelta(days=at % 300) for at in range(ROWS)]
    with found.operation("批量登记进度") as operation:
        operation.insert_many("progress", [{"edition_id": edition.id, "task": task, "day": day} for day in days])
    return found


def test_many_rows_are_taken_back_by_a_worker_and_done_again(window, book, qtbot):
    session, before = window.desk.session, reports(book)
    session.undo()
    assert window.desk.jobs.words().startswith("撤销或重做“批量登记进度”")
    session.undo()  # one at a time: this one is not heard
    qtbot.waitUntil(lambda: not window.desk.jobs.words(), timeout=20_000)
    assert reports(book) == before - ROWS
    assert "撤销：批量登记进度" in window.notice.title.text()
    session.redo()
    qtbot.waitUntil(lambda: reports(book) == before and not window.desk.jobs.words(), timeout=20_000)


def test_a_cancelled_undo_leaves_everything_as_it_was(window, book, qtbot, monkeypatch):
    session, before, head = window.desk.session, reports(book), journal.head(book)
    monkeypatch.setattr(undoing, "STEP", 1)
    cancelled = []

    def cancel() -> None:
        if window.desk.jobs.stoppable and not cancelled:
            window.status.grab()  # where to click is known once it is painted
            place = window.status.stop_at().center().toPoint()
            QTest.mouseClick(window.status, Qt.MouseButton.LeftButton, pos=place)
            cancelled.append(place)

    window.desk.jobs.changed.connect(cancel)
    session.undo()
    qtbot.waitUntil(lambda: not window.desk.jobs.words(), timeout=20_000)
    assert cancelled and reports(book) == before and journal.head(book) == head
    assert "已取消" in window.notice.title.text()
