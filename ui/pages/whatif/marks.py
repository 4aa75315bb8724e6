"""Small painted parts of the copy: the economic share as bars, the checks as lights, what is not money as lines."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.scheme_check import BAD, GOOD
from kpi_desktop.assessment.wording import figure
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP, SMALL
from ui.terms import clauses, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.scheme_check import Remark

LINE = 24


class Part(NamedTuple):
    """One category of a bar."""

    name: str
    points: Exact
    economic: bool


class ShareBars(QWidget):
    """有效经济占比: the categories' points today and tried, economic ones first and strong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, list[Part]]] = []
        self.setFixedHeight(2 * LINE + 2)

    def show_parts(self, now: list[Part], then: list[Part]) -> None:
        """Show both schemes of a group."""
        self._rows = [(self.tr("现行"), now), (self.tr("推演"), then)]
        words = [f"{name} {phrases(f'{p.name} {figure(p.points)}' for p in parts)}" for name, parts in self._rows]
        self.setAccessibleName(clauses(words))
        self.setToolTip("\n".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = max([36, *(ceil(pen.width(name, SMALL)) + 10 for name, _ in self._rows)])
        for at, (name, parts) in enumerate(self._rows):
            top = at * LINE
            pen.text(painter, QRectF(0, top, left, LINE), name, "secondary", SMALL)
            self._bar(painter, QRectF(left, top + 3, self.width() - left, LINE - 6), parts, bool(at))
        painter.end()

    def _bar(self, painter: QPainter, box: QRectF, parts: list[Part], tried: bool) -> None:
        whole = float(sum(part.points for part in parts)) or 1.0
        left = box.left()
        for part in sorted(parts, key=lambda part: not part.economic):
            wide = box.width() * float(part.points) / whole
            cell = QRectF(left, box.top(), max(wide - 2, 0), box.height())
            strong = part.economic
            token = ("accent" if tried else "group_bar") if strong else ("bar" if tried else "track")
            painter.fillRect(cell, colour(token))
            words = figure(part.points)
            ink = "on_accent" if strong and tried else "text"
            if cell.width() > 22:
                pen.text(painter, cell.adjusted(6, 0, -2, 0), words, ink, SMALL, strong)
            left += wide


class Checks(QWidget):
    """方案检查: a light, what it is, the figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks: Sequence[Remark] = ()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show them."""
        self.remarks = remarks
        self.setFixedHeight(LINE * len(remarks))
        self.setAccessibleName(clauses(f"{each.words} {each.figure}" for each in remarks))
        self.setToolTip("\n".join(f"{each.words}　{each.figure}" for each in remarks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, remark in enumerate(self.remarks):
            middle = at * LINE + LINE / 2
            light = "green" if remark.level == GOOD else "red" if remark.level == BAD else "yellow"
            pen.light(painter, QPointF(7, middle), light)
            wide = min(pen.width(remark.figure, SMALL), self.width() * 0.5)
            box = QRectF(20, at * LINE, self.width() - 26 - wide, LINE)
            pen.text(painter, box, remark.words, "red_text" if remark.level == BAD else "text", SMALL + 1)
            side = QRectF(self.width() - wide, at * LINE, wide, LINE)
            pen.text(painter, side, remark.figure, "secondary", SMALL, align=pen.RIGHT)
        painter.end()


class Lines(QWidget):
    """Pairs of a paler word and a sentence; a sentence alone where there are none."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty = empty
        self.items: list[tuple[str, str]] = []

    def show_items(self, items: list[tuple[str, str]]) -> None:
        """Show them."""
        self.items = items
        self.setFixedHeight(LINE * max(len(items), 1) + 8)
        words = [f"{name} {what}" for name, what in items] or [self._empty]
        self.setAccessibleName(clauses(words))
        self.setToolTip("\n".join(words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.items:
            pen.text(painter, QRectF(GAP, 2, self.width() - 2 * GAP, LINE), self._empty, "secondary", SMALL)
        left = max((pen.width(name, SMALL) for name, _ in self.items), default=0) + GAP + 12
        for at, (name, what) in enumerate(self.items):
            top = 2 + at * LINE
            pen.text(painter, QRectF(GAP, top, left - GAP, LINE), name, "secondary", SMALL)
            pen.text(painter, QRectF(left, top, self.width() - left - GAP, LINE), what, "text", BODY)
        painter.end()
