"""Painting an entry grid: all that is exposed in one pass, which costs less than a delegate's call for every cell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygon, QPolygonF

from ui.grid.cells import GROUP, TOTAL
from ui.grid.entry_cells import EntryCell, EntryRow
from ui.look import pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, RADIUS, SMALL, TINY
from ui.terms import blank_word

if TYPE_CHECKING:
    from ui.grid.entry_model import Bad
    from ui.grid.entry_view import EntryView

PAD = 7
HANDLE = 7
FIGURE = 46
"""How much of a cell with a bar its figure takes."""
CALLOUT_WIDTH, CALLOUT_LINE = 320, 19


@lru_cache(maxsize=50_000)
def _fitting(words: str, room: int) -> tuple[str, float]:
    """`words` on one line with … where they do not fit into `room`, and how wide they are."""
    measure = pen.metrics(BODY)
    if "\n" in words:
        words = " ".join(words.split("\n"))
    wide = measure.horizontalAdvance(words)
    if wide > room:
        words = measure.elidedText(words, Qt.TextElideMode.ElideRight, room)
        wide = measure.horizontalAdvance(words)
    return words, wide


class Painter:
    """Paints what of `view` is inside `exposed`."""

    def __init__(self, view: EntryView, painter: QPainter, exposed: QRect) -> None:
        self.view, self.painter, self.model = view, painter, view.entries
        self.height = view.row_height
        offset = view.verticalScrollBar().value()
        first = max((exposed.top() + offset) // self.height, 0)
        last = min((exposed.bottom() + offset) // self.height, len(self.model.order) - 1)
        self.rows = [(row, row * self.height - offset) for row in range(first, last + 1)]
        self.exposed = exposed
        metrics = pen.metrics(BODY)
        self.baseline = round((self.height - metrics.height()) / 2 + metrics.ascent())
        self.token = ""

    def paint(self) -> None:
        """The scrolled columns, the frozen ones, then what lies over both."""
        painter, view = self.painter, self.view
        painter.fillRect(self.exposed, colour("surface"))
        frozen = view.frozen_width
        right = view.viewport().width()
        self._stretch(
            view.frozen_count, view.entries.columnCount(), QRect(frozen, 0, right - frozen, view.viewport().height())
        )
        if view.frozen_count:
            self._stretch(0, view.frozen_count, QRect(0, 0, frozen, view.viewport().height()))
            painter.fillRect(frozen - 2, 0, 2, self._bottom(), colour("edge"))
        painter.setClipping(False)
        self._groups()
        paint_marks(view, painter)
        if not self.model.order and view.empty_words:
            room = QRectF(view.viewport().rect()).adjusted(12, 12, -12, -12)
            pen.text(painter, room, view.empty_words, "secondary", align=pen.CENTRE)

    def _bottom(self) -> int:
        return self.rows[-1][1] + self.height if self.rows else 0

    def _stretch(self, first: int, last: int, room: QRect) -> None:
        """The columns from `first` up to `last`, as far as they are inside `room`."""
        room = room & self.exposed
        if room.isEmpty() or not self.rows:
            return
        columns = []
        for column in range(first, last):
            left, wide = self.view.column_left(column), self.view.columnWidth(column)
            if left <= room.right() and left + wide > room.left():
                columns.append((column, left, wide))
        self.painter.setClipRect(room)
        self._grounds(columns)
        self._lines(columns, room)
        self.painter.setFont(font(BODY))
        self.token = ""
        for row, top in self.rows:
            given = self.model.row(row)
            if given.kind == GROUP:
                continue
            for column, left, wide in columns:
                self._cell(row, column, given, left, top, wide)

    def _grounds(self, columns: list[tuple[int, int, int]]) -> None:
        blocks = self.view.selection.blocks
        single, active = self.view.selection.is_single, self.view.selection.active
        fill, model, height = self.painter.fillRect, self.model, self.height
        head, chosen = colour("head"), colour("accent_fill")
        blank, bad = colour("blank"), colour("bad")
        for row, top in self.rows:
            given = model.row(row)
            solid = given.kind in (GROUP, TOTAL)
            inside = [block for block in blocks if block.top <= row <= block.bottom]
            for column, left, wide in columns:
                name = model.columns[column].name
                cell = given.cells.get(name)
                ground = head if solid or (cell and cell.locked and not model.columns[column].locked) else None
                if cell and cell.required and not cell.text and not cell.locked:
                    ground = blank
                chosen_here = not single and any(block.left <= column <= block.right for block in inside)
                if chosen_here and (row, column) != active:
                    ground = chosen
                if model.bad and (given.ref, name) in model.bad:
                    ground = bad
                if ground:
                    fill(left, top, wide, height, ground)

    def _lines(self, columns: list[tuple[int, int, int]], room: QRect) -> None:
        right = min(room.right(), columns[-1][1] + columns[-1][2] - 1) if columns else room.left()
        bottom = self._bottom() - 1
        below = self.height - 1
        lines = [QLine(room.left(), top + below, right, top + below) for _, top in self.rows]
        lines += [QLine(left + wide - 1, self.rows[0][1], left + wide - 1, bottom) for _, left, wide in columns]
        self.painter.setPen(colour("line"))
        self.painter.drawLines(lines)

    def _groups(self) -> None:
        """The words of a group reach over the columns beside them that have none, frozen ones or not."""
        self.painter.setFont(font(BODY))
        self.token = ""
        for row, top in self.rows:
            given = self.model.row(row)
            if given.kind == GROUP:
                self._group(given, top)

    def _group(self, given: EntryRow, top: int) -> None:
        end = self.view.viewport().width()
        for at in range(len(self.model.columns) - 1, -1, -1):
            described = self.model.columns[at]
            cell, left = given.cells.get(described.name), self.view.column_left(at)
            if not cell or not cell.words or (at >= self.view.frozen_count and left < self.view.frozen_width):
                continue
            wide = self.view.columnWidth(at) if described.right else end - left
            self._words(cell.words, cell.token, left, top, wide, wide - 2 * PAD, described.right)
            end = left

    def _cell(self, row: int, column: int, given: EntryRow, left: int, top: int, wide: int) -> None:
        model = self.model
        described = model.columns[column]
        cell: EntryCell | None = given.cells.get(described.name)
        if model.bad and (wrong := model.bad.get((given.ref, described.name))):
            self._bad(wrong, left, top, wide, described.right)
            return
        if cell is None:
            return
        words, token = cell.shown or cell.text, cell.token
        if not words:
            if not cell.required:
                return
            words, token = blank_word(), "pale"
        if cell.share is not None:
            bar = QRectF(left + FIGURE, top + self.height / 2 - 4, max(wide - FIGURE - PAD - 2, 0), 8)
            pen.bar(self.painter, bar, cell.share, cell.tick)
            wide = min(wide, FIGURE)
        room = wide - 2 * PAD
        if cell.tag:
            self._tag(cell, left, top, wide, described.right)
            room -= round(pen.tag_width(cell.tag)) + 4
        self._words(words, token, left, top, wide, room, described.right, cell.struck)

    def _words(
        self, words: str, token: str, left: int, top: int, wide: int, room: int, right: bool, struck: bool = False
    ) -> None:
        words, long = _fitting(words, room)
        if token != self.token:
            self.token = token
            self.painter.setPen(colour(token))
        at = left + wide - PAD - long if right else left + PAD
        self.painter.drawText(QPointF(at, top + self.baseline), words)
        if struck:
            middle = top + self.height // 2 + 1
            self.painter.drawLine(QPointF(at - 2, middle), QPointF(at + long + 2, middle))

    def _tag(self, cell: EntryCell, left: int, top: int, wide: int, right: bool) -> None:
        """Before a figure, behind words."""
        _, long = _fitting(cell.words, max(wide - 2 * PAD - round(pen.tag_width(cell.tag)) - 4, 0))
        at = left + PAD - 3 if right else left + PAD + long + 5
        pen.tag(self.painter, at, top + self.height / 2, cell.tag, cell.dashed)
        self.painter.setFont(font(BODY))
        self.token = ""

    def _bad(self, wrong: Bad, left: int, top: int, wide: int, right: bool) -> None:
        """The text as typed, in red, framed, with a corner: colour is not the only sign."""
        painter = self.painter
        self._words(wrong.text or blank_word(), "red_text", left, top, wide, wide - 2 * PAD, right)
        painter.setPen(colour("red"))
        painter.drawRect(left, top, wide - 2, self.height - 2)
        painter.setBrush(colour("red"))
        edge = left + wide - 2
        painter.drawPolygon(QPolygon([QPoint(edge - 7, top), QPoint(edge, top), QPoint(edge, top + 7)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.token = ""


def paint_marks(view: EntryView, painter: QPainter) -> None:
    """The frame around what is selected with its handle, and what is wrong with the cell at hand."""
    if not view.entries.order or not view.entries.columns:
        return
    painter.save()
    room = view.viewport().rect()
    for block in view.selection.blocks:
        inner = view.block_rect(block)
        if block.left >= view.frozen_count:
            painter.setClipRect(room.adjusted(view.frozen_width, 0, 0, 0))
        else:
            painter.setClipRect(room)
        _frame(view, painter, inner, block == view.selection.block)
    painter.setClipRect(room)
    _callout(view, painter)
    painter.restore()


def _frame(view: EntryView, painter: QPainter, box: QRect, with_handle: bool) -> None:
    if not box.intersects(view.viewport().rect().adjusted(-4, -4, 4, 4)):
        return
    accent = colour("accent" if view.has_focus else "grey")
    painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin))
    painter.drawRect(QRect(box.left() + 1, box.top(), box.width() - 2, box.height() - 1))
    if with_handle and view.can_fill:
        corner = QRect(box.right() - HANDLE + 3, box.bottom() - HANDLE + 3, HANDLE, HANDLE)
        painter.fillRect(corner.adjusted(-1, -1, 1, 1), colour("surface"))
        painter.fillRect(corner, accent)
    if view.filling_to is not None:
        painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
        painter.drawRect(view.block_rect(view.filling_to).adjusted(0, 0, -1, -1))


def _callout(view: EntryView, painter: QPainter) -> None:
    """Under the active cell that is bad, else above it where there is no room below."""
    told = view.callout()
    if told is None:
        return
    cell, lines = told
    wide = min(
        max(pen.width(line, BODY if at == 0 else SMALL) for at, line in enumerate(lines)) + 42,
        view.viewport().width() - 16,
    )
    high = 12 + CALLOUT_LINE * len(lines)
    left = min(max(cell.left() - 20, 8), max(view.viewport().width() - wide - 8, 8))
    below = cell.bottom() + 8 + high < view.viewport().height()
    top = cell.bottom() + 8 if below else cell.top() - 8 - high
    box = QRectF(left, top, wide, high)
    pen.frame(painter, box, "surface", "red", RADIUS)
    _arrow(painter, cell.center().x(), box, below)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour("red"), 1.4))
    centre = QPointF(box.left() + 16, box.top() + 6 + CALLOUT_LINE / 2)
    painter.drawEllipse(centre, 6.5, 6.5)
    painter.restore()
    pen.text(painter, QRectF(centre.x() - 7, centre.y() - 8, 14, 16), "!", "red", TINY, align=pen.CENTRE)
    for at, line in enumerate(lines):
        room = QRectF(box.left() + 30, box.top() + 6 + at * CALLOUT_LINE, box.width() - 38, CALLOUT_LINE)
        pen.text(painter, room, line, "text" if at == 0 else "secondary", BODY if at == 0 else SMALL)


def _arrow(painter: QPainter, at: float, box: QRectF, below: bool) -> None:
    at = min(max(at, box.left() + 12), box.right() - 12)
    edge, tip = (box.top(), box.top() - 6) if below else (box.bottom(), box.bottom() + 6)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("surface"))
    inward = 1.5 if below else -1.5
    shape = [QPointF(at - 6, edge + inward), QPointF(at, tip), QPointF(at + 6, edge + inward)]
    painter.drawPolygon(QPolygonF(shape))
    painter.setPen(QPen(colour("red"), 1))
    painter.drawPolyline(QPolygonF([QPointF(at - 6, edge), QPointF(at, tip), QPointF(at + 6, edge)]))
    painter.restore()
