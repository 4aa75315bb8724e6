"""The foot of the ledger: how many stand in which light, what the signs mean, how it is ordered."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.lights import LIGHTS
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import SMALL
from ui.pages.supervision.ledger import ORDER
from ui.terms import phrases, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.supervision.items import Item

HIGH, BAR = 34, 150


class Legend(QWidget):
    """Painted, so that it costs nothing while the ledger scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts: Counter[str] = Counter()
        self._shown = 0
        self.setFixedHeight(HIGH)

    def show_items(self, found: Sequence[Item]) -> None:
        """Count the items on screen."""
        self.counts = Counter(item.light.light for item in found)
        self._shown = len(found)
        words = phrases(f"{term(LIGHTS[light])} {self.counts[light]}" for light in ORDER)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        painter.fillRect(QRectF(1, 0, box.width() - 2, 1), colour("line"))
        left = self._lights(painter, box)
        if box.width() > 640:
            left = self._bar(painter, box, left)
        right = self._order(painter, box)
        self._signs(painter, box, left + 14, right)
        painter.end()

    def _lights(self, painter: QPainter, box: QRectF) -> float:
        left = 16.0
        for light in ORDER:
            pen.light(painter, QPointF(left + 5, box.center().y()), light)
            words = f"{term(LIGHTS[light])} {self.counts[light]}"
            left += 17 + pen.text(painter, box.adjusted(left + 15, 0, 0, 0), words, "text", SMALL) + 16
        return left

    def _bar(self, painter: QPainter, box: QRectF, left: float) -> float:
        whole = sum(self.counts.values())
        at = left
        for light in ORDER:
            wide = BAR * self.counts[light] / whole if whole else 0
            if wide:
                painter.fillRect(QRectF(at, box.center().y() - 3, max(wide - 2, 1), 6), colour(pen.LIGHT_TOKENS[light]))
            at += wide
        return left + BAR

    def _order(self, painter: QPainter, box: QRectF) -> float:
        words = self.tr("{count} 项 · 先红后黄，再按期限").format(count=self._shown)
        return (
            box.right() - 16 - pen.text(painter, box.adjusted(0, 0, -14, 0), words, "secondary", SMALL, align=pen.RIGHT)
        )

    def _signs(self, painter: QPainter, box: QRectF, left: float, right: float) -> None:
        pace, plate = self.tr("应达进度"), self.tr("拟发督办单")
        if right - left < pen.width(pace, SMALL) + pen.width(plate, SMALL) + 70:
            return
        painter.fillRect(QRectF(left, box.center().y() - 7, 2, 14), colour("text"))
        left += 10 + pen.text(painter, box.adjusted(left + 8, 0, 0, 0), pace, "secondary", SMALL) + 14
        painter.setPen(QPen(colour("secondary"), 1, pen.Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(left + 0.5, box.center().y() - 6.5, 16, 13), 3, 3)
        pen.text(painter, box.adjusted(left + 24, 0, 0, 0), plate, "secondary", SMALL)
