"""A table's model: a list of rows and its own order of them, no proxy."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.grid.cells import GROUP, ITEM, Cell, Column, Row

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ListModel(QAbstractTableModel):
    """Rows of cells, sorted within the stretches between rows that are not items."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.rows: list[Row] = []
        self.sorted_by: tuple[int, bool] | None = None
        self._given: list[Row] = []

    def show(self, rows: Sequence[Row], columns: Sequence[Column] | None = None) -> None:
        """Show other rows, and other columns where given; the order chosen by the user stays."""
        self.beginResetModel()
        if columns is not None:
            if list(columns) != self.columns:
                self.sorted_by = None
            self.columns = list(columns)
        self._given = list(rows)
        self.rows = self._in_order()
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """The cell at `index`."""
        cells = self.rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else Cell()

    def find(self, subject: object) -> int:
        """The row about `subject`, -1 where there is none."""
        return next((at for at, row in enumerate(self.rows) if row.subject == subject), -1)

    def turn_order(self, column: int) -> None:
        """Sort by `column`; the same column again turns the order round, a third time gives it up."""
        if self.sorted_by is None or self.sorted_by[0] != column:
            wanted = (column, bool(self.columns[column].right))
        elif self.sorted_by == (column, bool(self.columns[column].right)):
            wanted = (column, not self.columns[column].right)
        else:
            wanted = None
        self.layoutAboutToBeChanged.emit()
        self.sorted_by = wanted
        self.rows = self._in_order()
        self.layoutChanged.emit()

    def _in_order(self) -> list[Row]:
        if self.sorted_by is None:
            return list(self._given)
        done: list[Row] = []
        stretch: list[Row] = []
        for row in self._given:
            if row.kind == ITEM:
                stretch.append(row)
            else:
                done += self._sorted(stretch)
                done.append(row)
                stretch = []
        return done + self._sorted(stretch)

    def _sorted(self, rows: list[Row]) -> list[Row]:
        assert self.sorted_by is not None
        column, backwards = self.sorted_by
        known = [row for row in rows if row.cells[column].key is not None]
        blank = [row for row in rows if row.cells[column].key is None]
        known.sort(key=lambda row: row.cells[column].key, reverse=backwards)  # type: ignore[arg-type,return-value]
        return known + blank

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.cell(index))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.cell(index).tip or None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            column = self.columns[section]
            return f"{column.title} {column.unit}".strip()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()] if index.isValid() else None
        if row is None or (row.kind == GROUP and row.subject is None):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def spoken(cell: Cell) -> str:
    """A cell as a screen reader says it."""
    return " ".join(part for part in (cell.note, cell.text, cell.tag, cell.tip) if part)
