"""加减分认定表: every entry, what directives deduct, what the caps cut off."""

from dataclasses import replace
from decimal import Decimal

from kpi_desktop.assessment.facts import Adjustment
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import adjustments
from kpi_desktop.reports.forms.blocks import Table
from tests.reports import pages, sample

D = Decimal


def tables(context):
    return [block for block in adjustments.outline(context).blocks if isinstance(block, Table)]


def entries(context):
    return [[cell.text for cell in row.cells] for row in tables(context)[0].rows if row.kind == "item"]


def test_every_entry_stands_with_reason_and_basis(zone):
    found = entries(zone)
    for entry in zone.facts.adjustments:
        assert any(entry.reason == row[2] and entry.basis == row[3] for row in found)


def test_numbers_run_without_gaps(zone):
    assert [row[0] for row in entries(zone)] == [str(at) for at in range(1, len(entries(zone)) + 1)]


def test_a_category_that_says_its_kind_is_not_told_it_twice(zone):
    renamed = tuple(replace(c, name="表彰奖励") if c.name == "专项加分" else c for c in zone.facts.categories)
    entries = tuple(replace(a, category="表彰奖励") if a.category == "专项加分" else a for a in zone.facts.adjustments)
    context = sample.context(replace(zone.facts, categories=renamed, adjustments=entries))
    heads = [row.cells[0].text.partition("\u3000")[0] for row in tables(context)[0].rows if row.kind == "group"]
    assert heads == ["表彰奖励（加分）", "督查扣分", "工作扣分", "环境保护一票否决"]


def test_a_cap_says_what_it_cut_off(zone):
    """2.5 + 1.5 = 4 of at most 3."""
    [cut] = [row for row in tables(zone)[0].rows if row.kind == "sum"]
    assert cut.cells[1].text == "国资运营公司专项加分2笔合计4.00，上限3.00"
    assert cut.cells[3].number == D("-1.00")


def test_directives_deduct_by_colour_once_a_matter(zone):
    """T02 has a yellow and a red card: the red one counts 1 for the lead, half of it for each partner."""
    rows = [row for row in entries(zone) if row[2].startswith("T02")]
    assert [row[1] for row in rows] == [
        "规划建设局",
        "规划建设局",
        "国土资源局",
        "国土资源局",
        "马金铺街道办事处",
        "马金铺街道办事处",
    ]
    assert [row[5] for row in rows] == ["0.00", "−1.00", "0.00", "−0.50", "0.00", "−0.50"]
    assert rows[0][6] == "同一事项就高，不重复扣" and rows[3][6] == "协办，按比例"


def test_a_veto_says_treatment_and_stopped_rewards(zone):
    [veto] = [row for row in entries(zone) if row[1] == "环境保护局"]
    assert veto[4:] == ["—", "—", "处理：较差；奖励停发"]


def test_results_by_hand(zone):
    """加分 1 + (4 − 1) = 4; 扣分 1 + 1 + 0.5 + 0.5 + 1.5 = 4.5."""
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in tables(zone)[1].rows}
    assert rows["国资运营公司"][:7] == ["4.00", "1.00", "3.00", "0.00", "0.00", "0.00", "+3.00"]
    assert rows["马金铺街道办事处"][3:7] == ["1.50", "0.00", "1.50", "−1.50"]
    assert rows["合\u3000计"][:7] == ["5.00", "1.00", "4.00", "4.50", "0.00", "4.50", "−0.50"]
    assert rows["环境保护局"][7] == "※ 否决"


def test_results_are_the_assessments(zone):
    rows = {row.cells[0].text: row for row in tables(zone)[1].rows}
    for result in zone.assessment.departments():
        if result.bonus or result.deduction:
            row = rows[result.name]
            assert (row.cells[3].number, row.cells[6].number) == (result.bonus, result.deduction)


def test_a_cap_over_entries_and_directives_together(zone):
    """10 deducted by hand and 1.5 by cards, at most 5."""
    more = (*zone.facts.adjustments, Adjustment("20", "督查扣分", D(10), "多次通报", "通报"))
    context = sample.context(replace(zone.facts, adjustments=more))
    row = next(row for row in tables(context)[1].rows if row.cells[0].text == "马金铺街道办事处")
    assert [cell.text for cell in row.cells[4:7]] == ["11.50", "6.50", "5.00"]
    assert context.assessment.department("20").deduction == D("5.00")


def test_print(printed):
    text = pages.whole_text(printed("adjustments"))
    for words in (
        "过程稿",
        "获省级投资促进先进集体",
        "督办单扣分标准：蓝色0分、黄色0.5分、红色1分，协办部门按50%扣",
        "审批：",
    ):
        assert words in text


def test_an_empty_year_says_so():
    text = pages.whole_text(produce(sample.empty(), "adjustments"))
    assert "本年度没有加分、扣分和否决事项。" in text and "没有部门有加减分" in text


def test_a_very_long_reason_is_not_lost(zone):
    long = replace(zone.facts.adjustments[0], reason="事由" * 900 + "完")
    context = sample.context(replace(zone.facts, adjustments=(long, *zone.facts.adjustments[1:])))
    text = pages.whole_text(produce(context, "adjustments"))
    assert text.count("事由") >= 900 and "由完" in text


def test_two_hundred_entries(zone):
    many = tuple(Adjustment("01", "工作扣分", D("0.01"), f"第{at}次迟报", "台账") for at in range(200))
    text = pages.whole_text(produce(sample.context(replace(zone.facts, adjustments=many)), "adjustments"))
    assert all(f"第{at}次迟报" in text for at in range(200))


def test_many_entries_are_set_smaller(zone):
    many = tuple(Adjustment("01", "工作扣分", D("0.1"), f"第{at}次迟报") for at in range(40))
    assert {table.size for table in tables(zone)} == {10.5}
    assert {table.size for table in tables(sample.context(replace(zone.facts, adjustments=many)))} == {9.5}
