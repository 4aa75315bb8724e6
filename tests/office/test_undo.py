"""撤销 and 重做： back and forth as in an editor, refused where something was built on it."""

from pathlib import Path

import pytest

from kpi_desktop.book import journal, verify
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.undo import next_redo, next_undo, redo, undo
from tests.book.sample import contents, fill, finish, raw


def rename(book: Book, name: str, row_id: int = 1) -> None:
    with book.operation(f"改名 {name}") as operation:
        operation.update("department", row_id, {"name": name})


def names(path: Path) -> str:
    """The names of the first two departments."""
    return "".join(row[4] for row in contents(path)["department"][:2])


def sound(book: Book) -> bool:
    connection = verify.snapshot(book)
    try:
        return verify.run(connection, verify.COPY) == []
    finally:
        connection.close()


def test_one_undo_takes_back_a_whole_import_the_year_included(book, path: Path):
    empty = contents(path)
    fill(book)
    filled = contents(path)
    changes = undo(book)
    assert contents(path) == empty
    assert (changes.action, changes.sequence, changes.tables >= {"edition", "actual"}) == ("撤销：导入", 2, True)
    assert redo(book).action == "重做：导入"
    assert contents(path) == filled
    assert sound(book)


def test_steps_walk_back_and_forth(book, path: Path):
    fill(book)
    for name in "甲乙丙":
        rename(book, name)
    seen = [names(path)]
    for _ in range(2):
        undo(book)
        seen.append(names(path))
    for _ in range(2):
        redo(book)
        seen.append(names(path))
    undo(book)
    seen.append(names(path))
    assert [name[0] for name in seen] == ["丙", "乙", "甲", "乙", "丙", "乙"]
    assert sound(book)


def test_a_new_operation_ends_the_redoing(book, path: Path):
    fill(book)
    rename(book, "甲")
    undo(book)
    rename(book, "乙")
    assert next_redo(book) is None
    assert redo(book) is None
    assert undo(book).action == "撤销：改名 乙"
    assert undo(book).action == "撤销：导入"


def test_nothing_to_undo(book):
    assert undo(book) is None
    assert redo(book) is None
    assert next_undo(book) is None
    fill(book)
    assert redo(book) is None
    undo(book)
    assert undo(book) is None


def test_what_is_next_can_be_shown(book):
    fill(book)
    rename(book, "甲")
    assert next_undo(book).action == "改名 甲"
    undo(book)
    assert next_undo(book).action == "导入"
    assert next_redo(book).action == "撤销：改名 甲"
    redo(book)
    assert next_undo(book).action == "改名 甲"


def test_undo_writes_who_and_what_it_undoes(book):
    fill(book)
    undo(book)
    event = journal.history(book, limit=1)[0]
    assert (event.entry.undoes, event.entry.author, event.entry.action) == (1, "李四", "撤销：导入")


def test_an_older_entry_can_be_undone_when_nothing_stands_on_it(book, path: Path):
    fill(book)
    rename(book, "甲", 1)
    rename(book, "乙", 2)
    assert undo(book, 2).action == "撤销：改名 甲"
    assert names(path) == "招商局乙"
    assert undo(book).action == "撤销：改名 乙"
    assert redo(book).action == "重做：改名 乙"
    assert redo(book).action == "重做：改名 甲"
    assert names(path) == "甲乙"
    assert sound(book)


def test_refused_when_a_later_entry_changed_the_same_row(book, path: Path):
    fill(book)
    rename(book, "甲")
    rename(book, "乙")
    before = contents(path), journal.head(book)
    with pytest.raises(Refusal, match=r"不能撤销“改名 甲”.*第 3 条“改名 乙”.李四.*“部门”"):
        undo(book, 2)
    assert (contents(path), journal.head(book)) == before


def test_refused_when_a_later_entry_deleted_the_row(book):
    fill(book)
    rename(book, "甲", 3)
    with book.operation("撤并") as operation:
        operation.update("task", 1, {"partners": ("D02",)})
        operation.delete("department", 3)
    with pytest.raises(Refusal, match="第 3 条“撤并”"):
        undo(book, 2)


def test_refused_when_a_later_entry_refers_to_what_would_go(book, path: Path):
    fill(book)
    with book.operation("加组") as operation:
        operation.insert("group_", {"edition_id": 1, "name": "街道", "separate": False})
    with book.operation("换组") as operation:
        operation.update("department", 2, {"group": "街道"})
    before = contents(path)
    with pytest.raises(Refusal, match=r"第 3 条“换组”.*“部门”要用到它"):
        undo(book, 2)
    assert contents(path) == before


def test_refused_when_the_same_key_was_given_again(book):
    fill(book)
    with book.operation("删") as operation:
        operation.delete("appeal", 1)
    with book.operation("另一份申诉") as operation:
        operation.insert("appeal", {"edition_id": 1, "number": "1", "department": "D01", "claim": "别的"})
    with pytest.raises(Refusal, match=r"不能撤销“删”.*“申诉”中已有"):
        undo(book, 2)


def test_refused_in_a_final_year(book, path: Path):
    finish(book, fill(book))
    before = contents(path)
    with pytest.raises(Refusal, match=r"不能撤销“转入 final”.*已定稿"):
        undo(book)
    with pytest.raises(Refusal, match="不能撤销“导入”"):
        undo(book, 1)
    assert contents(path) == before


def test_refused_twice_and_for_what_is_not_there(book):
    fill(book)
    rename(book, "甲")
    undo(book, 2)
    with pytest.raises(Refusal, match="已被第 3 条"):
        undo(book, 2)
    with pytest.raises(Refusal, match="没有第 99 条"):
        undo(book, 99)


def test_refused_when_a_row_is_not_as_the_journal_says(book, path: Path):
    fill(book)
    with book.operation("新建") as operation:
        add_edition(operation, 2030)

    connection = raw(path)
    connection.execute("UPDATE edition SET reason = '假' WHERE year = 2030")
    connection.close()
    with pytest.raises(Refusal, match="与操作日志不符"):
        undo(book)
