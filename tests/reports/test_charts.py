"""Charts: the same bytes from the same figures, words as text, nothing lost at odd values."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.reports.charts import bullets, months, ranking, rewards
from kpi_desktop.reports.charts.drawing import chart_fonts, rendered

F, D = Fraction, Decimal


def bullet(name, ratio, stretch=None, pace=None, reached=False):
    return bullets.Bullet(name, ratio, stretch, pace, reached, f"{name}率", f"{name}值")


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
    "rewards": lambda: rewards.reward_bars((rewards.Pay("甲", D("35.5"), D("-2"), D("33.5"), "33.50"),), "万元"),
}


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_figures_give_the_same_bytes(name):
    assert rendered(CHARTS[name]) == rendered(CHARTS[name])


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


def test_the_callers_settings_are_left_alone():
    import matplotlib

    before = dict(matplotlib.rcParams)
    rendered(CHARTS["ranking"])
    assert dict(matplotlib.rcParams) == before
