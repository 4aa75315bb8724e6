"""The lights at the end of a month beside those of the month before: counts, what turned better, what worse."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kpi_desktop.assessment.facts import Directive, Task
from kpi_desktop.assessment.lights import GREEN, GREY, RED, YELLOW, TargetLight, TaskLight, target_lights, task_lights
from kpi_desktop.assessment.pace import month_end
from kpi_desktop.reports.context import ReportContext

SEVERITY = {RED: 2, YELLOW: 1, GREEN: 0}
Light = TaskLight | TargetLight


@dataclass(frozen=True, slots=True)
class Turn:
    """A light that changed since the end of the month before."""

    before: str
    found: Light

    @property
    def better(self) -> bool:
        """Whether it turned for the better."""
        return SEVERITY[self.found.light] < SEVERITY[self.before]


@dataclass(frozen=True, slots=True)
class MonthLights:
    """All lights on the last day of a month, those a month earlier (none in January), and the month's directives."""

    day: date
    tasks: tuple[TaskLight, ...]
    targets: tuple[TargetLight, ...]
    tasks_before: tuple[TaskLight, ...]
    targets_before: tuple[TargetLight, ...]
    directives: tuple[Directive, ...]

    @property
    def all(self) -> list[Light]:
        """Tasks, then targets."""
        return [*self.tasks, *self.targets]

    @property
    def red(self) -> list[Light]:
        """What is red: tasks, the longest late first, then targets, the furthest behind first."""
        tasks = sorted((each for each in self.tasks if each.light == RED), key=lambda each: -each.days_late)
        targets = sorted((each for each in self.targets if each.light == RED), key=lambda each: -(each.lag or 0))
        return [*tasks, *targets]

    @property
    def finished(self) -> list[Task]:
        """The tasks finished within the month."""
        first = self.day.replace(day=1)
        return [each.task for each in self.tasks if each.task.finished and first <= each.task.finished <= self.day]

    def turned(self) -> list[Turn]:
        """Tasks, then targets, whose light changed; what is closed is not among them."""
        pairs: list[tuple[Light, Light]] = [
            *zip(self.tasks_before, self.tasks, strict=bool(self.tasks_before)),
            *zip(self.targets_before, self.targets, strict=bool(self.targets_before)),
        ]
        return [
            Turn(before.light, after)
            for before, after in pairs
            if before.light != after.light and GREY not in (before.light, after.light)
        ]

    def unreported(self) -> list[Light]:
        """What was not reported in time."""
        return [each for each in self.all if "report_missing" in each.reasons]


def month_lights(context: ReportContext, month: int) -> MonthLights:
    """The lights by the end of `month`."""
    facts, day = context.facts, month_end(context.year, month)
    before = month_end(context.year, month - 1) if month > 1 else None
    issued = (each for each in facts.directives if (each.day.year, each.day.month) == (context.year, month))
    return MonthLights(
        day,
        task_lights(facts, day),
        target_lights(facts, day),
        task_lights(facts, before) if before else (),
        target_lights(facts, before) if before else (),
        tuple(issued),
    )


def counted(lights: Sequence[Light]) -> Counter[str]:
    """How many of each light."""
    return Counter(each.light for each in lights)
