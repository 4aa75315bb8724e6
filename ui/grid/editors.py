"""The editors of an entry grid: a line, a text of several lines, a choice that narrows as it is typed, a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QListWidget, QPlainTextEdit, QToolButton, QWidget

from kpi_desktop.exchange.fields import Kind
from ui.grid.filters import initials
from ui.look import icons
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY

if TYPE_CHECKING:
    from kpi_desktop.exchange.fields import Field

LONGEST_LIST, CHOICE_ROW = 9, 27
CLOSING = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""Keys that finish editing, and where they go: rows and columns further."""
DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
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


class ChoiceEditor(LineEditor):
    """A line with the choices below it: part of a word, of a code or of the pinyin initials narrows them.

    What is marked is taken; with `several`, the part behind the last 、 is what is chosen.
    """

    def __init__(self, parent: QWidget, title: str, choices: list[tuple[str, str]], several: bool = False) -> None:
        super().__init__(parent, title)
        self.choices, self.several = choices, several
        self.listed: list[tuple[str, str]] = []
        self.list = QListWidget(self.window())
        self.list.setObjectName("cellChoices")
        self.list.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFont(font(BODY))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.hide()
        self.list.itemPressed.connect(lambda item: self._picked())
        self.textEdited.connect(lambda words: self._narrow(words))
        self.destroyed.connect(self.list.deleteLater)

    def begin(self, text: str | None, now: str) -> None:
        """Begin, and show the choices."""
        super().begin(text, now)
        self.moves_on_arrows = False
        self._narrow("" if text is None else text)
        if text is None:
            self.selectAll()
            self._mark(now)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self.isVisible():
            self._narrow(text)

    def inputMethodEvent(self, event: object) -> None:
        super().inputMethodEvent(event)
        self._narrow(self.text())

    def value(self) -> str:
        """The marked choice; what is typed where none is."""
        row = self.list.currentRow()
        if not self.list.isVisible() or row < 0 or not self._part(self.text()):
            return self.text()
        return self._with(self.listed[row][0])

    def _part(self, words: str) -> str:
        """What is being typed now."""
        return (
            words.replace("，", "、").replace(",", "、").rpartition("、")[2].strip() if self.several else words.strip()
        )

    def _with(self, stored: str) -> str:
        before = self.text().replace("，", "、").replace(",", "、").rpartition("、")[0] if self.several else ""
        return f"{before}、{stored}" if before else stored

    def _narrow(self, words: str) -> None:
        part = self._part(words).casefold()
        self.listed = [choice for choice in self.choices if fits(part, *choice)]
        self.listed.sort(key=lambda choice: choice[0].casefold() != part and choice[1].casefold() != part)
        self.list.clear()
        self.list.addItems([shown for _, shown in self.listed])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(40, CHOICE_ROW))
        self.list.setCurrentRow(0 if part and self.listed else -1)
        self._show_list()

    def _mark(self, now: str) -> None:
        at = next((at for at, (stored, _) in enumerate(self.listed) if stored == now), -1)
        self.list.setCurrentRow(at)

    def _show_list(self) -> None:
        if not self.listed or not self.isVisible():
            self.list.hide()
            return
        high = min(len(self.listed), LONGEST_LIST) * CHOICE_ROW + 2
        wide = max(self.width(), 220)
        corner = self.mapTo(self.window(), QPoint(0, self.height()))
        if corner.y() + high > self.window().height():
            corner = self.mapTo(self.window(), QPoint(0, -high))
        left = min(corner.x(), self.window().width() - wide - 4)
        self.list.setGeometry(left, corner.y(), wide, high)
        self.list.show()
        self.list.raise_()

    def place(self, box: QRect) -> None:
        super().place(box)
        if self.list.isVisible():
            self._show_list()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._show_list()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)
        self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.listed:
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            row = (self.list.currentRow() + step) % len(self.listed)
            self.list.setCurrentRow(row)
            if not self._part(self.text()) or not self.several:
                self.blockSignals(True)
                QLineEdit.setText(self, self._with(self.listed[row][0]))
                self.blockSignals(False)
        else:
            super().keyPressEvent(event)

    def _picked(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.blockSignals(True)
            QLineEdit.setText(self, self._with(self.listed[row][0]))
            self.blockSignals(False)
            self.list.hide()
            self.done.emit(0, 0, False)


def fits(part: str, stored: str, shown: str) -> bool:
    """Whether a choice is meant by a part of its code, its words or its pinyin initials."""
    if not part or part in stored.casefold() or part in shown.casefold():
        return True
    return part.isascii() and part in initials(shown)


class DayEditor(LineEditor):
    """A day, typed as the exchange reads days; Alt+Down opens a calendar, in which the arrows walk."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title)
        self.setPlaceholderText("2020-03-31")
        self.calendar: QCalendarWidget | None = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif self._is_open and key in DAYS:
            self._walk(self.calendar.selectedDate().addDays(DAYS[key]))
        elif self._is_open and key in MONTHS:
            self._walk(self.calendar.selectedDate().addMonths(MONTHS[key]))
        elif self._is_open and key == Qt.Key.Key_Escape:
            self.calendar.hide()
        else:
            super().keyPressEvent(event)

    @property
    def _is_open(self) -> bool:
        return self.calendar is not None and self.calendar.isVisible()

    def open_calendar(self) -> None:
        """Show a calendar below, on the day that is typed."""
        if self.calendar is None:
            self.calendar = self._made()
        day = QDate.fromString(self.text(), "yyyy-MM-dd")
        self.calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        room, size = self.window().rect(), self.calendar.sizeHint() + QSize(8, 20)
        self.calendar.resize(size)
        corner = self.mapTo(self.window(), QPoint(0, self.height() + 1))
        if corner.y() + size.height() > room.height():
            corner.setY(max(corner.y() - self.height() - size.height() - 2, 0))
        corner.setX(max(min(corner.x(), room.width() - size.width()), 0))
        self.calendar.move(corner)
        self.calendar.show()
        self.calendar.raise_()

    def _made(self) -> QCalendarWidget:
        """A calendar inside the window that leaves the keyboard to the editor."""
        made = QCalendarWidget(self.window())
        made.setAccessibleName(self.accessibleName())
        made.setAutoFillBackground(True)
        made.setLocale(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for part in [made, *made.findChildren(QWidget)]:
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plain = QTextCharFormat()
        plain.setForeground(colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            made.setWeekdayTextFormat(day, plain)
        for part, glyph in (("qt_calendar_prevmonth", "caret-left"), ("qt_calendar_nextmonth", "caret-right")):
            if arrow := made.findChild(QToolButton, part):
                arrow.setIcon(icons.icon(glyph))
        made.clicked.connect(self._picked)
        self.destroyed.connect(made.deleteLater)
        return made

    def _walk(self, day: QDate) -> None:
        self.calendar.setSelectedDate(day)
        self.setText(day.toString("yyyy-MM-dd"))

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)
        if self.calendar is not None:
            self.calendar.hide()

    def _picked(self, day: QDate) -> None:
        self._walk(day)
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
