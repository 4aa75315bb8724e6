"""Which ballots are dropped and who owes a score, worked out by hand."""

from decimal import Decimal

from kpi_desktop.assessment.facts import RaterClass, Rating
from kpi_desktop.assessment.trimming import Rater, Turnout, bearers, dropped, raters, turnout
from tests.assessment.build import a_year, department, indicator, target


def rating(of: str, name: str | None, score: str, rater_class: str = "群众", ballots: int = 1, own: str | None = None):
    return Rating("P1", of, name, own, rater_class, Decimal(score), ballots)


def year(*parts: object, params: str = ""):
    laid = (target("P1", "D1"), target("P1", "D2"))
    classes = (RaterClass("领导", Decimal("0.6")), RaterClass("群众", Decimal("0.4")))
    return a_year(
        department("D1"), department("D2"), department("D3"), indicator("P1", "panel", params), laid, classes, *parts
    )


def test_the_first_lowest_and_the_last_highest_go():
    scores = [
        rating("D1", name, score) for name, score in zip("甲乙丙丁戊", ("80", "70", "90", "70", "90"), strict=True)
    ]
    assert dict(dropped(year(*scores), "P1")) == {1: 1, 4: 1}


def test_four_ballots_lose_none():
    assert not dropped(year(*[rating("D1", name, "80") for name in "甲乙丙丁"]), "P1")


def test_a_pile_of_equal_ballots_loses_two():
    """Six ballots of 80: one is the lowest, one the highest."""
    assert dict(dropped(year(rating("D1", None, "80", ballots=6)), "P1")) == {0: 2}


def test_equal_scores_lose_two_different_raters():
    assert dict(dropped(year(*[rating("D1", name, "80") for name in "甲乙丙丁戊"]), "P1")) == {0: 1, 4: 1}


def test_without_trimming_none_goes():
    scores = [rating("D1", name, "80") for name in "甲乙丙丁戊"]
    assert not dropped(year(*scores, params="去极值=否"), "P1")


def test_raters_come_class_by_class():
    facts = year(rating("D1", "甲", "80"), rating("D1", "乙", "90", "领导"), rating("D2", "甲", "70"))
    assert raters(facts, "P1") == (Rater("乙", None, "领导"), Rater("甲", None, "群众"))
    assert bearers(facts, "P1") == ("D1", "D2")


def test_a_rater_owes_nothing_to_the_own_department():
    """甲 of D1 owes D2 alone, 乙 both; 7 ballots bear no name."""
    facts = year(
        rating("D2", "甲", "80", own="D1"), rating("D1", "乙", "90", "领导"), rating("D1", None, "60", ballots=7)
    )
    assert turnout(facts, "P1") == {"领导": Turnout(1, 1, 2, 0), "群众": Turnout(1, 1, 1, 7)}
