"""The view of an entry grid: one table view whose first columns stay while the others scroll beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ui.grid.entry_model import NEW, EntryModel
from ui.grid.entry_paint import HANDLE, Painter
from ui.grid.entry_selection import Block, Selection
from ui.look.tokens import ENTRY_ROW

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

EDGE = 24
"""So near the border of the viewport dragging scrolls."""


class EntryView(QTableView):
    """Shows an `EntryModel` and what is selected of it; keys and what they do are its owner's.

    `moved`: another cell is active or selected. `asked`: a cell shall be edited, with the text it begins with (None: as
    it stands). `filled`: the handle was dragged to a block. `composed`: an input method began. `menu_asked`: where.
    """

    moved = Signal()
    asked = Signal(object)
    filled = Signal(object)
    composed = Signal(object)
    menu_asked = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.row_height = ENTRY_ROW
        self.entries = EntryModel(self)
        self.selection = Selection()
        self.frozen_count = 0
        self.filling_to: Block | None = None
        self.empty_words = ""
        self.key_pressed = lambda event: False
        self.key_claimed = lambda event: False
        self._dragging = ""
        self.setModel(self.entries)
        self._settle()

    def _settle(self) -> None:
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(24)
        vertical = self.verticalHeader()
        vertical.hide()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setMinimumSectionSize(1)
        vertical.setDefaultSectionSize(self.row_height)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.row_height)

    # --- where cells are

    @property
    def frozen_width(self) -> int:
        """How wide the columns are that stay."""
        return (
            self.horizontalHeader().sectionPosition(self.frozen_count)
            if self.frozen_count < self.entries.columnCount()
            else self.horizontalHeader().length()
        )

    def column_left(self, column: int) -> int:
        """Where a column begins in the viewport."""
        position = self.horizontalHeader().sectionPosition(column)
        return position if column < self.frozen_count else position - self.horizontalScrollBar().value()

    def column_at(self, x: int) -> int:
        """The column at a place in the viewport, -1 where there is none."""
        header = self.horizontalHeader()
        place = x if x < self.frozen_width else x + self.horizontalScrollBar().value()
        return header.logicalIndexAt(place - header.offset()) if place < header.length() else -1

    def row_at(self, y: int) -> int:
        """The row at a place in the viewport, -1 where there is none."""
        row = (y + self.verticalScrollBar().value()) // self.row_height
        return row if 0 <= row < len(self.entries.order) else -1

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is in the viewport."""
        top = row * self.row_height - self.verticalScrollBar().value()
        return QRect(self.column_left(column), top, self.columnWidth(column), self.row_height)

    def block_rect(self, block: Block) -> QRect:
        """Where a block is in the viewport."""
        return self.cell_rect(block.top, block.left).united(self.cell_rect(block.bottom, block.right))

    def visualRect(self, index: Index) -> QRect:
        return self.cell_rect(index.row(), index.column()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row, column = self.row_at(point.y()), self.column_at(point.x())
        return self.entries.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def show_cell(self, row: int, column: int) -> None:
        """Scroll as little as needed to see a cell whole."""
        bar = self.verticalScrollBar()
        top, high = row * self.row_height, self.viewport().height()
        bar.setValue(min(max(bar.value(), top + self.row_height - high), top))
        if column < self.frozen_count:
            return
        across = self.horizontalScrollBar()
        left = self.horizontalHeader().sectionPosition(column)
        right = left + self.columnWidth(column)
        across.setValue(min(max(across.value(), right - self.viewport().width()), left - self.frozen_width))

    # --- what is selected

    def select(self) -> None:
        """Tell Qt, and who listens, what is selected now."""
        self.selection.fit(len(self.entries.order), len(self.entries.columns))
        model = self.selectionModel()
        if self.entries.order and self.entries.columns:
            chosen = QItemSelection()
            for block in self.selection.blocks:
                corner = self.entries.index(block.bottom, block.right)
                chosen.select(self.entries.index(block.top, block.left), corner)
            flags = QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self.entries.index(*self.selection.active), flags.NoUpdate)
            model.select(chosen, flags.ClearAndSelect)
        self.viewport().update()
        self.moved.emit()

    def go(self, row: int, column: int) -> None:
        """Select one cell and show it."""
        self.selection.go(row, column)
        self.selection.fit(len(self.entries.order), len(self.entries.columns))
        self.show_cell(*self.selection.active)
        self.select()

    def extend(self, row: int, column: int) -> None:
        """Select up to a cell and show it."""
        self.selection.extend(row, column)
        self.selection.fit(len(self.entries.order), len(self.entries.columns))
        self.show_cell(*self.selection.end)
        self.select()

    def select_all(self) -> None:
        """Select every cell, but for the row of a new one."""
        last = len(self.entries.order) - 1
        if last > 0 and self.entries.row(last).ref == NEW:
            last -= 1
        self._take(Block(0, 0, max(last, 0), len(self.entries.columns) - 1))

    def select_rows(self) -> None:
        """Select the rows of the block whole."""
        self._take(self.selection.block._replace(left=0, right=len(self.entries.columns) - 1))

    def select_columns(self) -> None:
        """Select the columns of the block whole."""
        self._take(self.selection.block._replace(top=0, bottom=len(self.entries.order) - 1))

    def _take(self, block: Block) -> None:
        self.selection.take(block)
        self.select()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is here, or in a field of the grid."""
        focused = QApplication.focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    @property
    def can_fill(self) -> bool:
        """Whether the active cell could be filled into others."""
        return bool(self.entries.order) and self.entries.is_free(*self.selection.active)

    def callout(self) -> tuple[QRect, list[str]] | None:
        """The bad cell at hand and what to say of it."""
        row, column = self.selection.active
        bad = self.entries.bad_at(row, column) if row < len(self.entries.order) else None
        if bad is None:
            return None
        saved = self.entries.cell(row, column).text
        kept = (
            self.tr("未保存，原值 {text} 仍在；Esc 还原").format(text=saved) if saved else self.tr("未保存；Esc 清除")
        )
        return self.cell_rect(row, column), [*wrapped(bad.reason), kept]

    # --- painting and scrolling

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        Painter(self, painter, event.rect()).paint()
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx or self.callout():
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # --- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        row, column = self.row_at(place.y()), self.column_at(place.x())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() != Qt.MouseButton.LeftButton:
            if row >= 0 and column >= 0 and not self.selection.holds(row, column):
                self.go(row, column)
            return
        if self._on_handle(place):
            self._dragging = "fill"
            return
        if row < 0 or column < 0:
            return
        self._dragging = "select"
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.extend(row, column)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selection.add(row, column)
            self.select()
        else:
            self.go(row, column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if not self._dragging:
            shape = Qt.CursorShape.CrossCursor if self._on_handle(place) else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        self._scroll_towards(place)
        row = self._nearest(self.row_at(place.y()), place.y(), len(self.entries.order))
        column = self._nearest(self.column_at(place.x()), place.x(), len(self.entries.columns))
        if self._dragging == "fill":
            self.filling_to = self._stretched(row, column)
            self.viewport().update()
        elif (row, column) != self.selection.end:
            self.selection.extend(row, column)
            self.select()

    @staticmethod
    def _nearest(found: int, place: int, count: int) -> int:
        return found if found >= 0 else (0 if place < 0 else count - 1)

    def _scroll_towards(self, place: QPoint) -> None:
        room = self.viewport().rect()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if place.y() > room.bottom() - EDGE or place.y() < EDGE:
            down.setValue(down.value() + (self.row_height if place.y() > EDGE else -self.row_height))
        if place.x() > room.right() - EDGE:
            across.setValue(across.value() + EDGE)
        elif self.frozen_width <= place.x() < self.frozen_width + EDGE and across.value():
            across.setValue(across.value() - EDGE)

    def _stretched(self, row: int, column: int) -> Block:
        """The selected block with what the handle was dragged over, in one direction."""
        block = self.selection.block
        down, across = row - block.bottom, column - block.right
        if down <= 0 and across <= 0:
            return block
        if down >= across:
            return block._replace(bottom=row)
        return block._replace(right=column)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target, self.filling_to, was = self.filling_to, None, self._dragging
        self._dragging = ""
        if was == "fill" and target is not None and target != self.selection.block:
            self.filled.emit(target)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self._dragging = ""
            self.asked.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        here = self.cell_rect(*self.selection.active).bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(here))

    def _on_handle(self, place: QPoint) -> bool:
        if not self.can_fill:
            return False
        box = self.block_rect(self.selection.block)
        return (place - box.bottomRight()).manhattanLength() <= HANDLE + 1

    # --- the keyboard

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.key_claimed(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.key_pressed(event):
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self.composed.emit(event)
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False


def wrapped(words: str, most: int = 36) -> list[str]:
    """A long reason in lines."""
    return [words[at : at + most] for at in range(0, len(words), most)] or [""]
