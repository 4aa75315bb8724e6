"""The strip of the year's course: 编制 → 执行 → 考核 → 复核 → 定稿, with the present state filled."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY
from ui.parts.controls import Clickable

STEP, NOTCH, HEIGHT, TICK = 84, 9, 30, 20


class Course(Clickable):
    """Five chevrons; those that are done carry a tick. A click asks for the panel of the course."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._words: Sequence[str] = ()
        self._at = 0
        self._step = self._wished = STEP
        self.setFixedHeight(HEIGHT)

    def show_state(self, words: Sequence[str], at: int) -> None:
        """Show the states `words` with the one at place `at` as the present one."""
        self._words, self._at = words, at
        self._fit()
        told = self.tr("年度进程：%1").replace("%1", words[at])
        self.setAccessibleName(told)
        self.setToolTip(self.tr("{told}，点开看下一步").format(told=told))
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Slimmer steps in a narrow window."""
        self._wished = STEP - 10 if narrow else STEP
        if self._words:
            self._fit()

    def _fit(self) -> None:
        """A step is as wide as the longest state and its tick need."""
        needed = max(pen.width(words, BODY) for words in self._words) + TICK + 2 * NOTCH
        self._step = max(self._wished, ceil(needed))
        self.setFixedWidth(self._step * len(self._words) + NOTCH)

    def sizeHint(self) -> QSize:
        return QSize(self._step * len(self._words) + NOTCH, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, words in enumerate(self._words):
            self._paint_step(painter, at, words)
        if self.hasFocus():
            painter.fillRect(QRectF(4, HEIGHT - 2, self.width() - 8, 2), colour("accent"))
        painter.end()

    def _paint_step(self, painter: QPainter, at: int, words: str) -> None:
        left, right = at * self._step, (at + 1) * self._step - 3
        middle = HEIGHT / 2
        notch = NOTCH if at else 0
        corners = (
            (left, 0),
            (right, 0),
            (right + NOTCH, middle),
            (right, HEIGHT),
            (left, HEIGHT),
            (left + notch, middle),
        )
        now, done = at == self._at, at < self._at
        painter.setBrush(colour("accent" if now else "accent_fill" if done else "chip"))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        token = "on_accent" if now else "accent" if done else "pale"
        wide = pen.width(words, BODY)
        start = (left + right + NOTCH) / 2 - wide / 2 + (9 if done else 0)
        pen.text(painter, QRectF(start, 0, wide + 2, HEIGHT), words, token)
        if done:
            icons.draw(painter, "check", QRectF(start - 20, 0, 16, HEIGHT), colour("accent"), 13)
        painter.setPen(Qt.PenStyle.NoPen)
