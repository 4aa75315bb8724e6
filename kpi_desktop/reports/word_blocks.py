"""Blocks of a form as Word's own markup: paragraphs, tables whose head comes again, signature lines."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from kpi_desktop.reports.excel_sums import places
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import writable
from kpi_desktop.reports.word_styles import MAIN, TWIPS, cell_code

LONG_CELL = 400
"""Signs of a cell from which on its row may be split: a row taller than a page must be."""
KEPT_ROWS = 2
"""Last rows of a table that stay with the signatures under it."""
_SHADES = {blocks.GROUP: "F7F7F7", blocks.SUM: "EFEFEF"}
_SIGNED_SIDE_BY_SIDE, _LONG_LABEL = 230.0, 8
"""Millimetres of a page from which on signatures stand side by side, unless a label has more signs."""


def run(text: str, strong: bool = False) -> str:
    """A text as one run; breaks where it has them."""
    look = '<w:rPr><w:rStyle w:val="FormStrong"/></w:rPr>' if strong else ""
    parts = writable(text).split("\n")
    return (
        f"<w:r>{look}" + "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts) + "</w:r>"
    )


def paragraph(style: str, inner: str, keep: bool = False, new_page: bool = False, outer: bool = False) -> str:
    """A paragraph; `keep`: with the next one, `new_page`: at the top of a page, `outer`: it stands on its own."""
    flags = ("<w:keepNext/>" if keep else "") + ("<w:pageBreakBefore/>" if new_page else "")
    names = f" {MAIN}" if outer else ""
    return f'<w:p{names}><w:pPr><w:pStyle w:val="{style}"/>{flags}</w:pPr>{inner}</w:p>'


def text_block(block: blocks.Block, keep: bool, new_page: bool) -> str | None:
    """The paragraph of a block of text; None for a block of another kind."""
    match block:
        case blocks.Title(text):
            return paragraph("Title", run(text), True, new_page, True)
        case blocks.Facts(pairs):
            words = "　　".join(f"{name}：{value}" if name else value for name, value in pairs)
            return paragraph("FormFacts", run(words), True, new_page, True)
        case blocks.Paragraph(text, level, align):
            return paragraph(_text_style(level, align), run(text), keep, new_page, True)
        case blocks.Note(text):
            return paragraph("FormNote", run(text), keep, new_page, True)
    return None


def letterhead(text: str) -> str:
    """The red name of the office over a letter."""
    return paragraph("Letterhead", run(text), True, outer=True)


def _text_style(level: int, align: str) -> str:
    if level:
        return f"Heading{min(level, 3)}"
    return {blocks.CENTRE: "BodyCentre", blocks.RIGHT: "BodyRight"}.get(align, "BodyText")


def table(shown: blocks.Table, room: float, keep: bool) -> str:
    """A table no wider than `room` millimetres; `keep`: its last rows with what follows."""
    wished = [column.width for column in shown.columns]
    scale = min(1.0, room / sum(wished)) if sum(wished) else 1.0
    widths = [round(width * scale * TWIPS) for width in wished]
    pairs = zip(shown.columns, widths, strict=True)
    heads = [_cell(column.title, width, 1, "FormHead", True, keep=True) for column, width in pairs]
    head = _row(heads, "<w:cantSplit/><w:tblHeader/>")
    last = len(shown.rows) - KEPT_ROWS
    rows = [
        _table_row(shown, row, widths, row.kind == blocks.GROUP or (keep and at >= last))
        for at, row in enumerate(shown.rows)
    ]
    return _framed("FormTable", widths, head + "".join(rows), heading=True)


def _framed(style: str, widths: Sequence[int], rows: str, heading: bool = False) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl {MAIN}><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" '
        f'w:firstRow="{int(heading)}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(cells: Sequence[str], marks: str) -> str:
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def _table_row(shown: blocks.Table, row: blocks.Row, widths: Sequence[int], keep: bool) -> str:
    cells, count, shade = [], len(widths), _SHADES.get(row.kind, "")
    for place, at, span in places(row, count):
        cell = row.cells[place]
        align = shown.columns[at].align if span == 1 else blocks.LEFT
        look = (cell_code(shown.size, align), cell.bold or row.kind in _SHADES, shade, keep)
        cells.append(_cell(cell.text, sum(widths[at : at + span]), span, *look))
    filled = sum(span for *_, span in places(row, count))
    cells += [_cell("", width, 1, cell_code(shown.size, blocks.LEFT), False, shade) for width in widths[filled:]]
    whole = all(len(cell.text) <= LONG_CELL for cell in row.cells)
    return _row(cells, "<w:cantSplit/>" if whole else "")


def _cell(text: str, width: int, span: int, style: str, strong: bool, shade: str = "", keep: bool = False) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shaded}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(style, run(text, strong), keep)}</w:tc>"
    )


def signatures(labels: Sequence[str], room: float) -> list[str]:
    """Who signs, with room for name and date: side by side on a wide page, else one under another; never apart."""
    if room >= _SIGNED_SIDE_BY_SIDE and max(map(len, labels), default=0) <= _LONG_LABEL:
        width = round(room * TWIPS / max(len(labels), 1))
        cells = [_cell(_signed(label), width, 1, "FormSign", False) for label in labels]
        return [_framed("TableNormal", [width] * len(labels), _row(cells, "<w:cantSplit/>"))]
    return [
        paragraph("FormSign", run(_signed(label)), at < len(labels) - 1, outer=True) for at, label in enumerate(labels)
    ]


def _signed(label: str) -> str:
    return f"{label}：　　　　　　　　年　　月　　日"
