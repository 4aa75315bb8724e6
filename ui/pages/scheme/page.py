"""考核方案: what is assessed and how. Points, indicators with their rules, grades, raters, consequences, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from ui.frame.entries import ARCHIVE, SCHEME, WHATIF
from ui.gap_goals import is_there
from ui.grid.book_source import BookSource
from ui.pages.page import Page
from ui.pages.scheme import lists
from ui.pages.scheme.awards import AwardsTab
from ui.pages.scheme.compare import CompareTab
from ui.pages.scheme.new_year import NewYearPanel
from ui.pages.scheme.points import PointsTab
from ui.pages.scheme.settings import SettingsTab
from ui.parts.controls import Segments, button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

POINTS, GROUPS, GRADES, RATERS = "points", "groups", "grades", "raters"
AWARDS_TAB, CONSEQUENCES, SETTINGS = "awards", "consequences", "settings"
COMPARE, EMPTY = "compare", "empty"


class SchemePage(Page):
    """A tab a part of the scheme; comparing with last year takes the place of a tab."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核方案"), jobs, session)
        self.hint = self.tr("Enter 下一行 · Tab 下一栏 · Ctrl+Z 撤销")
        self.tab = POINTS
        self._writer = BookSource(session)
        self.tabs = Segments(self.tr("方案的部分"))
        self.tabs.chosen.connect(lambda tab: self.show_tab(str(tab)))
        self.points, self.settings = PointsTab(session, jobs), SettingsTab(session)
        self.groups, self.grades = lists.groups_tab(session), lists.grades_tab(session)
        self.raters, self.consequences = lists.raters_tab(session), lists.consequences_tab(session)
        self.awards, self.compare = AwardsTab(), CompareTab(session)
        self.empty = Empty("sliders-horizontal")
        self.new_year = NewYearPanel(self, session)
        self._connect()
        self._lay_out()

    # --- building

    def _connect(self) -> None:
        self.points.went.connect(self._go)
        self.points.grouped.connect(self._add_to)
        self.points.said.connect(self._say)
        self.points.told.connect(self.told)
        for tab in (self.groups, self.grades, self.raters, self.consequences):
            tab.told.connect(self._say)
            tab.went.connect(self._go)
        self.awards.went.connect(self._go)
        self.compare.closed.connect(lambda: self.show_tab(self.tab))
        self.compare.copied.connect(self._copy)
        self.empty.go.connect(self._go)
        self.new_year.told.connect(self.told)

    def _lay_out(self) -> None:
        self.tabs.show_items(
            [
                (self.tr("分值与指标"), POINTS),
                (self.tr("分组与类别"), GROUPS),
                (self.tr("等次"), GRADES),
                (self.tr("评议"), RATERS),
                (self.tr("奖惩办法"), AWARDS_TAB),
                (self.tr("后果"), CONSEQUENCES),
                (self.tr("设置"), SETTINGS),
            ],
            POINTS,
        )
        self.head.addWidget(self.tabs)
        self.head.addStretch(1)
        self.add_year = button(self.tr("新建年度"), self.new_year.open, "plus")
        self.copy = button("", lambda: self.show_tab(COMPARE), "copy")
        self.differ = button(self.tr("与去年对照"), lambda: self.show_tab(COMPARE), "git-diff")
        self.whatif = button(self.tr("到推演里试"), self._to_whatif, "flask", "primary")
        for widget in (self.add_year, self.copy, self.differ, self.whatif):
            self.head.addWidget(widget)
        self.stack = QStackedWidget()
        self._places: dict[str, QWidget] = {
            POINTS: self.points,
            GROUPS: self.groups,
            GRADES: self.grades,
            RATERS: self.raters,
            AWARDS_TAB: self.awards,
            CONSEQUENCES: self.consequences,
            SETTINGS: self.settings,
            COMPARE: self.compare,
            EMPTY: self.empty,
        }
        for widget in self._places.values():
            self.stack.addWidget(widget)
        self.column.addWidget(self.stack, 1)

    # --- showing

    def show_view(self, view: YearView) -> None:
        last = view.year - 1
        there = last in self.session.years
        for widget in (self.copy, self.differ):
            widget.setVisible(there)
        self.copy.setText(self.tr("从 {year} 年套").format(year=last))
        self.copy.setAccessibleName(self.copy.text())
        self.whatif.setEnabled(bool(view.facts.groups and view.facts.departments))
        shown = COMPARE if self.stack.currentWidget() is self.compare and there else self.tab
        self._show(view, shown)

    def _show(self, view: YearView, tab: str) -> None:
        facts = view.facts
        blank = not (facts.groups or facts.categories or facts.indicators)
        if blank and tab == POINTS:
            self._show_empty(view)
            tab = EMPTY
        self.stack.setCurrentWidget(self._places[tab])
        if tab == COMPARE:
            self.compare.show_view(view, self._writer.why_closed)
        elif tab != EMPTY:
            self._places[tab].show_view(view)  # type: ignore[attr-defined]

    def _show_empty(self, view: YearView) -> None:
        words = self.tr("这里定下考什么、怎么计分：分组和类别的分值、指标和计分办法、等次、奖惩、后果和各项设置。")
        ways = [(self.tr("先写分组和类别"), "plus", (SCHEME, GROUPS))]
        if view.year - 1 in self.session.years:
            ways.insert(0, (self.tr("从 {year} 年套").format(year=view.year - 1), "copy", (SCHEME, "copy")))
        ways.append((self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")))
        self.empty.show_words(self.tr("{year} 年还没有考核方案").format(year=view.year), words, ways)

    def show_tab(self, tab: str) -> None:
        """Bring a part of the scheme on screen."""
        if tab != COMPARE:
            self.tab = tab
            self.tabs.mark(tab)
        if self.view is not None:
            self._show(self.view, tab)

    # --- what the user does

    def _say(self, words: str) -> None:
        self.hint_changed.emit(words or self.hint)

    def _go(self, goal: object) -> None:
        """Go somewhere: within this page at once."""
        assert isinstance(goal, tuple)
        if goal[0] == SCHEME:
            self.visit(goal[1:])
        elif is_there(goal[0]):
            self.go.emit(goal)

    def _add_to(self, table: str) -> None:
        self.show_tab(GROUPS)
        self.groups.cards[table == "category"].add()

    def _copy(self) -> None:
        from kpi_desktop.office.schemes import copy_scheme

        if self.view is None:
            return
        year = self.view.year
        changes = self.session.act(lambda book: copy_scheme(book, year, year - 1), self.tr("没有套用"))
        if changes:
            words = self.tr("已套用 {year} 年的方案，改动 {count} 行").format(year=year - 1, count=changes.rows)
            self.told.emit(words, self.tr("记入操作日志一条，Ctrl+Z 一次撤销"))
            self.show_tab(self.tab)

    def _to_whatif(self) -> None:
        self.go.emit((WHATIF, "indicator", self.points.code))

    def visit(self, goal: tuple[str, ...]) -> None:
        """(tab,), (`indicator`, code), (`weights`[, group]), (`setting`, name), `hinted`, `copy`, `newyear`."""
        if not goal or self.view is None:
            return
        what, name = goal[0], goal[1] if len(goal) > 1 else ""
        if what in self._places and what != EMPTY:
            self.show_tab(what)
        elif what == "copy":
            self.show_tab(COMPARE)
        elif what == "newyear":
            self.new_year.open()
        elif what == "setting":
            self.show_tab(SETTINGS)
            self.settings.go_to(name)
        else:
            self._visit_points(what, name)

    def _visit_points(self, what: str, name: str) -> None:
        self.show_tab(POINTS)
        if what == "weights":
            self.points.weights.go_to(name)
        elif what == "hinted":
            self.points.show_hinted()
        elif what == "indicator":
            self.points.go_to(name)

    def take_focus(self) -> None:
        self.points.indicators.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> bool:
        for panel in (self.new_year, self.points.rule.panel):
            if panel.isVisible():
                panel.hide()
                return True
        if self.stack.currentWidget() is self.compare:
            self.show_tab(self.tab)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.points.arrange(self.height())
