"""Directives that are due to be issued on a day (calculus, section 8)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kpi_desktop.assessment.facts import Facts, Target, Task
from kpi_desktop.assessment.lights import (
    CLOSED_STATES,
    RED,
    YELLOW,
    TargetLight,
    TaskLight,
    target_lights,
    task_lights,
)

Matter = tuple[str, str]
"""What a directive is on: (a task's code, "") or (an indicator's, a department's)."""
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


def proposals(
    facts: Facts,
    day: date,
    tasks: Sequence[TaskLight] | None = None,
    targets: Sequence[TargetLight] | None = None,
) -> tuple[Proposal, ...]:
    """Directives proposed on `day`: tasks, then targets, as in their sheets; none already issued that bad or worse.

    `tasks` and `targets` are the lights of that day where they are known already.
    """
    issued = _issued(facts, day)
    known_tasks = task_lights(facts, day) if tasks is None else tasks
    known_targets = target_lights(facts, day) if targets is None else targets
    return (*_of_tasks(known_tasks, issued, day), *_of_targets(known_targets, issued))


def _of_tasks(lights: Sequence[TaskLight], issued: Mapping[Matter, int], day: date) -> Iterator[Proposal]:
    for found in lights:
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


def _of_targets(lights: Sequence[TargetLight], issued: Mapping[Matter, int]) -> Iterator[Proposal]:
    for found in lights:
        target = found.target
        if SEVERITY.get(found.light, 0) > issued.get((target.indicator, target.department), 0):
            yield Proposal(found.light, target.department, ";".join(found.details), target=target)


def _issued(facts: Facts, day: date) -> dict[Matter, int]:
    """The worst colour issued by `day` on each task (code, "") and each target (indicator, department)."""
    worst: dict[Matter, int] = {}
    for directive in facts.directives:
        if directive.day <= day:
            matter = (directive.task, "") if directive.task else (directive.indicator or "", directive.department or "")
            worst[matter] = max(worst.get(matter, 0), SEVERITY[directive.colour])
    return worst
