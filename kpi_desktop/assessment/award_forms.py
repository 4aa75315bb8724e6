"""The parameters of 奖惩办法 as fields to fill in, and what is wrong with a rule beyond its own parameters."""

from collections.abc import Mapping
from typing import NamedTuple

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.awards import (
    SHARED_BY,
    AwardError,
    GradePenaltyParams,
    named_indicators,
    parse_award,
)
from kpi_desktop.assessment.facts import AwardRule, Facts
from kpi_desktop.assessment.names import SCOPE_ALL, SCOPE_GENERAL

FEWEST_PLACES = 3


class AwardField(NamedTuple):
    """One parameter: `name` as it is written, `title` as it is read, `unit` behind it, an example as `hint`."""

    name: str
    title: str
    unit: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()


_FACTORS = AwardField("因素", "分配因素", hint="人数,等次系数,得分")
_AMOUNT = "元"
_FIELDS: Mapping[str, tuple[AwardField, ...]] = {
    "pool": (AwardField("总额", "总额", _AMOUNT, "2000000"), _FACTORS),
    "per_head": (
        AwardField("标准", "人均标准", _AMOUNT, "3000"),
        AwardField("因素", "计发因素", hint="人数,等次系数"),
        AwardField("起付线", "起付线", "分", "不设则留空"),
    ),
    "contribution": (
        AwardField("总额", "总额", _AMOUNT, "1000000"),
        AwardField("指标", "指标和权重", hint="E01:60,E02:40"),
        AwardField("按", "按什么分", hint="不写按实绩", choices=SHARED_BY),
    ),
    "excess": (
        AwardField("指标", "指标", hint="E01"),
        AwardField("单位", "每超多少", hint="1 或 1%"),
        AwardField("标准", "每份奖", _AMOUNT, "20000"),
        AwardField("上限", "上限", _AMOUNT, "不设则留空"),
    ),
    "placing": (),
    "low_score": (
        AwardField("标准", "每人每分扣", _AMOUNT, "100"),
        AwardField("及格线", "及格线", "分", "不写用参数里的及格线"),
    ),
    "grade_penalty": (AwardField("等次", "等次", hint="不合格"), AwardField("金额", "每人扣", _AMOUNT, "2000")),
    "card_penalty": (
        AwardField("黄", "黄牌每张扣", _AMOUNT, "1000"),
        AwardField("红", "红牌每张扣", _AMOUNT, "3000"),
    ),
    "unfinished": (AwardField("标准", "每项扣", _AMOUNT, "2000"),),
}
_MOVE_UP = AwardField("递补", "停发递补", choices=("是", "否"))


def award_fields(method: str, params: str) -> tuple[tuple[AwardField, str], ...]:
    """The fields of a method with the texts that `params` gives them; for 名次奖励 one place more than is paid."""
    given = _pairs(params)
    fields = _places(given) if method == "placing" else _FIELDS[method]
    return tuple((field, given.get(field.name, "")) for field in fields)


def award_params(method: str, values: Mapping[str, str]) -> str:
    """`values` as the text of parameters, in the order of the method's fields; blanks are left out."""
    fields = _places(values) if method == "placing" else _FIELDS[method]
    written = ((field.name, values.get(field.name, "").strip()) for field in fields)
    return ";".join(f"{name}={value}" for name, value in written if value)


def award_problem(facts: Facts, rule: AwardRule) -> str | None:
    """Why `rule` cannot stand in the scheme of `facts`, as a Chinese sentence; None where it can."""
    if not rule.name.strip():
        return "没有名称"
    try:
        params = parse_award(rule.method, rule.params)
    except AwardError as error:
        return str(error)
    if isinstance(params, GradePenaltyParams) and params.grade not in {band.name for band in facts.bands}:
        return f"没有等次“{params.grade}”"
    indicators = {indicator.code: indicator for indicator in facts.indicators}
    for code in named_indicators(params):
        found = indicators.get(code)
        if found is None:
            return f"没有指标“{code}”"
        if found.rule.code == "panel" or found.rule.by_place:
            return f"“{code}”是评议或按名次计分的指标，不能用在这里"
    return _scope_problem(facts, rule.scope)


def _scope_problem(facts: Facts, scope: str) -> str | None:
    names = {group.name for group in facts.groups}
    if scope in (SCOPE_ALL, SCOPE_GENERAL):
        return None
    unknown = [part for part in scope.split("、") if part.strip() not in names]
    return f"范围：没有分组“{unknown[0]}”" if unknown else None


def _pairs(params: str) -> dict[str, str]:
    try:
        return dict(reading.pairs(params))
    except ValueError:
        return {}


def _places(given: Mapping[str, str]) -> tuple[AwardField, ...]:
    named = [int(name) for name, value in given.items() if name.isdecimal() and value]
    last = max(max(named, default=0) + 1, FEWEST_PLACES)
    return (*(AwardField(str(at), f"第 {at} 名", _AMOUNT) for at in range(1, last + 1)), _MOVE_UP)
