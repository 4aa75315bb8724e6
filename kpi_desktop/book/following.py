"""The facts of years that are looked at for long: read once, then patched from the journal's rows.

A cell that is typed changes one row of tens of thousands. The journal has that row before and after, so the others are
not read again; they stay the very same values, which is how scoring knows what it need not do again.
"""

import json
import sqlite3
import threading
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, edition_of
from kpi_desktop.book.facts import KINDS, columns_for, load_settings, values_from
from kpi_desktop.book.reading import columns_of
from kpi_desktop.book.shapes import shape_of

MOST_ENTRIES, MOST_ROWS = 40, 2000
"""So many entries of the journal, and rows of one table, are followed; after more is loaded anew."""

_FIELDS = {table: field for field, (table, _) in KINDS.items()}
_SETTING = "setting"
Stored = dict[str, Any]
Place = tuple[int, int]
"""Where a row stands in its sheet: its place, then its id."""


@dataclass(slots=True)
class _Kept:
    """One edition as the entry `sequence` left it; `places` of the rows of each field of its facts."""

    facts: Facts
    sequence: int
    places: dict[str, list[Place]]


class Following:
    """The facts of an open book's years, kept up with its journal. Any thread may ask."""

    def __init__(self, book: Book) -> None:
        """Nothing is read before it is asked for."""
        self._book = book
        self._kept: dict[int, _Kept] = {}
        self._one_at_a_time = threading.Lock()

    def facts(self, year: int) -> Facts:
        """The facts of a year's latest revision, as `facts.load` gives them; what did not change is the same object.

        Refusal when the book has no such year, or cannot be read.
        """
        with self._one_at_a_time, collector_resting(), self._book.reading() as connection:
            edition = edition_of(connection, year)
            newest = journal.newest(connection)[0]
            kept = self._kept.get(edition.id)
            if kept is None or not 0 <= newest - kept.sequence <= MOST_ENTRIES:
                kept = _loaded(connection, edition)
            elif newest > kept.sequence:
                _follow(connection, edition, kept, newest)
            kept.sequence = newest
            self._kept[edition.id] = kept
            return kept.facts

    def forget(self) -> None:
        """Read everything anew when it is asked for next."""
        with self._one_at_a_time:
            self._kept.clear()


def _loaded(connection: sqlite3.Connection, edition: EditionInfo) -> _Kept:
    found: dict[str, tuple[Any, ...]] = {}
    places: dict[str, list[Place]] = {}
    for field in KINDS:
        found[field], places[field] = _read(connection, edition, field)
    settings = load_settings(connection, edition)
    facts = Facts(settings=settings, state=edition.state, revision=edition.revision, **found)
    return _Kept(facts, 0, places)


def _read(connection: sqlite3.Connection, edition: EditionInfo, field: str) -> tuple[tuple[Any, ...], list[Place]]:
    """The values of one field with their places."""
    table, kind = KINDS[field]
    columns = columns_of(connection, table, edition.id, [*columns_for(kind), "place", "id"])
    ids, places = columns.pop(), columns.pop()
    return values_from(kind, columns), list(zip(places, ids, strict=True))


def _follow(connection: sqlite3.Connection, edition: EditionInfo, kept: _Kept, newest: int) -> None:
    """Bring what is kept up to the entry `newest`."""
    changes: dict[str, list[tuple[Stored | None, Stored | None]]] = {}
    for sequence in range(kept.sequence + 1, newest + 1):
        for change in journal.changes_of(connection, sequence):
            if change.table in _FIELDS or change.table == _SETTING:
                pair = _own(change.before, edition), _own(change.after, edition)
                if any(pair):
                    changes.setdefault(change.table, []).append(pair)
    new: dict[str, Any] = {"state": edition.state, "revision": edition.revision}
    if changes.pop(_SETTING, None):
        new["settings"] = load_settings(connection, edition)
    places = {}
    for table, pairs in changes.items():
        field = _FIELDS[table]
        patched = _patched(field, getattr(kept.facts, field), kept.places[field], pairs)
        new[field], places[field] = patched or _read(connection, edition, field)
    if len(new) > 2 or (edition.state, edition.revision) != (kept.facts.state, kept.facts.revision):
        kept.facts = replace(kept.facts, **new)
        kept.places |= places


def _own(text: str | None, edition: EditionInfo) -> Stored | None:
    """The row that the journal has, where it belongs to the edition."""
    row: Stored | None = None if text is None else json.loads(text)
    return row if row is not None and row["edition_id"] == edition.id else None


def _patched(
    field: str, values: tuple[Any, ...], places: list[Place], pairs: Iterable[tuple[Stored | None, Stored | None]]
) -> tuple[tuple[Any, ...], list[Place]] | None:
    """The values after those changes, in order; None where they do not fit, or are too many."""
    pairs = list(pairs)
    if len(pairs) > MOST_ROWS:
        return None
    table, kind = KINDS[field]
    rows, order = list(values), places.copy()
    for before, after in pairs:
        if before is not None:
            at = bisect_left(order, _place(before))
            if at == len(order) or order[at] != _place(before):
                return None
            if after is not None and _place(after) == order[at]:
                rows[at] = _value(table, kind, after)
                continue
            del rows[at], order[at]
        if after is not None:
            at = bisect_left(order, _place(after))
            rows.insert(at, _value(table, kind, after))
            order.insert(at, _place(after))
    return tuple(rows), order


def _place(row: Stored) -> Place:
    return row["place"], row["id"]


def _value(table: str, kind: type[Any], row: Stored) -> Any:
    readers = shape_of(table).readers
    stored = [(row[name], readers[name]) for name in columns_for(kind)]
    return values_from(kind, [[value if read is None or value is None else read(value)] for value, read in stored])[0]
