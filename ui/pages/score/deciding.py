"""等次认定 in place: what the meeting decided, on what basis; those that are written down can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.ranking import bands_of
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, SMALL
from ui.pages.score.grades import undecided_words
from ui.parts.ask import AskForm
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.parts.fields import CHOICE, DAY, LONG, Field

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import GradeDecision
    from kpi_desktop.assessment.results import GroupResult
    from ui.session import Session
    from ui.year import YearView

BASIS_TALL = 110


class DecisionPanel(Card):
    """`told` brings what was decided and what is left, `closed` that it was put away."""

    told = Signal(str, str)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("等次认定"), parent)
        self._session = session
        self.setFixedWidth(DRAWER_WIDTH)
        self.head.addWidget(icon_button("x", self.tr("收起 Esc"), self.closed.emit, 14))
        self.form = AskForm()
        self.form.closed.connect(self.closed)
        self.body.addWidget(self.form, 1)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(GAP, 0, GAP, GAP)
        self._column.setSpacing(4)
        self.body.addWidget(self._list)

    def ask(self, view: YearView, group: GroupResult, department: str) -> None:
        """Ask for a decision on a department of `group`; those undecided come first."""
        waiting = [result for result in group.departments if result.undecided]
        ordered = [*waiting, *(result for result in group.departments if not result.undecided)]
        chosen = next((r for r in ordered if r.code == department and (r.undecided or not waiting)), ordered[0])
        known = {each.department: each for each in view.facts.decisions}
        before = known.get(chosen.code)
        bands = [band.name for band in bands_of(view.facts, group.group)]
        grade = before.grade if before else chosen.undecided_for or chosen.grade or ""
        basis = before.basis if before else ""
        fields = [
            Field("department", self.tr("部门"), CHOICE, chosen.code, True, choices=self._choices(ordered)),
            Field("grade", self.tr("认定等次"), CHOICE, grade, True, choices=[(name, name) for name in bands]),
            Field("basis", self.tr("认定依据"), LONG, basis, True, self._hint(), (), BASIS_TALL),
            Field("day", self.tr("认定日期"), DAY, str(before.day if before and before.day else view.day), True),
        ]
        self.remark.setText(group.group.name)
        self.form.ask(self.tr("写下会议的认定"), fields, self.tr("认定"), self._decide, self._note(group))
        self._show_decisions(view, group, list(known.values()))

    def _choices(self, results: list[Any]) -> list[tuple[str, str]]:
        words = self.tr("{name}　{total}　{grade}")
        waiting = self.tr("待定")
        return [
            (words.format(name=r.name, total=r.total, grade=waiting if r.undecided else r.grade or "–"), r.code)
            for r in results
        ]

    def _hint(self) -> str:
        return self.tr("会议名称、文号，为什么认定给它")

    def _note(self, group: GroupResult) -> str:
        told, _ = undecided_words(group)
        rule = self.tr("认定的部门先占名额，其余按名次再排；撤回后恢复计算的等次。待定没有认定完，不能定稿。")
        return "\n".join(part for part in (told, rule) if part)

    def _decide(self, answers: dict[str, Any]) -> bool:
        from kpi_desktop.office.deciding import decide_grade

        year = self._session.view.year if self._session.view else 0
        changes = self._session.act(lambda book: decide_grade(book, year, **answers), self.tr("没有写下认定"))
        view = self._session.view
        if changes and view:
            words = self.tr("{name}已认定为“{grade}”")
            told = words.format(name=view.name(answers["department"]), grade=answers["grade"])
            waiting = sum(result.undecided for result in view.assessment.departments())
            left = self.tr("还有 {count} 家待定").format(count=waiting) if waiting else self.tr("已没有待定")
            self.told.emit(told, left)
        return bool(changes)

    def withdraw(self, department: str) -> None:
        """Take the decision on a department back."""
        from kpi_desktop.office.deciding import withdraw_decision

        year = self._session.view.year if self._session.view else 0
        self._session.act(lambda book: withdraw_decision(book, year, department), self.tr("没有撤回认定"))

    def _show_decisions(self, view: YearView, group: GroupResult, decisions: list[GradeDecision]) -> None:
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        codes = {result.code for result in group.departments}
        own = [each for each in decisions if each.department in codes]
        if own:
            self._column.addWidget(label(self.tr("本组已认定 {count} 家").format(count=len(own)), SMALL, "quiet"))
        for each in own:
            self._column.addWidget(self._decision(view, each))
        self._list.setVisible(bool(own))

    def _decision(self, view: YearView, decision: GradeDecision) -> QWidget:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        words = self.tr("{name}　{grade}").format(name=view.name(decision.department), grade=decision.grade)
        shown = label(words, BODY)
        shown.setToolTip(self.tr("依据：{basis}").format(basis=decision.basis))
        row.addWidget(shown, 1)
        if view.facts.state != "final":
            withdraw = button(self.tr("撤回"), partial(self.withdraw, decision.department), kind="link")
            row.addWidget(withdraw)
        return inside
