"""What the workers do for the page: make a form, save it in any format, render a page, make them all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from PySide6.QtGui import QImage

    from kpi_desktop.book.book import Book
    from kpi_desktop.reports.context import ReportContext
    from kpi_desktop.reports.forms.form import Choice, Form
    from ui.jobs import Progress

DPI = 300
POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Wanted:
    """One print: of a form, by what was chosen for it."""

    form: str
    choice: Choice


@dataclass(frozen=True)
class Made:
    """A form that was made: what was asked for, what it is about, its PDF, the name a file of it should have.

    `subjects`: (code, words) of what the form can be about; `batches`: what a batch of each form makes, by its code;
    `replaced`: the fonts that this machine lacks. `pdf` is empty where there is nothing that the form could be about.
    """

    wanted: Wanted
    choice: Choice
    pdf: bytes
    file_name: str
    subjects: tuple[tuple[str, str], ...] = ()
    batches: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replaced: tuple[tuple[str, str], ...] = ()


class Way(NamedTuple):
    """How a batch is saved."""

    format: str = "pdf"
    archive: bool = False
    merged: bool = False


class Press:
    """Makes forms of one year of a book; what they are made from is read once."""

    def __init__(self, book: Book, year: int, today: date) -> None:
        self._book, self._year, self._today = book, year, today
        self._context: ReportContext | None = None
        self._batches: dict[str, tuple[str, ...]] = {}
        self._turn = Lock()

    def context(self) -> ReportContext:
        """The year's facts, scores and money."""
        from kpi_desktop.reports.batch import context_of

        with self._turn:
            if self._context is None:
                self._context = context_of(self._book, self._year, self._today)
            return self._context

    def make(self, wanted: Wanted) -> Made:
        """One form as a PDF. Refusal or TypesettingError where it cannot be made."""
        from kpi_desktop.reports.catalogue import departments_of, file_name, form_of, produce

        context, form = self.context(), form_of(wanted.form)
        subjects = tuple(form.subjects(context)) if form.per_subject else ()
        choice = wanted.choice
        if form.per_subject and choice.subject not in dict(subjects):
            choice = replace(choice, subject=subjects[0][0] if subjects else None)
        empty = (form.per_subject and not subjects) or (form.per_department and not departments_of(context))
        pdf = b"" if empty else produce(context, form.code, choice)
        name = file_name(context, form.code, choice)
        return Made(wanted, choice, pdf, name, subjects, self._offers(context), replaced_fonts())

    def _offers(self, context: ReportContext) -> Mapping[str, tuple[str, ...]]:
        from kpi_desktop.reports.catalogue import FORMS

        if not self._batches:
            self._batches = {form.code: _names(context, form) for form in FORMS.values()}
        return self._batches

    def save(self, made: Made, format: str, archive: bool, path: Path) -> Path:
        """What was made in another format, whole or not at all. Refusal where that is not possible."""
        from kpi_desktop.reports.batch import write_whole
        from kpi_desktop.reports.catalogue import produce

        seen = format == "pdf" and not archive
        content = made.pdf if seen else produce(self.context(), made.wanted.form, made.choice, format, archive)
        return write_whole(path, content)

    def make_all(self, kind: str | None, folder: Path, way: Way, progress: Progress) -> list[Path]:
        """All prints of a form, or of every form, as files in `folder`; after a cancel those that were finished."""
        from kpi_desktop.reports.batch import produce_all

        def stopped() -> bool:
            return progress.stopped

        return produce_all(
            self.context(),
            folder,
            kind,
            format=way.format,
            archive=way.archive,
            merged=way.merged,
            progress=progress.say,
            cancelled=stopped,
        )


def _names(context: ReportContext, form: Form) -> tuple[str, ...]:
    """Whom or what each print of a form is about; its own name where it is one for all."""
    from kpi_desktop.reports.catalogue import departments_of

    if form.per_department:
        return tuple(context.assessment.department(code).name for code in departments_of(context))
    if form.per_subject:
        return tuple(words for _, words in form.subjects(context))
    return (form.name,)


def replaced_fonts() -> tuple[tuple[str, str], ...]:
    """The fonts the forms ask for that this machine lacks, each with the one that stands in for it."""
    from kpi_desktop.reports.fonts import fonts_report

    return tuple((use.wanted, use.used or "") for use in fonts_report() if use.replaced or use.used is None)


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
