"""The preview: the very pages that will come out, with thumbnails, page number and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import GAP, SMALL, TINY
from ui.parts.card import Card, label
from ui.parts.controls import Segments, icon_button

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent

    from ui.pages.reports.making import Made

PAGE, WIDTH, REAL = "page", "width", "real"
THUMB_WIDTH, STRIP = 84, 128


class Thumbnails(QListView):
    """The pages in small; a click or the arrow keys go to one."""

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtCore import QStringListModel

        self.setAccessibleName(self.tr("各页"))
        self.setFixedWidth(STRIP)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._numbers = QStringListModel(self)
        self.setModel(self._numbers)
        self.setItemDelegate(ThumbnailDelegate(document, self))

    def show_pages(self, count: int) -> None:
        """Show so many pages."""
        words = self.tr("第 {page} 页")
        self._numbers.setStringList([words.format(page=page + 1) for page in range(count)])

    def mark(self, page: int) -> None:
        """Make `page` the current one."""
        index = self._numbers.index(page)
        if index.isValid() and self.currentIndex() != index:
            self.setCurrentIndex(index)
            self.scrollTo(index)


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a page in small, rendered when it is first seen."""

    def __init__(self, document: QPdfDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._images: dict[int, QImage] = {}
        document.pageCountChanged.connect(self._images.clear)

    def forget(self) -> None:
        """Another document."""
        self._images.clear()

    def _size(self, page: int) -> QSize:
        points = self._document.pagePointSize(page)
        share = points.height() / points.width() if points.width() else 1.4
        return QSize(THUMB_WIDTH, round(THUMB_WIDTH * share))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(STRIP - 14, self._size(index.row()).height() + 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        page = index.row()
        size = self._size(page)
        if page not in self._images:
            ratio = painter.device().devicePixelRatio()
            drawn = self._document.render(page, size * ratio)
            drawn.setDevicePixelRatio(ratio)
            self._images[page] = drawn
        box = option.rect
        place = QRect(box.left() + (box.width() - size.width()) // 2, box.top() + 6, size.width(), size.height())
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place.topLeft(), self._images[page])
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(colour("accent" if marked else "edge"))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if marked:
            painter.drawRect(place.adjusted(-2, -2, 1, 1))
        under = QRectF(box.left(), place.bottom() + 3, box.width(), 18)
        pen.text(painter, under, str(page + 1), "accent" if marked else "secondary", TINY, align=pen.CENTRE)


class Preview(Card):
    """Shows a `Made` form."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setAccessibleName(self.tr("预览"))
        self.made: Made | None = None
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._tools()
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setAccessibleName(self.tr("报表预览"))
        self.thumbnails = Thumbnails(self.document)
        self.view.pageNavigator().currentPageChanged.connect(self._page_shown)
        self.thumbnails.selectionModel().currentChanged.connect(self._thumbnail_chosen)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 0, 4, GAP)
        row.setSpacing(4)
        row.addWidget(self.view, 1)
        row.addWidget(self.thumbnails)
        self.body.addLayout(row, 1)
        self.follow_look()

    def _tools(self) -> None:
        self.pages = label("", SMALL, "quiet")
        self.pages.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.before = icon_button("caret-left", self.tr("上一页 PgUp"), self._page_before, 14)
        self.after = icon_button("caret-right", self.tr("下一页 PgDn"), self._page_after, 14)
        self.zoom = Segments(self.tr("大小"))
        sizes = [(self.tr("整页"), PAGE), (self.tr("页宽"), WIDTH), ("100%", REAL)]
        self.zoom.show_items(sizes, PAGE)
        self.zoom.chosen.connect(self.set_zoom)
        for widget in (self.before, self.pages, self.after, self.zoom):
            self.head.addWidget(widget)

    def show_made(self, made: Made, title: str) -> None:
        """Show another form."""
        self.made = made
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(made.pdf))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        delegate = self.thumbnails.itemDelegate()
        if isinstance(delegate, ThumbnailDelegate):
            delegate.forget()
        self.thumbnails.show_pages(self.document.pageCount())
        self.thumbnails.mark(0)
        self.title.setText(title)
        self._page_shown(0)

    def say(self, words: str) -> None:
        """Say beside the title what goes on."""
        self.remark.setText(words)

    def set_zoom(self, size: object) -> None:
        """整页, 页宽 or 100%."""
        modes = {PAGE: QPdfView.ZoomMode.FitInView, WIDTH: QPdfView.ZoomMode.FitToWidth}
        self.view.setZoomMode(modes.get(str(size), QPdfView.ZoomMode.Custom))
        if size == REAL:
            self.view.setZoomFactor(1.0)

    def go_to(self, page: int) -> None:
        """Show a page."""
        if 0 <= page < self.document.pageCount():
            self.view.pageNavigator().jump(page, QPointF())

    def _page_before(self) -> None:
        self.go_to(self.view.pageNavigator().currentPage() - 1)

    def _page_after(self) -> None:
        self.go_to(self.view.pageNavigator().currentPage() + 1)

    def _thumbnail_chosen(self, now: QModelIndex) -> None:
        if now.isValid() and now.row() != self.view.pageNavigator().currentPage():
            self.go_to(now.row())

    def _page_shown(self, page: int) -> None:
        count = self.document.pageCount()
        words = self.tr("{page} / {count}")
        self.pages.setText(words.format(page=page + 1, count=count) if count else "")
        self.thumbnails.mark(page)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < count)

    def follow_look(self) -> None:
        """The ground around the pages in the colours of the look shown."""
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, colour("track"))
        self.view.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.thumbnails.setVisible(self.width() > 560)
