"""Panel rating 评议 (calculus, section 4)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Rating

FEWEST_BALLOTS_TO_TRIM = 5


class ClassMean(NamedTuple):
    """One rater class: its weight, ballots, the ballots dropped (lowest, highest) and the mean of the rest."""

    name: str
    weight: Fraction
    ballots: int
    dropped: tuple[Fraction, Fraction] | None
    mean: Fraction


class PanelResult(NamedTuple):
    """The classes that rated, as in their sheet, and the weighted mean 0-100 over them."""

    classes: tuple[ClassMean, ...]
    mean: Fraction


def class_mean(name: str, weight: Fraction, ratings: Iterable[Rating], trim: bool) -> ClassMean:
    """The mean of a class; with `trim` and at least 5 ballots one highest and one lowest ballot are dropped."""
    scores = [(rating.score.as_integer_ratio(), rating.ballots) for rating in ratings]
    unit = lcm(*(denominator for (_, denominator), _ in scores))  # whole parts add up faster than fractions
    parts = [(numerator * (unit // denominator), count) for (numerator, denominator), count in scores]
    ballots = sum(count for _, count in parts)
    total = sum(part * count for part, count in parts)
    if not trim or ballots < FEWEST_BALLOTS_TO_TRIM:
        return ClassMean(name, weight, ballots, None, Fraction(total, unit * ballots))
    low, high = min(part for part, _ in parts), max(part for part, _ in parts)
    mean = Fraction(total - low - high, unit * (ballots - 2))
    return ClassMean(name, weight, ballots, (Fraction(low, unit), Fraction(high, unit)), mean)


def panel_results(facts: Facts) -> dict[tuple[str, str], PanelResult]:
    """Every rated (indicator, department); those without any ballot are absent."""
    trims = {i.code: bool(i.rule.values.get("去极值", True)) for i in facts.indicators if i.rule.code == "panel"}
    by_line: defaultdict[tuple[str, str], defaultdict[str, list[Rating]]] = defaultdict(lambda: defaultdict(list))
    for rating in facts.ratings:
        if rating.indicator in trims and rating.ballots > 0:
            by_line[rating.indicator, rating.department][rating.rater_class].append(rating)
    weights = {rater_class.name: fraction(rater_class.weight) for rater_class in facts.rater_classes}
    return {line: _result(found, weights, trims[line[0]]) for line, found in by_line.items()}


def _result(found: Mapping[str, list[Rating]], weights: Mapping[str, Fraction], trim: bool) -> PanelResult:
    classes = tuple(class_mean(name, weight, found[name], trim) for name, weight in weights.items() if name in found)
    whole = sum((each.weight for each in classes), Fraction(0))
    return PanelResult(classes, sum((each.weight * each.mean for each in classes), Fraction(0)) / whole)
