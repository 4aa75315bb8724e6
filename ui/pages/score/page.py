"""考核评分: ranking per group, a department's sheet, and for every line how its score came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.frame.entries import ARCHIVE, DEPARTMENTS, REPORTS, SCHEME
from ui.look.tokens import GAP
from ui.pages.page import Page
from ui.pages.score import sheet
from ui.pages.score.cards import GradesCard, RankingCard
from ui.pages.score.changes import ChangesOfYear
from ui.pages.score.charts import ChartsView
from ui.pages.score.compare import CompareView
from ui.pages.score.deciding import DecisionPanel
from ui.pages.score.entered import entered_figure, entered_line
from ui.pages.score.explain import ExplainPanel
from ui.pages.score.sheet_card import SheetCard
from ui.pages.score.ways import ways_of
from ui.parts.controls import Segments, button
from ui.parts.empty import Empty

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

NARROW_RANKING, CHANGED_RANKING, SLIM_RANKING, SLIM_BELOW = 300, 364, 364, 1640
QWIDGETSIZE_MAX = (1 << 24) - 1
SHEETS, COMPARE, CHARTS = "sheets", "compare", "charts"
Figure = tuple[str, str]
"""A figure above the lines: a kind of `explain_sums` and a name."""


class ScorePage(Page):
    """Group → department → line or figure; each choice shows the next. Beside that comparing, and charts."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核评分"), jobs, session)
        self.hint = self.tr("点任一数字看由来，Esc 收起 · ↑↓ 换一项 · Ctrl+C 复制所选行")
        self.group, self.department, self.line = "", "", ""
        self.figure: Figure | None = None
        self._narrow = False
        self.views = Segments(self.tr("看什么"))
        views = [(self.tr("计分"), SHEETS), (self.tr("比较"), COMPARE), (self.tr("图表"), CHARTS)]
        self.views.show_items(views, SHEETS)
        self.views.chosen.connect(self.show_part)
        self.groups = Segments(self.tr("考核分组"))
        self.groups.chosen.connect(self._group_chosen)
        self.ranking, self.grades, self.sheet_card = RankingCard(), GradesCard(), SheetCard()
        self.sheet, self.kinds = self.sheet_card.table, self.sheet_card.kinds
        self.explain, self.decision = ExplainPanel(), DecisionPanel(session)
        self.compare, self.charts = CompareView(session), ChartsView(jobs)
        self.changes = ChangesOfYear(jobs, self)
        self._connect()
        self._lay_out()

    # --- building

    def _connect(self) -> None:
        self.ranking.chosen.connect(self._department_chosen)
        self.ranking.since_chosen.connect(self._look_for_changes)
        self.changes.found.connect(self._changes_found)
        self.grades.chosen.connect(self._department_chosen)
        self.grades.undecided.wanted.connect(self.ask_decision)
        self.sheet_card.chosen.connect(self._line_chosen)
        self.sheet_card.opened.connect(self._opened)
        self.explain.stepped.connect(self.sheet.step)
        self.explain.closed.connect(self.close_panel)
        self.explain.went.connect(self.go)
        self.explain.line_wanted.connect(self._line_wanted)
        self.explain.decision_wanted.connect(self.ask_decision)
        self.decision.closed.connect(self._close_decision)
        self.decision.told.connect(self.told)
        self.compare.went.connect(self._went)
        self.charts.told.connect(lambda words: self.told.emit(words, ""))
        self.charts.failed.connect(lambda words: self.refused.emit(self.tr("没有画成图"), words))

    def _lay_out(self) -> None:
        self.head.addWidget(self.views)
        self.head.addWidget(self.groups)
        self.head.addStretch(1)
        self.print_button = button(self.tr("打印考核表"), self._print, "printer", "primary")
        self.head.addWidget(self.print_button)
        sheets = QWidget()
        row = QHBoxLayout(sheets)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.ranking, 100)
        left.addWidget(self.grades, 60)
        row.addWidget(self._left, 40)
        row.addWidget(self.sheet_card, 58)
        row.addWidget(self.explain)
        row.addWidget(self.decision)
        self.decision.hide()
        self.stack = QStackedWidget()
        self.empty = Empty("medal")
        self.empty.go.connect(self.go)
        for part in (sheets, self.compare, self.charts, self.empty):
            self.stack.addWidget(part)
        self.column.addWidget(self.stack, 1)

    # --- showing

    def show_view(self, view: YearView) -> None:
        some = bool(view.assessment.departments())
        for each in (self.views, self.groups, self.print_button):
            each.setVisible(some)
        if not some:
            self._show_empty(view)
            return
        groups = sorted((g for g in view.assessment.groups if g.departments), key=lambda g: not g.group.separate)
        names = [group.group.name for group in groups]
        self.groups.show_items([(f"{g.group.name} {len(g.departments)}", g.group.name) for g in groups], self.group)
        self._show_group(self.group if self.group in names else (names[0] if names else ""))
        self._look_for_changes()
        self.show_part(self.views.value())
        if self.decision.isVisible():
            self._fill_decision()

    def _show_empty(self, view: YearView) -> None:
        words = self.tr("这里排名、计分，并说明每一分的由来。先有参加考核的部门、分组和分值，再落实指标和任务。")
        ways = [
            (self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")),
            (self.tr("去建部门"), "buildings", (DEPARTMENTS,)),
            (self.tr("去定考核方案"), "sliders-horizontal", (SCHEME,)),
        ]
        self.empty.show_words(self.tr("{year} 年还没有参加考核的部门").format(year=view.year), words, ways)
        self.stack.setCurrentWidget(self.empty)

    def _show_part(self) -> None:
        """Show what stands beside the sheets, where it is on screen."""
        assert self.view is not None
        if self.views.value() == COMPARE:
            self.compare.show_view(self.view, self.department)
        elif self.views.value() == CHARTS:
            self.charts.show_view(self.view, (self.department, self.line))

    def show_part(self, part: object) -> None:
        """Bring the sheets, the comparison or the charts on screen."""
        self.views.mark(part)
        self.stack.setCurrentIndex((SHEETS, COMPARE, CHARTS).index(str(part)))
        self.groups.setVisible(part == SHEETS)
        if self.view:
            self._show_part()

    def _look_for_changes(self) -> None:
        book = self.session.book
        if book is not None and self.view is not None:
            self.changes.look(book, self.view.year, int(self.ranking.since.currentData()))

    def _changes_found(self, before: object) -> None:
        self.ranking.show_before(before)
        self._share_room()
        self._share_left()

    def _result(self) -> DepartmentResult | None:
        assert self.view is not None
        return next((r for r in self.view.assessment.departments() if r.code == self.department), None)

    def _group_result(self) -> GroupResult | None:
        assert self.view is not None
        return next((g for g in self.view.assessment.groups if g.group.name == self.group), None)

    def _show_group(self, name: str) -> None:
        assert self.view is not None
        self.group = name
        self.groups.mark(name)
        group = self._group_result()
        if group is None or not group.departments:
            return
        codes = [result.code for result in group.departments]
        decided = {each.department: each.basis for each in self.view.facts.decisions}
        self.ranking.show_group(group, self.view.assessment.decimals, decided)
        self._show_department(self.department if self.department in codes else codes[0])

    def _show_department(self, code: str) -> None:
        """Show a department of the group on screen."""
        assert self.view is not None
        other, self.department = code != self.department, code
        group, result = self._group_result(), self._result()
        if group is None or result is None:
            return
        self.ranking.table.go_to(code)
        self.grades.show_group(self.view, group, code, self._slim)
        self._share_left()
        self._show_sheet(result, fresh=other)

    def _show_sheet(self, result: DepartmentResult, fresh: bool) -> None:
        assert self.view is not None
        if fresh:
            self.sheet_card.forget()
            self.line, self.figure = "", None
        group = self._group_result()
        self.sheet_card.show_department(self.view, result, bool(group and group.group.separate))
        self._settle(result)

    def _settle(self, result: DepartmentResult) -> None:
        """Explain what was explained before; in a wide window else the first line."""
        listed = sheet.lines(result)
        codes = [line.code for line in listed]
        if self.figure and (
            self.figure[0] != "category" or self.figure[1] in [c.category.name for c in result.categories]
        ):
            self._explain_figure(self.figure)
            return
        wanted = self.line if self.line in codes else "" if self._narrow or not codes else codes[0]
        if wanted:
            self.sheet.go_to(wanted)
            self._explain(wanted)
        else:
            self.explain.hide()

    def _explain(self, code: str) -> None:
        result = self._result()
        listed = sheet.lines(result) if result else []
        place = next((at for at, line in enumerate(listed) if line.code == code), -1)
        if self.view and place >= 0:
            self.line, self.figure = code, None
            entered = entered_line(self.session.book, self.view, listed[place])
            self.explain.show_line(self.view, listed[place], place + 1, len(listed), entered)
            self.explain.offer(*ways_of(self.view, listed[place]))
            self._open_explain()

    def _explain_figure(self, figure: Figure) -> None:
        result = self._result()
        if self.view and result:
            self.figure, self.line = figure, ""
            if not self.sheet.go_to(figure):
                self.sheet_card.forget()
            entered = entered_figure(self.session.book, self.view, result.code, figure[0])
            self.explain.show_figure(self.view, result, figure, entered)
            self._open_explain()

    def _open_explain(self) -> None:
        self.explain.setVisible(not self.decision.isVisible())
        self._share_room()

    # --- what the user does

    def _group_chosen(self, name: object) -> None:
        self._show_group(str(name))

    def _department_chosen(self, code: object) -> None:
        if isinstance(code, str) and code != self.department:
            self._show_department(code)
            if self.decision.isVisible():
                self._fill_decision()

    def _line_chosen(self, subject: object) -> None:
        """Moving over lines explains them where the panel is open anyhow."""
        if self.explain.isVisible() and subject not in (self.line, self.figure):
            self._opened(subject)

    def _opened(self, subject: object) -> None:
        """Explain a line, or a figure above the lines."""
        if isinstance(subject, str):
            self._explain(subject)
        elif isinstance(subject, tuple):
            self._explain_figure(subject)

    def _line_wanted(self, code: str) -> None:
        self.sheet.go_to(code)
        self._explain(code)

    def _went(self, year: int, department: str, code: str) -> None:
        """From the comparison to a line."""
        self.session.choose_year(year)
        self.show_part(SHEETS)
        self.visit(("line", department, code))

    # --- deciding

    def ask_decision(self) -> None:
        """Offer to write down a decision on a grade."""
        if self.view and self._group_result():
            self.explain.hide()
            self.decision.show()
            self._share_room()
            self._fill_decision()

    def _fill_decision(self) -> None:
        group = self._group_result()
        if self.view and group and group.departments:
            self.decision.ask(self.view, group, self.department)

    def _close_decision(self) -> None:
        self.decision.hide()
        if result := self._result():
            self._settle(result)
        self._share_room()

    def _print(self) -> None:
        self.go.emit((REPORTS, "sheet", self.department))

    def visit(self, goal: tuple[str, ...]) -> None:
        if not goal or self.view is None or not self.view.assessment.departments():
            return
        what, *names = goal
        if what == "chart" and names:
            self.charts.kinds.mark(names[0])
        self.show_part({"chart": CHARTS, "compare": COMPARE}.get(what, SHEETS))
        if what == "chart":
            return
        if what == "group":
            self._show_group(names[0])
        elif names and self._visit_department(names[0]):
            self._visit_inside(what, names)

    def _visit_department(self, code: str) -> bool:
        """Bring a department on screen; whether it is one that is assessed."""
        assert self.view is not None
        found = next((g for g in self.view.assessment.groups if any(r.code == code for r in g.departments)), None)
        if found is None:
            words = self.tr("{name}不参加考核，没有考核表").format(name=self.view.name(code))
            self.told.emit(words, "")
            return False
        if found.group.name != self.group:
            self.department = code
            self._show_group(found.group.name)
        self._show_department(code)
        return True

    def _visit_inside(self, what: str, names: list[str]) -> None:
        """Go to a line, to a figure above the lines, or to the decision on a department."""
        if what == "line" and len(names) > 1 and self.sheet.go_to(names[1]):
            self._explain(names[1])
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        elif what == "figure" and len(names) > 1:
            self._explain_figure((names[1], names[2] if len(names) > 2 else ""))
        elif what == "decide":
            self.ask_decision()
        elif what == "compare":
            self._show_part()

    def take_focus(self) -> None:
        self.ranking.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _slim(self) -> bool:
        """Whether the ranking leaves its room to the sheet."""
        return self._narrow or self.width() < SLIM_BELOW

    def _share_room(self) -> None:
        beside = self._narrow and not (self.explain.isHidden() and self.decision.isHidden())
        least = CHANGED_RANKING if self.ranking.changed and not beside else NARROW_RANKING
        widest = least if self._narrow else SLIM_RANKING if self._slim else QWIDGETSIZE_MAX
        self._left.setMinimumWidth(least if self._slim else 0)
        self._left.setMaximumWidth(widest)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._share_room()
        self.sheet_card.set_narrow(narrow)
        self.compare.narrow = narrow
        self.explain.close_button.setVisible(narrow)
        if self.view:
            self.show_view(self.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        self._share_left()

    def _share_left(self) -> None:
        """The ranking comes first; grades get what is left, without the heat map where that is little."""
        room = self.height() - 60
        ranking = min(self.ranking.least, room * 3 // 5)
        self.ranking.setMinimumHeight(ranking)
        self.grades.fit(room - ranking - GAP)

    def close_panel(self) -> bool:
        if self.decision.isVisible():
            self._close_decision()
            return True
        if not self._narrow or not self.explain.isVisible():
            return False
        self.explain.hide()
        self._share_room()
        self.line, self.figure = "", None
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
