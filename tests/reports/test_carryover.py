"""结转事项清单: what came in, what goes out, with original year, due date, times and the new due date."""

from dataclasses import replace
from datetime import date

from kpi_desktop.assessment.carrying import carried_tasks, next_scheme
from kpi_desktop.assessment.facts import Milestone
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import carryover
from kpi_desktop.reports.forms.blocks import Paragraph, Table
from tests.reports import sample


def lists(context):
    """The rows of both tables, by the code of this year."""
    came, goes = (block for block in carryover.outline(context).blocks if isinstance(block, Table))
    return (
        {row.cells[0].text: [cell.text for cell in row.cells] for row in came.rows if row.kind == "item"},
        {row.cells[1].text: [cell.text for cell in row.cells] for row in goes.rows if row.kind == "item"},
    )


def test_what_came_in_has_its_due_date_of_this_year(zone):
    came, _ = lists(zone)
    assert set(came) == {"T02", "T06"}
    assert came["T02"][4:] == ["2018", "2018年12月31日", "2", "—", "12月31日", "推进中"]


def test_what_is_left_undone_goes_with_its_origin(zone):
    _, goes = lists(zone)
    assert set(goes) == {"T02", "T03", "T06", "T09", "T17", "T23", "T28", "T29"}
    assert goes["T02"][:7] == ["2020-T02", "T02", "化古城整体搬迁安置", "赵一鸣", "2018", "2018年12月31日", "3"]
    assert goes["T03"][4:] == ["2020", "11月30日", "1", "—", "", "推进中"]
    assert goes["T28"][9] == "暂缓"


def test_the_lead_counts(zone):
    lead = next(block.text for block in carryover.outline(zone).blocks if isinstance(block, Paragraph))
    assert lead == ("往年转入2020年的事项2项，本年度销号0项。本年度未完成、转入2021年的事项8项，其中2项已是再次结转。")


def test_milestones_that_were_not_done_go_along(zone):
    nodes = (Milestone("T03", "拆除", done=date(2020, 6, 1)), Milestone("T03", "征收"), Milestone("T03", "开工"))
    _, goes = lists(sample.context(replace(zone.facts, milestones=(*zone.facts.milestones, *nodes))))
    assert goes["T03"][7] == "①征收；②开工"


def test_after_the_carry_over_the_new_due_dates_are_those_of_the_next_year(zone):
    facts = zone.facts
    carried = [replace(each.task, due=date(2021, 6, 30)) for each in carried_tasks(facts, None)]
    carried[0] = replace(carried[0], code="N01")
    following = replace(next_scheme(facts), tasks=tuple(carried[:2]))
    context = ReportContext.of(facts, sample.TODAY, following=following)
    _, goes = lists(context)
    assert (goes["T02"][0], goes["T02"][8]) == ("N01", "2021年6月30日")
    assert (goes["T06"][0], goes["T06"][8]) == ("2020-T06", "")


def test_what_the_next_year_has_done_since_was_still_left_undone(zone):
    facts = replace(zone.facts, milestones=(Milestone("T02", "征收"), Milestone("T02", "开工", done=date(2020, 6, 1))))
    carried = next(each for each in carried_tasks(facts, None) if each.from_code == "T02")
    done = tuple(replace(each, done=date(2021, 3, 1)) for each in carried.milestones)
    following = replace(next_scheme(facts), tasks=(carried.task,), milestones=done)
    _, goes = lists(ReportContext.of(facts, sample.TODAY, following=following))
    assert goes["T02"][7] == "征收"


def test_a_year_that_finished_everything(zone):
    tasks = tuple(replace(task, state="finished", finished=date(2020, 12, 30)) for task in zone.facts.tasks)
    made = carryover.outline(sample.context(replace(zone.facts, tasks=tasks)))
    lead = next(block.text for block in made.blocks if isinstance(block, Paragraph))
    assert lead == "往年转入2020年的事项2项，本年度销号2项。本年度没有未完成的事项，无须结转。"
