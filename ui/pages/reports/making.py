"""What the workers do for the page: make a form, render a page, make them all. Called off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kpi_desktop.book.book import Book
    from kpi_desktop.reports.context import ReportContext
    from ui.jobs import Progress
    from ui.year import YearView

DPI = 300
POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Wanted:
    """One print: of a form, for a department where it is made for one."""

    form: str
    department: str | None = None


@dataclass(frozen=True)
class Made:
    """A form that was made: what was asked for, the PDF, and the name a file of it should have."""

    wanted: Wanted
    pdf: bytes
    file_name: str


class Press:
    """Makes forms of one year of a book; what they are made from is read once."""

    def __init__(self, book: Book, year: int, today: date) -> None:
        self._book, self._year, self._today = book, year, today
        self._context: ReportContext | None = None

    def context(self) -> ReportContext:
        """The year's facts, scores and money."""
        from kpi_desktop.reports.batch import context_of

        if self._context is None:
            self._context = context_of(self._book, self._year, self._today)
        return self._context

    def make(self, wanted: Wanted) -> Made:
        """One form as a PDF. Refusal or TypesettingError where it cannot be made."""
        from kpi_desktop.reports.catalogue import file_name, produce

        context = self.context()
        pdf = produce(context, wanted.form, wanted.department)
        return Made(wanted, pdf, file_name(context, wanted.form, wanted.department))

    def make_all(self, kind: str | None, folder: Path, progress: Progress) -> list[Path]:
        """All prints of a form, or of every form, as files in `folder`; after a cancel those that were finished."""
        from kpi_desktop.reports.batch import produce_all

        def stopped() -> bool:
            return progress.stopped

        return produce_all(self.context(), folder, kind, progress=progress.say, cancelled=stopped)


def save(path: Path, content: bytes) -> Path:
    """Write a PDF, whole or not at all. Refusal where that is not possible."""
    from kpi_desktop.reports.batch import write_whole

    return write_whole(path, content)


def rendered(pdf: bytes, page: int) -> QImage:
    """A page at 300 dpi on white, for the printer."""
    from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(buffer)
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * DPI / POINTS_PER_INCH), round(points.height() * DPI / POINTS_PER_INCH))
    drawn = document.render(page, size)
    white = QImage(drawn.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, drawn)
    painter.end()
    document.close()
    return white


def batch_of(view: YearView, kind: str | None) -> list[tuple[str, str]]:
    """What a batch makes: (form, department) names in the order in which they come."""
    from kpi_desktop.reports.catalogue import FORMS

    assessed = {result.code for result in view.assessment.departments()}
    names = [department.name for department in view.facts.departments if department.code in assessed]
    chosen = [form for form in FORMS.values() if kind in (None, form.code)]
    return [(form.name, name) for form in chosen for name in (names if form.per_department else [""])]
