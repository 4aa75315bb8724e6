"""The list of what happened to an item, newest first: day, sign, what, and the words that were said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.look import icons, pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL
from ui.pages.supervision import story
from ui.parts.controls import Clickable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.supervision.story import Event

DAY, SIGN, LEFT, RIGHT = 46, 30, 78, 8
MOST_LINES, LINE, TITLE = 4, 18, 20
ICONS = {
    story.REPORT: "note-pencil",
    story.DONE: "check-circle",
    story.AHEAD: "hourglass",
    story.EXTENDED: "clock-counter-clockwise",
    story.CARRIED: "arrow-bend-down-right",
    story.CLOSED: "check-square",
    story.FILE: "paperclip",
    story.BEGUN: "flag",
}


class EventRow(Clickable):
    """One event; a button where there is something to do with it."""

    def __init__(self, event: Event, year: int, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(f"{event.day or ''} {event.title} {event.detail}".strip(), parent)
        self.said = event
        self._last = last
        shown = event.day
        self._day = "" if shown is None else f"{shown:%m-%d}" if shown.year == year else f"{shown:%y-%m}"
        if event.goal is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        self.setToolTip("\n".join(part for part in (event.title, event.detail) if part))
        self.fit(300)

    def fit(self, wide: int) -> None:
        """Take the height that the words need at a width."""
        lines = self._lines(wide)
        self.setFixedHeight(TITLE + lines * LINE + 5)

    def _lines(self, wide: int) -> int:
        if not self.said.detail:
            return 0
        measure = QFontMetrics(font(SMALL))
        room = QRect(0, 0, max(wide - LEFT - RIGHT, 60), 10_000)
        high = measure.boundingRect(room, pen.WRAP, self.said.detail).height()
        return min(max(round(high / measure.lineSpacing()), 1), MOST_LINES)

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.said.goal and (self.underMouse() or self.hasFocus()):
            painter.fillRect(box, colour("hover"))
        if not self._last:
            painter.fillRect(QRectF(DAY + SIGN / 2 - 1, 20, 1, box.height() - 18), colour("border"))
        pen.text(painter, QRectF(0, 0, DAY, TITLE), self._day, "secondary", SMALL)
        self._sign(painter)
        token = "red_text" if self.said.warns else "text"
        wide = pen.text(painter, QRectF(LEFT, 0, box.width() - LEFT - 22, TITLE), self.said.title, token, BODY)
        if self.said.goal:
            icons.draw(painter, "caret-right", QRectF(LEFT + wide + 4, 1, 12, TITLE), colour("accent"), 11)
        self._detail(painter, box)
        painter.end()

    def _sign(self, painter: QPainter) -> None:
        centre = QPointF(DAY + SIGN / 2 - 0.5, TITLE / 2)
        if self.said.kind == story.PLATE:
            pen.card(painter, centre.x() - 10, centre.y(), self.said.colour)
        elif self.said.kind == story.TODAY:
            pen.light(painter, centre, self.said.colour)
        else:
            painter.setPen(QPen(colour("edge"), 1))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(centre, 9, 9)
            token = {"green": "green", "yellow": "amber"}.get(self.said.colour, "secondary")
            icons.draw(painter, ICONS[self.said.kind], QRectF(centre.x() - 9, 0, 18, TITLE), colour(token), 12)

    def _detail(self, painter: QPainter, box: QRectF) -> None:
        """Up to four lines; what does not fit ends in …, the hint has it all."""
        lines = (round(box.height()) - TITLE - 5) // LINE
        if not lines:
            return
        room = QRectF(LEFT, TITLE - 1, box.width() - LEFT - RIGHT, lines * LINE + 2)
        pen.paragraph(painter, room, self.said.detail, lines)


class EventList(QScrollArea):
    """`asked` brings an event's goal."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("经过"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.rows: list[EventRow] = []

    def show_events(self, found: Sequence[Event], year: int) -> None:
        """Show `found`, the newest first; days of `year` without the year."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        self.rows = [EventRow(event, year, at == len(found) - 1, inside) for at, event in enumerate(found)]
        for row in self.rows:
            row.clicked.connect(lambda _=False, row=row: row.said.goal and self.asked.emit(row.said.goal))
            row.fit(self.viewport().width())
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for row in self.rows:
            row.fit(self.viewport().width())
