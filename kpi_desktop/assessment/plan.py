"""What of a year does not depend on the figures that come in: lines, their curves and weights, by department.

`prepare` does the looking-up and compiling once; `scoring.score_plan` does the arithmetic.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment import exact, measures, months
from kpi_desktop.assessment.curves import Bases, Curve, Plain, compile_curve
from kpi_desktop.assessment.differences import touched_indicators, with_sources
from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import Category, Department, Facts, Group, Indicator, Target, Task, Verdict
from kpi_desktop.assessment.measures import Bearing, Ratio
from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.assessment.results import LineSpec
from kpi_desktop.assessment.settings import Settings
from kpi_desktop.assessment.tasks import OFF_THE_SHEET

WHOLE = 100
"""Points of a group, and of a department when missing categories are spread."""


class Slot(NamedTuple):
    """A line and the place of its judgement in the year's list."""

    place: int
    spec: LineSpec


class Section(NamedTuple):
    """One department's lines of one category, by code, with their full marks: `marks` in units, `full` as it is shown.

    `counts`: whether the group gives the category points. `places` of the lines' judgements; `verdicts` as
    (place in the section, share, over).
    """

    category: Category
    counts: bool
    full: Decimal
    specs: tuple[LineSpec, ...]
    marks: tuple[int, ...]
    places: tuple[int, ...]
    verdicts: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class DepartmentPlan:
    """One department's sections, those that count first; `order` puts all of their lines in the order of code.

    `economic_share`: the part of 100 points that lies in economic categories.
    """

    department: Department
    sections: tuple[Section, ...]
    order: tuple[int, ...]
    economic_share: Fraction


@dataclass(frozen=True, slots=True)
class IndicatorPlan:
    """An indicator with its bearers in order: their lines, bases, curves and the year's actuals as ratios.

    `pieces`: None where no score can come of the bases; `actuals`: None where blank, the whole column None where they
    come from projects or ratings. Scoring runs over these columns and leaves the rest alone.
    """

    indicator: Indicator
    specs: tuple[LineSpec, ...]
    bearings: tuple[Bearing, ...]
    pieces: tuple[Plain | None, ...]
    actuals: tuple[Ratio | None, ...] | None


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """A group and its departments that take part, by code."""

    group: Group
    departments: tuple[DepartmentPlan, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A year ready for arithmetic: the bearers of `indicators`, then `tasks`, are judged in this order."""

    facts: Facts
    groups: tuple[GroupPlan, ...]
    indicators: tuple[IndicatorPlan, ...]
    tasks: tuple[LineSpec, ...]


class _Verdicts:
    """Verdicts by department and line; a partner without one of its own has the lead's."""

    def __init__(self, facts: Facts) -> None:
        self._given = {(verdict.department, verdict.subject): verdict for verdict in facts.verdicts}

    def of(self, department: str, code: str, lead: str | None = None) -> Verdict | None:
        own = self._given.get((department, code))
        return own if own or lead is None else self._given.get((lead, code))


def prepare(facts: Facts) -> Plan:
    """The plan of a year: every line of every department that takes part, with curve, weight and verdict."""
    with collector_resting():
        return _prepared(facts)


def _prepared(facts: Facts) -> Plan:
    return _laid_out(facts, _indicator_plans(facts, _taking_part(facts), _Verdicts(facts), facts.indicators))


def _taking_part(facts: Facts) -> dict[str, Department]:
    return {d.code: d for d in facts.departments if d.takes_part}


def _laid_out(facts: Facts, indicators: Sequence[IndicatorPlan]) -> Plan:
    """The plan with the indicators' lines as they are given: tasks, and what each department bears."""
    taking_part = _taking_part(facts)
    tasks = _task_specs(facts, taking_part, _Verdicts(facts))
    specs = [*(spec for indicator in indicators for spec in indicator.specs), *tasks]
    by_department = _slots(specs)
    points = _category_points(facts)
    scored = [category for category in facts.categories if category.kind == "scored"]
    groups = tuple(
        GroupPlan(
            group,
            tuple(
                _department_plan(facts.settings, d, by_department[d.code], scored, points.get(group.name, {}))
                for d in sorted(taking_part.values(), key=lambda d: d.code)
                if d.group == group.name
            ),
        )
        for group in facts.groups
    )
    return Plan(facts, groups, tuple(indicators), tuple(tasks))


def prepare_again(before: Plan, facts: Facts) -> Plan:
    """`prepare(facts)`, taking over from the plan of almost the same facts what has not changed.

    Least is done for a scheme that is tried: only weights, targets' figures, rules, bands, awards and settings are
    other. Where figures came in as well, indicators with the very same targets, values and verdicts are taken over.
    """
    with collector_resting():
        if _comparable(before.facts, facts):
            return _prepared_again(before, facts)
        return _laid_out(facts, _taken_over(before, facts))


def _taken_over(before: Plan, facts: Facts) -> list[IndicatorPlan]:
    """The plans of the indicators: those that nothing has touched are the ones there were."""
    then, taking_part, verdicts = before.facts, _taking_part(facts), _Verdicts(facts)
    bearers_are_same = _same(then.departments, facts.departments, "code", "group", "takes_part")
    if not bearers_are_same or then.settings.decimals != facts.settings.decimals:
        return _indicator_plans(facts, taking_part, verdicts, facts.indicators)
    touched = touched_indicators(then, facts)
    anew = [indicator for indicator in facts.indicators if indicator.code in touched]
    plans = {plan.indicator.code: plan for plan in before.indicators}
    if anew:
        only = with_sources(facts, touched)
        plans |= {plan.indicator.code: plan for plan in _indicator_plans(only, taking_part, verdicts, anew)}
    return [plans[indicator.code] for indicator in facts.indicators]


def _comparable(before: Facts, after: Facts) -> bool:
    """Whether lines, their order and the figures reported are the same; only what is asked of them may differ."""
    whole = ("departments", "groups", "categories", "actuals", "tasks", "milestones", "progress", "ratings", "verdicts")
    if any(getattr(before, name) is not getattr(after, name) for name in (*whole, "projects")):
        return False
    settings = ("year", "decimals", "partner_points")
    if any(getattr(before.settings, name) != getattr(after.settings, name) for name in settings):
        return False
    return _same(before.targets, after.targets, "indicator", "department") and _same(
        before.indicators, after.indicators, "code", "category", "accumulation", "source"
    )


def _same(before: Sequence[object], after: Sequence[object], *names: str) -> bool:
    """Whether rows are the very same, or at least alike in `names`."""
    return len(before) == len(after) and all(
        a is b or all(getattr(a, name) == getattr(b, name) for name in names)
        for a, b in zip(before, after, strict=True)
    )


def _prepared_again(before: Plan, facts: Facts) -> Plan:
    indicators = _indicators_again(before, facts)
    known = {id(spec) for plan in before.indicators for spec in plan.specs}
    specs = [*(spec for plan in indicators for spec in plan.specs), *before.tasks]
    touched = {spec.department for plan in indicators for spec in plan.specs if id(spec) not in known}
    return Plan(facts, _groups_again(before, facts, specs, touched), tuple(indicators), before.tasks)


def _indicators_again(before: Plan, facts: Facts) -> list[IndicatorPlan]:
    """The plans of the indicators: those whose rule and targets are the very same are taken over."""
    laid = {id(target) for target in before.facts.targets}
    other = {target.indicator for target in facts.targets if id(target) not in laid}
    pairs = list(zip(before.indicators, facts.indicators, strict=True))
    if all(old.indicator is new and new.code not in other for old, new in pairs):
        return list(before.indicators)
    taking_part = {d.code: d for d in facts.departments if d.takes_part}
    changed = [new for old, new in pairs if old.indicator is not new or new.code in other]
    anew = {plan.indicator.code: plan for plan in _indicator_plans(facts, taking_part, _Verdicts(facts), changed)}
    return [anew.get(new.code, old) for old, new in pairs]


def _groups_again(before: Plan, facts: Facts, specs: Sequence[LineSpec], touched: set[str]) -> tuple[GroupPlan, ...]:
    """The groups' plans: departments whose lines, points and settings are the same are taken over."""
    then, now = _category_points(before.facts), _category_points(facts)
    settings = ("scaled", "missing_category")
    all_anew = any(getattr(before.facts.settings, name) != getattr(facts.settings, name) for name in settings)
    by_department = _slots(specs)
    scored = [category for category in facts.categories if category.kind == "scored"]

    def department(plan: DepartmentPlan, group: str) -> DepartmentPlan:
        code = plan.department.code
        if not all_anew and code not in touched and then.get(group, {}) == now.get(group, {}):
            return plan
        return _department_plan(facts.settings, plan.department, by_department[code], scored, now.get(group, {}))

    return tuple(
        GroupPlan(each.group, tuple(department(plan, each.group.name) for plan in each.departments))
        for each in before.groups
    )


def _slots(specs: Sequence[LineSpec]) -> defaultdict[str, list[Slot]]:
    by_department: defaultdict[str, list[Slot]] = defaultdict(list)
    for place, spec in enumerate(specs):
        by_department[spec.department].append(Slot(place, spec))
    return by_department


def _category_points(facts: Facts) -> dict[str, dict[str, int]]:
    points: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for weight in facts.weights:
        numerator, denominator = exact.ratio(weight.points)
        points[weight.group][weight.category] = exact.half_up(numerator * 10**facts.settings.decimals, denominator)
    return points


def _indicator_plans(
    facts: Facts, taking_part: Mapping[str, Department], verdicts: _Verdicts, wanted: Sequence[Indicator]
) -> list[IndicatorPlan]:
    laid: defaultdict[str, list[Target]] = defaultdict(list)
    for target in facts.targets:
        if target.department in taking_part:
            laid[target.indicator].append(target)
    reported = months.reported(facts)
    plans: list[IndicatorPlan] = []
    for indicator in wanted:
        targets = laid.get(indicator.code, [])
        specs = tuple(_target_spec(facts, indicator, target, verdicts) for target in targets)
        plans.append(
            IndicatorPlan(
                indicator,
                specs,
                tuple(_bearing(target, taking_part[target.department].group or "") for target in targets),
                tuple(spec.curve.plain if spec.curve else None for spec in specs),
                _actuals(indicator, targets, reported),
            )
        )
    return plans


def _actuals(
    indicator: Indicator, targets: Sequence[Target], reported: Mapping[tuple[str, str], months.Months]
) -> tuple[Ratio | None, ...] | None:
    fetched = months.source(indicator) if indicator.source else None
    if indicator.rule.code == "panel" or (fetched and fetched.kind == "project"):
        return None
    values = (reported[indicator.code, target.department] for target in targets)
    return tuple(months.accumulated(indicator.accumulation, each) for each in values)


def _bearing(target: Target, group: str) -> Bearing:
    return Bearing(group, _ratio(target.prior), _ratio(target.base))


def _ratio(value: Exact | None) -> tuple[int, int] | None:
    return None if value is None else exact.ratio(value)


def _target_spec(facts: Facts, indicator: Indicator, target: Target, verdicts: _Verdicts) -> LineSpec:
    lower = measures.lower_better(indicator, target)
    status = measures.base_status(indicator, target)
    points = fraction(target.points)
    return LineSpec(
        target.indicator,
        "target",
        target.department,
        indicator.category,
        indicator.name,
        points * fraction(target.multiplier),
        target,
        verdicts.of(target.department, target.indicator),
        facts.settings.decimals,
        lower,
        measures.goal(indicator, target),
        _curve(indicator, target, points, lower) if status == "ok" else None,
        status,
    )


def _curve(indicator: Indicator, target: Target, points: Fraction, lower: bool) -> Curve:
    base = fraction(target.base) if target.base is not None else Fraction(0)
    stretch = fraction(target.stretch) if target.stretch is not None else Fraction(0)
    counted = points if indicator.rule.shares_in_points else Fraction(1)
    return compile_curve(Bases(indicator.rule, base, stretch, counted, lower or indicator.rule.by_place))


def _task_specs(facts: Facts, taking_part: Mapping[str, Department], verdicts: _Verdicts) -> list[LineSpec]:
    portion = fraction(facts.settings.partner_points)
    specs: list[LineSpec] = []
    for task in facts.tasks:
        if task.state in OFF_THE_SHEET:
            continue
        if task.lead in taking_part:
            verdict = verdicts.of(task.lead, task.code)
            specs.append(_task_spec(facts, task, "task", task.lead, fraction(task.points), verdict))
        for partner in task.partners if portion > 0 else ():
            if partner in taking_part:
                verdict = verdicts.of(partner, task.code, task.lead)
                weight = fraction(task.points) * portion
                specs.append(_task_spec(facts, task, "partner", partner, weight, verdict))
    return specs


def _task_spec(
    facts: Facts, task: Task, kind: str, department: str, weight: Fraction, verdict: Verdict | None
) -> LineSpec:
    decimals = facts.settings.decimals
    return LineSpec(task.code, kind, department, task.category, task.title, weight, task, verdict, decimals)


def _department_plan(
    settings: Settings,
    department: Department,
    slots: Sequence[Slot],
    scored: Sequence[Category],
    points: Mapping[str, int],
) -> DepartmentPlan:
    by_category: defaultdict[str, list[Slot]] = defaultdict(list)
    for slot in sorted(slots, key=lambda slot: slot.spec.code):
        by_category[slot.spec.category].append(slot)
    given = [category for category in scored if points.get(category.name)]
    idle = [category for category in scored if not points.get(category.name) and by_category[category.name]]
    full = category_full_marks(
        settings,
        [points[category.name] for category in given],
        [any(slot.spec.weight for slot in by_category[category.name]) for category in given],
    )
    sections = [_section(settings, c, own, by_category[c.name]) for c, own in zip(given, full, strict=True)]
    sections += [_section(settings, category, None, by_category[category.name]) for category in idle]
    codes = [spec.code for section in sections for spec in section.specs]
    order = tuple(sorted(range(len(codes)), key=codes.__getitem__))
    economic = sum(fraction(each.full) for each in sections if each.counts and each.category.economic)
    return DepartmentPlan(department, tuple(sections), order, Fraction(economic, WHOLE))


def category_full_marks(settings: Settings, points: Sequence[int], borne: Sequence[bool]) -> list[int]:
    """Full marks of each category in units; with 缺项 = 折算 those not `borne` leave theirs to the others."""
    if settings.missing_category != "折算" or all(borne):
        return list(points)
    kept = [own if has else 0 for own, has in zip(points, borne, strict=True)]
    return exact.split(WHOLE * 10**settings.decimals, kept) if settings.scaled else kept


def _section(settings: Settings, category: Category, full: int | None, slots: Sequence[Slot]) -> Section:
    """`full` None: the group gives the category no points."""
    weights = [slot.spec.weight for slot in slots]
    marks = [0] * len(slots) if full is None else _line_full_marks(settings, full, weights)
    counted = sum(marks) if any(weights) and not settings.scaled else full or 0
    verdicts = tuple(
        (place, *exact.ratio(slot.spec.verdict.share)) for place, slot in enumerate(slots) if slot.spec.verdict
    )
    specs, places = tuple(slot.spec for slot in slots), tuple(slot.place for slot in slots)
    shown = exact.units(counted, settings.decimals)
    return Section(category, full is not None, shown, specs, tuple(marks), places, verdicts)


def _line_full_marks(settings: Settings, full: int, weights: Sequence[Fraction]) -> list[int]:
    if settings.scaled:
        return exact.largest_remainder(full, weights)
    unit = 10**settings.decimals
    return [exact.half_up(weight.numerator * unit, weight.denominator) for weight in weights]
