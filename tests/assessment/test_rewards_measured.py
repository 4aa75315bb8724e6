"""超额奖励 and 名次奖励: amounts worked out by hand (calculus, section 7)."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Group
from kpi_desktop.assessment.rewards import why
from tests.assessment.build import actual, amounts, award, borne, department, indicator, paid, scored, target, veto

D = Decimal


def excess(rule: str, params: str, made: tuple, **settings) -> dict[str, str]:
    """What 超额奖励 with `params` gives to D1, which bears E01 under `rule` as `made`."""
    return amounts(
        paid(department("D1"), indicator("E01", rule), made, award("超额奖励", f"指标=E01;{params}"), **settings),
        "超额奖励",
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [("75", None), ("75.99", None), ("76", "20000"), ("79.5", "80000"), ("85", "200000"), ("86", "200000")],
)
def test_each_full_unit_beyond_the_target_up_to_a_cap(value, expected):
    # beyond 75: 0.99 is no full unit, 4.5 are four, 10 reach the cap of 200,000, 11 stay there
    found = excess("completion", "单位=1;标准=20000;上限=200000", borne("E01", "D1", 75, value))
    assert found == ({} if expected is None else {"D1": expected})


def test_under_tiered_only_what_is_beyond_the_stretch_counts():
    # T 75, S 100: 99 is beyond T but not beyond S; 103.5 is 3 units beyond S
    params = "单位=1;标准=20000"
    assert excess("tiered", params, borne("E01", "D1", 75, 99, stretch=100)) == {}
    assert excess("tiered", params, borne("E01", "D1", 75, "103.5", stretch=100)) == {"D1": "60000"}


def test_under_efficacy_too_and_downwards_where_that_is_better():
    # S 2 below T 10: 0.5 is 1.5 below S, three units of 0.5
    assert excess("efficacy", "单位=0.5;标准=100", borne("E01", "D1", 10, "0.5", stretch=2)) == {"D1": "300"}


def test_lower_better_counts_below_the_target():
    assert excess("reverse", "单位=1;标准=100", borne("E01", "D1", 10, "7.5")) == {"D1": "200"}
    assert excess("reverse", "单位=1;标准=100", borne("E01", "D1", 10, 12)) == {}


def test_rates_count_in_points():
    # (115.7 − 100) / 100 = 15.7 %; beyond 10 %: 5.7 points, five full ones
    assert excess("growth", "单位=1%;标准=1000", borne("E01", "D1", "0.1", "115.7", prior=100)) == {"D1": "5000"}


def test_exactly_a_unit_of_a_rate_is_a_full_one():
    # 0.29 − 0.28 is 0.01 exactly, which a float would miss
    assert excess("growth", "单位=1%;标准=1000", borne("E01", "D1", "0.28", "129", prior=100)) == {"D1": "1000"}


def test_an_excess_is_rounded_half_up_to_the_unit_after_the_cap():
    # 3 × 12.5 = 37.5 → 38; in units of 100: 150 capped at 149 → 100
    assert excess("completion", "单位=1;标准=12.5", borne("E01", "D1", 1, 4)) == {"D1": "38"}
    found = excess("completion", "单位=1;标准=50;上限=149", borne("E01", "D1", 1, 4), payout_unit=D(100))
    assert found == {"D1": "100"}


def test_bands_over_figures_may_have_a_target_or_none():
    # 档 over 数值 do not use T; where T is given it is the goal, where it is blank nothing is exceeded
    rule = indicator("E01", "bands", "档=5:100%;自变量=数值")
    parts = (department("D1"), department("D2"), rule, target("E01", "D1"), target("E01", "D2", 4))
    year = (parts, actual("E01", "D1", 9), actual("E01", "D2", 9), award("超额奖励", "指标=E01;单位=1;标准=10"))
    assert amounts(paid(year), "超额奖励") == {"D2": "50"}


def test_one_whose_rewards_stop_gets_no_excess():
    year = (department("D1"), indicator("E01"), borne("E01", "D1", 1, 4), veto("D1"))
    assert amounts(paid(year, award("超额奖励", "指标=E01;单位=1;标准=10")), "超额奖励") == {}


def test_an_excess_explains_itself():
    year = (
        department("D1"),
        department("D2"),
        indicator("E01"),
        borne("E01", "D1", 75, 86),
        borne("E01", "D2", 75, 75),
    )
    found = paid(year, award("超额奖励", "指标=E01;单位=1;标准=20000;上限=200000"))
    assert why(found, "D1", "超额奖励") == (
        "E01：86，好于目标 75 的部分是 11，每满 1 算一份，共 11 份",
        "20,000 元 × 11 = 220,000 元，超过上限，按上限计 = 200,000 元",
    )
    assert why(found, "D2", "超额奖励") == ("E01：75，没有超过目标 75 满 1",)


def ranked(*totals: int) -> tuple:
    """D1, D2 … with these totals."""
    codes = [f"D{place}" for place in range(1, len(totals) + 1)]
    return (
        tuple(map(department, codes)),
        tuple(scored(code, total) for code, total in zip(codes, totals, strict=True)),
    )


PRIZES = "1=100000;2=80000;3=50000"


def test_prizes_by_rank():
    found = paid(ranked(70, 90, 80, 60), award("名次奖励", PRIZES))
    assert amounts(found, "名次奖励") == {"D2": "100000", "D3": "80000", "D1": "50000"}
    outcome = found.rule("名次奖励")
    assert (outcome.planned, outcome.distributed, outcome.undistributed) == (D(230000), D(230000), D(0))


def test_those_equal_in_rank_share_the_places_they_fill():
    # two first: (100,000 + 80,000) / 2; the next is third
    found = paid(ranked(90, 90, 80), award("名次奖励", PRIZES))
    assert amounts(found, "名次奖励") == {"D1": "90000", "D2": "90000", "D3": "50000"}
    # two third: the third's 50,000 and nothing for the fourth
    found = paid(ranked(95, 90, 80, 80), award("名次奖励", PRIZES))
    assert amounts(found, "名次奖励") == {"D1": "100000", "D2": "80000", "D3": "25000", "D4": "25000"}
    assert why(found, "D4", "名次奖励") == ("甲并列第 3 名，2 个部门共分第 3、4 名的 50,000 元，得 25,000 元",)


def test_shares_of_equals_are_whole_units_by_code():
    # 10 + 5 + 5 = 20 among three: 7, 7, 6; in units of 3: six units, 2 each, and 2 yuan left
    rule = award("名次奖励", "1=10;2=5;3=5")
    assert amounts(paid(ranked(90, 90, 90), rule), "名次奖励") == {"D1": "7", "D2": "7", "D3": "6"}
    found = paid(ranked(90, 90, 90), award("名次奖励", "1=1000;2=500;3=530"), payout_unit=D(100))
    # 2,030 is twenty units of 100: 7, 7, 6; 30 left
    assert amounts(found, "名次奖励") == {"D1": "700", "D2": "700", "D3": "600"}
    assert found.rule("名次奖励").undistributed == 30


def test_one_alone_gets_whole_units_too():
    found = paid(ranked(90), award("名次奖励", "1=1050"), payout_unit=D(100))
    assert amounts(found, "名次奖励") == {"D1": "1000"}
    outcome = found.rule("名次奖励")
    assert (outcome.planned, outcome.undistributed) == (D(1050), D(50))
    assert outcome.notes == ("甲第 1 名不足一个兑现单位的 50 元未分配",)


def test_planned_is_the_sum_for_every_group_in_scope():
    # 甲 fills two places of three, 乙 one, 丙 none: 3 × 230,000 planned
    parts = (department("A1"), department("A2"), department("B1", group="乙"))
    totals = (scored("A1", 90), scored("A2", 80), scored("B1", 50))
    groups = (Group("甲"), Group("乙"), Group("丙"), Group("丁", separate=True))
    found = paid(parts, totals, groups, award("名次奖励", PRIZES, "一般"))
    assert amounts(found, "名次奖励") == {"A1": "100000", "A2": "80000", "B1": "100000"}
    outcome = found.rule("名次奖励")
    assert (outcome.planned, outcome.undistributed) == (D(690000), D(410000))
    assert outcome.notes == (
        "甲第 3 名空缺，50,000 元未分配",
        "乙第 2—3 名空缺，130,000 元未分配",
        "丙第 1—3 名空缺，230,000 元未分配",
    )


def test_the_place_of_one_whose_rewards_stop_stays_undistributed():
    found = paid(ranked(95, 90, 85, 80), veto("D2"), award("名次奖励", PRIZES))
    assert amounts(found, "名次奖励") == {"D1": "100000", "D3": "50000"}
    outcome = found.rule("名次奖励")
    assert outcome.undistributed == 80000
    assert outcome.notes == ("D2局奖励停发，甲第 2 名的 80,000 元未分配",)


def test_a_stopped_one_among_equals_leaves_its_own_part():
    # 100,001 + 80,000 over D1 and D2: 90,001 and 90,000; D1's stays, D2 gets no more than its own
    found = paid(ranked(95, 95, 85), veto("D1"), award("名次奖励", "1=100001;2=80000;3=50000"))
    assert amounts(found, "名次奖励") == {"D2": "90000", "D3": "50000"}
    assert found.rule("名次奖励").undistributed == 90001


def test_with_moving_up_those_below_take_the_places():
    found = paid(ranked(95, 90, 85, 80), veto("D2"), award("名次奖励", f"{PRIZES};递补=是"))
    assert amounts(found, "名次奖励") == {"D1": "100000", "D3": "80000", "D4": "50000"}
    assert found.rule("名次奖励").undistributed == 0
    assert why(found, "D3", "名次奖励") == ("甲第 2 名（原第 3 名，递补），名次奖 80,000 元",)
    assert why(found, "D2", "名次奖励") == ("一票否决，奖励停发",)


def test_moving_up_frees_an_equal_from_sharing():
    # D1 and D2 were first together; with D1 passed over D2 is first alone, D3 second
    found = paid(ranked(95, 95, 85), veto("D1"), award("名次奖励", f"{PRIZES};递补=是"))
    assert amounts(found, "名次奖励") == {"D2": "100000", "D3": "80000"}
    assert found.rule("名次奖励").undistributed == 50000


def test_a_place_without_an_amount_gives_nothing():
    found = paid(ranked(95, 90, 85), award("名次奖励", "1=100;3=50"))
    assert amounts(found, "名次奖励") == {"D1": "100", "D3": "50"}
    assert why(found, "D2", "名次奖励") == ("甲第 2 名，没有名次奖",)
