"""The two lines under the departments: that across = down, and what is not money."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, SMALL
from ui.terms import clauses, said

LINE = 32


class Agreement(QWidget):
    """Whether the sums agree: a green tick and the sum, or a red warning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agree, self.words = True, ""
        self.setFixedHeight(LINE)

    def show_words(self, agree: bool, words: str) -> None:
        """Show it."""
        self.agree, self.words = agree, words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon, token = ("check-circle", "green") if self.agree else ("warning-circle", "red")
        icons.draw(painter, icon, QRectF(GAP, 0, 16, self.height()), colour(token), 15)
        box = QRectF(GAP + 24, 0, self.width() - 2 * GAP - 24, self.height())
        pen.figures(painter, box, self.words, "text" if self.agree else "red_text", BODY)
        painter.end()


class Consequences(QWidget):
    """不是钱的后果: each content, paler, and the departments it falls on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[tuple[str, str]] = []
        self.setFixedHeight(LINE)

    def show_items(self, items: list[tuple[str, str]]) -> None:
        """Show them; on as many lines as they need."""
        self.items = items
        self.setVisible(bool(items))
        words = self.tr("不是钱的后果：{what}").format(what=clauses(f"{what} {who}" for what, who in items))
        self.setAccessibleName(words)
        self.setToolTip("\n".join(said(what, who) for what, who in items))
        self._fit()

    def _places(self) -> list[tuple[float, int]]:
        """Left and line of every item."""
        left = first = GAP + pen.width(self.tr("不是钱的后果"), BODY) + 16
        line, found = 0, []
        for what, who in self.items:
            wide = pen.width(what, SMALL) + 6 + pen.width(who, BODY) + 18
            if left + wide > self.width() - GAP and left > first:
                left, line = first, line + 1
            found.append((left, line))
            left += wide
        return found

    def _fit(self) -> None:
        lines = max((line for _, line in self._places()), default=0) + 1
        self.setFixedHeight(min(lines, 3) * 22 + 12)
        self.update()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), colour("line"))
        pen.text(painter, QRectF(GAP, 6, self.width() - 2 * GAP, 22), self.tr("不是钱的后果"), "text", BODY)
        for (what, who), (left, line) in zip(self.items, self._places(), strict=True):
            top = 6 + line * 22
            wide = pen.text(painter, QRectF(left, top, 200, 22), what, "secondary", SMALL) + 6
            room = QRectF(left + wide, top, max(self.width() - GAP - left - wide, 20), 22)
            pen.text(painter, room, who, "text", BODY)
        painter.end()
