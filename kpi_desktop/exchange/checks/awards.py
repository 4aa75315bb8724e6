"""Rewards, penalties and consequences: scopes, parameters, what they name."""

from kpi_desktop.assessment import names
from kpi_desktop.assessment.awards import AwardError, AwardParams, GradePenaltyParams, named_indicators, parse_award
from kpi_desktop.assessment.rules import RuleError, parse_rule
from kpi_desktop.exchange.draft import Draft, Entry, Report


def check(draft: Draft, report: Report) -> None:
    """Every award rule and every consequence."""
    grades = {band["name"] for band in draft.entries["grade_band"]}
    for award in draft.all("award_rule", "scope"):
        _check_scope(draft, report, award)
    for award in draft.all("award_rule", "method", "params"):
        try:
            params = parse_award(award["method"], award["params"] or "")
        except AwardError as error:
            report.blame((award, "params"), (award, "method"), wrong=str(error))
            continue
        _check_named(draft, report, award, params, grades)
    for consequence in draft.all("consequence", "trigger"):
        _check_trigger(draft, report, consequence, grades)


def _check_scope(draft: Draft, report: Report, award: Entry) -> None:
    scope = award["scope"]
    if scope in (names.SCOPE_ALL, names.SCOPE_GENERAL):
        return
    for group in scope.split("、"):
        if draft.find("group_", group) is None and not draft.in_doubt("group_", group):
            right = "应为 全部、一般,或“分组”表里的名称,之间用 、"
            report.blame((award, "scope"), wrong=f"里的“{group}”不是分组", right=right)


def _check_named(draft: Draft, report: Report, award: Entry, params: AwardParams, grades: set[str]) -> None:
    if isinstance(params, GradePenaltyParams) and _is_no_grade(draft, params.grade, grades):
        report.blame((award, "params"), wrong=f"里的等次“{params.grade}”在“等次”表里没有", right="请改正等次")
    for code in named_indicators(params):
        indicator = draft.find("indicator", code)
        if indicator is None:
            if not draft.in_doubt("indicator", code):
                report.blame((award, "params"), wrong=f"里的指标“{code}”在“指标”表里没有", right="请改正编码")
        elif _has_no_goal(indicator):
            wrong = f"不成:“{award['name']}”用到“{code}”,而它是评议或按名次计分的指标"
            report.blame((award, "params"), (indicator, "rule"), (indicator, "params"), wrong=wrong, right="请换指标")


def _is_no_grade(draft: Draft, name: str, grades: set[str]) -> bool:
    return name not in grades and not draft.in_doubt("grade_band", name)


def _has_no_goal(indicator: Entry) -> bool:
    """Whether an indicator is rated by a panel or judged by place, so that nobody reaches or exceeds a goal."""
    if not indicator.reads("rule", "params"):
        return False
    try:
        rule = parse_rule(indicator["rule"], indicator["params"] or "")
    except RuleError:
        return False
    return rule.code == "panel" or rule.by_place


def _check_trigger(draft: Draft, report: Report, consequence: Entry, grades: set[str]) -> None:
    kind, _, name = consequence["trigger"].partition(":")
    if kind == names.TRIGGER_GRADE:
        if _is_no_grade(draft, name, grades):
            report.blame((consequence, "trigger"), wrong=f"里的等次“{name}”在“等次”表里没有", right="请改正等次")
    elif kind != names.TRIGGER_DIRECTIVE or name not in names.COLOURS.values():
        right = "应写成 等次:不合格 或 督办:红(蓝、黄、红)"
        report.blame((consequence, "trigger"), wrong="不是触发条件", right=right)
