"""The status bar: when it was last saved, who is at work, what runs in the background, and the page's keys."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, STATUS_BAR


class StatusBar(QWidget):
    """One painted line; what it says is its accessible description too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(STATUS_BAR)
        self.setAccessibleName(self.tr("状态栏"))
        self._parts: dict[str, str] = {}
        self.hint = ""

    def say(self, **parts: str) -> None:
        """Set parts by name: saved, operator, background, note (shown in that order); empty takes one away."""
        self._parts.update(parts)
        self.setAccessibleDescription("；".join(self.words()))
        self.update()

    def say_hint(self, words: str) -> None:
        """What the keys do on the page shown."""
        self.hint = words
        self.update()

    def words(self) -> list[str]:
        """What the left side says, in order."""
        order = ("saved", "operator", "background", "note")
        return [self._parts[name] for name in order if self._parts.get(name)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, colour("border"))
        left = 12.0
        if self._parts.get("saved"):
            icons.draw(painter, "check-circle", QRectF(left, 0, 16, self.height()), colour("green"), 15)
            left += 22
        room = pen.width(self.hint, SMALL) + 36
        for at, words in enumerate(self.words()):
            if at:
                painter.fillRect(QRectF(left + 9, 8, 1, self.height() - 16), colour("border"))
                left += 19
            box = QRectF(left, 0, self.width() - left - room, self.height())
            if box.width() < 24:
                break
            left += pen.text(painter, box, words, "secondary", SMALL)
        pen.text(painter, QRectF(self.rect()).adjusted(0, 0, -12, 0), self.hint, "secondary", SMALL, align=pen.RIGHT)
        painter.end()
