"""分析 and 对策 of one month: two text fields that are saved when they are left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.look.fonts import font
from ui.look.tokens import BODY, GAP, SMALL
from ui.parts.card import label

ANALYSIS, COUNTERMEASURE = "analysis", "countermeasure"


class NoteEdit(QPlainTextEdit):
    """A text field. `left` brings its text once it is left with other words in it; Esc takes them back."""

    left = Signal(str)

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(font(BODY))
        self.setTabChangesFocus(True)
        self.setMinimumHeight(54)
        self._kept = ""

    def show_text(self, text: str) -> None:
        """Show what is kept in the book; what is being typed over the same text stays."""
        if self.hasFocus() and text == self._kept:
            return
        self._kept = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def settle(self) -> None:
        """Give out what was typed, if anything."""
        text = self.toPlainText().strip()
        if text != self._kept.strip():
            self._kept = text
            self.left.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._kept)
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.settle()
        else:
            super().keyPressEvent(event)


class Notes(QWidget):
    """`written` brings the column (analysis, countermeasure) and its text."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 0, GAP, GAP)
        row.setSpacing(8)
        hints = {
            ANALYSIS: self.tr("快了还是慢了，差在哪里，为什么"),
            COUNTERMEASURE: self.tr("谁在什么时候做什么，补回多少"),
        }
        self.edits: dict[str, NoteEdit] = {}
        self._titles = {}
        for name, words in ((ANALYSIS, self.tr("分析")), (COUNTERMEASURE, self.tr("对策"))):
            column = QVBoxLayout()
            column.setSpacing(4)
            self._titles[name] = label(words, SMALL, "quiet")
            self.edits[name] = NoteEdit(words, hints[name], self)
            self.edits[name].left.connect(lambda text, name=name: self.written.emit(name, text))
            column.addWidget(self._titles[name])
            column.addWidget(self.edits[name], 1)
            row.addLayout(column, 1)

    def show_notes(self, when: str, analysis: str | None, countermeasure: str | None, locked: str = "") -> None:
        """Show what is kept for `when` (10 月, 三季度); `locked` says why nothing can be written."""
        self._titles[ANALYSIS].setText(self.tr("{when}分析").format(when=when))
        self._titles[COUNTERMEASURE].setText(self.tr("对策"))
        for name, text in ((ANALYSIS, analysis), (COUNTERMEASURE, countermeasure)):
            self.edits[name].show_text(text or "")
            self.edits[name].setReadOnly(bool(locked))
            self.edits[name].setToolTip(locked)
        if locked:
            self._titles[COUNTERMEASURE].setText(locked)

    def settle(self) -> None:
        """Give out what was typed and not left yet."""
        for edit in self.edits.values():
            edit.settle()
