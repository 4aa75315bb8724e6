"""A month of the key economic indicators: to date, against pace, against last year, place, who carries them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kpi_desktop.assessment import bearers, months, pace
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Indicator, Target
from kpi_desktop.assessment.lights import TargetLight, target_lights
from kpi_desktop.assessment.pace import DECEMBER
from kpi_desktop.reports.context import ReportContext

Values = Mapping[tuple[str, str], months.Months]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A target by the end of a month; `departments` are several where all figures are the same (全区).

    `alone`: what the month itself brought; `before`: the actual of the same months a year earlier; `place` among
    `bearers` departments, None for one that bears the indicator alone or has nothing to compare.
    """

    found: TargetLight
    departments: tuple[str, ...]
    month: int
    actual: Fraction | None
    pace: Fraction | None
    alone: Fraction | None
    before: Fraction | None
    place: int | None
    bearers: int

    @property
    def indicator(self) -> Indicator:
        """The indicator."""
        return self.found.indicator

    @property
    def target(self) -> Target:
        """The target (of the first of the departments)."""
        return self.found.target

    @property
    def ahead(self) -> Fraction | None:
        """How far the actual is ahead of its pace, as a share of the year's Due; negative behind; None not judged."""
        lag = self.found.lag
        return -lag if lag is not None and self.actual is not None else None

    @property
    def reached(self) -> Fraction | None:
        """The actual as a share of the year's Due; None where that says nothing."""
        due = self.found.due
        return None if self.actual is None or not due or due < 0 else self.actual / due

    @property
    def growth(self) -> Fraction | None:
        """同比: against the same months of last year, in December also against 上年实绩."""
        before = self.before
        if before is None and self.month == DECEMBER and self.target.prior is not None:
            before = fraction(self.target.prior)
        return None if self.actual is None or not before else (self.actual - before) / abs(before)


def month_rows(context: ReportContext, month: int) -> list[MonthRow]:
    """The targets of key indicators by the end of `month`, in the order of the indicators."""
    facts = context.facts
    lights = target_lights(facts, pace.month_end(context.year, month))
    values, earlier = months.reported(facts), months.reported(context.previous) if context.previous else {}
    rows: list[MonthRow] = []
    for indicator in facts.indicators:
        own = [found for found in lights if found.code == indicator.code]
        if indicator.key and indicator.rule.code != "panel" and own:
            rows += _of_indicator(indicator, own, values, earlier, month)
    return rows


def _of_indicator(
    indicator: Indicator, own: Sequence[TargetLight], values: Values, earlier: Values, month: int
) -> list[MonthRow]:
    series = [values[found.code, found.department] for found in own]
    places = bearers.places(indicator, [found.target for found in own], series, month)
    same: dict[tuple[object, ...], list[MonthRow]] = {}
    for found, each, place in zip(own, series, places, strict=True):
        row = _row(indicator, found, each, earlier, month, place if len(own) > 1 else None, len(own))
        target = found.target
        figures = (target.base, target.stretch, target.prior, row.actual, row.pace, row.alone, row.place)
        same.setdefault(figures if row.actual is not None else (found.department,), []).append(row)
    return [_joined(rows) for rows in same.values()]


def _row(
    indicator: Indicator,
    found: TargetLight,
    values: months.Months,
    earlier: Values,
    month: int,
    place: int | None,
    count: int,
) -> MonthRow:
    before = months.accumulate(indicator.accumulation, earlier.get((found.code, found.department), {}), month)
    return MonthRow(
        found,
        (found.department,),
        found.month or month,
        found.actual,
        found.pace,
        bearers.brought(indicator.accumulation, values, month),
        before if found.month == month else None,
        place,
        count,
    )


def _joined(rows: Sequence[MonthRow]) -> MonthRow:
    """One row for departments whose figures are all the same; a place among equals says nothing."""
    first = rows[0]
    if len(rows) == 1:
        return first
    place = None if len(rows) == first.bearers else first.place
    return replace(first, departments=tuple(row.found.department for row in rows), place=place)
