"""The strips above a grid's cells: find, and what is offered or told about the last step; none of them is modal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.look import icons
from ui.look.theme import colour
from ui.look.tokens import SMALL
from ui.parts.card import label
from ui.parts.controls import button, icon_button


class Strip(QWidget):
    """A row of words and buttons on a pale ground."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(36)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(12, 0, 6, 0)
        self.line.setSpacing(8)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("accent_fill"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("border"))
        painter.end()


class Offer(Strip):
    """Tells what came of the last step, and offers what else could be done: buttons that act once."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = label("", SMALL)
        self.line.addSpacing(22)
        self.line.addWidget(self.words, 1)
        self._buttons: list[QPushButton] = []
        self.line.addWidget(icon_button("x", self.tr("关闭"), self.close_strip, 14))

    def tell(self, words: str, offers: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show `words` and a button for every offer."""
        for old in self._buttons:
            self.line.removeWidget(old)
            old.deleteLater()
        self._buttons = []
        self.words.setText(words)
        self.setAccessibleName(words)
        for at, (name, act) in enumerate(offers):
            made = button(name, lambda act=act: (self.hide(), act()), kind="primary" if at == 0 else "")
            self._buttons.append(made)
            self.line.insertWidget(self.line.count() - 1, made)
        self.show()

    @property
    def offers(self) -> list[QPushButton]:
        """The buttons that are offered."""
        return self._buttons

    def close_strip(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.draw(painter, "info", QRectF(10, 0, 18, self.height()), colour("accent"), 16)
        painter.end()


class FindStrip(Strip):
    """A field and how many cells hold what is typed; `wanted` brings the words and the direction (0: from here)."""

    wanted = Signal(str, int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setObjectName("gridFind")
        self.field.setAccessibleName(self.tr("查找"))
        self.field.setPlaceholderText(self.tr("在表中查找"))
        self.field.setFixedWidth(220)
        self.field.textChanged.connect(lambda words: self.wanted.emit(words, 0))
        self.field.installEventFilter(self)
        self.found = label("", SMALL, "quiet")
        self.line.addWidget(self.field)
        self.line.addWidget(icon_button("caret-up", self.tr("上一个（Shift+Enter）"), lambda: self._step(-1), 14))
        self.line.addWidget(icon_button("caret-down", self.tr("下一个（Enter）"), lambda: self._step(1), 14))
        self.line.addWidget(self.found, 1)
        self.line.addWidget(icon_button("x", self.tr("关闭"), self.close_strip, 14))

    def begin(self) -> None:
        """Show the field, ready to type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def tell(self, words: str) -> None:
        """Say how many were found."""
        self.found.setText(words)

    def close_strip(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def _step(self, step: int) -> None:
        self.wanted.emit(self.field.text(), step)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        else:
            return False
        return True
