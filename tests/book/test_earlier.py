"""A year as it was: the facts after any entry are those that were loaded then."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from kpi_desktop.book import earlier, facts, journal
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.deciding import decide_grade
from kpi_desktop.office.undo import undo
from tests.assessment.build import on
from tests.office.conftest import zone
from tests.office.zone import now

__all__ = ["zone"]


def change(book, action: str, *steps) -> None:
    with book.operation(action) as op:
        for step in steps:
            step(op)


def row_of(book, table: str) -> int:
    return next(event.row_id for event in journal.history(book, table) if event.after)


def test_every_earlier_state_is_what_was_loaded_then(zone):
    seen = {journal.head(zone)[0]: facts.load(zone, 2020)}

    def look():
        seen[journal.head(zone)[0]] = facts.load(zone, 2020)

    actual = row_of(zone, "actual")
    change(zone, "改实绩", lambda op: op.update("actual", actual, {"value": Decimal("79.5")}))
    look()
    change(zone, "删实绩", lambda op: op.delete("actual", actual))
    look()
    undo(zone)
    look()
    decide_grade(zone, 2020, "D1", "良好", "会议", on("2021-01-15"))
    look()
    change(zone, "换编码", lambda op: op.update("task", row_of(zone, "task"), {"title": now(zone, "T3").title + "改"}))
    look()
    assert len(seen) == 6
    for sequence, then in seen.items():
        assert earlier.facts_after(zone, 2020, sequence) == then
    assert earlier.facts_after(zone, 2020, 0).departments == ()


def test_the_last_change_is_one_that_counts(zone):
    first = earlier.last_change(zone, 2020)
    assert first and first.action == "测试数据"
    change(zone, "佐证", lambda op: op.insert("evidence", {"edition_id": 1, "file": "a.pdf", "digest": "0" * 64}))
    assert earlier.last_change(zone, 2020) == first
    decide_grade(zone, 2020, "D1", "良好", "会议", on("2021-01-15"))
    last = earlier.last_change(zone, 2020)
    assert last and last.action == "等次认定：D1 良好"


def test_the_last_change_of_an_earlier_day(zone):
    today = date.today()
    assert earlier.last_change(zone, 2020, before=today - timedelta(days=1)) is None
    found = earlier.last_change(zone, 2020, before=today + timedelta(days=2))
    assert found and found.action == "测试数据"


def test_a_year_that_is_not_there(zone):
    with pytest.raises(Refusal, match="没有 2031 年"):
        earlier.facts_after(zone, 2031, 1)
