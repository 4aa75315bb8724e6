"""The search field: any part of a name, its pinyin initials or its code, and there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRectF, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, TINY
from ui.parts import pinyin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.frame.results import Results

MOST = 12
KEYS_FOR_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Place(NamedTuple):
    """Somewhere to jump to: what it is called, what kind of thing it is, and what is told when it is chosen."""

    name: str
    code: str
    kind: str
    goal: tuple[str, ...]
    detail: str = ""


def found(places: Sequence[Place], typed: str) -> list[Place]:
    """The places that have every word of `typed` in their name, its pinyin initials, their code or their detail.

    Best first: those whose name or code begins with the first word, then by initials from the beginning, then the rest.
    """
    words = typed.lower().split()
    if not words:
        return []
    hits = [place for place in places if all(_has(place, word) for word in words)]
    return sorted(hits, key=lambda place: _distance(place, words[0]))


def _has(place: Place, word: str) -> bool:
    if any(word in text.lower() for text in (place.name, place.code, place.detail)):
        return True
    return _are_letters(word) and pinyin.contains(place.name, word)


def _distance(place: Place, word: str) -> int:
    """0 for the best hit."""
    if place.name.lower().startswith(word) or place.code.lower().startswith(word):
        return 0
    if _are_letters(word) and pinyin.begins(place.name, word):
        return 1
    return 2 if word in place.name.lower() else 3


def _are_letters(word: str) -> bool:
    return len(word) > 1 and word.isascii() and word.isalnum()


class SearchField(QLineEdit):
    """Ctrl+K; results hang below it in a list that leaves the focus here."""

    went = Signal(object)

    def __init__(self, places: Callable[[], Sequence[Place]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._known: Sequence[Place] = ()
        self._popup: Results | None = None
        self.setAccessibleName(self.tr("搜索部门、任务、指标、报表、命令"))
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
            from ui.frame.results import Results

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
        QThreadPool.globalInstance().start(lambda: pinyin.initials(""))  # its table takes a while to load
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
