"""A cell that an import refuses is refused when it is typed, and one that it takes is taken."""

import pytest
from openpyxl.utils.cell import coordinate_to_tuple

from kpi_desktop.book.journal import head
from kpi_desktop.exchange.columns import SHEETS_BY_TITLE
from kpi_desktop.exchange.entering import Typed, enter, rows_of
from tests.exchange.test_wrong_cells import CELLS, ELSEWHERE
from tests.exchange.zone import ZONE, put, zone

YEAR = 2020


def typed_cell(book, address, value):
    """The cell of the book at an address of the zone's workbook, as it is typed in."""
    title, _, place = address.partition("!")
    sheet = SHEETS_BY_TITLE[title]
    number, column = coordinate_to_tuple(place)
    header = ZONE[title][0][column - 1]
    name = next(field.name for field in sheet.fields if field.header == header)
    row = ZONE[title][number - 1][0] if title == "参数" else rows_of(book, YEAR, sheet.table)[number - 2]["id"]
    return Typed(sheet.table, row, name, "" if value is None else str(value))


def can_be_typed(address, value):
    """Rows of the zone; no logical values, which nobody can type; no parameter's name, which is no cell of a grid."""
    title, _, place = address.partition("!")
    number, column = coordinate_to_tuple(place)
    inside = number <= len(ZONE[title]) and column <= len(ZONE[title][0])
    return inside and not isinstance(value, bool) and not (title == "参数" and (column == 1 or value is None))


WRONG = [
    (address, value)
    for address, value, _ in CELLS
    if can_be_typed(address, value) and ELSEWHERE.get((address, value)) != []
]


@pytest.mark.parametrize(("address", "value"), WRONG)
def test_what_an_import_refuses_is_refused_when_typed(book, address, value):
    before = head(book)
    cell = typed_cell(book, address, value)
    entered = enter(book, YEAR, [cell], "填写")
    assert (entered.problems.keys(), head(book)) == ({cell[:3]}, before)
    assert entered.problems[cell[:3]]


RIGHT = [
    ("责任分解!D2", "８０"),
    ("责任分解!D3", "12.5亿元"),
    ("责任分解!E2", ""),
    ("责任分解!G2", ""),
    ("部门!G2", "19.5"),
    ("实绩!D2", "1/3"),
    ("实绩!E2", "核定"),
    ("任务!M2", "2020.2.29"),
    ("任务!F3", "D01,D03"),
    ("进展!C2", "30%"),
    ("核定!C2", "0.6"),
    ("加减分!C2", "3"),
    ("奖惩!D3", "标准=30000;因素=人数"),
    ("参数!B6", "30%"),
]


@pytest.mark.parametrize(("address", "value"), RIGHT)
def test_what_an_import_takes_is_taken_and_stored_the_same(book, plan, address, value):
    sheets = zone()
    put(sheets, address, value or None)
    planned = plan(sheets, book)
    assert planned.errors == ()
    cell = typed_cell(book, address, value)
    entered = enter(book, YEAR, [cell], "填写")
    assert entered.problems == {}
    after = plan(sheets, book)
    assert (after.count("new"), after.count("changed")) == (0, 0), "the import of the same cell has nothing left to do"


def test_there_are_many_such_cells():
    assert len(WRONG) > 60
