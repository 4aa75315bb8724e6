"""奖惩办法: the rules in order as sentences; a click leads to where they are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.reports.forms import award_words
from ui.frame.entries import AWARDS
from ui.grid.cells import Cell, Column, Row
from ui.grid.view import Table
from ui.look.tokens import SHEET_ROW
from ui.parts.card import Card
from ui.parts.controls import button
from ui.terms import term

if TYPE_CHECKING:
    from ui.year import YearView


class AwardsTab(QWidget):
    """`went` brings the goal of the rule that was clicked."""

    went = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = Card(self.tr("奖惩办法"))
        self.card.remark.setText(self.tr("按顺序算；点一条到“奖惩”里改参数，看它让谁得多少"))
        self.card.head.addWidget(button(self.tr("加一条办法"), self._add, "plus"))
        self.table = Table(self.tr("奖惩办法"), columns(), SHEET_ROW)
        self.table.activated_on.connect(lambda subject, _: self.went.emit(subject))
        self.card.body.addWidget(self.table, 1)
        column.addWidget(self.card)

    def show_view(self, view: YearView) -> None:
        """Show the rules of a year."""
        self.table.show_rows([_row(view, at) for at in range(len(view.facts.awards))])

    def _add(self) -> None:
        self.went.emit((AWARDS, "rule", ""))


def columns() -> list[Column]:
    """序, 名称, 办法, 范围, 怎么算."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Scheme", "序"), 44, sortable=False),
        Column(translate("Scheme", "名称"), 180, sortable=False),
        Column(translate("Scheme", "办法"), 110, sortable=False),
        Column(translate("Scheme", "范围"), 110, sortable=False),
        Column(translate("Scheme", "怎么算"), 0, sortable=False),
    ]


def _row(view: YearView, at: int) -> Row:
    rule = view.facts.awards[at]
    words = award_words.standard(rule, view.facts)
    cells = [
        Cell(str(at + 1), token="secondary"),
        Cell(rule.name),
        Cell(term(AWARD_METHODS[rule.method]), token="secondary"),
        Cell(award_words.scope(rule), token="secondary", tip=rule.scope),
        Cell(words, tip=words),
    ]
    return Row(cells, (AWARDS, "rule", rule.name))
