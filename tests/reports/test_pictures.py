"""Charts of a year by name: the same figure on paper, on the screen and in the clipboard."""

import pytest

from kpi_desktop.reports.charts.drawing import rendered
from kpi_desktop.reports.forms import annual
from kpi_desktop.reports.pictures import YEAR_CHARTS, line_curve
from tests.reports import sample


@pytest.mark.parametrize("code", YEAR_CHARTS)
def test_every_chart_of_the_zone(zone, code):
    assert YEAR_CHARTS[code].bytes(zone).startswith(b"\x89PNG")


@pytest.mark.parametrize("code", YEAR_CHARTS)
def test_an_empty_year_has_none(code):
    assert YEAR_CHARTS[code].bytes(sample.empty()) is None


@pytest.mark.parametrize(
    ("code", "caption"), [("bullets", "重点经济指标完成率"), ("rewards", "各部门奖惩净额"), ("heat", "各部门按月")]
)
def test_the_report_prints_the_same_picture(zone, code, caption):
    blocks = annual.data(zone)["blocks"]
    [printed] = [block["svg"] for block in blocks if block["kind"] == "figure" and caption in block["caption"]]
    assert YEAR_CHARTS[code].bytes(zone, 156.0, "svg").decode() == printed


def test_a_lines_curve_has_its_point(zone):
    """固定资产投资: 87.6 gives 80 % + 20 % x 12.6 / 25 = 90.08 %."""
    svg = rendered(line_curve(zone, zone.assessment.department("02").line("E01"))).decode()
    assert ">87.6亿元，得分率90.08%</text>" in svg and ">固定资产投资（亿元）</text>" in svg


def test_every_line_has_a_curve_or_none(zone):
    for result in zone.assessment.departments():
        for line in result.lines:
            draw = line_curve(zone, line)
            assert (draw is None) == (line.spec.curve is None)


def test_a_line_without_actual_shows_the_curve_alone(zone):
    svg = rendered(line_curve(zone, zone.assessment.department("06").line("E13"))).decode()
    assert ">尚无实绩</text>" in svg
