"""The month as weeks of days, each with what falls on it."""

from __future__ import annotations

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL, TINY
from ui.pages.supervision.dates import AHEAD, MILESTONE, REPLY, Dated, kind_words
from ui.terms import clauses
from ui.words import weekday

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.pages.supervision.items import Subject

Index = QModelIndex | QPersistentModelIndex
DAYS, DAY_HEAD, LINE = 7, 24, 18
WEEKS = Weeks(firstweekday=0)


class MonthModel(QAbstractTableModel):
    """Weeks × days, Monday first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.first = date(2020, 1, 1)
        self.today = date.min
        self.days: list[list[date]] = []
        self.dated: Mapping[date, list[Dated]] = {}

    def show(self, first: date, today: date, dated: Mapping[date, list[Dated]]) -> None:
        """Show the month that begins on `first`."""
        self.beginResetModel()
        self.first, self.today, self.dated = first, today, dated
        self.days = WEEKS.monthdatescalendar(first.year, first.month)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else DAYS

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return self.days[index.row()][index.column()]

    def place(self, day: date) -> QModelIndex:
        """The cell of a day; an invalid one where the month does not show it."""
        for row, week in enumerate(self.days):
            if day in week:
                return self.index(row, week.index(day))
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        own = self.dated.get(self.day(index), [])
        if role == Qt.ItemDataRole.ToolTipRole and own:
            return "\n".join(f"{kind_words(each.kind)}　{each.subject[0]} {each.title}" for each in own)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            day = self.day(index)
            told = clauses(f"{kind_words(each.kind)} {each.title}" for each in own)
            return f"{day:%m-%d} {weekday(day)} {told}".strip()
        return None

    def headerData(self, at: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if side == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and self.days:
            return weekday(self.days[0][at])
        return None


class Weekdays(QHeaderView):
    """The names of the days, painted as every table's head is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(26)

    def paintSection(self, painter: QPainter, box: QRect, at: int) -> None:
        room = QRectF(box)
        painter.fillRect(room, colour("head"))
        painter.fillRect(QRectF(room.left(), room.bottom() - 1, room.width(), 1), colour("border"))
        words = str(self.model().headerData(at, Qt.Orientation.Horizontal) or "")
        pen.text(painter, room, words, "secondary", SMALL, align=pen.CENTRE)


class MonthView(QTableView):
    """`day_chosen` tells the day the user went to, `opened` what was clicked, `turned` by how many months to turn."""

    day_chosen = Signal(object)
    opened = Signal(object)
    turned = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.month = MonthModel(self)
        self.setModel(self.month)
        self._delegate = DayDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(Weekdays(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(DAY_HEAD)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_month(self, first: date, today: date, dated: Mapping[date, list[Dated]], day: date) -> None:
        """Show a month with `day` as the current one."""
        self.month.show(first, today, dated)
        self.go_to(day)

    def go_to(self, day: date) -> None:
        """Make `day` the current one, where the month shows it."""
        place = self.month.place(day)
        if place.isValid() and place != self.currentIndex():
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def current_day(self) -> date | None:
        """The current day."""
        return self.month.day(self.currentIndex()) if self.currentIndex().isValid() else None

    def _moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self.day_chosen.emit(self.month.day(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if turn:
            self.turned.emit(turn)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (day := self.current_day()):
            for each in self.month.dated.get(day, [])[:1]:
                self.opened.emit(each.subject)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        subject = self.subject_at(event.position())
        if subject is not None:
            self.opened.emit(subject)

    def subject_at(self, where: QPointF) -> Subject | None:
        """What the line at a point is about."""
        index = self.indexAt(where.toPoint())
        if not index.isValid():
            return None
        box = QRectF(self.visualRect(index))
        own = self.month.dated.get(self.month.day(index), [])
        at = int((where.y() - box.top() - DAY_HEAD) // LINE)
        return own[at].subject if 0 <= at < shown_lines(box, len(own)) else None


def shown_lines(box: QRectF, count: int) -> int:
    """How many of `count` lines a day's cell has room for; the last one says how many more there are."""
    room = max(int((box.height() - DAY_HEAD - 2) // LINE), 0)
    return count if count <= room else max(room - 1, 0)


class DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, then a line for each thing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        month: MonthModel = index.model()  # type: ignore[assignment]
        day, box = month.day(index), QRectF(option.rect)
        own = month.dated.get(day, [])
        inside = day.month == month.first.month
        chosen = option.widget.currentIndex() == index  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(box, colour("surface" if inside else "head"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colour("border"))
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), colour("border"))
        if chosen:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        self._number(painter, box, day, month.today, inside)
        lines = shown_lines(box, len(own))
        for at, each in enumerate(own[:lines]):
            _line(painter, QRectF(box.left() + 6, box.top() + DAY_HEAD + at * LINE, box.width() - 10, LINE), each)
        if lines < len(own):
            more = QCoreApplication.translate("Month", "还有 {count} 项")
            more = more if lines else QCoreApplication.translate("Month", "{count} 项")
            room = QRectF(box.left() + 21, box.top() + DAY_HEAD + lines * LINE, box.width() - 24, LINE)
            pen.text(painter, room, more.format(count=len(own) - lines), "accent", TINY)
        painter.restore()

    def _number(self, painter: QPainter, box: QRectF, day: date, today: date, inside: bool) -> None:
        words = str(day.day) if day.day > 1 and inside else f"{day:%m-%d}"
        if day.day == 1:
            words = QCoreApplication.translate("Month", "{month}月1日").format(month=day.month)
        room = QRectF(box.left() + 6, box.top() + 3, pen.width(words, SMALL, True) + 10, 18)
        if day == today:
            pen.frame(painter, room, "accent", "accent", 9)
            pen.text(painter, room, words, "on_accent", SMALL, True, pen.CENTRE)
            return
        pen.text(painter, room, words, "secondary" if inside else "pale", SMALL)


def _line(painter: QPainter, box: QRectF, each: Dated) -> None:
    """A sign and a title; what is done is paler."""
    middle = QPointF(box.left() + 6, box.center().y())
    if each.kind == REPLY:
        pen.card(painter, box.left() - 3, middle.y(), each.sign)
    elif each.kind == MILESTONE:
        _diamond(painter, middle, each.sign)
    else:
        pen.light(painter, middle, each.sign, 8)
    left = 19 if each.kind == REPLY else 15
    room = box.adjusted(left, 0, 0, 0)
    pen.text(painter, room, each.title, "text" if each.open else "pale", SMALL if box.width() > BODY * 8 else TINY)


def _diamond(painter: QPainter, middle: QPointF, sign: str) -> None:
    """A milestone: filled once it is done or late, hollow before."""
    token = "secondary" if sign == AHEAD else pen.LIGHT_TOKENS[sign]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(token), 1.2))
    painter.setBrush(colour(token) if sign in ("red", "yellow", "green") else Qt.BrushStyle.NoBrush)
    around = ((0, -4), (4, 0), (0, 4), (-4, 0))
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in around]))
    painter.restore()


def month_after(first: date, by: int) -> date:
    """The first day of the month `by` months later."""
    at = first.year * 12 + first.month - 1 + by
    return date(at // 12, at % 12 + 1, 1)


def week_around(day: date) -> list[date]:
    """Monday to Sunday of the week of a day."""
    monday = day - timedelta(days=day.weekday())
    return [monday + timedelta(days=at) for at in range(DAYS)]
