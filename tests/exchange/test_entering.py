"""What is typed into a grid: read and judged as an import would, saved cell by cell."""

from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.book import facts
from kpi_desktop.book.journal import head, history
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.entering import Typed, enter, remove, rows_of
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import move_year

YEAR = 2020


def row(book, table, **wanted):
    """The one row of a table with those values."""
    (found,) = (
        each for each in rows_of(book, YEAR, table) if all(each[name] == value for name, value in wanted.items())
    )
    return found


def actual(book, indicator, department, month):
    return row(book, "actual", indicator=indicator, department=department, month=month)


def test_a_cell_is_saved_at_once_as_one_entry_with_its_name(book):
    before = head(book)[0]
    number = actual(book, "E01", "D01", 2)["id"]
    entered = enter(book, YEAR, [Typed("actual", number, "value", "１１．６")], "填报 实绩 2月")
    assert (entered.problems, entered.changes.action, entered.changes.rows) == ({}, "填报 实绩 2月", 1)
    assert head(book)[0] == before + 1
    assert actual(book, "E01", "D01", 2)["value"] == Decimal("11.6")
    (value,) = (
        a.value for a in facts.load(book, YEAR).actuals if (a.indicator, a.department, a.month) == ("E01", "D01", 2)
    )
    assert value == Decimal("11.6")


def test_what_is_typed_again_as_it_was_writes_nothing(book):
    before = head(book)
    number = actual(book, "E01", "D01", 2)["id"]
    assert not enter(book, YEAR, [Typed("actual", number, "value", "11.0")], "填报").changes
    assert head(book) == before


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("七", "“七”不是数字，应填数字，如 75"),
        ("", "不能空着，应填数字，如 75"),
        ("3户", "“3户”的单位是"),
    ],
)
def test_a_bad_cell_comes_back_with_its_reason_and_is_not_saved(book, text, reason):
    before = head(book)
    number = actual(book, "E01", "D01", 2)["id"]
    entered = enter(book, YEAR, [Typed("actual", number, "value", text)], "填报")
    assert entered.problems["actual", number, "value"].startswith(reason[:4])
    assert head(book) == before


def test_units_are_converted_into_those_of_the_indicator(book):
    number = actual(book, "E01", "D01", 2)["id"]
    enter(book, YEAR, [Typed("actual", number, "value", "125000万元")], "填报")
    assert actual(book, "E01", "D01", 2)["value"] == Decimal("12.5")


def test_of_a_block_the_good_cells_are_saved_in_one_entry_and_the_bad_ones_stay(book):
    first, second = actual(book, "E01", "D01", 1)["id"], actual(book, "E01", "D01", 2)["id"]
    before = head(book)[0]
    block = [
        Typed("actual", first, "value", "6"),
        Typed("actual", second, "value", "八"),
        Typed("actual", first, "basis", "核定"),
    ]
    entered = enter(book, YEAR, block, "粘贴 实绩")
    assert list(entered.problems) == [("actual", second, "value")]
    assert head(book)[0] == before + 1
    assert (actual(book, "E01", "D01", 1)["value"], actual(book, "E01", "D01", 1)["basis"]) == (6, "confirmed")
    assert actual(book, "E01", "D01", 2)["value"] == 11


def test_a_new_row_with_fixed_values_is_made_and_its_id_is_told(book):
    fixed = {"新": {"indicator": "E01", "department": "D02", "month": 2, "basis": "preliminary"}}
    entered = enter(book, YEAR, [Typed("actual", "新", "value", "1.5")], "填报", fixed)
    found = actual(book, "E01", "D02", 2)
    assert (found["id"], found["value"], found["basis"]) == (entered.made["新"], Decimal("1.5"), "preliminary")


def test_a_new_row_waits_until_it_has_what_it_needs(book):
    before = head(book)
    entered = enter(book, YEAR, [Typed("department", "a", "name", "财政局")], "新增 部门")
    assert entered.waiting == {"a": ("code", "group", "headcount")}
    assert (entered.problems, head(book)) == ({}, before)
    both = [
        Typed("department", "a", name, text)
        for name, text in (("name", "财政局"), ("code", "D05"), ("headcount", "12"))
    ]
    assert enter(book, YEAR, both, "新增 部门").waiting == {"a": ("group",)}, "the grouped ones take part"
    done = enter(book, YEAR, [*both, Typed("department", "a", "group", "综合组")], "新增 部门")
    assert (done.waiting, done.problems) == ({}, {})
    assert row(book, "department", code="D05")["id"] == done.made["a"]


def test_a_waiting_row_says_what_is_bad_already(book):
    typed = [Typed("target", "a", "department", "D99"), Typed("target", "a", "points", "x")]
    entered = enter(book, YEAR, typed, "新增")
    assert set(entered.problems) == {("target", "a", "department"), ("target", "a", "points")}
    assert entered.problems["target", "a", "department"].startswith("“D99”在“部门”表里没有")
    assert entered.waiting["a"] == ("indicator",)


def test_rows_that_name_a_row_which_waits_are_not_saved_without_it(book):
    typed = [
        Typed("department", "a", "code", "D05"),
        *(
            Typed("target", "b", name, text)
            for name, text in (("indicator", "E01"), ("department", "D05"), ("points", "1"))
        ),
    ]
    entered = enter(book, YEAR, typed, "新增")
    assert not entered.changes
    assert "D05" in entered.problems["target", "b", "department"]


def test_a_key_that_is_taken_is_bad(book):
    typed = [
        Typed("department", "a", name, text)
        for name, text in (("code", "D01"), ("name", "局"), ("headcount", "1"), ("group", "综合组"))
    ]
    entered = enter(book, YEAR, typed, "新增")
    assert entered.problems == {("department", "a", "code"): "“D01”和另一行重复，每个“编码”只能有一行"}


def test_a_value_for_an_indicator_that_is_not_laid_on_the_department_is_bad(book):
    fixed = {"a": {"indicator": "E05", "department": "D03", "month": 1, "basis": "confirmed"}}
    entered = enter(book, YEAR, [Typed("actual", "a", "value", "3")], "填报", fixed)
    assert entered.problems["actual", "a", "value"].startswith("没有落实到部门“D03”")
    assert not entered.changes


def test_what_belongs_together_is_good_together_and_bad_alone(book):
    task = row(book, "task", code="T02")["id"]
    milestone = row(book, "milestone", task="T02")["id"]
    alone = enter(book, YEAR, [Typed("task", task, "state", "已销号")], "状态")
    assert set(alone.problems) == {("task", task, "state")}
    together = [
        Typed("task", task, "state", "已销号"),
        Typed("task", task, "finished", "2020年12月3日"),
        Typed("milestone", milestone, "done", "2020.12.1"),
    ]
    assert enter(book, YEAR, together, "销号").problems == {}
    assert row(book, "task", code="T02")["finished"] == date(2020, 12, 3)


def test_a_bad_cell_takes_those_with_it_that_need_it(book):
    task = row(book, "task", code="T02")["id"]
    milestone = row(book, "milestone", task="T02")["id"]
    typed = [
        Typed("task", task, "state", "已销号"),
        Typed("task", task, "finished", "年底"),
        Typed("milestone", milestone, "done", "2020-12-01"),
    ]
    entered = enter(book, YEAR, typed, "销号")
    assert set(entered.problems) == {("task", task, "state"), ("task", task, "finished")}
    assert row(book, "milestone", task="T02")["done"] == date(2020, 12, 1)
    assert row(book, "task", code="T02")["state"] == "in_progress"


def test_edits_that_would_make_other_rows_bad_are_refused(book):
    department = row(book, "department", code="D01")["id"]
    out = enter(book, YEAR, [Typed("department", department, "takes_part", "否")], "部门")
    assert "责任分解" in out.problems["department", department, "takes_part"]
    renamed = enter(book, YEAR, [Typed("department", department, "code", "D11")], "部门")
    assert "“责任分解”表 4 行" in renamed.problems["department", department, "code"]
    target = row(book, "target", indicator="E01", department="D02")["id"]
    moved = enter(book, YEAR, [Typed("target", target, "department", "D03")], "分解")
    assert "“实绩”表 1 行（E01 D02 1）" in moved.problems["target", target, "department"]


def test_rows_that_others_need_are_not_removed_and_the_reason_names_them(book):
    before = head(book)
    for table, wanted, named in (
        ("department", {"code": "D04"}, "“任务”表 1 行（T03）"),
        ("target", {"indicator": "E01", "department": "D02"}, "“实绩”表 1 行（E01 D02 1）"),
        ("indicator", {"code": "E05"}, "“责任分解”表 2 行（E05 D01 等）"),
        ("category", {"name": "督查扣分"}, "“加减分”表 1 行"),
        ("grade_band", {"name": "合格"}, "“等次认定”表 1 行（D03）"),
    ):
        with pytest.raises(Refusal) as refused:
            remove(book, YEAR, table, [row(book, table, **wanted)["id"]], "删除")
        assert named in refused.value.message
    assert head(book) == before


def test_rows_that_nobody_needs_are_removed_and_undone_as_one(book):
    ids = [each["id"] for each in rows_of(book, YEAR, "actual")]
    remove(book, YEAR, "actual", ids, "删除 实绩")
    assert rows_of(book, YEAR, "actual") == []
    undo(book)
    assert [each["id"] for each in rows_of(book, YEAR, "actual")] == ids


def test_rows_go_and_come_in_one_entry(book):
    gone = actual(book, "E01", "D01", 1)["id"]
    fixed = {"a": {"indicator": "E01", "department": "D01", "month": 1, "basis": "confirmed"}}
    before = head(book)[0]
    enter(book, YEAR, [Typed("actual", "a", "value", "7")], "改", fixed, [("actual", gone)])
    assert (head(book)[0], actual(book, "E01", "D01", 1)["value"]) == (before + 1, 7)


def test_settings_are_typed_by_name_and_cleared_to_their_default(book):
    good = enter(book, YEAR, [Typed("setting", "分数小数位", "value", "3")], "参数")
    assert (good.problems, facts.load(book, YEAR).settings.decimals) == ({}, 3)
    bad = enter(book, YEAR, [Typed("setting", "分数小数位", "value", "0")], "参数")
    assert "太少" in bad.problems["setting", "分数小数位", "value"]
    enter(book, YEAR, [Typed("setting", "分数小数位", "value", "")], "参数")
    assert facts.load(book, YEAR).settings.decimals == 2
    year = enter(book, YEAR, [Typed("setting", "年度", "value", "2021")], "参数")
    assert year.problems == {("setting", "年度", "value"): "年度不能改"}


def test_a_bonus_keeps_what_the_book_has_for_blank_cells(book):
    number = row(book, "adjustment", category="创新加分")["id"]
    entered = enter(book, YEAR, [Typed("adjustment", number, "points", "3")], "加减分")
    assert entered.problems == {}
    assert row(book, "adjustment", category="创新加分")["stops_rewards"] is True


def test_a_final_year_is_refused_once(tmp_path):
    with open_book(make_sample(tmp_path / "示例.kpi")) as book:
        first, second = (each["id"] for each in rows_of(book, 2019, "department")[:2])
        with pytest.raises(Refusal, match="2019 年已定稿"):
            enter(book, 2019, [Typed("department", row, "name", "局") for row in (first, second)], "填报")


def test_a_row_that_is_gone_is_refused(book):
    number = actual(book, "E01", "D01", 1)["id"]
    remove(book, YEAR, "actual", [number], "删除")
    with pytest.raises(Refusal, match="已经不在"):
        enter(book, YEAR, [Typed("actual", number, "value", "1")], "填报")


def test_the_kept_rows_follow_undo_and_other_writers(book):
    number = actual(book, "E01", "D01", 1)["id"]
    enter(book, YEAR, [Typed("actual", number, "value", "9")], "填报")
    assert actual(book, "E01", "D01", 1)["value"] == 9
    undo(book)
    assert actual(book, "E01", "D01", 1)["value"] == Decimal("5.5")
    move_year(book, YEAR, "running")
    with book.reading() as connection:
        for table in ("actual", "department", "target"):
            assert rows_of(book, YEAR, table) == facts.rows(connection, table, 1)


def test_the_history_says_who_typed_what(book):
    number = actual(book, "E01", "D01", 1)["id"]
    enter(book, YEAR, [Typed("actual", number, "value", "9")], "填报 实绩 1月")
    (event,) = history(book, "actual", number, limit=1)
    assert (event.entry.action, event.entry.author) == ("填报 实绩 1月", "李四")
    assert (event.before["value"], event.after["value"]) == ("5.5", "9")
