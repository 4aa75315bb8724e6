"""考核评分: ranking per group, a department's sheet, and for every line how its score came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.entries import REPORTS
from ui.grid.view import Table
from ui.look.tokens import GAP, SHEET_ROW, SMALL
from ui.pages.page import Page
from ui.pages.score import sheet
from ui.pages.score.cards import GradesCard, RankingCard
from ui.pages.score.explain import ExplainPanel
from ui.pages.score.total import TotalLine, TotalStrip
from ui.parts.card import Card, label
from ui.parts.controls import Segments, button
from ui.words import percent

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

NARROW_RANKING, TALLEST = 300, 36
SLIM_RANKING, SLIM_BELOW, QWIDGETSIZE_MAX = 360, 1640, (1 << 24) - 1


class ScorePage(Page):
    """Group → department → line; each choice shows the next."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("考核评分"), jobs, session)
        self.hint = self.tr("选一行看得分说明，Esc 收起 · ↑↓ 换一项 · Ctrl+C 复制所选行")
        self.group, self.department, self.line = "", "", ""
        self._narrow = False
        self.groups = Segments(self.tr("考核分组"))
        self.groups.chosen.connect(self._group_chosen)
        self.kinds = Segments(self.tr("看什么"))
        self.kinds.show_items(
            [(self.tr("考核表"), sheet.SCORES), (self.tr("自评与核定"), sheet.VERDICTS)], sheet.SCORES
        )
        self.kinds.chosen.connect(self._kind_chosen)
        self.ranking, self.grades = RankingCard(), GradesCard()
        self.ranking.chosen.connect(self._department_chosen)
        self.grades.chosen.connect(self._department_chosen)
        self.explain = ExplainPanel()
        self.explain.stepped.connect(self._step)
        self.explain.closed.connect(self.close_panel)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.groups)
        self.head.addStretch(1)
        self.head.addWidget(button(self.tr("打印考核表"), self._print, "printer", "primary"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(self.ranking, 100)
        left.addWidget(self.grades, 60)
        row.addWidget(self._left, 44)
        row.addWidget(self._sheet_card(), 52)
        row.addWidget(self.explain)
        self.column.addLayout(row, 1)

    def _sheet_card(self) -> Card:
        card = self.sheet_card = Card(" ")
        self.blanks = label("", SMALL, "quiet")
        card.head.addWidget(self.blanks)
        card.head.addWidget(self.kinds)
        self.total = TotalStrip()
        card.body.addWidget(self.total)
        self.sheet = Table(self.tr("考核表"), (), SHEET_ROW, TALLEST)
        self.sheet.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.sheet.chosen.connect(self._line_chosen)
        self.sheet.activated_on.connect(self._line_opened)
        card.body.addWidget(self.sheet, 1)
        self.total_line = TotalLine()
        card.body.addWidget(self.total_line)
        return card

    # --- showing

    def show_view(self, view: YearView) -> None:
        groups = view.assessment.groups
        names = [group.group.name for group in groups]
        self.groups.show_items([(f"{g.group.name} {len(g.departments)}", g.group.name) for g in groups], self.group)
        self._show_group(self.group if self.group in names else (names[0] if names else ""))

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
        self.ranking.show_group(group, self.view.assessment.decimals)
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
        kind = str(self.kinds.value())
        if fresh:
            self.sheet.clearSelection()
            self.sheet.setCurrentIndex(self.sheet.rootIndex())
            self.line = ""
        self.sheet_card.title.setText(result.name)
        share = percent(result.economic_share)
        words = self.tr("第 {rank} 名 · {grade} · 经济指标占比 {share}")
        self.sheet_card.remark.setText(words.format(rank=result.rank, grade=result.grade or "–", share=share))
        blank = sum(line.share is None for line in result.lines)
        self.blanks.setText(self.tr("{count} 处空白").format(count=blank) if blank else "")
        parts = sheet.sum_parts(result, self.view.assessment.decimals)
        self.total.show_parts(parts)
        self.total_line.show_parts(parts)
        self.sheet.show_rows(sheet.rows(self.view, result, kind), sheet.columns(kind, self._narrow))
        self._settle_line(result)

    def _settle_line(self, result: DepartmentResult) -> None:
        """Explain the line that was explained before; in a wide window else the first."""
        listed = sheet.lines(result)
        codes = [line.code for line in listed]
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
            self.line = code
            self.explain.show_line(self.view, listed[place], place + 1, len(listed))
            self.explain.show()

    # --- what the user does

    def _group_chosen(self, name: object) -> None:
        self._show_group(str(name))

    def _kind_chosen(self, kind: object) -> None:
        if result := self._result():
            self._show_sheet(result, fresh=False)

    def _department_chosen(self, code: object) -> None:
        if isinstance(code, str) and code != self.department:
            self._show_department(code)

    def _line_chosen(self, code: object) -> None:
        """Moving over lines explains them where the panel is open anyhow."""
        if isinstance(code, str) and code != self.line and self.explain.isVisible():
            self._explain(code)

    def _line_opened(self, code: object, column: int) -> None:
        if isinstance(code, str):
            self._explain(code)

    def _step(self, by: int) -> None:
        self.sheet.step(by)

    def _print(self) -> None:
        self.go.emit((REPORTS, "sheet", self.department))

    def visit(self, goal: tuple[str, ...]) -> None:
        if not goal or self.view is None:
            return
        what, *names = goal
        if what == "group":
            self._show_group(names[0])
            return
        found = next((g for g in self.view.assessment.groups if any(r.code == names[0] for r in g.departments)), None)
        if found is None:
            words = self.tr("{name}不参加考核，没有考核表").format(name=self.view.name(names[0]))
            self.told.emit(words, "")
            return
        self.department = names[0] if found.group.name != self.group else self.department
        if found.group.name != self.group:
            self._show_group(found.group.name)
        self._show_department(names[0])
        if what == "line" and self.sheet.go_to(names[1]):
            self._explain(names[1])
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        self.ranking.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _slim(self) -> bool:
        """Whether the ranking leaves its room to the sheet."""
        return self._narrow or self.width() < SLIM_BELOW

    def _share_room(self) -> None:
        widest = NARROW_RANKING if self._narrow else SLIM_RANKING if self._slim else QWIDGETSIZE_MAX
        self._left.setMinimumWidth(NARROW_RANKING if self._slim else 0)
        self._left.setMaximumWidth(widest)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._share_room()
        self.total.setVisible(not narrow)
        self.total_line.setVisible(narrow)
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
        if not self._narrow or not self.explain.isVisible():
            return False
        self.explain.hide()
        self.line = ""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
