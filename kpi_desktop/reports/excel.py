"""A form as a workbook: one worksheet a table, ready to print, its sums as formulas, everything else as it stands."""

import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from openpyxl import Workbook

from kpi_desktop.reports.excel_cells import Looks, normal
from kpi_desktop.reports.excel_leaves import leaves
from kpi_desktop.reports.excel_writer import Writer
from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import settled

_MERGED = re.compile(rb"(<mergeCells[^>]*>)(.*?)(</mergeCells>)", re.DOTALL)
_VALUELESS = re.compile(rb'(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*</f>)<v ?(?:/>|></v>)')
_BREAK = b"_x000a_"
"""How the library writes a break in a footer; not every program reads it so, but all read the break itself."""


def workbook(document: blocks.Document, made: date, author: str = "") -> bytes:
    """The workbook of a form by the office `author`; the same form and day give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book._named_styles["Normal"].font = normal()  # type: ignore[attr-defined]
    written: dict[str, Writer] = {}
    drawings: list[list[str]] = []
    looks: Looks = {}
    for at, leaf in enumerate(leaves(document), 1):
        page = book.create_sheet(leaf.name)
        writer = written[f"xl/worksheets/sheet{at}.xml"] = Writer(page, document, leaf, looks, author)
        writer.write(main=at == 1)
        drawings += [writer.pictures] if writer.pictures else []
    _properties(book, document, made, author)
    target = io.BytesIO()
    book.save(target)
    words = {f"xl/drawings/drawing{at}.xml": pictures for at, pictures in enumerate(drawings, 1)}
    return settled(target.getvalue(), made, lambda name, part: _finished(name, part, written, words))


def _properties(book: Workbook, document: blocks.Document, made: date, author: str) -> None:
    titles = (block.text for block in document.blocks if isinstance(block, blocks.Title))
    book.properties.title, book.properties.creator = next(titles, ""), author
    book.properties.subject = document.footer[0] if document.footer else ""
    book.properties.language = "zh-CN"
    book.properties.created = datetime(made.year, made.month, made.day)


def _finished(name: str, part: bytes, written: Mapping[str, Writer], words: Mapping[str, list[str]]) -> bytes:
    """A part of the package as it is to be."""
    if name in words:
        from kpi_desktop.reports.excel_pictures import described

        return described(part, words[name])
    if name not in written:
        return part
    return _with_values(_in_order(part).replace(_BREAK, b"\n"), written[name].values)


def _in_order(part: bytes) -> bytes:
    """A worksheet with its merged cells in order; the library keeps them in a set."""

    def ordered(found: re.Match[bytes]) -> bytes:
        return found[1] + b"".join(sorted(re.findall(rb"<mergeCell [^>]*>", found[2]))) + found[3]

    return _MERGED.sub(ordered, part)


def _with_values(part: bytes, known: Mapping[str, Decimal]) -> bytes:
    """A worksheet whose formulas carry their values, for whoever looks at it without computing."""

    def filled(found: re.Match[bytes]) -> bytes:
        value = known.get(found[2].decode())
        return found[0] if value is None else found[1] + f"<v>{value:f}</v>".encode()

    return _VALUELESS.sub(filled, part) if known else part
