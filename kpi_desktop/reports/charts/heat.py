"""Heat map: departments down, months across, the darker the further behind; the figure stands in every field."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import INK, SECONDARY, shortened
from kpi_desktop.reports.charts.plot import TICK_PAD, TICK_SIZE, Look, Plot

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
    plot = Plot(width, height(rows))
    field = (width - SIDE - 1.0) / 12
    for month in range(1, 13):
        plot.words(
            SIDE + field * (month - 0.5), HEAD - TICK_PAD, f"{month}月", TICK_SIZE, SECONDARY, "middle", "bottom"
        )
    for place, row in enumerate(rows):
        y = HEAD + ROW * place
        plot.names(SIDE, [(y + ROW / 2, shortened(row.name, 10))])
        for month in range(1, 13):
            fill, ink = _look(row.shares.get(month))
            x = SIDE + field * (month - 1)
            plot.box(x, y, field, ROW, Look(fill, EDGE, line=0.5))
            plot.words(x + field / 2, y + ROW / 2, row.labels.get(month, ""), 7.5, ink, "middle")
    _legend(plot)
    return plot.figure()


def step_of(share: Fraction) -> int:
    """The place in STEPS of a share."""
    return next(place for place, (least, *_) in enumerate(STEPS) if share >= least)


def _look(share: Fraction | None) -> tuple[str, str]:
    """Fill and ink of a field."""
    return (NOTHING, SECONDARY) if share is None else STEPS[step_of(share)][1:3]


def _legend(plot: Plot) -> None:
    for place, (_, fill, _, words) in enumerate(STEPS):
        x = SIDE + 26.0 * place
        plot.box(x, plot.height - 4.8, 5.0, 3.2, Look(fill, EDGE, line=0.5))
        plot.words(x + 6.2, plot.height - 3.2, words, 8)
