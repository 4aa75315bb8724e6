"""Growth-rate indicators, a pool, contribution awards and a capped excess, in payouts of 100 元. Worked out on paper.

One group: 经济指标 60, 重点工作 40. X (20 people), Y (30), Z (10).
"""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Category, Facts, Group, Indicator, Progress, Weight
from kpi_desktop.assessment.rewards import Rewards, rewards, why
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import a_year, actual, award, band, department, on, target, task

D = Decimal
GROUP = "产业组"


def indicators() -> tuple[Indicator, ...]:
    growth = parse_rule("growth", "每点扣=10%;每点加=2%;封顶=110%;取整=进")
    return (
        Indicator("E1", "规上工业增加值", "经济指标", "亿元", growth),
        Indicator("E2", "实际利用外资", "经济指标", "万美元", parse_rule("growth", "每点扣=4%")),
        Indicator("E5", "重大项目投资", "经济指标", "亿元", parse_rule("completion")),
    )


def figures() -> tuple:
    return (
        target("E1", "X", "0.10", prior=200, points=40),
        actual("E1", "X", 224),
        target("E1", "Y", "0.09", prior=300, points=40),
        actual("E1", "Y", 321),
        target("E1", "Z", "0.01", prior=50, points=40),
        actual("E1", "Z", "50.6"),
        target("E2", "X", "0.15", prior=1000, points=20),
        actual("E2", "X", 1100),
        target("E2", "Y", "0.20", prior=2000, points=20),
        actual("E2", "Y", 2500),
        target("E5", "X", 10, points=0),
    )


def work() -> tuple:
    given = {"category": "重点工作", "points": D(10)}
    return (
        task("K1", "X", state="finished", finished=on("2020-12-01"), **given),
        task("K2", "Y", **given),
        Progress("K2", on("2020-12-20"), D("0.75")),
        task("K3", "Z", **given),
        Progress("K3", on("2020-12-20"), D("0.9")),
    )


@pytest.fixture(scope="module")
def facts() -> Facts:
    return a_year(
        Group(GROUP),
        Category("经济指标", "scored", economic=True),
        Category("重点工作", "scored"),
        Weight(GROUP, "经济指标", D(60)),
        Weight(GROUP, "重点工作", D(40)),
        department("X", 20, GROUP),
        department("Y", 30, GROUP),
        department("Z", 10, GROUP),
        indicators(),
        figures(),
        work(),
        band("优秀", 95, "1.5"),
        band("良好", 80, "1.2"),
        band("合格", 60, "1"),
        award("总额分配", "总额=500000;因素=人数,等次系数"),
        award("贡献分配", "总额=300050;指标=E1:2,E2:1;按=增量"),
        award("贡献分配", "总额=60000;指标=E5", name="重大项目奖"),
        award("超额奖励", "指标=E1;单位=1%;标准=10000;上限=15000"),
        payout_unit=D(100),
    )


@pytest.fixture(scope="module")
def money(facts: Facts) -> Rewards:
    return rewards(score(facts))


def test_growth_against_the_target_rate(facts: Facts):
    """X E1: 224/200 − 1 = 12 %, 2 points over 10 %: 104 % of 40. E2: 10 %, 5 short of 15 %, 4 % each: 80 % of 20.

    Y E1: 7 %, 2 short of 9 %: 80 %. E2: 25 %, 5 over, nothing for it: 100 %.
    Z bears E1 alone, 60 points: 1.2 %, 0.2 over 1 %: only whole points count beyond, so 100 %.
    E5 carries no points and has no value.
    """
    assessment = score(facts)
    lines = {r.code: [(x.code, x.full, x.score, x.status) for x in r.lines] for r in assessment.departments()}
    assert lines["X"] == [
        ("E1", D("40.00"), D("41.60"), "ok"),
        ("E2", D("20.00"), D("16.00"), "ok"),
        ("E5", D("0.00"), D("0.00"), "no_actual"),
        ("K1", D("40.00"), D("40.00"), "ok"),
    ]
    assert lines["Y"] == [
        ("E1", D("40.00"), D("32.00"), "ok"),
        ("E2", D("20.00"), D("20.00"), "ok"),
        ("K2", D("40.00"), D("30.00"), "ok"),
    ]
    assert lines["Z"] == [("E1", D("60.00"), D("60.00"), "ok"), ("K3", D("40.00"), D("36.00"), "ok")]
    assert [(r.code, r.rank, r.total, r.grade) for r in assessment.departments()] == [
        ("X", 1, D("97.60"), "优秀"),
        ("Z", 2, D("96.00"), "优秀"),
        ("Y", 3, D("82.00"), "良好"),
    ]


def test_the_pool_in_hundreds(money: Rewards):
    """20 × 1.5 = 30, 30 × 1.2 = 36, 10 × 1.5 = 15, in all 81. 5000 units: 1851.85, 2222.22, 925.93.

    Rounded down 4998; the two that are over go to Z (0.93) and X (0.85).
    """
    assert {each.code: each.amount("总额分配") for each in money.departments} == {"X": 185200, "Y": 222200, "Z": 92600}
    assert money.rule("总额分配").undistributed == 0


def test_contribution_by_increase(money: Rewards):
    """300,050 is 3000 units and 50 元 that nobody gets; 2 : 1 → 2000 and 1000 units.

    E1: X (12 % ≥ 10 %) +24, Z (1.2 % ≥ 1 %) +0.6, Y not reached: 2000 × 24/24.6 = 1951.22, × 0.6/24.6 = 48.78
    → 1951 and 49 units. E2: only Y reached.
    """
    found = {each.code: each.amount("贡献分配") for each in money.departments}
    assert found == {"X": 195100, "Y": 100000, "Z": 4900}
    rule = money.rule("贡献分配")
    assert (rule.planned, rule.distributed, rule.undistributed) == (300050, 300000, 50)
    assert why(money, "Y", "贡献分配")[0].startswith("E1：7%")


def test_a_part_nobody_earned_is_said(money: Rewards):
    rule = money.rule("重大项目奖")
    assert (rule.planned, rule.distributed, rule.undistributed) == (60000, 0, 60000)
    assert "E5 无人达到目标" in rule.notes[0]


def test_excess_is_capped(money: Rewards):
    """X is 2 whole points beyond its 10 %: 20,000, capped at 15,000. Z is 0.2 beyond: none."""
    assert {each.code: each.amount("超额奖励") for each in money.departments} == {"X": 15000, "Y": 0, "Z": 0}


def test_across_is_down(money: Rewards):
    """X 185,200 + 195,100 + 15,000; Y 222,200 + 100,000; Z 92,600 + 4,900."""
    assert [each.net for each in money.departments] == [395300, 322200, 97500]
    assert [rule.distributed for rule in money.rules] == [500000, 300000, 0, 15000]
    assert money.net == 815000 == 395300 + 322200 + 97500 == 500000 + 300000 + 15000
