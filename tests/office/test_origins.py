"""Who entered what, and when: told from the journal, in the order in which it counts."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts, journal
from kpi_desktop.book.opening import open_book
from kpi_desktop.exchange.entering import Typed, enter
from kpi_desktop.office import supervision
from kpi_desktop.office.deciding import decide_grade
from kpi_desktop.office.origins import adjustment_origins, decision_origin, origins
from tests.assessment.build import on


def found(book, code: str, department: str = "D1"):
    loaded = facts.load(book, 2020)
    line = score(loaded).department(department).line(code)
    return [(each.what, each.author, each.action) for each in origins(book, loaded, line)]


def typed(book, *months: int) -> None:
    names = ("indicator", "department", "month", "value", "basis")
    rows = [Typed("actual", f"新{at}", name, value) for at in months for name, value in _cells(names, at)]
    assert not enter(book, 2020, rows, "录入实绩").problems


def _cells(names, month):
    return zip(names, ("E01", "D1", str(month), str(60 + month), "核定"), strict=True)


def test_a_line_of_one_operation_has_one_origin(zone):
    assert found(zone, "E01") == [("12 月、目标", "李四", "测试数据")]
    assert found(zone, "T2", "D2") == [("事项", "李四", "测试数据")]


def test_months_typed_later_are_told_apart_and_together(zone):
    typed(zone, 1, 2, 3, 5)
    assert found(zone, "E01") == [("1–3 月、5 月", "李四", "录入实绩"), ("12 月、目标", "李四", "测试数据")]


def test_the_author_is_who_changed_the_value_not_who_touched_the_row(zone, path):
    with open_book(path, author="王五") as other:
        row = next(row for row in journal.history(other, "actual") if row.after)
        enter(other, 2020, [Typed("actual", row.row_id, "analysis", "雨季影响")], "写分析")
    assert found(zone, "E01") == [("12 月、目标", "李四", "测试数据")]
    with open_book(path, author="王五") as other:
        enter(other, 2020, [Typed("actual", row.row_id, "value", "81")], "录入实绩")
    assert found(zone, "E01") == [("12 月", "王五", "录入实绩"), ("目标", "李四", "测试数据")]


def test_a_task_tells_milestones_progress_and_verdict(zone):
    assert found(zone, "T1")[0][0] == "节点、事项"
    supervision.report_progress(zone, 2020, "T2", on("2020-08-01"), Decimal("0.5"), "过半", "", "")
    assert found(zone, "T2", "D2")[0] == ("2020-08-01 的进展", "李四", "报送进展：T2")
    assert found(zone, "D1-总分") == [("销号、事项、核定", "李四", "测试数据")]


def test_a_decision_and_its_author(zone):
    assert decision_origin(zone, 2020, "D1") is None
    decide_grade(zone, 2020, "D1", "良好", "会议", on("2021-01-15"))
    told = decision_origin(zone, 2020, "D1")
    assert told and (told.what, told.author, told.action) == ("等次认定", "李四", "等次认定：D1 良好")
    assert told.at[:4].isdigit()


@pytest.mark.parametrize("department", ["D1", "D9"])
def test_no_adjustments_no_origins(zone, department):
    assert adjustment_origins(zone, 2020, department) == ()
