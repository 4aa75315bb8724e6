"""结转: what is carried into the next year, with new due dates, what ends and on whose word, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ui.frame.entries import REPORTS
from ui.grid.entry import EntryGrid
from ui.grid.view import Table
from ui.look.tokens import BODY, GAP, LEDGER_ROW
from ui.pages.carry_over import done
from ui.pages.carry_over.choices import Decisions
from ui.pages.carry_over.source import MissedSource, TaskSource
from ui.pages.page import Page
from ui.parts.card import Card, label
from ui.parts.controls import Segments, button
from ui.parts.empty import Empty
from ui.terms import phrases
from ui.years_carried import nth_year

if TYPE_CHECKING:
    from kpi_desktop.office.leftovers import CarryPreview
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

TASKS, MISSED, CANCELLED, ALREADY = "tasks", "missed", "cancelled", "already"


class CarryOverPage(Page):
    """A preview to edit, one button, and then what was carried."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("督查"), jobs, session)
        self.hint = self.tr("在“新期限”里直接填日期，可成块粘贴 · 填了终止依据的不再办")
        self.preview: CarryPreview | None = None
        self.decisions, self._year, self._narrow = Decisions(), 0, False
        self.what = TASKS
        self.kinds = Segments(self.tr("看什么"))
        self.kinds.chosen.connect(self._kind_chosen)
        self.carry = button("", self.carry_over, "arrow-bend-down-right", "primary")
        self.propose = button(self.tr("按建议填期限"), self.take_proposals, "magic-wand")
        self.print_button = button(self.tr("打印结转清单"), self._print, "printer")
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.kinds)
        self.head.addStretch(1)
        for widget in (self.print_button, self.propose, self.carry):
            self.head.addWidget(widget)
        self.story = Card()
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 9, GAP, 9)
        self.happens = label("", BODY, wraps=True)
        row.addWidget(self.happens, 1)
        self.story.body.addLayout(row)
        self.column.addWidget(self.story)
        self.card = Card(" ")
        self.stack = QStackedWidget()
        self.tasks = EntryGrid(self.tr("要结转的任务"))
        self.missed = EntryGrid(self.tr("未达到目标的指标"))
        for grid in (self.tasks, self.missed):
            grid.totals_told.connect(self._totals_told)
        self.table = Table(self.tr("结转"), done.carried_columns(), LEDGER_ROW)
        self.empty = Empty("check-circle")
        for widget in (self.tasks, self.missed, self.table, self.empty):
            self.stack.addWidget(widget)
        self.card.body.addWidget(self.stack, 1)
        self.column.addWidget(self.card, 1)

    # --- showing

    def show_view(self, view: YearView) -> None:
        from kpi_desktop.office.carrying import preview

        assert self.session.book is not None
        if view.year != self._year:
            self.decisions, self._year, self.what = Decisions(), view.year, TASKS
        self.preview = preview(self.session.book, view.year, view.assessment)
        self.decisions.fit(self.preview)
        if not self.preview.items and self.preview.already and self.what == TASKS:
            self.what = ALREADY
        elif not self.preview.already and self.what == ALREADY:
            self.what = TASKS
        self._show()

    def _show(self) -> None:
        assert self.preview is not None
        counted = (
            (self.tr("要结转 {count}"), self.preview.items, TASKS),
            (self.tr("未达标指标 {count}"), self.preview.missed, MISSED),
            (self.tr("已终止 {count}"), self.preview.cancelled, CANCELLED),
            (self.tr("已结转 {count}"), self.preview.already, ALREADY),
        )
        self.kinds.show_items([(words.format(count=len(of)), kind) for words, of, kind in counted], self.what)
        self._say()
        self._show_body()

    def _say(self) -> None:
        """What the button will do, in a sentence."""
        assert self.preview is not None
        found, chosen = self.preview, self.decisions
        going = len(found.items) - len(chosen.cancelled)
        words = self.tr("结转到 {year} 年（{count} 项）").format(
            year=found.to_year, count=len(found.items) + len(chosen.indicators)
        )
        self.carry.setText(words)
        self.carry.setAccessibleName(words)
        idle = not found.items and not chosen.indicators
        self.carry.setEnabled(not found.blocked and not idle)
        self.propose.setEnabled(not idle)
        self.happens.setText(self._sentence(going, idle))

    def _sentence(self, going: int, idle: bool) -> str:
        assert self.preview is not None
        found, chosen = self.preview, self.decisions
        if found.blocked:
            return self.tr("{year} 年已定稿，不能再结转进去；请先为它另开一版。").format(year=found.to_year)
        if idle:
            return self.tr("没有要结转的任务。再结转一次也不会重复。")
        parts = [self.tr("{count} 项任务进入 {year} 年督查台账").format(count=going, year=found.to_year)]
        if older := self._ages():
            parts[0] += self.tr("（{ages}）").format(ages=older)
        if chosen.cancelled:
            parts.append(self.tr("{count} 项按依据终止").format(count=len(chosen.cancelled)))
        if chosen.indicators:
            parts.append(self.tr("{count} 项指标转为督查事项").format(count=len(chosen.indicators)))
        if count := chosen.undated(found):
            parts.append(self.tr("{count} 处还没有新期限，结转后列为空白").format(count=count))
        told = self.tr("{sentence}。").format(sentence=phrases(parts))
        if found.opens:
            opening = self.tr("{year} 年将按 {old} 年的部门和方案新开。")
            told = self.tr("{sentence}{next}").format(
                sentence=opening.format(year=found.to_year, old=found.from_year), next=told
            )
        return told

    def _ages(self) -> str:
        """第3年 2 项，第4年 1 项: those carried more than once."""
        assert self.preview is not None
        times = [item.times for item in self.preview.items if item.times > 1]
        words = self.tr("{age} {count} 项")
        return phrases(words.format(age=nth_year(each), count=times.count(each)) for each in sorted(set(times)))

    def _show_body(self) -> None:
        assert self.preview is not None and self.view is not None
        found, view = self.preview, self.view
        titles = {
            TASKS: (
                self.tr("要结转的任务"),
                self.tr("原期限和第几年自动带过去；没办完的节点一并带走，期限另定"),
            ),
            MISSED: (self.tr("未达到目标的指标"), self.tr("可以转为下一年的督查事项：只督查，不重复计分")),
            CANCELLED: (self.tr("已终止的任务"), self.tr("不结转，依据在此")),
            ALREADY: (self.tr("已结转的任务"), self.tr("在 {year} 年的台账里").format(year=found.to_year)),
        }
        self.card.title.setText(titles[self.what][0])
        self.card.remark.setText(titles[self.what][1])
        listed = {TASKS: found.items, MISSED: found.missed, CANCELLED: found.cancelled, ALREADY: found.already}
        if not listed[self.what]:
            self._show_empty()
        elif self.what == TASKS:
            self._show_grid(self.tasks, TaskSource(view, found, self.decisions, self._narrow))
        elif self.what == MISSED:
            self._show_grid(self.missed, MissedSource(view, found, self.decisions, self._narrow))
        elif self.what == CANCELLED:
            self.stack.setCurrentWidget(self.table)
            self.table.show_rows(done.cancelled_rows(view, found), done.cancelled_columns())
        else:
            self.stack.setCurrentWidget(self.table)
            self.table.show_rows(done.carried_rows(view, found), done.carried_columns())

    def _show_grid(self, grid: EntryGrid, source: TaskSource | MissedSource) -> None:
        source.setParent(grid)
        source.changed.connect(self._say, Qt.ConnectionType.QueuedConnection)
        source.changed.connect(grid.show_rows, Qt.ConnectionType.QueuedConnection)
        grid.set_source(source)
        self.stack.setCurrentWidget(grid)

    def _show_empty(self) -> None:
        assert self.preview is not None
        year = self.preview.to_year
        self.stack.setCurrentWidget(self.empty)
        words = {
            TASKS: (self.tr("没有要结转的任务"), self.tr("本年的任务都已销号、终止，或已经结转。")),
            MISSED: (self.tr("指标都达到了目标"), self.tr("没有可以转为督查事项的指标。")),
            CANCELLED: (self.tr("本年没有终止的任务"), self.tr("终止要在督查台账里写明依据。")),
            ALREADY: (self.tr("还没有结转"), self.tr("点右上角结转，未办完的任务就进入 {year} 年。").format(year=year)),
        }
        self.empty.show_words(*words[self.what])

    # --- what the user does

    def _totals_told(self, words: str) -> None:
        self.hint_changed.emit(words or self.hint)

    def _kind_chosen(self, kind: object) -> None:
        self.what = str(kind)
        self._show()

    def take_proposals(self) -> None:
        """Fill the blank new due dates with what is proposed."""
        if self.preview:
            self.decisions.propose(self.preview)
            self._show()

    def carry_over(self) -> None:
        """Carry over as decided, and show what came of it."""
        if self.preview is None:
            return
        self.what = ALREADY
        result = self.decisions.carry(self.session, self.preview, self.tr("没有结转"))
        if result is None:
            self.what = TASKS
            self._show()
            return
        words = self.tr("已结转 {count} 项到 {year} 年").format(
            count=len(result.carried) + len(result.items), year=result.to_year
        )
        self.told.emit(words, self.tr("在年度里选 {year} 年就能看到；Ctrl+Z 撤销。").format(year=result.to_year))

    def _print(self) -> None:
        self.go.emit((REPORTS, "carryover"))

    def visit(self, goal: tuple[str, ...]) -> None:
        """(tasks | missed | cancelled | already,)."""
        if goal and goal[0] in (TASKS, MISSED, CANCELLED, ALREADY) and self.view:
            self.what = goal[0]
            self._show()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if self.preview:
            self._show()

    def take_focus(self) -> None:
        self.stack.currentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
