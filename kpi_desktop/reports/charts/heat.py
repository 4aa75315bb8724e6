"""Heat map: departments down, months across, the darker the further behind; the figure stands in every field."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from kpi_desktop.reports.charts.drawing import INK, SECONDARY, shortened, sized

ROW, HEAD, FOOT, SIDE = 5.6, 8.0, 8.0, 36.0
STEPS = (
    (Fraction(1), "#F4F7FB", INK, "全部跟上"),
    (Fraction(4, 5), "#CFDBEA", INK, "80%以上"),
    (Fraction(3, 5), "#93ACCB", INK, "60%以上"),
    (Fraction(0), "#3D5F8F", "white", "60%以下"),
)
"""From this share on: fill, ink, words of the legend. One tone from light to dark, so that grey print says the same."""
NOTHING, EDGE = "#FFFFFF", "#B9C3D0"


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One department: by month the share (0-1) that kept pace, and the figure in the field."""

    name: str
    shares: Mapping[int, Fraction]
    labels: Mapping[int, str]


def height(rows: tuple[HeatRow, ...]) -> float:
    """The height in millimetres that the chart wants."""
    return HEAD + FOOT + ROW * max(len(rows), 1)


def heat_map(rows: tuple[HeatRow, ...], width: float = 156.0) -> Figure:
    """Twelve months a row; a month without anything to judge stays empty."""
    whole = height(rows)
    figure = sized(width, whole)
    left = SIDE / width
    axes = figure.add_axes((left, FOOT / whole, 1 - left - 1.0 / width, 1 - (HEAD + FOOT) / whole))
    _fields(axes, rows)
    axes.set_xlim(0.5, 12.5)
    axes.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), [shortened(row.name, 10) for row in rows])
    axes.set_xticks(range(1, 13), [f"{month}月" for month in range(1, 13)])
    axes.xaxis.tick_top()
    for side in axes.spines.values():
        side.set_visible(False)
    _legend(figure, left, whole, width)
    return figure


def step_of(share: Fraction) -> int:
    """The place in STEPS of a share."""
    return next(place for place, (least, *_) in enumerate(STEPS) if share >= least)


def _fields(axes: Axes, rows: tuple[HeatRow, ...]) -> None:
    """All fields at once: one artist instead of hundreds."""
    corners, fills = [], []
    for y, row in enumerate(rows):
        for month in range(1, 13):
            fill, ink = _look(row.shares.get(month))
            left, right, top, bottom = month - 0.5, month + 0.5, y - 0.5, y + 0.5
            corners.append([(left, top), (right, top), (right, bottom), (left, bottom)])
            fills.append(fill)
            if label := row.labels.get(month, ""):
                axes.text(month, y, label, va="center", ha="center", fontsize=7.5, color=ink)
    axes.add_collection(PolyCollection(corners, facecolors=fills, edgecolors=EDGE, linewidths=0.5, clip_on=False))


def _look(share: Fraction | None) -> tuple[str, str]:
    """Fill and ink of a field."""
    return (NOTHING, SECONDARY) if share is None else STEPS[step_of(share)][1:3]


def _legend(figure: Figure, left: float, whole: float, width: float) -> None:
    x = left
    for _, fill, _, words in STEPS:
        box = Rectangle(
            (x, 1.6 / whole),
            5.0 / width,
            3.2 / whole,
            transform=figure.transFigure,
            facecolor=fill,
            edgecolor=EDGE,
            linewidth=0.5,
        )
        figure.add_artist(box)
        figure.text(x + 6.2 / width, 3.2 / whole, words, va="center", fontsize=8, color=INK)
        x += 26.0 / width
