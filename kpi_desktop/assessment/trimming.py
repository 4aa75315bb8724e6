"""Which ballots 去极值 drops, and who of the raters still owes a score (calculus, section 4)."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Facts, Rating
from kpi_desktop.assessment.panels import class_mean


class Rater(NamedTuple):
    """A rater with a name: who, of which department, in which class."""

    name: str
    department: str | None
    rater_class: str


class Turnout(NamedTuple):
    """How a class rates on an indicator: named raters, scores they gave of those they owe, anonymous ballots."""

    raters: int
    given: int
    owed: int
    anonymous: int


def dropped(facts: Facts, indicator: str) -> Mapping[int, int]:
    """How many ballots of each rating, by its place among the year's, are dropped as extremes on `indicator`."""
    trims = {each.code: bool(each.rule.values.get("去极值", True)) for each in facts.indicators}
    by_class: defaultdict[tuple[str, str], list[tuple[int, Rating]]] = defaultdict(list)
    for place, rating in enumerate(facts.ratings):
        if rating.indicator == indicator and rating.ballots > 0:
            by_class[rating.department, rating.rater_class].append((place, rating))
    found: defaultdict[int, int] = defaultdict(int)
    for own in by_class.values():
        mean = class_mean("", fraction(1), [rating for _, rating in own], trims.get(indicator, False))
        if mean.dropped is None:
            continue
        low = next(place for place, rating in own if fraction(rating.score) == mean.dropped[0])
        high = [place for place, rating in own if fraction(rating.score) == mean.dropped[1]][-1]
        found[low] += 1
        found[high] += 1
    return found


def bearers(facts: Facts, indicator: str) -> tuple[str, ...]:
    """The departments that bear `indicator`, as in their sheet."""
    own = {target.department for target in facts.targets if target.indicator == indicator}
    return tuple(each.code for each in facts.departments if each.code in own)


def raters(facts: Facts, indicator: str) -> tuple[Rater, ...]:
    """Those who rated on `indicator` by name, classes as in their sheet, then in the order of the ratings."""
    order = [each.name for each in facts.rater_classes]
    found = dict.fromkeys(
        Rater(each.rater, each.rater_department, each.rater_class)
        for each in facts.ratings
        if each.indicator == indicator and each.rater is not None
    )
    return tuple(sorted(found, key=lambda rater: order.index(rater.rater_class)))


def turnout(facts: Facts, indicator: str) -> dict[str, Turnout]:
    """How every class rates on `indicator`; a rater owes a score to each bearer but the own department."""
    departments = bearers(facts, indicator)
    own = [rating for rating in facts.ratings if rating.indicator == indicator]
    named = raters(facts, indicator)
    found = {}
    for each in facts.rater_classes:
        mine = [rater for rater in named if rater.rater_class == each.name]
        given = [rating for rating in own if rating.rater_class == each.name]
        found[each.name] = Turnout(
            len(mine),
            sum(rating.rater is not None for rating in given),
            sum(len(departments) - (rater.department in departments) for rater in mine),
            sum(rating.ballots for rating in given if rating.rater is None),
        )
    return found
