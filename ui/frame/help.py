"""F1: what the page is for and what the keys do, in a panel at the right that Esc closes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look import pen
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, SMALL, STATUS_BAR, TOP_BAR
from ui.parts.card import label
from ui.parts.controls import icon_button
from ui.terms import clauses

KEY_WIDTH, LINE, BUTTON = 96, 28, 26


class HelpPanel(QFrame):
    """Lies over the right edge of the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("帮助"))
        self.hide()
        self._close = icon_button("x", self.tr("收起 Esc"), self.hide)
        self._close.setFixedSize(BUTTON, BUTTON)
        self.title = label("", 16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP + 4, GAP, 1, 1)
        outer.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        head.setContentsMargins(0, 0, GAP, 0)
        outer.addLayout(head)
        outer.addWidget(self._scrolled(), 1)

    def _scrolled(self) -> QScrollArea:
        """All below the title; in a low window it scrolls."""
        area, inside = QScrollArea(), QWidget()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for widget in (area, area.viewport(), inside):
            widget.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, GAP)
        self.about = QVBoxLayout()
        column.addLayout(self.about)
        self.page_keys = label("", SMALL + 1, wraps=True)
        column.addWidget(self.page_keys)
        column.addWidget(label(self.tr("到处可用"), BODY + 1))
        column.addWidget(Keys(self._keys()))
        column.addStretch(1)
        for words in self._sentences():
            column.addWidget(label(words, SMALL, "quiet", wraps=True))
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        return area

    def show_page(self, title: str, sentences: Sequence[str], hint: str) -> None:
        """Say what the page `title` is for, and what its keys do."""
        self.title.setText(self.tr("帮助 · {page}").format(page=title))
        while (item := self.about.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        for words in sentences:
            self.about.addWidget(label(words, BODY, wraps=True))
        self.page_keys.setText(self.tr("本页按键：{keys}").format(keys=hint))
        self.page_keys.setVisible(bool(hint))

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+K", self.tr("搜索，拼音首字母也行，回车前往")),
            ("Ctrl+1 … 9", self.tr("左侧导航的第几项")),
            ("Alt+←", self.tr("回到上一页")),
            ("↑ ↓", self.tr("换一行，说明随之换")),
            ("Enter", self.tr("打开所在的一行")),
            ("Esc", self.tr("收起右侧说明、提示和搜索")),
            ("Ctrl+C", self.tr("复制所选，可贴到 Excel、WPS")),
            ("F2 / Ctrl+D", self.tr("填报表格：修改、向下填充")),
            (self.tr("拖右下角"), self.tr("填报表格：接着填，等差的往下排")),
            ("Ctrl+-", self.tr("填报表格：删除行")),
            ("Ctrl+F / Ctrl+L", self.tr("填报表格：查找、筛选本列")),
            ("Ctrl+P", self.tr("打印所看的报表")),
            ("Ctrl+Z / Ctrl+Y", self.tr("撤销 / 重做")),
            ("Ctrl+O", self.tr("打开考核台账")),
            ("F5", self.tr("重新读取并计算")),
        ]

    def _sentences(self) -> list[str]:
        return [
            self.tr("灯用形状和文字区分：红是菱形，黄是三角，绿是圆点，灰是圆环。"),
            self.tr("“空”是没有数据，不是 0；没有数据的项暂按 0 分计入总分，并列入缺口。"),
        ]

    def turn(self) -> None:
        """Open, or close."""
        if self.isVisible():
            self.hide()
            return
        window = self.parentWidget()
        high = window.height() - TOP_BAR - STATUS_BAR
        self.setGeometry(window.width() - DRAWER_WIDTH, TOP_BAR, DRAWER_WIDTH, high)
        self.show()
        self.raise_()
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "edge", 0)
        painter.end()


class Keys(QWidget):
    """A list of keys and what they do."""

    def __init__(self, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys
        self.setFixedHeight(len(keys) * LINE + 8)
        self.setAccessibleName(clauses(f"{key} {words}" for key, words in keys))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, (key, words) in enumerate(self._keys):
            top = at * LINE
            box = QRectF(0, top + 4, min(pen.width(key, SMALL) + 14, KEY_WIDTH), LINE - 8)
            pen.frame(painter, box, "head", "edge", 3)
            pen.text(painter, box, key, "text", SMALL, align=pen.CENTRE)
            pen.text(painter, QRectF(KEY_WIDTH + 8, top, self.width() - KEY_WIDTH - 8, LINE), words, "secondary", BODY)
        painter.end()
