"""Fields that are saved when they are left, and choices that are never changed in passing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.parts.controls import Chooser

UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class FigureField(QLineEdit):
    """Enter and the arrows go on to the next field, a pasted block fills what follows.

    `settled` brings a text that was changed and left; `mended`: what was wrong with it is no more.

    `moved` brings how far to go (down, across), `pasted` a block.
    """

    mended = Signal()
    settled = Signal(str)
    moved = Signal(int, int)
    pasted = Signal(str)

    def __init__(self, name: str, width: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("kind", "figure")
        self.saved = ""
        self.reason = ""
        if width:
            self.setFixedWidth(width)
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.editingFinished.connect(self.settle)

    @property
    def is_changed(self) -> bool:
        """Whether something else stands here than what is saved."""
        return self.text().strip() != self.saved

    def show_saved(self, text: str) -> None:
        """Show what is saved, unless something that could not be saved stands here, or is being typed."""
        if (self.reason or self.hasFocus()) and self.is_changed and text == self.saved:
            return
        self.saved = text
        self.mark("")
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def mark(self, reason: str, state: str = "") -> None:
        """Show why it is not saved; empty: it is well."""
        self.reason = reason
        self.setToolTip(reason)
        wanted = "bad" if reason else state
        if self.property("state") != wanted:
            self.setProperty("state", wanted)
            self.style().unpolish(self)
            self.style().polish(self)

    def settle(self) -> None:
        """Tell what was typed, if it is another text."""
        if self.is_changed:
            self.settled.emit(self.text().strip())
        elif self.reason:
            self.mark("")
            self.mended.emit()

    def give_up(self) -> None:
        """Show again what is saved."""
        self.setText(self.saved)
        self.mark("")
        self.mended.emit()

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z takes back what was saved last, unless something is being typed here."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if any(event.matches(key) for key in UNDO) and not self.is_changed:
                return False
            if event.key() == Qt.Key.Key_Escape and self.is_changed:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Return: (1, 0),
            Qt.Key.Key_Enter: (1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
        }
        if event.key() == Qt.Key.Key_Escape and self.is_changed:
            self.give_up()
        elif event.matches(QKeySequence.StandardKey.Paste) and _is_block(QGuiApplication.clipboard().text()):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.key() in steps:
            self.settle()
            self.moved.emit(*steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


def _is_block(text: str) -> bool:
    return "\t" in text or "\n" in text.strip("\n")


class StillChooser(Chooser):
    """A choice in a list that scrolls: the wheel moves the list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
