"""What every page is: it shows a year, says what its keys do, and asks to go elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look.fonts import heading
from ui.look.theme import colour
from ui.look.tokens import GAP, PAGE
from ui.parts.controls import Segments

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView


class Page(QWidget):
    """`go` brings a goal as (page, what, which …); `day_chosen` a day to judge on; `hint_changed` what the keys do.

    `told` and `refused` bring a title and a sentence. `session.act` is the way to write.
    """

    go = Signal(object)
    day_chosen = Signal(QDate)
    hint_changed = Signal(str)
    told = Signal(str, str)
    refused = Signal(str, str)
    hint = ""

    def __init__(self, title: str, jobs: Jobs, session: Session) -> None:
        super().__init__()
        self.jobs, self.session = jobs, session
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view: YearView | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP, 8, GAP, GAP)
        self.column.setSpacing(GAP)
        self.head = QHBoxLayout()
        self.head.setSpacing(GAP)
        self.head.setContentsMargins(0, 0, 0, 0)
        words = QLabel(title)
        words.setFont(heading(PAGE))
        self.head.addWidget(words)
        self.column.addLayout(self.head)

    def show_family(self, siblings: list[tuple[str, str]], key: str) -> None:
        """Offer the pages (word, key) that share the navigation item of this one, `key`, as tabs beside the title."""
        if len(siblings) > 1:
            tabs = Segments(self.accessibleName(), self)
            tabs.show_items(siblings, key)
            tabs.chosen.connect(lambda chosen: (tabs.mark(key), self.go.emit((chosen,))))
            self.head.insertWidget(1, tabs)

    def take(self, view: YearView) -> None:
        """Show `view`, and know that it is shown."""
        self.view = view
        self.show_view(view)

    def show_view(self, view: YearView) -> None:
        """Show a year; called again whenever anything in it changed."""
        raise NotImplementedError

    def visit(self, goal: tuple[str, ...]) -> None:
        """Go to what `goal` names after the page's key, as far as it is shown here."""

    def take_focus(self) -> None:
        """Put the keyboard where the page's work is."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a narrow or a wide window."""

    def close_panel(self) -> bool:
        """Esc: close what can be closed; whether anything was."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("background"))
        painter.end()
