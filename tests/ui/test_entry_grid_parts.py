"""The parts of the entry grid that need no window: the clipboard's text, filters, what is selected."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.grid import clipboard
from ui.grid.book_source import decimals, figure
from ui.grid.entry_selection import Block, Selection
from ui.grid.filters import condition, number, sort_keys

CELL = st.text(st.sampled_from('ab七 \t\n"、,'), max_size=6)
BLOCK = st.integers(1, 4).flatmap(
    lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=1, max_size=4)
)


# --- the clipboard


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("12.5\t13\r\n\t七\r\n", [["12.5", "13"], ["", "七"]]),
        ("一格", [["一格"]]),
        ("", [[""]]),
        ("\n", [[""]]),
        ('"两\n行"\t"有""引号"""\n', [["两\n行", '有"引号"']]),
        ('"没有结束\t5', [['"没有结束', "5"]]),
        ('"甲"乙\t5', [['"甲"乙', "5"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("a\tb\tc\nd", [["a", "b", "c"], ["d"]]),
    ],
)
def test_what_excel_and_wps_copy_is_taken_apart(text, rows):
    assert clipboard.parsed(text) == rows


@given(BLOCK)
def test_what_is_copied_is_read_back(rows):
    assert clipboard.parsed(clipboard.written(rows)) == rows


# --- filters


@pytest.mark.parametrize(
    ("words", "yes", "no"),
    [
        ("<95", ["94.9", "-3", "0"], ["95", "96", "", "文字"]),
        (">=1,000", ["1000", "1,000.5"], ["999.9", ""]),
        ("＞５０％", ["51%", "0.6"], ["50%", "0.5"]),
        ("=二", ["二"], ["二级", ""]),
        ("=8%", ["0.08", "8.0%"], ["8"]),
        ("<>三", ["二", ""], ["三"]),
        (">2020-06-30", ["2020-07-01"], ["2020-06-30", ""]),
        ("空", [""], ["空白", "0"]),
        ("非空", ["0", "x"], [""]),
        ("GH", ["规划建设局", "ghost"], ["建设"]),
        ("1200", ["1,200", "112001"], ["1,2"]),
        ("规划", ["D04 规划建设局"], ["规", ""]),
    ],
)
def test_filters_pass_what_they_say(words, yes, no):
    passes = condition(words)
    assert [text for text in yes if not passes(text)] == []
    assert [text for text in no if passes(text)] == []


def test_initials_find_whichever_way_a_sign_is_read():
    assert condition("ghjsj")("规划建设局")
    assert condition("gh")("D04 规划")
    assert condition("zdxm")("重点项目")
    assert not condition("hg")("规划")


@given(st.lists(st.decimals(-(10**6), 10**6, places=3)))
def test_figures_sort_by_size(values):
    texts = [f"{value:,}" for value in values]
    keys = sort_keys(texts)
    assert sorted(range(len(values)), key=lambda at: keys[at]) == sorted(range(len(values)), key=lambda at: values[at])


def test_words_sort_after_figures_and_blanks_have_no_place():
    keys = sort_keys(["二", "10", "", "9"])
    assert keys[2] is None
    assert keys[3] < keys[1] < keys[0]


@pytest.mark.parametrize(
    ("text", "value"), [("1,234.5", Decimal("1234.5")), ("８％", Decimal("0.08")), ("七", None), ("1,23", None)]
)
def test_only_figures_are_figures(text, value):
    assert number(text) == value


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Decimal("1234.5"), 2, "1,234.50"),
        (Decimal("8.10"), 0, "8.1"),
        (Decimal(3), 0, "3"),
        (7, 1, "7.0"),
        (None, 2, ""),
    ],
)
def test_figures_are_shown_with_thousands_and_decimals(value, places, text):
    assert figure(value, places) == text


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_shown_figure_is_the_figure(value):
    assert Decimal(figure(value).replace(",", "")) == value
    assert 0 <= decimals(value) <= 4


# --- what is selected


def test_tab_walks_through_a_block_across_and_enter_down():
    selection = Selection()
    selection.take(Block(1, 1, 2, 3))
    across = [selection.active]
    for _ in range(5):
        selection.walk(1, downwards=False)
        across.append(selection.active)
    assert across == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)]
    selection.walk(1, downwards=False)
    assert (selection.active, selection.block) == ((1, 1), (1, 1, 2, 3))
    selection.walk(-1, downwards=True)
    assert selection.active == (2, 3)


PLACE = st.tuples(st.integers(0, 9), st.integers(0, 9))


@given(
    PLACE, st.lists(st.tuples(st.sampled_from(["go", "extend", "add"]), PLACE)), st.integers(1, 9), st.integers(1, 9)
)
def test_a_selection_stays_inside_and_holds_its_active_cell(start, moves, rows, columns):
    selection = Selection()
    selection.go(*start)
    for name, place in moves:
        getattr(selection, name)(*place)
    assert selection.holds(*selection.active)
    selection.fit(rows, columns)
    cells = selection.cells()
    assert all(0 <= row < rows and 0 <= column < columns for row, column in cells)
    assert len(cells) == len(set(cells))
    assert selection.active in cells
