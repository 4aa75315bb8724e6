"""Facts out of the book: exactly what went in, in the order of the sheets."""

import contextlib
from dataclasses import fields
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.assessment import facts as values
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.settings import SETTINGS, SettingDefinition, Settings
from kpi_desktop.book import facts
from kpi_desktop.book.editions import add_edition
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.settings import read_setting, settings_of, write_setting
from kpi_desktop.book.tables import ROW_TABLES
from tests.book.sample import DAY, add_rows, fill, raw

OF_NAME = {definition.name: definition for definition in SETTINGS}


def test_a_year_comes_back_as_values(book):
    fill(book)
    year = facts.load(book, 2025)
    assert year.settings == Settings(year=2025, unit_name="某某开发区", decimals=3)
    assert (year.state, year.revision) == ("draft", 1)
    assert year.departments[0] == values.Department("D02", "招商局", None, "内设机构", True, Decimal("12.5"))
    assert [department.code for department in year.departments] == ["D02", "D01", "D09"]
    assert year.groups[1] == values.Group("平台公司", True, "单独考核")
    assert year.indicators == (
        values.Indicator("E01", "固定资产投资", "经济", "亿元", parse_rule("completion", "封顶=120%"), key=True),
    )
    assert year.targets == (values.Target("E01", "D02", Decimal(10), Decimal("2.3"), Fraction(1, 3)),)
    assert year.actuals[1] == values.Actual("E01", "全区", 2, Decimal(100), "preliminary")
    assert year.tasks[0].partners == ("D02", "D09")
    assert (year.tasks[0].due, year.tasks[0].finished, year.tasks[0].original_year) == (DAY, None, 2024)
    assert year.extensions == (values.Extension("T01", None, DAY, "拆迁"),)
    assert year.bands[0] == values.GradeBand("优秀", None, Decimal(90), Decimal("0.2"), None, Decimal("1.2"))
    assert not year.adjustments[0].stops_rewards


def test_every_field_of_the_facts_has_its_table_and_every_table_its_field():
    assert {field.name for field in fields(Facts)} == {*facts.KINDS, "settings", "state", "revision"}
    others = {"setting", "evidence", "stored_form", "scenario", "form_setting"}
    assert {table for table, _ in facts.KINDS.values()} == ROW_TABLES.keys() - others


def test_every_kind_of_value_equals_one_made_by_its_constructor(book):
    """Values are filled slot by slot; they must be what the class itself would make."""
    fill(book)
    year = facts.load(book, 2025)
    for field, (_, kind) in facts.KINDS.items():
        for value in getattr(year, field):
            assert type(value) is kind
            made = kind(**{part.name: getattr(value, part.name) for part in fields(kind)})
            assert (made, hash(made), repr(made)) == (value, hash(value), repr(value))


def test_rows_are_in_the_order_of_their_sheet(book):
    fill(book)
    with book.operation("移") as operation:
        operation.update("department", 3, {"place": 0})
        operation.insert("category", {"edition_id": 1, "name": "同位", "kind": "scored", "economic": True, "place": 2})
    year = facts.load(book, 2025)
    assert [department.code for department in year.departments] == ["D09", "D02", "D01"]
    assert [category.name for category in year.categories] == ["经济", "督查", "同位", "加分"]


def test_the_latest_revision_counts_unless_another_is_asked_for(book):
    edition = fill(book)
    with book.operation("修订") as operation:
        second = add_edition(operation, 2025, supersedes=facts.edition_of(book, 2025), reason="更正")
        add_rows(operation, second)
        operation.update("department", operation.insert("department", dept(second)), {"name": "新"})
    assert len(facts.load(book, 2025).departments) == 4
    assert len(facts.load(book, 2025, revision=1).departments) == 3
    assert facts.load(book, 2025).revision == 2
    info = facts.years(book)[1]
    assert (info.revision, info.supersedes, info.reason) == (2, edition, "更正")
    with pytest.raises(Refusal):
        facts.load(book, 2025, revision=3)
    with pytest.raises(Refusal):
        facts.load(book, 2026)


def dept(edition: int) -> dict:
    return {"edition_id": edition, "code": "D10", "name": "旧", "takes_part": False, "headcount": 0}


def test_an_operation_reads_what_it_has_written(book):
    fill(book)
    with book.operation("改") as operation:
        operation.update("department", 1, {"name": "投促局"})
        assert facts.load(operation.connection, 2025).departments[0].name == "投促局"
        assert facts.load(book, 2025).departments[0].name == "招商局"


def test_an_empty_year(book):
    with book.operation("新建") as operation:
        add_edition(operation, 2025)
    assert facts.load(book, 2025) == Facts(settings=Settings(year=2025))


def test_rows_for_exchange_have_their_id_and_values(book):
    edition = fill(book)
    with book.reading() as connection:
        row = facts.rows(connection, "milestone", edition)[0]
        assert facts.rows(connection, "appeal", 99) == []
    assert row == {
        "id": 1,
        "edition_id": edition,
        "place": 1,
        "task": "T01",
        "title": "开工",
        "due": date(2025, 6, 30),
        "weight": Decimal(1),
        "done": None,
    }


# --- Settings


@pytest.mark.parametrize(
    ("name", "text", "value", "canonical"),
    [
        ("年度", "2025", 2025, "2025"),
        ("单位名称", "某某(开发)区", "某某(开发)区", "某某(开发)区"),
        ("分数小数位", "4", 4, "4"),
        ("折算", "否", False, "否"),
        ("缺项", "折算", "折算", "折算"),
        ("同分比较", "经济得分、督查", ("经济得分", "督查"), "经济得分、督查"),
        ("黄单扣分", "0.50", Decimal("0.5"), "0.5"),
        ("迟延得分率", "80%", Decimal("0.8"), "0.8"),
        ("协办分值比例", "1/3", Fraction(1, 3), "1/3"),
        ("兑现单位", "0.01", Decimal("0.01"), "0.01"),
        ("及格线", "60", Decimal(60), "60"),
        ("督查扣分类别", "督查扣分", "督查扣分", "督查扣分"),
    ],
)
def test_a_setting_is_read_and_has_one_text(name: str, text: str, value: object, canonical: str):
    definition = OF_NAME[name]
    assert read_setting(definition, text) == value
    assert write_setting(definition, value) == canonical
    assert read_setting(definition, canonical) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("年度", "二零"),
        ("年度", "25"),
        ("年度", "2025.5"),
        ("分数小数位", "5"),
        ("分数小数位", "-1"),
        ("折算", "对"),
        ("缺项", "别的"),
        ("黄单扣分", "-1"),
        ("兑现单位", "10"),
        ("迟延得分率", "八成"),
    ],
)
def test_an_unreadable_setting_is_a_value_error(name: str, text: str):
    with pytest.raises(ValueError, match="“"):
        read_setting(OF_NAME[name], text)


def test_a_float_is_no_setting():
    with pytest.raises(TypeError):
        write_setting(OF_NAME["及格线"], 60.0)


def test_what_is_missing_or_blank_has_its_default():
    assert settings_of(2025, {}) == Settings(year=2025)
    assert settings_of(2025, {"单位名称": None, "及格线": "", "不认识": "1", "年度": "2020"}) == Settings(year=2025)


@given(st.data())
def test_settings_come_back_as_they_were(data: st.DataObject):
    kinds = {
        "year": st.just(2025),
        "text": st.none() | st.text("某开发区", min_size=1),
        "decimals": st.integers(0, 4),
        "flag": st.booleans(),
        "grade": st.none() | st.just("不合格"),
        "deduction_category": st.none() | st.just("扣分"),
        "tie_break": st.lists(st.sampled_from(["经济得分", "督查", "党建"]), min_size=1, unique=True).map(tuple),
    }
    exact = st.fractions(0, 100, max_denominator=10**6) | st.decimals(0, 100, places=3)

    def strategy(definition: SettingDefinition) -> st.SearchStrategy:
        if definition.kind == "payout_unit":
            return st.sampled_from([Decimal(choice) for choice in definition.choices])
        return st.sampled_from(definition.choices) if definition.choices else kinds.get(definition.kind, exact)

    settings = Settings(**{each.field: data.draw(strategy(each), each.name) for each in SETTINGS})
    texts = {each.name: write_setting(each, getattr(settings, each.field)) for each in SETTINGS}
    assert settings_of(2025, texts) == settings


# --- Rows that no operation has written


@pytest.mark.parametrize(
    ("statement", "sheet"),
    [
        ("UPDATE actual SET value = 'viel' WHERE id = 1", "实绩"),
        ("UPDATE task SET due = 'bald'", "任务"),
        ("UPDATE indicator SET params = '封顶=多'", "指标"),
        ("UPDATE indicator SET rule = 'guess'", "指标"),
        ("UPDATE setting SET value = '九' WHERE name = '分数小数位'", "参数"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_sheet_named(book, path: Path, statement: str, sheet: str):
    fill(book)
    with contextlib.closing(raw(path)) as other:
        other.execute(statement)
    with pytest.raises(Refusal, match=f"“{sheet}”中有读不出的内容"):
        facts.load(book, 2025)


def test_text_that_is_none_is_damage(book, path: Path):
    fill(book)
    with contextlib.closing(raw(path)) as other:
        other.execute("UPDATE department SET name = CAST(x'ff' AS TEXT) WHERE id = 1")
    with pytest.raises(Refusal, match="损坏"):
        facts.load(book, 2025)
