"""The table view every page uses: fixed row heights, columns that fill the width, keys, copying."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.grid.cells import DAYS, ITEM, TEXT, Cell, Column, Row
from ui.grid.delegate import Delegate
from ui.grid.header import Header, title_width
from ui.grid.model import ListModel

NARROWEST_STRETCH = 60


class Table(QTableView):
    """Rows of cells. `chosen` tells the subject the user went to; `activated_on` what was clicked or entered."""

    chosen = Signal(object)
    activated_on = Signal(object, int)

    def __init__(
        self, name: str, columns: Sequence[Column], row_height: int, tallest: int = 0, parent: QWidget | None = None
    ) -> None:
        """Rows are `row_height` high; where they would leave room below they grow, up to `tallest`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row_height, self._tallest = row_height, max(tallest, row_height)
        self.rows = ListModel(columns, self)
        self._delegate = Delegate(self)
        self.setHorizontalHeader(Header(self))
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height)
        self._settle()
        self.selectionModel().currentRowChanged.connect(self._current_moved)
        self.clicked.connect(self._act)

    def _settle(self) -> None:
        """Everything Excel's user does not expect is switched off."""
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_flush(self) -> None:
        """Begin at the very left: for lists inside a card that has margins of its own."""
        self._delegate.first_pad, self._delegate.pad = 0, 3
        self.horizontalHeader().hide()

    def show_rows(self, rows: Sequence[Row], columns: Sequence[Column] | None = None) -> None:
        """Show other rows; the row about the same subject stays the current one."""
        before = self.current_subject()
        self.rows.show(rows, columns)
        self.clearSpans()
        for at, row in enumerate(self.rows.rows):
            if row.wide > 1:
                self.setSpan(at, 0, 1, row.wide)
        self._fit()
        if before is not None:
            self.go_to(before)

    def current_subject(self) -> object:
        """The subject of the current row, None where there is none."""
        index = self.currentIndex()
        return self.rows.rows[index.row()].subject if index.isValid() else None

    def go_to(self, subject: object) -> bool:
        """Make the row about `subject` the current one; whether there is such a row."""
        row = self.rows.find(subject)
        if row < 0:
            return False
        if self.currentIndex().row() != row:
            where = self.rows.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(where, flags)
            self.scrollTo(where)
        return True

    def step(self, by: int) -> None:
        """Go `by` items further, over rows that are no items."""
        row = self.currentIndex().row() + by
        while 0 <= row < len(self.rows.rows):
            if self.rows.rows[row].kind == ITEM:
                self.go_to(self.rows.rows[row].subject)
                return
            row += by

    def copied_text(self) -> str:
        """The table's title row and the selected rows as Excel and WPS paste them."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        head = [self.rows.headerData(at, Qt.Orientation.Horizontal) for at in range(len(self.rows.columns))]
        lines = [head, *([copied(cell) for cell in self.rows.rows[row].cells] for row in chosen)]
        return "\n".join("\t".join(line) for line in lines)

    def _current_moved(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self.rows.rows[now.row()].subject)

    def _act(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.subject is not None:
            self.activated_on.emit(row.subject, index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._act(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(int(event.position().y())))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hover_row:
            self._delegate.hover_row = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def content_height(self, row_height: int) -> int:
        """The height that shows every row at `row_height`."""
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        return head + len(self.rows.rows) * row_height

    def _fit(self) -> None:
        """Give the columns their widths, share what is left among those without one, and spread the rows."""
        columns = self.rows.columns
        if self._tallest > self._row_height and self.rows.rows:
            room = self.viewport().height() // len(self.rows.rows)
            self.verticalHeader().setDefaultSectionSize(min(max(room, self._row_height), self._tallest))
        loose = [at for at, column in enumerate(columns) if not column.width]
        fixed = {at: self._width_of(column, at == 0) for at, column in enumerate(columns) if column.width}
        rest = self.viewport().width() - sum(fixed.values())
        for at in range(len(columns)):
            wide = fixed.get(at) or max(rest // len(loose), NARROWEST_STRETCH)
            if self.columnWidth(at) != wide:
                self.setColumnWidth(at, wide)

    def _width_of(self, column: Column, first: bool) -> int:
        """A column's own width, or what its title needs where that is more."""
        if self.horizontalHeader().isHidden():
            return column.width
        return max(column.width, title_width(column.title, column.unit, column.light, first))


def copied(cell: Cell) -> str:
    """A cell as it is pasted elsewhere: no hints, no signs."""
    if cell.kind == DAYS:
        return f"{cell.under} {cell.text}".strip()
    return f"{cell.note} {cell.text}".strip() if cell.kind == TEXT else cell.text
