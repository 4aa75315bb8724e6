"""Blocks of a form as Word's own markup: paragraphs, and tables whose head comes again."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from kpi_desktop.reports.excel_sums import places
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import writable
from kpi_desktop.reports.word_fit import column_widths, head_text
from kpi_desktop.reports.word_groups import folded
from kpi_desktop.reports.word_styles import MAIN, TWIPS, cell_code

LONG_CELL = 400
"""Signs of a cell from which on its row may be split: a row taller than a page must be."""
KEPT_ROWS = 4
"""Last rows of a table that stay with the signatures under it."""
_SHADES = {blocks.GROUP: "F7F7F7", blocks.SUM: "EFEFEF"}
_LIGHTS = {"◆": "LightRed", "▲": "LightYellow", "●": "LightGreen"}
_LIGHT = re.compile("([◆▲●])")
_ANNEXED = {"Title": "AnnexTitle", "FormFacts": "AnnexFacts", "Heading1": "AnnexHead1", "Heading2": "AnnexHead2"}


class Place(NamedTuple):
    """Where blocks stand: on the grid of a formal text or among tables; `annexed`: those of a formal text."""

    room: float
    formal: bool = False
    annexed: bool = False

    def style(self, code: str) -> str:
        """The style that does here what `code` does."""
        return _ANNEXED.get(code, code) if self.annexed else code


def run(text: str, style: str = "") -> str:
    """A text in a style of signs, breaks where it has them, lights in their colours."""
    if not _LIGHT.search(text):
        return _run(text, style)
    return "".join(_run(part, _LIGHTS.get(part, style)) for part in _LIGHT.split(text) if part)


def _run(text: str, style: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    parts = writable(text).split("\n")
    return (
        f"<w:r>{look}" + "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts) + "</w:r>"
    )


def paragraph(style: str, inner: str, keep: bool = False, new_page: bool = False, outer: bool = False) -> str:
    """A paragraph; `keep`: with the next one, `new_page`: at the top of a page, `outer`: it stands on its own."""
    flags = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
    names = f" {MAIN}" if outer else ""
    return f'<w:p{names}><w:pPr><w:pStyle w:val="{style}"/>{flags}</w:pPr>{inner}</w:p>'


def text_block(block: blocks.Block, place: Place, style: str, keep: bool, new_page: bool) -> str | None:
    """The paragraph of a block of text, in `style` where one is named; None for a block of another kind."""
    match block:
        case blocks.Title(text):
            return paragraph(place.style("Title"), run(text), True, new_page, True)
        case blocks.Facts(pairs):
            words = "　　".join(f"{name}：{value}" if name else value for name, value in pairs)
            return paragraph(place.style("FormFacts"), run(words), True, new_page, True)
        case blocks.Paragraph(text, strong=strong):
            inner = (run(text[:strong], "Strong") if strong else "") + run(text[strong:])
            return paragraph(style or _text_style(block, place), inner, keep, new_page, True)
        case blocks.Note(text):
            return paragraph("FormNote", run(text), keep, new_page, True)
    return None


def _text_style(block: blocks.Paragraph, place: Place) -> str:
    if block.level:
        centred = place.formal and block.align == blocks.CENTRE
        return "SlipHead" if centred else place.style(f"Heading{min(block.level, 3)}")
    if not place.formal:
        return "TableText"
    return {blocks.CENTRE: "BodyCentre", blocks.RIGHT: "Day"}.get(block.align, "BodyText")


def table(shown: blocks.Table, room: float, keep: bool, whole: bool = False) -> str:
    """A table no wider than `room` millimetres; `keep`: its last rows with what follows, `whole`: on one page."""
    shown = folded(shown)
    wide = column_widths(shown, room)
    widths = [round(width * TWIPS) for width in wide]
    rows = [] if shown.headless else head_rows(shown, wide)
    for at, row in enumerate(shown.rows):
        last = at == len(shown.rows) - 1
        following = None if last else shown.rows[at + 1]
        leads = following is not None and (following.kind == blocks.SUM or bool(following.height))
        kept = row.kind == blocks.GROUP or leads or (keep and at >= len(shown.rows) - KEPT_ROWS)
        rows.append(_table_row(shown, row, widths, kept or (whole and not last)))
    left = sum(wide) < room * 0.9
    return framed("FormTable", widths, "".join(rows), shown.name, heading=not shown.headless, left=left)


def framed(
    style: str, widths: Sequence[int], rows: str, name: str = "", heading: bool = False, left: bool = False
) -> str:
    """A table of fixed widths around its rows; `name` is told to those who cannot see it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = "0620" if heading else "0600"
    told = f"<w:tblCaption w:val={quoteattr(writable(name))}/>" if name else ""
    return (
        f'<w:tbl {MAIN}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="{"left" if left else "center"}"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="{look}" '
        f'w:firstRow="{int(heading)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def row_markup(cells: Sequence[str], header: bool = False, whole: bool = True, height: float = 0.0) -> str:
    """A row of cells; `header`: again on every page, `whole`: never split, at least `height` millimetres high."""
    high = f'<w:trHeight w:val="{round(height * TWIPS)}" w:hRule="atLeast"/>' if height else ""
    marks = ("<w:cantSplit/>" if whole else "") + high + ("<w:tblHeader/>" if header else "")
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{''.join(cells)}</w:tr>"


def _table_row(shown: blocks.Table, row: blocks.Row, widths: Sequence[int], keep: bool) -> str:
    cells, count, shade = [], len(widths), _SHADES.get(row.kind, "")
    found = places(row, count)
    for place, at, span in found:
        cell = row.cells[place]
        align = shown.columns[at].align if span == 1 else blocks.LEFT
        strong = "FormStrong" if cell.bold or row.kind in _SHADES else ""
        width = sum(widths[at : at + span])
        cells.append(_cell(cell.text, width, span, cell_code(shown.size, align), strong, shade, keep))
    filled = sum(span for *_, span in found)
    cells += [_cell("", width, 1, cell_code(shown.size, blocks.LEFT), "", shade, keep) for width in widths[filled:]]
    return row_markup(cells, whole=all(len(cell.text) <= LONG_CELL for cell in row.cells), height=row.height)


def head_rows(shown: blocks.Table, wide: Sequence[float]) -> list[str]:
    """The head: words that columns beside each other share stand once over them, their own under it."""
    groups = shared_heads([column.title for column in shown.columns])
    if all(count == 1 for _, count in groups):
        return [row_markup(_heads(shown, wide, range(len(wide))), header=True)]
    upper, lower = [], []
    for at, count in groups:
        own_places = range(at, at + count)
        if count == 1:
            upper += _heads(shown, wide, own_places, "restart")
            lower += _heads(shown, wide, own_places, "continue")
        else:
            width = sum(wide[at : at + count])
            words = head_text(shown.columns[at].title.partition("\n")[0], width, shown.size)
            inner = paragraph(cell_code(shown.size, "head"), run(words), True)
            upper.append(cell_markup(inner, sum(round(each * TWIPS) for each in wide[at : at + count]), count))
            lower += _heads(shown, wide, own_places, own=True)
    return [row_markup(upper, header=True), row_markup(lower, header=True)]


def shared_heads(titles: Sequence[str]) -> list[tuple[int, int]]:
    """(first column, how many) of columns beside each other whose heads begin with the same line."""
    found: list[tuple[int, int]] = []
    for at, title in enumerate(titles):
        first, broken, _ = title.partition("\n")
        if found and broken and titles[found[-1][0]].partition("\n")[:2] == (first, broken):
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((at, 1))
    return found


def _heads(
    shown: blocks.Table, wide: Sequence[float], columns: Sequence[int], merge: str = "", own: bool = False
) -> list[str]:
    """Cells of a head; `merge`: restart or continue one over both rows, `own`: without the words that are shared."""
    found = []
    for at in columns:
        title = shown.columns[at].title
        words = "" if merge == "continue" else title.partition("\n")[2] if own else title
        inner = paragraph(cell_code(shown.size, "head"), run(head_text(words, wide[at], shown.size)), True)
        shade = _SHADES[blocks.SUM] if merge or own else ""
        found.append(cell_markup(inner, round(wide[at] * TWIPS), shade=shade, merge=merge))
    return found


def _cell(text: str, width: int, span: int, style: str, strong: str, shade: str = "", keep: bool = False) -> str:
    return cell_markup(paragraph(style, run(text, strong), keep), width, span, shade)


def cell_markup(inner: str, width: int, span: int = 1, shade: str = "", merge: str = "", stands: str = "center") -> str:
    """A cell around its paragraphs; `merge`: restart or continue one over rows, `stands`: where in its height."""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{spans}{merged}{shaded}<w:vAlign w:val="{stands}"/>'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"
