"""From facts to every department's total (calculus, sections 2 to 6)."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kpi_desktop.assessment import exact, measures, months, projects
from kpi_desktop.assessment.adjusting import Adjusted, adjusted
from kpi_desktop.assessment.exact import fraction, half_up, split
from kpi_desktop.assessment.facts import Facts, Task
from kpi_desktop.assessment.panels import panel_results
from kpi_desktop.assessment.plan import DepartmentPlan, IndicatorPlan, Plan, Section, Slot, prepare
from kpi_desktop.assessment.ranking import ranked_group
from kpi_desktop.assessment.results import (
    Assessment,
    CategoryResult,
    DepartmentResult,
    GroupResult,
    Judged,
    Line,
)
from kpi_desktop.assessment.tasks import latest_percents, milestones_by_task, task_share

HUNDRED = 100
Actual = tuple[int, int] | None


def score(facts: Facts) -> Assessment:
    """The assessment of a year. Pure: the same facts give the same figures, to the last digit."""
    return score_plan(prepare(facts))


def score_plan(plan: Plan) -> Assessment:
    """The arithmetic over a prepared plan."""
    judged = _judge_all(plan)
    adjustments = adjusted(plan.facts)
    groups = []
    for group in plan.groups:
        results = [_department(plan.facts, d, judged, adjustments[d.department.code]) for d in group.departments]
        groups.append(GroupResult(group.group, ranked_group(plan.facts, group.group, results)))
    return Assessment(plan.facts, tuple(groups))


def _judge_all(plan: Plan) -> list[Judged]:
    judged = [Judged("no_actual")] * plan.size
    actuals = _Actuals(plan.facts)
    for indicator in plan.indicators:
        if indicator.slots:
            _judge_indicator(indicator, actuals.of(indicator), judged)
    _judge_tasks(plan, judged)
    return judged


class _Actuals:
    """The year's actual of every bearer: from months, from projects or from ratings."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._panels = panel_results(facts) if facts.ratings else {}
        self._year_end = date(facts.settings.year, 12, 31)

    def of(self, plan: IndicatorPlan) -> list[Actual]:
        """Ratios in the order of the bearers; None where blank."""
        indicator = plan.indicator
        if indicator.rule.code == "panel":
            means = (self._panels.get((indicator.code, slot.spec.department)) for slot in plan.slots)
            return [None if found is None else found.mean.as_integer_ratio() for found in means]
        fetched = months.source(indicator) if indicator.source else None
        if fetched and fetched.kind == "project":
            departments = (slot.spec.department for slot in plan.slots)
            return [projects.project_rate(self._facts.projects, fetched.name, d, self._year_end) for d in departments]
        accumulation = indicator.accumulation
        if accumulation in months.LAST_VALUE:
            return [exact.ratio(values[-1]) if values else None for values in plan.reported]
        return [months.accumulated(accumulation, values) for values in plan.reported]


def _judge_indicator(plan: IndicatorPlan, actuals: Sequence[Actual], judged: list[Judged]) -> None:
    rule = plan.indicator.rule
    measure = rule.measure
    lower = plan.slots[0].spec.lower_better
    values = measures.values(measure, plan.bearings, actuals, lower, rule.whole_zone_scope)
    blank = "bad_base" if measures.portion_base_is_bad(measure, actuals) else "no_actual"
    for (place, spec), actual, value in zip(plan.slots, actuals, values, strict=True):
        if value is not None and spec.curve is not None:
            share, over = spec.curve.at(*value)
            judged[place] = Judged("ok", share, over, *value, *(actual or (0, 0)))
        else:
            status = blank if spec.base_status == "ok" else spec.base_status
            judged[place] = Judged(status, 0, 0, *(value or (0, 0)), *(actual or (0, 0)))


def _judge_tasks(plan: Plan, judged: list[Judged]) -> None:
    facts = plan.facts
    milestones = milestones_by_task(facts.milestones)
    latest = latest_percents(facts.progress)
    late_share = fraction(facts.settings.late_share)
    known: dict[str, Judged] = {}
    for place, spec in plan.tasks:
        task = spec.subject
        if spec.code not in known and isinstance(task, Task):
            share = task_share(task, milestones.get(task.code, ()), latest.get(task.code), late_share)
            known[spec.code] = Judged("no_actual") if share is None else Judged("ok", *share.as_integer_ratio())
        judged[place] = known[spec.code]


def _department(facts: Facts, plan: DepartmentPlan, judged: Sequence[Judged], extra: Adjusted) -> DepartmentResult:
    decimals = facts.settings.decimals
    points = _section_points(facts, plan.sections)
    lines = [_line(slot, 0, judged) for slot in plan.unweighted]
    categories: list[CategoryResult] = []
    total = economic_full = economic_score = 0
    for section, full in zip(plan.sections, points, strict=True):
        marks = _full_marks(facts, section, full)
        own = [_line(slot, mark, judged) for slot, mark in zip(section.slots, marks, strict=True)]
        lines += own
        if not facts.settings.scaled and any(section.weights):
            full = sum(marks)
        gained = sum(line.score_units for line in own)
        total += gained
        if section.category.economic:
            economic_full, economic_score = economic_full + full, economic_score + gained
        shown = (exact.units(full, decimals), exact.units(gained, decimals))
        categories.append(CategoryResult(section.category, *shown, tuple(own)))
    return DepartmentResult(
        plan.department,
        0,
        exact.units(max(total + extra.bonus - extra.deduction, 0), decimals),
        exact.units(economic_score, decimals),
        Fraction(economic_full, HUNDRED * 10**decimals),
        exact.units(extra.bonus, decimals),
        exact.units(extra.deduction, decimals),
        tuple(categories),
        tuple(sorted(lines, key=_code)),
        extra.deducted,
    )


def _code(line: Line) -> str:
    return line.spec.code


def _line(slot: Slot, full: int, judged: Sequence[Judged]) -> Line:
    spec, found = slot.spec, judged[slot.place]
    if spec.verdict is not None:
        share, over = exact.ratio(spec.verdict.share)
        return Line(spec, full, half_up(full * share, over), "assessed", found)
    if not found.share_over:
        return Line(spec, full, 0, found.status, found)
    return Line(spec, full, half_up(full * found.share, found.share_over), "ok", found)


def _section_points(facts: Facts, sections: Sequence[Section]) -> list[int]:
    """Full marks of each category in units, the points of missing categories spread where the settings say so."""
    missing = [not any(section.weights) for section in sections]
    points = [section.points for section in sections]
    if facts.settings.missing_category != "折算" or not any(missing):
        return points
    kept = [0 if lacks else own for own, lacks in zip(points, missing, strict=True)]
    return split(HUNDRED * 10**facts.settings.decimals, kept) if facts.settings.scaled else kept


def _full_marks(facts: Facts, section: Section, full: int) -> list[int]:
    if facts.settings.scaled:
        return split(full, section.weights)
    unit = 10**facts.settings.decimals
    return [half_up(weight * unit, section.scale) for weight in section.weights]
