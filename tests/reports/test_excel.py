"""The workbook of a form: numbers are numbers, texts stay texts, sums are formulas that agree, and it prints."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kpi_desktop.reports.excel import workbook
from kpi_desktop.reports.excel_leaves import leaves
from kpi_desktop.reports.forms.blocks import (
    GROUP,
    RIGHT,
    SUM,
    Cell,
    Column,
    Document,
    Facts,
    Note,
    Paragraph,
    Row,
    Signatures,
    Table,
    Title,
)
from tests.reports.office import converted

D = Decimal
DAY = date(2021, 1, 22)
COLUMNS = (
    Column("部门", 60),
    Column("得\n分", 20, RIGHT),
    Column("金额", 40, RIGHT),
    Column("比例", 20, RIGHT),
    Column("说明", 90),
)
ODD = ("=1+2", "+86 871", "-3", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")')


def money(text: str, number: str) -> Cell:
    return Cell(text, D(number), "#,##0.00")


def table(*rows: Row) -> Table:
    return Table(COLUMNS, rows, "计/分?表")


GOOD = table(
    Row((Cell("一、经济指标"),), GROUP),
    Row(
        (
            Cell("甲局"),
            Cell("12.35", D("12.345")),
            money("1,200.10", "1200.10"),
            Cell("8.5%", D("0.085")),
            Cell("长" * 300),
        )
    ),
    Row((Cell("乙局"), Cell("−1.00", D(-1)), money("0.20", "0.20"), Cell("空"), Cell("—"))),
    Row((Cell("小计"), Cell("11.35", D("11.345")), money("1,200.30", "1200.30")), SUM, (1, 2)),
    Row((Cell("丙局"), Cell("2.00", D(2)), money("9.99", "9.99"), Cell("", None), Cell(""))),
    Row((Cell("合计"), Cell("13.35", D("13.345")), money("999.00", "999")), SUM, (1, 2, 4)),
)


def document(*blocks, **more) -> Document:
    return Document((Title("考核结果汇总表"), Facts((("单位", "督查室"), ("状态", "考核"))), *blocks), **more)


def opened(made: Document, values: bool = False):
    return load_workbook(BytesIO(workbook(made, DAY)), data_only=values)


def cell_of(page, text: str, column: int):
    row = next(cell.row for cell in page["A"] if cell.value == text)
    return page.cell(row, column)


def test_figures_are_exact_numbers_with_the_format_of_their_print():
    page = opened(document(GOOD)).worksheets[0]
    assert (cell_of(page, "甲局", 2).value, cell_of(page, "甲局", 2).number_format) == (12.345, "0.00")
    assert (cell_of(page, "甲局", 3).value, cell_of(page, "甲局", 3).number_format) == (1200.1, "#,##0.00")
    assert (cell_of(page, "甲局", 4).value, cell_of(page, "甲局", 4).number_format) == (0.085, "0.0%")
    assert (cell_of(page, "乙局", 2).value, cell_of(page, "乙局", 4).value) == (-1, "空")


def test_sums_are_formulas_where_they_agree_and_values_where_they_do_not():
    page = opened(document(GOOD)).worksheets[0]
    first = cell_of(page, "甲局", 1).row
    assert cell_of(page, "小计", 2).value == f"=SUM(B{first}:B{first + 1})"
    assert cell_of(page, "合计", 2).value == f"=SUM(B{first}:B{first + 1},B{first + 3})"
    assert cell_of(page, "合计", 3).value == 999


def test_formulas_bring_their_values_along():
    page = opened(document(GOOD), values=True).worksheets[0]
    assert cell_of(page, "小计", 2).value == 11.345
    assert cell_of(page, "合计", 2).value == 13.345


def test_an_office_program_computes_the_same_sums(tmp_path):
    bare = opened(document(GOOD))  # without the values that the formulas brought along
    bare.save(tmp_path / "表.xlsx")
    page = load_workbook(converted(tmp_path / "表.xlsx", "xlsx", tmp_path), data_only=True).worksheets[0]
    found = [D(str(cell_of(page, name, column).value)) for name, column in (("小计", 2), ("小计", 3), ("合计", 2))]
    assert found == [D("11.345"), D("1200.3"), D("13.345")]


@pytest.mark.parametrize("text", ODD)
def test_what_users_type_never_becomes_a_formula(text):
    made = opened(document(table(Row((Cell(text), Cell("1.00", D(1))))), Note(text), Paragraph(text, 1)))
    cells = [cell for page in made for row in page for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" for cell in cells)
    typed = [cell for cell in cells if cell.value == text]
    assert typed and all(cell.quotePrefix for cell in typed)


def test_signs_that_no_file_can_hold_are_left_out():
    page = opened(document(table(Row((Cell("甲\x00乙\x0b丙\ufffe"),))))).worksheets[0]
    assert "甲乙丙" in {cell.value for cell in page["A"]}


@pytest.mark.parametrize(("paper", "code"), [("a4", "9"), ("a3", "8")])
def test_it_prints_as_it_should(paper, code):
    made = document(GOOD, paper=paper, landscape=True, draft=True, footer=("KH & 01", "链头"))
    page = opened(made).worksheets[0]
    head = cell_of(page, "部门", 1).row
    assert str(page.page_setup.paperSize) == code and page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage and page.page_setup.fitToWidth == 1
    assert page.page_setup.fitToHeight == 0
    assert page.print_title_rows == f"${head}:${head}" and page.freeze_panes == f"B{head + 1}"
    assert page.oddFooter.right.text == "— &P —" and page.oddFooter.left.text == "KH && 01\n链头"
    assert "过程稿" in page.oddHeader.right.text


def test_long_texts_are_wrapped_and_have_room():
    page = opened(document(GOOD)).worksheets[0]
    long = cell_of(page, "甲局", 5)
    assert long.alignment.wrap_text and page.row_dimensions[long.row].height > 100


def test_one_worksheet_a_table_with_names_that_are_allowed():
    made = document(GOOD, Note("注"), Paragraph("二、其他", 1), GOOD, Signatures(("审核",)))
    first, second = leaves(made)
    assert (first.name, second.name) == ("计分表", "计分表（2）")
    assert [type(block) for block in first.under] == [Note] and type(second.over[0]) is Paragraph
    assert [page.title for page in opened(made)] == ["计分表", "计分表（2）"]


def test_a_formal_text_has_a_page_of_its_own():
    made = Document(
        (Title("通报"), Paragraph("一、总体", 1), Paragraph("正文。"), GOOD, Signatures(("签发",))), formal=True
    )
    book = opened(made)
    assert [page.title for page in book] == ["正文", "计分表"]
    assert [cell.value for cell in book["正文"]["A"]][3] == "（表格见工作表“计分表”）"


def test_the_same_form_gives_the_same_bytes():
    assert workbook(document(GOOD), DAY) == workbook(document(GOOD), DAY)
