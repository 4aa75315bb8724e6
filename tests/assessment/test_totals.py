"""From lines to totals, ranks and grades, against figures worked out by hand (calculus, sections 2, 4, 5, 6)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.exact import half_up, largest_remainder, rounded
from kpi_desktop.assessment.facts import (
    Actual,
    Adjustment,
    Category,
    Department,
    Directive,
    Facts,
    GradeBand,
    GradeDecision,
    Group,
    Indicator,
    Milestone,
    Progress,
    RaterClass,
    Rating,
    Target,
    Task,
    Verdict,
    Weight,
)
from kpi_desktop.assessment.panels import class_mean, panel_results
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.settings import Settings

D, F = Decimal, Fraction
BANDS = (
    GradeBand("优秀", None, D(90), D("0.3"), None, D("1.2")),
    GradeBand("良好", None, D(80), None, None, D(1)),
    GradeBand("合格", None, D(60), None, None, D("0.8")),
    GradeBand("不合格", None, D(0), None, None, D(0)),
)


def year(totals: dict[str, str], **changes: object) -> Facts:
    """One group whose departments reach the given totals by one line of 100 points: the actual is the total."""
    facts = Facts(
        settings=Settings(year=2020),
        departments=tuple(Department(code, f"{code}局", group="甲", headcount=10) for code in totals),
        groups=(Group("甲"),),
        categories=(
            Category("经济", "scored", True),
            Category("加分", "bonus", cap=D(5)),
            Category("扣分", "deduction", cap=D(3)),
            Category("否决", "veto"),
        ),
        weights=(Weight("甲", "经济", D(100)),),
        indicators=(Indicator("E01", "综合", "经济", None, parse_rule("completion")),),
        targets=tuple(Target("E01", code, D(10), D(100)) for code in totals),
        actuals=tuple(Actual("E01", code, 12, D(total)) for code, total in totals.items()),
        bands=BANDS,
    )
    return replace(facts, **changes)  # type: ignore[arg-type]


def grades(facts: Facts) -> dict[str, tuple[int, str | None, bool]]:
    return {r.code: (r.rank, r.grade, r.undecided) for r in score(facts).departments()}


def test_rounding_is_half_up_by_magnitude():
    assert rounded(D("2.345"), 2) == D("2.35")
    assert rounded(D("-2.345"), 2) == D("-2.35")
    assert rounded(F("0.045") * F(1, 3), 2) == D("0.02")
    assert half_up(-5, 2) == -3


def test_largest_remainder_by_hand():
    # 100 over 1:1:1 = 33.33 each: the first takes the rest
    assert largest_remainder(100, [1, 1, 1]) == [34, 33, 33]
    # 10 over 0.5:1.5:2 = 1.25, 3.75, 5: the largest remainder is the second's
    assert largest_remainder(10, [D("0.5"), D("1.5"), D(2)]) == [1, 4, 5]
    assert largest_remainder(7, [0, 0]) == [0, 0]


@given(st.integers(0, 10**6), st.lists(st.fractions(0, 1000), min_size=1, max_size=12))
def test_parts_sum_to_the_whole_and_stay_within_one_of_their_quota(total, weights):
    parts = largest_remainder(total, weights)
    whole = sum(weights)
    assert sum(parts) == (total if whole else 0)
    for part, weight in zip(parts, weights, strict=True):
        quota = total * weight / whole if whole else 0
        assert quota - 1 < part < quota + 1


def scheme(**settings: object) -> Facts:
    """Two scored categories of 60 and 40 points; D01 has lines in both, D02 in the first alone."""
    return Facts(
        settings=Settings(year=2020, **settings),  # type: ignore[arg-type]
        departments=(Department("D01", "甲局", group="甲"), Department("D02", "乙局", group="甲")),
        groups=(Group("甲"),),
        categories=(Category("经济", "scored", True), Category("重点", "scored")),
        weights=(Weight("甲", "经济", D(60)), Weight("甲", "重点", D(40))),
        indicators=(
            Indicator("E01", "投资", "经济", None, parse_rule("completion")),
            Indicator("E02", "税收", "经济", None, parse_rule("completion")),
        ),
        targets=(
            Target("E01", "D01", D(10), D(100), multiplier=D("1.5")),
            Target("E02", "D01", D(10), D(100)),
            Target("E01", "D02", D(7), D(100)),
        ),
        actuals=(Actual("E01", "D01", 12, D(90)), Actual("E02", "D01", 12, D(100)), Actual("E01", "D02", 12, D(50))),
        tasks=(Task("T01", "拆迁", "重点", "D01", D(5), ("D02",)),),
        progress=(Progress("T01", date(2020, 6, 1), D("0.5")),),
    )


def test_full_marks_scale_by_points_times_multiplier():
    result = score(scheme()).department("D01")
    # 60 over 15 : 10 = 36, 24; 36 x 0.9 = 32.40
    assert [(line.code, line.full, line.score) for line in result.lines] == [
        ("E01", D("36.00"), D("32.40")),
        ("E02", D("24.00"), D("24.00")),
        ("T01", D("40.00"), D("20.00")),
    ]
    assert result.total == D("76.40")
    assert result.economic_share == F(3, 5)


def test_a_missing_category_is_lost_or_spread():
    lost = score(scheme()).department("D02")
    assert [(c.category.name, c.full, c.score) for c in lost.categories] == [
        ("经济", D("60.00"), D("30.00")),
        ("重点", D("40.00"), D("0.00")),
    ]
    spread = score(scheme(missing_category="折算")).department("D02")
    assert [(c.category.name, c.full, c.score) for c in spread.categories] == [
        ("经济", D("100.00"), D("50.00")),
        ("重点", D("0.00"), D("0.00")),
    ]


def test_a_partner_has_the_leads_share_of_its_own_points():
    partner = score(scheme(partner_points=D("0.3"))).department("D02")
    line = partner.line("T01")
    assert line is not None
    assert (line.kind, line.full, line.share, line.score) == ("partner", D("40.00"), F(1, 2), D("20.00"))


def test_without_scaling_full_marks_are_the_weights():
    result = score(scheme(scaled=False)).department("D01")
    assert [(c.category.name, c.full, c.score) for c in result.categories] == [
        ("经济", D("25.00"), D("23.50")),  # 15 x 0.9 + 10
        ("重点", D("5.00"), D("2.50")),
    ]


def test_a_verdict_replaces_the_share_and_the_computed_one_stays_visible():
    facts = replace(scheme(), verdicts=(Verdict("D01", "E01", D("1.1"), "会议纪要"),))
    line = score(facts).department("D01").line("E01")
    assert line is not None
    assert (line.status, line.share, line.computed_share, line.score) == ("assessed", F(11, 10), F(9, 10), D("39.60"))


def test_months_become_a_years_actual():
    months = ((1, "10"), (2, "12"), (5, "20"))
    by_hand = {"cumulative": F(20), "last": F(20), "sum": F(42), "average": F(14)}
    for accumulation, expected in by_hand.items():
        facts = year({"D01": "0"}, actuals=tuple(Actual("E01", "D01", m, D(v)) for m, v in months))
        facts = replace(facts, indicators=(replace(facts.indicators[0], accumulation=accumulation),))
        (line,) = score(facts).department("D01").lines
        assert line.actual == expected


def test_a_value_for_the_zone_stands_for_those_without_their_own_in_that_month():
    facts = year({"D01": "80", "D02": "0"}, actuals=(Actual("E01", "全区", 11, D(70)), Actual("E01", "D01", 12, D(80))))
    totals = {r.code: r.total for r in score(facts).departments()}
    assert totals == {"D01": D("80.00"), "D02": D("70.00")}


def test_milestones_late_and_in_time():
    facts = replace(
        scheme(),
        milestones=(
            Milestone("T01", "签约", date(2020, 3, 1), D(1), date(2020, 3, 1)),
            Milestone("T01", "拆迁", date(2020, 6, 1), D(2), date(2020, 6, 2)),
            Milestone("T01", "安置", date(2020, 12, 1), D(1), None),
        ),
    )
    line = score(facts).department("D01").line("T01")
    assert line is not None
    assert line.share == F(65, 100)  # (1 + 2 x 0.8) / 4


def test_ranks_are_one_two_two_four_and_equal_means_equal_to_the_last_digit():
    facts = year({"D01": "85", "D02": "92", "D03": "85", "D04": "70"})
    assert {code: rank for code, (rank, _, _) in grades(facts).items()} == {"D02": 1, "D01": 2, "D03": 2, "D04": 4}


def test_equals_that_do_not_all_fit_are_undecided_and_close_the_band():
    # room: 30 % of 7 = 2.1 -> 2. First takes one, the two equal second need two: both 待定, the fourth may not.
    totals = {"D01": "96", "D02": "94", "D03": "94", "D04": "93", "D05": "82", "D06": "61", "D07": "12"}
    assert grades(year(totals)) == {
        "D01": (1, "优秀", False),
        "D02": (2, "良好", True),
        "D03": (2, "良好", True),
        "D04": (4, "良好", False),
        "D05": (5, "良好", False),
        "D06": (6, "合格", False),
        "D07": (7, "不合格", False),
    }
    decided = year(totals, decisions=(GradeDecision("D03", "优秀", "会议纪要"),))
    assert grades(decided)["D03"] == (2, "优秀", False)
    assert grades(decided)["D02"] == (2, "良好", False)  # the band is full now: a full band flags nobody


def test_room_is_at_least_one_unless_told_otherwise():
    assert grades(year({"D01": "95", "D02": "91"}))["D01"][1] == "优秀"
    none = year({"D01": "95", "D02": "91"}, settings=Settings(year=2020, room_at_least_one=False))
    assert grades(none)["D01"][1] == "良好"
    # 30 % of 5 = 1.5: half-up gives two
    five = {"D01": "95", "D02": "91", "D03": "90", "D04": "50", "D05": "50"}
    half_up_room = year(five, settings=Settings(year=2020, room_rounding="四舍五入"))
    assert [g for _, g, _ in grades(half_up_room).values()] == ["优秀", "优秀", "良好", "不合格", "不合格"]


def test_a_veto_takes_no_room_keeps_its_rank_and_falls():
    totals = {"D01": "96", "D02": "94", "D03": "85"}
    vetoed = Adjustment("D01", "否决", D(0), "环境事故")
    found = score(year(totals, adjustments=(vetoed,))).department("D01")
    assert (found.rank, found.grade, found.vetoed, found.rewards_stopped) == (1, "不合格", True, True)
    assert grades(year(totals, adjustments=(vetoed,)))["D02"][1] == "优秀"
    lower = replace(vetoed, treatment="降一档", stops_rewards=False)
    found = score(year(totals, adjustments=(lower,))).department("D01")
    assert (found.grade, found.rewards_stopped) == ("良好", False)
    # a treatment better than what the score earns does not lift
    kind = replace(vetoed, department="D03", treatment="优秀")
    assert score(year(totals, adjustments=(kind,))).department("D03").grade == "良好"


def test_bonus_and_deduction_are_capped_with_directives():
    settings = Settings(year=2020, directive_category="扣分", partner_deduction=D("0.5"))
    facts = replace(
        scheme(),
        settings=settings,
        categories=(
            *scheme().categories,
            Category("加分", "bonus", cap=D(2)),
            Category("扣分", "deduction", cap=D("1.2")),
        ),
        adjustments=(
            Adjustment("D01", "加分", D("1.5"), "表扬"),
            Adjustment("D01", "加分", D("0.8"), "经验"),
            Adjustment("D01", "扣分", D("0.3"), "迟报"),
        ),
        directives=(
            Directive("1", "T01", None, None, "yellow", date(2020, 5, 1)),
            Directive("2", "T01", None, None, "red", date(2020, 8, 1)),
        ),
    )
    lead, partner = score(facts).department("D01"), score(facts).department("D02")
    assert (lead.bonus, lead.deduction) == (D("2.00"), D("1.20"))  # 0.3 + 0.5 + 1 = 1.8, capped
    assert lead.total == D("77.20")  # 76.40 + 2 - 1.2
    assert partner.deduction == D("0.75")  # 0.25 + 0.50
    highest = replace(facts, settings=replace(settings, highest_only=True))
    assert score(highest).department("D02").deduction == D("0.50")


def test_panel_drops_one_highest_and_one_lowest_ballot_of_five():
    votes = [
        Rating("P01", "D01", f"评委{i}", None, "领导", D(v)) for i, v in enumerate(("100", "90", "80", "70", "10"))
    ]
    assert class_mean("领导", F(1), votes, trim=True).mean == 80
    assert class_mean("领导", F(1), votes[:4], trim=True).mean == 85
    assert class_mean("领导", F(1), votes, trim=False).mean == 70
    counted = [Rating("P01", "D01", None, None, "群众", D(90), 9), Rating("P01", "D01", None, None, "群众", D(50), 2)]
    assert class_mean("群众", F(1), counted, trim=True).mean == F(770, 9)  # 8 x 90 + 1 x 50 over 9


def test_classes_that_did_not_rate_leave_their_weight_to_the_others():
    facts = replace(
        year({"D01": "0"}),
        indicators=(Indicator("P01", "评议", "经济", None, parse_rule("panel")),),
        targets=(Target("P01", "D01", D(10)),),
        actuals=(),
        rater_classes=(RaterClass("领导", D(40)), RaterClass("部门", D(20)), RaterClass("群众", D(10))),
        ratings=(
            Rating("P01", "D01", "甲", None, "领导", D(95)),
            Rating("P01", "D01", None, None, "群众", D(80), 3),
        ),
    )
    # (40 x 95 + 10 x 80) / 50 = 92
    assert panel_results(facts)["P01", "D01"].mean == 92
    assert score(facts).department("D01").total == D("92.00")


@given(st.lists(st.integers(0, 10000), min_size=2, max_size=8), st.randoms())
def test_the_order_of_entry_changes_nothing(cents, random):
    facts = year({f"D{i:02}": str(D(c) / 100) for i, c in enumerate(cents)})
    actuals, targets = list(facts.actuals), list(facts.targets)
    random.shuffle(actuals)
    random.shuffle(targets)
    shuffled = replace(facts, actuals=tuple(actuals), targets=tuple(targets))
    assert grades(shuffled) == grades(facts)


@given(st.integers(0, 12000), st.integers(1, 3000))
def test_more_of_an_actual_never_scores_less(cents, more):
    one, other = (score(year({"D01": str(D(c) / 100)})).department("D01").total for c in (cents, cents + more))
    assert one <= other
