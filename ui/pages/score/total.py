"""The total as it adds up by hand: category + category + bonus − deduction = total."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL, TINY
from ui.parts.controls import Clickable

if TYPE_CHECKING:
    from collections.abc import Sequence

STRIP, SIGN = 52, 18


class Part(NamedTuple):
    """One part of a sum: its sign, what it is called, the figure, what that is out of, and the figure's subject."""

    sign: str
    word: str
    figure: str
    whole: str
    subject: tuple[str, str]


def spoken(parts: Sequence[Part]) -> str:
    """The sum on one line."""
    return " ".join(f"{part.sign} {part.word} {part.figure}".strip() for part in parts)


class PartButton(Clickable):
    """One part of the strip; it leads to how it came about."""

    def __init__(self, part: Part, parent: QWidget) -> None:
        super().__init__(f"{part.word} {part.figure}", parent)
        self.part = part
        under = pen.width(part.figure, BODY + 1, True) + (pen.width(f" /{part.whole}", TINY) + 2 if part.whole else 0)
        self.setFixedSize(round(max(pen.width(part.word, TINY), under) + (SIGN if part.sign else 0)) + 8, STRIP - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sign, word, figure, whole, _ = self.part
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            pen.frame(painter, box.adjusted(SIGN - 4 if sign else 0, 3, 0, -3), "hover", "border")
        if sign:
            pen.text(painter, QRectF(0, 20, 14, 26), sign, "secondary", BODY)
        box.setLeft(SIGN if sign else 4)
        pen.text(painter, QRectF(box.left(), 5, box.width(), 18), word, "secondary", TINY)
        token = "accent" if sign == "=" else "text"
        wide = pen.text(painter, QRectF(box.left(), 21, box.width(), 26), figure, token, BODY + 1, True)
        if whole:
            rest = QRectF(box.left() + wide + 2, 22, 40, 26)
            pen.text(painter, rest, f"/{whole}", "pale", TINY, align=pen.LEFT | Qt.AlignmentFlag.AlignVCenter)
        painter.end()


class TotalStrip(QWidget):
    """A framed strip: what each part is called over how much it is. `chosen` brings the subject of a part."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[PartButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GAP + 8, 0, GAP + 8, 8)
        self._row.setSpacing(0)
        self.setFixedHeight(STRIP + 8)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the parts of a sum."""
        self.setAccessibleName(spoken(parts))
        while item := self._row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for at, part in enumerate(parts):
            made = PartButton(part, self)
            made.clicked.connect(lambda _=False, subject=part.subject: self.chosen.emit(subject))
            if at:
                self._row.addStretch(1)
            self._row.addWidget(made)
            self.buttons.append(made)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()).adjusted(GAP, 0, -GAP, -8), "head")
        painter.end()


class TotalLine(Clickable):
    """The same on one line, for a narrow window; a click tells how the total came about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._parts: list[Part] = []
        self.setFixedHeight(34)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the parts of a sum."""
        self._parts = list(parts)
        self.setAccessibleName(spoken(parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._parts:
            return
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect().adjusted(0, 0, 0, -1), pen.colour("hover"))
        box = QRectF(self.rect()).adjusted(GAP, 0, -GAP, 0)
        *parts, total = self._parts
        words = " ".join(f"{part.sign} {part.figure}".strip() for part in parts)
        wide = pen.text(painter, box, total.word, "text", BODY)
        wide += 10 + pen.text(painter, box.adjusted(wide + 10, 0, -80, 0), words, "secondary", SMALL)
        pen.text(painter, box.adjusted(wide, 0, 0, 0), total.figure, "accent", 16, True, pen.RIGHT)
        painter.end()
