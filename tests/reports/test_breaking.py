"""Where lines in cells may break: days, quarters and numbered parts stay whole, formulas break at their signs."""

import sys

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.reports import fonts
from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms.breaking import formula_lines, formula_parts, whole_parts
from kpi_desktop.reports.paper import POINT, text_width
from tests.reports import pages


def test_days_and_numbered_parts_are_every_second_part():
    assert whole_parts("①方案批复（3月31日）；②开工", 30) == ["", "①方案", "批复（", "3月31日", "）；", "②开工", ""]
    assert whole_parts("一季度2.5，前三季度11.1（亿元）", 30) == ["一季度2.5，", "前三季度11.1", "（", "亿元", "）"]
    assert whole_parts("(21)基础验收；(22)封顶", 30) == ["", "(21)基础", "验收；", "(22)封顶", ""]


def test_what_is_wider_than_its_column_breaks():
    """A box that does not fit would stand over its neighbour."""
    assert whole_parts("第七次全国人口普查（协办）", 12) is None
    assert whole_parts("第七次全国人口普查（协办）", 40)[1] == "协办"


def test_a_day_alone_and_text_with_its_own_breaks_have_no_parts():
    assert whole_parts("12月31日", 30) is None
    assert whole_parts("按月报送", 10) is None
    assert whole_parts("规划建设局\n12月31日前", 10) is None


def test_a_formula_breaks_before_its_signs_and_after_a_semicolon():
    text = "436.2÷390.1−1＝11.82%；100%＋1.8175×2%≈103.63%"
    assert formula_parts(text, 200) is None
    assert formula_parts(text, 60)[1::2] == ["436.2÷390.1−1＝11.82%；", "100%＋1.8175×2%≈103.63%"]
    assert formula_lines(formula_parts(text, 60), 60) == 2
    assert formula_parts(text, 45)[1:8:2] == ["436.2", "÷390.1−1", "＝11.82%；", "100%＋1.8175×2%"]


def test_words_among_figures_break_as_they_like():
    parts = formula_parts("5÷8≈62.5%；核定88%，代替计算的62.5%（依据：会议认定该节点按期）", 60)
    assert parts == ["", "5÷8≈62.5%；", "核定88%，代替计算的62.5%（依据：会议认定该节点按期）"]
    assert formula_parts("295.4÷266.1−1≈11.01%；100%＋3.0109×2%≈106.02%，封顶，计106%", 85)[3] == (
        "100%＋3.0109×2%≈106.02%，封顶，计106%"
    )


@given(st.text(alphabet="0123456789.%×÷＝≈；（）核定①3月1日 ", max_size=60), st.floats(20, 120))
def test_parts_are_the_text_again(text, room):
    for parts in (whole_parts(text, room), formula_parts(text, room)):
        assert parts is None or "".join(parts) == text
        assert parts is None or len(parts) % 2 == 1
    if parts := formula_parts(text, room):
        assert formula_lines(parts, room) >= text_width(text) / room


def test_a_day_is_not_broken_in_print(zone):
    """Milestones stand in narrow columns: every day of them is drawn in one piece."""
    pdf = produce(zone, "breakdown")
    lines = [text for at in range(len(pages.reader(pdf).pages)) for _, _, text in pages.lines(pdf, at)]
    assert any("3月31日" in text for text in lines)
    assert not [text for text in lines if text.rstrip().endswith(("月", "（6", "（3", "①", "②", "③"))]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has its own fonts")
def test_figures_are_no_wider_than_they_are_thought_to_be():
    """Widths of columns, and whether a sheet fits on a page, rest on the estimate."""
    files = [path for folder in fonts.font_folders() for path in folder.rglob("NotoS*SC-Regular.otf")]
    assert files
    for path in files:
        font = TTFont(path)
        advances, names = font["hmtx"], font.getBestCmap()
        for mark in "0123456789.,%−×÷≈()①⑳":
            real = advances[names[ord(mark)]][0] / font["head"].unitsPerEm
            assert real <= text_width(mark, 1 / POINT) + 0.015, (path.name, mark)
