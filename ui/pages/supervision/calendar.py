"""日历: the months with what falls due on each day, and the week of the chosen day as a list."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kpi_desktop.assessment.lights import GREEN, RED
from ui.grid.cells import GROUP, PAIR, Cell, Column, Row
from ui.grid.view import Table
from ui.look.fonts import heading
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.supervision.dates import AHEAD, DUE, MILESTONE, REPLY, Dated, dated, kind_words
from ui.pages.supervision.month import MonthView, month_after, week_around
from ui.parts.card import label
from ui.parts.controls import button, icon_button
from ui.words import weekday

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.pages.supervision.items import Item
    from ui.year import YearView

LIST_WIDE, LIST_ROW, ROOM_FOR_LIST = 270, 46, 760


class Calendar(QWidget):
    """`opened` brings the subject of what was chosen."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dated: Mapping[date, list[Dated]] = {}
        self.first: date | None = None
        self._today = date.min
        self.title = QLabel()
        self.title.setFont(heading(BODY + 1))
        self.title.setFixedWidth(96)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sums = label("", SMALL, "quiet")
        self.month = MonthView(self.tr("督查日历"))
        self.month.day_chosen.connect(self._show_week)
        self.month.opened.connect(self.opened)
        self.month.turned.connect(self.turn)
        self.week_title = label("", SMALL, "quiet")
        self.week = Table(self.tr("这一周"), (Column(""),), LIST_ROW)
        self.week.horizontalHeader().hide()
        self.week.activated_on.connect(self._open)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, 0, GAP, 0)
        head.setSpacing(4)
        head.addWidget(icon_button("caret-left", self.tr("上个月 PageUp"), lambda: self.turn(-1), 14))
        head.addWidget(self.title)
        head.addWidget(icon_button("caret-right", self.tr("下个月 PageDown"), lambda: self.turn(1), 14))
        head.addWidget(button(self.tr("回到截至日"), self.go_to_today, kind="link"))
        head.addSpacing(GAP)
        head.addWidget(self.sums, 1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.month, 1)
        self.side = QWidget()
        self.side.setFixedWidth(LIST_WIDE)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(0, 4, 0, 0)
        self.week_title.setContentsMargins(GAP, 0, GAP, 0)
        side.addWidget(self.week_title)
        side.addWidget(self.week, 1)
        row.addWidget(self.side)
        column.addLayout(row, 1)

    # --- showing

    def show_items(self, view: YearView, found: Sequence[Item]) -> None:
        """Show what these items ask for; another day on the page turns to its month."""
        self.dated = dated(view, found)
        day = self.month.current_day()
        if self.first is None or self._today != view.day or day is None:
            self._today, self.first, day = view.day, view.day.replace(day=1), view.day
        self._show_month(day)

    def _show_month(self, day: date) -> None:
        assert self.first is not None
        self.title.setText(self.tr("{year} 年 {month} 月").format(year=self.first.year, month=self.first.month))
        self.month.show_month(self.first, self._today, self.dated, day)
        own = [each for day, found in self.dated.items() if day.replace(day=1) == self.first for each in found]
        counted = Counter(each.kind for each in own)
        parts = [
            self.tr("{kind} {count}").format(kind=kind_words(k), count=counted[k]) for k in (DUE, MILESTONE, REPLY)
        ]
        left = sum(each.open for each in own)
        self.sums.setText(" · ".join((*parts, self.tr("还没办结 {count}").format(count=left))))
        self._show_week(day)

    def _show_week(self, day: object) -> None:
        assert isinstance(day, date)
        week = week_around(day)
        words = self.tr("{first:%m-%d} 至 {last:%m-%d} 这一周")
        self.week_title.setText(words.format(first=week[0], last=week[-1]))
        rows: list[Row] = []
        for each in week:
            if found := self.dated.get(each, []):
                head = self.tr("{day:%m-%d} {weekday}　{count} 项")
                words = head.format(day=each, weekday=weekday(each), count=len(found))
                rows += [Row([Cell(words, token="secondary")], None, GROUP), *map(_row, found)]
        self.week.show_rows(rows or [Row([Cell(self.tr("这一周没有到期的"), token="pale")], None, GROUP)])

    # --- what the user does

    def turn(self, by: int) -> None:
        """Show the month `by` months later, on its first day."""
        if self.first is not None:
            self.first = month_after(self.first, by)
            today = self._today.replace(day=1) == self.first
            self._show_month(self._today if today else self.first)

    def go_to_today(self) -> None:
        """Show the month of the day that the page is judged on."""
        self.first = self._today.replace(day=1)
        self._show_month(self._today)

    def _open(self, subject: object, column: int) -> None:
        if isinstance(subject, Dated):
            self.opened.emit(subject.subject)

    def resizeEvent(self, event: object) -> None:
        self.side.setVisible(self.width() >= ROOM_FOR_LIST)


def _row(each: Dated) -> Row:
    """A red sign for a reply that is late, a green one for what is still ahead."""
    ahead = (RED if each.late else GREEN) if each.kind == REPLY else GREEN if each.sign == AHEAD else each.sign
    token = "text" if each.open else "secondary"
    return Row([Cell(each.title, PAIR, token, light=ahead, under=each.under, tip=f"{each.title}\n{each.under}")], each)
