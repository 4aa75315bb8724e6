"""A task's share of full marks (calculus, section 3, last part)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import Milestone, Progress, Task

OFF_THE_SHEET = ("suspended", "cancelled")


def milestones_by_task(milestones: Iterable[Milestone]) -> dict[str, list[Milestone]]:
    """Milestones of each task, in the order of their sheet."""
    found: defaultdict[str, list[Milestone]] = defaultdict(list)
    for milestone in milestones:
        found[milestone.task].append(milestone)
    return dict(found)


def latest_percents(progress: Iterable[Progress]) -> dict[str, Progress]:
    """The last report with a percent of each task; of two on a day the later row."""
    latest: dict[str, Progress] = {}
    for report in progress:
        if report.percent is not None and (report.task not in latest or report.day >= latest[report.task].day):
            latest[report.task] = report
    return latest


def is_late(milestone: Milestone) -> bool:
    """Whether a done milestone was done after its due date; without one it never is."""
    return milestone.done is not None and milestone.due is not None and milestone.done > milestone.due


def task_share(
    task: Task, milestones: Sequence[Milestone], latest: Progress | None, late_share: Fraction
) -> Fraction | None:
    """The share of a task that is on the sheet; None where nothing tells how far it is."""
    if milestones:
        whole = sum((fraction(milestone.weight) for milestone in milestones), Fraction(0))
        done = (
            fraction(milestone.weight) * (late_share if is_late(milestone) else 1)
            for milestone in milestones
            if milestone.done is not None
        )
        return sum(done, Fraction(0)) / whole
    if task.state == "finished":
        late = task.finished is not None and task.due is not None and task.finished > task.due
        return late_share if late else Fraction(1)
    return None if latest is None or latest.percent is None else fraction(latest.percent)
