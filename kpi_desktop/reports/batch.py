"""Many forms at once: out of a book, into a folder, with progress and cancel; what is finished stays."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kpi_desktop.book import facts as book_facts
from kpi_desktop.book import journal
from kpi_desktop.book.editions import edition_of
from kpi_desktop.book.files import beside, discard, flush
from kpi_desktop.book.refusal import Refusal, why
from kpi_desktop.reports import around
from kpi_desktop.reports.catalogue import (
    FORMS,
    check_choice,
    check_format,
    departments_of,
    file_name,
    form_of,
    produce,
)
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.form import NOTHING, Choice, Form
from kpi_desktop.reports.merging import check_merging, merge

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book

Progress = Callable[[int, int, str], None]
"""Told before each form: how many are finished, how many there are, what is made now; at the end with an empty name."""


class Job(NamedTuple):
    """One print: the form's code, and what it is about."""

    form: str
    choice: Choice = NOTHING


def context_of(book: "Book", year: int, today: date, revision: int | None = None) -> ReportContext:
    """The context of a year of `book`, read in one consistent state. Refusal where the book has no such year."""
    with book.reading() as connection:
        edition = edition_of(connection, year, revision)
        facts = book_facts.load_edition(connection, edition)
        plain = connection
        last = journal.last_entry_on(plain, "edition", edition.id) if edition.state == "final" else None
        head = journal.newest(plain)
        previous, following = (around.neighbour(connection, edition.year + step) for step in (-1, 1))
        evidence = around.attached(connection, edition)
        templates = around.templates(connection, edition)
    finalised = datetime.fromisoformat(last.at).date() if last else None
    return ReportContext.of(facts, today, head, finalised, previous, following, evidence, templates)


def jobs(
    context: ReportContext, kind: str | None = None, department: str | None = None, choice: Choice = NOTHING
) -> list[Job]:
    """What to produce: one form or all; one print for each department, or each subject, that `choice` leaves open.

    With a department only what is made for it, unless a form is named. Refusal on a choice that a form cannot be made
    for.
    """
    chosen = [form_of(kind)] if kind else list(FORMS.values())
    asked = replace(choice, department=department or choice.department)
    found: list[Job] = []
    for form in chosen:
        if kind or asked.department is None or form.per_department:
            found += [Job(form.code, each) for each in _choices(context, form, asked)]
    return found


def _choices(context: ReportContext, form: Form, asked: Choice) -> list[Choice]:
    """`asked`, with every department or subject that the form needs and that is not named."""
    own = Choice(**{name: getattr(asked, name) for name in form.options})
    if form.per_department and own.department is None:
        return [replace(own, department=code) for code in departments_of(context)]
    if form.per_subject and own.subject is None:
        owners = form.owners(context) if asked.department else None
        codes = [code for code, _ in form.subjects(context)]
        return [replace(own, subject=c) for c in codes if owners is None or owners.get(c) == asked.department]
    check_choice(context, form, own)
    return [own]


def produce_all(
    context: ReportContext,
    folder: Path,
    kind: str | None = None,
    department: str | None = None,
    format: str = "pdf",
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    choice: Choice = NOTHING,
    archive: bool = False,
    merged: bool = False,
) -> list[Path]:
    """Write forms into `folder` (made where it is missing), each whole or not at all; the files written.

    `cancelled` is asked before each form; what is finished stays. `merged`: all prints in one PDF. Refusal on an
    unknown form, department or format, and where the folder cannot be written to.
    """
    todo = jobs(context, kind, department, choice)
    for job in todo:
        check_format(form_of(job.form), format)
    if merged:
        check_merging(format, archive)
    _make(folder)
    made = _produced(context, todo, format, archive, progress or _silent, cancelled or _never)
    if merged:
        prints = [(name.removesuffix(".pdf"), content) for name, content in made]
        name = file_name(context, kind, format=format, whole=True) if kind else f"{context.year}年度全套报表.pdf"
        return [write_whole(folder / name, merge(prints))] if prints else []
    return [write_whole(folder / name, content) for name, content in made]


def _produced(
    context: ReportContext,
    todo: Sequence[Job],
    format: str,
    archive: bool,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> Iterator[tuple[str, bytes]]:
    """Name and content of each print, in turn, until cancelled; a few are made at the same time."""
    from kpi_desktop.reports.typesetting import AT_ONCE

    names = [file_name(context, code, choice, format) for code, choice in todo]
    waiting: deque[Future[bytes]] = deque()
    ready = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for code, choice in todo:
            if cancelled():
                break
            waiting.append(pool.submit(produce, context, code, choice, format, archive))
            if len(waiting) > AT_ONCE:
                progress(ready, len(todo), names[ready])
                yield names[ready], waiting.popleft().result()
                ready += 1
        while waiting:
            progress(ready, len(todo), names[ready])
            yield names[ready], waiting.popleft().result()
            ready += 1
    if ready == len(todo):
        progress(ready, ready, "")


def _silent(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


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
        raise Refusal(f"不能写入“{path}”：{why(error)}。", advice) from error
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"不能建立文件夹“{folder}”：{why(error)}。", "请换一个位置。") from error
