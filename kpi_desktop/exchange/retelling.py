"""What an entry of the journal changed, in the words of the workbook: sheet, row, column, before and after."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kpi_desktop.assessment import names
from kpi_desktop.book.journal import Change
from kpi_desktop.book.shapes import shape_of
from kpi_desktop.book.titles import TITLES
from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.fields import Field

NEW, CHANGED, REMOVED = "new", "changed", "removed"
HIDDEN = ("id", "edition_id", "place")
OTHER_HEADERS: Mapping[str, str] = {
    "year": "年度",
    "revision": "修订",
    "state": "状态",
    "supersedes": "替代",
    "reason": "事由",
    "result": "留存结果",
    "name": "名称",
    "digest": "摘要",
    "changes": "内容",
    "note": "说明",
    "value": "值",
}
"""Columns of tables that no sheet has."""
LONGEST_LABEL, LONGEST_TEXT = 60, 400


class CellChange(NamedTuple):
    """One cell before and after, as text; empty where there was or is nothing."""

    header: str
    before: str
    after: str


class RowChange(NamedTuple):
    """One row: its sheet, what tells it from others, whether it is new, changed or removed, and its cells."""

    table: str
    title: str
    label: str
    state: str
    cells: tuple[CellChange, ...]


def retold(changes: Iterable[Change]) -> tuple[RowChange, ...]:
    """The changes of an entry, in order."""
    return tuple(_row(change) for change in changes)


def _row(change: Change) -> RowChange:
    before, after = _values(change.table, change.before), _values(change.table, change.after)
    state = NEW if change.before is None else REMOVED if change.after is None else CHANGED
    told = []
    for name in _columns(change.table):
        was, now = _shown(change.table, name, before), _shown(change.table, name, after)
        if was != now:
            told.append(CellChange(_header(change.table, name), was, now))
    label = _label(change.table, after or before)
    return RowChange(change.table, TITLES.get(change.table, change.table), label, state, tuple(told))


def _values(table: str, text: str | None) -> dict[str, Any]:
    """The columns of a row as values."""
    if text is None:
        return {}
    stored: dict[str, Any] = json.loads(text)
    readers = shape_of(table).readers
    return {
        name: value if value is None or (read := readers.get(name)) is None else read(value)
        for name, value in stored.items()
    }


def _columns(table: str) -> list[str]:
    """The columns that are told: those of the sheet in its order, else all but the inner ones."""
    sheet = SHEETS_BY_TABLE.get(table)
    if sheet:
        return [each.name for each in sheet.fields]
    return [name for name in shape_of(table).columns if name not in HIDDEN]


def _field(table: str, name: str) -> Field | None:
    sheet = SHEETS_BY_TABLE.get(table)
    return sheet.field(name) if sheet and table != "setting" else None


def _header(table: str, name: str) -> str:
    if table in SHEETS_BY_TABLE:
        return SHEETS_BY_TABLE[table].field(name).header
    return OTHER_HEADERS.get(name, name)


def _shown(table: str, name: str, values: Mapping[str, Any]) -> str:
    value = values.get(name)
    if value is None or value == ():
        return ""
    column = _field(table, name)
    if column:
        text = cells.shown(column, value)
    else:
        text = names.YEAR_STATES.get(str(value), str(value)) if table == "edition" and name == "state" else str(value)
    return text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "…"


def _label(table: str, values: Mapping[str, Any]) -> str:
    """The key of a row, else what stands in its first columns."""
    sheet = SHEETS_BY_TABLE.get(table)
    if sheet is None:
        keys = ["year", "revision"] if table == "edition" else ["name"]
    else:
        keys = list(sheet.key) if sheet.is_keyed(values) else [each.name for each in sheet.fields[:3]]
    return " ".join(text for text in (_shown(table, name, values) for name in keys) if text)[:LONGEST_LABEL]
