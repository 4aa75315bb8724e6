"""What each step of a year's course asks for (calculus, section 8)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.assessment.checklist import FINDINGS, checklist, few_bearers, partly_rated, sums
from kpi_desktop.assessment.facts import Appeal, Explanation, RaterClass, Rating
from kpi_desktop.assessment.rewards import rewards
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import a_year, award, band, department, indicator, scored, target, task

D = Decimal
YEAR_END = date(2020, 12, 31)
FINE = (department("D1"), scored("D1", 90))
STATES = ("running", "assessing", "review", "final")


def kinds(to_state: str, *parts: object) -> tuple[set[str], set[str]]:
    """The kinds of blockers and of warnings of a step."""
    found = checklist(score(a_year(*parts)), to_state, YEAR_END)
    return {gap.kind for gap in found.blockers}, {gap.kind for gap in found.warnings}


@pytest.mark.parametrize("state", STATES)
def test_a_complete_year_may_take_every_step(state):
    assert kinds(state, *FINE) == (set(), set())


@pytest.mark.parametrize("state", STATES)
def test_an_incomplete_scheme_blocks_every_step(state):
    blockers, _ = kinds(state, *FINE, indicator("E09"), task("T1", due=None, standard=None))
    assert {"unassigned", "no_due_date", "no_standard"} <= blockers


def test_a_blank_result_blocks_from_review_on_and_is_told_before():
    blank = (*FINE, indicator("E01"), target("E01", "D1", 10))
    assert kinds("running", *blank) == (set(), set())
    assert kinds("assessing", *blank) == (set(), {"no_result"})
    assert kinds("review", *blank)[0] == {"no_result"}
    assert kinds("final", *blank)[0] == {"no_result"}
    said = Explanation("no_result", "E01", "统计年报未出")
    assert kinds("final", *blank, said) == (set(), set())


def test_ties_and_appeals_are_decided_in_review():
    rows = (department("D1"), department("D2"), scored("D1", 95), scored("D2", 95), Appeal("1", "D1", None, "请复核"))
    bands = (band("优秀", 90, 1, room=1), band("合格", 0, 1))
    assert kinds("review", *rows, bands) == (set(), {"undecided", "appeal_open"})
    assert kinds("final", *rows, bands)[0] == {"undecided", "appeal_open"}


def test_no_explanation_makes_a_year_final_while_anyone_is_undecided():
    rows = (department("D1"), department("D2"), scored("D1", 95), scored("D2", 95))
    bands = (band("优秀", 90, 1, room=1), band("合格", 0, 1))
    said = (Explanation("undecided", "D1", "会议未开"), Explanation("undecided", "D2", "会议未开"))
    assert kinds("review", *rows, bands, said) == (set(), set())
    assert kinds("final", *rows, bands, said)[0] == {"undecided"}


def test_a_rank_indicator_with_fewer_than_three_bearers_is_a_warning():
    def year(params: str, *groups: str) -> list[str]:
        codes = [f"D{place}" for place in range(len(groups))]
        parts = [department(code, group=group) for code, group in zip(codes, groups, strict=True)]
        laid = [target("E01", code, 1) for code in codes]
        return [gap.message for gap in few_bearers(a_year(*parts, *laid, indicator("E01", "rank", params)))]

    assert year("", "甲", "甲", "甲") == []
    assert year("", "甲", "甲") == ["E01 E01指标按名次计分，甲只有 2 个部门参加排名"]
    assert year("", "甲", "甲", "甲", "乙") == ["E01 E01指标按名次计分，乙只有 1 个部门参加排名"]
    assert year("范围=全部", "甲", "甲", "乙") == []
    assert kinds("running", *FINE, indicator("E01", "rank"), target("E01", "D1", 1))[1] == {"few_bearers"}


def test_a_class_that_rated_others_is_still_to_come():
    def year(*ratings: tuple[str, str]) -> tuple:
        classes = (RaterClass("领导", D(60)), RaterClass("群众", D(40)))
        rated = tuple(Rating("P1", of, None, None, by, D(90)) for of, by in ratings)
        laid = (target("P1", "D1"), target("P1", "D2"))
        return (*FINE, department("D2"), scored("D2", 80), indicator("P1", "panel"), laid, classes, rated)

    assert list(partly_rated(score(a_year(*year(("D1", "领导"), ("D2", "领导")))))) == []
    late = year(("D1", "领导"), ("D2", "领导"), ("D2", "群众"))
    facts = a_year(*late)
    (gap,) = partly_rated(score(facts))
    assert (gap.kind, gap.department, gap.message) == ("partly_rated", "D1", "D1局：P1 P1指标，群众没有评分")
    assert kinds("review", *late) == kinds("final", *late) == (set(), {"partly_rated"})
    verdict = replace(facts.verdicts[0], subject="P1")
    assert not list(partly_rated(score(replace(facts, verdicts=(*facts.verdicts, verdict)))))


def test_sums_agree_in_a_right_year_and_are_told_in_a_wrong_one():
    facts = a_year(*FINE, award("总额分配", "总额=100;因素=人数"))
    right = score(facts)
    assert list(sums(right, rewards(right))) == []
    (group,) = right.groups
    off = replace(group.departments[0], total=Decimal(91))
    wrong = replace(right, groups=(replace(group, departments=(off,)),))
    assert [gap.kind for gap in sums(wrong, rewards(wrong))] == ["sums"]
    money = rewards(right)
    (department_rewards,) = money.departments
    short = replace(money, departments=(replace(department_rewards, items=()),))
    assert [gap.subject for gap in sums(right, short)] == ["D1", "总额分配"]
    category = replace(right.departments()[0].categories[0], score=Decimal(80))
    off = replace(group.departments[0], categories=(category,))
    wrong = replace(right, groups=(replace(group, departments=(off,)),))
    assert [gap.subject for gap in sums(wrong, money)] == ["工作", "D1"]


def test_every_finding_has_a_name():
    assert set(FINDINGS) >= {"sums", "few_bearers", "no_result", "points"}


def test_going_back_to_draft_asks_for_nothing():
    assert kinds("draft", *FINE, indicator("E09")) == (set(), set())
