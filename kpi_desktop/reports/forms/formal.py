"""A formal text out of blocks: Typst prints the same ones that Word is made from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.blocks import RIGHT, Block, Document, Facts, Paragraph, Row, Signatures, Table, Title
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.frame import WIDE_SPACE, Heading, footer, meta
from kpi_desktop.reports.forms.listing import Plan, laid, table_data

WIDTH = 156.0
"""Millimetres of a formal page's text: 28 characters."""
KINDS = {0: "paragraph", 1: "section", 2: "part"}


@dataclass(slots=True)
class Text:
    """Collects the blocks of a text; sections and parts are numbered as they come. `addressee` begins it, if any."""

    addressee: str = ""
    blocks: list[Block] = field(default_factory=list)
    _sections: int = 0
    _parts: int = 0

    def section(self, name: str) -> None:
        """一、…"""
        self._sections, self._parts = self._sections + 1, 0
        self.blocks.append(Paragraph(f"{figures.ordinal(self._sections)}、{name}", 1))

    def part(self, name: str) -> None:
        """（一）…"""
        self._parts += 1
        self.blocks.append(Paragraph(f"（{figures.ordinal(self._parts)}）{name}", 2))

    def say(self, *sentences: str) -> None:
        """One paragraph; nothing where there is nothing to say."""
        if text := "".join(sentences):
            self.blocks.append(Paragraph(text))

    def table(self, plans: Sequence[Plan], rows: Sequence[Row], name: str) -> None:
        """A table as wide as the text."""
        self.blocks.append(Table(laid(plans, rows, WIDTH), tuple(rows), name))


@dataclass(frozen=True, slots=True)
class Ending:
    """Who signs: an office with its day, or the two sides of an agreement."""

    office: str = ""
    day: str = ""
    sides: tuple[tuple[str, str], ...] = ()


def stated(context: ReportContext, heading: Heading) -> list[str]:
    """The footer of a form without a line of facts under its title: it names the book's state and the day too."""
    first, *rest = footer(context, heading)
    return [f"{first}{WIDE_SPACE}状态：{context.state_name}{WIDE_SPACE}{figures.day(context.today)}制", *rest]


def document(
    context: ReportContext, heading: Heading, title: str, lines: Sequence[tuple[str, str]], text: Text, ending: Ending
) -> Document:
    """The text for Word and Excel; `lines`: labels and values under the title."""
    addressed = [Paragraph(text.addressee)] if text.addressee else []
    blocks: list[Block] = [Title(title), Facts(tuple(lines)), *addressed, *text.blocks]
    if ending.sides:
        blocks.append(Signatures(tuple(f"{label}：{name}" for label, name in ending.sides)))
    else:
        blocks += [Paragraph(ending.office, align=RIGHT), Paragraph(ending.day, align=RIGHT)]
    return Document(tuple(blocks), formal=True, footer=tuple(stated(context, heading)))


def printed(context: ReportContext, heading: Heading, title: str, subtitle: str, text: Text, ending: Ending) -> Data:
    """The text for Typst; `title` may have a line break where it should break."""
    return {
        "meta": {**meta(context, heading, landscape=False), "footer": stated(context, heading)},
        "title": title,
        "subtitle": subtitle,
        "addressee": text.addressee,
        "blocks": list(_blocks(heading, text.blocks)),
        "office": ending.office,
        "day": ending.day,
        "sides": [list(side) for side in ending.sides],
    }


def _blocks(heading: Heading, blocks: Sequence[Block]) -> Iterable[Data]:
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            yield table_data(block, f"{heading.code}-{at}")
        elif isinstance(block, Paragraph):
            yield {"kind": KINDS[block.level], "text": block.text}
