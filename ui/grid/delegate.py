"""The one delegate: paints the row's ground, then the cell by its kind."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.grid.cells import (
    BAR,
    BULLET,
    CARDS,
    DAYS,
    DIVERGE,
    DOT,
    GROUP,
    LIGHT,
    METER,
    NUMBER,
    PAIR,
    PROGRESS,
    RANK,
    TOTAL,
    Bullet,
    Cell,
)
from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL, TINY

PAD, FIRST_PAD = 7, 12
METER_FIGURE, METER_BAR = 30, 7
DAYS_FIGURE = 26


class Delegate(QStyledItemDelegate):
    """Paints `Cell`s of a `ListModel`; the view tells which row the mouse is over."""

    hover_row = -1
    first_pad, pad = FIRST_PAD, PAD

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model = index.model()
        cell, kind = model.cell(index), model.rows[index.row()].kind
        box = QRectF(option.rect)
        self._ground(painter, option, index, cell, kind)
        first = index.column() == 0
        _PAINTERS.get(cell.kind, _text)(
            painter, box.adjusted(self.first_pad if first else self.pad, 0, -self.pad, 0), cell
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, 30)

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        cell: Cell,
        kind: str,
    ) -> None:
        box = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, colour("accent_fill"))
        elif kind in (GROUP, TOTAL):
            painter.fillRect(box, colour("head"))
        elif index.row() == self.hover_row:
            painter.fillRect(box, colour("hover"))
        if cell.fill and not (selected and kind == GROUP):
            painter.fillRect(box.adjusted(3, 2, -3, -3), colour(cell.fill))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, colour("line"))
        if selected and index.column() == 0:
            painter.fillRect(box.left(), box.top(), 3, box.height(), colour("accent"))


def _text(painter: QPainter, box: QRectF, cell: Cell) -> None:
    room = box.adjusted(0, 0, -(pen.tag_width(cell.tag) + 6) if cell.tag else 0, 0)
    left = room.left()
    if cell.note:
        left += pen.text(painter, room, cell.note, "pale", SMALL) + 8
    room.setLeft(left)
    if cell.text:
        left += pen.text(painter, room, cell.text, cell.token, BODY, cell.bold) + 6
    if cell.tag:
        pen.tag(painter, left, box.center().y(), cell.tag, cell.dashed)


def _number(painter: QPainter, box: QRectF, cell: Cell) -> None:
    room = QRectF(box)
    if cell.note:
        room.setRight(room.right() - pen.text(painter, room, cell.note, "pale", TINY, align=pen.RIGHT) - 3)
    pen.text(painter, room, cell.text, cell.token, BODY, cell.bold, pen.RIGHT)


def _bar(painter: QPainter, box: QRectF, cell: Cell) -> None:
    bar = QRectF(box.left(), box.center().y() - 8, box.width(), 17)
    if cell.share is not None:
        pen.bar(painter, bar, cell.share, cell.tick, "group_bar" if cell.bold else "bar")
    pen.text(painter, bar.adjusted(0, 0, -6, 0), cell.text, cell.token, SMALL, align=pen.CENTRE)


def _light(painter: QPainter, box: QRectF, cell: Cell) -> None:
    if cell.light:
        pen.light(painter, QPointF(box.left() + 6, box.center().y()), cell.light)
        box = box.adjusted(18, 0, 0, 0)
    pen.text(painter, box, cell.text, cell.token, BODY, cell.bold)


def _rank(painter: QPainter, box: QRectF, cell: Cell) -> None:
    left = pen.text(painter, box, cell.text, cell.token, BODY, cell.bold)
    if cell.note:
        pen.text(painter, box.adjusted(left + 8, 0, 0, 0), cell.note, "accent", BODY)


def _pair(painter: QPainter, box: QRectF, cell: Cell) -> None:
    upper, lower = QRectF(box), QRectF(box)
    upper.setBottom(box.center().y() + 2)
    lower.setTop(box.center().y() - 1)
    if cell.light:
        pen.light(painter, QPointF(box.left() + 6, upper.center().y() + 2), cell.light)
        upper.setLeft(box.left() + 18)
        lower.setLeft(box.left() + 18)
    pen.text(painter, upper.adjusted(0, 4, 0, 2), cell.text, cell.token, BODY, cell.bold)
    pen.text(painter, lower.adjusted(0, -2, 0, -4), cell.under, "secondary", TINY)


def _progress(painter: QPainter, box: QRectF, cell: Cell) -> None:
    upper, lower = QRectF(box), QRectF(box)
    upper.setBottom(box.center().y() + 2)
    lower.setTop(box.center().y() - 1)
    pen.text(painter, upper.adjusted(0, 4, 0, 2), cell.text, cell.token, BODY, cell.bold, pen.RIGHT)
    if cell.share is None:
        return
    wide = pen.text(painter, lower.adjusted(0, -2, 0, -4), cell.under, "secondary", TINY, align=pen.RIGHT)
    right = box.right() - (wide + 8 if cell.under else 0)
    pen.bar(painter, QRectF(box.left(), lower.center().y() - 4, right - box.left(), 6), cell.share, cell.tick)


def _meter(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """A figure, and a thin bar with its tick beside it."""
    pen.text(painter, QRectF(box.left(), box.top(), METER_FIGURE, box.height()), cell.text, cell.token, align=pen.RIGHT)
    if cell.share is not None:
        left = round(box.left()) + METER_FIGURE + 8
        bar = QRectF(left, round(box.center().y()) - METER_BAR // 2, box.right() - left, METER_BAR)
        pen.bar(painter, bar, cell.share, cell.tick, "group_bar" if cell.token == "secondary" else "bar")


def _days(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """余 26: the figure on the right, its word in a place of its own before it."""
    pen.text(painter, box, cell.text, cell.token, BODY, cell.bold, pen.RIGHT)
    if cell.under:
        word = box.adjusted(0, 0, -max(pen.width(cell.text, BODY, cell.bold), DAYS_FIGURE - 7) - 7, 0)
        pen.text(painter, word, cell.under, cell.token if cell.bold else "secondary", BODY, align=pen.RIGHT)


def _cards(painter: QPainter, box: QRectF, cell: Cell) -> None:
    left = box.left()
    for card in cell.cards:
        left += pen.card(painter, left, box.center().y(), card.colour, card.issued) + 4


def _bullet(painter: QPainter, box: QRectF, cell: Cell) -> None:
    if cell.bullet:
        paint_bullet(painter, box, cell.bullet)


def paint_bullet(painter: QPainter, box: QRectF, bullet: Bullet) -> None:
    """Value against base on one axis: stretch a pale outlined extension, the pace one dark tick."""
    top, high = round(box.center().y() - 5), 11
    left, wide = box.left(), box.width()
    if bullet.stretch is not None:
        end = min(bullet.stretch, 1.0) * wide
        pen.frame(painter, QRectF(left, top, end, high), "head", "border", 0)
    painter.fillRect(QRectF(left, top, bullet.base * wide, high), colour("track"))
    if bullet.value is not None:
        painter.fillRect(QRectF(left, top, min(max(bullet.value, 0.0), 1.0) * wide, high), colour("bar"))
    if bullet.pace is not None:
        at = round(left + min(max(bullet.pace, 0.0), 1.0) * wide) - 1
        painter.fillRect(QRectF(at, top - 3, 2, high + 6), colour("text"))


def _diverge(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """A bar to the right of the middle for a gain, to the left for a loss."""
    middle, top = box.center().x(), round(box.center().y() - 5)
    painter.fillRect(QRectF(middle, box.top() + 3, 1, box.height() - 6), colour("border"))
    if cell.share is not None:
        reach = min(max(cell.share, -1.0), 1.0) * (box.width() / 2 - 2)
        left = middle if reach >= 0 else middle + reach
        painter.fillRect(QRectF(left, top, max(abs(reach), 1), 10), colour("accent" if reach >= 0 else "grey"))


def _dot(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """A dot off the middle with a line to it; without a share the text instead."""
    middle, height = box.center().x(), box.center().y()
    for part in (-1, -0.5, 0, 0.5, 1):
        at = round(middle + part * (box.width() / 2 - 6))
        painter.fillRect(QRectF(at, box.top() + 2, 1, box.height() - 4), colour("border" if part == 0 else "line"))
    if cell.share is None:
        pen.text(painter, box, cell.text, "secondary", TINY, align=pen.CENTRE)
        return
    reach = min(max(cell.share, -1.0), 1.0) * (box.width() / 2 - 6)
    painter.fillRect(QRectF(min(middle, middle + reach), height - 1, abs(reach), 2), colour("accent"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawEllipse(QPointF(middle + reach, height), 4.5, 4.5)
    painter.restore()


def _diverge(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """A bar to the right of the middle for a gain, to the left for a loss."""
    middle, top = box.center().x(), round(box.center().y() - 5)
    painter.fillRect(QRectF(middle, box.top() + 3, 1, box.height() - 6), colour("border"))
    if cell.share is not None:
        reach = min(max(cell.share, -1.0), 1.0) * (box.width() / 2 - 2)
        left = middle if reach >= 0 else middle + reach
        painter.fillRect(QRectF(left, top, max(abs(reach), 1), 10), colour("accent" if reach >= 0 else "grey"))


def _dot(painter: QPainter, box: QRectF, cell: Cell) -> None:
    """A dot off the middle with a line to it; without a share the text instead."""
    if cell.share is None:
        pen.text(painter, box, cell.text, "secondary", TINY, align=pen.CENTRE)
        return
    middle, height = box.center().x(), box.center().y()
    for part in (-1, -0.5, 0, 0.5, 1):
        at = round(middle + part * (box.width() / 2 - 6))
        painter.fillRect(QRectF(at, box.top() + 2, 1, box.height() - 4), colour("border" if part == 0 else "line"))
    reach = min(max(cell.share, -1.0), 1.0) * (box.width() / 2 - 6)
    painter.fillRect(QRectF(min(middle, middle + reach), height - 1, abs(reach), 2), colour("accent"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("accent"))
    painter.drawEllipse(QPointF(middle + reach, height), 4.5, 4.5)
    painter.restore()


_PAINTERS = {
    NUMBER: _number,
    BAR: _bar,
    LIGHT: _light,
    RANK: _rank,
    PAIR: _pair,
    PROGRESS: _progress,
    BULLET: _bullet,
    METER: _meter,
    DAYS: _days,
    CARDS: _cards,
    DIVERGE: _diverge,
    DOT: _dot,
}
