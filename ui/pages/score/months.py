"""The months' values of a target as bars; the one that decides is darker, a month without a value is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import TINY
from ui.terms import clauses
from ui.words import amount

if TYPE_CHECKING:
    from kpi_desktop.assessment.months import Months

HEIGHT, TOP, BOTTOM = 70, 17, 17
MONTHS = 12
QUARTERS = (3, 6, 9, 12)


class MonthBars(QWidget):
    """Twelve places, one a month."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Months = {}
        self._decisive: frozenset[int] = frozenset()
        self.setFixedHeight(HEIGHT)

    def show_months(self, values: Months, only_last: bool) -> None:
        """Show `values`; `only_last`: the last one alone makes the year's actual, else all of them do."""
        self._values = values
        last = max(values, default=0)
        self._decisive = frozenset([last]) if only_last else frozenset(values)
        words = self.tr("{month} 月 {value}")
        told = [words.format(month=month, value=amount(value)) for month, value in values.items()]
        self.setAccessibleName(clauses(told))
        self.setToolTip("\n".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width() / MONTHS
        top = max((float(value) for value in self._values.values()), default=0.0)
        base = self.height() - BOTTOM
        painter.fillRect(QRectF(0, base, self.width(), 1), colour("border"))
        last = max(self._values, default=0)
        for month in range(1, MONTHS + 1):
            left = (month - 1) * wide
            under = QRectF(left, base + 2, wide, BOTTOM - 2)
            pen.text(painter, under, str(month), "text" if month == last else "pale", TINY, align=pen.CENTRE)
            value = self._values.get(month)
            if value is None:
                painter.fillRect(QRectF(left + 2, base - 5, wide - 4, 5), colour("blank"))
                continue
            high = max((base - TOP) * float(value) / top, 1.0) if top > 0 and value > 0 else 1.0
            strong = month in self._decisive and len(self._decisive) == 1
            painter.fillRect(QRectF(left + 2, base - high, wide - 4, high), colour("accent" if strong else "bar"))
            if month in QUARTERS or month == last:
                self._paint_value(painter, amount(value) or "", left + wide / 2, base - high - 15, month == last)
        painter.end()

    def _paint_value(self, painter: QPainter, words: str, middle: float, top: float, strong: bool) -> None:
        wide = pen.width(words, TINY, strong) + 2
        left = min(max(middle - wide / 2, 0), self.width() - wide)
        token = "accent" if strong else "secondary"
        pen.text(painter, QRectF(left, top, wide, 15), words, token, TINY, strong, pen.CENTRE)
