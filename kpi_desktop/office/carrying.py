"""结转: taking what a year left undone into the next, which is opened where it does not exist."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kpi_desktop.assessment.carrying import Carried, carried_tasks, lost_categories, lost_departments, next_scheme
from kpi_desktop.assessment.facts import Category, Department, Facts, Indicator
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, add_edition, years
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal

YEAR_SETTING = "年度"


@dataclass(frozen=True, slots=True)
class CarryOver:
    """What was carried; `departments` and `categories` came along because the next year no longer had them."""

    from_year: int
    to_year: int
    opened: bool
    carried: tuple[Carried, ...]
    departments: tuple[Department, ...]
    categories: tuple[Category, ...]
    changes: Changes


def carry_over(book: Book, from_year: int) -> CarryOver:
    """Carry every task of `from_year` that is not finished or cancelled into the next year, in one operation.

    The next year is opened with the departments and the scheme where the book has none. Carries nothing twice. Refusal
    when the book has no such year, or when the next one is 定稿.
    """
    to_year = from_year + 1
    with book.operation(f"{from_year} 年任务结转到 {to_year} 年") as op:
        facts = book_facts.load(op.connection, from_year)
        edition = _edition(op, to_year)
        opened = edition is None
        if edition is not None and edition.state == "final":
            raise Refusal(f"{to_year} 年已定稿,不能再结转进去。", f"请先为 {to_year} 年新建一次修订。")
        edition_id = open_next_year(op, facts) if edition is None else edition.id
        after = book_facts.load(op.connection, to_year)
        carried = carried_tasks(facts, after)
        departments, categories = lost_departments(facts, after, carried), lost_categories(facts, after, carried)
        insert_values(op, edition_id, "department", departments)
        insert_values(op, edition_id, "category", categories)
        insert_values(op, edition_id, "task", (each.task for each in carried))
        insert_values(op, edition_id, "milestone", (one for each in carried for one in each.milestones))
    return CarryOver(from_year, to_year, opened, carried, departments, categories, op.changes)


def open_next_year(operation: Operation, facts: Facts) -> int:
    """Open the year after that of `facts` with its departments, scheme and projects; the id of the new edition.

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
    scheme = next_scheme(facts)
    for field, (table, _) in book_facts.KINDS.items():
        insert_values(operation, edition_id, table, getattr(scheme, field))
    return edition_id


def insert_values(operation: Operation, edition_id: int, table: str, values: Iterable[Any]) -> None:
    """Add values of `assessment.facts` as rows of an edition, in order, at the end of their sheet."""
    operation.insert_many(table, [{"edition_id": edition_id, **row_of(value)} for value in values])


def row_of(value: Any) -> Mapping[str, Any]:
    """The columns that hold a value of `assessment.facts`; a rule is kept as its code and parameters."""
    row = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Indicator):
        row |= {"rule": value.rule.code, "params": value.rule.params}
    return row


def _edition(operation: Operation, year: int) -> EditionInfo | None:
    """The latest revision of a year; None where the book has none."""
    return next((each for each in reversed(years(operation.connection)) if each.year == year), None)
