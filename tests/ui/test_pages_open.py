"""Every page opens inside the window: nothing flashes up beside it, and the keyboard stays where it was."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.frame import entries


class Flashes(QObject):
    """Widgets that were shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def flashes(window):
    watching = Flashes()
    QApplication.instance().installEventFilter(watching)
    yield watching
    QApplication.instance().removeEventFilter(watching)


def test_no_page_opens_a_window_of_its_own(window, qtbot, flashes):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for entry in entries.entries():
        window.desk.visit((entry.key,))
        qtbot.waitUntil(lambda key=entry.key: window.stack.currentWidget() is window.pages[key])
        assert (entry.key, flashes.seen) == (entry.key, [])
    assert window.isActiveWindow()
