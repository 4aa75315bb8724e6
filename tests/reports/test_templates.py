"""What an office changes about its forms stands on paper, in Word and in Excel, and nowhere in a figure."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

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


@pytest.mark.parametrize(("picture", "words"), [(b"GIF89a", "不是 PNG"), (LOGO + b"\0" * 400_000, "超过")])
def test_what_is_no_logo_is_refused(book, picture, words):
    with pytest.raises(Refusal, match=words):
        office.adjust(book, 2020, {}, picture)


def test_words_that_would_not_fit_are_refused(book):
    with pytest.raises(Refusal, match="超过"):
        office.adjust(book, 2020, {"closing:awards": "字" * 501})
