"""The parameters of the reward and penalty scheme, read from their text."""

from fractions import Fraction

import pytest

from kpi_desktop.assessment.awards import (
    AwardError,
    CardPenaltyParams,
    ContributionParams,
    ExcessParams,
    GradePenaltyParams,
    LowScoreParams,
    PerHeadParams,
    PlacingParams,
    PoolParams,
    UnfinishedParams,
    named_indicators,
    parse_award,
)


@pytest.mark.parametrize(
    ("method", "text", "params"),
    [
        ("pool", "总额=2000000;因素=人数,等次系数,得分", PoolParams(Fraction(2000000), ("人数", "等次系数", "得分"))),
        ("pool", "总额=0.5;因素=得分", PoolParams(Fraction(1, 2), ("得分",))),
        ("pool", "总额＝０.５；因素＝人数，得分", PoolParams(Fraction(1, 2), ("人数", "得分"))),
        ("per_head", "标准=20000", PerHeadParams(Fraction(20000))),
        (
            "per_head",
            "标准=20000;因素=人数,等次系数;起付线=80",
            PerHeadParams(Fraction(20000), ("人数", "等次系数"), Fraction(80)),
        ),
        (
            "contribution",
            "总额=1000000;指标=E01:60,E02:40;按=实绩",
            ContributionParams(Fraction(1000000), (("E01", Fraction(60)), ("E02", Fraction(40))), "实绩"),
        ),
        (
            "contribution",
            "总额=9;指标=E02、E01",
            ContributionParams(Fraction(9), (("E02", Fraction(1)), ("E01", Fraction(1)))),
        ),
        (
            "excess",
            "指标=E01;单位=1%;标准=20000;上限=200000",
            ExcessParams("E01", Fraction(1, 100), Fraction(20000), Fraction(200000)),
        ),
        ("excess", "指标=E01;单位=1;标准=20000", ExcessParams("E01", Fraction(1), Fraction(20000))),
        (
            "placing",
            "1=100000;2=80000;3=50000;递补=否",
            PlacingParams((Fraction(100000), Fraction(80000), Fraction(50000))),
        ),
        ("placing", "3=1;1=2;递补=是", PlacingParams((Fraction(2), Fraction(0), Fraction(1)), True)),
        ("low_score", "标准=100;及格线=60", LowScoreParams(Fraction(100), Fraction(60))),
        ("low_score", "标准=100", LowScoreParams(Fraction(100))),
        ("grade_penalty", "等次=不合格(差);金额=50000", GradePenaltyParams("不合格(差)", Fraction(50000))),
        ("card_penalty", "黄=1000;红=3000", CardPenaltyParams(Fraction(1000), Fraction(3000))),
        ("card_penalty", "红=3000", CardPenaltyParams(Fraction(0), Fraction(3000))),
        ("unfinished", "标准=5000;", UnfinishedParams(Fraction(5000))),
    ],
)
def test_every_method(method, text, params):
    assert parse_award(method, text) == params


@pytest.mark.parametrize(
    ("method", "text", "said"),
    [
        ("bonus", "", "没有“bonus”这种奖惩办法"),
        ("pool", "", "要写参数“总额”"),
        ("pool", "总额=1", "要写参数“因素”"),
        ("pool", "总额=-1;因素=人数", "不能是负数"),
        ("pool", "总额=5%;因素=人数", "不是百分比"),
        ("pool", "总额=1000000/3;因素=人数", "总额：“1000000/3”除不尽，请写成小数"),
        ("placing", "1=100/7", "除不尽"),
        ("pool", "总额=1;因素=身高", "“身高”应为"),
        ("pool", "总额=1;因素=人数,人数", "写了两次"),
        ("pool", "总额=1;总额=2;因素=人数", "“总额”写了两次"),
        ("pool", "总额", "应写成“键=值”"),
        ("pool", "总额=1;因素=人数;起付线=1", "没有参数“起付线”，可用：总额、因素"),
        ("contribution", "总额=1;指标=E01:60,E02", "应写成“编码:权重”"),
        ("contribution", "总额=1;指标=E01:1,E01:2", "“E01”写了两次"),
        ("contribution", "总额=1;指标=E01:-1", "不能是负数"),
        ("contribution", "总额=1;指标=E01:1;按=得分", "“得分”应为"),
        ("excess", "指标=E01,E02;单位=1;标准=1", "只能写一个指标"),
        ("excess", "指标=E01;单位=0;标准=1", "应大于 0"),
        ("placing", "递补=是", "要写各名次的金额"),
        ("placing", "0=5;1=4", "没有参数“0”"),
        ("placing", "1=5;递补=好", "“好”应为 是、否 之一"),
        ("card_penalty", "蓝=1", "要写参数“黄”或“红”"),
        ("unfinished", "标准=" + "9" * 3000, "参数太长"),
    ],
)
def test_what_cannot_be_read(method, text, said):
    with pytest.raises(AwardError, match=said):
        parse_award(method, text)


def test_which_indicators_are_named():
    assert named_indicators(parse_award("contribution", "总额=1;指标=E02:1,E01:1")) == ("E02", "E01")
    assert named_indicators(parse_award("excess", "指标=E01;单位=1;标准=1")) == ("E01",)
    assert named_indicators(parse_award("unfinished", "标准=1")) == ()
