"""A table form: its blocks are made once, and Typst prints the same ones that Word and Excel are made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.blocks import (
    GROUP,
    ITEM,
    LEFT,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Note,
    Paragraph,
    Row,
    Signatures,
    Table,
    Title,
)
from kpi_desktop.reports.forms.breaking import whole_parts
from kpi_desktop.reports.forms.fitting import CELL_MARGINS
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.frame import Heading, footer, identity, meta, title
from kpi_desktop.reports.paper import column_width, text_width

LANDSCAPE, PORTRAIT = 267.0, 176.0
"""Millimetres between the side margins of an A4 table page."""
LONGEST_ROW = 20
"""Lines up to which a row stays whole on one page; a taller one could be lost."""
KEPT_ROWS, KEPT_LINES = 4, 14
"""Rows that stay with what closes a form, as long as they and the heads among them take so many lines."""
NOTE_LINES, NOTE_SIZE = 3, 9.0
"""Lines of notes that leave room for them, and points of their type."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A column before its width is known.

    Its texts stand on one line within `least` and `most` millimetres; or, with a `share`, it has that part of what the
    other columns leave over.
    """

    title: str
    least: float = 10.0
    most: float = 40.0
    share: float = 0.0
    align: str = LEFT


def laid(plans: Sequence[Plan], rows: Sequence[Row], room: float, size: float = 10.5) -> tuple[Column, ...]:
    """The columns, together `room` millimetres wide; where none has a share, all of them have what is left over."""
    widths = [0.0 if plan.share else _width(plan, _texts(rows, at), size) for at, plan in enumerate(plans)]
    shares = [plan.share for plan in plans] if any(plan.share for plan in plans) else widths
    rest, whole = room - sum(widths), sum(shares)
    return tuple(
        Column(plan.title, round(width + rest * share / whole, 2), plan.align)
        for plan, width, share in zip(plans, widths, shares, strict=True)
    )


def _texts(rows: Sequence[Row], place: int) -> list[str]:
    """The texts of one column, of rows whose cells are not joined."""
    return [row.cells[place].text for row in rows if row.kind != GROUP and all(cell.span == 1 for cell in row.cells)]


def _width(plan: Plan, texts: list[str], size: float) -> float:
    parts = [part for each in (plan.title, *texts) for part in each.split("\n")]
    return column_width(parts, plan.least, plan.most, size)


def nothing(words: str, columns: int) -> Row:
    """The row of a table that has none: it says so."""
    return Row((Cell(words, span=columns),))


def document(
    context: ReportContext,
    heading: Heading,
    blocks: Iterable[Block],
    who: Sequence[tuple[str, str]] = (),
    landscape: bool = True,
    paper: str = "a4",
) -> Document:
    """A table form with its title and the line of facts: `who`, then number, day and state."""
    pairs = [*who, *((str(label), str(value)) for label, value, *_ in identity(context, heading))]
    head: list[Block] = [Title(title(context, heading.code)), Facts(tuple(pairs))]
    draft = heading.form.states_results and not context.final
    return Document((*head, *blocks), paper, landscape, False, draft, tuple(footer(context, heading)))


def printed(context: ReportContext, heading: Heading, made: Document, most_kept: int = KEPT_ROWS) -> Data:
    """The same document for Typst; `most_kept` rows stay with what closes it."""
    pairs = next(list(block.pairs) for block in made.blocks if isinstance(block, Facts))
    own = len(identity(context, heading))
    parts: list[Data] = []
    for block in made.blocks:
        parts += _part(block, f"{heading.code}-{len(parts)}")
    if closed := [at for at, part in enumerate(parts) if part["kind"] == "table"]:
        last = [block for block in made.blocks if isinstance(block, Table)][-1]
        parts[closed[-1]]["kept"] = kept_at_end(last, most_kept, KEPT_LINES - _more_notes(made))
    return {
        "meta": meta(context, heading, made.paper, made.landscape),
        "title": next(block.text for block in made.blocks if isinstance(block, Title)),
        "left": pairs[:-own],
        "right": pairs[-own:],
        "parts": parts,
    }


def kept_at_end(table: Table, most: int = KEPT_ROWS, room: int = KEPT_LINES) -> int:
    """How many of the last rows, heads among them, stay with what closes the form: its last page has a few of them.

    At least the last one with its sum, where it stays whole itself; none begins with a head, which repeats anyway, or a
    sum.
    """
    kept = items = used = 0
    for at, row in enumerate(reversed(table.rows), 1):
        lines = lines_of(table, row)
        used += lines
        if items == most or lines > LONGEST_ROW or (items and used > room):
            break
        if row.kind == ITEM:
            kept, items = at, items + 1
    return kept


def _more_notes(made: Document) -> int:
    """Lines of notes beyond the usual ones."""
    width = (LANDSCAPE if made.landscape else PORTRAIT) - 8
    notes = (block.text for block in made.blocks if isinstance(block, Note))
    return max(sum(int(text_width(text, NOTE_SIZE) / width) + 1 for text in notes) - NOTE_LINES, 0)


def _part(block: Block, mark: str) -> list[Data]:
    if isinstance(block, Table):
        return [table_data(block, mark)]
    if isinstance(block, Paragraph):
        return [{"kind": "heading" if block.level else "lead", "text": block.text}]
    if isinstance(block, Note):
        return [{"kind": "note", "text": block.text}]
    return [{"kind": "signatures", "labels": list(block.labels)}] if isinstance(block, Signatures) else []


def table_data(table: Table, mark: str) -> Data:
    """A table for Typst; `mark` begins the labels of its groups and is unique in the document."""
    return {
        "kind": "table",
        "mark": mark,
        "size": table.size,
        "columns": [{"title": each.title, "width": each.width, "align": each.align} for each in table.columns],
        "rows": [_row(table, row) for row in table.rows],
    }


def _row(table: Table, row: Row) -> Data:
    if row.kind == GROUP:
        name, gap, about = row.cells[0].text.partition("\u3000")
        return {"kind": GROUP, "name": name, "about": gap + about}
    return {
        "kind": row.kind,
        "cells": _cells(table, row),
        "long": row.kind == ITEM and lines_of(table, row) > LONGEST_ROW,
    }


def _cells(table: Table, row: Row) -> list[Data]:
    """Its cells for Typst, with their parts where some of them may not be broken."""
    found: list[Data] = []
    place = 0
    for cell in row.cells:
        made: Data = {"text": cell.text, "bold": cell.bold, "span": cell.span}
        room = sum(column.width for column in table.columns[place : place + cell.span]) - CELL_MARGINS
        parts = whole_parts(cell.text, room, table.size)
        found.append({**made, "parts": parts} if parts else made)
        place += cell.span
    return found


def lines_of(table: Table, row: Row) -> int:
    """The lines that a row takes: the most of its cells, each in the columns it spans."""
    place, most = 0, 1
    for cell in row.cells:
        width = sum(column.width for column in table.columns[place : place + cell.span]) - CELL_MARGINS
        room = max(width, 5.0)
        most = max(most, sum(int(text_width(part, table.size) / room) + 1 for part in cell.text.split("\n")))
        place += cell.span
    return most
