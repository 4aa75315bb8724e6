"""The painted parts of 分组与分值: a group's name, its sum, the bar of its categories, the lines under the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.text import plain
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, TINY
from ui.terms import phrases

if TYPE_CHECKING:
    from fractions import Fraction

    from kpi_desktop.assessment.facts import Group

ROW, HEAD = 34, 30


class Part(NamedTuple):
    """One category of a bar."""

    name: str
    points: Fraction
    economic: bool


class GroupName(QWidget):
    """A group's name, 单独 behind it."""

    def __init__(self, group: Group, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self.setMinimumWidth(round(pen.width(group.name)) + (GAP + 46 if group.separate else GAP))
        self.setToolTip(group.note or "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = GAP + pen.text(painter, QRectF(GAP, 0, self.width() - GAP, self.height()), self._group.name) + 8
        if self._group.separate:
            pen.tag(painter, left, self.height() / 2, self.tr("单独"))
        painter.end()


class SumMark(QWidget):
    """A group's sum: a tick where it is 100, what is too much or lacking where it is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(84)
        self._total = fraction(0)

    def show_total(self, total: Fraction) -> None:
        """Show a sum."""
        self._total = total
        self.setAccessibleName(self.tr("合计 {total}").format(total=plain(total)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        good, words = self._total == 100, plain(self._total)
        box = QRectF(0, 0, 40, self.height())
        pen.text(painter, box, words, "text" if good else "red_text", BODY, True, pen.RIGHT)
        if good:
            icons.draw(painter, "check", QRectF(46, 0, 16, self.height()), colour("green"), 13)
        else:
            rest = 100 - self._total
            told = self.tr("差 {rest}") if rest > 0 else self.tr("多 {rest}")
            pen.text(painter, QRectF(44, 0, 40, self.height()), told.format(rest=plain(abs(rest))), "red_text", TINY)
        painter.end()


class PartsBar(QWidget):
    """分值构成: the categories' points side by side, economic ones in the accent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(90)
        self._parts: list[Part] = []

    def show_parts(self, parts: list[Part]) -> None:
        """Show the points of a group."""
        self._parts = [part for part in parts if part.points > 0]
        words = phrases(f"{part.name} {plain(part.points)}" for part in self._parts)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = max(float(sum(part.points for part in self._parts)), 100.0)
        left, room = 0.0, self.width() - 2 * GAP
        others = 0
        for part in self._parts:
            wide = room * float(part.points) / whole
            token = "accent" if part.economic else ("bar", "track")[min(others, 1)]
            others += not part.economic
            box = QRectF(left, self.height() / 2 - 9, max(wide - 2, 1), 18)
            painter.fillRect(box, colour(token))
            if box.width() > pen.width(plain(part.points), TINY) + 4:
                ink = "on_accent" if part.economic else "text"
                pen.text(painter, box, plain(part.points), ink, TINY, part.economic, pen.CENTRE)
            left += wide
        painter.end()


class Ruled(QWidget):
    """Rows with a line under each, the first as a head."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), HEAD, colour("head"))
        for top in range(HEAD, self.height() + 1, ROW):
            painter.fillRect(0, top - 1, self.width(), 1, colour("line"))
        painter.end()
