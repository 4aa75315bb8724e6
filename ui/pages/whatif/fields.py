"""The rows of fields: what it is, today's value, the value tried, and the difference."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.wording import figure
from ui.look import icons, pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, SMALL
from ui.pages.whatif.draft import NUMBER, SHARE, WHOLE, difference
from ui.parts.card import Quiet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.whatif.draft import Field

NOW_WIDTH, EDIT_WIDTH, CHANGE_WIDTH = 46, 74, 42
CARETS, PERCENT_STEP = 18, 5


class Stepper(QLineEdit):
    """A value to type; ↑ and ↓, or the carets at its right, step it. `stepped` brings 1 or -1."""

    stepped = Signal(int)

    def __init__(self, name: str, steps: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedSize(EDIT_WIDTH if steps else NOW_WIDTH + EDIT_WIDTH + 8, 26)
        self._steps = steps
        self.setProperty("kind", "figure")
        if steps:
            self.setTextMargins(0, 0, CARETS - 6, 0)
            self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def mark(self, state: str, reason: str) -> None:
        """Show it as `changed`, `bad` with the reason as its tip, or plain."""
        self.setToolTip(reason)
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().unpolish(self)
            self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._steps and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._steps and event.position().x() > self.width() - CARETS:
            self.stepped.emit(1 if event.position().y() < self.height() / 2 else -1)
        else:
            super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the list scrolls; a value is never changed in passing

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._steps:
            painter = QPainter(self)
            left = self.width() - CARETS
            icons.draw(painter, "caret-up", QRectF(left, 3, 14, 10), colour("pale"), 9)
            icons.draw(painter, "caret-down", QRectF(left, self.height() - 13, 14, 10), colour("pale"), 9)
            painter.end()


class FieldRow:
    """The widgets of one field: a text has no column for today's value, it is in the tip."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.words = Quiet(field.words)
        self.words.setFont(font(BODY))
        self.words.setMinimumWidth(40)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setToolTip(f"{field.words}　{field.tip}".strip("　"))
        self.steps = _has_steps(field)
        self.now = _figure(NOW_WIDTH, "secondary")
        self.edit = Stepper(field.words, self.steps)
        self.change = _figure(CHANGE_WIDTH, "accent")

    def show_texts(self, then: str) -> None:
        """Show what is tried now, unless it is being typed."""
        self.now.setText(self.field.now or "–")
        self.now.setToolTip(self.field.now)
        differs = then != self.field.now
        if not self.edit.hasFocus() or self.edit.text() == then:
            self.edit.setText(then)
            self.edit.setCursorPosition(0)
        self.edit.mark("changed" if differs else "", "" if self.steps else self.field.now)
        self.change.token = "accent" if differs else "pale"
        self.change.setText(difference(self.field, self.field.now, then))

    def take_over(self, other: FieldRow) -> None:
        """Go on with what is being typed in the row that this one replaces."""
        self.edit.setText(other.edit.text())
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.setCursorPosition(other.edit.cursorPosition())


def _has_steps(field: Field) -> bool:
    if field.kind in (NUMBER, WHOLE, SHARE):
        return True
    try:
        reading.number(field.now)
    except ValueError:
        return False
    return True


def _figure(width: int, token: str) -> Figure:
    made = Figure(token)
    made.setFixedWidth(width)
    return made


class Figure(QLabel):
    """A figure at the right, in the colour of whatever look is shown."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        bold = self.token == "accent"
        pen.text(painter, QRectF(self.rect()), self.text(), self.token, BODY, bold, pen.RIGHT)
        painter.end()


class FieldList(QWidget):
    """A section of fields. `typed` brings a field and its new text."""

    typed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Offer these fields; the same ones as before stay as they are, with what is being typed."""
        if [row.field for row in self.rows] == list(fields):
            return
        typed = next((row for row in self.rows if row.edit.hasFocus()), None)
        self._rebuild(fields)
        again = next((row for row in self.rows if typed and row.field == typed.field), None)
        if typed and again:
            again.take_over(typed)

    def _rebuild(self, fields: Sequence[Field]) -> None:
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.rows = [FieldRow(field) for field in fields]
        for at, row in enumerate(self.rows):
            grid.addWidget(row.words, at, 0)
            if row.steps:
                grid.addWidget(row.now, at, 1)
            grid.addWidget(row.edit, at, 2 if row.steps else 1, 1, 1 if row.steps else 2)
            grid.addWidget(row.change, at, 3)
            row.edit.textEdited.connect(lambda text, row=row: self.typed.emit(row.field, text))
            row.edit.stepped.connect(lambda by, row=row: self._step(row, by))
        self._column.addWidget(self._inside)
        self._inside.show()  # now, not when the layout comes to it: a field may take the keyboard over

    def row(self, words: str) -> FieldRow:
        """The row of the field called `words`. KeyError where there is none."""
        for row in self.rows:
            if row.field.words == words:
                return row
        raise KeyError(words)

    def _step(self, row: FieldRow, by: int) -> None:
        text = row.edit.text()
        try:
            value = reading.number(text or "0")
        except ValueError:
            return
        if text.endswith("%") or row.field.kind == SHARE:
            words = f"{figure(max(value * 100 + by * PERCENT_STEP, Fraction(0)), 4)}%"
        else:
            words = figure(max(value + by * Fraction(row.field.step), Fraction(0)), 4).replace(",", "")
        row.edit.setText(words)
        self.typed.emit(row.field, words)


class Headings(QWidget):
    """现行, 推演, 变动 over the columns of the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = float(self.width())
        for words, wide in (
            (self.tr("变动"), CHANGE_WIDTH),
            (self.tr("推演"), EDIT_WIDTH),
            (self.tr("现行"), NOW_WIDTH),
        ):
            pen.text(painter, QRectF(right - wide, 0, wide, 20), words, "secondary", SMALL, align=pen.RIGHT)
            right -= wide + 8
        painter.end()
