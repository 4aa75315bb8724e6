"""A general group at 30 % economic share, with a tie for the last place of 优秀. Worked out on paper.

综合组: 经济指标 30, 重点工作 50, 党的建设 20; 缺项折算; a partner of a task has 30 % of its points.
G1 (20 people), G2 (15, counted 12.5 for money), G3 (8, bears no economic indicator), G4 (10).
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.facts import Category, Facts, GradeDecision, Group, Indicator, Verdict, Weight
from kpi_desktop.assessment.gaps import gaps
from kpi_desktop.assessment.rewards import rewards
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import a_year, actual, award, band, card, department, on, target, task

D = Decimal
GROUP = "综合组"


def scheme() -> tuple:
    return (
        Group(GROUP),
        Category("经济指标", "scored", economic=True),
        Category("重点工作", "scored"),
        Category("党的建设", "scored"),
        Weight(GROUP, "经济指标", D(30)),
        Weight(GROUP, "重点工作", D(50)),
        Weight(GROUP, "党的建设", D(20)),
        Indicator("A1", "城镇新增就业", "经济指标", "人", parse_rule("shortfall")),
        Indicator("A2", "专项资金", "经济指标", "万元", parse_rule("completion", "起评=80%")),
        Indicator("B1", "PM2.5 浓度", "重点工作", "微克", parse_rule("reverse")),
        Indicator("B2", "较大安全事故", "重点工作", "起", parse_rule("pass", "方向=低优")),
        Indicator("C1", "党建评议", "党的建设", "分", parse_rule("panel")),
        band("优秀", 90, "1.2", room=2),
        band("良好", 80, "1"),
        band("合格", 60, "0.8"),
        award("人均标准", "标准=3000;因素=人数,等次系数;起付线=70", "一般"),
        award("名次奖励", "1=30000;2=20000;3=10001"),
        award("黄红牌扣罚", "红=30000"),
    )


def figures() -> tuple:
    whole = {"category": "重点工作", "state": "finished", "finished": on("2020-11-30")}
    return (
        target("A1", "G1", 1000),
        actual("A1", "G1", 965),
        target("A2", "G2", 200),
        actual("A2", "G2", 170),
        target("A2", "G4", 100),
        actual("A2", "G4", 92),
        target("B1", "G1", 30, points=20),
        actual("B1", "G1", 33),
        target("B2", "G1", 0, points=20),
        actual("B2", "G1", 0),
        target("B1", "G2", 30, points=20),
        actual("B1", "G2", 29),
        target("B1", "G4", 30, points=50),
        actual("B1", "G4", "31.2"),
        task("K1", "G1", points=D(10), partners=("G2",), **whole),
        task("K2", "G3", points=D(10), **whole),
        card("红", "K2"),
        *(target("C1", code, points=20) for code in ("G1", "G2", "G3", "G4")),
        Verdict("G1", "C1", D("0.95"), "党群评议"),
        Verdict("G2", "C1", D("0.96"), "党群评议"),
        Verdict("G3", "C1", D("0.811"), "党群评议"),
        Verdict("G4", "C1", D("0.95"), "党群评议"),
    )


@pytest.fixture(scope="module")
def facts() -> Facts:
    return a_year(
        scheme(),
        department("G1", 20, GROUP),
        department("G2", 15, GROUP, payout_headcount=D("12.5")),
        department("G3", 8, GROUP),
        department("G4", 10, GROUP),
        figures(),
        missing_category="折算",
        partner_points=D("0.3"),
    )


def test_every_line(facts: Facts):
    """G1: 96.5 %, 3.5 steps short, counted as 4: 92 % of 30. B1: 1 − 3/30 = 90 % of 20.

    G2: 170/200 = 85 % of 30. 重点工作: weights 20 and 10 × 0.3 = 3 → 50 × 20/23 = 43.478, 6.522 → 43.48, 6.52.
    G3: 50/70 and 20/70 of 100 = 71.43 and 28.57; 28.57 × 81.1 % = 23.170. G4: 92 % of 30; 1 − 1.2/30 = 96 % of 50.
    """
    found = {
        result.code: [(line.code, line.full, line.score) for line in result.lines]
        for result in score(facts).departments()
    }
    assert found == {
        "G1": [
            ("A1", D("30.00"), D("27.60")),
            ("B1", D("20.00"), D("18.00")),
            ("B2", D("20.00"), D("20.00")),
            ("C1", D("20.00"), D("19.00")),
            ("K1", D("10.00"), D("10.00")),
        ],
        "G2": [
            ("A2", D("30.00"), D("25.50")),
            ("B1", D("43.48"), D("43.48")),
            ("C1", D("20.00"), D("19.20")),
            ("K1", D("6.52"), D("6.52")),
        ],
        "G3": [("C1", D("28.57"), D("23.17")), ("K2", D("71.43"), D("71.43"))],
        "G4": [("A2", D("30.00"), D("27.60")), ("B1", D("50.00"), D("48.00")), ("C1", D("20.00"), D("19.00"))],
    }


def test_a_tie_for_the_last_place_is_left_to_the_meeting(facts: Facts):
    """G2 25.50 + 50.00 + 19.20 = 94.70. G1 and G4 94.60 with 27.60 economic points each: equal. G3 94.60, 0: behind.

    优秀 has two places: G2 takes one, G1 and G4 do not both fit, the band closes, G3 cannot slip in.
    """
    assessment = score(facts)
    found = [(r.code, r.rank, r.total, r.grade, r.undecided_for) for r in assessment.departments()]
    assert found == [
        ("G2", 1, D("94.70"), "优秀", None),
        ("G1", 2, D("94.60"), "良好", "优秀"),
        ("G4", 2, D("94.60"), "良好", "优秀"),
        ("G3", 4, D("94.60"), "良好", None),
    ]
    assert [gap.department for gap in gaps(assessment, on("2020-12-31")) if gap.kind == "undecided"] == ["G1", "G4"]
    shares = {r.code: r.economic_share for r in assessment.departments()}
    assert shares == {"G1": Fraction(3, 10), "G2": Fraction(3, 10), "G3": 0, "G4": Fraction(3, 10)}


def test_the_money_while_undecided(facts: Facts):
    """人均: G1 3000 × 20 × 1 = 60,000; G2 3000 × 12.5 × 1.2 = 45,000; G3 24,000; G4 30,000.

    名次: G2 30,000; G1 and G4 fill places 2 and 3: 30,001 ÷ 2, the odd 元 to G1 (code). 红牌: G3 −30,000.
    """
    money = rewards(score(facts))
    found = {each.code: [int(each.amount(rule.name)) for rule in money.rules] for each in money.departments}
    assert found == {
        "G1": [60000, 15001, 0],
        "G2": [45000, 30000, 0],
        "G3": [24000, 0, -30000],
        "G4": [30000, 15000, 0],
    }
    assert [(rule.planned, rule.distributed, rule.undistributed) for rule in money.rules] == [
        (None, 159000, None),
        (60001, 60001, 0),
        (None, -30000, None),
    ]
    assert (money.rewards, money.penalties, money.net) == (219001, -30000, 189001)


def test_penalties_within_rewards(facts: Facts):
    """G3 has earned 24,000: that is all that can be taken."""
    limited = replace(facts, settings=replace(facts.settings, penalties_within_rewards=True))
    third = rewards(score(limited)).department("G3")
    assert (third.rewards, third.penalties, third.net) == (24000, -24000, 0)


def test_a_decision_ends_the_tie(facts: Facts):
    """G1 is given 优秀 by the meeting: 3000 × 20 × 1.2 = 72,000. Both places are taken, so G4 is simply 良好.

    The decision gives a grade and no rank: G1 and G4 still share the places 2 and 3, all else is as it was.
    """
    decided = replace(facts, decisions=(GradeDecision("G1", "优秀", "区委会议纪要〔2021〕3号"),))
    assessment = score(decided)
    found = {r.code: (r.grade, r.undecided) for r in assessment.departments()}
    assert found == {
        "G2": ("优秀", False),
        "G1": ("优秀", False),
        "G4": ("良好", False),
        "G3": ("良好", False),
    }
    assert [(r.code, r.rank) for r in assessment.departments()] == [("G2", 1), ("G1", 2), ("G4", 2), ("G3", 4)]
    money = rewards(assessment)
    found = {each.code: ([int(each.amount(rule.name)) for rule in money.rules], each.net) for each in money.departments}
    assert found == {
        "G1": ([72000, 15001, 0], 87001),
        "G2": ([45000, 30000, 0], 75000),
        "G3": ([24000, 0, -30000], -6000),
        "G4": ([30000, 15000, 0], 45000),
    }
    assert money.net == 201001 == 87001 + 75000 - 6000 + 45000
