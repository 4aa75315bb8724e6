"""What an import would do, row by row: for the preview, and as prepared changes for the book."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kpi_desktop.assessment.settings import SETTINGS
from kpi_desktop.book.settings import write_setting
from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import SHEETS
from kpi_desktop.exchange.draft import CellError, Draft, Entry
from kpi_desktop.exchange.fields import Sheet
from kpi_desktop.exchange.records import Stored
from kpi_desktop.office.rows import RowChanges

_DEFINITIONS = {definition.name: definition for definition in SETTINGS}
NOT_BLANK: Mapping[str, Mapping[str, Any]] = {"adjustment": {"points": 0, "stops_rewards": True}}
"""What the book keeps for cells that are left blank because the row has no use for them."""


class Difference(NamedTuple):
    """One cell before and after, as text; empty where there was or is nothing."""

    header: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, eq=False)
class RowPlan:
    """One row that is new or changed, that is missing from the workbook and stays, or that is removed.

    `state`: new, changed, missing, removed.
    """

    state: str
    entry: Entry

    @property
    def number(self) -> int:
        """The row in the workbook; 0 where it is only in the book."""
        return self.entry.number

    @property
    def label(self) -> str:
        """What tells the row from others: its key, else what stands in its first columns."""
        sheet = self.entry.sheet
        names = sheet.key if sheet.is_keyed(self.entry.values) else tuple(each.name for each in sheet.fields)
        texts = (cells.shown(self.entry.column(name), self.entry[name]) for name in names)
        return " ".join(text for text in texts if text)[:60]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The cells that differ from the book; of a new row all that hold something."""
        before = self.entry.before or {}
        found = []
        for each in self.entry.sheet.fields:
            was, now = before.get(each.name), self.entry[each.name]
            if not is_same(was, now):
                column = self.entry.column(each.name)
                found.append(Difference(column.header, cells.shown(column, was), cells.shown(column, now)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What an import would do to one sheet. `rows`: those that are not the same."""

    sheet: Sheet
    same: int
    rows: tuple[RowPlan, ...]

    def count(self, state: str) -> int:
        """How many rows are new, changed, missing or removed."""
        return sum(row.state == state for row in self.rows)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, before anything is written.

    `year`: None where the workbook does not say it. `opens_year`: the book does not have that year yet. `ignored`:
    addresses of unknown columns, titles of unknown sheets. With `errors` nothing else is planned. `since`: the last
    journal entry that was known.
    """

    file: str
    year: int | None
    opens_year: bool = False
    sheets: tuple[SheetPlan, ...] = ()
    errors: tuple[CellError, ...] = ()
    ignored: tuple[str, ...] = ()
    changes: tuple[RowChanges, ...] = field(default=(), repr=False)
    since: int | None = None

    def count(self, state: str) -> int:
        """How many rows are new, changed, missing or removed, over all sheets."""
        return sum(sheet.count(state) for sheet in self.sheets)

    @property
    def same(self) -> int:
        """How many rows of the workbook the book already has."""
        return sum(sheet.same for sheet in self.sheets)

    def summary(self) -> dict[str, Any]:
        """The plan as the verb `import` prints it."""
        return {
            "year": self.year,
            "new": self.count("new"),
            "changed": self.count("changed"),
            "same": self.same,
            "errors": [{"cell": error.cell, "message": error.message} for error in self.errors],
            "ignored": list(self.ignored),
        }


def plan_sheets(draft: Draft, tables: Mapping[str, Sequence[Stored]], present: Iterable[str]) -> tuple[SheetPlan, ...]:
    """What becomes of the sheets whose tables are `present` in the workbook; `tables` are the book's rows."""
    wanted = set(present)
    return tuple(
        _plan_sheet(sheet, draft.entries[sheet.table], tables.get(sheet.table, ()))
        for sheet in SHEETS
        if sheet.table in wanted
    )


def changes_of(plan: SheetPlan, entries: Sequence[Entry]) -> RowChanges:
    """The prepared changes of one sheet; `entries` are all of its rows as they would stand."""
    sheet = plan.sheet
    inserts = [stored_values(row.entry) for row in plan.rows if row.state == "new" or _is_unwritten(row)]
    updates = [
        (row.entry.id, changed_values(row.entry)) for row in plan.rows if row.state == "changed" and row.entry.id
    ]
    deletes = [row.entry.id for row in plan.rows if row.state == "removed" and row.entry.id]
    if not sheet.key and not _in_order(entries):
        inserts = [{**stored_values(entry), "place": at} for at, entry in enumerate(entries, 1) if entry.id is None]
        updates = [(entry.id, {"place": at}) for at, entry in enumerate(entries, 1) if entry.id is not None]
    return RowChanges(sheet.table, inserts, updates, deletes)


def is_same(before: Any, after: Any) -> bool:
    """Whether two values of a column mean the same: blank and empty do, and so do texts but for spaces around them."""
    return bool(_comparable(before) == _comparable(after))


def _comparable(value: Any) -> Any:
    if isinstance(value, str):
        return cells.trimmed(value) or None
    return value or None if isinstance(value, tuple) else value


def _plan_sheet(sheet: Sheet, entries: Sequence[Entry], stored: Sequence[Stored]) -> SheetPlan:
    rows = []
    same = 0
    fill_blanks(sheet, entries)
    _recognise(sheet, entries, stored)
    for entry in entries:
        if not entry.from_workbook:
            if entry.id is not None:
                rows.append(RowPlan("missing", entry))
        elif entry.before is None:
            rows.append(RowPlan("new", entry))
        elif RowPlan("changed", entry).differences:
            rows.append(RowPlan("changed", entry))
        else:
            same += 1
    kept = {id(entry.before) for entry in entries}
    removed = [row for row in stored if not sheet.is_keyed(row) and id(row) not in kept]
    rows += [RowPlan("removed", Entry(sheet, dict(row), id=row["id"], before=row)) for row in removed]
    return SheetPlan(sheet, same, tuple(rows))


def fill_blanks(sheet: Sheet, entries: Iterable[Entry]) -> None:
    """Give blank cells that a row has no use for what the book keeps there."""
    for name, value in NOT_BLANK.get(sheet.table, {}).items():
        for entry in entries:
            if entry[name] is None:
                entry.values[name] = value


def _recognise(sheet: Sheet, entries: Iterable[Entry], stored: Iterable[Stored]) -> None:
    """Tell rows without key by their content: each takes the first such row of the book that is left."""
    left: defaultdict[tuple[Any, ...], list[Stored]] = defaultdict(list)
    for row in stored:
        if not sheet.is_keyed(row):
            left[_content(sheet, row)].append(row)
    for queue in left.values():
        queue.reverse()
    for entry in entries:
        if entry.from_workbook and not sheet.is_keyed(entry.values) and left[_content(sheet, entry.values)]:
            row = left[_content(sheet, entry.values)].pop()
            entry.id, entry.before = row["id"], row


def _content(sheet: Sheet, values: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(_comparable(values[each.name]) for each in sheet.fields)


def _in_order(entries: Sequence[Entry]) -> bool:
    """Whether known rows come in the book's order, before all new ones."""
    known = [entry.before["place"] for entry in entries if entry.before is not None]
    return known == sorted(known) and all(entry.before is not None for entry in entries[: len(known)])


def _is_unwritten(row: RowPlan) -> bool:
    """Whether a changed parameter had its default and is no row of the book yet."""
    return row.state == "changed" and row.entry.id is None


def stored_values(entry: Entry) -> dict[str, Any]:
    """The columns of a row as the book keeps them."""
    if entry.sheet.table == "setting":
        return {"name": entry["name"], "value": write_setting(_DEFINITIONS[entry["name"]], entry["value"])}
    return {each.name: entry[each.name] for each in entry.sheet.fields}


def changed_values(entry: Entry) -> dict[str, Any]:
    """The columns of a known row that differ from the book."""
    before = entry.before or {}
    stored = stored_values(entry)
    return {name: value for name, value in stored.items() if not is_same(before[name], entry[name])}
