"""结转: taking what a year left undone into the next, which is opened where it does not exist."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from kpi_desktop.assessment.carrying import Carried, carried_tasks, lost_categories, lost_departments, next_scheme
from kpi_desktop.assessment.facts import Category, Department, Facts, Indicator, Task
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, add_edition, years
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import said
from kpi_desktop.office.leftovers import CarryPreview, Missed, missed, preview

__all__ = ["CarryOver", "CarryPreview", "Choices", "carry_over", "preview"]

YEAR_SETTING = "年度"


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What was carried; `departments` and `categories` came along because the next year no longer had them.

    `items` are the missed targets that were carried as supervision items.
    """

    from_year: int
    to_year: int
    opened: bool
    carried: tuple[Carried, ...]
    departments: tuple[Department, ...]
    categories: tuple[Category, ...]
    changes: Changes
    items: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided on the preview, by the codes of the year that is carried.

    `due` are due dates of carried tasks (and of missed targets, under `(indicator, department)`), `milestones` those of
    their milestones by `(task, title)`; `cancelled` the basis on which a task is not gone on with; `indicators` the
    missed targets that are carried as supervision items.
    """

    due: Mapping[str | tuple[str, str], date] = field(default_factory=dict)
    milestones: Mapping[tuple[str, str], date] = field(default_factory=dict)
    cancelled: Mapping[str, str] = field(default_factory=dict)
    indicators: Sequence[tuple[str, str]] = ()


def carry_over(
    book: Book,
    from_year: int,
    due: Mapping[str | tuple[str, str], date] | None = None,
    cancelled: Mapping[str, str] | None = None,
    indicators: Sequence[tuple[str, str]] = (),
    milestones: Mapping[tuple[str, str], date] | None = None,
) -> CarryOver:
    """Carry every task of `from_year` that is not finished or cancelled into the next year, in one operation.

    The next year is opened with the departments and the scheme where the book has none. Carries nothing twice. What is
    given besides is as in `Choices`. A task in `cancelled` is carried as 终止 with its basis: the figures of the year
    that closes stay as they are, and the chain says on whose word it ended. Refusal when the book has no such year,
    when the next one is 定稿, and on a choice that names nothing that is carried.
    """
    choices = Choices(due or {}, milestones or {}, cancelled or {}, indicators)
    to_year = from_year + 1
    with book.operation(f"{from_year} 年任务结转到 {to_year} 年") as op:
        facts = book_facts.load(op.connection, from_year)
        edition = _edition(op, to_year)
        opened = edition is None
        if edition is not None and edition.state == "final":
            raise Refusal(f"{to_year} 年已定稿，不能再结转进去。", f"请先为 {to_year} 年新建一次修订。")
        edition_id = open_next_year(op, facts) if edition is None else edition.id
        after = book_facts.load(op.connection, to_year)
        plain = carried_tasks(facts, after)
        _refuse_strangers(choices, plain)
        carried = tuple(_as_chosen(each, choices) for each in plain)
        items = missed_items(facts, after, choices)
        departments, categories = lost_departments(facts, after, carried), lost_categories(facts, after, carried)
        insert_values(op, edition_id, "department", departments)
        insert_values(op, edition_id, "category", categories)
        insert_values(op, edition_id, "task", (*(each.task for each in carried), *items))
        insert_values(op, edition_id, "milestone", (one for each in carried for one in each.milestones))
    return CarryOver(from_year, to_year, opened, carried, departments, categories, op.changes, items)


def _as_chosen(carried: Carried, choices: Choices) -> Carried:
    """A carried task with its new dates, or 终止 with the basis."""
    old, task = carried.from_code, carried.task
    if old in choices.cancelled:
        word = said(choices.cancelled[old], "终止依据")
        basis = f"{task.basis}；终止：{word}" if task.basis else f"终止：{word}"
        return replace(carried, task=replace(task, state="cancelled", basis=basis))
    dated = (replace(one, due=choices.milestones.get((old, one.title))) for one in carried.milestones)
    return Carried(replace(task, due=choices.due.get(old)), tuple(dated))


def _refuse_strangers(choices: Choices, carried: Sequence[Carried]) -> None:
    """Every choice must be of something that is carried, or it would be lost without a word."""
    tasks = {each.from_code for each in carried}
    milestones = {(each.from_code, one.title) for each in carried for one in each.milestones}
    named = [code for code in (*choices.due, *choices.cancelled) if isinstance(code, str) and code not in tasks]
    named += [f"{code} {title}" for code, title in choices.milestones if (code, title) not in milestones]
    named += [" ".join(key) for key in choices.due if isinstance(key, tuple) and key not in choices.indicators]
    if named:
        raise Refusal(f"{'、'.join(named)} 不在这次结转之列。", "台账可能已有改动，请刷新后再试。")


def missed_items(facts: Facts, after: Facts, choices: Choices) -> tuple[Task, ...]:
    """The chosen missed targets as tasks of the next year, without points: supervised, not scored twice."""
    found = {each.key: each for each in missed(facts, after)} if choices.indicators else {}
    strangers = [" ".join(key) for key in choices.indicators if key not in found]
    if strangers:
        raise Refusal(f"{'、'.join(strangers)} 没有未达到的目标，或已经结转。", "请刷新后再试。")
    return tuple(_item(facts, found[key], choices.due.get(key)) for key in choices.indicators)


def _item(facts: Facts, target: Missed, due: date | None) -> Task:
    year = facts.settings.year
    return Task(
        code=target.code,
        title=target.title,
        category=next(each.category for each in facts.indicators if each.code == target.indicator),
        lead=target.department,
        points=0,
        basis=f"{year} 年指标 {target.indicator} 未达到目标：实绩 {target.reached}，目标 {target.goal}",
        standard=f"补齐 {year} 年缺口，达到 {target.goal}",
        start=date(year + 1, 1, 1),
        due=due,
        times_carried=1,
        original_year=year,
    )


def open_next_year(operation: Operation, facts: Facts) -> int:
    """Open the year after that of `facts` with its departments, scheme, projects and 版式; the id of the new edition.

    Refusal when the book has that year.
    """
    year = facts.settings.year
    latest = _edition(operation, year)
    edition_id = add_edition(operation, year + 1)
    settings = book_facts.rows(operation.connection, "setting", latest.id) if latest else []
    operation.insert_many(
        "setting",
        (
            {
                "edition_id": edition_id,
                "name": row["name"],
                "value": str(year + 1) if row["name"] == YEAR_SETTING else row["value"],
            }
            for row in settings
        ),
    )
    if latest:
        operation.copy_rows("form_setting", latest.id, edition_id)
    scheme = next_scheme(facts)
    for kind, (table, _) in book_facts.KINDS.items():
        insert_values(operation, edition_id, table, getattr(scheme, kind))
    return edition_id


def insert_values(operation: Operation, edition_id: int, table: str, values: Iterable[Any]) -> None:
    """Add values of `assessment.facts` as rows of an edition, in order, at the end of their sheet."""
    operation.insert_many(table, [{"edition_id": edition_id, **row_of(value)} for value in values])


def row_of(value: Any) -> Mapping[str, Any]:
    """The columns that hold a value of `assessment.facts`; a rule is kept as its code and parameters."""
    row = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Indicator):
        row |= {"rule": value.rule.code, "params": value.rule.params}
    return row


def _edition(operation: Operation, year: int) -> EditionInfo | None:
    """The latest revision of a year; None where the book has none."""
    return next((each for each in reversed(years(operation.connection)) if each.year == year), None)
