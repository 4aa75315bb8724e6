"""How little swaps two neighbours: by hand, and against scoring every smaller change in full."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from kpi_desktop.assessment.facts import Category, Weight
from kpi_desktop.assessment.robustness import Neighbours, rebalanced, robustness
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.whatif import Change, changed
from tests.assessment.build import a_year, borne, department, indicator

NAMES = ("经济", "工作", "党建")


def year(points, shares, **rest):
    """Departments with one line a category; `shares` by department, in percent of full marks."""
    parts = [Category(name, "scored", economic=name == "经济") for name in NAMES[: len(points)]]
    parts += [Weight("甲", name, Decimal(own)) for name, own in zip(NAMES, points, strict=False)]
    for at, own in enumerate(shares, 1):
        parts.append(department(f"D{at}"))
        parts += [borne(f"E{n}", f"D{at}", 100, value) for n, value in enumerate(own)]
    from dataclasses import replace

    for n, name in enumerate(NAMES[: len(points)]):
        parts.append(replace(indicator(f"E{n}"), category=name))
    return a_year(*parts, **rest)


def pairs(facts) -> tuple[Neighbours, ...]:
    assessment = score(facts)
    return robustness(assessment, assessment.groups[0])


def test_the_smallest_change_by_hand():
    """60 and 40 points. A: 90 %, 80 % → 86.00; B: 80 %, 94 % → 48 + 37.60 = 85.60.

    经济 60 − 1.6 = 58.4, 工作 41.6: A 52.56 + 33.28 = 85.84, B 46.72 + 39.10 (39.104) = 85.82: not yet.
    经济 60 − 1.7 = 58.3, 工作 41.7: A 52.47 + 33.36 = 85.83, B 46.64 + 39.20 (39.198) = 85.84: swapped.
    """
    (pair,) = pairs(year((60, 40), ((90, 80), (80, 94))))
    assert (pair.upper.code, pair.lower.code, pair.gap) == ("D1", "D2", Decimal("0.40"))
    assert pair.swap == ("经济", Decimal("60.00"), Decimal("58.30"), 1)
    assert pair.swap.change == Decimal("-1.70")


def test_better_everywhere_never_swaps():
    (pair,) = pairs(year((60, 40), ((90, 95), (80, 94))))
    assert pair.swap is None


def test_without_scaling_no_weight_moves_a_score():
    (pair,) = pairs(year((60, 40), ((90, 80), (80, 94)), scaled=False))
    assert pair.swap is None


def test_others_give_in_proportion():
    """18 + 12 points (in hundredths) give 3.00: 1.80 and 1.20. 0.01 over: to the larger remainder."""
    assert rebalanced([7000, 1800, 1200], 0, 300) == [7300, 1620, 1080]
    assert rebalanced([7000, 1800, 1200], 0, 1) == [7001, 1799, 1200]  # 1799.4, 1199.6
    assert rebalanced([7000, 1800, 1200], 1, -1801) is None
    assert rebalanced([10000], 0, -10) is None


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.tuples(*[st.integers(60, 100)] * 3), min_size=2, max_size=3),
    st.sampled_from([(50, 30, 20), (33, 33, 34), (65, 20, 15)]),
    st.sampled_from([0, 1]),
)
def test_what_is_said_to_swap_swaps_and_nothing_smaller_does(shares, points, decimals):
    """Every change of 0.1 (at 0 decimals: of 1) up to what was found, laid over the facts and scored."""
    facts = year(points, shares, decimals=decimals)
    for pair in pairs(facts):
        found = abs(pair.swap.change) if pair.swap else Decimal(4)
        steps = [size for size in range(1, 41) if Decimal(size) / 10 <= found and (decimals or size % 10 == 0)]
        for size in steps:
            swaps = [sign * size for place in range(3) for sign in (1, -1) if swapped(facts, pair, place, sign * size)]
            assert bool(swaps) == bool(pair.swap and Decimal(size) / 10 == found)


def swapped(facts, pair: Neighbours, place: int, tenths: int) -> bool:
    units = 10**facts.settings.decimals
    now = [int(weight.points * units) for weight in facts.weights]
    then = rebalanced(now, place, tenths * units // 10)
    if then is None:
        return False
    changes = [
        Change("weight", ("甲", name), "points", Decimal(own) / units) for name, own in zip(NAMES, then, strict=True)
    ]
    assessment = score(changed(facts, changes))
    return assessment.department(pair.lower.code).rank < assessment.department(pair.upper.code).rank
