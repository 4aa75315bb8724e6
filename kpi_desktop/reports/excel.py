"""A form as a workbook: one worksheet a table, ready to print, its sums as formulas, everything else as it stands."""

import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from kpi_desktop.reports.excel_cells import (
    ALERT,
    NOTE_SIZE,
    TABLE_SIZE,
    TITLE_SIZE,
    Page,
    boxed,
    column_units,
    font,
    headed,
    height,
    number_format,
    put,
)
from kpi_desktop.reports.excel_leaves import TEXT_WIDTH, Leaf, leaves
from kpi_desktop.reports.excel_sums import formula, places
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import settled
from kpi_desktop.reports.templates import LOGO_WORDS

DRAFT_WORDS = "过程稿，未定稿，不作依据"
FROZEN_FROM = 5
"""A table with so many columns keeps its first one in sight."""
_PAPERS = {"a4": 9, "a3": 8}
_SIDE, _END = 15 / 25.4, 20 / 25.4
_MOST_FOOTER = 200
"""Signs of a footer; Excel takes 255 with its codes."""
_MERGED = re.compile(rb"(<mergeCells[^>]*>)(.*?)(</mergeCells>)", re.DOTALL)
_VALUELESS = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')
Known = dict[str, dict[str, Decimal]]
"""Values of formulas by worksheet file and address."""


def workbook(document: blocks.Document, made: date) -> bytes:
    """The workbook of a form; the same form and day give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    normal = book._named_styles["Normal"]  # type: ignore[attr-defined]
    normal.font = font("table", TABLE_SIZE)  # its figures are what column widths are counted in
    known: Known = {}
    for at, leaf in enumerate(leaves(document), 1):
        page = book.create_sheet(leaf.name)
        known[f"xl/worksheets/sheet{at}.xml"] = _Writer(page, document, leaf).write()
    moment = datetime(made.year, made.month, made.day)
    book.properties.created, book.properties.creator, book.properties.title = moment, "", _title(document)
    target = io.BytesIO()
    book.save(target)
    return settled(target.getvalue(), made, lambda name, part: _with_values(_in_order(part), known.get(name, {})))


def _title(document: blocks.Document) -> str:
    return next((block.text for block in document.blocks if isinstance(block, blocks.Title)), "")


def _in_order(part: bytes) -> bytes:
    """A worksheet with its merged cells in order; the library keeps them in a set."""

    def ordered(found: re.Match[bytes]) -> bytes:
        return found[1] + b"".join(sorted(re.findall(rb"<mergeCell [^>]*>", found[2]))) + found[3]

    return _MERGED.sub(ordered, part)


def _with_values(part: bytes, known: Mapping[str, Decimal]) -> bytes:
    """A worksheet whose formulas carry their values, for whoever looks at it without computing."""

    def filled(found: re.Match[bytes]) -> bytes:
        value = known.get(found[2].decode())
        return found[0] if value is None else found[1] + f"<v>{value:f}</v>".encode()

    return _VALUELESS.sub(filled, part) if known else part


class _Writer:
    """Writes one worksheet from the top down."""

    def __init__(self, page: Page, document: blocks.Document, leaf: Leaf) -> None:
        self._page, self._document, self._leaf = page, document, leaf
        columns = leaf.table.columns if leaf.table else ()
        self._widths = [column.width for column in columns] or [TEXT_WIDTH]
        self._row = 1
        self._values: dict[str, Decimal] = {}

    def write(self) -> dict[str, Decimal]:
        """Write it all; the values of its formulas by address."""
        for at, width in enumerate(self._widths, 1):
            self._page.column_dimensions[get_column_letter(at)].width = column_units(width)
        if self._document.draft:
            self._line(DRAFT_WORDS, font("heading", NOTE_SIZE, color=ALERT), "right", NOTE_SIZE)
        for block in self._leaf.over:
            self._text(block)
        if self._leaf.table:
            self._table(self._leaf.table)
        for block in self._leaf.under:
            self._text(block)
        self._set_up()
        return self._values

    def _line(self, text: str, look: Any, align: str, size: float, most: float = 400.0) -> None:
        """One text over all columns."""
        cell = put(self._page, self._row, 1, text)
        cell.font = look
        cell.alignment = Alignment(horizontal=align, vertical="center", wrap_text=True)
        if len(self._widths) > 1:
            self._page.merge_cells(start_row=self._row, end_row=self._row, start_column=1, end_column=len(self._widths))
        self._page.row_dimensions[self._row].height = min(height(text, sum(self._widths), size), most)
        self._row += 1

    def _text(self, block: blocks.Block) -> None:
        match block:
            case blocks.Title(text):
                self._line(text, font("title", TITLE_SIZE), "center", TITLE_SIZE)
            case blocks.Facts(pairs):
                words = "　　".join(f"{name}：{value}" if name else value for name, value in pairs)
                self._line(words, font("table", TABLE_SIZE), "left", TABLE_SIZE)
            case blocks.Paragraph(text, level, align):
                role = {0: "body", 1: "heading", 2: "subheading"}.get(level, "body")
                self._line(text, font(role, 12, level == 3), align, 12)
            case blocks.Note(text):
                self._line(text, font("table", NOTE_SIZE), "left", NOTE_SIZE)
            case blocks.Signatures(labels):
                self._signatures(labels)
            case blocks.Picture(_, _, words) if words != LOGO_WORDS:
                self._line(f"图：{words}（见 PDF 或 Word）", font("table", NOTE_SIZE), "left", NOTE_SIZE)

    def _signatures(self, labels: Any) -> None:
        wide = sum(self._widths) > 200
        for line in ["　　　".join(_signed(label) for label in labels)] if wide else map(_signed, labels):
            self._line(line, font("table", TABLE_SIZE), "left", TABLE_SIZE)
            self._page.row_dimensions[self._row - 1].height = 30

    def _table(self, table: blocks.Table) -> None:
        self._head = self._row
        for at, column in enumerate(table.columns, 1):
            headed(put(self._page, self._row, at, column.title), table.size)
        tallest = max((height(each.title, each.width, table.size) for each in table.columns), default=15)
        self._page.row_dimensions[self._row].height = tallest
        first = self._row = self._row + 1
        for row in table.rows:
            self._table_row(table, row, first)
            self._row += 1
        across = "B" if len(table.columns) >= FROZEN_FROM else "A"
        self._page.freeze_panes = f"{across}{first}"
        self._page.print_title_rows = f"{first - 1}:{first - 1}"

    def _table_row(self, table: blocks.Table, row: blocks.Row, first: int) -> None:
        count, needed, merged = len(table.columns), 0.0, False
        for at in range(count):
            boxed(self._page.cell(self._row, at + 1), blocks.Cell(), row.kind, "left", table.size)
        for place, at, span in places(row, count):
            shown = row.cells[place]
            cell = self._value(table, row, at, shown, first)
            align = table.columns[at].align if span == 1 else "left"
            boxed(cell, shown, row.kind, align, table.size)
            if span > 1:
                self._page.merge_cells(
                    start_row=self._row, end_row=self._row, start_column=at + 1, end_column=at + span
                )
            width = sum(self._widths[at : at + span])
            needed, merged = max(needed, height(shown.text, width, table.size)), merged or span > 1
        if merged or needed > height("", 10, table.size):
            self._page.row_dimensions[self._row].height = min(needed, 409.0)

    def _value(self, table: blocks.Table, row: blocks.Row, at: int, shown: blocks.Cell, first: int) -> Any:
        if shown.number is None:
            return put(self._page, self._row, at + 1, shown.text)
        cell = put(self._page, self._row, at + 1, shown.number)
        sums = formula(table.rows, row, at, len(table.columns), first)
        if sums:
            cell.value = sums
            self._values[cell.coordinate] = shown.number
        cell.number_format = number_format(shown)
        return cell

    def _set_up(self) -> None:
        """How it prints: paper, one page wide, header of a draft, footer with the page number."""
        page, document = self._page, self._document
        page.page_setup.paperSize = _PAPERS.get(document.paper, 9)
        page.page_setup.orientation = "landscape" if document.landscape else "portrait"
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.page_margins.left = page.page_margins.right = _SIDE
        page.page_margins.top = page.page_margins.bottom = _END
        page.print_options.horizontalCentered = True
        page.sheet_view.showGridLines = False
        words = "\n".join(document.footer).replace("&", "&&")[:_MOST_FOOTER].removesuffix("&")
        for footer in (page.oddFooter, page.firstFooter):
            footer.right.text, footer.right.size = "— &P —", 14
            footer.left.text, footer.left.size = words, 8
        page.HeaderFooter.differentFirst = True  # the first page has the words in its first row
        if document.draft:
            page.oddHeader.right.text, page.oddHeader.right.color = DRAFT_WORDS, ALERT


def _signed(label: str) -> str:
    return f"{label}：　　　　　　　　　年　　月　　日"
