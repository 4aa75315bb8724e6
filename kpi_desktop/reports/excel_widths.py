"""Widths of a worksheet's columns: room for every number on one line, and columns that several small tables share."""

from collections.abc import Sequence

from kpi_desktop.reports.excel_heights import INDENTED, MARGINS
from kpi_desktop.reports.excel_sums import places
from kpi_desktop.reports.excel_titles import around_bracket
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.paper import text_width

NUMBER_ROOM, INDENT = 3.6, 2.0
"""Millimetres that a number needs besides its signs, without which Excel shows ####, and that an indent adds."""
_SPARE = 1.04
"""Times a text's width that it needs to stand on one line for certain."""
LONGEST_SUM = 4
"""Signs of the name of a sum."""
_NEARLY = 1.15
"""A column of texts becomes so much wider for one that then stands on one line."""
UPRIGHT = 186.0
"""Millimetres of columns up to which a page stands; it has 180, and they are printed a little smaller."""
_SHRUNK = 1.03
"""A table that lies is made so many times wider at most, for it is printed the smaller."""
_STRETCHED = 1.13
"""Tables share their columns if these together are no wider than those of the widest so many times."""


def widths(table: blocks.Table) -> list[float]:
    """Widths of a table's columns, with room for the indent of texts, none too narrow for its numbers and days.

    A column that is a little too narrow for one of its texts is made so wide that it stands on one line, as long as the
    table keeps its paper.
    """
    found = [column.width + (INDENT if column.align == blocks.LEFT else 0.0) for column in table.columns]
    most, wished = [width * _NEARLY for width in found], list(found)
    for row in table.rows:
        for place, at, span in places(row, len(found)):
            if span == 1:
                least, wish = _needed(table, row, row.cells[place], at)
                found[at] = max(found[at], least)
                wished[at] = max(wished[at], wish if wish <= most[at] else 0.0)
    room = UPRIGHT if sum(found) <= UPRIGHT else sum(found) * _SHRUNK
    for at, wish in enumerate(wished):
        if found[at] < wish <= found[at] + room - sum(found):
            found[at] = wish
    return found


def shared(tables: Sequence[blocks.Table]) -> list[float] | None:
    """Widths of the columns in which all the tables can stand under one another; None where they cannot."""
    own = [widths(table) for table in tables]
    most = max(map(len, own))
    choices = [_around(at, tables, own) for at, wide in enumerate(own) if len(wide) == most]
    found = min(choices, key=sum)
    return found if sum(found) <= max(map(sum, own)) * _STRETCHED else None


def _around(base: int, tables: Sequence[blocks.Table], own: Sequence[list[float]]) -> list[float]:
    """The columns of one of the tables, as much wider as the others need."""
    found = list(own[base])
    for at, table in enumerate(tables):
        if at != base:
            least = _least(table, own[at])
            found[: len(least)] = [max(pair) for pair in zip(found, least, strict=False)]
    return found


def _least(table: blocks.Table, wide: Sequence[float]) -> list[float]:
    """Widths that a table's columns need at least so that none of its texts takes more lines."""
    found = [
        max(text_width(part, table.size) for part in column.title.split("\n")) + NUMBER_ROOM for column in table.columns
    ]
    for row in table.rows:
        for place, at, span in places(row, len(found)):
            if span == 1:
                inset = INDENTED if table.columns[at].align == blocks.LEFT else NUMBER_ROOM
                found[at] = max(found[at], text_width(row.cells[place].text, table.size) + inset)
    return [min(pair) for pair in zip(found, wide, strict=True)]


def _needed(table: blocks.Table, row: blocks.Row, cell: blocks.Cell, at: int) -> tuple[float, float]:
    """Millimetres a cell must have (a number, a day, a sum's short name, a grade), and those for a text on one line."""
    whole = text_width(cell.text, table.size)
    if cell.number is not None or cell.day is not None or (row.kind == blocks.SUM and len(cell.text) <= LONGEST_SUM):
        return round(whole + NUMBER_ROOM, 2), 0.0
    inset = INDENTED if table.columns[at].align == blocks.LEFT else MARGINS
    parts = around_bracket(cell.text) if table.columns[at].align == blocks.CENTRE else []
    least = max(text_width(part, table.size) for part in parts) + NUMBER_ROOM if len(parts) > 1 else 0.0
    return round(least, 2), round(whole * _SPARE + inset, 2)
