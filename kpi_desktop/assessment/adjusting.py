"""Bonus and deduction of a year: entries, directives, caps (calculus, section 5, step 5)."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import Directive, Facts
from kpi_desktop.assessment.results import Deducted
from kpi_desktop.assessment.settings import Settings


class Adjusted(NamedTuple):
    """Bonus and deduction of a department in units of 10^-decimals, caps applied, and what its directives deducted."""

    bonus: int
    deduction: int
    deducted: tuple[Deducted, ...]


def units_of(value: Exact, decimals: int) -> int:
    """`value` as whole units of 10^-decimals, half-up."""
    numerator, denominator = exact.ratio(value)
    return exact.half_up(numerator * 10**decimals, denominator)


def adjusted(facts: Facts) -> defaultdict[str, Adjusted]:
    """Bonus and deduction of every department; one without any has 0."""
    decimals = facts.settings.decimals
    entered: defaultdict[tuple[str, str], int] = defaultdict(int)
    for entry in facts.adjustments:
        entered[entry.department, entry.category] += units_of(entry.points, decimals)
    deducted: defaultdict[str, list[Deducted]] = defaultdict(list)
    if facts.settings.directive_category:
        for each in _deducted(facts):
            deducted[each.department].append(each)
            if each.counted:
                entered[each.department, facts.settings.directive_category] += units_of(each.points, decimals)
    found: defaultdict[str, Adjusted] = defaultdict(lambda: Adjusted(0, 0, ()))
    caps = {c.name: (c.kind, c.cap) for c in facts.categories}
    for (department, category), points in entered.items():
        kind, cap = caps[category]
        if kind in ("bonus", "deduction"):
            counted = points if cap is None else min(points, units_of(cap, decimals))
            found[department] = _with(found[department], kind, counted)
    for department, each_deducted in deducted.items():
        found[department] = found[department]._replace(deducted=tuple(each_deducted))
    return found


def _with(before: Adjusted, kind: str, units: int) -> Adjusted:
    if kind == "bonus":
        return before._replace(bonus=before.bonus + units)
    return before._replace(deduction=before.deduction + units)


def _deducted(facts: Facts) -> Iterator[Deducted]:
    """What each directive deducts from each department, in the order of the directives' sheet."""
    settings = facts.settings
    by_colour = {
        "blue": settings.blue_deduction,
        "yellow": settings.yellow_deduction,
        "red": settings.red_deduction,
    }
    tasks = {task.code: task for task in facts.tasks}
    largest = _largest(facts, by_colour) if settings.highest_only else None
    for place, directive in enumerate(facts.directives):
        points = by_colour[directive.colour]
        counted = largest is None or place in largest
        task = tasks.get(directive.task) if directive.task else None
        if task is None:
            subject, bearer = directive.indicator or "", directive.department or ""
            yield _one(directive, subject, bearer, points, settings.decimals, counted=counted)
            continue
        yield _one(directive, task.code, task.lead, points, settings.decimals, counted=counted)
        partly = exact.fraction(points) * exact.fraction(settings.partner_deduction)
        for partner in task.partners if partly else ():
            yield _one(directive, task.code, partner, partly, settings.decimals, as_partner=True, counted=counted)


def _one(
    directive: Directive,
    subject: str,
    department: str,
    points: Exact,
    decimals: int,
    as_partner: bool = False,
    counted: bool = True,
) -> Deducted:
    shown: Decimal = exact.rounded(points, decimals)
    return Deducted(directive.number, directive.colour, subject, department, shown, as_partner, counted)


def _largest(facts: Facts, by_colour: dict[str, Exact]) -> set[int]:
    """Places of the directives that count when only the largest on one task or target does; the first of equals."""
    best: dict[tuple[str, str], int] = {}
    for place, directive in enumerate(facts.directives):
        matter = (directive.task, "") if directive.task else (directive.indicator or "", directive.department or "")
        held = best.get(matter)
        if held is None or by_colour[directive.colour] > by_colour[facts.directives[held].colour]:
            best[matter] = place
    return set(best.values())


def deduction_of(settings: Settings, colour: str) -> tuple[Decimal, Decimal]:
    """What a directive of `colour` deducts from its bearer, and from each partner; 0 where no category is named."""
    if not settings.directive_category:
        return Decimal(0), Decimal(0)
    points = {
        "blue": settings.blue_deduction,
        "yellow": settings.yellow_deduction,
        "red": settings.red_deduction,
    }[colour]
    partly = exact.fraction(points) * exact.fraction(settings.partner_deduction)
    return exact.rounded(points, settings.decimals), exact.rounded(partly, settings.decimals)
