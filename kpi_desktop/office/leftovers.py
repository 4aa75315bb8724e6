"""What a year leaves undone, as it is looked at before it is carried over. Nothing here writes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from kpi_desktop.assessment.carrying import Carried, carried_tasks, lost_departments, next_scheme
from kpi_desktop.assessment.facts import Department, Facts, Indicator, Milestone, Task
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.results import Assessment, Line
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.tasks import milestones_by_task
from kpi_desktop.assessment.wording import figure, percentage
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import years

DECEMBER = 12


class Open(NamedTuple):
    """A milestone that is not done: its due date as it stands, and the one that is proposed for it."""

    title: str
    due: date | None
    proposed_due: date


@dataclass(frozen=True, slots=True)
class Leftover:
    """A task that is to be carried: as it stands, as it will stand, and the due dates that are proposed."""

    task: Task
    carried: Carried
    proposed_due: date
    milestones: tuple[Open, ...] = ()

    @property
    def times(self) -> int:
        """How often it will have been carried by then: in its second year 1."""
        return self.carried.times


@dataclass(frozen=True, slots=True)
class Missed:
    """A target that was not reached, which may be carried as a supervision item: what was reached and what was due."""

    indicator: str
    department: str
    name: str
    reached: str
    goal: str
    code: str

    @property
    def key(self) -> tuple[str, str]:
        """Indicator and department, as `carry_over` takes them."""
        return self.indicator, self.department

    @property
    def title(self) -> str:
        """The title of the item it becomes."""
        return f"补齐指标缺口：{self.name}"


@dataclass(frozen=True, slots=True)
class CarryPreview:
    """What carrying over would do now.

    `opens`: the next year is not there yet; `blocked`: it is 定稿 and takes nothing. `already` are tasks of the next
    year that were carried before; `cancelled` the tasks that are 终止 and stay behind, with their basis.
    """

    from_year: int
    to_year: int
    opens: bool
    blocked: bool
    items: tuple[Leftover, ...]
    already: tuple[Task, ...]
    cancelled: tuple[Task, ...]
    missed: tuple[Missed, ...]
    departments: tuple[Department, ...]


def preview(book: Book, from_year: int, known: Assessment | None = None) -> CarryPreview:
    """What `carry_over` of `from_year` would carry. Refusal when the book has no such year.

    `known`: the year as it is assessed now, where somebody has it at hand.
    """
    with book.reading() as connection:
        assessment = known or score(book_facts.load(connection, from_year))
        edition = next((each for each in reversed(years(connection)) if each.year == from_year + 1), None)
        after = book_facts.load_edition(connection, edition) if edition else None
    facts = assessment.facts
    following = next_scheme(facts) if after is None else after
    carried = carried_tasks(facts, after)
    milestones = milestones_by_task(facts.milestones)
    tasks = {task.code: task for task in facts.tasks}
    return CarryPreview(
        from_year=from_year,
        to_year=from_year + 1,
        opens=after is None,
        blocked=edition is not None and edition.state == "final",
        items=tuple(_leftover(from_year + 1, tasks[each.from_code], each, milestones) for each in carried),
        already=tuple(task for task in following.tasks if task.carried_from in tasks),
        cancelled=tuple(task for task in facts.tasks if task.state == "cancelled"),
        missed=tuple(_missed_targets(assessment, following)),
        departments=lost_departments(facts, following, carried),
    )


def _leftover(year: int, task: Task, carried: Carried, milestones: Mapping[str, Sequence[Milestone]]) -> Leftover:
    still_open = tuple(
        Open(each.title, each.due, proposed_due(each.due, year))
        for each in milestones.get(task.code, ())
        if each.done is None
    )
    return Leftover(task, carried, proposed_due(task.due, year), still_open)


def proposed_due(last: date | None, year: int) -> date:
    """A due date to begin with: the last one a year later; one that lies in `year` or after as it is; else 31 December.

    29 February becomes the 28th. It is only proposed: a carried task is blank until somebody sets it.
    """
    if last is None or last.year < year - 1:
        return date(year, DECEMBER, 31)
    if last.year >= year:
        return last
    return date(year, last.month, 28 if (last.month, last.day) == (2, 29) else last.day)


def missed(facts: Facts, following: Facts) -> Iterator[Missed]:
    """Targets with a computed result that is worse than their goal, and that are not carried into `following` yet."""
    return _missed_targets(score(facts), following)


def _missed_targets(assessment: Assessment, following: Facts) -> Iterator[Missed]:
    facts = assessment.facts
    there = {task.code for task in following.tasks}
    for result in assessment.departments():
        for line in result.lines:
            code = missed_code(facts.settings.year, line.code, result.code)
            if _missed(line) and code not in there:
                yield _told(facts, line, result.code, code)


def missed_code(year: int, indicator: str, department: str) -> str:
    """The code of the supervision item that a missed target becomes; being there, it is not carried again."""
    return f"{year}-{indicator}-{department}"


def _missed(line: Line) -> bool:
    return line.kind == "target" and line.computed_status == "ok" and line.goal is not None and not line.reached


def _told(facts: Facts, line: Line, department: str, code: str) -> Missed:
    indicator = next(each for each in facts.indicators if each.code == line.code)
    value, goal = line.value, line.goal
    assert value is not None and goal is not None  # that is what makes it missed
    shown, due = (_amount(indicator, each) for each in (value, goal))
    return Missed(line.code, department, indicator.name, shown, due, code)


def _amount(indicator: Indicator, value: Fraction) -> str:
    """What the rule looks at, as a sentence shows it."""
    return percentage(value, 2) if in_percent(indicator) else f"{figure(value)} {indicator.unit or ''}".strip()
