"""The curve of a rule as it is typed, with the sample points of the table on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look.theme import colour
from ui.pages.score.curve import CurveView, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from kpi_desktop.assessment.trial import Sample

REACH, LEAST = 14, 112


class RuleCurve(CurveView):
    """`pointed` brings the value of the sample point that was clicked."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Sequence[Sample] = ()
        self.setMinimumHeight(LEAST)

    def show_samples(self, picture: Picture, samples: Sequence[Sample]) -> None:
        """Show a curve and the points of the table beside it."""
        self._samples = samples
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
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("surface"))
        for sample in self._samples:
            if not sample.own:
                painter.drawEllipse(QPointF(self._x(sample.value), self._y(float(sample.share))), 3.5, 3.5)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._samples:
            at = event.position().x()
            nearest = min(self._samples, key=lambda each: abs(self._x(each.value) - at))
            if abs(self._x(nearest.value) - at) < REACH:
                self.pointed.emit(nearest.value)
