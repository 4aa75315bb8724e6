"""The annual report, part four: tasks, directives, and what is carried into the next year."""

from collections import Counter

from kpi_desktop.assessment.facts import Facts, Task
from kpi_desktop.assessment.names import COLOURS, TASK_STATES
from kpi_desktop.assessment.tasks import latest_percents, milestones_by_task
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.frame import names
from kpi_desktop.reports.forms.lines import BLANK, Cell
from kpi_desktop.reports.forms.story import Column, Story

CLOSED = ("finished", "cancelled")


def tell(story: Story, context: ReportContext) -> None:
    """四、督查与结转."""
    story.section("督查与结转")
    story.part("任务完成情况")
    story.say(*_tasks(context.facts))
    story.part("督办情况")
    story.say(*_directives(context))
    story.part("结转事项")
    _carried(story, context)


def _tasks(facts: Facts) -> list[str]:
    if not facts.tasks:
        return ["本年度没有列入督查的任务。"]
    counts = Counter(task.state for task in facts.tasks)
    late = [task for task in facts.tasks if task.state == "finished" and _late(task)]
    finished = f"已销号{counts['finished']}项"
    if counts["finished"]:
        finished += f"（按期{counts['finished'] - len(late)}项、迟延{len(late)}项）"
    rest = [f"{TASK_STATES[state]}{counts[state]}项" for state in TASK_STATES if state != "finished" and counts[state]]
    found = [f"全年督查任务{len(facts.tasks)}项，{'，'.join([finished, *rest])}。"]
    if late:
        listed = "、".join(f"{task.title}（迟{_days(task)}天）" for task in late)
        found.append(f"迟延完成的是{listed}。")
    return found


def _late(task: Task) -> bool:
    return bool(task.finished and task.due and task.finished > task.due)


def _days(task: Task) -> int:
    assert task.finished and task.due
    return (task.finished - task.due).days


def _directives(context: ReportContext) -> list[str]:
    directives = context.facts.directives
    if not directives:
        return ["全年没有发出督办单。"]
    counts = Counter(directive.colour for directive in directives)
    colours = "、".join(f"{name}色{counts[colour]}份" for colour, name in COLOURS.items() if counts[colour])
    open_ones = [directive for directive in directives if directive.replied is None]
    replied = "均已回复" if not open_ones else f"已回复{len(directives) - len(open_ones)}份，未回复{len(open_ones)}份"
    found = [f"全年发出督办单{len(directives)}份，其中{colours}，{replied}。"]
    bearers = _bearers(context)
    if bearers:
        found.append(f"黄色、红色督办涉及{'、'.join(bearers)}。")
    deducted = [result.name for result in context.assessment.departments() if any(d.points for d in result.deducted)]
    if deducted:
        found.append(f"因督办扣分的有{'、'.join(deducted)}。")
    return found


def _bearers(context: ReportContext) -> list[str]:
    leads = {task.code: task.lead for task in context.facts.tasks}
    known = names(context)
    found = []
    for directive in context.facts.directives:
        bearer = leads.get(directive.task or "", directive.department or "")
        if directive.colour != "blue" and bearer in known:
            found.append(known[bearer])
    return list(dict.fromkeys(found))


def _carried(story: Story, context: ReportContext) -> None:
    open_tasks = [task for task in context.facts.tasks if task.state not in CLOSED]
    if not open_tasks:
        story.say("年末没有未完成的任务，无结转事项。")
        return
    again = [task for task in open_tasks if task.times_carried]
    words = f"年末未完成的{len(open_tasks)}项任务转入{context.year + 1}年继续督查"
    if again:
        oldest = max(again, key=lambda task: task.times_carried)
        words += f"，其中{len(again)}项曾经结转，{oldest.title}已结转{oldest.times_carried}次"
    suspended = sum(task.state == "suspended" for task in open_tasks)
    words += f"，暂缓{suspended}项一并转入" if suspended else ""
    story.say(f"{words}，由责任单位重新报定完成期限，见{story.next_table()}。")
    columns = [
        Column("编码", align="center"),
        Column("任\u3000务", align="left"),
        Column("牵头部门", align="left"),
        Column("原期限"),
        Column("已结转", align="center"),
        Column("状态", align="center"),
        Column("进展"),
    ]
    story.table(f"转入{context.year + 1}年的任务", columns, _rows(context, open_tasks))


def _rows(context: ReportContext, tasks: list[Task]) -> list[list[Cell]]:
    known, latest = names(context), latest_percents(context.facts.progress)
    milestones = milestones_by_task(context.facts.milestones)
    rows: list[list[Cell]] = []
    for task in tasks:
        due = task.original_due or task.due
        report, own = latest.get(task.code), milestones.get(task.code, [])
        progress: Cell = BLANK
        if own:
            progress = f"节点{sum(each.done is not None for each in own)}/{len(own)}"
        elif report and report.percent is not None:
            progress = figures.percent(report.percent)
        rows.append(
            [
                task.code,
                task.title,
                known.get(task.lead, task.lead),
                figures.day(due) if due else BLANK,
                f"{task.times_carried}次" if task.times_carried else None,
                TASK_STATES[task.state],
                progress,
            ]
        )
    return rows
