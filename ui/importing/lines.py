"""What a plan of an import shows: lines by state, the rows of its tables, sentences about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import NUMBER, TEXT, Cell, Column, Row
from ui.parts.chips import ChipSpec
from ui.terms import blank_word, clauses, listed, said, term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kpi_desktop.exchange.draft import CellError
    from kpi_desktop.exchange.planning import Difference, ImportPlan, RowPlan
    from kpi_desktop.exchange.surroundings import SeenCell

NEW, CHANGED, SAME, MISSING, REMOVED = "new", "changed", "same", "missing", "removed"
ERRORS, IGNORED = "errors", "ignored"
MOST_TOLD = 4
TOKENS = {NEW: "green_text", CHANGED: "accent", MISSING: "secondary", REMOVED: "red_text"}


class Line(NamedTuple):
    """One record of the workbook or the book that is not the same in both."""

    state: str
    sheet: str
    number: int
    label: str
    words: str
    differences: tuple[Difference, ...]


class Preview(NamedTuple):
    """A plan and its lines, made where the plan was made: off the GUI thread. `around`: the row of each error."""

    plan: ImportPlan
    lines: tuple[Line, ...]
    around: Mapping[str, tuple[SeenCell, ...]]


def previewed(plan: ImportPlan, workbook: Path) -> Preview:
    """A plan of importing `workbook` with the lines that are shown of it."""
    from kpi_desktop.exchange.surroundings import rows_around

    lines = [_line(row) for sheet in plan.sheets for row in sheet.rows]
    return Preview(plan, tuple(lines), rows_around(workbook, plan.errors) if plan.errors else {})


def _line(row: RowPlan) -> Line:
    title, differences = row.entry.sheet.title, row.differences
    if row.state in (MISSING, REMOVED):
        told = ""
    elif row.state == CHANGED:
        told = clauses(
            said(term(each.header), f"{each.before or blank_word()} → {each.after or blank_word()}")
            for each in differences
        )
    else:
        sheet = row.entry.sheet
        keys = {sheet.field(name).header for name in sheet.key}
        rest = [each for each in differences if each.header not in keys]
        told = clauses(f"{term(each.header)} {each.after}" for each in rest[:MOST_TOLD])
        told += "…" if len(rest) > MOST_TOLD else ""
    return Line(row.state, title, row.number, _label(row), told.replace("\n", " "), differences)


def _label(row: RowPlan) -> str:
    """What tells a row from others, with its name where it has one."""
    fields = {each.name for each in row.entry.sheet.fields}
    name = next((str(row.entry[each] or "") for each in ("name", "title") if each in fields), "")
    return row.label if not name or name in row.label else f"{row.label} {name}"


def states() -> dict[str, str]:
    """What each state of a line is called."""
    translate = QCoreApplication.translate
    return {
        NEW: translate("Importing", "新增"),
        CHANGED: translate("Importing", "变更"),
        SAME: translate("Importing", "相同"),
        MISSING: translate("Importing", "工作簿没有"),
        REMOVED: translate("Importing", "移除"),
        ERRORS: translate("Importing", "错误"),
        IGNORED: translate("Importing", "略过的列"),
    }


def chips() -> list[ChipSpec]:
    """The filters, in order."""
    icons = {ERRORS: "warning-circle", NEW: "plus", CHANGED: "pencil-simple", SAME: "equals", MISSING: "minus"}
    icons |= {REMOVED: "trash", IGNORED: "prohibit"}
    words = states()
    return [ChipSpec(key, words[key], icon) for key, icon in icons.items()]


def counts(preview: Preview) -> dict[str, int]:
    """How many there are of each state."""
    plan = preview.plan
    found = {state: plan.count(state) for state in (NEW, CHANGED, MISSING, REMOVED)}
    return found | {SAME: plan.same, ERRORS: len(plan.errors), IGNORED: len(plan.ignored)}


def line_columns() -> list[Column]:
    """Columns of lines."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Importing", "状态"), 92),
        Column(translate("Importing", "表"), 92),
        Column(translate("Importing", "行"), 56, right=True),
        Column(translate("Importing", "记录"), 200),
        Column(translate("Importing", "变化"), sortable=False),
    ]


def line_rows(preview: Preview, state: str, sheet: str) -> list[Row]:
    """The lines of a state, of one sheet or of all; the subject is the line's place."""
    words = states()
    kept = QCoreApplication.translate("Importing", "工作簿里没有，台账里的保留")
    found = []
    for at, line in enumerate(preview.lines):
        if line.state != state or sheet not in ("", line.sheet):
            continue
        told = line.words or (kept if line.state == MISSING else "")
        cells = [
            Cell(words[line.state], TEXT, TOKENS[line.state], key=line.state),
            Cell(line.sheet, key=line.sheet),
            Cell(str(line.number) if line.number else "–", NUMBER, "secondary", key=line.number),
            Cell(line.label, key=line.label, tip=line.label),
            Cell(told, TEXT, "secondary" if state == MISSING else "text", tip=told),
        ]
        found.append(Row(cells, at))
    return found


def error_columns() -> list[Column]:
    """Columns of errors."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Importing", "位置"), 150),
        Column(translate("Importing", "读到"), 150),
        Column(translate("Importing", "问题")),
        Column(translate("Importing", "怎样改")),
    ]


def error_rows(preview: Preview, sheet: str) -> list[Row]:
    """The errors, of one sheet or of all; the subject is the error's place."""
    found = []
    for at, error in enumerate(preview.plan.errors):
        if sheet in ("", sheet_of(error)):
            wrong = chinese(error.wrong or error.message)
            cells = [
                Cell(error.cell, TEXT, "red_text", key=at),
                Cell(error.read, key=error.read),
                Cell(wrong, tip=wrong, key=wrong),
                Cell(chinese(error.right), TEXT, "secondary", tip=error.right, key=error.right),
            ]
            found.append(Row(cells, at))
    return found


def sheet_of(error: CellError) -> str:
    """The sheet that an error is on."""
    return error.cell.rpartition("!")[0]


def chinese(sentence: str) -> str:
    """A sentence with wide commas between its parts."""
    from kpi_desktop.exchange.judging import chinese

    return chinese(sentence)


def other_rows(preview: Preview, state: str, sheet: str) -> list[Row]:
    """What is counted by sheet only: rows that are the same; columns and sheets that are not known."""
    if state == SAME:
        sheets = [each for each in preview.plan.sheets if each.same and sheet in ("", each.sheet.title)]
        return [Row([Cell(each.sheet.title), Cell(str(each.same), NUMBER)], each.sheet.title) for each in sheets]
    return [Row([Cell(place), Cell("", NUMBER)], place) for place in preview.plan.ignored]


def other_columns(state: str) -> list[Column]:
    """Columns of `other_rows`."""
    translate = QCoreApplication.translate
    if state == SAME:
        return [Column(translate("Importing", "表")), Column(translate("Importing", "相同的行"), 120, right=True)]
    return [Column(translate("Importing", "不认识的列或表，不导入")), Column("", 40, right=True)]


def sheets_of(preview: Preview) -> list[str]:
    """The sheets there is something to show of, in order."""
    plan = preview.plan
    if plan.errors:
        return list(dict.fromkeys(sheet_of(error) for error in plan.errors))
    return [each.sheet.title for each in plan.sheets if each.rows or each.same]


def summary(preview: Preview, new_book: bool) -> str:
    """What the whole import would do, in one sentence."""
    translate, plan, of = QCoreApplication.translate, preview.plan, counts(preview)
    if plan.errors:
        words = translate("Importing", "有 {count} 处要先改正，改好之前什么也不写入。点一处看怎样改。")
        return words.format(count=of[ERRORS])
    if not plan.changes:
        return translate("Importing", "和台账完全相同，没有要写入的。")
    if new_book:
        return translate("Importing", "将建成一本新台账，{what}。").format(what=amounts(preview))
    opens = translate("Importing", "台账里还没有 {year} 年，将新开。").format(year=plan.year) if plan.opens_year else ""
    words = translate("Importing", "将{what}；写入后可用 Ctrl+Z 整体撤销。")
    return opens + words.format(what=amounts(preview))


def amounts(preview: Preview) -> str:
    """What is written, in numbers: `新增 1 行、更改 3 行`."""
    translate, of = QCoreApplication.translate, counts(preview)
    words = {
        NEW: translate("Importing", "新增 {count} 行"),
        CHANGED: translate("Importing", "更改 {count} 行"),
        REMOVED: translate("Importing", "移除 {count} 行"),
    }
    return listed(text.format(count=of[state]) for state, text in words.items() if of[state])
