"""An award rule that is added to a copy of the scheme: it begins with figures that can be reckoned, to be changed."""

from collections.abc import Iterable, Mapping

from kpi_desktop.assessment.facts import AwardRule, Facts, Indicator
from kpi_desktop.assessment.months import is_ratio
from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.assessment.whatif import Change

_BEGUN: Mapping[str, str] = {
    "pool": "总额=100000;因素=人数,等次系数",
    "per_head": "标准=1000;因素=人数,等次系数",
    "contribution": "总额=100000;指标={indicator}",
    "excess": "指标={indicator};单位={unit};标准=10000",
    "placing": "1=30000;2=20000;3=10000",
    "low_score": "标准=100",
    "grade_penalty": "等次={grade};金额=1000",
    "card_penalty": "黄=1000;红=3000",
    "unfinished": "标准=1000",
}


def begun_rule(facts: Facts, method: str, group: str) -> AwardRule | None:
    """A rule of `method` for `group` to begin with, under a name that is free.

    None where the scheme has nothing it could name: no indicator that is reached by its own value, no grade.
    """
    params = _BEGUN[method]
    indicator, grade = _measured(facts, group), _lowest_grade(facts, group)
    if ("{indicator}" in params and indicator is None) or ("{grade}" in params and grade is None):
        return None
    named = params.format(
        indicator=indicator.code if indicator else "",
        unit="1%" if indicator and (is_ratio(indicator) or indicator.rule.measure == "增幅") else "1",
        grade=grade or "",
    )
    return AwardRule(_free_name(facts, AWARD_METHODS[method]), method, group, named)


def _measured(facts: Facts, group: str) -> Indicator | None:
    """An indicator that the group bears and that may be named in an award, a key one before the others."""
    members = {department.code for department in facts.departments if department.group == group}
    borne = {target.indicator for target in facts.targets if target.department in members}
    usable = [i for i in facts.indicators if i.code in borne and i.rule.code != "panel" and not i.rule.by_place]
    return next((i for i in usable if i.key), next(iter(usable), None))


def _lowest_grade(facts: Facts, group: str) -> str | None:
    own = [band for band in facts.bands if band.group == group] or [band for band in facts.bands if not band.group]
    return min(own, key=lambda band: band.minimum).name if own else None


def _free_name(facts: Facts, name: str) -> str:
    taken = {rule.name for rule in facts.awards}
    found, at = name, 1
    while found in taken:
        at += 1
        found = f"{name}{at}"
    return found


def as_changes(rule: AwardRule) -> tuple[Change, ...]:
    """The changes that make `rule` a new one of the scheme."""
    return tuple(
        Change("award_rule", (rule.name,), name, value)
        for name, value in (("method", rule.method), ("scope", rule.scope), ("params", rule.params))
    )


def count_of(changes: Iterable[Change]) -> int:
    """How many places a scheme changes; a rule that is new or of another method is one of them."""
    found = tuple(changes)
    whole = {each.key for each in found if each.table == "award_rule" and each.name == "method"}
    rest = [each for each in found if each.table != "award_rule" or each.key not in whole]
    return len(whole) + len(rest)
