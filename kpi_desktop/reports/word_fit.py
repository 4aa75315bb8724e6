"""How a table stands on Word's page: its columns, where its heads break, how airy its rows may be for one page."""

import re
from collections.abc import Sequence
from math import ceil

from kpi_desktop.reports.excel_sums import places
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.paper import POINT, text_width
from kpi_desktop.reports.word_groups import folded
from kpi_desktop.reports.word_styles import LINE

INSETS = (60, 50, 40, 32, 24, 16, 8)
"""Twips over and under the text of a row, the airiest first."""
IN_TEXTS = 40
"""The same for tables in a formal text and annexed to it."""
CLOSE, FEW_PAGES, LOST = 32, 4, 1.06
"""The inset down to which a form of so many pages is set closer to take a page less; what is lost where pages end."""
CELL_SIDES = 2.1
"""Millimetres left and right of the text of a cell, with a little to spare."""
GAP = 0.2
"""Of the size: the gap that some programs put between Chinese and other signs."""
LONGEST_WHOLE, LEAST_WORDS, KEPT_PART = 36.0, 20.0, 0.8
"""Millimetres: a column wide enough for its longest line up to here; one of words keeps at least this much,
and this part of its width."""
LONG_LABEL = 8
"""Signs from which on the label of a signature needs a line for itself."""
OPINION, OPINION_HEIGHT = "意见", 24.0
"""How the labels of opinions end, and the millimetres of the box of each."""
SURELY_LESS = 1.03
"""Pages of the estimate, which is an upper one, that are one page in the end."""
SIDE_BY_SIDE = 230.0
"""Millimetres of a page from which on name and day stand in one line."""
SIGN, LEAST_NAME, DAY_SIGNS = 3.7, 5, 8
"""Millimetres of a sign of a signer's line, signs of a colon and the shortest room for a name, of a gap and a day."""
WHOLE_LINES = 12
"""Lines up to which a table stays on one page."""
_CHANGES = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")


def line_width(text: str, size: float) -> float:
    """The millimetres that a line of text takes at most, in whatever program."""
    return text_width(text, size) + GAP * size * POINT * len(_CHANGES.findall(text))


def column_widths(table: blocks.Table, room: float) -> list[float]:
    """The widths of the columns in `room` millimetres: figures and short words on one line, long ones in less."""
    wished = [column.width for column in table.columns]
    scale = min(1.0, room / sum(wished)) if sum(wished) else 1.0
    widths = [width * scale for width in wished]
    needs = _needs(table)
    lacking = [at for at, column in enumerate(table.columns) if column.align != blocks.LEFT]
    lacking = [at for at in lacking if widths[at] < needs[at] <= LONGEST_WHOLE]
    for at in sorted(lacking, key=lambda at: needs[at] - widths[at]):
        spare = _spare(table, widths, needs)
        lack, whole = needs[at] - widths[at], sum(spare)
        if whole < lack:
            break
        widths = [width - lack * part / whole for width, part in zip(widths, spare, strict=True)]
        widths[at] += lack
    return widths


def _spare(table: blocks.Table, widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The millimetres that each column of words can do without: to its longest line, or with more lines than it has."""
    pairs = zip(needs, widths, strict=True)
    least = (need if need <= width else max(LEAST_WORDS, KEPT_PART * width) for need, width in pairs)
    return [
        max(width - keeps, 0.0) if column.align == blocks.LEFT else 0.0
        for column, width, keeps in zip(table.columns, widths, least, strict=True)
    ]


def _needs(table: blocks.Table) -> list[float]:
    """The millimetres in which each column's texts stand on one line each."""
    needs = [0.0] * len(table.columns)
    for row in table.rows:
        for place, at, span in places(row, len(needs)):
            if span == 1:
                lines = row.cells[place].text.split("\n")
                needs[at] = max(needs[at], *(line_width(line, table.size) + CELL_SIDES for line in lines))
    return needs


def head_text(title: str, width: float, size: float) -> str:
    """A column's head, broken into lines of like length where it does not fit on one."""
    return "\n".join(_broken(part, width, size) for part in title.split("\n"))


def _broken(text: str, width: float, size: float) -> str:
    fitting = max(int((width - CELL_SIDES) / (size * POINT)), 1)
    if len(text) <= fitting or not all(ord(mark) > 0x2E80 for mark in text):
        return text
    count = ceil(len(text) / fitting)
    length = ceil(len(text) / count)
    return "\n".join(text[at : at + length] for at in range(0, len(text), length))


def row_lines(row: blocks.Row, widths: Sequence[float], size: float) -> int:
    """The lines that a row takes."""
    most = 1
    for place, at, span in places(row, len(widths)):
        room = max(sum(widths[at : at + span]) - CELL_SIDES, size * POINT)
        parts = row.cells[place].text.split("\n")
        most = max(most, sum(max(ceil(line_width(part, size) / room), 1) for part in parts))
    return most


def stays_whole(table: blocks.Table, room: float) -> bool:
    """Whether a table is so short that it stands on one page."""
    widths = column_widths(table, room)
    return len(table.rows) <= WHOLE_LINES and sum(row_lines(r, widths, table.size) for r in table.rows) <= WHOLE_LINES


def airiest(document: blocks.Document, room: float, height: float) -> int:
    """The airiest of INSETS with which a table form stands on one page of `height` millimetres, or on few pages."""
    fixed, counts = _heights(document, room)
    pages = [(fixed + counts * (2 * inset / 20 + 0.5)) * POINT / height for inset in INSETS]
    if pages[-1] <= SURELY_LESS:
        return next((inset for inset, count in zip(INSETS, pages, strict=True) if count <= 1), INSETS[-1])
    pages = [count * LOST for count in pages]
    least = ceil(pages[INSETS.index(CLOSE)])
    if least > FEW_PAGES:
        return INSETS[0]
    return next(inset for inset, count in zip(INSETS, pages, strict=True) if ceil(count) == least)


def _heights(document: blocks.Document, room: float) -> tuple[float, int]:
    """The points that a form takes without the insets of its rows, and how many rows there are."""
    total, counts = 0.0, 0
    for block in document.blocks:
        match block:
            case blocks.Table():
                height, rows = table_height(block, room)
                total, counts = total + height + 6, counts + rows
            case _:
                total += _text_height(block, room)
    return total, counts


def table_height(table: blocks.Table, room: float) -> tuple[float, int]:
    """The points that a table takes without the insets of its rows, and how many rows it has."""
    table = folded(table)
    widths, size = column_widths(table, room), table.size
    pairs = zip(table.columns, widths, strict=True)
    head = max((head_text(c.title, w, size).count("\n") + 1 for c, w in pairs), default=1) * (not table.headless)
    lines = [row_lines(row, widths, size) * size * LINE for row in table.rows]
    least = [row.height / POINT - 4 for row in table.rows]
    return head * size * LINE + sum(map(max, lines, least)), len(table.rows) + (not table.headless)


def _text_height(block: blocks.Block, room: float) -> float:
    """The points that a block of text takes."""

    def lines(text: str, size: float) -> int:
        return max(ceil(line_width(text, size) / room), 1)

    match block:
        case blocks.Title(text):
            return 29.0 * lines(text, 22.0) + 8
        case blocks.Facts(pairs):
            return 14.0 * lines("　　".join(f"{name}：{value}" for name, value in pairs), 10.5) + 3
        case blocks.Paragraph(text, level, _):
            return 13.65 * lines(text, 10.5) + 6 if not level else 27.0
        case blocks.Note(text):
            return 11.7 * lines(text, 9.0) + 1.5
        case blocks.Signatures(labels):
            return _signed_height(labels, room)
        case blocks.Picture(_, width, _):
            return width * 0.6 / POINT
    return 0.0


def _signed_height(labels: Sequence[str], room: float) -> float:
    """The points that signatures take."""
    if labels and all(label.endswith(OPINION) for label in labels):
        return OPINION_HEIGHT / POINT * len(labels) + 12
    if max(map(len, labels), default=0) > LONG_LABEL:
        return 27.0 * ceil(len(labels) / 2) + 6 if long_in_pairs(labels, room) else 27.0 * len(labels)
    beside = signers_beside(labels, room)
    one_line = room >= SIDE_BY_SIDE and room / beside >= SIDE_BY_SIDE / 3
    return 27.0 * ceil(len(labels) / beside) * (1 if one_line else 2) + 6


def long_in_pairs(labels: Sequence[str], room: float) -> bool:
    """Whether long labels stand two beside each other, each with name and day in its line."""
    longest = max(map(len, labels), default=0)
    return (
        len(labels) > 1
        and room >= SIDE_BY_SIDE
        and (longest + LEAST_NAME + DAY_SIGNS) * SIGN + 2 * CELL_SIDES <= room / 2
    )


def signers_beside(labels: Sequence[str], room: float) -> int:
    """How many who sign stand beside each other, each with room for a name: all, or as many on every line."""
    longest = max(map(len, labels), default=0)
    most = max(int(room / ((longest + LEAST_NAME) * SIGN)), 1)
    return ceil(len(labels) / ceil(len(labels) / most)) if labels else 1
