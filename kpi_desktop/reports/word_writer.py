"""Writes the blocks of a form into a Word file, keeping together what must stand on one page."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm

from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.word_blocks import paragraph, run, table, text_block
from kpi_desktop.reports.word_cover import LISTED, Entry, bookmarks, contents, cover
from kpi_desktop.reports.word_fit import line_width, stays_whole
from kpi_desktop.reports.word_sections import Sections
from kpi_desktop.reports.word_signs import signatures
from kpi_desktop.reports.word_styles import TITLE_SIZE
from kpi_desktop.reports.word_titles import evenly

LONGEST_REMARK = 90
"""Signs of a paragraph up to which it stays between a table and the signatures."""
LONGEST_ADDRESS = 60
"""Signs up to which a first paragraph that ends with a colon is whom the text is addressed to."""


class Writer:
    """Writes blocks from the top down."""

    def __init__(self, file: WordFile, sections: Sections, unit: str) -> None:
        self._file, self._sections, self._unit = file, sections, unit
        self._body = file.element.body
        self._new_page = self._after_table = False
        self._entries: list[Entry] = []
        self._covered = False

    def write(self, all_blocks: Sequence[blocks.Block]) -> None:
        """Write every block."""
        lead = next((at for at, block in enumerate(all_blocks) if not isinstance(block, blocks.Paragraph)), 0)
        for block in all_blocks[:lead]:
            words = block.text if isinstance(block, blocks.Paragraph) else ""
            self._add(paragraph("Letterhead", run(words), True, outer=True))
        for at in range(lead, len(all_blocks)):
            self._write(all_blocks, at)
        if self._after_table:
            self._add(paragraph("FormEnd", "", outer=True))
        if self._covered:
            self._list_contents()

    @property
    def listed(self) -> int:
        """The lines of the list of contents."""
        return len(self._entries) + 1 if self._covered else 0

    def _write(self, all_blocks: Sequence[blocks.Block], at: int) -> None:
        place = self._sections.place
        block = _titled(all_blocks[at], self._unit, place.room)
        keep = _stays_with(block, all_blocks[at + 1 :])
        style = _special_style(all_blocks, at) if place.formal else ""
        text = text_block(block, place, style, keep, self._new_page)
        if text is not None:
            if self._after_table and not self._new_page and isinstance(block, blocks.Paragraph):
                self._apart()
            self._add(text)
            self._enter(block)
        elif isinstance(block, blocks.PageBreak):
            self._break(block)
        elif isinstance(block, blocks.Cover):
            self._cover(block)
        elif isinstance(block, blocks.Picture):
            self._picture(block)
        elif isinstance(block, blocks.Table):
            self._apart(place.formal and style_of(self._body[-2]) not in ("Caption", "SlipHead"))
            self._add(table(block, place.room, keep, whole=stays_whole(block, place.room)))
            self._after_table = True
        elif isinstance(block, blocks.Signatures):
            self._apart()
            for each in signatures(block.labels, place):
                self._add(each)
                self._after_table = each.startswith("<w:tbl")

    def _add(self, markup: str) -> None:
        self._body.insert(len(self._body) - 1, parse_xml(markup))
        self._new_page = self._after_table = False

    def _apart(self, apart: bool = False) -> None:
        """A low paragraph between two tables, which Word would join, and at the top of a page that begins with one."""
        if apart or self._after_table or self._new_page:
            self._add(paragraph("FormGap", "", True, self._new_page, True))

    def _break(self, block: blocks.PageBreak) -> None:
        self._new_page = not (block.lying and self._sections.lie())
        self._after_table = self._after_table and self._new_page

    def _picture(self, block: blocks.Picture) -> None:
        self._add(paragraph("FormPicture", "", True, self._new_page, True))
        made = self._file.paragraphs[-1].add_run()
        shape = made.add_picture(io.BytesIO(block.png), width=Mm(min(block.width, self._sections.room)))
        shape._inline.docPr.set("descr", block.words)

    def _cover(self, block: blocks.Cover) -> None:
        for each in cover(block):
            self._add(each)
        self._add(paragraph("TOC1", "", outer=True))
        self._sections.end_cover()
        self._covered = True

    def _enter(self, block: blocks.Block) -> None:
        """Remember a heading for the list of contents, with a bookmark around it."""
        heading = self._body[-2]
        level = LISTED.get(style_of(heading), 0)
        if self._covered and level and isinstance(block, blocks.Paragraph):
            number = len(self._entries) + 1
            entry = Entry(f"_Toc{number:06d}", level, block.text)
            self._entries.append(entry)
            start, end = bookmarks(number, entry.mark)
            heading.pPr.addnext(parse_xml(start))
            heading.append(parse_xml(end))

    def _list_contents(self) -> None:
        """Put the list before the end of the cover's section."""
        ends = self._body.findall(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')}")
        place = ends[0].getparent().getparent()
        made = [parse_xml(each) for each in contents(self._entries)]
        for each in made:
            place.addprevious(each)
        made[-1].pPr.append(ends[0])
        self._body.remove(place)


def _titled(block: blocks.Block, unit: str, room: float) -> blocks.Block:
    """A block; a title that needs two lines breaks after the unit's name, else into lines about even."""
    if not isinstance(block, blocks.Title) or line_width(block.text, TITLE_SIZE) <= room:
        return block
    rest = block.text.removeprefix(unit)
    parts = [unit, rest] if rest and rest != block.text else [block.text]
    return replace(block, text="\n".join(evenly(part, room, TITLE_SIZE) for part in parts))


def style_of(element: Any) -> str:
    """The style of a paragraph; of a table nothing."""
    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if found is None else str(found.get(qn("w:val")))


def _special_style(all_blocks: Sequence[blocks.Block], at: int) -> str:
    """The style of a paragraph of a formal text that its place gives a task; empty where it has none."""
    block = all_blocks[at]
    if not isinstance(block, blocks.Paragraph) or block.level:
        return ""
    before = all_blocks[at - 1] if at else None
    after = all_blocks[at + 1] if at + 1 < len(all_blocks) else None
    if block.align == blocks.RIGHT:
        return "Office" if isinstance(after, blocks.Paragraph) and after.align == blocks.RIGHT else "Day"
    if block.align == blocks.CENTRE and (isinstance(after, blocks.Table) or isinstance(before, blocks.Picture)):
        return "Caption"
    addressed = isinstance(before, blocks.Title | blocks.Facts) and block.text.endswith("：")
    return "Addressee" if addressed and len(block.text) <= LONGEST_ADDRESS else ""


def _leans_on(block: blocks.Block) -> bool:
    """Whether a block never begins a page alone: a table under its words, the office and the day that end a text."""
    return isinstance(block, blocks.Table) or (isinstance(block, blocks.Paragraph) and block.align == blocks.RIGHT)


def _stays_with(block: blocks.Block, following: Sequence[blocks.Block]) -> bool:
    """Whether a block stays with the next: a text over its table or office and day, what leads to the signatures."""
    if following and isinstance(block, blocks.Paragraph) and _leans_on(following[0]):
        return True
    for each in following:
        if isinstance(each, blocks.Signatures):
            return True
        if not isinstance(each, blocks.Note) and not _is_remark(each):
            return False
    return False


def _is_remark(block: blocks.Block) -> bool:
    """Whether a paragraph is so short that it stays with what stands around it."""
    return isinstance(block, blocks.Paragraph) and not block.level and len(block.text) <= LONGEST_REMARK
