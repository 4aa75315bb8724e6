"""The work of the day: directives to draft, and replies that are overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.names import COLOURS
from ui.grid.cells import CARDS, PAIR, Cell, Column, Plate, Row
from ui.grid.view import Table
from ui.look.fonts import heading
from ui.look.tokens import CARD, GAP, SMALL
from ui.pages.supervision.reasons import tidy
from ui.parts.card import label
from ui.parts.controls import button
from ui.terms import listed, term

if TYPE_CHECKING:
    from kpi_desktop.office.directives import Proposed
    from ui.year import YearView

ROW, OVERDUE_HIGH = 44, 180


class WorkList(QWidget):
    """`opened` brings a subject, `answered` a directive's place, `all_wanted` and `closed` say what was pressed."""

    opened = Signal(object)
    answered = Signal(int)
    all_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = self._head(column)
        self.note = label("", SMALL, "quiet", wraps=True)
        self.note.setContentsMargins(GAP, 0, GAP, 2)
        column.addWidget(self.note)
        self.proposed = self._table(column, self.tr("拟发的督办单"), self._proposal_opened)
        self.late_title = label("", CARD)
        self.late_title.setContentsMargins(GAP, 6, GAP, 0)
        self.late_title.setFont(heading(CARD))
        column.addWidget(self.late_title)
        self.late = self._table(column, self.tr("逾期未回复"), self._late_opened, 0)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 6, GAP, GAP)
        self.all_button = button("", self.all_wanted.emit, "paper-plane-tilt", "primary")
        row.addWidget(self.all_button)
        row.addWidget(button(self.tr("收起"), self.closed.emit))
        row.addStretch(1)
        column.addLayout(row)

    def _head(self, column: QVBoxLayout) -> QWidget:
        title = label(self.tr("今天的督办"), CARD)
        title.setFont(heading(CARD))
        title.setContentsMargins(GAP, 10, GAP, 0)
        column.addWidget(title)
        return title

    def _table(self, column: QVBoxLayout, name: str, act: object, stretch: int = 1) -> Table:
        table = Table(name, [Column("", 40), Column(""), Column("", 78, right=True)], ROW)
        table.horizontalHeader().hide()
        table.activated_on.connect(act)
        column.addWidget(table, stretch)
        return table

    def show_work(self, view: YearView, work: tuple[Proposed, ...], late: tuple, usable: bool) -> None:
        """Show what `work` proposes and which replies are `late`, as (place, directive, days)."""
        self.proposed.show_rows([self._proposal(view, each) for each in work])
        words = self.tr("{count} 张拟发，点一行看经过、改正文；全部发出时按顺序编号。")
        none = self.tr("今天没有要发的督办单。")
        self.note.setText(words.format(count=len(work)) if work else none)
        self.all_button.setText(self.tr("全部发出 {count} 张").format(count=len(work)))
        self.all_button.setAccessibleName(self.all_button.text())
        self.all_button.setEnabled(bool(work) and usable)
        self.late_title.setText(self.tr("逾期未回复 {count} 份").format(count=len(late)))
        self.late_title.setVisible(bool(late))
        self.late.setVisible(bool(late))
        self.late.show_rows([self._late(view, *each) for each in late])
        self.late.setFixedHeight(min(self.late.content_height(ROW) + 2, OVERDUE_HIGH))

    def _proposal(self, view: YearView, each: Proposed) -> Row:
        draft = each.draft
        name = view.tasks[draft.task].title if draft.task else view.indicators[draft.indicator or ""].name
        code = draft.task or draft.indicator or ""
        department = view.name(each.proposal.department)
        tip = tidy(each.proposal.reason)
        issued = self.tr("已发 {colours}").format(colours=listed(term(COLOURS[colour]) for colour in each.issued))
        cells = [
            Cell(kind=CARDS, cards=(Plate(draft.colour, issued=False),)),
            Cell(name, PAIR, under=f"{code} {department} · {tip}", tip=tip),
            Cell(issued if each.issued else "", "number", "secondary"),
        ]
        return Row(cells, (code, "" if draft.task else draft.department or ""))

    def _late(self, view: YearView, place: int, directive: object, days: int) -> Row:
        task, indicator = directive.task, directive.indicator  # type: ignore[attr-defined]
        name = view.tasks[task].title if task else view.indicators[indicator].name
        department = view.tasks[task].lead if task else directive.department  # type: ignore[attr-defined]
        number = directive.number or ""  # type: ignore[attr-defined]
        cells = [
            Cell(kind=CARDS, cards=(Plate(directive.colour),)),  # type: ignore[attr-defined]
            Cell(name, PAIR, under=f"{number} {view.name(department)}"),
            Cell(self.tr("超 {days} 天").format(days=days), "number", "red_text"),
        ]
        return Row(cells, place)

    def _proposal_opened(self, subject: object, column: int) -> None:
        self.opened.emit(subject)

    def _late_opened(self, place: object, column: int) -> None:
        if isinstance(place, int):
            self.answered.emit(place)
