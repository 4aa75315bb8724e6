"""Measures: the first half of every rule, from actuals to the value x a rule looks at (calculus, section 3)."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Indicator, Target

Ratio = tuple[int, int]
PLACED_BY: Mapping[str, str] = {"实绩名次": "实绩", "增幅名次": "增幅", "增量名次": "增量", "完成率名次": "完成率"}
USES_PRIOR = ("增幅", "增量", "增幅名次", "增量名次")


class Bearing(NamedTuple):
    """A target as a measure sees it: its group and its bases as ratios (None where blank or unusable)."""

    group: str
    prior: Ratio | None
    base: Ratio | None


def lower_better(indicator: Indicator, target: Target) -> bool:
    """Whether a lower value of this target is better (under a place: which value, not which place)."""
    rule = indicator.rule
    if rule.code == "efficacy" and target.stretch is not None and target.base is not None:
        return fraction(target.stretch) < fraction(target.base)
    return rule.declared_lower


def goal(indicator: Indicator, target: Target) -> Fraction | None:
    """G of sections 7 and 8: T, but S under `efficacy`; None for panels, places and where it is blank."""
    rule = indicator.rule
    if rule.code == "panel" or rule.by_place:
        return None
    figure = target.stretch if rule.code == "efficacy" else target.base
    return None if figure is None else fraction(figure)


def base_status(indicator: Indicator, target: Target) -> str:
    """`ok`, or why no score can come of this target whatever is reported: no_target, no_prior, bad_base."""
    rule = indicator.rule
    if rule.code == "panel":
        return "ok"
    if (rule.uses_base and target.base is None) or (rule.uses_stretch and target.stretch is None):
        return "no_target"
    if rule.measure in USES_PRIOR and target.prior is None:
        return "no_prior"
    return "bad_base" if _bad_base(indicator, target) else "ok"


def _bad_base(indicator: Indicator, target: Target) -> bool:
    rule, base, stretch = indicator.rule, target.base, target.stretch
    divided = rule.divides_by_base or rule.measure == "完成率名次"
    if divided and base is not None and base <= 0:
        return True
    if rule.code == "tiered" and base is not None and stretch is not None and (stretch <= 0 or stretch <= base):
        return True
    if rule.code == "efficacy" and base == stretch:
        return True
    if rule.measure in ("增幅", "增幅名次") and target.prior == 0:
        return True
    return rule.shares_in_points and target.points == 0


def _plain(bearings: Sequence[Bearing], actuals: Sequence[Ratio | None]) -> list[Ratio | None]:
    return list(actuals)


def _growth(bearings: Sequence[Bearing], actuals: Sequence[Ratio | None]) -> list[Ratio | None]:
    values: list[Ratio | None] = []
    for bearing, actual in zip(bearings, actuals, strict=True):
        if actual is None or bearing.prior is None or not bearing.prior[0]:
            values.append(None)
            continue
        (a, over), (p, under) = actual, bearing.prior
        values.append((a * under - p * over, abs(p) * over))
    return values


def _increase(bearings: Sequence[Bearing], actuals: Sequence[Ratio | None]) -> list[Ratio | None]:
    values: list[Ratio | None] = []
    for bearing, actual in zip(bearings, actuals, strict=True):
        if actual is None or bearing.prior is None:
            values.append(None)
            continue
        (a, over), (p, under) = actual, bearing.prior
        values.append((a * under - p * over, over * under))
    return values


def _portion(bearings: Sequence[Bearing], actuals: Sequence[Ratio | None]) -> list[Ratio | None]:
    known = [actual for actual in actuals if actual]
    scale = lcm(*(over for _, over in known)) if known else 1
    whole = sum(a * (scale // over) for a, over in known)
    if whole <= 0:
        return [None] * len(actuals)
    return [None if actual is None else (actual[0] * scale, actual[1] * whole) for actual in actuals]


def _completion(bearings: Sequence[Bearing], actuals: Sequence[Ratio | None]) -> list[Ratio | None]:
    values: list[Ratio | None] = []
    for bearing, actual in zip(bearings, actuals, strict=True):
        if actual is None or bearing.base is None or bearing.base[0] <= 0:
            values.append(None)
            continue
        values.append((actual[0] * bearing.base[1], actual[1] * bearing.base[0]))
    return values


_MEASURES: Mapping[str, Callable[[Sequence[Bearing], Sequence[Ratio | None]], list[Ratio | None]]] = {
    "": _plain,
    "实绩": _plain,
    "增幅": _growth,
    "增量": _increase,
    "占比": _portion,
    "完成率": _completion,
}


def values(
    measure: str, bearings: Sequence[Bearing], actuals: Sequence[Ratio | None], lower: bool, whole_zone: bool
) -> list[Ratio | None]:
    """x of every bearer of one indicator, in order; None where it has none.

    `lower` says which value wins a place, `whole_zone` whether places count over all bearers and not within the group.
    """
    placed = PLACED_BY.get(measure)
    if placed is None:
        return _MEASURES[measure](bearings, actuals)
    return _places(bearings, _MEASURES[placed](bearings, actuals), lower, whole_zone)


def portion_base_is_bad(measure: str, actuals: Sequence[Ratio | None]) -> bool:
    """Whether 占比 divides by a sum that is not above 0 although somebody has a value."""
    return measure == "占比" and any(actuals) and not any(_portion((), actuals))


def _places(
    bearings: Sequence[Bearing], compared: Sequence[Ratio | None], lower: bool, whole_zone: bool
) -> list[Ratio | None]:
    pools: dict[str, list[Fraction]] = {}
    for bearing, value in zip(bearings, compared, strict=True):
        if value is not None:
            pools.setdefault("" if whole_zone else bearing.group, []).append(Fraction(*value))
    first: dict[str, dict[Fraction, int]] = {}
    for pool, found in pools.items():
        ranked = sorted(found, reverse=not lower)
        first[pool] = {value: place for place, value in reversed(list(enumerate(ranked, 1)))}
    return [
        None if value is None else (first["" if whole_zone else bearing.group][Fraction(*value)], 1)
        for bearing, value in zip(bearings, compared, strict=True)
    ]
