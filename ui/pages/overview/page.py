"""总览: what blocks the next step, who lags, how the economy stands, what the week asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.frame.entries import ECONOMY, REPORTS, SCORE, SUPERVISION
from ui.gap_goals import is_there
from ui.grid.view import Table
from ui.look.tokens import GAP
from ui.pages.overview import agenda, economy, lights
from ui.pages.overview.blockers import Blockers, GapPanel
from ui.pages.overview.scope import Scope
from ui.pages.overview.standing import Standing
from ui.pages.page import Page
from ui.parts.card import Card, label
from ui.parts.controls import Segments, button
from ui.parts.day import DayChooser

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

ROW, TALLEST, DUE_ROW = 26, 36, 44
ROOMY = 1640
"""Pixels from which on the economy has room for its widest columns."""


class OverviewPage(Page):
    """The first page of an open book."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("总览"), jobs, session)
        self.hint = self.tr("点一行前往 · Enter 打开 · Alt+← 回到上一处")
        self.group: str | None = None
        self._narrow = False
        self.groups = Segments(self.tr("范围"))
        self.groups.chosen.connect(self._group_chosen)
        self.day = DayChooser()
        self.day.chosen.connect(self._day_edited)
        self.blockers = Blockers()
        self.blockers.kind_chosen.connect(self.show_gaps)
        self.blockers.walked.connect(self.go)
        self.gap_panel = GapPanel()
        self.gap_panel.went.connect(self.go)
        self.gap_panel.close_button.clicked.connect(self._arrange)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.groups)
        self.head.addWidget(self.day)
        self.head.addStretch(1)
        self.head.addWidget(button(self.tr("打印报表"), self._reports, "printer"))
        self.scores = button(self.tr("看考核评分"), self._scores, "medal")
        self.work = button(self.tr("今天的督办"), self._work, "flag", "primary")
        for each in (self.scores, self.work):
            self.head.addWidget(each)
        self.column.addWidget(self.blockers)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._lights_card(), 32)
        middle = QVBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self._economy_card(), 6)
        self.standing = Standing()
        self.standing.group_asked.connect(self._group_asked)
        self.standing.department_asked.connect(self._department_asked)
        middle.addWidget(self.standing, 5)
        row.addLayout(middle, 43)
        row.addWidget(self._agenda_column(), 25)
        row.addWidget(self.gap_panel)
        self.column.addLayout(row, 1)

    def _lights_card(self) -> Card:
        self.lights_card = Card(self.tr("部门亮灯"))
        self._link(self.lights_card, self.tr("督查台账"), (SUPERVISION, "filter", "all"))
        self.lights = Table(self.tr("部门亮灯"), lights.columns(False), ROW, TALLEST)
        self.lights.activated_on.connect(self._light_asked)
        self.lights_card.body.addWidget(self.lights, 1)
        return self.lights_card

    def _economy_card(self) -> Card:
        self.economy_card = Card(self.tr("主要经济指标"))
        self._link(self.economy_card, self.tr("全部指标"), (ECONOMY,))
        self.economy = Table(self.tr("主要经济指标"), economy.columns(False), ROW, TALLEST - 2)
        self.economy.activated_on.connect(self._figures_asked)
        self.economy_card.body.addWidget(self.economy, 1)
        self.economy_card.empty = label(
            self.tr("还没有落实到部门的重点经济指标；在“目标任务”里分解后，这里对着应达进度看实绩。"),
            role="quiet",
            wraps=True,
        )
        self.economy_card.empty.setContentsMargins(GAP, 0, GAP, GAP)
        self.economy_card.body.addWidget(self.economy_card.empty)
        return self.economy_card

    def _agenda_column(self) -> QWidget:
        self.agenda = QWidget()
        column = QVBoxLayout(self.agenda)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.due_card, self.due = self._list_card(self.tr("本周到期"), agenda.due_columns(), DUE_ROW)
        self.missing_card, self.missing = self._list_card(self.tr("还没报的"), agenda.missing_columns(), ROW, TALLEST)
        self.missing.horizontalHeader().show()
        self.carried_card, self.carried = self._list_card(
            self.tr("结转事项的年头"), agenda.carried_columns(), ROW, TALLEST
        )
        self._link(self.due_card, self.tr("到期清单"), (SUPERVISION, "filter", "week"))
        self._link(self.missing_card, self.tr("未报清单"), (SUPERVISION, "filter", "unreported"))
        self._link(self.carried_card, self.tr("结转清单"), (SUPERVISION, "filter", "carried"))
        for card in (self.due_card, self.missing_card, self.carried_card):
            column.addWidget(card, 100)
        column.addStretch(1)
        return self.agenda

    def _link(self, card: Card, words: str, goal: tuple[str, ...]) -> None:
        """A way from a card to the page that has all of it."""
        if is_there(goal[0]):
            name = self.tr("{words} ›").format(words=words)
            card.head.addWidget(button(name, lambda: self.go.emit(goal), kind="link"))

    def _list_card(self, title: str, columns: list, row: int, tallest: int = 0) -> tuple[Card, Table]:
        card = Card(title)
        table = Table(title, columns, row, tallest)
        table.horizontalHeader().hide()
        table.activated_on.connect(self._matter_asked)
        card.body.addWidget(table, 1)
        card.empty = label("", role="quiet")
        card.empty.setContentsMargins(GAP, 0, GAP, GAP)
        card.body.addWidget(card.empty)
        return card, table

    # --- showing

    def show_view(self, view: YearView) -> None:
        names = [group.group.name for group in view.assessment.groups]
        if self.group not in names:
            self.group = None
        counted = [(f"{g.group.name} {len(g.departments)}", g.group.name) for g in view.assessment.groups]
        self.groups.show_items([(self.tr("全区"), None), *counted], self.group)
        self.day.show_day(QDate(view.day.year, view.day.month, view.day.day))
        self.work.setText(self.tr("今天的督办 {count}").format(count=len(view.proposals)))
        self.blockers.show_view(view)
        if self.gap_panel.isVisible():
            self.gap_panel.show_kind(view, self.gap_panel.kind)
        self._show_scope()

    def _show_scope(self) -> None:
        assert self.view is not None
        scope = Scope(self.view, self.group)
        self._show_lights(scope)
        self._show_economy(scope)
        self.standing.show_scope(scope, self._narrow)
        self._show_agenda(scope)

    def _show_lights(self, scope: Scope) -> None:
        rows = lights.rows(scope, self._narrow)
        self.lights.show_rows(rows, lights.columns(self._narrow))
        total = rows[-1].cells[5].text
        self.lights_card.remark.setText(self.tr("{count} 项任务；点数字看名单").format(count=total))

    def _show_economy(self, scope: Scope) -> None:
        wholes = economy.wholes(scope)
        month = economy.last_month(wholes)
        tight = self._narrow
        columns = economy.columns(tight or self.width() < ROOMY, tight)
        self.economy.show_rows(economy.rows(wholes, tight), columns)
        where = self.group or self.tr("全区")
        words = self.tr("{where} · 竖线为 {month} 月底应达") if month else self.tr("{where} · 还没有实绩")
        self.economy_card.remark.setText(words.format(where=where, month=month))
        self.economy.setVisible(bool(wholes))
        self.economy_card.empty.setVisible(not wholes)
        self.economy_card.setMaximumHeight((self.economy.content_height(TALLEST - 2) if wholes else 52) + 48)

    def _show_agenda(self, scope: Scope) -> None:
        self._show_dues(scope)
        missing = agenda.missing(scope)
        words = self.tr("{departments} 家 {count} 处")
        self._fill(
            (self.missing_card, self.missing),
            agenda.missing_rows(scope, missing),
            words.format(departments=len(missing), count=sum(map(len, missing.values()))),
            self.tr("该报的都报了。"),
        )
        carried = agenda.carried(scope)
        self._fill(
            (self.carried_card, self.carried),
            agenda.carried_rows(scope, carried),
            self.tr("{count} 项，{open} 项还没办结").format(count=len(carried), open=agenda.open_ones(carried)),
            self.tr("没有从往年结转来的任务。"),
        )

    def _show_dues(self, scope: Scope) -> None:
        """What is due this week; in a quiet one what comes next."""
        dues = agenda.dues(scope)
        first, last = agenda.week(scope.view.day)
        words = self.tr("{first} 至 {last} · {count} 项")
        if not dues and (coming := agenda.soon(scope)):
            dues, words = coming, self.tr("{first} 至 {last} 没有；接下来 {count} 项")
        self._fill(
            (self.due_card, self.due),
            agenda.due_rows(scope, dues),
            words.format(first=f"{first:%m-%d}", last=f"{last:%m-%d}", count=len(dues)),
            self.tr("这一周没有到期的任务和节点。"),
        )

    def _fill(self, where: tuple[Card, Table], rows: list, remark: str, empty: str) -> None:
        card, table = where
        table.show_rows(rows)
        card.remark.setText(remark)
        table.setVisible(bool(rows))
        card.empty.setText(empty)
        card.empty.setVisible(not rows)
        row = DUE_ROW if table is self.due else TALLEST
        card.setMaximumHeight(48 + (table.content_height(row) + 6 if rows else 40))

    # --- where clicks lead

    def _group_chosen(self, group: object) -> None:
        self.group = group if isinstance(group, str) else None
        self._show_scope()

    def _day_edited(self, day: QDate) -> None:
        self.day_chosen.emit(day)

    def _light_asked(self, subject: object, column: int) -> None:
        """A number leads to the list it counts, the worst reason to its task."""
        if not isinstance(subject, tuple):
            return
        department, task = subject
        if column == lights.WHY and task:
            self.go.emit((SUPERVISION, "task", task))
        else:
            at = column - lights.FIRST_LIGHT
            light = lights.ORDER[at] if 0 <= at < len(lights.ORDER) else ""
            self.go.emit((SUPERVISION, "list", department, light))

    def _matter_asked(self, subject: object, column: int) -> None:
        """A task to its story; a target to its own."""
        if isinstance(subject, tuple) and self.view:
            department, code = subject
            is_task = code in self.view.tasks
            self.go.emit((SUPERVISION, "task", code) if is_task else (SUPERVISION, "target", code, department))

    def _figures_asked(self, subject: object, column: int) -> None:
        if isinstance(subject, tuple):
            department, code = subject
            self.go.emit((ECONOMY, code, department) if is_there(ECONOMY) else (SCORE, "line", department, code))

    def _group_asked(self, group: str) -> None:
        self.go.emit((SCORE, "group", group))

    def _department_asked(self, code: str) -> None:
        self.go.emit((SCORE, "department", code))

    def _reports(self) -> None:
        self.go.emit((REPORTS,))

    def _work(self) -> None:
        self.go.emit((SUPERVISION, "work"))

    def _scores(self) -> None:
        self.go.emit((SCORE,))

    def show_gaps(self, kind: str = "") -> None:
        """Open the drawer with the gaps of `kind`, all of them where it is empty."""
        if self.view:
            self.gap_panel.show_kind(self.view, kind)
            self._arrange()

    def visit(self, goal: tuple[str, ...]) -> None:
        if goal[:1] == ("gaps",):
            self.show_gaps(goal[1] if len(goal) > 1 else "")

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._arrange()
        if self.view:
            self._show_scope()

    def _arrange(self) -> None:
        self.agenda.setVisible(not (self._narrow and self.gap_panel.isVisibleTo(self)))

    def close_panel(self) -> bool:
        if not self.gap_panel.isVisible():
            return False
        self.gap_panel.hide()
        self._arrange()
        return True
