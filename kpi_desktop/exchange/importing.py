"""Bringing a workbook into a book: all of it or nothing, previewed first, one entry of the journal."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.assessment.settings import SETTINGS
from kpi_desktop.book import facts as book_facts
from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, years
from kpi_desktop.book.files import discard
from kpi_desktop.book.location import locate
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.columns import SHEETS
from kpi_desktop.exchange.columns_scheme import SETTINGS_SHEET
from kpi_desktop.exchange.draft import Report
from kpi_desktop.exchange.drafting import Tables, lay_over, year_of
from kpi_desktop.exchange.layout import Layout, find_columns, sheet_of
from kpi_desktop.exchange.planning import ImportPlan, changes_of, plan_sheets
from kpi_desktop.exchange.reading import read_workbook
from kpi_desktop.exchange.records import Stored
from kpi_desktop.office.rows import apply_rows

Step = Callable[[str], object]
"""Is told what comes next: the title of a sheet that is read, or what is done with all of them."""
CHECKING, COMPARING = "核对", "比对"


class _Known(NamedTuple):
    """What the book knows already. `edition`: of the year that is imported; None where the book does not have it."""

    editions: tuple[EditionInfo, ...] = ()
    edition: EditionInfo | None = None
    tables: Tables = {}  # noqa: RUF012 - nobody writes to it
    earlier_tasks: frozenset[str] | None = None
    since: int | None = None


def plan_import(book: Book | None, path: Path, step: Step = lambda what: None) -> ImportPlan:
    """What importing the workbook at `path` would do to `book` (None: one that is not made yet). Writes nothing.

    Bad cells are in `errors` of the plan. `step` is told what comes next, and may raise to stop. Refusal where the file
    cannot be read at all, and where there is something to write but the year is final.
    """
    with collector_resting():
        return _planned(book, path, step)


def _planned(book: Book | None, path: Path, step: Step) -> ImportPlan:
    layouts, ignored, report = _read(path, step)
    step(CHECKING)
    year = year_of(layouts)
    known = _known(book, year, SETTINGS_SHEET.table in layouts)
    if year is None and known.edition:
        year = known.edition.year
    if SETTINGS_SHEET.table not in layouts and year is None:
        report.at(SETTINGS_SHEET.title, 1, 1, "缺少“参数”表(年度),请在“参数”表里写明年度")
    draft = lay_over(layouts, known.tables, known.earlier_tasks, report, judged=year is not None or not known.editions)
    if report.errors:
        return ImportPlan(path.name, year, errors=report.errors, ignored=ignored)
    step(COMPARING)
    sheets = plan_sheets(draft, known.tables, layouts)
    planned = (changes_of(sheet, draft.entries[sheet.sheet.table]) for sheet in sheets)
    changes = tuple(change for change in planned if change)
    if changes and known.edition and known.edition.state == "final":
        raise Refusal(f"{year} 年已定稿，不能再导入。", "确需更正，请先退回该年度，程序会另开一次修订。")
    return ImportPlan(
        path.name, year, known.edition is None, sheets, ignored=ignored, changes=changes, since=known.since
    )


def carry_out(book: Book, plan: ImportPlan) -> Changes:
    """Write what `plan` planned: one operation, one entry of the journal; the year is opened where it is new.

    Nothing is written where nothing is new or changed. Refusal where the plan has errors, where the year has become
    final, and where somebody wrote to the book since it was planned.
    """
    if plan.errors or plan.year is None:
        first = ";".join(f"{error.cell}:{error.message}" for error in plan.errors[:3])
        raise Refusal(f"“{plan.file}”里有 {len(plan.errors)} 处错误，没有导入：{first}。", "请逐处改正后再导入。")
    action = f"导入 {plan.file}"
    if not plan.changes:
        return Changes(0, action)
    return apply_rows(book, plan.year, plan.changes, action, since=plan.since)


def import_workbook(location: str | Path, path: Path, *, dry_run: bool = False) -> ImportPlan:
    """Import the workbook at `path` into the book at `location`, which is made where there is none.

    With errors, and with `dry_run`, nothing is written, and no book is made.
    """
    place = locate(location)
    if place.exists():
        with open_book(location, read_only=dry_run) as book:
            plan = plan_import(book, path)
            if not plan.errors and not dry_run:
                carry_out(book, plan)
        return plan
    plan = plan_import(None, path)
    if not plan.errors and not dry_run:
        _carry_into_new_book(place, plan)
    return plan


def _carry_into_new_book(place: Path, plan: ImportPlan) -> None:
    """Make a book at `place` that holds what was planned; leave none behind where that fails."""
    try:
        with open_book(place, create=True) as book:
            carry_out(book, plan)
    except BaseException:
        discard(place)
        raise


def _read(path: Path, step: Step) -> tuple[dict[str, Layout], tuple[str, ...], Report]:
    """The sheets of a workbook with their columns found, by table; what is ignored; what is wrong so far."""
    report = Report()

    def wanted(title: str) -> bool:
        step(title)
        return sheet_of(title) is not None

    raw = read_workbook(path, wanted)
    layouts: dict[str, Layout] = {}
    ignored = list(raw.others)
    for each in raw.sheets:
        sheet = sheet_of(each.title)
        if sheet is None or sheet.table in layouts:
            ignored.append(each.title)
        elif sheet.comes_in and (layout := find_columns(each, sheet, report)):
            layouts[sheet.table] = layout
    ignored += [address for layout in layouts.values() for address in layout.ignored]
    return layouts, tuple(ignored), report


def _known(book: Book | None, year: int | None, says_year: bool) -> _Known:
    """What the book knows of `year`; where the workbook has no 参数 sheet, of the only year it has."""
    if book is None:
        return _Known()
    with book.reading() as connection:
        editions = years(connection)
        since = journal.newest(connection)[0]
        if year is None and not says_year and len({edition.year for edition in editions}) == 1:
            year = editions[0].year
        edition = _latest(editions, year)
        earlier = _latest(editions, year - 1) if year is not None else None
        tasks = frozenset(row["code"] for row in book_facts.rows(connection, "task", earlier.id)) if earlier else None
        return _Known(editions, edition, _tables(connection, edition) if edition else {}, tasks, since)


def _latest(editions: tuple[EditionInfo, ...], year: int | None) -> EditionInfo | None:
    return next((edition for edition in reversed(editions) if edition.year == year), None)


def _tables(connection: sqlite3.Connection, edition: EditionInfo) -> dict[str, list[Stored]]:
    tables: dict[str, list[Stored]] = {
        sheet.table: list(book_facts.rows(connection, sheet.table, edition.id)) for sheet in SHEETS
    }
    tables["setting"] = stored_settings(connection, edition)
    return tables


def stored_settings(connection: sqlite3.Connection, edition: EditionInfo) -> list[Stored]:
    """Every parameter of an edition with its value read, its default where the book has no row of it (`id` None)."""
    rows: dict[str, dict[str, Any]] = {row["name"]: row for row in book_facts.rows(connection, "setting", edition.id)}
    settings = book_facts.load_settings(connection, edition)
    return [
        {
            "id": rows[definition.name]["id"] if definition.name in rows else None,
            "name": definition.name,
            "value": getattr(settings, definition.field),
        }
        for definition in SETTINGS
    ]
