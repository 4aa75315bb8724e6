"""What an office changes about its forms stands on paper, in Word and in Excel, and nowhere in a figure."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from PIL import Image

from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office import forms as office
from kpi_desktop.office.carrying import carry_over
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.undo import undo
from kpi_desktop.reports.batch import context_of
from kpi_desktop.reports.catalogue import FORMS, Choice, departments_of, produce
from kpi_desktop.reports.charts.drawing import rendered, sized
from kpi_desktop.reports.forms.blocks import Table
from kpi_desktop.reports.templates import LETTERED, SIGNED, WORDED, Templates
from tests.reports import pages

LOGO = rendered(lambda: sized(20, 10), "png")
WORDS = "本表一式三份，由督查室存档备查。"
CHANGED = Templates(
    unit="滇中经济技术开发区",
    letterhead="滇中经开区管理委员会",
    logo=LOGO,
    signatures={code: ("制表人", "复核人", "分管领导", "主要领导") for code in FORMS},
    closings={code: WORDS for code in FORMS},
)


def changed(zone):
    return replace(zone, templates=CHANGED)


def choice_of(zone, code: str) -> Choice:
    form = FORMS[code]
    department = departments_of(zone)[0] if form.per_department else None
    return Choice(department=department, subject=form.subjects(zone)[0][0] if form.per_subject else None)


def texts(zone, code: str) -> dict[str, str]:
    """The whole text of a form in each format."""
    choice, context = choice_of(zone, code), changed(zone)
    body = docx.Document(BytesIO(produce(context, code, choice, "docx"))).element.body
    book = load_workbook(BytesIO(produce(context, code, choice, "xlsx")))
    cells = [str(cell.value or "") for page in book for row in page for cell in row]
    return {
        "pdf": pages.whole_text(produce(context, code, choice)),
        "docx": pages.squeezed("".join(body.itertext())),
        "xlsx": pages.squeezed("".join(cells)),
    }


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("code", FORMS)
def test_the_changes_stand_in_all_formats(zone, code):
    for format, text in texts(zone, code).items():
        assert "滇中经济技术开发区" in text or "滇中经开区" in text, format
        assert (WORDS in text) == (code in WORDED), format
        assert ("分管领导：" in text and "主要领导：" in text) or code not in SIGNED, format
        assert ("滇中经开区管理委员会" in text) == (code in LETTERED), format


@pytest.mark.parametrize("code", FORMS)
def test_no_figure_is_another(zone, code):
    def numbers(context):
        made = FORMS[code].outline(context, choice_of(zone, code))
        tables = [block for block in made.blocks if isinstance(block, Table)]
        return [cell.number for table in tables for row in table.rows for cell in row.cells]

    assert numbers(changed(zone)) == numbers(zone)


LINES = ("本单一式两份，督查室与承办单位各存一份。", "逾期不报的，按规定通报。")


def ended(zone, **changes):
    closings = {code: "\n".join(LINES) for code in FORMS}
    return replace(zone, templates=Templates(closings=closings, **changes))


@pytest.mark.parametrize("code", ("directive", "approval", "pledge", "notice", "special"))
def test_each_line_of_a_closing_stands_by_itself(zone, code):
    content = produce(ended(zone), code, choice_of(zone, code), "docx")
    paragraphs = [each.text for each in docx.Document(BytesIO(content)).paragraphs]
    assert all(any(text.endswith(line) for text in paragraphs) for line in LINES)
    assert not any(all(line in text for line in LINES) for text in paragraphs)


def heights(pdf: bytes, *wanted: str) -> list[tuple[int, float]]:
    """Page and height of the first line with each of the words."""
    count = len(pages.reader(pdf).pages)
    lines = [(at, y, pages.squeezed(text)) for at in range(count) for y, _, text in pages.lines(pdf, at)]
    return [next((at, y) for at, y, text in lines if words in text) for words in wanted]


def test_a_directive_ends_with_the_closing_before_its_office(zone):
    pdf = produce(ended(zone), "directive", choice_of(zone, "directive"))
    found = heights(pdf, "回复时限", *LINES, "督办回执")
    assert found == sorted(found)


def test_the_closing_of_an_approval_stands_under_its_opinions(zone):
    pdf = produce(ended(zone), "approval", choice_of(zone, "approval"))
    found = heights(pdf, "主要领导", *LINES)
    assert found == sorted(found)
    assert len({page for page, _ in found}) == 1


def test_a_ballot_tells_how_to_vote_above_and_closes_below(zone):
    pdf = produce(ended(zone), "ballot", choice_of(zone, "ballot"))
    assert heights(pdf, "被评部门") < heights(pdf, LINES[0])


LONG_UNIT = "云南滇中高原特色新兴产业经济技术开发区管理委员会"


def picture(width: int, height: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), "red").save(target, "PNG")
    return target.getvalue()


def lowest_picture(pdf: bytes) -> float:
    """Millimetres from the top of the first page to the foot of its pictures."""
    sheet, found = pages.reader(pdf).pages[0], []

    def visit(operator, operands, matrix, _text_matrix) -> None:
        if operator == b"Do":
            found.append(min(matrix[5], matrix[5] + matrix[3]))

    sheet.extract_text(visitor_operand_before=visit)
    return (float(sheet.mediabox.height) - min(found)) * pages.POINT


@pytest.mark.parametrize("size", [(400, 200), (200, 400), (900, 60)])
def test_no_logo_is_over_a_title(zone, size):
    made = produce(ended(zone, unit=LONG_UNIT, logo=picture(*size)), "ranking")
    ((_, title),) = heights(made, LONG_UNIT)
    assert 10 < lowest_picture(made) < title - 0.8 * 22 * pages.POINT


@pytest.mark.parametrize("size", [(400, 200), (200, 400), (900, 60)])
@pytest.mark.parametrize("format", ["docx", "xlsx"])
def test_a_logo_is_small_whatever_its_shape(zone, size, format):
    made = produce(ended(zone, logo=picture(*size)), "ranking", format=format)
    if format == "docx":
        (shape,) = docx.Document(BytesIO(made)).inline_shapes
        wide, tall = shape.width.mm, shape.height.mm
    else:
        anchor = load_workbook(BytesIO(made)).worksheets[0]._images[0].anchor
        wide, tall = anchor.ext.width / 36_000, anchor.ext.height / 36_000
    assert wide <= 60.01 and tall <= 12.01
    assert wide / tall == pytest.approx(size[0] / size[1], rel=0.01)


FIVE = ("制表人", "复核人", "督查室负责人", "分管领导审核意见", "主要领导")


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("code", SIGNED)
def test_five_sign_side_by_side_and_no_date_is_broken(zone, code):
    made = produce(ended(zone, signatures={code: FIVE}), code, choice_of(zone, code))
    last = len(pages.reader(made).pages) - 1
    signs = [piece for piece in pages.pieces(made, last) if piece.size > 9 and piece.text.strip() in ("年", "月", "日")]
    rows = {round(piece.y, 1) for piece in signs[-15:]}
    counted = [[piece.text.strip() for piece in signs if round(piece.y, 1) == y] for y in sorted(rows)]
    assert all(row == ["年", "月", "日"] * (len(row) // 3) for row in counted)
    assert sum(map(len, counted)) == 15


@pytest.mark.parametrize(("code", "rows"), [("ranking", 2), ("adjustments", 1)])
def test_five_sign_in_word_with_room_for_each_name(zone, code, rows):
    content = produce(ended(zone, signatures={code: FIVE}), code, choice_of(zone, code), "docx")
    signed = docx.Document(BytesIO(content)).tables[-1]
    names = [cell.paragraphs[0].text for row in signed.rows for cell in row.cells if cell.text.strip()]
    assert len(signed.rows) == rows
    assert [name.partition("：")[0] for name in names] == list(FIVE)
    assert all(name.partition("：")[2].count("\u3000") >= 3 for name in names)


@pytest.mark.parametrize("code", ["ranking", "pledge", "publicity"])
def test_a_long_unit_is_broken_evenly_in_a_title_of_word(zone, code):
    content = produce(ended(zone, unit=LONG_UNIT), code, choice_of(zone, code), "docx")
    title = next(each.text for each in docx.Document(BytesIO(content)).paragraphs if "2020年度" in each.text)
    first, second, rest = title.split("\n")
    assert first + second == LONG_UNIT and len(first) == len(second)
    assert rest.startswith("2020年度")


@pytest.mark.parametrize("code", ["ranking", "pledge", "publicity", "annual"])
def test_no_line_of_a_long_unit_is_short_over_a_form(zone, code):
    made = produce(ended(zone, unit=LONG_UNIT), code, choice_of(zone, code))
    over = [pages.squeezed(text) for _, _, text in pages.lines(made, 0)]
    lines = [
        text for text in over[: over.index(next(text for text in over if "2020年度" in text))] if text in LONG_UNIT
    ]
    assert "".join(lines) == LONG_UNIT
    assert min(map(len, lines)) >= len(LONG_UNIT) // 2


def test_an_office_of_two_lines_is_broken_evenly(zone):
    made = produce(ended(zone, unit=LONG_UNIT), "pledge", choice_of(zone, "pledge"))
    assert pages.whole_text(made).count(LONG_UNIT) > 1
    made = produce(ended(zone, unit=LONG_UNIT), "special")
    last = [text for _, _, text in pages.lines(made, len(pages.reader(made).pages) - 1)]
    at = next(at for at, text in enumerate(last) if pages.squeezed(text).endswith("督查室"))
    assert min(len(last[at]), len(last[at - 1])) > len(LONG_UNIT) // 3


def test_the_logo_is_drawn(zone):
    assert len(pages.reader(produce(changed(zone), "ranking")).pages[0].images) == 1
    assert docx.Document(BytesIO(produce(changed(zone), "ranking", format="docx"))).inline_shapes


def test_a_form_with_a_logo_can_be_archived(zone):
    meta = pages.reader(produce(changed(zone), "ranking", archive=True)).trailer["/Root"]["/Metadata"].get_data()
    assert b"<pdfaid:part>2</pdfaid:part>" in meta


@pytest.fixture
def book(tmp_path: Path):
    with open_book(make_sample(tmp_path / "zone.kpi")) as opened:
        yield opened


def test_they_are_kept_in_the_book_and_can_be_undone(book):
    texts = {"unit": "某某管委会", "signatures:awards": "制表\n审批", "closing:awards": WORDS}
    assert office.adjust(book, 2020, texts, LOGO).action == "调整版式"
    templates = context_of(book, 2020, date(2021, 1, 22)).templates
    assert (templates.unit, templates.logo) == ("某某管委会", LOGO)
    assert (templates.signatures, templates.closings) == ({"awards": ("制表", "审批")}, {"awards": WORDS})
    assert verify(book).ok
    undo(book)
    assert context_of(book, 2020, date(2021, 1, 22)).templates == Templates()


def test_a_blank_gives_back_what_the_program_has(book):
    office.adjust(book, 2020, {"unit": "某某管委会"}, LOGO)
    office.adjust(book, 2020, {"unit": " "}, b"")
    assert office.settings(book, 2020) == {} and office.logo(book, 2020) == b""


def test_the_next_year_begins_with_the_same(book):
    office.adjust(book, 2020, {"unit": "某某管委会"}, LOGO)
    carry_over(book, 2020)
    assert context_of(book, 2021, date(2021, 1, 22)).templates == Templates(unit="某某管委会", logo=LOGO)


def test_a_final_year_keeps_its_forms(book):
    with pytest.raises(Refusal, match="已定稿"):
        office.adjust(book, 2019, {"unit": "某某管委会"})


@pytest.mark.parametrize(
    ("picture", "words"), [(b"GIF89a", "不是 PNG"), (LOGO + b"\0" * 400_000, "超过"), (LOGO[:200], "已损坏")]
)
def test_what_is_no_logo_is_refused(book, picture, words):
    with pytest.raises(Refusal, match=words):
        office.adjust(book, 2020, {}, picture)


def test_words_that_would_not_fit_are_refused(book):
    with pytest.raises(Refusal, match="超过"):
        office.adjust(book, 2020, {"closing:awards": "字" * 501})
