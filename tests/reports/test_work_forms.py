"""What the ten forms of planning and supervision have in common: nothing is lost, heads repeat, nobody signs alone."""

import logging
import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from kpi_desktop.reports.forms.form import FORMS, Choice
from tests.reports import pages, sample, stress

CHOICES = {
    "breakdown": Choice(),
    "pledge": Choice(department="04"),
    "ledger": Choice(),
    "directive": Choice(subject="2"),
    "approval": Choice(subject="T02:finish"),
    "bulletin": Choice(month=12),
    "carryover": Choice(),
    "wallchart": Choice(),
    "blanks": Choice(),
    "monthly": Choice(),
}
LISTS = ("breakdown", "ledger", "carryover", "blanks")


def running_text(pdf):
    """The text of all pages without footers, so that a sentence over two pages is one."""
    footer = re.compile(r"2020年度[^。]*?KH-2020-\S-\d\d(示例数据，实绩为虚构)?(状态：\S*?日制)?(—\d+—)?|—\d+—")
    return "".join(footer.sub("", text) for text in pages.page_texts(pdf))


@pytest.fixture(scope="module", params=list(CHOICES))
def kind(request):
    return request.param


@pytest.fixture(scope="module")
def made(zone):
    """Each form of the zone, made when it is first asked for."""
    return cache(lambda kind: produce(zone, kind, CHOICES[kind]))


def test_what_the_blocks_say_stands_on_paper(kind, zone, made):
    """Word and Excel are made from the blocks: all their texts are in the print too."""
    text = running_text(made(kind))
    said = FORMS[kind].outline(zone, CHOICES[kind])
    words = [block.text for block in said.blocks if isinstance(block, Paragraph)]
    for block in said.blocks:
        if isinstance(block, Table) and kind != "wallchart":
            words += [part for row in block.rows for cell in row.cells for part in cell.text.split("\n")]
    missing = [word for word in words if pages.squeezed(word) not in text]
    assert [word for word in missing if len(word) < 40] == []
    assert len(missing) <= 3  # a long cell may be cut in two by a page


def tables(kind, zone):
    """The tables of a form's blocks."""
    return [block for block in FORMS[kind].outline(zone, CHOICES[kind]).blocks if isinstance(block, Table)]


def test_figures_are_real_numbers(kind, zone):
    """A figure's text and its number agree."""
    for cell in (cell for table in tables(kind, zone) for row in table.rows for cell in row.cells):
        if cell.number is not None and "/" not in cell.text:
            shown = Decimal(re.sub(r"[^\d.−]", "", cell.text).replace("−", "-"))
            assert shown == cell.number * (100 if "%" in cell.text else 1)


def test_sums_are_those_of_the_rows_they_name(kind, zone):
    """Rates at the foot of a table are no sums."""
    for table in tables(kind, zone):
        for row in (row for row in table.rows if row.sums):
            for at, cell in enumerate(row.cells):
                if cell.number is not None and "%" not in cell.text:
                    parts = [table.rows[place].cells[at].number for place in row.sums]
                    assert cell.number == sum(part for part in parts if part is not None)


def test_every_row_fills_its_columns(kind, zone):
    for table in tables(kind, zone):
        for row in table.rows:
            assert row.kind == "group" or sum(cell.span for cell in row.cells) == len(table.columns)


def test_typst_has_nothing_to_warn_of(kind, zone, caplog):
    with caplog.at_level(logging.WARNING):
        produce(zone, kind, CHOICES[kind])
    assert not caplog.records


def test_unit_number_and_sample_are_named(kind, made):
    text = pages.page_texts(made(kind))[0]
    assert "高新技术产业开发区" in text and "示例数据，实绩为虚构" in text
    assert re.search(rf"KH-2020-{FORMS[kind].mark}-\d\d", text)


def test_day_and_state_are_named(kind, made):
    """Under the title, or in the footer of a text that has no such line."""
    text = pages.page_texts(made(kind))[0]
    assert "状态：考核" in text and "2021年1月22日" in text


def test_they_take_effect_when_issued_and_are_no_drafts(kind, made):
    assert "过程稿" not in pages.whole_text(made(kind))


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
def test_final_forms_carry_the_chain_head(kind, final_zone):
    pdf = produce(final_zone, kind, CHOICES[kind])
    assert "日志链头3d3a927c" in pages.page_texts(pdf)[0]


def test_no_ascii_punctuation_inside_chinese(kind, made):
    assert not re.findall(r"[\u4e00-\u9fff][,;:!?][\u4e00-\u9fff]", pages.whole_text(made(kind)))


def test_nothing_runs_off_the_page(kind, made):
    pdf = made(kind)
    width = float(pages.reader(pdf).pages[0].mediabox.width) * pages.POINT
    assert all(14 < piece.x < width - 14 for piece in pages.pieces(pdf, 0) if piece.text.strip())


@pytest.mark.parametrize("kind", ["breakdown", "pledge", "ledger", "directive", "approval"])
def test_a_task_of_forty_lines_is_not_lost(zone, kind):
    context = sample.context(stress.forty_lines(zone.facts))
    text = running_text(produce(context, kind, CHOICES[kind]))
    lost = [line for line in stress.LINES if pages.squeezed(line) not in text]
    assert len(lost) <= 4  # a line may be cut in two by a page
    assert all(line[:5] in text for line in stress.LINES)


@pytest.mark.parametrize("kind", ["breakdown", "ledger", "approval", "carryover", "bulletin"])
@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
def test_forty_milestones_are_not_lost(zone, kind):
    context = sample.context(stress.forty_lines(zone.facts))
    text = running_text(produce(context, kind, CHOICES[kind]))
    lost = [at for at in range(1, 41) if f"节点名称第{at:02d}号" not in text]
    assert len(lost) <= 2


@pytest.mark.parametrize("kind", ["breakdown", "pledge", "ledger", "directive", "approval", "bulletin", "monthly"])
@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
def test_a_long_department_name_stays_on_the_page(zone, kind):
    pdf = produce(sample.context(stress.long_named(zone.facts)), kind, CHOICES[kind])
    assert stress.LONG_NAME in pages.whole_text(pdf)
    for at, page in enumerate(pages.reader(pdf).pages):
        width = float(page.mediabox.width) * pages.POINT
        assert max(piece.x for piece in pages.pieces(pdf, at)) < width - 14


@pytest.mark.parametrize("kind", ["breakdown", "pledge", "ledger", "directive", "approval", "carryover"])
def test_markup_in_what_users_type_comes_out_as_typed(zone, kind):
    text = pages.whole_text(produce(sample.context(stress.odd(zone.facts)), kind, CHOICES[kind]))
    assert pages.squeezed(stress.ODD) in text or pages.squeezed(stress.ODD).replace("“", "‘") in text


@pytest.mark.parametrize("kind", LISTS)
def test_heads_are_repeated_and_signatures_are_on_the_last_page_with_rows(zone, kind):
    open_ones = [replace(task, finished=None, state="in_progress") for task in zone.facts.tasks * 3]
    many = tuple(replace(task, code=f"Z{at:02d}") for at, task in enumerate(open_ones))
    context = sample.context(replace(zone.facts, tasks=(*zone.facts.tasks, *many), explanations=()))
    texts = pages.page_texts(produce(context, kind, CHOICES[kind]))
    assert len(texts) >= 3
    head = {"breakdown": "确保目标", "ledger": "下步措施", "carryover": "未完成节点", "blanks": "责任人"}[kind]
    assert all(head in text for text in texts)
    assert "审批：" in texts[-1] and "注：" in texts[-1]
    whole = "".join(texts)
    assert all(f"Z{at:02d}" in whole for at in range(len(many)))


@pytest.mark.parametrize("kind", ["breakdown", "ledger", "bulletin", "carryover", "wallchart", "blanks", "monthly"])
def test_an_empty_year_says_so(kind):
    texts = pages.page_texts(produce(sample.empty(), kind, Choice()))
    assert len(texts) == 1 and "没有" in texts[0]


@pytest.mark.parametrize("kind", ["breakdown", "pledge", "ledger", "bulletin", "carryover", "blanks", "monthly"])
def test_a_year_of_one_department(zone, kind):
    context = sample.context(sample.only(zone.facts, "04"))
    assert pages.whole_text(produce(context, kind, CHOICES[kind]))
