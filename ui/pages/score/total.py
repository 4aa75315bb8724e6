"""The total as it adds up by hand: category + category + bonus − deduction = total."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import pen
from ui.look.tokens import BODY, GAP, SMALL, TINY

STRIP = 52
Part = tuple[str, str, str, str]


class TotalStrip(QWidget):
    """A framed strip: what each part is called over how much it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self.setFixedHeight(STRIP + 8)

    def show_parts(self, parts: list[Part]) -> None:
        """Show (sign, word, figure, of what) for each part."""
        self._parts = parts
        self.setAccessibleName(self.sentence())
        self.setToolTip(self.sentence())
        self.update()

    def sentence(self) -> str:
        """The sum on one line."""
        return " ".join(f"{sign} {word} {figure}".strip() for sign, word, figure, _ in self._parts)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._parts:
            return
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(GAP, 0, -GAP, -8)
        pen.frame(painter, box, "head")
        widths = [self._width(part) for part in self._parts]
        gap = max((box.width() - 2 * GAP - sum(widths)) / max(len(widths) - 1, 1), 2)
        left = box.left() + GAP
        for part, wide in zip(self._parts, widths, strict=True):
            self._paint_part(painter, part, QRectF(left, box.top(), wide, box.height()))
            left += wide + gap
        painter.end()

    def _width(self, part: Part) -> float:
        sign, word, figure, whole = part
        under = pen.width(figure, BODY + 1, True) + (pen.width(f" /{whole}", TINY) if whole else 0)
        return max(pen.width(word, TINY), under) + (18 if sign else 0)

    def _paint_part(self, painter: QPainter, part: Part, box: QRectF) -> None:
        sign, word, figure, whole = part
        if sign:
            pen.text(painter, QRectF(box.left(), box.top() + 20, 14, 26), sign, "secondary", BODY)
            box = box.adjusted(18, 0, 0, 0)
        pen.text(painter, QRectF(box.left(), box.top() + 5, box.width() + 8, 18), word, "secondary", TINY)
        token = "accent" if sign == "=" else "text"
        wide = pen.text(painter, QRectF(box.left(), box.top() + 21, box.width() + 4, 26), figure, token, BODY + 1, True)
        if whole:
            rest = QRectF(box.left() + wide + 2, box.top() + 22, 40, 26)
            pen.text(painter, rest, f"/{whole}", "pale", TINY, align=pen.LEFT | Qt.AlignmentFlag.AlignVCenter)


class TotalLine(QWidget):
    """The same on one line, for a narrow window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        self.setFixedHeight(34)

    def show_parts(self, parts: list[Part]) -> None:
        """Show the parts."""
        self._parts = parts
        self.setAccessibleName(" ".join(f"{sign} {word} {figure}".strip() for sign, word, figure, _ in parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._parts:
            return
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(GAP, 0, -GAP, 0)
        *parts, total = self._parts
        words = " ".join(f"{sign} {figure}".strip() for sign, _, figure, _ in parts)
        wide = pen.text(painter, box, total[1], "text", BODY)
        wide += 10 + pen.text(painter, box.adjusted(wide + 10, 0, -80, 0), words, "secondary", SMALL)
        pen.text(painter, box.adjusted(wide, 0, 0, 0), total[2], "accent", 16, True, pen.RIGHT)
        painter.end()
