"""The pages in small, beside the preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, QStringListModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.look import pen
from ui.look.theme import colour
from ui.look.tokens import TINY

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtPdf import QPdfDocument

THUMB_WIDTH, STRIP = 84, 128
FINER = 4
"""Hair lines of a page drawn this small turn black: it is drawn larger and made small smoothly."""


class Thumbnails(QListView):
    """The pages in small; a click or the arrow keys go to one."""

    def __init__(self, document: QPdfDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
            large = self._document.render(page, size * ratio * FINER)
            smooth = Qt.TransformationMode.SmoothTransformation
            drawn = large.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
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
