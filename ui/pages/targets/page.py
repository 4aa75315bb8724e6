"""目标任务: what is laid on whom. A department, or an indicator, at the left; its lines at the right, to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.entries import ARCHIVE, CARRY_OVER, DEPARTMENTS, REPORTS, SCHEME
from ui.gap_goals import is_there
from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW, SMALL
from ui.pages.page import Page
from ui.pages.targets import tree
from ui.pages.targets.bearers import BearersCard
from ui.pages.targets.laid import INDICATORS, TASKS, LaidPart
from ui.pages.targets.tree import BY_DEPARTMENT, BY_INDICATOR
from ui.parts.card import Card, label
from ui.parts.controls import Segments, button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.parts.empty import Way
    from ui.session import Session
    from ui.year import YearView

TREE, NARROW_TREE = 330, 270


class TargetsPage(Page):
    """What is chosen at the left is (`department`, code) or (`indicator`, code)."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("目标任务"), jobs, session)
        self.hint = self.tr("在最后一行输入即新增 · Enter 向下 · Tab 向右 · Ctrl+V 粘贴 Excel 区域 · Delete 清除")
        self.department, self.indicator = "", ""
        self.ways = Segments(self.tr("怎样看"))
        self.ways.show_items(
            [(self.tr("按部门"), BY_DEPARTMENT), (self.tr("按指标（全区）"), BY_INDICATOR)], BY_DEPARTMENT
        )
        self.ways.chosen.connect(self._way_chosen)
        self.tree = Table(self.tr("部门"), tree.department_columns(), LEDGER_ROW)
        self.tree.chosen.connect(self._chosen)
        self.laid = LaidPart(session)
        self.laid.told.connect(self._say)
        self.bearers = BearersCard(session)
        self.bearers.told.connect(self._say)
        self.empty = Empty("target")
        self.empty.go.connect(self.go)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.ways)
        words = self.tr("系数只在同一类别里移动分量；要让经济指标更重，请改分组给经济类的分值")
        self.head.addWidget(label(words, SMALL, "quiet"), 1)
        self.scheme_link = button(self.tr("改权重"), lambda: self.go.emit((SCHEME,)), "sliders-horizontal", "link")
        self.head.addWidget(self.scheme_link)
        self.scheme_link.setVisible(is_there(SCHEME))
        if is_there(ARCHIVE):
            self.head.addWidget(button(self.tr("导入工作簿"), self._import, "download-simple"))
        self.head.addWidget(button(self.tr("打印分解表"), self._print, "printer"))
        self._filled = QWidget()
        row = QHBoxLayout(self._filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.tree_card = Card()
        self.tree_card.setFixedWidth(TREE)
        self.tree_card.body.addWidget(self.tree, 1)
        row.addWidget(self.tree_card)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.laid, 1)
        right.addWidget(self.bearers, 1)
        row.addLayout(right, 1)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self._filled, 1)

    # --- showing

    @property
    def way(self) -> str:
        """Whether departments or indicators are at the left."""
        return str(self.ways.value())

    def show_view(self, view: YearView) -> None:
        there = bool(view.facts.departments)
        self.empty.setVisible(not there)
        self._filled.setVisible(there)
        if not there:
            self._show_empty(view)
            return
        self._settle(view)
        self._show_tree(view)
        self._show_chosen(view)

    def _show_empty(self, view: YearView) -> None:
        words = self.tr(
            "这里把指标和任务落实到部门：两个目标、上年实绩、分值、系数，任务的标准、期限、节点和协办。先登记部门。"
        )
        ways: list[Way] = [
            (self.tr("登记部门"), "buildings", (DEPARTMENTS,)),
            (self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")),
        ]
        if view.year - 1 in self.session.years:
            carry = self.tr("从 {year} 年结转任务").format(year=view.year - 1)
            ways.append((carry, "arrow-bend-down-right", self._carry_over))
        self.empty.show_words(self.tr("{year} 年还没有部门").format(year=view.year), words, ways)

    def _settle(self, view: YearView) -> None:
        """Keep what is chosen where it still is; else the first."""
        if self.department not in view.departments:
            ranked = [each.code for each in view.facts.departments if each.takes_part]
            self.department = next(iter(ranked or view.departments), "")
        if self.indicator not in view.indicators:
            self.indicator = next(iter(view.indicators), "")

    def _show_tree(self, view: YearView) -> None:
        by_department = self.way == BY_DEPARTMENT
        rows = tree.department_rows(view) if by_department else tree.indicator_rows(view)
        columns = tree.department_columns() if by_department else tree.indicator_columns()
        self.tree.blockSignals(True)
        self.tree.setAccessibleName(self.tr("部门") if by_department else self.tr("指标"))
        self.tree.show_rows(rows, columns)
        self.tree.go_to((self.way, self.department if by_department else self.indicator))
        self.tree.blockSignals(False)

    def _show_chosen(self, view: YearView) -> None:
        by_department = self.way == BY_DEPARTMENT
        self.laid.setVisible(by_department)
        self.bearers.setVisible(not by_department)
        if by_department:
            self.laid.show_department(view, self.department)
        else:
            self.bearers.show_indicator(view, self.indicator)

    # --- what the user does

    def _say(self, words: str) -> None:
        self.hint_changed.emit(words or self.hint)

    def _way_chosen(self, way: object) -> None:
        if self.view is not None:
            self._show_tree(self.view)
            self._show_chosen(self.view)

    def _chosen(self, subject: object) -> None:
        if self.view is None or not isinstance(subject, tuple):
            return
        kind, code = str(subject[0]), str(subject[1])
        if kind == BY_DEPARTMENT:
            self.department = code
        else:
            self.indicator = code
        if kind != self.way:
            self.ways.mark(kind)
            self._show_tree(self.view)
        self._show_chosen(self.view)

    def _carry_over(self) -> None:
        """To what the year before leaves over: it is chosen there what comes along."""
        assert self.view is not None
        self.session.choose_year(self.view.year - 1)
        self.go.emit((CARRY_OVER,))

    def _import(self) -> None:
        self.go.emit((ARCHIVE, "import"))

    def _print(self) -> None:
        self.go.emit((REPORTS, "breakdown", self.department))

    # --- coming and going

    def visit(self, goal: tuple[str, ...]) -> None:
        """(`department`, code[, line]), (`indicator`, code[, department]), (`task`, code[, column[, milestone]])."""
        if len(goal) < 2 or self.view is None:
            return
        what, code = goal[0], goal[1]
        if what == "task" and (task := self.view.tasks.get(code)):
            self._go_to(BY_DEPARTMENT, task.lead)
            self.laid.go_to(TASKS, code, *goal[2:4])
        elif what == BY_INDICATOR and code in self.view.indicators:
            self._go_to(BY_INDICATOR, code)
            if len(goal) > 2:
                self.bearers.go_to(goal[2])
        elif what == BY_DEPARTMENT and code in self.view.departments:
            self._go_to(BY_DEPARTMENT, code)
            if len(goal) > 2:
                self.laid.go_to(TASKS if goal[2] in self.view.tasks else INDICATORS, goal[2])

    def _go_to(self, way: str, code: str) -> None:
        assert self.view is not None
        self.ways.mark(way)
        if way == BY_DEPARTMENT:
            self.department = code
        else:
            self.indicator = code
        self._show_tree(self.view)
        self._show_chosen(self.view)

    def take_focus(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self.tree_card.setFixedWidth(NARROW_TREE if narrow else TREE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.laid.arrange(self.height())
