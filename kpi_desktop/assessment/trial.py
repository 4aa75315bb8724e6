"""Trying a rule on an indicator: its bearers scored anew, sample points that table and curve share. Stores nothing."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.curves import Curve
from kpi_desktop.assessment.exact import fraction, rounded
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.plan import Plan, prepare_again
from kpi_desktop.assessment.results import Assessment, Line
from kpi_desktop.assessment.rules import Rule
from kpi_desktop.assessment.scoring import score_plan

MOST_SAMPLES = 9
PANEL_POINTS = (0, 60, 70, 80, 85, 90, 95, 100)
ROOM = Fraction(1, 6)
STEPS = (1, 2, 5, 10)
ZERO, ONE = Fraction(0), Fraction(1)


class Sample(NamedTuple):
    """若实绩为 `value`: x / T (None where the rule has no T), the share, the score; `own`: the value tried."""

    value: Fraction
    completion: Fraction | None
    share: Fraction
    score: Decimal
    own: bool


def tried(today: Plan, code: str, rule: Rule) -> Assessment:
    """The year scored with another rule on the indicator `code`; `today` is the plan of the year as it is."""
    indicators = (replace(each, rule=rule) if each.code == code else each for each in today.facts.indicators)
    return score_plan(prepare_again(today, replace(today.facts, indicators=tuple(indicators))))


def bearers(assessment: Assessment, code: str) -> tuple[Line, ...]:
    """The lines of an indicator, in the order in which it is laid on departments."""
    found = {result.code: result.line(code) for result in assessment.departments()}
    laid = (found.get(target.department) for target in assessment.facts.targets if target.indicator == code)
    return tuple(line for line in laid if line is not None)


def tried_value(line: Line) -> Fraction | None:
    """The value to begin with: what was reached, else the goal; for a place the first."""
    if line.value is not None:
        return line.value
    target = line.spec.subject
    if isinstance(target, Target) and target.base is not None and line.spec.curve and line.spec.curve.marks:
        return fraction(target.base)
    return line.spec.goal


def samples(indicator: Indicator, line: Line, value: Fraction | None, places: int) -> tuple[Sample, ...]:
    """Points of the line's curve by value, `value` among them; `places`: how many compete for a place."""
    curve, target = line.spec.curve, line.spec.subject
    if curve is None or not isinstance(target, Target):
        return ()
    base = fraction(target.base) if target.base and not indicator.rule.by_place else None
    divisor = base if base is not None and base > 0 and indicator.rule.uses_base else None
    return tuple(_sample(line, curve, x, divisor, x == value) for x in _values(indicator, curve, value, places))


def _sample(line: Line, curve: Curve, x: Fraction, divisor: Fraction | None, own: bool) -> Sample:
    share = curve.share(x)
    score = rounded(fraction(line.full) * share, line.spec.decimals)
    return Sample(x, x / divisor if divisor else None, share, score, own)


def _values(indicator: Indicator, curve: Curve, value: Fraction | None, places: int) -> list[Fraction]:
    rule = indicator.rule
    own = [] if value is None else [value]
    if rule.by_place:
        return sorted({*map(Fraction, range(1, max(min(places, MOST_SAMPLES), 2) + 1)), *own})
    if rule.code == "panel":
        return sorted({*map(Fraction, PANEL_POINTS), *own})
    fixed = {*curve.knots, *(at for _, at in curve.marks), *own}
    if not fixed:
        return []
    low, high = min(fixed), max(fixed)
    room = (high - low) * ROOM or max(abs(high) * ROOM, Fraction(1))
    begin = ZERO if low >= ZERO and (low <= high - low or low == high) else low - room
    counted = not in_percent(indicator) and all(each.denominator == 1 for each in fixed)
    return _filled(fixed, begin, high + room, ONE if counted else ZERO)


def _filled(fixed: Iterable[Fraction], low: Fraction, high: Fraction, least: Fraction) -> list[Fraction]:
    """`fixed` and round values between `low` and `high`, `least` or more apart, as far from the others as may be."""
    found = set(fixed)
    rounds = [each for each in _rounds(low, high, least) if each not in found]
    near = (high - low) / 24
    while len(found) < MOST_SAMPLES and rounds:
        best = max(rounds, key=lambda each: min(abs(each - other) for other in found))
        if min(abs(best - other) for other in found) < near:
            break
        found.add(best)
        rounds.remove(best)
    return sorted(found)


def _rounds(low: Fraction, high: Fraction, least: Fraction) -> list[Fraction]:
    """Round values from `low` to `high`, about two dozen, `least` or more apart."""
    raw = max((high - low) / 20, least)
    size = Fraction(1)
    while size > raw:
        size /= 10
    while size * 10 <= raw:
        size *= 10
    step = next((size * each for each in STEPS if size * each >= raw), size * 10)
    first = -(-low // step)
    return [step * at for at in range(int(first), int(high // step) + 1)]
