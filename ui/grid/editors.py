"""The editors of an entry grid: a line, a text of several lines, a choice that narrows as it is typed, a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kpi_desktop.exchange.fields import Kind
from ui.grid.choice_editor import ChoiceEditor
from ui.grid.day_editor import DayEditor
from ui.grid.line_editor import STAYING, Closing, LineEditor
from ui.look.fonts import font
from ui.look.tokens import BODY

if TYPE_CHECKING:
    from kpi_desktop.exchange.fields import Field

__all__ = ["ChoiceEditor", "DayEditor", "LineEditor", "TextEditor", "editor_for"]


class TextEditor(QPlainTextEdit):
    """Several lines: Alt+Enter breaks a line, Enter is done. It grows below the cell."""

    done = Signal(int, int, bool)
    dropped = Signal()

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(title)
        self.setFont(font(BODY))
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(3)
        self._box = QRect()
        self.textChanged.connect(self._grow)

    def begin(self, text: str | None, now: str) -> None:
        """Begin with `text` typed over what was there, or with what is there `now`."""
        self.setPlainText(now if text is None else text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def value(self) -> str:
        """What is typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Type `text` over what is there."""
        self.setPlainText(text)

    def place(self, box: QRect) -> None:
        """Lie over a cell."""
        self._box = box
        self._grow()

    def _grow(self) -> None:
        if self._box.isNull():
            return
        parent = self.parentWidget()
        wide = min(max(self._box.width(), 260), max(parent.width() - self._box.left(), self._box.width()))
        self.resize(wide, self.height())
        lines = max(round(self.document().size().height()), 1)
        high = max(self._box.height() + 1, lines * self.fontMetrics().lineSpacing() + 14)
        needs_bar = high > parent.height()
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needs_bar else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        box = QRect(self._box.left() - 1, self._box.top() - 1, wide, min(high, parent.height()))
        if box.bottom() > parent.height():
            box.moveBottom(parent.height())
        self.setGeometry(box)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self.insertPlainText("\n")
        elif step := Closing.step(event):
            self.done.emit(*step, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in STAYING:
            self.done.emit(0, 0, False)


def editor_for(
    parent: QWidget, title: str, field: Field | None, choices: list[tuple[str, str]] | None, long: bool
) -> LineEditor | TextEditor:
    """The editor for a cell: by its choices, then by how its column is read."""
    if choices:
        return ChoiceEditor(parent, title, choices, bool(field and field.kind is Kind.CODES))
    if field and field.kind is Kind.DATE:
        return DayEditor(parent, title)
    if long or (field and field.kind is Kind.TEXT and not field.required):
        return TextEditor(parent, title)
    return LineEditor(parent, title)
