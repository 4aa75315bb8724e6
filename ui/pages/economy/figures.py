"""How the grid of months writes a bearer's figures, and where a report is due."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.months import is_ratio
from kpi_desktop.reports import figures as printed
from ui.grid.entry_cells import EntryCell
from ui.pages.economy import needs
from ui.pages.economy.borne import is_entered, typed
from ui.terms import clauses
from ui.words import exact_amount, percent

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.facts import Indicator
    from ui.pages.economy.borne import Borne

PERIOD = {"month": 1, "quarter": 3, "year": 12}
LIGHT_TOKENS = {"red": "red_text", "yellow": "amber_text"}
MISSING = "report_missing"
JUDGED = ("pace", "base", "stretch", "done", "against")


def entered(indicator: Indicator, value: Exact | None, least: int = 0, **rest: Any) -> EntryCell:
    """The cell of a month's value: typed with all its decimals, shown with `least` or more so that they align."""
    if value is None:
        shown = ""
    else:
        shown = printed.percent(value, least) if is_ratio(indicator) else exact_amount(value, least)
    return EntryCell(typed(indicator, value), shown=shown, **rest)


def figure(each: Borne, value: Fraction | None) -> str:
    """A figure with the decimals of the bearer's months."""
    if value is None or each.rates:
        return each.shown(value) or "–"
    return printed.fixed(value, each.decimals)


def done(each: Borne, month: int) -> str | None:
    """How much of 确保 is reached by `month`, as a percentage."""
    actual = each.actual(month) if month else None
    return percent(actual / each.base, 0) if actual is not None and each.base and each.base > 0 else None


def against(each: Borne) -> str:
    """快 2.44, 差 1.2: the last reported month against its pace; 缺报 where the report is late."""
    if MISSING in each.light.reasons or not each.month:
        return QCoreApplication.translate("Months", "缺报")
    ahead = each.ahead(each.month)
    return "–" if ahead is None else needs.against(each, ahead)


def judged(each: Borne, until: int, name: str) -> EntryCell:
    """应达, 确保, 力争, 完成 or 比应达 of a bearer."""
    if name == "pace":
        return EntryCell(figure(each, each.pace(until) if until else None), token="secondary")
    if name == "done":
        return _completion(each, until)
    if name == "against":
        token = LIGHT_TOKENS.get(each.light.light, "secondary")
        return EntryCell(against(each), token=token, tip=clauses(each.light.details))
    return EntryCell(figure(each, each.base if name == "base" else each.stretch))


def _completion(each: Borne, until: int) -> EntryCell:
    """How much of 确保 is reached, as a bar with a tick for what is due by the last month."""
    share, pace = done(each, each.month), each.pace(until) if until else None
    actual = each.actual(each.month) if each.month else None
    if share is None or actual is None or not each.base:
        return EntryCell("–", token="pale")
    tick = float(pace / each.base) if pace is not None else None
    return EntryCell(share.removesuffix("%"), share=float(actual / each.base), tick=tick)


def summed(values: Sequence[Exact | None], least: int) -> EntryCell:
    """What the bearers add up to; nothing where one of them has none."""
    known = [fraction(value) for value in values if value is not None]
    return EntryCell(printed.fixed(sum(known, Fraction(0)), least) if known and len(known) == len(values) else "–")


def is_due(indicator: Indicator, months: Container[int], month: int, until: int) -> bool:
    """Whether `month` is where the indicator's report is still missing, by the last month that has ended."""
    return is_entered(indicator) and month in missing_months(indicator, months, until)


def missing_months(indicator: Indicator, months: Container[int], until: int) -> list[int]:
    """The last months of the periods that have ended by `until` without a figure."""
    length = PERIOD[indicator.cadence]
    ends = range(length, until + 1, length)
    return [end for end in ends if not any(month in months for month in range(end - length + 1, end + 1))]
