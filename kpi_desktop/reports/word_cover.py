"""The first pages of a report in Word: its cover, and the list of contents that Word keeps up to date."""

from collections.abc import Sequence
from typing import NamedTuple

from kpi_desktop.reports.forms.blocks import Cover
from kpi_desktop.reports.word_blocks import paragraph, run
from kpi_desktop.reports.word_styles import MAIN, OFFICE_SIZE, TEXT_WIDTH, UNIT_SIZE
from kpi_desktop.reports.word_titles import evenly

CONTENTS = "目\u3000录"
LISTED = {"Heading1": 1, "Heading2": 2, "AnnexHead1": 1}
"""The styles whose paragraphs are listed, and how deep."""


class Entry(NamedTuple):
    """A heading in the list: its bookmark, how deep it is, its words."""

    mark: str
    level: int
    words: str


def cover(shown: Cover) -> list[str]:
    """The paragraphs of the cover."""
    parts = (
        ("CoverNumber", f"编号：{shown.number}"),
        ("CoverUnit", evenly(shown.unit, TEXT_WIDTH, UNIT_SIZE)),
        ("CoverTitle", shown.title),
        ("CoverOffice", evenly(shown.office, TEXT_WIDTH, OFFICE_SIZE)),
        ("CoverDay", shown.day),
    )
    return [paragraph(style, run(text), outer=True) for style, text in parts]


def contents(entries: Sequence[Entry]) -> list[str]:
    """The list of contents on a page of its own, its page numbers fields.

    Not one field of a list: other programs would not bring the numbers in that up to date.
    """
    made = [paragraph("TOCHeading", run(CONTENTS), True, True, True)]
    return [*made, *(paragraph(f"TOC{entry.level}", _line(entry), outer=True) for entry in entries)]


def _line(entry: Entry) -> str:
    number = f'{_mark("begin")}<w:r><w:instrText xml:space="preserve"> PAGEREF {entry.mark} \\h </w:instrText></w:r>'
    number += f"{_mark('separate')}<w:r><w:t></w:t></w:r>{_mark('end')}"
    words = f"{run(entry.words)}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{entry.mark}" w:history="1">{words}</w:hyperlink>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def bookmarks(number: int, mark: str) -> tuple[str, str]:
    """Start and end of the bookmark around a heading."""
    return (
        f'<w:bookmarkStart {MAIN} w:id="{number}" w:name="{mark}"/>',
        f'<w:bookmarkEnd {MAIN} w:id="{number}"/>',
    )
