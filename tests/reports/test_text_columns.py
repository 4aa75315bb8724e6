"""Columns of the tables in texts: as wide as the text, apart from each other, words whole where there is room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.reports.forms.text_columns import CLOSE, ROOM, WIDE, widths
from kpi_desktop.reports.paper import text_width

words = st.text(st.sampled_from("经济发展局0123456789.%（）"), max_size=60)
tables = st.integers(1, 8).flatmap(
    lambda count: st.tuples(
        st.lists(words, min_size=count, max_size=count),
        st.lists(st.lists(words, max_size=4), min_size=count, max_size=count),
        st.lists(st.booleans(), min_size=count, max_size=count),
    )
)


@given(tables)
def test_no_table_is_wider_than_the_text(table):
    wide, gap = widths(*table)
    assert sum(wide) <= ROOM + 0.1
    assert gap in (WIDE, CLOSE) and all(width > 0 for width in wide)


@given(tables)
def test_words_stay_on_one_line_where_there_is_room(table):
    heads, texts, wraps = table
    longest = [max(text_width(cell) for cell in (head, *own)) for head, own in zip(heads, texts, strict=True)]
    wide, gap = widths(heads, texts, wraps)
    if sum(longest) + (WIDE + 0.4) * len(heads) <= ROOM:
        assert gap == WIDE
        assert all(width >= need + gap for width, need in zip(wide, longest, strict=True))


def test_room_is_shared_by_all_columns():
    """名次, 部门, 总分, 等次: what is left over does not go to one of them alone."""
    wide, _ = widths(
        ["名次", "部门", "总分", "等次"], [["1"], ["投资促进局"], ["92.49"], ["良好（待定）"]], [False] * 4
    )
    assert sum(wide) == pytest.approx(ROOM, abs=0.1)
    assert max(wide) - min(wide) < 20


def test_long_words_give_way_to_figures():
    heads = ["事项", "满分", "原因"]
    wide, _ = widths(heads, [["一" * 40], ["100.00"], ["二" * 80]], [True, False, True])
    assert wide[1] >= text_width("100.00") + WIDE and wide[0] > 40 and wide[2] > wide[0]
