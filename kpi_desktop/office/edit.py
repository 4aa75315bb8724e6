"""Changing a few rows of one year: the rows of its tables found by what they say, written through one operation."""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, edition_of
from kpi_desktop.book.facts import load_edition
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.reading import rows
from kpi_desktop.book.refusal import Refusal

Row = dict[str, Any]


@dataclass(frozen=True)
class YearRows:
    """The rows of one edition, by what they say; each table is read once, until it is written to."""

    connection: sqlite3.Connection
    edition: EditionInfo
    known: dict[str, list[Row]] = field(default_factory=dict, init=False, repr=False)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table with their ids, in the order of their sheet."""
        if table not in self.known:
            self.known[table] = rows(self.connection, table, self.edition.id)
        return self.known[table]

    def find(self, table: str, **wanted: Any) -> Row | None:
        """The first row that has these values; None without one."""
        return next((row for row in self.rows(table) if all(row[name] == is_ for name, is_ in wanted.items())), None)

    def facts(self) -> Facts:
        """The facts of the year as an operation has left them so far."""
        return load_edition(self.connection, self.edition)

    def task(self, code: str) -> Row:
        """A task's row. Refusal when the year has no such task."""
        found = self.find("task", code=code)
        if found is None:
            raise Refusal(f"{self.edition.year} 年没有任务“{code}”。", "请核对任务编码。")
        return found

    def department(self, code: str) -> Row:
        """A department's row. Refusal when the year has no such department."""
        found = self.find("department", code=code)
        if found is None:
            raise Refusal(f"{self.edition.year} 年没有部门“{code}”。", "请核对部门编码。")
        return found


@dataclass(frozen=True)
class YearEdit(YearRows):
    """The latest edition of a year, open for writing."""

    operation: Operation

    @property
    def changes(self) -> Changes:
        """What was changed, once the operation is over."""
        return self.operation.changes

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Add a row at the end of its sheet; its id."""
        self.known.pop(table, None)
        return self.operation.insert(table, {"edition_id": self.edition.id, **values})

    def update(self, table: str, row: Row, **values: Any) -> None:
        """Set columns of a row that `rows` or `find` gave."""
        self.known.pop(table, None)
        self.operation.update(table, row["id"], values)

    def delete(self, table: str, row: Row) -> None:
        """Remove a row that `rows` or `find` gave."""
        self.known.pop(table, None)
        self.operation.delete(table, row["id"])


@contextlib.contextmanager
def looking(book: Book, year: int) -> Iterator[YearRows]:
    """The rows of the latest edition of `year`, to read only. Refusal when the book has no such year."""
    with book.reading() as connection:
        yield YearRows(connection, edition_of(connection, year))


@contextlib.contextmanager
def editing(book: Book, year: int, action: str, reason: str | None = None) -> Iterator[YearEdit]:
    """An operation on the latest edition of `year`; `edit.changes` tells afterwards what came of it.

    Refusal when the book has no such year, or when it is 定稿.
    """
    with book.operation(action, reason) as operation:
        edition = edition_of(operation.connection, year)
        if edition.state == "final":
            raise Refusal(f"{year} 年已定稿，内容不能再改。", "确需更正时请在“年度进程”写明原因，另开一次修订。")
        yield YearEdit(operation.connection, edition, operation)


def said(text: str | None, what: str) -> str:
    """A text that must not be blank, without blanks around it. Refusal naming `what` is missing."""
    told = (text or "").strip()
    if not told:
        raise Refusal(f"没有填写{what}。", f"请填写{what}后再保存。")
    return told


def maybe(text: str | None) -> str | None:
    """A text that may be blank: None then."""
    return (text or "").strip() or None


def exact(value: Exact | None, what: str, low: int, high: int | None = None) -> Exact | None:
    """A figure within its bounds. TypeError on a float; Refusal outside them."""
    if value is None:
        return None
    if not isinstance(value, int | Decimal | Fraction) or isinstance(value, bool):
        raise TypeError(f"{what} must be exact, not {type(value).__name__}")
    if value < low or (high is not None and value > high):
        bounds = f"应在 {low} 与 {high} 之间" if high is not None else f"不能小于 {low}"
        raise Refusal(f"{what}{bounds}。", "请改正后再保存。")
    return value


def within_decimals(value: Exact, decimals: int, what: str) -> Exact:
    """A figure with no more decimals than the year's scores have. Refusal otherwise."""
    if (Fraction(value) * 10**decimals).denominator != 1:
        raise Refusal(f"{what}的小数位多于本年度的 {decimals} 位。", "请改正后再保存。")
    return value
