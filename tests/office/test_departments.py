"""沿用上年的部门: the same departments and groups, nothing else, in one step that can be taken back."""

import pytest

from kpi_desktop.book import facts
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.departments import copy_departments
from kpi_desktop.office.edit import editing
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import open_year


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("zone") / "zone.kpi")


@pytest.fixture
def book(sample, tmp_path):
    path = tmp_path / "zone.kpi"
    path.write_bytes(sample.read_bytes())
    with open_book(path) as opened:
        open_year(opened, 2021)
        yield opened


def test_departments_come_with_their_groups_and_nothing_else(book):
    copy_departments(book, 2021, 2020)
    before, after = facts.load(book, 2020), facts.load(book, 2021)
    assert after.departments == before.departments
    assert set(after.groups) == set(before.groups)
    assert (after.categories, after.targets, after.tasks) == ((), (), ())
    undo(book)
    assert facts.load(book, 2021).departments == ()


def test_what_the_year_has_already_stays(book):
    with editing(book, 2021, "登记") as edit:
        edit.insert(
            "department", {"code": "D01", "name": "新经济局", "kind": "内设机构", "takes_part": True, "headcount": 3}
        )
    copy_departments(book, 2021, 2020)
    mine, theirs = facts.load(book, 2021).departments, facts.load(book, 2020).departments
    assert [each.code for each in mine] == [each.code for each in theirs]
    assert mine[0].name == "新经济局" and mine[1:] == theirs[1:]
    with pytest.raises(Refusal, match="没有要沿用的"):
        copy_departments(book, 2021, 2020)
