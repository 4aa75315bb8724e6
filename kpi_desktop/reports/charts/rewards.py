"""Reward bars: rewards to the right, penalties to the left, net as the figure at the end."""

from dataclasses import dataclass
from decimal import Decimal

from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import BAR, BAR_EDGE, INK, MISSED, MISSED_EDGE, at, shortened
from kpi_desktop.reports.charts.plot import BAR_LAYER, Key, Look, Plot, Scale, Stroke, round_ticks

ROW, HEAD, FOOT, SIDE, END = 5.2, 7.0, 8.0, 34.0, 24.0
MOST_TICKS = 9
REWARD, PENALTY = Look(BAR, BAR_EDGE), Look(MISSED, MISSED_EDGE, "////")


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
    plot = Plot(width, height(pays))
    across = _scale(pays, width)
    tall, bottom = 0.66 * ROW, plot.height - FOOT
    for place, pay in enumerate(pays):
        y = HEAD + ROW * (place + 0.5)
        plot.names(SIDE, [(y, shortened(pay.name, 10))])
        for amount, look in ((pay.rewards, REWARD), (pay.penalties, PENALTY)):
            if amount:
                plot.box(across.at(0), y - tall / 2, across.at(at(amount)) - across.at(0), tall, look)
        plot.words(SIDE + 1.17 * (width - END - SIDE), y, pay.label, across="right")
    plot.grid(round_ticks(across, MOST_TICKS), HEAD, bottom)
    plot.line(((across.at(0), HEAD), (across.at(0), bottom)), Stroke(INK, 0.8), BAR_LAYER + 0.1)
    plot.side(SIDE, HEAD, bottom)
    plot.legend(SIDE + 1.0, 4.0, [Key("奖励", REWARD), Key("扣罚", PENALTY)])
    plot.words(width - 1.0, 2.2, f"净额（{unit}）", 8, across="right", up="top")
    return plot.figure()


def _scale(pays: tuple[Pay, ...], width: float) -> Scale:
    """From the greatest penalty to the greatest reward, with a little room beyond each."""
    low = min((at(pay.penalties) for pay in pays), default=0.0)
    high = max((at(pay.rewards) for pay in pays), default=0.0)
    room = 0.05 * (high - low)
    least, most = low - room if low < 0 else 0.0, high + room if high > 0 else 0.0
    return Scale(least, most if most > least else 1.0, SIDE, width - END)
