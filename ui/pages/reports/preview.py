"""The preview: the very pages that will come out, with thumbnails, page number, zoom and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QModelIndex, QPointF, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.look.theme import colour
from ui.look.tokens import GAP, SMALL
from ui.pages.reports.find import Find
from ui.pages.reports.thumbnails import ThumbnailDelegate, Thumbnails
from ui.parts.card import Card, label
from ui.parts.controls import Segments, icon_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.pages.reports.making import Made

PAGE, WIDTH, REAL, OTHER = "page", "width", "real", "other"
SMALLEST, LARGEST, STEP = 0.25, 4.0, 1.25
THUMBNAILS_FROM = 560


class Pages(QPdfView):
    """The pages; Ctrl and the wheel make them larger and smaller."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            preview = self.parent()
            if isinstance(preview, Preview):
                preview.zoom_by(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
        else:
            super().wheelEvent(event)


class Preview(Card):
    """Shows a `Made` form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setAccessibleName(self.tr("预览"))
        self.made: Made | None = None
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = Pages(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.view.setAccessibleName(self.tr("报表预览"))
        self.find = Find(self.document, self.view)
        self._tools()
        self.thumbnails = Thumbnails(self.document)
        self.view.pageNavigator().currentPageChanged.connect(self._page_shown)
        self.thumbnails.selectionModel().currentChanged.connect(self._thumbnail_chosen)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 0, 4, GAP)
        row.setSpacing(4)
        row.addWidget(self.view, 1)
        row.addWidget(self.thumbnails)
        self.body.addLayout(row, 1)
        self._keys()
        self.follow_look()

    def _tools(self) -> None:
        self.pages = label("", SMALL, "quiet")
        self.pages.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages.setMinimumWidth(52)
        self.before = icon_button("caret-left", self.tr("上一页 PgUp"), self._page_before, 14)
        self.after = icon_button("caret-right", self.tr("下一页 PgDn"), self._page_after, 14)
        self.zoom = Segments(self.tr("大小"))
        sizes = [(self.tr("整页"), PAGE), (self.tr("页宽"), WIDTH), ("100%", REAL)]
        self.zoom.show_items(sizes, PAGE)
        self.zoom.chosen.connect(self.set_zoom)
        tools = QHBoxLayout()
        tools.setContentsMargins(GAP, 0, GAP, 8)
        tools.setSpacing(6)
        self.size_now = label("", SMALL, "quiet")
        self.size_now.setMinimumWidth(34)
        self.size_now.setAccessibleName(self.tr("现在的大小"))
        for widget in (self.before, self.pages, self.after, self.zoom, self.size_now):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.find)
        self.body.addLayout(tools)

    def _keys(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            (QKeySequence.StandardKey.ZoomIn, lambda: self.zoom_by(STEP)),
            (QKeySequence.StandardKey.ZoomOut, lambda: self.zoom_by(1 / STEP)),
            ("Ctrl+=", lambda: self.zoom_by(STEP)),
            ("Ctrl+0", lambda: self.set_zoom(PAGE)),
            (Qt.Key.Key_PageDown, self._page_after),
            (Qt.Key.Key_PageUp, self._page_before),
        ):
            QShortcut(QKeySequence(keys), self, act, context=inside)

    def show_made(self, made: Made, title: str) -> None:
        """Show another form; the page that was looked at stays where the new one has it, too."""
        page = self.view.pageNavigator().currentPage() if self._same(made) else 0
        self.made = made if made.pdf else None
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(made.pdf))
        if made.pdf:
            self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)
        delegate = self.thumbnails.itemDelegate()
        if isinstance(delegate, ThumbnailDelegate):
            delegate.forget()
        self.thumbnails.show_pages(self.document.pageCount())
        self.title.setText(title)
        self.find.refresh()
        self.go_to(page)
        self._page_shown(self.view.pageNavigator().currentPage())

    def _same(self, made: Made) -> bool:
        return self.made is not None and self.made.wanted == made.wanted

    def say(self, words: str) -> None:
        """Say beside the title what goes on."""
        self.remark.setText(words)

    def set_zoom(self, size: object) -> None:
        """整页, 页宽 or 100%."""
        modes = {PAGE: QPdfView.ZoomMode.FitInView, WIDTH: QPdfView.ZoomMode.FitToWidth}
        self.view.setZoomMode(modes.get(str(size), QPdfView.ZoomMode.Custom))
        if size == REAL:
            self.view.setZoomFactor(1.0)
        self.zoom.mark(size)
        self._say_size()

    def _say_size(self) -> None:
        self.size_now.setText(f"{round(self._shown_factor() * 100)}%" if self.made else "")

    def zoom_by(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        now = self._shown_factor()
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, SMALLEST), LARGEST))
        self.zoom.mark(REAL if self.view.zoomFactor() == 1.0 else OTHER)
        self._say_size()

    def _shown_factor(self) -> float:
        """How large the page is shown now, 1 being its real size."""
        mode, size = self.view.zoomMode(), self.document.pagePointSize(self.view.pageNavigator().currentPage())
        if mode == QPdfView.ZoomMode.Custom or size.isEmpty():
            return self.view.zoomFactor()
        real = self.view.logicalDpiX() / 72
        across = self.view.viewport().width() / (size.width() * real)
        down = self.view.viewport().height() / (size.height() * real)
        return across if mode == QPdfView.ZoomMode.FitToWidth else min(across, down)

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
        self._say_size()

    def follow_look(self) -> None:
        """The ground around the pages in the colours of the look shown."""
        palette = self.view.palette()
        for role in (QPalette.ColorRole.Dark, QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            palette.setColor(role, colour("track"))
        self.view.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.thumbnails.setVisible(self.width() > THUMBNAILS_FROM)
        self._say_size()
