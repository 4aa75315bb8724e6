"""Printing through the system's dialog: pages are rendered one by one off the GUI thread and painted on the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from ui.pages.reports.making import rendered

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from ui.jobs import Job, Jobs, Progress


def asked_printer(document: QPdfDocument, parent: QWidget) -> QPrinter | None:
    """The printer the user settles on in the system's dialog; None when it is put away."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, document)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, document.pageCount())
    dialog.setFromTo(1, document.pageCount())
    return printer if dialog.exec() else None


def prepare(printer: QPrinter, document: QPdfDocument) -> None:
    """Paper as the form is laid out, without margins of the printer's own."""
    size = document.pagePointSize(0)
    short, long = sorted((size.width(), size.height()))
    paper = QPageSize.PageSizeId.A3 if long > 900 and short > 700 else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(paper))
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


def pages_of(printer: QPrinter, count: int) -> list[int]:
    """The pages chosen in the dialog, counted from 0."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return list(range(max(first, 1) - 1, min(last, count)))


class PrintRun(QObject):
    """Prints some pages of a PDF; `ended` says whether all came out."""

    ended = Signal(bool)

    def __init__(self, pdf: bytes, printer: QPrinter, pages: list[int], jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._pdf, self._printer, self._left, self._jobs = pdf, printer, pages, jobs
        self._painter = QPainter()
        self._first = True

    def start(self) -> None:
        """Begin; nothing comes out where the printer cannot be reached."""
        if self._painter.begin(self._printer):
            self._next()
        else:
            self.ended.emit(False)

    def _next(self) -> None:
        if not self._left:
            self._painter.end()
            self.ended.emit(True)
            return
        page, pdf = self._left.pop(0), self._pdf

        def render(_progress: Progress) -> QImage:
            return rendered(pdf, page)

        job: Job = self._jobs.start(render, self.tr("正在打印第 {page} 页").format(page=page + 1))
        job.finished.connect(self._paint)
        job.failed.connect(self._stop)

    def _paint(self, image: object) -> None:
        if isinstance(image, QImage):
            if not self._first:
                self._printer.newPage()
            self._first = False
            self._painter.drawImage(self._painter.viewport(), image)
            self._next()

    def _stop(self, error: object) -> None:
        self._painter.end()
        self.ended.emit(False)
