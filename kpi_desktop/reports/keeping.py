"""What is printed and kept when a year becomes final: every form of the whole year, of a department, and each appeal.

Forms that are about one matter of the year's course (a directive, an application, a ballot) were printed and handed out
in its course; they are not made again.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.reports.batch import Job, Progress, context_of, jobs
from kpi_desktop.reports.catalogue import file_name, form_of, produce
from kpi_desktop.reports.context import ReportContext

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book

OF_THE_COURSE = ("directive", "approval", "ballot")


def kept_forms(
    book: "Book", year: int, today: date, progress: Progress | None = None
) -> Callable[[Facts], Iterator[tuple[str, bytes]]]:
    """What `office.course.move` takes as `forms`: from the facts of the final year to (file name, PDF), one by one."""

    def printed(facts: Facts) -> Iterator[tuple[str, bytes]]:
        context = final_context(context_of(book, year, today), facts, today)
        todo = kept_jobs(context)
        for done, job in enumerate(todo):
            name = file_name(context, job.form, job.choice)
            if progress:
                progress(done, len(todo), name)
            yield name, produce(context, job.form, job.choice)

    return printed


def final_context(context: ReportContext, facts: Facts, today: date) -> ReportContext:
    """The context of a year as it will be once it is final, on that day."""
    final = replace(facts, state="final")
    around = (context.previous, context.following, context.evidence, context.templates)
    return ReportContext.of(final, today, context.chain_head, today, *around)


def kept_jobs(context: ReportContext) -> list[Job]:
    """What is printed to be kept."""
    return [
        job for job in jobs(context) if job.form not in OF_THE_COURSE and context.state in form_of(job.form).used_in
    ]
