"""加减分: entries with their basis; beside them what the chosen one does, below what the caps leave of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.effects import Capped, capped
from ui.frame.entries import DEPARTMENTS, REPORTS, SCHEME, SCORE
from ui.grid import widths
from ui.grid.entry import EntryGrid
from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW, SMALL
from ui.pages.adjustments import caps
from ui.pages.adjustments.panel import EffectPanel
from ui.pages.adjustments.source import AdjustmentSource
from ui.pages.page import Page
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView


class AdjustmentsPage(Page):
    """The grid's row chooses what the panel explains."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核评分"), jobs, session)
        self.hint = self.tr("在最后一行输入即新增 · 加分、扣分都填正数 · Ctrl+- 删除所选行 · Ctrl+V 粘贴 Excel 区域")
        self._open = True
        self._caps: tuple[Capped, ...] = ()
        self.source = AdjustmentSource(session)
        self.grid = EntryGrid("adjustments")
        self.grid.set_source(self.source)
        self.grid.chosen.connect(self._show_panel)
        self.grid.totals_told.connect(lambda words: self.hint_changed.emit(words or self.hint))
        self.panel = EffectPanel()
        self.panel.closed.connect(self.close_panel)
        self.panel.went.connect(lambda code: self.go.emit((SCORE, "department", code)))
        self.empty = Empty("scales")
        self.empty.go.connect(self.go)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.state = label("", SMALL, "quiet")
        self.head.addWidget(self.state, 1)
        self.how = button(self.tr("这条的影响"), self._toggle, "crosshair")
        self.head.addWidget(self.how)
        self.head.addWidget(button(self.tr("删除这条"), self._remove, "trash"))
        self.head.addWidget(button(self.tr("打印认定表"), self._print, "printer"))
        self.filled = QWidget()
        row = QHBoxLayout(self.filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        self.card = Card()
        self.card.body.addWidget(self.grid, 1)
        left.addWidget(self.card, 55)
        left.addWidget(self._caps_card(), 45)
        row.addLayout(left, 1)
        row.addWidget(self.panel)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.filled, 1)

    def _caps_card(self) -> Card:
        self.caps_card = Card(self.tr("封顶与督办单扣分"))
        self.caps_card.remark.setText(self.tr("上限对录入和督办单一并起作用　单位：分"))
        self.table = Table(self.tr("封顶与督办单扣分"), caps.columns(), LEDGER_ROW)
        self.table.activated_on.connect(self._category_chosen)
        self.table.chosen.connect(self._category_chosen)
        self.caps_card.body.addWidget(self.table, 1)
        return self.caps_card

    # --- showing

    def show_view(self, view: YearView) -> None:
        kinds = [each.kind for each in view.facts.categories if each.kind != "scored"]
        there = bool(view.assessment.departments()) and bool(kinds)
        self.empty.setVisible(not there)
        self.filled.setVisible(there)
        if not there:
            self._show_empty(view)
            return
        self._caps = capped(view.assessment)
        self.grid.show_rows()
        self.table.blockSignals(True)
        self.table.show_rows(caps.rows(view, self._caps))
        self.table.blockSignals(False)
        self.caps_card.setVisible(bool(self._caps))
        self.state.setText(self._state_words(view))
        self._show_panel(self.grid.current_ref())

    def _show_empty(self, view: YearView) -> None:
        words = self.tr("这里逐条登记加分、扣分和一票否决，各写事由和依据。先登记部门，在方案里设好类别。")
        ways = [
            (self.tr("设类别"), "sliders-horizontal", (SCHEME, "categories")),
            (self.tr("登记部门"), "buildings", (DEPARTMENTS,)),
        ]
        self.empty.show_words(self.tr("{year} 年还不能登记加减分").format(year=view.year), words, ways)

    def _state_words(self, view: YearView) -> str:
        kinds = {each.name: each.kind for each in view.facts.categories}
        found = [kinds.get(entry.category, "") for entry in view.facts.adjustments]
        if not found:
            return self.tr("还没有加减分：在下面最后一行输入，或从 Excel 粘贴")
        words = self.tr("加分 {bonus} 条，扣分 {off} 条，一票否决 {veto} 条")
        told = words.format(bonus=found.count("bonus"), off=found.count("deduction"), veto=found.count("veto"))
        bare = sum(not entry.basis for entry in view.facts.adjustments)
        return told + self.tr("；{count} 条没有依据").format(count=bare) if bare else told

    def _show_panel(self, ref: object) -> None:
        view = self.view
        wanted = self._open
        self.panel.setVisible(wanted)
        if view is None or not wanted:
            return
        entry = self.source.entry(ref)
        if entry is None:
            code = self._caps[0].department.code if self._caps else next(iter(view.departments), "")
            self.panel.show_department(view, code)
            return
        key = (entry.department, entry.category)
        own = next((each for each in self._caps if (each.department.code, each.category.name) == key), None)
        self.panel.show_entry(view, entry, self.source.place_of(ref), own)

    # --- what the user does

    def _category_chosen(self, subject: object, column: int = 0) -> None:
        """Go to the first entry of a department in a category; where there is none, show its directives."""
        if self.view is None or not isinstance(subject, tuple):
            return
        code, name = subject
        entries = self.view.facts.adjustments
        at = next((at for at, e in enumerate(entries) if (e.department, e.category) == (code, name)), -1)
        if at >= 0:
            self.grid.go_to(self.source.ref_at(at))
        elif self.panel.isVisible():
            self.panel.show_department(self.view, code)

    def _remove(self) -> None:
        self.grid.blocks.remove_rows()

    def _print(self) -> None:
        self.go.emit((REPORTS, "adjustments"))

    def _toggle(self) -> None:
        self._open = not self.panel.isVisible()
        self._show_panel(self.grid.current_ref())

    # --- coming and going

    def visit(self, goal: tuple[str, ...]) -> None:
        """(department[, category])."""
        if not goal or self.view is None:
            return
        entries = self.view.facts.adjustments
        fits = [at for at, e in enumerate(entries) if (e.department, e.category)[: len(goal)] == goal[:2]]
        if fits:
            self.grid.go_to(self.source.ref_at(fits[0]))
        elif self.panel.isVisible():
            self.panel.show_department(self.view, goal[0])

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self.source.take_room(not narrow)
        self.grid.show_rows()
        widths.restore(self.grid.view, self.grid.name)

    def close_panel(self) -> bool:
        if not self.panel.isVisible():
            return False
        self._open = False
        self.panel.hide()
        self.take_focus()
        return True
