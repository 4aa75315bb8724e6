"""An editor of a day, with a calendar."""

from PySide6.QtCore import QDate, QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ui.grid.line_editor import LineEditor
from ui.language import locale
from ui.look import icons
from ui.look.theme import colour

DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


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
        made.setLocale(locale())
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
