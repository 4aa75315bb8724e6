"""The months' line against the pace of 确保 and 力争: painted, with what was reached told beside the last point."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, TINY
from ui.pages.score.curve import ticks
from ui.terms import listed
from ui.words import amount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

LEFT, RIGHT, TOP, BOTTOM = 46, 92, 26, 22
LEAST = 150
MONTHS = 12
LABEL_HEIGHT = 16


class PaceLine(NamedTuple):
    """What is drawn. `along`: the actual grows from 0 along the year, else every month stands for itself.

    `actual`, `base`, `stretch`: by month; `bars`: what each month brought; `goals`: (word, amount, how the way there is
    drawn: whether to draw it); `month`: the last reported; `call`: what is told beside it; `shown`: how amounts are
    written.
    """

    along: bool
    actual: Mapping[int, Fraction]
    base: Mapping[int, Fraction]
    stretch: Mapping[int, Fraction]
    bars: Mapping[int, Fraction]
    goals: tuple[tuple[str, Fraction, bool], ...] = ()
    month: int = 0
    call: str = ""
    shown: Callable[[Fraction], str | None] = amount

    def amounts(self) -> Iterator[Fraction]:
        """Every amount on the axis."""
        for each in (self.actual, self.base, self.stretch, self.bars):
            yield from each.values()
        yield from (goal for _, goal, _ in self.goals)


class PaceChart(QWidget):
    """Paints a `PaceLine`; `month_chosen` tells the month that was clicked."""

    month_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: PaceLine | None = None
        self._window = (Fraction(0), Fraction(1))
        self.setMinimumHeight(LEAST)

    def sizeHint(self) -> QSize:
        return QSize(640, 240)

    def show_line(self, line: PaceLine) -> None:
        """Show another line."""
        self.line = line
        found = list(line.amounts())
        low, high = min(found, default=Fraction(0)), max(found, default=Fraction(1))
        if line.along or line.bars:
            low = min(low, Fraction(0))
        room = (high - low) / 12 or Fraction(1)
        self._window = (low if low == 0 else low - room, high + room)
        self.setAccessibleName(line.call or self.tr("还没有实绩"))
        self.update()

    # --- where things are

    def _x(self, month: float) -> float:
        first = 0 if self.line and self.line.along else 0.5
        return LEFT + (self.width() - LEFT - RIGHT) * (month - first) / (MONTHS - first)

    def _y(self, value: Fraction) -> float:
        low, high = self._window
        return self.height() - BOTTOM - (self.height() - BOTTOM - TOP) * float((value - low) / (high - low))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        near = min(range(1, MONTHS + 1), key=lambda month: abs(self._x(month) - event.position().x()))
        self.month_chosen.emit(near)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self.line)
        self._paint_bars(painter, self.line)
        self._paint_way(painter, self.line.base, QPen(colour("secondary"), 1.4), self.line.along)
        self._paint_way(painter, self.line.stretch, _dashed("secondary"), self.line.along)
        self._paint_rest(painter, self.line)
        self._paint_actual(painter, self.line)
        self._paint_goals(painter, self.line)
        self._paint_call(painter, self.line)
        painter.end()

    def _paint_ground(self, painter: QPainter, line: PaceLine) -> None:
        right, base = self.width() - RIGHT, self.height() - BOTTOM
        if 0 < line.month < MONTHS:
            painter.fillRect(QRectF(self._x(line.month), TOP - 8, right - self._x(line.month), base - TOP + 8), _open())
        for tick in ticks(*self._window):
            y = round(self._y(tick))
            painter.fillRect(QRectF(LEFT, y, right - LEFT, 1), colour("line"))
            words = line.shown(tick) or ""
            pen.text(painter, QRectF(0, y - 8, LEFT - 8, 16), words, "secondary", TINY, align=pen.RIGHT)
        painter.fillRect(QRectF(LEFT, base, right - LEFT, 1), colour("edge"))
        wide = (right - LEFT) / MONTHS
        for month in range(1, MONTHS + 1):
            box = QRectF(self._x(month) - wide / 2, base + 4, wide, BOTTOM - 4)
            words = self.tr("{month}月").format(month=month)
            pen.text(painter, box, words, "text" if month == line.month else "pale", TINY, align=pen.CENTRE)

    def _paint_bars(self, painter: QPainter, line: PaceLine) -> None:
        zero = self._y(Fraction(0)) if line.bars else 0.0
        for month, value in line.bars.items():
            top = self._y(value)
            painter.fillRect(QRectF(self._x(month) - 7, min(top, zero), 14, abs(zero - top)), colour("track"))

    def _paint_way(self, painter: QPainter, way: Mapping[int, Fraction], line: QPen, along: bool) -> None:
        points = [QPointF(self._x(month), self._y(value)) for month, value in sorted(way.items())]
        if along and points:
            points.insert(0, QPointF(self._x(0), self._y(Fraction(0))))
        painter.setPen(line)
        painter.drawPolyline(QPolygonF(points))

    def _paint_rest(self, painter: QPainter, line: PaceLine) -> None:
        if line.month not in line.actual or line.month >= MONTHS:
            return
        here = QPointF(self._x(line.month), self._y(line.actual[line.month]))
        painter.setPen(QPen(colour("accent"), 1.4, Qt.PenStyle.DotLine))
        for _, goal, drawn in line.goals:
            if drawn:
                painter.drawLine(here, QPointF(self._x(MONTHS), self._y(goal)))

    def _paint_actual(self, painter: QPainter, line: PaceLine) -> None:
        later = {month: value for month, value in line.actual.items() if month >= line.month}
        known = {month: value for month, value in line.actual.items() if month <= line.month}
        self._paint_way(painter, later, QPen(colour("bar"), 1.6), along=False)
        self._paint_way(painter, known, QPen(colour("accent"), 2), line.along)
        for month, value in line.actual.items():
            last = month == line.month
            painter.setPen(QPen(colour("bar" if month > line.month else "accent"), 1.8))
            painter.setBrush(colour("accent" if last else "surface"))
            painter.drawEllipse(QPointF(self._x(month), self._y(value)), 5 if last else 3, 5 if last else 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_goals(self, painter: QPainter, line: PaceLine) -> None:
        taken = 0.0
        for at, (word, goal, _) in enumerate(sorted(line.goals, key=lambda each: -each[1])):
            top = self._y(goal) - LABEL_HEIGHT / 2
            top = max(top, taken) if at else top
            taken = top + LABEL_HEIGHT
            box = QRectF(self.width() - RIGHT + 8, top, RIGHT - 8, LABEL_HEIGHT)
            pen.figures(painter, box, f"{word} {line.shown(goal)}", "text", SMALL)

    def _paint_call(self, painter: QPainter, line: PaceLine) -> None:
        if not line.call:
            return
        x, wide = self._x(line.month), pen.width(line.call, SMALL) + 16
        painter.fillRect(QRectF(round(x), TOP - 8, 1, self.height() - BOTTOM - TOP + 8), colour("bar"))
        left = min(max(x - wide - 6, LEFT + 4), self.width() - RIGHT - wide)
        box = QRectF(left, 2, wide, 21)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_fill"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen.text(painter, box, line.call, "accent", SMALL, align=pen.CENTRE)


class Legend(QWidget):
    """What the lines of the chart are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[str, str]] = []
        self.setFixedHeight(20)

    def show_items(self, items: list[tuple[str, str]]) -> None:
        """(sign, words): sign is `line`, `base`, `stretch` or `bar`."""
        self._items = items
        self.setFixedWidth(round(sum(pen.width(words, TINY) + 42 for _, words in items)))
        self.setAccessibleName(listed(words for _, words in items))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, middle = 0.0, self.height() / 2
        for sign, words in self._items:
            if sign == "bar":
                painter.fillRect(QRectF(left + 8, middle - 5, 10, 10), colour("track"))
            else:
                painter.setPen(_LEGEND_PENS[sign]())
                painter.drawLine(QPointF(left, middle), QPointF(left + 18, middle))
            wide = pen.text(painter, QRectF(left + 23, 0, 200, self.height()), words, "secondary", TINY)
            left += wide + 42
        painter.end()


def _open() -> QColor:
    return colour("head")


def _dashed(token: str) -> QPen:
    return QPen(colour(token), 1.4, Qt.PenStyle.DashLine)


_LEGEND_PENS = {
    "line": lambda: QPen(colour("accent"), 2),
    "base": lambda: QPen(colour("secondary"), 1.4),
    "stretch": lambda: _dashed("secondary"),
}
