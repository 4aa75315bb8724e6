"""Forms as blocks: sums that add up, figures that are numbers, everybody in them, widths that fit the page."""

from datetime import date
from decimal import Decimal

import pytest

from kpi_desktop.reports.forms.blocks import CENTRE, GROUP, LEFT, RIGHT, SUM, Cell, Column, PageBreak, Table
from kpi_desktop.reports.forms.cells import dated
from kpi_desktop.reports.forms.form import FORMS, Choice
from kpi_desktop.reports.forms.outlining import figure, row, words
from tests.reports import sample

D = Decimal
CHOICES = {
    "sheet": Choice(department="04"),
    "ranking": Choice(),
    "awards": Choice(),
    "annual": Choice(),
    "economic": Choice(),
    "special": Choice(month=9),
    "ballot": Choice(subject="部门互评-04"),
    "panel": Choice(),
    "adjustments": Choice(),
    "notice": Choice(department="04"),
    "appeal": Choice(subject="〔2021〕申1号"),
    "publicity": Choice(subject="totals"),
}


@pytest.fixture(scope="module")
def outlines(zone):
    return {code: FORMS[code].outline(zone, choice) for code, choice in CHOICES.items()}


def tables(document):
    return [block for block in document.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("code", CHOICES)
def test_every_row_fills_its_table(outlines, code):
    for table in tables(outlines[code]):
        for each in table.rows:
            assert sum(cell.span for cell in each.cells) == len(table.columns)
            assert each.kind != GROUP or len(each.cells) == 1


@pytest.mark.parametrize("code", CHOICES)
def test_every_sum_is_the_sum_of_the_rows_it_names(outlines, code):
    for table in tables(outlines[code]):
        for place, each in enumerate(table.rows):
            assert each.kind == SUM or not each.sums
            assert all(0 <= at < place and table.rows[at].kind != GROUP for at in each.sums)


@pytest.mark.parametrize("code", ["awards", "adjustments", "economic"])
def test_money_and_points_are_formulas_down_every_column(outlines, code):
    """All figures of these sums, but ratios, are the sums of the cells above."""
    table = tables(outlines[code])[0 if code == "awards" else 1]
    for each in table.rows:
        if each.kind == SUM and each.sums:
            for at, cell in enumerate(each.cells):
                if cell.number is not None and not cell.text.endswith("%"):
                    assert sum(table.rows[place].cells[at].number or D(0) for place in each.sums) == cell.number


def test_a_sheet_adds_up_from_lines_to_total(zone, outlines):
    table = tables(outlines["sheet"])[0]
    total = table.rows[-1]
    assert total.cells[-1].number == zone.assessment.department("04").total
    assert sum(table.rows[place].cells[-1].number for place in total.sums) == total.cells[-1].number
    for place in total.sums:
        assert (
            sum(table.rows[at].cells[-1].number or D(0) for at in table.rows[place].sums)
            == table.rows[place].cells[-1].number
        )


def test_the_ranking_has_everybody(zone, outlines):
    rows = {each.cells[1].text.rstrip("※"): each for each in tables(outlines["ranking"])[0].rows if len(each.cells) > 1}
    for result in zone.assessment.departments():
        assert rows[result.name].cells[-3].number == result.total


def test_the_awards_total_is_the_net(zone, outlines):
    total = tables(outlines["awards"])[0].rows[-1]
    assert total.cells[-2].number == zone.rewards.net


def test_the_report_annexes_every_sheet(zone, outlines):
    names = [table.name for table in tables(outlines["annual"])]
    assert all(result.name in names for result in zone.assessment.departments())
    breaks = sum(isinstance(block, PageBreak) for block in outlines["annual"].blocks)
    assert breaks == len(zone.assessment.departments()) + 1


@pytest.mark.parametrize("code", CHOICES)
def test_draft_and_footer_follow_the_form(outlines, code):
    made = outlines[code]
    assert made.draft == FORMS[code].states_results
    assert made.footer and f"KH-2020-{FORMS[code].mark}-" in made.footer[0]


@pytest.mark.parametrize("code", CHOICES)
def test_tables_are_no_wider_than_the_paper(outlines, code):
    made = outlines[code]
    room = {"a4": 267.0 if made.landscape else 176.0, "a3": 390.0}[made.paper]
    for table in tables(made):
        assert sum(column.width for column in table.columns) <= (267.0 if code == "annual" else room) + 1


@pytest.mark.parametrize("code", sorted(set(CHOICES) - {"sheet", "notice", "ballot", "appeal"}))
def test_an_empty_year_has_its_blocks_too(code):
    choice = CHOICES[code]
    assert FORMS[code].outline(sample.empty(), choice).blocks


@pytest.mark.parametrize(
    ("shown", "number", "shape"),
    [
        ("1,234.50", D("1234.50"), "#,##0.00"),
        ("−0.50", D("-0.50"), "#,##0.00"),
        ("+1.00", D("1.00"), "+#,##0.00;-#,##0.00;0"),
        ("116.8%", D("1.168"), "0.0%"),
        ("7", D(7), "#,##0"),
        ("0.00", D("0.00"), "#,##0.00"),
    ],
)
def test_a_figure_is_read_back_from_its_print(shown, number, shape):
    assert figure(shown) == Cell(shown, number, shape)


@pytest.mark.parametrize("shown", ["6月30日", "—", "87.6亿元", "T01", ""])
def test_other_prints_stay_texts(shown):
    assert figure(shown) == Cell(shown)


def test_what_lacks_says_so():
    assert (words(None).text, words({"blank": True}).text, figure(None).text) == ("—", "空", "—")


def test_codes_that_look_like_figures_stay_texts():
    columns = (Column("编码", 10, CENTRE), Column("名称", 10, LEFT), Column("分", 10, RIGHT))
    assert [cell.number for cell in row(columns, ("01", "2020", "5")).cells] == [None, None, D(5)]


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("2019年12月31日", None, date(2019, 12, 31)),
        ("6月30日", 2020, date(2020, 6, 30)),
        ("6月30日", None, None),
        ("2020年02月01日", None, None),
        ("2019年2月29日", 2020, None),
        ("6月30日前", 2020, None),
    ],
)
def test_a_day_is_read_back_only_as_it_is_printed(text, year, day):
    assert dated(Cell(text), year) == Cell(text, day=day)
