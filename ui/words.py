"""Figures as the window shows them: thousands apart, a real minus, shares as percentages; blanks stay None."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.text import plain
from kpi_desktop.reports import figures
from ui.terms import term

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.facts import Indicator, Target
    from kpi_desktop.assessment.results import Line

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


def amount(value: Exact | None, places: int = 2) -> str | None:
    """An amount with the decimals it needs, at most `places`."""
    return None if value is None else figures.fixed(value, min(figures.places(value), places))


def exact_amount(value: Exact | None, least: int = 0) -> str:
    """An amount with all of its decimals, `least` or more, thousands apart, as it can be typed again; "" for None."""
    if value is None:
        return ""
    places = max(figures.places(value), least)
    if (fraction(value) * 10**places).denominator != 1:
        return plain(fraction(value))
    return figures.fixed(value, places).replace(figures.MINUS, "-")


def brief(value: Exact | None) -> str | None:
    """An amount for a glance: large ones without decimals."""
    if value is None:
        return None
    return amount(value, 0 if abs(value) >= 10_000 else 1 if abs(value) >= 1_000 else 2)


def points(value: Decimal, decimals: int) -> str:
    """A score at the year's decimals."""
    return figures.fixed(value, decimals)


def signed(value: Decimal, decimals: int) -> str:
    """A score with its sign."""
    return figures.signed(value, decimals)


def percent(value: Exact | None, places: int = 1) -> str | None:
    """A ratio as a percentage."""
    return None if value is None else figures.percent(value, places)


def portion(part: Decimal, whole: Decimal) -> Fraction | None:
    """Part over whole, exactly; None without a whole."""
    return Fraction(part) / Fraction(whole) if whole else None


def goal_words(indicator: Indicator, value: Exact | None) -> str | None:
    """A target as its rule reads it: a rate where it looks at growth, else an amount."""
    if value is None:
        return None
    return figures.percent(value) if in_percent(indicator) else amount(value)


def target_words(indicator: Indicator, target: Target, line: Line) -> tuple[str | None, str | None, str | None]:
    """确保, 力争 and what the rule looks at, with the same decimals; None where one is blank."""
    value = line.value if line.value is not None else line.actual
    if indicator.rule.by_place:
        return goal_words(indicator, target.base), goal_words(indicator, target.stretch), amount(value)
    rates = in_percent(indicator)
    scale = 100 if rates else 1
    shown = [None if each is None else Fraction(each) * scale for each in (target.base, target.stretch, value)]
    most = 1 if rates else 2
    decimals = max((min(figures.places(each), most) for each in shown if each is not None), default=0)
    base, stretch, reached = (None if each is None else figures.fixed(each, decimals) for each in shown)
    return base, stretch, reached


def weekday(day: date) -> str:
    """周四."""
    return term(WEEKDAYS[day.weekday()])
