"""A form in place: a few fields one below the other, read as their columns are, the reason under what does not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ui.look import pen
from ui.look.fonts import heading
from ui.look.tokens import BODY, CARD, DRAWER_WIDTH, GAP, SMALL
from ui.parts.card import label
from ui.parts.controls import Chooser, button
from ui.parts.fields import CHOICE, DAY, FILE, LONG, NUMBER, SHARE, TEXT, DayField, Field, FileField, Problem, read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["CHOICE", "DAY", "FILE", "LONG", "NUMBER", "SHARE", "TEXT", "AskForm", "Field", "read"]


class AskForm(QWidget):
    """`closed` that the form was put away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        column.addWidget(self._scroll, 1)
        self._links = QHBoxLayout()
        self._links.setContentsMargins(GAP // 2, 0, GAP, 0)
        self._links.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._links)
        row = self._buttons = QHBoxLayout()
        row.setContentsMargins(GAP, 8, GAP, GAP)
        row.setSpacing(8)
        self.submit_button = button("", self.submit, kind="primary", hint=self.tr("Ctrl+Enter"))
        row.addWidget(self.submit_button)
        row.addWidget(button(self.tr("取消"), self.close_form))
        row.addStretch(1)
        self._extras = QHBoxLayout()
        row.addLayout(self._extras)
        column.addLayout(row)
        self._fields: tuple[Field, ...] = ()
        self.editors: dict[str, QWidget] = {}
        self.problems: dict[str, Problem] = {}
        self.title, self.note = "", ""
        self._act: Callable[[dict[str, Any]], object] | None = None

    def ask(
        self,
        title: str,
        fields: Sequence[Field],
        verb: str,
        act: Callable[[dict[str, Any]], object],
        note: str = "",
        extras: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show `fields`; `act` gets the answers, and a true result puts the form away. `extras`: links beside."""
        self._fields, self._act, self.title, self.note = tuple(fields), act, title, note
        self.setAccessibleName(title)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, 8, GAP, 4)
        column.setSpacing(4)
        head = label(title, CARD)
        head.setFont(heading(CARD))
        column.addWidget(head)
        if note:
            column.addWidget(label(note, SMALL, "quiet", wraps=True))
        self.editors, self.problems = {}, {}
        for field in self._fields:
            self._add(column, field)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.submit_button.setText(verb)
        self.submit_button.setAccessibleName(verb)
        self._show_extras(extras)
        self._focus_first()

    def _show_extras(self, extras: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Links to what else can be done: beside the buttons, above them where there is no room."""
        for place in (self._extras, self._links):
            while item := place.takeAt(0):
                if widget := item.widget():
                    widget.deleteLater()
        made = [button(words, act, kind="link") for words, act in extras]
        beside = self._buttons.sizeHint().width() + sum(each.sizeHint().width() + 8 for each in made)
        place = self._extras if beside <= max(self.width(), DRAWER_WIDTH) else self._links
        for each in made:
            place.addWidget(each)

    def _add(self, column: QVBoxLayout, field: Field) -> None:
        words = self.tr("{words} *").format(words=field.words) if field.required else field.words
        column.addSpacing(4)
        column.addWidget(label(words, SMALL, "quiet"))
        editor = self._editor(field)
        column.addWidget(editor)
        problem = self.problems[field.name] = Problem()
        column.addWidget(problem)

    def _editor(self, field: Field) -> QWidget:
        made: QWidget
        if field.kind == LONG:
            made = inner = QPlainTextEdit(field.value)
            inner.setFixedHeight(field.tall)
            inner.setTabChangesFocus(True)
            inner.setPlaceholderText(field.hint)
        elif field.kind == CHOICE:
            made = inner = Chooser(field.words)
            inner.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            inner.show_items(field.choices, field.value)
        elif field.kind in (DAY, FILE):
            made = DayField(field.value) if field.kind == DAY else FileField(field.value)
            inner = made.edit
        else:
            made = inner = QLineEdit(field.value)
            inner.setPlaceholderText(field.hint)
        inner.setAccessibleName(field.words)
        inner.setFont(pen.font(BODY))
        self.editors[field.name] = inner
        return made

    def _focus_first(self) -> None:
        names = [field.name for field in self._fields]
        long = [field.name for field in self._fields if field.kind == LONG]
        blank = [field.name for field in self._fields if not field.value] or long or names
        if blank:
            self.editors[blank[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self, name: str) -> str:
        """What stands in a field."""
        editor = self.editors[name]
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        if isinstance(editor, Chooser):
            return str(editor.currentData() or "")
        return editor.text() if isinstance(editor, QLineEdit) else ""

    def put(self, name: str, text: str) -> None:
        """Put text into a field, as typing does."""
        editor = self.editors[name]
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, Chooser):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    def submit(self) -> None:
        """Read the answers and act on them; what does not read is told under its field."""
        answers, wrong = {}, {}
        for field in self._fields:
            answers[field.name], wrong[field.name] = read(field, self.text(field.name))
        for name, problem in self.problems.items():
            problem.setText(wrong[name])
            problem.setVisible(bool(wrong[name]))
        if any(wrong.values()):
            first = next(name for name, words in wrong.items() if words)
            self.editors[first].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._act and self._act(answers):
            self.close_form()

    def close_form(self) -> None:
        """Put the form away."""
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            super().keyPressEvent(event)
