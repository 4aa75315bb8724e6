"""历年: every rule's money and every department's net amount, year beside year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.reports import figures
from ui.grid.cells import ITEM, TOTAL, Cell, Column, Row, dash, number
from ui.pages.awards.rules import money

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kpi_desktop.assessment.rewards import RuleOutcome
    from ui.year import YearView

MOST_YEARS = 4
WIDE = 96
Amounts = list["Decimal | None"]


def columns(title: str, years: Sequence[YearView]) -> list[Column]:
    """The name, a column a year (latest first), 比上年."""
    translate = QCoreApplication.translate
    yuan = translate("Awards", "元")
    found = [Column(title)]
    found += [
        Column(translate("Awards", "{year} 年").format(year=view.year), WIDE, right=True, unit=yuan) for view in years
    ]
    return [*found, Column(translate("Awards", "比上年"), WIDE, right=True, unit=yuan)]


def rule_rows(years: Sequence[YearView]) -> list[Row]:
    """What every rule gave out, then what of the plans stayed, then the net."""
    translate = QCoreApplication.translate
    names = dict.fromkeys(rule.name for view in years for rule in view.rewards.rules)
    made = []
    for name in names:
        outcomes = [_outcome(view, name) for view in years]
        made.append(_row(name, years, [each.distributed if each else None for each in outcomes], ("rule", name)))
        left = [each.undistributed if each else None for each in outcomes]
        if any(left):
            made.append(_row(translate("Awards", "　其中未分"), years, left, None, token="secondary"))
    made.append(_row(translate("Awards", "奖励合计"), years, [view.rewards.rewards for view in years], None, TOTAL))
    made.append(_row(translate("Awards", "扣罚合计"), years, [view.rewards.penalties for view in years], None, TOTAL))
    made.append(_row(translate("Awards", "净额合计"), years, [view.rewards.net for view in years], None, TOTAL))
    return made


def department_rows(years: Sequence[YearView]) -> list[Row]:
    """Every department's net amount, group by group as in the latest year, then the sum."""
    made = []
    for result in years[0].assessment.departments():
        made.append(_row(result.name, years, [_net(view, result.code) for view in years], result.code))
    total = QCoreApplication.translate("Awards", "净额合计")
    return [*made, _row(total, years, [view.rewards.net for view in years], None, TOTAL)]


def _outcome(view: YearView, name: str) -> RuleOutcome | None:
    return next((rule for rule in view.rewards.rules if rule.name == name), None)


def _net(view: YearView, code: str) -> Decimal | None:
    return next((each.net for each in view.rewards.departments if each.code == code), None)


def _row(
    name: str, years: Sequence[YearView], amounts: Amounts, subject: object, kind: str = ITEM, token: str = "text"
) -> Row:
    cells = [Cell(name, token=token)]
    cells += [money(each, view, bold=kind == TOTAL) for view, each in zip(years, amounts, strict=True)]
    now, before = amounts[0], amounts[1] if len(amounts) > 1 else None
    if now is None or before is None:
        cells.append(dash())
    else:
        decimals = figures.money_decimals(years[0].facts.settings.payout_unit)
        change = now - before
        cells.append(number(figures.signed(change, decimals), change, token="text" if change else "pale"))
    return Row(cells, subject, kind)
