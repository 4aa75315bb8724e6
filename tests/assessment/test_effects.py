"""加减分: caps, directives beside entries, what one entry does; worked out by hand."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.effects import capped, effect, veto_words
from kpi_desktop.assessment.facts import Adjustment, Category
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import BANDS, CATEGORIES, a_year, award, card, department, scored, task, veto

BONUS, OFF = Category("加分", "bonus", cap=Decimal(2)), Category("扣分", "deduction", cap=Decimal(3))
ZONE = (*CATEGORIES, BONUS, OFF, *BANDS, department("D1"), department("D2"), scored("D1", 85), scored("D2", "85.5"))


def plus(of: str, points: str, category: str = "加分") -> Adjustment:
    return Adjustment(of, category, Decimal(points), "表扬")


def year(*parts: object, **settings: object):
    return score(a_year(*ZONE, *parts, **settings))


def test_a_cap_cuts_off_what_is_above_it():
    """1.5 + 1 = 2.5, at most 2."""
    (found,) = capped(year(plus("D1", "1.5"), plus("D1", "1")))
    assert (found.claimed, found.counted, found.cut) == (Decimal("2.50"), Decimal("2.00"), Decimal("0.50"))


def test_directives_count_beside_entries_under_one_cap():
    """2.5 entered, a red and a yellow card 1 + 0.5: 4, at most 3."""
    assessment = year(
        plus("D1", "2.5", "扣分"), task("K1"), card("红", "K1"), card("黄", "K1"), directive_category="扣分"
    )
    (found,) = capped(assessment)
    assert (found.entered, found.directives, found.counted) == (Decimal("2.50"), Decimal("1.50"), Decimal("3.00"))
    assert found.counted == assessment.department("D1").deduction


def test_without_the_entry_the_other_department_is_first():
    """85 + 1 = 86 before 85.5."""
    found = effect(year(plus("D1", "1")), 0)
    assert (found.before.total, found.after.total) == (Decimal("85.00"), Decimal("86.00"))
    assert (found.before.rank, found.after.rank) == (2, 1)
    assert [(each.after.code, each.before.rank, each.after.rank) for each in found.others] == [("D2", 1, 2)]


def test_an_entry_beyond_the_cap_moves_nothing():
    found = effect(year(plus("D1", "2"), plus("D1", "1")), 1)
    assert (found.before.total, found.after.total, found.others) == (Decimal("87.00"), Decimal("87.00"), ())


def test_a_veto_stops_the_money():
    """人均 100 × 10 people × 1 for 良好."""
    found = effect(year(veto("D1"), award("人均标准", "标准=100")), 0)
    assert (found.before.grade, found.after.grade) == ("良好", "不合格")
    assert (found.net_before, found.net_after) == (1000, 0)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"treatment": "降一档"}, "处理为降一档：比按得分应得的等次低一档。"),
        ({"treatment": "合格"}, "处理为定“合格”；按得分应得更低的，从其低。"),
        ({}, "没有写处理，按否决等次定“不合格”。"),
    ],
)
def test_a_veto_is_told_in_words(given, words):
    entry = veto("D1", **given)
    told = veto_words(year(entry), entry)
    assert told[0] == "保留第 2 名，不占等次名额。"
    assert told[1] == f"按得分 85.00 本可得“良好”；{words}"
    assert told[-1] == "停发奖励，扣罚照扣。"


def test_of_two_vetoes_the_other_one_stops_the_rewards():
    entry = veto("D1", stops_rewards=False)
    assert veto_words(year(entry, veto("D1")), entry)[-1].endswith("另有一条要停发，奖励仍停发。")
    assert veto_words(year(entry), entry)[-1] == "不停发奖励。"


def test_one_that_is_not_assessed_is_not_affected():
    outside = department("D3", group=None, takes_part=False)
    assessment = year(outside, veto("D3"))
    assert effect(assessment, 0) is None
    assert veto_words(assessment, assessment.facts.adjustments[0]) == ("该部门不参加考核，否决不起作用。",)
