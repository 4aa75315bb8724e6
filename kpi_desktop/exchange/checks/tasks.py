"""Tasks with their milestones, and where they were carried over from."""

from collections import defaultdict

from kpi_desktop.assessment import names
from kpi_desktop.exchange.draft import Draft, Entry, Report


def check(draft: Draft, report: Report) -> None:
    """Codes, partners, states that need a date, a basis or all milestones done."""
    milestones: defaultdict[str, list[Entry]] = defaultdict(list)
    for milestone in draft.all("milestone", "done"):
        if milestone["done"] is None:
            milestones[milestone["task"]].append(milestone)
    for task in draft.all("task", "code"):
        indicator = draft.find("indicator", task["code"])
        if indicator:
            report.blame(
                (task, "code"), (indicator, "code"), wrong="同时是指标和任务的编码", right="两者不能相同,请改一个"
            )
        if task.reads("state"):
            _check_state(report, task, milestones.get(task["code"], []))
    for task in draft.all("task", "lead", "partners"):
        if task["lead"] in (task["partners"] or ()):
            wrong = f"里“{task['lead']}”就是牵头部门"
            report.blame((task, "partners"), (task, "lead"), wrong=wrong, right="请从协办部门里删去")
    if draft.earlier_tasks is not None:
        for task in draft.all("task", "carried_from"):
            if task["carried_from"] is not None and task["carried_from"] not in draft.earlier_tasks:
                report.blame((task, "carried_from"), wrong="在上一年度的任务里没有", right="请改正编码")


def _check_state(report: Report, task: Entry, open_milestones: list[Entry]) -> None:
    state = task["state"]
    if state in ("suspended", "cancelled"):
        if task.reads("basis") and task["basis"] is None:
            name = names.TASK_STATES[state]
            report.blame((task, "basis"), (task, "state"), wrong="不能空着", right=f"{name}的任务要写依据")
        return
    if state != "finished":
        return
    if task.reads("finished") and task["finished"] is None:
        report.blame((task, "finished"), (task, "state"), wrong="不能空着", right="已销号的任务要写完成日期")
    for milestone in open_milestones[:1]:
        titles = "、".join(f"“{each['title']}”" for each in open_milestones)
        report.blame(
            (task, "state"),
            (milestone, "done"),
            wrong=f"不成:任务“{task['code']}”还有节点{titles}没有完成",
            right="请填节点的完成日期,或改任务的状态",
        )
