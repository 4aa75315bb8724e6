"""部门亮灯: how many tasks of each department stand in which light, and the worst reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.lights import GREEN, GREY, REASONS, RED, YELLOW
from ui.grid.cells import LIGHT, TOTAL, Cell, Column, Row, number
from ui.terms import clauses, term

if TYPE_CHECKING:
    from kpi_desktop.assessment.lights import TaskLight
    from ui.pages.overview.scope import Scope

ORDER = (RED, YELLOW, GREEN, GREY)
FIRST_LIGHT, WHY, SHORT_CODE = 1, 6, 5
"""Columns: where the lights begin, and the worst reason; a longer code than this has no room beside it."""
REASON_ORDER = list(REASONS)


def columns(narrow: bool) -> list[Column]:
    """部门, the four lights, 合计, 最重的原因."""
    translate = QCoreApplication.translate
    count = 35 if narrow else 44
    return [
        Column(translate("Lights", "部门"), 92 if narrow else 104),
        Column(translate("Lights", "红"), count, right=True, light=RED),
        Column(translate("Lights", "黄"), count, right=True, light=YELLOW),
        Column(translate("Lights", "绿"), count, right=True, light=GREEN),
        Column(translate("Lights", "灰"), count, right=True, light=GREY),
        Column(translate("Lights", "计"), 29 if narrow else 38, right=True),
        Column(translate("Lights", "最重的原因"), sortable=False),
    ]


def rows(scope: Scope, narrow: bool) -> list[Row]:
    """A row a department, the worst first, and the sum."""
    by_lead: dict[str, list[TaskLight]] = {department.code: [] for department in scope.departments()}
    for light in scope.view.task_lights:
        if light.task.lead in by_lead:
            by_lead[light.task.lead].append(light)
    counted = {code: Counter(light.light for light in lights) for code, lights in by_lead.items()}
    codes = sorted(by_lead, key=lambda code: [-counted[code][light] for light in ORDER[:3]])
    shown = [_row(scope, code, counted[code], worst(by_lead[code]), narrow) for code in codes]
    whole = sum(counted.values(), Counter())
    title = QCoreApplication.translate("Lights", "全部 {count} 家").format(count=len(codes))
    return [*shown, Row([Cell(title), *_counts(whole), Cell()], ("", ""), TOTAL)]


def worst(lights: list[TaskLight]) -> TaskLight | None:
    """The task to look at first: red before yellow, then by the order of reasons, then the latest."""
    late = [light for light in lights if light.reasons and light.light in (RED, YELLOW)]
    return min(late, key=lambda x: (REASON_ORDER.index(x.reasons[0]), -x.days_late), default=None)


def why(light: TaskLight) -> str:
    """A light's first reason in a few words."""
    if light.reasons[0] == "overdue":
        return QCoreApplication.translate("Lights", "逾期 {days} 天").format(days=light.days_late)
    return term(REASONS[light.reasons[0]])


def _row(scope: Scope, code: str, counts: Counter[str], light: TaskLight | None, narrow: bool) -> Row:
    reason = Cell("–", token="pale")
    if light:
        tip = clauses((f"{light.code} {light.task.title}", *light.details))
        words = why(light) if narrow or len(light.code) > SHORT_CODE else f"{light.code} {why(light)}"
        reason = Cell(words, LIGHT, light=light.light, tip=tip)
    name = scope.view.name(code)
    return Row([Cell(name, key=code), *_counts(counts), reason], (code, light.code if light else ""))


def _counts(counts: Counter[str]) -> list[Cell]:
    def cell(count: int, strong: bool) -> Cell:
        return number(str(count), count, bold=strong and count > 0, token="text" if count else "pale")

    return [cell(counts[light], light in (RED, YELLOW)) for light in ORDER] + [cell(sum(counts.values()), False)]
