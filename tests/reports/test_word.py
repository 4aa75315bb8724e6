"""The Word document of a form: styles, heads that come again, rows that stay whole, and LibreOffice opens it clean."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from kpi_desktop.reports.charts.drawing import rendered, sized
from kpi_desktop.reports.forms.blocks import (
    GROUP,
    RIGHT,
    SUM,
    Cell,
    Column,
    Document,
    Facts,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Signatures,
    Table,
    Title,
)
from kpi_desktop.reports.word import word
from tests.reports import pages
from tests.reports.office import converted

DAY = date(2021, 1, 22)
COLUMNS = (Column("部门", 60), Column("得\n分", 30, RIGHT), Column("说明", 160))
ITEMS = tuple(Row((Cell(f"第{at}局"), Cell(f"{at}.00", Decimal(at)), Cell("按计划推进"))) for at in range(60))
TABLE = Table(COLUMNS, (Row((Cell("一、经济组"),), GROUP), *ITEMS, Row((Cell("合计", span=2), Cell("完")), SUM)), "表")
WIDE = Document(
    (Title("督查台账"), Facts((("单位", "督查室"),)), TABLE, Note("注一"), Signatures(("编制", "审核", "审批"))),
    landscape=True,
    draft=True,
    footer=("KH-2020-台-01",),
)
SENTENCE = "全区上下深入贯彻落实决策部署，"
FORMAL = Document(
    (
        Title("督查通报"),
        Paragraph("一、总体情况", 1),
        *(Paragraph(SENTENCE * 20) for _ in range(6)),
        Paragraph("（一）指标", 2),
        Paragraph("督查室", align=RIGHT),
        Signatures(("主要负责人",)),
    ),
    formal=True,
    footer=("KH-2020-通-01",),
)


def opened(made: Document):
    return docx.Document(BytesIO(word(made, DAY)))


def as_pdf(made: Document, folder) -> bytes:
    path = folder / "form.docx"
    path.write_bytes(word(made, DAY))
    return converted(path, "pdf", folder).read_bytes()


def test_heads_come_again_and_rows_stay_whole():
    rows = opened(WIDE).tables[0].rows
    marks = [{child.tag for child in row._tr.trPr} for row in rows]
    assert qn("w:tblHeader") in marks[0] and all(qn("w:cantSplit") in each for each in marks)
    assert not any(qn("w:tblHeader") in each for each in marks[1:])


def test_a_row_that_could_be_taller_than_a_page_may_be_split():
    rows = opened(Document((Table(COLUMNS, (Row((Cell("长" * 2000),)),), "表"),))).tables[0].rows
    assert rows[1]._tr.find(f".//{qn('w:cantSplit')}") is None


def test_nothing_is_formatted_by_hand():
    for made in (WIDE, FORMAL):
        body = opened(made).element.body
        by_hand = {child.tag for look in body.iter(qn("w:rPr")) for child in look} - {qn("w:rStyle")}
        allowed = {qn("w:pStyle"), qn("w:keepNext"), qn("w:pageBreakBefore")}
        assert by_hand == set()
        assert {child.tag for look in body.iter(qn("w:pPr")) for child in look} <= allowed


def test_every_style_that_is_used_is_there():
    for made in (WIDE, FORMAL):
        file = opened(made)
        known = {style.style_id for style in file.styles}
        assert {each.get(qn("w:val")) for each in file.element.body.iter(qn("w:pStyle"), qn("w:rStyle"))} <= known


def test_formal_texts_have_the_official_page():
    section = opened(FORMAL).sections[0]
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(each.mm) for each in margins] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    body = opened(FORMAL).styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='BodyText']")
    assert body.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert body.find(f".//{qn('w:sz')}").get(qn("w:val")) == "32"


def test_wide_tables_lie():
    section = opened(WIDE).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_twenty_eight_characters_on_a_line_and_twenty_two_lines_on_a_page(tmp_path):
    pdf = as_pdf(FORMAL, tmp_path)
    lines = [text for _, _, text in pages.lines(pdf, 1)]
    body = [pages.squeezed(line) for line in lines if set(pages.squeezed(line)) <= set(SENTENCE)]
    assert len(body) == 22
    assert max(len(line) for line in body) in (28, 29)  # a mark may hang over the end of a line


def test_it_opens_clean_with_everything_that_was_written(tmp_path):
    pdf = as_pdf(WIDE, tmp_path)
    texts = pages.page_texts(pdf)
    assert len(texts) >= 3 and all("得分" in text for text in texts[:3])
    whole = "".join(texts)
    assert all(f"第{at}局" in whole for at in range(60)) and "督查台账" in whole
    assert all("过程稿" in text for text in texts)
    assert "—1—" in texts[0] and "—2—" in texts[1] and "KH-2020-台-01" in texts[0]


def test_a_short_remark_stays_between_the_table_and_the_signatures():
    made = Document((TABLE, Paragraph("名次：第2名"), Note("注一"), Signatures(("编制", "审批"))))
    file = opened(made)
    assert all(each.paragraph_format.keep_with_next for each in file.paragraphs[:2])
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in file.tables[0].rows[-1].cells)


def test_heads_that_share_a_word_stand_under_it_and_long_ones_break_in_the_middle():
    columns = (
        Column("部门", 40),
        Column("目标\n确保", 20, RIGHT),
        Column("目标\n力争", 20, RIGHT),
        Column("认定得分", 11),
    )
    head = [row._tr for row in opened(Document((Table(columns, (), "表"),))).tables[0].rows]
    assert [[cell.grid_span for cell in row.tc_lst] for row in head] == [[1, 2, 1], [1, 1, 1, 1]]
    words = [["".join(text.text or "" for text in cell.iter(qn("w:t"))) for cell in row.tc_lst] for row in head]
    assert words == [["部门", "目标", "认定得分"], ["", "确保", "力争", ""]]
    assert all(row.trPr.find(qn("w:tblHeader")) is not None for row in head)
    assert len(list(head[0].tc_lst[2].iter(qn("w:br")))) == 1


def test_figures_stay_on_one_line_at_the_cost_of_words():
    columns = (Column("指标", 100), Column("完成", 12, RIGHT))
    made = Document((Table(columns, (Row((Cell("投资"), Cell("1,234,567.89"))),), "表"),))
    widths = [int(each.get(qn("w:w"))) for each in opened(made).tables[0]._tbl.tblGrid]
    assert widths[1] > 22 * 56.7 and abs(sum(widths) - 112 * 56.7) < 3


def test_a_form_that_fits_one_page_closer_is_set_closer():
    """34 rows of 13.65 pt leave 116 of the page's 728 pt: 1.6 pt over and under each text and its head."""

    def inset(count: int) -> str:
        made = Document((Title("表"), Table(COLUMNS, ITEMS[:count], "表"), Signatures(("编制", "审批"))))
        look = opened(made).styles.element.find(f"{qn('w:style')}[@{qn('w:styleId')}='FormTable']")
        return look.find(f".//{qn('w:tblCellMar')}/{qn('w:top')}").get(qn("w:w"))

    assert [inset(count) for count in (20, 34)] == ["60", "32"]


@pytest.mark.parametrize("count", [36, 37])
def test_signatures_stand_together_with_the_end_of_the_table(count, tmp_path):
    made = Document((Title("台账"), Table(COLUMNS, ITEMS[:count], "表"), Note("注一"), Signatures(("编制", "审批"))))
    last = pages.page_texts(as_pdf(made, tmp_path))[-1]
    assert all(text in last for text in ("编制：", "审批：", "注一", f"第{count - 1}局"))


def test_a_picture_says_what_it_shows():
    png = rendered(lambda: sized(40, 20), "png")
    file = opened(Document((Title("报告"), Picture(png, 120, "各部门总分"), PageBreak(), Paragraph("完"))))
    drawn = next(
        file.element.body.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    )
    assert drawn.get("descr") == "各部门总分"
    assert file.paragraphs[-1].paragraph_format.page_break_before


@pytest.mark.parametrize("odd", ["<w:p>&amp;", "甲\x00\x0b乙", "a]]>b", "第一行\n第二行"])
def test_what_users_type_stands_as_typed(odd):
    file = opened(Document((Table(COLUMNS, (Row((Cell(odd),)),), "表"),)))
    assert file.tables[0].cell(1, 0).text == re.sub("[\x00\x0b]", "", odd)


def test_the_same_form_gives_the_same_bytes_and_well_formed_parts():
    made = word(WIDE, DAY)
    assert made == word(WIDE, DAY)
    with ZipFile(BytesIO(made)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_office_and_day_stay_with_the_last_words_of_a_text():
    told = Document((Paragraph("正文。"), Paragraph("督查室", align=RIGHT), Paragraph("2021年1月22日", align=RIGHT)))
    kept = [each.paragraph_format.keep_with_next or False for each in opened(told).paragraphs]
    assert kept == [True, True, False]


def test_sums_stand_in_the_row_of_their_group_where_print_has_them_there():
    def figures(label: str, score: str) -> tuple[Cell, ...]:
        return (Cell(label), Cell(score, Decimal(score)), Cell("记"))

    rows = (
        Row((Cell("一、经济", span=3),), GROUP),
        Row(figures("甲", "1.00")),
        Row(figures("小计", "1.00"), SUM, (1,)),
        Row((Cell("二、不计分", span=3),), GROUP),
        Row(figures("乙", "0.00")),
        Row((Cell("三、加减分", span=3),), GROUP),
        Row((Cell("丙", span=2), Cell("+2.00"))),
        Row((Cell("小计", span=2), Cell("+2.00")), SUM, (6,)),
        Row(figures("总分", "3.00"), SUM, (2, 7)),
    )
    file = opened(Document((Table(COLUMNS, rows, "表", sums_above=True),)))
    read = [[cell.text for cell in row.cells] for row in file.tables[0].rows[1:]]
    assert read == [
        ["一、经济", "1.00", "记"],
        ["甲", "1.00", "记"],
        ["二、不计分"] * 3,
        ["乙", "0.00", "记"],
        ["三、加减分", "三、加减分", "+2.00"],
        ["丙", "丙", "+2.00"],
        ["总分", "3.00", "记"],
    ]


def test_a_heading_that_begins_a_page_after_a_table_brings_no_blank_page():
    made = Document((Paragraph("报告"), TABLE, PageBreak(), Paragraph("投资促进局", 1)), formal=True)
    begun = [each for each in opened(made).paragraphs if each.paragraph_format.page_break_before]
    assert [each.text for each in begun] == ["投资促进局"]


def test_the_last_rows_of_a_table_go_on_with_its_signatures():
    made = Document((Table(COLUMNS, ITEMS[:20], "表"), Note("注一"), Signatures(("编制", "审批"))))
    rows = opened(made).tables[0].rows[1:]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next or False for row in rows]
    assert kept == [False] * 16 + [True] * 4


def test_long_signers_stand_in_pairs_on_a_wide_page_and_otherwise_under_each_other():
    labels = ("被考核单位（党群工作部）主要负责人", "考核人", "考核单位（高新技术产业开发区督查室）负责人")
    assert [len(row.cells) for row in opened(Document((Signatures(labels),), landscape=True)).tables[0].rows] == [2, 2]
    longer = (f"{labels[0]}和分管负责人", *labels[1:])
    for made in (Document((Signatures(labels),)), Document((Signatures(longer),), landscape=True)):
        assert not opened(made).tables and len(opened(made).paragraphs) == 3
