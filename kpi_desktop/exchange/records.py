"""From the rows of a sheet to entries: every cell read as its column's kind, keys that come twice found."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.cells import BLANK, BadCell, InDoubt, Unit
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.draft import Entry, Key, Report
from kpi_desktop.exchange.fields import Field, Kind
from kpi_desktop.exchange.layout import Layout, is_blank
from kpi_desktop.exchange.reading import Merged, RawRow, column_letter

UnitOf = Callable[[Entry, Field], Unit]
"""The unit that a column of figures is in, in a row whose codes are read."""
Stored = Mapping[str, Any]
"""A row of the book: the columns of its sheet, and `id`."""

_GIVEN_SETTINGS = {name: replace(field, required=True) for name, field in SETTING_FIELDS.items()}


class Read(NamedTuple):
    """The rows of a sheet; apart from them those whose key came before, each with the first that has it."""

    entries: list[Entry]
    repeated: list[tuple[Entry, Entry]]


def read_entries(layout: Layout, stored: Iterable[Stored], unit_of: UnitOf, report: Report) -> Read:
    """The rows of a sheet, laid over the `stored` rows of the book that have the same key."""
    sheet = layout.sheet
    before = {sheet.key_of(row): row for row in stored if sheet.is_keyed(row)}
    present = [field for field in sheet.fields if field.name in layout.columns]
    early = [field for field in present if not is_late(field)]
    late = [field for field in present if is_late(field)]
    missing = [field.name for field in sheet.fields if field.required and field.name not in layout.columns]
    merged = _covered(layout, report)
    found = Read([], [])
    first: dict[Key, Entry] = {}
    for row in layout.rows:
        if is_blank(row, layout.columns):
            continue
        entry = Entry(sheet, {}, row.number, row.cells, layout.columns)
        entry.bad.update(missing, merged.get(row.number, ()))
        read_cells(entry, early, unit_of, report)
        _lay_over(entry, before)
        read_cells(entry, late, unit_of, report)
        other = _first_of(entry, first)
        if other is entry:
            found.entries.append(entry)
        else:
            found.repeated.append((entry, other))
    return found


def is_late(field: Field) -> bool:
    """Whether a cell can be read only when other cells of its row are."""
    return field.in_unit or field.kind is Kind.SETTING


def read_cells(entry: Entry, columns: Iterable[Field], unit_of: UnitOf, report: Report) -> None:
    """Read some cells of a row into its values; those that do not read go to `report`."""
    for field in columns:
        cell = entry.cells.get(entry.columns[field.name], BLANK)
        try:
            if not is_late(field):
                entry.values[field.name] = cells.read(field, cell)
            elif field.in_unit:
                entry.values[field.name] = cells.read(field, cell, unit_of(entry, field))
            elif entry.reads("name"):
                entry.values[field.name] = cells.read(_GIVEN_SETTINGS[entry["name"]], cell)
            else:
                raise InDoubt
        except BadCell as bad:
            entry.values[field.name] = None
            report.bad(entry, field.name, bad.wrong, bad.right)
        except InDoubt:
            entry.values[field.name] = None
            entry.bad.add(field.name)


def _lay_over(entry: Entry, before: Mapping[Key, Stored]) -> None:
    """Fill the columns that the workbook does not have: from the book's row of that key, else as blank cells."""
    sheet = entry.sheet
    for field in sheet.fields:
        entry.values.setdefault(field.name, field.blank)
    if entry.reads(*sheet.key) and sheet.is_keyed(entry.values):
        row = before.get(sheet.key_of(entry.values))
        if row is not None:
            entry.id, entry.before = row["id"], row
            entry.values |= {field.name: row[field.name] for field in sheet.fields if field.name not in entry.columns}


def _first_of(entry: Entry, first: dict[Key, Entry]) -> Entry:
    """The first row with the key of `entry`; itself where it has none that reads."""
    sheet = entry.sheet
    if not entry.reads(*sheet.key) or not sheet.is_keyed(entry.values):
        return entry
    return first.setdefault(sheet.key_of(entry.values), entry)


def report_repeated(entry: Entry, other: Entry, report: Report) -> None:
    """Report a row whose key came before, unless something is wrong with the key itself."""
    sheet = entry.sheet
    if not entry.reads(*sheet.key):
        return
    headers = "、".join(sheet.field(name).header for name in sheet.key if entry[name] is not None)
    report.bad(entry, sheet.key[0], f"和第 {other.number} 行重复", f"每个“{headers}”只能有一行")


def _covered(layout: Layout, report: Report) -> dict[int, set[str]]:
    """The columns that merged ranges cover, by row; each range that hides a cell is reported once."""
    covered: defaultdict[int, set[str]] = defaultdict(set)
    rows = {row.number: row for row in layout.rows}
    last = max(rows, default=0)
    for each in layout.merged:
        names = {name: column for name, column in layout.columns.items() if each.left <= column <= each.right}
        top = max(each.top, layout.header + 1)
        if not names or (len(names) == 1 and top == each.bottom) or not _holds_something(each, layout, rows):
            continue
        first = min(names.values())
        read = rows[top].cells.get(each.left, BLANK).read if top in rows else ""
        report.at(layout.sheet.title, top, first, _merged_message(read, each, layout, first))
        for number in range(top, min(each.bottom, last) + 1):
            covered[number].update(names)
    return covered


def _holds_something(merged: Merged, layout: Layout, rows: Mapping[int, RawRow]) -> bool:
    """Whether what a merged range shows is more than an empty frame."""
    return merged.top <= layout.header or (merged.top in rows and merged.left in rows[merged.top].cells)


def _merged_message(read: str, merged: Merged, layout: Layout, column: int) -> str:
    header = next(field.header for field in layout.sheet.fields if layout.columns.get(field.name) == column)
    wrong = f"在合并单元格 {merged.text} 里" if read else f"{column_letter(column)} 列的 {merged.text} 是合并单元格"
    return cells.sentence(read, wrong, header, "请取消合并,每一格都填上")
