"""Cells of a workbook that read back as exactly the value they were made from, and do nothing but stand there."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange import cells
from kpi_desktop.exchange.fields import Field, Kind

LONGEST_TEXT = 32_767
"""Signs in one cell of a workbook; what is longer would be cut off."""
MOST_DIGITS = 15
"""Digits of a number that a spreadsheet keeps; what is longer goes out as text."""
FIRST_SURE_DAY = date(1900, 3, 1)
"""Spreadsheets do not agree on earlier days: to some 1900 is a leap year."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_AS_TEXT = "@"
Page = Any
"""A write-only worksheet; the published types of openpyxl know only half of one."""
_HEADER_FONT = Font(bold=True)
_HEADER_FILL = PatternFill("solid", fgColor="DDE6F0")
_REQUIRED_FILL = PatternFill("solid", fgColor="F6E3C5")
_HEADER_ALIGNMENT = Alignment(horizontal="center", vertical="center", wrap_text=True)


class Content(NamedTuple):
    """What goes into a cell: text, a number or a date, and the number format where it is not the general one."""

    value: str | int | Decimal | date
    format: str | None = None


def cell(page: Page, content: Content | None) -> Cell | None:
    """A cell that holds `content`; None for a blank. Text stays text, whatever it begins with."""
    if content is None:
        return None
    made = WriteOnlyCell(page, None)
    made.value = content.value
    if isinstance(content.value, str):
        made.data_type = "s"
        if content.value.startswith(_FORMULA_SIGNS):
            made.quotePrefix = True
    if content.format:
        made.number_format = content.format
    return made


def header_cell(page: Page, column: Field) -> Cell:
    """The header of `column`; of another colour where the column must be filled in."""
    made = WriteOnlyCell(page, column.header)
    made.font, made.alignment = _HEADER_FONT, _HEADER_ALIGNMENT
    made.fill = _REQUIRED_FILL if column.required else _HEADER_FILL
    return made


def content_of(column: Field, value: Any) -> Content | None:
    """What a cell of `column` holds for `value`, so that `cells.read` gives `value` again; None for a blank.

    Refusal on a text that no cell can hold.
    """
    if value is None or value == "" or value == ():
        return None
    match column.kind:
        case Kind.NUMBER | Kind.INTEGER:
            return _number(value, None)
        case Kind.SHARE if value > 1 and not column.in_unit:
            return Content(cells.shown(column, value), _AS_TEXT)  # a bare number above 1 would be asked about
        case Kind.SHARE:
            return _number(value, _percent_format(Fraction(value)))
        case Kind.DATE if value >= FIRST_SURE_DAY:
            return Content(value, "yyyy-mm-dd")
        case Kind.CODE | Kind.CODES:
            return Content(_writable(column, cells.shown(column, value)), _AS_TEXT)
        case _:
            return Content(_writable(column, cells.shown(column, value)))


def as_share(column: Field) -> Field:
    """A column of figures written as percentages."""
    return replace(column, kind=Kind.SHARE)


def _number(value: Exact, percent: str | None) -> Content:
    exact = Fraction(value)
    text = reading.plain(exact)
    digits = text.lstrip("-").replace(".", "").strip("0")
    if "/" in text:
        return Content(text, _AS_TEXT)
    if len(digits) > MOST_DIGITS:
        return Content(reading.percent(exact) if percent else text, _AS_TEXT)
    return Content(Decimal(text), percent)


def _percent_format(value: Fraction) -> str:
    """The percentage format that shows all decimals of `value`."""
    _, _, decimals = reading.plain(value * 100).partition(".")
    return f"0.{'0' * len(decimals)}%" if decimals else "0%"


def _writable(column: Field, text: str) -> str:
    """`text` escaped. Refusal where it is longer than a cell of a workbook."""
    if len(text) > LONGEST_TEXT:
        raise Refusal(
            f"“{column.header}”里有一段文字超过 {LONGEST_TEXT} 个字，Excel 的一格放不下：“{text[:20]}…”。",
            "请缩短后再导出。",
        )
    return escaped(text)


def escaped(text: str) -> str:
    """`text` with signs that a workbook cannot hold written as it has them written: `_x0007_`."""
    return _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
