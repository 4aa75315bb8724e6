"""Ranking bars: every department's total as a row, made of its categories."""

from dataclasses import dataclass
from decimal import Decimal

from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import BAR_EDGE, HATCHES, INK, SECONDARY, TONES, at, shortened
from kpi_desktop.reports.charts.plot import Key, Look, Plot, Scale

ROW, GAP, HEAD, FOOT = 5.2, 5.6, 5.0, 6.0
"""Millimetres of a row, of the gap over a group, above and below."""
SIDE, END = 34.0, 20.0
"""Millimetres left of the bars, and right of them."""
BONUS = Look("white", INK)


@dataclass(frozen=True, slots=True)
class Bar:
    """One department: label, category scores in order, bonus, deduction, total and the words at the end."""

    name: str
    parts: tuple[Decimal, ...]
    bonus: Decimal
    deduction: Decimal
    total: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class BarGroup:
    """A group of departments in rank order."""

    name: str
    bars: tuple[Bar, ...]


def height(groups: tuple[BarGroup, ...]) -> float:
    """The height in millimetres that the chart wants."""
    return HEAD + FOOT + sum(GAP + ROW * len(group.bars) for group in groups)


def ranking_bars(groups: tuple[BarGroup, ...], categories: tuple[str, ...], width: float = 156.0) -> Figure:
    """Stacked bars in rank order, group by group; a bonus is the outlined end of the bar."""
    plot = Plot(width, height(groups))
    bars = [bar for group in groups for bar in group.bars]
    highest = max((sum(bar.parts, bar.bonus) for bar in bars), default=Decimal(0))
    across = Scale(0, max(100.0, at(highest)), SIDE, width - END)
    y = HEAD
    for group in groups:
        y += GAP
        plot.words(SIDE + 0.8, y - 0.2, group.name, colour=SECONDARY, up="bottom")
        for bar in group.bars:
            plot.names(SIDE, [(y + ROW / 2, shortened(bar.name, 10))])
            _row(plot, bar, y + ROW / 2, across)
            y += ROW
    bottom = plot.height - FOOT
    plot.grid([(across.at(tick), str(tick)) for tick in range(0, 101, 20)], HEAD, bottom)
    plot.side(SIDE, HEAD, bottom)
    keys = [Key(name, _look(place)) for place, name in enumerate(categories)]
    keys += [Key("加分", BONUS)] if any(bar.bonus for bar in bars) else []
    plot.legend(SIDE + 1.0, 3.7, keys)
    return plot.figure()


def _look(place: int) -> Look:
    return Look(TONES[place % 6], BAR_EDGE, HATCHES[place % 6])


def _row(plot: Plot, bar: Bar, y: float, across: Scale) -> None:
    begin, tall = 0.0, ROW * 0.68
    for place, (part, look) in enumerate([*((part, None) for part in bar.parts), (bar.bonus, BONUS)]):
        if part or look is None:
            left, right = across.at(begin), across.at(begin + at(part))
            plot.box(left, y - tall / 2, right - left, tall, look or _look(place))
            begin += at(part)
    plot.words(across.at(max(begin, at(bar.total)) + 1.2), y, bar.label)
