"""The list at the left of 目标任务: departments by group, or indicators by category, with what hangs on each."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment import hanging
from kpi_desktop.assessment.exact import fraction
from kpi_desktop.reports.figures import plain
from ui.grid.cells import GROUP, NUMBER, Cell, Column, Row
from ui.terms import clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kpi_desktop.assessment.facts import Department, Indicator
    from ui.year import YearView

BY_DEPARTMENT, BY_INDICATOR = "department", "indicator"


def department_columns() -> list[Column]:
    """部门, 指标, 任务, 分值."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Targets", "部门"), sortable=False),
        Column(translate("Targets", "指标"), 42, right=True, sortable=False),
        Column(translate("Targets", "任务"), 42, right=True, sortable=False),
        Column(translate("Targets", "分值"), 54, right=True, sortable=False),
    ]


def department_rows(view: YearView) -> list[Row]:
    """Groups with their departments, those that take no part, then indicators that nobody bears."""
    translate = QCoreApplication.translate
    facts = view.facts
    rows: list[Row] = []
    for group in facts.groups:
        own = [each for each in facts.departments if each.takes_part and each.group == group.name]
        points = sum((weight.points for weight in facts.weights if weight.group == group.name), Decimal(0))
        tag = translate("Targets", "单独") if group.separate else ""
        rows.append(_head(group.name, own, plain(points), tag))
        rows += [_department(view, each) for each in own]
    others = [each for each in facts.departments if not each.takes_part]
    if others:
        rows.append(_head(translate("Targets", "不参评"), others, ""))
        rows += [_department(view, each) for each in others]
    return rows + _unassigned(view)


def _head(name: str, own: Sequence[Department], points: str, tag: str = "") -> Row:
    count = QCoreApplication.translate("Targets", "{count} 家").format(count=len(own))
    blank = Cell()
    return Row(
        [Cell(name, token="secondary", tag=tag or count), blank, blank, Cell(points, NUMBER, "pale")], kind=GROUP
    )


def _department(view: YearView, department: Department) -> Row:
    code = department.code
    laid = [target for target in view.facts.targets if target.department == code]
    led = [task for task in view.facts.tasks if task.lead == code]
    points = typed_points(view, code)
    short = points_left(view, code)
    lacking = any(left for left in short.values())
    tip = clauses(left_words(name, left) for name, left in short.items() if left)
    token = "red_text" if lacking else "text" if points else "pale"
    return Row(
        [
            Cell(department.name, tip=tip or code),
            Cell(str(len(laid)) if laid else "–", NUMBER, "text" if laid else "pale"),
            Cell(str(len(led)) if led else "–", NUMBER, "text" if led else "pale"),
            Cell(
                plain(points) if points else "–",
                NUMBER,
                token,
                tip=tip,
            ),
        ],
        (BY_DEPARTMENT, code),
    )


def _unassigned(view: YearView) -> list[Row]:
    translate = QCoreApplication.translate
    laid = {target.indicator for target in view.facts.targets}
    nobody = [each for each in view.facts.indicators if each.code not in laid]
    if not nobody:
        return []
    head = [Cell(translate("Targets", "未落实的指标"), token="red_text", tag=str(len(nobody)))]
    blank = Cell("–", NUMBER, "pale")
    return [
        Row(head, kind=GROUP, wide=4),
        *(Row([Cell(each.name, note=each.code), blank, blank, blank], (BY_INDICATOR, each.code)) for each in nobody),
    ]


def indicator_columns() -> list[Column]:
    """指标, 部门, 分值."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Targets", "指标"), sortable=False),
        Column(translate("Targets", "部门"), 48, right=True, sortable=False),
    ]


def indicator_rows(view: YearView) -> list[Row]:
    """Categories with their indicators and how many departments bear each."""
    counts = Counter(target.indicator for target in view.facts.targets)
    rows: list[Row] = []
    for category in view.facts.categories:
        own = [each for each in view.facts.indicators if each.category == category.name]
        if own:
            rows.append(Row([Cell(category.name, token="secondary", tag=str(len(own))), Cell()], kind=GROUP))
            rows += [_indicator(each, counts[each.code]) for each in own]
    return rows


def _indicator(indicator: Indicator, count: int) -> Row:
    words = QCoreApplication.translate("Targets", "未落实")
    name = Cell(indicator.name, note=indicator.code, tip=indicator.name)
    number = Cell(str(count), NUMBER) if count else Cell(words, NUMBER, "red_text")
    return Row([name, number], (BY_INDICATOR, indicator.code))


def typed_points(view: YearView, code: str) -> Fraction:
    """The points typed on a department's lines, multipliers left out."""
    facts = view.facts
    given = [target.points for target in facts.targets if target.department == code]
    given += [task.points for task in facts.tasks if task.lead == code]
    return _sum(given)


def points_left(view: YearView, code: str) -> dict[str, Fraction]:
    """What is left of the group's points in each category, where the scheme is 不折算.

    Empty under 折算, where whatever is typed is scaled, and for a department that is not assessed.
    """
    if view.facts.settings.scaled:
        return {}
    result = next((each for each in view.assessment.departments() if each.code == code), None)
    return hanging.points_left(view.facts, result) if result else {}


def left_words(category: str, left: Fraction) -> str:
    """经济指标还差 5 分, 经济指标多 5 分."""
    translate = QCoreApplication.translate
    words = (
        translate("Targets", "{category}还差 {points} 分")
        if left > 0
        else translate("Targets", "{category}多 {points} 分")
    )
    return words.format(category=category, points=plain(abs(left)))


def _sum(values: Iterable[Decimal | Fraction | int]) -> Fraction:
    return sum((fraction(value) for value in values), Fraction(0))
