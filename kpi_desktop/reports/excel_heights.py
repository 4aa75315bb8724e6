"""How tall a row of a worksheet must be so that its wrapped texts are seen whole: Excel fits no joined cells."""

import re
from collections.abc import Iterable
from math import ceil

from kpi_desktop.reports.paper import text_width

MOST, PART = 400.0, 100.0
"""Points of the tallest row (Excel ends at 409), and of each of the rows that a longer text is given."""
_LINE, _ROOM = 1.45, 1.5
"""Height of a line in its type's points (the tallest of the fonts that may replace ours), and points around a text."""
MARGINS, INDENTED = 1.4, 4.2
"""Millimetres of a cell that its text does not get: the margins, and these with an indent."""
_CLOSING, _OPENING = "，。；：、！？）〕》”’」…", "（〔《“‘「"
_WHOLE = re.compile(rf"[{_OPENING}]*(?:[!-~−×÷≈·]+|.)[{_CLOSING}]*")
"""What is never broken between two lines: a figure or a formula, a sign with the marks that belong to it."""


def height(text: str, width: float, size: float, inset: float = MARGINS) -> float:
    """Points that `text` needs in a cell of so many millimetres, estimated from above."""
    room = max(width - inset, 4.0)
    return sum(_lines(part, room, size) for part in text.split("\n")) * size * _LINE + _ROOM


def _lines(text: str, room: float, size: float) -> int:
    """Lines that a text without breaks takes in so many millimetres."""
    if text_width(text, size) <= room:
        return 1
    count, used = 1, 0.0
    for found in _WHOLE.finditer(text):
        wide = text_width(found[0], size)
        if used + wide > room and used:
            count, used = count + 1, 0.0
        used += wide
        if used > room:
            more = ceil(used / room) - 1
            count, used = count + more, used - more * room
    return count


def shares(needed: float) -> list[float]:
    """The heights of the rows that together are `needed` points tall, none taller than a row may be."""
    count = 1 if needed <= MOST else ceil(needed / PART)
    return [round(needed / count, 2)] * count


def folded(text: str, room: float, size: float) -> Iterable[str]:
    """The lines of a text that is broken wherever `room` millimetres end."""
    line = ""
    for mark in text:
        if line and text_width(line + mark, size) > room:
            yield line
            line = ""
        line += mark
    if line:
        yield line
