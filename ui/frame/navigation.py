"""The navigation: an icon and a word a page; folded, the word stands under the icon."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.look import icons, pen
from ui.look.theme import colour
from ui.look.tokens import BODY, NAVIGATION_FOLDED, NAVIGATION_WIDTH, RADIUS, SMALL, TINY, TOP_BAR

BADGE = 16
BESIDE_WORD = 60
"""The icon, what is left free around word and badge, and the margins of the navigation."""


class NavigationItem(QAbstractButton):
    """One page's entry."""

    def __init__(self, icon: str, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.folded = False
        self.badge = ""
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(NAVIGATION_FOLDED - 8, 50) if self.folded else QSize(NAVIGATION_WIDTH - 16, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        marked = self.isChecked()
        if marked or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_fill" if marked else "hover"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if marked:
            painter.fillRect(QRectF(0, 8, 3, box.height() - 16), colour("accent"))
        token = "accent" if marked else "text"
        quiet = colour("accent" if marked else "secondary")
        if self.folded:
            icons.draw(painter, self._icon, box.adjusted(0, 6, 0, -24), quiet, 18)
            size = SMALL if pen.width(self.text(), SMALL) <= box.width() else TINY
            pen.text(painter, box.adjusted(0, 26, 0, -4), self.text(), token, size, align=pen.CENTRE)
        else:
            icons.draw(painter, self._icon, QRectF(8, 0, 20, box.height()), quiet, 17)
            pen.text(painter, box.adjusted(34, 0, -4, 0), self.text(), token, BODY)
        self._paint_badge(painter, box)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
        painter.end()

    def show_badge(self, words: str) -> None:
        """Show how many things on the page are red; nothing where `words` is empty."""
        self.badge = words
        self.setAccessibleName(f"{self.text()} {words}".strip())
        self.update()

    @property
    def badge_width(self) -> float:
        """How wide the badge is painted."""
        return max(pen.width(self.badge, TINY) + 9, BADGE)

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        if self.badge:
            wide = self.badge_width
            top = 4 if self.folded else (box.height() - BADGE) / 2
            place = QRectF(box.right() - wide - (4 if self.folded else 6), top, wide, BADGE)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("bad"))
            painter.drawRoundedRect(place, BADGE / 2, BADGE / 2)
            pen.text(painter, place, self.badge, "red_text", TINY, align=pen.CENTRE)


class Brand(QWidget):
    """The program's mark and name above the navigation."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.folded = False
        self.setFixedHeight(TOP_BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - 24) / 2 if self.folded else 12
        mark = QRectF(left, 14, 24, 24)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(mark, 5, 5)
        icons.draw(painter, "shield-check", mark, colour("on_accent"), 17)
        if not self.folded:
            pen.text(painter, QRectF(43, 0, self.width() - 43, TOP_BAR), self._name, "text", 14)
        painter.end()


class Navigation(QWidget):
    """The pages on the left; tells which one was chosen."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """`entries` are (key, word, icon)."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("导航"))
        self._keys = [key for key, _, _ in entries]
        self._wish: bool | None = None
        self._narrow = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._brand = Brand(self.tr("考核督查台"), self)
        self._column.addWidget(self._brand)
        self._group = QButtonGroup(self)
        for at, (_, words, icon) in enumerate(entries):
            self._group.addButton(self._add(NavigationItem(icon, words, self)), at)
        self._column.addStretch(1)
        self._fold = self._add(NavigationItem("caret-double-left", self.tr("收起"), self))
        self._fold.setCheckable(False)
        self._fold.clicked.connect(self._turn)
        self._group.idClicked.connect(self._clicked)
        self._arrange()

    def _add(self, item: NavigationItem) -> NavigationItem:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(item, 1)
        self._column.addLayout(row)
        return item

    @property
    def folded(self) -> bool:
        """Whether words stand under icons: the user's wish, else whether the window is narrow."""
        return self._narrow if self._wish is None else self._wish

    def mark(self, key: str) -> None:
        """Show that `key` is the page on screen; an unknown key marks none."""
        self._group.setExclusive(False)
        for at, known in enumerate(self._keys):
            self._group.button(at).setChecked(known == key)
        self._group.setExclusive(True)

    def show_badges(self, badges: Mapping[str, int]) -> None:
        """How many things on the pages of these keys are red."""
        for at, key in enumerate(self._keys):
            count = badges.get(key, 0)
            self._group.button(at).show_badge(str(count) if count else "")
        self._arrange()

    def enable(self, usable: bool) -> None:
        """Pages can be chosen only while a book is open."""
        for item in self._group.buttons():
            item.setVisible(usable)

    def set_narrow(self, narrow: bool) -> None:
        """Fold by itself in a narrow window."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _turn(self) -> None:
        self._wish = not self.folded
        self._arrange()

    def _arrange(self) -> None:
        folded = self.folded
        self.setFixedWidth(self._folded_width() if folded else self._full_width())
        side = 4 if folded else 8
        self._column.setContentsMargins(0, 0, 0, 8)
        self._brand.folded = folded
        for item in self.findChildren(NavigationItem):
            item.folded = folded
            item.setFixedSize(self.width() - 2 * side, item.sizeHint().height())
        self._fold.setText(self.tr("展开") if folded else self.tr("收起"))
        self._fold.setAccessibleName(self._fold.text())
        self._fold._icon = "caret-double-right" if folded else "caret-double-left"
        self.update()

    def _full_width(self) -> int:
        """As much as a word and its badge need beside each other."""
        needed = (pen.width(item.text(), BODY) + item.badge_width for item in self._group.buttons() if item.badge)
        return max(NAVIGATION_WIDTH, ceil(max(needed, default=0)) + BESIDE_WORD)

    def _folded_width(self) -> int:
        """As much as the longest word needs at its smallest."""
        longest = max(pen.width(item.text(), TINY) for item in self._group.buttons())
        return max(NAVIGATION_FOLDED, ceil(longest) + 12)

    def _clicked(self, at: int) -> None:
        self.chosen.emit(self._keys[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("border"))
        painter.end()
