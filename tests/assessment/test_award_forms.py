"""Parameters of rules as fields, and sums of money both ways."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.award_forms import award_fields, award_params
from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.assessment.sums import per_head, sums, with_plan
from tests.assessment.build import BANDS, award, department, paid, scored

EXAMPLES = {
    "pool": "总额=2000000;因素=人数,等次系数,得分",
    "per_head": "标准=20000;因素=人数,等次系数;起付线=80",
    "contribution": "总额=1000000;指标=E01:60,E02:40;按=实绩",
    "excess": "指标=E01;单位=1;标准=20000;上限=200000",
    "placing": "1=100000;2=80000;3=50000;递补=否",
    "low_score": "标准=100;及格线=60",
    "grade_penalty": "等次=不合格;金额=50000",
    "card_penalty": "黄=1000;红=3000",
    "unfinished": "标准=5000",
}


@pytest.mark.parametrize("method", AWARD_METHODS)
def test_fields_and_text_are_two_sides_of_one_thing(method):
    values = {field.name: text for field, text in award_fields(method, EXAMPLES[method])}
    assert award_params(method, values) == EXAMPLES[method]


def test_a_place_more_than_is_paid_can_be_filled():
    assert [(field.name, text) for field, text in award_fields("placing", "1=9;4=2")] == [
        ("1", "9"),
        ("2", ""),
        ("3", ""),
        ("4", "2"),
        ("5", ""),
        ("递补", ""),
    ]
    assert award_params("placing", {"1": "9", "2": " ", "5": "7"}) == "1=9;5=7"


def test_sums_agree_across_and_down():
    """D1 90 × 10 people, D2 50 × 10: the pool of 1000 by 人数 halves; 低分: 1 × 10 × (60 − 50) = 100 from D2."""
    found = paid(
        department("D1"),
        department("D2"),
        department("D3", 0),
        scored("D1", 90),
        scored("D2", 50),
        BANDS,
        award("总额分配", "总额=1001;因素=人数"),
        award("低分扣罚", "标准=1"),
    )
    both = sums(found, ["D1", "D2"])
    assert (both.rules, both.rewards, both.penalties, both.across) == ((1001, -100), 1001, -100, 901)
    assert both.agree
    assert sums(found, ["D2"]).rules == (500, -100)
    plan = with_plan(found)
    assert plan is not None and (plan.rules, plan.agree) == ((1001, 1001, 0), True)
    assert with_plan(paid(department("D1"), scored("D1", 90), BANDS)) is None
    assert [per_head(each) for each in found.departments] == [Decimal("50.1"), Decimal(40), None]
