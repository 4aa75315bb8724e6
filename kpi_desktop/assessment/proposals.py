"""Directives that are due to be issued on a day (calculus, section 8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kpi_desktop.assessment.facts import Facts, Target, Task
from kpi_desktop.assessment.lights import CLOSED_STATES, RED, YELLOW, target_lights, task_lights

BLUE = "blue"
SEVERITY = {BLUE: 1, YELLOW: 2, RED: 3}
DAYS_BEFORE_DUE = 15


@dataclass(frozen=True, slots=True)
class Proposal:
    """A directive to draft: on a task, or on a target; `department` is who gets it, `reason` a draft of its 事由."""

    colour: str
    department: str
    reason: str
    task: Task | None = None
    target: Target | None = None


def proposals(facts: Facts, day: date) -> tuple[Proposal, ...]:
    """Directives proposed on `day`: tasks, then targets, as in their sheets; none already issued that bad or worse."""
    return (*_of_tasks(facts, day), *_of_targets(facts, day))


def _of_tasks(facts: Facts, day: date) -> Iterator[Proposal]:
    issued = _issued(facts, day)
    for found in task_lights(facts, day):
        task = found.task
        near = task.due is not None and 0 <= (task.due - day).days <= DAYS_BEFORE_DUE
        if found.light in (RED, YELLOW):
            colour, reason = found.light, ";".join(found.details)
        elif near and task.state not in CLOSED_STATES and task.due is not None:
            colour, reason = BLUE, f"期限 {task.due}，还有 {(task.due - day).days} 天"
        else:
            continue
        if SEVERITY[colour] > issued.get((task.code, ""), 0):
            yield Proposal(colour, task.lead, reason, task=task)


def _of_targets(facts: Facts, day: date) -> Iterator[Proposal]:
    issued = _issued(facts, day)
    for found in target_lights(facts, day):
        target = found.target
        if SEVERITY.get(found.light, 0) > issued.get((target.indicator, target.department), 0):
            yield Proposal(found.light, target.department, ";".join(found.details), target=target)


def _issued(facts: Facts, day: date) -> dict[tuple[str, str], int]:
    """The worst colour issued by `day` on each task (code, "") and each target (indicator, department)."""
    worst: dict[tuple[str, str], int] = {}
    for directive in facts.directives:
        if directive.day <= day:
            matter = (directive.task, "") if directive.task else (directive.indicator or "", directive.department or "")
            worst[matter] = max(worst.get(matter, 0), SEVERITY[directive.colour])
    return worst
