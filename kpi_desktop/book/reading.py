"""Rows of the book as values: straight from the driver, a column at a time.

Reading is most of the work of showing a year, so no object is made on the way: a column is decoded by one `map`, and
the values of a frozen class are filled in slot by slot.
"""

import contextlib
import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import repeat
from typing import Any, TypeVar

from kpi_desktop.book.book import Book
from kpi_desktop.book.columns import Stored, exact_value
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.shapes import Shape, shape_of
from kpi_desktop.book.titles import TITLES

Value = TypeVar("Value")


@contextlib.contextmanager
def connected(source: Book | sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """The connection itself, or one to a book for as long as the block lasts."""
    if isinstance(source, Book):
        with source.reading() as connection:
            yield connection
    else:
        yield source


def columns_of(connection: sqlite3.Connection, table: str, edition_id: int, names: Sequence[str]) -> list[list[Any]]:
    """The decoded columns `names` of an edition's rows, in the order of their sheet (place, then id).

    Refusal when a value is not one that an operation stores.
    """
    shape = shape_of(table)
    quoted = ", ".join(f'"{name}"' for name in names)
    query = f'SELECT {quoted} FROM "{table}" WHERE edition_id = ? ORDER BY place, id'
    rows = connection.execute(query, (edition_id,)).fetchall()
    if not rows:
        return [[] for _ in names]
    columns = zip(*rows, strict=True)
    return [_decoded(list(column), shape, name) for name, column in zip(names, columns, strict=True)]


def values_of(kind: type[Value], columns: Sequence[Sequence[Any]]) -> tuple[Value, ...]:
    """One `kind`, a frozen dataclass with slots, for each row of `columns`, which are in the order of its fields."""
    made: list[Value] = list(map(object.__new__, repeat(kind, len(columns[0]))))
    for slot, column in zip(kind.__slots__, columns, strict=True):  # type: ignore[attr-defined]
        deque(map(getattr(kind, slot).__set__, made, column), maxlen=0)
    return tuple(made)


def rows(connection: sqlite3.Connection, table: str, edition_id: int) -> list[dict[str, Any]]:
    """The rows of an edition with all their columns (`id` too) as values, in the order of their sheet."""
    shape = shape_of(table)
    columns = columns_of(connection, shape.name, edition_id, shape.columns)
    return [dict(zip(shape.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def matching(connection: sqlite3.Connection, table: str, edition_id: int, **wanted: Stored) -> list[dict[str, Any]]:
    """The rows of an edition whose columns hold exactly `wanted`, as `rows` gives them, without reading the others."""
    shape = shape_of(table)
    conditions = "".join(f' AND "{name}" IS ?' for name in wanted)
    query = f'SELECT {shape.quoted} FROM "{table}" WHERE edition_id = ?{conditions} ORDER BY place, id'
    found = connection.execute(query, (edition_id, *wanted.values())).fetchall()
    columns = [
        _decoded(list(column), shape, name)
        for name, column in zip(shape.columns, zip(*found, strict=True), strict=False)
    ]
    return [dict(zip(shape.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _decoded(column: list[Any], shape: Shape, name: str) -> list[Any]:
    """Refusal on what no operation has stored: somebody else wrote it, or the disk did."""
    read = shape.readers[name]
    if read is None:
        return column
    if read is exact_value:
        with contextlib.suppress(TypeError, InvalidOperation):  # a blank, a ratio: the slow way below
            return list(map(Decimal, column))
    try:
        return [None if stored is None else read(stored) for stored in column]
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:
        raise unreadable(shape.name, name) from error


def unreadable(table: str, what: str) -> Refusal:
    """The refusal of rows whose values cannot be read."""
    return Refusal(f"“{TITLES[table]}”中有读不出的内容（{what}），台账可能已损坏。", "请用“校验”查明，并从备份恢复。")
