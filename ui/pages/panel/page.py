"""评议: raters give departments their scores; extremes, class means and the result stand beside them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.panels import panel_results
from kpi_desktop.assessment.trimming import bearers
from ui.frame.entries import REPORTS, SCHEME, TARGETS
from ui.grid.entry import EntryGrid
from ui.grid.view import Table
from ui.look.tokens import DRAWER_WIDTH, GAP, LEDGER_ROW, SMALL
from ui.pages.page import Page
from ui.pages.panel import results
from ui.pages.panel.ballots import BallotSource
from ui.pages.panel.rater_cells import DEPARTMENT, LEADS
from ui.pages.panel.raters import RaterSource
from ui.pages.panel.strip import TurnoutStrip
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, Segments, button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Indicator
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

NAMED, COUNTED = "named", "counted"
BALLOTS, WIDEST = 600, 16777215
"""How wide the four columns of ballots are; the results take the rest."""


class PanelPage(Page):
    """An indicator and a way of entering choose the grid; the column or row it is on the department beside it."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核评分"), jobs, session)
        self.hint = self.tr("0—100 分 · 在最后一行新增评委 · Ctrl+V 粘贴 Excel 区域 · 划去的是极值 · Ctrl+- 删除评委")
        self.indicator, self.department = "", ""
        self.indicators = Chooser(self.tr("评议指标"))
        self.indicators.setMinimumWidth(230)
        self.indicators.activated.connect(self._indicator_chosen)
        self.ways = Segments(self.tr("怎样录入"))
        self.ways.show_items([(self.tr("评委 × 部门"), NAMED), (self.tr("匿名票"), COUNTED)], NAMED)
        self.ways.chosen.connect(lambda _: self._lay_grid())
        self.raters = RaterSource(session)
        self.ballots = BallotSource(session, "")
        self.grid = EntryGrid("panel")
        self.grid.set_source(self.raters)
        self.grid.totals_told.connect(self._moved)
        self.empty = Empty("users-three")
        self.empty.go.connect(self.go)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.indicators)
        self.head.addWidget(self.ways)
        self.head.addStretch(1)
        self.head.addWidget(button(self.tr("评委类别"), lambda: self.go.emit((SCHEME, "raters")), "sliders-horizontal"))
        self.head.addWidget(button(self.tr("打印空白票"), lambda: self.go.emit((REPORTS, "ballot")), "printer"))
        self.head.addWidget(button(self.tr("打印汇总表"), lambda: self.go.emit((REPORTS, "panel")), "printer"))
        self.filled = QWidget()
        row = QHBoxLayout(self.filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.card = Card()
        self.turnout = TurnoutStrip()
        self.card.body.addWidget(self.grid, 1)
        row.addWidget(self.card, 1)
        row.addWidget(self._side(), 1)
        self.column.addWidget(self.turnout)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.filled, 1)

    def _side(self) -> QWidget:
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.results_card = Card(self.tr("结果"))
        self.table = Table(self.tr("各部门评议结果"), (), LEDGER_ROW)
        self.table.chosen.connect(self._department_chosen)
        self.results_card.body.addWidget(self.table, 1)
        column.addWidget(self.results_card, 1)
        self.one = Card(" ")
        self.classes = Table(self.tr("各类别均值"), results.class_columns(), LEDGER_ROW)
        self.one.body.addWidget(self.classes)
        self.words = label("", SMALL, "quiet", wraps=True)
        self.words.setContentsMargins(GAP, 8, GAP, 10)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.one.body.addWidget(self.words)
        column.addWidget(self.one)
        return self.side

    # --- showing

    def show_view(self, view: YearView) -> None:
        found = self._panels(view)
        there = bool(found) and bool(view.facts.rater_classes)
        self.empty.setVisible(not there)
        self.filled.setVisible(there)
        for widget in (self.indicators, self.ways, self.turnout):
            widget.setVisible(there)
        if not there:
            self._show_empty(view, found)
            return
        codes = [each.code for each in found]
        before = self.indicator
        self.indicator = before if before in codes else codes[0]
        self.indicators.show_items([(f"{each.code} {each.name}", each.code) for each in found], self.indicator)
        if self.indicator != before:
            self._lay_grid()
        else:
            self.grid.show_rows()
            self._show_results()

    @staticmethod
    def _panels(view: YearView) -> list[Indicator]:
        return [i for i in view.facts.indicators if i.rule.code == "panel" and bearers(view.facts, i.code)]

    def _show_empty(self, view: YearView, found: list[Indicator]) -> None:
        title = self.tr("{year} 年还没有评议指标").format(year=view.year)
        words = self.tr("这里录入评委给各部门的打分，或按票数录入匿名票。先在方案里设评议指标，再落实到部门。")
        if found:
            title = self.tr("还没有评委类别")
            words = self.tr("打分按评委类别加权：先设好类别和权重，如主要领导 40%、部门互评 20%。")
        ways = [
            (self.tr("设评委类别") if found else self.tr("去考核方案"), "sliders-horizontal", (SCHEME, "raters")),
            (self.tr("落实到部门"), "target", (TARGETS,)),
        ]
        self.empty.show_words(title, words, ways)

    def _lay_grid(self) -> None:
        """Show the ratings of the chosen indicator in the chosen way."""
        counted = self.ways.value() == COUNTED
        self.card.setMaximumWidth(BALLOTS if counted else WIDEST)
        self.side.setMinimumWidth(DRAWER_WIDTH)
        self.side.setMaximumWidth(WIDEST if counted else DRAWER_WIDTH)
        if counted:
            self.ballots = BallotSource(self.session, self.indicator)
            self.grid.set_source(self.ballots)
        else:
            self.raters.indicator = self.indicator
            self.grid.set_source(self.raters)
        self.grid.show_filter(counted)
        self.grid.view.go(0, 0 if counted else len(LEADS))
        self._show_results()

    def _show_results(self) -> None:
        view = self.view
        if view is None:
            return
        indicator = view.indicators[self.indicator]
        trims = indicator.rule.values.get("去极值", True)
        words = self.tr("去极值：一类满 5 票去一最高一最低") if trims else self.tr("不去极值")
        self.results_card.remark.setText(words)
        self.turnout.show_parts(results.turnout_words(view, self.indicator))
        codes = bearers(view.facts, self.indicator)
        self.department = self.department if self.department in codes else codes[0]
        self.table.blockSignals(True)
        whole = self.ways.value() == COUNTED
        self.table.show_rows(results.rows(view, self.indicator, whole), results.columns(view, whole))
        self.table.blockSignals(False)
        self._show_department()

    def _show_department(self) -> None:
        view = self.view
        if view is None or not self.indicator:
            return
        self.table.blockSignals(True)
        self.table.go_to(self.department)
        self.table.blockSignals(False)
        found = panel_results(view.facts).get((self.indicator, self.department))
        self.one.title.setText(view.name(self.department))
        self.one.remark.setText(view.indicators[self.indicator].name)
        self.classes.show_rows(results.class_rows(view, found))
        self.classes.setFixedHeight(self.classes.content_height(LEDGER_ROW) + 2)
        self.words.setText(results.sentence(view, self.indicator, self.department))

    # --- what the user does

    def _indicator_chosen(self, _: int) -> None:
        self.indicator = str(self.indicators.currentData())
        self._lay_grid()

    def _moved(self, words: str) -> None:
        """Another cell: say what is selected, and explain the department that the cell is about."""
        self.hint_changed.emit(words or self.hint)
        name = self.grid.current_name()
        code = name.removeprefix(DEPARTMENT) if name.startswith(DEPARTMENT) else ""
        if self.ways.value() == COUNTED:
            code = self.ballots.department_of(self.grid.current_ref())
        if code and code != self.department:
            self.department = code
            self._show_department()

    def _department_chosen(self, code: object) -> None:
        if not isinstance(code, str) or code == self.department:
            return
        self.department = code
        self._show_department()
        if self.ways.value() == NAMED:
            self.grid.go_to(self.grid.current_ref(), DEPARTMENT + code)

    # --- coming and going

    def visit(self, goal: tuple[str, ...]) -> None:
        """(indicator[, department])."""
        if not goal or self.view is None:
            return
        code = goal[0].partition("/")[0]
        if code not in [each.code for each in self._panels(self.view)]:
            return
        self.indicator = code
        self.indicators.setCurrentIndex(self.indicators.findData(code))
        self._lay_grid()
        if len(goal) > 1 and goal[1] in bearers(self.view.facts, code):
            self.department = goal[1]
            rows = self.raters.rows()
            name = DEPARTMENT + goal[1]
            blank = next((row for row in rows if row.cells[name].required and not row.cells[name].text), None)
            if self.ways.value() == NAMED and rows:
                self.grid.go_to((blank or rows[0]).ref, name)
            self._show_department()

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
