"""The journal: every operation with the rows it changed, chained by hashes. Written here, never changed.

Order is the sequence alone; the clock of a PC may be set back.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book

GENESIS = "0" * 64
"""The hash before the first entry."""

canonical = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""Text of a value that is the same whenever the value is the same."""


class Change(NamedTuple):
    """One row before and after, as canonical JSON of what its columns store; None where it did not exist."""

    table: str
    row_id: int
    before: str | None
    after: str | None


class Entry(NamedTuple):
    """One operation of the journal, without its changes."""

    sequence: int
    at: str
    author: str
    action: str
    reason: str | None
    undoes: int | None
    before_hash: str
    hash: str


class RowEvent(NamedTuple):
    """One change as the history shows it: the entry, and the row before and after with what its columns store."""

    entry: Entry
    table: str
    row_id: int
    before: dict[str, str | int | None] | None
    after: dict[str, str | int | None] | None


_ENTRY = "j.sequence, j.at, j.author, j.action, j.reason, j.undoes, j.before_hash, j.hash"


def entry_hash(entry: Entry, changes: Iterable[Change]) -> str:
    """SHA-256 over the hash before, the entry and its changes in order; `entry.hash` itself is not looked at."""
    summary = hashlib.sha256()
    summary.update(canonical([entry.before_hash, *entry[:6]]).encode())
    for change in changes:
        summary.update(b"\n")
        summary.update(canonical(change).encode())
    return summary.hexdigest()


def append(
    connection: sqlite3.Connection,
    changes: Sequence[Change],
    *,
    at: str,
    author: str,
    action: str,
    reason: str | None,
    undoes: int | None,
) -> Entry:
    """Write an entry with its changes at the end of the chain, in the transaction that is open; the entry."""
    sequence, before_hash = newest(connection)
    entry = Entry(sequence + 1, at, author, action, reason, undoes, before_hash, "")
    entry = entry._replace(hash=entry_hash(entry, changes))
    connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entry)
    connection.executemany(
        "INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?)",
        ((entry.sequence, place, *change) for place, change in enumerate(changes, 1)),
    )
    return entry


def newest(connection: sqlite3.Connection) -> tuple[int, str]:
    """Sequence and hash of the last entry; 0 and `GENESIS` in a new book."""
    row = connection.execute("SELECT sequence, hash FROM journal ORDER BY sequence DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, GENESIS)


def head(book: "Book") -> tuple[int, str]:
    """Sequence and hash of the last entry: what a final form carries in its footer."""
    with book.reading() as connection:
        return newest(connection)


def entries(connection: sqlite3.Connection, *, newest_first: bool = False, limit: int = -1) -> Iterator[Entry]:
    """The entries in order of their sequence."""
    order = "DESC" if newest_first else "ASC"
    rows = connection.execute(f"SELECT {_ENTRY} FROM journal AS j ORDER BY j.sequence {order} LIMIT ?", (limit,))
    return map(Entry._make, rows)


def entry_at(connection: sqlite3.Connection, sequence: int) -> Entry | None:
    """The entry with that sequence."""
    row = connection.execute(f"SELECT {_ENTRY} FROM journal AS j WHERE j.sequence = ?", (sequence,)).fetchone()
    return Entry._make(row) if row else None


def entry_that_undid(connection: sqlite3.Connection, sequence: int) -> Entry | None:
    """The entry that undid the one with that sequence."""
    row = connection.execute(f"SELECT {_ENTRY} FROM journal AS j WHERE j.undoes = ?", (sequence,)).fetchone()
    return Entry._make(row) if row else None


def changes_of(connection: sqlite3.Connection, sequence: int) -> list[Change]:
    """The changes of an entry, in order."""
    rows = connection.execute(
        "SELECT table_name, row_id, before, after FROM journal_change WHERE sequence = ? ORDER BY place", (sequence,)
    )
    return list(map(Change._make, rows))


def last_entry_on(connection: sqlite3.Connection, table: str, row_id: int) -> Entry | None:
    """The newest entry that changed a row."""
    row = connection.execute(
        f"SELECT {_ENTRY} FROM journal AS j JOIN journal_change AS c ON c.sequence = j.sequence "
        "WHERE c.table_name = ? AND c.row_id = ? ORDER BY j.sequence DESC LIMIT 1",
        (table, row_id),
    ).fetchone()
    return Entry._make(row) if row else None


def history(
    book: "Book", table: str | None = None, row_id: int | None = None, limit: int = 200, before: int | None = None
) -> list[RowEvent]:
    """What happened, newest first: to one row, to a table or to all; `before` a sequence, to read on from there."""
    wanted = [("c.table_name = ?", table), ("c.row_id = ?", row_id), ("j.sequence < ?", before)]
    given = [(condition, value) for condition, value in wanted if value is not None]
    where = " AND ".join(condition for condition, _ in given) or "true"
    query = (
        f"SELECT {_ENTRY}, c.table_name, c.row_id, c.before, c.after FROM journal AS j "
        f"JOIN journal_change AS c ON c.sequence = j.sequence WHERE {where} "
        "ORDER BY j.sequence DESC, c.place DESC LIMIT ?"
    )
    with book.reading() as connection:
        rows = connection.execute(query, (*(value for _, value in given), limit)).fetchall()
    return [RowEvent(Entry._make(row[:8]), row[8], row[9], _columns(row[10]), _columns(row[11])) for row in rows]


def _columns(text: str | None) -> dict[str, str | int | None] | None:
    return None if text is None else json.loads(text)
