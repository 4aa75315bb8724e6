"""The cheapest next points of a department: on which lines a little more brings the most (还差多少再得五分).

Each step takes the line whose next point costs least, as if the steps before it were reached. What a step costs is the
further value it needs ÷ the actual that meets the line's goal (Due, section 8), so that lines in 亿元 and in 户 can be
compared; where a line has no Due, ÷ its own actual, and of a panel ÷ 100. Greedy, and so not always the least in all,
but every step can be explained by itself. Tasks and blank lines have no next point.
"""

from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from kpi_desktop.assessment.exact import rounded
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.next_points import GRAIN, HIGHEST_RATING, NextPoint, bettered, next_point
from kpi_desktop.assessment.pace import due
from kpi_desktop.assessment.results import Assessment, Line

WANTED = 5


class Gain(NamedTuple):
    """One line's part: `further` (lower-better: less) brings the actual to `value` and `points` more.

    `cost`: the further value as a share of what the goal needs; None where there is nothing to compare it with.
    """

    line: Line
    indicator: Indicator
    further: Decimal
    value: Decimal
    points: Decimal
    cost: Fraction | None


class _Step(NamedTuple):
    cost: tuple[bool, Fraction]
    at: int
    point: NextPoint
    points: Decimal


def cheapest_points(assessment: Assessment, department: str, wanted: int = WANTED) -> tuple[Gain, ...]:
    """The cheapest way to `wanted` more points, line by line, cheapest first; less where there are not so many.

    Bonus, deductions and the ranks of others stay as they are. KeyError on a department that is not assessed.
    """
    indicators = {indicator.code: indicator for indicator in assessment.facts.indicators}
    first = [line for line in assessment.department(department).lines if line.kind == "target"]
    lines, taken = list(first), Decimal(0)
    points = [next_point(assessment, line) for line in lines]
    while taken < wanted:
        steps = [
            _step(at, line, found, indicators[line.code])
            for at, (line, found) in enumerate(zip(lines, points, strict=True))
            if found
        ]
        if not steps:
            break
        best = min(steps, key=lambda step: (step.cost, step.at))
        taken += best.points
        lines[best.at] = _reached(lines[best.at], best.point, indicators[lines[best.at].code])
        points[best.at] = next_point(assessment, lines[best.at])
    gains = [
        _gain(before, after, indicators[before.code])
        for before, after in zip(first, lines, strict=True)
        if before is not after
    ]
    return tuple(
        sorted(gains, key=lambda gain: (gain.cost is None, (gain.cost or Fraction(0)) / Fraction(gain.points)))
    )


def _step(at: int, line: Line, point: NextPoint, indicator: Indicator) -> _Step:
    gained = point.score - line.score
    cost = _cost(line, Fraction(point.further), indicator)
    return _Step(_a_point(cost, gained), at, point, gained)


def _a_point(cost: Fraction | None, points: Decimal) -> tuple[bool, Fraction]:
    """What to sort by: the cost of a point, unknown ones last."""
    return cost is None, (cost or Fraction(0)) / Fraction(points)


def _cost(line: Line, further: Fraction, indicator: Indicator) -> Fraction | None:
    assert isinstance(line.spec.subject, Target)
    if indicator.rule.code == "panel":
        return further / HIGHEST_RATING
    whole = due(line.spec.subject, indicator) or line.actual
    return further / abs(whole) if whole else None


def _reached(line: Line, point: NextPoint, indicator: Indicator) -> Line:
    """The line as it would be with the next point."""
    actual = bettered(indicator, line.actual or Fraction(0), point.further, line.lower_better)
    over, value = actual.denominator, actual.numerator
    units = int(point.score.scaleb(line.spec.decimals))
    return line._replace(score_units=units, judged=line.judged._replace(actual=value, actual_over=over))


def _gain(before: Line, after: Line, indicator: Indicator) -> Gain:
    further = abs((after.actual or Fraction(0)) - (before.actual or Fraction(0)))
    whole = Decimal(ceil(further * GRAIN)).scaleb(-2)
    value = rounded(after.actual or Fraction(0), 4)
    return Gain(before, indicator, whole, value, after.score - before.score, _cost(before, further, indicator))
