"""The day a page is judged on: 截至 2020-12-31（周四）, typed or picked from a calendar."""

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QWidget

from ui.language import locale
from ui.look.tokens import SMALL
from ui.parts.card import label
from ui.parts.controls import icon_button


class DayChooser(QWidget):
    """`chosen` brings a day the user settled on."""

    chosen = Signal(QDate)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("截至日期"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label(self.tr("截至"), SMALL + 1))
        self.edit = QDateEdit(self)
        self.edit.setAccessibleName(self.tr("截至日期"))
        self.edit.setDisplayFormat("yyyy-MM-dd")
        self.edit.setKeyboardTracking(False)
        self.edit.setFixedWidth(102)
        self.edit.dateChanged.connect(self.chosen)
        row.addWidget(self.edit)
        self._calendar: QWidget | None = None
        row.addWidget(icon_button("calendar", self.tr("从日历选"), self._pick, 16))
        self._weekday = label("", SMALL, "quiet")
        row.addWidget(self._weekday)

    def show_day(self, day: QDate) -> None:
        """Show `day` without telling anyone."""
        self.edit.blockSignals(True)
        self.edit.setDate(day)
        self.edit.blockSignals(False)
        self._weekday.setText(locale().toString(day, "ddd"))

    def _pick(self) -> None:
        from PySide6.QtWidgets import QCalendarWidget

        if self._calendar is None:
            made = QCalendarWidget(self)
            made.setWindowFlag(Qt.WindowType.Popup)
            made.setLocale(locale())
            made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            made.clicked.connect(self._picked)
            self._calendar = made
        self._calendar.setSelectedDate(self.edit.date())
        self._calendar.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        self._calendar.show()

    def _picked(self, day: QDate) -> None:
        self._calendar.hide()
        self.edit.setDate(day)
