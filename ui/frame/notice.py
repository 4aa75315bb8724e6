"""The notice: what went wrong, what was kept and what to do next, in a panel that blocks nothing."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look import icons, pen
from ui.look.fonts import font
from ui.look.theme import colour
from ui.look.tokens import BODY, GAP
from ui.parts.controls import button

NEWS_STAYS = 12_000
"""Milliseconds after which news goes away by itself; a problem stays until it is acknowledged."""


class Notice(QWidget):
    """A panel under the top bar: a problem in red, or a piece of news in the accent, which goes by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._news = False
        self._leaving = QTimer(self, singleShot=True, interval=NEWS_STAYS)
        self._leaving.timeout.connect(self._leave)
        self.title = QLabel()
        self.title.setFont(font(BODY + 1))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = button(self.tr("知道了"), self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + 40, GAP + 8, GAP + 12, 8)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.words)
        row.addLayout(texts, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def tell_problem(self, title: str, words: str) -> None:
        """Show what went wrong."""
        self._show(title, words, news=False)

    def tell_news(self, title: str, words: str) -> None:
        """Show something worth knowing that is no problem."""
        self._show(title, words, news=True)

    def _show(self, title: str, words: str, news: bool) -> None:
        self._news = news
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.setAccessibleName(f"{title} {words}")
        if news:
            self._leaving.start()
        else:
            self._leaving.stop()
        self.show()
        self.update()

    def _leave(self) -> None:
        """Go, unless somebody is at it."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._leaving.start()
        else:
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(GAP, GAP, -GAP, 0)
        tone = "accent" if self._news else "red"
        pen.frame(painter, box, "accent_fill" if self._news else "bad", tone)
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), colour(tone))
        mark = QRectF(box.left() + 12, box.top(), 24, box.height())
        icons.draw(painter, "info" if self._news else "warning-circle", mark, colour(tone), 20)
        painter.end()
