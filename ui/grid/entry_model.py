"""The model of an entry grid: the source's rows, its own order of them, and the texts that could not be saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.grid.cells import ITEM
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.filters import condition, sort_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
BLANK = EntryCell()
NEW = "\x00new"
"""The ref of the row at the end in which a new one is typed."""
MOST_FRESH = 3
"""When more rows come or go at once, they are sorted and filtered anew."""


class Bad(NamedTuple):
    """A text that was not saved, and why."""

    text: str
    reason: str


class EntryModel(QAbstractTableModel):
    """Rows by their place on screen; `order` holds the numbers of the rows that pass the filter, as sorted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: list[EntryColumn] = []
        self.places: dict[str, int] = {}
        self.given: list[EntryRow] = []
        self.order: list[int] = []
        self.bad: dict[tuple[Hashable, str], Bad] = {}
        self.sorted_by: tuple[str, bool] | None = None
        self.filters: dict[str, str] = {}
        self._texts: dict[str, list[str]] = {}
        self._sizes: dict[str, list[Any]] = {}
        self._items = 0

    # --- what is shown

    def show(self, columns: Sequence[EntryColumn], rows: list[EntryRow], blank: EntryRow | None) -> None:
        """Show other rows; those that were shown stay in their order. `blank`: the row for a new one, at the end."""
        same = [each.name for each in columns] == [each.name for each in self.columns]
        keeps = same and not self._is_plain()
        seen = [self.given[at].ref for at in self.order] if keeps else []
        before = {row.ref for row in self.given} if keeps else set()
        self.beginResetModel()
        self.columns = list(columns)
        self.places = {column.name: at for at, column in enumerate(self.columns)}
        self._items = len(rows)
        self.given = [*rows, blank._replace(ref=NEW)] if blank else rows
        self._texts, self._sizes = {}, {}
        if not same:
            self.sorted_by = self.sorted_by if self.sorted_by and self.sorted_by[0] in self.places else None
            self.filters = {name: text for name, text in self.filters.items() if name in self.places}
        self.order = self._kept(seen, before) if keeps else self._arranged()
        self.endResetModel()

    def _is_plain(self) -> bool:
        return self.sorted_by is None and not self.filters

    def _kept(self, seen: list[Hashable], before: set[Hashable]) -> list[int]:
        """Rows that were shown stay where they are, although what was typed may sort elsewhere; new ones follow."""
        numbers = {row.ref: at for at, row in enumerate(self.given)}
        fresh = [at for ref, at in numbers.items() if ref not in before]
        if len(fresh) > MOST_FRESH or len(before - numbers.keys()) > MOST_FRESH:
            return self._arranged()
        kept = [numbers[ref] for ref in seen if ref in numbers and ref != NEW]
        return kept + [at for at in fresh if at < self._items] + list(range(self._items, len(self.given)))

    def arrange(self) -> None:
        """Sort and filter again."""
        self.beginResetModel()
        self.order = self._arranged()
        self.endResetModel()

    def _arranged(self) -> list[int]:
        order: list[int] = list(range(self._items))
        for name, words in self.filters.items():
            passes = condition(words)
            texts = self.texts(name)
            order = [at for at in order if passes(texts[at])]
        if self.filters:
            order = [at for at in order if self.given[at].kind == ITEM]
        if self.sorted_by:
            order = self._sorted(order, *self.sorted_by)
        return [*order, *range(self._items, len(self.given))]

    def _sorted(self, order: list[int], name: str, backwards: bool) -> list[int]:
        """Sort by a column, blanks last, within the stretches between rows that are no items."""
        keys = self._keys(name)
        done: list[int] = []
        stretch: list[int] = []
        for at in [*order, -1]:
            if at >= 0 and self.given[at].kind == ITEM:
                stretch.append(at)
                continue
            known = [each for each in stretch if keys[each] is not None]
            known.sort(key=keys.__getitem__, reverse=backwards)
            done += known + [each for each in stretch if keys[each] is None]
            done += [at] if at >= 0 else []
            stretch = []
        return done

    def _keys(self, name: str) -> list[Any]:
        if name not in self._sizes:
            cells = [row.cells.get(name, BLANK) for row in self.given[: self._items]]
            keys = [cell.key for cell in cells]
            self._sizes[name] = keys if any(key is not None for key in keys) else sort_keys(self.texts(name))
        return self._sizes[name]

    def texts(self, name: str) -> list[str]:
        """The words of a column, of all rows in the source's order; kept until the rows change."""
        if name not in self._texts:
            self._texts[name] = [row.cells.get(name, BLANK).words for row in self.given]
        return self._texts[name]

    # --- one cell

    def row(self, row: int) -> EntryRow:
        """The row at a place on screen."""
        return self.given[self.order[row]]

    def cell(self, row: int, column: int) -> EntryCell:
        """The cell as the source has it."""
        return self.given[self.order[row]].cells.get(self.columns[column].name, BLANK)

    def bad_at(self, row: int, column: int) -> Bad | None:
        """The text in a cell that was not saved."""
        if not self.bad:
            return None
        return self.bad.get((self.given[self.order[row]].ref, self.columns[column].name))

    def text(self, row: int, column: int) -> str:
        """What stands in a cell: what was typed, saved or not."""
        bad = self.bad_at(row, column)
        return bad.text if bad else self.cell(row, column).text

    def why_locked(self, row: int, column: int) -> str | None:
        """Why a cell cannot be typed in; None where it can."""
        if self.row(row).kind != ITEM or self.columns[column].locked:
            return self.cell(row, column).locked
        return self.cell(row, column).locked or None

    def is_free(self, row: int, column: int) -> bool:
        """Whether a cell can be typed in."""
        return self.why_locked(row, column) is None

    def place_of(self, ref: Hashable) -> int:
        """Where on screen a row is, -1 where it is not."""
        given = self.given
        return next((place for place, at in enumerate(self.order) if given[at].ref == ref), -1)

    # --- Qt

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        reader = _READERS.get(role)
        return reader(self, index.row(), index.column()) if reader and index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[section]
            return f"{column.title} {column.unit}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.is_free(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _display(self, row: int, column: int) -> str:
        bad = self.bad_at(row, column)
        return bad.text if bad else self.cell(row, column).words

    def _tip(self, row: int, column: int) -> str | None:
        bad, cell = self.bad_at(row, column), self.cell(row, column)
        return bad.reason if bad else cell.tip or cell.locked or None

    def _spoken(self, row: int, column: int) -> str:
        bad, cell = self.bad_at(row, column), self.cell(row, column)
        if bad:
            return self.tr("{title} {text} 有误，未保存：{reason}").format(
                title=self.columns[column].title, text=bad.text, reason=bad.reason
            )
        words = cell.words or (self.tr("空，应填") if cell.required else self.tr("空"))
        parts = (self.columns[column].title, words, cell.tag, cell.tip, cell.locked)
        return " ".join(part for part in parts if part)


_READERS: dict[int, Callable[[EntryModel, int, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: EntryModel._display,
    Qt.ItemDataRole.EditRole: EntryModel.text,
    Qt.ItemDataRole.ToolTipRole: EntryModel._tip,
    Qt.ItemDataRole.AccessibleTextRole: EntryModel._spoken,
}
