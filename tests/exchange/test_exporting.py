"""Exporting: what goes out stands in Excel as a person expects it, does nothing there, and is whole or not at all."""

import os
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kpi_desktop.book import facts
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange import exporting
from kpi_desktop.exchange.columns import SHEETS, field
from kpi_desktop.exchange.exporting import export_workbook
from kpi_desktop.exchange.importing import plan_import
from kpi_desktop.exchange.writing import content_of
from kpi_desktop.office.rows import RowChanges, apply_rows
from tests.exchange.zone import put, zone


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "出.xlsx"


def test_every_sheet_and_column_in_order(book, out):
    export_workbook(book, 2020, out)
    workbook = load_workbook(out)
    assert workbook.sheetnames == [sheet.title for sheet in SHEETS]
    assert len(workbook.sheetnames) == 26
    for sheet in SHEETS:
        page = workbook[sheet.title]
        assert [cell.value for cell in page[1]] == [column.header for column in sheet.fields]
        assert page.freeze_panes == "A2"
        assert page["A1"].font.bold


def test_importing_it_changes_nothing(book, out):
    export_workbook(book, 2020, out)
    plan = plan_import(book, out)
    assert plan.summary() == {"year": 2020, "new": 0, "changed": 0, "same": 100, "errors": [], "ignored": []}
    assert not plan.changes


def test_it_makes_the_same_book_elsewhere(book, empty, bring, out, tmp_path):
    from kpi_desktop.exchange.importing import carry_out

    export_workbook(book, 2020, out)
    carry_out(empty, plan_import(empty, out))
    assert facts.load(empty, 2020) == facts.load(book, 2020)


def test_cells_as_a_person_expects_them(book, out):
    export_workbook(book, 2020, out)
    workbook = load_workbook(out)
    assert workbook["部门"]["A2"].value == "D01"
    assert workbook["部门"]["A2"].number_format == "@"
    assert workbook["部门"]["G3"].value == 17.5
    assert workbook["任务"]["M2"].value == datetime(2020, 1, 5)
    assert workbook["任务"]["M2"].number_format == "yyyy-mm-dd"
    assert (workbook["责任分解"]["D4"].value, workbook["责任分解"]["D4"].number_format) == (0.08, "0%")
    assert (workbook["进展"]["C3"].value, workbook["进展"]["C3"].number_format) == (0.45, "0%")
    assert workbook["自评"]["C3"].value == "1/3"
    assert workbook["核定"]["C2"].value == "120%"
    assert [row[1].value for row in workbook["参数"]][:6] == ["值", 2020, "示例高新区", 2, "是", "缺口"]
    assert [cell.value for cell in workbook["加减分"]["G"]] == ["停发", None, None, "否"]
    assert workbook["说明"]["A2"].value == "no_result"


def test_choices_are_offered(book, out):
    export_workbook(book, 2020, out)
    page = load_workbook(out)["任务"]
    offered = {str(each.sqref).split(":")[0]: each.formula1 for each in page.data_validations.dataValidation}
    assert offered == {"P2": '"周,月,季"', "Q2": '"未开展,推进中,申请销号,已销号,暂缓,终止"'}


@pytest.mark.parametrize("text", ["=1+1", "+86 10", "-5", "@cmd", "=cmd|' /C calc'!A0", "\t=1"])
def test_text_never_becomes_a_formula(book, bring, out, text):
    sheets = {"参数": zone()["参数"], "任务": zone()["任务"]}
    bring(book, sheets)
    target = facts.load(book, 2020).tasks[0]
    with book.reading() as connection:
        row = facts.rows(connection, "task", facts.edition_of(connection, 2020).id)[0]
    apply_rows(book, 2020, [RowChanges("task", updates=[(row["id"], {"standard": text})])], "测试")
    assert target.standard != text
    export_workbook(book, 2020, out)
    cell = load_workbook(out)["任务"]["L2"]
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix or text == "\t=1"
    assert plan_import(book, out).count("changed") == 0


@pytest.mark.parametrize("text", ["a\x07b", "_x0041_", "行一\n行二", "10²½", "𠮷野家", "\ufffe", " 前后 ", "<&>\"'"])
def test_text_comes_back_as_it_was(book, out, text):
    with book.reading() as connection:
        row = facts.rows(connection, "task", facts.edition_of(connection, 2020).id)[0]
    apply_rows(book, 2020, [RowChanges("task", updates=[(row["id"], {"standard": text})])], "测试")
    export_workbook(book, 2020, out)
    plan = plan_import(book, out)
    assert (plan.errors, plan.count("changed"), plan.same) == ((), 0, 100)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.1"), Decimal("0.1")),
        (Fraction(1, 3), "1/3"),
        (Decimal("123456789012345"), Decimal("123456789012345")),
        (Decimal("1234567890.123456"), "1234567890.123456"),
        (Decimal("1E+3"), Decimal(1000)),
    ],
)
def test_numbers_keep_every_digit(value, text):
    assert content_of(field("project", "investment"), value).value == text


@pytest.mark.parametrize(
    ("value", "content"),
    [
        (Decimal("0.8"), (Decimal("0.8"), "0%")),
        (Decimal("0.125"), (Decimal("0.125"), "0.0%")),
        (Decimal("1"), (Decimal("1"), "0%")),
        (Decimal("1.2"), ("120%", "@")),
        (Fraction(2, 3), ("2/3", "@")),
        (Decimal("0.12345678901234567"), ("12.345678901234567%", "@")),
    ],
)
def test_shares_are_percentages_and_exact(value, content):
    assert content_of(field("verdict", "share"), value) == content


def test_days_that_spreadsheets_disagree_on_go_out_as_text():
    assert content_of(field("task", "due"), date(1900, 2, 28)).value == "1900-02-28"
    assert content_of(field("task", "due"), date(1900, 3, 1)).value == date(1900, 3, 1)


def test_defaults_that_the_year_s_decimals_refuse_stay_at_home(empty, bring, out):
    sheets = zone()
    sheets["参数"].append(["分数小数位", 0])
    put(sheets, "加减分!C2", 2)
    put(sheets, "加减分!C3", 1)
    bring(empty, sheets)
    export_workbook(empty, 2020, out)
    names = [row[0].value for row in load_workbook(out)["参数"]]
    assert "黄单扣分" not in names
    assert "红单扣分" in names
    assert plan_import(empty, out).summary()["errors"] == []


def test_attached_files_are_listed_and_stay(book, out):
    apply_rows(
        book,
        2020,
        [RowChanges("evidence", [{"subject": "T01", "file": "照片.jpg", "digest": "ab", "note": None}])],
        "附件",
    )
    export_workbook(book, 2020, out)
    assert [cell.value for cell in load_workbook(out)["佐证"][2]] == ["T01", "照片.jpg", "ab", None]
    plan = plan_import(book, out)
    assert (plan.ignored, plan.changes) == ((), ())


def test_a_year_that_is_not_there_is_refused(book, out):
    with pytest.raises(Refusal, match="没有 2031 年"):
        export_workbook(book, 2031, out)
    assert not out.exists()


def test_a_text_too_long_for_a_cell_is_refused_and_the_old_file_stays(book, out):
    export_workbook(book, 2020, out)
    before = out.read_bytes()
    with book.reading() as connection:
        row = facts.rows(connection, "task", facts.edition_of(connection, 2020).id)[0]
    apply_rows(book, 2020, [RowChanges("task", updates=[(row["id"], {"standard": "长" * 32768})])], "测试")
    with pytest.raises(Refusal, match="“完成标准”里有一段文字超过"):
        export_workbook(book, 2020, out)
    assert out.read_bytes() == before
    assert not [name for name in os.listdir(out.parent) if "export" in name]


def test_a_file_open_elsewhere_is_refused(book, out, monkeypatch):
    def deny(*_):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(exporting.os, "replace", deny)
    with pytest.raises(Refusal, match="先在 Excel 或 WPS 里关闭它"):
        export_workbook(book, 2020, out)
    assert not [name for name in os.listdir(out.parent) if name.startswith(".")]


def test_a_folder_that_is_not_there_is_refused(book, tmp_path):
    with pytest.raises(Refusal, match="写不了"):
        export_workbook(book, 2020, tmp_path / "无" / "出.xlsx")
