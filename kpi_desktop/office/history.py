"""A task's whole history: one chain across the years it was carried through."""

from dataclasses import dataclass

from kpi_desktop.assessment.facts import Directive, Extension, Facts, Milestone, Progress, Task
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, years
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import YearRows
from kpi_desktop.office.evidence import Evidence, evidence_in


@dataclass(frozen=True, slots=True)
class Chapter:
    """One year of a task, with all that belongs to it, as in the sheets."""

    year: int
    task: Task
    milestones: tuple[Milestone, ...] = ()
    progress: tuple[Progress, ...] = ()
    directives: tuple[Directive, ...] = ()
    extensions: tuple[Extension, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def history_of(book: Book, year: int, task: str) -> tuple[Chapter, ...]:
    """The chain that `task` of `year` belongs to, oldest year first: where it came from and where it was carried to.

    It ends where the year before is not in the book. Refusal when the year has no such task.
    """
    with book.reading() as connection:
        latest = {edition.year: YearRows(connection, edition) for edition in years(connection)}
        found = _chapter(latest.get(year), task)
        if found is None:
            raise Refusal(f"{year} 年没有任务“{task}”。", "请核对任务编码。")
        chain = [found]
        while (first := chain[0]).task.carried_from and (
            before := _chapter(latest.get(first.year - 1), first.task.carried_from)
        ):
            chain.insert(0, before)
        while after := _carried_on(latest.get(chain[-1].year + 1), chain[-1].task.code):
            chain.append(after)
        return tuple(chain)


def _chapter(rows: YearRows | None, code: str) -> Chapter | None:
    facts = rows.facts() if rows else None
    task = next((each for each in facts.tasks if each.code == code), None) if facts else None
    return _told(rows, facts, task) if rows and facts and task else None


def _carried_on(rows: YearRows | None, code: str) -> Chapter | None:
    facts = rows.facts() if rows else None
    task = next((each for each in facts.tasks if each.carried_from == code), None) if facts else None
    return _told(rows, facts, task) if rows and facts and task else None


def _told(rows: YearRows, facts: Facts, task: Task) -> Chapter:
    edition: EditionInfo = rows.edition
    return Chapter(
        edition.year,
        task,
        tuple(each for each in facts.milestones if each.task == task.code),
        tuple(each for each in facts.progress if each.task == task.code),
        tuple(each for each in facts.directives if each.task == task.code),
        tuple(each for each in facts.extensions if each.task == task.code),
        evidence_in(rows, task.code),
    )
