"""等次认定: a tie on the last place is settled by a decision, and only by one; nothing is final before."""

from dataclasses import replace

import pytest

from kpi_desktop.assessment.checklist import checklist
from kpi_desktop.assessment.facts import GradeDecision
from kpi_desktop.book import facts, journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import assessing
from kpi_desktop.office.deciding import decide_grade, withdraw_decision
from kpi_desktop.office.undo import undo
from tests.assessment.build import CATEGORIES, a_year, band, department, on, scored
from tests.office.zone import finish, store

DAY = on("2021-01-15")
TIE = a_year(
    department("D1"),
    department("D2"),
    department("D3"),
    replace(department("D9"), takes_part=False, group=None),
    scored("D1", 92),
    scored("D2", 92),
    scored("D3", 80),
    (band("优秀", 90, "1.2", room=1), band("良好", 0, 1)),
    *CATEGORIES,
)
"""Two departments with 92.0 points each and one place of 优秀."""


@pytest.fixture
def tied(book: Book) -> tuple[Book, int]:
    return book, store(book, TIE, "running")


def grades(book: Book) -> list[tuple[str, str | None, bool]]:
    return [(r.code, r.grade, r.undecided) for r in assessing.assess(book, 2020).departments()]


def blocks_final(book: Book) -> bool:
    found = checklist(assessing.assess(book, 2020), "final", DAY).blockers
    return any(gap.kind == "undecided" for gap in found)


def test_a_decision_settles_a_tie_and_until_then_nothing_is_final(tied):
    book, _ = tied
    assert grades(book) == [("D1", "良好", True), ("D2", "良好", True), ("D3", "良好", False)]
    assert blocks_final(book)
    decide_grade(book, 2020, "D2", "优秀", "党工委会议纪要〔2021〕3号", DAY)
    assert grades(book) == [("D1", "良好", False), ("D2", "优秀", False), ("D3", "良好", False)]
    assert not blocks_final(book)
    (kept,) = facts.load(book, 2020).decisions
    assert kept == GradeDecision("D2", "优秀", "党工委会议纪要〔2021〕3号", DAY)
    assert journal.history(book, limit=1)[0].entry.reason == "党工委会议纪要〔2021〕3号"


def test_a_decision_can_be_changed_withdrawn_and_undone(tied):
    book, _ = tied
    decide_grade(book, 2020, "D2", "优秀", "会议", DAY)
    decide_grade(book, 2020, "D2", "良好", "复议", DAY)
    assert [each.grade for each in facts.load(book, 2020).decisions] == ["良好"]
    withdraw_decision(book, 2020, "D2")
    assert facts.load(book, 2020).decisions == ()
    assert grades(book)[0] == ("D1", "良好", True)
    undo(book)
    assert [each.basis for each in facts.load(book, 2020).decisions] == ["复议"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("D2", "优秀", " "), "没有填写认定依据"),
        (("D2", "一般", "会议"), "“一般”不是这个分组的等次。 ?可选：优秀、良好"),
        (("D8", "优秀", "会议"), "没有部门“D8”"),
        (("D9", "优秀", "会议"), "不参加考核"),
    ],
)
def test_what_is_no_decision(tied, arguments, words):
    book, _ = tied
    before = journal.head(book)
    with pytest.raises(Refusal, match=words):
        decide_grade(book, 2020, *arguments, DAY)
    assert journal.head(book) == before


def test_nothing_to_withdraw_and_nothing_in_a_final_year(tied):
    book, edition = tied
    with pytest.raises(Refusal, match="没有等次认定"):
        withdraw_decision(book, 2020, "D1")
    finish(book, edition)
    with pytest.raises(Refusal, match="已定稿"):
        decide_grade(book, 2020, "D1", "优秀", "会议", DAY)
