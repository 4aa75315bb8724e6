"""An editor of one line, and the keys that finish editing."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.look.fonts import font
from ui.look.tokens import BODY

CLOSING = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Keys that finish editing, and where they go: rows and columns further."""
STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Reasons to lose the keyboard for a while; all others finish editing."""


class Closing:
    """What a key means for an editor that shall close."""

    @staticmethod
    def step(event: QKeyEvent) -> tuple[int, int] | None:
        """Where to go after the editor closes; None where the key is the editor's own."""
        if event.key() not in CLOSING:
            return None
        down, across = CLOSING[Qt.Key(event.key())]
        back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and down else 1
        return down * back, across


class LineEditor(QLineEdit):
    """One line. `done`: the text is to be taken and the step to go; `dropped`: it is to be forgotten."""

    done = Signal(int, int, bool)
    dropped = Signal()

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(title)
        self.setFont(font(BODY))
        self.moves_on_arrows = False

    def begin(self, text: str | None, now: str) -> None:
        """Begin with `text` typed over what was there, or, where it is None, with what is there `now`."""
        self.moves_on_arrows = text is not None
        self.setText(now if text is None else text)
        self.end(False)

    def value(self) -> str:
        """What is typed."""
        return self.text()

    def place(self, box: QRect) -> None:
        """Lie over a cell."""
        self.setGeometry(box.adjusted(-1, -1, 0, 0))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif step := Closing.step(event):
            self.done.emit(*step, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.done.emit(-1 if event.key() == Qt.Key.Key_Up else 1, 0, False)
        elif self.moves_on_arrows and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self.done.emit(0, -1 if event.key() == Qt.Key.Key_Left else 1, False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: object) -> None:
        self.moves_on_arrows = False
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.done.emit(0, 0, False)
