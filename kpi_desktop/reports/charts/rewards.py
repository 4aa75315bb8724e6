"""Reward bars: rewards to the right, penalties to the left, net as the figure at the end."""

from dataclasses import dataclass
from decimal import Decimal

from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kpi_desktop.reports.charts.drawing import BAR, BAR_EDGE, INK, MISSED, MISSED_EDGE, PALE, at, shortened, sized

ROW, HEAD, FOOT = 5.2, 7.0, 8.0


@dataclass(frozen=True, slots=True)
class Pay:
    """One department in the unit of the axis: rewards, penalties (0 or negative), net and its words."""

    name: str
    rewards: Decimal
    penalties: Decimal
    net: Decimal
    label: str


def height(pays: tuple[Pay, ...]) -> float:
    """The height in millimetres that the chart wants."""
    return HEAD + FOOT + ROW * len(pays)


def reward_bars(pays: tuple[Pay, ...], unit: str, width: float = 156.0) -> Figure:
    """A row a department; the net amount stands at the end of the row."""
    whole = height(pays)
    figure = sized(width, whole)
    left, right = 34.0 / width, 1 - 24.0 / width
    axes = figure.add_axes((left, FOOT / whole, right - left, 1 - (HEAD + FOOT) / whole))
    for y, pay in enumerate(pays):
        axes.barh(y, at(pay.rewards), 0.66, color=BAR, edgecolor=BAR_EDGE)
        if pay.penalties:
            axes.barh(y, at(pay.penalties), 0.66, color=MISSED, edgecolor=MISSED_EDGE, hatch="////")
        axes.text(1.17, y, pay.label, transform=axes.get_yaxis_transform(), va="center", ha="right", color=INK)
    axes.set_ylim(max(len(pays), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(pays)), [shortened(pay.name, 10) for pay in pays])
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}".replace("-", "−"))
    axes.axvline(0, color=INK, linewidth=0.8)
    axes.grid(True, axis="x")
    axes.spines["left"].set_color(PALE)
    axes.spines["bottom"].set_visible(False)
    handles = [
        Patch(facecolor=BAR, edgecolor=BAR_EDGE, label="奖励"),
        Patch(facecolor=MISSED, edgecolor=MISSED_EDGE, hatch="////", label="扣罚"),
    ]
    figure.legend(handles=handles, loc="upper left", ncols=2, bbox_to_anchor=(left - 0.01, 1.0))
    figure.text(1 - 1.0 / width, 1 - 2.2 / whole, f"净额（{unit}）", ha="right", va="top", fontsize=8, color=INK)
    return figure
