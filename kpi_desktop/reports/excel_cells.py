"""Cells of a form's worksheet: real numbers with their format, texts that stay texts, the looks of each kind of row."""

import re
from decimal import Decimal
from math import ceil
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from kpi_desktop.reports import fonts
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import writable
from kpi_desktop.reports.paper import text_width

Page = Any
"""A worksheet; the published types of openpyxl know only half of one."""
LONGEST_TEXT = 32_767
TITLE_SIZE, TABLE_SIZE, NOTE_SIZE = 18.0, 10.5, 9.0
ALERT = "B3261E"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_FIGURE = re.compile(r"[+−-]?[\d,]*\d(?:\.(\d+))?(%?)")
_HAIR = Side(style="thin", color="808080")
_BOX = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_SHADES = {blocks.GROUP: PatternFill("solid", fgColor="F7F7F7"), blocks.SUM: PatternFill("solid", fgColor="F0F0F0")}
_HEAD_SHADE = PatternFill("solid", fgColor="EBEBEB")
_LINE, _ROOM = 1.35, 5.0
"""Height of a line in its type's points, and points around the text of a row."""


def put(page: Page, row: int, column: int, value: str | Decimal | None) -> Any:
    """Write into a cell: a number as a number, a text as a text whatever it begins with; the cell."""
    cell = page.cell(row, column)
    if isinstance(value, Decimal):
        cell.value = value
    elif value:
        cell.value = writable(value)[:LONGEST_TEXT]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_FORMULA_SIGNS)
    return cell


def number_format(cell: blocks.Cell) -> str:
    """Excel's format of a figure: its own, else the one its printed text shows."""
    if cell.format:
        return cell.format
    shown = _FIGURE.fullmatch(cell.text.strip())
    if shown is None:
        return "General"
    whole = "#,##0" if "," in cell.text else "0"
    return whole + (f".{'0' * len(shown[1])}" if shown[1] else "") + shown[2]


def font(role: str, size: float, strong: bool = False, color: str | None = None) -> Font:
    """The font of a role of the forms at `size` points."""
    return Font(name=fonts.ROLES[role].wanted, size=size, bold=strong, color=color)


def boxed(cell: Any, shown: blocks.Cell, kind: str, align: str, size: float) -> None:
    """Give a cell of a table its look."""
    strong = shown.bold or kind in (blocks.GROUP, blocks.SUM)
    cell.font = font("heading" if strong else "table", size)
    inset = 1 if align == "left" and kind == blocks.ITEM else 0
    cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True, indent=inset)
    cell.border = _BOX
    if kind in _SHADES:
        cell.fill = _SHADES[kind]


def headed(cell: Any, size: float) -> None:
    """Give a cell of a table's head its look."""
    cell.font = font("heading", size)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border, cell.fill = _BOX, _HEAD_SHADE


def height(text: str, width: float, size: float) -> float:
    """Points that `text` needs in a cell of so many millimetres, estimated from above."""
    room = max(width - 3.0, 5.0)
    lines = sum(max(ceil(text_width(part, size) / room), 1) for part in text.split("\n"))
    return lines * size * _LINE + _ROOM


def column_units(width: float) -> float:
    """Millimetres as Excel's column width, counted in figures of its type."""
    return round((width / 25.4 * 96 - 5) / 7, 2)
