"""Where the columns of a sheet are: the header row is found by what it says, the columns by their headers."""

import re
from typing import NamedTuple

from kpi_desktop.assessment.text import half_width
from kpi_desktop.exchange.columns import SHEETS_BY_TITLE
from kpi_desktop.exchange.draft import Report
from kpi_desktop.exchange.fields import Sheet
from kpi_desktop.exchange.reading import Merged, RawRow, RawSheet, column_letter

ROWS_LOOKED_AT = 15


class Layout(NamedTuple):
    """A sheet of the workbook with its columns found. `columns`: by the name they are stored as."""

    sheet: Sheet
    columns: dict[str, int]
    header: int
    rows: list[RawRow]
    merged: list[Merged]
    ignored: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether all required columns are there."""
        return all(field.name in self.columns for field in self.sheet.fields if field.required)


def plain(header: str) -> str:
    """A header or title without what varies: spaces, line breaks, wide signs, the mark of a required column."""
    return re.sub(r"\s", "", half_width(header)).strip("*")


def sheet_of(title: str) -> Sheet | None:
    """The sheet that a workbook's title means."""
    return SHEETS_BY_TITLE.get(plain(title))


def find_columns(raw: RawSheet, sheet: Sheet, report: Report) -> Layout | None:
    """The layout of a sheet; None where it is empty. Missing and repeated columns are reported."""
    if not raw.rows:
        return None
    known = {field.header: field.name for field in sheet.fields}
    index = _header_row(raw.rows[:ROWS_LOOKED_AT], known)
    if index is None:
        wanted = "、".join(field.header for field in sheet.fields if field.required)
        report.at(sheet.title, raw.rows[0].number, 1, f"找不到表头({sheet.title}),表头应有:{wanted}")
        return Layout(sheet, {}, raw.rows[0].number, [], [], ())
    header, rows = raw.rows[index], raw.rows[index + 1 :]
    columns: dict[str, int] = {}
    ignored = []
    for column, cell in sorted(header.cells.items()):
        name = known.get(plain(str(cell.value)))
        if name is None:
            ignored.append(column)
        elif name in columns:
            first = f"{column_letter(columns[name])}{header.number}"
            report.at(sheet.title, header.number, column, f"“{cell.read}” 这一列和 {first} 重复,请删去一列")
        else:
            columns[name] = column
    _report_missing(sheet, columns, header, report)
    ignored += sorted({column for row in rows for column in row.cells} - header.cells.keys())
    addresses = tuple(f"{sheet.title}!{column_letter(column)}{header.number}" for column in ignored)
    merged = [each for each in raw.merged if each.bottom > header.number]
    return Layout(sheet, columns, header.number, rows, merged, addresses)


def _header_row(rows: list[RawRow], known: dict[str, str]) -> int | None:
    """The row with the most known headers; the first of equals."""
    counts = [len({plain(str(cell.value)) for cell in row.cells.values()} & known.keys()) for row in rows]
    best = max(counts)
    return counts.index(best) if best else None


def _report_missing(sheet: Sheet, columns: dict[str, int], header: RawRow, report: Report) -> None:
    for field in sheet.fields:
        if field.required and field.name not in columns:
            first = min(header.cells)
            report.at(sheet.title, header.number, first, f"缺少“{field.header}”这一列,请在表头补上({sheet.title})")


def is_blank(row: RawRow, columns: dict[str, int]) -> bool:
    """Whether a row holds nothing in the columns that are read."""
    return not any(column in row.cells for column in columns.values())
