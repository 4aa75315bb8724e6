"""Bullet bars: key indicators on one axis in per cent of 确保, 力争 a pale extension, the pace due by now a tick."""

from dataclasses import dataclass
from fractions import Fraction

from matplotlib.figure import Figure

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
    span,
)
from kpi_desktop.reports.charts.plot import BAR_LAYER, Key, Look, Plot, Scale, Stroke
from kpi_desktop.reports.paper import text_width

ROW, HEAD, FOOT = 6.4, 7.0, 7.0
ENDS, PERCENT = 37.0, 17.0
"""Millimetres at the right for percentage and value at least, and of the percentage; a long value takes more."""
LONGEST, SHORTEST = Fraction(2), Fraction(-1, 2)
"""Bars end here; what goes beyond is cut with a mark and read from its figure."""


REACHED, SHORT, BEYOND = Look(BAR, BAR_EDGE), Look(MISSED, MISSED_EDGE, "////"), Look(STRETCH, PALE, line=0.5)
GOAL, AIM, PACE = Stroke("black", 1.4), Stroke(INK, 1.6), Stroke(INK, 1.0, (1.5, 1))

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
    plot = Plot(width, height(bullets))
    left = min(6 + 3.2 * max((len(each.name) for each in bullets), default=8), 66.0)
    ends = max(ENDS, PERCENT + 4.0 + max((text_width(each.value, 8) for each in bullets), default=0.0))
    across, bottom = _scale(bullets, left, width - ends), plot.height - FOOT
    for place, bullet in enumerate(bullets):
        y = HEAD + ROW * (place + 0.5)
        plot.names(left, [(y, bullet.name)])
        _row(plot, bullet, y, across)
        plot.words(width - ends + PERCENT, y, bullet.percent, 9, INK if bullet.reached else ALERT, "right")
        plot.words(width - 0.5, y, bullet.value, 8, SECONDARY, "right")
    ticks = [place / 5 for place in range(-2, 11) if across.low <= place / 5 <= across.high]
    plot.grid([(across.at(tick), f"{tick:.0%}".replace("-", "−")) for tick in ticks], HEAD, bottom)
    plot.line(((across.at(1.0), HEAD), (across.at(1.0), bottom)), GOAL)
    plot.side(left, HEAD, bottom)
    _legend(plot, bullets, left, pace_words, words)
    return plot.figure()


def _scale(bullets: tuple[Bullet, ...], left: float, right: float) -> Scale:
    shown = [figure for each in bullets for figure in (each.ratio, each.stretch, each.pace) if figure is not None]
    low, high = span([min(max(figure, SHORTEST), LONGEST) for figure in [*shown, Fraction(6, 5)]])
    return Scale(at(low), at(high) * 1.04, left, right)


def _row(plot: Plot, bullet: Bullet, y: float, across: Scale) -> None:
    tall = 0.62 * ROW

    def bar(begin: Fraction, end: Fraction, look: Look, layer: float) -> None:
        x = across.at(at(begin))
        plot.box(x, y - tall / 2, min(across.at(at(end)), across.end) - x, tall, look, layer)

    def mark(figure: Fraction, stroke: Stroke) -> None:
        x = across.at(at(figure))
        if across.begin <= x <= across.end:
            plot.line(((x, y - 0.42 * ROW), (x, y + 0.42 * ROW)), stroke)

    if bullet.stretch is not None and bullet.stretch > 1:
        bar(Fraction(1), bullet.stretch, BEYOND, BAR_LAYER)
    if bullet.ratio is not None:
        drawn = min(max(bullet.ratio, SHORTEST), LONGEST)
        bar(Fraction(0), drawn, REACHED if bullet.reached else SHORT, BAR_LAYER + 0.1)
        if bullet.ratio > LONGEST:
            plot.words(across.at(at(drawn)), y, "»", 11, across="middle")
    if bullet.stretch is not None:
        mark(bullet.stretch, AIM)
    if bullet.pace is not None:
        mark(bullet.pace, PACE)


def _legend(plot: Plot, bullets: tuple[Bullet, ...], left: float, pace_words: str, words: Words) -> None:
    good, bad, goal = words
    keys = [Key(good, REACHED), Key(bad, SHORT), Key(goal, GOAL)]
    if any(bullet.stretch is not None for bullet in bullets):
        keys.append(Key("至力争目标", BEYOND))
    if pace_words:
        keys.append(Key(pace_words, PACE))
    plot.legend(max(left - 0.05 * plot.width, 0.0) + 2.5, 4.0, keys)
