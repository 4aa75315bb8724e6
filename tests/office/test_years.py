"""The course of a year: one step at a time, back with a reason, and revisions of what is final."""

import json
from pathlib import Path

import pytest

from kpi_desktop.assessment.names import YEAR_STATES
from kpi_desktop.book import facts, journal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.tables import NOT_REVISED, ROW_TABLES
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import Blocked, move_year, open_year
from tests.book.sample import contents, fill


def state(book) -> str:
    return facts.edition_of(book, 2025).state


def to_final(book) -> None:
    for step in ("running", "assessing", "review", "final"):
        move_year(book, 2025, step, results=lambda year: json.dumps({"departments": len(year.departments)}))


def test_opening_a_year(book):
    changes = open_year(book, 2025, "年初")
    assert (changes.action, changes.tables) == ("新建 2025 年度", frozenset({"edition"}))
    assert state(book) == "draft"
    with pytest.raises(Refusal, match="已有 2025 年"):
        open_year(book, 2025)


def test_a_year_goes_forward_step_by_step(book):
    fill(book)
    for to, name in list(YEAR_STATES.items())[1:]:
        moved = move_year(book, 2025, name)
        assert (moved.state, moved.revision, state(book)) == (to, 1, to)
        assert moved.changes.action == f"2025 年度转入{name}"


def test_the_checklist_is_asked_with_the_facts_and_the_state_to_come(book):
    fill(book)
    asked = []

    def checklist(year, to):
        asked.append((len(year.departments), year.state, to))
        return ()

    move_year(book, 2025, "running", checklist=checklist)
    assert asked == [(3, "draft", "running")]


def test_a_step_is_blocked_with_the_list_of_what_is_missing(book, path: Path):
    fill(book)
    before, head = contents(path), journal.head(book)
    with pytest.raises(Blocked, match="甲没有分组；乙没有期限") as caught:
        move_year(book, 2025, "running", checklist=lambda year, to: ["甲没有分组", "乙没有期限"])
    assert (caught.value.state, caught.value.blocked_by) == ("draft", ("甲没有分组", "乙没有期限"))
    assert "2 项" in caught.value.message
    assert (contents(path), journal.head(book)) == (before, head)


@pytest.mark.parametrize("to", ["assessing", "review", "final", "定稿"])
def test_no_leap(book, to: str):
    fill(book)
    with pytest.raises(Refusal, match="不能直接") as caught:
        move_year(book, 2025, to)
    assert "“执行”" in caught.value.cure
    assert state(book) == "draft"


def test_an_unknown_state_and_an_unknown_year(book):
    fill(book)
    with pytest.raises(Refusal, match="没有“完成”这个状态") as caught:
        move_year(book, 2025, "完成")
    assert "定稿" in caught.value.cure
    with pytest.raises(Refusal, match="没有 2030 年"):
        move_year(book, 2030, "running")


def test_to_the_state_it_is_in_nothing_happens(book):
    fill(book)
    moved = move_year(book, 2025, "draft")
    assert (moved.state, bool(moved.changes), journal.head(book)[0]) == ("draft", False, 1)


def test_back_needs_a_reason(book):
    fill(book)
    move_year(book, 2025, "running")
    move_year(book, 2025, "assessing")
    for empty in (None, "", "  "):
        with pytest.raises(Refusal, match="写明原因"):
            move_year(book, 2025, "draft", empty)
    assert move_year(book, 2025, "draft", "方案有误").state == "draft"
    assert journal.history(book, limit=1)[0].entry.reason == "方案有误"
    undo(book)
    assert state(book) == "assessing"


def test_results_are_kept_at_the_end(book):
    fill(book)
    to_final(book)
    assert json.loads(facts.edition_of(book, 2025).result) == {"departments": 3}


def test_a_final_year_does_not_go_back_without_a_reason(book, path: Path):
    fill(book)
    to_final(book)
    before = contents(path)
    with pytest.raises(Refusal, match="已定稿") as caught:
        move_year(book, 2025, "review")
    assert "修订" in caught.value.cure
    assert contents(path) == before


def test_a_correction_is_a_new_revision_that_names_the_old_one_and_why(book, path: Path):
    first = fill(book)
    to_final(book)
    old = contents(path)
    moved = move_year(book, 2025, "复核", "统计数据更正")
    assert (moved.state, moved.revision) == ("review", 2)
    second = facts.edition_of(book, 2025)
    assert second[1:] == (2025, 2, "review", first, "统计数据更正", None)
    now = contents(path)
    for table in ROW_TABLES:
        kept = [row for row in now[table] if row[1] == first]
        copied = [row for row in now[table] if row[1] == second.id]
        assert kept == old[table]
        assert [row[2:] for row in copied] == ([] if table in NOT_REVISED else [row[2:] for row in kept])
    assert facts.load(book, 2025, 1).departments == facts.load(book, 2025, 2).departments


def test_a_revision_can_be_worked_on_finished_and_revised_again(book):
    fill(book)
    to_final(book)
    move_year(book, 2025, "assessing", "更正")
    edition = facts.edition_of(book, 2025).id
    with book.operation("改") as operation:
        with book.reading() as connection:
            row = facts.rows(connection, "department", edition)[0]
        operation.update("department", row["id"], {"name": "投促局"})
    move_year(book, 2025, "review")
    move_year(book, 2025, "final", results=lambda year: "{}")
    assert move_year(book, 2025, "draft", "又错").revision == 3
    assert [(each.revision, each.state) for each in facts.years(book)] == [(1, "final"), (2, "final"), (3, "draft")]
    assert facts.load(book, 2025).departments[0].name == "投促局"
    assert facts.load(book, 2025, 1).departments[0].name == "招商局"


def test_a_revision_that_nobody_has_touched_can_be_taken_back(book, path: Path):
    fill(book)
    to_final(book)
    before = contents(path)
    move_year(book, 2025, "review", "更正")
    undo(book)
    assert contents(path) == before
