"""兑现单: what it says of one department, and that it comes out on paper."""

from datetime import date

import pytest

from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.reports import slip
from kpi_desktop.reports.batch import context_of
from kpi_desktop.reports.typesetting import page_count
from tests.reports import pages, sample, stress


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory):
    path = make_sample(tmp_path_factory.mktemp("zone") / "zone.kpi")
    with open_book(path) as book:
        return context_of(book, 2020, date(2021, 1, 12))


def test_it_adds_up_and_names_indicators(context):
    data = slip.data(context, "D04")
    amounts = [int(row["amount"].replace(",", "").replace("−", "-")) for row in data["rows"]]
    assert sum(amounts) == int(data["net"].replace(",", "")) == 602362
    assert data["capital"] == "人民币陆拾万贰仟叁佰陆拾贰元整"
    second = next(row for row in data["rows"] if row["name"] == "经济指标贡献奖励")
    assert second["reasons"][0].startswith("固定资产投资：该项250,000元×实绩21.86")


def test_it_is_one_page(context):
    assert page_count(slip.slip_pdf(context, "D04")) == 1


def test_every_department_has_one(context):
    for result in context.assessment.departments():
        data = slip.data(context, result.code)
        assert data["rows"] and ["部门", result.name, True] in data["left"]


def test_a_label_stays_with_its_value_where_the_line_is_too_long():
    long = sample.context(stress.long_named(sample.facts()))
    lines = [pages.squeezed(text) for _, _, text in pages.lines(slip.slip_pdf(long, "04"), 0)]
    assert not [text for text in lines if text.endswith(("总分：", "名次："))]
    assert any(text.startswith("总分：91.88等次：良好") for text in lines)
