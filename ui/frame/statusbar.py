"""The status bar: when it was last saved, who is at work, what runs in the background, and the page's keys."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import SMALL, STATUS_BAR
from ui.terms import clauses


class StatusBar(QWidget):
    """One painted line; what it says is its accessible description too. `stopped`: what runs shall be cancelled."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(STATUS_BAR)
        self.setAccessibleName(self.tr("状态栏"))
        self._parts: dict[str, str] = {}
        self.hint = ""
        self._stoppable = False
        self._stop = QRectF()
        self.setMouseTracking(True)

    def say(self, **parts: str) -> None:
        """Set parts by name: saved, operator, background, note (shown in that order); empty takes one away."""
        self._parts.update(parts)
        self.setAccessibleDescription(clauses(self.words()))
        self.update()

    def say_hint(self, words: str) -> None:
        """What the keys do on the page shown."""
        self.hint = words
        self.update()

    def offer_stop(self, offered: bool) -> None:
        """Whether what runs in the background can be cancelled."""
        self._stoppable = offered
        self._stop = QRectF()
        self.update()

    def stop_at(self) -> QRectF:
        """Where to click to cancel what runs; empty where nothing can be."""
        return QRectF(self._stop)

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
            if self._stoppable and words == self._parts.get("background"):
                left += 8 + self._paint_stop(painter, left + 8)
        pen.text(painter, QRectF(self.rect()).adjusted(0, 0, -12, 0), self.hint, "secondary", SMALL, align=pen.RIGHT)
        painter.end()

    def _paint_stop(self, painter: QPainter, left: float) -> float:
        words = self.tr("取消")
        self._stop = QRectF(left, 0, pen.width(words, SMALL), self.height())
        return pen.text(painter, self._stop.adjusted(0, 0, 2, 0), words, "accent", SMALL)

    def _over_stop(self, place: QPointF) -> bool:
        return self._stoppable and self._stop.contains(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand = self._over_stop(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._over_stop(event.position()):
            self.stopped.emit()
