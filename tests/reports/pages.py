"""Reading a PDF back: its text, and where on the page each piece stands."""

from collections import defaultdict
from functools import cache
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfReader

POINT = 25.4 / 72


class Piece(NamedTuple):
    """A run of text with the place of its beginning, in millimetres from the left and the top of the page."""

    text: str
    x: float
    y: float
    size: float


@cache
def reader(pdf: bytes) -> PdfReader:
    """The PDF, opened."""
    return PdfReader(BytesIO(pdf))


@cache
def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, without spaces and breaks, for they depend on the setting."""
    return [squeezed(page.extract_text()) for page in reader(pdf).pages]


def whole_text(pdf: bytes) -> str:
    """The text of all pages, squeezed."""
    return "".join(page_texts(pdf))


def squeezed(text: str) -> str:
    """Without any white space."""
    return "".join(text.split())


def pieces(pdf: bytes, page: int) -> list[Piece]:
    """The pieces of text on a page, as they are drawn."""
    found: list[Piece] = []
    sheet = reader(pdf).pages[page]
    height = float(sheet.mediabox.height)

    def visit(text, matrix, text_matrix, _font, size) -> None:
        if text.strip():
            x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
            y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
            found.append(Piece(text.strip("\n"), x * POINT, (height - y) * POINT, size))

    sheet.extract_text(visitor_text=visit)
    return found


def lines(pdf: bytes, page: int) -> list[tuple[float, float, str]]:
    """The lines of a page from the top: height, left end, text; pieces on one height are joined."""
    rows: defaultdict[float, list[Piece]] = defaultdict(list)
    for piece in pieces(pdf, page):
        rows[round(piece.y, 1)].append(piece)
    return [
        (y, min(piece.x for piece in row), "".join(piece.text for piece in sorted(row, key=lambda piece: piece.x)))
        for y, row in sorted(rows.items())
    ]
