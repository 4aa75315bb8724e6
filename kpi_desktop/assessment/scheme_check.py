"""方案检查: what must hold before a changed scheme may be adopted, and what is worth knowing about it."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.award_forms import award_problem
from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.plan import WHOLE
from kpi_desktop.assessment.whatif import Outcome, economic_shares
from kpi_desktop.assessment.wording import figure, money, percentage

GOOD, WARNING, BAD = "good", "warning", "bad"


class Remark(NamedTuple):
    """One thing looked at: GOOD, WARNING or BAD, what it is, and the figure."""

    level: str
    words: str
    figure: str


def objections(facts: Facts) -> tuple[str, ...]:
    """Why this scheme may not be adopted, a sentence each; nothing where it may."""
    return (*_sums(facts), *_figures(facts), *_awards(facts))


def _sums(facts: Facts) -> Iterator[str]:
    for group in facts.groups:
        total = group_points(facts, group.name)
        if total != WHOLE:
            yield f"“{group.name}”各类别分值合计 {figure(total)}，应为 {WHOLE}"


def group_points(facts: Facts, group: str) -> Fraction:
    """The sum of a group's points over its scored categories."""
    return sum((fraction(each.points) for each in facts.weights if each.group == group), Fraction(0))


def _figures(facts: Facts) -> Iterator[str]:
    decimals = facts.settings.decimals
    for weight in facts.weights:
        yield from _points(f"“{weight.group}”的“{weight.category}”分值", weight.points, decimals)
    for target in facts.targets:
        if target.multiplier < 0:
            yield f"{target.indicator} 在 {target.department} 的系数不能是负数"
    for band in facts.bands:
        name = f"等次“{band.name}”的"
        yield from _points(f"{name}最低分", band.minimum, decimals)
        if band.coefficient < 0 or (band.room is not None and band.room < 0):
            yield f"{name}系数和名额不能是负数"
        if band.room_share is not None and not 0 <= band.room_share <= 1:
            yield f"{name}比例上限应在 0 与 100% 之间"


def _points(what: str, value: Exact, decimals: int) -> Iterator[str]:
    if value < 0:
        yield f"{what}不能是负数"
    elif (fraction(value) * 10**decimals).denominator != 1:
        yield f"{what} {figure(value)} 的小数多于 {decimals} 位"


def _awards(facts: Facts) -> Iterator[str]:
    for rule in facts.awards:
        problem = award_problem(facts, rule)
        if problem:
            yield f"奖惩办法“{rule.name}”：{problem}"


def remarks(before: Outcome, after: Outcome, group: str) -> tuple[Remark, ...]:
    """What to look at for one group: sums, full marks, money, who stands apart, ties, then the other objections."""
    total = group_points(after.facts, group)
    found = [Remark(GOOD if total == WHOLE else BAD, "组内分值合计", f"{figure(total)} 分"), _full_marks(after, group)]
    found.append(_planned(before, after))
    shares = next((each for each in economic_shares(after.assessment) if each.group == group), None)
    if shares:
        found += [Remark(WARNING, f"{name}缺项，经济占比", percentage(share)) for name, share in shares.apart]
    undecided = [r.name for r in after.assessment.departments() if r.undecided and r.department.group == group]
    if undecided:
        found.append(Remark(WARNING, "、".join(undecided), "等次待定"))
    others = [each for each in objections(after.facts) if not each.startswith(f"“{group}”各类别")]
    return (*found, *(Remark(BAD, each, "") for each in others))


def _full_marks(after: Outcome, group: str) -> Remark:
    results = [r for r in after.assessment.departments() if r.department.group == group]
    whole = sum(sum(part.full for part in r.categories) == WHOLE for r in results)
    level = GOOD if whole == len(results) else WARNING
    return Remark(level, f"各部门满分合计 {WHOLE}", f"{whole} / {len(results)} 个")


def _planned(before: Outcome, after: Outcome) -> Remark:
    then, now = (
        sum((rule.planned for rule in each.rewards.rules if rule.planned is not None), Decimal(0))
        for each in (before, after)
    )
    if then == now:
        return Remark(GOOD, "有定额的奖励总额不变", money(now))
    return Remark(WARNING, "有定额的奖励总额", f"{money(then)} → {money(now)}")
