"""How airy a table may be set so that a form still fits on one page, estimated from its texts.

Estimated and not measured: setting a sheet several times to choose would take three times as long. The widths of texts
are upper estimates, so a form that is promised to fit fits.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from unicodedata import east_asian_width

from kpi_desktop.reports.paper import POINT, text_width

INSETS = (6.0, 5.4, 4.8, 4.2, 3.6)
"""Points above and below the text of a row, the airiest first."""
LINE, FIRST_LINE = 13.6, 7.9
"""Points from line to line, and of the first."""
CELL_MARGINS = 3.0
"""Millimetres left and right of the text of a cell."""
SIZE = 10.5
"""Points of the type of tables."""
_MOST_EMS = {
    **dict.fromkeys("0123456789", 0.562),
    **dict.fromkeys(".,:;- ", 0.4),
    **dict.fromkeys("ABCEFGIJKLPRSTVXYZ", 0.75),
    **dict.fromkeys("DHNOQU", 0.86),
    **dict.fromkeys("WMmw@&%", 1.06),
}
"""What the widest of the fonts of print take; 0.7 for other letters and signs, 1 for a character."""
_NARROW, _CHARACTER, _UNKNOWN = 0.7, 1.0, 1.5


def row_lines(texts: Mapping[float, object]) -> int:
    """The lines that a row takes: the most of its cells' texts, each in a column of so many millimetres."""
    return max((_lines(text, width) for width, text in texts.items() if isinstance(text, str)), default=1)


def _lines(text: str, width: float) -> int:
    return max(ceil(text_width(text) / max(width - CELL_MARGINS, 5.0)), 1)


def on_one_line(text: object, width: float, margins: float = CELL_MARGINS) -> bool:
    """Whether the text of a cell surely needs no second line in a column of so many millimetres; so does no text."""
    if not isinstance(text, str):
        return True
    return "\n" not in text and sum(map(_most_ems, text)) * SIZE * POINT <= width - margins


def _most_ems(mark: str) -> float:
    if mark.isascii():
        return _MOST_EMS.get(mark, _NARROW)
    return _UNKNOWN if ord(mark) > 0xFFFF and east_asian_width(mark) != "W" else _CHARACTER


def fitting_inset(rows: Iterable[int], fixed: float, room: float) -> float | None:
    """The airiest inset with which `rows` (of so many lines) and `fixed` millimetres fit into `room`; None without."""
    counts = list(rows)
    return next((inset for inset in INSETS if fits(counts, inset, fixed, room)), None)


def fits(rows: Sequence[int], inset: float, fixed: float, room: float) -> bool:
    """Whether `rows` (of so many lines) and `fixed` millimetres fit into `room` with that inset."""
    text = sum(FIRST_LINE + LINE * (lines - 1) for lines in rows)
    return fixed + (text + 2 * inset * len(rows)) * POINT <= room
