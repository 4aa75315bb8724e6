"""Ranking within a group and grades (calculus, section 6)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from math import floor
from typing import NamedTuple

from kpi_desktop.assessment.exact import fraction, half_up
from kpi_desktop.assessment.facts import Adjustment, Facts, GradeBand, Group
from kpi_desktop.assessment.results import DepartmentResult
from kpi_desktop.assessment.settings import ECONOMIC_SCORE

ONE_LOWER = "降一档"
RankKey = tuple[Decimal, ...]


class Ranked(NamedTuple):
    """A result and its rank."""

    rank: int
    result: DepartmentResult


def ranked_group(facts: Facts, group: Group, results: Sequence[DepartmentResult]) -> tuple[DepartmentResult, ...]:
    """`results` in rank order (equal ranks by code) with rank, grade, 待定 and veto filled in."""
    keys = {result.code: rank_key(facts, result) for result in results}
    ordered = sorted(sorted(results, key=lambda r: r.code), key=lambda r: keys[r.code], reverse=True)
    ranked: list[Ranked] = []
    for place, result in enumerate(ordered, 1):
        tied = ranked and keys[ranked[-1].result.code] == keys[result.code]
        ranked.append(Ranked(ranked[-1].rank if tied else place, result))
    return tuple(_graded(facts, bands_of(facts, group), ranked))


def rank_key(facts: Facts, result: DepartmentResult) -> RankKey:
    """Total, then 同分比较 in its order; higher is better. A category the group gives no points counts 0."""
    scores = {category.category.name: category.score for category in result.categories}
    scores[ECONOMIC_SCORE] = result.economic_score
    return (result.total, *(scores.get(name, Decimal(0)) for name in facts.settings.tie_break))


def bands_of(facts: Facts, group: Group) -> tuple[GradeBand, ...]:
    """The group's own bands, or those of all groups without any; highest minimum first."""
    own = [band for band in facts.bands if band.group == group.name]
    found = own or [band for band in facts.bands if band.group is None]
    return tuple(sorted(found, key=lambda band: band.minimum, reverse=True))


def room(facts: Facts, band: GradeBand, departments: int) -> int | None:
    """Places in a band for a group of `departments`; None without limit."""
    limits = [] if band.room is None else [band.room]
    if band.room_share is not None:
        wanted = fraction(band.room_share) * departments
        places = half_up(*wanted.as_integer_ratio()) if facts.settings.room_rounding == "四舍五入" else floor(wanted)
        if facts.settings.room_at_least_one and wanted > 0:
            places = max(places, 1)
        limits.append(places)
    return min(limits, default=None)


def band_by_score(bands: Sequence[GradeBand], total: Decimal) -> int:
    """The place among `bands` that a score alone earns: minima only, the last takes everyone."""
    return next((place for place, band in enumerate(bands) if total >= band.minimum), len(bands) - 1)


def _graded(facts: Facts, bands: Sequence[GradeBand], ranked: Sequence[Ranked]) -> list[DepartmentResult]:
    codes = {each.result.code for each in ranked}
    vetoes = {code: entries for code, entries in _vetoes(facts).items() if code in codes}
    decided = {d.department: d.grade for d in facts.decisions if d.department in codes}
    seats = _Seats(facts, bands, len(ranked))
    for code, grade in decided.items():
        if code not in vetoes:
            seats.take(grade)
    free = [each for each in ranked if each.result.code not in decided and each.result.code not in vetoes]
    for _, tied in groupby(free, key=lambda each: each.rank):
        seats.seat([each.result for each in tied])
    return [_filled(facts, each, bands, seats, decided, vetoes.get(each.result.code, [])) for each in ranked]


def _vetoes(facts: Facts) -> dict[str, list[Adjustment]]:
    kinds = {category.name: category.kind for category in facts.categories}
    found: dict[str, list[Adjustment]] = {}
    for entry in facts.adjustments:
        if kinds[entry.category] == "veto":
            found.setdefault(entry.department, []).append(entry)
    return found


class _Seats:
    """The places of a group's bands, filled from the best rank down."""

    def __init__(self, facts: Facts, bands: Sequence[GradeBand], departments: int) -> None:
        self.bands = bands
        self.left = [room(facts, band, departments) for band in bands]
        self.closed = [False] * len(bands)
        self.grades: dict[str, str] = {}
        self.flagged: dict[str, str] = {}

    def take(self, grade: str) -> None:
        """One place of that grade is taken, even beyond its room."""
        for place, band in enumerate(self.bands):
            left = self.left[place]
            if band.name == grade and left is not None:
                self.left[place] = left - 1

    def seat(self, tied: Sequence[DepartmentResult]) -> None:
        """Seat departments equal in rank in the highest band they reach that has room for all of them."""
        for place, band in enumerate(self.bands[:-1]):
            left = self.left[place]
            if tied[0].total < band.minimum or self.closed[place] or (left is not None and left <= 0):
                continue
            if left is None or left >= len(tied):
                self.left[place] = None if left is None else left - len(tied)
                self.grades.update((result.code, band.name) for result in tied)
                return
            self.closed[place] = True
            for result in tied:
                self.flagged.setdefault(result.code, band.name)
        if self.bands:
            self.grades.update((result.code, self.bands[-1].name) for result in tied)


def _filled(
    facts: Facts,
    ranked: Ranked,
    bands: Sequence[GradeBand],
    seats: _Seats,
    decided: Mapping[str, str],
    vetoes: Sequence[Adjustment],
) -> DepartmentResult:
    result, flag = ranked.result, None
    if result.code in decided or not bands:
        grade = decided.get(result.code)
    elif vetoes:
        grade = bands[_vetoed_band(facts, bands, result.total, vetoes)].name
    else:
        grade, flag = seats.grades[result.code], seats.flagged.get(result.code)
    return result.placed(ranked.rank, grade, flag, bool(vetoes), any(entry.stops_rewards for entry in vetoes))


def _vetoed_band(facts: Facts, bands: Sequence[GradeBand], total: Decimal, vetoes: Sequence[Adjustment]) -> int:
    """The lowest of what the entries say and what the score alone earns."""
    names = [band.name for band in bands]
    last, earned = len(bands) - 1, band_by_score(bands, total)
    fallback = names.index(facts.settings.veto_grade) if facts.settings.veto_grade in names else last
    lowest = earned
    for entry in vetoes:
        if entry.treatment == ONE_LOWER:
            lowest = max(lowest, min(earned + 1, last))
        else:
            lowest = max(lowest, names.index(entry.treatment) if entry.treatment in names else fallback)
    return lowest
