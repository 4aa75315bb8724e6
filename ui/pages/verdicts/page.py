"""自评与核定: line by line what was computed, claimed and assessed; a verdict needs its basis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.entries import DEPARTMENTS, REPORTS, TARGETS
from ui.grid.entry import EntryGrid
from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW
from ui.pages.page import Page
from ui.pages.score.explain import ExplainPanel
from ui.pages.verdicts import lines
from ui.pages.verdicts.lines import EVERY, WHOLE, Ref
from ui.pages.verdicts.source import VERDICT, VerdictSource
from ui.parts.card import Card
from ui.parts.chips import Chips
from ui.parts.controls import button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

SIDE, NARROW_SIDE = 270, 248


class VerdictsPage(Page):
    """A department at the left, its lines in the middle, how the line at hand was computed at the right."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核评分"), jobs, session)
        self.hint = self.tr("填得分率，如 85% · 核定要写依据才保存 · 清空得分率即撤回 · Ctrl+V 粘贴 Excel 区域")
        self.department: str | None = None
        self._narrow = False
        self._shown: tuple[object, ...] = ()
        self.source = VerdictSource(session)
        self.chips = Chips(self.tr("筛选"), lines.specs())
        self.chips.mark(EVERY)
        self.chips.chosen.connect(self._filter_chosen)
        self.table = Table(self.tr("部门"), lines.columns(), LEDGER_ROW)
        self.table.chosen.connect(self._department_chosen)
        self.grid = EntryGrid("verdicts")
        self.grid.set_source(self.source)
        self.grid.chosen.connect(self._line_chosen)
        self.grid.totals_told.connect(lambda words: self.hint_changed.emit(words or self.hint))
        self.grid.written.connect(self._settle_waiting)
        self.explain = ExplainPanel()
        self.explain.stepped.connect(lambda by: self.grid.step(by, 0))
        self.explain.closed.connect(self.close_panel)
        self.empty = Empty("check-circle")
        self.empty.go.connect(self.go)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.chips, 1)
        self.how = button(self.tr("计算过程"), self._toggle, "calculator")
        self.head.addWidget(self.how)
        self.head.addWidget(button(self.tr("打印考核表"), self._print, "printer"))
        self.filled = QWidget()
        row = QHBoxLayout(self.filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.side = Card()
        self.side.setFixedWidth(SIDE)
        self.side.body.addWidget(self.table, 1)
        row.addWidget(self.side)
        row.addWidget(self._middle(), 1)
        row.addWidget(self.explain)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.filled, 1)

    def _middle(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = Card(" ")
        self.card.body.addWidget(self.grid, 1)
        column.addWidget(self.card, 1)
        return inside

    # --- showing

    def show_view(self, view: YearView) -> None:
        there = any(result.lines for result in view.assessment.departments())
        self.empty.setVisible(not there)
        self.filled.setVisible(there)
        if not there:
            self._show_empty(view)
            return
        codes = [result.code for result in view.assessment.departments()]
        if self.department not in (WHOLE, *codes):
            self.department = codes[0]
        if self._shown != (view.year, self.department, self.source.kind):
            self._ask(self.source.kind)
            return
        self.source.read()
        self._show(view)

    def _show_empty(self, view: YearView) -> None:
        words = self.tr("这里逐项填部门自评和考核组核定的得分率，和计算的并排看。先把指标和任务落实到部门。")
        ways = [
            (self.tr("去落实目标"), "target", (TARGETS,)),
            (self.tr("登记部门"), "buildings", (DEPARTMENTS,)),
        ]
        self.empty.show_words(self.tr("{year} 年还没有可核定的项目").format(year=view.year), words, ways)

    def _ask(self, kind: str) -> None:
        """Show other lines than before."""
        assert self.view is not None
        self.source.ask(self.department or WHOLE, kind)
        self._shown = (self.view.year, self.department, kind)
        self._show(self.view)

    def _show(self, view: YearView) -> None:
        found = self.source.found
        own = [each for ref, each in found.items() if self.department in (WHOLE, ref.department)]
        self.chips.show_counts(lines.counts(own))
        self.table.blockSignals(True)
        self.table.show_rows(lines.rows(view, found))
        self.table.go_to(self.department)
        self.table.blockSignals(False)
        self._show_title(view)
        self.grid.say_when_empty(self.tr("没有这样的项目"))
        self.grid.show_rows()
        self._explain(self.grid.current_ref())

    def _show_title(self, view: YearView) -> None:
        if self.department == WHOLE:
            self.card.title.setText(self.tr("全部部门"))
            self.card.remark.setText(self.tr("自评、核定为得分率（满分的百分之几）；核定代替计算，计算值仍留作对照"))
            return
        result = view.assessment.department(self.department or "")
        self.card.title.setText(result.name)
        words = self.tr("第 {rank} 名 · {grade} · 总分 {total}；核定代替计算，计算值仍留作对照")
        self.card.remark.setText(words.format(rank=result.rank, grade=result.grade or "–", total=result.total))

    def _explain(self, ref: object) -> None:
        wanted = not self._narrow if self._open is None else self._open
        refs = [row.ref for row in self.source.rows()]
        if self.view is None or ref not in refs or not isinstance(ref, Ref):
            self.explain.hide()
            return
        self.explain.setVisible(wanted)
        if wanted:
            self.explain.show_line(self.view, self.source.found[ref].line, refs.index(ref) + 1, len(refs))

    _open: bool | None = None
    """Whether the user wants to see how lines were computed; None: as the window has room."""

    # --- what the user does

    def _filter_chosen(self, kind: str) -> None:
        if self.view is not None:
            self._ask(kind)

    def _department_chosen(self, code: object) -> None:
        if isinstance(code, str) and code != self.department and self.view is not None:
            self.department = code
            self._ask(self.source.kind)

    def _line_chosen(self, ref: object) -> None:
        self._explain(ref)

    def _settle_waiting(self, bad: int) -> None:
        """A blank that was asked for is no longer wrong once nothing waits for it."""
        kept = self.grid.model.bad
        gone = [key for key in self.source.settled() if key in kept and not kept[key].text]
        for key in gone:
            del kept[key]
        if gone:
            self.grid.show_rows()

    def _toggle(self) -> None:
        self._open = not self.explain.isVisible()
        self._explain(self.grid.current_ref())

    def _print(self) -> None:
        self.go.emit((REPORTS, "sheet", self.department or ""))

    # --- coming and going

    def visit(self, goal: tuple[str, ...]) -> None:
        """(department[, line]), or (`filter`, which)."""
        if not goal or self.view is None:
            return
        if goal[0] == "filter" and len(goal) > 1 and goal[1] in self.chips.chips:
            self.department = WHOLE
            self.chips.mark(goal[1])
            self._ask(goal[1])
        elif any(result.code == goal[0] for result in self.view.assessment.departments()):
            self.department = goal[0]
            self.chips.mark(EVERY)
            self._ask(EVERY)
            if len(goal) > 1:
                self.grid.go_to(Ref(goal[0], goal[1]), VERDICT if len(goal) < 3 else goal[2])

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.side.setFixedWidth(NARROW_SIDE if narrow else SIDE)
        self.explain.close_button.setVisible(True)
        if self.view:
            self._explain(self.grid.current_ref())

    def close_panel(self) -> bool:
        if not self.explain.isVisible():
            return False
        self._open = False
        self.explain.hide()
        self.take_focus()
        return True
