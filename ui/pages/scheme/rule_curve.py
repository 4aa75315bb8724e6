"""The curve of a rule as it is typed, with the sample points of the table on it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.wording import figure
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import TINY
from ui.pages.score.curve import LEFT, CurveView, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.trial import Sample

REACH, LEAST = 14, 112
MOST_SLOPES, SHORTEST = 3, 24


class RuleCurve(CurveView):
    """`pointed` brings the value of the sample point that was clicked."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Sequence[Sample] = ()
        self._step: tuple[Fraction, str] = (Fraction(1), "")
        self.setMinimumHeight(LEAST)

    def show_samples(self, picture: Picture, samples: Sequence[Sample], step: tuple[Fraction, str]) -> None:
        """Show a curve and the points of the table beside it; `step` is what slopes are told for, and its words."""
        self._samples, self._step = samples, step
        self.show_picture(picture)

    def window_of(self, picture: Picture) -> tuple[Fraction, Fraction]:
        """All sample points, with a little room."""
        if not self._samples:
            return super().window_of(picture)
        low, high = self._samples[0].value, self._samples[-1].value
        room = (high - low) / 20 or abs(high) / 10 or picture.curve.window()[1]
        return low - (0 if low == 0 else room), high + room

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_slopes(painter)
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("surface"))
        for sample in self._samples:
            if not sample.own:
                painter.drawEllipse(QPointF(self._x(sample.value), self._y(float(sample.share))), 3.5, 3.5)
        painter.end()

    def _paint_slopes(self, painter: QPainter) -> None:
        """What one more step brings, below the longest stretches that rise or fall."""
        step, words = self._step
        pieces = [pair for line in self._lines for pair in pairwise(line) if pair[0][1] != pair[1][1]]
        told: list[QRectF] = []
        picture = self._picture
        upright = [picture.value, *(at for _, at in picture.curve.marks)] if picture else []
        for (x, low), (further, high) in sorted(pieces, key=lambda pair: pair[0][0] - pair[1][0])[:MOST_SLOPES]:
            left, right = self._x(x), self._x(further)
            gain = (high - low) / (further - x) * step * 100
            text = self.tr("{step} {gain} 个百分点").format(step=words, gain=figure(gain, 2).replace("-", "−")).strip()
            wide = pen.width(text, TINY)
            middle = self._y(float(low + high) / 2)
            box = QRectF((left + right) / 2 + 8 if gain > 0 else (left + right) / 2 - wide - 8, middle + 2, wide, 16)
            inside = box.left() > LEFT and box.right() < self.width() and right - left > SHORTEST
            crossed = any(box.left() - 2 < self._x(at) < box.right() + 2 for at in upright)
            if inside and not crossed and not any(box.intersects(other) for other in told):
                pen.text(painter, box, text, "secondary", TINY)
                told.append(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._samples:
            at = event.position().x()
            nearest = min(self._samples, key=lambda each: abs(self._x(each.value) - at))
            if abs(self._x(nearest.value) - at) < REACH:
                self.pointed.emit(nearest.value)
