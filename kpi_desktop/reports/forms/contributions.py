"""Who brought how much of an indicator's total, as bars and words of the forms."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from kpi_desktop.assessment import contributing
from kpi_desktop.assessment.contributing import Contributed, adds_up
from kpi_desktop.assessment.facts import Indicator
from kpi_desktop.reports import figures
from kpi_desktop.reports.charts import contribution as chart
from kpi_desktop.reports.context import ReportContext

__all__ = ["Contributed", "adds_up", "amount", "bars", "contributions"]


def contributions(context: ReportContext) -> dict[str, Contributed]:
    """By code every indicator of the year whose amounts add up."""
    return contributing.contributions(context.assessment)


def bars(
    context: ReportContext, key: bool = True, among: Collection[str] | None = None
) -> tuple[chart.Contribution, ...]:
    """The key indicators (all of them with `key` False) as bars, the largest part first.

    `among`: only those to which one of these departments has brought something.
    """
    names = {department.code: department.name for department in context.facts.departments}
    return tuple(
        chart.Contribution(each.indicator.name, _parts(each, names), amount(each.total, each.indicator))
        for each in contributions(context).values()
        if each.indicator.key or not key
        if among is None or any(each.share(code) for code in among)
    )


def _parts(each: Contributed, names: Mapping[str, str]) -> tuple[chart.Part, ...]:
    shares = [(code, each.share(code) or Fraction(0)) for code in each.amounts]
    ordered = sorted(shares, key=lambda pair: (-pair[1], pair[0]))
    return tuple(chart.Part(names[code], share, figures.percent(share, 1)) for code, share in ordered if share)


def amount(value: Fraction, indicator: Indicator) -> str:
    """An amount with its unit."""
    return f"{figures.plain(value)}{indicator.unit or ''}"
