"""The year as it would stand after an import: rows of the workbook laid over rows of the book, and what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.cells import BLANK, BadCell, Cell
from kpi_desktop.exchange.columns import SHEETS, SHEETS_BY_TABLE
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.fields import Field, Sheet
from kpi_desktop.exchange.reading import column_letter

Key = tuple[Any, ...]
_ORDER = {sheet.title: place for place, sheet in enumerate(SHEETS)}


class CellError(NamedTuple):
    """A bad cell: its address, and the sentence that says what was read, what is wrong and what would be right.

    The parts of the sentence stand beside it where the error is one of a single cell.
    """

    cell: str
    message: str
    read: str = ""
    wrong: str = ""
    right: str = ""


@dataclass(slots=True, eq=False)
class Entry:
    """A row. `number` is its row in the workbook, 0 where it is only in the book; `id` its row in the book.

    `values` are whole: what the workbook does not say is the book's, or blank. `given`: the columns that the workbook
    has. `bad`: the columns that did not read, or name what is not there; nothing else is said about them.
    """

    sheet: Sheet
    values: dict[str, Any]
    number: int = 0
    cells: Mapping[int, Cell] = field(default_factory=dict)
    columns: Mapping[str, int] = field(default_factory=dict)
    bad: set[str] = field(default_factory=set)
    id: int | None = None
    before: Mapping[str, Any] | None = None

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def reads(self, *names: str) -> bool:
        """Whether none of these columns is bad."""
        return not self.bad or self.bad.isdisjoint(names)

    @property
    def from_workbook(self) -> bool:
        """Whether the workbook has this row."""
        return self.number > 0

    def column(self, name: str) -> Field:
        """The column stored as `name`; of a parameter's value, the parameter."""
        if self.sheet.table == "setting" and name == "value":
            return SETTING_FIELDS.get(self.values["name"]) or self.sheet.field(name)
        return self.sheet.field(name)


class Report:
    """The bad cells found so far."""

    def __init__(self) -> None:
        self._found: list[tuple[tuple[int, int, int], CellError]] = []

    def bad(self, entry: Entry, name: str, wrong: str, right: str = "") -> None:
        """Column `name` of a row is bad. Only the first thing said about a cell counts."""
        if name in entry.bad:
            return
        entry.bad.add(name)
        column = entry.columns.get(name, 0)
        cell = entry.cells.get(column, BLANK)
        text = cells.message(entry.column(name), cell, BadCell(wrong, right))
        parts = (cell.read, wrong, right)
        self.at(entry.sheet.title, entry.number, column or min(entry.columns.values(), default=1), text, parts)

    def blame(self, *suspects: tuple[Entry | None, str], wrong: str, right: str = "") -> None:
        """Report the first of some cells (row, column) that is in the workbook; what is only in the book stays."""
        present = [(entry, name) for entry, name in suspects if entry and entry.from_workbook]
        for entry, name in present:
            if name in entry.columns:
                self.bad(entry, name, wrong, right)
                return
        for entry, name in present[:1]:
            self.bad(entry, name, wrong, right)

    def at(self, title: str, row: int, column: int, text: str, parts: tuple[str, str, str] = ("", "", "")) -> None:
        """An error at an address; `parts` of its sentence: what was read, what is wrong, what would be right."""
        place = (_ORDER.get(title, len(_ORDER)), row, column)
        self._found.append((place, CellError(f"{title}!{column_letter(column)}{row}", text, *parts)))

    @property
    def errors(self) -> tuple[CellError, ...]:
        """Every error, by sheet, row and column."""
        return tuple(error for _, error in sorted(self._found, key=lambda found: found[0]))


class Draft:
    """All rows of the year as they would stand, table by table, with the lookups that the checks share."""

    def __init__(self) -> None:
        self.entries: dict[str, list[Entry]] = {sheet.table: [] for sheet in SHEETS}
        self.unknowable: set[str] = set()
        """Tables whose key column is missing from the workbook: nobody knows what they hold."""
        self.earlier_tasks: frozenset[str] | None = None
        """The codes of last year's tasks; None where the book does not have that year."""
        self.repeated: list[tuple[Entry, Entry]] = []
        """Rows of the workbook that do not stand because their key came before, each with the first that has it."""
        self._by_key: dict[str, dict[Key, Entry]] = {}
        self._doubtful: dict[str, frozenset[str]] = {}

    def put(self, table: str, entries: Iterable[Entry]) -> None:
        """Set the rows of a table."""
        self.entries[table] = list(entries)
        sheet = SHEETS_BY_TABLE[table]
        self._by_key[table] = {}
        for entry in self.entries[table]:
            if sheet.is_keyed(entry.values):
                self._by_key[table].setdefault(sheet.key_of(entry.values), entry)

    def share(self, table: str, entries: list[Entry], by_key: dict[Key, Entry]) -> None:
        """Set the rows of a table that are looked up already; neither is changed here."""
        self.entries[table], self._by_key[table] = entries, by_key

    def find(self, table: str, *key: Any) -> Entry | None:
        """The row with that key."""
        return self._by_key.get(table, {}).get(key)

    def in_doubt(self, table: str, name: str) -> bool:
        """Whether nobody can say that a table has no row of that code or name.

        Its key column is missing, or the cell that says `name` is bad: that one is reported, what refers to it is not.
        """
        if table in self.unknowable:
            return True
        if table not in self._doubtful:
            key = SHEETS_BY_TABLE[table].key[0]
            rows = (entry for entry in self.entries[table] if entry.from_workbook and not entry.reads(key))
            cells_of = [entry.cells.get(entry.columns.get(key, 0), BLANK) for entry in rows]
            self._doubtful[table] = frozenset(text for cell in cells_of for text in (cell.text, cell.narrow) if text)
        return name in self._doubtful[table]

    def all(self, table: str, *names: str) -> Iterator[Entry]:
        """The rows of a table whose columns `names` all read."""
        for entry in self.entries[table]:
            if entry.reads(*names):
                yield entry

    def setting(self, name: str) -> Any:
        """The value of the parameter with that Chinese name; its default where it is bad."""
        entry = self.find("setting", name)
        if entry and entry.reads("value"):
            return entry["value"]
        return SETTING_FIELDS[name].blank
