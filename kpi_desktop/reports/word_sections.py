"""The sections of a Word form: paper, margins, grid, header and footer of its cover, its text and its annexes."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from typing import NamedTuple

from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm

from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.word_blocks import Place, paragraph
from kpi_desktop.reports.word_frame import foot, grid, head
from kpi_desktop.reports.word_styles import MAIN

SIZES = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
FORMAL = (37.0, 35.0, 28.0, 26.0)
"""Top, bottom, inner and outer margin of a formal text in millimetres (GB/T 9704-2012)."""
LETTER = (30.0, 26.0, 28.0, 26.0)
"""The same in the letter format."""
TABLE_TOP, TABLE_SIDE, TABLE_SIDE_TALL = 20.0, 15.0, 17.0


class Page(NamedTuple):
    """A kind of page: paper, whether it lies, whether it is a formal text's.

    `numbered`: it carries its number, `letter`: it has the margins of the letter format.
    """

    paper: str
    lying: bool
    formal: bool
    numbered: bool = True
    letter: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        width, height = SIZES.get(self.paper, SIZES["a4"])
        return (height, width) if self.lying else (width, height)

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """Top, bottom, inner and outer margin in millimetres."""
        side = TABLE_SIDE if self.lying else TABLE_SIDE_TALL
        text = LETTER if self.letter else FORMAL
        return text if self.formal else (TABLE_TOP, TABLE_TOP, side, side)

    @property
    def room(self) -> float:
        """The millimetres between the side margins."""
        return self.size[0] - self.margins[2] - self.margins[3]


class Sections:
    """Begins sections while a form is written, and frames them all at the end."""

    def __init__(self, file: WordFile, document: blocks.Document) -> None:
        self._file = file
        self._formal = document.formal
        self._pages = [Page(document.paper, document.landscape, document.formal, letter=document.letter)]
        self._body = file.element.body

    @property
    def room(self) -> float:
        """The millimetres between the side margins of the page that is being written."""
        return self._pages[-1].room

    @property
    def height(self) -> float:
        """The millimetres between its upper and lower margin."""
        page = self._pages[-1]
        return page.size[1] - page.margins[0] - page.margins[1]

    @property
    def place(self) -> Place:
        """Where blocks stand now."""
        page = self._pages[-1]
        return Place(page.room, page.formal, self._formal and not page.formal)

    def end_cover(self) -> None:
        """What was written is the cover; the text begins on the next right page."""
        text = self._pages[-1]
        self._end()
        self._pages = [text._replace(numbered=False), text]

    def lie(self) -> bool:
        """Annexes on table pages that lie begin; whether they did not lie already."""
        if not self._pages[-1].formal:
            return False
        self._end()
        self._pages.append(Page("a4", True, False))
        return True

    def _end(self) -> None:
        """The section ends with the last paragraph, or with an empty one where a table is last."""
        last = self._body[-2]
        if last.tag != qn("w:p"):
            last = parse_xml(paragraph("FormGap", "", outer=True))
            self._body.insert(len(self._body) - 1, last)
        last.pPr.append(deepcopy(self._body[-1]))

    def frame(self, document: blocks.Document, made: date) -> None:
        """Paper, margins, header and footer of every section."""
        shown = made if document.draft else None
        for at, (section, page) in enumerate(zip(self._file.sections, self._pages, strict=True)):
            _set_up(section, page)
            if at == 0 or page.numbered != self._pages[at - 1].numbered:
                _frame(section, shown, document.footer, page.numbered, 2 * at)
            if at and not self._pages[at - 1].numbered:
                _numbered_from_one(section)


def _set_up(section: Section, page: Page) -> None:
    top, bottom, inner, outer = page.margins
    section.page_width, section.page_height = map(Mm, page.size)
    section.orientation = WD_ORIENT.LANDSCAPE if page.lying else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(inner), Mm(outer)
    section.header_distance = Mm(top / 2)
    section.footer_distance = Mm(bottom - 18 if page.formal else 6.5)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    if page.formal:
        section._sectPr.append(parse_xml(grid(page.letter)))


def _numbered_from_one(section: Section) -> None:
    margins = section._sectPr.find(qn("w:pgMar"))
    margins.addnext(parse_xml(f'<w:pgNumType {MAIN} w:start="1"/>'))
    size = section._sectPr.find(qn("w:pgSz"))
    size.addprevious(parse_xml(f'<w:type {MAIN} w:val="oddPage"/>'))


def _frame(section: Section, made: date | None, lines: Sequence[str], numbered: bool, number: int) -> None:
    """Header and footer, for right and left pages."""
    for at, (header, footer) in enumerate(
        ((section.header, section.footer), (section.even_page_header, section.even_page_footer))
    ):
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        _replace(header._element, [head(made, number + at)])
        _replace(footer._element, foot(lines, odd=at == 0, numbered=numbered))


def _replace(part: object, paragraphs: Sequence[str]) -> None:
    for old in list(part):  # type: ignore[call-overload]
        part.remove(old)  # type: ignore[attr-defined]
    for each in paragraphs:
        part.append(parse_xml(each))  # type: ignore[attr-defined]
