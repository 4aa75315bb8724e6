"""A form as a Word document: paper, margins and type of its kind, heads that come again, rows that stay whole."""

import io
from datetime import date, datetime

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE

from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import settled
from kpi_desktop.reports.word_fit import IN_TEXTS, airiest
from kpi_desktop.reports.word_frame import settings_part
from kpi_desktop.reports.word_letter import of_letter
from kpi_desktop.reports.word_sections import Sections
from kpi_desktop.reports.word_styles import fonts_part, styles_part
from kpi_desktop.reports.word_writer import Writer

OPINION_SIZE = 10.5
_APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion></Properties>"""
_NEEDLESS = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "numbering")


def word(document: blocks.Document, made: date, author: str = "") -> bytes:
    """The Word document of a form by the office `author`; the same form and day give the same bytes."""
    file = docx.Document()
    _without_needless(file)
    sections = Sections(file, document)
    writer = Writer(file, sections, author)
    writer.write(document.blocks)
    sections.frame(document, made)
    _describe(file, document, made, author)
    target = io.BytesIO()
    file.save(target)
    parts = _parts(document, sections, writer.listed)
    return settled(target.getvalue(), made, lambda name, part: parts.get(name, part))


def _parts(document: blocks.Document, sections: Sections, listed: int) -> dict[str, bytes]:
    """The parts that are not python-docx's own."""
    sizes = {block.size for block in document.blocks if isinstance(block, blocks.Table)} | {OPINION_SIZE}
    inset = _inset(document, sections)
    return {
        "word/styles.xml": styles_part(document.formal, sizes, inset, listed, _letterhead(document), document.letter),
        "word/fontTable.xml": fonts_part(),
        "word/settings.xml": settings_part(document.formal, listed > 0),
        "docProps/app.xml": _APP.encode(),
    }


def _inset(document: blocks.Document, sections: Sections) -> int:
    """Twips over and under the text of a row."""
    if document.letter:
        return of_letter(document, sections.room, sections.height)
    return IN_TEXTS if document.formal else airiest(document, sections.room, sections.height)


def _letterhead(document: blocks.Document) -> int:
    """The signs of the red name over a letter."""
    first = document.blocks[0] if document.blocks else None
    return len(first.text) if isinstance(first, blocks.Paragraph) else 0


def _describe(file: WordFile, document: blocks.Document, made: date, author: str) -> None:
    properties, moment = file.core_properties, datetime(made.year, made.month, made.day)
    properties.title = next((block.text for block in document.blocks if isinstance(block, blocks.Title)), "")
    properties.author = properties.last_modified_by = author
    properties.comments = ""
    properties.created = properties.modified = moment
    properties.language = "zh-CN"


def _without_needless(file: WordFile) -> None:
    """Without the parts of the template that no form uses: its picture, its lists, its other styles."""
    for rels in (file.part.package.rels, file.part.rels):
        for key, rel in list(rels.items()):
            if rel.reltype.rpartition("/")[2] in _NEEDLESS and rel.reltype != RELATIONSHIP_TYPE.STYLES:
                del rels[key]
