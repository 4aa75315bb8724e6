"""One worksheet of a form, written from the top down."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter

from kpi_desktop.reports.excel_cells import (
    BODY_SIZE,
    LETTERHEAD_SIZE,
    NOTE_SIZE,
    TABLE_SIZE,
    TITLE_SIZE,
    Looks,
    Page,
    boxed,
    column_units,
    emphasise,
    font,
    headed,
    link,
    number_format,
    put,
)
from kpi_desktop.reports.excel_heads import heads, row_heights
from kpi_desktop.reports.excel_heights import INDENTED, MARGINS, height, shares
from kpi_desktop.reports.excel_leaves import Leaf
from kpi_desktop.reports.excel_setup import ALERT, DRAFT_WORDS, Extent, set_up
from kpi_desktop.reports.excel_signs import filled, signed
from kpi_desktop.reports.excel_sums import formula, places
from kpi_desktop.reports.excel_titles import before_bracket, evenly, titled
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.paper import POINT, text_width
from kpi_desktop.reports.templates import LOGO_WORDS

FROZEN_FROM, NARROW = 5, 26.0
"""A table with so many columns keeps its first one in sight, and the second one where the first is but a number."""
MOST_FROZEN = 200.0
"""Points over a table up to which its head stays in sight: more would leave no room for its rows."""
TO_FILL_IN = 24.0
"""Points of a row that is filled in by hand, unless the form says how tall it is."""
COVER_SIZE, COVER_GAP, COVER_TITLE = 16.0, 180.0, 60.0
"""Points of the words at the foot of a cover, of the space over and under its title, and of the title."""
SIGNED_HEIGHT, AFTER_TABLE = 28.0, 6.0
"""Points of a line to sign on, and of the space under a table that stands between texts."""
_ROLES = {0: "body", 1: "heading", 2: "subheading"}


class Writer:
    """Writes one worksheet; afterwards `values` are those of its formulas by address, `pictures` the words of each.

    `unit`: the name with which titles begin.
    """

    def __init__(self, page: Page, document: blocks.Document, leaf: Leaf, looks: Looks, unit: str = "") -> None:
        self._page, self._document, self._leaf, self._looks, self._unit = page, document, leaf, looks, unit
        self._extent = Extent(leaf.widths)
        self._wide = sum(self._extent.widths)
        self.values: dict[str, Decimal] = {}
        self.pictures: list[str] = []

    def write(self, main: bool) -> None:
        """Write it all; `main`: it is the form's first worksheet."""
        for at, width in enumerate(self._extent.widths, 1):
            self._page.column_dimensions[get_column_letter(at)].width = column_units(width)
        if self._document.draft:
            self._line(DRAFT_WORDS, font("heading", NOTE_SIZE, color=ALERT), blocks.RIGHT, NOTE_SIZE)
            self._extent.first = 2  # on paper the words are in the header of every page
        lead = self._letterhead() if main and self._document.formal else 0
        for at, block in enumerate(self._leaf.over[lead:], lead):
            self._block(block, self._columns_under(at))
            if at in self._leaf.tables:
                link(self._page, self._row - 1, self._leaf.tables[at].name)
                self._extent.leads.add(self._row - 2)  # the caption over it
        if self._leaf.table:
            self._freeze(self._leaf.table, self._table(self._leaf.table))
            self._extent.ending = self._row if self._leaf.under else 0
        for block in self._leaf.under:
            self._block(block)
        set_up(self._page, self._document, self._extent, main)

    @property
    def _row(self) -> int:
        """The row that is written next."""
        return len(self._extent.heights) + 1

    def _grow(self, needed: float) -> int:
        """Make the next row, or rows, so many points tall; the last one made."""
        for part in shares(needed):
            self._page.row_dimensions[self._row].height = part
            self._extent.heights.append(part)
        return len(self._extent.heights)

    def _join(self, first: int, last: int, column: int, span: int) -> None:
        if first < last or span > 1:
            self._page.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column + span - 1)

    def _columns_under(self, at: int) -> int:
        """Columns over which a text stands: all, or those of the small table right under its caption."""
        block, *after = self._leaf.over[at : at + 2]
        if not (after and isinstance(after[0], blocks.Table) and isinstance(block, blocks.Paragraph)):
            return 0
        count = len(after[0].columns)
        fits = text_width(block.text, BODY_SIZE) < sum(self._extent.widths[:count]) - MARGINS
        return count if fits and block.align == blocks.CENTRE else 0

    def _line(self, text: str, look: Any, align: str, size: float, least: float = 0.0, columns: int = 0) -> None:
        """One text over so many columns, 0 for all."""
        first = self._row
        cell = put(self._page, first, 1, text)
        last = self._grow(max(height(text, self._wide, size), least))
        cell.font = look
        cell.alignment = Alignment(horizontal=align, vertical="center" if first == last else "top", wrap_text=True)
        self._join(first, last, 1, columns or len(self._extent.widths))

    def _letterhead(self) -> int:
        """Write the red name of the office over a letter; the place of what follows it."""
        for at, block in enumerate(self._leaf.over):
            if not isinstance(block, blocks.Paragraph):
                return at
            self._title(block.text, "", LETTERHEAD_SIZE, ALERT)
        return len(self._leaf.over)

    def _title(self, text: str, unit: str, size: float, color: str | None = None) -> None:
        lines, fitting = titled(text, unit, self._wide - MARGINS, size)
        self._line(lines, font("title", fitting, color=color), blocks.CENTRE, fitting)

    def _block(self, block: blocks.Block, columns: int = 0) -> None:
        match block:
            case blocks.Title(text):
                self._title(text, self._unit, TITLE_SIZE)
            case blocks.Facts(pairs):
                words = [f"{name}：{value}" if name else value for name, value in pairs]
                lines = "\n".join(filled(words, self._wide - MARGINS))
                self._line(lines, font("table", TABLE_SIZE), blocks.LEFT, TABLE_SIZE)
            case blocks.Paragraph():
                self._paragraph(block, columns)
            case blocks.Note(text):
                self._line(text, font("table", NOTE_SIZE), blocks.LEFT, NOTE_SIZE)
            case blocks.Signatures(labels):
                self._signatures(labels)
            case blocks.Picture():
                self._picture(block)
            case blocks.Cover():
                self._cover(block)
            case blocks.Table():
                self._small_table(block)

    def _cover(self, block: blocks.Cover) -> None:
        table, title = font("table", TABLE_SIZE), font("title", LETTERHEAD_SIZE)
        self._line(f"编号：{block.number}", table, blocks.LEFT, TABLE_SIZE)
        self._grow(COVER_GAP)
        self._line(evenly(block.unit, self._wide - MARGINS, LETTERHEAD_SIZE), title, blocks.CENTRE, LETTERHEAD_SIZE)
        self._line(block.title, title, blocks.CENTRE, LETTERHEAD_SIZE, COVER_TITLE)
        self._grow(COVER_GAP)
        for text in (block.office, block.day):
            lines, size = titled(text, "", self._wide - MARGINS, COVER_SIZE)
            self._line(lines, font("body", size), blocks.CENTRE, size)

    def _paragraph(self, block: blocks.Paragraph, columns: int = 0) -> None:
        first = self._row
        look = font(_ROLES.get(block.level, "body"), BODY_SIZE, block.level == 3)
        indented = self._document.formal and block.align == blocks.LEFT and not _addresses(block)
        self._line(f"　　{block.text}" if indented else block.text, look, block.align, BODY_SIZE, columns=columns)
        if block.strong:
            emphasise(self._page.cell(first, 1), block.strong + 2 * indented)
        if block.level or columns:
            self._extent.leads.add(first)
        if block.align == blocks.RIGHT:  # who signs, and the day: never without the end of the text
            self._extent.leads.add(first - 1)

    def _signatures(self, labels: Sequence[str]) -> None:
        for line in signed(labels, self._wide - MARGINS):
            self._line(line, font("table", TABLE_SIZE), blocks.LEFT, TABLE_SIZE, SIGNED_HEIGHT)

    def _picture(self, block: blocks.Picture) -> None:
        from kpi_desktop.reports.excel_pictures import placed  # few forms have one

        first = self._row
        logo = block.words == LOGO_WORDS
        last = self._grow(placed(self._page, first, block, self._extent.widths, centred=not logo))
        self._extent.leads.update(range(first, last + 1))
        self.pictures.append(block.words)

    def _small_table(self, table: blocks.Table) -> None:
        """A table between texts, which stands on one page with what leads to it."""
        head = self._table(table)
        self._extent.leads.update(range(head[0], self._row - 1))
        self._grow(AFTER_TABLE)

    def _table(self, table: blocks.Table) -> range:
        """Write a table; the rows of its head."""
        first, widths = self._row, self._extent.widths[: len(table.columns)]
        cells = heads(table, widths)
        for needed in row_heights(cells):
            self._grow(needed)
        for cell in cells:
            top, column = first + cell.row, cell.column + 1
            headed(put(self._page, top, column, cell.words), table.size)
            self._join(top, top + cell.rows - 1, column, cell.span)
        head = range(first, self._row)
        self._extent.leads.update(head)
        at_rows: list[int] = []
        for row in table.rows:
            at_rows.append(self._row)
            self._table_row(table, row, at_rows)
        return head

    def _freeze(self, table: blocks.Table, head: range) -> None:
        """Keep head and first columns in sight, and print the head again on every page."""
        self._extent.head = head
        kept = 0
        if len(table.columns) >= FROZEN_FROM:
            second = table.columns[0].width < NARROW and table.columns[1].align == blocks.LEFT
            kept = 2 if second else 1
        down = head.stop if sum(self._extent.heights[: head[-1]]) <= MOST_FROZEN else 1
        if kept or down > 1:
            self._page.freeze_panes = f"{get_column_letter(kept + 1)}{down}"

    def _table_row(self, table: blocks.Table, row: blocks.Row, at_rows: Sequence[int]) -> None:
        first, count, widths = self._row, len(table.columns), self._extent.widths
        taken = places(row, count)
        aligned = {at: table.columns[at].align if span == 1 else blocks.LEFT for _, at, span in taken}
        shown = {at: _fitted(row.cells[p], sum(widths[at : at + n]), table.size, aligned[at]) for p, at, n in taken}
        needs = [_needed(shown[at], sum(widths[at : at + n]), table.size, aligned[at]) for _, at, n in taken]
        last = self._grow(max(row.height / POINT, TO_FILL_IN if _to_fill_in(row) else 0.0, *needs))
        if row.kind == blocks.GROUP:
            self._extent.leads.update(range(first, last + 1))
        for _, at, span in taken:
            cell = self._value(table, row, at, shown[at], at_rows)
            boxed(cell, shown[at], row.kind, aligned[at], table.size, first == last, self._looks)
            self._join(first, last, at + 1, span)
        for at in range(sum(span for *_, span in taken), count):
            boxed(self._page.cell(first, at + 1), blocks.Cell(), row.kind, blocks.LEFT, table.size, True, self._looks)
            self._join(first, last, at + 1, 1)

    def _value(self, table: blocks.Table, row: blocks.Row, at: int, shown: blocks.Cell, at_rows: Sequence[int]) -> Any:
        if shown.number is None and shown.day is None:
            return put(self._page, at_rows[-1], at + 1, shown.text)
        cell = put(self._page, at_rows[-1], at + 1, shown.day or shown.number)
        sums = formula(table.rows, row, at, len(table.columns), at_rows)
        if sums and shown.number is not None:
            cell.value = sums
            self.values[cell.coordinate] = shown.number
        cell.number_format = number_format(shown)
        return cell


def _fitted(cell: blocks.Cell, width: float, size: float, align: str) -> blocks.Cell:
    """A cell whose text, in the middle of its column, breaks before its bracket where it has to break."""
    text = before_bracket(cell.text, width - MARGINS, size) if align == blocks.CENTRE else cell.text
    return cell if text == cell.text else replace(cell, text=text)


def _needed(cell: blocks.Cell, width: float, size: float, align: str) -> float:
    """Points that a cell of a table needs; numbers and days are never wrapped."""
    wrapped = cell.text if cell.number is None and cell.day is None else ""
    return height(wrapped, width, size, INDENTED if align == blocks.LEFT else MARGINS)


def _to_fill_in(row: blocks.Row) -> bool:
    """Whether a row has nothing but its label, for somebody to write in."""
    blank = not any(cell.text or cell.number is not None for cell in row.cells[1:])
    return row.kind == blocks.ITEM and len(row.cells) > 1 and blank


def _addresses(block: blocks.Paragraph) -> bool:
    """Whether a paragraph is the address over a letter, which stands at the edge."""
    return not block.level and block.text.endswith("：") and len(block.text) < 60
