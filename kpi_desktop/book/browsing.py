"""Looking through the journal: its entries by person, table, text and day, newest first."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.journal import Change, Entry


class Wanted(NamedTuple):
    """Which entries: of an author, on a table, with a text anywhere in them, from a day to a day (ISO); blank: all."""

    author: str = ""
    table: str = ""
    text: str = ""
    first: str = ""
    last: str = ""


class Listed(NamedTuple):
    """An entry, how many rows of which tables it changed, and the sequence of the entry that undid it."""

    entry: Entry
    tables: dict[str, int]
    undone_by: int | None


def listed(book: Book, wanted: Wanted, before: int | None = None, limit: int = 200) -> list[Listed]:
    """The entries that are `wanted`, newest first; `before` a sequence, to read on from there."""
    conditions, values = _conditions(wanted, before)
    query = (
        "SELECT j.sequence, j.at, j.author, j.action, j.reason, j.undoes, j.before_hash, j.hash, "
        "(SELECT u.sequence FROM journal AS u WHERE u.undoes = j.sequence) FROM journal AS j "
        f"WHERE {' AND '.join(conditions)} ORDER BY j.sequence DESC LIMIT ?"
    )
    with book.reading() as connection:
        rows = connection.execute(query, (*values, limit)).fetchall()
        return [
            Listed(Entry._make(row[:8]), dict(connection.execute(_COUNTS, (row[0],)).fetchall()), row[8])
            for row in rows
        ]


def authors(book: Book) -> tuple[str, ...]:
    """Everybody who wrote to the book."""
    with book.reading() as connection:
        return tuple(name for (name,) in connection.execute("SELECT DISTINCT author FROM journal ORDER BY 1"))


def changed_tables(book: Book) -> tuple[str, ...]:
    """The tables that were ever changed."""
    with book.reading() as connection:
        found = connection.execute("SELECT DISTINCT table_name FROM journal_change").fetchall()
    return tuple(name for (name,) in found)


def rows_changed(book: Book, sequence: int) -> list[Change]:
    """What an entry changed, row by row."""
    with book.reading() as connection:
        return journal.changes_of(connection, sequence)


_COUNTS = "SELECT table_name, count(*) FROM journal_change WHERE sequence = ? GROUP BY table_name"
_ON_TABLE = "EXISTS (SELECT 1 FROM journal_change AS c WHERE c.sequence = j.sequence AND c.table_name = ?)"
_WITH_TEXT = (
    "(instr(j.action, ?) OR instr(coalesce(j.reason, ''), ?) OR EXISTS (SELECT 1 FROM journal_change AS c "
    "WHERE c.sequence = j.sequence AND (instr(coalesce(c.before, ''), ?) OR instr(coalesce(c.after, ''), ?))))"
)


def _conditions(wanted: Wanted, before: int | None) -> tuple[list[str], list[Any]]:
    text = journal.canonical(wanted.text)[1:-1]
    parts: Iterator[tuple[str, tuple[Any, ...]]] = iter(
        [
            ("j.author = ?", (wanted.author,)),
            (_ON_TABLE, (wanted.table,)),
            (_WITH_TEXT, (wanted.text, wanted.text, text, text) if wanted.text else ("",)),
            ("substr(j.at, 1, 10) >= ?", (wanted.first,)),
            ("substr(j.at, 1, 10) <= ?", (wanted.last,)),
            ("j.sequence < ?", (before or "",)),
        ]
    )
    given = [(condition, values) for condition, values in parts if values[0]]
    return ["true", *(condition for condition, _ in given)], [value for _, values in given for value in values]
