"""Pictures of a form on its worksheets: where each stands, as large as it prints, told in words to who cannot see."""

import io
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, OneCellAnchor
from openpyxl.drawing.xdr import XDRPositiveSize2D

from kpi_desktop.reports.forms import blocks
from kpi_desktop.reports.package import writable
from kpi_desktop.reports.paper import POINT

EMU = 36_000
"""Units of a drawing in a millimetre."""
GAP = 2.0
"""Millimetres over and under a picture."""
_NAMED = re.compile(rb'descr="Picture"')
Page = Any


def placed(page: Page, row: int, picture: blocks.Picture, widths: Sequence[float], centred: bool) -> float:
    """Put a picture over the columns of a row, no wider than they are together; the points of height it needs."""
    image = Image(io.BytesIO(picture.png))
    width = min(picture.width, sum(widths))
    tall = width * image.height / image.width
    column, offset = _place((sum(widths) - width) / 2 if centred else 0.0, widths)
    marker = AnchorMarker(column, round(offset * EMU), row - 1, round(GAP * EMU))
    image.anchor = OneCellAnchor(_from=marker, ext=XDRPositiveSize2D(round(width * EMU), round(tall * EMU)))
    page.add_image(image)
    return (tall + 2 * GAP) / POINT


def _place(left: float, widths: Sequence[float]) -> tuple[int, float]:
    """The column in which so many millimetres from the left end, and the millimetres from its own left."""
    for at, width in enumerate(widths):
        if left < width:
            return at, left
        left -= width
    return 0, 0.0


def described(part: bytes, words: Sequence[str]) -> bytes:
    """A drawing whose pictures say in `words`, one each in their order, what they show."""
    told = iter(words)
    return _NAMED.sub(lambda _: f"descr={quoteattr(writable(next(told, '')))}".encode(), part)
