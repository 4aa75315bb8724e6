"""What the ledger lists: every task, and every target that lags behind its pace, as they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kpi_desktop.assessment.lights import GREY, RED, TargetLight, TaskLight
from ui.grid.cells import Plate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.assessment.facts import Directive, Task
    from kpi_desktop.assessment.proposals import Proposal
    from ui.year import YearView

Subject = tuple[str, str]
"""What a row is about: (task's code, "") or (indicator's code, department's code)."""
SEVERITY = {RED: 0, "yellow": 1, "green": 2, GREY: 3}
NEVER = date.max
DECEMBER, LAST_DAY = 12, 31


@dataclass(frozen=True)
class Item:
    """A row of the ledger.

    `directives` are those issued by the day, each with its place in the sheet, `unanswered` those of them without a
    reply by then; `week`: it, or a milestone of it, is due in the week.
    """

    light: TaskLight | TargetLight
    department: str
    leader: str
    directives: tuple[tuple[int, Directive], ...] = ()
    unanswered: tuple[tuple[int, Directive], ...] = ()
    proposal: Proposal | None = None
    week: bool = False

    @property
    def task(self) -> Task | None:
        """The task; None for a target."""
        return self.light.task if isinstance(self.light, TaskLight) else None

    @property
    def subject(self) -> Subject:
        """What the row is about."""
        return (self.light.code, "" if isinstance(self.light, TaskLight) else self.department)

    @property
    def title(self) -> str:
        """The task's title or the indicator's name."""
        return self.light.task.title if isinstance(self.light, TaskLight) else self.light.indicator.name

    @property
    def due(self) -> date | None:
        """The task's due date; the end of the year for a target."""
        return self.light.task.due if isinstance(self.light, TaskLight) else None

    @property
    def plates(self) -> tuple[Plate, ...]:
        """The colours issued, mildest first, and the one proposed."""
        issued = {directive.colour for _, directive in self.directives}
        found = [Plate(colour) for colour in ("blue", "yellow", "red") if colour in issued]
        return (*found, Plate(self.proposal.colour, issued=False)) if self.proposal else tuple(found)


def items(view: YearView) -> list[Item]:
    """The ledger of the day: red before yellow before green before grey, then by due date, then by code."""
    issued = _issued(view)
    proposed = {_subject(proposal): proposal for proposal in view.proposals}
    ending = _ending(view)
    found = [
        Item(
            light,
            light.task.lead,
            light.task.leader or _leader(view, light.task.lead),
            issued.get((light.code, ""), ()),
            _unanswered(view, issued.get((light.code, ""), ())),
            proposed.get((light.code, "")),
            light.code in ending and light.light != GREY,
        )
        for light in view.task_lights
    ]
    for light in view.target_lights:
        subject = (light.code, light.department)
        if light.reasons or subject in issued:
            leader = _leader(view, light.department)
            own = issued.get(subject, ())
            found.append(Item(light, light.department, leader, own, _unanswered(view, own), proposed.get(subject)))
    return sorted(found, key=_order)


def _order(item: Item) -> tuple[object, ...]:
    is_target = item.task is None
    return (SEVERITY[item.light.light], is_target, item.due or NEVER, item.light.code, item.department)


def _leader(view: YearView, code: str) -> str:
    department = view.departments.get(code)
    return (department.leader if department else None) or ""


def _subject(proposal: Proposal) -> Subject:
    if proposal.task:
        return (proposal.task.code, "")
    assert proposal.target is not None
    return (proposal.target.indicator, proposal.target.department)


def _issued(view: YearView) -> Mapping[Subject, tuple[tuple[int, Directive], ...]]:
    found: dict[Subject, tuple[tuple[int, Directive], ...]] = {}
    for place, directive in enumerate(view.facts.directives):
        if directive.day <= view.day:
            own = (directive.task, "") if directive.task else (directive.indicator or "", directive.department or "")
            found[own] = (*found.get(own, ()), (place, directive))
    return found


def _unanswered(view: YearView, issued: tuple[tuple[int, Directive], ...]) -> tuple[tuple[int, Directive], ...]:
    from kpi_desktop.office.directives import answered

    return tuple(each for each in issued if not answered(each[1], view.day))


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _ending(view: YearView) -> set[str]:
    """Tasks that are due in the week of the day, or have a milestone that is due then and not done."""
    first, last = week_of(view.day)
    due = {task.code for task in view.facts.tasks if task.due and first <= task.due <= last}
    for milestone in view.facts.milestones:
        open_then = not (milestone.done and milestone.done <= view.day)
        if open_then and milestone.due and first <= milestone.due <= last:
            due.add(milestone.task)
    return due


def due_of(view: YearView, item: Item) -> date | None:
    """When it must be done: a target by the end of the year."""
    return item.due if item.task else date(view.year, DECEMBER, LAST_DAY)
