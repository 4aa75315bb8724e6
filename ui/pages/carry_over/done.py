"""What was carried already, and what stays behind: read-only lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import Cell, Column, Row
from ui.terms import term
from ui.years_carried import nth_year

if TYPE_CHECKING:
    from kpi_desktop.office.leftovers import CarryPreview
    from ui.year import YearView


def carried_columns() -> list[Column]:
    """Columns of what is in the next year already."""
    translate = QCoreApplication.translate
    return [
        Column(translate("CarryOver", "新编码"), 110),
        Column(translate("CarryOver", "原编码"), 100),
        Column(translate("CarryOver", "任务")),
        Column(translate("CarryOver", "牵头部门"), 120),
        Column(translate("CarryOver", "年头"), 72),
        Column(translate("CarryOver", "原期限"), 104),
        Column(translate("CarryOver", "新期限"), 104),
        Column(translate("CarryOver", "状态"), 90),
    ]


def carried_rows(view: YearView, preview: CarryPreview) -> list[Row]:
    """A row a task of the next year that came from this one."""
    from kpi_desktop.assessment.names import TASK_STATES

    return [
        Row(
            [
                Cell(task.code, token="secondary", key=task.code),
                Cell(task.carried_from or "", token="secondary", key=task.carried_from),
                Cell(task.title, tip=task.title, key=task.title),
                Cell(view.name(task.lead), key=task.lead),
                Cell(nth_year(task.times_carried), key=task.times_carried, bold=task.times_carried > 1),
                Cell(str(task.original_due or ""), token="secondary", key=task.original_due),
                _due(str(task.due or "") if task.state != "cancelled" else "–"),
                Cell(term(TASK_STATES[task.state]), token="secondary"),
            ],
            task.code,
        )
        for task in preview.already
    ]


def _due(words: str) -> Cell:
    if words:
        return Cell(words, key=words)
    return Cell(QCoreApplication.translate("CarryOver", "空"), token="pale", fill="blank")


def cancelled_columns() -> list[Column]:
    """Columns of what ended in the year itself."""
    translate = QCoreApplication.translate
    return [
        Column(translate("CarryOver", "编码"), 100),
        Column(translate("CarryOver", "任务"), 320),
        Column(translate("CarryOver", "牵头部门"), 120),
        Column(translate("CarryOver", "终止依据")),
    ]


def cancelled_rows(view: YearView, preview: CarryPreview) -> list[Row]:
    """A row a task that is 终止, with on whose word."""
    return [
        Row(
            [
                Cell(task.code, token="secondary", key=task.code),
                Cell(task.title, tip=task.title),
                Cell(view.name(task.lead), key=task.lead),
                Cell(task.basis or "", tip=task.basis or ""),
            ],
            task.code,
        )
        for task in preview.cancelled
    ]
