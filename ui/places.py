"""Everything in a year that the search field finds, and what can be done from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.frame import entries
from ui.frame.search import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.frame.commands import Command
    from ui.year import YearView

COMMAND = "command"


def places(view: YearView, commands: Iterable[Command]) -> list[Place]:
    """Pages, departments, indicators, their lines, tasks, projects, forms and commands of `view`, in that order."""
    return [
        *_pages(),
        *_departments(view),
        *_indicators(view),
        *_tasks(view),
        *_lines(view),
        *_projects(view),
        *_forms(),
        *_commands(commands),
    ]


def _pages() -> list[Place]:
    kind = QCoreApplication.translate("Places", "页面")
    return [
        Place(each.word, "", kind, (each.key,), "" if each.title == each.word else each.title)
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
        Place(each.name, each.code, kind, (entries.ECONOMY, each.code), each.category)
        for each in view.facts.indicators
        if each.rule.code != "panel"
    ]


def _lines(view: YearView) -> list[Place]:
    kind = QCoreApplication.translate("Places", "得分")
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
        Place(task.title, task.code, kind, (entries.SUPERVISION, "task", task.code), view.name(task.lead))
        for task in view.facts.tasks
    ]


def _projects(view: YearView) -> list[Place]:
    kind = QCoreApplication.translate("Places", "项目")
    return [
        Place(each.name, each.code, kind, (entries.PROJECTS, "project", each.code), view.name(each.department))
        for each in view.facts.projects
    ]


def _forms() -> list[Place]:
    from kpi_desktop.reports.forms.form import FORMS

    kind = QCoreApplication.translate("Places", "报表")
    return [Place(form.name, "", kind, (entries.REPORTS, form.code), form.purpose) for form in FORMS.values()]


def _commands(commands: Iterable[Command]) -> list[Place]:
    kind = QCoreApplication.translate("Places", "命令")
    return [Place(each.words, each.key, kind, (COMMAND, each.words)) for each in commands]
