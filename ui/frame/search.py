"""The search field: any part of a name or code of a page, department, indicator, task or form, and there."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from ui.grid.cells import Cell, Column, Row
from ui.grid.view import Table
from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, TINY

MOST, ROW = 12, 30
KEYS_FOR_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Place(NamedTuple):
    """Somewhere to jump to: what it is called, what kind of thing it is, and what is told when it is chosen."""

    name: str
    code: str
    kind: str
    goal: tuple[str, ...]
    detail: str = ""


def found(places: Sequence[Place], typed: str) -> list[Place]:
    """The places whose name or code contains every word of `typed`; those that begin with it come first."""
    words = typed.lower().split()
    if not words:
        return []
    hits = [p for p in places if all(word in p.name.lower() or word in p.code.lower() for word in words)]
    begins = {p for p in hits if p.name.lower().startswith(words[0]) or p.code.lower().startswith(words[0])}
    return [p for p in hits if p in begins] + [p for p in hits if p not in begins]


class SearchField(QLineEdit):
    """Ctrl+K; results hang below it in a list that leaves the focus here."""

    went = Signal(object)

    def __init__(self, places: Callable[[], Sequence[Place]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._known: Sequence[Place] = ()
        self._popup: Results | None = None
        self.setAccessibleName(self.tr("搜索部门、任务、指标、报表"))
        self.setTextMargins(22, 0, 0, 0)
        self.setClearButtonEnabled(False)
        self.textEdited.connect(self._look)

    def start(self) -> None:
        """Take the focus with everything selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def results(self) -> list[Place]:
        """What the list shows now."""
        return self._popup.places if self._popup and self._popup.isVisible() else []

    def _look(self, typed: str) -> None:
        if not self._known:
            self._known = self._places()
        hits = found(self._known, typed)[:MOST]
        if self._popup is None:
            self._popup = Results(self.window())
            self._popup.taken.connect(self._go)
        if typed.strip():
            self._popup.show_places(hits, self)
        else:
            self._popup.hide()

    def _go(self, place: Place) -> None:
        self._leave()
        self.went.emit(place.goal)

    def _leave(self) -> None:
        if self._popup:
            self._popup.hide()
        self.clear()
        self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif self.results() and event.key() in KEYS_FOR_LIST:
            self._popup.list.keyPressEvent(event)
        elif self.results() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self._popup.current())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QEvent) -> None:
        self._known = ()
        if self._popup:
            self._popup.hide()
        super().focusOutEvent(event)
        self.update()

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.draw(painter, "magnifying-glass", QRectF(8, 0, 18, self.height()), colour("secondary"), 15)
        if not self.text() and not self.hasFocus():
            words = self.accessibleName() if self.width() > 290 else self.tr("搜索")
            pen.text(painter, QRectF(32, 0, self.width() - 90, self.height()), words, "secondary", SMALL)
            key = QRectF(self.width() - 54, 6, 46, self.height() - 12)
            pen.frame(painter, key, "surface", "border", 3)
            pen.text(painter, key, "Ctrl+K", "pale", TINY, align=pen.CENTRE)
        painter.end()


class Results(QFrame):
    """The list below the field; a click takes a place."""

    taken = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.places: list[Place] = []
        self.list = Table(self.tr("搜索结果"), (Column(""), Column("", 200), Column("", 64)), ROW, parent=self)
        self.list.horizontalHeader().hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.activated_on.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.addWidget(self.list)

    def show_places(self, places: list[Place], below: QWidget) -> None:
        """Show `places` under `below`, or that nothing was found."""
        self.places = places
        rows = [
            Row((Cell(p.name, note=p.code), Cell(p.detail, token="secondary"), Cell(p.kind, token="pale")), at)
            for at, p in enumerate(places)
        ]
        self.list.show_rows(rows or [Row((Cell(self.tr("没有找到"), token="pale"), Cell(), Cell()))])
        if rows:
            self.list.go_to(0)
        wide = max(below.width(), 520)
        corner = below.mapTo(self.window(), QPoint(below.width() - wide, below.height() + 4))
        self.setGeometry(corner.x(), corner.y(), wide, max(len(rows), 1) * ROW + 10)
        self.show()
        self.raise_()

    def current(self) -> Place:
        """The place the list stands on."""
        at = self.list.current_subject()
        return self.places[at if isinstance(at, int) else 0]

    def _take(self, at: object, column: int) -> None:
        if isinstance(at, int):
            self.taken.emit(self.places[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "edge")
        painter.end()
