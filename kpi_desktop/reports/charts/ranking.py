"""Ranking bars: every department's total as a row, made of its categories."""

from dataclasses import dataclass
from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from kpi_desktop.reports.charts.drawing import BAR_EDGE, HATCHES, INK, PALE, SECONDARY, TONES, at, shortened, sized

ROW, GAP, HEAD, FOOT = 5.2, 5.6, 5.0, 6.0
"""Millimetres of a row, of the gap over a group, above and below."""


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
    whole = height(groups)
    figure = sized(width, whole)
    left, right = 34.0 / width, 1 - 20.0 / width
    axes = figure.add_axes((left, FOOT / whole, right - left, 1 - (HEAD + FOOT) / whole))
    y, ticks, names = 0.0, [], []
    for group in groups:
        y += GAP
        axes.text(0, y - 0.2, group.name, va="bottom", fontsize=9, color=SECONDARY)
        for bar in group.bars:
            _row(axes, bar, y + ROW / 2)
            ticks.append(y + ROW / 2)
            names.append(shortened(bar.name, 10))
            y += ROW
    _frame(axes, groups, y, ticks, names)
    handles = [
        Patch(facecolor=TONES[place % 6], hatch=HATCHES[place % 6], edgecolor=BAR_EDGE, label=name)
        for place, name in enumerate(categories)
    ]
    if any(bar.bonus for group in groups for bar in group.bars):
        handles.append(Patch(facecolor="white", edgecolor=INK, label="加分"))
    figure.legend(handles=handles, loc="upper left", ncols=len(handles), bbox_to_anchor=(left - 0.01, 1.0))
    return figure


def _row(axes: Axes, bar: Bar, y: float) -> None:
    begin = 0.0
    for place, part in enumerate(bar.parts):
        axes.barh(y, at(part), ROW * 0.68, begin, color=TONES[place % 6], hatch=HATCHES[place % 6], edgecolor=BAR_EDGE)
        begin += at(part)
    if bar.bonus:
        axes.barh(y, at(bar.bonus), ROW * 0.68, begin, color="white", edgecolor=INK)
        begin += at(bar.bonus)
    axes.text(max(begin, at(bar.total)) + 1.2, y, bar.label, va="center", fontsize=9, color=INK)


def _frame(axes: Axes, groups: tuple[BarGroup, ...], bottom: float, ticks: list[float], names: list[str]) -> None:
    highest = max((sum(bar.parts, bar.bonus) for group in groups for bar in group.bars), default=Decimal(100))
    axes.set_xlim(0, max(100.0, at(highest)))
    axes.set_ylim(max(bottom, ROW), 0)
    axes.set_yticks(ticks, names)
    axes.set_xticks(range(0, 101, 20))
    axes.grid(True, axis="x")
    axes.spines["left"].set_color(PALE)
    axes.spines["bottom"].set_visible(False)
