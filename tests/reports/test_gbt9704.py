"""The formal texts measured on their PDFs against GB/T 9704-2012: paper, margins, type, lines, page numbers.

The standard's text area of A4 is 156 mm x 225 mm below a head of 37 mm, 28 mm from the binding; 22 lines of 28
characters of 3号 (16 pt); titles of 2号 (22 pt); page numbers of 4号 (14 pt) under the text on the outer side.
"""

import re
from collections import defaultdict
from dataclasses import replace

import pytest

from kpi_desktop.reports.catalogue import FORMS, Choice, departments_of, produce
from kpi_desktop.reports.paper import text_width
from kpi_desktop.reports.templates import Templates
from tests.reports import pages

pytestmark = pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again

FORMAL = ("pledge", "bulletin", "special", "notice", "publicity", "annual")
TOP, HEIGHT, INNER, WIDTH, PAGE = 37.0, 225.0, 28.0, 156.0, (210.0, 297.0)
OUTER = PAGE[0] - INNER - WIDTH
BODY, TITLE, NUMBER = 16.0, 22.0, 14.0
PITCH, ADVANCE = HEIGHT / 22, WIDTH / 28
PAIRED = re.compile("[，。；：、）》”」][（《“「，。；：、）》”」]")
"""Marks that stand close to each other, as Chinese setting has them."""
FIRST_BASELINE = TOP + 21.5 * pages.POINT
"""The first line's: its type stands 21.5 pt below the upper edge of the text area."""


@pytest.fixture(scope="module")
def texts(zone):
    known = {}

    def form(code: str) -> bytes:
        if code not in known:
            department = departments_of(zone)[0] if FORMS[code].per_department else None
            subject = FORMS[code].subjects(zone)[0][0] if FORMS[code].per_subject else None
            known[code] = produce(zone, code, Choice(department=department, subject=subject))
        return known[code]

    return form


def numbered(pdf: bytes) -> list[int]:
    """The standing A4 pages that carry a number, by their place in the file: no cover, no contents, no table annex."""
    sheets = pages.reader(pdf).pages
    standing = [at for at, sheet in enumerate(sheets) if sheet.mediabox.width < sheet.mediabox.height]
    return [at for at in standing if page_number(pdf, at)]


def page_number(pdf: bytes, page: int) -> pages.Piece | None:
    found = (piece for piece in pages.pieces(pdf, page) if abs(piece.size - NUMBER) < 0.1 and "—" in piece.text)
    return next(found, None)


def body(pdf: bytes, page: int) -> dict[float, list[pages.Piece]]:
    """The pieces of body type by the height of their line."""
    rows: defaultdict[float, list[pages.Piece]] = defaultdict(list)
    for piece in pages.pieces(pdf, page):
        if abs(piece.size - BODY) < 0.1:
            rows[round(piece.y, 1)].append(piece)
    return dict(rows)


def is_odd(pdf: bytes, page: int) -> bool:
    number = page_number(pdf, page)
    return int(number.text.strip(" —")) % 2 == 1


@pytest.mark.parametrize("code", FORMAL)
def test_the_paper_is_a4(code, texts):
    for at in numbered(texts(code)):
        sheet = pages.reader(texts(code)).pages[at].mediabox
        size = (float(sheet.width) * pages.POINT, float(sheet.height) * pages.POINT)
        assert size == pytest.approx(PAGE, abs=0.1)


@pytest.mark.parametrize("code", FORMAL)
def test_the_title_is_of_22_points_in_the_middle(code, texts):
    pdf = texts(code)
    titles = [piece for at in numbered(pdf)[:1] for piece in pages.pieces(pdf, at) if abs(piece.size - TITLE) < 0.1]
    assert titles
    for title in titles:
        width = text_width(title.text.strip(), TITLE)
        assert title.x >= INNER - 0.5 and title.x + width <= INNER + WIDTH + 12  # the estimate is from above


@pytest.mark.parametrize("code", FORMAL)
def test_lines_stand_on_the_grid_of_22(code, texts):
    """From the top of the page down to a table that comes from the page before; under it in steps of the grid."""
    pdf, seen = texts(code), 0
    for at in numbered(pdf):
        if "裁开" in pages.page_texts(pdf)[at] or not body(pdf, at):
            continue  # a slip under a line to cut along has no grid
        heights = sorted(body(pdf, at))
        first = heights[0] if begins_with_table(pdf, at) else FIRST_BASELINE
        for height in heights:
            place = (height - first) / PITCH
            assert place == pytest.approx(round(place), abs=0.03), (at, height)
            assert 0 <= round(place) <= 21 and height <= TOP + HEIGHT
            seen += 1
    assert seen > 5


def begins_with_table(pdf: bytes, page: int) -> bool:
    """Whether a table stands over the first line of text."""
    over = min(body(pdf, page))
    inside = (piece for piece in pages.pieces(pdf, page) if TOP < piece.y < over - 5)
    return any(piece.size < 12 for piece in inside)


@pytest.mark.parametrize("code", FORMAL)
def test_text_stands_between_the_margins(code, texts):
    pdf = texts(code)
    for at in numbered(pdf):
        left = INNER if is_odd(pdf, at) else OUTER
        for row in body(pdf, at).values():
            assert min(piece.x for piece in row) >= left - 0.2
            assert max(piece.x + ADVANCE for piece in row) <= left + WIDTH + 0.3


@pytest.mark.parametrize("code", FORMAL)
def test_no_line_has_more_than_28_characters(code, texts):
    pdf = texts(code)
    for at in numbered(pdf):
        for row in body(pdf, at).values():
            line = "".join(piece.text for piece in sorted(row, key=lambda piece: piece.x))
            wide = [mark for mark in line if ord(mark) > 0x2E80]
            assert len(wide) <= 28 + len(PAIRED.findall(line))


@pytest.mark.parametrize("code", FORMAL)
def test_page_numbers_are_of_14_points_on_the_outer_side_under_the_text(code, texts):
    pdf = texts(code)
    numbers = [page_number(pdf, at) for at in numbered(pdf)]
    assert [int(number.text.strip(" —")) for number in numbers] == list(range(1, len(numbers) + 1))
    for number in numbers:
        outer = number.x > 150 if int(number.text.strip(" —")) % 2 else number.x < 60
        assert outer and TOP + HEIGHT + 7 <= number.y <= TOP + HEIGHT + 16


def test_a_full_page_has_22_lines_of_28_characters(zone):
    """A text of Chinese alone that runs over pages: every full line 28 characters, every full page 22 lines."""
    words = "".join(chr(0x4E00 + at) for at in range(7)) * 300
    templates = Templates(closings={"bulletin": words})
    pdf = produce(replace(zone, templates=templates), "bulletin")
    full = []
    for at in numbered(pdf):
        lines = ["".join(piece.text for piece in row).strip() for row in body(pdf, at).values()]
        full.append([line for line in lines if set(line) <= set(words)])
    assert max(map(len, full)) == 22
    assert [len(line) for page in full for line in page].count(28) > 22 * 2


def test_headings_are_of_their_own_fonts(zone, texts):
    """First level 黑体, the text 仿宋, as far as this machine has them, else what stands in for them."""
    fonts = set()
    for page in pages.reader(texts("bulletin")).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    assert any("Sans" in name or "Hei" in name for name in fonts)
    assert any("Serif" in name or "Song" in name or "Fang" in name for name in fonts)
