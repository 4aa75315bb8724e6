"""Printing through the system's dialog: pages are rendered one by one off the GUI thread and painted on the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QTransform

from ui.pages.reports.making import rendered

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from ui.jobs import Job, Jobs, Progress


def asked_printer(document: QPdfDocument, parent: QWidget, name: str = "") -> QPrinter | None:
    """The printer the user settles on in the system's dialog; None when it is put away.

    `name`: what the printer's queue calls the print.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, document)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    dialog.setMinMax(1, document.pageCount())
    dialog.setFromTo(1, document.pageCount())
    return printer if dialog.exec() else None


def prepare(printer: QPrinter, document: QPdfDocument) -> None:
    """Paper as the form is laid out, without margins of the printer's own; both sides where there are several pages."""
    from PySide6.QtPrintSupport import QPrinter

    size = document.pagePointSize(0)
    short, long = sorted((size.width(), size.height()))
    paper = QPageSize.PageSizeId.A3 if long > 900 and short > 700 else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(paper))
    wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    printer.setDuplex(QPrinter.DuplexMode.DuplexAuto if document.pageCount() > 1 else QPrinter.DuplexMode.DuplexNone)
    printer.setFullPage(True)


def pages_of(printer: QPrinter, count: int) -> list[int]:
    """The pages chosen in the dialog, counted from 0, as often as copies are left to the program."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    once = list(range(max(first, 1) - 1, min(last, count)))
    copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    return once * copies if printer.collateCopies() else [page for page in once for _ in range(copies)]


def placed(image: QImage, sheet: QRect) -> tuple[QImage, QRect]:
    """An image turned to lie as the sheet does, and where it stands on it, as large as it can."""
    if (image.width() > image.height()) != (sheet.width() > sheet.height()):
        image = image.transformed(QTransform().rotate(90))
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(), size)
    place.moveCenter(sheet.center())
    return image, place


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
            turned, place = placed(image, self._painter.viewport())
            self._painter.drawImage(place, turned)
            self._next()

    def _stop(self, error: object) -> None:
        self._painter.end()
        self.ended.emit(False)
