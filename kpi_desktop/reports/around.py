"""What forms of a year need from around it: the years before and after it, and the list of what was attached."""

import sqlite3

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book.attachments import content_of
from kpi_desktop.book.editions import EditionInfo, years
from kpi_desktop.book.reading import columns_of
from kpi_desktop.office.evidence import Evidence
from kpi_desktop.reports.templates import LOGO, Templates


def neighbour(connection: sqlite3.Connection, year: int) -> Facts | None:
    """The facts of the latest revision of a year; None where the book does not have it."""
    found = [edition for edition in years(connection) if edition.year == year]
    return book_facts.load_edition(connection, found[-1]) if found else None


def attached(connection: sqlite3.Connection, edition: EditionInfo) -> tuple[Evidence, ...]:
    """What was attached in an edition, in the order of its rows."""
    columns = columns_of(connection, "evidence", edition.id, Evidence._fields)
    return tuple(Evidence(*row) for row in zip(*columns, strict=True))


def templates(connection: sqlite3.Connection, edition: EditionInfo) -> Templates:
    """What the office has changed about the forms of an edition."""
    names, values = columns_of(connection, "form_setting", edition.id, ("name", "value"))
    kept = dict(zip(names, values, strict=True))
    logo = content_of(connection, kept[LOGO]) if LOGO in kept else None
    return Templates.of(kept, logo or b"")
