"""The checklist of every step of a year's course 编制 → 执行 → 考核 → 复核 → 定稿 (calculus, section 8)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.gaps import Gap, gaps
from kpi_desktop.assessment.names import GAPS
from kpi_desktop.assessment.results import Assessment, DepartmentResult
from kpi_desktop.assessment.wording import figure, money

if TYPE_CHECKING:
    from kpi_desktop.assessment.rewards import Rewards

FINDINGS: Mapping[str, str] = {
    **GAPS,
    "few_bearers": "排名对象过少",
    "partly_rated": "评委未评齐",
    "sums": "合计不符",
}
"""Kinds of findings: those of the year-end check, and three that only a checklist has."""
SCHEME_KINDS = ("unassigned", "points", "no_due_date", "no_standard")
DECIDED_IN_REVIEW = ("appeal_open", "undecided")
FEWEST_BEARERS = 3


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a step needs: `blockers` must go first, `warnings` are told and do not hold it up."""

    blockers: tuple[Gap, ...]
    warnings: tuple[Gap, ...]


def checklist(assessment: Assessment, to_state: str, day: date) -> Checklist:
    """The checklist of the step that leads to `to_state` on `day`. What is explained does not block.

    To 执行 and to 考核 the scheme must be complete; to 复核 nothing may be left blank but what is decided there (待定,
    appeals); to 定稿 nothing at all, nobody may be 待定 even with an explanation, and all sums agree.
    """
    found = gaps(assessment, day)
    awaited = tuple(partly_rated(assessment))
    if to_state == "final":
        from kpi_desktop.assessment.rewards import rewards  # money is of no concern to any other step

        blocking = [gap for gap in found if not gap.explained or gap.kind == "undecided"]
        return Checklist((*blocking, *sums(assessment, rewards(assessment))), awaited)
    few = tuple(few_bearers(assessment.facts))
    blanks = [gap for gap in found if not gap.explained]
    if to_state == "review":
        return _split(blanks, (*few, *awaited), lambda gap: gap.kind not in DECIDED_IN_REVIEW)
    if to_state == "assessing":
        return _split(blanks, few, lambda gap: gap.kind in SCHEME_KINDS)
    if to_state == "running":
        scheme = [gap for gap in blanks if gap.kind in (*SCHEME_KINDS, "no_line")]
        return _split(scheme, few, lambda gap: gap.kind in SCHEME_KINDS)
    return Checklist((), ())


def _split(found: Sequence[Gap], also_told: tuple[Gap, ...], blocks: Callable[[Gap], bool]) -> Checklist:
    told = tuple(gap for gap in found if not blocks(gap))
    return Checklist(tuple(gap for gap in found if blocks(gap)), (*told, *also_told))


def few_bearers(facts: Facts) -> Iterator[Gap]:
    """Indicators judged by place that fewer than three departments compete in, of a group where places count in one."""
    groups = {d.code: d.group for d in facts.departments}
    for indicator in facts.indicators:
        if not indicator.rule.by_place:
            continue
        pools: dict[str, int] = {}
        for target in facts.targets:
            if target.indicator == indicator.code:
                pool = "全部" if indicator.rule.whole_zone_scope else groups.get(target.department) or ""
                pools[pool] = pools.get(pool, 0) + 1
        for pool, count in pools.items():
            if count < FEWEST_BEARERS:
                message = f"{indicator.code} {indicator.name}按名次计分，{pool}只有 {count} 个部门参加排名"
                yield Gap("few_bearers", indicator.code, None, message)


def partly_rated(assessment: Assessment) -> Iterator[Gap]:
    """Panel lines that some class did not rate which rated others on the same indicator; their mean counts without."""
    facts = assessment.facts
    rated: dict[tuple[str, str], set[str]] = {}
    classes: dict[str, set[str]] = {}
    for rating in facts.ratings:
        rated.setdefault((rating.indicator, rating.department), set()).add(rating.rater_class)
        classes.setdefault(rating.indicator, set()).add(rating.rater_class)
    for result in assessment.departments():
        for line in result.lines:
            given = rated.get((line.code, result.code))
            if given is None or line.status == "assessed":
                continue
            missing = [each.name for each in facts.rater_classes if each.name in classes[line.code] - given]
            if missing:
                message = f"{result.name}：{line.code} {line.title}，{'、'.join(missing)}没有评分"
                yield Gap("partly_rated", line.code, result.code, message)


def sums(assessment: Assessment, paid: "Rewards") -> Iterator[Gap]:
    """Sums that do not agree: lines and categories, categories and total, money across and down."""
    for result in assessment.departments():
        yield from _score_sums(result)
    for each in paid.departments:
        if sum((item.amount for item in each.items), Decimal(0)) != each.net:
            yield Gap("sums", each.code, each.code, f"{each.department.name}各项奖惩之和不等于净额 {money(each.net)}")
    for rule in paid.rules:
        down = sum((each.amount(rule.name) for each in paid.departments), Decimal(0))
        if down != rule.distributed:
            yield Gap("sums", rule.name, None, f"{rule.name}各部门之和 {money(down)}，不等于 {money(rule.distributed)}")


def _score_sums(result: DepartmentResult) -> Iterator[Gap]:
    scored = Decimal(0)
    for category in result.categories:
        scored += category.score
        gained = sum((line.score for line in category.lines), Decimal(0))
        if gained != category.score:
            told = (
                f"{result.name}“{category.category.name}”各项得分之和 {figure(gained)}，不等于 {figure(category.score)}"
            )
            yield Gap("sums", category.category.name, result.code, told)
    total = max(scored + result.bonus - result.deduction, Decimal(0))
    if total != result.total:
        yield Gap("sums", result.code, result.code, f"{result.name}各类得分与加减分之和 {figure(total)}，不等于总分")
