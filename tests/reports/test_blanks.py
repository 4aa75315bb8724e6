"""年终对表检查表: every gap with what it is, who has said why, and whose it is."""

from dataclasses import replace
from datetime import date

from kpi_desktop.assessment.facts import Appeal, Explanation
from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.reports.forms import blanks
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from kpi_desktop.reports.forms.form import Choice
from tests.reports import sample


def rows_of(context, day=None):
    table = next(block for block in blanks.outline(context, Choice(day=day)).blocks if isinstance(block, Table))
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_zone_has_two_gaps(zone):
    """E13 has no figure (explained), the directive on T03 no reply."""
    rows = rows_of(zone)
    assert rows[0] == ["科技创新局　负责人：周立群　缺口1处，已说明1处，待补0处"]
    assert rows[1] == [
        "1",
        "E13 新增上市企业",
        "无结果",
        "没有结果（空）",
        "1户已过会，尚未发行（高翔，2020年12月21日）",
        "周立群",
        "已说明",
    ]
    assert rows[2] == ["马金铺街道办事处　负责人：周立群　缺口1处，已说明0处，待补1处"]
    assert rows[3][1:4] == [
        "督办单〔2020〕4号",
        "督办未回复",
        "12月1日就T03发出的红色督办单〔2020〕4号没有回复，应于12月8日前回复",
    ]
    assert rows[3][-1] == "待补"


def test_the_lead_counts_departments_and_kinds(zone):
    lead = next(block.text for block in blanks.outline(zone).blocks if isinstance(block, Paragraph))
    assert lead == (
        "截至2020年12月31日，发现空白和缺口2处，涉及2个部门；其中已书面说明1处，待补1处。"
        "其余18个部门没有缺口。按类别：无结果1处、督办未回复1处。"
    )


def test_every_gap_has_a_row(zone):
    facts = replace(zone.facts, actuals=(), ratings=(), progress=(), explanations=())
    context = sample.context(facts)
    items = [row for row in rows_of(context) if len(row) > 1]
    found = gaps(context.assessment, date(2020, 12, 31))
    assert len(items) == len(found) > 100
    assert [row[0] for row in items] == [f"{at:,}" for at in range(1, len(found) + 1)]


def test_the_responsible_are_named(zone):
    departments = tuple(replace(d, head="高翔") if d.code == "06" else d for d in zone.facts.departments)
    tasks = tuple(replace(t, standard=None) if t.code == "T03" else t for t in zone.facts.tasks)
    rows = rows_of(sample.context(replace(zone.facts, departments=departments, tasks=tasks)))
    owners = {row[1]: row[5] for row in rows if len(row) > 1}
    assert owners["E13 新增上市企业"] == "高翔" and owners["T03 马金铺村“三旧”改造"] == "赵一鸣"
    assert rows[0] == ["科技创新局　负责人：高翔　缺口1处，已说明1处，待补0处"]


def test_a_department_of_its_own_explanation(zone):
    facts = replace(
        zone.facts,
        explanations=(Explanation("督办未回复", "20/〔2020〕4号", "已当面汇报"),),
        appeals=(Appeal("〔2021〕1号", "14", None, "核减扣分"),),
    )
    rows = {row[1]: row for row in rows_of(sample.context(facts)) if len(row) > 1}
    assert rows["督办单〔2020〕4号"][4:] == ["已当面汇报", "周立群", "已说明"]
    assert rows["申诉〔2021〕1号"][2:4] == ["申诉未决", "环境保护局的申诉〔2021〕1号没有处理结果"]


def test_the_day_decides_how_old_a_report_is(zone):
    late = rows_of(zone, date(2021, 2, 28))
    assert sum(row[2] == "缺报" for row in late if len(row) > 1) == 7
