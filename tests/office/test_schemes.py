"""从去年套 and 新建年度: the scheme of one year laid over another, as one step that can be taken back."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kpi_desktop.assessment.facts import Adjustment, GradeDecision, Group, Weight
from kpi_desktop.book import facts
from kpi_desktop.book.opening import open_book
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.sample import make_sample
from kpi_desktop.office.carrying import row_of
from kpi_desktop.office.edit import editing
from kpi_desktop.office.schemes import CHANGED, GONE, NEW, compare, copy_scheme, open_year_like
from kpi_desktop.office.undo import undo
from kpi_desktop.office.years import open_year

SCHEME = (
    "groups",
    "categories",
    "weights",
    "indicators",
    "rater_classes",
    "bands",
    "awards",
    "consequences",
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sample(tmp_path_factory.mktemp("zone") / "zone.kpi")


@pytest.fixture
def book(sample: Path, tmp_path: Path):
    path = tmp_path / "zone.kpi"
    path.write_bytes(sample.read_bytes())
    with open_book(path) as opened:
        yield opened


def scheme(book, year: int) -> list[object]:
    found = facts.load(book, year)
    return [set(getattr(found, kind)) for kind in SCHEME] + [replace(found.settings, year=0, unit_name=None)]


def sizes(book, year: int) -> tuple[int, int, int]:
    found = facts.load(book, year)
    return len(found.targets), len(found.tasks), len(found.actuals)


def test_an_empty_year_gets_the_whole_scheme_in_one_step(book):
    open_year(book, 2021)
    shown = compare(book, 2021, 2020)
    assert shown.count(NEW) == sum(each.table != "setting" for each in shown.differences)
    changed = {each.key[0] for each in shown.differences if each.table == "setting"}
    assert {"缺项", "督查扣分类别"} <= changed and "分数小数位" not in changed
    copy_scheme(book, 2021, 2020)
    assert scheme(book, 2021) == scheme(book, 2020)
    assert sizes(book, 2021) == (0, 0, 0)
    assert compare(book, 2021, 2020).differences == ()
    undo(book)
    assert facts.load(book, 2021).indicators == () and facts.load(book, 2021).groups == ()


def test_only_what_differs_is_written(book):
    open_year_like(book, 2020)
    with editing(book, 2021, "改") as edit:
        edit.update("weight", edit.find("weight", group="经济组", category="经济指标"), points=Decimal(70))
        edit.update("weight", edit.find("weight", group="经济组", category="重点工作"), points=Decimal(15))
        edit.update("indicator", edit.find("indicator", code="E01"), params="确保得分率=70%")
        edit.delete("consequence", edit.find("consequence", trigger="督办:黄"))
        edit.insert("consequence", {"trigger": "督办:蓝", "content": "口头提醒"})
    shown = compare(book, 2021, 2020)
    told = {(each.table, each.state, each.key) for each in shown.differences}
    assert told == {
        ("weight", CHANGED, ("经济组", "经济指标")),
        ("weight", CHANGED, ("经济组", "重点工作")),
        ("indicator", CHANGED, ("E01",)),
        ("consequence", NEW, ("督办:黄", "提交书面说明")),
        ("consequence", GONE, ("督办:蓝", "口头提醒")),
    }
    changed = next(each for each in shown.differences if each.table == "indicator")
    assert (changed.before, changed.after) == ({"params": "确保得分率=70%"}, {"params": "超额加分率=50%;封顶=110%"})
    assert copy_scheme(book, 2021, 2020).rows == 5
    assert scheme(book, 2021) == scheme(book, 2020)


def test_what_only_this_year_has_stays_with_its_points(book):
    open_year_like(book, 2020)
    with editing(book, 2021, "加组") as edit:
        edit.insert("group_", row_of(Group("街道组")))
        edit.insert("weight", row_of(Weight("街道组", "重点工作", Decimal(100))))
        edit.insert("indicator", {**edit.find("indicator", code="E01"), "code": "X1", "id": None, "place": None})
    copy_scheme(book, 2021, 2020)
    after = facts.load(book, 2021)
    assert "街道组" in {each.name for each in after.groups} and "X1" in {each.code for each in after.indicators}
    assert Weight("街道组", "重点工作", Decimal(100)) in after.weights


def test_targets_tasks_and_figures_are_not_touched(book):
    before = sizes(book, 2020)
    copy_scheme(book, 2020, 2019)
    assert sizes(book, 2020) == before
    undo(book)


def test_a_final_year_takes_nothing(book):
    with pytest.raises(Refusal, match="已定稿"):
        copy_scheme(book, 2019, 2020)


def test_a_decided_grade_that_would_vanish_refuses(book):
    open_year_like(book, 2020)
    with editing(book, 2021, "认定") as edit:
        edit.insert("grade_band", {**_band(), "name": "特优"})
        edit.insert("grade_decision", row_of(GradeDecision("D01", "特优", "会议")))
    with pytest.raises(Refusal, match="特优"):
        copy_scheme(book, 2021, 2020)
    assert "特优" in {band.name for band in facts.load(book, 2021).bands}


def test_a_category_that_tasks_and_entries_use_keeps_its_kind(book):
    open_year_like(book, 2020)
    with editing(book, 2021, "改性质") as edit:
        edit.update("category", edit.find("category", name="加分"), kind="deduction")
        edit.insert("adjustment", row_of(Adjustment("D01", "加分", Decimal(1), "事由")))
    copy_scheme(book, 2021, 2020)
    assert next(each.kind for each in facts.load(book, 2021).categories if each.name == "加分") == "bonus"


def test_more_decimals_than_the_year_would_have_refuse(book):
    open_year_like(book, 2020)
    with editing(book, 2021, "四位") as edit:
        edit.update("setting", edit.find("setting", name="分数小数位"), value="4")
        target = row_of(facts.load(book, 2020).targets[0])
        edit.insert("target", {**target, "points": Decimal("1.2345")})
    with pytest.raises(Refusal, match=r"1\.2345 的小数多于 2 位"):
        copy_scheme(book, 2021, 2020)


def test_the_next_year_opens_with_departments_and_scheme(book):
    open_year_like(book, 2020)
    assert scheme(book, 2021) == scheme(book, 2020)
    assert facts.load(book, 2021).departments == facts.load(book, 2020).departments
    assert sizes(book, 2021) == (0, 0, 0)
    with pytest.raises(Refusal):
        open_year_like(book, 2020)


def test_a_year_that_is_not_there_is_refused(book):
    with pytest.raises(Refusal, match="2018"):
        compare(book, 2020, 2018)


def _band() -> dict[str, object]:
    return {"group": None, "minimum": Decimal(99), "room_share": None, "room": None, "coefficient": Decimal(2)}
