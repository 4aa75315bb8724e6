"""Who brought how much of an indicator's total: parts that say something only where the amounts add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kpi_desktop.assessment import exact, months
from kpi_desktop.assessment.facts import WHOLE_ZONE, Indicator
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import contribution as chart
from kpi_desktop.reports.context import ReportContext

UNITS = 1000
"""Shares are printed in thousandths that sum to the whole by largest remainder."""


@dataclass(frozen=True, slots=True)
class Contributed:
    """One indicator whose amounts add up: the total, and by department code its amount and share (0-1, exact)."""

    indicator: Indicator
    total: Fraction
    amounts: Mapping[str, Fraction]

    def share(self, department: str) -> Fraction | None:
        """A department's part, rounded so that all parts sum to 1; None where it has no amount."""
        codes = list(self.amounts)
        if department not in codes:
            return None
        parts = exact.largest_remainder(UNITS, list(self.amounts.values()))
        return Fraction(parts[codes.index(department)], UNITS)


def adds_up(indicator: Indicator) -> bool:
    """Whether amounts of several departments make a total: no rates, means or panels; what is fetched counts once."""
    unit = indicator.unit or ""
    rate = any(mark in unit for mark in "%％‰/") or unit.endswith("率") or months.source(indicator) is not None
    return bool(unit) and not rate and indicator.rule.code != "panel" and indicator.accumulation != "average"


def contributions(context: ReportContext) -> dict[str, Contributed]:
    """By code every indicator with a total above 0; one reported for the whole zone, or with a loss, has no parts."""
    common = {actual.indicator for actual in context.facts.actuals if actual.department == WHOLE_ZONE}
    found: dict[str, Contributed] = {}
    for indicator in context.facts.indicators:
        if not adds_up(indicator) or indicator.code in common:
            continue
        lines = [(result.code, result.line(indicator.code)) for result in context.assessment.departments()]
        amounts = {code: line.actual for code, line in lines if line and line.actual is not None}
        total = sum(amounts.values(), Fraction(0))
        if total > 0 and min(amounts.values()) >= 0:
            found[indicator.code] = Contributed(indicator, total, amounts)
    return found


def bars(context: ReportContext, key: bool = True) -> tuple[chart.Contribution, ...]:
    """The key indicators (all of them with `key` False) as bars, the largest part first."""
    names = {department.code: department.name for department in context.facts.departments}
    return tuple(
        chart.Contribution(each.indicator.name, _parts(each, names), amount(each.total, each.indicator))
        for each in contributions(context).values()
        if each.indicator.key or not key
    )


def _parts(each: Contributed, names: Mapping[str, str]) -> tuple[chart.Part, ...]:
    shares = [(code, each.share(code) or Fraction(0)) for code in each.amounts]
    ordered = sorted(shares, key=lambda pair: (-pair[1], pair[0]))
    return tuple(chart.Part(names[code], share, figures.percent(share, 1)) for code, share in ordered if share)


def amount(value: Fraction, indicator: Indicator) -> str:
    """An amount with its unit."""
    return f"{figures.plain(value)}{indicator.unit or ''}"
