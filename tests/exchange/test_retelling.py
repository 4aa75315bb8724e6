"""The history as a reviewer reads it: which entries, and what each changed in the words of the workbook."""

from kpi_desktop.book import browsing, journal
from kpi_desktop.book.browsing import Wanted, listed
from kpi_desktop.exchange.entering import Typed, enter, remove, rows_of
from kpi_desktop.exchange.retelling import retold
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import move_year


def row_of(book, table, **wanted):
    return next(row for row in rows_of(book, 2020, table) if all(row[name] == is_ for name, is_ in wanted.items()))


def told(book):
    return retold(browsing.rows_changed(book, journal.head(book)[0]))


def test_a_change_is_told_cell_by_cell_in_the_words_of_the_sheet(book):
    target = row_of(book, "target", indicator="E02", department="D01")
    enter(
        book, 2020, [Typed("target", target["id"], "base", "9%"), Typed("target", target["id"], "prior", "")], "改目标"
    )
    (row,) = told(book)
    assert (row.title, row.label, row.state) == ("责任分解", "E02 D01", "changed")
    assert [tuple(cell) for cell in row.cells] == [("确保目标", "0.08", "0.09"), ("上年实绩", "70", "")]


def test_new_and_removed_rows_tell_all_they_hold(book):
    enter(book, 2020, [Typed("group_", "a", "name", "新组"), Typed("group_", "a", "separate", "是")], "加组")
    (row,) = told(book)
    assert (row.state, row.label) == ("new", "新组")
    assert [tuple(cell) for cell in row.cells] == [("分组", "", "新组"), ("单独考核", "", "是")]
    remove(book, 2020, "group_", [row_of(book, "group_", name="新组")["id"]], "删组")
    (row,) = told(book)
    assert (row.state, [tuple(cell) for cell in row.cells]) == (
        "removed",
        [("分组", "新组", ""), ("单独考核", "是", "")],
    )


def test_the_course_of_a_year_is_told_by_its_names(book):
    move_year(book, 2020, "running", reason="测试")
    rows = told(book)
    assert [tuple(cell) for cell in rows[0].cells] == [("状态", "编制", "执行")]
    assert rows[0].title == "考核年度"


def test_every_entry_of_a_book_can_be_told(book):
    for entry in listed(book, Wanted()):
        assert retold(browsing.rows_changed(book, entry.entry.sequence))


def test_entries_are_found_by_person_table_text_and_day(book):
    department = row_of(book, "department", code="D01")
    book.author = "王五"
    enter(book, 2020, [Typed("department", department["id"], "head", '赵"六"')], "改负责人")
    undo(book)
    newest, second, first = listed(book, Wanted())
    assert (newest.entry.action, newest.entry.undoes) == ("撤销：改负责人", second.entry.sequence)
    assert second.undone_by == newest.entry.sequence
    assert second.tables == {"department": 1}
    assert first.tables["target"] == 8

    def found(**wanted):
        return [each.entry.action for each in listed(book, Wanted(**wanted))]

    assert found(author="王五") == ["撤销：改负责人", "改负责人"]
    assert found(table="task") == ["导入 zone.xlsx"]
    assert found(text='赵"六"') == ["撤销：改负责人", "改负责人"]
    assert found(text="负责人") == ["撤销：改负责人", "改负责人"]
    assert found(text="没有这个") == []
    today = newest.entry.at[:10]
    assert len(found(first=today, last=today)) == 3
    assert found(last="2000-01-01") == []
    assert [each.entry.sequence for each in listed(book, Wanted(), before=newest.entry.sequence, limit=1)] == [2]
    assert set(browsing.authors(book)) >= {"王五"}
    assert "target" in browsing.changed_tables(book)
