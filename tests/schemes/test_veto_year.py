"""A year with two vetoes: an accident that costs grade and money, an offence that costs one grade. On paper.

Group 甲, 工作 100. V1 (20 people), V2 (10), V3 (12), V4 (8), V5 (15).
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Adjustment, Category, Consequence, Facts
from kpi_desktop.assessment.rewards import Rewards, rewards, why
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import CATEGORIES, VETO, a_year, award, band, card, department, scored, task, veto

D = Decimal


def adjustments() -> tuple:
    return (
        Category("表彰加分", "bonus", cap=D(5)),
        Category("督查扣分", "deduction", cap=D(3)),
        Adjustment("V1", "表彰加分", D(3), "省级表彰"),
        Adjustment("V1", "表彰加分", D(4), "国家级试点"),
        Adjustment("V2", "督查扣分", D(2), "数据迟报"),
        veto("V1"),
        Adjustment("V3", VETO, D(0), "信访事件", treatment="降一档", stops_rewards=False),
        task("V2-1", "V2", state="suspended", basis="会议"),
        task("V2-2", "V2", state="suspended", basis="会议"),
        card("黄", "V2-1"),
        card("黄", "V2-1"),
        card("红", "V2-2"),
        task("V4-1", "V4", state="submitted", times_carried=2),
    )


@pytest.fixture(scope="module")
def facts() -> Facts:
    return a_year(
        CATEGORIES,
        *(department(f"V{n}", people) for n, people in enumerate((20, 10, 12, 8, 15), 1)),
        scored("V1", 95),
        scored("V2", 91),
        scored("V3", 92),
        scored("V4", "58.4"),
        scored("V5", "90.5"),
        adjustments(),
        band("优秀", 90, "1.3", room=1),
        band("良好", 80, "1.1"),
        band("合格", 60, "0.9"),
        band("不合格", 0, 0),
        award("总额分配", "总额=400000;因素=人数,等次系数"),
        award("名次奖励", "1=50000;2=30000;3=20000"),
        award("名次奖励", "1=5000;2=3000;递补=是", name="先进奖"),
        award("低分扣罚", "标准=200"),
        award("等次扣罚", "等次=不合格;金额=1000"),
        award("黄红牌扣罚", "黄=500;红=2000"),
        award("未完成扣罚", "标准=1000"),
        Consequence("等次:不合格", "取消评优资格"),
        Consequence("等次:优秀", "通报表扬"),
        Consequence("督办:红", "约谈"),
        directive_category="督查扣分",
        veto_grade="不合格",
    )


@pytest.fixture(scope="module")
def money(facts: Facts) -> Rewards:
    return rewards(score(facts))


def test_totals_ranks_and_grades(facts: Facts):
    """V1: 95 + 5 (7, capped) = 100, first, and 不合格 by the veto. V2: 91 − 3 (0.5 + 0.5 + 1 + 2 = 4, capped) = 88.

    V3: its 92 alone earn 优秀, one lower: 良好. V5 has the one place of 优秀: the vetoed take none. V4: 58.4 不合格.
    """
    found = [(r.rank, r.code, r.total, r.grade, r.vetoed, r.rewards_stopped) for r in score(facts).departments()]
    assert found == [
        (1, "V1", D("100.00"), "不合格", True, True),
        (2, "V3", D("92.00"), "良好", True, False),
        (3, "V5", D("90.50"), "优秀", False, False),
        (4, "V2", D("88.00"), "良好", False, False),
        (5, "V4", D("58.40"), "不合格", False, False),
    ]


def test_the_pool_without_the_stopped(money: Rewards):
    """V2 10 × 1.1 = 11; V3 12 × 1.1 = 13.2; V4 8 × 0 = 0; V5 15 × 1.3 = 19.5: 43.7.

    400,000 × 11/43.7 = 100686.50 (…6.4989); V3 120823.80; V5 178489.70: two 元 over, to V3 and V5.
    """
    found = {each.code: each.amount("总额分配") for each in money.departments}
    assert found == {"V1": 0, "V2": 100686, "V3": 120824, "V4": 0, "V5": 178490}
    assert why(money, "V1", "总额分配") == ("一票否决，奖励停发",)


def test_the_place_of_the_stopped_stays_or_is_moved_up(money: Rewards):
    """Without 递补 V1's 50,000 stay with nobody; with it V3 is first and V5 second."""
    assert {each.code: each.amount("名次奖励") for each in money.departments if each.amount("名次奖励")} == {
        "V3": 30000,
        "V5": 20000,
    }
    assert money.rule("名次奖励").undistributed == 50000
    assert {each.code: each.amount("先进奖") for each in money.departments if each.amount("先进奖")} == {
        "V3": 5000,
        "V5": 3000,
    }


def test_penalties(money: Rewards):
    """V1: 1000 × 20. V2: 2 × 500 + 2000. V4: 200 × 8 × (60 − 58.4) = 2560, 1000 × 8, 1000 × (1 + 2)."""
    found = {each.code: ([int(item.amount) for item in each.items if item.amount < 0]) for each in money.departments}
    assert found == {"V1": [-20000], "V2": [-3000], "V3": [], "V4": [-2560, -8000, -3000], "V5": []}


def test_net_and_sums(money: Rewards):
    """V2 100,686 − 3,000; V3 120,824 + 30,000 + 5,000; V5 178,490 + 20,000 + 3,000."""
    assert {each.code: each.net for each in money.departments} == {
        "V1": -20000,
        "V2": 97686,
        "V3": 155824,
        "V4": -13560,
        "V5": 201490,
    }
    assert (money.rewards, money.penalties, money.net) == (458000, -36560, 421440)
    assert sum(rule.distributed for rule in money.rules) == 421440


def test_within_rewards_nothing_is_taken_from_who_has_nothing(facts: Facts):
    limited = rewards(score(replace(facts, settings=replace(facts.settings, penalties_within_rewards=True))))
    found = {each.code: (each.penalties, each.net) for each in limited.departments}
    assert found == {"V1": (0, 0), "V2": (-3000, 97686), "V3": (0, 155824), "V4": (0, 0), "V5": (0, 201490)}


def test_what_is_not_money(money: Rewards):
    assert {each.code: each.consequences for each in money.departments} == {
        "V1": ("取消评优资格",),
        "V2": ("约谈",),
        "V3": (),
        "V4": ("取消评优资格",),
        "V5": ("通报表扬",),
    }
