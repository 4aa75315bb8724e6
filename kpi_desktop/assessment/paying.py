"""The rules that pay by weight or by measure: 总额分配, 人均标准, 贡献分配, 超额奖励 (calculus, section 7)."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from kpi_desktop.assessment.awards import ContributionParams, ExcessParams, PerHeadParams, PoolParams
from kpi_desktop.assessment.exact import fraction, largest_remainder
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.grounds import (
    STOPPED,
    Excess,
    Factors,
    HeadStandard,
    Nothing,
    PartShare,
    PoolShare,
)
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.payroll import Earner, Ground, Outcome, Payroll
from kpi_desktop.assessment.results import Line
from kpi_desktop.assessment.wording import figure, measured, money

ZERO = Fraction(0)
EQUALLY = "均分"


def payable(earners: Sequence[Earner]) -> tuple[list[Earner], dict[str, tuple[Ground, ...]]]:
    """Those whose rewards do not stop, and the ground of those whose do."""
    paid = [earner for earner in earners if not earner.result.rewards_stopped]
    return paid, {earner.code: (STOPPED,) for earner in earners if earner.result.rewards_stopped}


def pool(roll: Payroll, scope: str, params: PoolParams) -> Outcome:
    """总额分配: a pool by the product of the chosen factors."""
    paid, grounds = payable(roll.in_scope(scope))
    factors = [_factors(earner, params.factors) for earner in paid]
    weights = [_weight(each) for each in factors]
    whole, units = sum(weights, ZERO), roll.whole_units(params.total)
    parts = largest_remainder(units, weights)
    for earner, own, weight, part in zip(paid, factors, weights, parts, strict=True):
        grounds[earner.code] = (PoolShare(params.total, own, weight, whole, roll.amount(part)),)
    if not whole:
        reason = "范围内各部门的权重都是 0" if paid else "范围内没有可以发放的部门"
        notes: tuple[str, ...] = (f"{reason}，{money(params.total)}未分配",) if params.total else ()
    else:
        notes = broken_unit(roll, params.total - roll.amount(units))
    return Outcome(_by_code(paid, parts), grounds, params.total, notes)


def per_head(roll: Payroll, scope: str, params: PerHeadParams) -> Outcome:
    """人均标准: a standard times the product of its factors, nothing below 起付线."""
    paid, grounds = payable(roll.in_scope(scope))
    units: dict[str, int] = {}
    for earner in paid:
        total = earner.result.total
        if params.floor is not None and total < params.floor:
            reason = f"总分 {figure(total)} 低于起付线 {figure(params.floor)}，不发"
            grounds[earner.code] = (Nothing(reason),)
            continue
        factors = _factors(earner, params.factors)
        units[earner.code] = roll.nearest_units(params.standard * _weight(factors))
        amount = roll.amount(units[earner.code])
        grounds[earner.code] = (HeadStandard(params.standard, factors, amount),)
    return Outcome(units, grounds)


def broken_unit(roll: Payroll, rest: Fraction) -> tuple[str, ...]:
    """The note on what is less than a payout unit."""
    return (f"不足一个兑现单位({money(roll.unit)})的 {money(rest)}未分配",) if rest else ()


def _factors(earner: Earner, names: Sequence[str]) -> Factors:
    """The chosen factors of a department. Without a grade that has a coefficient, 等次系数 is 0: nothing is guessed."""
    figures = {
        "人数": earner.headcount,
        "等次系数": earner.coefficient or ZERO,
        "得分": fraction(earner.result.total),
    }
    return tuple((name, figures[name]) for name in names)


def _weight(factors: Factors) -> Fraction:
    return max(prod((value for _, value in factors), start=Fraction(1)), ZERO)


def _by_code(earners: Sequence[Earner], parts: Sequence[int]) -> dict[str, int]:
    return {earner.code: part for earner, part in zip(earners, parts, strict=True)}


class _Part(NamedTuple):
    """One indicator's part of a contribution pool: units and grounds by department, and why any stay undistributed."""

    units: Mapping[str, int]
    grounds: Mapping[str, Ground]
    notes: tuple[str, ...]


def contribution(roll: Payroll, scope: str, params: ContributionParams) -> Outcome:
    """贡献分配: a pool over indicators, each part over those who reached the goal."""
    paid, grounds = payable(roll.in_scope(scope))
    whole_units = roll.whole_units(params.total)
    parts = largest_remainder(whole_units, [weight for _, weight in params.indicators])
    units: dict[str, int] = {}
    notes: list[str] = []
    for (code, _), part in zip(params.indicators, parts, strict=True):
        shared = _share_part(roll, paid, code, part, params.by)
        notes += shared.notes
        for department, count in shared.units.items():
            units[department] = units.get(department, 0) + count
        for department, ground in shared.grounds.items():
            grounds[department] = (*grounds.get(department, ()), ground)
    for earner in paid:
        grounds.setdefault(earner.code, (Nothing("没有承担本办法的指标"),))
    if whole_units and not sum(parts):
        notes = [f"各指标的权重都是 0,{money(params.total)}未分配"]
    else:
        notes += broken_unit(roll, params.total - roll.amount(whole_units))
    return Outcome(units, grounds, params.total, tuple(notes))


def _share_part(roll: Payroll, paid: Sequence[Earner], code: str, part: int, by: str | None) -> _Part:
    bearers = [(earner, line) for earner in paid if (line := earner.target_line(code)) is not None]
    earned = [(earner, line) for earner, line in bearers if line.reached]
    grounds: dict[str, Ground] = {e.code: Nothing(_not_reached(roll, line)) for e, line in bearers if not line.reached}
    by = by or (EQUALLY if any(line.lower_better for _, line in earned) else "实绩")
    weights = [_CONTRIBUTIONS[by](earner, line) for earner, line in earned]
    whole, units = sum(weights, ZERO), largest_remainder(part, weights)
    money_part = roll.amount(part)
    for (earner, _), weight, count in zip(earned, weights, units, strict=True):
        grounds[earner.code] = PartShare(code, money_part, by, weight, whole, roll.amount(count))
    notes: tuple[str, ...] = ()
    if part and not whole:
        notes = (f"{code} {_nobody(bearers, earned, by)}，{money(money_part)}未分配",)
    return _Part(_by_code([earner for earner, _ in earned], units), grounds, notes)


def _nobody(bearers: Sequence[object], earned: Sequence[object], by: str) -> str:
    if earned:
        return f"达到目标的部门{by}都不大于 0"
    return "无人达到目标" if bearers else "在范围内无人承担"


def _not_reached(roll: Payroll, line: Line) -> str:
    if line.judged.status != "ok" or line.value is None:
        return f"{line.code}：没有结果，不算达到目标"
    if line.goal is None:
        return f"{line.code}：没有目标，不算达到目标"
    indicator = roll.indicator(line.code)
    percent = indicator is not None and _percent(indicator)
    return f"{line.code}：{measured(line.value, percent)}，没有达到目标 {measured(line.goal, percent)}"


def _percent(indicator: Indicator) -> bool:
    return in_percent(indicator) and not indicator.rule.by_place


def _increase(earner: Earner, line: Line) -> Fraction:
    target, actual = line.spec.subject, line.actual
    if not isinstance(target, Target) or target.prior is None or actual is None:
        return ZERO
    gained = actual - fraction(target.prior)
    return max(-gained if line.lower_better else gained, ZERO)


def _distance(earner: Earner, line: Line) -> Fraction:
    return ZERO if line.value is None or line.goal is None else abs(line.value - line.goal)


_CONTRIBUTIONS: Mapping[str, Callable[[Earner, Line], Fraction]] = {
    "实绩": lambda earner, line: max(line.actual or ZERO, ZERO),
    "增量": _increase,
    "超额": _distance,
    "人数": lambda earner, line: earner.headcount,
    EQUALLY: lambda earner, line: Fraction(1),
}
"""What each of those who reached brings in, by 按; a negative counts 0."""


def excess(roll: Payroll, scope: str, params: ExcessParams) -> Outcome:
    """超额奖励: a rate for each full unit beyond S under `tiered` and `efficacy`, beyond T under other rules."""
    paid, grounds = payable(roll.in_scope(scope))
    indicator = roll.indicator(params.indicator)
    units: dict[str, int] = {}
    for earner in paid:
        line = earner.target_line(params.indicator)
        if line is None or indicator is None:
            grounds[earner.code] = (Nothing(f"没有承担 {params.indicator}"),)
            continue
        ground = _excess(roll, indicator, line, params)
        grounds[earner.code] = (ground,)
        if isinstance(ground, Excess):
            units[earner.code] = roll.nearest_units(ground.amount)
    return Outcome(units, grounds)


def _excess(roll: Payroll, indicator: Indicator, line: Line, params: ExcessParams) -> Excess | Nothing:
    bound, word = _bound(indicator, line)
    if line.judged.status != "ok" or line.value is None or bound is None:
        return Nothing(f"{line.code}：没有结果或没有目标，不算超额")
    beyond = bound - line.value if line.lower_better else line.value - bound
    count = int(max(beyond, ZERO) // params.unit)
    percent = _percent(indicator)
    value, goal, unit = (measured(each, percent) for each in (line.value, bound, params.unit))
    if not count:
        return Nothing(f"{line.code}：{value}，没有超过{word} {goal} 满 {unit}")
    earned = params.standard * count
    capped = earned if params.cap is None else min(earned, params.cap)
    amount = roll.amount(roll.nearest_units(capped))
    better = f"{line.code}：{value}，好于{word} {goal} 的部分是 {measured(beyond, percent)}"
    found = f"{better}，每满 {unit} 算一份，共 {count} 份"
    return Excess(found, count, params.standard, params.cap, amount)


def _bound(indicator: Indicator, line: Line) -> tuple[Fraction | None, str]:
    target = line.spec.subject
    if indicator.rule.code == "tiered" and isinstance(target, Target):
        return (None if target.stretch is None else fraction(target.stretch)), "力争目标"
    return line.goal, "满意值" if indicator.rule.code == "efficacy" else "目标"
