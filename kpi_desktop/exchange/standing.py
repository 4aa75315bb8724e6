"""The year as the book has it now, kept between two typed cells: what the journal says has changed is read again.

Loading a year of 30,000 rows takes longer than a person should wait for one cell, so its tables are kept per book and
edition, each once it is asked for, and brought up to the last entry of the journal before they are used.
"""

import json
import sqlite3
import threading
from collections.abc import Iterable
from typing import Any
from weakref import WeakKeyDictionary

from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, edition_of, years
from kpi_desktop.book.shapes import shape_of
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.draft import Entry, Key
from kpi_desktop.exchange.drafting import from_book
from kpi_desktop.exchange.importing import stored_settings
from kpi_desktop.exchange.records import Stored

MOST_ENTRIES, MOST_ROWS = 40, 500
"""So many entries of the journal, and rows in one of them, are followed; after more the tables are loaded anew."""

_guard = threading.Lock()
_kept: WeakKeyDictionary[Book, dict[int, "Standing"]] = WeakKeyDictionary()


class Kept:
    """The rows of one table by id, in the order of their sheet, and by key."""

    def __init__(self, table: str, rows: Iterable[Stored]) -> None:
        """From the rows of the book; a parameter without a row has the id None and counts by its name."""
        self.sheet = SHEETS_BY_TABLE[table]
        self.by_id: dict[int | str, Entry] = {}
        self.by_key: dict[Key, Entry] = {}
        self._in_order: list[Stored] | None = None
        for row in rows:
            self.put(row)

    def put(self, row: Stored) -> None:
        """Take a row that is new, or stands for the one with its id."""
        entry = from_book(self.sheet.table, row)
        number: int | str = row["name"] if self.sheet.table == "setting" else row["id"]
        self._in_order = None
        self.drop(number, keep_place=True)
        self.by_id[number] = entry
        if self.sheet.is_keyed(row):
            self.by_key[self.sheet.key_of(row)] = entry

    def drop(self, number: int | str, keep_place: bool = False) -> None:
        """Forget the row with that id, if there is one."""
        self._in_order = None
        old = self.by_id.get(number)
        if old is None:
            return
        key = self.sheet.key_of(old.values)
        if self.by_key.get(key) is old:
            del self.by_key[key]
        if not keep_place:
            del self.by_id[number]

    def rows(self) -> list[Stored]:
        """The rows in the order of their sheet."""
        if self._in_order is None:
            self._in_order = [entry.before for entry in self.by_id.values() if entry.before is not None]
            if self.sheet.table != "setting":
                self._in_order.sort(key=_in_sheet)
        return self._in_order


class Standing:
    """One edition of a book, as far as it was asked for."""

    def __init__(self, edition: EditionInfo, sequence: int) -> None:
        """An edition whose tables are loaded when they are needed; `sequence` is the last entry they know of."""
        self.edition = edition
        self.sequence = sequence
        self.earlier_tasks: frozenset[str] | None = None
        self.tables: dict[str, Kept] = {}

    def load(self, connection: sqlite3.Connection, tables: Iterable[str]) -> None:
        """Read those of `tables` that are not there yet."""
        for table in tables:
            if table in self.tables:
                continue
            if table == "setting":
                rows: Iterable[Stored] = stored_settings(connection, self.edition)
            else:
                rows = book_facts.rows(connection, table, self.edition.id)
            self.tables[table] = Kept(table, rows)

    def catch_up(self, connection: sqlite3.Connection, newest: int) -> None:
        """Follow the journal up to the entry `newest`."""
        if newest < self.sequence or newest - self.sequence > MOST_ENTRIES:
            self.tables.clear()
        else:
            for sequence in range(self.sequence + 1, newest + 1):
                self._follow(journal.changes_of(connection, sequence))
        self.sequence = newest

    def _follow(self, changes: list[journal.Change]) -> None:
        many = len(changes) > MOST_ROWS
        for change in changes:
            kept = self.tables.get(change.table)
            if kept is None:
                continue
            if many or change.table == "setting":
                del self.tables[change.table]
                continue
            row = _row(change) if change.after is not None else None
            if row is None or row["edition_id"] != self.edition.id:
                kept.drop(change.row_id)
            else:
                kept.put(row)


def standing(book: Book, year: int, tables: Iterable[str]) -> Standing:
    """The latest edition of `year` with at least `tables`, as the journal's last entry left it.

    Refusal when the book has no such year. What is returned is shared: read it, and change nothing.
    """
    with _guard, collector_resting(), book.reading() as connection:
        edition = edition_of(connection, year)
        newest = journal.newest(connection)[0]
        known = _kept.setdefault(book, {})
        found = known.setdefault(edition.id, Standing(edition, newest))
        found.edition = edition
        if found.sequence != newest:
            found.catch_up(connection, newest)
        wanted = tuple(tables)
        found.load(connection, wanted)
        if "task" in wanted:
            found.earlier_tasks = _earlier_tasks(connection, year)
        return found


def rows_of(book: Book, year: int, table: str) -> list[Stored]:
    """The rows of one table of the latest edition of `year`, in the order of their sheet, with `id` and `place`.

    For 参数 every parameter, its value read, `id` None where it has its default. Refusal when there is no such year.
    """
    return list(standing(book, year, (table,)).tables[table].rows())


def _in_sheet(row: Stored) -> tuple[int, int]:
    return row["place"], row["id"]


def _row(change: journal.Change) -> dict[str, Any]:
    """The row that a change left, its columns as values."""
    shape = shape_of(change.table)
    stored: dict[str, Any] = json.loads(change.after or "{}")
    values: dict[str, Any] = {}
    for name, value in stored.items():
        read = shape.readers[name]
        values[name] = value if read is None or value is None else read(value)
    return values


def _earlier_tasks(connection: sqlite3.Connection, year: int) -> frozenset[str] | None:
    """The codes of last year's tasks; None where the book does not have that year."""
    earlier = [edition for edition in years(connection) if edition.year == year - 1]
    if not earlier:
        return None
    return frozenset(row["code"] for row in book_facts.rows(connection, "task", earlier[-1].id))
