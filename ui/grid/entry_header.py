"""The header of an entry grid: titles that sort, borders that resize, a field under each that filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look import icons, pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import HEADER_ROW, SMALL, TINY

if TYPE_CHECKING:
    from ui.grid.entry_view import EntryView

WITH_FILTER = 58
GRIP = 4
NARROWEST = 32
PAD = 7


class FilterField(QLineEdit):
    """The field over one column."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName("gridFilter")
        self.setAccessibleName(self.tr("筛选 {title}").format(title=title))
        self.setToolTip(self.tr("含有的字、拼音首字母，或 <95、>=3、=二、空、非空"))
        self.setFont(font(SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        used = bool(self.text()) or self.hasFocus()
        pen.frame(
            painter, QRectF(self.rect()), "accent_fill" if self.text() else "surface", "accent" if used else "border", 2
        )
        painter.end()
        super().paintEvent(event)


class EntryHeader(QWidget):
    """`filtered`: the filter of a column changed; `sorted`: a title was clicked; `resized`: a width was settled on."""

    filtered = Signal(str, str)
    sorted = Signal(str)
    resized = Signal(str, int)
    left_downwards = Signal()

    def __init__(self, view: EntryView, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self.fields: dict[str, FilterField] = {}
        self._fixed, self._moving = QWidget(self), QWidget(self)
        self._with_filter = True
        self._grip = -1
        self._grip_from = (0, 0)
        self.setMouseTracking(True)
        self.show_filter(True)
        view.horizontalScrollBar().valueChanged.connect(self.arrange)

    def show_filter(self, shown: bool) -> None:
        """Show or hide the row of fields; what hides no longer filters."""
        self._with_filter = shown
        self.setFixedHeight(WITH_FILTER if shown else HEADER_ROW)
        for part in (self._fixed, self._moving):
            part.setVisible(shown)
        self.arrange()

    @property
    def has_filter(self) -> bool:
        """Whether the fields are shown."""
        return self._with_filter

    def show_columns(self) -> None:
        """Make a field for every column; those that stay keep what was typed."""
        wanted = {column.name: column for column in self.view.entries.columns}
        frozen = {column.name for column in self.view.entries.columns[: self.view.frozen_count]}
        for name in [name for name in self.fields if name not in wanted]:
            self.fields.pop(name).deleteLater()
        for name, column in wanted.items():
            parent = self._fixed if name in frozen else self._moving
            field = self.fields.get(name)
            if field is None:
                field = self.fields[name] = self._made(name, column.title, parent)
            if field.parent() is not parent:
                field.setParent(parent)
                field.show()
            field.setAlignment(Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft)
            words = self.view.entries.filters.get(name, "")
            if field.text() != words:
                field.blockSignals(True)
                field.setText(words)
                field.blockSignals(False)
        self.arrange()

    def _made(self, name: str, title: str, parent: QWidget) -> FilterField:
        field = FilterField(name, title, parent)
        field.textChanged.connect(lambda words, name=name: self.filtered.emit(name, words))
        field.installEventFilter(self)
        field.show()
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, FilterField) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._field_key(watched, event)
        return False

    def _field_key(self, field: FilterField, event: QKeyEvent) -> bool:
        names = list(self.fields)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and field.text():
            field.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_downwards.emit()
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = 1 if event.key() == Qt.Key.Key_Tab else -1
            name = names[(names.index(field.name) + step) % len(names)]
            self.view.show_cell(0, self.view.entries.places[name])
            self.fields[name].setFocus()
        else:
            return False
        return True

    def arrange(self) -> None:
        """Put the fields over their columns."""
        view, columns = self.view, self.view.entries.columns
        frozen, top = view.frozen_width if columns else 0, HEADER_ROW
        self._fixed.setGeometry(0, top, frozen, WITH_FILTER - top)
        self._moving.setGeometry(frozen, top, max(self.width() - frozen, 0), WITH_FILTER - top)
        for at, column in enumerate(columns):
            if field := self.fields.get(column.name):
                left = view.column_left(at) - (0 if at < view.frozen_count else frozen)
                field.setGeometry(left + 3, 1, view.columnWidth(at) - 6, 22)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("head"))
        view, columns = self.view, self.view.entries.columns
        if columns:
            painter.setClipRect(QRect(view.frozen_width, 0, self.width(), self.height()))
            for at in range(view.frozen_count, len(columns)):
                self._title(painter, at)
            painter.setClipRect(QRect(0, 0, view.frozen_width, self.height()))
            for at in range(view.frozen_count):
                self._title(painter, at)
            if view.frozen_count:
                painter.fillRect(view.frozen_width - 2, 0, 2, self.height(), colour("edge"))
        painter.setClipping(False)
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("border"))
        painter.end()

    def _title(self, painter: QPainter, at: int) -> None:
        column, model = self.view.entries.columns[at], self.view.entries
        left, wide = self.view.column_left(at), self.view.columnWidth(at)
        painter.fillRect(left + wide - 1, 0, 1, self.height(), colour("line"))
        box = QRectF(left + PAD, 0, wide - 2 * PAD, HEADER_ROW)
        if model.sorted_by and model.sorted_by[0] == column.name:
            arrow = "caret-down" if model.sorted_by[1] else "caret-up"
            icons.draw(painter, arrow, QRectF(box.right() - 9, box.top(), 12, box.height()), colour("accent"), 10)
            box.adjust(0, 0, -12, 0)
        token = "accent" if at == self.view.selection.active[1] else "secondary"
        if column.right:
            if column.unit:
                taken = pen.text(painter, box, column.unit, "pale", TINY, align=pen.RIGHT)
                box.adjust(0, 0, -taken - 3, 0)
            pen.text(painter, box, column.title, token, SMALL, align=pen.RIGHT)
            return
        taken = pen.text(painter, box, column.title, token, SMALL)
        if column.unit:
            pen.text(painter, box.adjusted(taken + 4, 0, 0, 0), column.unit, "pale", TINY)

    # --- the mouse

    def _grip_at(self, x: int) -> int:
        """The column whose right border is at a place, -1 where there is none."""
        view = self.view
        for at in [*range(view.frozen_count), *range(len(view.entries.columns) - 1, view.frozen_count - 1, -1)]:
            right = view.column_left(at) + view.columnWidth(at)
            if abs(right - x) <= GRIP and (at < view.frozen_count or right >= view.frozen_width):
                return at
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = int(event.position().x())
        self._grip = self._grip_at(x)
        if self._grip >= 0:
            self._grip_from = (x, self.view.columnWidth(self._grip))
        elif event.button() == Qt.MouseButton.LeftButton and (at := self.view.column_at(x)) >= 0:
            self.sorted.emit(self.view.entries.columns[at].name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = int(event.position().x())
        if self._grip < 0:
            over = self._grip_at(x) >= 0
            self.setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
            return
        began, wide = self._grip_from
        self._set_width(self._grip, wide + x - began)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip >= 0:
            self.resized.emit(self.view.entries.columns[self._grip].name, self.view.columnWidth(self._grip))
        self._grip = -1

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._grip_at(int(event.position().x()))
        if at >= 0:
            self._set_width(at, self.fitting_width(at))
            self.resized.emit(self.view.entries.columns[at].name, self.view.columnWidth(at))

    def fitting_width(self, at: int) -> int:
        """The width that shows the title and what is on screen of a column."""
        model, view = self.view.entries, self.view
        first = max(view.row_at(0), 0)
        last = min(first + view.viewport().height() // view.row_height + 1, len(model.order))
        column = model.columns[at]
        title = pen.width(column.title, SMALL) + (pen.width(column.unit, TINY) + 4 if column.unit else 0) + 14
        texts = [pen.width(model.cell(row, at).words) for row in range(first, last)]
        return round(max([title, *texts])) + 2 * PAD + 2

    def _set_width(self, at: int, wide: int) -> None:
        self.view.setColumnWidth(at, max(wide, NARROWEST))
        self.view.viewport().update()
        self.arrange()
