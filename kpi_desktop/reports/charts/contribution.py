"""Contribution shares: who brought how much of each indicator's total, a bar of 100 % an indicator."""

from dataclasses import dataclass
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import BAR_EDGE, INK, PALE, SECONDARY, TONES, at, shortened, sized

ROW, HEAD, FOOT = 7.2, 3.0, 6.0
NARROW = Fraction(3, 100)
"""A part with less than this has no words in the bar."""
LIGHT_INK = "white"
DARK_TONES = (0, 3)
"""Places in TONES on which words are written light."""


@dataclass(frozen=True, slots=True)
class Part:
    """One department's part of an indicator: 0-1, and its words."""

    name: str
    share: Fraction
    label: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """One indicator: the parts, the largest first, and its total in words."""

    name: str
    parts: tuple[Part, ...]
    total: str


def height(rows: tuple[Contribution, ...]) -> float:
    """The height in millimetres that the chart wants."""
    return HEAD + FOOT + ROW * max(len(rows), 1)


def contribution_bars(rows: tuple[Contribution, ...], width: float = 156.0) -> Figure:
    """A bar an indicator, cut into its departments' parts; the total stands at the end."""
    whole = height(rows)
    figure = sized(width, whole)
    left = min(6 + 3.2 * max((len(each.name) for each in rows), default=8), width * 0.34) / width
    right = 1 - 28.0 / width
    axes = figure.add_axes((left, FOOT / whole, right - left, 1 - (HEAD + FOOT) / whole))
    for place, each in enumerate(rows):
        _row(axes, each, place, (right - left) * width)
        y = 1 - (HEAD + ROW * (place + 0.5)) / whole
        figure.text(1 - 0.5 / width, y, each.total, va="center", ha="right", fontsize=8.5, color=SECONDARY)
    _frame(axes, rows)
    return figure


def _row(axes: Axes, each: Contribution, y: int, room: float) -> None:
    begin = Fraction(0)
    for place, part in enumerate(each.parts):
        tone = place % len(TONES)
        axes.barh(y, at(part.share), 0.66, at(begin), color=TONES[tone], edgecolor=BAR_EDGE)
        ink = LIGHT_INK if tone in DARK_TONES else INK
        words = _fitting(part, at(part.share) * room)
        axes.text(at(begin + part.share / 2), y, words, va="center", ha="center", fontsize=8, color=ink)
        begin += part.share


def _fitting(part: Part, room: float) -> str:
    """Name and share, the share alone, or nothing: what the part is wide enough for."""
    if part.share < NARROW:
        return ""
    whole = f"{shortened(part.name, 10)} {part.label}"
    return next((words for words in (whole, part.label) if 2.0 * _ems(words) + 2 <= room), "")


def _ems(words: str) -> float:
    return sum(0.8 if mark.isascii() else 1.5 for mark in words)


def _frame(axes: Axes, rows: tuple[Contribution, ...]) -> None:
    axes.set_xlim(0, 1)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), [shortened(each.name, 18) for each in rows])
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    axes.grid(True, axis="x")
    axes.spines["left"].set_color(PALE)
    axes.spines["bottom"].set_visible(False)
