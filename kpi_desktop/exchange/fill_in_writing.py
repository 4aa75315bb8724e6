"""Writing forms as workbooks: locked but for the cells to fill in, choices and limits as Excel checks, ids hidden."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kpi_desktop.assessment import text as reading
from kpi_desktop.book import journal, presence
from kpi_desktop.book.book import Book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange import fill_in, writing
from kpi_desktop.exchange.exporting import replacing
from kpi_desktop.exchange.fields import Field, Kind
from kpi_desktop.exchange.fill_in import Form, FormInfo, FormLine, Part, Wish
from kpi_desktop.exchange.fill_in_parts import YearRows, parts_of
from kpi_desktop.exchange.writing import Content

Progress = Callable[[int, int, str], None]

MARK_ROW, TITLE_ROW, NOTE_ROW, HEADER_ROW = 1, 2, 3, 4
LONGEST_ANSWER = 2000
LARGEST = 10**12
LONGEST_NAME = 60
LINE_HIGH, INDENT = 15, 2
LEAST_LINES = {"progress": 3, "self_score": 2}
_LINE = Side(style="thin", color="B8C2CC")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD_FILL, _OPEN_FILL = PatternFill("solid", fgColor="DDE6F0"), PatternFill("solid", fgColor="FFF8E3")
_LOCKED_FILL = PatternFill("solid", fgColor="EEF1F5")
_TEXT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_FIGURE = Alignment(vertical="center")
_MIDDLE = Alignment(wrap_text=True, vertical="center", horizontal="center")
_OPEN = Protection(locked=False)
_FORMATS = {Kind.DATE: "yyyy-mm-dd", Kind.SHARE: "0.0%", Kind.TEXT: "@"}
"""How a blank cell takes what is typed into it: text stays text, whatever it begins with."""
_UNSAFE = re.compile(r'[\\/:*?"<>|\s\x00-\x1f\x7f]+')


def export_forms(
    book: Book,
    year: int,
    departments: Sequence[str],
    wish: Wish,
    folder: Path,
    progress: Progress = lambda done, total, name: None,
) -> list[Path]:
    """Write the form of each department into `folder`; the files, whole each. What exists there is replaced.

    Departments that have nothing to report get none. Refusal when the year is final or is not there, when a department
    is unknown, and when a file cannot be written; those that were finished stay. `progress` may raise to stop.
    """
    rows = YearRows(book, year)
    if rows.edition.state == "final":
        raise Refusal(f"{year} 年已定稿，不再收填报表。", "确需更正，请先退回该年度，程序会另开一次修订。")
    made: list[Path] = []
    for at, code in enumerate(departments):
        form = form_for(book, rows, code, wish)
        progress(at, len(departments), form.info.name)
        if form.parts:
            path = _free(folder / file_name(form.info), made)
            with replacing(path) as file:
                _workbook(form).save(file)
            made.append(path)
    progress(len(departments), len(departments), "")
    return made


def form_for(book: Book, rows: YearRows, department: str, wish: Wish) -> Form:
    """The form of one department. Refusal when the year has no such department."""
    known = rows.departments.get(department)
    if known is None:
        raise Refusal(f"{rows.edition.year} 年没有部门“{department}”。", "请核对部门编码。")
    with book.reading() as connection:
        first, last = (journal.entry_at(connection, at) for at in (1, rows.sequence))
    info = FormInfo(
        version=fill_in.VERSION,
        book=first.hash if first else journal.GENESIS,
        sequence=rows.sequence,
        hash=last.hash if last else journal.GENESIS,
        year=rows.edition.year,
        department=department,
        name=known["name"],
        until=wish.until,
        basis=wish.basis,
        issued=presence.now()[:16].replace("T", " "),
    )
    return Form(info, rows.setting("单位名称") or "", wish.due, parts_of(rows, department, wish))


def file_name(info: FormInfo) -> str:
    """`2020年填报表_D04_规划建设局.xlsx`; signs that a file's name cannot have are replaced, long names are cut."""
    return _UNSAFE.sub("_", f"{info.year}年填报表_{info.department}_{info.name}")[:LONGEST_NAME] + ".xlsx"


def _free(path: Path, made: Sequence[Path]) -> Path:
    """`path`, numbered where another department's form has that name already, however it is capitalised."""
    taken = {each.name.lower() for each in made}
    free, number = path, 2
    while free.name.lower() in taken:
        free, number = path.with_stem(f"{path.stem}_{number}"), number + 1
    return free


def _workbook(form: Form) -> Workbook:
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    workbook.properties.creator = "考核督查台"
    _write_cover(cover, form)
    for part in form.parts:
        _write_part(workbook.create_sheet(part.title), part, form.info)
    _write_info(workbook.create_sheet(fill_in.INFO_TITLE), form)
    return workbook


# --- the cover


def _write_cover(page: Worksheet, form: Form) -> None:
    page.title = fill_in.COVER_TITLE
    page.sheet_view.showGridLines = False
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 14, 86
    _put(page, 1, 1, _said(f"{form.unit}{form.info.year} 年考核填报表")).font = Font(bold=True, size=16)
    for row, (head, words) in enumerate(_cover_lines(form), 3):
        first, second = _put(page, row, 1, _said(head)), _put(page, row, 2, _said(words))
        for cell in (first, second):
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        first.font = Font(bold=True)
    page.protection.sheet = True
    _set_page(page)


def _cover_lines(form: Form) -> list[tuple[str, str]]:
    sheets = "；".join(f"“{part.title}” {len(part.lines)} 行" for part in form.parts)
    lines = [
        ("填报部门", f"{form.info.name}（{form.info.department}）"),
        ("本表内容", sheets),
        ("怎样填", "只填黄色的格。其他的格锁定，不需要改；有疑问请联系督查室，不要自行撤销保护。"),
        ("", "有下拉箭头的格从中选一项；日期写成 2020-03-31；比例写成 80%。填错会当场提示。"),
        ("", "不要增删行、不要合并单元格；用 Excel、WPS、LibreOffice 填都可以，存为 .xlsx。"),
        ("怎样交", "填好后把这个文件原样交回，文件名可以改。"),
    ]
    if form.due:
        lines.append(("交回期限", form.due.isoformat()))
    return [*lines, ("发出时间", form.info.issued)]


# --- a sheet to fill in


def _write_part(page: Worksheet, part: Part, info: FormInfo) -> None:
    told = len(part.told)
    ids = [fill_in.PART_MARK + part.table, *[""] * told, *(column.id for column in part.columns)]
    for at, text in enumerate(ids, 1):
        _put(page, MARK_ROW, at, Content(text) if text else None)
    _put(page, TITLE_ROW, 2, _said(f"{info.name} {info.year} 年{part.title}")).font = Font(bold=True, size=14)
    _put(page, NOTE_ROW, 2, Content(part.note))
    headers = [(each.header, each.width) for each in part.told]
    headers += [(each.header, each.width) for each in part.columns]
    for at, (header, width) in enumerate(headers, 2):
        cell = _put(page, HEADER_ROW, at, Content(header))
        cell.font, cell.fill, cell.alignment, cell.border = Font(bold=True), _HEAD_FILL, _MIDDLE, _BORDER
        page.column_dimensions[get_column_letter(at)].width = width
    for row, line in enumerate(part.lines, HEADER_ROW + 1):
        _put(page, row, 1, Content(writing.escaped(line.code), "@"))
        for at, content in enumerate(line.told, 2):
            _dress(_put(page, row, at, content), _LOCKED_FILL)
        for at, (column, fill) in enumerate(zip(part.columns, line.fills, strict=True), 2 + told):
            _put_fill(page, row, at, column.field, fill)
        page.row_dimensions[row].height = _height(part, line)
    _add_checks(page, part, info.year)
    _settle(page, told)


def _height(part: Part, line: FormLine) -> int:
    """The height that shows the longest text of a row; rows for texts that are yet to be written have some room."""
    held = [(content.value if content else "", each.width) for content, each in zip(line.told, part.told, strict=True)]
    held += [(fill.value or "", each.width) for fill, each in zip(line.fills, part.columns, strict=True)]
    lines = max(-(-_signs_wide(str(value)) // (width - INDENT)) for value, width in held)
    return LINE_HIGH * max(lines, LEAST_LINES.get(part.table, 1)) + 6


def _signs_wide(text: str) -> int:
    """How wide a text is, in the width of a digit; 汉字 take two."""
    return sum(1 if sign.isascii() else 2 for sign in text)


def _said(text: str) -> Content:
    """A text of our own, or of names, as a cell holds it."""
    return Content(writing.escaped(text))


def _put(page: Worksheet, row: int, column: int, content: Content | None) -> Any:
    cell = page.cell(row, column)
    if content is not None:
        cell.value = content.value
        if isinstance(content.value, str):
            cell.data_type = "s"
        if content.format:
            cell.number_format = content.format
    return cell


def _dress(cell: Any, fill: PatternFill, is_text: bool = False) -> None:
    cell.fill, cell.border = fill, _BORDER
    cell.alignment = _TEXT if is_text or cell.data_type == "s" else _FIGURE


def _put_fill(page: Worksheet, row: int, column: int, field: Field, fill: fill_in.Fill) -> None:
    cell = _put(page, row, column, writing.content_of(field, fill.value))
    if fill.value is None:
        cell.number_format = _FORMATS.get(field.kind, "General")
    _dress(cell, _LOCKED_FILL if fill.locked else _OPEN_FILL, field.kind is Kind.TEXT)
    if not fill.locked:
        cell.protection = _OPEN


def _settle(page: Worksheet, told: int) -> None:
    """Hide the ids, freeze what is told, protect without a password, and fit the print."""
    page.row_dimensions[MARK_ROW].hidden = True
    page.column_dimensions["A"].hidden = True
    page.row_dimensions[HEADER_ROW].height = 32
    page.freeze_panes = f"{get_column_letter(min(told, 2) + 2)}{HEADER_ROW + 1}"
    page.sheet_view.showGridLines = False
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False
    page.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    _set_page(page)


def _set_page(page: Worksheet) -> None:
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _add_checks(page: Worksheet, part: Part, year: int) -> None:
    """The limits of each column as a check of Excel, over the cells that may be filled in."""
    for at, column in enumerate(part.columns):
        letter = get_column_letter(2 + len(part.told) + at)
        check = check_of(column.field, year)
        for first, last in _runs([not line.fills[at].locked for line in part.lines]):
            check.add(f"{letter}{HEADER_ROW + 1 + first}:{letter}{HEADER_ROW + 1 + last}")
        if check.sqref:
            page.add_data_validation(check)


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First and last place of each stretch of true flags."""
    first = 0
    for flag, stretch in groupby(flags):
        last = first + len(list(stretch)) - 1
        if flag:
            yield first, last
        first = last + 1


def check_of(field: Field, year: int) -> DataValidation:
    """What Excel lets into a cell of `field`, in the words that its column is read by."""
    listed = ("是", "否") if field.kind is Kind.FLAG else tuple(field.choices.values())
    if listed:
        check = DataValidation(type="list", formula1=f'"{",".join(listed)}"')
        words = f"请从下拉中选：{'、'.join(listed)}。"
    elif field.kind is Kind.DATE:
        first, last = f"DATE({year},1,1)", f"DATE({year + 1},12,31)"
        check = DataValidation(type="date", operator="between", formula1=first, formula2=last)
        words = f"请填日期，如 {year}-03-31。"
    elif field.kind in (Kind.NUMBER, Kind.INTEGER, Kind.SHARE):
        low = reading.plain(Fraction(field.low)) if field.low is not None else str(-LARGEST)
        high = reading.plain(Fraction(field.high)) if field.high is not None else str(LARGEST)
        check = DataValidation(type="decimal", operator="between", formula1=low, formula2=high)
        if field.kind is Kind.INTEGER:
            check.type = "whole"
        words = _limits(field)
    else:
        check = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(LONGEST_ANSWER))
        words = f"请不要超过 {LONGEST_ANSWER} 个字。"
    check.allow_blank, check.showErrorMessage = True, True
    check.errorTitle, check.error = field.header, words
    return check


def _limits(field: Field) -> str:
    if field.kind is not Kind.SHARE:
        return "请填数字，不要带单位。" + (f"不能小于 {field.low}。" if field.low is not None else "")
    high = f"到 {reading.percent(Fraction(field.high))} " if field.high is not None else ""
    return f"请填百分比，0% {high}之间，如 80%。" if high else "请填百分比，如 80%。"


# --- the hidden sheet


def _write_info(page: Worksheet, form: Form) -> None:
    """Who the form is for, and what every cell held: by that it is known later what was filled in."""
    told = [(fill_in.INFO_MARK, form.info.version)]
    told += [(name, str(getattr(form.info, name))) for name in FormInfo.__slots__]
    cells = [(fill_in.CELL, *slot, sent.text, "锁" if sent.locked else "") for slot, sent in form.sent.items()]
    for row, texts in enumerate([*told, *cells], 1):
        for at, text in enumerate(texts, 1):
            if text:
                _put(page, row, at, Content(writing.escaped(text), "@"))
    page.sheet_state = "veryHidden"
    page.protection.sheet = True
