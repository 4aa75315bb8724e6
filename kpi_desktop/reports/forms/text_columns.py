"""How wide the columns of a table in a text are: words on one line where they fit, and room between the columns."""

from collections.abc import Mapping, Sequence
from math import sqrt

from kpi_desktop.reports.paper import text_width

ROOM = 156.0
"""Millimetres of a formal page's text."""
WIDE, CLOSE = 4.2, 2.6
"""Millimetres of a column's left and right margin together; the closer only where the wider leaves too little room."""
LONG, SHORT = 37.0, 16.0
"""Words wider than this may take several lines; where that is not enough, already from the second on."""
TRIES = ((WIDE, LONG, 40.0), (CLOSE, LONG, 30.0), (WIDE, SHORT, 30.0), (CLOSE, SHORT, 22.0))
"""Gap, what words are long, and what a column of several lines has at least: the first that fits is taken."""
TOLERANCE = 0.3

Shown = str | None | Mapping[str, bool]


def widths(heads: Sequence[str], texts: Sequence[Sequence[Shown]], wraps: Sequence[bool]) -> tuple[list[float], float]:
    """The width in millimetres of each column, together ROOM, and the gap that was chosen.

    `texts`: the cells of each column; `wraps`: whether its words may go on in a second line.
    """
    bare = [max(map(_width, (head, *own))) for head, own in zip(heads, texts, strict=True)]
    free = ROOM - sum(bare) - WIDE * len(bare)
    if free >= 0:
        return [round(width + WIDE + free / len(bare), 2) for width in bare], WIDE
    for gap, limit, least in TRIES:
        wrapped = [may and width > limit for may, width in zip(wraps, bare, strict=True)]
        if found := _wrapped([width + gap for width in bare], wrapped, least):
            return found, gap
    whole = sum(bare) + CLOSE * len(bare)
    return [round((width + CLOSE) * ROOM / whole, 2) for width in bare], CLOSE


def _width(cell: Shown) -> float:
    """The width of a cell on one line; what is missing or does not apply is one character."""
    return text_width(cell if isinstance(cell, str) else "空") + TOLERANCE


def _wrapped(wanted: Sequence[float], wrapped: Sequence[bool], least: float) -> list[float] | None:
    """The widths where the `wrapped` ones share what the others leave; None where that is less than `least` each."""
    rest = ROOM - sum(width for width, lines in zip(wanted, wrapped, strict=True) if not lines)
    sharing = {at: wanted[at] for at, lines in enumerate(wrapped) if lines}
    if not sharing or rest < least * len(sharing):
        return None
    given: dict[int, float] = {}
    for at in sorted(sharing, key=lambda at: sharing[at]):  # the narrowest first: what it does not need goes on
        part = sqrt(sharing[at]) / sum(sqrt(sharing[other]) for other in sharing if other not in given)
        given[at] = min(sharing[at], max(rest * part, least))
        rest -= given[at]
    return [round(given.get(at, width), 2) for at, width in enumerate(wanted)]
