"""A chart for the typesetter: its lines and areas as SVG, its words beside them.

Typst sets words much faster than it reads them out of an SVG, and in the fonts of the form.
"""

from collections.abc import Callable

from matplotlib.figure import Figure

from kpi_desktop.reports.charts.drawing import chart_style, saved
from kpi_desktop.reports.charts.plot import Word, Words

SVG_DPI = 72


def printed(draw: Callable[[], Figure]) -> dict[str, object]:
    """What the template takes: `svg`, `width` and `height` in points, `words` as Word has them but for `up`."""
    words: list[Word] = []
    with chart_style():
        figure = draw()
        for artist in figure.artists:
            if isinstance(artist, Words):
                artist.apart = words
        svg = saved(figure, "svg").decode()
    width, height = (float(inches * SVG_DPI) for inches in figure.get_size_inches())
    return {"svg": svg, "width": width, "height": height, "words": [_rounded(word) for word in words]}


def _rounded(word: Word) -> list[object]:
    """Places to a thousandth of a point: the same chart gives the same data."""
    return [round(float(word.x), 3), round(float(word.y), 3), *word[2:-1]]
