"""方案推演: change the scheme on a copy and watch ranks, grades and money move beside today's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.assessment.robustness import robustness
from kpi_desktop.assessment.scheme_check import BAD, Remark, remarks
from kpi_desktop.assessment.whatif import (
    Comparison,
    Outcome,
    SchemeError,
    borrowed,
    compare,
    economic_shares,
    lost,
)
from ui.frame.entries import ARCHIVE, DEPARTMENTS, SCHEME
from ui.look.tokens import GAP, SMALL
from ui.pages.page import Page
from ui.pages.whatif import draft, offers, reckoning
from ui.pages.whatif.cards import Cards
from ui.pages.whatif.copy import NARROW_WIDTH, WIDTH, CopyCard
from ui.pages.whatif.scenarios import ScenariosCard
from ui.parts.card import label
from ui.parts.controls import Segments, button
from ui.parts.empty import Empty
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Facts
    from kpi_desktop.assessment.results import GroupResult
    from kpi_desktop.assessment.robustness import Neighbours
    from kpi_desktop.office.scenarios import Scenario
    from ui.jobs import Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

MOVES, FIRM, SCENARIOS = "moves", "firm", "scenarios"
PAUSE = 150
"""Milliseconds after the last keystroke before it is reckoned."""
LONG = 0.12
"""Seconds a reckoning may take in the window's own thread; longer ones go to a worker."""


class WhatIfPage(Page):
    """The copy at the left; ranks, money and firmness beside it; scenarios under a word of their own."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("方案推演"), jobs, session)
        self.hint = self.tr("↑↓ 增减数值 · 什么都不会保存，直到“采用”")
        self.group, self._narrow, self._took, self._turn = "", False, 0.0, 0
        self.draft = draft.Draft()
        self.comparison: Comparison | None = None
        self.pairs: tuple[Neighbours, ...] = ()
        self._before: Outcome | None = None
        self._year = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.reckon)
        self.groups, self.kinds = Segments(self.tr("考核分组")), Segments(self.tr("看什么"))
        self.groups.chosen.connect(self._group_chosen)
        self.kinds.chosen.connect(lambda _kind: self._arrange())
        self.copy = CopyCard()
        self.copy.typed.connect(self._typed)
        self.copy.cleared.connect(self._clear)
        self.copy.awards.added.connect(self._add_rule)
        self.copy.awards.dropped.connect(self._drop_rule)
        self.copy.awards.restored.connect(self._restore_rule)
        self.copy.saved.connect(self._save)
        self.copy.adopted.connect(self._adopt)
        self.scenarios = ScenariosCard()
        self.scenarios.opened.connect(self._open)
        self.scenarios.discarded.connect(self._discard)
        self.scenarios.adopted.connect(self._adopt_kept)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        self.head.addWidget(self.groups)
        self.head.addWidget(self.kinds)
        self.summary = label("", SMALL, "quiet")
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.head.addWidget(self.summary, 1)
        self.borrow = button(self.tr("从去年方案套"), self._borrow, "copy")
        self.head.addWidget(self.borrow)
        self.head.addWidget(button(self.tr("复制对比"), self.copy_text, "clipboard-text"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.copy)
        self.cards = Cards()
        row.addWidget(self.cards, 1)
        row.addWidget(self.scenarios, 1)
        self.empty = Empty("flask")
        self.empty.go.connect(self.go)
        row.addWidget(self.empty, 1)
        self.column.addLayout(row, 1)

    # --- showing

    def show_view(self, view: YearView) -> None:
        groups = [group for group in view.assessment.groups if group.departments]
        names = [group.group.name for group in groups]
        self.group = self.group if self.group in names else (names[0] if names else "")
        self.groups.show_items([(f"{g.group.name} {len(g.departments)}", g.group.name) for g in groups], self.group)
        self._before, self._plan = Outcome(view.facts, view.assessment, view.rewards), view.plan
        kept = self.draft.changes() if view.year == self._year else ()
        gone = lost(view.facts, kept)
        self.draft.take(view.facts, (each for each in kept if each not in gone), self.draft.name if kept else "")
        self._year = view.year
        self.borrow.setEnabled(view.year - 1 in self.session.years)
        self._arrange()
        self.reckon()
        self._show_scenarios()

    def _group_result(self, outcome: Outcome) -> GroupResult | None:
        return next((g for g in outcome.assessment.groups if g.group.name == self.group), None)

    def reckon(self) -> None:
        """Carry out the copy and show what it moves; a long reckoning goes to a worker."""
        self._pause.stop()
        before = self._before
        if before is None or not self.group:
            self.summary.setText("")
            return
        self._turn += 1
        turn, tried = self._turn, partial(reckoning.tried, before, self._plan, self.draft.changes())
        self._show_copy(before)
        if self._took <= LONG:
            self._arrived(turn, tried())
            return
        job = self.jobs.start(lambda _progress: tried(), self.tr("推演"))
        job.finished.connect(lambda found: self._arrived(turn, found))

    def _arrived(self, turn: int, found: object) -> None:
        """The outcome of a reckoning, or why there is none; what was asked before the last change is too late."""
        if turn != self._turn or self._before is None:
            return
        if isinstance(found, str):
            self.copy.show_remarks([Remark(BAD, found, "")])
            return
        assert isinstance(found, tuple)
        outcome, self._took = found
        self.comparison = compare(self._before, outcome)
        self._show_comparison()
        self._ask_firmness(turn, outcome)

    def _show_copy(self, before: Outcome) -> None:
        group = next(each for each in before.facts.groups if each.name == self.group)
        self.copy.show_draft(before.facts, group, self.draft, self._writable())

    def _writable(self) -> bool:
        book, before = self.session.book, self._before
        return bool(book and not book.read_only and before and before.facts.state != "final")

    def _show_comparison(self) -> None:
        comparison = self.comparison
        assert comparison is not None
        self.cards.show_comparison(comparison, self.group, self._narrow)
        then, now = (
            next(s.laid for s in economic_shares(each.assessment) if s.group == self.group)
            for each in (comparison.before, comparison.after)
        )
        self.copy.show_shares(then, now)
        self.copy.show_remarks(remarks(comparison.before, comparison.after, self.group))
        self.summary.setText(self._summary(comparison))

    def _summary(self, comparison: Comparison) -> str:
        if not self.draft.count():
            return self.tr("改左边任何一项，名次、等次和奖励就跟着变；什么都不会保存，直到“采用”")
        words = self.tr("全区名次变动 {ranks} 个部门　等次变动 {grades} 个　奖励移动 {money:,} 元")
        return words.format(ranks=comparison.moved, grades=comparison.regraded, money=comparison.shifted)

    def _ask_firmness(self, turn: int, outcome: Outcome) -> None:
        group = self._group_result(outcome)
        if group is None:
            return

        def work(_progress: Progress) -> tuple[Neighbours, ...]:
            return robustness(outcome.assessment, group)

        job = self.jobs.start(work, self.tr("推演名次稳健度"))
        job.finished.connect(lambda pairs: self._firmness_arrived(turn, pairs))

    def _firmness_arrived(self, turn: int, pairs: object) -> None:
        if turn != self._turn or self.comparison is None:
            return
        assert isinstance(pairs, tuple)
        self.pairs = pairs
        self.cards.show_firmness(pairs, self.comparison.after, self._narrow)

    def _show_scenarios(self) -> None:
        if self._before:
            self.scenarios.show_scenarios(self._kept(), self._before, self._plan, self.group)
        self._show_kinds()

    def _kept(self) -> tuple[Scenario, ...]:
        from kpi_desktop.office.scenarios import scenarios

        return scenarios(self.session.book, self._year) if self.session.book else ()

    # --- arranging

    def _show_kinds(self) -> None:
        count = len(self.scenarios.names())
        kept = self.tr("方案对比 {count}").format(count=count) if count else self.tr("方案对比")
        wide = [(self.tr("推演"), MOVES), (kept, SCENARIOS)]
        narrow = [(self.tr("推演"), MOVES), (self.tr("稳不稳"), FIRM), (kept, SCENARIOS)]
        shown = self.kinds.value() or MOVES
        self.kinds.show_items(narrow if self._narrow else wide, shown)
        if self.kinds.value() is None or (not self._narrow and shown == FIRM):
            self.kinds.mark(MOVES)

    def _arrange(self) -> None:
        self._show_kinds()
        kind = self.kinds.value()
        self.empty.setVisible(not self.group)
        self.copy.setVisible(bool(self.group))
        if not self.group:
            self._show_empty()
            return
        self.scenarios.setVisible(kind == SCENARIOS)
        self.cards.setVisible(kind != SCENARIOS)
        self.cards.arrange(moves=not self._narrow or kind == MOVES, firm=not self._narrow or kind == FIRM)

    def _show_empty(self) -> None:
        """There is nothing to try anything on yet."""
        self.cards.hide()
        self.scenarios.hide()
        words = self.tr("这里在方案的副本上试改分值、规则、等次和奖惩，看名次和兑现怎么变。先有分组和参评的部门。")
        ways = [
            (self.tr("登记部门"), "buildings", (DEPARTMENTS,)),
            (self.tr("去定考核方案"), "sliders-horizontal", (SCHEME,)),
            (self.tr("导入工作簿"), "download-simple", (ARCHIVE, "import")),
        ]
        self.empty.show_words(self.tr("{year} 年还没有可推演的方案").format(year=self._year), words, ways)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.copy.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)
        self._arrange()
        if self.comparison:
            self._show_comparison()

    # --- what the user does

    def _group_chosen(self, name: object) -> None:
        self.group = str(name)
        self.reckon()
        self._show_scenarios()

    def _typed(self, field: object, text: str) -> None:
        assert isinstance(field, draft.Field) and self._before is not None
        facts, tried = self._before.facts, self._tried_facts()
        try:
            for place, value in draft.read(tried, field, text):
                self.draft.put(facts, place, value)
            self.draft.applied(facts)
        except (draft.UnreadableError, SchemeError) as error:
            self._take_back(field, tried)
            self.copy.show_count(self._writable())
            self.copy.mark_bad(field, str(error))
            return
        self.copy.show_count(self._writable())
        self._pause.start()

    def _take_back(self, field: draft.Field, tried: Facts) -> None:
        """A value that cannot be read leaves its places as today's are, parameters as they last could be read."""
        assert self._before is not None
        keeps = field.part or field.places[0][0] == "award_rule"
        for place in field.places:
            self.draft.put(self._before.facts, place, draft.current(tried if keeps else self._before.facts, place))

    def _add_rule(self, method: str) -> None:
        """One more award rule on the copy, for the group on screen."""
        if self._before is None:
            return
        rule = offers.begun(self._before.facts, self.draft, method, self.group)
        if rule is None:
            words = self.tr("没有可用的指标或等次，不能加“{name}”").format(name=term(AWARD_METHODS[method]))
            self.refused.emit(words, self.tr("先在“考核方案”里建好指标和等次。"))
            return
        self.draft.add_rule(rule)
        self.reckon()
        self.copy.awards.choose(rule.name)

    def _drop_rule(self, name: str) -> None:
        if self._before is not None and name:
            self.draft.drop_rule(self._before.facts, name)
            self.reckon()

    def _restore_rule(self, name: str) -> None:
        self.draft.restore_rule(name)
        self.reckon()

    def _tried_facts(self) -> Facts:
        assert self._before is not None
        return self.draft.applied(self._before.facts)

    def _clear(self) -> None:
        self.draft.clear()
        self.copy.name.clear()
        self.reckon()

    def _borrow(self) -> None:
        from kpi_desktop.office.assessing import year_facts

        book, before = self.session.book, self._before
        if book is None or before is None:
            return
        self.draft.take(before.facts, borrowed(before.facts, year_facts(book, self._year - 1)))
        self.reckon()
        words = self.tr("已套用 {year} 年的分值、参数、等次和奖惩办法").format(year=self._year - 1)
        self.told.emit(words, self.tr("与今年不同的有 {count} 处，只在副本上").format(count=self.draft.count()))

    def _save(self, name: str) -> None:
        from kpi_desktop.office.scenarios import Scenario, save

        kept = Scenario(name.strip(), self.draft.changes())
        self.draft.name = kept.name
        if self.session.act(lambda book: save(book, self._year, kept), self.tr("没有保存副本")):
            self.told.emit(self.tr("已保存“{name}”").format(name=kept.name), self.tr("考核方案没有变"))

    def _adopt(self, name: str) -> None:
        from kpi_desktop.office.scenarios import Scenario

        self._adopt_scenario(Scenario(name, self.draft.changes()))

    def _adopt_kept(self, name: str) -> None:
        found = next((each for each in self._kept() if each.name == name), None)
        if found:
            self._adopt_scenario(found)

    def _adopt_scenario(self, scenario: Scenario) -> None:
        from kpi_desktop.office.scenarios import adopt

        if self.session.act(lambda book: adopt(book, self._year, scenario), self.tr("没有采用")):
            words = self.tr("已采用“{name}”，各处分数、等次和金额已重算").format(name=scenario.name)
            self.told.emit(words, self.tr("记入操作日志一条，Ctrl+Z 可以撤销"))

    def _open(self, name: str) -> None:
        found = next((each for each in self._kept() if each.name == name), None)
        if found and self._before:
            gone = lost(self._before.facts, found.changes)
            self.draft.take(self._before.facts, (each for each in found.changes if each not in gone), found.name)
            self.kinds.mark(MOVES)
            self._arrange()
            self.reckon()

    def _discard(self, name: str) -> None:
        from kpi_desktop.office.scenarios import discard

        if self.session.act(lambda book: discard(book, self._year, name), self.tr("没有放弃方案")):
            self.told.emit(self.tr("已放弃“{name}”").format(name=name), self.tr("Ctrl+Z 可以撤销"))

    def copy_text(self) -> None:
        """Put the comparison on the clipboard: ranks and money, or the scenarios side by side."""
        if self.kinds.value() == SCENARIOS:
            QGuiApplication.clipboard().setText(self.scenarios.text())
            return
        found = self.cards.text(self.comparison, self.group) if self.comparison else ""
        QGuiApplication.clipboard().setText(f"{self.summary.text()}\n{found}")

    def visit(self, goal: tuple[str, ...]) -> None:
        """(`group`, name), (`indicator`, code): its parameters, in a group that bears it."""
        if len(goal) != 2 or self._before is None:
            return
        facts, group = self._before.facts, goal[1]
        if goal[0] == "indicator":
            borne = {target.department for target in facts.targets if target.indicator == goal[1]}
            groups = [each.group for each in facts.departments if each.code in borne and each.group]
            group = self.group if self.group in groups else next(iter(groups), "")
        if group:
            self.groups.mark(group)
            self._group_chosen(group)
        if goal[0] == "indicator":
            self.copy.choose_indicator(goal[1])

    def take_focus(self) -> None:
        rows = self.copy.lists["weights"].rows
        if rows:
            rows[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
