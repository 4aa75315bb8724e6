"""How a worksheet prints: paper, one page wide, where pages end, header of a draft, footer with the page number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from kpi_desktop.reports import fonts
from kpi_desktop.reports.excel_heights import folded
from kpi_desktop.reports.excel_widths import UPRIGHT
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.paper import POINT

DRAFT_WORDS = "过程稿，未定稿，不作依据"
ALERT = "B3261E"
Page = Any
PAPERS = {"a4": (9, 210.0, 297.0), "a3": (8, 297.0, 420.0)}
"""Excel's number of each paper, its width and height in millimetres."""
SIDE, END, FRAME = 15.0, 20.0, 8.0
"""Millimetres of the side margins, of those above and below, and from the edge to header and footer."""
_FOOTER_SIZE, _NUMBER_WIDTH, _MOST_FOOTER = 8, 30.0, 195
"""Points of the footer's words, millimetres of the page number beside them, signs of it; Excel takes 255 with codes."""
_SURE = 0.96
"""Of a page so much is filled, because another program's rows may be a little taller."""
_SMALLEST = 0.8
"""A worksheet that fits on one page when it is made so small, and no smaller, is."""

_SPARE = 9.0
"""Points of a row without words at the foot of such a page: LibreOffice, fitting it, may leave the last row out."""


@dataclass(slots=True)
class Extent:
    """What a worksheet takes: widths of its columns in millimetres, heights of its rows in points, and which rows.

    `first`: the first row that is printed; `head`: the rows that come again on every page; `leads`: rows that never end
    a page; `ending`: the first row of what stands under the table.
    """

    widths: Sequence[float]
    heights: list[float] = field(default_factory=list)
    first: int = 1
    head: range = range(0)
    leads: set[int] = field(default_factory=set)
    ending: int = 0


def set_up(page: Page, document: blocks.Document, extent: Extent, main: bool) -> None:
    """Make a worksheet print; `main`: it is the first one, and has the paper of the form."""
    paper, landscape = _paper(document, sum(extent.widths), main)
    number, *sides = PAPERS[paper]
    width, tall = reversed(sides) if landscape else sides
    page.page_setup.paperSize = number
    page.page_setup.orientation = "landscape" if landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    margins = page.page_margins
    margins.left = margins.right = SIDE / 25.4
    margins.top = margins.bottom = END / 25.4
    margins.header = margins.footer = FRAME / 25.4
    page.print_options.horizontalCentered = True
    page.sheet_view.showGridLines, page.sheet_view.tabSelected = False, main
    page.print_area = _printed(extent, len(extent.heights))
    if extent.head:
        page.print_title_rows = f"{extent.head[0]}:{extent.head[-1]}"
    _frame(page, document, width - 2 * SIDE)
    scale = min(1.0, (width - 2 * SIDE) / sum(extent.widths))
    _pages(page, extent, (tall - 2 * END) / POINT / scale)


def _printed(extent: Extent, last: int) -> str:
    """The rows and columns that are printed."""
    return f"A{extent.first}:{get_column_letter(len(extent.widths))}{last}"


def _paper(document: blocks.Document, wide: float, main: bool) -> tuple[str, bool]:
    """Paper, and whether it lies: the form's own, smaller or turned for a further worksheet that wants it so."""
    if document.paper == "a3" and not main and wide <= PAPERS["a4"][2] - 2 * SIDE + 2:
        return "a4", wide > UPRIGHT
    return document.paper, document.landscape or (document.paper == "a4" and wide > UPRIGHT)


def _frame(page: Page, document: blocks.Document, room: float) -> None:
    for part in (page.oddFooter.left, page.oddFooter.right, page.oddHeader.right):
        part.font = f"{fonts.ROLES['table'].wanted},Regular"
    words = [part for line in document.footer for part in folded(line, room - _NUMBER_WIDTH, _FOOTER_SIZE)]
    page.oddFooter.right.text, page.oddFooter.right.size = "— &P —", 14
    page.oddFooter.left.text = _escaped("\n".join(words), _MOST_FOOTER)
    page.oddFooter.left.size = _FOOTER_SIZE
    if document.draft:
        page.oddHeader.right.text, page.oddHeader.right.color = DRAFT_WORDS, ALERT
        page.oddHeader.right.size = 9


def _escaped(text: str, most: int) -> str:
    """A text in which & is no code, without what of it would take more than `most` signs."""
    marks = [mark.replace("&", "&&") for mark in text]
    while sum(map(len, marks)) > most:
        marks.pop()
    return "".join(marks)


def _pages(page: Page, extent: Extent, room: float) -> None:
    """Where pages end: no heading alone at the foot, no signatures alone; on one page what nearly fits on one."""
    ends, whole = _ends(extent, room * _SURE), sum(extent.heights[extent.first - 1 :])
    if ends and whole * _SMALLEST <= room * _SURE:
        page.page_setup.fitToHeight = 1
        spare = len(extent.heights) + 1
        page.row_dimensions[spare].height = _SPARE
        page.cell(spare, 1).value = "\u3000"
        page.print_area = _printed(extent, spare)
        return
    for row in ends:
        page.row_breaks.append(Break(id=row))


def _ends(extent: Extent, room: float) -> list[int]:
    """The last row of every page but the last one."""
    head = sum(extent.heights[row - 1] for row in extent.head)
    found: list[int] = []
    start, used = extent.first, 0.0
    row = extent.first
    while row <= len(extent.heights):
        used += extent.heights[row - 1]
        if used > room and row > start:
            end = _end(extent, start, row - 1)
            found.append(end)
            start, used, row = end + 1, head, end + 1
        else:
            row += 1
    return found


def _end(extent: Extent, start: int, row: int) -> int:
    """Where a page from `start` ends that has room up to `row`: before a heading, and before rows that end a table."""
    end = row
    if extent.ending and extent.ending - 1 <= end < len(extent.heights):
        end = extent.ending - 3
    while end in extent.leads:
        end -= 1
    return end if end >= start and end >= extent.head.stop else row
