"""Ranking within a group and grades (calculus, section 6)."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from math import floor

from kpi_desktop.assessment.exact import fraction, half_up
from kpi_desktop.assessment.facts import Adjustment, Facts, GradeBand, Group
from kpi_desktop.assessment.results import DepartmentResult
from kpi_desktop.assessment.settings import ECONOMIC_SCORE

ONE_LOWER = "降一档"
RankKey = tuple[Decimal, ...]


def ranked_group(facts: Facts, group: Group, results: Sequence[DepartmentResult]) -> tuple[DepartmentResult, ...]:
    """`results` in rank order (equal ranks by code) with rank, grade, 待定 and veto filled in."""
    keys = {result.code: rank_key(facts, result) for result in results}
    ordered = sorted(sorted(results, key=lambda r: r.code), key=lambda r: keys[r.code], reverse=True)
    ranked: list[DepartmentResult] = []
    for place, result in enumerate(ordered, 1):
        tied = ranked and keys[ranked[-1].code] == keys[result.code]
        ranked.append(replace(result, rank=ranked[-1].rank if tied else place))
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


def _graded(facts: Facts, bands: Sequence[GradeBand], ranked: Sequence[DepartmentResult]) -> list[DepartmentResult]:
    entries = _vetoes(facts)
    vetoed = {r.code: entries[r.code] for r in ranked if r.code in entries}
    stopped = {code for code, found in vetoed.items() if any(entry.stops_rewards for entry in found)}
    results = [
        replace(result, vetoed=result.code in vetoed, rewards_stopped=result.code in stopped) for result in ranked
    ]
    if not bands:
        return results
    decided = {decision.department: decision.grade for decision in facts.decisions}
    seats = _Seats(facts, bands, len(results))
    for result in results:
        if result.code in decided and not result.vetoed:
            seats.take(decided[result.code])
    free = [r for r in results if r.code not in decided and not r.vetoed]
    for _, tied in groupby(free, key=lambda r: r.rank):
        seats.seat(list(tied))
    return [_with_grade(facts, r, bands, seats, decided.get(r.code), vetoed.get(r.code, [])) for r in results]


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
        self.grades.update((result.code, self.bands[-1].name) for result in tied)


def _with_grade(
    facts: Facts,
    result: DepartmentResult,
    bands: Sequence[GradeBand],
    seats: _Seats,
    decided: str | None,
    vetoes: Sequence[Adjustment],
) -> DepartmentResult:
    if decided is not None:
        return replace(result, grade=decided)
    if vetoes:
        return replace(result, grade=bands[_vetoed_band(facts, bands, result.total, vetoes)].name)
    flag = seats.flagged.get(result.code)
    return replace(result, grade=seats.grades[result.code], undecided=flag is not None, undecided_for=flag)


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
