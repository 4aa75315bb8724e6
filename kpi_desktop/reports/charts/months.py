"""Month lines: what was reached month by month against the pace that was due."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from kpi_desktop.reports.charts.drawing import ALERT, INK, PALE, SECONDARY, TONES, at, sized

COLUMNS = 3
PANEL, HEAD = 34.0, 7.0
"""Millimetres of a row of panels and of the legend over them."""


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
    rows = ceil(len(courses) / COLUMNS)
    whole = height(courses)
    figure = sized(width, whole)
    for place, course in enumerate(courses):
        row, column = divmod(place, COLUMNS)
        left = (column * width / COLUMNS + 8.5) / width
        bottom = (PANEL * (rows - row - 1) + 6.5) / whole
        axes = figure.add_axes((left, bottom, (width / COLUMNS - 12.0) / width, (PANEL - 15.0) / whole))
        _panel(axes, course)
    handles = [
        Line2D([], [], color=TONES[0], linewidth=1.6, marker="o", markersize=3, label="实绩"),
        Line2D([], [], color=SECONDARY, linewidth=1.0, linestyle="--", label="应达进度"),
    ]
    figure.legend(handles=handles, loc="upper left", ncols=2, bbox_to_anchor=(0.0, 1.0))
    return figure


def _panel(axes: Axes, course: Course) -> None:
    axes.plot(*_points(course.pace), color=SECONDARY, linewidth=1.0, linestyle="--")
    axes.plot(*_points(course.actual), color=TONES[0], linewidth=1.6, marker="o", markersize=2.2)
    if course.actual:
        last = max(course.actual)
        colour = ALERT if course.behind else INK
        axes.plot([last], [at(course.actual[last])], marker="o", markersize=4, color=colour)
    axes.set_title(course.title, fontsize=8.5, pad=11)
    axes.text(
        0, 1.04, course.label, transform=axes.transAxes, fontsize=7.5, color=ALERT if course.behind else SECONDARY
    )
    axes.set_xlim(0.5, 12.5)
    axes.set_xticks([3, 6, 9, 12], ["3月", "6月", "9月", "12月"], fontsize=7)
    axes.tick_params(axis="y", labelsize=7, labelcolor=SECONDARY)
    axes.locator_params(axis="y", nbins=4)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}".replace("-", "−"))
    axes.grid(True, axis="y")
    axes.margins(y=0.12)
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_color(PALE)


def _points(values: Mapping[int, Fraction]) -> tuple[list[int], list[float]]:
    months = sorted(values)
    return months, [at(values[month]) for month in months]
