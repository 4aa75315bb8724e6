"""Table forms: what of a list stays with its notes and signatures."""

from dataclasses import replace

import pytest

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms.blocks import GROUP, SUM, Cell, Column, Row, Table
from kpi_desktop.reports.forms.listing import KEPT_ROWS, kept_at_end
from tests.reports import pages, sample

HEAD, ITEM, WHOLE = Row((Cell("某局"),), GROUP), Row((Cell("一"),)), Row((Cell("合计"),), SUM)
LONG = Row((Cell("\n".join("一" * 30)),))
FIVE_LINES = Row((Cell("\n".join("一" * 5)),))


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ((ITEM,) * 9, KEPT_ROWS),
        ((HEAD, ITEM), 1),
        ((HEAD, ITEM, HEAD, ITEM, HEAD, ITEM), 5),
        ((HEAD, ITEM, ITEM, WHOLE), 3),
        ((ITEM, WHOLE, HEAD, ITEM), 4),
        ((ITEM, LONG), 0),
        ((LONG, ITEM, ITEM), 2),
        ((FIVE_LINES,) * 4, 2),
        ((), 0),
    ],
)
def test_the_last_rows_that_stay_together(rows, kept):
    assert kept_at_end(Table((Column("事项", 40.0),), rows, "表")) == kept


def test_at_least_the_last_row_stays_where_notes_take_the_room():
    assert kept_at_end(Table((Column("事项", 40.0),), (ITEM,) * 3, "表"), room=-5) == 1


@pytest.mark.parametrize("count", range(8, 26, 2))
def test_no_last_page_has_a_single_row(zone, count):
    """Each task of a department of its own: heads are among the rows."""
    tasks = [
        replace(task, code=f"Z{at:02d}", lead=f"{at:02d}", partners=()) for at, task in enumerate(zone.facts.tasks)
    ]
    open_ones = tuple(replace(task, finished=None, state="in_progress") for task in tasks[1:21])
    more = tuple(replace(task, code=f"Y{task.code[1:]}") for task in open_ones)
    context = sample.context(replace(zone.facts, tasks=(*open_ones, *more)[:count], explanations=()))
    texts = pages.page_texts(produce(context, "carryover"))
    last = sum(texts[-1].count(f"2020-{task.code}") for task in (*open_ones, *more))
    assert len(texts) == 1 or last >= KEPT_ROWS
    whole = "".join(texts)
    assert all(f"2020-{task.code}" in whole for task in context.facts.tasks)
    assert "审批：" in texts[-1]
