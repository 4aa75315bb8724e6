"""What the copy moves: the slope of ranks, the money, how firm the ranking is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.grid.view import Table
from ui.look.tokens import BODY, GAP
from ui.pages.whatif import tables
from ui.pages.whatif.marks import Lines
from ui.pages.whatif.slope import Slope
from ui.parts.card import Card, label

if TYPE_CHECKING:
    from kpi_desktop.assessment.robustness import Neighbours
    from kpi_desktop.assessment.whatif import Comparison, Outcome

ROW, TALLEST = 28, 44
UPPER, LOWER = 62, 38


class Cards(QWidget):
    """Three cards: ranks and money above, firmness below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        upper = QHBoxLayout()
        upper.setSpacing(GAP)
        upper.addWidget(self._moves_card(), 54)
        upper.addWidget(self._money_card(), 46)
        column.addLayout(upper, UPPER)
        column.addWidget(self._firm_card(), LOWER)

    def _moves_card(self) -> Card:
        card = self.moves_card = Card(self.tr("名次变化"))
        self.slope = Slope()
        self.slope.chosen.connect(self._department_chosen)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.slope)
        self.slope.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        card.body.addWidget(scroll, 1)
        return card

    def _money_card(self) -> Card:
        card = self.money_card = Card(self.tr("奖励差额"))
        card.remark.setText(self.tr("净额，推演 − 现行"))
        self.money = Table(self.tr("奖励差额"), tables.money_columns(False), ROW, TALLEST)
        self.money.chosen.connect(self._department_chosen)
        card.body.addWidget(self.money, 1)
        title = label(self.tr("不是钱的后果"), BODY + 1)
        title.setContentsMargins(GAP, 6, GAP, 2)
        card.body.addWidget(title)
        self.consequences = Lines(self.tr("不变：评优资格、约谈、通报都与现行方案相同"))
        card.body.addWidget(self.consequences)
        return card

    def _firm_card(self) -> Card:
        card = self.firm_card = Card(self.tr("推演名次稳不稳"))
        self.firm = Table(self.tr("推演名次稳不稳"), tables.firm_columns(False), ROW, TALLEST)
        card.body.addWidget(self.firm, 1)
        return card

    def arrange(self, moves: bool, firm: bool) -> None:
        """Show ranks and money, firmness, or both."""
        self.moves_card.setVisible(moves)
        self.money_card.setVisible(moves)
        self.firm_card.setVisible(firm)
        self._column.setStretch(0, UPPER if moves else 0)

    def show_comparison(self, comparison: Comparison, group: str, narrow: bool) -> None:
        """Show what is moved in a group."""
        moves = comparison.of_group(group)
        self.slope.show_moves(moves, comparison.after.assessment.decimals)
        words = self.tr("{group} {count} 个部门；箭头指向推演名次")
        self.moves_card.remark.setText(words.format(group=group, count=len(moves)))
        rows = tables.money_rows(comparison, group, narrow)
        self.money.blockSignals(True)
        self.money.show_rows(rows, tables.money_columns(narrow))
        self.money.blockSignals(False)
        self.consequences.show_items(tables.consequence_words(comparison, group))

    def show_firmness(self, pairs: tuple[Neighbours, ...], tried: Outcome, narrow: bool) -> None:
        """Show how little swaps neighbours in the tried ranking."""
        self.firm.show_rows(tables.firm_rows(pairs, tried.assessment.decimals), tables.firm_columns(narrow))
        unscaled = self.tr("参数“折算”为否：分值直接来自各项，改类别分值不影响得分")
        self.firm_card.remark.setText(tables.firm_sentence(pairs) if tried.facts.settings.scaled else unscaled)

    def text(self, comparison: Comparison, group: str) -> str:
        """Everything as plain text, the money as a table that Excel and WPS paste."""
        lines = [self.slope.sentence(move) for move in comparison.of_group(group)]
        titles = "\t".join(column.title for column in self.money.rows.columns)
        rows = ["\t".join(cell.text for cell in row.cells) for row in self.money.rows.rows]
        return "\n".join([*lines, self.firm_card.remark.text(), titles, *rows])

    def _department_chosen(self, code: object) -> None:
        if isinstance(code, str) and code != self.slope.marked:
            self.slope.mark(code)
            self.money.go_to(code)
