"""What an empty page says: what belongs there, and the ways to fill it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.gap_goals import is_there
from ui.look import icons, pen
from ui.look.fonts import heading
from ui.look.theme import colour
from ui.look.tokens import BODY, CARD, GAP
from ui.parts.card import label
from ui.parts.controls import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Way = tuple[str, str, tuple[str, ...] | Callable[[], object]]

WIDTH, ICON = 520, 34


class Empty(QWidget):
    """A sentence in the middle of a surface with buttons below it. `go` brings the goal of the one that was pressed."""

    go = Signal(object)

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        box = QWidget()
        box.setFixedWidth(WIDTH)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, ICON + 14, 0, 0)
        column.setSpacing(8)
        self.title = label("", CARD)
        self.title.setFont(heading(CARD))
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words = label("", BODY, "quiet", wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.title)
        column.addWidget(self.words)
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        column.addSpacing(4)
        column.addLayout(self._row)
        middle.addWidget(box)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self._box = box

    def show_words(self, title: str, words: str, ways: Sequence[Way] = ()) -> None:
        """Say what belongs here, and offer `ways` (words, icon, goal or what to do), the first as the main one.

        A goal on a page there is not is left out.
        """
        self.setAccessibleName(title)
        self.title.setText(title)
        self.words.setText(words)
        self.words.setMinimumHeight(self.words.heightForWidth(WIDTH))
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._row.addStretch(1)
        there = [way for way in ways if not isinstance(way[2], tuple) or is_there(way[2][0])]
        for at, (name, icon, what) in enumerate(there):
            act = partial(self.go.emit, what) if isinstance(what, tuple) else what
            self._row.addWidget(button(name, act, icon, "" if at else "primary"))
        self._row.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()))
        top = self._box.geometry().top()
        icons.draw(painter, self._icon, QRectF(0, top, self.width(), ICON), colour("pale"), ICON)
        painter.end()
