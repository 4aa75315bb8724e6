"""A rule's curve: value across, share of full marks up; the marks of the rule and the point that was reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from kpi_desktop.assessment.curves import Curve
from kpi_desktop.reports.charts.drawing import ALERT, INK, PALE, SECONDARY, TONES, at, sized

HEIGHT, HEAD, FOOT, SIDE = 66.0, 14.0, 11.0, 14.0
FLATTEST = 0.42
"""Height ÷ width that a wide picture keeps: steep and flat pieces stay apart."""


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """A curve, the value reached (None while there is none) with its words, and the words of the axis.

    `rate`: values are ratios and read as percentages.
    """

    curve: Curve
    value: Fraction | None
    label: str
    axis: str
    rate: bool = False


def curve_line(picture: CurvePicture, width: float = 110.0) -> Figure:
    """The curve between all its bends, marks and the point; jumps stay open."""
    height = max(HEIGHT, width * FLATTEST)
    figure = sized(width, height)
    axes = figure.add_axes((SIDE / width, FOOT / height, 1 - (SIDE + 5) / width, 1 - (HEAD + FOOT) / height))
    given = [] if picture.value is None else [picture.value]
    low, high = picture.curve.window(*given)
    for line in picture.curve.segments(low, high):
        axes.plot([at(x) for x, _ in line], [at(share) for _, share in line], color=TONES[0], linewidth=1.8)
    top = max([Fraction(1), *(share for line in picture.curve.segments(low, high) for _, share in line)])
    _marks(axes, picture.curve.marks, top)
    if picture.value is not None:
        _point(axes, picture, picture.value)
    _frame(axes, picture, (low, high), top)
    figure.text(SIDE / width, 1 - 1.5 / height, picture.label, va="top", fontsize=9, color=INK)
    return figure


def _marks(axes: Axes, marks: Sequence[tuple[str, Fraction]], top: Fraction) -> None:
    for word, x in marks:
        axes.axvline(at(x), color=PALE, linewidth=0.8, linestyle=(0, (3, 2)))
        axes.text(at(x), at(top) * 1.1, word, va="bottom", ha="center", fontsize=8, color=SECONDARY)


def _point(axes: Axes, picture: CurvePicture, value: Fraction) -> None:
    share = picture.curve.share(value)
    axes.plot([at(value)] * 2, [0, at(share)], color=ALERT, linewidth=0.8, linestyle=(0, (1.5, 1)))
    axes.plot([at(value)], [at(share)], marker="o", markersize=6, color=ALERT, markeredgecolor="white")


def _frame(axes: Axes, picture: CurvePicture, window: tuple[Fraction, Fraction], top: Fraction) -> None:
    axes.set_xlim(at(window[0]), at(window[1]))
    axes.set_ylim(0, at(top) * 1.08)
    axes.yaxis.set_major_formatter(lambda share, _: f"{share:.0%}")
    axes.xaxis.set_major_formatter(lambda value, _: _value(value, picture.rate))
    axes.set_xlabel(picture.axis, color=SECONDARY)
    axes.locator_params(axis="both", nbins=5)
    axes.tick_params(axis="y", labelsize=8, labelcolor=SECONDARY)
    axes.grid(True, axis="y")
    axes.spines["left"].set_color(PALE)
    axes.spines["bottom"].set_color(PALE)


def _value(value: object, rate: bool) -> str:
    assert isinstance(value, int | float)
    text = f"{value * 100:,.10g}%" if rate else f"{value:,.10g}"
    return text.replace("-", "−")
