"""经济运行专报: a month against its pace, analysis and countermeasures; the quarter."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Actual, Directive
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import special
from kpi_desktop.reports.forms.blocks import Picture
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample

D = Decimal


def with_months(zone, values, words=(None, None), told_in=6):
    """The zone with the months of 基础设施投资 of 国资运营公司 (4 in the year) as given."""
    kept = tuple(a for a in zone.facts.actuals if (a.indicator, a.department) != ("E08", "07"))
    own = tuple(
        Actual("E08", "07", month, D(value), "confirmed", *(words if month == told_in else (None, None)))
        for month, value in values.items()
    )
    return replace(zone.facts, actuals=(*kept, *own))


def text_of(context, month):
    blocks = special.data(context, Choice(month=month))["blocks"]
    return "".join(block.get("head", "") + block.get("text", "") for block in blocks)


def row_of(context, month, department="国资运营公司"):
    blocks = special.data(context, Choice(month=month))["blocks"]
    table = next(block for block in blocks if block["kind"] == "table")
    return next(row for row in table["rows"] if row[:2] == ["基础设施投资", department])


def test_actual_pace_and_light_by_hand(zone):
    """Half of 4 is due by June; 1 is a quarter of the year behind: red."""
    context = sample.context(with_months(zone, {3: 1, 6: 1}, ("征地滞后", "专班推进")))
    assert row_of(context, 6)[3:] == ["1", "2", "4", "25.0%", "◆ 红"]
    text = text_of(context, 6)
    assert "国资运营公司承担，亮红灯：截至6月累计1亿元，应达2亿元，落后全年目标的25.0%。" in text
    assert "原因：征地滞后。对策：专班推进。" in text


def test_later_months_do_not_count(zone):
    context = sample.context(with_months(zone, {6: 1, 7: 4}))
    assert row_of(context, 6)[3] == "1" and row_of(context, 7)[3] == "4.00"


def test_words_of_another_month_are_not_this_months(zone):
    facts = with_months(zone, {5: 1, 7: 1}, ("五月的原因", "五月的对策"), 5)
    assert "五月的原因" not in text_of(sample.context(facts), 7)
    assert "责任部门没有填报本月的分析和对策" in text_of(sample.context(facts), 7)


def test_a_quarter_takes_the_words_of_its_months(zone):
    facts = with_months(zone, {5: 1, 6: 1}, ("五月的原因", "五月的对策"), 5)
    assert "原因（5月填报）：五月的原因。" in text_of(sample.context(facts), 6)


@pytest.mark.parametrize(("month", "name"), [(2, "2月"), (3, "第一季度"), (6, "上半年"), (9, "前三季度"), (12, "全年")])
def test_the_title_names_the_period(zone, month, name):
    made = special.data(zone, Choice(month=month))
    assert made["title"] == f"高新技术产业开发区2020年{name}经济运行专报"
    assert made["issue"] == f"第{month}期" and made["number"] == f"KH-2020-专-{month:02d}"


def test_changes_of_a_quarter(zone):
    context = sample.context(with_months(zone, {3: 1, 6: 1, 9: 3, 12: 3}))
    assert "新落后于进度的有基础设施投资（国资运营公司）" in text_of(context, 6)
    assert "赶上进度的有基础设施投资（国资运营公司）" in text_of(context, 9)
    assert "新落后于进度的有基础设施投资（国资运营公司）" in text_of(context, 12)
    assert "没有上一季度可比" in text_of(context, 3)
    assert "本季变化" not in text_of(context, 8)


def test_a_month_not_reported_is_no_lag(zone):
    """0.4 in January is on its pace of 0.33; nothing came after it."""
    text = text_of(sample.context(with_months(zone, {1: "0.4"})), 4)
    assert "未按期报送1个" in text and "国资运营公司要补报数据" in text


def test_cards_of_the_month_are_told(zone):
    assert "本月就“土地收储”向国土资源局发出黄色督办单〔2020〕5号。" in text_of(zone, 9)
    assert "督办单〔2020〕5号" not in text_of(zone, 8)


def test_without_a_choice_the_last_month_that_ended(zone):
    assert special.month_of(zone, Choice()) == 12
    assert special.month_of(replace(zone, today=date(2020, 5, 15)), Choice()) == 4
    assert special.month_of(replace(zone, today=date(2020, 5, 31)), Choice()) == 5
    assert special.month_of(replace(zone, today=date(2019, 5, 31)), Choice()) == 1


def test_no_data_is_blank_and_asked_for(zone):
    context = sample.context(with_months(zone, {}))
    assert row_of(context, 6)[3] == {"blank": True}
    assert "国资运营公司要补报数据，不能以空白代替实绩" in text_of(context, 6)


def test_a_value_for_the_whole_zone_is_one_row(zone):
    facts = with_months(zone, {})
    kept = tuple(a for a in facts.actuals if a.indicator != "E08")
    targets = tuple(replace(t, base=D(12)) if t.indicator == "E08" else t for t in facts.targets)
    context = sample.context(replace(facts, targets=targets, actuals=(*kept, Actual("E08", "全区", 6, D(6)))))
    assert row_of(context, 6, "规划建设局等2个部门")[3:6] == ["6", "6", "12"]


def test_it_is_no_statement_of_results(zone):
    text = pages.whole_text(produce(zone, "special", Choice(month=9)))
    assert "过程稿" not in text and "高新技术产业开发区督查室" in text and "图2" in text


def test_word_has_the_charts(zone):
    pictures = [b for b in special.outline(zone, Choice(month=9)).blocks if isinstance(b, Picture)]
    assert [each.words[:2] for each in pictures] == ["图1", "图2"]


def test_an_empty_year_and_one_department(zone):
    assert "没有列为重点" in pages.whole_text(produce(sample.empty(), "special", Choice(month=4)))
    context = sample.context(sample.only(zone.facts, "01"))
    assert "实际利用外资增长" in pages.whole_text(produce(context, "special", Choice(month=6)))


def test_a_card_on_an_indicator_nobody_bears_any_more(zone):
    card = Directive("〔2020〕9号", None, "E10", "99", "red", date(2020, 9, 20))
    context = sample.context(replace(zone.facts, directives=(*zone.facts.directives, card)))
    assert "向99发出红色督办单〔2020〕9号" in text_of(context, 9)


def _place(pdf, words):
    """Page and height of the line that begins with `words`."""
    count = len(pages.reader(pdf).pages)
    return next((page, y) for page in range(count) for y, _, text in pages.lines(pdf, page) if text.startswith(words))


@pytest.mark.parametrize("month", [1, 6, 12])
@pytest.mark.parametrize("spare", [True, False])
def test_charts_come_in_order_and_before_the_signature(zone, month, spare):
    """Also where the text is short and the charts have to wait for the next page."""
    bare = replace(zone.facts, actuals=tuple(replace(each, analysis=None) for each in zone.facts.actuals))
    pdf = produce(sample.context(bare if spare else zone.facts), "special", Choice(month=month))
    found = [_place(pdf, words) for words in (["图1\u3000", "图2\u3000"] if month > 1 else ["图1\u3000"])]
    found.append(_place(pdf, "高新技术产业开发区督查室"))
    assert found == sorted(found)
