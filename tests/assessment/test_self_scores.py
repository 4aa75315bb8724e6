"""自评与核定 side by side, worked out by hand."""

from decimal import Decimal

from kpi_desktop.assessment.facts import SelfScore, Verdict
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.self_scores import judgements, score_of
from tests.assessment.build import a_year, department, task

SETTINGS = {"partner_points": Decimal("0.5")}


def year(*parts: object):
    """K1 of D1, its only line: 100 points, cancelled out by nothing, no report: blank; D2 partners in it."""
    led = task("K1", "D1", points=Decimal(40), partners=("D2",))
    return {
        (each.line.spec.department, each.line.code): each
        for each in judgements(score(a_year(department("D1"), department("D2"), led, *parts, **SETTINGS)))
    }


def test_own_share_gives_full_marks_times_share_rounded_half_up():
    """100 × 33.335 % = 33.335 → 33.34; nothing was computed, so it differs and no difference can be told."""
    found = year(SelfScore("D1", "K1", Decimal("0.33335")))["D1", "K1"]
    assert (found.own_score, found.computed_score) == (Decimal("33.34"), None)
    assert found.differs
    assert found.apart is None


def test_without_an_own_share_nothing_differs():
    found = year()["D1", "K1"]
    assert (found.own, found.own_score, found.differs) == (None, None, False)


def test_a_verdict_of_the_lead_is_the_partners_only_in_effect():
    found = year(Verdict("D1", "K1", Decimal("0.9"), "核查"))
    assert found["D1", "K1"].verdict.share == Decimal("0.9")
    assert found["D1", "K1"].borrowed is None
    assert found["D2", "K1"].verdict is None
    assert found["D2", "K1"].borrowed.share == Decimal("0.9")
    assert found["D2", "K1"].line.score == Decimal("90.00")


def test_a_computed_share_that_scores_the_same_does_not_differ():
    """50.001 % and 50 % of 100 points are both 50.00."""
    from kpi_desktop.assessment.facts import Progress
    from tests.assessment.build import on

    report = Progress("K1", on("2020-06-30"), Decimal("0.5"))
    close = year(report, SelfScore("D1", "K1", Decimal("0.50001")))["D1", "K1"]
    apart = year(report, SelfScore("D1", "K1", Decimal("0.6")))["D1", "K1"]
    assert (close.computed_score, close.differs) == (Decimal("50.00"), False)
    assert (apart.apart, apart.differs) == (Decimal("10.00"), True)
    assert score_of(apart.line, None) is None
