"""The head of a table on a worksheet: in one row, or in two where neighbours share the first line of theirs."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from kpi_desktop.reports.excel_heights import MARGINS, height
from kpi_desktop.reports.excel_titles import evenly
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.paper import POINT


class Head(NamedTuple):
    """One cell of a head: its words, its row and column from 0, the columns and rows it takes, points it needs."""

    words: str
    row: int
    column: int
    span: int
    rows: int
    needed: float


def heads(table: blocks.Table, widths: Sequence[float]) -> list[Head]:
    """The cells of a table's head; what neighbours share stands once over them."""
    groups = _shared([column.title for column in table.columns])
    rows = 2 if any(len(group) > 1 for group in groups) else 1
    found: list[Head] = []
    for group in groups:
        over, _, _ = table.columns[group[0]].title.partition("\n")
        if len(group) > 1:
            found.append(_head(over, 0, group, 1, widths, table.size))
        for at in group:
            title = table.columns[at].title
            own = title.partition("\n")[2] if len(group) > 1 else title
            lower = int(len(group) > 1)
            found.append(_head(own, lower, [at], rows - lower, widths, table.size))
    return found


def row_heights(cells: Sequence[Head]) -> list[float]:
    """Points of each row of a head."""
    rows = range(max((cell.row + cell.rows for cell in cells), default=1))
    own = [[cell.needed for cell in cells if (cell.row, cell.rows) == (at, 1)] for at in rows]
    found = [max(needs, default=15.0) for needs in own]
    lacking = max((cell.needed for cell in cells), default=0.0) - sum(found)
    return [*found[:-1], found[-1] + max(lacking, 0.0)]


def _shared(titles: Sequence[str]) -> list[list[int]]:
    """Places of neighbours whose titles begin with the same line, each other title's by itself."""

    def first(at: int) -> object:
        line, broken, _ = titles[at].partition("\n")
        return line if broken else at

    return [list(places) for _, places in groupby(range(len(titles)), first)]


def _head(words: str, row: int, columns: Sequence[int], rows: int, widths: Sequence[float], size: float) -> Head:
    width = sum(widths[at] for at in columns)
    text = _broken(words, width, size)
    return Head(text, row, columns[0], len(columns), rows, height(text, width, size))


def _broken(title: str, width: float, size: float) -> str:
    """A title whose lines are broken into such of like length where they do not fit into so many millimetres."""
    room = max(width - MARGINS, size * POINT)
    return "\n".join(part if part.isascii() else evenly(part, room, size) for part in title.split("\n"))
