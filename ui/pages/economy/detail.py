"""What is below the grid: the chosen indicator's line, what the months left need, and the words about a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpi_desktop.assessment.names import ACCUMULATIONS
from kpi_desktop.assessment.needed import AS_BEFORE, FASTER
from ui.grid.view import Table
from ui.look import pen
from ui.look.tokens import GAP, SHEET_ROW, SMALL
from ui.pages.economy import needs
from ui.pages.economy.chart import Legend, PaceChart, PaceLine
from ui.pages.economy.notes import Notes
from ui.pages.supervision.reasons import short, whole
from ui.parts.card import Card, label
from ui.parts.controls import icon_button
from ui.terms import clauses, term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from ui.pages.economy.borne import Borne

MONTHS = range(1, 13)
TOKENS = {"red": "red_text", "yellow": "amber_text", "green": "green_text"}
QUARTERS = (3, 6, 9, 12)


class Detail(QWidget):
    """`written` brings a column and its text; `month_chosen` a month that was clicked in the chart."""

    written = Signal(str, str)
    month_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._line_card(), 2)
        row.addWidget(self._need_card(), 1)
        self._narrow = False

    def _line_card(self) -> Card:
        self.line_card = Card(" ")
        self.legend = Legend()
        self.line_card.head.addWidget(self.legend)
        self.line_card.head.addWidget(icon_button("copy", self.tr("复制图"), self._copy, 16))
        self.chart = PaceChart()
        self.chart.month_chosen.connect(self.month_chosen)
        self.line_card.body.addWidget(self.chart, 1)
        return self.line_card

    def _need_card(self) -> Card:
        self.need_card = Card(" ")
        self.lit = Lit()
        self.need_card.head.addWidget(self.lit)
        self.table = Table(self.tr("每月需要"), (), SHEET_ROW)
        self.table.setFocusPolicy(self.table.focusPolicy().NoFocus)
        self.table.setFixedHeight(SHEET_ROW * 3 + 2)
        self.need_card.body.addWidget(self.table)
        self.standing = label("", SMALL, "quiet")
        self.standing.setContentsMargins(GAP, 6, GAP, 4)
        self.need_card.body.addWidget(self.standing)
        self.notes = Notes()
        self.notes.written.connect(self.written)
        self.need_card.body.addWidget(self.notes, 1)
        self.need_card.setMinimumWidth(430)
        return self.need_card

    def _copy(self) -> None:
        """Put the picture on the clipboard, for a report."""
        QGuiApplication.clipboard().setPixmap(self.line_card.grab())

    def set_narrow(self, narrow: bool) -> None:
        """Arrange for a narrow or a wide window."""
        self._narrow = narrow
        self.need_card.setMinimumWidth(400 if narrow else 430)

    def show_borne(
        self, each: Borne, place: tuple[int, int] | None, month: int, quarter: bool, closed: str = ""
    ) -> None:
        """Show a bearer, and the words about `month`; `closed` says why none can be written."""
        self.line_card.title.setText(f"{each.indicator.name} · {each.name}")
        self.line_card.remark.setText(self._remark(each))
        self.chart.show_line(line_of(each))
        self.legend.show_items(self._legend(each))
        self.need_card.title.setText(needs.title(each))
        self.need_card.remark.setText(each.indicator.unit or "")
        self.lit.show_light(each.light.light, short(each.view, each.light), whole(each.light))
        found = needs.rows(each)
        self.table.show_rows(found, needs.columns(each, self._narrow))
        self.table.setFixedHeight(SHEET_ROW * (len(found) + 1) + 2)
        self.table.setVisible(bool(found))
        self.standing.setText(self._standing(each, place, bool(found)))
        entry = each.counted(month) if month and each.is_entered else None
        locked = closed if entry else self.tr("这个月还没有数，填了数才能写")
        if entry is not None and entry.department != each.light.department:
            self.standing.setText(self.tr("{words}　用全区数").format(words=self.standing.text()))
        when = self.tr("{month} 月").format(month=month)
        if quarter and month in QUARTERS:
            names = (self.tr("一季度"), self.tr("二季度"), self.tr("三季度"), self.tr("四季度"))
            when = names[QUARTERS.index(month)]
        self.notes.show_notes(when, entry.analysis if entry else "", entry.countermeasure if entry else "", locked)

    def _standing(self, each: Borne, place: tuple[int, int] | None, judged: bool) -> str:
        words = needs.standing_words(each, place)
        return words if judged else self.tr("没有可按月折算的目标。{words}").format(words=words)

    def _remark(self, each: Borne) -> str:
        way = term(ACCUMULATIONS[each.indicator.accumulation])
        unit = each.indicator.unit or ""
        target = each.target
        quarters = [each.shown(value) for value in (target.q1, target.half, target.q3) if value is not None]
        parts = [self.tr("{unit}，{way}").format(unit=unit, way=way) if unit else way]
        if quarters:
            parts.append(self.tr("季度目标 {targets}").format(targets=" / ".join(q or "" for q in quarters)))
        return clauses(parts)

    def _legend(self, each: Borne) -> list[tuple[str, str]]:
        items = [("line", self.tr("实绩"))]
        if each.base is not None or each.stretch is not None:
            items.append(("base", self.tr("确保进度") if each.base is not None else self.tr("力争进度")))
        if each.base is not None and each.stretch is not None:
            items.append(("stretch", self.tr("力争进度")))
        if each.along:
            items.append(("bar", self.tr("当月")))
        return items


class Lit(QWidget):
    """A light: its shape and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._light, self._words = "", ""
        self.setFixedHeight(22)

    def show_light(self, light: str, words: str, details: str) -> None:
        """Show a light with its first reason; all reasons are told on it."""
        self._light, self._words = light, words or self.tr("正常")
        self.setToolTip(details)
        self.setAccessibleName(details or self._words)
        self.setFixedWidth(round(pen.width(self._words, SMALL)) + 22)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._light:
            pen.light(painter, QPointF(8, self.height() / 2), self._light)
            box = QRectF(19, 0, self.width() - 19, self.height())
            pen.text(painter, box, self._words, TOKENS.get(self._light, "secondary"), SMALL)
        painter.end()


def line_of(each: Borne) -> PaceLine:
    """What the chart draws of a bearer. The way to 力争 keeps the bends of the way to 确保."""
    base = _known({month: each.pace(month) for month in MONTHS})
    stretch = _stretched(each, base)
    open_goals = {need.goal for need in each.needs if need.state in (AS_BEFORE, FASTER)}
    goals = tuple((needs.word(goal), value, goal in open_goals and each.along) for goal, value in each.amounts.items())
    actual = _known({month: each.actual(month) for month in sorted(each.values)})
    bars = _known({month: each.brought(month) for month in each.values}) if each.along else {}
    return PaceLine(each.along, actual, base, stretch, bars, goals, each.month, needs.call(each), each.shown)


def _known(values: Mapping[int, Fraction | None]) -> dict[int, Fraction]:
    return {month: value for month, value in values.items() if value is not None}


def _stretched(each: Borne, base: Mapping[int, Fraction]) -> dict[int, Fraction]:
    if each.base is None or each.stretch is None or not base:
        return {}
    if not each.along or not each.base:
        return dict.fromkeys(MONTHS, each.stretch)
    return {month: value * each.stretch / each.base for month, value in base.items()}
