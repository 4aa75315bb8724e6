"""Beside the departments: how many people each group has, and what hangs on one department."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.hanging import hanging
from ui.grid.cells import TOTAL, Cell, Column, Row, dash, number
from ui.terms import listed, term
from ui.words import amount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.facts import Department
    from ui.year import YearView


def columns() -> list[Column]:
    """分组, 部门, 人数, 折算人数."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Departments", "分组"), sortable=False),
        Column(translate("Departments", "部门"), 50, right=True, sortable=False),
        Column(translate("Departments", "人数"), 64, right=True, sortable=False),
        Column(translate("Departments", "折算人数"), 70, right=True, sortable=False),
    ]


def rows(view: YearView) -> list[Row]:
    """A row a group, those that take no part, and the sum."""
    translate = QCoreApplication.translate
    every = view.facts.departments
    found = [
        _row(group.name, [each for each in every if each.takes_part and each.group == group.name])
        for group in view.facts.groups
    ]
    others = [each for each in every if not each.takes_part]
    if others:
        found.append(_row(translate("Departments", "不参评"), others))
    return [*found, _row(translate("Departments", "合计"), every)._replace(kind=TOTAL)]


def _row(name: str, own: Sequence[Department]) -> Row:
    people = sum((fraction(each.headcount) for each in own), fraction(0))
    paid = [each.headcount if each.payout_headcount is None else each.payout_headcount for each in own]
    counted = sum((fraction(each) for each in paid), fraction(0))
    other = any(each.payout_headcount is not None for each in own)
    return Row(
        [
            Cell(name),
            number(str(len(own))),
            number(amount(people), bold=True),
            number(amount(counted)) if other else dash(),
        ],
        name,
    )


def hanging_columns() -> list[Column]:
    """哪里, 几处, 例如."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Departments", "牵连"), 108, sortable=False),
        Column(translate("Departments", "处"), 44, right=True, sortable=False),
        Column(translate("Departments", "例如"), sortable=False),
    ]


def hanging_rows(view: YearView, code: str) -> list[Row]:
    """What names the department, sheet by sheet."""
    return [
        Row([Cell(term(each.sheet)), number(str(each.rows)), Cell(listed(each.names), token="secondary")], each.sheet)
        for each in hanging(view.facts, code)
    ]


def why_not(view: YearView, code: str) -> str:
    """Why a department cannot be deleted, as a sentence; empty where it can."""
    translate = QCoreApplication.translate
    found = hanging(view.facts, code)
    if not found:
        return ""
    parts = listed(
        translate("Departments", "{sheet} {count} 处").format(sheet=term(e.sheet), count=e.rows) for e in found
    )
    words = translate("Departments", "还有{parts}牵连着它。请先改由别的部门承担；只是不再考核的，把“参评”改为否。")
    return words.format(parts=parts)
