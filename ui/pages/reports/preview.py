"""The true preview: the PDF that will be printed, its thumbnails, its zoom."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from ui.look.tokens import GAP
from ui.parts.card import Card, label
from ui.parts.controls import Segments, icon_button

WHOLE, WIDTH, FULL = "whole", "width", "full"
MODES = {WHOLE: QPdfView.ZoomMode.FitInView, WIDTH: QPdfView.ZoomMode.FitToWidth, FULL: QPdfView.ZoomMode.Custom}
MOST_THUMBNAILS = 40
THUMBNAIL = QSize(84, 110)


class Preview(Card):
    """A card that shows one PDF. `page_shown` brings the number of the page on screen, from 1."""

    page_shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._view.setDocument(self.document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setAccessibleName(self.tr("预览"))
        self._view.pageNavigator().currentPageChanged.connect(self._turned)
        self._thumbnails = self._thumbnail_list()
        self._message = label("", role="quiet", wraps=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._pages())
        self._fill_head()
        self.body.addWidget(self._stack, 1)

    def _thumbnail_list(self) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(self.tr("缩略图"))
        found.setViewMode(QListWidget.ViewMode.IconMode)
        found.setFlow(QListWidget.Flow.TopToBottom)
        found.setWrapping(False)
        found.setMovement(QListWidget.Movement.Static)
        found.setIconSize(THUMBNAIL)
        found.setFixedWidth(THUMBNAIL.width() + 34)
        found.currentRowChanged.connect(self.show_page)
        return found

    def _pages(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(GAP, 0, GAP, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._view, 1)
        row.addWidget(self._thumbnails)
        return both

    def _fill_head(self) -> None:
        self._count = label("", 12)
        self._back = icon_button("caret-left", self.tr("上一页"), lambda: self.turn(-1))
        self._on = icon_button("caret-right", self.tr("下一页"), lambda: self.turn(1))
        self._zoom = Segments(self.tr("缩放"))
        self._zoom.show_items([(self.tr("整页"), WHOLE), (self.tr("页宽"), WIDTH), ("100%", FULL)], WHOLE)
        self._zoom.chosen.connect(self.zoom)
        for widget in (self._back, self._count, self._on, self._zoom):
            self.head.addWidget(widget)
        self.zoom(WHOLE)

    def zoom(self, mode: object) -> None:
        """Fit the whole page, its width, or show it at its real size."""
        self._view.setZoomMode(MODES[str(mode)])
        if mode == FULL:
            self._view.setZoomFactor(1.0)

    def set_narrow(self, narrow: bool) -> None:
        """Without thumbnails in a narrow window."""
        self._thumbnails.setVisible(not narrow)

    def say(self, words: str) -> None:
        """Words in place of pages: what is made now, or why there is nothing."""
        self._message.setText(words)
        self._stack.setCurrentIndex(0)

    def show_pdf(self, content: bytes, title: str, remark: str) -> None:
        """Show a PDF from its first page."""
        self.title.setText(title)
        self.remark.setText(remark)
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._fill_thumbnails()
        self._stack.setCurrentIndex(1)
        self.show_page(0)

    def _fill_thumbnails(self) -> None:
        self._thumbnails.clear()
        for number in range(min(self.document.pageCount(), MOST_THUMBNAILS)):
            size = self.document.pagePointSize(number).toSize().scaled(THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio)
            image = self.document.render(number, size * 2)
            item = QListWidgetItem(QIcon(QPixmap.fromImage(image)), str(number + 1))
            self._thumbnails.addItem(item)

    def turn(self, by: int) -> None:
        """Some pages on or back."""
        self.show_page(self._view.pageNavigator().currentPage() + by)

    def show_page(self, number: int) -> None:
        """Show the page at `number`, from 0; nothing where there is none."""
        if 0 <= number < self.document.pageCount():
            self._view.pageNavigator().jump(number, QPointF())
            self._turned(number)

    def _turned(self, number: int) -> None:
        self._count.setText(f"{number + 1} / {self.document.pageCount()}")
        self._thumbnails.blockSignals(True)
        self._thumbnails.setCurrentRow(number)
        self._thumbnails.blockSignals(False)
        self.page_shown.emit(number + 1)
