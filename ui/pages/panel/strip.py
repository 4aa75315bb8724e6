"""The classes with their weights and who has rated, in one line above the grid."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL
from ui.terms import clauses

HIGH, BETWEEN = 20, 22


class TurnoutStrip(QWidget):
    """Painted: a class in plain words, what it still owes in amber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, str]] = []
        self.setFixedHeight(HIGH)

    def show_parts(self, parts: list[tuple[str, str]]) -> None:
        """Show (words, what is owed) a class."""
        self._parts = parts
        said = clauses(f"{words} {owed}".strip() for words, owed in parts)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 4.0
        for words, owed in self._parts:
            room = QRectF(left, 0, max(self.width() - left - GAP, 0), HIGH)
            left += pen.text(painter, room, words, "text", BODY) + 6
            if owed:
                room = QRectF(left, 0, max(self.width() - left - GAP, 0), HIGH)
                left += pen.text(painter, room, owed, "amber_text", SMALL)
            left += BETWEEN
        painter.end()
