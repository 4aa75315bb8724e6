"""Month lines: what was reached month by month against the pace that was due."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import ALERT, GRID, INK, PALE, SECONDARY, TONES, at
from kpi_desktop.reports.charts.plot import (
    GRID_LAYER,
    GRID_WIDTH,
    LINE_LAYER,
    NAME_PAD,
    THIN,
    TICK_PAD,
    Key,
    Plot,
    Scale,
    Stroke,
    round_ticks,
)
from kpi_desktop.reports.paper import text_width

COLUMNS = 3
PANEL, HEAD = 34.0, 7.0
"""Millimetres of a row of panels and of the legend over them."""
SIDE, ENDS, HIGH, FOOT = 8.5, 12.0, 19.0, 6.5
"""Millimetres left of a panel, beside it altogether, its height, and below it."""
TITLE, MOST_TICKS = 8.5, 4
REACHED, DUE = Stroke(TONES[0], 1.6), Stroke(SECONDARY, 1.0, (3.7, 1.6))


@dataclass(frozen=True, slots=True)
class Course:
    """One target's year: actual and pace by month, and the words over its panel."""

    title: str
    actual: Mapping[int, Fraction]
    pace: Mapping[int, Fraction]
    label: str
    behind: bool


def height(courses: tuple[Course, ...]) -> float:
    """The height in millimetres that the chart wants."""
    return HEAD + PANEL * ceil(len(courses) / COLUMNS)


def month_lines(courses: tuple[Course, ...], width: float = 156.0) -> Figure:
    """A panel a target, three in a row, each with its own scale."""
    plot = Plot(width, height(courses))
    for place, course in enumerate(courses):
        row, column = divmod(place, COLUMNS)
        left, bottom = column * width / COLUMNS + SIDE, HEAD + PANEL * (row + 1) - FOOT
        _panel(plot, course, Scale(0.5, 12.5, left, left + width / COLUMNS - ENDS), bottom)
    plot.legend(2.5, 4.0, [Key("实绩", REACHED, dotted=True), Key("应达进度", DUE)])
    return plot.figure()


def _panel(plot: Plot, course: Course, across: Scale, bottom: float) -> None:
    up = _upright(course, bottom)
    for y, words in round_ticks(up, MOST_TICKS):
        plot.line(((across.begin, y), (across.end, y)), Stroke(GRID, GRID_WIDTH), GRID_LAYER)
        plot.words(across.begin - NAME_PAD, y, words, 7, SECONDARY, "right")
    for month in (3, 6, 9, 12):
        plot.words(across.at(month), bottom + TICK_PAD, f"{month}月", 7, SECONDARY, "middle", "top")
    plot.line(((across.begin, bottom), (across.end, bottom)), Stroke(PALE, THIN), LINE_LAYER + 0.5)
    due, reached = (_points(values, across, up) for values in (course.pace, course.actual))
    plot.line(due, DUE)
    plot.line(reached, REACHED)
    plot.dots(reached[:-1], TONES[0], 3.2)
    colour = ALERT if course.behind else SECONDARY
    plot.dots(reached[-1:], ALERT if course.behind else INK, 5.0)
    plot.words(across.begin, bottom - HIGH - 3.9, _fitting(course.title, plot.width / COLUMNS - SIDE), TITLE, up="base")
    plot.words(across.begin, bottom - HIGH * 1.04, course.label, 7.5, colour, up="base")


def _upright(course: Course, bottom: float) -> Scale:
    """From the least figure to the greatest, with room above and below."""
    figures = [at(value) for values in (course.actual, course.pace) for value in values.values()]
    low, high = min(figures, default=0.0), max(figures, default=1.0)
    room = 0.12 * (high - low) or 0.06 * abs(high) or 1.0
    return Scale(low - room, high + room, bottom, bottom - HIGH)


def _points(values: Mapping[int, Fraction], across: Scale, up: Scale) -> list[tuple[float, float]]:
    return [(across.at(month), up.at(at(values[month]))) for month in sorted(values)]


def _fitting(title: str, room: float) -> str:
    """The title, cut where the panel is too narrow for it."""
    if text_width(title, TITLE) <= room:
        return title
    cuts = (f"{title[:end]}…" for end in range(len(title) - 1, 0, -1))
    return next((cut for cut in cuts if text_width(cut, TITLE) <= room), "…")
