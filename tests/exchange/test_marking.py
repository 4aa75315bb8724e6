"""The copy with red cells: what is marked, what stays, and what is refused."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.importing import plan_import
from kpi_desktop.exchange.marking import LIST_TITLE, marked_name, save_marked
from kpi_desktop.exchange.surroundings import rows_around
from tests.exchange.zone import put, write, zone


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    sheets = zone()
    put(sheets, "责任分解!D3", "七十五")
    put(sheets, "责任分解!C3", -1)
    put(sheets, "实绩!C2", 13)
    return write(tmp_path / "报送.xlsx", sheets)


def test_bad_cells_are_red_and_say_why_and_the_rest_stays(tmp_path, wrong):
    workbook = load_workbook(wrong)
    workbook["责任分解"]["D3"].comment = Comment("科室说的", "赵")
    workbook["责任分解"]["A2"].font = Font(bold=True)
    workbook["责任分解"].column_dimensions["B"].width = 33
    workbook.create_sheet("备忘")["A1"] = "=1+1"
    workbook.save(wrong)
    before = wrong.read_bytes()
    errors = plan_import(None, wrong).errors
    made = save_marked(wrong, errors, marked_name(wrong))
    assert made.name == "报送（批注）.xlsx"
    assert wrong.read_bytes() == before
    copy = load_workbook(made)
    assert copy.sheetnames[0] == LIST_TITLE
    sheet = copy["责任分解"]
    assert sheet["D3"].fill.fgColor.rgb.endswith("F8B4AE")
    assert sheet["D3"].comment.text == "科室说的\n“七十五” 不是数字(确保目标),应填数字,如 75"
    assert sheet["D2"].comment is None
    assert sheet["A2"].font.bold
    assert sheet.column_dimensions["B"].width == 33
    assert copy["备忘"]["A1"].value == "=1+1"
    listed = [row[0].value for row in copy[LIST_TITLE].iter_rows(min_row=2)]
    assert listed == ["责任分解!C3", "责任分解!D3", "实绩!C2"]
    assert copy[LIST_TITLE]["A3"].hyperlink.location == "'责任分解'!D3"


def test_the_copy_can_be_corrected_and_imported(tmp_path, wrong):
    made = save_marked(wrong, plan_import(None, wrong).errors, tmp_path / "副本.xlsx")
    workbook = load_workbook(made)
    workbook["责任分解"]["D3"], workbook["责任分解"]["C3"], workbook["实绩"]["C2"] = 12, 20, 1
    workbook.save(made)
    plan = plan_import(None, made)
    assert plan.errors == ()
    assert plan.ignored == (LIST_TITLE,)


def test_a_bad_cell_inside_a_merged_range_is_marked_where_it_shows(tmp_path, wrong):
    workbook = load_workbook(wrong)
    workbook["部门"].merge_cells("C2:D3")
    workbook.save(wrong)
    errors = plan_import(None, wrong).errors
    assert "部门!C2" in [error.cell for error in errors]
    copy = load_workbook(save_marked(wrong, errors, tmp_path / "副本.xlsx"))
    assert "合并单元格" in copy["部门"]["C2"].comment.text


def test_the_workbook_itself_is_never_written(wrong):
    with pytest.raises(Refusal, match="不能写在原工作簿上"):
        save_marked(wrong, (), wrong)


def test_what_is_no_workbook_is_refused_as_the_import_refuses_it(tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(Refusal, match="损坏"):
        save_marked(tmp_path / "坏.xlsx", (), tmp_path / "副本.xlsx")


def test_an_error_carries_the_parts_of_its_sentence(wrong):
    error = next(each for each in plan_import(None, wrong).errors if each.cell == "责任分解!D3")
    assert (error.read, error.wrong, error.right) == ("七十五", "不是数字", "应填数字,如 75")


def test_a_bad_cell_is_seen_in_its_row(wrong):
    around = rows_around(wrong, plan_import(None, wrong).errors)
    row = around["责任分解!D3"]
    assert around["责任分解!C3"] == row
    assert [(cell.header, cell.text) for cell in row[:4]] == [
        ("指标编码", "E01"),
        ("部门编码", "D02"),
        ("分值", "-1"),
        ("确保目标", "七十五"),
    ]
    assert row[3].place == "责任分解!D3"
