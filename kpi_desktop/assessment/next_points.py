"""The next point of a line: how much more of the actual brings the rounded score up by at least 1 (calculus, 3).

Found by inverting the curve piece by piece: the values of x that are good enough form a row of intervals, each maps to
an interval of the actual, and the least further value in hundredths of the unit is read off the nearest one.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from kpi_desktop.assessment import exact, measures
from kpi_desktop.assessment.curves import Curve, Steps, Straight
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.months import is_ratio, source
from kpi_desktop.assessment.results import Assessment, Line
from kpi_desktop.assessment.wording import figure

GRAIN = 100
"""Further values are whole hundredths of the unit."""
HIGHEST_RATING = 100
HIGHEST_RATE = 1


class NextPoint(NamedTuple):
    """`further`: how much more (lower-better: less); `value`: the actual then; `score`: the line's score then."""

    further: Decimal
    value: Decimal
    score: Decimal
    sentence: str


class Interval(NamedTuple):
    """Values from `low` to `high`; None is without end. `open_low`, `open_high`: the end itself does not belong."""

    low: Fraction | None
    high: Fraction | None
    open_low: bool = False
    open_high: bool = False

    def mirrored(self) -> "Interval":
        """The interval of the negated values."""
        low = None if self.high is None else -self.high
        high = None if self.low is None else -self.low
        return Interval(low, high, self.open_high, self.open_low)

    def times(self, factor: Fraction, shift: Fraction = Fraction(0)) -> "Interval":
        """The image under v -> factor x v + shift, factor > 0."""
        low = None if self.low is None else factor * self.low + shift
        high = None if self.high is None else factor * self.high + shift
        return self._replace(low=low, high=high)


def next_point(assessment: Assessment, line: Line) -> NextPoint | None:
    """The next point of `line`; None where no further value brings one, or a verdict or a blank decides the score."""
    target, curve, actual = line.spec.subject, line.spec.curve, line.actual
    if line.status != "ok" or not isinstance(target, Target) or curve is None or actual is None or not line.full_units:
        return None
    wanted = line.score_units + 10**line.spec.decimals
    enough = Fraction(2 * wanted - 1, 2 * line.full_units)
    indicator = next(i for i in assessment.facts.indicators if i.code == line.code)
    reach = _Reach(assessment, indicator, target, actual)
    steps = reach.fewest(good_values(curve, enough))
    if steps is None:
        return None
    further = exact.units(steps, 2)
    value = bettered(indicator, actual, further, line.lower_better)
    share = reach.share_at(curve, value)
    score = exact.units(exact.half_up(*(line.full_units * share).as_integer_ratio()), line.spec.decimals)
    return NextPoint(further, Decimal(exact.rounded(value, 4)), score, _sentence(indicator, line, further, score))


def bettered(indicator: Indicator, actual: Fraction, further: Decimal, lower_better: bool) -> Fraction:
    """The actual with so much more (lower-better: less), never beyond what can be had.

    A rate of projects moves from thirds to the whole: the hundredths that lead there are one too many in part.
    """
    value = actual + Fraction(-further if lower_better else further)
    most = highest_actual(indicator)
    return value if most is None else min(value, Fraction(most))


def _sentence(indicator: Indicator, line: Line, further: Decimal, score: Decimal) -> str:
    word = "再降" if line.lower_better else "还差"
    return f"{word} {further_text(indicator, further)}可再得 {figure(score - line.score)} 分"


def further_text(indicator: Indicator, further: Decimal) -> str:
    """A further value with its unit; of what is a ratio itself in percentage points."""
    if indicator.rule.code == "panel":
        return f"{figure(further, 2)} 分"
    if is_ratio(indicator):
        return f"{figure(further * 100, 2)} 个百分点"
    return f"{figure(further, 2)} {indicator.unit or ''}"


def good_values(curve: Curve, enough: Fraction) -> Iterator[Interval]:
    """The intervals of x, from left to right, on which the share is at least `enough`."""
    begin: Fraction | None = None
    open_begin = False
    for piece in curve.pieces:
        end = Fraction(piece.upper, piece.upper_over) if piece.upper_over else None
        whole = Interval(begin, end, open_begin, not piece.closed)
        found = _stepped(piece.line, piece.line.steps, enough) if piece.line.steps else _linear(piece.line, enough)
        common = _meet(whole, found) if found else None
        if common:
            yield common
        begin, open_begin = end, piece.closed


def _linear(line: Straight, enough: Fraction) -> Interval | None:
    slope, rise = line.exact()
    if slope == 0:
        return Interval(None, None) if rise >= enough else None
    at = (enough - rise) / slope
    return Interval(at, None) if slope > 0 else Interval(None, at)


def _stepped(line: Straight, steps: Steps, enough: Fraction) -> Interval | None:
    """Where the flight of steps is high enough: at most (falling) or at least (rising) so many whole steps."""
    slope, rise = line.exact()
    rate = Fraction(steps.rate, steps.over)
    if steps.high_over and enough > Fraction(steps.high, steps.high_over):
        return None
    if rate == 0:
        return Interval(None, None) if enough <= 1 else None
    if rate < 0:
        most = floor((1 - enough) / -rate)
        counted = Interval(None, Fraction(most)) if steps.upward else Interval(None, Fraction(most + 1), open_high=True)
    else:
        counted = Interval(Fraction(ceil((enough - 1) / rate)), None)
    unshifted = counted.times(Fraction(1), -rise)
    return unshifted.times(1 / slope) if slope > 0 else unshifted.mirrored().times(-1 / slope)


def _meet(one: Interval, other: Interval) -> Interval | None:
    low, open_low = _tighter(one.low, one.open_low, other.low, other.open_low, largest=True)
    high, open_high = _tighter(one.high, one.open_high, other.high, other.open_high, largest=False)
    if low is not None and high is not None and (low > high or (low == high and (open_low or open_high))):
        return None
    return Interval(low, high, open_low, open_high)


def _tighter(
    a: Fraction | None, a_open: bool, b: Fraction | None, b_open: bool, largest: bool
) -> tuple[Fraction | None, bool]:
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a > b) == largest else (b, b_open)


class _Reach:
    """What further actual a target needs for its x to come into an interval."""

    def __init__(self, assessment: Assessment, indicator: Indicator, target: Target, actual: Fraction) -> None:
        self._rule = indicator.rule
        self._target = target
        self._actual = actual
        self._lower = measures.lower_better(indicator, target)
        self.highest = highest_actual(indicator)
        self._others = _others(assessment, target, self._rule.by_place and not self._rule.whole_zone_scope)

    def fewest(self, good: Iterator[Interval]) -> int | None:
        """The least whole number of hundredths, 1 or more, in the better direction; None where none will do."""
        counts = [
            count
            for interval in good
            for reached in self._actuals(interval)
            if (count := self._count(reached)) is not None
        ]
        return min(counts, default=None)

    def _count(self, wanted: Interval) -> int | None:
        at = wanted.mirrored() if self._lower else wanted
        actual = -self._actual if self._lower else self._actual
        first = 1
        if at.low is not None:
            gap = (at.low - actual) * GRAIN
            first = max(first, floor(gap) + 1 if at.open_low else ceil(gap))
        if self.highest is not None and not self._lower and actual + Fraction(first, GRAIN) > self.highest:
            most = Interval(Fraction(self.highest), Fraction(self.highest))
            return first if actual < self.highest and _meet(at, most) else None
        if at.high is not None:
            gap = (at.high - actual) * GRAIN
            if first > gap or (first == gap and at.open_high):
                return None
        return first

    def _actuals(self, wanted: Interval) -> list[Interval]:
        """The intervals of the actual that bring x into `wanted`."""
        measure = self._rule.measure
        if self._rule.by_place:
            return self._placed(wanted)
        if measure == "占比":
            return self._portion(wanted)
        scale, shift = self._line(measure)
        return [wanted.times(scale, shift)]

    def _line(self, measure: str) -> tuple[Fraction, Fraction]:
        """a as a line over the compared value."""
        prior = fraction(self._target.prior) if self._target.prior is not None else Fraction(0)
        base = fraction(self._target.base) if self._target.base is not None else Fraction(1)
        lines = {"增幅": (abs(prior), prior), "增量": (Fraction(1), prior), "完成率": (base, Fraction(0))}
        return lines.get(measure, (Fraction(1), Fraction(0)))

    def _portion(self, wanted: Interval) -> list[Interval]:
        """x = a / (a + the others' sum): rising from 0 to 1 over a >= 0 while the others' sum is above 0."""
        rest = sum((value for _, value in self._others), Fraction(0))
        if rest <= 0:
            return []
        one = Fraction(1)
        inside = _meet(wanted, Interval(None, one, open_high=True))
        if inside is None:
            return []
        low = None if inside.low is None else inside.low * rest / (1 - inside.low)
        high = None if inside.high in (None, one) or inside.high is None else inside.high * rest / (1 - inside.high)
        above = Interval(-rest, None, open_low=True)
        met = _meet(Interval(low, high, inside.open_low, inside.open_high), above)
        return [met] if met else []

    def _placed(self, wanted: Interval) -> list[Interval]:
        """Beating enough others: place q is had from the q-th best of them up to below the one above."""
        compared = measures.PLACED_BY[self._rule.measure]
        scale, shift = self._line(compared)
        values = sorted((v for v in self._compared(compared)), reverse=not self._lower)
        found = []
        for place in range(1, len(values) + 2):
            if _meet(wanted, Interval(Fraction(place), Fraction(place))) is None:
                continue
            worst = values[place - 1] if place <= len(values) else None
            best = values[place - 2] if place >= 2 else None
            if worst is not None and worst == best:
                continue
            held = Interval(best, worst, open_low=True) if self._lower else Interval(worst, best, open_high=True)
            found.append(held.times(scale, shift))
        return found

    def _compared(self, compared: str) -> Iterator[Fraction]:
        for target, actual in self._others:
            value = _value_of(compared, target, actual)
            if value is not None:
                yield value

    def share_at(self, curve: Curve, actual: Fraction) -> Fraction:
        """The share the line would have with that actual, the others' unchanged."""
        measure = self._rule.measure
        compared = measures.PLACED_BY.get(measure)
        if compared:
            own = _value_of(compared, self._target, actual)
            others = list(self._compared(compared))
            better = sum((v < own if self._lower else v > own) for v in others) if own is not None else len(others)
            return curve.share(Fraction(1 + better))
        if measure == "占比":
            return curve.share(actual / (actual + sum((value for _, value in self._others), Fraction(0))))
        scale, shift = self._line(measure)
        return curve.share((actual - shift) / scale)


def highest_actual(indicator: Indicator) -> int | None:
    """What no actual of it can exceed: a panel rates up to 100, of the projects no more than all are reached."""
    if indicator.rule.code == "panel":
        return HIGHEST_RATING
    found = source(indicator)
    return HIGHEST_RATE if found and found.kind == "project" else None


def _value_of(compared: str, target: Target, actual: Fraction) -> Fraction | None:
    bearing = measures.Bearing("", _pair(target.prior), _pair(target.base))
    (value,) = measures.values(compared, [bearing], [actual.as_integer_ratio()], False, True)
    return None if value is None else Fraction(*value)


def _pair(value: exact.Exact | None) -> tuple[int, int] | None:
    return None if value is None else exact.ratio(value)


def _others(assessment: Assessment, target: Target, same_group: bool) -> Sequence[tuple[Target, Fraction]]:
    """The other bearers of the indicator that have an actual."""
    found = []
    for group in assessment.groups:
        inside = any(result.code == target.department for result in group.departments)
        for result in group.departments if inside or not same_group else ():
            line = result.line(target.indicator)
            if line is None or result.code == target.department or not isinstance(line.spec.subject, Target):
                continue
            if line.actual is not None:
                found.append((line.spec.subject, line.actual))
    return found
