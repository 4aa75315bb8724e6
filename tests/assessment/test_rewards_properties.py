"""What holds for the rewards of any year: money is neither made nor lost, and order does not matter."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment.facts import AwardRule, Facts
from kpi_desktop.assessment.rewards import rewards, why
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import BANDS, a_year, award, borne, card, department, indicator, scored, task, veto

UNITS = st.sampled_from([Decimal("0.01"), Decimal(1), Decimal(100)])
AMOUNTS = st.decimals(0, 10_000_000, places=3)
DEPARTMENT = st.tuples(
    st.decimals(0, 60, places=1),  # headcount
    st.decimals(0, 100, places=2),  # total
    st.integers(0, 30),  # actual of E01, target 10
    st.sampled_from(["甲", "乙"]),
    st.booleans(),  # vetoed
    st.integers(0, 3),  # tasks left undone
    st.sampled_from(["", "黄", "红"]),
)


def scheme(first: Decimal, second: Decimal, third: Decimal) -> tuple[AwardRule, ...]:
    """One rule of every kind."""
    return (
        award("低分扣罚", f"标准={third}"),
        award("总额分配", f"总额={first};因素=人数,等次系数,得分"),
        award("人均标准", f"标准={second};起付线=50"),
        award("等次扣罚", f"等次=不合格;金额={third}"),
        award("贡献分配", f"总额={second};指标=E01:2,E02:1"),
        award("超额奖励", f"指标=E01;单位=1.5;标准={third};上限={second}"),
        award("名次奖励", f"1={first};2={second};3={third}"),
        award("名次奖励", f"1={first};2={second};递补=是", name="递补奖励"),
        award("黄红牌扣罚", f"黄={third};红={second}"),
        award("未完成扣罚", f"标准={third}"),
    )


@st.composite
def years(draw) -> Facts:
    """Years with every kind of rule, ties, vetoes and cards."""
    parts: list[object] = [BANDS, indicator("E01"), indicator("E02", "reverse")]
    for place, (heads, total, value, group, vetoed, undone, colour) in enumerate(
        draw(st.lists(DEPARTMENT, min_size=1))
    ):
        code = f"D{place:02}"
        parts += [department(code, heads, group), scored(code, total)]
        parts += [borne("E01", code, 10, value), borne("E02", code, 10, value)]
        parts += [task(f"{code}-{number}", code, times_carried=number) for number in range(undone)]
        parts += [veto(code)] if vetoed else []
        parts += [card(colour, f"{code}-0")] if colour and undone else []
    rules = scheme(draw(AMOUNTS), draw(AMOUNTS), draw(AMOUNTS))
    return a_year(*parts, rules, payout_unit=draw(UNITS), penalties_within_rewards=draw(st.booleans()))


@given(years())
def test_money_is_neither_made_nor_lost(facts):
    found = rewards(score(facts))
    for outcome in found.rules:
        down = sum(each.amount(outcome.name) for each in found.departments)
        assert outcome.distributed == down
        if outcome.planned is None:
            assert outcome.undistributed is None
        else:
            assert outcome.planned == outcome.distributed + outcome.undistributed
            assert 0 <= outcome.distributed <= outcome.planned
            assert bool(outcome.notes) == (outcome.undistributed != 0)
    for each in found.departments:
        assert each.net == each.rewards + each.penalties == sum(item.amount for item in each.items)
        assert each.penalties <= 0 <= each.rewards
        assert all(item.amount for item in each.items)
    assert found.net == sum(outcome.distributed for outcome in found.rules)


@given(years())
def test_everything_paid_is_a_whole_number_of_units(facts):
    unit = Fraction(facts.settings.payout_unit)
    for each in rewards(score(facts)).departments:
        assert all((Fraction(item.amount) / unit).denominator == 1 for item in each.items)


@given(years())
def test_within_rewards_nobody_pays_more_than_it_gets(facts):
    cut = rewards(score(replace(facts, settings=replace(facts.settings, penalties_within_rewards=True))))
    free = rewards(score(replace(facts, settings=replace(facts.settings, penalties_within_rewards=False))))
    for with_limit, without in zip(cut.departments, free.departments, strict=True):
        assert with_limit.rewards == without.rewards
        assert with_limit.net == max(without.net, 0)


@given(years(), st.randoms(use_true_random=False))
def test_the_order_of_the_sheets_does_not_matter(facts, random):
    def shuffled(rows: tuple) -> tuple:
        return tuple(random.sample(rows, len(rows)))

    other = replace(
        facts,
        departments=shuffled(facts.departments),
        targets=shuffled(facts.targets),
        actuals=shuffled(facts.actuals),
        tasks=shuffled(facts.tasks),
        directives=shuffled(facts.directives),
    )
    before, after = rewards(score(facts)), rewards(score(other))
    assert {each.code: each.items for each in before.departments} == {
        each.code: each.items for each in after.departments
    }
    assert [(r.name, r.distributed) for r in before.rules] == [(r.name, r.distributed) for r in after.rules]


@given(years())
def test_one_whose_rewards_stop_is_paid_by_no_rule(facts):
    assessment = score(facts)
    for each in rewards(assessment).departments:
        if assessment.department(each.code).rewards_stopped:
            assert each.rewards == 0


@given(years())
def test_every_amount_says_why(facts):
    found = rewards(score(facts))
    for each in found.departments:
        for rule in found.rules:
            told = why(found, each.code, rule.name)
            assert told and all(told)
