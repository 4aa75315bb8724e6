"""The timeline of an item: progress against the line it should follow, milestones, reports, directives, due dates."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, TINY

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from ui.pages.supervision.story import Span, Story

HEAD, CURVE, LOW_CURVE, LANE, FOOT = 20, 78, 54, 22, 18
LEAST_SIDE, END = 40, 6
MONTH_WIDE = 34


class Timeline(QWidget):
    """Painted from a `Story`; the hint names what is under the mouse."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("时间轴"))
        self._story: Story | None = None
        self._day = date.min
        self._curve_high = CURVE
        self._hints: list[tuple[QRectF, str]] = []
        self._names = {
            "curve": self.tr("进度"),
            "marks": self.tr("节点"),
            "reports": self.tr("报送"),
            "plates": self.tr("督办"),
            "dues": self.tr("期限"),
        }
        self._side = max(ceil(max(pen.width(name, SMALL) for name in self._names.values())) + 8, LEAST_SIDE)

    def set_low(self, low: bool) -> None:
        """Take less height."""
        self._curve_high = LOW_CURVE if low else CURVE
        if self._story:
            self.show_story(self._story, self._day)

    def show_story(self, story: Story, day: date) -> None:
        """Show `story` as it stands on `day`."""
        self._story, self._day = story, day
        self.setFixedHeight(HEAD + self._curve_high + LANE * len(self._lanes()) + FOOT)
        self.update()

    def _lanes(self) -> list[str]:
        assert self._story is not None
        lanes = []
        if any(span.marks for span in self._story.spans):
            lanes.append("marks")
        lanes += ["reports", "plates"]
        return [*lanes, "dues"] if self._story.dues else lanes

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._story is None or not self._story.spans:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._hints = []
        self._ground(painter)
        for span in self._story.spans:
            self._curve(painter, span)
        self._day_line(painter)
        for at, lane in enumerate(self._lanes()):
            top = HEAD + self._curve_high + at * LANE
            pen.text(painter, QRectF(0, top, self._side, LANE), self._names[lane], "secondary", SMALL)
            painter.fillRect(QRectF(self._side, top, self.width() - self._side, 1), colour("line"))
            getattr(self, f"_lane_{lane}")(painter, top + LANE / 2)
        painter.end()

    # --- where things stand

    def _first_last(self) -> tuple[date, date]:
        assert self._story is not None
        years = [span.year for span in self._story.spans]
        last = max([date(max(years), 12, 31), *self._story.dues])
        return date(min(years), 1, 1), last

    def _x(self, day: date) -> float:
        first, last = self._first_last()
        wide = self.width() - self._side - END
        return self._side + wide * min(max((day - first).days / max((last - first).days, 1), 0), 1)

    def _y(self, share: float) -> float:
        return HEAD + self._curve_high - 6 - (self._curve_high - 16) * min(max(share, 0), 1.1)

    # --- painting

    def _ground(self, painter: QPainter) -> None:
        assert self._story is not None
        bottom = self.height() - FOOT
        pen.text(painter, QRectF(0, HEAD, self._side, 18), self._names["curve"], "secondary", SMALL)
        pen.text(painter, QRectF(0, self._y(0.5) - 8, self._side - 6, 16), "50%", "pale", TINY, align=pen.RIGHT)
        last_year = self._story.spans[-1].year
        for span in self._story.spans:
            left, right = self._x(date(span.year, 1, 1)), self._x(date(span.year, 12, 31))
            if span.year != last_year:
                painter.fillRect(QRectF(left, HEAD, right - left, bottom - HEAD), colour("head"))
            name = self.tr("{year} 年").format(year=span.year)
            token = "text" if span.year == last_year else "secondary"
            pen.text(painter, QRectF(left, 0, right - left, HEAD), name, token, SMALL, align=pen.CENTRE)
            painter.fillRect(QRectF(round(left), HEAD, 1, bottom - HEAD), colour("border"))
            self._months(painter, span.year, right - left, bottom)
        painter.fillRect(QRectF(self._side, self._y(0.5), self.width() - self._side - END, 1), colour("line"))
        painter.fillRect(QRectF(self._side, bottom, self.width() - self._side - END, 1), colour("border"))

    def _months(self, painter: QPainter, year: int, wide: float, bottom: float) -> None:
        step = next((step for step in (1, 2, 3, 6, 12) if wide / 12 * step >= MONTH_WIDE), 12)
        for month in range(1, 13, step):
            left = self._x(date(year, month, 1))
            words = self.tr("{month}月").format(month=month)
            pen.text(painter, QRectF(left + 2, bottom + 1, MONTH_WIDE, FOOT - 2), words, "pale", TINY)

    def _curve(self, painter: QPainter, span: Span) -> None:
        if span.expected:
            painter.setPen(QPen(colour("grey"), 1, Qt.PenStyle.DashLine))
            painter.drawPolyline(QPolygonF([QPointF(self._x(day), self._y(share)) for day, share in span.expected]))
        if not span.steps:
            return
        begin = span.expected[0][0] if span.expected else date(span.year, 1, 1)
        points, level = [QPointF(self._x(min(begin, span.steps[0][0])), self._y(0))], 0.0
        for day, share in span.steps:
            points += [QPointF(self._x(day), self._y(level)), QPointF(self._x(day), self._y(share))]
            level = share
        end = min(self._day, date(span.year, 12, 31))
        points.append(QPointF(max(self._x(end), points[-1].x()), self._y(level)))
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))

    def _lane_marks(self, painter: QPainter, middle: float) -> None:
        assert self._story is not None
        for span in self._story.spans:
            for mark in span.marks:
                x = self._x(mark.day)
                token = "red" if mark.late and not mark.done else "amber" if mark.late else "green" if mark.done else ""
                painter.setPen(QPen(colour(token or "grey"), 1.4))
                painter.setBrush(colour(token) if token else Qt.BrushStyle.NoBrush)
                around = ((0, -5), (5, 0), (0, 5), (-5, 0))
                painter.drawPolygon(QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in around]))
                self._hint(x, middle, self._mark_words(mark.title, mark.day, mark.done, mark.late))

    def _mark_words(self, title: str, day: date, done: bool, late: bool) -> str:
        if done:
            words = (
                self.tr("节点“{title}”，期限 {day}，迟延完成") if late else self.tr("节点“{title}”，期限 {day}，已完成")
            )
        else:
            words = self.tr("节点“{title}”，期限 {day}，已逾期") if late else self.tr("节点“{title}”，期限 {day}")
        return words.format(title=title, day=day)

    def _lane_reports(self, painter: QPainter, middle: float) -> None:
        assert self._story is not None
        for span in self._story.spans:
            for day in span.reports:
                painter.fillRect(QRectF(round(self._x(day)) - 1, middle - 6, 2, 12), colour("accent"))
                self._hint(self._x(day), middle, self.tr("{day} 报送").format(day=day))

    def _lane_plates(self, painter: QPainter, middle: float) -> None:
        """Cards side by side: one that would cover the last stands close behind it."""
        assert self._story is not None
        taken = 0.0
        for span in self._story.spans:
            for day, name, issued in sorted(span.plates, key=lambda plate: plate[0]):
                left = max(min(self._x(day) - 10, self.width() - 21), taken)
                if left > self.width() - 21:
                    left = self.width() - 21.0
                painter.fillRect(QRectF(left, middle - 9, 20, 18), colour("surface"))
                pen.card(painter, left, middle, name, issued)
                taken = left + 21 if issued else left
                words = self.tr("{day} 发出") if issued else self.tr("{day} 建议发出")
                self._hint(left + 10, middle, words.format(day=day))

    def _lane_dues(self, painter: QPainter, middle: float) -> None:
        assert self._story is not None
        dues = self._story.dues
        painter.setPen(QPen(colour("secondary"), 1.2))
        for before, after in pairwise(dues):
            left, right = self._x(before) + 4, self._x(after) - 4
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))
            painter.setBrush(colour("secondary"))
            head = ((0, 0), (-5, -3), (-5, 3))
            painter.drawPolygon(QPolygonF([QPointF(right + dx, middle + dy) for dx, dy in head]))
        for due in dues:
            last = due == dues[-1]
            painter.setBrush(colour("secondary" if last else "surface"))
            painter.drawRect(QRectF(round(self._x(due)) - 4, round(middle) - 4, 8, 8))
            self._hint(self._x(due), middle, self.tr("期限 {day}").format(day=due))
        words = self.tr("原期限 {day}") if len(dues) > 1 else self.tr("期限 {day}")
        room = self._x(dues[0]) - self._side - 12
        shown = words.format(day=dues[0])
        if room > pen.width(shown, TINY):
            wide = pen.width(shown, TINY)
            painter.fillRect(QRectF(self._side + room - wide, middle - 8, wide + 4, 16), colour("surface"))
            pen.text(painter, QRectF(self._side, middle - 10, room + 2, 20), shown, "secondary", TINY, align=pen.RIGHT)

    def _day_line(self, painter: QPainter) -> None:
        x = round(self._x(self._day))
        painter.fillRect(QRectF(x, HEAD - 2, 1, self.height() - FOOT - HEAD + 4), colour("text"))

    def _hint(self, x: float, y: float, words: str) -> None:
        self._hints.append((QRectF(x - 6, y - 10, 12, 20), words))

    def event(self, event: QEvent) -> bool:
        if event.type() == event.Type.ToolTip:
            found = [words for box, words in self._hints if box.contains(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), "\n".join(dict.fromkeys(found)), self)
            return True
        return super().event(event)
