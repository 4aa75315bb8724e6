"""Where words break on a worksheet: titles after the unit, heads evenly and once over their columns, grades, facts."""

import re
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kpi_desktop.reports.excel import workbook
from kpi_desktop.reports.excel_heads import heads, row_heights
from kpi_desktop.reports.excel_titles import SMALLEST, around_bracket, titled
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    RIGHT,
    Cell,
    Column,
    Cover,
    Document,
    Facts,
    Paragraph,
    Row,
    Table,
    Title,
)
from kpi_desktop.reports.paper import text_width
from tests.reports.test_templates import LONG_UNIT

DAY = date(2021, 1, 22)
NAME = "2020年度督查事项销号审批表"


def opened(*blocks, unit: str = LONG_UNIT, **more):
    return load_workbook(BytesIO(workbook(Document(blocks, **more), DAY, unit)))


def table(*columns: Column, cells: tuple[str, ...] = ()) -> Table:
    return Table(columns, (Row(tuple(map(Cell, cells or ("甲",) * len(columns)))),), "表")


@pytest.mark.parametrize("wide", [90, 150, 260])
def test_a_title_breaks_after_the_unit_and_no_line_of_it_is_too_long(wide):
    page = opened(Title(LONG_UNIT + NAME), table(Column("甲", wide / 2), Column("乙", wide / 2)))["表"]
    title = page["A1"]
    lines = title.value.split("\n")
    assert "".join(lines) == LONG_UNIT + NAME
    assert len(lines) == 1 or lines[-1] == NAME
    assert title.font.sz >= SMALLEST and all(text_width(line, title.font.sz) < wide for line in lines)
    assert page.row_dimensions[1].height >= len(lines) * title.font.sz * 1.3


def test_a_title_that_fits_stands_on_one_line_at_full_size():
    assert titled("高新区" + NAME, "高新区", 150, 18) == ("高新区" + NAME, 18)


@given(st.text(alphabet="区委会年度表", min_size=1, max_size=60), st.integers(0, 40), st.floats(60, 300))
def test_no_title_loses_a_sign_or_is_wider_than_its_place(text, cut, room):
    lines, size = titled(text, text[:cut], room, 18)
    assert lines.replace("\n", "") == text
    assert SMALLEST <= size <= 18 and all(text_width(line, size) <= room for line in lines.split("\n"))


def test_a_letterhead_stands_on_one_line_and_a_cover_breaks_its_unit_evenly():
    letter = opened(Paragraph(f"{LONG_UNIT}督查室", align=CENTRE), Title("告知书"), formal=True).worksheets[0]
    assert letter["A1"].value == f"{LONG_UNIT}督查室"
    assert text_width(letter["A1"].value, letter["A1"].font.sz) < 150
    front = Cover("KH-01", LONG_UNIT, "年度考核报告", f"{LONG_UNIT}督查室", "2021年1月22日")
    cover = opened(front, Title("报告"), formal=True)["封面"]
    (unit,) = (cell.value for cell in cover["A"] if str(cell.value).replace("\n", "") == LONG_UNIT)
    assert abs(len(unit.split("\n")[0]) - len(unit.split("\n")[1])) <= 1
    (office,) = (cell for cell in cover["A"] if cell.value == f"{LONG_UNIT}督查室")
    assert text_width(office.value, office.font.sz) < 150


def test_a_grade_breaks_before_its_bracket_and_has_room_for_it():
    page = opened(table(Column("部门", 40), Column("等次", 11, CENTRE), cells=("财政局", "良好（待定）")))["表"]
    assert page["B2"].value == "良好\n（待定）"
    assert page.column_dimensions["B"].width * 7 / 96 * 25.4 > text_width("（待定）") + 3
    roomy = opened(table(Column("部门", 40), Column("等次", 40, CENTRE), cells=("财政局", "良好（待定）")))["表"]
    assert roomy["B2"].value == "良好（待定）"
    assert around_bracket("（待定）") == ["（待定）"] and around_bracket("一" * 12 + "（待定）") == [
        "一" * 12 + "（待定）"
    ]


SHARED = (Column("部门", 40), Column("党的建设\n好", 14), Column("党的建设\n差", 14), Column("当月\n件数", 14, RIGHT))


def test_what_heads_share_stands_once_over_them():
    page = opened(Title("票"), table(*SHARED))["表"]
    joined = {str(each) for each in page.merged_cells.ranges}
    assert {"A2:A3", "B2:C2", "D2:D3"} <= joined
    assert [page[at].value for at in ("A2", "B2", "D2", "B3", "C3")] == ["部门", "党的建设", "当月\n件数", "好", "差"]
    assert page.print_title_rows == "$2:$3" and page.freeze_panes == "A4"


def test_heads_break_evenly_and_have_the_height_of_their_lines():
    (head,) = heads(table(Column("黄红牌扣罚", 15)), [15.0])
    assert head.words == "黄红牌\n扣罚" and row_heights([head]) == [head.needed]
    tall = heads(table(*SHARED[1:3], Column("很长的名称" * 4, 14)), [14.0] * 3)
    assert sum(row_heights(tall)) == pytest.approx(max(each.needed for each in tall))


def test_a_fact_is_never_broken():
    pairs = [("单位", LONG_UNIT), ("编号", "督〔2020〕1号"), ("制表", "2021年1月22日"), ("状态", "考核")]
    page = opened(Title("票"), Facts(pairs), table(Column("甲", 100), Column("乙", 30)))["表"]
    lines = page["A2"].value.split("\n")
    assert all(text_width(line) < 130 for line in lines) and len(lines) > 1
    assert re.split("\n|　　", page["A2"].value) == [f"{name}：{value}" for name, value in pairs]
