"""An editor with choices that narrow as one types."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from ui.grid.line_editor import LineEditor
from ui.look.fonts import font
from ui.look.tokens import BODY
from ui.parts import pinyin

LONGEST_LIST, CHOICE_ROW = 9, 27


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
    return part.isascii() and pinyin.contains(shown, part)
