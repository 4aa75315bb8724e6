"""年度考核报告: the grid of GB/T 9704, its parts, its figures and its annexes."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from kpi_desktop.assessment.facts import Actual
from kpi_desktop.reports.capital import capital
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import annual
from kpi_desktop.reports.forms.form import Choice
from kpi_desktop.reports.forms.pace_map import heat_rows
from kpi_desktop.reports.typesetting import typesetter
from tests.reports import pages, sample

PITCH = 225 / 22
FIRST_BASELINE = 37 + 21.5 * pages.POINT
BODY = 16.0


@pytest.fixture(scope="module")
def report(printed):
    return printed("annual")


@pytest.fixture(scope="module")
def full_pages(zone):
    """A report with so much text on one indicator that it fills pages."""
    told = Actual("E07", "01", 12, Decimal("3208.2"), "confirmed", "国" * 3000)
    actuals = tuple(told if (a.indicator, a.month) == ("E07", 12) else a for a in zone.facts.actuals)
    indicators = tuple(replace(i, key=i.code == "E07") for i in zone.facts.indicators)
    pdf = produce(sample.context(replace(zone.facts, actuals=actuals, indicators=indicators)), "annual")
    return pdf, [at for at, text in enumerate(pages.page_texts(pdf)) if text.count("国") > 600]


def body_lines(pdf, page):
    """The lines of running text: height, left end, text."""
    found = {}
    for piece in pages.pieces(pdf, page):
        if piece.size == BODY:
            found.setdefault(round(piece.y, 1), []).append(piece)
    return [(y, min(p.x for p in row), "".join(p.text for p in row)) for y, row in sorted(found.items())]


def test_a_full_page_has_22_lines_of_28_characters(full_pages):
    pdf, full = full_pages
    assert full
    for page in full:
        rows = body_lines(pdf, page)
        assert len(rows) == 22
        assert all(len(text) == 28 for _, _, text in rows)


def test_the_margins_are_those_of_the_standard(full_pages):
    pdf, full = full_pages
    for page in full:
        rows = body_lines(pdf, page)
        assert rows[0][0] == pytest.approx(FIRST_BASELINE, abs=0.1)
        assert rows[-1][0] == pytest.approx(FIRST_BASELINE + 21 * PITCH, abs=0.2)
        left = 28 if page % 2 == 0 else 26
        assert all(x == pytest.approx(left, abs=0.1) for _, x, _ in rows)


def test_text_after_tables_is_on_the_grid_again(report):
    """Only under a table that goes on from the page before it may be off it."""
    off = []
    whole = [page for page in range(2, 11) if (rows := body_lines(report, page)) and rows[0][0] < 60]
    assert len(whole) > 4
    for page in whole:
        for y, _, text in body_lines(report, page):
            lines = (y - FIRST_BASELINE) / PITCH
            if abs(lines - round(lines)) > 0.03:
                off.append((page, text))
    assert not off


def test_page_numbers_begin_with_the_text_and_stand_on_the_outer_side(report):
    numbers = {page: [p for p in pages.pieces(report, page) if p.size == 14] for page in (0, 1, 2, 3)}
    assert not numbers[0] and not numbers[1]
    assert "".join(piece.text for piece in numbers[2]).strip() == "— 1 —" and numbers[2][0].x > 105
    assert "".join(piece.text for piece in numbers[3]).strip() == "— 2 —" and numbers[3][0].x < 105


def test_the_parts_come_in_order(report):
    text = pages.whole_text(report)
    parts = [
        "一、考核工作概况",
        "二、考核结果",
        "三、主要经济指标完成情况",
        "四、督查与结转",
        "五、奖惩兑现",
        "六、问题与下步措施",
        "附件1",
    ]
    places = [text.rindex(part) if part != "附件1" else text.rindex("附件1") for part in parts]
    assert places == sorted(places)


def test_the_contents_name_the_pages(report):
    texts = pages.page_texts(report)
    contents = texts[1]
    for heading in ("二、考核结果", "四、督查与结转", "（三）结转事项"):
        number = int(
            contents.split(heading)[1]
            .lstrip(".")
            .split("（")[0]
            .split("、")[0]
            .rstrip("一二三四五六附件")[:2]
            .rstrip("（")
        )
        assert heading in texts[number + 1]


def test_bookmarks_lead_through_the_report(report):
    titles = [item.title for item in pages.reader(report).outline if not isinstance(item, list)]
    assert titles[0] == "一、考核工作概况" and any(title.startswith("附件1") for title in titles)


def test_results_and_money_are_the_assessments(zone, report):
    text = pages.whole_text(report)
    for result in zone.assessment.departments():
        assert f"{result.total:.2f}" in text
    assert capital(zone.rewards.net) in text
    assert f"奖励合计{zone.rewards.rewards:,}元，扣罚合计{-zone.rewards.penalties:,}元" in text


def told(context):
    """What the report says in its paragraphs, whatever page they are on."""
    return "".join(block.get("head", "") + block.get("text", "") for block in annual.data(context)["blocks"])


def test_the_economy_is_told_with_its_targets(zone):
    text = told(zone)
    assert "固定资产投资完成87.6亿元，为确保目标的116.8%，距力争目标100亿元差12.4亿元" in text
    assert "1. 金属材料产业主营业务收入增长。经济发展局全年增长9.10%，低于目标0.90个百分点。" in text
    assert "主要受上半年停工和价格下行影响。" in text


def test_shares_of_common_indicators_are_told(zone):
    """基础设施投资: 12.35 of 15.95 is 77.4 %."""
    assert "基础设施投资由规划建设局贡献最多，占77.4%" in told(zone)


def test_the_months_of_every_department_are_mapped(zone, report):
    """Each field says kept of reported."""
    rows = {row.name: row for row in heat_rows(zone)}
    assert set(rows) <= {department.name for department in zone.facts.departments}
    for row in rows.values():
        for month, share in row.shares.items():
            kept, judged = map(int, row.labels[month].split("/"))
            assert Fraction(kept, judged) == share
    assert "各部门按月跟上进度的指标数" in pages.whole_text(report)


def test_a_month_behind_is_counted_by_hand(zone):
    """税务分局 bears E19 (42 in the year, 3.5 a month) and G03 (48, 4 a month): only February's 1 is behind."""
    months = tuple(a for a in zone.facts.actuals if a.department != "17" or a.indicator != "E19")
    own = (
        Actual("E19", "17", 1, Decimal("3.5")),
        Actual("E19", "17", 2, Decimal(1)),
        Actual("E19", "17", 3, Decimal(12)),
    )
    rows = {row.name: row for row in heat_rows(sample.context(replace(zone.facts, actuals=(*months, *own))))}
    labels = rows["税务分局"].labels
    one = sum(target.department == "17" and target.indicator == "G03" for target in zone.facts.targets)
    assert one == 1 and [labels[month] for month in (1, 2, 3)] == ["2/2", "1/2", "2/2"]


def test_charts_carry_real_text(report):
    assert "应达22,899.8" in pages.whole_text(report)


def test_what_was_left_undone_is_carried(zone):
    text = told(zone)
    assert "年末未完成的8项任务转入2021年继续督查，其中2项曾经结转，化古城整体搬迁安置已结转2次" in text


def test_all_sheets_and_the_awards_are_annexed(zone, report):
    texts = pages.page_texts(report)
    titles = sum("高新技术产业开发区2020年度部门考核计分表" in text for text in texts)
    assert titles == len(zone.assessment.departments())
    assert any("2020年度奖惩兑现汇总表" in text and "净额" in text for text in texts[-3:])


def test_the_signature_page_carries_text(report):
    texts = pages.page_texts(report)
    signed = next(text for text in texts if "附件：1." in text)
    assert "高新技术产业开发区督查室2021年1月22日" in signed
    assert signed.index("附件：1.") > len("过程稿过程稿2021年1月22日制，未定稿，不作依据") + 20


def test_no_page_of_the_text_has_a_hole(report):
    """Nowhere is more than a quarter of a page empty, but before the page that the signature takes its words to."""
    texts = pages.page_texts(report)
    signed = next(at for at, text in enumerate(texts) if "附件：1." in text)
    for page in range(2, signed - 1):
        heights = sorted(piece.y for piece in pages.pieces(report, page) if 37 <= piece.y <= 262 and piece.size < 100)
        assert max(low - high for high, low in pairwise([37.0, *heights, 262.0])) < 225 / 4, page + 1


def test_a_name_of_a_table_stays_on_one_line(report):
    found = [text for page in range(2, 14) for _, _, text in pages.lines(report, page)]
    assert not [text for text in found if text.rstrip().endswith(("见表", "见图"))]


def test_a_year_without_key_indicators(zone):
    plain = tuple(replace(indicator, key=False) for indicator in zone.facts.indicators)
    text = pages.whole_text(produce(sample.context(replace(zone.facts, indicators=plain)), "annual"))
    assert "本年度没有列为重点的经济指标。" in text


def test_a_year_without_anything():
    texts = pages.page_texts(produce(sample.empty(), "annual"))
    text = "".join(texts)
    assert "考核内容尚未设定。没有列入考核的指标和任务。" in text
    assert "本年度没有参评部门" in text and "本年度没有设置奖惩办法。" in text and "没有未完成的任务" in text


def test_a_year_of_one_department(zone):
    kept = sample.only(zone.facts, "01")
    text = pages.whole_text(produce(sample.context(kept), "annual"))
    assert "共有1个部门参加考核，列入经济考核组（单独考核）1个。" in text


def test_the_data_are_plain(zone):
    import json

    assert json.loads(json.dumps(annual.data(zone)))["number"] == "KH-2020-报-01"


@pytest.fixture(scope="module")
def without_annexes(zone):
    return {**annual.data(zone, Choice()), "sheets": [], "awards": None}


@pytest.mark.parametrize("lines", range(0, 24, 4))
def test_charts_come_in_their_order_where_little_text_follows(zone, without_annexes, lines):
    """A chart that waits for a page's foot is not overtaken by the next, with which the little text begins."""
    data = dict(without_annexes)
    blocks = [dict(each) for each in data["blocks"]]
    captions = [pages.squeezed(each["caption"]) for each in blocks if each["kind"] == "figure"]
    named = [each.get("caption", "")[:2] for each in blocks]
    fourth, fifth = named.index("图4"), named.index("图5")
    rest = sum(len(each.get("text", "").encode()) for each in blocks[fifth + 1 :])
    for each in blocks[fifth + 1 :]:
        if each["kind"] == "paragraph" and (over := rest - 2600) > 0:
            kept = each["text"][: max(len(each["text"]) - over // 3, 1)]
            rest -= len(each["text"].encode()) - len(kept.encode())
            each["text"] = kept
    assert 2400 < rest < 2700
    told = {"kind": "paragraph", "text": "国" * 28 * lines + "。"}
    data["blocks"] = [*blocks[: fourth - 1], told, *blocks[fourth - 1 :]]
    pdf = typesetter().pdf("annual", data, zone.today)
    places = {
        text: (page, y)
        for page in range(len(pages.reader(pdf).pages))
        for y, _, line in pages.lines(pdf, page)
        if (text := pages.squeezed(line)) in captions
    }
    assert captions == sorted(places, key=lambda caption: places[caption])
