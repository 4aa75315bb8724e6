"""Carry-over 结转: what a year leaves undone and takes into the next (calculus, section 8).

A carried task's code is `2020-T01`: the year it comes from and its code there. One that was carried before keeps only
its original part (`2019-T01` of 2020 becomes `2020-T01`), so that codes do not grow; taken codes get -2, -3 …
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kpi_desktop.assessment.facts import Category, Department, Facts, Milestone, Task
from kpi_desktop.assessment.tasks import milestones_by_task

CLOSED = ("finished", "cancelled")
_CARRIED_CODE = re.compile(r"\d{4}-(.+)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Carried:
    """A task as it stands in the next year, with the milestones that were not done."""

    task: Task
    milestones: tuple[Milestone, ...]

    @property
    def code(self) -> str:
        """The new code."""
        return self.task.code

    @property
    def from_code(self) -> str:
        """The code it had in the year before."""
        return self.task.carried_from or ""

    @property
    def title(self) -> str:
        """The task's title."""
        return self.task.title

    @property
    def times(self) -> int:
        """How often it has been carried by now."""
        return self.task.times_carried


def carried_tasks(facts: Facts, next_facts: Facts | None) -> tuple[Carried, ...]:
    """What the year carries into the next, in the order of its tasks; with None the next year is not opened yet.

    Tasks that one of the next year already names in 结转自 are not carried again.
    """
    after = next_scheme(facts) if next_facts is None else next_facts
    there = {task.carried_from for task in after.tasks}
    taken = {task.code for task in after.tasks} | {indicator.code for indicator in after.indicators}
    milestones = milestones_by_task(facts.milestones)
    found: list[Carried] = []
    for task in facts.tasks:
        if task.state not in CLOSED and task.code not in there:
            code = _new_code(facts.settings.year, task.code, taken)
            taken.add(code)
            undone = (m for m in milestones.get(task.code, ()) if m.done is None)
            found.append(Carried(_carried(facts, task, code), tuple(replace(m, task=code, due=None) for m in undone)))
    return tuple(found)


def _new_code(year: int, code: str, taken: set[str]) -> str:
    carried = _CARRIED_CODE.fullmatch(code)
    plain = f"{year}-{carried[1] if carried else code}"
    return next(new for new in _numbered(plain) if new not in taken)


def _numbered(code: str) -> Iterator[str]:
    yield code
    number = 2
    while True:
        yield f"{code}-{number}"
        number += 1


def _carried(facts: Facts, task: Task, code: str) -> Task:
    year = facts.settings.year
    return replace(
        task,
        code=code,
        start=date(year + 1, 1, 1),
        due=None,
        state="not_started",
        finished=None,
        carried_from=task.code,
        times_carried=task.times_carried + 1,
        original_year=year if task.original_year is None else task.original_year,
        original_due=task.due if task.original_due is None else task.original_due,
    )


def lost_departments(facts: Facts, next_facts: Facts, carried: tuple[Carried, ...]) -> tuple[Department, ...]:
    """Departments that carried tasks name and that the next year no longer has, as they must come along.

    They take no part there: work without an owner would be lost, and an abolished office is not assessed. Whoever sets
    the new due dates gives the tasks to others.
    """
    known = {department.code for department in next_facts.departments}
    named = {code for each in carried for code in (each.task.lead, *each.task.partners)}
    lost = (department for department in facts.departments if department.code in named - known)
    return tuple(replace(department, takes_part=False, group=None) for department in lost)


def lost_categories(facts: Facts, next_facts: Facts, carried: tuple[Carried, ...]) -> tuple[Category, ...]:
    """Categories of carried tasks that the next year no longer has; they come along without points in any group."""
    known = {category.name for category in next_facts.categories}
    named = {each.task.category for each in carried}
    return tuple(category for category in facts.categories if category.name in named - known)


def next_scheme(facts: Facts) -> Facts:
    """What a newly opened next year begins with: departments and the scheme, without targets and figures.

    Projects go on by themselves: they come along with their dates, without the year's planned and done investment.
    """
    return Facts(
        settings=replace(facts.settings, year=facts.settings.year + 1),
        departments=facts.departments,
        groups=facts.groups,
        categories=facts.categories,
        weights=facts.weights,
        indicators=facts.indicators,
        rater_classes=facts.rater_classes,
        bands=facts.bands,
        awards=facts.awards,
        consequences=facts.consequences,
        projects=tuple(replace(project, year_plan=None, year_done=None) for project in facts.projects),
    )
