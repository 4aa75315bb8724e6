"""督查台账: all tasks on a day, department by department, with light, progress, problem and next step."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment.facts import Milestone, Progress, Task
from kpi_desktop.assessment.lights import GREY, TaskLight, task_lights
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
from kpi_desktop.reports.forms.work import Known, again, done_by, in_order, judged_day, known, last_told, light_counts

HEADING = Heading("ledger")
SIZE = 9.5
PLANS = (
    Plan("编码", 13.0, 24.0, align=CENTRE),
    Plan("督查事项", share=1.15),
    Plan("协办部门\n责任人", share=0.8),
    Plan("期限", 18.0, 26.0, align=RIGHT),
    Plan("灯", 11.0, 13.0, align=CENTRE),
    Plan("亮灯原因", share=1.35),
    Plan("进度", 14.0, 20.0, align=RIGHT),
    Plan("进展情况", share=1.4),
    Plan("存在问题", share=0.85),
    Plan("下步措施", share=0.85),
)


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The ledger as of the chosen day."""
    return printed(context, HEADING, outline(context, choice))


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    day = judged_day(context, choice)
    lights = task_lights(context.facts, day)
    rows = _rows(context, lights, day)
    blocks = (
        Paragraph(_lead(context, lights, day)),
        Table(laid(PLANS, rows, LANDSCAPE, SIZE), rows, "督查台账", SIZE),
        Note(
            "◆红：逾期，或节点逾期超过15天；▲黄：节点滞后、进度落后、未按期报送或没有期限；●绿：正常；○灰：已销号、暂缓、终止。"
        ),
        Note("进度为最近一次报送的完成比例，有节点的另列已完成节点数；进展、问题、措施取截止日前最近一次报送。"),
        Signatures(("编制", "审核", "审批")),
    )
    return document(context, HEADING, blocks, [("单位", context.office), ("截至", figures.day(day))])


def _lead(context: ReportContext, lights: Sequence[TaskLight], day: date) -> str:
    if not lights:
        return f"截至{figures.day(day)}，本年度没有列入督查的事项。"
    late = sum(found.days_late > 0 for found in lights)
    unreported = sum("report_missing" in found.reasons for found in lights)
    carried = sum(found.task.times_carried > 0 for found in lights)
    told = [f"逾期{late}项" if late else "", f"未按期报送{unreported}项" if unreported else ""]
    told += [f"往年结转{carried}项" if carried else ""]
    more = "；其中" + "，".join(part for part in told if part) if any(told) else ""
    counts = light_counts((found.light for found in lights), all_of_them=True)
    return f"截至{figures.day(day)}，督查事项{len(lights)}项：{counts}{more}。"


def _rows(context: ReportContext, lights: Sequence[TaskLight], day: date) -> tuple[Row, ...]:
    about, reports = known(context), last_told(context.facts, day)
    rows: list[Row] = []
    for lead in in_order(context.facts, (found.task.lead for found in lights)):
        own = [found for found in lights if found.task.lead == lead]
        counts = light_counts(found.light for found in own)
        rows.append(Row((Cell(f"{about.name(lead)}\u3000{len(own)}项\u3000{counts}"),), GROUP))
        rows += [_row(context, about, found, reports.get(found.code), day) for found in own]
    return tuple(rows) or (nothing("没有督查事项", len(PLANS)),)


def _row(context: ReportContext, about: Known, found: TaskLight, report: Progress | None, day: date) -> Row:
    task = found.task
    partners = about.names(task.partners)
    return Row(
        (
            Cell(task.code),
            Cell(task.title + again(task)),
            cells.text("\n".join(part for part in (partners, task.owner) if part)),
            cells.day(task.due, context.year),
            cells.light(found.light),
            cells.text(_why(context, found, day)),
            _how_far(found, about.milestones.get(task.code, ()), day),
            _told(report, context.year),
            cells.text(report.problem if report else None),
            cells.text(report.next_step if report else None),
        )
    )


def _why(context: ReportContext, found: TaskLight, day: date) -> str:
    """The reasons of a light; of a grey one how the task ended, and that it did so after the day."""
    if found.light != GREY:
        return "；".join(cells.sentence(told, context.year) for told in found.details)
    task = found.task
    if task.state == "finished" and task.finished:
        after = "（截止日后）" if task.finished > day else ""
        return f"{figures.day_within(task.finished, context.year)}销号{_lateness(task)}{after}"
    return TASK_STATES[task.state]


def _lateness(task: Task) -> str:
    late = (task.finished - task.due).days if task.finished and task.due else 0
    return f"，迟{late}天" if late > 0 else ""


def _how_far(found: TaskLight, milestones: Sequence[Milestone], day: date) -> Cell:
    """62%, 节点2/4: what was reported by the day and how many milestones were done."""
    finished = found.task.state == "finished" and not (found.task.finished and found.task.finished > day)
    share = Decimal(1) if finished else found.percent
    if not milestones:
        return cells.percent(share)
    nodes = f"节点{sum(done_by(each, day) for each in milestones)}/{len(milestones)}"
    return Cell(nodes if share is None else f"{figures.percent(share)}\n{nodes}")


def _told(report: Progress | None, year: int) -> Cell:
    if report is None:
        return cells.MISSING
    when = figures.day_within(report.day, year)
    return Cell(f"{when}：{report.narrative.strip()}" if report.narrative else f"{when}报送进度")
