"""A rule read back: a sentence behind a quotation mark."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui.look import icons, pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, RADIUS


class Sentence(QLabel):
    """A sentence on the accent's pale ground behind a quotation mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(font(BODY))
        self.setContentsMargins(38, 6, 10, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen.colour("accent_fill"))
        painter.setBrush(pen.colour("accent_fill"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        icons.draw(painter, "quotes", QRectF(10, 0, 20, self.height()), colour("accent"), 16)
        painter.end()
        super().paintEvent(event)
