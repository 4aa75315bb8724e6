"""Printing what the preview shows: its pages as images of 300 dpi on the system's printer."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

DPI, POINTS = 300, 72


def ask_and_print(document: QPdfDocument, parent: QWidget) -> bool:
    """Ask for printer, pages and copies by the system's dialog, then print; whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(DPI)
    printer.setFromTo(1, document.pageCount())
    printer.setPageOrientation(_orientation(document))
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_pages(document, printer)
    return True


def _orientation(document: QPdfDocument) -> QPageLayout.Orientation:
    size = document.pagePointSize(0)
    wide = size.width() > size.height()
    return QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait


def print_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Paint the chosen pages, each fitted to the paper, on `printer`."""
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    printer.setFullPage(True)
    painter = QPainter(printer)
    for number in range(first - 1, min(last, document.pageCount())):
        if number >= first:
            printer.newPage()
        size = document.pagePointSize(number)
        image = document.render(number, QSize(int(size.width() * DPI / POINTS), int(size.height() * DPI / POINTS)))
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        fitted = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(0, 0, image.scaled(fitted, mode=Qt.TransformationMode.SmoothTransformation))
    painter.end()
