"""目标任务分解表: full marks that add up to 100, targets in their kind, milestones and partners."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Milestone
from kpi_desktop.reports.forms import breakdown
from kpi_desktop.reports.forms.blocks import Table
from tests.reports import sample

D = Decimal


@pytest.fixture(scope="module")
def table(zone):
    return next(block for block in breakdown.outline(zone).blocks if isinstance(block, Table))


def rows_of(table, department):
    """The rows of one department, without its head."""
    found, inside = [], False
    for row in table.rows:
        if row.kind == "group":
            inside = row.cells[0].text.startswith(department)
        elif inside:
            found.append(row)
    return found


def test_full_marks_are_scaled_by_largest_remainder_and_add_up(table):
    """18, 12 and 14 of 44 points in a category of 60: 24.545, 16.364, 19.091; the hundredth goes to the first."""
    rows = {row.cells[0].text: row for row in rows_of(table, "投资促进局")}
    assert [rows[code].cells[2].text for code in ("E06", "E07", "E16")] == ["24.55", "16.36", "19.09"]
    assert rows[""].cells[2].text == "100.00" and rows[""].kind == "sum"


def test_every_department_sums_to_a_hundred(table):
    sums = [row for row in table.rows if row.kind == "sum"]
    assert len(sums) == 20 and all(row.cells[2].number == 100 for row in sums)


def test_targets_stand_in_their_own_kind(table):
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in rows_of(table, "投资促进局")}
    assert rows["E06"][1:5] == ["引进市外到位资金增长", "24.55", "8%", "—"]
    assert rows["E16"][1:5] == ["招商项目固定资产投资（亿元）", "19.09", "20", "26"]
    assert rows["E06"][5:7] == ["增长率计分，按月报送", "全年"]


def test_a_task_has_standard_due_milestones_and_partners(table):
    row = next(row for row in rows_of(table, "投资促进局") if row.cells[0].text == "T08")
    texts = [cell.text for cell in row.cells]
    assert texts[5:] == [
        "全部完成并通过验收",
        "11月30日",
        "①节点1（3月31日）；②节点2（6月30日）；③节点3（8月31日）；④节点4（11月30日）",
        "政务服务局",
        "赵一鸣",
    ]


def test_a_partner_names_the_lead(table):
    row = next(row for row in rows_of(table, "国土资源局") if row.cells[0].text == "T02")
    assert (row.cells[1].text, row.cells[8].text) == ("化古城整体搬迁安置（协办）（结转第3年）", "牵头：规划建设局")


def test_what_is_suspended_stands_without_points(table):
    row = next(row for row in rows_of(table, "社会事业局") if row.cells[0].text == "T28")
    assert (row.cells[1].text, row.cells[2].text) == ("健康科技小镇前期（暂缓）", "—")


def test_quarter_targets_and_blanks(zone):
    facts = zone.facts
    targets = tuple(
        replace(t, base=None, q1=D(12), half=D("31.5"), q3=D(52)) if t.indicator == "E01" else t for t in facts.targets
    )
    tasks = tuple(replace(t, standard=None, due=None) if t.code == "T16" else t for t in facts.tasks)
    nodes = (*facts.milestones, Milestone("T16", "初稿"))
    context = sample.context(replace(facts, targets=targets, tasks=tasks, milestones=nodes))
    table = next(block for block in breakdown.outline(context).blocks if isinstance(block, Table))
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in rows_of(table, "经济发展局")}
    assert (rows["E01"][3], rows["E01"][7]) == ("空", "一季度12，上半年31.5，前三季度52")
    assert rows["T16"][5:8] == ["空", "空", "初稿（未定期限）"]


def test_quarter_targets_of_a_rate_of_growth_say_their_unit(zone):
    """The goal is a percentage, what is due by a quarter an amount; a rate of its own is a percentage there too."""
    targets = tuple(
        replace(t, q1=D("0.8") if t.indicator == "E20" else D("98.5")) if t.indicator in ("E02", "E20") else t
        for t in zone.facts.targets
    )
    made = breakdown.outline(sample.context(replace(zone.facts, targets=targets)))
    rows = [[cell.text for cell in row.cells] for row in next(b for b in made.blocks if isinstance(b, Table)).rows]
    assert next(row for row in rows if row[0] == "E02")[7] == "一季度98.5（亿元）"
    assert next(row for row in rows if row[0] == "E20")[7] == "一季度80%"


def test_a_unit_stands_only_where_there_are_amounts_of_it(zone):
    """Ballots have no targets; a department without tasks is not said to have 0 of them."""
    units = tuple(replace(i, unit="分") if i.code == "G01" else i for i in zone.facts.indicators)
    tasks = tuple(task for task in zone.facts.tasks if task.lead != "03")
    made = breakdown.outline(sample.context(replace(zone.facts, indicators=units, tasks=tasks)))
    table = next(block for block in made.blocks if isinstance(block, Table))
    names = {row.cells[0].text: row.cells[1].text for row in rows_of(table, "财政局") if row.kind == "item"}
    assert names["G01"] == "党建与党风廉政建设" and names["E09"] == "专项支持企业资金（亿元）"
    [head] = [row.cells[0].text for row in table.rows if row.cells[0].text.startswith("财政局")]
    assert head.endswith("指标5项")
