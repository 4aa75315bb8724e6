"""经济指标单独考核表: contribution beside performance, worked out by hand from the sample's figures."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.facts import Actual
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import contributions, economic
from kpi_desktop.reports.forms.blocks import Paragraph, Picture, Table
from kpi_desktop.reports.forms.form import NOTHING, Choice
from tests.reports import pages, sample

D = Decimal


def tables(context, choice=NOTHING):
    return [block for block in economic.outline(context, choice).blocks if isinstance(block, Table)]


def detail(context, department, code):
    """The cells of one line of one department, as texts."""
    rows, inside = tables(context)[1].rows, False
    for row in rows:
        if row.kind == "group":
            inside = row.cells[0].text.startswith(department)
        elif inside and row.cells[0].text == code:
            return [cell.text for cell in row.cells]
    raise AssertionError(f"{department} has no {code}")


def test_shares_are_parts_of_the_total_of_all_bearers(zone):
    """基础设施投资: 12.35 + 3.6 = 15.95, of which 77.43 % and 22.57 %."""
    one, other = detail(zone, "规划建设局", "E08"), detail(zone, "国资运营公司", "E08")
    assert (one[4], one[6], one[7]) == ("12.35", "15.95亿元", "77.4%")
    assert (other[4], other[6], other[7]) == ("3.6", "15.95亿元", "22.6%")


def test_performance_stands_beside_the_share(zone):
    """固定资产投资: 87.6 of 75 and 100; 80 % + 20 % x 12.6 / 25 = 90.08 %."""
    cells = detail(zone, "经济发展局", "E01")
    assert cells[1] == "★固定资产投资（亿元）"
    assert (cells[2], cells[3], cells[4], cells[5]) == ("75.0", "100.0", "87.6", "116.8%")
    assert (cells[7], cells[10]) == ("100.0%", "90.08%")


def test_rates_have_no_share(zone):
    assert detail(zone, "国资运营公司", "E17")[6:8] == ["—", "—"]
    assert detail(zone, "经济发展局", "E18")[6:8] == ["—", "—"]


def test_shares_of_one_indicator_sum_to_the_whole(zone):
    for found in contributions.contributions(zone).values():
        assert sum(found.share(code) for code in found.amounts) == 1


def test_a_value_for_the_whole_zone_has_no_parts(zone):
    common = (*zone.facts.actuals, Actual("E08", "全区", 12, D("15.95")))
    assert "E08" not in contributions.contributions(sample.context(replace(zone.facts, actuals=common)))


def test_a_loss_leaves_no_parts(zone):
    months = tuple(replace(a, value=D(-3)) if (a.indicator, a.month) == ("E01", 12) else a for a in zone.facts.actuals)
    assert "E01" not in contributions.contributions(sample.context(replace(zone.facts, actuals=months)))


def test_ranks_and_scores_are_the_assessments(zone):
    group = zone.assessment.groups[0]
    table = tables(zone)[0]
    assert [row.cells[1].text for row in table.rows] == [result.name for result in group.departments]
    for row, result in zip(table.rows, group.departments, strict=True):
        assert row.cells[3].number == result.economic_score
        assert row.cells[-2].number == result.total
    places = [int(row.cells[5].text) for row in table.rows]
    scores = [row.cells[3].number for row in table.rows]
    assert places == [1 + sum(other > score for other in scores) for score in scores]


def test_sums_are_sums_of_their_rows(zone):
    rows, count = tables(zone)[1].rows, 0
    for row in rows:
        if row.kind == "sum":
            count += 1
            for at, place in ((8, -3), (9, -2)):
                parts = [rows[each].cells[at].number or D(0) for each in row.sums]
                assert sum(parts) == row.cells[place].number
    assert count == 7


def test_another_group_can_be_chosen_and_only_an_existing_one(zone):
    assert len(tables(zone, Choice(group=sample.POSTED))) == 2
    with pytest.raises(Refusal):
        economic.outline(zone, Choice(group="没有的组"))


def test_the_chart_is_in_word_too(zone):
    pictures = [block for block in economic.outline(zone).blocks if isinstance(block, Picture)]
    assert len(pictures) == 1 and pictures[0].png.startswith(b"\x89PNG")


def test_print_has_everything_and_signatures(printed, zone):
    text = pages.whole_text(printed("economic"))
    for name in ("规划建设局77.4%", "编制：", "审批：", "贡献份额", "过程稿"):
        assert name in text


def test_no_separate_group(zone):
    groups = tuple(replace(group, separate=False) for group in zone.facts.groups)
    made = economic.outline(sample.context(replace(zone.facts, groups=groups)))
    assert any(isinstance(block, Paragraph) and "没有单独考核的分组" in block.text for block in made.blocks)
    assert "没有单独考核的分组" in pages.whole_text(produce(sample.empty(), "economic"))


def test_one_department(zone):
    text = pages.whole_text(produce(sample.context(sample.only(zone.facts, "01")), "economic"))
    assert "投资促进局" in text and "100.0%" in text


def test_share_units_are_exact():
    found = contributions.Contributed(
        sample.indicators()[7], Fraction(3), {"a": Fraction(1), "b": Fraction(1), "c": Fraction(1)}
    )
    assert [found.share(code) for code in "abc"] == [Fraction(334, 1000), Fraction(333, 1000), Fraction(333, 1000)]
    assert found.share("d") is None


def test_no_page_begins_with_a_sum_alone(zone):
    """However many departments there are, a sum has at least one line of its group on its page."""
    more = tuple(replace(zone.facts.departments[5], code=f"Z{at:02d}", name=f"新区{at:02d}局") for at in range(12))
    targets = tuple(t for t in zone.facts.targets if t.department == "06")
    own = tuple(replace(t, department=d.code) for d in more for t in targets)
    facts = replace(zone.facts, departments=(*zone.facts.departments, *more), targets=(*zone.facts.targets, *own))
    texts = pages.page_texts(produce(sample.context(facts), "economic"))
    assert len(texts) > 4
    assert not [text for text in texts if re.search(r"（续）第\d+名小计", text)]


def test_the_chart_shows_only_what_the_group_has_a_share_in(zone):
    """The posted units have a part in 税收收入 alone; the economy's group has none in it."""
    text = pages.whole_text(produce(zone, "economic", Choice(group=sample.POSTED)))
    bearers = {result.code for group in zone.assessment.groups for result in group.departments}
    posted = {
        result.code
        for group in zone.assessment.groups
        if group.group.name == sample.POSTED
        for result in group.departments
    }
    assert "税收收入" in [each.name for each in contributions.bars(zone, among=posted)]
    assert "税收收入" not in [each.name for each in contributions.bars(zone, among=bearers - posted)]
    assert "基础设施投资" not in text and "图中各部门的份额" in text


def test_without_a_chart_nothing_is_said_of_it(zone):
    context = sample.context(
        replace(zone.facts, indicators=tuple(replace(i, key=False) for i in zone.facts.indicators))
    )
    assert "图中各部门的份额" not in pages.whole_text(produce(context, "economic"))


def test_a_year_without_groups_has_no_remarks_on_figures():
    assert "★" not in pages.whole_text(produce(sample.empty(), "economic"))
