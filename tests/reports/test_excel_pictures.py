"""Charts on a worksheet: the same picture as in print, under its words, over no cell, told to who cannot see it."""

from datetime import date
from io import BytesIO
from xml.sax.saxutils import unescape
from zipfile import ZipFile

import pytest
from matplotlib.figure import Figure
from openpyxl import load_workbook

from kpi_desktop.reports.catalogue import FORMS
from kpi_desktop.reports.excel import workbook
from kpi_desktop.reports.forms.blocks import CENTRE, Cell, Column, Document, Paragraph, Picture, Row, Table, Title
from kpi_desktop.reports.templates import LOGO_WORDS
from tests.reports import sample

DAY = date(2021, 1, 22)
EMU = 36_000
WORDS = '图1　“完成率” <与> "进度" & 其他'


def png(width: float = 6.0, height: float = 3.0) -> bytes:
    target = BytesIO()
    Figure(figsize=(width, height)).savefig(target, format="png", dpi=50, metadata={"Software": None})
    return target.getvalue()


def formal(*pictures: Picture) -> Document:
    blocks = [block for each in pictures for block in (each, Paragraph(each.words, align=CENTRE))]
    return Document((Title("专报"), Paragraph("见图。"), *blocks), formal=True)


def opened(document: Document):
    return load_workbook(BytesIO(workbook(document, DAY)))


def top(page, row: int) -> float:
    """Points above a row."""
    return sum(page.row_dimensions[at].height for at in range(1, row))


@pytest.mark.parametrize("size", [(6, 3), (6, 9), (3, 12)])
def test_a_picture_stands_between_its_rows_and_covers_none(size):
    page = opened(formal(Picture(png(*size), 140.0, WORDS)))["正文"]
    (image,) = page._images
    caption = next(cell.row for cell in page["A"] if cell.value == WORDS)
    anchor = image.anchor
    bottom = top(page, anchor._from.row + 1) + (anchor._from.rowOff + anchor.ext.height) / EMU / 25.4 * 72
    assert bottom <= top(page, caption)
    assert all(page.cell(at, 1).value is None for at in range(anchor._from.row + 1, caption))
    assert anchor.ext.height / anchor.ext.width == pytest.approx(size[1] / size[0], rel=0.02)


def test_a_picture_is_no_wider_than_the_columns_and_stands_in_their_middle():
    page = opened(formal(Picture(png(), 400.0, WORDS), Picture(png(), 100.0, WORDS)))["正文"]
    wide, narrow = page._images
    assert wide.anchor.ext.width == 150 * EMU and wide.anchor._from.colOff == 0
    assert narrow.anchor.ext.width == 100 * EMU and narrow.anchor._from.colOff == 25 * EMU


def test_a_picture_says_what_it_shows():
    with ZipFile(
        BytesIO(workbook(formal(Picture(png(), 100.0, WORDS), Picture(png(5, 2), 100.0, "图2")), DAY))
    ) as file:
        drawing = file.read("xl/drawings/drawing1.xml").decode()
    told = unescape(drawing, {"&quot;": '"'})
    assert WORDS in told and "图2" in told and "Picture" not in drawing.replace("xdr:pic", "")


def test_the_picture_is_the_very_one_that_was_drawn():
    drawn = png()
    with ZipFile(BytesIO(workbook(formal(Picture(drawn, 100.0, WORDS)), DAY))) as file:
        assert file.read("xl/media/image1.png") == drawn


def test_with_pictures_the_same_form_gives_the_same_bytes():
    made = formal(Picture(png(), 100.0, WORDS))
    assert workbook(made, DAY) == workbook(made, DAY)


def test_a_logo_stands_on_the_left():
    table = Table((Column("部门", 60), Column("得分", 60)), (Row((Cell("财政局"), Cell("空"))),), "表")
    page = opened(Document((Picture(png(2, 1), 22.0, LOGO_WORDS), Title("汇总表"), table))).worksheets[0]
    (image,) = page._images
    assert image.anchor._from.col == 0 and image.anchor._from.colOff == 0 and page["A2"].value == "汇总表"


@pytest.mark.parametrize("code", ["economic", "special"])
def test_forms_with_charts_in_print_have_them_in_excel(zone, code):
    document = FORMS[code].outline(zone)
    drawn = [block.png for block in document.blocks if isinstance(block, Picture)]
    pages = opened(document).worksheets
    assert drawn and [image._data() for page in pages for image in page._images] == drawn
    assert not any("见 PDF" in str(cell.value) for page in pages for row in page for cell in row)


def test_a_year_without_figures_has_no_charts():
    document = FORMS["special"].outline(sample.empty())
    assert not any(page._images for page in opened(document))
