"""考核结果告知书: result, losses with reasons, how and until when to appeal, reply slip."""

import logging
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Task
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import notice
from kpi_desktop.reports.forms.blocks import PageBreak, Table
from kpi_desktop.reports.forms.deadlines import said_working_days, working_days_after
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages, sample

D = Decimal


def told(context, department):
    blocks = notice.data(context, Choice(department=department))["blocks"]
    return "".join(block.get("head", "") + block.get("text", "") for block in blocks)


def test_losses_make_up_what_is_missing(zone):
    """No line of the department is over its full marks, so 100 less the total is what it lost."""
    result = zone.assessment.department("04")
    found = notice.losses(zone, result)
    assert sum(each.lost for each in found) == 100 - result.total == D("8.12")
    assert [each.lost for each in found] == sorted((each.lost for each in found), reverse=True)


def test_losses_by_hand(zone):
    """T06 of 7.35 at 55 % is 4.04, lost 3.31; the red card costs 1."""
    found = notice.losses(zone, zone.assessment.department("04"))
    assert (found[0].code, found[0].full, found[0].score, found[0].lost) == ("T06", D("7.35"), D("4.04"), D("3.31"))
    card = next(each for each in found if each.title == "督查扣分")
    assert card.lost == 1 and "红色督办单〔2020〕3号" in card.reason and "不重复扣" in card.reason


def test_the_result_is_told(zone):
    text = told(zone, "04")
    assert "你单位列入经济考核组（单独考核），总分91.88分，在本组7个部门中列第5名，等次为良好。" in text
    assert "你单位共有6处失分，合计8.12分" in text


def test_a_blank_line_counts_as_lost_and_says_why(zone):
    found = notice.losses(zone, zone.assessment.department("06"))
    blank = next(each for each in found if each.code == "E13")
    assert blank.lost == blank.full and blank.reason == "无结果"


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2021, 1, 22), date(2021, 1, 29)),
        (date(2021, 1, 23), date(2021, 1, 29)),
        (date(2021, 1, 24), date(2021, 1, 29)),
        (date(2021, 1, 25), date(2021, 2, 1)),
        (date(2020, 12, 31), date(2021, 1, 8)),  # 1 to 3 January are free
        (date(2021, 2, 5), date(2021, 2, 18)),  # Sunday the 7th is worked for the Spring Festival, 11th to 17th
        (date(2020, 9, 28), date(2020, 10, 12)),  # 1 to 8 October are free, Saturday the 10th is worked
        (date(2040, 1, 6), date(2040, 1, 13)),  # nothing is announced yet: Monday to Friday
    ],
)
def test_five_working_days(day, last):
    assert working_days_after(day) == last


def test_what_is_not_announced_yet_is_postponed():
    assert said_working_days(date(2021, 2, 5), "内") == "5个工作日内"
    assert said_working_days(date(2040, 1, 6), "内") == "5个工作日内，遇法定节假日顺延"


def test_appeals_have_a_day(zone):
    assert "请于2021年1月29日前（自告知之日起5个工作日内）向高新技术产业开发区督查室书面提出申诉" in told(zone, "04")


def test_print_has_letterhead_slip_and_mark(zone, printed):
    text = pages.whole_text(printed("notice", "04"))
    for words in (
        "高新技术产业开发区督查室",
        "规划建设局：",
        "KH-2020-告-04",
        "回执",
        "□有异议",
        "过程稿",
    ):
        assert words in text


@pytest.mark.parametrize("department", [f"{at:02d}" for at in range(1, 21)])
def test_the_slip_stands_under_the_text_or_fills_a_page(printed, department):
    """Cut off along a line where it is on the page of the signature; sent back whole where it has its own."""
    texts = pages.page_texts(printed("notice", department))
    last = pages.lines(printed("notice", department), len(texts) - 1)
    foot = max(y for y, _, text in last if "主要负责人（签字、盖章）" in text)
    if "沿此线裁开，回执退高新技术产业开发区督查室" in texts[-1]:
        assert texts[-1].index("2021年1月22日") < texts[-1].index("沿此线裁开")
        assert "请在2021年1月29日前将所附回执" in texts[-1] and foot < 262
    else:
        assert texts[-1].index("回执") < texts[-1].index("本页由被考核单位填写，签字盖章后退高新技术产业开发区督查室。")
        assert "2021年1月22日" in texts[-2] and 200 < foot < 262
        assert "沿此线裁开" not in "".join(texts)


def test_most_slips_of_a_short_text_are_under_it(printed):
    cut = [at for at in range(1, 21) if "沿此线裁开" in pages.page_texts(printed("notice", f"{at:02d}"))[-1]]
    assert len(cut) >= 10


def test_placing_the_slip_settles(zone, caplog):
    with caplog.at_level(logging.WARNING):
        for department in ("04", "13", "20"):
            produce(zone, "notice", department)
    assert not caplog.records


def test_final_has_no_mark_and_carries_the_chain(final_zone):
    text = pages.whole_text(produce(final_zone, "notice", "14"))
    assert "过程稿" not in text and "日志链头" in text
    assert "一票否决" in text and "奖励停发" in text


def test_more_losses_than_the_table_holds_are_summed_up(zone):
    tasks = tuple(
        Task(f"Z{at:02d}", f"专项工作{at:02d}", "重点任务", "04", D(1), due=date(2020, 12, 31)) for at in range(30)
    )
    context = sample.context(replace(zone.facts, tasks=(*zone.facts.tasks, *tasks)))
    found = notice.losses(context, context.assessment.department("04"))
    rest = sum(each.lost for each in found[notice.MOST_LOSSES :])
    assert f"其余{len(found) - notice.MOST_LOSSES}处合计{rest:.2f}分，见计分表" in told(context, "04")


def test_a_very_long_reason_is_shortened(zone):
    verdicts = tuple(replace(v, basis="依据" * 300) if v.subject == "T17" else v for v in zone.facts.verdicts)
    verdicts = tuple(replace(v, share=D("0.5")) if v.subject == "T17" else v for v in verdicts)
    context = sample.context(replace(zone.facts, verdicts=verdicts))
    assert "…（见计分表）" in pages.whole_text(produce(context, "notice", "01"))


def test_a_department_without_losses(zone):
    kept = sample.only(zone.facts, "03")
    facts = replace(
        kept,
        indicators=tuple(i for i in kept.indicators if i.code in ("E05", "E09")),
        targets=tuple(t for t in kept.targets if t.indicator in ("E05", "E09")),
        ratings=(),
        self_scores=(),
        actuals=tuple(a for a in kept.actuals if a.indicator in ("E05", "E09")),
        weights=tuple(w for w in kept.weights if w.category != "共性工作"),
    )
    context = sample.context(facts)
    assert context.assessment.department("03").total > 0
    assert "没有失分事项" in told(context, "03")


def test_a_long_department_name(zone):
    name = "高新技术产业开发区管理委员会投资促进与对外经济技术合作服务中心办公室"
    departments = tuple(replace(d, name=name) if d.code == "01" else d for d in zone.facts.departments)
    context = sample.context(replace(zone.facts, departments=departments))
    assert name in pages.whole_text(produce(context, "notice", "01"))


def test_word_and_excel_get_the_slip(zone):
    tables = [b for b in notice.outline(zone, Choice(department="04")).blocks if isinstance(b, Table)]
    assert [table.name for table in tables][-1] == "回执"
    assert any(cell.text == "总分91.88，等次良好" for row in tables[-1].rows for cell in row.cells)


def test_a_long_office_keeps_its_letterhead_on_one_line(zone):
    office = "云南省昆明国家高新技术产业开发区管理委员会办公室"
    facts = replace(zone.facts, settings=replace(zone.facts.settings, unit_name=office))
    pdf = produce(sample.context(facts), "notice", "04")
    head = [text for y, _, text in pages.lines(pdf, 0) if y < 60 and "云南省" in text]
    assert head == [office]


def test_a_formula_may_break_but_is_found_as_it_reads(printed):
    text = pages.whole_text(printed("notice", "02"))
    assert "\u200b" not in text and "＝" in text


def test_in_word_the_slip_stands_under_the_text_in_pairs(zone):
    blocks = notice.outline(zone, Choice(department="04")).blocks
    assert not any(isinstance(block, PageBreak) for block in blocks)
    slip = blocks[-1]
    assert slip.headless and [cell.text for cell in slip.rows[0].cells[::2]] == ["告知书编号", "被考核单位"]
    assert [row.height for row in slip.rows[-2:]] == [18.0, 11.0]
