"""定稿 freezes: results and printed forms as they were, and plain SQL that tries to get round it."""

import contextlib
import json
import sqlite3
from pathlib import Path

import pytest

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.book import facts, journal
from kpi_desktop.book.editions import edition_of, years
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office import course
from kpi_desktop.office.evidence import evidence_bytes
from kpi_desktop.office.maintenance import verify
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import Blocked
from tests.assessment.build import BANDS, CATEGORIES, a_year, department, indicator, scored
from tests.assessment.build import borne as laid
from tests.book.sample import raw
from tests.office.zone import store

DONE = a_year(
    department("D1"),
    department("D2"),
    *CATEGORIES,
    scored("D1", 90),
    scored("D2", 80),
    BANDS,
    indicator("E01", "completion"),
    laid("E01", "D1", 75, 80),
    missing_category="折算",
)
PAPERS = (("汇总表.pdf", b"%PDF one"), ("计分表-D1.pdf", b"%PDF two"))


def forms(asked: list[Facts] | None = None):
    """Two papers, as a printer would give them."""

    def printed(year: Facts):
        if asked is not None:
            asked.append(year)
        yield from PAPERS

    return printed


@pytest.fixture
def reviewed(book):
    """A year in 复核 that lacks nothing."""
    store(book, DONE, state="review")
    with book.operation("参数") as op:
        op.insert("setting", {"edition_id": 1, "name": "缺项", "value": "折算"})
    return book


@pytest.fixture
def final(reviewed):
    """The same year, 定稿 with its papers."""
    course.move(reviewed, 2020, "final", forms=forms())
    return reviewed


def test_results_and_papers_are_kept_in_the_entry_that_makes_the_year_final(reviewed):
    asked: list[Facts] = []
    before = journal.head(reviewed)[0]
    moved = course.move(reviewed, 2020, "定稿", forms=forms(asked))
    assert (moved.state, moved.revision) == ("final", 1)
    assert journal.head(reviewed)[0] == before + 1
    assert [year.state for year in asked] == ["final"]
    kept = json.loads(edition_of(reviewed, 2020).result or "")
    assert [d["total"] for d in kept["score"]["groups"][0]["departments"]] == ["90.0", "80.0"]
    stored = course.stored_forms(reviewed, 2020)
    assert [(each.name, each.size) for each in stored] == [("汇总表.pdf", 8), ("计分表-D1.pdf", 8)]
    assert [evidence_bytes(reviewed, each.digest) for each in stored] == [content for _, content in PAPERS]
    assert verify(reviewed, [course.recomputed]).ok


def test_nothing_is_printed_for_a_step_that_is_blocked_or_is_no_final_one(book):
    store(book, a_year(department("D1"), department("D2"), *CATEGORIES, indicator("E01")), state="review")
    asked: list[Facts] = []
    with pytest.raises(Blocked):
        course.move(book, 2020, "final", forms=forms(asked))
    course.move(book, 2020, "running", "漏项", forms=forms(asked))
    assert asked == []


def test_a_change_while_printing_is_noticed(reviewed):
    def slow(year: Facts):
        yield PAPERS[0]
        with reviewed.operation("别人改") as op:
            op.insert("group_", {"edition_id": 1, "name": "新组", "separate": False})

    with pytest.raises(Refusal, match="又有改动"):
        course.move(reviewed, 2020, "final", forms=slow)
    assert edition_of(reviewed, 2020).state == "review"
    assert course.stored_forms(reviewed, 2020) == ()


def test_a_correction_is_a_second_revision_that_names_the_first_and_why(final):
    old = facts.load(final, 2020)
    moved = course.move(final, 2020, "review", "统计局更正投资数")
    assert (moved.state, moved.revision) == ("review", 2)
    first, second = years(final)
    assert (second.supersedes, second.reason, second.state) == (first.id, "统计局更正投资数", "review")
    assert course.stored_forms(final, 2020) == ()
    assert len(course.stored_forms(final, 2020, revision=1)) == 2
    assert facts.load(final, 2020, 1) == old
    course.move(final, 2020, "final", forms=forms())
    assert [len(course.stored_forms(final, 2020, n)) for n in (1, 2)] == [2, 2]
    assert verify(final, [course.recomputed]).ok


def test_no_correction_without_a_reason_and_no_undo_of_a_final_year(final):
    with pytest.raises(Refusal, match="已定稿"):
        course.move(final, 2020, "review")
    with pytest.raises(Refusal, match="不能撤销"):
        undo(final)


# --- getting round it with plain SQL

TRIES = (
    "UPDATE stored_form SET name = '别的.pdf'",
    "UPDATE stored_form SET digest = 'x'",
    "UPDATE stored_form SET edition_id = 9",
    "DELETE FROM stored_form",
    "INSERT INTO stored_form (edition_id, place, name, digest) VALUES (1, 9, '假.pdf', 'x')",
    "INSERT OR REPLACE INTO stored_form SELECT id, edition_id, place, '假.pdf', digest FROM stored_form",
    "REPLACE INTO stored_form (id, edition_id, place, name, digest) VALUES (1, 1, 1, '假.pdf', 'x')",
    "INSERT INTO stored_form SELECT * FROM stored_form WHERE true ON CONFLICT(id) DO UPDATE SET name = '假.pdf'",
    "INSERT INTO stored_form SELECT * FROM stored_form WHERE true "
    "ON CONFLICT(edition_id, name) DO UPDATE SET digest = 'x'",
    "UPDATE OR REPLACE task SET points = '99'",
    "UPDATE OR IGNORE task SET points = '99'",
    "UPDATE task SET points = '99' FROM edition WHERE edition.id = task.edition_id",
    "WITH doomed AS (SELECT id FROM task) DELETE FROM task WHERE id IN doomed",
    "UPDATE edition SET state = 'review', result = NULL",
    "UPDATE edition SET result = '{}' WHERE state = 'final'",
    "UPDATE attachment SET content = x'00'",
    "DELETE FROM attachment",
    "INSERT OR REPLACE INTO attachment SELECT digest, x'00' FROM attachment",
    "UPDATE journal SET action = '无'",
    "DELETE FROM journal_change",
)
PRAGMAS = (
    (),
    ("PRAGMA recursive_triggers=OFF", "PRAGMA foreign_keys=OFF"),
    ("PRAGMA ignore_check_constraints=ON", "PRAGMA defer_foreign_keys=ON", "PRAGMA legacy_alter_table=ON"),
)


def bytes_of(path: Path) -> bytes:
    return path.read_bytes()


@pytest.mark.parametrize("pragmas", PRAGMAS)
def test_no_statement_changes_a_final_year(final, path, pragmas):
    before = bytes_of(path)
    with contextlib.closing(raw(path)) as other:
        for pragma in pragmas:
            other.execute(pragma)
        for statement in TRIES:
            with pytest.raises(sqlite3.IntegrityError, match=r"不能改动|不能再改|只能追加|只能由复核"):
                other.execute(statement)
    assert bytes_of(path) == before


def test_nor_does_one_from_another_database_that_attaches_it(final, path, tmp_path):
    before = bytes_of(path)
    with contextlib.closing(sqlite3.connect(tmp_path / "other.db", isolation_level=None)) as other:
        other.execute("ATTACH ? AS zone", (str(path),))
        for statement in (
            "UPDATE zone.task SET points = '99'",
            "DELETE FROM zone.stored_form",
            "INSERT OR REPLACE INTO zone.stored_form SELECT id, edition_id, place, '假', digest FROM zone.stored_form",
            "UPDATE zone.edition SET state = 'review'",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                other.execute(statement)
    assert bytes_of(path) == before


def test_a_trigger_of_ones_own_is_no_way_round(final, path):
    with contextlib.closing(raw(path)) as other:
        other.execute("CREATE TEMP TABLE lever (x)")
        other.execute("CREATE TEMP TRIGGER pull AFTER INSERT ON lever BEGIN DELETE FROM stored_form; END")
        with pytest.raises(sqlite3.IntegrityError):
            other.execute("INSERT INTO lever VALUES (1)")


def dropped(path: Path, *statements: str) -> list[str]:
    """What `verify` finds after somebody took a guard away and wrote."""
    with contextlib.closing(raw(path)) as other:
        for statement in statements:
            other.execute(statement)
    return [finding.message for finding in verify(path, [course.recomputed]).findings]


def guard(path: Path, name: str) -> str:
    """The statement that makes a guard."""
    with contextlib.closing(raw(path)) as other:
        return other.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]


@pytest.mark.parametrize(
    ("trigger", "statement", "told"),
    [
        ("task_final_update", "UPDATE task SET points = '99'", "“任务”第 1 行与操作日志记录的内容不符"),
        ("verdict_final_delete", "DELETE FROM verdict WHERE id = 1", "“核定”第 1 行不见了"),
        ("edition_final_update", "UPDATE edition SET result = '{}'", "“考核年度”第 1 行与操作日志记录的内容不符"),
        ("stored_form_final_delete", "DELETE FROM stored_form WHERE id = 1", "“定稿表样”第 1 行不见了"),
        ("attachment_append_update", "UPDATE attachment SET content = x'00'", "的内容被改动"),
        ("attachment_append_delete", "DELETE FROM attachment", "“定稿表样”中“汇总表.pdf”的文件不见了"),
    ],
)
def test_a_guard_that_is_taken_away_is_found_even_when_it_is_put_back(final, path, trigger, statement, told):
    made = guard(path, trigger)
    final.close()
    found = dropped(path, f"DROP TRIGGER {trigger}", statement)
    assert f"缺少 trigger {trigger}" in found
    assert any(told in message for message in found)
    found = dropped(path, made)
    assert not any("trigger" in message for message in found)
    assert any(told in message for message in found)


def test_a_guard_rewritten_in_the_schema_is_found(final, path):
    final.close()
    found = dropped(
        path,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, '''final''', '''never''') WHERE name = 'task_final_update'",
        "PRAGMA writable_schema=RESET",
    )
    assert "trigger task_final_update 的定义被改动" in found


def test_a_table_that_is_thrown_away_is_found(final, path):
    final.close()
    assert any("stored_form" in message for message in dropped(path, "DROP TABLE stored_form"))


def test_figures_that_were_changed_in_both_places_are_found_by_recomputing(final, path):
    """Somebody changes the kept result and the journal's hash does not agree any more."""
    final.close()
    found = dropped(
        path,
        "DROP TRIGGER edition_final_update",
        "DROP TRIGGER journal_change_append_update",
        "UPDATE edition SET result = replace(result, '90.0', '99.0')",
        "UPDATE journal_change SET after = replace(after, '90.0', '99.0')",
    )
    assert any("操作日志" in message and "被改动" in message for message in found)
