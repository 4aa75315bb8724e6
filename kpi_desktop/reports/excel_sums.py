"""Sums of a worksheet as formulas, only where they give the very value that is printed."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from openpyxl.utils import get_column_letter

from kpi_desktop.reports.forms.blocks import SUM, Row


def places(row: Row, columns: int) -> list[tuple[int, int, int]]:
    """(place of the cell in its row, first column, columns it takes): the last cell takes what is left over.

    A row with cells for fewer columns than the table has is filled up by its last cell where that is the only one;
    cells beyond the table's columns are left out.
    """
    found: list[tuple[int, int, int]] = []
    at = 0
    for place, cell in enumerate(row.cells):
        span = columns - at if len(row.cells) == 1 else min(max(cell.span, 1), columns - at)
        if span > 0:
            found.append((place, at, span))
            at += span
    return found


def number_at(row: Row, column: int, columns: int) -> Decimal | None:
    """The number that stands in a column of a row."""
    return next((row.cells[place].number for place, at, _ in places(row, columns) if at == column), None)


def formula(rows: Sequence[Row], row: Row, column: int, columns: int, at: Sequence[int]) -> str | None:
    """The formula of a cell of a sum row; None where its value is no such sum.

    `at`: the worksheet's rows in which the table's rows stand, at least of those that it adds up.
    """
    value = number_at(row, column, columns)
    if row.kind != SUM or not row.sums or value is None:
        return None
    parts = [number_at(rows[place], column, columns) for place in row.sums]
    if sum((part for part in parts if part is not None), Decimal(0)) != value:
        return None
    letter = get_column_letter(column + 1)
    return f"=SUM({','.join(_range(letter, run, at) for run in _runs(sorted(row.sums)))})"


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring rows as (first, last)."""
    breaks = [at for at, (one, other) in enumerate(pairwise(rows), 1) if other != one + 1]
    return [(rows[start], rows[end - 1]) for start, end in pairwise([0, *breaks, len(rows)])]


def _range(letter: str, run: tuple[int, int], at: Sequence[int]) -> str:
    start, end = (f"{letter}{at[place]}" for place in run)
    return start if start == end else f"{start}:{end}"
