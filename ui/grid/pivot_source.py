"""One value of a table laid out in two directions, as an entry grid shows it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.entering import Typed
from ui.grid.book_source import MOST_NAMED, RIGHT, BookSource, Values, decimals, figure
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.terms import term

if TYPE_CHECKING:
    from ui.grid.entry_cells import Edit, Problems
    from ui.session import Session

MOST_DECIMALS = 4
"""Figures beside one another are shown with the same decimals up to so many."""


class PivotSource(BookSource):
    """One value of a table laid out in two directions, as 实绩 with departments down and months across.

    `row_key` and `column_key` are columns of the table; `rows_of_grid` and `columns_of_grid` give their values with the
    words for them, `lead` the cells that stand before the figures (by name; their columns in `lead_columns`). Each cell
    is `value` of the row that has both and `fixed()`; typing in an empty one makes that row, clearing one removes it.
    What is typed counts as `basis_of_new()` (快报 or 核定), where given. `locked(row, column)`: why a cell cannot be
    typed in, empty where it can; `required(row, column)`: whether a blank one has the pale mark.
    """

    def __init__(
        self,
        session: Session,
        table: str,
        value: str,
        row_key: str,
        column_key: str,
        rows_of_grid: Callable[[], Sequence[tuple[Any, str]]],
        columns_of_grid: Callable[[], Sequence[tuple[Any, str]]],
        action: str,
        fixed: Callable[[], Values],
        basis_of_new: Callable[[], str] | None = None,
        locked: Callable[[Any, Any], str] | None = None,
        required: Callable[[Any, Any], bool] | None = None,
        lead_columns: Sequence[EntryColumn] = (),
        lead: Callable[[Any], Mapping[str, EntryCell]] | None = None,
        width: int = 76,
        title: str = "",
    ) -> None:
        super().__init__(session)
        self.table, self.value, self.row_key, self.column_key = table, value, row_key, column_key
        self.sheet = SHEETS_BY_TABLE[table]
        self.rows_of_grid, self.columns_of_grid = rows_of_grid, columns_of_grid
        self.action, self.fixed, self.basis_of_new = action, fixed, basis_of_new
        self.locked, self.required = locked, required
        self.lead_columns, self.lead = tuple(lead_columns), lead
        self.width = width
        self.title = title or term(self.sheet.field(row_key).header)

    def scope(self) -> Hashable:
        """The book, the year, and what the figures are of."""
        return (super().scope(), tuple(sorted(self.fixed().items())))

    def columns(self) -> list[EntryColumn]:
        """The words of the rows, what stands beside them, then one column a value of the column key."""
        first = [EntryColumn("row", self.title, 150, frozen=True, locked=True), *self.lead_columns]
        field = self.sheet.field(self.value)
        right = field.kind in RIGHT
        return first + [
            EntryColumn(self._name(key), words, self.width, right, field=field) for key, words in self.columns_of_grid()
        ]

    def rows(self) -> list[EntryRow]:
        """One row a value of the row key."""
        found = self._found()
        closed = self.why_closed
        across = [key for key, _ in self.columns_of_grid()]
        places = self._decimals(found.values())
        return [
            EntryRow(
                key,
                {"row": EntryCell(words), **(self.lead(key) if self.lead else {})}
                | {
                    self._name(column): self._cell(key, column, found.get((key, column)), closed, places)
                    for column in across
                },
            )
            for key, words in self.rows_of_grid()
        ]

    def _name(self, key: object) -> str:
        return f"{self.column_key}:{key}"

    def _found(self) -> dict[tuple[Any, Any], Values]:
        rows = self.stored(self.table)
        for name, value in self.fixed().items():
            rows = [row for row in rows if row[name] == value]
        return {(row[self.row_key], row[self.column_key]): row for row in rows}

    def _decimals(self, rows: Iterable[Values]) -> dict[Any, int]:
        """The decimals in which the figures of one indicator are shown, so that they stand under one another."""
        most: dict[Any, int] = {}
        for row in rows:
            kind = row.get("indicator")
            most[kind] = max(most.get(kind, 0), min(decimals(row[self.value]), MOST_DECIMALS))
        return most

    def _cell(self, row: Any, column: Any, stored: Values | None, closed: str, places: Mapping[Any, int]) -> EntryCell:
        locked = closed or (self.locked(row, column) if self.locked else "")
        required = bool(self.required and self.required(row, column))
        if stored is None:
            return EntryCell("", required, locked)
        text = cells.shown(self.sheet.field(self.value), stored[self.value])
        early = stored.get("basis") == "preliminary"
        tip = self.tr("快报数，尚未核定") if early else ""
        shown = figure(stored[self.value], places.get(stored.get("indicator"), 0))
        return EntryCell(text, required, locked, tag=self.tr("快") if early else "", dashed=early, tip=tip, shown=shown)

    def save(self, edits: list[Edit], action: str) -> Problems:
        """Save figures: new ones make rows, changed ones are changed, cleared ones go."""
        keys = {self._name(key): key for key, _ in self.columns_of_grid()}
        found = self._found()
        basis = {"basis": self.basis_of_new()} if self.basis_of_new else {}
        places: dict[int | str, tuple[Hashable, str]] = {}
        typed: list[Typed] = []
        fixed: dict[int | str, Values] = {}
        removed: list[tuple[str, int]] = []
        for at, (ref, name, text) in enumerate(edits):
            stored = found.get((ref, keys[name]))
            if not text.strip():
                removed += [(self.table, stored["id"])] if stored else []
                continue
            row: int | str = stored["id"] if stored else f"new-{at}"
            places[row] = (ref, name)
            fixed[row] = basis if stored else {**self.fixed(), self.row_key: ref, self.column_key: keys[name], **basis}
            typed.append(Typed(self.table, row, self.value, text))
        entered = self.enter(typed, self._named_action(action, edits), fixed, removed)
        if isinstance(entered, str):
            return {(ref, name): entered for ref, name, _ in edits}
        return {places[row]: reason for (_, row, _), reason in entered.problems.items()}

    def _named_action(self, verb: str, edits: list[Edit]) -> str:
        across = dict((self._name(key), words) for key, words in self.columns_of_grid())
        down = dict(self.rows_of_grid())
        columns = list(dict.fromkeys(across[name] for _, name, _ in edits))
        rows = list(dict.fromkeys(down.get(ref, str(ref)) for ref, _, _ in edits))
        which = "、".join(columns) if len(columns) <= MOST_NAMED else f"{columns[0]}至{columns[-1]}"
        who = "、".join(rows) if len(rows) <= MOST_NAMED else f"{len(rows)} 行"
        return f"{verb} {self.action} {which}：{who}"

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Remove all figures of some rows."""
        wanted = set(refs)
        gone = [(self.table, row["id"]) for (key, _), row in self._found().items() if key in wanted]
        names = [words for key, words in self.rows_of_grid() if key in wanted]
        action = f"清除 {self.action}：{'、'.join(names[:MOST_NAMED])}"
        return bool(gone) and not isinstance(self.enter((), action, {}, gone), str)
