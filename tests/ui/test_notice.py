"""The notice: news goes by itself, a problem stays until it is acknowledged."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.frame.notice import Notice


@pytest.fixture
def notice(qtbot) -> Iterator[Notice]:
    """In a window whose keyboard is somewhere else."""
    window = QWidget()
    made, field = Notice(window), QLineEdit(window)
    made._leaving.setInterval(30)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(field)
    qtbot.addWidget(window)
    window.show()
    field.setFocus()
    yield made


def test_news_goes_by_itself(notice, qtbot):
    notice.tell_news("撤销：填写 部门：经济发展局 人数", "")
    assert notice.isVisible()
    qtbot.waitUntil(lambda: not notice.isVisible())


def test_a_problem_stays_even_when_news_was_about_to_go(notice, qtbot):
    notice.tell_news("已保存", "")
    notice.tell_problem("没有删除", "“实绩”表 1 行还要用到它。")
    assert not notice._leaving.isActive()
    assert notice.isVisible()
    qtbot.keyClick(notice, Qt.Key.Key_Escape)
    assert not notice.isVisible()
