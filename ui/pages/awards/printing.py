"""Printing a slip: made off the GUI thread, then through the system's dialog like every other print."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book
    from ui.jobs import Progress
    from ui.pages.page import Page


class SlipPrint(QObject):
    """One slip on its way to the printer; `failed` brings what went wrong, `made` the PDF once it is there."""

    failed = Signal(str)
    made = Signal(bytes)

    def __init__(self, page: Page, book: Book, year: int, department: str) -> None:
        super().__init__(page)
        self._page, self._book, self._year, self._department = page, book, year, department

    def start(self) -> None:
        """Make the PDF, then ask for the printer."""
        job = self._page.jobs.start(self._make, self.tr("正在排兑现单"))
        job.finished.connect(self._ask)
        job.failed.connect(lambda error: self.failed.emit(str(error)))

    def _make(self, _progress: Progress) -> bytes:
        from kpi_desktop.reports.batch import context_of
        from kpi_desktop.reports.slip import slip_pdf

        return slip_pdf(context_of(self._book, self._year, date.today()), self._department)

    def _ask(self, pdf: object) -> None:
        from PySide6.QtPdf import QPdfDocument

        from ui.pages.reports.printing import PrintRun, asked_printer, pages_of

        assert isinstance(pdf, bytes)
        self.made.emit(pdf)
        document, buffer = QPdfDocument(self), QBuffer(self)
        buffer.setData(pdf)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(buffer)
        printer = asked_printer(document, self._page, self.tr("奖惩兑现单 {code}").format(code=self._department))
        if printer is not None:
            run = PrintRun(pdf, printer, pages_of(printer, document.pageCount()), self._page.jobs, self)
            run.ended.connect(self._ended)
            run.start()

    def _ended(self, done: bool) -> None:
        if done:
            self._page.told.emit(self.tr("兑现单已送打印机"), "")
        else:
            self.failed.emit(self.tr("打印机没有响应，请检查后再打"))
