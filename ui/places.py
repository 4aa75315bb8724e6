"""Everything in a year that the search field finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.frame import entries
from ui.frame.search import Place

if TYPE_CHECKING:
    from ui.year import YearView


def places(view: YearView) -> list[Place]:
    """Pages, departments, indicators, tasks and forms of `view`, in that order."""
    return [*_pages(), *_departments(view), *_indicators(view), *_tasks(view), *_forms()]


def _pages() -> list[Place]:
    kind = QCoreApplication.translate("Places", "页面")
    return [
        Place(each.word, "", kind, (each.key,), each.title if each.title != each.word else "")
        for each in entries.entries()
    ]


def _departments(view: YearView) -> list[Place]:
    kind = QCoreApplication.translate("Places", "部门")
    return [
        Place(result.name, result.code, kind, (entries.SCORE, "department", result.code), group.group.name)
        for group in view.assessment.groups
        for result in group.departments
    ]


def _indicators(view: YearView) -> list[Place]:
    kind = QCoreApplication.translate("Places", "指标")
    return [
        Place(
            view.indicators[target.indicator].name,
            target.indicator,
            kind,
            (entries.SCORE, "line", target.department, target.indicator),
            view.name(target.department),
        )
        for target in view.facts.targets
        if view.departments[target.department].takes_part
    ]


def _tasks(view: YearView) -> list[Place]:
    kind = QCoreApplication.translate("Places", "任务")
    return [
        Place(task.title, task.code, kind, (entries.SCORE, "line", task.lead, task.code), view.name(task.lead))
        for task in view.facts.tasks
        if view.departments[task.lead].takes_part
    ]


def _forms() -> list[Place]:
    from kpi_desktop.reports.forms.form import FORMS

    kind = QCoreApplication.translate("Places", "报表")
    return [Place(form.name, "", kind, (entries.REPORTS, form.code), form.purpose) for form in FORMS.values()]
