"""Explanations and appeals: what they do to the checklist and to the score."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Adjustment, Appeal
from kpi_desktop.book import facts, journal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import appeals, assessing, explaining
from kpi_desktop.office.undo import undo
from tests.assessment.build import on

DAY = on("2021-01-08")


def blank(book, kind: str, subject: str):
    return next(gap for gap in assessing.check(book, 2020) if (gap.kind, gap.subject) == (kind, subject))


def test_an_explained_blank_is_still_there_and_blocks_no_more(zone):
    assert not blank(zone, "no_report", "T2").explained
    explaining.explain(zone, 2020, "缺报", "T2", "停工", "张三", DAY)
    assert blank(zone, "no_report", "T2").explained
    explaining.explain(zone, 2020, "no_report", "Ｔ2", "冬季停工", "李四", DAY)
    (kept,) = facts.load(zone, 2020).explanations
    assert (kept.kind, kept.text, kept.author) == ("no_report", "冬季停工", "李四")
    explaining.withdraw(zone, 2020, "no_report", "T2")
    assert not blank(zone, "no_report", "T2").explained


def test_an_explanation_may_be_for_one_department_alone(zone):
    gap = blank(zone, "no_report", "T2")
    assert gap.name == "D2/T2"
    explaining.explain(zone, 2020, gap.kind, gap.name, "停工", "张三", DAY)
    assert blank(zone, "no_report", "T2").explained


def test_an_explanation_is_by_name_and_in_words(zone):
    for arguments, words in (
        (("无此类", "T2", "停工", "张三"), "没有“无此类”这一类空白"),
        (("no_report", "T2", " ", "张三"), "没有填写说明"),
        (("no_report", "T2", "停工", ""), "没有填写说明人"),
        (("no_report", "", "停工", "张三"), "没有填写说明的对象"),
    ):
        with pytest.raises(Refusal, match=words):
            explaining.explain(zone, 2020, *arguments, DAY)
    with pytest.raises(Refusal, match="没有“缺报”的说明"):
        explaining.withdraw(zone, 2020, "no_report", "T2")


def total(book, code: str) -> Decimal:
    return assessing.assess(book, 2020).department(code).total


def test_an_appeal_from_claim_to_score_and_back(zone):
    """D2 has 80.0; a bonus of 1.5 makes it 81.5."""
    appeals.raise_appeal(zone, 2020, "D2", "T2", "停电误工", DAY)
    assert facts.load(zone, 2020).appeals == (Appeal("〔2021〕申1号", "D2", "T2", "停电误工", raised=DAY),)
    assert blank(zone, "appeal_open", "〔2021〕申1号")
    before = journal.head(zone)[0]
    appeals.decide(zone, 2020, "〔2021〕申1号", "部分采纳", "主任办公会", on("2021-01-14"), "加分", Decimal("1.5"))
    assert journal.head(zone)[0] == before + 1
    (appeal,) = facts.load(zone, 2020).appeals
    assert (appeal.result, appeal.basis, appeal.decided) == ("部分采纳", "主任办公会", on("2021-01-14"))
    assert facts.load(zone, 2020).adjustments == (
        Adjustment("D2", "加分", Decimal("1.5"), "申诉 〔2021〕申1号 部分采纳：停电误工", "主任办公会"),
    )
    assert total(zone, "D2") == Decimal("81.5")
    undo(zone)
    assert total(zone, "D2") == Decimal("80.0")
    assert facts.load(zone, 2020).appeals[0].result is None


def test_an_appeal_may_lead_to_a_deduction_or_to_nothing(zone):
    for number in (1, 2, 3):
        appeals.raise_appeal(zone, 2020, "D2", None, f"诉求{number}", DAY)
    appeals.decide(zone, 2020, "〔2021〕申1号", "采纳", "核查", DAY, "扣分", Decimal("0.5"))
    appeals.decide(zone, 2020, "〔2021〕申2号", "采纳", "数据已改", DAY)
    appeals.decide(zone, 2020, "〔2021〕申3号", "不采纳", "无依据", DAY)
    assert total(zone, "D2") == Decimal("79.5")
    assert appeals.next_number(zone, 2020, DAY) == "〔2021〕申4号"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("好", "会议", DAY), "没有“好”这种处理结果"),
        (("采纳", " ", DAY), "没有填写处理依据"),
        (("不采纳", "会议", DAY, "加分", Decimal(1)), "不影响得分"),
        (("采纳", "会议", DAY, "工作", Decimal(1)), "不是加分或扣分类别"),
        (("采纳", "会议", DAY, None, Decimal(1)), "不是加分或扣分类别"),
        (("采纳", "会议", DAY, "加分", None), "没有填写加减的分值"),
        (("采纳", "会议", DAY, "加分", Decimal(0)), "没有填写加减的分值"),
        (("采纳", "会议", DAY, "加分", Decimal("-1")), "不能小于 0"),
        (("采纳", "会议", DAY, "加分", Decimal("0.25")), "小数位多于"),
    ],
)
def test_what_is_no_decision(zone, arguments, words):
    appeals.raise_appeal(zone, 2020, "D2", None, "诉求", DAY)
    before = journal.head(zone)
    with pytest.raises(Refusal, match=words):
        appeals.decide(zone, 2020, "〔2021〕申1号", *arguments)
    assert journal.head(zone) == before


def test_an_appeal_is_about_a_line_of_its_own_and_decided_once(zone):
    with pytest.raises(Refusal, match="不是部门“D2”的指标或任务"):
        appeals.raise_appeal(zone, 2020, "D2", "E01", "x", DAY)
    with pytest.raises(Refusal, match="没有部门“D9”"):
        appeals.raise_appeal(zone, 2020, "D9", None, "x", DAY)
    with pytest.raises(Refusal, match="没有填写诉求"):
        appeals.raise_appeal(zone, 2020, "D2", None, "", DAY)
    appeals.raise_appeal(zone, 2020, "D2", "T1", "协办", DAY)
    appeals.decide(zone, 2020, "〔2021〕申1号", "不采纳", "会议", DAY)
    with pytest.raises(Refusal, match="已经处理"):
        appeals.decide(zone, 2020, "〔2021〕申1号", "采纳", "会议", DAY)
    with pytest.raises(Refusal, match="已经处理"):
        appeals.withdraw_appeal(zone, 2020, "〔2021〕申1号")
    with pytest.raises(Refusal, match="没有编号"):
        appeals.decide(zone, 2020, "9", "采纳", "会议", DAY)
    appeals.raise_appeal(zone, 2020, "D1", "E01", "又", DAY)
    appeals.withdraw_appeal(zone, 2020, "〔2021〕申2号")
    assert len(facts.load(zone, 2020).appeals) == 1
