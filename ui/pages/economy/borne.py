"""An indicator a department bears, as this page reads it: months to date, pace, goals, last year, place."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from kpi_desktop.assessment import bearers, measures
from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.assessment.months import accumulate, is_ratio, source
from kpi_desktop.assessment.needed import BASE, STRETCH, Needed, amounts, needed
from kpi_desktop.assessment.pace import ALONG_THE_YEAR, is_paced, last_ended_month, month_end, pace
from kpi_desktop.reports import figures
from ui.words import amount

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.facts import Actual, Indicator, Target
    from kpi_desktop.assessment.lights import TargetLight
    from kpi_desktop.assessment.months import Months
    from ui.year import YearView

MONTHS = range(1, 13)
Ref = tuple[str, str]
"""(indicator, department)."""


class Borne:
    """One target on a day: a plain reading of the year."""

    def __init__(self, view: YearView, light: TargetLight) -> None:
        self.view, self.light = view, light

    @property
    def ref(self) -> Ref:
        """(indicator, department)."""
        return self.light.code, self.light.department

    @property
    def target(self) -> Target:
        """What is laid on the department."""
        return self.light.target

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.light.indicator

    @property
    def name(self) -> str:
        """The department's name."""
        return self.view.name(self.light.department)

    @property
    def values(self) -> Months:
        """The months' values, those of 全区 among them."""
        return self.view.reported[self.ref]

    @property
    def until(self) -> int:
        """The last month that has ended by the day."""
        return last_ended_month(self.view.year, self.view.day)

    @property
    def month(self) -> int:
        """The last of those months that has a value; 0 without."""
        return max((month for month in self.values if month <= self.until), default=0)

    @property
    def is_entered(self) -> bool:
        """Whether its months are typed here."""
        return is_entered(self.indicator)

    @property
    def along(self) -> bool:
        """Whether its actual grows along the year."""
        return self.indicator.accumulation in ALONG_THE_YEAR

    @property
    def rates(self) -> bool:
        """Whether its values are ratios and read as percentages."""
        return is_ratio(self.indicator)

    def shown(self, value: Exact | None) -> str | None:
        """A value in the indicator's unit as it is read; None for a blank."""
        if value is None or not self.rates:
            return amount(value)
        return figures.percent(value, min(figures.places(fraction(value) * 100), 1))

    @cached_property
    def decimals(self) -> int:
        """The decimals in which its figures are shown: what its months need, at most 2."""
        scale = 100 if self.rates else 1
        return max((min(figures.places(fraction(value) * scale), 2) for value in self.values.values()), default=0)

    @property
    def lower(self) -> bool:
        """Whether lower is better."""
        return measures.lower_better(self.indicator, self.target)

    def actual(self, month: int) -> Fraction | None:
        """The actual from the months up to `month`."""
        return accumulate(self.indicator.accumulation, self.values, month)

    def brought(self, month: int) -> Fraction | None:
        """What one month alone brought; for 期末 and 平均 its value."""
        return bearers.brought(self.indicator.accumulation, self.values, month)

    def pace(self, month: int) -> Fraction | None:
        """What the actual should be by then."""
        return pace(self.target, self.indicator, month)

    @cached_property
    def amounts(self) -> dict[str, Fraction]:
        """The year's amounts that meet 确保 and 力争."""
        return amounts(self.indicator, self.target)

    @property
    def base(self) -> Fraction | None:
        """The year's amount that meets 确保."""
        return self.amounts.get(BASE)

    @property
    def stretch(self) -> Fraction | None:
        """The year's amount that meets 力争."""
        return self.amounts.get(STRETCH)

    @cached_property
    def needs(self) -> tuple[Needed, ...]:
        """What the months left must bring."""
        return needed(self.indicator, self.target, self.values, self.until)

    def ahead(self, month: int) -> Fraction | None:
        """By how much the actual is better than its pace."""
        actual, due = self.actual(month), self.pace(month)
        if actual is None or due is None or month not in self.values:
            return None
        return due - actual if self.lower else actual - due

    def entry(self, month: int) -> Actual | None:
        """What was entered for the month under the department's own name, with its analysis."""
        return self.view.entered.get((*self.ref, month))

    def counted(self, month: int) -> Actual | None:
        """What counts for the month: the department's own entry, else that of 全区."""
        return self.entry(month) or (self.view.entered.get((self.light.code, WHOLE_ZONE, month)))


def typed(indicator: Indicator, value: Exact | None) -> str:
    """A value of `indicator` as it is typed, with all of its decimals; empty for a blank."""
    if value is None:
        return ""
    return reading.percent(fraction(value)) if is_ratio(indicator) else reading.plain(fraction(value))


def is_entered(indicator: Indicator) -> bool:
    """Whether months of `indicator` are typed: not those it fetches, not ratings."""
    return indicator.rule.code != "panel" and source(indicator) is None


def borne(view: YearView, economic: bool = False) -> list[Borne]:
    """Every target whose months are looked at here, by indicator; `economic`: of economic categories alone."""
    if not economic:
        return list(_borne(view))
    wanted = {category.name for category in view.facts.categories if category.economic}
    return [each for each in _borne(view) if each.indicator.category in wanted]


@lru_cache(maxsize=4)
def _borne(view: YearView) -> tuple[Borne, ...]:
    lights: dict[str, list[TargetLight]] = {}
    for light in view.target_lights:
        if is_paced(light.indicator):
            lights.setdefault(light.code, []).append(light)
    return tuple(Borne(view, light) for each in view.facts.indicators for light in lights.get(each.code, ()))


@lru_cache(maxsize=4)
def at_the_end_of(view: YearView, month: int) -> YearView:
    """The year as it was judged on the last day of a month."""
    return view.on(month_end(view.year, month))


def places(found: Sequence[Borne], month: int) -> dict[Ref, tuple[int, int]]:
    """The place of each bearer of one indicator by what was reached up to `month`, and among how many."""
    if not found:
        return {}
    targets, values = [each.target for each in found], [each.values for each in found]
    given = bearers.places(found[0].indicator, targets, values, month)
    count = sum(place is not None for place in given)
    return {each.ref: (place, count) for each, place in zip(found, given, strict=True) if place is not None}


def by_indicator(found: list[Borne]) -> Iterator[list[Borne]]:
    """The bearers of each indicator."""
    groups: dict[str, list[Borne]] = {}
    for each in found:
        groups.setdefault(each.indicator.code, []).append(each)
    return iter(groups.values())
