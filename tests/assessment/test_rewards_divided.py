"""总额分配, 人均标准, 贡献分配: amounts worked out by hand (calculus, section 7)."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Group
from kpi_desktop.assessment.rewards import why
from tests.assessment.build import (
    BANDS,
    actual,
    amounts,
    award,
    borne,
    department,
    indicator,
    paid,
    scored,
    target,
    veto,
)

D = Decimal
THREE = (
    department("D1", 10),
    department("D2", 20),
    department("D3", 30),
    scored("D1", 95),
    scored("D2", 85),
    scored("D3", 70),
    BANDS,
)


def test_a_pool_is_split_by_the_product_of_its_factors():
    # weights 人数 × 等次系数: 10 × 1.2 = 12, 20 × 1 = 20, 30 × 0.8 = 24, together 56
    # 1,000,000 × 12/56 = 214,285.71…, × 20/56 = 357,142.85…, × 24/56 = 428,571.42…: floors sum to 999,998
    # remainders .714, .857, .428: the two units left go to D2 and D1
    found = paid(THREE, award("总额分配", "总额=1000000;因素=人数,等次系数"))
    assert amounts(found, "总额分配") == {"D1": "214286", "D2": "357143", "D3": "428571"}
    assert found.rule("总额分配").undistributed == 0


def test_a_total_score_may_be_a_factor():
    # 95 : 85 : 70, together 250; 1,000 × 95/250 = 380, 340, 280
    found = paid(THREE, award("总额分配", "总额=1000;因素=得分"))
    assert amounts(found, "总额分配") == {"D1": "380", "D2": "340", "D3": "280"}


def test_payout_headcount_goes_before_headcount():
    # 折算人数 15 : 5
    parts = (department("D1", 10, payout_headcount=D(15)), department("D2", 10, payout_headcount=D(5)))
    found = paid(parts, scored("D1", 90), scored("D2", 80), award("总额分配", "总额=2000;因素=人数"))
    assert amounts(found, "总额分配") == {"D1": "1500", "D2": "500"}


def test_a_payout_headcount_of_zero_is_given_and_counts():
    parts = (department("D1", 10, payout_headcount=D(0)), department("D2", 10))
    found = paid(parts, scored("D1", 90), scored("D2", 80), award("总额分配", "总额=2000;因素=人数"))
    assert amounts(found, "总额分配") == {"D2": "2000"}


def test_ties_of_a_division_go_to_the_better_rank_then_to_the_code():
    # 100 over three equal weights: 33 each, one unit left; D3 has the best total
    parts = (department("D1"), department("D2"), department("D3"))
    totals = (scored("D1", 80), scored("D2", 80), scored("D3", 90))
    rule = award("总额分配", "总额=100;因素=人数")
    assert amounts(paid(parts, totals, rule), "总额分配") == {"D1": "33", "D2": "33", "D3": "34"}
    # 101: two units left, the second to the lower code of the two equal in rank
    rule = award("总额分配", "总额=101;因素=人数")
    assert amounts(paid(parts, totals, rule), "总额分配") == {"D1": "34", "D2": "33", "D3": "34"}


def test_ranks_of_different_groups_are_compared_by_number():
    # B1 is first in 乙, A2 second in 甲: B1 comes before A2 for the one unit left after A1's
    parts = (department("A1"), department("A2"), department("B1", group="乙"))
    totals = (scored("A1", 90), scored("A2", 80), scored("B1", 50))
    found = paid(parts, totals, award("总额分配", "总额=101;因素=人数"))
    assert amounts(found, "总额分配") == {"A1": "34", "A2": "33", "B1": "34"}


@pytest.mark.parametrize(
    ("unit", "expected", "left"),
    [
        ("100", {"D1": "300", "D2": "200"}, "50"),  # 550: five units of 100, 3 and 2 (ranks), 50 left
        ("1", {"D1": "275", "D2": "275"}, "0"),
        ("0.01", {"D1": "275", "D2": "275"}, "0"),
    ],
)
def test_a_pool_is_divided_in_payout_units(unit, expected, left):
    parts = (department("D1"), department("D2"), scored("D1", 90), scored("D2", 80))
    found = paid(parts, award("总额分配", "总额=550;因素=人数"), payout_unit=D(unit))
    assert {code: D(amount) for code, amount in amounts(found, "总额分配").items()} == {
        code: D(amount) for code, amount in expected.items()
    }
    outcome = found.rule("总额分配")
    assert (outcome.planned, outcome.undistributed) == (D(550), D(left))
    assert bool(outcome.notes) == (left != "0")


def test_a_pool_that_is_not_a_whole_number_of_units_leaves_the_rest():
    # 100.505 in 分: 10,050 units; 50.25 each; 0.005 stays
    parts = (department("D1"), department("D2"), scored("D1", 90), scored("D2", 80))
    found = paid(parts, award("总额分配", "总额=100.505;因素=人数"), payout_unit=D("0.01"))
    assert amounts(found, "总额分配") == {"D1": "50.25", "D2": "50.25"}
    outcome = found.rule("总额分配")
    assert (outcome.planned, outcome.distributed, outcome.undistributed) == (D("100.505"), D("100.5"), D("0.005"))
    assert outcome.notes == ("不足一个兑现单位(0.01 元)的 0.005 元未分配",)


def test_a_pool_whose_weights_are_all_zero_stays_undistributed():
    # both are 不合格 with a coefficient of 0
    parts = (department("D1"), department("D2"), scored("D1", 10), scored("D2", 20), BANDS)
    found = paid(parts, award("总额分配", "总额=2000000;因素=人数,等次系数"))
    outcome = found.rule("总额分配")
    assert (outcome.distributed, outcome.undistributed) == (0, D(2000000))
    assert outcome.notes == ("范围内各部门的权重都是 0，2,000,000 元未分配",)
    assert all(not each.items for each in found.departments)


def test_without_bands_nobody_has_a_coefficient():
    parts = (department("D1"), scored("D1", 95))
    found = paid(parts, award("总额分配", "总额=100;因素=等次系数"))
    assert found.rule("总额分配").undistributed == 100


def test_one_whose_rewards_stop_is_left_out_of_the_division():
    # D1 is vetoed: D2 : D3 = 20 : 30 of 500
    found = paid(THREE, veto("D1"), award("总额分配", "总额=500;因素=人数"))
    assert amounts(found, "总额分配") == {"D2": "200", "D3": "300"}
    assert why(found, "D1", "总额分配") == ("一票否决，奖励停发",)


def test_a_veto_that_stops_nothing_still_lowers_the_coefficient():
    # D1: 不合格, coefficient 0; 20 × 1 : 30 × 0.8 = 20 : 24 of 440
    found = paid(THREE, veto("D1", stops_rewards=False), award("总额分配", "总额=440;因素=人数,等次系数"))
    assert amounts(found, "总额分配") == {"D2": "200", "D3": "240"}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("全部", {"A": "25", "B": "25", "C": "25", "S": "25"}),
        ("一般", {"A": "34", "B": "33", "C": "33"}),
        ("乙", {"B": "100"}),
        ("丙、甲", {"A": "50", "C": "50"}),
        ("丁", {"S": "100"}),
    ],
)
def test_scopes(scope, expected):
    parts = [department(code, group=group) for code, group in zip("ABCS", "甲乙丙丁", strict=True)]
    groups = (Group("甲"), Group("乙"), Group("丙"), Group("丁", separate=True))
    totals = tuple(scored(code, 80) for code in "ABCS")
    found = paid(*parts, groups, totals, award("总额分配", "总额=100;因素=人数", scope))
    assert amounts(found, "总额分配") == expected


def test_a_standard_a_head_times_the_grade():
    # 20,000 × 10 × 1.2; × 20 × 1; × 30 × 0.8; D3 is below 起付线 80
    found = paid(THREE, award("人均标准", "标准=20000;起付线=80"))
    assert amounts(found, "人均标准") == {"D1": "240000", "D2": "400000"}
    outcome = found.rule("人均标准")
    assert (outcome.planned, outcome.distributed, outcome.undistributed) == (None, D(640000), None)
    assert why(found, "D3", "人均标准") == ("总分 70 低于起付线 80，不发",)
    assert why(found, "D1", "人均标准") == ("标准 20,000 元 × 人数 10 × 等次系数 1.2 = 240,000 元",)


def test_exactly_the_floor_is_enough():
    found = paid(department("D1"), scored("D1", 80), award("人均标准", "标准=100;因素=人数;起付线=80"))
    assert amounts(found, "人均标准") == {"D1": "1000"}


def test_an_amount_that_is_no_division_is_rounded_half_up_to_the_unit():
    # 12.5 × 10.5 × 1 = 131.25; to 1: 131; to 100: 100; 0.01: 131.25; half a unit goes up: 2.5 × 1 → 3
    parts = (department("D1", "10.5"), scored("D1", 80))
    rule = award("人均标准", "标准=12.5;因素=人数")
    assert [amounts(paid(parts, rule, payout_unit=D(unit)), "人均标准") for unit in ("1", "100", "0.01")] == [
        {"D1": "131"},
        {"D1": "100"},
        {"D1": "131.25"},
    ]
    assert amounts(
        paid(department("D1", 1), scored("D1", 80), award("人均标准", "标准=2.5;因素=人数")), "人均标准"
    ) == {"D1": "3"}


def economy(*values: tuple[str, str, str]) -> tuple:
    """Three departments, and E01 with (department, target, value) as given."""
    parts = (department("D1", 10), department("D2", 20), department("D3", 30))
    totals = (scored("D1", 90), scored("D2", 80), scored("D3", 70))
    return (parts, totals, indicator("E01"), *(borne("E01", of, base, value) for of, base, value in values))


def test_a_contribution_pool_goes_to_those_who_reached_by_what_they_did():
    # D3 did not reach: 30 : 60 of 100,001; 33,333.67 and 66,667.33: the unit left goes to D1's .67
    year = economy(("D1", "30", "30"), ("D2", "50", "60"), ("D3", "90", "89"))
    found = paid(year, award("贡献分配", "总额=100001;指标=E01:1"))
    assert amounts(found, "贡献分配") == {"D1": "33334", "D2": "66667"}
    assert why(found, "D3", "贡献分配") == ("E01：89，没有达到目标 90",)


def test_the_pool_is_split_over_the_indicators_first():
    # 100 over 1 : 1 : 1 = 34, 33, 33 (ties in the order named): E03 is named first
    year = (
        department("D1"),
        scored("D1", 90),
        *(indicator(code) for code in ("E01", "E02", "E03")),
        borne("E01", "D1", 10, 10),
        borne("E02", "D1", 10, 9),
        borne("E03", "D1", 10, 9),
    )
    found = paid(year, award("贡献分配", "总额=100;指标=E03:1,E01:1,E02:1"))
    assert amounts(found, "贡献分配") == {"D1": "33"}
    outcome = found.rule("贡献分配")
    assert (outcome.planned, outcome.distributed, outcome.undistributed) == (D(100), D(33), D(67))
    assert outcome.notes == ("E03 无人达到目标，34 元未分配", "E02 无人达到目标，33 元未分配")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("实绩", {"D1": "400", "D2": "600"}),  # 40 : 60
        ("增量", {"D1": "667", "D2": "333"}),  # 40 − 20 = 20 : 60 − 50 = 10
        ("超额", {"D1": "1000"}),  # 40 − 30 = 10 : 60 − 60 = 0
        ("人数", {"D1": "333", "D2": "667"}),  # 10 : 20
        ("均分", {"D1": "500", "D2": "500"}),
    ],
)
def test_what_contributions_are_measured_by(by, expected):
    year = (
        department("D1", 10),
        department("D2", 20),
        department("D3", 30),
        scored("D1", 90),
        scored("D2", 80),
        indicator("E01"),
        borne("E01", "D1", 30, 40, prior=20),
        borne("E01", "D2", 60, 60, prior=50),
    )
    found = paid(year, award("贡献分配", f"总额=1000;指标=E01:1;按={by}"))
    assert amounts(found, "贡献分配") == expected


def test_an_increase_without_a_prior_counts_nothing_and_a_decrease_neither():
    # D1: P blank; D2: 60 − 70 < 0; D3: 30 − 20 = 10 takes all
    year = (
        economy(),
        borne("E01", "D1", 30, 40),
        borne("E01", "D2", 60, 60, prior=70),
        borne("E01", "D3", 20, 30, prior=20),
    )
    found = paid(year, award("贡献分配", "总额=1000;指标=E01:1;按=增量"))
    assert amounts(found, "贡献分配") == {"D3": "1000"}
    assert why(found, "D2", "贡献分配") == ("E01：该项 1,000 元，已达到目标，但增量不大于 0，不分",)


def test_where_nobody_brought_anything_in_the_part_stays():
    year = (economy(), borne("E01", "D1", 30, 40), borne("E01", "D2", 60, 60, prior=70))
    found = paid(year, award("贡献分配", "总额=1000;指标=E01:1;按=增量"))
    assert found.rule("贡献分配").notes == ("E01 达到目标的部门增量都不大于 0，1,000 元未分配",)
    assert found.rule("贡献分配").undistributed == 1000


LOWER = indicator("E01", "reverse")


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("", {"D1": "50", "D2": "50"}),  # lower is better: equally unless told
        (";按=实绩", {"D1": "40", "D2": "60"}),  # 2 : 3
        (";按=增量", {"D1": "75", "D2": "25"}),  # P − a: 5 − 2 = 3 : 4 − 3 = 1
        (";按=超额", {"D1": "67", "D2": "33"}),  # 4 − 2 = 2 : 4 − 3 = 1
    ],
)
def test_contributions_where_lower_is_better(by, expected):
    year = (
        department("D1"),
        department("D2"),
        department("D3"),
        scored("D1", 90),
        LOWER,
        borne("E01", "D1", 4, 2, prior=5),
        borne("E01", "D2", 4, 3, prior=4),
        borne("E01", "D3", 4, 5, prior=9),
    )
    assert amounts(paid(year, award("贡献分配", f"总额=100;指标=E01:1{by}")), "贡献分配") == expected


def test_under_efficacy_the_goal_is_the_satisfying_value():
    # T 50, S 100: 80 is above T, but has not reached S
    year = (
        department("D1"),
        department("D2"),
        scored("D1", 90),
        indicator("E01", "efficacy"),
        borne("E01", "D1", 50, 80, stretch=100),
        borne("E01", "D2", 50, 100, stretch=100),
    )
    assert amounts(paid(year, award("贡献分配", "总额=100;指标=E01:1")), "贡献分配") == {"D2": "100"}


def test_growth_is_reached_by_x_and_shared_by_the_actual():
    # D1 grew 10 % (110 over 100), D2 8 % (216 over 200): only D1 reached 10 %
    year = (
        department("D1"),
        department("D2"),
        scored("D1", 90),
        indicator("E01", "growth"),
        borne("E01", "D1", "0.1", 110, prior=100),
        borne("E01", "D2", "0.1", 216, prior=200),
    )
    found = paid(year, award("贡献分配", "总额=100;指标=E01:1"))
    assert amounts(found, "贡献分配") == {"D1": "100"}
    assert why(found, "D2", "贡献分配") == ("E01：8%，没有达到目标 10%",)


def test_a_line_without_a_computed_result_has_reached_nothing():
    # D1: T is 0, a bad base; D2: no value; a verdict changes neither
    year = (
        department("D1"),
        department("D2"),
        scored("D1", 90),
        indicator("E01"),
        borne("E01", "D1", 0, 5),
        target("E01", "D2", 1),
    )
    found = paid(year, award("贡献分配", "总额=100;指标=E01:1"))
    assert found.rule("贡献分配").undistributed == 100


def test_a_part_that_nobody_in_the_scope_bears():
    year = (department("D1"), department("D2", group="乙"), indicator("E01"), borne("E01", "D1", 1, 1))
    found = paid(year, award("贡献分配", "总额=100;指标=E01:1", "乙"))
    assert found.rule("贡献分配").notes == ("E01 在范围内无人承担，100 元未分配",)
    assert why(found, "D1", "贡献分配") == ("不在本办法的范围内",)


def test_weights_of_zero_for_all_indicators():
    found = paid(economy(("D1", "1", "2")), award("贡献分配", "总额=100;指标=E01:0"))
    assert found.rule("贡献分配").notes == ("各指标的权重都是 0,100 元未分配",)


def test_one_whose_rewards_stop_leaves_its_contribution_to_others():
    year = economy(("D1", "30", "30"), ("D2", "50", "60"), ("D3", "90", "89"))
    found = paid(year, veto("D2"), award("贡献分配", "总额=1000;指标=E01:1"))
    assert amounts(found, "贡献分配") == {"D1": "1000"}


def test_a_negative_actual_that_reached_counts_zero():
    # T −5 reached by −3 and by 2: only 2 counts
    year = (
        department("D1"),
        department("D2"),
        scored("D1", 90),
        indicator("E01", "pass"),
        target("E01", "D1", -5),
        target("E01", "D2", -5),
        actual("E01", "D1", -3),
        actual("E01", "D2", 2),
    )
    assert amounts(paid(year, award("贡献分配", "总额=100;指标=E01:1")), "贡献分配") == {"D2": "100"}
