"""A formal text as a list of blocks: headings, paragraphs, tables, figures, numbered as they come."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kpi_desktop.reports import figures
from kpi_desktop.reports.forms.fitting import on_one_line
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.lines import Cell
from kpi_desktop.reports.forms.text_columns import widths

if TYPE_CHECKING:
    from matplotlib.figure import Figure


SIGNS, LIGHTS = frozenset("＋×÷＝≈"), frozenset("◆▲●○")
"""Signs that a formula may go on after, and the shapes of lights: what tables have none of needs no search for them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table in a text: heading, alignment, emphasis; words that stand left may take several lines."""

    head: str
    align: str = "right"
    strong: bool = False


@dataclass(slots=True)
class Story:
    """Collects the blocks of a text; sections, tables and figures are numbered in order.

    `pictures`: svg for print, png for Word.
    """

    pictures: str = "svg"
    blocks: list[Data] = field(default_factory=list)
    _sections: int = 0
    _parts: int = 0
    _points: int = 0
    _tables: int = 0
    _figures: int = 0

    def section(self, name: str) -> None:
        """一、…"""
        self._sections, self._parts, self._points = self._sections + 1, 0, 0
        self.blocks.append({"kind": "section", "text": f"{figures.ordinal(self._sections)}、{name}"})

    def part(self, name: str) -> None:
        """（一）…"""
        self._parts, self._points = self._parts + 1, 0
        self.blocks.append({"kind": "part", "text": f"（{figures.ordinal(self._parts)}）{name}"})

    def point(self, name: str, text: str) -> None:
        """1. …: a run-in heading and its paragraph."""
        self._points += 1
        self.blocks.append({"kind": "point", "head": f"{self._points}. {name}。", "text": text})

    def say(self, *sentences: str) -> None:
        """One paragraph; nothing where there is nothing to say."""
        text = "".join(sentences)
        if text:
            self.blocks.append({"kind": "paragraph", "text": text})

    def next_table(self) -> str:
        """What the next table will be called, to be named before it comes."""
        return f"表{self._tables + 1}"

    def next_figure(self) -> str:
        """What the next figure will be called."""
        return f"图{self._figures + 1}"

    def table(self, caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """A table with its caption above."""
        self._tables += 1
        texts = [[row[at] for row in rows] for at in range(len(columns))]
        wraps = [column.align == "left" for column in columns]
        heads = [column.head for column in columns]
        wide, gap = widths(heads, texts, wraps)
        self.blocks.append(
            {
                "kind": "table",
                "caption": f"表{self._tables}\u3000{caption}",
                "gap": gap,
                "single": [_single(cells, wide, gap) for cells in (heads, *rows)],
                "signs": _any_of(SIGNS, rows),
                "lit": _any_of(LIGHTS, rows),
                "columns": [
                    {"head": column.head, "width": width, "align": column.align, "strong": column.strong}
                    for column, width in zip(columns, wide, strict=True)
                ],
                "rows": [list(row) for row in rows],
            }
        )

    def figure(self, caption: str, draw: "Callable[[], Figure]") -> None:
        """A chart, drawn by `draw` in the style of charts, with its caption below."""
        from kpi_desktop.reports.charts.drawing import rendered
        from kpi_desktop.reports.charts.printed import printed

        self._figures += 1
        caption = f"图{self._figures}\u3000{caption}"
        picture: Data = printed(draw) if self.pictures == "svg" else {self.pictures: rendered(draw, self.pictures)}
        self.blocks.append({"kind": "figure", "caption": caption, **picture})


def _single(cells: Sequence[Cell], wide: Sequence[float], gap: float) -> bool:
    """Whether a row surely takes one line: such rows are set at a known height, in half the time."""
    return all(on_one_line(cell, width, gap) for cell, width in zip(cells, wide, strict=True))


def _any_of(marks: frozenset[str], rows: Sequence[Sequence[Cell]]) -> bool:
    return any(isinstance(cell, str) and not marks.isdisjoint(cell) for row in rows for cell in row)
