"""Every scoring rule against figures worked out by hand (full marks 10 unless said otherwise, two decimals)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.facts import Actual, Category, Department, Facts, Group, Indicator, Target, Weight
from kpi_desktop.assessment.results import Line
from kpi_desktop.assessment.rules import RuleError, parse_rule
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.settings import Settings

D, F = Decimal, Fraction


def line_of(
    rule: str,
    params: str,
    actual: str | None,
    base: str | None = None,
    stretch: str | None = None,
    prior: str | None = None,
    points: str = "10",
) -> Line:
    """The only line of a one-department year whose only category has as many points as the line."""

    def number(text: str | None) -> Decimal | None:
        return None if text is None else D(text)

    facts = Facts(
        settings=Settings(year=2020),
        departments=(Department("D01", "投资促进局", group="甲"),),
        groups=(Group("甲"),),
        categories=(Category("经济", "scored", True), Category("其他", "scored")),
        weights=(Weight("甲", "经济", D(10)), Weight("甲", "其他", D(90))),
        indicators=(Indicator("E01", "固定资产投资", "经济", "亿元", parse_rule(rule, params)),),
        targets=(Target("E01", "D01", D(points), number(base), number(stretch), number(prior)),),
        actuals=() if actual is None else (Actual("E01", "D01", 12, D(actual)),),
    )
    (line,) = score(facts).department("D01").lines
    return line


# rule, parameters, a, T, S, P, share worked out by hand, score of 10
WORKED = [
    # completion: c = a / T
    ("completion", "", "75", "100", None, None, F(3, 4), "7.50"),
    ("completion", "", "120", "100", None, None, F(1), "10.00"),
    ("completion", "封顶=110%", "120", "100", None, None, F(11, 10), "11.00"),
    ("completion", "起评=60%", "59.99", "100", None, None, F(0), "0.00"),
    ("completion", "起评=60%", "60", "100", None, None, F(3, 5), "6.00"),
    ("completion", "", "-5", "100", None, None, F(0), "0.00"),
    ("completion", "", "2.345", "10", None, None, F(469, 2000), "2.35"),  # 2.345 rounds up
    ("completion", "取值=增幅", "105", "0.1", None, "100", F(1, 2), "5.00"),  # growth 5 % of a goal of 10 %
    # tiered: 80 % at T = 20, all at S = 26; 21.86: 0.8 + 0.2 x 1.86 / 6 = 0.862
    ("tiered", "", "21.86", "20", "26", None, F(862, 1000), "8.62"),
    ("tiered", "", "10", "20", "26", None, F(4, 10), "4.00"),
    ("tiered", "", "20", "20", "26", None, F(8, 10), "8.00"),
    ("tiered", "", "26", "20", "26", None, F(1), "10.00"),
    ("tiered", "超额加分率=50%;封顶=120%", "31.2", "20", "26", None, F(11, 10), "11.00"),  # 1 + .5 x 5.2/26
    ("tiered", "超额加分率=50%;封顶=120%", "52", "20", "26", None, F(12, 10), "12.00"),
    ("tiered", "确保得分率=6分", "20", "20", "26", None, F(6, 10), "6.00"),
    ("tiered", "", "-4", "20", "26", None, F(0), "0.00"),
    # growth: x = (a - P)/|P|; T = 8 %
    ("growth", "", "108", "0.08", None, "100", F(1), "10.00"),
    ("growth", "", "106.62", "0.08", None, "100", F(862, 1000), "8.62"),  # 1.38 points short, 10 % each
    ("growth", "每点加=5%;封顶=120%", "110", "0.08", None, "100", F(11, 10), "11.00"),
    ("growth", "取整=进", "106.62", "0.08", None, "100", F(8, 10), "8.00"),  # 1.38 -> 2 points
    ("growth", "取整=舍", "106.62", "0.08", None, "100", F(9, 10), "9.00"),  # 1.38 -> 1 point
    ("growth", "取整=进;每点加=5%;封顶=120%", "110.99", "0.08", None, "100", F(11, 10), "11.00"),  # 2.99 -> 2
    ("growth", "每点扣=0.5分", "106", "0.08", None, "100", F(9, 10), "9.00"),  # 2 points x 0.5 of 10
    ("growth", "", "50", "0.08", None, "100", F(0), "0.00"),
    ("growth", "", "-92", "0.08", None, "-100", F(1), "10.00"),  # growth of a loss: 8 / 100
    # shortfall: 1 % steps, 2 % each, a part counts whole
    ("shortfall", "", "100", "100", None, None, F(1), "10.00"),
    ("shortfall", "", "97.3", "100", None, None, F(94, 100), "9.40"),  # 2.7 -> 3 steps
    ("shortfall", "取整=舍", "97.3", "100", None, None, F(96, 100), "9.60"),
    ("shortfall", "取整=不取", "97.3", "100", None, None, F(946, 1000), "9.46"),
    ("shortfall", "步长=5%;每步扣=10%", "88", "100", None, None, F(7, 10), "7.00"),  # 12 % -> 3 steps
    ("shortfall", "每步加=1%;封顶=103%", "102.9", "100", None, None, F(102, 100), "10.20"),  # whole steps only
    ("shortfall", "每步加=1%;封顶=103%", "110", "100", None, None, F(103, 100), "10.30"),
    ("shortfall", "", "10", "100", None, None, F(0), "0.00"),
    # reverse: not above T
    ("reverse", "", "50", "50", None, None, F(1), "10.00"),
    ("reverse", "", "60", "50", None, None, F(8, 10), "8.00"),
    ("reverse", "倍率=2", "60", "50", None, None, F(6, 10), "6.00"),
    ("reverse", "", "101", "50", None, None, F(0), "0.00"),
    # bands
    ("bands", "档=95%:100%,90%:90%,80%:70%", "95", "100", None, None, F(1), "10.00"),
    ("bands", "档=95%:100%,90%:90%,80%:70%", "94.99", "100", None, None, F(9, 10), "9.00"),
    ("bands", "档=95%:100%,90%:90%,80%:70%", "79.99", "100", None, None, F(0), "0.00"),
    ("bands", "档=0:1,2:60%,4:30%;自变量=数值;方向=低优", "1", None, None, None, F(6, 10), "6.00"),
    ("bands", "档=0:1,2:60%,4:30%;自变量=数值;方向=低优", "0", None, None, None, F(1), "10.00"),
    ("bands", "档=0:1,2:60%,4:30%;自变量=数值;方向=低优", "4.01", None, None, None, F(0), "0.00"),
    # pass
    ("pass", "", "1", "1", None, None, F(1), "10.00"),
    ("pass", "", "0.99", "1", None, None, F(0), "0.00"),
    ("pass", "方向=低优", "0", "0", None, None, F(1), "10.00"),  # no accident
    ("pass", "方向=低优", "1", "0", None, None, F(0), "0.00"),
    # efficacy: 60 % at the value that is not allowed, all at the satisfying one
    ("efficacy", "", "85", "80", "90", None, F(8, 10), "8.00"),
    ("efficacy", "", "95", "80", "90", None, F(1), "10.00"),
    ("efficacy", "", "65", "80", "90", None, F(0), "0.00"),  # 0.6 - 0.4 x 1.5
    ("efficacy", "", "35", "40", "30", None, F(8, 10), "8.00"),  # lower is better
    # rank of one: first
    ("rank", "", "5", None, None, None, F(1), "10.00"),
    # curve
    ("curve", "点=0:0,75:0.8,100:1,120:1.1", "37.5", None, None, None, F(4, 10), "4.00"),
    ("curve", "点=0:0,75:0.8,100:1,120:1.1", "110", None, None, None, F(105, 100), "10.50"),
    ("curve", "点=0:0,75:0.8,100:1,120:1.1", "500", None, None, None, F(11, 10), "11.00"),
    ("curve", "点=50%:0,100%:1;自变量=完成率", "75", "100", None, None, F(1, 2), "5.00"),
    ("curve", "点=0:3分,10:10分", "5", None, None, None, F(65, 100), "6.50"),
]


@pytest.mark.parametrize(("rule", "params", "actual", "base", "stretch", "prior", "share", "points"), WORKED)
def test_worked_by_hand(rule, params, actual, base, stretch, prior, share, points):
    line = line_of(rule, params, actual, base, stretch, prior)
    assert (line.status, line.share, line.score) == ("ok", share, D(points))


BLANKS = [
    ("completion", "", "5", None, None, None, "10", "no_target"),
    ("tiered", "", "5", "4", None, None, "10", "no_target"),
    ("growth", "", "5", "0.1", None, None, "10", "no_prior"),
    ("growth", "", None, None, None, None, "10", "no_target"),
    ("growth", "", None, "0.1", None, None, "10", "no_prior"),
    ("growth", "", "5", "0.1", None, "0", "10", "bad_base"),
    ("completion", "", "5", "0", None, None, "10", "bad_base"),
    ("completion", "", None, "-1", None, None, "10", "bad_base"),
    ("tiered", "", "5", "4", "4", None, "10", "bad_base"),
    ("tiered", "", "5", "-4", "4", None, "10", "bad_base"),
    ("efficacy", "", "5", "4", "4", None, "10", "bad_base"),
    ("growth", "每点扣=1分", "5", "0.1", None, "4", "0", "bad_base"),
    ("completion", "取值=占比", "-1", "0.5", None, None, "10", "bad_base"),
    ("completion", "取值=占比", None, "0.5", None, None, "10", "no_actual"),
    ("pass", "", None, "0", None, None, "10", "no_actual"),
    ("panel", "", None, None, None, None, "10", "no_actual"),
]


@pytest.mark.parametrize(("rule", "params", "actual", "base", "stretch", "prior", "points", "status"), BLANKS)
def test_a_bad_base_is_a_status_and_scores_nothing(rule, params, actual, base, stretch, prior, points, status):
    line = line_of(rule, params, actual, base, stretch, prior, points)
    assert (line.status, line.share, line.score) == (status, None, D("0.00"))


@pytest.mark.parametrize(
    ("rule", "params"),
    [
        ("completion", "封顶=301%"),
        ("completion", "不知=1"),
        ("completion", "封顶=七"),
        ("completion", "封顶=110%;封顶=120%"),
        ("completion", "方向=低优"),
        ("completion", "取值=实绩名次"),
        ("rank", "取值=实绩"),
        ("panel", "取值=实绩"),
        ("tiered", "确保得分率=-1%"),
        ("shortfall", "步长=0"),
        ("reverse", "倍率=-1"),
        ("bands", ""),
        ("bands", "档=90%:1,0.9:0.5"),
        ("curve", "点=1:1"),
        ("curve", "点=1:1,1:0.5"),
        ("growth", "取整=四舍五入"),
        ("nothing", ""),
    ],
)
def test_what_cannot_be_read_is_refused(rule, params):
    with pytest.raises(RuleError):
        parse_rule(rule, params)


def test_full_width_and_fractions_are_read():
    assert parse_rule("tiered", "确保得分率=7/8；封顶＝１２０％").values["确保得分率"].value == F(7, 8)
    assert parse_rule("tiered", "确保得分率=7/8；封顶＝１２０％").values["封顶"] == F(6, 5)


def test_no_float_gets_in():
    with pytest.raises(TypeError):
        score(
            Facts(
                settings=Settings(year=2020),
                departments=(Department("D01", "甲局", group="甲"),),
                groups=(Group("甲"),),
                categories=(Category("经济", "scored"),),
                weights=(Weight("甲", "经济", D(100)),),
                indicators=(Indicator("E01", "投资", "经济", None, parse_rule("completion")),),
                targets=(Target("E01", "D01", D(10), D(5)),),
                actuals=(Actual("E01", "D01", 1, 2.5),),  # type: ignore[arg-type]
            )
        )
