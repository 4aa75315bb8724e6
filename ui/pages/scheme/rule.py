"""计分办法 of one indicator: its parameters as fields, read back as a sentence, drawn and tried as they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.plan import Plan, prepare
from kpi_desktop.assessment.rule_forms import beginning
from kpi_desktop.assessment.rule_words import rule_sentence
from kpi_desktop.assessment.rules import RULES, Rule, RuleError, parse_rule
from kpi_desktop.assessment.trial import bearers, tried
from kpi_desktop.exchange.entering import Typed
from ui.grid.book_source import BookSource
from ui.look.tokens import GAP, SMALL
from ui.pages.scheme.apply import ApplyPanel
from ui.pages.scheme.rule_fields import RuleFields
from ui.pages.scheme.sentence import Sentence
from ui.pages.scheme.trial_view import TrialView
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button
from ui.parts.fields import Problem
from ui.renewing import LARGE_YEAR
from ui.terms import clauses
from ui.words import in_percent, points

if TYPE_CHECKING:
    from fractions import Fraction

    from kpi_desktop.assessment.facts import Indicator
    from kpi_desktop.assessment.results import Assessment, Line
    from ui.jobs import Jobs, Progress
    from ui.session import Session
    from ui.year import YearView

BESIDE = 450
"""What else stands in the card's head."""
PAUSE = 120
"""Milliseconds after the last keystroke before it is reckoned."""


class RuleCard(Card):
    """`told` what was saved; `laid` asks to lay the indicator on departments."""

    told = Signal(str, str)
    laid = Signal(str)

    def __init__(self, session: Session, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._jobs, self._turn = jobs, 0
        self._writer = BookSource(session)
        self._view: YearView | None = None
        self._plan: Plan | None = None
        self._lines: tuple[Line, ...] = ()
        self._value: Fraction | None = None
        self.indicator: Indicator | None = None
        self.before: Rule | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.reckon)
        self._build_head()
        self._build_body()
        self._build_foot()
        self.panel = ApplyPanel(self)
        self.panel.applied.connect(self._apply)

    # --- building

    def _build_head(self) -> None:
        self.changes = label("", SMALL)
        self.changes.setProperty("state", "accent")
        self.head.addWidget(self.changes)
        self.head.addWidget(label(self.tr("试算用"), SMALL, "quiet"))
        self.bearer = Chooser(self.tr("试算用哪个部门"))
        self.bearer.setMinimumWidth(196)
        self.bearer.currentIndexChanged.connect(self._bearer_chosen)
        self.head.addWidget(self.bearer)

    def _build_body(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.setSpacing(8)
        self.fields = RuleFields()
        self.fields.changed.connect(self._typed)
        self.fields.entered.connect(self.save)
        self.fields.chosen.connect(self._rule_chosen)
        column.addWidget(self.fields)
        self.sentence = Sentence()
        column.addWidget(self.sentence)
        self.trial = TrialView()
        self.trial.tried.connect(self._try_value)
        column.addWidget(self.trial, 1)
        self.problem = Problem()
        column.addWidget(self.problem)
        self.body.addLayout(column, 1)

    def _build_foot(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 6, GAP, 10)
        row.setSpacing(8)
        self.note = label(self.tr("曲线随打字重画；点曲线或表里的点试算"), SMALL, "quiet")
        row.addWidget(self.note, 1)
        self.lay = button(self.tr("落实到部门"), self._lay, "arrow-right", "link")
        row.addWidget(self.lay)
        self.restore = button(self.tr("还原"), self.restore_saved, kind="link")
        row.addWidget(self.restore)
        self.same = button("", self._offer)
        row.addWidget(self.same)
        self.save_button = button(self.tr("保存规则"), self.save, "check", "primary")
        row.addWidget(self.save_button)
        self.body.addLayout(row)

    # --- showing

    def show_indicator(self, view: YearView, code: str) -> None:
        """Show an indicator; what was typed and not saved stays where its rule in the book is still the same."""
        found = view.indicators.get(code)
        self.panel.hide()
        self.setVisible(found is not None)
        if found is None:
            self.indicator = None
            return
        same = self.indicator is not None and (self.indicator.code, self.indicator.rule) == (code, found.rule)
        keeps = same and self.is_changed
        if self._view is not view:
            self._view, self._plan = view, None
        if self.indicator is None or self.indicator.code != code:
            self._value = None
        self.indicator = found
        self.before = self._last_years(code)
        if not keeps:
            self.show_draft(found.rule.code, found.rule.params)
        else:
            self.reckon()

    def _last_years(self, code: str) -> Rule | None:
        from kpi_desktop.exchange.entering import rows_of

        session = self._writer.session
        year = self._writer.year - 1
        if session.book is None or year not in session.years:
            return None
        row = next((row for row in rows_of(session.book, year, "indicator") if row["code"] == code), None)
        return parse_rule(row["rule"], row["params"]) if row else None

    def show_draft(self, code: str, params: str) -> None:
        """Show a rule in the fields, saved or not."""
        assert self.indicator is not None
        self.fields.show_rule(code, params, self.indicator.rule, self.before)
        self.problem.hide()
        self.reckon()

    @property
    def is_changed(self) -> bool:
        """Whether the fields say something else than the book."""
        saved = self.indicator.rule if self.indicator else None
        if saved is None or not self.fields.code:
            return False
        return self.fields.code != saved.code or bool(self.fields.count_changes())

    def draft(self) -> Rule | None:
        """The rule as the fields say it; None where it cannot be read."""
        if not self.fields.judge():
            return None
        try:
            return parse_rule(self.fields.code, self.fields.params())
        except RuleError:
            return None

    def reckon(self) -> None:
        """Read the rule back, score its bearers with it and draw it."""
        self._pause.stop()
        view, indicator, rule = self._view, self.indicator, self.draft()
        self._show_buttons(rule is not None)
        if view is None or indicator is None or rule is None:
            return
        self.sentence.setText(rule_sentence(rule, in_percent(replace(indicator, rule=rule))))
        self._turn += 1
        if self.is_changed:
            self._try(self._turn, view, rule)
        else:
            self._arrived(self._turn, (self._plan, view.assessment))

    def _try(self, turn: int, view: YearView, rule: Rule) -> None:
        """Score the year with the rule; a large year in a worker."""
        assert self.indicator is not None
        code, plan = self.indicator.code, self._plan

        def work(_progress: Progress | None = None) -> tuple[Plan, Assessment]:
            made = plan or prepare(view.facts)
            return made, tried(made, code, rule)

        if view.rows <= LARGE_YEAR:
            self._arrived(turn, work())
            return
        job = self._jobs.start(work, self.tr("试算 {code}").format(code=code))
        job.finished.connect(lambda found: self._arrived(turn, found))

    def _arrived(self, turn: int, found: object) -> None:
        """Show bearers and curve; what was asked before the last change is too late."""
        if turn != self._turn or self.indicator is None or self._view is None:
            return
        assert isinstance(found, tuple)
        self._plan, assessment = found
        self._lines = bearers(assessment, self.indicator.code)
        self._show_bearers(self._view, assessment.decimals)
        self._show_trial(next(each for each in assessment.facts.indicators if each.code == self.indicator.code))

    def _show_bearers(self, view: YearView, decimals: int) -> None:
        words = self.tr("{name} {score} 分")
        items: list[tuple[str, object]] = [
            (
                words.format(name=view.name(line.spec.department), score=points(line.score, decimals)),
                line.spec.department,
            )
            for line in self._lines
        ]
        self.bearer.show_items(items or [(self.tr("没有部门承担"), "")], self.bearer.currentData())
        self.bearer.setEnabled(bool(items))
        assert self.indicator is not None
        self._show_title()
        told = self.tr("{code} · {count} 个部门承担").format(code=self.indicator.code, count=len(self._lines))
        self.remark.setText(told)

    def _show_title(self) -> None:
        """The indicator's name, as much of it as there is room for."""
        name = self.indicator.name if self.indicator else ""
        room = self.width() - BESIDE
        self.title.setText(QFontMetricsF(self.title.font()).elidedText(name, Qt.TextElideMode.ElideRight, room))
        self.title.setToolTip(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_title()

    def _show_trial(self, indicator: Indicator) -> None:
        line = next((each for each in self._lines if each.spec.department == self.bearer.currentData()), None)
        self.trial.show_line(indicator, line, self._value, self._competing(indicator, line))

    def _competing(self, indicator: Indicator, line: Line | None) -> int:
        """How many compete with a bearer for a place."""
        view = self._view
        if view is None or line is None or indicator.rule.whole_zone_scope:
            return len(self._lines)
        group = view.departments[line.spec.department].group
        return sum(view.departments[each.spec.department].group == group for each in self._lines)

    def _show_buttons(self, readable: bool) -> None:
        assert self.indicator is not None
        closed, changed = self._writer.why_closed, self.is_changed
        count = self.fields.count_changes() + (self.fields.code != self.indicator.rule.code)
        self.changes.setText(self.tr("改动 {count} 处").format(count=count) if changed else "")
        self.restore.setVisible(changed)
        self.save_button.setEnabled(changed and readable and not closed)
        self.save_button.setToolTip(closed)
        others = self._others()
        self.same.setVisible(bool(others))
        self.same.setText(self.tr("套到同办法的 {count} 项…").format(count=len(others)))
        self.same.setEnabled(readable and not closed)
        self.lay.setVisible(
            not any(t.indicator == self.indicator.code for t in self._view.facts.targets) if self._view else False
        )

    def _is_laid(self, view: YearView) -> bool:
        return any(self.indicator and target.indicator == self.indicator.code for target in view.facts.targets)

    def _others(self) -> list[Indicator]:
        if self._view is None or self.indicator is None:
            return []
        own, code = self.indicator.code, self.fields.code
        return [each for each in self._view.facts.indicators if each.rule.code == code and each.code != own]

    # --- what the user does

    def _typed(self) -> None:
        self._show_buttons(self.fields.judge())
        self._pause.start()

    def _rule_chosen(self, code: str) -> None:
        assert self.indicator is not None
        saved = self.indicator.rule
        last = self.before.params if self.before is not None and self.before.code == code else ""
        self.show_draft(code, saved.params if code == saved.code else last or beginning(code, self.fields.params()))

    def _bearer_chosen(self) -> None:
        self._value = None
        self.reckon()

    def _try_value(self, value: Fraction) -> None:
        self._value = value
        self.reckon()

    def restore_saved(self) -> None:
        """Give up what was typed."""
        if self.indicator is not None:
            self.show_draft(self.indicator.rule.code, self.indicator.rule.params)

    def save(self) -> None:
        """保存规则: write rule and parameters in one entry of the journal."""
        if self.draft() is not None and self.indicator is not None and self.is_changed:
            name = self.indicator.name
            if self._write([self.indicator.code], f"修改计分办法：{name}"):
                self.told.emit(
                    self.tr("已保存“{name}”的计分办法").format(name=name), self.tr("各部门得分已按新办法重算")
                )

    def _write(self, codes: list[str], action: str) -> bool:
        """Give indicators the rule of the fields; whether all of it was saved."""
        rows = {row["code"]: row["id"] for row in self._writer.stored("indicator")}
        params, name = self.fields.params(), RULES[self.fields.code].name
        typed = [
            Typed("indicator", rows[code], column, text)
            for code in codes
            for column, text in (("rule", name), ("params", params))
        ]
        told = self._writer.enter(typed, action, {})
        found = [told] if isinstance(told, str) else list(told.problems.values())
        self.problem.setText(clauses(dict.fromkeys(found)))
        self.problem.setVisible(bool(found))
        return not found

    def _offer(self) -> None:
        self.panel.offer(self._others(), self.fields.params())
        high = min(self.panel.height(), self.height() - 70)
        wide = self.panel.width()
        self.panel.setGeometry(self.width() - wide - GAP, self.height() - 52 - high, wide, high)
        self.panel.show()
        self.panel.raise_()

    def _apply(self, codes: list[str]) -> None:
        assert self.indicator is not None
        own = [self.indicator.code] if self.is_changed else []
        if self._write([*own, *codes], f"套用计分办法：{self.indicator.name} 等 {len(codes) + len(own)} 项"):
            words = self.tr("{count} 项指标的参数已改成一样").format(count=len(codes) + 1)
            self.told.emit(words, self.tr("Ctrl+Z 一次撤销"))

    def _lay(self) -> None:
        if self.indicator is not None:
            self.laid.emit(self.indicator.code)
