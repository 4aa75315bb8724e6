"""The fields of a form in place: what they ask, how an answer is typed, picked or dropped, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCalendarWidget, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from ui.language import locale
from ui.look import pen
from ui.look.tokens import SMALL
from ui.parts.controls import button, icon_button

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT, LONG, DAY, SHARE, NUMBER, CHOICE, FILE = "text", "long", "day", "share", "number", "choice", "file"
LONG_HIGH = 74


class Field(NamedTuple):
    """A question: `name` of its answer, its words, how it is read, what stands there at first.

    `choices` are (words, value). `tall` a text's height in pixels.
    """

    name: str
    words: str
    kind: str = TEXT
    value: str = ""
    required: bool = False
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    tall: int = LONG_HIGH


class Problem(QLabel):
    """Why an answer cannot be read, in red."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(pen.font(SMALL))
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(pen.colour("red_text"))
        painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap, self.text())
        painter.end()


class DayField(QWidget):
    """A date, typed or picked."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.edit = QLineEdit(text)
        self.edit.setPlaceholderText("2020-12-31")
        row.addWidget(self.edit)
        row.addWidget(icon_button("calendar", self.tr("从日历选"), self._pick, 16))
        self._calendar: QCalendarWidget | None = None

    def _pick(self) -> None:
        if self._calendar is None:
            made = QCalendarWidget(self)
            made.setWindowFlag(Qt.WindowType.Popup)
            made.setLocale(locale())
            made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            made.clicked.connect(self._picked)
            self._calendar = made
        shown = QDate.fromString(self.edit.text(), Qt.DateFormat.ISODate)
        self._calendar.setSelectedDate(shown if shown.isValid() else QDate.currentDate())
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()

    def _picked(self, day: QDate) -> None:
        if self._calendar:
            self._calendar.hide()
        self.edit.setText(day.toString(Qt.DateFormat.ISODate))


class FileField(QWidget):
    """A file, chosen or dropped."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.edit = QLineEdit(text)
        self.edit.setPlaceholderText(self.tr("拖到这里，或点右边选文件"))
        self.edit.setAcceptDrops(False)
        row.addWidget(self.edit, 1)
        row.addWidget(button(self.tr("选文件…"), self.choose))

    def choose(self) -> None:
        """Ask for a file."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("选佐证文件"))
        if path:
            self.edit.setText(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.edit.setText(files[0])


def read(field: Field, text: str) -> tuple[Any, str]:
    """An answer as its kind reads it, and why it cannot be read."""
    from kpi_desktop.exchange.cell import Cell
    from kpi_desktop.exchange.cells import BadCell, message
    from kpi_desktop.exchange.cells import read as read_cell
    from kpi_desktop.exchange.fields import Field as ColumnField
    from kpi_desktop.exchange.fields import Kind

    kinds = {DAY: Kind.DATE, SHARE: Kind.SHARE, NUMBER: Kind.NUMBER}
    bounds = {"low": 0, "high": 1} if field.kind == SHARE else {"low": 0} if field.kind == NUMBER else {}
    column = ColumnField(
        header=field.words,
        name=field.name,
        kind=kinds.get(field.kind, Kind.TEXT),
        required=field.required,
        **bounds,
    )
    cell = Cell(text)
    try:
        return read_cell(column, cell), ""
    except BadCell as bad:
        return None, message(column, cell, bad)
