"""The top bar: year, course, what the next step still lacks, the book, search, undo and redo, look, help."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from ui.frame.course import Course
from ui.frame.search import Place, SearchField
from ui.look.theme import DARK_LOOK, LIGHT_LOOK, SYSTEM, colour
from ui.look.tokens import TOP_BAR
from ui.parts.controls import Chooser, button, icon_button

SEARCH, NARROW_SEARCH, LEAST_SEARCH = 330, 190, 112


class TopBar(QWidget):
    """Shows where the year stands; tells what the user asks for."""

    year_chosen = Signal(int)
    gaps_asked = Signal()
    went = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()
    help_asked = Signal()
    look_chosen = Signal(str)

    def __init__(self, places: Callable[[], Sequence[Place]], look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(TOP_BAR)
        self._lacking_words, self._search_wide = "", SEARCH
        self.years = Chooser(self.tr("考核年度"), self)
        self.years.currentIndexChanged.connect(self._year_changed)
        self.course = Course(self)
        self.lacking = button("", self.gaps_asked.emit, "warning-circle", "link")
        self.book = self._book_button()
        self.search = SearchField(places, self)
        self.search.went.connect(self.went)
        self.undo = icon_button("arrow-u-up-left", self.tr("撤销 Ctrl+Z"), self.undo_asked.emit)
        self.redo = icon_button("arrow-u-up-right", self.tr("重做 Ctrl+Y"), self.redo_asked.emit)
        self.look = self._look_button(look)
        self.help = icon_button("question", self.tr("帮助 F1"), self.help_asked.emit)
        self._lay_out()
        self.show_year((), 0)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for widget in (self.years, self.course, self.lacking):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.book, self.search):
            row.addWidget(widget)
        row.addSpacing(4)
        for widget in (self.undo, self.redo, self.look, self.help):
            row.addWidget(widget)

    def _book_button(self) -> QPushButton:
        made = button("", lambda: None, "book", "book")
        made.setFlat(True)
        made.setMenu(QMenu(made))
        return made

    def _look_button(self, look: str) -> QToolButton:
        made = icon_button("circle-half", self.tr("界面明暗"))
        menu = QMenu(made)
        group = QActionGroup(menu)
        choices = ((SYSTEM, self.tr("跟随系统")), (LIGHT_LOOK, self.tr("浅色")), (DARK_LOOK, self.tr("深色")))
        for choice, words in choices:
            action = QAction(words, menu, checkable=True, checked=choice == look)
            action.triggered.connect(lambda _=False, choice=choice: self.look_chosen.emit(choice))
            group.addAction(action)
            menu.addAction(action)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def show_year(self, years: Sequence[int], year: int) -> None:
        """Offer `years` with `year` as the one on screen; none hides everything about a year."""
        self.years.show_items([(self.tr("%1 年度").replace("%1", str(y)), y) for y in years], year)
        for widget in (self.years, self.course, self.lacking, self.search, self.undo, self.redo):
            widget.setVisible(bool(years))
        self.search.setEnabled(bool(years))

    def show_lacking(self, words: str) -> None:
        """Say what the next step still lacks; empty when nothing."""
        self._lacking_words = words
        self.lacking.setAccessibleName(words)
        self.lacking.setToolTip(words)
        self.lacking.setVisible(bool(words))
        self._fit()

    def show_book(self, name: str, path: str) -> None:
        """Show the open book's name; its menu holds what can be done with books."""
        self.book.setText(name or self.tr("考核台账"))
        self.book.setAccessibleName(self.tr("台账 %1").replace("%1", name))
        self.book.setToolTip(path)

    def set_narrow(self, narrow: bool) -> None:
        """Make room in a narrow window."""
        self.years.setFixedWidth(104 if narrow else 112)
        self.course.set_narrow(narrow)
        self._search_wide = NARROW_SEARCH if narrow else SEARCH
        self._fit()

    def _fit(self) -> None:
        """In a small window the search field gives way first, then what the next step lacks is only a sign."""
        self.search.setFixedWidth(self._search_wide)
        self.lacking.setText(self._lacking_words)
        over = self.layout().minimumSize().width() - self.width()
        if over > 0:
            self.search.setFixedWidth(max(self._search_wide - over, LEAST_SEARCH))
        if self.layout().minimumSize().width() > self.width():
            self.lacking.setText("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _year_changed(self, at: int) -> None:
        if at >= 0:
            self.year_chosen.emit(self.years.itemData(at))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("border"))
        painter.end()
