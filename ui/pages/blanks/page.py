"""年终对表检查: every blank by department; each leads to where it is filled, or is explained in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QHBoxLayout

from kpi_desktop.assessment.names import GAPS
from ui.frame.entries import DEPARTMENTS, REPORTS, TARGETS
from ui.gap_goals import goal_of
from ui.grid.listing import Listing
from ui.look.tokens import GAP
from ui.pages.blanks import found
from ui.pages.blanks.found import ALL, EXPLAINED, OPEN, blanks_of, kept, key_of
from ui.pages.blanks.panel import BlankPanel
from ui.pages.page import Page
from ui.parts.chips import Chips, ChipSpec
from ui.parts.controls import Segments, button
from ui.parts.day import DayChooser
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.assessment.gaps import Gap
    from kpi_desktop.book.operation import Changes
    from ui.jobs import Jobs
    from ui.parts.empty import Way
    from ui.session import Session
    from ui.year import YearView


class BlanksPage(Page):
    """Kinds as chips, blanks by department, the chosen one beside them."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("督查"), jobs, session)
        self.hint = self.tr("↑↓ 换一处，右侧去填或说明 · Ctrl+C 复制 · Alt+← 回到这里")
        self.blanks: tuple[Gap, ...] = ()
        self.kind, self.state = "", ALL
        self._narrow = False
        self._walked: tuple[str, str, str] | None = None
        self.day = DayChooser()
        self.day.chosen.connect(self.day_chosen)
        self.states = Segments(self.tr("看哪些"))
        self.states.chosen.connect(self._state_chosen)
        self.walk = button(self.tr("逐个跳到"), self.walk_on, "arrow-right", "primary")
        self._chips = QHBoxLayout()
        self.chips: Chips | None = None
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.day)
        self.head.addStretch(1)
        self.head.addWidget(self.states)
        self.head.addWidget(button(self.tr("打印对表检查表"), self._print, "printer"))
        self.head.addWidget(self.walk)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._chips)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._middle(), 1)
        self.panel = BlankPanel()
        self.panel.went.connect(self.go)
        self.panel.explained.connect(self._explain)
        self.panel.withdrawn.connect(self._withdraw)
        self.panel.close_button.clicked.connect(self.close_panel)
        row.addWidget(self.panel)
        self.column.addLayout(row, 1)

    def _middle(self) -> Listing:
        self.listing = Listing(self.tr("空白"), found.columns(False), "check-circle")
        self.card, self.table, self.empty = self.listing.card, self.listing.table, self.listing.empty
        self.table.chosen.connect(self._chosen)
        self.table.activated_on.connect(self._opened)
        self.empty.go.connect(self.go)
        return self.listing

    # --- showing

    def show_view(self, view: YearView) -> None:
        self.day.show_day(QDate(view.day.year, view.day.month, view.day.day))
        self.blanks = blanks_of(view)
        if self.kind not in {gap.kind for gap in self.blanks}:
            self.kind = ""
        said = sum(gap.explained for gap in self.blanks)
        counted = (
            (self.tr("全部 {count}").format(count=len(self.blanks)), ALL),
            (self.tr("待处理 {count}").format(count=len(self.blanks) - said), OPEN),
            (self.tr("已说明 {count}").format(count=said), EXPLAINED),
        )
        self.states.show_items(counted, self.state)
        self.walk.setEnabled(said < len(self.blanks))
        self._show_chips()
        self._show_rows()

    def _show_chips(self) -> None:
        counts = {kind: sum(gap.kind == kind for gap in self.blanks) for kind in GAPS}
        there = [kind for kind in GAPS if counts[kind]]
        old = self.chips
        specs = [ChipSpec("", self.tr("全部")), *(ChipSpec(kind, term(GAPS[kind])) for kind in there)]
        if old is None or list(old.chips) != [spec.key for spec in specs]:
            self.chips = Chips(self.tr("类型"), specs)
            self.chips.chosen.connect(self._kind_chosen)
            while item := self._chips.takeAt(0):
                if widget := item.widget():
                    widget.deleteLater()
            self._chips.addWidget(self.chips)
            self._chips.addStretch(1)
        assert self.chips is not None
        self.chips.show_counts({"": len(self.blanks), **counts})
        self.chips.mark(self.kind)

    def _show_rows(self) -> None:
        assert self.view is not None
        listed = kept(self.blanks, self.kind, self.state)
        said = sum(gap.explained for gap in self.blanks)
        words = self.tr("共 {count} 处空白，{said} 处已有说明，{open} 处待处理")
        self.card.remark.setText(words.format(count=len(self.blanks), said=said, open=len(self.blanks) - said))
        if not listed:
            self._show_empty()
            return
        self.listing.show_list()
        self._lay_rows(listed)
        self._settle(listed)

    def _lay_rows(self, listed: list[Gap]) -> None:
        """The list, with what was said where there is room beside the panel."""
        assert self.view is not None
        slim = self._narrow and self.panel.isVisibleTo(self)
        self.table.show_rows(found.rows(self.view, listed, slim), found.columns(slim))

    def _show_empty(self) -> None:
        self.panel.hide()
        self.listing.show_empty()
        if self.blanks:
            ways = [(self.tr("看全部"), "list-bullets", self._show_all)]
            self.empty.show_words(self.tr("这里没有"), self.tr("换一个类型，或看全部空白。"), ways)
            return
        if self.view is not None and not self.view.facts.departments:
            self._show_nothing_yet(self.view)
            return
        words = self.tr("该填的都填了，该说明的都说明了。可以在顶上的年度进程里进入下一步。")
        self.empty.show_words(self.tr("不留空白"), words)

    def _show_nothing_yet(self, view: YearView) -> None:
        words = self.tr("这里列出还缺的数、进展、评分和依据，逐处填上或说明。先登记部门，把指标和任务落实下去。")
        ways: list[Way] = [
            (self.tr("登记部门"), "buildings", (DEPARTMENTS,)),
            (self.tr("去落实目标"), "target", (TARGETS,)),
        ]
        self.empty.show_words(self.tr("{year} 年还没有可核对的内容").format(year=view.year), words, ways)

    def _settle(self, listed: list[Gap]) -> None:
        """Show the chosen blank beside the list; in a wide window else the first."""
        assert self.view is not None
        ordered = found.in_order(self.view, listed)
        known = {key_of(gap): gap for gap in ordered}
        current = self.table.current_subject()
        gap = known.get(current) if isinstance(current, tuple) else None  # type: ignore[arg-type]
        if gap is None and not self._narrow:
            gap = ordered[0]
            self.table.go_to(key_of(gap))
        if gap is None:
            self.panel.hide()
        elif not self._narrow or self.panel.isVisible():
            self._show_panel(gap)

    def _show_panel(self, gap: Gap) -> None:
        assert self.view is not None
        self.panel.show_gap(self.view, gap)
        self.panel.close_button.setVisible(self._narrow)
        self.panel.show()

    def _gap(self, key: object) -> Gap | None:
        return next((gap for gap in self.blanks if key_of(gap) == key), None)

    # --- what the user does

    def _chosen(self, key: object) -> None:
        gap = self._gap(key)
        if gap and self.panel.isVisible() and not (self.panel.asking and self.panel.gap == gap):
            self._show_panel(gap)

    def _opened(self, key: object, column: int) -> None:
        gap = self._gap(key)
        if gap and (not self.panel.isVisible() or self.panel.gap != gap):
            self.table.go_to(key)
            self._show_panel(gap)
            self._lay_rows(kept(self.blanks, self.kind, self.state))

    def walk_on(self) -> None:
        """Go to where the next blank without an explanation is filled."""
        if self.view is None:
            return
        ordered = found.in_order(self.view, kept(self.blanks, self.kind, OPEN) or kept(self.blanks, "", OPEN))
        keys = [key_of(gap) for gap in ordered]
        current = self.table.current_subject()
        start = keys.index(self._walked) + 1 if self._walked in keys else 0
        if self._walked is None and current in keys:
            start = [*keys].index(current)  # type: ignore[arg-type]
        for gap in (*ordered[start:], *ordered[:start]):
            if goal := goal_of(self.view, gap):
                self._walked = key_of(gap)
                self.table.go_to(self._walked)
                self.go.emit(goal)
                return

    def _explain(self, subject: str, text: str, author: str, day: object) -> None:
        from kpi_desktop.office.explaining import explain

        gap = self.panel.gap
        assert self.view is not None and gap is not None
        year = self.view.year
        self._act(lambda book: explain(book, year, gap.kind, subject, text, author, day))

    def _withdraw(self, subject: str) -> None:
        from kpi_desktop.office.explaining import withdraw

        gap = self.panel.gap
        assert self.view is not None and gap is not None
        year = self.view.year
        self._act(lambda book: withdraw(book, year, gap.kind, subject))

    def _act(self, action: object) -> Changes | None:
        changes = self.session.act(action, self.tr("说明没有保存"))  # type: ignore[arg-type]
        if changes is not None:
            self.panel.close_form()
        return changes

    def _kind_chosen(self, kind: str) -> None:
        self.kind = kind
        self._show_rows()

    def _state_chosen(self, state: object) -> None:
        self.state = str(state)
        self._show_rows()

    def _show_all(self) -> None:
        self.kind, self.state = "", ALL
        if self.view:
            self.show_view(self.view)

    def _print(self) -> None:
        self.go.emit((REPORTS, "blanks"))

    def visit(self, goal: tuple[str, ...]) -> None:
        """(kind,), (kind, subject, department)."""
        if not goal or self.view is None:
            return
        self.kind, self.state = (goal[0] if goal[0] in GAPS else ""), ALL
        self.show_view(self.view)
        if len(goal) > 2:
            self.table.go_to((goal[0], goal[1], goal[2]))

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if narrow:
            self.panel.hide()
        if self.view:
            self.show_view(self.view)

    def close_panel(self) -> bool:
        if self.panel.asking:
            self.panel.close_form()
            return True
        if not self._narrow or not self.panel.isVisible():
            return False
        self.panel.hide()
        self._lay_rows(kept(self.blanks, self.kind, self.state))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
