"""部门: who is assessed, in which group, with how many people; and what hangs on a department before it can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.entries import ARCHIVE, SCHEME, SCORE, TARGETS
from ui.gap_goals import is_there
from ui.grid.entry import EntryGrid
from ui.grid.view import Table
from ui.look.tokens import DRAWER_WIDTH, GAP, LEDGER_ROW, SMALL
from ui.pages.departments import sums
from ui.pages.departments.source import DepartmentSource
from ui.pages.page import Page
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.parts.empty import Way
    from ui.session import Session
    from ui.year import YearView

NARROW_SIDE = 300
FEWEST_ROWS = 3


class DepartmentsPage(Page):
    """The grid of departments; at the right what hangs on the one the grid is on, and sums by group."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("部门"), jobs, session)
        self.hint = self.tr("在最后一行输入即新增，编码自动给出 · Ctrl+V 粘贴 Excel 区域 · 有牵连的部门不能删除")
        self.code = ""
        self.grid = EntryGrid("departments")
        self.grid.chosen.connect(self._row_chosen)
        self.grid.totals_told.connect(lambda words: self.hint_changed.emit(words or self.hint))
        self.source = DepartmentSource(session)
        self.grid.set_source(self.source)
        self.empty = Empty("buildings")
        self.empty.go.connect(self.go)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.count = label("", SMALL, "quiet")
        self.head.addWidget(self.count, 1)
        self.remove_button = button(self.tr("删除部门"), self._remove, "trash")
        self.head.addWidget(self.remove_button)
        if is_there(ARCHIVE):
            self.head.addWidget(button(self.tr("导入工作簿"), self._import, "download-simple"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.card = Card()
        self.card.body.addWidget(self.grid, 1)
        row.addWidget(self.card, 1)
        row.addWidget(self._side())
        self.column.addWidget(self.empty)
        self.column.addLayout(row, 1)

    def _side(self) -> QWidget:
        self.side = QWidget()
        self.side.setFixedWidth(DRAWER_WIDTH)
        column = QVBoxLayout(self.side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.sums_card = Card(self.tr("各分组人数"))
        self.sums = Table(self.tr("各分组人数"), sums.columns(), LEDGER_ROW)
        self.sums_card.body.addWidget(self.sums)
        column.addWidget(self.sums_card)
        self.hanging_card = Card(" ")
        self.hanging = Table(self.tr("牵连"), sums.hanging_columns(), LEDGER_ROW)
        self.hanging_card.body.addWidget(self.hanging, 1)
        self.verdict = label("", SMALL, "quiet", wraps=True)
        self.verdict.setContentsMargins(GAP, 6, GAP, 6)
        self.hanging_card.body.addWidget(self.verdict)
        links = QHBoxLayout()
        links.setContentsMargins(GAP, 0, GAP, GAP)
        links.addWidget(button(self.tr("看目标任务"), self._to_targets, "arrow-right", "link"))
        self.score_link = button(self.tr("看考核表"), self._to_score, "arrow-right", "link")
        links.addWidget(self.score_link)
        links.addStretch(1)
        self.hanging_card.body.addLayout(links)
        self.hanging_card.body.addStretch()
        column.addWidget(self.hanging_card, 1)
        return self.side

    # --- showing

    def show_view(self, view: YearView) -> None:
        there = bool(view.facts.departments)
        self.empty.setVisible(not there)
        self.empty.setMaximumHeight(16777215 if there else 250)
        self.side.setVisible(there)
        self.remove_button.setEnabled(there)
        if not there:
            self._show_empty(view)
        self.grid.show_rows()
        assessed = sum(each.takes_part for each in view.facts.departments)
        words = self.tr("{count} 个部门，{assessed} 个参评")
        self.count.setText(words.format(count=len(view.facts.departments), assessed=assessed) if there else "")
        rows = sums.rows(view)
        self.sums.show_rows(rows)
        self.sums.setFixedHeight(self.sums.content_height(LEDGER_ROW) + 2)
        self._show_hanging(view)

    def _show_empty(self, view: YearView) -> None:
        words = self.tr(
            "这里登记考核的责任单位：编码、名称、分组、人数。分组在“考核方案”里设。"
            "直接在下面的表里输入，或从 Excel 粘贴。"
        )
        ways: list[Way] = [
            (self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")),
            (self.tr("先设分组"), "sliders-horizontal", (SCHEME,)),
        ]
        last = view.year - 1
        if last in self.session.years:
            ways.insert(0, (self.tr("沿用 {year} 年的部门").format(year=last), "copy", self.copy_departments))
        self.empty.show_words(self.tr("{year} 年还没有部门").format(year=view.year), words, ways)

    def _show_hanging(self, view: YearView) -> None:
        if self.code not in view.departments:
            self.code = next(iter(view.departments), "")
        rows = sums.hanging_rows(view, self.code)
        known = view.departments.get(self.code)
        self.score_link.setVisible(known is not None and known.takes_part)
        name = view.name(self.code)
        self.hanging_card.title.setText(name or " ")
        self.hanging_card.remark.setText(self.code)
        self.hanging.show_rows(rows)
        self.hanging.setVisible(bool(rows))
        self.hanging.setMinimumHeight(FEWEST_ROWS * LEDGER_ROW)
        self.hanging.setMaximumHeight(self.hanging.content_height(LEDGER_ROW) + 2)
        if rows:
            words = self.tr(
                "有牵连，不能删除。确要删除，请先在上述各处改由别的部门承担或删去；只是不再考核的，把“参评”改为否。"
            )
        else:
            words = self.tr("没有指标、任务和其他记录牵连，可以删除。")
        self.verdict.setText(words)

    # --- what the user does

    def copy_departments(self) -> None:
        """Enter the departments of the year before."""
        from kpi_desktop.office.departments import copy_departments

        assert self.view is not None
        year = self.view.year
        self.session.act(lambda book: copy_departments(book, year, year - 1), self.tr("没有沿用部门"))

    def _row_chosen(self, ref: object) -> None:
        code = self.source.code_of(ref)
        if code and self.view is not None and code in self.view.departments:
            self.code = code
            self._show_hanging(self.view)

    def _remove(self) -> None:
        if self.view is None or not self.code:
            return
        reason = sums.why_not(self.view, self.code)
        if reason:
            self.refused.emit(self.tr("没有删除{name}").format(name=self.view.name(self.code)), reason)
            return
        self.source.remove_code(self.code)

    def _import(self) -> None:
        self.go.emit((ARCHIVE, "import"))

    def _to_targets(self) -> None:
        self.go.emit((TARGETS, "department", self.code))

    def _to_score(self) -> None:
        self.go.emit((SCORE, "department", self.code))

    def visit(self, goal: tuple[str, ...]) -> None:
        """(code,)."""
        if goal and self.view is not None and goal[0] in self.view.departments:
            self.code = goal[0]
            ref = self.source.ref_of(self.code)
            if ref is not None:
                self.grid.go_to(ref)
            self._show_hanging(self.view)

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self.side.setFixedWidth(NARROW_SIDE if narrow else DRAWER_WIDTH)
