"""Derivations of the figures above the lines, each sentence worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kpi_desktop.assessment.explain_sums import (
    BONUS,
    CATEGORY,
    DEDUCTION,
    ECONOMIC,
    GRADE,
    MORE,
    RANK,
    TOTAL,
    derivation,
)
from kpi_desktop.assessment.facts import Adjustment, Category, GradeDecision, Weight
from kpi_desktop.assessment.scoring import score
from tests.assessment.build import (
    CATEGORIES,
    ECONOMY,
    WORK,
    a_year,
    band,
    borne,
    card,
    department,
    indicator,
    on,
    scored,
    task,
    veto,
)

BONUS_KIND, DEDUCTION_KIND = Category("加分", "bonus", cap=Decimal(2)), Category("扣分", "deduction")
WEIGHTS = (Weight("甲", ECONOMY, Decimal(60)), Weight("甲", WORK, Decimal(40)))
BANDS = (band("优秀", 90, "1.2", room=1), band("良好", 80, 1), band("合格", 0, "0.8"))


def told(kind, *parts, name="", of="D1", **settings):
    found = derivation(score(a_year(*parts, **settings)), of, kind, name)
    return (found.title, found.value, found.whole), [f"{step.title} {step.text}" for step in found.steps]


def economy(*more):
    """60 points over weights 10 and 20: 20 and 40. E1 at 80 % is 16.00, E2 at 50 % is 20.00."""
    return (
        department("D1"),
        WEIGHTS,
        CATEGORIES,
        indicator("E1"),
        borne("E1", "D1", 100, 80),
        indicator("E2"),
        borne("E2", "D1", 100, 50, multiplier="2"),
        *more,
    )


def test_a_category_is_the_sum_of_its_lines():
    head, steps = told(CATEGORY, *economy(), name=ECONOMY)
    assert head == ("经济", "36.00", "60.00")
    assert steps == [
        "分值 甲给“经济” 60 分",
        "满分 2 项权重合计 30，按比例折算，恰为 60.00",
        "得分 E1 16.00 + E2 20.00 = 36.00",
        "得分率 36.00 ÷ 60.00 = 60%",
    ]


def test_a_category_without_lines_is_lost_or_spread():
    _, steps = told(CATEGORY, *economy(), name=WORK)
    assert steps[1] == "缺项 没有承担任何一项，40.00 分按缺项失去，得 0"
    _, steps = told(CATEGORY, *economy(), name=WORK, missing_category="折算")
    assert steps[1] == "缺项 没有承担任何一项，分值已折到其他类"
    head, steps = told(CATEGORY, *economy(), name=ECONOMY, missing_category="折算")
    assert head[2] == "100.00" and "本类为 100.00" in steps[0]


def test_a_blank_line_is_named():
    blank = (indicator("E3"), borne("E3", "D1", None, 5))
    _, steps = told(CATEGORY, *economy(*blank), name=ECONOMY)
    assert "空白 E3 没有结果，暂按 0 分计入" in steps


def entries(*points):
    return tuple(Adjustment("D1", "加分", Decimal(each), f"表扬{each}", "文件") for each in points)


def test_a_bonus_ends_at_its_cap():
    head, steps = told(BONUS, *economy(BONUS_KIND, entries("1.5", "1")))
    assert head[1] == "2.00"
    assert steps == [
        "加分 表扬1.5（依据：文件）：1.5",
        "加分 表扬1（依据：文件）：1",
        "合计 1.5 + 1 = 2.5，超过上限，计 2",
    ]
    _, steps = told(BONUS, *economy(BONUS_KIND, entries("1.5")))
    assert steps[-1] == "合计 1.5，不超过上限 2"
    assert told(BONUS, *economy(BONUS_KIND))[1] == ["加分 没有加分，计 0"]


def test_directives_deduct_the_heaviest_alone():
    cards = (task("T1"), card("黄", "T1", number="1号"), card("红", "T1", number="2号"))
    head, steps = told(DEDUCTION, *economy(DEDUCTION_KIND, cards), directive_category="扣分", highest_only=True)
    assert head[1] == "1.00"
    assert steps == [
        "扣分 黄色督办单 1号 T1任务，同一事项只扣最重的一张：0",
        "扣分 红色督办单 2号 T1任务：1",
        "合计 1",
    ]


def test_bonus_and_deduction_together():
    minus = Adjustment("D1", "扣分", Decimal("1.5"), "通报")
    head, steps = told(MORE, *economy(BONUS_KIND, DEDUCTION_KIND, entries("1"), minus))
    assert head == ("加减分", "−0.50", "")
    assert steps[-1] == "加减分 1.00 − 1.50 = −0.50"


def test_a_total_adds_up():
    head, steps = told(TOTAL, *economy(BONUS_KIND, DEDUCTION_KIND, entries("1")))
    assert head == ("总分", "37.00", "100")
    assert steps[-1] == "总分 36.00 + 0.00 + 1.00 = 37.00"
    heavy = Adjustment("D1", "扣分", Decimal(50), "重大失误")
    assert told(TOTAL, *economy(DEDUCTION_KIND, heavy))[1][-1] == "总分 36.00 + 0.00 − 50.00，不足 0，计 0.00"


def test_the_economic_share_says_what_it_is_of():
    head, steps = told(ECONOMIC, *economy())
    assert head[1] == "60%"
    assert steps == ["经济类 经济 60.00 分", "占比 60 ÷ 100 = 60%", "经济得分 36.00 ÷ 60.00 = 60%"]


def ranked(*totals):
    return tuple((department(f"D{at}"), scored(f"D{at}", total)) for at, total in enumerate(totals, 1))


def test_a_rank_counts_those_before():
    _, steps = told(RANK, *ranked(92, 85, 92), of="D2")
    assert steps == [
        "总分 85.00，甲 3 家同组排名",
        "更高的 2 家：D1局 92.00、D3局 92.00",
        "名次 排在前面的 2 家，2 + 1 = 第 3 名",
    ]
    assert "同分 与D3局总分相同，经济得分也相同，并列" in told(RANK, *ranked(92, 85, 92))[1]


def test_equals_are_told_apart_by_the_next_comparison():
    parts = (
        department("D1"),
        department("D2"),
        WEIGHTS,
        CATEGORIES,
        indicator("E1"),
        borne("E1", "D1", 100, 50),
        borne("E1", "D2", 100, 40),
        scored("D1", 75),
        scored("D2", 90),
    )
    _, steps = told(RANK, *parts)
    assert "同分 与D2局总分相同，比经济得分：30.00 对 24.00，本部门在前" in steps
    assert "同分 与D1局总分相同，比经济得分：24.00 对 30.00，本部门在后" in told(RANK, *parts, of="D2")[1]


def test_a_grade_says_why_the_band_above_was_full():
    _, steps = told(GRADE, *ranked(95, 91), BANDS, of="D2")
    assert steps == [
        "等次线 优秀 ≥ 90（1 名）；良好 ≥ 80；合格 ≥ 0",
        "按总分 91.00 ≥ 90，够“优秀”",
        "名额 “优秀”1 个名额已满：D1局",
        "等次 “良好”",
    ]


def test_a_tie_is_undecided_and_closes_the_band():
    _, steps = told(GRADE, *ranked(95, 95, 91), BANDS)
    assert "待定 D1局、D2局并列第 1 名，“优秀”余下的名额排不下；会议认定前不能定稿" in steps
    assert steps[-1] == "等次 “良好”，待会议认定"
    _, steps = told(GRADE, *ranked(95, 95, 91), BANDS, of="D3")
    assert "名额 “优秀”余下的名额由并列的D1局、D2局争，名额已关" in steps


def test_a_decision_and_a_veto_say_so():
    decided = GradeDecision("D1", "良好", "会议", on("2021-01-10"))
    _, steps = told(GRADE, *ranked(95), BANDS, decided)
    assert "认定 2021-01-10 认定为“良好”，先占名额（依据：会议）" in steps
    stopped = replace(veto("D1"), treatment="降一档")
    _, steps = told(GRADE, *ranked(95), BANDS, stopped)
    assert "否决 一票否决：安全事故，处理：降一档。名次不变，不占名额，奖励停发" in steps
    assert steps[-1] == "等次 “良好”"


def test_what_is_not_there_is_a_key_error():
    with pytest.raises(KeyError):
        told(CATEGORY, *economy(), name="没有")
    with pytest.raises(KeyError):
        told(TOTAL, *economy(), of="D9")
    assert told(GRADE, *ranked(95))[1] == ["等次 本组没有定等次"]
