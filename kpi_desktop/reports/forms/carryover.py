"""结转事项清单: what came into the year undone, and what it leaves undone, with original year, due date and times."""

from collections.abc import Sequence

from kpi_desktop.assessment.carrying import CLOSED, Carried, carried_tasks
from kpi_desktop.assessment.facts import Milestone, Task
from kpi_desktop.assessment.names import TASK_STATES
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    RIGHT,
    Cell,
    Document,
    Note,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, nothing, printed
from kpi_desktop.reports.forms.work import Known, in_order, known, numbered

HEADING = Heading("carryover")
SIZE = 9.5
PLANS = (
    Plan("编码", 14.0, 28.0, align=CENTRE),
    Plan("原编码", 14.0, 28.0, align=CENTRE),
    Plan("结转事项", share=1.3),
    Plan("责任人", 15.0, 22.0, align=CENTRE),
    Plan("原年度", 15.0, 18.0, align=CENTRE),
    Plan("原期限", 20.0, 32.0, align=RIGHT),
    Plan("结转\n次数", 12.0, 14.0, align=CENTRE),
    Plan("未完成节点", share=1.2),
    Plan("新期限", 24.0, 32.0, align=RIGHT),
    Plan("状态", 17.0, 28.0, align=CENTRE),
)
TO_BE_SET = Cell("")
"""Room to write a new due date by hand."""


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """Both lists of the year."""
    return printed(context, HEADING, outline(context, choice))


def outline(context: ReportContext, _choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    arrived = [task for task in context.facts.tasks if task.times_carried or task.carried_from]
    left = [task for task in context.facts.tasks if task.state not in CLOSED]
    came, goes = _came(context, arrived), _goes(context, left)
    after, columns = context.year + 1, laid(PLANS, (*came, *goes), LANDSCAPE, SIZE)
    blocks = (
        Paragraph(_lead(context, arrived, left)),
        Paragraph(f"一、转入{context.year}年的事项", 1),
        Table(columns, came, f"转入{context.year}年", SIZE),
        Paragraph(f"二、转入{after}年的事项", 1),
        Table(columns, goes, f"转入{after}年", SIZE),
        Note(
            f"未销号、未终止的事项（含暂缓）转入下一年度继续督查，从{after}年1月1日起计，未完成的节点随之转入并重定期限。"
        ),
        Note("新期限由责任单位报定，未报定的为空白，须填写；“—”为不适用。"),
        Signatures(("编制", "审核", "审批")),
    )
    return document(context, HEADING, blocks, [("单位", context.office)])


def _lead(context: ReportContext, arrived: Sequence[Task], left: Sequence[Task]) -> str:
    done = sum(task.state == "finished" for task in arrived)
    stopped = sum(task.state == "cancelled" for task in arrived)
    ended = f"本年度销号{done}项" + (f"、终止{stopped}项" if stopped else "")
    first = f"往年转入{context.year}年的事项{len(arrived)}项，{ended}。" if arrived else "没有往年转入的事项。"
    if not left:
        return f"{first}本年度没有未完成的事项，无须结转。"
    again = sum(task.times_carried > 0 for task in left)
    more = f"，其中{again}项已是再次结转" if again else ""
    return f"{first}本年度未完成、转入{context.year + 1}年的事项{len(left)}项{more}。"


def _came(context: ReportContext, arrived: Sequence[Task]) -> tuple[Row, ...]:
    """What was carried into the year, with the due date it was given."""
    about = known(context)
    rows: list[Row] = []
    for lead in in_order(context.facts, (task.lead for task in arrived)):
        own = [task for task in arrived if task.lead == lead]
        rows.append(_group(about, lead, len(own)))
        rows += [
            _row(context, task, task.carried_from, about.milestones.get(task.code, ()), _ended(context, task))
            for task in own
        ]
    return tuple(rows) or (nothing(f"没有往年转入{context.year}年的事项", len(PLANS)),)


def _ended(context: ReportContext, task: Task) -> str:
    if task.state == "finished" and task.finished:
        return f"{figures.day_within(task.finished, context.year)}销号"
    return TASK_STATES[task.state]


def _goes(context: ReportContext, left: Sequence[Task]) -> tuple[Row, ...]:
    """What the year leaves undone, as it stands in the next year, or as it would be carried."""
    about, going = known(context), _going(context)
    rows: list[Row] = []
    for lead in in_order(context.facts, (task.lead for task in left)):
        own = [task for task in left if task.lead == lead]
        rows.append(_group(about, lead, len(own)))
        for task in own:
            found = going[task.code]
            rows.append(_row(context, found.task, task.code, found.milestones, TASK_STATES[task.state]))
    return tuple(rows) or (nothing("没有未完成的事项", len(PLANS)),)


def _going(context: ReportContext) -> dict[str, Carried]:
    """By the code of this year: the tasks as the next year has them, and those it does not have yet.

    Their milestones are this year's: what the next year has done since is not what this one left undone.
    """
    following, own = context.following, known(context).milestones
    found = {each.from_code: each for each in carried_tasks(context.facts, following)}
    for task in following.tasks if following else ():
        if task.carried_from:
            found[task.carried_from] = Carried(task, tuple(own.get(task.carried_from, ())))
    return found


def _group(about: Known, lead: str, count: int) -> Row:
    department = about.departments.get(lead)
    leader = f"\u3000分管领导：{department.leader}" if department and department.leader else ""
    return Row((Cell(f"{about.name(lead)}\u3000{count}项{leader}"),), GROUP)


def _row(context: ReportContext, task: Task, before: str | None, milestones: Sequence[Milestone], state: str) -> Row:
    year = task.original_year
    undone = numbered([each.title for each in milestones if each.done is None])
    new = cells.day(task.due, context.year, TO_BE_SET)
    return Row(
        (
            Cell(task.code),
            cells.text(before),
            Cell(task.title),
            cells.text(task.owner),
            Cell(str(year)) if year else cells.MISSING,
            cells.day(task.original_due, context.year),
            cells.count(task.times_carried),
            cells.text(undone),
            new,
            Cell(state),
        )
    )
