"""Line beside line, by hand."""

from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.comparing import carried_codes, compare
from kpi_desktop.assessment.facts import Verdict, Weight
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import CATEGORIES, ECONOMY, WORK, a_year, borne, department, indicator, task

WEIGHTS = (Weight("甲", ECONOMY, Decimal(60)), Weight("甲", WORK, Decimal(40)))


def verdict(of, code, share):
    return Verdict(of, code, Decimal(share), "会议")


def two(*parts):
    """E1 on both: 80 % and 90 % of 60. T1 of D1 alone, T2 of D2 alone, each worth 40."""
    lines = (indicator("E1"), borne("E1", "D1", 100, 80), borne("E1", "D2", 100, 90))
    works = (
        task("T1", "D1", points=Decimal(5)),
        verdict("D1", "T1", "0.5"),
        task("T2", "D2", points=Decimal(5)),
        verdict("D2", "T2", "1"),
    )
    made = score(a_year(department("D1"), department("D2"), WEIGHTS, CATEGORIES, lines, works, *parts))
    return made.department("D1"), made.department("D2")


def shown(sections):
    return [(s.name, s.apart, [(p.code, bool(p.one), bool(p.other), p.apart) for p in s.pairs]) for s in sections]


def test_the_same_line_stands_side_by_side_and_others_alone():
    assert shown(compare(*two())) == [
        (ECONOMY, Decimal("-6.00"), [("E1", True, True, Decimal("-6.00"))]),
        (WORK, Decimal("-20.00"), [("T1", True, False, None), ("T2", False, True, None)]),
    ]
    (pair,) = compare(*two())[0].pairs
    assert pair.share_apart == Fraction(-1, 10)


def test_a_blank_side_has_no_difference():
    blank = (indicator("E2"), borne("E2", "D1", 100, 80), borne("E2", "D2", None, 3))
    economy = compare(*two(*blank))[0]
    assert [(pair.code, pair.apart, pair.share_apart) for pair in economy.pairs][1] == ("E2", None, None)


def test_carried_work_is_met_again_under_its_new_code():
    before = score(a_year(department("D1"), task("T1", points=Decimal(5)), verdict("D1", "T1", "0.2")))
    now = score(
        a_year(department("D1"), task("2019-T1", points=Decimal(5), carried_from="T1"), verdict("D1", "2019-T1", "0.9"))
    )
    later, earlier = now.department("D1"), before.department("D1")
    (pair,) = next(s for s in compare(later, earlier, carried_codes(later, earlier)) if s.name == WORK).pairs
    assert (pair.code, pair.other.code, pair.apart) == ("2019-T1", "T1", Decimal("70.00"))
    (pair,) = next(s for s in compare(earlier, later, carried_codes(earlier, later)) if s.name == WORK).pairs
    assert (pair.code, pair.other.code) == ("T1", "2019-T1")


def test_differences_of_categories_make_the_difference_of_totals():
    one, other = two()
    assert sum(each.apart for each in compare(one, other)) == one.total - other.total == Decimal("-26.00")
