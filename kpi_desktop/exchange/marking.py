"""A copy of a user's workbook in which every bad cell is red and says why; the workbook itself stays as it is."""

import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.draft import CellError
from kpi_desktop.exchange.exporting import replacing
from kpi_desktop.exchange.layout import plain
from kpi_desktop.exchange.package import open_package
from kpi_desktop.exchange.reading import address

LIST_TITLE = "导入问题"
AUTHOR = "考核督查台"
MARK = "（批注）"
_RED = PatternFill("solid", fgColor="F8B4AE")
_LINK = Font(color="0563C1", underline="single")
_HEAD = Font(bold=True)
_WIDTHS = {"A": 20, "B": 80}
_UNBEARABLE = (
    InvalidFileException,
    ArithmeticError,
    AttributeError,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    NotImplementedError,
    EOFError,
    RuntimeError,
    OSError,
)


def marked_name(source: Path) -> Path:
    """Where the copy of `source` is proposed to go: beside it, `….xlsx` becomes `…（批注）.xlsx`."""
    return source.with_name(f"{source.stem}{MARK}{source.suffix}")


def save_marked(source: Path, errors: Sequence[CellError], destination: Path) -> Path:
    """Write a copy of the workbook `source` to `destination`: bad cells red, each with a comment; where it is.

    A sheet 导入问题 in front lists them all with links; an import ignores it. Refusal where `destination` is the
    workbook itself, where the copy cannot be written, and where the workbook is of a kind that cannot be copied.
    """
    if destination.exists() and destination.samefile(source):
        raise Refusal("批注副本不能写在原工作簿上。", "请另取一个文件名。")
    with open_package(source):
        pass  # refused with its own reason where it is damaged, locked or beyond measure
    workbook = _opened(source)
    try:
        _mark(workbook, errors)
        with replacing(destination) as made:
            workbook.save(made)
    finally:
        workbook.close()
    return destination


def _opened(source: Path) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells which decorations it does not keep
        try:
            return load_workbook(source, keep_vba=source.suffix.lower() == ".xlsm", rich_text=True)
        except _UNBEARABLE as error:
            raise Refusal(
                f"“{source.name}”的格式特别，做不了批注副本。", "请用 Excel 或 WPS 另存为新的 .xlsx 后再试。"
            ) from error


def _mark(workbook: Workbook, errors: Sequence[CellError]) -> None:
    sheets: dict[str, Worksheet] = {}
    for sheet in workbook.worksheets:
        sheets.setdefault(plain(sheet.title), sheet)
    for place, told in _by_cell(errors).items():
        title, _, cell = place.rpartition("!")
        if title in sheets:
            _mark_cell(sheets[title], cell, told)
    _list(workbook, errors, sheets)


def _by_cell(errors: Iterable[CellError]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for error in errors:
        found.setdefault(error.cell, []).append(error.message)
    return found


def _mark_cell(sheet: Worksheet, place: str, told: Sequence[str]) -> None:
    cell: Any = sheet.cell(*address(place))
    if isinstance(cell, MergedCell):
        cell = _first_of_merged(sheet, place)
    cell.fill = _RED
    before = f"{cell.comment.text}\n" if cell.comment else ""
    words = "\n".join(told)
    lines = sum(1 + len(line) // 18 for line in (before + words).split("\n"))
    cell.comment = Comment(before + words, AUTHOR, height=24 + 18 * lines, width=260)


def _first_of_merged(sheet: Worksheet, place: str) -> Any:
    for area in sheet.merged_cells.ranges:
        if place in area:
            return sheet.cell(area.min_row, area.min_col)
    return sheet[place]


def _list(workbook: Workbook, errors: Sequence[CellError], sheets: Mapping[str, Worksheet]) -> None:
    """The sheet in front: every place as a link, with what is wrong there."""
    if LIST_TITLE in workbook.sheetnames:
        del workbook[LIST_TITLE]
    page = workbook.create_sheet(LIST_TITLE, 0)
    page.append(["位置", "问题"])
    for letter, width in _WIDTHS.items():
        page.column_dimensions[letter].width = width
        page[f"{letter}1"].font = _HEAD
    for row, error in enumerate(errors, 2):
        title, _, cell = error.cell.rpartition("!")
        link, words = page.cell(row, 1), page.cell(row, 2)
        for made, text in ((link, error.cell), (words, error.message)):
            made.value = text
            made.data_type = "s"
        words.alignment = Alignment(wrap_text=True, vertical="top")
        if title in sheets:
            quoted = sheets[title].title.replace("'", "''")
            link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{quoted}'!{cell}")
            link.font = _LINK
    page.freeze_panes = "A2"
    workbook.active = 0
    for sheet in workbook.worksheets:
        sheet.sheet_view.tabSelected = sheet is page
