"""Penalties, their cut to the rewards, consequences and sums: worked out by hand (calculus, section 7)."""

from decimal import Decimal

import pytest

from kpi_desktop.assessment.facts import Consequence, GradeDecision
from kpi_desktop.assessment.penalties import cut_to
from kpi_desktop.assessment.rewards import why
from tests.assessment.build import (
    BANDS,
    amounts,
    award,
    band,
    borne,
    card,
    department,
    indicator,
    paid,
    scored,
    task,
    veto,
)

D = Decimal


def test_points_below_the_pass_line_cost_a_rate_a_head():
    # D1: (60 − 55.2) × 20 × 100 = 9,600; D2 has exactly 60; D3: (60 − 59.99) × 3 × 100 = 3
    parts = (department("D1", 20), department("D2", 20), department("D3", 3))
    totals = (scored("D1", "55.2"), scored("D2", 60), scored("D3", "59.99"))
    found = paid(parts, totals, award("低分扣罚", "标准=100"))
    assert amounts(found, "低分扣罚") == {"D1": "-9600", "D3": "-3"}
    outcome = found.rule("低分扣罚")
    assert (outcome.planned, outcome.distributed, outcome.undistributed) == (None, D(-9603), None)
    assert why(found, "D1", "低分扣罚") == (
        "总分 55.2 低于及格线 60，差 4.8 分",
        "扣罚 100 元 × 人数 20 × 4.8 分 = 9,600 元",
    )


def test_the_rules_own_pass_line_goes_before_the_settings():
    year = (department("D1"), scored("D1", 72))
    assert amounts(paid(year, award("低分扣罚", "标准=1"), pass_line=D(70)), "低分扣罚") == {}
    assert amounts(paid(year, award("低分扣罚", "标准=1"), pass_line=D(75)), "低分扣罚") == {"D1": "-30"}
    assert amounts(paid(year, award("低分扣罚", "标准=1;及格线=80"), pass_line=D(70)), "低分扣罚") == {"D1": "-80"}


def test_penalties_are_rounded_half_up_by_magnitude():
    # −0.5 × 1 × 5 = −2.5 → −3
    assert amounts(paid(department("D1", 1), scored("D1", 55), award("低分扣罚", "标准=0.5")), "低分扣罚") == {
        "D1": "-3"
    }


def test_a_grade_costs_an_amount_a_head():
    year = (department("D1", 20), department("D2", 5), scored("D1", 55), scored("D2", 85), BANDS)
    found = paid(year, award("等次扣罚", "等次=不合格;金额=50000"))
    assert amounts(found, "等次扣罚") == {"D1": "-1000000"}
    assert why(found, "D2", "等次扣罚") == ("等次不是不合格，不扣",)


def undecided() -> tuple:
    """D1 and D2 tie for one place in 优秀, get 不合格 for now, and are 待定."""
    bands = (band("优秀", 50, 1, room=1), band("不合格", 0, 0))
    return (department("D1"), department("D2"), scored("D1", 55), scored("D2", 55), bands)


def test_nobody_undecided_is_penalised_for_a_grade():
    rule = award("等次扣罚", "等次=不合格;金额=50000")
    assert amounts(paid(undecided(), rule), "等次扣罚") == {}
    # the meeting decides: D1 优秀, and D2, alone now, does not fit into the room that is left
    decided = paid(undecided(), GradeDecision("D1", "优秀", "会议"), rule)
    assert amounts(decided, "等次扣罚") == {"D2": "-500000"}


def test_cards_cost_the_lead_or_the_indicators_department():
    year = (
        department("D1"),
        department("D2"),
        department("L", group=None, takes_part=False),
        indicator("E01"),
        borne("E01", "D2", 1, 1),
        task("T1", "D1", partners=("D2",), state="cancelled", basis="会议"),
        task("T2", "L"),
        card("黄", "T1"),
        card("黄", "T1"),
        card("红", "T1"),
        card("蓝", "T1"),
        card("红", indicator="E01", department="D2"),
        card("红", "T2"),
    )
    # D1: 2 × 1,000 + 3,000, whatever became of the task; D2: 3,000, nothing as a partner; L takes no part
    found = paid(year, award("黄红牌扣罚", "黄=1000;红=3000"))
    assert amounts(found, "黄红牌扣罚") == {"D1": "-5000", "D2": "-3000"}
    assert [each.code for each in found.departments] == ["D1", "D2"]
    assert why(found, "D1", "黄红牌扣罚") == ("扣罚 黄牌 2 张 × 1,000 元 + 红牌 1 张 × 3,000 元 = 5,000 元",)


def test_unfinished_work_costs_more_each_time_it_was_carried():
    year = (
        department("D1"),
        task("T1", state="not_started"),
        task("T2", state="in_progress", times_carried=2),
        task("T3", state="submitted", times_carried=1),
        task("T4", state="finished"),
        task("T5", state="suspended", basis="会议"),
        task("T6", state="cancelled", basis="会议"),
    )
    # 5,000 × (1 + 3 + 2)
    found = paid(year, award("未完成扣罚", "标准=5000"))
    assert amounts(found, "未完成扣罚") == {"D1": "-30000"}
    assert why(found, "D1", "未完成扣罚")[-1] == "扣罚 5,000 元 × 6 份 = 30,000 元"


def test_one_whose_rewards_stop_is_penalised_all_the_same():
    year = (department("D1"), scored("D1", 95), veto("D1"), task("T1"), award("未完成扣罚", "标准=5000"))
    assert amounts(paid(year), "未完成扣罚") == {"D1": "-5000"}


def test_penalties_keep_to_their_scope():
    year = (department("D1"), department("D2", group="乙"), scored("D1", 50), scored("D2", 50))
    assert amounts(paid(year, award("低分扣罚", "标准=1", "乙")), "低分扣罚") == {"D2": "-100"}


def test_penalties_are_cut_in_the_order_of_the_rules_where_they_exceed_the_rewards():
    # rewards 3,000 (from the last rule); 2,000, then 1,000 of 5,000, then nothing of 700
    year = (
        department("D1", 1),
        scored("D1", 40),
        task("T1"),
        card("红", "T1"),
        award("低分扣罚", "标准=100"),
        award("未完成扣罚", "标准=5000"),
        award("黄红牌扣罚", "红=700"),
        award("人均标准", "标准=3000;因素=人数"),
    )
    cut = paid(year, penalties_within_rewards=True).department("D1")
    assert [(item.rule, item.amount) for item in cut.items] == [
        ("低分扣罚", D(-2000)),
        ("未完成扣罚", D(-1000)),
        ("人均标准", D(3000)),
    ]
    assert (cut.rewards, cut.penalties, cut.net) == (D(3000), D(-3000), D(0))
    free = paid(year).department("D1")
    assert (free.rewards, free.penalties, free.net) == (D(3000), D(-7700), D(-4700))


def test_what_is_distributed_is_what_is_left_after_the_cut():
    year = (
        department("D1", 1),
        department("D2", 1),
        scored("D1", 40),
        scored("D2", 90),
        award("人均标准", "标准=500;因素=人数"),
        award("低分扣罚", "标准=100"),
    )
    found = paid(year, penalties_within_rewards=True)
    assert found.rule("低分扣罚").distributed == -500
    assert why(found, "D1", "低分扣罚")[-1] == "扣罚以奖励为限：应扣 2,000 元，奖励只够扣 500 元"


def test_without_rewards_nothing_can_be_cut_from():
    assert cut_to(0, {"a": -5, "b": 0, "c": -1}) == {"a": 0, "b": 0, "c": 0}
    assert cut_to(6, {"a": -5, "b": 0, "c": -3}) == {"a": -5, "b": 0, "c": -1}


CONSEQUENCES = (
    Consequence("督办:红", "约谈"),
    Consequence("等次:优秀", "通报表扬"),
    Consequence("等次:不合格", "通报批评"),
    Consequence("等次:优秀", "评优资格"),
    Consequence("督办:黄", "提醒"),
)


def test_consequences_hang_on_grades_and_cards_once_as_in_their_sheet():
    year = (
        department("D1"),
        department("D2"),
        scored("D1", 95),
        scored("D2", 40),
        BANDS,
        task("T1", "D1"),
        card("红", "T1"),
        card("红", "T1"),
        indicator("E01"),
        borne("E01", "D2", 1, 1),
        card("黄", indicator="E01", department="D2"),
        CONSEQUENCES,
    )
    found = paid(year)
    assert found.department("D1").consequences == ("约谈", "通报表扬", "评优资格")
    assert found.department("D2").consequences == ("通报批评", "提醒")


@pytest.mark.parametrize("trigger", ["督办:红", "督办: 红", " 督办:红"])
def test_a_trigger_may_be_written_wide(trigger):
    year = (department("D1"), task("T1"), card("红", "T1"), Consequence(trigger, "约谈"))
    assert paid(year).department("D1").consequences == ("约谈",)


def test_a_grade_has_no_consequence_while_undecided():
    assert paid(undecided(), CONSEQUENCES).department("D1").consequences == ()
    decided = paid(undecided(), GradeDecision("D1", "优秀", "会议"), CONSEQUENCES)
    assert decided.department("D1").consequences == ("通报表扬", "评优资格")


def test_sums_across_and_down():
    year = (
        department("D2", 1),
        department("D1", 2),
        scored("D1", 50),
        scored("D2", 90),
        award("总额分配", "总额=100;因素=人数"),
        award("低分扣罚", "标准=1"),
    )
    found = paid(year)
    # D1: 67 − 20; D2: 33; departments as in their sheet
    assert [(each.code, each.net) for each in found.departments] == [("D2", D(33)), ("D1", D(47))]
    assert (found.rewards, found.penalties, found.net) == (D(100), D(-20), D(80))
    with pytest.raises(KeyError):
        found.department("D9")
    with pytest.raises(KeyError):
        found.rule("没有")
