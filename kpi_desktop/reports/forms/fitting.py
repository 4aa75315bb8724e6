"""How airy a table may be set so that a form still fits on one page, estimated from its texts.

Estimated and not measured: setting a sheet several times to choose would take three times as long. The widths of texts
are upper estimates, so a form that is promised to fit fits.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

from kpi_desktop.reports.paper import POINT, text_width

INSETS = (6.0, 5.4, 4.8, 4.2, 3.6)
"""Points above and below the text of a row, the airiest first."""
LINE, FIRST_LINE = 13.6, 7.9
"""Points from line to line, and of the first."""
CELL_MARGINS = 3.0
"""Millimetres left and right of the text of a cell."""


def row_lines(texts: Mapping[float, object]) -> int:
    """The lines that a row takes: the most of its cells' texts, each in a column of so many millimetres."""
    return max((_lines(text, width) for width, text in texts.items() if isinstance(text, str)), default=1)


def _lines(text: str, width: float) -> int:
    return max(ceil(text_width(text) / max(width - CELL_MARGINS, 5.0)), 1)


def fitting_inset(rows: Iterable[int], fixed: float, room: float) -> float | None:
    """The airiest inset with which `rows` (of so many lines) and `fixed` millimetres fit into `room`; None without."""
    counts = list(rows)
    return next((inset for inset in INSETS if fits(counts, inset, fixed, room)), None)


def fits(rows: Sequence[int], inset: float, fixed: float, room: float) -> bool:
    """Whether `rows` (of so many lines) and `fixed` millimetres fit into `room` with that inset."""
    text = sum(FIRST_LINE + LINE * (lines - 1) for lines in rows)
    return fixed + (text + 2 * inset * len(rows)) * POINT <= room
