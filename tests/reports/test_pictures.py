"""Charts of a year by name: the same figure on paper, on the screen and in the clipboard."""

import html
import re

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


WORDS = re.compile(r'<text style="font-size: ([\d.]+)px;(?: [^"]*?text-anchor: (\w+);)?[^"]*" [^>]*?>([^<]*)</text>')
PLACES = re.compile(r'x="(-?[\d.]+)" y="(-?[\d.]+)"|translate\((-?[\d.]+) (-?[\d.]+)\)')
SIDES = {"": "left", "start": "left", "middle": "middle", "end": "right"}


def drawn_words(svg: str) -> list[list]:
    """The words of an SVG with their places, sizes and sides, read out of it."""
    found = []
    for text in WORDS.finditer(svg):
        x, y = (float(part) for part in PLACES.search(text[0]).groups() if part)
        found.append([x, y, html.unescape(text[3]), float(text[1]), SIDES[text[2] or ""]])
    return found


@pytest.mark.parametrize(
    ("code", "caption"), [("bullets", "重点经济指标完成率"), ("rewards", "各部门奖惩净额"), ("heat", "各部门按月")]
)
def test_the_report_prints_the_same_picture(zone, code, caption):
    """What the window draws, with its words beside: each at the same place, size and side."""
    blocks = annual.data(zone)["blocks"]
    [printed] = [block for block in blocks if block["kind"] == "figure" and caption in block["caption"]]
    svg = YEAR_CHARTS[code].bytes(zone, 156.0, "svg").decode()
    words = drawn_words(svg)
    assert len(words) == svg.count("<text") == len(printed["words"]) > 5 and "<text" not in printed["svg"]
    for (x, y, text, size, side), (*place, shown, wide, _, across) in zip(words, printed["words"], strict=True):
        assert (text, size, side) == (shown, wide, across) and place == pytest.approx([x, y], abs=0.002)
    assert (printed["width"], printed["height"]) == pytest.approx(size_of(svg))
    assert svg.count("<path") == printed["svg"].count("<path")


def size_of(svg: str) -> list[float]:
    """Width and height of an SVG in points."""
    return [float(number) for number in re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', svg).groups()]


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
