"""From facts to every department's total (calculus, sections 2 to 6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import cast

from kpi_desktop.assessment import exact, measures, months, projects
from kpi_desktop.assessment.adjusting import Adjusted, adjusted
from kpi_desktop.assessment.curves import shares_at
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Task
from kpi_desktop.assessment.measures import Ratio
from kpi_desktop.assessment.panels import panel_results
from kpi_desktop.assessment.plan import DepartmentPlan, IndicatorPlan, Plan, Section, prepare
from kpi_desktop.assessment.ranking import ranked_group
from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.assessment.results import (
    Assessment,
    CategoryResult,
    DepartmentResult,
    GroupResult,
    Judged,
    LazyLines,
    Line,
)
from kpi_desktop.assessment.tasks import latest_percents, milestones_by_task, task_share

BLANK = (0, 0)
NOTHING = (0, 1)


def score(facts: Facts) -> Assessment:
    """The assessment of a year. Pure: the same facts give the same figures, to the last digit."""
    return score_plan(prepare(facts))


def score_plan(plan: Plan) -> Assessment:
    """The arithmetic over a prepared plan."""
    with collector_resting():
        return _scored(plan)


def _scored(plan: Plan) -> Assessment:
    outcomes = _outcomes(plan)
    adjustments = adjusted(plan.facts)
    groups = []
    for group in plan.groups:
        results = [
            _department(plan.facts.settings.decimals, each, outcomes, adjustments[each.department.code])
            for each in group.departments
        ]
        groups.append(GroupResult(group.group, ranked_group(plan.facts, group.group, results)))
    return Assessment(plan.facts, tuple(groups))


@dataclass(frozen=True, slots=True)
class _Outcomes:
    """Columns over all lines of a year, in the plan's order; None for a blank.

    `statuses`: of the lines without a share, which count `NOTHING`.
    """

    shares: list[Ratio]
    values: list[Ratio | None]
    actuals: list[Ratio | None]
    statuses: dict[int, str]

    def judged(self, place: int) -> Judged:
        """What measure and curve gave at `place`."""
        status = self.statuses.get(place)
        share = BLANK if status else self.shares[place]
        return Judged(status or "ok", *share, *(self.values[place] or BLANK), *(self.actuals[place] or BLANK))


def _outcomes(plan: Plan) -> _Outcomes:
    outcomes = _Outcomes([], [], [], {})
    fetching = _Fetching(plan.facts)
    for indicator in plan.indicators:
        if indicator.specs:
            _judge_indicator(indicator, indicator.actuals or fetching.actuals(indicator), outcomes)
    _judge_tasks(plan, outcomes)
    return outcomes


class _Fetching:
    """Actuals that are not typed in by month: rates of projects, means of ratings."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._panels = panel_results(facts) if facts.ratings else {}
        self._year_end = date(facts.settings.year, 12, 31)

    def actuals(self, plan: IndicatorPlan) -> list[Ratio | None]:
        """Ratios in the order of the bearers; None where blank."""
        departments = [spec.department for spec in plan.specs]
        fetched = months.source(plan.indicator)
        if fetched and plan.indicator.rule.code != "panel":
            return [projects.project_rate(self._facts.projects, fetched.name, d, self._year_end) for d in departments]
        means = (self._panels.get((plan.indicator.code, department)) for department in departments)
        return [None if found is None else found.mean.as_integer_ratio() for found in means]


def _judge_indicator(plan: IndicatorPlan, actuals: Sequence[Ratio | None], outcomes: _Outcomes) -> None:
    rule = plan.indicator.rule
    lower = plan.specs[0].lower_better
    values = measures.values(rule.measure, plan.bearings, actuals, lower, rule.whole_zone_scope)
    shares = shares_at(plan.pieces, values)
    if None in shares:
        blank = "bad_base" if measures.portion_base_is_bad(rule.measure, actuals) else "no_actual"
        for at, (spec, share) in enumerate(zip(plan.specs, shares, strict=True)):
            if share is None:
                outcomes.statuses[len(outcomes.shares) + at] = blank if spec.base_status == "ok" else spec.base_status
                shares[at] = NOTHING
    outcomes.shares.extend(cast("list[Ratio]", shares))
    outcomes.values.extend(values)
    outcomes.actuals.extend(actuals)


def _judge_tasks(plan: Plan, outcomes: _Outcomes) -> None:
    facts = plan.facts
    milestones = milestones_by_task(facts.milestones)
    latest = latest_percents(facts.progress)
    late_share = fraction(facts.settings.late_share)
    for spec in plan.tasks:
        task = spec.subject
        assert isinstance(task, Task)
        share = task_share(task, milestones.get(task.code, ()), latest.get(task.code), late_share)
        if share is None:
            outcomes.statuses[len(outcomes.shares)] = "no_actual"
        outcomes.shares.append(NOTHING if share is None else share.as_integer_ratio())
        outcomes.values.append(None)
        outcomes.actuals.append(None)


def _department(decimals: int, plan: DepartmentPlan, outcomes: _Outcomes, extra: Adjusted) -> DepartmentResult:
    categories: list[CategoryResult] = []
    gained: list[list[int]] = []
    total = economic_score = 0
    for section in plan.sections:
        units = _line_scores(section, outcomes.shares)
        gained.append(units)
        if not section.counts:
            continue
        own = sum(units)
        total += own
        if section.category.economic:
            economic_score += own
        lines = LazyLines(partial(_lines, section, units, outcomes))
        categories.append(CategoryResult(section.category, section.full, exact.units(own, decimals), lines))
    return DepartmentResult(
        plan.department,
        0,
        exact.units(max(total + extra.bonus - extra.deduction, 0), decimals),
        exact.units(economic_score, decimals),
        plan.economic_share,
        exact.units(extra.bonus, decimals),
        exact.units(extra.deduction, decimals),
        tuple(categories),
        LazyLines(partial(_lines_by_code, plan, gained, outcomes)),
        extra.deducted,
    )


def _line_scores(section: Section, shares: Sequence[Ratio]) -> list[int]:
    """The lines' scores in units. half_up is written out: a share is never negative, and this is the innermost line."""
    own = map(shares.__getitem__, section.places)
    units = [(2 * full * n + d) // (2 * d) for full, (n, d) in zip(section.marks, own, strict=True)]
    for place, share, over in section.verdicts:
        units[place] = exact.half_up(section.marks[place] * share, over)
    return units


def _lines(section: Section, units: Sequence[int], outcomes: _Outcomes) -> tuple[Line, ...]:
    judged = (outcomes.judged(place) for place in section.places)
    return tuple(
        Line(spec, full, score, "assessed" if spec.verdict else found.status, found)
        for spec, full, score, found in zip(section.specs, section.marks, units, judged, strict=True)
    )


def _lines_by_code(plan: DepartmentPlan, gained: Sequence[Sequence[int]], outcomes: _Outcomes) -> tuple[Line, ...]:
    pairs = zip(plan.sections, gained, strict=True)
    lines = [line for section, units in pairs for line in _lines(section, units, outcomes)]
    return tuple(lines[place] for place in plan.order)
