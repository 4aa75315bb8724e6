"""A worksheet on paper: long texts whole, pages that end well, header and footer, what stands on which worksheet."""

import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from kpi_desktop.reports.excel import workbook
from kpi_desktop.reports.excel_heights import MOST, folded, height, shares
from kpi_desktop.reports.excel_setup import DRAFT_WORDS
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    RIGHT,
    SUM,
    Cell,
    Column,
    Cover,
    Document,
    Facts,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Signatures,
    Table,
    Title,
)
from kpi_desktop.reports.paper import text_width
from tests.reports.stress import LINES

D = Decimal
DAY = date(2021, 1, 22)
COLUMNS = (Column("编码", 20), Column("事项", 80), Column("期限", 30, RIGHT), Column("得分", 20, RIGHT))
NAMED = (Title("督查台账"), Facts((("单位", "督查室"),)))


def row(code: str, text: str = "事项", points: str = "1.00", **more) -> Row:
    return Row((Cell(code), Cell(text), Cell("6月30日", day=date(2020, 6, 30)), Cell(points, D(points))), **more)


def table(*rows: Row, columns=COLUMNS, name: str = "台账") -> Table:
    return Table(columns, rows, name)


def opened(*blocks, values: bool = False, **more):
    return load_workbook(BytesIO(workbook(Document((*NAMED, *blocks), **more), DAY)), data_only=values)


def row_of(page, text: str) -> int:
    return next(cell.row for cell in page["A"] if cell.value == text)


def heights(page) -> list[float]:
    return [page.row_dimensions[at].height for at in range(1, page.max_row + 1)]


def ends(page) -> list[int]:
    """The last rows of pages."""
    return [each.id for each in page.row_breaks.brk]


def widths(page, count: int) -> list[float]:
    """Of the first columns, in millimetres: the file counts in figures of seven pixels."""
    letters = "ABCDEFGHIJ"[:count]
    return [page.column_dimensions[letter].width * 7 / 96 * 25.4 for letter in letters]


def test_forty_lines_are_seen_whole_in_rows_that_excel_can_make():
    long = "".join(LINES)
    page = opened(table(row("T01"), row("T02", long), row("T03"))).worksheets[0]
    first, after = row_of(page, "T02"), row_of(page, "T03")
    tall = heights(page)[first - 1 : after - 1]
    across = (80 - 3) / text_width("字", 10.5)  # signs on a line
    assert sum(tall) > len(long) / across * 10.5 * 1.3
    assert max(heights(page)) <= 409
    assert f"B{first}:B{after - 1}" in {str(each) for each in page.merged_cells.ranges}
    assert page.cell(first, 2).alignment.vertical == "top" and page.cell(first, 2).value == long


def test_a_paragraph_of_forty_lines_is_seen_whole_too():
    page = opened(Paragraph("".join(LINES)), formal=True).worksheets[0]
    assert max(heights(page)) <= 409 and sum(heights(page)) > 700


def test_sums_over_rows_that_take_several_stay_right():
    rows = (row("T01", points="1.25"), row("T02", "".join(LINES), "2.50"), row("T03", points="3.00"))
    total = Row((Cell("合计"), Cell(""), Cell(""), Cell("6.75", D("6.75"))), SUM, (0, 1, 2))
    page = opened(table(*rows, total)).worksheets[0]
    first, last = row_of(page, "T01"), row_of(page, "T03")
    assert page.cell(row_of(page, "合计"), 4).value == f"=SUM(D{first}:D{last})"
    found = [page.cell(at, 4).value for at in range(first, last + 1)]
    assert sum(D(str(value)) for value in found if value is not None) == D("6.75")


@given(st.floats(1, 20_000))
def test_rows_together_are_as_tall_as_needed_and_none_is_too_tall(needed):
    parts = shares(needed)
    assert max(parts) <= MOST and abs(sum(parts) - needed) < 0.01 * len(parts) + 1e-6


@given(st.text(alphabet="字，。12.%×(a ", max_size=80), st.floats(12, 90))
def test_a_text_never_needs_less_height_than_its_width_says(text, width):
    lines = (height(text, width, 10.5) - height("", width, 10.5)) / (10.5 * 1.45) + 1
    assert lines >= text_width(text, 10.5) / width - 1e-6


def test_formulas_are_not_broken_inside_figures():
    one = height("固定资产", 30, 10.5)
    assert height("80%＋20%×(17.1−15)", 30, 10.5) > one


def test_days_are_dates_shown_as_they_are_printed():
    late = Cell("2019年12月31日", day=date(2019, 12, 31))
    page = opened(table(row("T01"), Row((Cell("T02"), Cell(""), late, Cell(""))))).worksheets[0]
    first = row_of(page, "T01")
    assert page.cell(first, 3).value == datetime(2020, 6, 30)
    assert page.cell(first, 3).number_format == 'm"月"d"日"'
    assert page.cell(first + 1, 3).value == datetime(2019, 12, 31)
    assert page.cell(first + 1, 3).number_format == 'yyyy"年"m"月"d"日"'


def test_no_number_or_day_is_wider_than_its_column():
    narrow = tuple(Column(column.title, 9, column.align) for column in COLUMNS)
    page = opened(table(row("T01", points="1234567.89"), columns=narrow)).worksheets[0]
    day, points = widths(page, 4)[2:]
    assert day > text_width("6月30日") and points > text_width("1234567.89")


def test_every_row_has_its_height_and_one_to_write_in_has_room():
    blank = Row((Cell("意见"), Cell(""), Cell(""), Cell("")), height=20.0)
    page = opened(table(row("T01"), blank)).worksheets[0]
    assert all(heights(page))
    assert heights(page)[row_of(page, "意见") - 1] == pytest.approx(20 / 25.4 * 72, abs=0.1)


def grouped(count: int, each: int) -> list[Row]:
    found: list[Row] = []
    for at in range(count):
        found.append(Row((Cell(f"第{at}组"),), GROUP))
        found += [row(f"T{at:02d}{place}") for place in range(each)]
    return found


@pytest.mark.parametrize("each", range(1, 8))
def test_no_page_ends_with_the_head_of_a_group(each):
    page = opened(table(*grouped(40, each))).worksheets[0]
    assert ends(page)
    assert not [at for at in ends(page) if str(page.cell(at, 1).value).endswith("组")]


@pytest.mark.parametrize("count", range(60, 90, 3))
def test_signatures_are_never_alone_on_a_page(count):
    rows = [row(f"T{at:02d}") for at in range(count)]
    page = opened(table(*rows), Note("注"), Signatures(("编制", "审核", "审批"))).worksheets[0]
    last = row_of(page, f"T{count - 1:02d}")
    assert ends(page) and ends(page)[-1] <= last - 2


def test_pages_hold_what_they_are_given():
    page = opened(table(*grouped(40, 5))).worksheets[0]
    room = (297 - 40) / 25.4 * 72
    for start, end in pairwise([0, *ends(page), page.max_row]):
        assert sum(heights(page)[start:end]) <= room


def test_what_nearly_fits_on_one_page_is_printed_on_one():
    fitting = opened(table(*(row(f"T{at}") for at in range(44)))).worksheets[0]
    longer = opened(table(*(row(f"T{at}") for at in range(80)))).worksheets[0]
    assert sum(heights(fitting)) > (297 - 40) / 25.4 * 72
    assert (fitting.page_setup.fitToHeight, ends(fitting)) == (1, [])
    assert longer.page_setup.fitToHeight == 0 and ends(longer)


def test_the_words_of_a_draft_are_on_the_screen_and_in_the_header_of_every_page():
    page = opened(table(row("T01")), draft=True).worksheets[0]
    assert page["A1"].value == DRAFT_WORDS and page.oddHeader.right.text == DRAFT_WORDS
    assert not page.HeaderFooter.differentFirst
    assert page.print_area == f"'台账'!$A$2:$D${page.max_row}"
    assert opened(table(row("T01"))).worksheets[0].print_area.startswith("'台账'!$A$1:")


def test_a_long_footer_leaves_the_page_number_its_place():
    name = "昆明国家高新技术产业开发区行政审批与政务服务和营商环境建设管理局"
    line = f"2020年度考核结果告知书　{name}　KH-2020-告-04　示例数据，实绩为虚构"
    content = workbook(Document((*NAMED, table(row("T01"))), footer=(line, "链头")), DAY)
    page = load_workbook(BytesIO(content)).worksheets[0]
    words = page.oddFooter.left.text.split("\n")
    assert "".join(words) == line + "链头" and len(words) > 2
    assert all(text_width(each, 8) <= 180 - 30 for each in words)
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert b"_x000a_" not in package.read("xl/worksheets/sheet1.xml")


@given(st.text(max_size=60), st.floats(10, 50))
def test_folding_loses_nothing(text, room):
    assert "".join(folded(text, room, 8)) == text


def test_head_and_name_of_a_line_stay_in_sight():
    columns = (*COLUMNS, Column("说明", 60))
    rows = (Row((Cell("T01"), Cell("事项"), Cell(""), Cell(""), Cell(""))),)
    page = opened(table(*rows, columns=columns)).worksheets[0]
    assert page.freeze_panes == f"C{row_of(page, 'T01')}"


def test_a_tall_opening_does_not_fill_the_screen_for_ever():
    page = opened(Paragraph("长" * 2000), table(row("T01"))).worksheets[0]
    assert page.freeze_panes is None


ANNEXED = (
    Paragraph("一、总体", 1),
    Paragraph("表1　得分", align=CENTRE),
    table(row("T01"), columns=(*COLUMNS, Column("说明", 60)), name="表1/得分"),
    PageBreak(),
    Title("计分表"),
    table(row("T02"), columns=(*COLUMNS, Column("说明", 110)), name="财政局"),
    Signatures(("审核",)),
)


def test_tables_of_a_text_and_its_annexes_stand_under_their_own_words():
    book = opened(*ANNEXED, formal=True)
    assert [page.title for page in book] == ["正文", "表1得分", "财政局"]
    assert [page["A1"].value for page in book] == ["督查台账", "表1　得分", "计分表"]
    assert book["财政局"].cell(book["财政局"].max_row, 1).value.startswith("审核：")
    assert [page.page_setup.orientation for page in book] == ["portrait", "landscape", "landscape"]


SHORT = (COLUMNS[0], Column("事项", 114), Column("得分", 20, RIGHT))


def points(text: str) -> Row:
    return Row((Cell("A"), Cell(text), Cell("2.00", D(2))))


def in_text(*tables: Table):
    parts = [block for at, each in enumerate(tables) for block in (Paragraph(f"表{at}", align=CENTRE), each)]
    return opened(*parts, Paragraph("正文。"), Paragraph("督查室", align=RIGHT), formal=True)


def test_small_tables_of_a_text_stand_in_it_with_their_sums():
    total = Row((Cell("合计"), Cell(""), Cell("4.00", D(4))), SUM, (0, 1))
    (page,) = in_text(table(row("T01")), table(points("甲"), points("乙"), total, columns=SHORT)).worksheets
    first = row_of(page, "A")
    assert [cell.value for cell in page["A"]][2:5] == ["表0", "编码", "T01"]
    assert page.cell(first + 2, 3).value == f"=SUM(C{first}:C{first + 1})"
    assert page.freeze_panes is None and not page.print_title_rows
    assert {f"A{row_of(page, '表1')}:C{row_of(page, '表1')}"} <= {str(each) for each in page.merged_cells.ranges}


def test_tables_that_share_no_columns_keep_worksheets_of_their_own():
    long = points("很长的事项名称，" * 8)
    assert [page.title for page in in_text(table(row("T01"), name="甲"), table(long, columns=SHORT, name="乙"))] == [
        "正文",
        "甲",
        "乙",
    ]
    assert len(in_text(table(*(row(f"T{at}") for at in range(40)))).worksheets) == 2


@pytest.mark.parametrize("lines", range(20, 60, 4))
def test_a_table_in_a_text_and_who_signs_it_are_not_torn_apart(lines):
    rows = [row(f"T{at:02d}") for at in range(12)]
    texts = [Paragraph("正文。")] * lines
    page = opened(*texts, Paragraph("表", align=CENTRE), table(*rows), *texts, *SIGNED, formal=True).worksheets[0]
    whole = range(row_of(page, "表"), row_of(page, "T11"))
    assert ends(page) and not [at for at in ends(page) if at in whole or at >= page.max_row - 2]


SIGNED = (Paragraph("督查室", align=RIGHT), Paragraph("2021年1月22日", align=RIGHT))


def test_small_tables_that_follow_the_first_share_a_worksheet():
    small = [block for at in range(2, 5) for block in (Paragraph(f"表{at}", 1), table(row(f"T{at}"), name=f"表{at}"))]
    book = opened(table(row("T01")), *small)
    assert [page.title for page in book] == ["台账", "表2至表4"]
    assert [row_of(book["表2至表4"], f"T{at}") for at in range(2, 5)] == [3, 7, 11]
    again = opened(table(row("T01")), *small[:2], PageBreak(), *small[2:4])
    assert [page.title for page in again] == ["台账", "表2", "表3"]


def test_a_heading_that_runs_into_its_text_is_bold_and_stays_a_text():
    content = workbook(Document((*NAMED, Paragraph("=1+2。正文。", strong=5)), formal=False), DAY)
    page = load_workbook(BytesIO(content), rich_text=True).worksheets[0]
    cell = page.cell(page.max_row, 1)
    assert [(str(part), bool(part.font.b)) for part in cell.value] == [("=1+2。", True), ("正文。", False)]
    assert cell.data_type == "s" and cell.quotePrefix


def test_a_text_leads_to_the_worksheet_of_its_table():
    page = opened(*ANNEXED, formal=True)["正文"]
    cell = page.cell(row_of(page, "（表格见工作表“表1得分”）"), 1)
    assert cell.hyperlink.location == "'表1得分'!A1"


def test_a_letter_has_its_red_head():
    made = Document(
        (Paragraph("督查室", align=CENTRE), *NAMED, Paragraph("财政局："), Paragraph("请抓紧。")), formal=True
    )
    page = load_workbook(BytesIO(workbook(made, DAY))).worksheets[0]
    assert page["A1"].value == "督查室" and page["A1"].font.color.rgb.endswith("B3261E")
    assert [cell.value for cell in page["A"]][-2:] == ["财政局：", "　　请抓紧。"]


def test_a_report_has_its_cover():
    made = Document((Cover("KH-2020-报-01", "高新区", "年度考核报告", "督查室", "2021年1月22日"), *NAMED), formal=True)
    book = load_workbook(BytesIO(workbook(made, DAY)))
    assert [page.title for page in book] == ["封面", "正文"]
    assert {"高新区", "年度考核报告", "督查室", "2021年1月22日"} <= {cell.value for cell in book["封面"]["A"]}


def test_the_file_opens_on_its_first_worksheet_and_says_what_it_is():
    book = opened(*ANNEXED, formal=True, footer=("年度报告　KH-2020-报-01",))
    assert book.active.title == "正文"
    assert [page.sheet_view.tabSelected for page in book] == [True, False, False]
    assert not any(page.sheet_view.showGridLines for page in book)
    assert (book.properties.title, book.properties.subject) == ("督查台账", "年度报告　KH-2020-报-01")
    signed = load_workbook(BytesIO(workbook(Document(NAMED), DAY, "高新区")))
    assert (signed.properties.creator, signed.properties.created) == ("高新区", datetime(2021, 1, 22))


LONG_LABELS = ("被考核单位（昆明国家高新区行政审批局）主要负责人", "考核人", "考核单位（督查室）负责人")


def signed(*labels: str, wide: float = 80) -> list[str]:
    columns = (*COLUMNS[:1], Column("事项", wide), *COLUMNS[2:])
    page = opened(table(row("T01"), columns=columns), Signatures(labels)).worksheets[0]
    found = [str(cell.value) for cell in page["A"] if re.search("年　　月　　日$", str(cell.value))]
    assert all(text_width(line) < sum(widths(page, 4)) for line in found)
    return found


def test_signatures_stand_side_by_side_only_where_they_fit():
    assert len(signed(*LONG_LABELS)) == 3
    assert [line.count("年") for line in signed(*LONG_LABELS, wide=180)] == [2, 1]
    assert [line.count("年") for line in signed("编制", "审核", "审批", wide=180)] == [3]
    assert len(signed("编制", "审核", "审批")) == 3


def test_a_text_that_nearly_fits_has_its_line_unless_the_paper_would_turn():
    nearly = "字" * 22  # 81.5 mm, and 4.9 of margins and indent, in a column of 82
    page = opened(table(row("T01", nearly))).worksheets[0]
    assert widths(page, 4)[1] > 82.1 and page.page_setup.orientation == "portrait"
    columns = (*COLUMNS, Column("说明", 27.0))
    wide = Row((Cell("T01"), Cell(nearly), Cell(""), Cell(""), Cell("")))
    turned = opened(table(wide, columns=columns)).worksheets[0]
    assert widths(turned, 4)[1] == pytest.approx(82, abs=0.2) and turned.page_setup.orientation == "portrait"
