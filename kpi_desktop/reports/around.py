"""What forms of a year need from around it: the years before and after it, and the list of what was attached."""

from typing import NamedTuple

from sqlalchemy import Connection

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.editions import EditionInfo, years
from kpi_desktop.book.reading import columns_of


class Evidence(NamedTuple):
    """佐证: a file attached to `subject` (a task, an indicator …), with the digest of its content."""

    subject: str | None
    file: str
    digest: str
    note: str | None = None


def neighbour(connection: Connection, year: int) -> Facts | None:
    """The facts of the latest revision of a year; None where the book does not have it."""
    found = [edition for edition in years(connection) if edition.year == year]
    return book_facts.load_edition(connection, found[-1]) if found else None


def attached(connection: Connection, edition: EditionInfo) -> tuple[Evidence, ...]:
    """What was attached in an edition, in the order of its rows."""
    columns = columns_of(connection, "evidence", edition.id, Evidence._fields)
    return tuple(Evidence(*row) for row in zip(*columns, strict=True))
