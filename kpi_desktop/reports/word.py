"""A form as a Word document: paper, margins and type of its kind, heads that come again, rows that stay whole."""

import io
from collections.abc import Sequence
from datetime import date, datetime

import docx
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.section import Section
from docx.shared import Mm

from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import settled
from kpi_desktop.reports.word_blocks import letterhead, paragraph, signatures, table, text_block
from kpi_desktop.reports.word_frame import MIRRORED, foot, grid, head
from kpi_desktop.reports.word_styles import fonts_part, styles_part

SIZES = {"a4": (210.0, 297.0), "a3": (297.0, 420.0)}
FORMAL = (37.0, 35.0, 28.0, 26.0)
"""Top, bottom, inner and outer margin of a formal text in millimetres (GB/T 9704-2012)."""
TABLE_TOP, TABLE_SIDE, TABLE_SIDE_TALL = 20.0, 15.0, 17.0


def word(document: blocks.Document, made: date) -> bytes:
    """The Word document of a form; the same form and day give the same bytes."""
    file = docx.Document()
    room = _page(file.sections[0], document)
    _Writer(file, room).write(document.blocks)
    _frame(file, document)
    properties, moment = file.core_properties, datetime(made.year, made.month, made.day)
    properties.title = next((block.text for block in document.blocks if isinstance(block, blocks.Title)), "")
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = moment
    properties.language = "zh-CN"
    sizes = [block.size for block in document.blocks if isinstance(block, blocks.Table)]
    parts = {"word/styles.xml": styles_part(document.formal, sizes), "word/fontTable.xml": fonts_part()}
    parts["word/stylesWithEffects.xml"] = parts["word/styles.xml"]
    target = io.BytesIO()
    file.save(target)
    return settled(target.getvalue(), made, lambda name, part: parts.get(name, part))


def _page(section: Section, document: blocks.Document) -> float:
    """Paper and margins; the millimetres between them."""
    width, height = SIZES.get(document.paper, SIZES["a4"])
    if document.landscape:
        width, height = height, width
        section.orientation = WD_ORIENT.LANDSCAPE
    side = TABLE_SIDE if document.landscape else TABLE_SIDE_TALL
    top, bottom, inner, outer = FORMAL if document.formal else (TABLE_TOP, TABLE_TOP, side, side)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(inner), Mm(outer)
    section.header_distance, section.footer_distance = Mm(top / 2), Mm(bottom - 17 if document.formal else 7)
    return width - inner - outer


def _frame(file: WordFile, document: blocks.Document) -> None:
    """Header and footer, for right and left pages."""
    section = file.sections[0]
    file.settings.odd_and_even_pages_header_footer = True
    if document.formal:
        file.settings.element.insert(1, parse_xml(MIRRORED))
        section._sectPr.append(parse_xml(grid()))
    for at, (header, footer) in enumerate(
        ((section.header, section.footer), (section.even_page_header, section.even_page_footer))
    ):
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        _replace(header._element, [head(document.draft, at)])
        _replace(footer._element, foot(document.footer, odd=at == 0))


def _replace(part: object, paragraphs: Sequence[str]) -> None:
    for old in list(part):  # type: ignore[call-overload]
        part.remove(old)  # type: ignore[attr-defined]
    for each in paragraphs:
        part.append(parse_xml(each))  # type: ignore[attr-defined]


class _Writer:
    """Writes blocks into a file from the top down."""

    def __init__(self, file: WordFile, room: float) -> None:
        self._file, self._room = file, room
        self._body = file.element.body
        self._new_page = self._after_table = False

    def write(self, all_blocks: Sequence[blocks.Block]) -> None:
        """Write every block, keeping what must stay with the signatures on their page."""
        lead = next((at for at, block in enumerate(all_blocks) if not isinstance(block, blocks.Paragraph)), 0)
        for block in all_blocks[:lead]:
            self._add(letterhead(block.text if isinstance(block, blocks.Paragraph) else ""))
        for at, block in enumerate(all_blocks[lead:], lead):
            self._write(block, _stays_with(block, all_blocks[at + 1 :]))
        if self._after_table:
            self._add(paragraph("FormGap", "", outer=True))

    def _write(self, block: blocks.Block, keep: bool) -> None:
        text = text_block(block, keep, self._new_page)
        if text is not None:
            if self._after_table and isinstance(block, blocks.Paragraph):
                self._apart()
            self._add(text)
        elif isinstance(block, blocks.PageBreak):
            self._new_page = True
        elif isinstance(block, blocks.Picture):
            self._picture(block)
        elif isinstance(block, blocks.Table):
            self._apart()
            self._add(table(block, self._room, keep))
            self._after_table = True
        elif isinstance(block, blocks.Signatures):
            self._apart()
            for each in signatures(block.labels, self._room):
                self._add(each)
                self._after_table = each.startswith("<w:tbl")

    def _add(self, markup: str) -> None:
        self._body.insert(len(self._body) - 1, parse_xml(markup))
        self._new_page = self._after_table = False

    def _apart(self) -> None:
        """A paragraph between two tables, which Word would join, and at the top of a page that begins with one."""
        if self._after_table or self._new_page:
            self._add(paragraph("FormGap", "", True, self._new_page, True))

    def _picture(self, block: blocks.Picture) -> None:
        self._add(paragraph("FormPicture", "", True, self._new_page, True))
        made = self._file.paragraphs[-1].add_run()
        shape = made.add_picture(io.BytesIO(block.png), width=Mm(min(block.width, self._room)))
        shape._inline.docPr.set("descr", block.words)


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
        if not isinstance(each, blocks.Note):
            return False
    return False
