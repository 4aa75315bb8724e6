"""A chart drawn in millimetres from its upper left corner: everything of one look is one artist, so that it is fast.

Axes of matplotlib make a tick of seven artists and lay out every word by itself; most of a chart's time went there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import pi
from typing import Literal, NamedTuple

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.collections import CircleCollection, LineCollection, PolyCollection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from kpi_desktop.reports.charts.drawing import GRID, INCH, INK, PALE, SECONDARY, sized
from kpi_desktop.reports.paper import POINT, text_width

Dashes = tuple[float, ...]
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
"""What no font has a picture for."""
GRID_LAYER, BAR_LAYER, LINE_LAYER, WORD_LAYER = 0.5, 1.0, 2.0, 3.0
THIN, GRID_WIDTH = 0.6, 0.5
"""Points of the lines around bars and beside them, and of the grid."""
TICK_SIZE, NAME_SIZE, LEGEND_SIZE = 8.0, 9.0, 8.0
TICK_PAD, NAME_PAD = 3.0 * POINT, 3.5 * POINT
LEGEND_DOT = 4.0
KEY_WIDTH, KEY_HEIGHT, KEY_GAP, KEY_APART = 4.5, 2.35, 2.25, 3.95
"""Millimetres of a sign of the legend, of the gap to its words, and from there to the next."""


UP = {"base": (0.0, 0.0), "bottom": (0.0, 1.0), "middle": (-0.5, 1.0), "top": (-1.0, 1.0)}
"""How much of the height and of the descent of a line its base is above the place that words stand at."""
ACROSS: Mapping[str, tuple[Literal["left", "center", "right"], float]] = {
    "left": ("left", 0.0),
    "middle": ("center", 0.5),
    "right": ("right", 1.0),
}


class Look(NamedTuple):
    """How a bar looks."""

    fill: str
    edge: str
    hatch: str = ""
    line: float = THIN


class Stroke(NamedTuple):
    """How a line looks; its width and dashes in points."""

    colour: str
    width: float
    dashes: Dashes = ()


class Key(NamedTuple):
    """An entry of the legend: a bar or a line (`dotted`: with a dot on it), and its words."""

    words: str
    sign: Look | Stroke
    dotted: bool = False


class Word(NamedTuple):
    """Words at a place; `across` and `up` say which part of them stands there."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    across: str
    up: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Figures from `low` to `high` on the way from `begin` to `end`, in millimetres."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, figure: float) -> float:
        """The place of a figure."""
        return self.begin + (figure - self.low) * (self.end - self.begin) / (self.high - self.low)


def round_ticks(scale: Scale, most: int) -> list[tuple[float, str]]:
    """Places and words of round figures on a scale, with at most `most` steps."""
    found = MaxNLocator(most, steps=[1, 2, 2.5, 5, 10]).tick_values(scale.low, scale.high)
    inside = [float(tick) for tick in found if scale.low <= tick <= scale.high]
    return [(scale.at(tick), f"{tick:,.10g}".replace("-", "−")) for tick in inside]


Box = tuple[float, float, float, float]
Points = Sequence[tuple[float, float]]


@dataclass(slots=True)
class Plot:
    """Collects what a chart is made of; `figure` gives it to matplotlib."""

    width: float
    height: float
    _boxes: dict[tuple[float, str, float], list[tuple[Box, Look]]] = field(default_factory=dict)
    _lines: dict[tuple[float, Stroke], list[Points]] = field(default_factory=dict)
    _dots: dict[tuple[str, float], list[tuple[float, float]]] = field(default_factory=dict)
    _words: list[Word] = field(default_factory=list)

    def box(self, x: float, y: float, width: float, height: float, look: Look, layer: float = BAR_LAYER) -> None:
        """A rectangle; a negative width goes to the left."""
        self._boxes.setdefault((layer, look.hatch, look.line), []).append(((x, y, width, height), look))

    def line(self, points: Points, stroke: Stroke, layer: float = LINE_LAYER) -> None:
        """A line through `points`; none where there are none."""
        if points:
            self._lines.setdefault((layer, stroke), []).append(points)

    def dots(self, points: Points, colour: str, size: float) -> None:
        """Round marks, `size` points across."""
        self._dots.setdefault((colour, size), []).extend(points)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        size: float = NAME_SIZE,
        colour: str = INK,
        across: str = "left",
        up: str = "middle",
    ) -> None:
        """Words whose left end, middle or right end stands at x, and whose top, middle, base or bottom at y."""
        if text:
            self._words.append(Word(x, y, _CONTROL.sub(" ", text), size, colour, across, up))

    def names(self, x: float, named: Iterable[tuple[float, str]]) -> None:
        """The names of rows, to the left of `x`."""
        for y, name in named:
            self.words(x - NAME_PAD, y, name, across="right")

    def grid(self, ticks: Iterable[tuple[float, str]], top: float, bottom: float) -> None:
        """Vertical lines of the grid with their figures below."""
        for x, words in ticks:
            self.line(((x, top), (x, bottom)), Stroke(GRID, GRID_WIDTH), GRID_LAYER)
            self.words(x, bottom + TICK_PAD, words, TICK_SIZE, SECONDARY, "middle", "top")

    def side(self, x: float, top: float, bottom: float) -> None:
        """The pale line that rows begin at."""
        self.line(((x, top), (x, bottom)), Stroke(PALE, THIN), LINE_LAYER + 0.5)

    def legend(self, x: float, y: float, keys: Iterable[Key]) -> None:
        """The legend in one row whose middle is at `y`."""
        for key in keys:
            self._key(x, y, key)
            self.words(x + KEY_WIDTH + KEY_GAP, y, key.words, LEGEND_SIZE, "black")
            x += KEY_WIDTH + KEY_GAP + text_width(key.words, LEGEND_SIZE) + KEY_APART

    def _key(self, x: float, y: float, key: Key) -> None:
        if isinstance(key.sign, Look):
            self.box(x, y - KEY_HEIGHT / 2, KEY_WIDTH, KEY_HEIGHT, key.sign)
            return
        self.line(((x, y), (x + KEY_WIDTH, y)), key.sign)
        if key.dotted:
            self.dots([(x + KEY_WIDTH / 2, y)], key.sign.colour, LEGEND_DOT)

    def figure(self) -> Figure:
        """The chart as a figure of matplotlib."""
        made = sized(self.width, self.height)
        place = Affine2D().scale(1 / INCH, -1 / INCH).translate(0, self.height / INCH) + made.dpi_scale_trans
        for (layer, hatch, line), boxes in self._boxes.items():
            made.add_artist(_bars(boxes, hatch, line, layer, place))
        for (layer, stroke), lines in self._lines.items():
            made.add_artist(_strokes(lines, stroke, layer, place))
        for (colour, size), points in self._dots.items():
            made.add_artist(_round_marks(points, colour, size, place))
        made.add_artist(Words(self._words, place))
        return made


def _bars(boxes: list[tuple[Box, Look]], hatch: str, line: float, layer: float, place: Transform) -> PolyCollection:
    corners = [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)] for (x, y, w, h), _ in boxes]
    return PolyCollection(
        corners,
        facecolors=[look.fill for _, look in boxes],
        edgecolors=[look.edge for _, look in boxes],
        linewidths=line,
        hatch=hatch or None,
        zorder=layer,
        transform=place,
    )


def _strokes(lines: list[Points], stroke: Stroke, layer: float, place: Transform) -> LineCollection:
    return LineCollection(
        lines,
        colors=stroke.colour,
        linewidths=stroke.width,
        linestyles=[(0, stroke.dashes)] if stroke.dashes else "solid",
        capstyle="butt" if stroke.dashes else "projecting",
        joinstyle="round",
        zorder=layer,
        transform=place,
    )


def _round_marks(points: Points, colour: str, size: float, place: Transform) -> CircleCollection:
    return CircleCollection(
        [pi / 4 * size**2],
        offsets=points,
        offset_transform=place,
        facecolors=colour,
        linewidths=0,
        zorder=LINE_LAYER + 0.1,
    )


class Words(Artist):
    """All words of a chart, drawn in one go.

    With `apart` given they are put there instead, on their base lines, in points from the paper's upper left corner.
    """

    def __init__(self, words: Sequence[Word], place: Transform) -> None:
        super().__init__()
        self.set_zorder(WORD_LAYER)
        self._all, self._place = words, place
        self._family = list(rcParams["font.family"])
        self.apart: list[Word] | None = None

    def draw(self, renderer: RendererBase) -> None:
        """Draw every word: in an SVG by its anchor, so that it stands right in any font; else by its left end."""
        fonts = {size: FontProperties(family=self._family, size=size) for size in {word.size for word in self._all}}
        high = {size: renderer.get_text_width_height_descent("lp", font, False)[1:] for size, font in fonts.items()}
        whole = renderer.get_canvas_width_height()[1]
        for word in self._all:
            x, y = self._place.transform((word.x, word.y))
            height, descent = high[word.size]
            y += UP[word.up][0] * height + UP[word.up][1] * descent
            if self.apart is None:
                self._draw_one(renderer, word, fonts[word.size], x, y)
            else:
                self.apart.append(word._replace(x=x, y=whole - y, colour=to_hex(word.colour), up="base"))

    def _draw_one(self, renderer: RendererBase, word: Word, font: FontProperties, x: float, y: float) -> None:
        side, part = ACROSS[word.across]
        anchor = Text(x, y, horizontalalignment=side, transform=IdentityTransform())
        x -= part * renderer.get_text_width_height_descent(word.text, font, False)[0] if part else 0
        gc = renderer.new_gc()
        gc.set_foreground(to_rgba(word.colour), isRGBA=True)
        y = renderer.get_canvas_width_height()[1] - y if renderer.flipy() else y
        renderer.draw_text(gc, x, y, word.text, font, 0.0, False, anchor)
        gc.restore()
