"""The rule's curve with the point on it: value below, share at the left, targets dashed, the next point hollow."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor, log10
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import TINY

if TYPE_CHECKING:
    from collections.abc import Callable

    from kpi_desktop.assessment.curves import Curve

LEAST, MOST, LEFT, RIGHT, TOP, BOTTOM = 158, 420, 44, 12, 22, 42
MOST_TICKS = 6


class Picture(NamedTuple):
    """What is drawn: the curve, the value on it, and where known the value of the next point and what it brings."""

    curve: Curve
    value: Fraction
    name: Callable[[Fraction], str]
    further: Fraction | None = None
    further_words: str = ""


class CurveView(QWidget):
    """Paints a `Picture`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._window = (Fraction(0), Fraction(1))
        self._lines: tuple[tuple[tuple[Fraction, Fraction], ...], ...] = ()
        self._shares = (0.0, 1.0)
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(MOST)

    def show_picture(self, picture: Picture) -> None:
        """Show another curve."""
        self._picture = picture
        self._window = self.window_of(picture)
        self._lines = picture.curve.segments(*self._window)
        shares = [float(share) for line in self._lines for _, share in line] or [0.0, 1.0]
        low = floor(min(shares) * 5) / 5
        self._shares = (0.0 if low < 0.4 else low, max(ceil(max(shares) * 5) / 5, low + 0.4))
        words = self.tr("曲线：值 {value}，得分率 {share}")
        share = share_words(picture.curve.share(picture.value))
        self.setAccessibleName(words.format(value=picture.name(picture.value), share=share))
        self.update()

    def window_of(self, picture: Picture) -> tuple[Fraction, Fraction]:
        """The values from which to which it is drawn."""
        shown = [picture.value] + ([picture.further] if picture.further is not None else [])
        return window(picture.curve, shown)

    def _x(self, value: Fraction) -> float:
        low, high = self._window
        return LEFT + (self.width() - LEFT - RIGHT) * float((value - low) / (high - low))

    def _y(self, share: float) -> float:
        low, high = self._shares
        return self.height() - BOTTOM - (self.height() - BOTTOM - TOP) * (share - low) / (high - low)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        self._paint_further(painter)
        self._paint_marks(painter)
        painter.setPen(QPen(colour("accent"), 2))
        for line in self._lines:
            painter.drawPolyline(QPolygonF([QPointF(self._x(x), self._y(float(share))) for x, share in line]))
        self._paint_point(painter)
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        low, high = self._shares
        step = 0.2 if high - low <= 1.05 else 0.5
        count = round((high - low) / step)
        assert self._picture is not None
        own_share = float(self._picture.curve.share(self._picture.value))
        for at in range(count + 1):
            share = low + at * step
            y = round(self._y(share)) + 0.5
            painter.fillRect(QRectF(LEFT, y - 0.5, self.width() - LEFT - RIGHT, 1), colour("line"))
            if abs(y - self._y(own_share)) < 17:
                continue
            pen.text(painter, QRectF(0, y - 8, LEFT - 6, 16), f"{share:.0%}", "secondary", TINY, align=pen.RIGHT)
        base = self._y(low)
        painter.fillRect(QRectF(LEFT, base, self.width() - LEFT - RIGHT, 1), colour("pale"))
        own = self._x(self._picture.value)
        own_half = pen.width(self._picture.name(self._picture.value), TINY) / 2 + 8
        for tick in ticks(*self._window):
            words, x = self._picture.name(tick), self._x(tick)
            half = pen.width(words, TINY) / 2 + 2
            if abs(x - own) > own_half + half and x + half < self.width():
                pen.text(painter, QRectF(x - 30, base + 4, 60, 16), words, "pale", TINY, align=pen.CENTRE)

    def _paint_marks(self, painter: QPainter) -> None:
        assert self._picture is not None
        low, _ = self._shares
        ends: list[float] = []
        for word, at in self._picture.curve.marks:
            x = self._x(at)
            painter.setPen(QPen(colour("pale"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, TOP - 6), QPointF(x, self._y(low)))
            words = f"{word} {self._picture.name(at)}"
            wide = pen.width(words, TINY) + 4
            left = min(max(x - wide / 2, 0), self.width() - wide)
            if all(left > end + 4 for end in ends):
                pen.text(painter, QRectF(left, self.height() - 20, wide, 16), words, "text", TINY, align=pen.CENTRE)
                ends.append(left + wide)

    def _paint_further(self, painter: QPainter) -> None:
        picture = self._picture
        assert picture is not None
        if picture.further is None:
            return
        left, right = sorted((self._x(picture.value), self._x(picture.further)))
        y = self._y(float(picture.curve.share(picture.further)))
        painter.fillRect(QRectF(left, y, right - left, self._y(self._shares[0]) - y), colour("accent_fill"))

    def _paint_point(self, painter: QPainter) -> None:
        picture = self._picture
        assert picture is not None
        share = picture.curve.share(picture.value)
        x, y, base = self._x(picture.value), self._y(float(share)), self._y(self._shares[0])
        painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(LEFT, y), QPointF(x, y))
        painter.drawLine(QPointF(x, y), QPointF(x, base))
        self._pill(painter, picture.name(picture.value), x, base + 12)
        self._pill(painter, share_words(share), LEFT - 20, y)
        if picture.further is not None:
            self._paint_next(painter, picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(QPointF(x, y), 5, 5)

    def _paint_next(self, painter: QPainter, picture: Picture) -> None:
        assert picture.further is not None
        x, y = self._x(picture.further), self._y(float(picture.curve.share(picture.further)))
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(colour("surface"))
        painter.drawEllipse(QPointF(x, y), 4, 4)
        wide = pen.width(picture.further_words, TINY) + 12
        left = min(max(x - wide - 6, LEFT), self.width() - wide - 2)
        box = QRectF(left, max(y - 26, 1), wide, 18)
        pen.frame(painter, box, "surface", "accent", 3)
        pen.text(painter, box, picture.further_words, "accent", TINY, align=pen.CENTRE)

    def _pill(self, painter: QPainter, words: str, middle: float, height: float) -> None:
        wide = pen.width(words, TINY, True) + 10
        box = QRectF(min(max(middle - wide / 2, 0), self.width() - wide), height - 9, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(box, 3, 3)
        pen.text(painter, box, words, "on_accent", TINY, True, pen.CENTRE)


def share_words(share: Fraction) -> str:
    """A share for the axis."""
    from ui.words import percent

    return percent(share) or ""


def window(curve: Curve, shown: list[Fraction]) -> tuple[Fraction, Fraction]:
    """The values worth looking at: those shown and the targets with some room; where there are none, every bend."""
    near = [*shown, *(x for _, x in curve.marks)]
    low, high = min(near), max(near)
    if not curve.marks or low == high:
        return curve.window(*shown)
    room = (high - low) * Fraction(35, 100)
    return (max(low - room, Fraction(0)) if low >= 0 else low - room), high + room


def ticks(low: Fraction, high: Fraction) -> list[Fraction]:
    """Round values between `low` and `high`, about half a dozen."""
    span = float(high - low)
    raw = span / MOST_TICKS
    size = 10.0 ** floor(log10(raw)) if raw > 0 else 1.0
    step = next(Fraction(str(size)) * m for m in (1, 2, 5, 10) if size * m >= raw)
    first = ceil(low / step)
    return [step * at for at in range(first, floor(high / step) + 1)]
