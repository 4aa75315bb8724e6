"""The editions of a book: its years and their revisions."""

import sqlite3
from typing import NamedTuple

from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Operation
from kpi_desktop.book.reading import connected
from kpi_desktop.book.refusal import Refusal


class EditionInfo(NamedTuple):
    """One revision of a year. `state`: draft, running, assessing, review, final; `result`: JSON kept at 定稿."""

    id: int
    year: int
    revision: int
    state: str
    supersedes: int | None
    reason: str | None
    result: str | None


_COLUMNS = "id, year, revision, state, supersedes, reason, result"


def years(source: Book | sqlite3.Connection) -> tuple[EditionInfo, ...]:
    """Every edition, by year and revision."""
    with connected(source) as connection:
        rows = connection.execute(f"SELECT {_COLUMNS} FROM edition ORDER BY year, revision").fetchall()
    return tuple(map(EditionInfo._make, rows))


def edition_of(source: Book | sqlite3.Connection, year: int, revision: int | None = None) -> EditionInfo:
    """A revision of a year, the latest by default. Refusal, naming the years there are, when the book has none."""
    known = years(source)
    found = [edition for edition in known if edition.year == year and revision in (None, edition.revision)]
    if found:
        return found[-1]
    which = f"{year} 年" if revision is None else f"{year} 年第 {revision} 次修订"
    there = "、".join(str(each) for each in sorted({edition.year for edition in known}))
    raise Refusal(
        f"台账中没有 {which}。", f"已有的年度：{there}。" if there else "台账还是空的，请先导入工作簿或新建年度。"
    )


def add_edition(
    operation: Operation, year: int, *, state: str = "draft", supersedes: EditionInfo | None = None, reason: str = ""
) -> int:
    """Add a year, or the next revision of the edition it `supersedes`; the id of the new, empty edition.

    Refusal when the book has that year (or that revision).
    """
    revision = supersedes.revision + 1 if supersedes else 1
    if any(each.year == year and each.revision >= revision for each in years(operation.connection)):
        raise Refusal(f"台账中已有 {year} 年" + (f"第 {revision} 次修订。" if supersedes else "。"))
    return operation.insert(
        "edition",
        {
            "year": year,
            "revision": revision,
            "state": state,
            "supersedes": supersedes.id if supersedes else None,
            "reason": reason or None,
        },
    )
