"""方案推演: changes laid over the facts, and what they move, by hand."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.award_forms import award_problem
from kpi_desktop.assessment.facts import Weight
from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.assessment.whatif import (
    DROPPED,
    Change,
    SchemeError,
    borrowed,
    carried_out,
    changed,
    compare,
    economic_shares,
    lost,
)
from kpi_desktop.assessment.whatif_awards import as_changes, begun_rule, count_of
from tests.assessment.build import BANDS, ECONOMY, WORK, a_year, award, borne, department, indicator, scored

WEIGHTS = (Weight("甲", ECONOMY, Decimal(60)), Weight("甲", WORK, Decimal(40)))
POOL = award("总额分配", "总额=1000;因素=等次系数", name="奖金")


def year(**settings):
    """经济 60, 工作 40. D1: 90 % and 80 % → 54 + 32 = 86.00; D2: 80 % and 94 % → 48 + 37.60 = 85.60."""
    return a_year(
        department("D1"),
        department("D2"),
        WEIGHTS,
        indicator("E1"),
        borne("E1", "D1", 100, 90),
        borne("E1", "D2", 100, 80),
        scored("D1", 80),
        scored("D2", 94),
        BANDS[0],
        replace(BANDS[1], room=1),
        BANDS[2:],
        POOL,
        **settings,
    )


def weights(economy: object, work: object) -> tuple[Change, Change]:
    return (
        Change("weight", ("甲", ECONOMY), "points", Decimal(economy)),
        Change("weight", ("甲", WORK), "points", Decimal(work)),
    )


def test_weights_move_ranks_grades_and_money():
    """经济 50, 工作 50: D1 45 + 40 = 85; D2 40 + 47 = 87. 良好 has one place.

    Coefficients 1 and 0.8: of 1000 the first has 1000 ÷ 1.8 = 555.6 → 556, the second 444.
    """
    before = carried_out(year())
    found = compare(before, carried_out(changed(before.facts, weights(50, 50))))
    first, second = found.moves
    assert (first.code, first.after.total, first.places, first.points) == ("D2", Decimal("87.00"), 1, Decimal("1.40"))
    assert (second.code, second.after.total, second.places) == ("D1", Decimal("85.00"), -1)
    assert [(m.before.grade, m.after.grade, m.money) for m in found.moves] == [
        ("合格", "良好", Decimal(112)),
        ("良好", "合格", Decimal(-112)),
    ]
    assert (found.moved, found.regraded, found.shifted) == (2, 2, Decimal(112))


def test_nothing_changed_moves_nothing():
    before = carried_out(year())
    found = compare(before, carried_out(changed(before.facts, ())))
    assert (found.moved, found.regraded, found.shifted) == (0, 0, 0)
    assert all(move.points == 0 for move in found.moves)


def test_every_kind_of_change_lands_where_it_says():
    facts = changed(
        year(),
        (
            Change("target", ("E1", "D1"), "multiplier", Decimal("1.5")),
            Change("indicator", ("E1",), "params", "起评=85%"),
            Change("grade_band", ("优秀", None), "minimum", Decimal(85)),
            Change("grade_band", ("良好", None), "room", None),
            Change("award_rule", ("奖金",), "params", "总额=500;因素=人数"),
            Change("award_rule", ("扣",), "method", "unfinished"),
            Change("award_rule", ("扣",), "params", "标准=1"),
            Change("setting", ("pass_line",), "value", Decimal(70)),
        ),
    )
    assert [t.multiplier for t in facts.targets] == [Decimal("1.5"), 1]
    assert facts.indicators[0].rule.values["起评"] == Fraction(85, 100)
    assert facts.bands[0].minimum == 85 and facts.bands[1].room is None
    assert [(a.name, a.method, a.params) for a in facts.awards] == [
        ("奖金", "pool", "总额=500;因素=人数"),
        ("扣", "unfinished", "标准=1"),
    ]
    assert facts.settings.pass_line == 70
    result = carried_out(facts).assessment.department("D2")
    assert result.categories[0].score == 0  # 80 % is below 起评 85 %


def test_an_award_rule_can_be_left_out():
    assert changed(year(), [Change("award_rule", ("奖金",), DROPPED, True)]).awards == ()


def test_what_cannot_be_changed_is_said():
    with pytest.raises(SchemeError, match=r"E1指标：.*起评"):
        changed(year(), [Change("indicator", ("E1",), "params", "起评=高")])
    gone = Change("grade_band", ("特优", None), "minimum", Decimal(95))
    with pytest.raises(SchemeError, match="方案里已没有等次“特优”"):
        changed(year(), [gone])
    assert lost(year(), [gone, *weights(1, 2)]) == (gone,)


def test_a_weight_the_group_did_not_have_is_laid():
    facts = replace(year(), weights=(Weight("甲", WORK, Decimal(100)),))
    assert changed(facts, weights(30, 70)).weights == (
        Weight("甲", WORK, Decimal(70)),
        Weight("甲", ECONOMY, Decimal(30)),
    )


def test_another_years_scheme_can_be_borrowed():
    other = changed(
        year(pass_line=Decimal(65)),
        (
            *weights(70, 30),
            Change("indicator", ("E1",), "params", "封顶=120%"),
            Change("grade_band", ("优秀", None), "coefficient", Decimal("1.5")),
            Change("award_rule", ("奖金",), DROPPED, True),
            Change("award_rule", ("人均",), "method", "per_head"),
            Change("award_rule", ("人均",), "scope", "甲"),
            Change("award_rule", ("人均",), "params", "标准=10"),
        ),
    )
    facts = changed(year(), borrowed(year(), other))
    assert (facts.weights, facts.bands, facts.awards) == (other.weights, other.bands, other.awards)
    assert facts.indicators[0].rule.params == "封顶=120%"
    assert facts.settings == other.settings
    assert borrowed(facts, facts) == ()


def test_the_effective_economic_share_names_those_apart():
    """D2 has no line in 工作: with 缺项 = 折算 all of its 100 points are economic."""
    facts = a_year(
        department("D1"),
        department("D2"),
        WEIGHTS,
        indicator("E1"),
        borne("E1", "D1", 100, 90),
        borne("E1", "D2", 100, 80),
        scored("D1", 80),
        missing_category="折算",
    )
    (share,) = economic_shares(carried_out(facts).assessment)
    assert share.laid == Fraction(60, 100)
    assert share.apart == (("D2局", Fraction(1)),)


def test_consequences_gained_and_lost():
    from kpi_desktop.assessment.facts import Consequence

    facts = replace(year(), consequences=(Consequence("等次:良好", "评优资格"),))
    found = compare(carried_out(facts), carried_out(changed(facts, weights(50, 50))))
    assert found.consequences("甲") == (("评优资格", ("D2局",), ("D1局",)),)


@pytest.mark.parametrize("method", AWARD_METHODS)
def test_a_rule_begins_so_that_it_can_be_reckoned(method: str):
    """Every method begins under a free name, for the group, with parameters that pass the check of the scheme."""
    facts = replace(year(), awards=(award("总额分配", "总额=1000;因素=人数", name=AWARD_METHODS[method]),))
    rule = begun_rule(facts, method, "甲")
    assert rule is not None and rule.name == AWARD_METHODS[method] + "2" and rule.scope == "甲"
    tried = changed(facts, as_changes(rule))
    assert award_problem(tried, rule) is None
    assert carried_out(tried).rewards.rule(rule.name).rule == rule


def test_a_rule_that_has_nothing_to_name_is_not_begun():
    """No indicator and no band: nothing to share by, no grade to punish."""
    facts = a_year(department("D1"), WEIGHTS)
    assert begun_rule(facts, "contribution", "甲") is None
    assert begun_rule(facts, "grade_penalty", "甲") is None
    assert begun_rule(facts, "pool", "甲") == award("总额分配", "总额=100000;因素=人数,等次系数", "甲")


def test_a_new_rule_counts_as_one_change():
    rule = award("总额分配", "总额=1", name="新奖")
    assert count_of((*as_changes(rule), *weights(50, 50), Change("award_rule", ("奖金",), DROPPED, True))) == 4
