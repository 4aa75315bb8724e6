"""What every form carries: watermark, footer, numbers, fonts; and that the same data give the same bytes."""

import logging
from dataclasses import replace
from itertools import pairwise

import pytest

from kpi_desktop.reports.catalogue import FORMS, file_name, produce
from kpi_desktop.reports.typesetting import AT_ONCE, Typesetter, TypesettingError, page_count, typesetter
from tests.reports import pages, sample, stress

WATERMARK = 120.0


def department(kind):
    return "01" if FORMS[kind].per_department else None


@pytest.fixture(scope="module", params=["sheet", "ranking", "awards", "annual"])
def kind(request):
    return request.param


def test_a_draft_says_so_across_every_page(kind, printed):
    pdf = printed(kind, department(kind))
    assert all("未定稿，不作依据" in text for text in pages.page_texts(pdf))
    for page in range(0, page_count(pdf), 6):
        assert any(piece.size == WATERMARK for piece in pages.pieces(pdf, page))


def test_a_final_form_carries_the_chain_head_instead(kind, final_zone):
    pdf = produce(final_zone, kind, department(kind))
    texts = pages.page_texts(pdf)
    assert not any("过程稿" in text for text in texts)
    head = "日志链头3d3a927c68bc0f706d5d8ebe87fe1098第18,432条定稿2021年1月22日"
    assert head in texts[0] and head in texts[-1]


def test_a_draft_carries_no_chain_head(kind, printed):
    assert "日志链头" not in pages.whole_text(printed(kind, department(kind)))


def test_sample_data_are_called_so(kind, zone, printed):
    assert "示例数据，实绩为虚构" in pages.page_texts(printed(kind, department(kind)))[0]
    real = sample.context(replace(zone.facts, settings=replace(zone.facts.settings, unit_name="高新技术产业开发区")))
    assert "示例" not in pages.whole_text(produce(real, kind, department(kind)))


def test_unit_year_number_day_and_state_are_named(kind, printed):
    text = pages.whole_text(printed(kind, department(kind)))
    mark = FORMS[kind].mark
    assert (
        "高新技术产业开发区" in text and "2020年度" in text and f"KH-2020-{mark}-01" in text and "2021年1月22日" in text
    )


def test_a_correction_names_its_revision(zone):
    again = sample.context(replace(zone.facts, state="final", revision=2))
    assert "状态：定稿（第2版）" in pages.whole_text(produce(again, "ranking"))
    assert file_name(again, "ranking") == "2020年度考核结果汇总表（第2版）.pdf"


def test_the_same_data_give_the_same_bytes(kind, zone, printed):
    assert produce(zone, kind, department(kind)) == printed(kind, department(kind))


def test_typst_has_nothing_to_warn_of(kind, zone, caplog):
    with caplog.at_level(logging.WARNING):
        produce(zone, kind, department(kind))
    assert not caplog.records


def test_no_ascii_punctuation_inside_chinese(kind, printed):
    """The program's own sentences are set as Chinese print is."""
    import re

    found = re.findall(r"[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]", pages.whole_text(printed(kind, department(kind))))
    assert not found


def test_every_glyph_is_there(kind, printed):
    assert "\ufffd" not in pages.whole_text(printed(kind, department(kind)))


def test_pages_are_counted(kind, printed):
    pdf = printed(kind, department(kind))
    assert page_count(pdf) == len(pages.reader(pdf).pages)


def test_fonts_are_embedded(kind, printed):
    page = pages.reader(printed(kind, department(kind))).pages[0]
    names = {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}
    assert names and all("+" in str(name) for name in names)


def test_a_template_error_is_told_in_plain_words(zone):
    with pytest.raises(TypesettingError, match="没有排成"):
        typesetter().pdf("sheet", {}, zone.today)


class PanicException(BaseException):
    """As pyo3 raises it: no Exception."""


class _Panicking:
    def compile_with_warnings(self, **_given):
        raise PanicException("range start index 1 out of range")


def test_a_breakdown_of_typst_is_told_and_its_compiler_is_not_used_again(zone):
    setter = Typesetter()
    for _ in range(AT_ONCE):
        setter._free.get()
    setter._free.put(_Panicking())
    with pytest.raises(TypesettingError, match="“部门考核计分表”没有排成：排版程序内部出错") as caught:
        setter.pdf("sheet", {}, zone.today)
    assert caught.value.cure and isinstance(caught.value.__cause__, PanicException)
    assert setter._free.get() is None and setter._free.empty()


def test_groups_without_a_row_are_set(zone):
    """Headings in a row at a page's end break Typst down: they are plain rows."""
    data = dict(FORMS["breakdown"].data(zone))
    part = next(each for each in data["parts"] if each["kind"] == "table")
    groups = [row for row in part["rows"] if row["kind"] == "group"]
    assert len(groups) > 10
    data["parts"] = [{**part, "rows": groups * 4, "kept": 0}]
    assert len(pages.reader(typesetter().pdf("breakdown", data, zone.today)).pages) >= 2


@pytest.mark.parametrize("code", ["notice", "pledge", "sheet"])
def test_a_footer_of_several_lines_leaves_the_page_number_its_place(final_zone, code):
    """Lines stand apart, none comes near the number on the outer side, all stay on the paper."""
    named = stress.long_named(final_zone.facts)
    name = f"{stress.LONG_NAME}（含所属事业单位和派驻机构）"
    facts = replace(named, departments=tuple(replace(d, name=name) if d.code == "04" else d for d in named.departments))
    pdf = produce(sample.context(facts, final=True), code, "04")
    for at, page in enumerate(pages.reader(pdf).pages):
        width, height = (float(side) * pages.POINT for side in (page.mediabox.width, page.mediabox.height))
        foot = [each for each in pages.pieces(pdf, at) if each.y > height - 33]
        number = next(each for each in foot if round(each.size) == 14)
        small = [each for each in foot if round(each.size) == 8]
        heights = sorted({round(each.y, 1) for each in small})
        assert len(heights) == (2 if code == "sheet" else 4) and heights[-1] < height - 8
        assert all(low - high > 2.8 for high, low in pairwise(heights))
        assert (min(each.x for each in small) > number.x + 14) if at % 2 else (number.x > width - 60)
