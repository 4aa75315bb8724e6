"""What a month still lacks: places without a figure, and figures that are still 快报."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.pages.economy.borne import borne, by_indicator, is_entered
from ui.pages.economy.entering import PRELIMINARY, Place
from ui.pages.economy.figures import missing_months

if TYPE_CHECKING:
    from ui.year import YearView


def blanks(view: YearView, economic: bool, month: int) -> list[Place]:
    """Where a report is missing, up to `month`."""
    return [
        Place(*each.ref, at)
        for bearers in by_indicator(borne(view, economic))
        if is_entered(bearers[0].indicator)
        for each in bearers
        for at in missing_months(bearers[0].indicator, each.values, month)
    ]


def preliminary(view: YearView, month: int) -> list[Place]:
    """The entries of the months up to `month` that are still 快报."""
    return [
        Place(*place) for place, entry in view.entered.items() if entry.basis == PRELIMINARY and entry.month <= month
    ]


def words(month: int, blank: int, early: int) -> str:
    """到 10 月：3 处空白、1 个快报."""
    translate = QCoreApplication.translate
    if not month:
        return translate("Months", "还没有满月")
    parts = []
    if blank:
        parts.append(translate("Months", "{count} 处空白").format(count=blank))
    if early:
        parts.append(translate("Months", "{count} 个快报待核定").format(count=early))
    if not parts:
        return translate("Months", "到 {month} 月已报齐").format(month=month)
    return translate("Months", "到 {month} 月：{what}").format(month=month, what=translate("Months", "、").join(parts))
