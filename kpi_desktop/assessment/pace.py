"""Pace: what a target's actual should be by a month, to be judged and drawn (calculus, section 8)."""

from calendar import monthrange
from datetime import date
from fractions import Fraction
from itertools import pairwise

from kpi_desktop.assessment import measures, months
from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.assessment.facts import Indicator, Target

DECEMBER = 12
ALONG_THE_YEAR = ("cumulative", "sum")
"""Accumulations whose actual grows from 0 along the year."""


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def last_ended_month(year: int, day: date) -> int:
    """The last month of `year` that has ended by `day` (a month's last day included); 0 where none has."""
    if day.year != year:
        return DECEMBER if day.year > year else 0
    return day.month if day == month_end(year, day.month) else day.month - 1


def is_paced(indicator: Indicator) -> bool:
    """Whether targets of this indicator are judged at all: panels and project rates are not."""
    fetched = months.source(indicator)
    return indicator.rule.code != "panel" and not (fetched and fetched.kind == "project")


def due(target: Target, indicator: Indicator) -> Fraction | None:
    """Due: the year's actual that meets the goal; None where G or P is blank or the rule's value is not judged."""
    goal, measure = measures.goal(indicator, target), indicator.rule.measure
    if goal is None or not is_paced(indicator):
        return None
    if measure == "实绩":
        return goal
    if measure not in ("增幅", "增量") or target.prior is None:
        return None
    prior = fraction(target.prior)
    return prior + abs(prior) * goal if measure == "增幅" else prior + goal


def pace(target: Target, indicator: Indicator, month: int) -> Fraction | None:
    """Pace(m): what the actual from the months up to `month` (1-12) should be; None without Due.

    For 累计 and 合计 straight lines from 0 through the quarter targets that are given to Due; for 期末 and 平均 the
    target of the month's quarter.
    """
    whole = due(target, indicator)
    if whole is None:
        return None
    given: dict[int, Exact | None] = {3: target.q1, 6: target.half, 9: target.q3, DECEMBER: whole}
    if indicator.accumulation not in ALONG_THE_YEAR:
        quarter = given[-(-month // 3) * 3]
        return whole if quarter is None else fraction(quarter)
    knots = [(0, Fraction(0)), *((at, fraction(value)) for at, value in given.items() if value is not None)]
    return next(
        before + (after - before) * (month - left) / (right - left)
        for (left, before), (right, after) in pairwise(knots)
        if month <= right
    )
