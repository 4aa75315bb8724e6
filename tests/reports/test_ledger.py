"""督查台账: lights, reasons and progress by hand, as of the year's end and of another day."""

from datetime import date

import pytest

from kpi_desktop.reports.catalogue import produce
from kpi_desktop.reports.forms import ledger
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from kpi_desktop.reports.forms.form import Choice
from tests.reports import pages


def rows_on(zone, day=None):
    """The cells of every task's row, by code."""
    made = ledger.outline(zone, Choice(day=day))
    table = next(block for block in made.blocks if isinstance(block, Table))
    return {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows if row.kind == "item"}


@pytest.fixture(scope="module")
def rows(zone):
    return rows_on(zone)


def test_the_lights_of_the_years_last_day(zone, rows):
    """Overdue: T03 (30 November), T09 and T29 (31 October). More than 10 points behind 100 %: T02, T06, T23."""
    lights = {code: cells[4] for code, cells in rows.items()}
    assert {code for code, light in lights.items() if light == "◆ 红"} == {"T03", "T09", "T29"}
    assert {code for code, light in lights.items() if light == "▲ 黄"} == {"T02", "T06", "T23"}
    assert {code for code, light in lights.items() if light == "● 绿"} == {"T17"}
    lead = next(block.text for block in ledger.outline(zone).blocks if isinstance(block, Paragraph))
    assert "督查事项29项：◆红3　▲黄3　●绿1　○灰22；其中逾期3项，往年结转2项。" in lead


def test_reasons_are_sentences_fit_for_print(rows):
    assert rows["T03"][5] == "期限11月30日，已逾期31天"
    assert rows["T02"][5] == "时间已过100%，进展62%，落后38个百分点"
    assert rows["T17"][5] == "—"


def test_closed_tasks_tell_how_they_ended(rows):
    assert rows["T04"][5] == "11月16日销号，迟16天" and rows["T01"][5] == "12月20日销号"
    assert rows["T28"][5] == "暂缓"


def test_progress_problem_and_next_step_are_those_of_the_last_report(rows):
    assert rows["T03"][6:] == ["40%", "12月25日：按计划推进", "—", "倒排工期，每周调度"]
    assert rows["T08"][6] == "100%\n节点4/4"
    assert rows["T28"][6:8] == ["空", "空"]


def test_an_earlier_day_knows_nothing_of_what_came_later(zone):
    rows = rows_on(zone, date(2020, 7, 31))
    assert rows["T08"][6] == "节点2/4"
    assert rows["T03"][4] == "▲ 黄" and rows["T03"][6] == "空"
    assert rows["T03"][5].endswith("自1月1日起没有报过进展，已过212天（报送周期：月）")


def test_the_day_is_named(zone):
    text = pages.whole_text(produce(zone, "ledger", Choice(day=date(2020, 7, 31))))
    assert "截至：2020年7月31日" in text


def test_carried_work_is_marked(rows):
    assert rows["T02"][1] == "化古城整体搬迁安置（结转第3年）" and rows["T06"][1].endswith("（结转第2年）")


def test_what_was_finished_after_the_day_is_not_said_to_be_done_by_it(zone):
    """T10 was closed on 18 June: its light is grey, for its state is the stored one, and the row says since when."""
    before, on = (rows_on(zone, date(2020, 6, day))["T10"] for day in (1, 18))
    assert before[4:7] == ["○ 灰", "6月18日销号（截止日后）", "空"]
    assert on[4:7] == ["○ 灰", "6月18日销号", "100%"]
