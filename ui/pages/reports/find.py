"""Search in the text of the form that is shown: how often, which one, and to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.look.tokens import SMALL
from ui.parts.card import label
from ui.parts.controls import icon_button

WIDTH, NARROWEST = 150, 96


class Find(QWidget):
    """A field for what to look for; Enter goes to the next place, Shift+Enter to the one before.

    The model by itself looks through one page every tenth of a second; here it is asked page after page, as fast as the
    window is idle.
    """

    def __init__(self, document: QPdfDocument, view: QPdfView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._document = view, document
        self._page = 0
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look_on)
        self.model = QPdfSearchModel(self)
        self.model.setDocument(document)
        view.setSearchModel(self.model)
        self.model.countChanged.connect(self._counted)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("在报表里找字"))
        self.field.setPlaceholderText(self.tr("找字 Ctrl+F"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(NARROWEST)
        self.field.setMaximumWidth(WIDTH)
        self.field.textChanged.connect(self._look)
        self.count = label("", SMALL, "quiet")
        self.count.setMinimumWidth(44)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.before = icon_button("caret-up", self.tr("上一处"), lambda: self.step(-1), 14)
        self.after = icon_button("caret-down", self.tr("下一处"), lambda: self.step(1), 14)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.count, self.field, self.before, self.after):
            row.addWidget(widget)
        self._counted()

    def refresh(self) -> None:
        """Look again, in another form."""
        self.model.setSearchString("")
        self._look(self.field.text())

    def _look(self, words: str) -> None:
        self.model.setSearchString(words)
        self._page = 0
        if words:
            self._looking.start()
        else:
            self._looking.stop()
        self._say()

    def _look_on(self) -> None:
        if self._page >= self._document.pageCount():
            self._looking.stop()
            self._say()
            return
        self.model.resultsOnPage(self._page)
        self._page += 1

    @property
    def looking(self) -> bool:
        """Whether there are pages that were not looked through yet."""
        return self._looking.isActive()

    def step(self, by: int) -> None:
        """Go to the next place, or the one before."""
        found = self.model.count()
        if found:
            at = self._view.currentSearchResultIndex()
            self._go((at + by) % found if at >= 0 else 0)

    def _go(self, at: int) -> None:
        place = self.model.resultAtIndex(at)
        self._view.setCurrentSearchResultIndex(at)
        self._view.pageNavigator().jump(place.page(), place.location())
        self._say()

    def _counted(self) -> None:
        if self.model.count() and self.field.text() and self._view.currentSearchResultIndex() < 0:
            self._go(0)
        self._say()

    def _say(self) -> None:
        found, at = self.model.count(), self._view.currentSearchResultIndex()
        if found:
            words = f"{at + 1} / {found}" + ("…" if self.looking else "")
        else:
            words = self.tr("找…") if self.looking else self.tr("没有") if self.field.text() else ""
        self.count.setText(words)
        for each in (self.before, self.after):
            each.setEnabled(found > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)
