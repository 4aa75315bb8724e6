"""What the week asks for: due tasks and milestones, reports that are missing, and carried-over work by age."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.lights import GREY, LIGHTS
from ui.grid.cells import GROUP, LIGHT, PAIR, PROGRESS, Cell, Column, LaterCells, Row
from ui.pages.supervision.reasons import unreported
from ui.terms import term
from ui.words import percent, weekday

if TYPE_CHECKING:
    from datetime import date

    from kpi_desktop.assessment.lights import TargetLight, TaskLight
    from ui.pages.overview.scope import Scope

MISSING = "report_missing"


class Due(NamedTuple):
    """Something due in the week: a task, or one of its milestones."""

    day: date
    light: TaskLight
    milestone: str = ""


def week(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def due_columns() -> list[Column]:
    """Date, what, how far."""
    return [Column("", 60), Column(""), Column("", 92)]


def dues(scope: Scope) -> list[Due]:
    """What is due from Monday to Sunday and not done, by date."""
    first, last = week(scope.view.day)
    codes = scope.codes()
    lights = {light.code: light for light in scope.view.task_lights if light.task.lead in codes}
    found = [
        Due(light.task.due, light)
        for light in lights.values()
        if light.light != GREY and light.task.due and first <= light.task.due <= last
    ]
    for milestone in scope.view.facts.milestones:
        light = lights.get(milestone.task)
        open_then = light and light.light != GREY and not (milestone.done and milestone.done <= scope.view.day)
        if light and open_then and milestone.due and first <= milestone.due <= last:
            found.append(Due(milestone.due, light, milestone.title))
    return sorted(found, key=lambda due: (due.day, due.light.code))


def soon(scope: Scope, most: int = 3) -> list[Due]:
    """The next tasks that fall due after the week."""
    last = week(scope.view.day)[1]
    codes = scope.codes()
    found = [
        Due(light.task.due, light)
        for light in scope.view.task_lights
        if light.light != GREY and light.task.lead in codes and light.task.due and light.task.due > last
    ]
    return sorted(found, key=lambda due: (due.day, due.light.code))[:most]


def due_rows(scope: Scope, found: list[Due]) -> list[Row]:
    """Two lines a thing that is due."""
    return [_due_row(scope, due) for due in found]


def _due_row(scope: Scope, due: Due) -> Row:
    task = due.light.task
    return Row(LaterCells(partial(_due_cells, scope, due)), (task.lead, task.code))


def _due_cells(scope: Scope, due: Due) -> list[Cell]:
    task, light = due.light.task, due.light
    title, under = task.title, f"{task.code} {scope.view.name(task.lead)}"
    if due.milestone:
        title = QCoreApplication.translate("Agenda", "节点“{title}”").format(title=due.milestone)
        under = f"{task.code} {task.title}"
    return [
        Cell(f"{due.day:%m-%d}", PAIR, under=weekday(due.day)),
        Cell(title, PAIR, light=light.light, under=under, tip=f"{title}\n{under}"),
        Cell(
            percent(light.percent, 0) or QCoreApplication.translate("Agenda", "未报"),
            PROGRESS,
            share=float(light.percent or 0),
            tick=None if light.expected is None else float(light.expected),
        ),
    ]


def missing_columns() -> list[Column]:
    """部门, 欠什么."""
    translate = QCoreApplication.translate
    return [Column(translate("Agenda", "部门"), 104), Column(translate("Agenda", "欠什么"), sortable=False)]


def missing(scope: Scope) -> dict[str, list[tuple[str, str]]]:
    """By department the (code, sentence) of every report that is overdue."""
    codes = scope.codes()
    found: dict[str, list[tuple[str, str]]] = {}
    lights: list[tuple[str, TaskLight | TargetLight]] = [(x.task.lead, x) for x in scope.view.task_lights]
    lights += [(light.department, light) for light in scope.view.target_lights]
    for department, light in lights:
        if MISSING in light.reasons and department in codes:
            found.setdefault(department, []).append((light.code, unreported(scope.view, light)))
    return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))


def missing_rows(scope: Scope, found: dict[str, list[tuple[str, str]]]) -> list[Row]:
    """A row a department; a click leads to its first missing report."""
    many = QCoreApplication.translate("Agenda", "{count} 项")
    rows = []
    for department, owed in found.items():
        code, detail = owed[0]
        tip = "\n".join(f"{each} {words}" for each, words in owed)
        words = f"{code} {detail}"
        tag = many.format(count=len(owed)) if len(owed) > 1 else ""
        rows.append(Row([Cell(scope.view.name(department)), Cell(words, tag=tag, tip=tip)], (department, code)))
    return rows


def carried_columns() -> list[Column]:
    """What, whose."""
    return [Column(""), Column("", 92)]


def carried(scope: Scope) -> list[TaskLight]:
    """Tasks that were carried over, the oldest first."""
    codes = scope.codes()
    found = [x for x in scope.view.task_lights if x.task.times_carried and x.task.lead in codes]
    return sorted(found, key=lambda light: (-light.task.times_carried, light.code))


def carried_rows(scope: Scope, found: list[TaskLight]) -> list[Row]:
    """By age, the oldest first: how many, then a row a task that was carried over."""
    rows: list[Row] = []
    for times in sorted({light.task.times_carried for light in found}, reverse=True):
        own = [light for light in found if light.task.times_carried == times]
        rows += [_age(own), *(_carried_row(scope, light) for light in own)]
    return rows


def _age(own: list[TaskLight]) -> Row:
    translate = QCoreApplication.translate
    counted = Counter(light.light for light in own)
    lights = "　".join(f"{term(LIGHTS[light])} {counted[light]}" for light in LIGHTS if counted[light])
    words = translate("Agenda", "第{years}年　{count} 项　{lights}")
    words = words.format(years=own[0].task.times_carried + 1, count=len(own), lights=lights)
    return Row([Cell(words, token="secondary"), Cell()], None, GROUP, 2)


def _carried_row(scope: Scope, light: TaskLight) -> Row:
    task = light.task
    origin = QCoreApplication.translate("Agenda", "{code} {title}：{year} 年立项，原期限 {due}")
    tip = origin.format(code=task.code, title=task.title, year=task.original_year or "–", due=task.original_due or "–")
    cells = [
        Cell(task.title, LIGHT, light=light.light, tip=tip),
        Cell(scope.view.name(task.lead), token="secondary"),
    ]
    return Row(cells, (task.lead, task.code))


def open_ones(found: list[TaskLight]) -> int:
    """How many of them are not closed: what is not by the year's end is carried once more."""
    return sum(light.light != GREY for light in found)
