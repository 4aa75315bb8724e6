"""Laying a workbook over the book's year: which year it is, what would stand, what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any

from kpi_desktop.assessment.rules import RuleError, parse_rule
from kpi_desktop.exchange.cells import Unit
from kpi_desktop.exchange.checks import check
from kpi_desktop.exchange.columns import SHEETS, SHEETS_BY_TABLE
from kpi_desktop.exchange.columns_scheme import RATES, SETTINGS_SHEET
from kpi_desktop.exchange.draft import Draft, Entry, Report
from kpi_desktop.exchange.fields import Field
from kpi_desktop.exchange.layout import Layout
from kpi_desktop.exchange.records import Stored, read_entries, report_repeated

Tables = Mapping[str, Sequence[Stored]]
"""The rows of one edition by table, in order; 参数 with every parameter, its value read."""
Layouts = Mapping[str, Layout]
"""The sheets of the workbook that are read, by table."""


def year_of(layouts: Layouts) -> int | None:
    """The 年度 that the workbook's 参数 sheet says; None where it says none that can be read."""
    layout = layouts.get(SETTINGS_SHEET.table)
    if layout is None or not layout.whole:
        return None
    entries = read_entries(layout, (), lambda entry, field: Unit(), Report()).entries
    return next((entry["value"] for entry in entries if entry.reads("name", "value") and entry["name"] == "年度"), None)


def lay_over(
    layouts: Layouts, tables: Tables, earlier_tasks: frozenset[str] | None, report: Report, *, judged: bool = True
) -> Draft:
    """The year as it would stand; everything that is wrong with it goes to `report`.

    Unless it is to be `judged`, only the cells themselves are: it is not known what they are laid over.
    """
    draft = Draft()
    draft.earlier_tasks = earlier_tasks
    for sheet in SHEETS:
        stored = tables.get(sheet.table, ())
        layout = layouts.get(sheet.table)
        if layout is None:
            draft.put(sheet.table, [from_book(sheet.table, row) for row in stored])
            continue
        if any(name not in layout.columns for name in sheet.key if sheet.field(name).required):
            draft.unknowable.add(sheet.table)
        entries, repeated = read_entries(layout, stored, lambda entry, field: unit_of(draft, entry, field), report)
        draft.repeated += repeated
        draft.put(sheet.table, [*_not_in(entries, sheet.table, stored), *entries])
    _require_year(layouts, draft, report)
    if judged:
        check(draft, report)
    for entry, other in draft.repeated:
        report_repeated(entry, other, report)
    return draft


def _not_in(entries: Sequence[Entry], table: str, stored: Sequence[Stored]) -> list[Entry]:
    """The rows of the book that stay although the workbook's sheet does not have them: those with a key."""
    sheet = SHEETS_BY_TABLE[table]
    found = {sheet.key_of(entry.before) for entry in entries if entry.before is not None}
    return [from_book(table, row) for row in stored if sheet.is_keyed(row) and sheet.key_of(row) not in found]


def from_book(table: str, row: Stored) -> Entry:
    """A row of the book as it stands."""
    sheet = SHEETS_BY_TABLE[table]
    values: dict[str, Any] = {field.name: row[field.name] for field in sheet.fields}
    return Entry(sheet, values, id=row["id"], before=row)


def unit_of(draft: Draft, entry: Entry, field: Field) -> Unit:
    """The unit of a figure in `entry`: the indicator's, none for a target that is a rate."""
    indicator = draft.find("indicator", entry["indicator"]) if entry.reads("indicator") else None
    if indicator is None or not indicator.reads("unit"):
        return Unit(known=False)
    if field.name in ("base", "stretch"):
        try:
            if parse_rule(indicator["rule"], indicator["params"] or "").measure in RATES:
                return Unit()
        except RuleError:
            return Unit(known=False)
    return Unit(indicator["unit"])


def _require_year(layouts: Layouts, draft: Draft, report: Report) -> None:
    """Report a 参数 sheet that does not say which year it is."""
    layout = layouts.get(SETTINGS_SHEET.table)
    if (
        layout
        and layout.whole
        and not any(entry.from_workbook and entry["name"] in ("年度", None) for entry in draft.entries["setting"])
    ):
        report.at(SETTINGS_SHEET.title, layout.header, layout.columns["name"], "缺少“年度”这一行(名称),请写明是哪一年")
