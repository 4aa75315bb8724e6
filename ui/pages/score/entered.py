"""Who entered what a figure rests on: asked of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi_desktop.assessment.explain_sums import BONUS, DEDUCTION, GRADE, MORE

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import Line
    from kpi_desktop.book.book import Book
    from kpi_desktop.office.origins import Origin
    from ui.year import YearView


def entered_line(book: Book | None, view: YearView, line: Line) -> tuple[Origin, ...]:
    """What a line is judged by."""
    from kpi_desktop.office.origins import origins

    return origins(book, view.facts, line) if book else ()


def entered_figure(book: Book | None, view: YearView, department: str, kind: str) -> tuple[Origin, ...]:
    """What a figure above the lines rests on: adjustments, or the decision on the grade."""
    from kpi_desktop.office.origins import adjustment_origins, decision_origin

    if book is None:
        return ()
    if kind in (BONUS, DEDUCTION, MORE):
        return adjustment_origins(book, view.year, department)
    found = decision_origin(book, view.year, department) if kind == GRADE else None
    return (found,) if found else ()
