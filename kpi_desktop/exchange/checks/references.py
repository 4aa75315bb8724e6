"""Whether what a cell names is there, and is of the right kind."""

from kpi_desktop.assessment import names
from kpi_desktop.exchange.columns import SHEETS, SHEETS_BY_TABLE
from kpi_desktop.exchange.draft import Draft, Entry, Report
from kpi_desktop.exchange.fields import Reference


def check(draft: Draft, report: Report) -> None:
    """Codes and names that refer to nothing, categories of the wrong kind."""
    for sheet in SHEETS:
        for column in sheet.fields:
            if column.refers:
                for entry in draft.all(sheet.table, column.name):
                    _check_cell(draft, report, entry, column.name, column.refers)
    for entry, _ in draft.repeated:
        for column in entry.sheet.fields:
            if column.refers and column.name in entry.sheet.key and entry.reads(column.name):
                _check_cell(draft, report, entry, column.name, column.refers)
    setting = draft.find("setting", "督查扣分类别")
    if setting and setting.reads("value") and setting["value"] is not None:
        _check_one(draft, report, setting, "value", Reference("category", kinds=("deduction",)), setting["value"])


def _check_cell(draft: Draft, report: Report, entry: Entry, name: str, refers: Reference) -> None:
    value = entry[name]
    for each in value if isinstance(value, tuple) else (value,):
        if each is not None and each not in refers.also:
            _check_one(draft, report, entry, name, refers, each)


def _check_one(draft: Draft, report: Report, entry: Entry, name: str, refers: Reference, value: str) -> None:
    found = draft.find(refers.table, value)
    if found is None:
        if draft.in_doubt(refers.table, value):
            entry.bad.add(name)
        else:
            sheet = SHEETS_BY_TABLE[refers.table].title
            which = f"“{value}”" if isinstance(entry[name], tuple) else ""
            report.blame(
                (entry, name), wrong=f"{which}在“{sheet}”表里没有", right=f"请先在“{sheet}”表登记,或改正这一格"
            )
    elif refers.kinds and found.reads("kind") and found["kind"] not in refers.kinds:
        kind = names.CATEGORY_KINDS[found["kind"]]
        wanted = "、".join(names.CATEGORY_KINDS[each] for each in refers.kinds)
        wrong = f"是{kind}类别" if entry.from_workbook else f"不能改:“{entry.sheet.title}”表里在用“{value}”"
        report.blame((entry, name), (found, "kind"), wrong=wrong, right=f"这里要用{wanted}类别")
