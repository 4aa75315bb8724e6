"""What every chart shares: fonts, the style file, colours, and the way to bytes."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from pathlib import Path
from threading import RLock

import matplotlib
from matplotlib import font_manager
from matplotlib.figure import Figure

from kpi_desktop.assessment.exact import Exact, fraction
from kpi_desktop.reports import fonts

STYLE = Path(__file__).parents[3] / "resources" / "style" / "charts.mplstyle"
INCH = 25.4
PRINT_DPI = 200
INK, SECONDARY, PALE, ALERT, GRID = "#1B2430", "#566272", "#8B96A5", "#B3261E", "#D5DBE3"
TONES = ("#3D5F8F", "#8FAACC", "#D3DEEC", "#5F7A6C", "#B9C7BF", "#F0F0F0")
"""Fills of stacked parts, dark and light in turn so that neighbours differ in grey."""
HATCHES = ("", "", "", "///", "...", "xxx")
BAR, BAR_EDGE, MISSED, MISSED_EDGE, STRETCH = "#7F97B8", "#3D5575", "#F6DEDC", ALERT, "#E9EEF5"
_FAMILIES = ("Microsoft YaHei", "SimHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC")
_TURN = RLock()
"""matplotlib's settings are global to the process: one chart at a time."""


@cache
def chart_fonts() -> tuple[str, ...]:
    """The Chinese sans families charts may use on this machine, best first; registers those that come along."""
    for folder in fonts.font_folders():
        for path in sorted(folder.glob("*.otf")):
            font_manager.fontManager.addfont(path)
    known = {entry.name for entry in font_manager.fontManager.ttflist}
    return tuple(family for family in _FAMILIES if family in known)


@contextmanager
def chart_style() -> Iterator[None]:
    """The project's chart style, for the time of drawing."""
    with _TURN, matplotlib.rc_context(fname=str(STYLE)):
        matplotlib.rcParams["font.family"] = [*chart_fonts()] or ["sans-serif"]
        yield


def sized(width: float, height: float) -> Figure:
    """An empty figure of so many millimetres."""
    return Figure(figsize=(width / INCH, height / INCH))


def rendered(draw: Callable[[], Figure], format: str = "svg", dpi: float = PRINT_DPI) -> bytes:
    """The bytes of a chart as svg, pdf or png; the same chart gives the same bytes. `dpi`: of a png."""
    with chart_style():
        return saved(draw(), format, dpi)


def saved(figure: Figure, format: str, dpi: float = PRINT_DPI) -> bytes:
    """The bytes of a figure; within `chart_style`."""
    target = io.BytesIO()
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    # On paper a chart lets the watermark through; as a picture it brings its white ground along.
    figure.savefig(target, format=format, metadata=undated[format], dpi=dpi, transparent=format != "png")
    return target.getvalue()


def shortened(name: str, most: int) -> str:
    """A name that fits beside a row: cut with … where it is longer than `most` characters."""
    return name if len(name) <= most else f"{name[: most - 1]}…"


def at(value: Exact) -> float:
    """A place on paper for a figure: the only way from exact figures to floats, and never back."""
    return float(fraction(value))


def span(values: list[Fraction]) -> tuple[Fraction, Fraction]:
    """Least and greatest of `values` and 0."""
    return min([Fraction(0), *values]), max([Fraction(0), *values])
