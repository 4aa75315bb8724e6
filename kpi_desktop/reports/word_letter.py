"""How airy the tables of a letter may be in Word so that it stands on one page, its slip at the foot of it."""

from math import ceil

from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.paper import POINT
from kpi_desktop.reports.word_fit import IN_TEXTS, INSETS, column_widths, line_width, row_lines
from kpi_desktop.reports.word_styles import LETTER_PITCH, LINE, TITLE_SIZE

BODY_SIZE, FIRST_INDENT = 16.0, 2 * 16.0 * POINT
"""Points of the body; millimetres that its first lines stand in."""
LETTERHEAD, SLIP_HEAD, FACTS, TITLE_LINE, RULES = 66.0, 35.0, 17.0, 27.0, 6.0
"""Points of the red name with its line, of the head of the slip with the line to cut along, of the facts, of a line of
the title, and of the gaps before and after tables, office and day."""


SPARE = 16.0
"""Points that are left, because programs differ."""


def of_letter(document: blocks.Document, room: float, height: float) -> int:
    """The airiest of INSETS with which a letter stands on one page of `height` millimetres; without one, the usual."""
    tables = [block for block in document.blocks if isinstance(block, blocks.Table)]
    fixed = SPARE + sum(_height(block, room) for block in document.blocks)
    used = [fixed + sum(_table_height(table, room, inset) for table in tables) for inset in INSETS]
    closest = INSETS[-1] if (used[-1] - SPARE) * POINT <= height else IN_TEXTS
    pairs = zip(INSETS, used, strict=True)
    return next((inset for inset, points in pairs if points * POINT <= height), closest)


def _table_height(table: blocks.Table, room: float, inset: int) -> float:
    """The points that a table takes with so many twips over and under its texts; its head is there or not."""
    widths = column_widths(table, room)
    around = 2 * inset / 20 + 0.5
    lines = (row_lines(row, widths, table.size) * table.size * LINE + around for row in table.rows)
    rows = (max(high, row.height / POINT) for high, row in zip(lines, table.rows, strict=True))
    head = 0.0 if table.headless else table.size * LINE + around
    return head + sum(rows) + RULES


def _height(block: blocks.Block, room: float) -> float:
    """The points that a block of text takes."""
    pitch = LETTER_PITCH / 20
    match block:
        case blocks.Title(text):
            return TITLE_LINE * ceil(line_width(text, TITLE_SIZE) / room) + 3
        case blocks.Facts():
            return FACTS
        case blocks.Paragraph(_, level, blocks.CENTRE):
            return SLIP_HEAD if level else LETTERHEAD
        case blocks.Paragraph(text, _, blocks.RIGHT):
            return pitch + RULES / 2
        case blocks.Paragraph(text):
            return pitch * ceil((line_width(text, BODY_SIZE) + FIRST_INDENT) / room)
    return 0.0
