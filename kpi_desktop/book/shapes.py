"""A table as operations and readers need it: its columns, how their values are stored, and its statements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kpi_desktop.book.columns import Kind, Reader, Stored, Writer, reader_of, writer_of
from kpi_desktop.book.tables import TABLES

StoredRow = tuple[Stored, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """The columns of one table in alphabetical order, so that a row's JSON is canonical as it stands.

    `blank` is what a column stores for None, where that is not NULL; `quoted` are the columns as SQL names them.
    """

    name: str
    columns: tuple[str, ...]
    writers: Mapping[str, Writer]
    readers: Mapping[str, Reader | None]
    blank: Mapping[str, Stored]
    in_edition: bool
    quoted: str
    insert: str
    select: str
    delete: str

    def stored(self, values: Mapping[str, Any]) -> dict[str, Stored]:
        """What columns store for `values`. KeyError on a column that is not there, TypeError on a wrong type."""
        return {
            name: self.blank.get(name) if value is None else self.writers[name](value) for name, value in values.items()
        }

    def update(self, columns: Iterable[str]) -> str:
        """The statement that sets `columns` of one row."""
        assignments = ", ".join(f'"{name}" = ?' for name in columns)
        return f'UPDATE "{self.name}" SET {assignments} WHERE id = ?'


@cache
def shape_of(table: str) -> Shape:
    """The shape of the table of that name. KeyError when a book has none."""
    found = TABLES[table]
    columns = tuple(sorted(column.name for column in found.columns))
    quoted = ", ".join(f'"{name}"' for name in columns)
    return Shape(
        name=table,
        columns=columns,
        writers={column.name: writer_of(column.kind) for column in found.columns},
        readers={column.name: reader_of(column.kind) for column in found.columns},
        blank={column.name: "" for column in found.columns if column.kind is Kind.CODES},
        in_edition="edition_id" in columns,
        quoted=quoted,
        insert=f'INSERT INTO "{table}" ({quoted}) VALUES ({", ".join("?" * len(columns))})',
        select=f'SELECT {quoted} FROM "{table}" WHERE id = ?',
        delete=f'DELETE FROM "{table}" WHERE id = ?',
    )
