"""Small controls: a chooser, a row of segments, buttons with an icon."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, RADIUS


def button(words: str, act: Callable[[], object], icon: str = "", kind: str = "", hint: str = "") -> QPushButton:
    """A push button; `kind` is empty, `primary` or `link`."""
    made = QPushButton(words)
    made.setAccessibleName(words)
    if kind:
        made.setProperty("kind", kind)
    if icon:
        made.setIcon(icons.icon(icon, {"primary": "on_accent", "link": "accent"}.get(kind, "secondary")))
        made.setIconSize(QSize(16, 16))
    if hint:
        made.setToolTip(hint)
    made.clicked.connect(lambda _=False: act())
    return made


def icon_button(icon: str, name: str, act: Callable[[], object] | None = None, size: int = 18) -> QToolButton:
    """A button that shows only an icon; its name is read out and shown as a hint."""
    made = QToolButton()
    made.setIcon(icons.icon(icon))
    made.setIconSize(QSize(size, size))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if act:
        made.clicked.connect(lambda _=False: act())
    return made


class Chooser(QComboBox):
    """A combo box painted to match the buttons."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(30)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "accent" if self.hasFocus() else "edge")
        token = "text" if self.isEnabled() else "pale"
        room = QRectF(self.rect()).adjusted(11, 0, -26, 0)
        pen.text(painter, room, self.currentText(), token)
        side = QRectF(self.width() - 26, 0, 20, self.height())
        icons.draw(painter, "caret-down", side, colour("secondary"), 12)
        painter.end()

    def show_items(self, items: Sequence[tuple[str, object]], chosen: object) -> None:
        """Show (words, value) pairs with `chosen` as the current value, without telling anyone."""
        self.blockSignals(True)
        self.clear()
        for words, value in items:
            self.addItem(words, value)
        self.setCurrentIndex(next((at for at, (_, value) in enumerate(items) if value == chosen), 0))
        self.blockSignals(False)
        self.update()


class Segment(QAbstractButton):
    """One word of a row of segments."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(pen.width(self.text(), BODY - 1)) + 22, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        token = "accent" if self.isChecked() else "secondary"
        pen.text(painter, box, self.text(), token, BODY - 1, align=pen.CENTRE)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawLine(8, self.height() - 4, self.width() - 8, self.height() - 4)
        painter.end()


class Segments(QWidget):
    """A row of words of which one is chosen."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        self._values: list[object] = []
        self._words: list[str] = []
        self.setFixedHeight(30)

    def show_items(self, items: Sequence[tuple[str, object]], chosen: object) -> None:
        """Show (words, value) pairs with `chosen` marked, without telling anyone."""
        if [words for words, _ in items] != self._words:
            for old in self._group.buttons():
                self._group.removeButton(old)
                self._row.removeWidget(old)
                old.hide()
                old.deleteLater()
            for at, (words, _) in enumerate(items):
                segment = Segment(words, self)
                self._group.addButton(segment, at)
                self._row.addWidget(segment)
            self._words = [words for words, _ in items]
        self._values = [value for _, value in items]
        self.mark(chosen)

    def mark(self, value: object) -> None:
        """Mark `value` as chosen, none where it is not on offer, without telling anyone."""
        if value in self._values:
            self._group.button(self._values.index(value)).setChecked(True)
        elif (marked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)  # a group that is exclusive keeps one marked
            marked.setChecked(False)
            self._group.setExclusive(True)

    def value(self) -> object:
        """The chosen value, None where there is none."""
        return self._values[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def _clicked(self, number: int) -> None:
        self.chosen.emit(self._values[number])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "chip", "border")
        painter.end()


class Clickable(QAbstractButton):
    """A painted area that works as a button: mouse, Tab and Space; pages fill in what it paints."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.update()
