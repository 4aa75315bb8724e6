"""Reading a workbook's cells: sheets, rows and merged ranges as they stand, nothing judged."""

import re
from collections.abc import Callable, Collection
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.cells import Cell
from kpi_desktop.exchange.formats import Look, day_of
from kpi_desktop.exchange.package import SAVE_AS, Package, open_package
from kpi_desktop.exchange.parts import Contents, contents, unescaped

MOST_ROWS = 200_000
MOST_CELLS = 3_000_000
LARGEST_EXPONENT = 308
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_NOT_COMPUTED = "公式没有算出的值"
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


class Merged(NamedTuple):
    """A merged range: first and last row and column, counted from 1."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


class RawRow(NamedTuple):
    """A row that holds something: its number, its cells by column."""

    number: int
    cells: dict[int, Cell]


class RawSheet(NamedTuple):
    """A sheet as it stands."""

    title: str
    rows: list[RawRow]
    merged: list[Merged]


class RawBook(NamedTuple):
    """The sheets that were asked for, and the titles of all others."""

    sheets: tuple[RawSheet, ...]
    others: tuple[str, ...]


def read_workbook(path: Path, wanted: Callable[[str], bool]) -> RawBook:
    """The cells of the sheets whose titles are `wanted`. Refusal where the file cannot be read as a workbook."""
    with open_package(path) as package:
        shared = contents(package)
        if shared is None:
            raise Refusal(f"“{path.name}”不是 .xlsx 工作簿。", SAVE_AS)
        budget = _Budget(path.name)
        sheets = tuple(
            _read_sheet(package, part, title, shared, budget) for title, part in shared.sheets if wanted(title)
        )
        return RawBook(sheets, tuple(title for title, _ in shared.sheets if not wanted(title)))


def column_letter(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(text: str) -> tuple[int, int]:
    """Row and column of `B7`. ValueError on what is no address in a sheet."""
    found = _ADDRESS.fullmatch(text)
    if not found:
        raise ValueError(f"no address: {text}")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    if row > LAST_ROW or column > LAST_COLUMN:
        raise ValueError(f"no address: {text}")
    return row, column


def _read_sheet(package: Package, part: str, title: str, shared: Contents, budget: "_Budget") -> RawSheet:
    listener = _SheetListener(shared, budget)
    package.parse(part, listener)
    return RawSheet(title, listener.rows, listener.merged)


class _Budget:
    """How many rows and cells a workbook may hold."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells = 0

    def spend(self, row: int, cells: Collection[object]) -> None:
        """Count one row. Refusal beyond all measure."""
        self.cells += len(cells)
        if row > MOST_ROWS or self.cells > MOST_CELLS:
            raise Refusal(f"“{self.name}”里的数据太多。", f"每张表不要超过 {MOST_ROWS} 行。")


class _SheetListener:
    """Hears a sheet. Cells without content, however formatted, leave no trace."""

    def __init__(self, shared: Contents, budget: _Budget) -> None:
        self.rows: list[RawRow] = []
        self.merged: list[Merged] = []
        self._shared = shared
        self._budget = budget
        self._row = self._column = 0
        self._cells: dict[int, Cell] = {}
        self._kind = "n"
        self._style = 0
        self._pieces: list[str] = []
        self._inside = False
        self._phonetic = False
        self._formula = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or (tag == "t" and not self._phonetic):
            self._inside = True
        elif tag == "f":
            self._formula = True
        elif tag == "row":
            self._row = int(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
            self._cells = {}
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "mergeCell":
            self.merged.append(_merged(attributes["ref"]))

    def text(self, data: str) -> None:
        if self._inside:
            self._pieces.append(data)

    def end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._inside = False
        elif tag == "c":
            self._end_cell()
        elif tag == "row":
            if self._cells:
                self._budget.spend(len(self.rows), self._cells)
                self.rows.append(RawRow(self._row, self._cells))
        elif tag == "rPh":
            self._phonetic = False

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            row, self._column = address(attributes["r"])
            if row != self._row:
                raise ValueError("a cell in another row's place")
        else:
            self._column += 1
        self._kind = attributes.get("t", "n")
        self._style = int(attributes.get("s", 0))
        self._pieces = []
        self._formula = self._phonetic = False

    def _end_cell(self) -> None:
        text = "".join(self._pieces)
        if text:
            cell = self._cell(text)
            if not cell.is_blank:
                self._cells[self._column] = cell
        elif self._formula and self._kind != "str":
            self._cells[self._column] = Cell(trouble=_NOT_COMPUTED)

    def _cell(self, text: str) -> Cell:
        match self._kind:
            case "n":
                return self._number(text)
            case "s":
                return Cell(self._shared.texts[int(text)])
            case "b":
                return Cell(text.strip() in ("1", "true"))
            case "e":
                return Cell(trouble=f"公式出错({text})")
            case "d":
                return Cell(date.fromisoformat(text[:10]))
            case _:
                return Cell(unescaped(text))

    def _number(self, text: str) -> Cell:
        value = exact(text)
        looks = self._shared.looks
        seen = looks[self._style] if self._style < len(looks) else Look.NUMBER
        if seen is Look.NUMBER:
            return Cell(value)
        if seen is Look.PERCENTAGE:
            return Cell(value, percent=True)
        if seen is Look.TIME and value < 1:
            return Cell(trouble="是一个时刻")
        try:
            return Cell(day_of(value, self._shared.since_1904))
        except (OverflowError, ValueError):
            return Cell(trouble=f"是日历以外的日期({text})")


def exact(text: str) -> Decimal:
    """The figure that a person sees behind a stored number: at most 15 digits, as Excel keeps them.

    ValueError or InvalidOperation on what is no figure.
    """
    text = text.strip()
    value = Decimal(text if len(text) <= 15 or text.lstrip("-").isdigit() else f"{float(text):.15g}")
    if not value.is_finite() or abs(value.adjusted()) > LARGEST_EXPONENT:
        raise ValueError(f"no figure: {text}")
    return value


def _merged(text: str) -> Merged:
    first, _, last = text.partition(":")
    (top, left), (bottom, right) = address(first), address(last or first)
    return Merged(text, top, left, bottom, right)
