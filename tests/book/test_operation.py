"""Operations: written and written down together, or not at all."""

import json
import threading
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from kpi_desktop.book import journal, operation
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition, edition_of, years
from kpi_desktop.book.facts import rows
from kpi_desktop.book.refusal import BrokenReferences, Refusal
from tests.book.sample import contents, fill

GROUP = {"edition_id": 1, "name": "平台", "separate": True}


def texts(book: Book, table: str) -> list[dict]:
    with book.reading() as connection:
        return rows(connection, table, 1)


def test_inserted_rows_come_back_as_they_were(book):
    fill(book)
    (target,) = texts(book, "target")
    assert target["base"] == Decimal("2.3")
    assert target["q1"] is None
    (task,) = texts(book, "task")
    assert (task["partners"], task["due"]) == (("D02", "D09"), date(2025, 6, 30))
    assert [row["place"] for row in texts(book, "department")] == [1, 2, 3]


def test_changes_say_what_was_written(book):
    with book.operation("导入") as op:
        edition = add_edition(op, 2025)
        op.insert("group_", GROUP | {"edition_id": edition})
        with pytest.raises(RuntimeError):
            _ = op.changes
    expected = operation.Changes(1, "导入", frozenset({"edition", "group_"}), frozenset({1}), 2)
    assert op.changes == expected
    assert op.changes


def test_an_operation_that_changes_nothing_writes_no_entry(book, path: Path):
    fill(book)
    head = journal.head(book)
    with book.operation("存") as op:
        assert not op.update("department", 1, {"name": "招商局", "headcount": Decimal("12.50")})
    assert not op.changes
    assert op.changes.sequence == 0
    assert journal.head(book) == head


def test_an_exception_leaves_nothing_behind(book, path: Path):
    fill(book)
    before, head = contents(path), journal.head(book)
    with pytest.raises(ZeroDivisionError), book.operation("坏") as op:
        op.delete("appeal", 1)
        op.insert("group_", GROUP)
        op.attach(b"x")
        _ = 1 / 0
    assert (contents(path), journal.head(book)) == (before, head)
    with book.operation("好") as op:
        op.delete("appeal", 1)
    assert op.changes.rows == 1


def test_rows_may_come_in_any_order_as_long_as_they_fit_at_the_end(book):
    with book.operation("导入") as op:
        edition = add_edition(op, 2025)
        op.insert("weight", {"edition_id": edition, "group": "甲", "category": "经济", "points": 60})
        op.insert("category", {"edition_id": edition, "name": "经济", "kind": "scored", "economic": True})
        op.insert("group_", {"edition_id": edition, "name": "甲", "separate": False})
    assert op.changes.rows == 4


def test_a_reference_to_nothing_is_refused_with_the_sheets_named(book, path: Path):
    fill(book)
    before = contents(path)
    with (
        pytest.raises(BrokenReferences, match="“权重”有 2 行引用了不存在的“分组”") as caught,
        book.operation("删") as op,
    ):
        op.delete("group_", 1)
    assert ("weight", 1) in caught.value.rows
    assert contents(path) == before


def test_the_same_key_twice_is_refused_with_the_sheet_named(book):
    fill(book)
    with pytest.raises(Refusal, match="“部门”中已有"), book.operation("加") as op:
        op.insert("department", {"edition_id": 1, "code": "D01", "name": "另", "takes_part": False, "headcount": 0})
    with pytest.raises(Refusal, match="“等次”中已有"), book.operation("加") as op:
        op.insert("grade_band", {"edition_id": 1, "name": "优秀", "minimum": 1, "coefficient": 1})


def test_a_blank_that_must_not_be_is_a_bug(book):
    fill(book)
    with pytest.raises((IntegrityError, Exception), match="NOT NULL"), book.operation("加") as op:
        op.insert("group_", {"edition_id": 1, "name": None, "separate": False})


@pytest.mark.parametrize(
    ("values", "error"),
    [({"name": 5}, TypeError), ({"headcount": 1.5}, TypeError), ({"nome": "x"}, KeyError), ({"id": 5}, ValueError)],
)
def test_a_wrong_value_is_a_bug_and_writes_nothing(book, path: Path, values: dict, error: type[Exception]):
    fill(book)
    before = contents(path)
    with pytest.raises(error), book.operation("改") as op:
        op.update("department", 1, values)
    assert contents(path) == before


def test_a_row_that_is_not_there(book):
    fill(book)
    with pytest.raises(KeyError), book.operation("改") as op:
        op.update("department", 99, {"name": "x"})
    with pytest.raises(KeyError), book.operation("删") as op:
        op.delete("department", 99)


def test_an_id_is_never_given_twice(book):
    fill(book)
    with book.operation("加") as op:
        first = op.insert("group_", GROUP)
        op.delete("group_", first)
        second = op.insert("group_", GROUP)
        op.delete("group_", second)
    with book.operation("再加") as op:
        third = op.insert("group_", GROUP)
    assert first < second < third


def test_new_rows_go_to_the_end_of_their_sheet(book):
    fill(book)
    with book.operation("加") as op:
        op.insert("group_", GROUP | {"place": 10})
    with book.operation("加") as op:
        op.insert_many("group_", [GROUP | {"name": name} for name in ("丙", "丁")])
        op.insert("group_", GROUP | {"name": "首", "place": 0})
    assert [row["name"] for row in texts(book, "group_")] == ["首", "内设机构", "平台公司", "平台", "丙", "丁"]


def test_copied_rows_are_the_same_but_for_their_edition(book):
    edition = fill(book)
    with book.operation("抄") as op:
        copy = add_edition(op, 2026)
        op.copy_rows("group_", edition, copy)
        op.copy_rows("evidence", 99, copy)
    with book.reading() as connection:
        old, new = rows(connection, "group_", edition), rows(connection, "group_", copy)
    assert [row | {"id": 0, "edition_id": 0} for row in old] == [row | {"id": 0, "edition_id": 0} for row in new]
    assert not {row["id"] for row in old} & {row["id"] for row in new}


def test_an_operation_inside_another_is_a_bug(book):
    with pytest.raises(RuntimeError), book.operation("外"), book.operation("内"):
        pass
    fill(book)


def test_a_file_that_is_too_large_is_refused(book, monkeypatch):
    monkeypatch.setattr(operation, "LARGEST_ATTACHMENT", 3)
    with pytest.raises(Refusal, match="附件"), book.operation("佐证") as op:
        op.attach(b"four")


def test_listeners_hear_of_changes_and_their_errors_stay_with_them(book, caplog):
    heard = []

    def broken(changes):
        raise RuntimeError("Signal source has been deleted")

    book.subscribe(broken)
    stop = book.subscribe(heard.append)
    fill(book)
    with book.operation("空"):
        pass
    assert [changes.action for changes in heard] == ["导入"]
    assert "Signal source" in caplog.text
    stop()
    stop()
    with book.operation("删") as op:
        op.delete("appeal", 1)
    assert len(heard) == 1


def test_a_listener_may_read_and_write(book):
    done = []

    def react(changes):
        if not done:
            done.append(edition_of(book, 2025).state)
            with book.operation("跟着") as op:
                op.delete("appeal", 1)

    book.subscribe(react)
    fill(book)
    assert done == ["draft"]
    assert journal.head(book)[0] == 2


def test_a_reader_sees_one_state_while_another_thread_writes(book):
    fill(book)
    with book.reading() as reader:
        assert len(years(reader)) == 1
        failures: list[Exception] = []

        def write():
            try:
                with book.operation("不提交") as op:
                    add_edition(op, 2030)
                    raise InterruptedError
            except InterruptedError as error:
                failures.append(error)

        thread = threading.Thread(target=write)
        thread.start()
        thread.join()
        assert len(failures) == 1
        assert len(years(reader)) == 1


def test_author_and_reason_go_into_the_journal(book):
    with book.operation("开年", reason="新年度", author="王五") as op:
        add_edition(op, 2025)
    with book.operation("再开") as op:
        add_edition(op, 2026)
    second, first = journal.history(book)
    assert (first.entry.author, first.entry.reason, first.entry.action) == ("王五", "新年度", "开年")
    assert (second.entry.author, second.entry.reason) == ("李四", None)


def test_editions(book):
    with pytest.raises(Refusal, match="没有 2025 年"):
        edition_of(book, 2025)
    fill(book, 2025)
    with pytest.raises(Refusal, match="没有 2024 年") as caught:
        edition_of(book, 2024)
    assert "2025" in caught.value.cure
    with pytest.raises(Refusal, match="第 2 次修订"):
        edition_of(book, 2025, 2)
    with pytest.raises(Refusal, match="已有 2025 年"), book.operation("开") as op:
        add_edition(op, 2025)
    assert json.loads(json.dumps(years(book))) == [[1, 2025, 1, "draft", None, None, None]]
