"""Bullet bars: key indicators on one axis in per cent of 确保, 力争 a pale extension, the pace due by now a tick."""

from dataclasses import dataclass
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from kpi_desktop.reports.charts.drawing import (
    ALERT,
    BAR,
    BAR_EDGE,
    INK,
    MISSED,
    MISSED_EDGE,
    PALE,
    SECONDARY,
    STRETCH,
    at,
    sized,
    span,
)
from kpi_desktop.reports.paper import text_width

ROW, HEAD, FOOT = 6.4, 7.0, 7.0
ENDS, PERCENT = 37.0, 17.0
"""Millimetres at the right for percentage and value at least, and of the percentage; a long value takes more."""
LONGEST, SHORTEST = Fraction(2), Fraction(-1, 2)
"""Bars end here; what goes beyond is cut with a mark and read from its figure."""


Words = tuple[str, str, str]
YEAR_WORDS, PACE_WORDS = ("达到目标", "未达目标", "确保目标"), ("跟上进度", "落后进度", "全年目标")
"""The legend of a bar that is reached, of one that is not, of the line at 100 %: at the year's end, and within it."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One indicator: ratios to 确保 (None without a value), whether the goal is reached, the words at the end."""

    name: str
    ratio: Fraction | None
    stretch: Fraction | None
    pace: Fraction | None
    reached: bool
    percent: str
    value: str


def height(bullets: tuple[Bullet, ...]) -> float:
    """The height in millimetres that the chart wants."""
    return HEAD + FOOT + ROW * len(bullets)


def bullet_bars(
    bullets: tuple[Bullet, ...], width: float = 156.0, pace_words: str = "", words: Words = YEAR_WORDS
) -> Figure:
    """Horizontal bars against 确保 = 100 %; hatched where the goal is not reached."""
    whole = height(bullets)
    figure = sized(width, whole)
    left = min(6 + 3.2 * max((len(each.name) for each in bullets), default=8), 66.0) / width
    ends = max(ENDS, PERCENT + 4.0 + max((text_width(each.value, 8) for each in bullets), default=0.0))
    right = 1 - ends / width
    axes = figure.add_axes((left, FOOT / whole, right - left, 1 - (HEAD + FOOT) / whole))
    shown = [figure for each in bullets for figure in (each.ratio, each.stretch, each.pace) if figure is not None]
    low, high = span([min(max(figure, SHORTEST), LONGEST) for figure in [*shown, Fraction(6, 5)]])
    for place, bullet in enumerate(bullets):
        _row(axes, bullet, place)
        _words(figure, bullet, 1 - (HEAD + ROW * (place + 0.5)) / whole, 1 - (ends - PERCENT) / width, width)
    _frame(axes, bullets, at(low), at(high) * 1.04)
    _legend(figure, bullets, left, pace_words, words)
    return figure


def _row(axes: Axes, bullet: Bullet, y: float) -> None:
    if bullet.stretch is not None and bullet.stretch > 1:
        axes.barh(y, at(bullet.stretch) - 1, 0.62, 1.0, color=STRETCH, edgecolor=PALE, linewidth=0.5)
    if bullet.ratio is not None:
        drawn = at(min(max(bullet.ratio, SHORTEST), LONGEST))
        if bullet.reached:
            axes.barh(y, drawn, 0.62, color=BAR, edgecolor=BAR_EDGE)
        else:
            axes.barh(y, drawn, 0.62, color=MISSED, edgecolor=MISSED_EDGE, hatch="////")
        if bullet.ratio > LONGEST:
            axes.text(drawn, y, "»", va="center", ha="center", fontsize=11, color=INK)
    if bullet.stretch is not None:
        axes.plot([at(bullet.stretch)] * 2, [y - 0.42, y + 0.42], color=INK, linewidth=1.6)
    if bullet.pace is not None:
        axes.plot([at(bullet.pace)] * 2, [y - 0.42, y + 0.42], color=INK, linewidth=1.0, linestyle=(0, (1.5, 1)))


def _words(figure: Figure, bullet: Bullet, y: float, percent: float, width: float) -> None:
    colour = INK if bullet.reached else ALERT
    figure.text(percent, y, bullet.percent, va="center", ha="right", fontsize=9, color=colour)
    figure.text(1 - 0.5 / width, y, bullet.value, va="center", ha="right", fontsize=8, color=SECONDARY)


def _frame(axes: Axes, bullets: tuple[Bullet, ...], low: float, high: float) -> None:
    axes.set_xlim(low, high)
    axes.set_ylim(max(len(bullets), 1) - 0.5, -0.5)
    axes.set_yticks(range(len(bullets)), [bullet.name for bullet in bullets])
    ticks = [place / 5 for place in range(-2, 11) if low <= place / 5 <= high]
    axes.set_xticks(ticks, [f"{tick:.0%}".replace("-", "−") for tick in ticks])
    axes.grid(True, axis="x")
    axes.axvline(1.0, color="black", linewidth=1.4)
    axes.spines["left"].set_color(PALE)
    axes.spines["bottom"].set_visible(False)


def _legend(figure: Figure, bullets: tuple[Bullet, ...], left: float, pace_words: str, words: Words) -> None:
    good, bad, goal = words
    handles: list[Patch | Line2D] = [
        Patch(facecolor=BAR, edgecolor=BAR_EDGE, label=good),
        Patch(facecolor=MISSED, edgecolor=MISSED_EDGE, hatch="////", label=bad),
        Line2D([], [], color="black", linewidth=1.4, label=goal),
    ]
    if any(bullet.stretch is not None for bullet in bullets):
        handles.append(Patch(facecolor=STRETCH, edgecolor=PALE, label="至力争目标"))
    if pace_words:
        handles.append(Line2D([], [], color=INK, linewidth=1.0, linestyle=(0, (1.5, 1)), label=pace_words))
    figure.legend(handles=handles, loc="upper left", ncols=len(handles), bbox_to_anchor=(max(left - 0.05, 0), 1.0))
