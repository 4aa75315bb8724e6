"""A book begins with nothing: it is made, given its first year, and then every page is there."""

import pytest
from PySide6.QtCore import Qt

from kpi_desktop.book.creation import create
from kpi_desktop.book.opening import open_book
from ui.app import application
from ui.first_year import FirstYear
from ui.frame.window import Window
from ui.look.theme import Appearance


@pytest.fixture
def window(qtbot, tmp_path):
    path = tmp_path / "小湖.kpi"
    create(path)
    shown = Window(Appearance(application()), path)
    shown.resize(1366, 768)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.desk is not None and shown.desk.session.book is not None, timeout=10_000)
    yield shown
    shown.close()


def first_year(window) -> FirstYear:
    return next(each for each in window.findChildren(FirstYear) if each.isVisible())


def test_a_book_without_a_year_is_given_one_by_keys(window, qtbot):
    asking = first_year(window)
    asking.year.setFocus()
    asking.year.selectAll()
    qtbot.keyClicks(asking.year, "2021")
    qtbot.keyClick(asking.year, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "overview" in window.pages)
    assert window.desk.session.years == (2021,)
    assert window.stack.currentWidget() is window.pages["overview"]


def test_what_is_no_year_is_told_and_opens_nothing(window):
    asking = first_year(window)
    asking.year.setText("二一")
    asking.open()
    assert asking.problem.text() == "“二一”不是年度，请填四位数字，如 2021"
    assert window.desk.session.years == ()


def test_undoing_the_first_year_asks_for_it_again(window, qtbot):
    first_year(window).open()
    qtbot.waitUntil(lambda: "overview" in window.pages)
    window.desk.session.undo()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(FirstYear)))
    assert window.desk.session.years == ()


def test_a_new_book_is_made_where_the_user_says(window, qtbot, tmp_path):
    window.desk.books.make_new(tmp_path / "新区")
    qtbot.waitUntil(lambda: window.desk.session.title == "新区")
    assert first_year(window).isVisible()
    book = open_book(tmp_path / "新区.kpi")
    book.close()


def test_a_file_that_is_there_is_not_replaced(window, qtbot, tmp_path):
    (tmp_path / "旧.kpi").write_bytes(b"kept")
    window.desk.books.make_new(tmp_path / "旧.kpi")
    qtbot.waitUntil(lambda: window.notice.title.text() == "没有新建台账")
    assert "已经存在" in window.notice.words.text()
    assert (tmp_path / "旧.kpi").read_bytes() == b"kept"
