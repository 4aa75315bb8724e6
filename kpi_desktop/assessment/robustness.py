"""名次稳不稳: the smallest change of one category's points that makes two neighbours in rank change places.

One category of the group gains or loses points, and its other scored categories give or take them in proportion to
what they have (by largest remainder, at the year's decimals), so that the group still has its 100. Every step of the
grain is reckoned in full, with the rounding of full marks and of line scores: what is said to swap does swap when the
weights are really changed, and no smaller step does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.plan import category_full_marks
from kpi_desktop.assessment.results import Assessment, DepartmentResult, GroupResult, Line
from kpi_desktop.assessment.settings import ECONOMIC_SCORE, Settings

REACH = 10
"""Points by which a category is changed at most, up and down."""
STEPS_A_POINT = 10
"""The grain is a tenth of a point, or the year's unit where that is coarser."""


class Swap(NamedTuple):
    """The category to change, its points now and then; `rank` is the place the lower department has then."""

    category: str
    points: Decimal
    wanted: Decimal
    rank: int

    @property
    def change(self) -> Decimal:
        """By how much."""
        return self.wanted - self.points


class Neighbours(NamedTuple):
    """Two that follow each other in rank; `swap` None: no change within reach puts the lower one strictly ahead."""

    upper: DepartmentResult
    lower: DepartmentResult
    gap: Decimal
    swap: Swap | None


def robustness(assessment: Assessment, group: GroupResult, reach: int = REACH) -> tuple[Neighbours, ...]:
    """Every pair of neighbours of a group. Without 折算 no weight moves a score, so no pair has a swap."""
    scales = _Scales(assessment, group)
    pairs = zip(group.departments, group.departments[1:], strict=False)
    return tuple(Neighbours(a, b, a.total - b.total, scales.smallest(a.code, b.code, reach)) for a, b in pairs)


def rebalanced(points: Sequence[int], place: int, change: int) -> list[int] | None:
    """`points` with `change` more at `place`, the others giving it in proportion; None where they cannot.

    The sum stays. Shares of the others by largest remainder, ties to the earlier one.
    """
    wanted, rest = points[place] + change, sum(points) - points[place] - change
    others = [0 if at == place else own for at, own in enumerate(points)]
    if wanted < 0 or rest < 0 or not sum(others):
        return None
    parts = exact.split(rest, others)
    parts[place] = wanted
    return parts


class _Lines(NamedTuple):
    """The lines of one category: whole weights in proportion, and the shares as numerators and denominators."""

    weights: tuple[int, ...]
    shares: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A department's lines of each category: what its total is made from once the categories have points."""

    categories: tuple[_Lines, ...]
    borne: tuple[bool, ...]
    more: int


RankKey = tuple[int, ...]


class _Scales:
    """A group's departments, weighed with any points of its categories."""

    def __init__(self, assessment: Assessment, group: GroupResult) -> None:
        settings = self._settings = assessment.facts.settings
        self._group = group
        points = {w.category: _units(w.points, settings) for w in assessment.facts.weights if w.group == _name(group)}
        scored = [category for category in assessment.facts.categories if category.kind == "scored"]
        given = [category for category in scored if points.get(category.name)]
        self.names = [category.name for category in given]
        self.points = [points[name] for name in self.names]
        self._economic = [category.economic for category in given]
        self._sheets = {result.code: _sheet(result, self.names, settings) for result in group.departments}
        self._known: dict[tuple[str, int, int], RankKey | None] = {}

    def smallest(self, upper: str, lower: str, reach: int) -> Swap | None:
        """The smallest change that puts `lower` ahead; of equal ones the earlier category's, then the rise."""
        if not self._settings.scaled:
            return None
        for place, change in self._changes(reach):
            one, other = self.key(upper, place, change), self.key(lower, place, change)
            if one is not None and other is not None and other > one:
                return self._swap(lower, place, change, other)
        return None

    def _changes(self, reach: int) -> Iterator[tuple[int, int]]:
        unit = 10**self._settings.decimals
        grain = max(unit // STEPS_A_POINT, 1)
        for size in range(grain, reach * unit + 1, grain):
            for place in range(len(self.points)):
                yield place, size
                yield place, -size

    def key(self, code: str, place: int, change: int) -> RankKey | None:
        """What a department is ranked by then; None where the group cannot be changed so."""
        at = (code, place, change)
        if at not in self._known:
            points = rebalanced(self.points, place, change)
            self._known[at] = None if points is None else self._key(self._sheets[code], points)
        return self._known[at]

    def _key(self, sheet: _Sheet, points: Sequence[int]) -> RankKey:
        full = category_full_marks(self._settings, points, sheet.borne)
        scores = [_score(own, lines) for own, lines in zip(full, sheet.categories, strict=True)]
        named = dict(zip(self.names, scores, strict=True))
        named[ECONOMIC_SCORE] = sum(own for own, economic in zip(scores, self._economic, strict=True) if economic)
        total = max(sum(scores) + sheet.more, 0)
        return (total, *(named.get(name, 0) for name in self._settings.tie_break))

    def _swap(self, lower: str, place: int, change: int, reached: RankKey) -> Swap:
        keys = [self.key(code, place, change) for code in self._sheets]
        rank = 1 + sum(key is not None and key > reached for key in keys)
        now, decimals = self.points[place], self._settings.decimals
        return Swap(self.names[place], exact.units(now, decimals), exact.units(now + change, decimals), rank)


def _name(group: GroupResult) -> str:
    return group.group.name


def _units(points: Exact, settings: Settings) -> int:
    return exact.half_up(*(fraction(points) * 10**settings.decimals).as_integer_ratio())


def _sheet(result: DepartmentResult, names: Sequence[str], settings: Settings) -> _Sheet:
    found = {part.category.name: _lines(part.lines) for part in result.categories}
    categories = tuple(found.get(name, _Lines((), ())) for name in names)
    borne = tuple(any(lines.weights) for lines in categories)
    return _Sheet(categories, borne, _units(result.bonus, settings) - _units(result.deduction, settings))


def _lines(lines: Sequence[Line]) -> _Lines:
    scale = lcm(*(line.spec.weight.denominator for line in lines))
    weights = tuple(line.spec.weight.numerator * (scale // line.spec.weight.denominator) for line in lines)
    return _Lines(weights, tuple((line.share or Fraction(0)).as_integer_ratio() for line in lines))


def _score(full: int, lines: _Lines) -> int:
    """The score in units of a category that has `full` units: full marks by largest remainder, each line rounded."""
    marks = exact.split(full, lines.weights)
    return sum((2 * mark * share + over) // (2 * over) for mark, (share, over) in zip(marks, lines.shares, strict=True))
