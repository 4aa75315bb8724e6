"""Charts: the same bytes from the same figures, words as text, nothing lost at odd values."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.curves import Bases, compile_curve
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.reports.charts import bullets, contribution, curve, heat, months, ranking, rewards
from kpi_desktop.reports.charts.drawing import chart_fonts, rendered
from kpi_desktop.reports.charts.plot import Scale, round_ticks

F, D = Fraction, Decimal


def bullet(name, ratio, stretch=None, pace=None, reached=False):
    return bullets.Bullet(name, ratio, stretch, pace, reached, f"{name}率", f"{name}值")


def tiered(value):
    """确保 75, 力争 100 on 30 points."""
    made = compile_curve(Bases(parse_rule("tiered", ""), F(75), F(100), F(30), False))
    return curve.CurvePicture(made, value, "实绩87.6亿元，得分率90.08%", "固定资产投资（亿元）")


def shares(*parts):
    return tuple(contribution.Part(name, F(share, 100), f"{share}.0%") for name, share in parts)


HEAT = (
    heat.HeatRow("甲局", {1: F(1), 2: F(4, 5), 3: F(1, 2)}, {1: "5/5", 2: "4/5", 3: "1/2"}),
    heat.HeatRow("名字特别长的派出机构联合办公室", {}, {}),
)
CHARTS = {
    "bullets": lambda: bullets.bullet_bars(
        (
            bullet("固定资产投资", F(1168, 1000), F(4, 3), F(3, 4), True),
            bullet("负增长", F(-3, 10)),
            bullet("没有数据", None),
            bullet("很多倍", F(9), None, None, True),
        ),
        pace_words="应达（10月底）",
    ),
    "months": lambda: months.month_lines(
        tuple(
            months.Course(
                f"指标{at}", {m: F(m * at, 3) for m in range(1, 11)}, {m: F(m) for m in range(1, 13)}, "注", True
            )
            for at in range(1, 6)
        )
    ),
    "ranking": lambda: ranking.ranking_bars(
        (ranking.BarGroup("组", (ranking.Bar("甲", (D(60), D(30)), D(2), D(1), D(91), "91.00"),)),), ("经济", "任务")
    ),
    "contribution": lambda: contribution.contribution_bars(
        (
            contribution.Contribution("固定资产投资", shares(("经济发展局", 100)), "87.6亿元"),
            contribution.Contribution(
                "基础设施投资", shares(("规划建设局", 77), ("国资公司", 21), ("丙", 2)), "15.95亿元"
            ),
        )
    ),
    "heat": lambda: heat.heat_map(HEAT),
    "curve": lambda: curve.curve_line(tiered(F(876, 10))),
    "rewards": lambda: rewards.reward_bars((rewards.Pay("甲", D("35.5"), D("-2"), D("33.5"), "33.50"),), "万元"),
}


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_figures_give_the_same_bytes(name):
    assert rendered(CHARTS[name]) == rendered(CHARTS[name])


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize(("format", "magic"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_every_format(name, format, magic):
    assert rendered(CHARTS[name], format).startswith(magic)


def test_words_are_text_in_a_chinese_font():
    svg = rendered(CHARTS["bullets"]).decode()
    for words in ("固定资产投资", "很多倍率", "没有数据值", "未达目标", "应达（10月底）", "»"):
        assert f">{words}</text>" in svg
    assert chart_fonts()[0] in svg


def test_no_chart_for_nothing_breaks():
    assert rendered(lambda: ranking.ranking_bars((), ())).startswith(b"<?xml")
    assert rendered(lambda: rewards.reward_bars((), "万元")).startswith(b"<?xml")
    assert rendered(lambda: contribution.contribution_bars(())).startswith(b"<?xml")
    assert rendered(lambda: heat.heat_map(())).startswith(b"<?xml")


def test_a_course_without_a_figure_is_an_empty_panel():
    empty = months.Course("指标", {}, {}, "没有数据", False)
    assert ">没有数据</text>" in rendered(lambda: months.month_lines((empty,))).decode()


def test_a_title_wider_than_its_panel_is_cut():
    long = months.Course("生物医药大健康产业主营业务收入增长", {1: F(1), 2: F(2)}, {1: F(1)}, "注", False)
    svg = rendered(lambda: months.month_lines((long,))).decode()
    assert ">生物医药大健康产业主营业务收入增长</text>" not in svg and ">生物医药大健康" in svg


def test_what_users_type_is_no_formula():
    svg = rendered(lambda: rewards.reward_bars((rewards.Pay("甲$x^2$乙", D(1), D(0), D(1), "$1$"),), "万元")).decode()
    assert ">甲$x^2$乙</text>" in svg and ">$1$</text>" in svg


def test_no_control_character_is_drawn():
    pay = rewards.Pay("甲\t局\r", D(1), D(0), D(1), "1")
    assert ">甲 局 </text>" in rendered(lambda: rewards.reward_bars((pay,), "万元")).decode()


def test_round_figures_on_a_scale():
    assert [words for _, words in round_ticks(Scale(-0.3, 3200, 0, 100), 4)] == ["0", "1,000", "2,000", "3,000"]
    assert [words for _, words in round_ticks(Scale(-6, 1, 0, 100), 4)] == ["−6", "−4", "−2", "0"]


def test_a_part_too_narrow_for_its_words_has_none():
    svg = rendered(CHARTS["contribution"]).decode()
    assert ">经济发展局 100.0%</text>" in svg and ">规划建设局 77.0%</text>" in svg
    assert ">21.0%</text>" in svg or ">国资公司 21.0%</text>" in svg
    assert ">2.0%</text>" not in svg and ">丙 2.0%</text>" not in svg


def test_heat_is_one_tone_from_light_to_dark():
    """On a grey printer the further behind is the darker: the lightness of the fills falls."""
    lightness = [sum(int(fill[at : at + 2], 16) for at in (1, 3, 5)) for _, fill, _, _ in heat.STEPS]
    assert lightness == sorted(lightness, reverse=True)
    assert [heat.step_of(share) for share in (F(1), F(9, 10), F(4, 5), F(79, 100), F(3, 5), F(59, 100), F(0))] == [
        0,
        1,
        1,
        2,
        2,
        3,
        3,
    ]
    svg = rendered(CHARTS["heat"]).decode()
    assert ">4/5</text>" in svg and ">名字特别长的派出机…</text>" in svg and ">60%以下</text>" in svg


def test_the_curve_shows_its_marks_and_the_point():
    svg = rendered(CHARTS["curve"]).decode()
    for words in ("确保", "力争", "实绩87.6亿元，得分率90.08%", "固定资产投资（亿元）", "100%"):
        assert f">{words}</text>" in svg


@pytest.mark.no_cover  # other tests cover these lines; tracing makes it half as slow again
@pytest.mark.parametrize(
    "rule", ["completion", "tiered", "growth", "shortfall", "reverse", "bands", "pass", "efficacy"]
)
@pytest.mark.parametrize("value", [None, F(-50), F(0), F(87), F(100), F(10**6)])
def test_every_rule_has_a_picture(rule, value):
    params = "档=95%:100%,80%:70%" if rule == "bands" else "取整=进" if rule == "growth" else ""
    base, stretch = (F(1, 10), F(1, 5)) if rule == "growth" else (F(75), F(100))
    made = compile_curve(Bases(parse_rule(rule, params), base, stretch, F(30), rule == "reverse"))
    picture = curve.CurvePicture(made, value, "注", "轴", rule == "growth")
    assert rendered(lambda: curve.curve_line(picture)).startswith(b"<?xml")


def test_a_bullet_can_speak_of_pace():
    svg = rendered(lambda: bullets.bullet_bars((bullet("投资", F(1, 2)),), words=bullets.PACE_WORDS)).decode()
    assert ">跟上进度</text>" in svg and ">全年目标</text>" in svg and "确保目标" not in svg


def test_the_callers_settings_are_left_alone():
    import matplotlib

    before = dict(matplotlib.rcParams)
    rendered(CHARTS["ranking"])
    assert dict(matplotlib.rcParams) == before
