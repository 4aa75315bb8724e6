"""The first page: what the program is for, and the ways to begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.look import icons, pen
from ui.look.fonts import heading
from ui.look.theme import colour
from ui.look.tokens import BODY, CARD, GAP, SMALL
from ui.parts.card import Card, label
from ui.parts.controls import Clickable
from ui.recent import recent

if TYPE_CHECKING:
    from ui.books import Books
    from ui.session import Session

WIDTH = 980


class Choice(Clickable):
    """A large button: an icon, what it does, and what comes of it."""

    def __init__(self, icon: str, words: str, detail: str) -> None:
        super().__init__(words)
        self._icon, self._detail = icon, detail
        self.setText(words)
        self.setAccessibleDescription(detail)
        self.setMinimumSize(220, 128)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        lively = self.underMouse() or self.hasFocus()
        pen.frame(painter, box, "accent_fill" if lively else "surface", "accent" if lively else "edge")
        icons.draw(painter, self._icon, QRectF(16, 16, 26, 26), colour("accent"), 26)
        pen.text(painter, QRectF(16, 52, box.width() - 32, 22), self.text(), "text", CARD - 1)
        painter.setPen(colour("secondary"))
        painter.setFont(pen.font(SMALL))
        painter.drawText(QRectF(16, 78, box.width() - 32, 44), Qt.TextFlag.TextWordWrap, self._detail)
        painter.end()


class Welcome(QWidget):
    """Shown while no book is open, and for a book without a year, which can be given one."""

    def __init__(self, books: Books, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("开始"))
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        card = QWidget(self)
        card.setFixedWidth(WIDTH)
        middle.addWidget(card)
        outer.addLayout(middle)
        outer.addStretch(3)
        column = QVBoxLayout(card)
        column.setSpacing(GAP)
        title = QLabel(self.tr("考核督查台"))
        title.setFont(heading(24))
        column.addWidget(title)
        what = self.tr("一年的目标、督查、评分和奖惩都在一本台账里：一个文件，存在本机，随时可以备份。")
        column.addWidget(label(what, BODY, "quiet", wraps=True))
        column.addSpacing(8)
        if session.book is not None:
            from ui.first_year import FirstYear

            column.addWidget(FirstYear(session))
        column.addLayout(self._choices(books))
        self._recent(books, column)
        drop = self.tr("也可以把台账或工作簿文件拖到这个窗口里。")
        column.addWidget(label(drop, SMALL, "quiet"))

    def _choices(self, books: Books) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        offers = (
            (
                "gauge",
                self.tr("打开示例区"),
                self.tr("高新区 2020 年：20 个部门、一整年。目标为公开数据，实绩为虚构。"),
                books.open_sample,
            ),
            ("folder-open", self.tr("打开考核台账…"), self.tr("打开已有的台账文件，接着做。"), books.ask_open),
            (
                "download-simple",
                self.tr("导入工作簿新建…"),
                self.tr("把 Excel 或 WPS 里的部门、指标、任务一次导入，建成新台账。"),
                books.ask_import,
            ),
            ("plus", self.tr("新建空白台账…"), self.tr("从空白开始，在窗口里逐项录入或粘贴。"), books.ask_new),
        )
        for icon, words, detail, act in offers:
            choice = Choice(icon, words, detail)
            choice.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(choice)
        return row

    def _recent(self, books: Books, column: QVBoxLayout) -> None:
        known = [Path(path) for path in recent() if Path(path).exists()]
        if not known:
            return
        card = Card(self.tr("最近打开"))
        for path in known:
            card.body.addWidget(RecentBook(path, books))
        card.body.addSpacing(6)
        column.addWidget(card)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("background"))
        painter.end()


class RecentBook(Clickable):
    """A book that was open before: its name and where it is."""

    def __init__(self, path: Path, books: Books) -> None:
        super().__init__(path.stem)
        self._path = path
        self.setFixedHeight(34)
        self.setToolTip(str(path))
        self.clicked.connect(lambda _=False: books.open(path))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(box, colour("hover"))
        icons.draw(painter, "book", QRectF(12, 0, 18, box.height()), colour("secondary"), 15)
        wide = pen.text(painter, QRectF(38, 0, 260, box.height()), self._path.stem)
        rest = QRectF(38 + wide + 12, 0, box.width() - wide - 62, box.height())
        pen.text(painter, rest, str(self._path.parent), "pale", SMALL)
        painter.end()
