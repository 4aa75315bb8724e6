"""Cells of a form's worksheet: real numbers with their format, texts that stay texts, the looks of each kind of row."""

import re
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from kpi_desktop.reports import fonts
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import writable

Page = Any
"""A worksheet; the published types of openpyxl know only half of one."""
Looks = dict[tuple[Any, ...], Any]
"""Styles of a workbook's cells by what they were made from."""
LONGEST_TEXT = 32_767
LETTERHEAD_SIZE, TITLE_SIZE, BODY_SIZE, TABLE_SIZE, NOTE_SIZE = 26.0, 18.0, 12.0, 10.5, 9.0
_FORMULA_SIGNS, _WHITE_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠"), ("\t", "\r")
"""With what, also after spaces, a formula begins that somebody types (Chinese Excel takes wide signs for it)."""
_FIGURE = re.compile(r"[+−-]?[\d,]*\d(?:\.(\d+))?(%?)")
_HAIR = Side(style="thin", color="808080")
_BOX = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
_SHADES = {blocks.GROUP: PatternFill("solid", fgColor="F7F7F7"), blocks.SUM: PatternFill("solid", fgColor="F0F0F0")}
_HEAD_SHADE = PatternFill("solid", fgColor="EBEBEB")
_DAY, _DAY_OF_YEAR = 'm"月"d"日"', 'yyyy"年"m"月"d"日"'


def put(page: Page, row: int, column: int, value: str | Decimal | date | None) -> Any:
    """Write into a cell: a number or a day as what it is, a text as a text whatever it begins with; the cell."""
    cell = page.cell(row, column)
    if isinstance(value, Decimal | date):
        cell.value = value
    elif value:
        cell.value = writable(value)[:LONGEST_TEXT]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(_WHITE_SIGNS) or value.lstrip().startswith(_FORMULA_SIGNS)
    return cell


def emphasise(cell: Any, count: int) -> None:
    """Set so many of the first signs of a text in bold; it stays the text that it is."""
    text, look = str(cell.value), cell.font
    parts = ((text[:count], font("body", look.sz, strong=True)), (text[count:], look))
    cell.value = CellRichText(
        *(TextBlock(InlineFont(rFont=each.name, sz=each.sz, b=each.b), part) for part, each in parts if part)
    )
    cell.data_type = "s"


def number_format(cell: blocks.Cell) -> str:
    """Excel's format of a figure or a day: its own, else the one its printed text shows."""
    if cell.day:
        return _DAY_OF_YEAR if "年" in cell.text else _DAY
    if cell.format:
        return cell.format
    shown = _FIGURE.fullmatch(cell.text.strip())
    if shown is None:
        return "General"
    whole = "#,##0" if "," in cell.text else "0"
    return whole + (f".{'0' * len(shown[1])}" if shown[1] else "") + shown[2]


def normal() -> Font:
    """The font of the style Normal: its figures are what column widths are counted in, three of its spaces an indent.

    Not 宋体, whose figures are as wide but whose spaces are twice as wide, and which is replaced where it is missing.
    """
    return Font(name="Times New Roman", size=TABLE_SIZE)


def font(role: str, size: float, strong: bool = False, color: str | None = None) -> Font:
    """The font of a role of the forms at `size` points."""
    return Font(name=fonts.ROLES[role].wanted, size=size, bold=strong, color=color)


def boxed(
    cell: Any, shown: blocks.Cell, kind: str, align: str, size: float, whole: bool = True, looks: Looks | None = None
) -> None:
    """Give a cell of a table its look; `whole`: it stands in one row, else its text begins at the top of the first.

    `looks`: those that the workbook knows already; to look each up anew takes most of the time of a large one.
    """
    strong = shown.bold or kind in (blocks.GROUP, blocks.SUM)
    wrapped = shown.number is None and shown.day is None
    key = (strong, wrapped, kind, align, size, whole, *(cell._style or ()))
    known = None if looks is None else looks.get(key)
    if known is not None:
        cell._style = copy(known)
        return
    cell.font = font("heading" if strong else "table", size)
    at = "center" if whole else "top"
    cell.alignment = Alignment(horizontal=align, vertical=at, wrap_text=wrapped, indent=int(align == blocks.LEFT))
    cell.border = _BOX
    if kind in _SHADES:
        cell.fill = _SHADES[kind]
    if looks is not None:
        looks[key] = copy(cell._style)


def headed(cell: Any, size: float) -> None:
    """Give a cell of a table's head its look."""
    cell.font = font("heading", size)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.border, cell.fill = _BOX, _HEAD_SHADE


def link(page: Page, row: int, name: str) -> None:
    """Let the text of a row lead to another worksheet."""
    cell = page.cell(row, 1)
    quoted = name.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1")


def column_units(width: float) -> float:
    """Millimetres as the width of a column in the file: in figures of seven pixels, the margins of cells among them."""
    return round(width / 25.4 * 96 / 7, 2)
