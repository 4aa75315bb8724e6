"""说明: saying by name why something is blank, so that the year can go on."""

from datetime import date

from kpi_desktop.assessment.names import GAPS
from kpi_desktop.assessment.text import half_width
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import YearRows, editing, said

NOT_EXPLAINED = ("undecided",)
"""Kinds that an explanation does not settle: nobody may be 待定 at 定稿."""


def explain(book: Book, year: int, kind: str, subject: str, text: str, author: str, day: date) -> Changes:
    """Write down why a gap is blank, or write it anew; `kind` is a code or a name of a gap kind.

    `subject` is the gap's `subject` (for whoever has that blank) or its `name`, `部门/对象`, for one department alone.
    Refusal on an unknown kind, and without a text or an author.
    """
    code, about = _kind(kind), said(subject, "说明的对象")
    told = {"text": said(text, "说明"), "author": said(author, "说明人"), "day": day}
    with editing(book, year, f"说明：{GAPS[code]} {about}") as edit:
        before = _find(edit, code, about)
        if before is None:
            edit.insert("explanation", {"kind": code, "subject": about, **told})
        else:
            edit.update("explanation", before, **told)
    return edit.changes


def withdraw(book: Book, year: int, kind: str, subject: str) -> Changes:
    """Take an explanation back: the blank counts again. Refusal when there is none."""
    code, about = _kind(kind), said(subject, "说明的对象")
    with editing(book, year, f"撤回说明：{GAPS[code]} {about}") as edit:
        before = _find(edit, code, about)
        if before is None:
            raise Refusal(f"“{about}”没有“{GAPS[code]}”的说明。")
        edit.delete("explanation", before)
    return edit.changes


def _kind(kind: str) -> str:
    found = next((code for code, name in GAPS.items() if half_width(kind) in (code, name)), None)
    if found is None:
        raise Refusal(f"没有“{kind}”这一类空白。", f"可用：{'、'.join(GAPS.values())}。")
    return found


def _find(rows: YearRows, kind: str, subject: str) -> dict[str, object] | None:
    """The row of that kind and subject, whatever width its letters were typed in."""
    return next(
        (
            row
            for row in rows.rows("explanation")
            if _kind_or_text(row["kind"]) == kind and half_width(row["subject"]) == half_width(subject)
        ),
        None,
    )


def _kind_or_text(kind: str) -> str:
    return next((code for code, name in GAPS.items() if half_width(kind) in (code, name)), kind)
