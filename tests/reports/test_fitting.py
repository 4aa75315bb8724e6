"""Rows that surely take one line: what is promised of widths holds in the fonts themselves."""

import string

import pytest
from matplotlib.ft2font import FT2Font, LoadFlags

from kpi_desktop.reports import fonts
from kpi_desktop.reports.forms import fitting
from kpi_desktop.reports.forms.fitting import on_one_line
from kpi_desktop.reports.forms.sheet import COLUMNS, of_department
from kpi_desktop.reports.forms.story import Column, Story
from kpi_desktop.reports.paper import POINT
from tests.reports import sample

CHINESE = "昆明高新区考核督查台〔〕（），。、；：“”％＋×÷＝≈≥≤−—…℃①Ⅱ"


def faces() -> list[FT2Font]:
    return [FT2Font(path) for folder in fonts.font_folders() for path in sorted(folder.glob("*.otf"))]


@pytest.mark.parametrize("mark", string.ascii_letters + string.digits + string.punctuation + " " + CHINESE)
def test_no_font_of_print_is_wider(mark):
    """A column exactly as wide as the font sets three of the mark, and the margins, is not promised to hold them."""
    found = faces()
    assert found
    for face in found:
        em = face.load_char(ord(mark), LoadFlags.NO_SCALE).horiAdvance / face.units_per_EM
        assert 0 < em < 1.2
        width = 3 * em * fitting.SIZE * POINT + fitting.CELL_MARGINS
        assert not on_one_line(mark * 3, width - 0.01)


def test_what_has_no_words_or_several_lines():
    assert on_one_line(None, 5.0) and on_one_line({"blank": True}, 5.0)
    assert on_one_line("十个字", 20.0) and not on_one_line("十\n字", 50.0)
    assert on_one_line("十个字", 11.2, 0.0) and not on_one_line("十个字", 11.0, 0.0)  # 3 x 10.5 pt = 11.11 mm


def test_a_sheet_says_of_each_row_whether_it_takes_one_line():
    context = sample.context()
    for result in context.assessment.departments():
        made = of_department(context, result.code)
        for group in made["groups"]:
            for row in group["rows"]:
                fits = [on_one_line(row[name], width) for name, width in zip(COLUMNS, made["widths"], strict=True)]
                assert row["single"] == all(fits)
                assert not row["single"] or len(str(row["process"])) * 3.71 < 2 * made["widths"][6]


def test_a_table_in_a_text_says_so_too():
    story = Story()
    story.table("甲", [Column("名称", "left"), Column("数")], [["短", "1"], ["很长的名称" * 12, "≈2"]])
    [made] = story.blocks
    assert (made["single"], made["signs"], made["lit"]) == ([True, True, False], True, False)
