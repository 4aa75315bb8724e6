"""F1 says what the page on screen is for."""

from PySide6.QtWidgets import QLabel

from ui.frame import entries
from ui.frame.help_texts import help_for


def test_every_page_has_help(window):
    assert {each.key for each in entries.entries() if not help_for(each.key)} == set()


def test_help_is_about_the_page_on_screen(window, qtbot):
    window.desk.visit(("blanks",))
    window.desk.show_help()
    panel = window.desk._panel
    said = "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())
    assert "帮助 · 对表检查" in said
    assert "为什么空着" in said
    assert window.pages["blanks"].hint in said
    window.desk.visit(("economy",))
    assert panel.isVisible() and panel.title.text() == "帮助 · 经济指标"
    window.desk.escape()
    assert not panel.isVisible()
