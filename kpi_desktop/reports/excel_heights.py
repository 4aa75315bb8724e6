"""How tall a row of a worksheet must be so that its wrapped texts are seen whole: Excel fits no joined cells."""

import re
from collections.abc import Iterable
from math import ceil

from kpi_desktop.reports.paper import POINT, text_width

MOST, PART = 400.0, 100.0
"""Points of the tallest row (Excel ends at 409), and of each of the rows that a longer text is given."""
_LINE, _ROOM = 1.45, 1.5
"""Height of a line in its type's points (the tallest of the fonts that may replace ours), and points around a text."""
MARGINS, INDENTED = 1.7, 4.9
"""Millimetres of a cell that its text does not get: margins and a pixel of rounding, and these with an indent."""
_SURE = 0.97
"""Of the room so much is filled: what is printed smaller is rounded, and its lines may hold less."""
_CAPITALS, _MORE = re.compile("[A-Z]"), 0.13
"""Letters that are so many ems wider in some of these fonts than widths are estimated with."""
_CLOSING, _OPENING = "，。；：、！？）〕》”’」…", "（〔《“‘「"
_WHOLE = re.compile(rf"[{_OPENING}]*(?:[!-~−×÷≈·]+|.)[{_CLOSING}]*")
"""What is never broken between two lines: a figure or a formula, a sign with the marks that belong to it."""


def height(text: str, width: float, size: float, inset: float = MARGINS) -> float:
    """Points that `text` needs in a cell of so many millimetres, estimated from above."""
    room = max((width - inset) * _SURE, 4.0)
    return sum(_lines(part, room, size) for part in text.split("\n")) * size * _LINE + _ROOM


def _lines(text: str, room: float, size: float) -> int:
    """Lines that a text without breaks takes in so many millimetres."""
    if _width(text, size) <= room:
        return 1
    count, used = 1, 0.0
    for found in _WHOLE.finditer(text):
        wide = _width(found[0], size)
        if used + wide > room and used:
            count, used = count + 1, 0.0
        used += wide
        if used > room:
            more = ceil(used / room) - 1
            count, used = count + more, used - more * room
    return count


def _width(text: str, size: float) -> float:
    """The width of a text in millimetres, in the widest of the fonts that it may be shown in."""
    return text_width(text, size) + len(_CAPITALS.findall(text)) * _MORE * size * POINT


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
