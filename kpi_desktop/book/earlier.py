"""A year as it was: its facts after an earlier entry of the journal, by taking back what came later, in memory."""

import contextlib
import json
import sqlite3
from collections.abc import Iterable
from datetime import date

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, edition_of
from kpi_desktop.book.facts import KINDS, load_edition
from kpi_desktop.book.journal import Change, Entry
from kpi_desktop.book.shapes import shape_of

TABLES = ("setting", *(table for table, _ in KINDS.values()))
"""What the facts of a year are read from."""
_MARKS = ", ".join("?" * len(TABLES))
_OURS = "json_extract(coalesce(c.after, c.before), '$.edition_id') = ?"


def last_change(book: Book, year: int, before: date | None = None) -> Entry | None:
    """The newest entry that changed what the latest edition of `year` is computed from; `before`: of an earlier day.

    The day of an entry is that of the clock it was written by. None where nothing changed.
    """
    early = "" if before is None else " AND substr(j.at, 1, 10) < ?"
    query = (
        "SELECT j.sequence, j.at, j.author, j.action, j.reason, j.undoes, j.before_hash, j.hash FROM journal AS j "
        "JOIN journal_change AS c ON c.sequence = j.sequence "
        f"WHERE c.table_name IN ({_MARKS}) AND {_OURS}{early} ORDER BY j.sequence DESC LIMIT 1"
    )
    with book.reading() as connection:
        edition = edition_of(connection, year)
        given = (*TABLES, edition.id, *(() if before is None else (before.isoformat(),)))
        row = connection.execute(query, given).fetchone()
    return Entry._make(row) if row else None


def facts_after(book: Book, year: int, sequence: int) -> Facts:
    """The facts of the latest edition of `year` as they were once the entry with that `sequence` was written.

    State and revision are those of now. Refusal when the book has no such year.
    """
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        with book.reading() as connection:
            edition = edition_of(connection, year)
            _copy(connection, memory, edition)
            _take_back(memory, _later(connection, edition, sequence))
        return load_edition(memory, edition)


def _copy(book: sqlite3.Connection, memory: sqlite3.Connection, edition: EditionInfo) -> None:
    for table in TABLES:
        shape = shape_of(table)
        memory.execute(f'CREATE TABLE "{table}" ({shape.quoted}, PRIMARY KEY("id"))')  # no types: values stay as stored
        rows = book.execute(f'SELECT {shape.quoted} FROM "{table}" WHERE edition_id = ?', (edition.id,))
        memory.executemany(shape.insert, rows)


def _later(book: sqlite3.Connection, edition: EditionInfo, sequence: int) -> Iterable[Change]:
    """What was changed after `sequence`, last first."""
    query = (
        "SELECT c.table_name, c.row_id, c.before, c.after FROM journal_change AS c "
        f"WHERE c.sequence > ? AND c.table_name IN ({_MARKS}) AND {_OURS} ORDER BY c.sequence DESC, c.place DESC"
    )
    return map(Change._make, book.execute(query, (sequence, *TABLES, edition.id)))


def _take_back(memory: sqlite3.Connection, changes: Iterable[Change]) -> None:
    for change in changes:
        shape = shape_of(change.table)
        memory.execute(shape.delete, (change.row_id,))
        if change.before is not None:
            row = json.loads(change.before)
            memory.execute(shape.insert, tuple(row.get(name) for name in shape.columns))
