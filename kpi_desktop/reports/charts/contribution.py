"""Contribution shares: who brought how much of each indicator's total, a bar of 100 % an indicator."""

from dataclasses import dataclass
from fractions import Fraction

from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import BAR_EDGE, INK, SECONDARY, TONES, at, shortened
from kpi_desktop.reports.charts.plot import Look, Plot, Scale

ROW, HEAD, FOOT, END = 7.2, 3.0, 6.0, 28.0
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
    plot = Plot(width, height(rows))
    left = min(6 + 3.2 * max((len(each.name) for each in rows), default=8), width * 0.34)
    across = Scale(0, 1, left, width - END)
    for place, each in enumerate(rows):
        y = HEAD + ROW * (place + 0.5)
        plot.names(left, [(y, shortened(each.name, 18))])
        _row(plot, each, y, across)
        plot.words(width - 0.5, y, each.total, 8.5, SECONDARY, "right")
    bottom = plot.height - FOOT
    plot.grid([(across.at(tick / 4), f"{tick * 25}%") for tick in range(5)], HEAD, bottom)
    plot.side(left, HEAD, bottom)
    return plot.figure()


def _row(plot: Plot, each: Contribution, y: float, across: Scale) -> None:
    begin, tall = Fraction(0), 0.66 * ROW
    for place, part in enumerate(each.parts):
        tone = place % len(TONES)
        left, right = across.at(at(begin)), across.at(at(begin + part.share))
        plot.box(left, y - tall / 2, right - left, tall, Look(TONES[tone], BAR_EDGE))
        ink = LIGHT_INK if tone in DARK_TONES else INK
        plot.words((left + right) / 2, y, _fitting(part, right - left), 8, ink, "middle")
        begin += part.share


def _fitting(part: Part, room: float) -> str:
    """Name and share, the share alone, or nothing: what the part is wide enough for."""
    if part.share < NARROW:
        return ""
    whole = f"{shortened(part.name, 10)} {part.label}"
    return next((words for words in (whole, part.label) if 2.0 * _ems(words) + 2 <= room), "")


def _ems(words: str) -> float:
    return sum(0.8 if mark.isascii() else 1.5 for mark in words)
