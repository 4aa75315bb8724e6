"""From facts to every department's total (calculus, sections 2 to 6)."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kpi_desktop.assessment import exact, measures, months, projects
from kpi_desktop.assessment.adjusting import Adjusted, adjusted
from kpi_desktop.assessment.curves import share_at
from kpi_desktop.assessment.exact import fraction, half_up, split
from kpi_desktop.assessment.facts import Facts, Task
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
    Line,
    LineSpec,
)
from kpi_desktop.assessment.tasks import latest_percents, milestones_by_task, task_share

HUNDRED = 100
Actual = tuple[int, int] | None
_new = tuple.__new__


def score(facts: Facts) -> Assessment:
    """The assessment of a year. Pure: the same facts give the same figures, to the last digit."""
    return score_plan(prepare(facts))


def score_plan(plan: Plan) -> Assessment:
    """The arithmetic over a prepared plan."""
    with collector_resting():
        return _scored(plan)


def _scored(plan: Plan) -> Assessment:
    judged = _judge_all(plan)
    adjustments = adjusted(plan.facts)
    groups = []
    for group in plan.groups:
        results = [_department(plan.facts, d, judged, adjustments[d.department.code]) for d in group.departments]
        groups.append(GroupResult(group.group, ranked_group(plan.facts, group.group, results)))
    return Assessment(plan.facts, tuple(groups))


def _judge_all(plan: Plan) -> list[Judged]:
    judged: list[Judged] = []
    actuals = _Actuals(plan.facts)
    for indicator in plan.indicators:
        if indicator.specs:
            judged += _judge_indicator(indicator, actuals.of(indicator))
    return judged + _judge_tasks(plan)


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
            means = (self._panels.get((indicator.code, spec.department)) for spec in plan.specs)
            return [None if found is None else found.mean.as_integer_ratio() for found in means]
        fetched = months.source(indicator) if indicator.source else None
        if fetched and fetched.kind == "project":
            departments = (spec.department for spec in plan.specs)
            return [projects.project_rate(self._facts.projects, fetched.name, d, self._year_end) for d in departments]
        return [months.accumulated(indicator.accumulation, pairs) for pairs in plan.reported]


def _judge_indicator(plan: IndicatorPlan, actuals: Sequence[Actual]) -> list[Judged]:
    rule = plan.indicator.rule
    measure = rule.measure
    lower = plan.specs[0].lower_better
    values = measures.values(measure, plan.bearings, actuals, lower, rule.whole_zone_scope)
    blank = "bad_base" if measures.portion_base_is_bad(measure, actuals) else "no_actual"
    judged: list[Judged] = []
    for place, (pieces, actual, value) in enumerate(zip(plan.pieces, actuals, values, strict=True)):
        if value is not None and pieces is not None:
            share, over = share_at(pieces, *value)
            judged.append(_new(Judged, ("ok", share, over, *value, *(actual or (0, 0)))))
        else:
            status = plan.specs[place].base_status
            status = blank if status == "ok" else status
            judged.append(Judged(status, 0, 0, *(value or (0, 0)), *(actual or (0, 0))))
    return judged


def _judge_tasks(plan: Plan) -> list[Judged]:
    facts = plan.facts
    milestones = milestones_by_task(facts.milestones)
    latest = latest_percents(facts.progress)
    late_share = fraction(facts.settings.late_share)
    known: dict[str, Judged] = {}
    for spec in plan.tasks:
        task = spec.subject
        if spec.code not in known and isinstance(task, Task):
            share = task_share(task, milestones.get(task.code, ()), latest.get(task.code), late_share)
            known[spec.code] = Judged("no_actual") if share is None else Judged("ok", *share.as_integer_ratio())
    return [known[spec.code] for spec in plan.tasks]


def _department(facts: Facts, plan: DepartmentPlan, judged: Sequence[Judged], extra: Adjusted) -> DepartmentResult:
    decimals = facts.settings.decimals
    lines: list[Line] = []
    categories: list[CategoryResult] = []
    total = economic_full = economic_score = 0
    for section, points in zip(plan.sections, _section_points(facts, plan.sections), strict=True):
        marks = _full_marks(facts, section, points)
        own = [_line(*each, judged) for each in zip(section.specs, section.places, marks, strict=True)]
        lines += own
        if not section.points:
            continue
        full = points if facts.settings.scaled or not any(section.weights) else sum(marks)
        gained = sum([line.score_units for line in own])
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
        tuple([lines[place] for place in plan.order]),
        extra.deducted,
    )


def _line(spec: LineSpec, place: int, full: int, judged: Sequence[Judged]) -> Line:
    found = judged[place]
    status, share, over, _, _, _, _ = found
    if spec.verdict is not None:
        status = "assessed"
        share, over = exact.ratio(spec.verdict.share)
    # half_up written out: a share is never negative, and this is the innermost line of scoring.
    units = (2 * full * share + over) // (2 * over) if over else 0
    return _new(Line, (spec, full, units, status, found))


def _section_points(facts: Facts, sections: Sequence[Section]) -> list[int]:
    """Full marks of each category in units, the points of missing categories spread where the settings say so."""
    points = [section.points for section in sections]
    missing = [bool(section.points) and not any(section.weights) for section in sections]
    if facts.settings.missing_category != "折算" or not any(missing):
        return points
    kept = [0 if lacks else own for own, lacks in zip(points, missing, strict=True)]
    return split(HUNDRED * 10**facts.settings.decimals, kept) if facts.settings.scaled else kept


def _full_marks(facts: Facts, section: Section, full: int) -> list[int]:
    if not section.points:
        return [0] * len(section.specs)
    if facts.settings.scaled:
        return split(full, section.weights)
    unit = 10**facts.settings.decimals
    return [half_up(weight * unit, section.scale) for weight in section.weights]
