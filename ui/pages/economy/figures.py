"""How the grid of months writes a bearer's figures, and where a report is due."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.reports.figures import fixed, places
from ui.grid.entry_cells import EntryCell
from ui.pages.economy import needs
from ui.pages.economy.borne import is_entered
from ui.words import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.facts import Indicator
    from ui.pages.economy.borne import Borne

PERIOD = {"month": 1, "quarter": 3, "year": 12}
LIGHT_TOKENS = {"red": "red_text", "yellow": "amber_text"}
MISSING = "report_missing"


def decimals(each: Borne) -> int:
    """The decimals in which a bearer's figures are shown: what its months need, at most 2."""
    return max((min(places(value), 2) for value in each.values.values()), default=0)


def figure(each: Borne, value: Fraction | None) -> str:
    """A figure with the decimals of the bearer's months."""
    if value is None or each.rates:
        return each.shown(value) or "–"
    return fixed(value, decimals(each))


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


def judged(each: Borne, until: int) -> dict[str, EntryCell]:
    """应达, 确保, 力争, 完成 and 比应达 of a bearer."""
    token = LIGHT_TOKENS.get(each.light.light, "secondary")
    return {
        "pace": EntryCell(figure(each, each.pace(until) if until else None), token="secondary"),
        "base": EntryCell(figure(each, each.base)),
        "stretch": EntryCell(figure(each, each.stretch)),
        "done": EntryCell((done(each, each.month) or "–").removesuffix("%")),
        "against": EntryCell(against(each), token=token, tip="；".join(each.light.details)),
    }


def summed(values: Sequence[Exact | None], least: int) -> EntryCell:
    """What the bearers add up to; nothing where one of them has none."""
    known = [fraction(value) for value in values if value is not None]
    return EntryCell(fixed(sum(known, Fraction(0)), least) if known and len(known) == len(values) else "–")


def is_due(indicator: Indicator, months: Iterable[int], month: int, until: int) -> bool:
    """Whether `month` is where the indicator's report is still missing, by the last month that has ended."""
    length = PERIOD[indicator.cadence]
    if month > until or month % length or not is_entered(indicator):
        return False
    return not any(month - length < other <= month for other in months)
