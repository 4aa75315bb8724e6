"""填报表: one workbook a department, holding only what that department reports. The words in which forms are written.

What a cell holds and how it reads back is said by the columns of the exchange workbook; a form only chooses among them
and turns months into columns.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from kpi_desktop.assessment import names
from kpi_desktop.exchange.cells import shown
from kpi_desktop.exchange.columns import field as column_field
from kpi_desktop.exchange.fields import Field
from kpi_desktop.exchange.writing import Content

VERSION = "1"
"""Of the layout of a form; a form of another version is refused by name."""
INFO_MARK, PART_MARK = "考核填报表", "#填报:"
"""What stands in the first cell of the hidden sheet, and of each sheet to fill in."""
INFO_TITLE, COVER_TITLE = "填报信息", "填报说明"
CELL = "格"
"""The hidden sheet's rows that say what a cell held when the form went out."""
PARTS: Mapping[str, str] = {"actual": "实绩", "progress": "任务进展", "self_score": "自评"}
"""What can be asked for, by table, and the title of its sheet."""
OPEN_STATES = ("not_started", "in_progress", "submitted")
"""Tasks in other states report no progress."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What forms shall ask for: months up to `until`, `parts` by table, the 口径 of the values, the day of return."""

    until: int = 12
    parts: tuple[str, ...] = tuple(PARTS)
    basis: str = "preliminary"
    due: date | None = None


class Fill(NamedTuple):
    """A cell of a form: what it holds now; `locked` where it is only shown."""

    value: Any = None
    locked: bool = False


class FillColumn(NamedTuple):
    """A column to fill in. `id` is what it is stored as, for a month with `@` and its number; `header` as shown."""

    id: str
    header: str
    field: Field
    width: int


class ToldColumn(NamedTuple):
    """A column that tells what the row is about."""

    header: str
    width: int


@dataclass(frozen=True, slots=True)
class FormLine:
    """A row: its `code` (hidden), what is told, and the cells to fill in, in the order of their columns."""

    code: str
    told: tuple[Content | None, ...]
    fills: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet to fill in. `note` says how, above its header."""

    table: str
    note: str
    told: tuple[ToldColumn, ...]
    columns: tuple[FillColumn, ...]
    lines: tuple[FormLine, ...]

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return PARTS[self.table]


@dataclass(frozen=True, slots=True)
class FormInfo:
    """Who a form is for and which state of which book it was made from.

    `book` is the hash of the first entry of its journal, `sequence` and `hash` are those of the last one then.
    """

    version: str
    book: str
    sequence: int
    hash: str
    year: int
    department: str
    name: str
    until: int
    basis: str
    issued: str


class Slot(NamedTuple):
    """Which cell of a form: its table, the code of its row, the id of its column."""

    table: str
    code: str
    column: str


class Sent(NamedTuple):
    """What a cell held when the form went out, and whether it was only shown."""

    text: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form."""

    info: FormInfo
    unit: str
    due: date | None
    parts: tuple[Part, ...] = field(default=())

    @property
    def sent(self) -> dict[Slot, Sent]:
        """What every cell holds, by which it is told later whether it was filled in."""
        return {
            Slot(part.table, line.code, column.id): Sent(shown(column.field, fill.value), fill.locked)
            for part in self.parts
            for line in part.lines
            for column, fill in zip(part.columns, line.fills, strict=True)
        }


def field_of(table: str, column: str) -> Field:
    """How the cells of a form's column are read. KeyError where there is no such column."""
    return column_field(table, column.partition("@")[0])


def month_of(column: str) -> int | None:
    """The month that a form's column is about."""
    month = column.partition("@")[2]
    return int(month) if month else None


def header_of(table: str, column: str) -> str:
    """What a form's column is called: `3 月`, `6 月分析`, `完成比例`."""
    month, header = month_of(column), field_of(table, column).header
    if month is None:
        return header
    return f"{month} 月" if column.startswith("value@") else f"{month} 月{header}"


def basis_name(basis: str) -> str:
    """快报 or 核定."""
    return names.BASES[basis]
