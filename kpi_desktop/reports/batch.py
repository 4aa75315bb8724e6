"""Many forms at once: out of a book, into a folder, with progress and cancel; what is finished stays."""

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kpi_desktop.book import facts as book_facts
from kpi_desktop.book import journal
from kpi_desktop.book.connection import driver
from kpi_desktop.book.editions import edition_of
from kpi_desktop.book.files import beside, discard, flush
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports import around
from kpi_desktop.reports.catalogue import (
    FORMS,
    check_department,
    check_format,
    departments_of,
    file_name,
    form_of,
    produce,
)
from kpi_desktop.reports.context import ReportContext

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book

Progress = Callable[[int, int, str], None]
"""Told before each form: how many are finished, how many there are, what is made now; at the end with an empty name."""
Job = tuple[str, str | None]


def context_of(book: "Book", year: int, today: date, revision: int | None = None) -> ReportContext:
    """The context of a year of `book`, read in one consistent state. Refusal where the book has no such year."""
    with book.reading() as connection:
        edition = edition_of(connection, year, revision)
        facts = book_facts.load_edition(connection, edition)
        plain = driver(connection)
        last = journal.last_entry_on(plain, "edition", edition.id) if edition.state == "final" else None
        head = journal.newest(plain)
        previous, following = (around.neighbour(connection, edition.year + step) for step in (-1, 1))
        evidence = around.attached(connection, edition)
    finalised = datetime.fromisoformat(last.at).date() if last else None
    return ReportContext.of(facts, today, head, finalised, previous, following, evidence)


def jobs(context: ReportContext, kind: str | None = None, department: str | None = None) -> list[Job]:
    """What to produce: one form or all; with a department only what is made for it."""
    chosen = [form_of(kind)] if kind else list(FORMS.values())
    found: list[Job] = []
    for form in chosen:
        if not form.per_department:
            found += [(form.code, None)] if department is None or kind else []
        elif department is not None:
            check_department(context, form, department)
            found.append((form.code, department))
        else:
            found += [(form.code, code) for code in departments_of(context)]
    return found


def produce_all(
    context: ReportContext,
    folder: Path,
    kind: str | None = None,
    department: str | None = None,
    format: str = "pdf",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write forms into `folder` (made where it is missing), each whole or not at all; the files written.

    `cancelled` is asked before each form. Refusal on an unknown form, department or format, and where the folder cannot
    be written to.
    """
    todo = jobs(context, kind, department)
    for code, _ in todo:
        check_format(form_of(code), format)
    written: list[Path] = []
    _make(folder)
    for done, (code, whose) in enumerate(todo):
        if cancelled and cancelled():
            return written
        name = file_name(context, code, whose, format)
        if progress:
            progress(done, len(todo), name)
        written.append(write_whole(folder / name, produce(context, code, whose, format)))
    if progress:
        progress(len(todo), len(todo), "")
    return written


def write_whole(path: Path, content: bytes) -> Path:
    """Write `content` so that `path` holds all of it or what it held before. Refusal where that is not possible."""
    made = beside(path, "part")
    try:
        made.write_bytes(content)
        flush(made)
        os.replace(made, path)
    except OSError as error:
        discard(made)
        advice = "文件可能正被别的程序打开，请关闭后重试，或换一个文件夹。"
        raise Refusal(f"不能写入“{path}”：{error.strerror or error}。", advice) from error
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"不能建立文件夹“{folder}”：{error.strerror or error}。", "请换一个位置。") from error
