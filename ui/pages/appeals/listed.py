"""The appeals of a year as rows, and what each did to the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import Cell, Column, Row
from ui.words import signed

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Adjustment, Appeal
    from ui.year import YearView


def columns(slim: bool) -> list[Column]:
    """The columns; without the dates where there is little room."""
    translate = QCoreApplication.translate
    found = [
        Column(translate("Appeals", "编号"), 124),
        Column(translate("Appeals", "部门"), 112),
        Column(translate("Appeals", "对象"), 190),
        Column(translate("Appeals", "诉求")),
        Column(translate("Appeals", "处理结果"), 92),
        Column(translate("Appeals", "影响得分"), 92, right=True),
    ]
    dates = [Column(translate("Appeals", "提出"), 100), Column(translate("Appeals", "处理"), 100)]
    return found if slim else [*found, *dates]


def rows(view: YearView, slim: bool) -> list[Row]:
    """A row an appeal: open ones first, else as in the sheet."""
    ordered = sorted(view.facts.appeals, key=lambda appeal: bool(appeal.result))
    return [_row(view, appeal, slim) for appeal in ordered]


def _row(view: YearView, appeal: Appeal, slim: bool) -> Row:
    translate = QCoreApplication.translate
    result = (
        Cell(appeal.result, key=appeal.result) if appeal.result else Cell(translate("Appeals", "待处理"), fill="blank")
    )
    cells = [
        Cell(appeal.number, key=appeal.number),
        Cell(view.name(appeal.department), key=appeal.department),
        Cell(line_words(view, appeal.subject), token="secondary", tip=line_words(view, appeal.subject)),
        Cell(appeal.claim, tip=appeal.claim),
        result,
        _effect(view, appeal),
    ]
    if not slim:
        cells += [Cell(str(day or ""), token="secondary", key=day) for day in (appeal.raised, appeal.decided)]
    return Row(cells, appeal.number)


def _effect(view: YearView, appeal: Appeal) -> Cell:
    found = effects(view, appeal)
    if not found:
        return Cell("–", "number", "pale")
    whole = sum(sign(view, each) * each.points for each in found)
    return Cell(signed(whole, view.facts.settings.decimals), "number", key=whole)  # type: ignore[arg-type]


def effects(view: YearView, appeal: Appeal) -> list[Adjustment]:
    """The adjustments that its decision made."""
    begins = f"申诉 {appeal.number} "
    return [
        each
        for each in view.facts.adjustments
        if each.department == appeal.department and each.reason.startswith(begins)
    ]


def sign(view: YearView, adjustment: Adjustment) -> int:
    """Whether an adjustment adds or takes away."""
    kinds = {category.name: category.kind for category in view.facts.categories}
    return -1 if kinds.get(adjustment.category) == "deduction" else 1


def line_words(view: YearView, code: str | None) -> str:
    """What an appeal is on: a line by code and name, or the result as a whole."""
    if not code:
        return QCoreApplication.translate("Appeals", "考核结果")
    if code in view.indicators:
        return f"{code} {view.indicators[code].name}"
    return f"{code} {view.tasks[code].title}" if code in view.tasks else code


def lines_of(view: YearView, department: str) -> list[tuple[str, str]]:
    """(words, code) of what a department can appeal against: its result, its lines."""
    found = next((result for result in view.assessment.departments() if result.code == department), None)
    codes = [line.code for line in found.lines] if found else []
    return [(line_words(view, None), ""), *((line_words(view, code), code) for code in codes)]
