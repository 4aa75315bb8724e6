"""One operation: rows written and written down, in one transaction. Nothing writes to a table around it."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kpi_desktop.book.columns import Stored
from kpi_desktop.book.journal import Change, canonical
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.shapes import Shape, StoredRow, shape_of

LARGEST_ATTACHMENT = 100 * 2**20
"""Bytes of one attached file; SQLite itself ends at 1 GB."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an operation changed; falsy when nothing did, `sequence` is 0 then.

    `tables` are names of tables, `editions` the editions whose rows changed, `rows` the number of changes written down.
    """

    sequence: int
    action: str
    tables: frozenset[str] = frozenset()
    editions: frozenset[int] = frozenset()
    rows: int = 0

    def __bool__(self) -> bool:
        return self.rows > 0


class Operation:
    """An open operation; made by `Book.operation`. `connection` reads what it has written so far."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Over a connection whose writing transaction is open."""
        self.connection = connection
        self.written: list[Change] = []
        self.editions: set[int] = set()
        self._changes: Changes | None = None
        self._next: dict[object, int] = {}

    @property
    def changes(self) -> Changes:
        """What was changed. RuntimeError while the operation is open."""
        if self._changes is None:
            raise RuntimeError("the operation is not finished")
        return self._changes

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Add a row; its id. `place` defaults to the end of its sheet. TypeError on a value of a wrong type."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: str, rows: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add rows in order; their ids."""
        shape = shape_of(table)
        complete = [self._completed(shape, row) for row in rows]
        self.put_rows(shape, complete)
        at = shape.columns.index("id")
        return [row[at] for row in complete]  # type: ignore[misc]  # an id is a whole number

    def update(self, table: str, row_id: int, values: Mapping[str, Any]) -> bool:
        """Set columns of a row; whether anything changed. KeyError when there is no such row."""
        if "id" in values:
            raise ValueError("the id of a row never changes")
        shape = shape_of(table)
        return self.put(shape, row_id, shape.stored(values))

    def delete(self, table: str, row_id: int) -> None:
        """Remove a row. KeyError when there is none."""
        shape = shape_of(table)
        before = self.row(shape, row_id)
        self.connection.execute(shape.delete, (row_id,))
        self._note(shape, row_id, before, None)

    def copy_rows(self, table: str, edition_id: int, to: int) -> None:
        """Write every row of an edition again into another, in order and with ids of its own."""
        shape = shape_of(table)
        query = f'SELECT {shape.quoted} FROM "{shape.name}" WHERE edition_id = ? ORDER BY place, id'
        copies = []
        for found in self.connection.execute(query, (edition_id,)).fetchall():
            row = dict(zip(shape.columns, found, strict=True)) | {"id": self._next_id(shape), "edition_id": to}
            copies.append(tuple(row[name] for name in shape.columns))
        self.put_rows(shape, copies)

    def attach(self, content: bytes) -> str:
        """Keep the bytes of a file; their SHA-256, for the `digest` of a row of 佐证. Refusal when it is too large.

        Files are kept once each and are never changed or removed, so the journal has no part in them.
        """
        if len(content) > LARGEST_ATTACHMENT:
            raise Refusal("附件超过 100 MB。", "请压缩或拆分后再存。")
        digest = hashlib.sha256(content).hexdigest()
        if not self.connection.execute("SELECT 1 FROM attachment WHERE digest = ?", (digest,)).fetchone():
            self.connection.execute("INSERT INTO attachment VALUES (?, ?)", (digest, content))
        return digest

    def row(self, shape: Shape, row_id: int) -> dict[str, Stored]:
        """What the columns of a row store now. KeyError when there is no such row."""
        found = self.connection.execute(shape.select, (row_id,)).fetchone()
        if found is None:
            raise KeyError(f"{shape.name} has no row {row_id}")
        return dict(zip(shape.columns, found, strict=True))

    def put(self, shape: Shape, row_id: int, stored: Mapping[str, Stored]) -> bool:
        """Set columns of a row to what they shall store, and write down what is different; whether anything was."""
        before = self.row(shape, row_id)
        changed = {name: value for name, value in stored.items() if before[name] != value}
        if changed:
            self.connection.execute(shape.update(changed), (*changed.values(), row_id))
            self._note(shape, row_id, before, before | changed)
        return bool(changed)

    def put_rows(self, shape: Shape, rows: Iterable[StoredRow]) -> None:
        """Insert rows as they are stored, ids included, and write them down."""
        rows = list(rows)
        self.connection.executemany(shape.insert, rows)
        at = shape.columns.index("id")
        edition = shape.columns.index("edition_id") if shape.in_edition else at
        for row in rows:
            after = canonical(dict(zip(shape.columns, row, strict=True)))
            self.written.append(Change(shape.name, row[at], None, after))  # type: ignore[arg-type]  # a whole number
        self.editions.update(row[edition] for row in rows)  # type: ignore[misc]

    def finish(self, changes: Changes) -> None:
        """Say what came of it; for `Book.operation`, once the transaction is over."""
        self._changes = changes

    def _completed(self, shape: Shape, values: Mapping[str, Any]) -> StoredRow:
        """A whole stored row: blanks for what is not given, a new id, the next place."""
        row = dict(shape.blank) | shape.stored(values)
        if row.get("id") is None:
            row["id"] = self._next_id(shape)
        if shape.in_edition and row.get("place") is None:
            row["place"] = self._next_place(shape, row["edition_id"])
        return tuple(map(row.get, shape.columns))

    def _next_id(self, shape: Shape) -> int:
        """An id that no row of the table has ever had: the history of a row is never another's."""
        if shape.name not in self._next:
            (used,) = self.connection.execute(
                f'SELECT max(coalesce((SELECT max(id) FROM "{shape.name}"), 0), '
                "coalesce((SELECT max(row_id) FROM journal_change WHERE table_name = ?), 0), ?)",
                (shape.name, max((change.row_id for change in self.written if change.table == shape.name), default=0)),
            ).fetchone()
            self._next[shape.name] = used
        self._next[shape.name] += 1
        return self._next[shape.name]

    def _next_place(self, shape: Shape, edition_id: Stored) -> int:
        sheet = (shape.name, edition_id)
        if sheet not in self._next:
            (last,) = self.connection.execute(
                f'SELECT coalesce(max(place), 0) FROM "{shape.name}" WHERE edition_id = ?', (edition_id,)
            ).fetchone()
            self._next[sheet] = last
        self._next[sheet] += 1
        return self._next[sheet]

    def _note(self, shape: Shape, row_id: int, before: dict[str, Stored], after: dict[str, Stored] | None) -> None:
        text = None if after is None else canonical(after)
        self.written.append(Change(shape.name, row_id, canonical(before), text))
        column = "edition_id" if shape.in_edition else "id"
        self.editions.update(row[column] for row in (before, after) if row)  # type: ignore[misc]
