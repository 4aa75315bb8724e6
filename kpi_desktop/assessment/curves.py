"""Curves: the second half of every rule, from a value to a share of full marks (calculus, section 3).

A curve is a row of pieces over the value x, each linear or a flight of steps. The same pieces give the score, the
picture, the next point and the explanation.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from kpi_desktop.assessment.rules import Rule, Share

MOST_STEPS_DRAWN = 400
Polyline = tuple[tuple[Fraction, Fraction], ...]
ZERO, ONE = Fraction(0), Fraction(1)


class Steps(NamedTuple):
    """A flight of steps: share = 1 + (rate / over) x whole steps, not below 0, not above `high / high_over`."""

    upward: bool
    rate: int
    over: int
    high: int = 1
    high_over: int = 0

    def share(self, numerator: int, denominator: int) -> tuple[int, int]:
        """The share after `numerator / denominator` steps as a ratio, a part of a step counted whole or dropped."""
        count = -(-numerator // denominator) if self.upward else numerator // denominator
        share = self.over + self.rate * count
        if share <= 0:
            return 0, 1
        if share * self.high_over > self.high * self.over:
            return self.high, self.high_over
        return share, self.over


class Straight(NamedTuple):
    """share = (slope x n + rise x d) / (over x d) at x = n / d. With `steps` the same line counts the steps."""

    slope: int
    rise: int
    over: int
    steps: Steps | None = None

    def exact(self) -> tuple[Fraction, Fraction]:
        """Slope and rise of share = slope x value + rise."""
        return Fraction(self.slope, self.over), Fraction(self.rise, self.over)


class Piece(NamedTuple):
    """One stretch of a curve up to `upper / upper_over` (`closed`: that value included; over 0: without end).

    The line is apart: looking for the piece that a value falls on reads the bounds of many and the line of one.
    """

    upper: int
    upper_over: int
    closed: bool
    line: Straight


Plain = tuple[tuple[int, int, bool, tuple[int, int, int, Steps | None]], ...]
"""The pieces of a curve as tuples and nothing more: Python takes those apart three times as fast as named ones."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A piecewise curve with the marks a picture shows, as (word, x). `plain` are the pieces, for scoring."""

    pieces: tuple[Piece, ...]
    plain: Plain
    marks: tuple[tuple[str, Fraction], ...] = ()
    knots: tuple[Fraction, ...] = ()

    def at(self, n: int, d: int) -> tuple[int, int]:
        """Share at x = n / d (d > 0) as a ratio, not reduced."""
        (share,) = shares_at((self.plain,), ((n, d),))
        assert share is not None
        return share

    def share(self, x: Fraction) -> Fraction:
        """Share of full marks at x, 0 or more."""
        return Fraction(*self.at(*x.as_integer_ratio()))

    def window(self, *values: Fraction) -> tuple[Fraction, Fraction]:
        """A range of x that shows every bend, mark and given value with some room on both sides."""
        shown = [*self.knots, *(x for _, x in self.marks), *values]
        if not shown:
            return ZERO, ONE
        low, high = min(shown), max(shown)
        room = (high - low) / 8 or max(abs(high) / 8, Fraction(1, 10))
        return low - room, high + room

    def segments(self, low: Fraction, high: Fraction) -> tuple[Polyline, ...]:
        """Disjoint polylines of (x, share) between `low` and `high`; a jump begins a new one."""
        lines: list[Polyline] = []
        begin: Fraction | None = None
        for piece in self.pieces:
            end = Fraction(piece.upper, piece.upper_over) if piece.upper_over else None
            left = low if begin is None else max(low, begin)
            right = high if end is None else min(high, end)
            if left < right:
                lines.extend(_drawn(piece, left, right))
            begin = end
        return _joined(lines)


def shares_at(curves: Iterable[Plain | None], values: Iterable[tuple[int, int] | None]) -> list[tuple[int, int] | None]:
    """Shares at x = n / d (d > 0) on the pieces of curves, one of each, as ratios that are not reduced.

    None where the curve or the value is. All lines in one loop: it is the innermost of scoring.
    """
    shares: list[tuple[int, int] | None] = []
    add = shares.append
    for pieces, value in zip(curves, values, strict=True):
        if value is None or pieces is None:
            add(None)
            continue
        n, d = value
        for upper, upper_over, closed, line in pieces:
            if n * upper_over < upper * d or (closed and n * upper_over == upper * d):
                slope, rise, over, steps = line
                n, d = slope * n + rise * d, over * d
                add((n, d) if steps is None else steps.share(n, d))
                break
        else:
            raise AssertionError("the last piece of a curve has no end")
    return shares


def _drawn(piece: Piece, left: Fraction, right: Fraction) -> list[Polyline]:
    slope, rise = piece.line.exact()
    if piece.line.steps is None:
        return [((left, slope * left + rise), (right, slope * right + rise))]
    first, last = sorted((slope * left + rise, slope * right + rise))
    whole = list(range(floor(first) + 1, ceil(last)))[:MOST_STEPS_DRAWN]
    bounds = sorted({left, right, *((count - rise) / slope for count in whole)})
    lines: list[Polyline] = []
    for start, end in pairwise(bounds):
        count = slope * (start + end) / 2 + rise
        share = Fraction(*piece.line.steps.share(*count.as_integer_ratio()))
        lines.append(((start, share), (end, share)))
    return lines


def _joined(
    lines: list[Polyline],
) -> tuple[Polyline, ...]:
    joined: list[Polyline] = []
    for line in lines:
        if joined and joined[-1][-1] == line[0]:
            joined[-1] = joined[-1] + line[1:]
        else:
            joined.append(line)
    return tuple(joined)


class _Builder:
    """Collects pieces from left to right."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.knots: list[Fraction] = []
        self._behind: tuple[Fraction, bool] | None = None

    def piece(
        self, upper: Fraction | None, closed: bool, slope: Fraction, rise: Fraction, steps: Steps | None = None
    ) -> None:
        (run, under), (start, below) = slope.as_integer_ratio(), rise.as_integer_ratio()
        bound = (1, 0) if upper is None else upper.as_integer_ratio()
        if upper is not None:
            if self._behind is not None and (upper, closed) <= self._behind:
                return  # a bend left of what is already covered
            self._behind = (upper, closed)
            self.knots.append(upper)
        self.pieces.append(Piece(*bound, closed, Straight(run * below, start * under, under * below, steps)))

    def level(self, upper: Fraction | None, closed: bool, share: Fraction) -> None:
        self.piece(upper, closed, ZERO, share)

    def line(
        self,
        upper: Fraction | None,
        closed: bool,
        slope: Fraction,
        rise: Fraction,
        high: Fraction | None = None,
    ) -> None:
        """A line up to `upper`, held between 0 and `high`."""
        if slope == 0:
            self.level(upper, closed, _held(rise, high))
            return
        bends: list[tuple[Fraction | None, Fraction | None]] = []
        at_zero = -rise / slope
        at_high = None if high is None else (high - rise) / slope
        if slope > 0:
            bends = [(at_zero, ZERO), (at_high, None), (None, high)]
        else:
            bends = [(at_high, high)] if at_high is not None else []
            bends += [(at_zero, None), (None, ZERO)]
        for bend, share in bends:
            last = bend is None or (upper is not None and bend >= upper)
            end, shut = (upper, closed) if last else (bend, True)
            if share is None:
                self.piece(end, shut, slope, rise)
            else:
                self.level(end, shut, share)
            if last:
                return

    def done(self, *marks: tuple[str, Fraction]) -> Curve:
        plain = tuple(
            (upper, over, closed, (line.slope, line.rise, line.over, line.steps))
            for upper, over, closed, line in self.pieces
        )
        return Curve(tuple(self.pieces), plain, marks, tuple(sorted(set(self.knots))))


def _held(share: Fraction, high: Fraction | None) -> Fraction:
    share = max(share, ZERO)
    return share if high is None else min(share, high)


@dataclass(frozen=True, slots=True)
class Bases:
    """What a rule is laid on: T, S, the target's 分值 and the direction; checked to be usable before it comes here."""

    rule: Rule
    base: Fraction
    stretch: Fraction
    points: Fraction
    lower_better: bool

    def ratio(self, name: str) -> Fraction:
        """A share parameter as a ratio of full marks."""
        share: Share = self.rule.values[name]
        return share.of(self.points)

    def number(self, name: str) -> Fraction:
        """A plain parameter."""
        value: Fraction = self.rule.values[name]
        return value

    def steps(self, name: str) -> list[tuple[Fraction, Fraction]]:
        """档 or 点 as (x, share), bounds already multiplied by T where they are completion ratios."""
        unit = self.base if self.rule.divides_by_base else ONE
        return [(bound * unit, share.of(self.points)) for bound, share in self.rule.values[name]]


def _completion(b: Bases) -> Curve:
    build, cap = _Builder(), b.number("封顶")
    build.level(b.number("起评") * b.base, False, ZERO)
    build.line(None, True, 1 / b.base, ZERO, cap)
    return build.done(("目标", b.base))


def _tiered(b: Bases) -> Curve:
    build, first, cap = _Builder(), b.ratio("确保得分率"), b.number("封顶")
    build.line(b.base, False, first / b.base, ZERO)
    climb = (1 - first) / (b.stretch - b.base)
    build.line(b.stretch, False, climb, first - climb * b.base)
    beyond = b.ratio("超额加分率") / b.stretch
    build.line(None, True, beyond, 1 - beyond * b.stretch, cap)
    return build.done(("确保", b.base), ("力争", b.stretch))


def _around(b: Bases, step: Fraction, lose: Fraction, gain: Fraction) -> Curve:
    """Shares lost below T and gained above it, a step being `step` wide in x."""
    build, cap, rounding = _Builder(), b.number("封顶"), b.rule.values["取整"]
    if rounding == "不取":
        build.line(b.base, False, lose / step, 1 - lose / step * b.base)
        build.line(None, True, gain / step, 1 - gain / step * b.base, cap)
    else:
        build.piece(b.base, False, -1 / step, b.base / step, Steps(rounding == "进", *(-lose).as_integer_ratio()))
        build.piece(
            None, True, 1 / step, -b.base / step, Steps(False, *gain.as_integer_ratio(), *cap.as_integer_ratio())
        )
        if lose:
            build.knots.append(b.base - step / lose)
    return build.done(("目标", b.base))


def _growth(b: Bases) -> Curve:
    return _around(b, Fraction(1, 100), b.ratio("每点扣"), b.ratio("每点加"))


def _shortfall(b: Bases) -> Curve:
    return _around(b, b.number("步长") * b.base, b.ratio("每步扣"), b.ratio("每步加"))


def _reverse(b: Bases) -> Curve:
    build, fall = _Builder(), b.number("倍率") / b.base
    build.level(b.base, True, ONE)
    build.line(None, True, -fall, 1 + fall * b.base)
    return build.done(("目标", b.base))


def _bands(b: Bases) -> Curve:
    build, steps = _Builder(), b.steps("档")
    if b.lower_better:
        for bound, share in steps:
            build.level(bound, True, share)
        build.level(None, True, ZERO)
    else:
        shares = [ZERO, *(share for _, share in steps)]
        for (bound, _), share in zip(steps, shares, strict=False):
            build.level(bound, False, share)
        build.level(None, True, shares[-1])
    return build.done(*((("目标", b.base),) if b.rule.divides_by_base else ()))


def _pass(b: Bases) -> Curve:
    build = _Builder()
    build.level(b.base, b.lower_better, ONE if b.lower_better else ZERO)
    build.level(None, True, ZERO if b.lower_better else ONE)
    return build.done(("目标", b.base))


def _efficacy(b: Bases) -> Curve:
    build, first = _Builder(), b.ratio("基础")
    slope = (1 - first) / (b.stretch - b.base)
    build.line(None, True, slope, first - slope * b.base, ONE)
    return build.done(("不允许值", b.base), ("满意值", b.stretch))


def _rank(b: Bases) -> Curve:
    build, lose = _Builder(), b.ratio("每位扣")
    build.line(None, True, -lose, 1 + lose)
    return build.done()


def _panel(b: Bases) -> Curve:
    build = _Builder()
    build.line(None, True, Fraction(1, 100), ZERO, ONE)
    return build.done()


def _points(b: Bases) -> Curve:
    build, points = _Builder(), b.steps("点")
    build.level(points[0][0], True, points[0][1])
    for (left, low), (right, high) in pairwise(points):
        slope = (high - low) / (right - left)
        build.line(right, True, slope, low - slope * left)
    build.level(None, True, points[-1][1])
    return build.done(*((("目标", b.base),) if b.rule.divides_by_base else ()))


_CURVES: Mapping[str, Callable[[Bases], Curve]] = {
    "completion": _completion,
    "tiered": _tiered,
    "growth": _growth,
    "shortfall": _shortfall,
    "reverse": _reverse,
    "bands": _bands,
    "pass": _pass,
    "efficacy": _efficacy,
    "rank": _rank,
    "panel": _panel,
    "curve": _points,
}


@lru_cache(maxsize=65536)
def compile_curve(bases: Bases) -> Curve:
    """The curve of a rule on a target, over x. The bases must have been found `ok` before (measures.base_status)."""
    return _CURVES[bases.rule.code](bases)
