"""Section 2, from months to a year's actual, and the project rates of section 8."""

from datetime import date
from fractions import Fraction

from kpi_desktop.assessment.facts import Facts, Indicator, Project, Target
from tests.oracle.arithmetic import exactly

STAGES = {
    "签约率": ("sign_planned", "signed"),
    "落地率": ("land_planned", "landed"),
    "开工率": ("begin_planned", "begun"),
    "投产率": ("produce_planned", "produced"),
}


def indicator_of(facts: Facts, code: str) -> Indicator:
    """The indicator of that code."""
    for indicator in facts.indicators:
        if indicator.code == code:
            return indicator
    raise KeyError(code)


def source_kind(indicator: Indicator) -> str:
    """`indicator`, `project` or `own`: where the figures come from."""
    source = indicator.source or ""
    if source.startswith("指标:"):
        return "indicator"
    if source.startswith("项目:"):
        return "project"
    return "own"


def bears(facts: Facts, indicator: str, department: str) -> bool:
    """Whether the indicator is laid on the department."""
    return any(target.indicator == indicator and target.department == department for target in facts.targets)


def months_of(facts: Facts, target: Target) -> dict[int, Fraction]:
    """The months that have a value, entered or fetched from another indicator; none for a project rate."""
    indicator = indicator_of(facts, target.indicator)
    kind = source_kind(indicator)
    if kind == "project":
        return {}
    code = indicator.code
    if kind == "indicator":
        code = (indicator.source or "").removeprefix("指标:")
        if not bears(facts, code, target.department):
            return {}
    months: dict[int, Fraction] = {}
    for actual in facts.actuals:
        if actual.indicator == code and actual.department == "全区":
            months[actual.month] = exactly(actual.value)
    for actual in facts.actuals:
        if actual.indicator == code and actual.department == target.department:
            months[actual.month] = exactly(actual.value)
    return months


def accumulated(months: dict[int, Fraction], accumulation: str) -> Fraction | None:
    """What the months add up to in the indicator's way; blank without any month."""
    if not months:
        return None
    if accumulation == "sum":
        return sum(months.values(), Fraction(0))
    if accumulation == "average":
        return sum(months.values(), Fraction(0)) / len(months)
    return months[max(months)]


def actual_of(facts: Facts, target: Target) -> Fraction | None:
    """a, the year's actual of a target; None is blank."""
    indicator = indicator_of(facts, target.indicator)
    if source_kind(indicator) == "project":
        stage = (indicator.source or "").removeprefix("项目:")
        projects = [project for project in facts.projects if project.department == target.department]
        return project_rate(projects, stage, date(facts.settings.year, 12, 31))
    return accumulated(months_of(facts, target), indicator.accumulation)


def project_rate(projects: list[Project], stage: str, day: date) -> Fraction | None:
    """Reached by the day ÷ planned by then or reached by then; None where there is nothing to rate."""
    planned_name, reached_name = STAGES[stage]
    above = 0
    below = 0
    for project in projects:
        planned = getattr(project, planned_name)
        reached = getattr(project, reached_name)
        is_reached = reached is not None and reached <= day
        is_planned = planned is not None and planned <= day
        if is_reached:
            above += 1
        if is_reached or is_planned:
            below += 1
    return Fraction(above, below) if below else None
