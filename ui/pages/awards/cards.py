"""The rules' card, the two cards of years, and the table whose columns follow its width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.grid.view import Table
from ui.look.tokens import BODY, GAP, SHEET_ROW, SMALL
from ui.pages.awards import rules, years
from ui.parts.card import Card, label
from ui.parts.controls import button

if TYPE_CHECKING:
    from ui.year import YearView

RULE_ROW, TALLEST = 27, 36
AROUND, EMPTY = 58, 120


class AmountTable(Table):
    """Tells when it became wider or narrower: the columns follow."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class RulesCard(Card):
    """奖惩办法. `chosen` brings a rule's name; `added`: a new one is wanted."""

    chosen = Signal(str)
    added = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("奖惩办法"), parent)
        self.remark.setText(self.tr("按序执行，句子由参数生成；点一条改参数"))
        self.head.addWidget(button(self.tr("加一条…"), self.added.emit, "plus"))
        self.table = Table(self.tr("奖惩办法"), rules.columns(False), RULE_ROW, TALLEST)
        self.table.activated_on.connect(self._act)
        self.body.addWidget(self.table, 1)
        words = self.tr(
            "还没有奖惩办法。点“加一条…”写第一条，或从去年的方案复制（考核方案页），或导入工作簿的“奖惩”表。"
        )
        self.empty = label(words, BODY, "quiet", wraps=True)
        self.empty.setContentsMargins(GAP, 0, GAP, GAP)
        self.body.addWidget(self.empty)
        self.left = label("", SMALL, "quiet", wraps=True)
        self.left.setContentsMargins(GAP, 6, GAP, 8)
        self.body.addWidget(self.left)

    def show_rules(self, view: YearView, group: str, narrow: bool) -> None:
        """Show the rules with what they come to, in all and in a group."""
        found = rules.rows(view, group)
        self.table.show_rows(found, rules.columns(narrow))
        self.table.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.left.setText(rules.left_words(view))

    def fit(self, room: int, alone: bool) -> None:
        """Take no more height than the rows need; beside the departments no more than half of `room`."""
        self.setMinimumHeight(0)
        if self.table.isHidden():
            self.setMaximumHeight(EMPTY)
            return
        self.left.setVisible(alone and bool(self.left.text()))
        told = self.left.sizeHint().height() if alone and self.left.text() else 0
        self.setMaximumHeight(self.table.content_height(TALLEST) + AROUND + told)
        if not alone:
            self.setMinimumHeight(min(self.table.content_height(RULE_ROW) + AROUND, max(room * 11 // 20, 160)))

    def _act(self, name: object, column: int) -> None:
        if isinstance(name, str) and name != rules.SUM:
            self.chosen.emit(name)


class YearsView(QWidget):
    """历年: by rule, by department. `chosen` brings a goal of the page: (what, name)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.by_rule, self.by_department = Card(self.tr("历年兑现，按办法")), Card(self.tr("历年净额，按部门"))
        self.rules = Table(self.tr("历年兑现，按办法"), (), SHEET_ROW)
        self.departments = Table(self.tr("历年净额，按部门"), (), SHEET_ROW)
        for card, table in ((self.by_rule, self.rules), (self.by_department, self.departments)):
            table.activated_on.connect(self._act)
            card.body.addWidget(table, 1)
            row.addWidget(card, 1)

    def show_years(self, found: list[YearView]) -> None:
        """Show these years, latest first."""
        self.by_rule.remark.setText("" if len(found) > 1 else self.tr("台账里没有更早的年度"))
        self.rules.show_rows(years.rule_rows(found), years.columns(self.tr("办法"), found))
        self.departments.show_rows(years.department_rows(found), years.columns(self.tr("部门"), found))

    def _act(self, subject: object, column: int) -> None:
        self.chosen.emit(subject if isinstance(subject, tuple) else ("department", subject))
