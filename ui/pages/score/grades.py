"""等次与名额: where everybody stands on the bands, how many places each has, and who is undecided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpi_desktop.assessment.ranking import bands_of, room
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import SMALL
from ui.terms import clauses, listed
from ui.words import amount, points

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Facts, GradeBand
    from kpi_desktop.assessment.results import DepartmentResult, GroupResult

SIDE, DOT, LABEL = 16, 5, 18


class BandCount(NamedTuple):
    """A band with how many have it, how many of these are undecided, and its room."""

    band: GradeBand
    count: int
    undecided: int
    room: int | None


def counts(facts: Facts, group: GroupResult) -> list[BandCount]:
    """The bands of a group, the highest first."""
    found = []
    for band in bands_of(facts, group.group):
        having = [result for result in group.departments if result.grade == band.name]
        undecided = sum(result.undecided_for == band.name for result in group.departments)
        found.append(BandCount(band, len(having), undecided, room(facts, band, len(group.departments))))
    return found


def rule_words(facts: Facts, group: GroupResult) -> str:
    """The first band's minimum and room as a sentence."""
    found = counts(facts, group)
    if not found:
        return QCoreApplication.translate("Grades", "没有定等次")
    band, places = found[0].band, found[0].room
    words = QCoreApplication.translate("Grades", "{name} ≥ {minimum}")
    told = words.format(name=band.name, minimum=amount(band.minimum))
    if places is None:
        return told
    most = QCoreApplication.translate("Grades", "{rule}，至多 {places} 名").format(rule=told, places=places)
    return most


def undecided_words(group: GroupResult) -> tuple[str, str]:
    """Who competes for what; empty where nobody is undecided."""
    waiting = [result for result in group.departments if result.undecided]
    if not waiting:
        return "", ""
    translate = QCoreApplication.translate
    names = listed(result.name for result in waiting)
    title = translate("Grades", "并列第 {rank} 的 {count} 家争“{band}”的名额")
    told = title.format(rank=waiting[0].rank, count=len(waiting), band=waiting[0].undecided_for)
    return told, translate("Grades", "认定前不能定稿：{names}总分、同分比较都相同").format(names=names)


class Axis(QWidget):
    """The bands on a line of scores with everybody on it; a click chooses a department."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: Facts | None = None
        self._group: GroupResult | None = None
        self._code = ""
        self.named = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("等次分布"))

    def show_group(self, facts: Facts, group: GroupResult, code: str, named: bool) -> None:
        """Show `group` with the department `code` filled; `named`: with everybody's name."""
        self._facts, self._group, self._code, self.named = facts, group, code, named
        self.setFixedHeight(2 * LABEL + 68 if named else LABEL + 46)
        self.setAccessibleDescription(clauses(f"{r.name} {r.total} {r.grade or ''}" for r in group.departments))
        self.update()

    def _span(self) -> tuple[float, float]:
        assert self._group is not None and self._facts is not None
        totals = [float(result.total) for result in self._group.departments] or [0.0, 100.0]
        low, high = min(totals), max(totals)
        for band in bands_of(self._facts, self._group.group):
            if low - 8 <= band.minimum <= high + 8:
                low, high = min(low, float(band.minimum)), max(high, float(band.minimum))
        room_left = max((high - low) * 0.08, 1.0)
        return low - room_left, high + room_left

    def _x(self, value: float) -> float:
        low, high = self._span()
        return SIDE + (self.width() - 2 * SIDE) * (value - low) / (high - low)

    @property
    def _line(self) -> float:
        return self.height() - 28.0

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._group is None or not self._group.departments:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bands(painter)
        if self.named:
            self._paint_names(painter)
        for result in self._group.departments:
            self._paint_dot(painter, result)
        painter.end()

    def _paint_bands(self, painter: QPainter) -> None:
        assert self._facts is not None and self._group is not None
        low, high = self._span()
        bands = bands_of(self._facts, self._group.group)
        top = high
        fills = ("bar", "accent_fill", "track", "track")
        for place, band in enumerate(bands):
            bottom = max(float(band.minimum), low) if place + 1 < len(bands) else low
            if bottom < top:
                left, right = self._x(bottom), self._x(top)
                fill = colour(fills[min(place, 3)])
                painter.fillRect(QRectF(left, self._line - 4, right - left, 8), fill)
                under = QRectF(left, self._line + 10, right - left, 18)
                if right - left > pen.width(band.name, SMALL) + 44:
                    pen.text(painter, under, band.name, "secondary", SMALL, align=pen.CENTRE)
                if bottom > low:
                    painter.fillRect(QRectF(round(left), self._line - 13, 1, 26), colour("pale"))
                    at = QRectF(left - 20, self._line + 10, 40, 18)
                    pen.text(painter, at, amount(band.minimum) or "", "text", SMALL, align=pen.CENTRE)
                top = bottom

    def _paint_dot(self, painter: QPainter, result: DepartmentResult) -> None:
        marked = result.code == self._code
        painter.setPen(QPen(colour("accent"), 2))
        painter.setBrush(colour("accent" if marked else "surface"))
        size = DOT + 1 if marked else DOT
        painter.drawEllipse(QPointF(self._x(float(result.total)), self._line), size, size)
        if marked and not self.named:
            words = points(result.total, 2)
            box = QRectF(self._x(float(result.total)) - 40, self._line - 30, 80, 18)
            pen.text(painter, box, words, "accent", SMALL, bold=True, align=pen.CENTRE)

    def _paint_names(self, painter: QPainter) -> None:
        """Names in two rows above the line, from the left, each where there is room; the marked one always."""
        assert self._group is not None
        ordered = sorted(self._group.departments, key=lambda r: (r.code != self._code, r.total))
        placed: list[list[tuple[float, float]]] = [[], []]
        for result in ordered:
            words = f"{result.name} {points(result.total, 2)}"
            wide = pen.width(words, SMALL) + 10
            at = self._x(float(result.total))
            left = min(max(at - wide / 2, 0), self.width() - wide)
            for row, used in enumerate(placed):
                if all(left + wide <= a or left >= b for a, b in used):
                    used.append((left, left + wide))
                    box = QRectF(left, row * LABEL, wide, LABEL)
                    self._paint_name(painter, words, result.code == self._code, box, at)
                    break

    def _paint_name(self, painter: QPainter, words: str, marked: bool, box: QRectF, at: float) -> None:
        painter.fillRect(QRectF(round(at), box.bottom() - 1, 1, self._line - box.bottom() - 6), colour("border"))
        pen.text(painter, box, words, "accent" if marked else "text", SMALL, align=pen.CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._group and self._group.departments:
            near = min(self._group.departments, key=lambda r: abs(self._x(float(r.total)) - event.position().x()))
            self.chosen.emit(near.code)


class Counts(QWidget):
    """A box a band: its name and how many have it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[BandCount] = []
        self._per_row = 4

    def show_counts(self, found: list[BandCount], per_row: int) -> None:
        """Show the bands, so many a row."""
        self._counts, self._per_row = found, per_row
        lines = -(-len(found) // per_row) if found else 0
        self.setFixedHeight(lines * 38)
        self.setAccessibleName(clauses(f"{each.band.name} {self._words(each)}" for each in found))
        self.update()

    def _words(self, each: BandCount) -> str:
        if each.undecided:
            return self.tr("{count} 定 · {waiting} 待定").format(count=each.count, waiting=each.undecided)
        if each.room is not None:
            return self.tr("{count} / {room} 名").format(count=each.count, room=each.room)
        return str(each.count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = (self.width() + 8) / self._per_row - 8
        for at, each in enumerate(self._counts):
            box = QRectF((at % self._per_row) * (wide + 8), (at // self._per_row) * 38, wide, 30)
            pen.frame(painter, box, "head")
            inside = box.adjusted(9, 0, -9, 0)
            pen.text(painter, inside, each.band.name, "text", SMALL)
            pen.text(painter, inside, self._words(each), "text", SMALL + 1, bold=not each.undecided, align=pen.RIGHT)
        painter.end()
