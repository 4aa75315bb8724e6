"""The window: frame around pages, made and painted before anything about books is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from ui import quick
from ui.frame import entries
from ui.frame.navigation import Navigation
from ui.frame.notice import Notice
from ui.frame.statusbar import StatusBar
from ui.frame.topbar import TopBar
from ui.look.tokens import NARROW

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ui.desk import Desk
    from ui.look.theme import Appearance
    from ui.pages.page import Page

GEOMETRY = "window/geometry"
STARTED = 1000
"""Milliseconds after which the start is over."""
SMALLEST, FIRST_SIZE = QSize(1180, 700), QSize(1440, 860)


class Window(QWidget):
    """Holds the pages. After its first paint, and only then, the desk is set up (`began`) and a book opened."""

    began = Signal()

    def __init__(self, appearance: Appearance, book: Path | str | None = None) -> None:
        super().__init__()
        self.appearance = appearance
        self.desk: Desk | None = None
        self.pages: dict[str, Page] = {}
        self._book = book
        self._been_painted = False
        self._narrow: bool | None = None
        self.setAcceptDrops(True)
        self.navigation = Navigation(entries.navigation(), self)
        self.topbar = TopBar(self._places, appearance.choice, self)
        self.notice = Notice(self)
        self.stack = QStackedWidget(self)
        self.reading = QLabel(self)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self.reading)
        self.status = StatusBar(self)
        self._lay_out()
        self.navigation.enable(False)
        self.navigation.chosen.connect(self._page_chosen)
        self.topbar.look_chosen.connect(appearance.choose)
        self._restore()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self.topbar, self.notice):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        row.addLayout(column, 1)

    def _restore(self) -> None:
        self.setMinimumSize(SMALLEST)
        kept = QSettings().value(GEOMETRY)
        if kept is None or not self.restoreGeometry(kept):
            self.resize(FIRST_SIZE)

    def _add_keys(self) -> None:
        keys = {
            QKeySequence("Ctrl+K"): self.topbar.search.start,
            QKeySequence("Alt+Left"): lambda: self.desk and self.desk.back(),
            QKeySequence("F5"): lambda: self.desk and self.desk.session.refresh(),
            QKeySequence(Qt.Key.Key_Escape): self.escape,
            QKeySequence(QKeySequence.StandardKey.Open): lambda: self.desk and self.desk.books.ask_open(),
            QKeySequence(QKeySequence.StandardKey.HelpContents): self.topbar.help_asked.emit,
        }
        for sequence, act in keys.items():
            self._key(sequence, act)
        self._key(QKeySequence(QKeySequence.StandardKey.Undo), self.topbar.undo.click)
        self._key(QKeySequence("Ctrl+Y"), self.topbar.redo.click)
        for at, (key, _, _) in enumerate(entries.navigation()[:9], 1):
            self._key(QKeySequence(f"Ctrl+{at}"), lambda key=key: self.desk and self.desk.show_page(key))

    def _key(self, sequence: QKeySequence, act: Callable[[], object]) -> None:
        QShortcut(sequence, self, act)

    def _begin(self) -> None:
        from kpi_desktop.assessment.resting import collector_resting

        with collector_resting():  # imports make many objects and no rubbish
            from ui.desk import Desk

            self._add_keys()
            self.desk = Desk(self)
            self.began.emit()
            self.desk.begin(self._book)
        QTimer.singleShot(STARTED, self, quick.over)

    def _places(self) -> list:
        return self.desk.places() if self.desk else []

    def _page_chosen(self, key: str) -> None:
        if self.desk:
            self.desk.show_page(key)

    def escape(self) -> None:
        """Esc: close the innermost thing that can be closed."""
        if self.notice.isVisible():
            self.notice.hide()
        elif self.desk:
            self.desk.escape()

    @property
    def narrow(self) -> bool:
        """Whether there is room for little."""
        return self.width() < NARROW

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._been_painted:
            self._been_painted = True
            QTimer.singleShot(0, self, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow != self.narrow:
            self._narrow = self.narrow
            self.navigation.set_narrow(self._narrow)
            self.topbar.set_narrow(self._narrow)
            for page in self.pages.values():
                page.set_narrow(self._narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.desk:
            self.desk.session.look_around()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk and self.desk.books.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.desk:
            event.acceptProposedAction()
            self.desk.books.take(event.mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        QSettings().setValue(GEOMETRY, self.saveGeometry())
        if self.desk:
            self.desk.close()
        event.accept()
