"""主要经济指标一览表: figures by hand, one page whatever the number of indicators."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from kpi_desktop.assessment.facts import WHOLE_ZONE, Actual, Target
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import monthly
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample

D = Decimal


def rows_of(context, month=None):
    table = next(block for block in monthly.outline(context, Choice(month=month)).blocks if isinstance(block, Table))
    return {(row.cells[0].text, row.cells[2].text): [cell.text for cell in row.cells] for row in table.rows}


@pytest.fixture(scope="module")
def rows(zone):
    return rows_of(zone)


def test_to_date_against_pace_and_last_year(rows):
    """87.6 of 75: 16.8 % ahead; 71.2 the year before: 23.03 % more."""
    row = rows["固定资产投资", "经济发展局"]
    assert row[3:5] == ["75", "100"] and row[6:10] == ["87.6", "75", "+16.8%", "116.8%"]
    assert row[10:13] == ["● 绿", "23.0%", "—"]


def test_a_growth_target_is_due_as_an_amount(rows):
    """10 % on 20,818 is 22,899.8; 23,399.43 is 2.18 % of it ahead and 12.40 % more than the year before."""
    row = rows["争取上级资金增长", "财政局"]
    assert row[3] == "10%" and row[6:9] == ["23,399.43", "22,899.8", "+2.2%"] and row[11] == "12.4%"


def test_what_is_behind_has_a_minus_and_a_light(rows):
    """2,846 of 3,000 mu: 5.13 % behind, over the yellow line of 5 %."""
    assert rows["土地收储", "国土资源局"][8:11] == ["−5.1%", "94.9%", "▲ 黄"]


def test_the_bearers_of_one_indicator_are_placed(rows):
    """12.35 of 12 against 3.6 of 4."""
    assert rows["基础设施投资", "规划建设局"][12] == "1/2" and rows["基础设施投资", "国资运营公司"][12] == "2/2"


def test_a_chosen_month_is_judged_by_its_own_pace(zone):
    facts = zone.facts
    june = {a.month: a.value for a in facts.actuals if a.indicator == "E01"}[6]
    row = rows_of(zone, 6)["固定资产投资", "经济发展局"]
    assert row[6:8] == [f"{june.normalize():f}", "37.5"]
    assert row[11] == "—"  # without last year's months there is nothing to compare with before December


def test_last_years_months_are_compared_with(zone):
    before = tuple(replace(a, value=a.value / 2) for a in zone.facts.actuals if a.indicator == "E01")
    previous = replace(zone.facts, actuals=before)
    context = ReportContext.of(zone.facts, sample.TODAY, previous=previous)
    assert rows_of(context, 6)["固定资产投资", "经济发展局"][11] == "100.0%"


def test_a_figure_for_the_whole_zone_is_one_row(zone):
    targets = tuple(Target("E01", code, D(5), D(75), D(100)) for code in ("02", "03", "04"))
    kept = tuple(t for t in zone.facts.targets if t.indicator != "E01")
    actuals = (*(a for a in zone.facts.actuals if a.indicator != "E01"), Actual("E01", WHOLE_ZONE, 12, D("87.6")))
    context = sample.context(replace(zone.facts, targets=(*targets, *kept), actuals=actuals))
    row = rows_of(context)["固定资产投资", "经济发展局等3个"]
    assert row[6] == "87.6" and row[12] == "—"


def test_nothing_reported_is_blank_and_not_zero(zone):
    facts = replace(zone.facts, actuals=tuple(a for a in zone.facts.actuals if a.indicator != "E01"))
    row = rows_of(sample.context(facts))["固定资产投资", "经济发展局"]
    assert row[5:9] == ["空", "空", "—", "—"] and row[10] == "▲ 黄"


def test_a_month_that_is_not_in_yet_shows_the_last_one(zone):
    facts = replace(zone.facts, actuals=tuple(a for a in zone.facts.actuals if a.month <= 9))
    assert ("固定资产投资（9月数）", "经济发展局") in rows_of(sample.context(facts), 11)


def test_the_lead_counts(zone):
    lead = next(block.text for block in monthly.outline(zone).blocks if isinstance(block, Paragraph))
    assert lead.startswith("1—12月重点经济指标11项、目标12个：▲黄2　●绿10；落后于应达进度4项")


@pytest.mark.parametrize("count", [1, 12, 25, 34])
def test_it_is_one_page(zone, count):
    base = zone.facts.indicators[0]
    indicators = tuple(replace(base, code=f"X{at:02d}", name=f"重点指标之{at:02d}号") for at in range(count))
    targets = tuple(Target(each.code, "02", D(1), D(75), D(100), D(70)) for each in indicators)
    actuals = tuple(Actual(each.code, "02", month, D(month * 6)) for each in indicators for month in range(1, 13))
    context = sample.context(replace(zone.facts, indicators=indicators, targets=targets, actuals=actuals))
    texts = pages.page_texts(produce(context, "monthly", Choice()))
    assert len(texts) == 1 and all(f"重点指标之{at:02d}号" in texts[0] for at in range(count))
    assert "审批：" in texts[0]


@pytest.mark.parametrize("count", range(8, 34, 5))
def test_rows_leave_room_around_their_text(zone, count):
    """A character is as high as the type; the lines of the table stand off it, and all is on one page."""
    key = next(i for i in zone.facts.indicators if i.code == "E01")
    target = next(t for t in zone.facts.targets if t.indicator == "E01")
    more = tuple(replace(key, code=f"Y{at:02d}", name="固定资产投资") for at in range(count))
    facts = replace(
        zone.facts,
        indicators=more,
        targets=tuple(replace(target, indicator=each.code) for each in more),
        actuals=tuple(replace(a, indicator=i.code) for i in more for a in zone.facts.actuals if a.indicator == "E01"),
    )
    context = sample.context(facts)
    pdf = produce(context, "monthly", Choice(month=12))
    assert len(pages.reader(pdf).pages) == 1
    names = [(each.y, each.size) for each in pages.pieces(pdf, 0) if each.text.strip() == "固定资产投资"]
    heights = [(low - high) / pages.POINT for (high, _), (low, _) in pairwise(names)]
    assert len(heights) == count - 1
    assert min(heights) >= names[0][1] * 1.25
