"""A card: a surface with a title, a quiet remark beside it, room for a link, and its body."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look import pen
from ui.look.fonts import font, heading
from ui.look.tokens import CARD, GAP, SMALL


def label(words: str = "", size: int = 13, role: str = "", wraps: bool = False) -> QLabel:
    """A label at `size`; `role` `quiet` is the secondary colour."""
    made = Quiet(words) if role == "quiet" else QLabel(words)
    made.setFont(font(size))
    made.setWordWrap(wraps)
    return made


class Quiet(QLabel):
    """A label in the secondary colour of whatever look is shown."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flags = self.alignment() | (Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine)
        painter.setPen(pen.colour("secondary"))
        words = self.text()
        if not self.wordWrap():
            words = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        painter.drawText(self.contentsRect(), flags, words)
        painter.end()


class Card(QWidget):
    """A painted surface; `body` takes what it holds, `head` the title row."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(GAP, 8, GAP, 8)
        self.head.setSpacing(8)
        self.title = QLabel(title)
        self.title.setFont(heading(CARD))
        self.remark = Quiet()
        self.remark.setFont(font(SMALL))
        if title:
            self.head.addWidget(self.title)
            self.head.addWidget(self.remark, 1)
            self.body.addLayout(self.head)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()))
        painter.end()
