"""A separately assessed economic group at 65 % economic share. Everything below was worked out on paper.

经济组: 经济指标 65, 重点工作 20, 党的建设 15. 投资促进局 (T, 30 people), 经济发展局 (J, 24), 财政局 (C, 18).
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.facts import (
    Adjustment,
    Category,
    Consequence,
    Facts,
    Group,
    Indicator,
    Milestone,
    Progress,
    RaterClass,
    Rating,
    Weight,
)
from kpi_desktop.assessment.rewards import rewards, why
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import a_year, actual, award, band, card, department, on, target, task

D = Decimal
GROUP = "经济组"


def indicators() -> tuple[Indicator, ...]:
    return (
        Indicator("E1", "固定资产投资", "经济指标", "亿元", parse_rule("tiered")),
        Indicator("E2", "规上工业增加值", "经济指标", "亿元", parse_rule("completion", "封顶=110%")),
        Indicator("E3", "税收收入", "经济指标", "亿元", parse_rule("growth", "每点扣=10%")),
        Indicator("P1", "全面从严治党", "党的建设", "分", parse_rule("panel")),
    )


def figures() -> tuple:
    return (
        target("E1", "T", 20, stretch=26, points=30, multiplier="1.2"),
        target("E2", "T", 50, points=20),
        target("E1", "J", 30, stretch=40, points=30),
        target("E2", "J", 80, points=30),
        target("E2", "C", 10, points=10),
        target("E3", "C", "0.08", prior=50, points=20),
        *(target("P1", code, points=15) for code in "TJC"),
        actual("E1", "T", 23),
        actual("E2", "T", 48),
        actual("E1", "J", "28.5"),
        actual("E2", "J", 84),
        actual("E2", "C", 8),
        actual("E3", "C", 53),
    )


def work() -> tuple:
    given = {"category": "重点工作"}
    finished = {"state": "finished", "due": on("2020-06-30")}
    return (
        task("K1", "T", points=D(3), finished=on("2020-06-30"), **finished, **given),
        task("K2", "T", points=D(2), finished=on("2020-07-10"), **finished, **given),
        task("K3", "J", points=D(5), **given),
        Milestone("K3", "开工", on("2020-03-31"), D(2), on("2020-03-20")),
        Milestone("K3", "封顶", on("2020-09-30"), D(1), on("2020-10-08")),
        Milestone("K3", "竣工", on("2020-12-20"), D(1), None),
        task("K4", "C", points=D(5), times_carried=1, **given),
        Progress("K4", on("2020-12-31"), D("0.6")),
        card("黄", "K2"),
    )


def ballots(of: str, leaders: int | None, *peers: int) -> list[Rating]:
    found = [] if leaders is None else [Rating("P1", of, None, None, "主要领导", D(leaders))]
    return found + [Rating("P1", of, None, None, "部门互评", D(each)) for each in peers]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return a_year(
        Group(GROUP, separate=True),
        Category("经济指标", "scored", economic=True),
        Category("重点工作", "scored"),
        Category("党的建设", "scored"),
        Category("表彰加分", "bonus", cap=D(3)),
        Category("督查扣分", "deduction"),
        Weight(GROUP, "经济指标", D(65)),
        Weight(GROUP, "重点工作", D(20)),
        Weight(GROUP, "党的建设", D(15)),
        department("T", 30, GROUP),
        department("J", 24, GROUP),
        department("C", 18, GROUP),
        indicators(),
        figures(),
        work(),
        RaterClass("主要领导", D(60)),
        RaterClass("部门互评", D(40)),
        tuple(ballots("T", 90, 80, 85, 88, 90, 95) + ballots("J", 92) + ballots("C", 88, 80, 90, 91)),
        Adjustment("T", "表彰加分", D("1.5"), "全省通报表扬"),
        band("优秀", 90, "1.3", room_share=D("0.3")),
        band("良好", 80, "1.1"),
        band("合格", 60, "0.9"),
        band("不合格", 0, 0),
        award("总额分配", "总额=1000000;因素=人数,等次系数,得分", GROUP),
        award("名次奖励", "1=60000;2=40000", GROUP),
        award("低分扣罚", "标准=100;及格线=80"),
        award("黄红牌扣罚", "黄=1000;红=3000"),
        award("未完成扣罚", "标准=2000"),
        Consequence("等次:优秀", "通报表扬"),
        Consequence("督办:黄", "提交书面说明"),
        directive_category="督查扣分",
    )


@pytest.fixture(scope="module")
def assessment(facts: Facts):
    return score(facts)


def scores(assessment, code: str) -> list[tuple[str, Decimal, Decimal]]:
    return [(line.code, line.full, line.score) for line in assessment.department(code).lines]


def test_the_lines_of_the_first(assessment):
    """Weights E1 30 × 1.2 = 36, E2 20; 65 × 36/56 = 41.786, 65 × 20/56 = 23.214 → 41.79 and 23.21.

    E1: 80 % + 20 % × (23 − 20)/(26 − 20) = 90 % → 37.611. E2: 48/50 = 96 % → 22.2816.
    K1 12 whole; K2 late: 80 % of 8 = 6.40.
    P1: peers without 80 and 95: 263/3 = 87.6667; 0.6 × 90 + 0.4 × 87.6667 = 89.0667 → 15 × 0.890667 = 13.36.
    """
    assert scores(assessment, "T") == [
        ("E1", D("41.79"), D("37.61")),
        ("E2", D("23.21"), D("22.28")),
        ("K1", D("12.00"), D("12.00")),
        ("K2", D("8.00"), D("6.40")),
        ("P1", D("15.00"), D("13.36")),
    ]


def test_the_lines_of_the_second(assessment):
    """E1 below 确保: 80 % × 28.5/30 = 76 % of 32.5. E2: 84/80 = 105 % → 34.125 → 34.13 (half up).

    K3: (2 + 1 × 80 %) of 4 = 70 % of 20. P1: only 主要领导 rated: 92 % of 15.
    """
    assert scores(assessment, "J") == [
        ("E1", D("32.50"), D("24.70")),
        ("E2", D("32.50"), D("34.13")),
        ("K3", D("20.00"), D("14.00")),
        ("P1", D("15.00"), D("13.80")),
    ]


def test_the_lines_of_the_third(assessment):
    """65 × 1/3 = 21.667, 65 × 2/3 = 43.333 → 21.67, 43.33. E2 80 % → 17.336. E3: 53/50 − 1 = 6 %, 2 points short: 80 %.

    P1: three peers, none dropped: 87; 0.6 × 88 + 0.4 × 87 = 87.6 % of 15 = 13.14.
    """
    assert scores(assessment, "C") == [
        ("E2", D("21.67"), D("17.34")),
        ("E3", D("43.33"), D("34.66")),
        ("K4", D("20.00"), D("12.00")),
        ("P1", D("15.00"), D("13.14")),
    ]


def test_totals_ranks_grades_and_the_economic_share(assessment):
    """T 59.89 + 18.40 + 13.36 + 1.50 − 0.50; J 58.83 + 14.00 + 13.80; C 52.00 + 12.00 + 13.14.

    优秀: 30 % of 3 is 0.9, rounded down 0, but at least 1.
    """
    found = [(r.code, r.rank, r.total, r.bonus, r.deduction, r.grade) for r in assessment.departments()]
    assert found == [
        ("T", 1, D("92.65"), D("1.50"), D("0.50"), "优秀"),
        ("J", 2, D("86.63"), D("0.00"), D("0.00"), "良好"),
        ("C", 3, D("77.14"), D("0.00"), D("0.00"), "合格"),
    ]
    assert {r.economic_share for r in assessment.departments()} == {Fraction(65, 100)}
    assert [r.economic_score for r in assessment.departments()] == [D("59.89"), D("58.83"), D("52.00")]


def test_the_money(assessment):
    """总额: T 30 × 1.3 × 92.65 = 3613.35; J 24 × 1.1 × 86.63 = 2287.032; C 18 × 0.9 × 77.14 = 1249.668; in all 7150.05.

    1,000,000 × 3613.35/7150.05 = 505360.10; J 319862.38; C 174777.52: one 元 is over, it goes to C.
    低分: C 100 × 18 × (80 − 77.14) = 5148. 黄牌: T 1000. 未完成: J K3 2000, C K4 carried once 4000.
    """
    money = rewards(assessment)
    found = {
        each.code: ([int(each.amount(rule.name)) for rule in money.rules], each.rewards, each.penalties, each.net)
        for each in money.departments
    }
    assert found == {
        "T": ([505360, 60000, 0, -1000, 0], 565360, -1000, 564360),
        "J": ([319862, 40000, 0, 0, -2000], 359862, -2000, 357862),
        "C": ([174778, 0, -5148, 0, -4000], 174778, -9148, 165630),
    }
    sums = [(rule.planned, rule.distributed, rule.undistributed) for rule in money.rules]
    assert sums == [
        (1000000, 1000000, 0),
        (100000, 100000, 0),
        (None, -5148, None),
        (None, -1000, None),
        (None, -6000, None),
    ]
    assert money.net == 1087852 == 564360 + 357862 + 165630
    assert {each.code: each.consequences for each in money.departments} == {
        "T": ("通报表扬", "提交书面说明"),
        "J": (),
        "C": (),
    }
    assert why(money, "T", "总额分配")[0] == "权重 = 人数 30 × 等次系数 1.3 × 得分 92.65 = 3,613.35"
