"""奖惩办法: the rules in order, each with the sentence its parameters make and the sums it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.assessment.sums import sums, with_plan
from kpi_desktop.reports import figures
from kpi_desktop.reports.award_reasons import named
from kpi_desktop.reports.forms import award_words
from ui.grid.cells import TOTAL, Cell, Column, Row, dash, number
from ui.terms import clauses, term

if TYPE_CHECKING:
    from decimal import Decimal

    from kpi_desktop.assessment.rewards import RuleOutcome
    from ui.year import YearView

SUM = "sum"
"""The subject of the row of sums."""


def shown(amount: Decimal, view: YearView) -> str:
    """An amount as the scheme's tables show it: penalties in brackets."""
    unit = view.facts.settings.payout_unit
    return f"({figures.money(-amount, unit)})" if amount < 0 else figures.money(amount, unit)


def money(amount: Decimal | None, view: YearView, *, bold: bool = False, quiet_zero: bool = True) -> Cell:
    """A cell with an amount; None does not apply."""
    if amount is None:
        return dash()
    token = "pale" if not amount and quiet_zero else "text"
    return number(shown(amount, view), amount, bold=bold and bool(amount), token=token)


def columns(narrow: bool) -> list[Column]:
    """序, 办法, 范围, 怎么算, 计划, 兑现, 其中本组, 未分."""
    translate = QCoreApplication.translate
    wide = 84 if narrow else 96
    yuan = translate("Awards", "元")
    return [
        Column(translate("Awards", "序"), 40, sortable=False),
        Column(translate("Awards", "办法"), 128 if narrow else 140, sortable=False),
        Column(translate("Awards", "范围"), 64, sortable=False),
        Column(translate("Awards", "怎么算"), 0, sortable=False),
        Column(translate("Awards", "计划"), wide, right=True, unit=yuan, sortable=False),
        Column(translate("Awards", "兑现"), wide, right=True, unit=yuan, sortable=False),
        Column(translate("Awards", "其中本组"), wide, right=True, unit=yuan, sortable=False),
        Column(translate("Awards", "未分"), wide - 10, right=True, unit=yuan, sortable=False),
    ]


def rows(view: YearView, group: str) -> list[Row]:
    """A row a rule, then the sums; `group` is the one whose departments are shown below."""
    codes = [r.code for r in view.assessment.departments() if r.department.group == group]
    own = sums(view.rewards, codes)
    made = [
        _row(view, at, outcome, amount)
        for at, (outcome, amount) in enumerate(zip(view.rewards.rules, own.rules, strict=True), 1)
    ]
    return [*made, _sum_row(view, own.across)] if made else []


def _row(view: YearView, at: int, outcome: RuleOutcome, own: Decimal) -> Row:
    rule = outcome.rule
    words = sentence(view, outcome)
    cells = [
        Cell(str(at), token="secondary"),
        Cell(rule.name, tip=term(AWARD_METHODS[rule.method])),
        Cell(award_words.scope(rule), token="secondary", tip=rule.scope),
        Cell(words, tip=words),
        money(outcome.planned, view, quiet_zero=False),
        money(outcome.distributed, view),
        money(own, view),
        money(outcome.undistributed, view, bold=True),
    ]
    return Row(cells, rule.name)


def sentence(view: YearView, outcome: RuleOutcome) -> str:
    """What a rule pays or takes, and why any of it stayed undistributed."""
    words = award_words.standard(outcome.rule, view.facts)
    return clauses([words, *notes(view, outcome)])


def notes(view: YearView, outcome: RuleOutcome) -> list[str]:
    """Why a rule left money undistributed; nothing where it did not."""
    return [named(view.facts, outcome.rule, note) for note in outcome.notes] if outcome.undistributed else []


def left_words(view: YearView) -> str:
    """What stayed undistributed and why, a line a rule; empty where nothing did."""
    words = QCoreApplication.translate("Awards", "{name}未分 {amount} 元：{why}")
    lines = [
        words.format(name=each.name, amount=shown(each.undistributed, view), why=clauses(notes(view, each)))
        for each in view.rewards.rules
        if each.undistributed
    ]
    return "\n".join(lines)


def _sum_row(view: YearView, own: Decimal) -> Row:
    translate = QCoreApplication.translate
    plan = with_plan(view.rewards)
    words = ""
    if plan:
        planned, given, left = (shown(each, view) for each in plan.rules)
        words = translate("Awards", "有定额的：计划 {planned} = 兑现 {given} + 未分 {left}")
        words = words.format(planned=planned, given=given, left=left)
    cells = [
        Cell(),
        Cell(translate("Awards", "合计")),
        Cell(),
        Cell(words, token="secondary", tip=words),
        money(plan.rules[0], view, bold=True) if plan else dash(),
        money(view.rewards.net, view, bold=True),
        money(own, view, bold=True),
        money(plan.rules[2], view, bold=True) if plan else dash(),
    ]
    return Row(cells, SUM, TOTAL)
