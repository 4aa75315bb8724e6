"""督查通报: the month's lights, late items, cards and changes, by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Actual
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import bulletin
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from kpi_desktop.reports.forms.form import Choice
from kpi_desktop.reports.forms.month_lights import month_lights
from tests.reports import pages, sample


def told(context, month=12):
    return [b.text for b in bulletin.outline(context, Choice(month=month)).blocks if isinstance(b, Paragraph)]


@pytest.fixture(scope="module")
def december(zone):
    return told(zone)


def test_the_lights_of_the_month_are_counted(december):
    """As in the ledger: three red, three yellow, one green, 22 closed. 34 targets and 3 for each of 20 departments."""
    text = "".join(december)
    assert (
        "截至2020年12月31日，列入督查的任务29项，红灯3项、黄灯3项、绿灯1项，现已销号、暂缓和终止22项；"
        "分解到部门的指标目标94个，"
    ) in text


def test_the_table_sums_the_departments(zone):
    made = bulletin.outline(zone, Choice(month=12))
    table = next(b for b in made.blocks if isinstance(b, Table))
    rows = {row.cells[0].text: [cell.text for cell in row.cells[1:5]] for row in table.rows}
    assert rows["规划建设局"] == ["0", "2", "0", "1"] and rows["马金铺街道办事处"] == ["1", "0", "0", "1"]
    assert rows["合 计"] == ["3", "3", "1", "22"]
    assert [row.cells[-1].text for row in table.rows if row.cells[0].text in ("马金铺街道办事处", "合 计")] == [
        "1",
        "1",
    ]


def test_what_is_late_is_told_the_longest_first(december):
    late = [text for text in december if "已逾期" in text]
    assert late == [
        "1. “产业大脑”网络信息平台（科技创新局）：期限10月31日，已逾期61天。",
        "2. 环境保护督察问题整改（环境保护局）：期限10月31日，已逾期61天。",
        "3. 马金铺村“三旧”改造（马金铺街道办事处）：期限11月30日，已逾期31天。",
    ]


def test_the_cards_of_the_month_and_what_was_not_answered(december):
    text = "".join(december)
    assert "本月发出督办单1份，其中红色1份。" in text
    assert "1. 〔2020〕4号（红色，马金铺街道办事处）：马金铺村“三旧”改造，逾期未完成。" in text
    assert "逾期未回复的督办单1份：马金铺街道办事处〔2020〕4号。" in text


def test_what_was_finished_and_what_turned(december):
    """T01, T07, T16 and T25 were finished in December; T17 was first reported then, at 90 %; T03 fell due."""
    text = "".join(december)
    assert "本月销号4项：小菁城村拆迁安置（规划建设局）" in text
    better = next(t for t in december if t.startswith("比上月末好转"))
    worse = next(t for t in december if t.startswith("比上月末变差"))
    assert "云硅智能科技小镇暨闻泰智能制造产业园落地服务（投资促进局）由黄灯转绿灯" in better
    assert "马金铺村“三旧”改造（马金铺街道办事处）由黄灯转红灯" in worse
    assert "“产业大脑”" not in better + worse


def test_a_reply_that_came_later_was_missing_at_the_months_end(zone):
    late = replace(zone.facts.directives[2], reply_due=date(2020, 10, 27), replied=date(2020, 11, 5))
    context = sample.context(replace(zone.facts, directives=(late,)))
    assert "逾期未回复的督办单1份：规划建设局〔2020〕3号。" in told(context, 10)
    assert not any("逾期未回复" in text for text in told(context, 11))


def test_january_is_compared_with_nothing(zone):
    assert not any("与上月末相比，红灯" in text for text in told(zone, 1))
    assert month_lights(zone, 1).turned() == []


def test_a_calm_month_says_so(zone):
    facts = replace(zone.facts, tasks=(), targets=(), actuals=(), progress=(), directives=(), milestones=())
    text = told(sample.context(facts), 6)
    assert "本月末没有逾期和严重滞后的事项。" in text and "本月没有发出督办单。" in text
    assert "与上月末相比，各事项亮灯没有变化，本月没有销号事项。" in text


def test_the_month_before_today_is_the_default(zone):
    context = replace(zone, today=date(2020, 9, 14))
    assert pages.page_texts(produce(context, "bulletin", Choice()))[0].startswith("高新技术产业开发区2020年8月督查通报")


def test_who_signs_stands_with_text(printed):
    texts = pages.page_texts(printed("bulletin"))
    assert "高新技术产业开发区督查室2021年1月22日" in texts[-1] and "如实报送进展" in texts[-1]
    assert "各部门、各单位：" in texts[0]


def test_a_target_far_behind_is_told_with_its_unit(zone):
    """2,100 mu to October where 2,500 were due: 13.3 % of 3,000 behind, over a red line of 10 %."""
    settings = replace(zone.facts.settings, red_line=Decimal("0.1"))
    kept = tuple(a for a in zone.facts.actuals if a.indicator != "E10" or a.month < 10)
    actuals = (*kept, Actual("E10", "05", 10, Decimal(2100)))
    context = sample.context(replace(zone.facts, settings=settings, actuals=actuals))
    said = next(text for text in told(context, 10) if "土地收储（国土资源局）：" in text)
    assert said.endswith("土地收储（国土资源局）：截至10月底完成2,100亩，应达2,500亩，落后全年目标的13.3%。")
