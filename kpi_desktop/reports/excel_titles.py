"""Where titles and grades break on a worksheet: after the unit's name, evenly, before a bracket."""

from math import ceil

from kpi_desktop.reports.paper import text_width

SMALLEST = 14.0
"""Points below which no title is made smaller."""
SHORT = 12
"""Signs of the longest text that breaks before its bracket."""
_SURE = 0.97
"""Of the room so much is used, because another program's columns may be a little narrower."""


def titled(text: str, unit: str, room: float, size: float) -> tuple[str, float]:
    """A title in the lines, and at the points, with which it stands in so many millimetres.

    It is broken after the name of the unit that it begins with; a line that is too long makes all of it smaller.
    """
    room *= _SURE
    if text_width(text, size) > room:
        text = _after(unit, text)
    longest = max(text_width(line, 1.0) for line in text.split("\n"))
    fitting = size if longest * size <= room else max(float(int(room / longest)), SMALLEST)
    return "\n".join(evenly(line, room, fitting) for line in text.split("\n")), fitting


def evenly(text: str, room: float, size: float) -> str:
    """A text in lines of like length, as few as stand in so many millimetres."""
    count = ceil(text_width(text, size) / room)
    if count < 2:
        return text
    each = ceil(len(text) / count)
    return "\n".join(text[at : at + each] for at in range(0, len(text), each))


def before_bracket(text: str, room: float, size: float) -> str:
    """A short text broken before its bracket where it does not fit into so many millimetres."""
    return text if text_width(text, size) <= room else "\n".join(around_bracket(text))


def around_bracket(text: str) -> list[str]:
    """A text as short as a grade in two parts, what stands before its bracket and the rest; else the text alone."""
    before, bracket, rest = text.partition("（")
    apart = before and bracket and len(text) <= SHORT and "\n" not in text
    return [before, bracket + rest] if apart else [text]


def _after(unit: str, text: str) -> str:
    rest = text.removeprefix(unit)
    return f"{unit}\n{rest}" if unit and rest and rest != text else text
