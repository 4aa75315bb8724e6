"""What a context knows from around its year: the years beside it and what was attached."""

from datetime import date

import pytest

from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.evidence import attach_evidence
from kpi_desktop.reports.batch import context_of
from kpi_desktop.reports.forms import approval, carryover, monthly
from kpi_desktop.reports.forms.blocks import Table
from kpi_desktop.reports.forms.form import Choice

TODAY = date(2021, 1, 22)


@pytest.fixture(scope="module")
def sample_zone(tmp_path_factory):
    path = tmp_path_factory.mktemp("zone") / "示例.kpi"
    make_sample(path)
    return path


def test_the_years_beside_it_are_there(sample_zone):
    with open_book(sample_zone) as book:
        first, second = context_of(book, 2019, TODAY), context_of(book, 2020, TODAY)
    assert first.previous is None and first.following is not None and first.following.settings.year == 2020
    assert second.following is None and second.previous is not None and second.previous.settings.year == 2019


def test_the_list_of_the_year_before_shows_the_new_due_dates(sample_zone):
    """K02 of 2019 went on as 2019-K02, due on 20 December 2020."""
    with open_book(sample_zone) as book:
        context = context_of(book, 2019, TODAY)
    goes = [block for block in carryover.outline(context).blocks if isinstance(block, Table)][1]
    rows = {row.cells[1].text: [cell.text for cell in row.cells] for row in goes.rows if row.kind == "item"}
    assert (rows["K02"][0], rows["K02"][8]) == ("2019-K02", "2020年12月20日")
    assert len(rows) == 6


def test_last_years_months_are_compared_with(sample_zone):
    with open_book(sample_zone) as book:
        context = context_of(book, 2020, TODAY)
    table = next(block for block in monthly.outline(context, Choice(month=6)).blocks if isinstance(block, Table))
    assert any(row.cells[11].number is not None for row in table.rows)


def test_what_was_attached_is_listed(sample_zone, tmp_path):
    proof = tmp_path / "验收单.pdf"
    proof.write_bytes(b"%PDF-1.7 signed")
    with open_book(sample_zone) as book:
        attach_evidence(book, 2020, "K24", proof, "监理签字")
        context = context_of(book, 2020, TODAY)
    assert [(each.subject, each.file, each.note) for each in context.evidence] == [("K24", "验收单.pdf", "监理签字")]
    made = approval.data(context, Choice(subject="K24:finish"))
    fields = {label: words for row in made["rows"] for label, words in row}
    assert fields["佐证材料"] == "1. 验收单.pdf（监理签字）"
