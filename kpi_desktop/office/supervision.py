"""督查: what is done to a task in the course of the year. Each action is one operation on the year's latest edition.

A task is open while it is 未开展, 推进中 or 申请销号; one that is 已销号, 暂缓 or 终止 is resumed before anything
else is done to it.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kpi_desktop.assessment.names import TASK_CADENCES, TASK_STATES
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import Row, YearEdit, YearRows, editing, exact, looking, maybe, said, within_decimals
from kpi_desktop.office.evidence import (
    Evidence,
    about,
    attach_evidence,
    detach_evidence,
    evidence_bytes,
    evidence_of,
)
from kpi_desktop.office.history import Chapter, history_of

__all__ = [
    "Chapter",
    "Evidence",
    "Unfinished",
    "add_task",
    "attach_evidence",
    "cancel_task",
    "detach_evidence",
    "evidence_bytes",
    "evidence_of",
    "extend_task",
    "finish_milestone",
    "finish_task",
    "history_of",
    "lacking",
    "report_progress",
    "resume_task",
    "set_due",
    "submit_task",
    "suspend_task",
]

CLOSED = ("finished", "suspended", "cancelled")


class Unfinished(Refusal):
    """A task that cannot be 销号 yet; `lacks` says what is missing, one sentence each."""

    def __init__(self, task: str, lacks: Sequence[str]) -> None:
        """Of a task, with what it lacks."""
        cure = "请逐项补齐；确无佐证材料的，请写明原因。"
        super().__init__(f"任务“{task}”还不能销号，尚缺 {len(lacks)} 项：{'；'.join(lacks)}。", cure)
        self.lacks = tuple(lacks)


def report_progress(
    book: Book,
    year: int,
    task: str,
    day: date,
    percent: Decimal | None = None,
    narrative: str | None = None,
    problem: str | None = None,
    next_step: str | None = None,
) -> Changes:
    """报送进展: a report on a day; `percent` within 0-1. A task that was 未开展 is 推进中 by it.

    Refusal when nothing is told, when the task is closed, or when the percent is outside 0-1.
    """
    told = {"narrative": maybe(narrative), "problem": maybe(problem), "next_step": maybe(next_step)}
    share = exact(percent, "完成比例", 0, 1)
    if share is None and not any(told.values()):
        raise Refusal("进展是空的。", "请至少填写完成比例或进展情况。")
    with editing(book, year, f"报送进展：{task}") as edit:
        row = _open(edit, task)
        edit.insert("progress", {"task": task, "day": day, "percent": share, **told})
        if row["state"] == "not_started":
            edit.update("task", row, state="in_progress")
    return edit.changes


def extend_task(
    book: Book, year: int, task: str, new_due: date, reason: str, approver: str | None = None, day: date | None = None
) -> Changes:
    """延期: a later due date, with the reason and who approved.

    The old date stays in 延期, and the task's first one in its 原期限. Refusal without a reason, on a closed task, or
    when the new date is not later. Milestones keep their own dates.
    """
    why = said(reason, "延期原因")
    with editing(book, year, f"延期：{task}", why) as edit:
        row = _open(edit, task)
        old: date | None = row["due"]
        if old is not None and new_due <= old:
            raise Refusal(f"新期限应晚于现在的期限 {old}。", "请改正新期限；没有期限的任务可以直接填写。")
        given = {"old_due": old, "new_due": new_due, "reason": why, "approver": maybe(approver), "day": day}
        edit.insert("extension", {"task": task, **given})
        edit.update("task", row, due=new_due, original_due=row["original_due"] or old)
    return edit.changes


def set_due(book: Book, year: int, task: str, due: date, milestone: str | None = None) -> Changes:
    """定期限: the due date of a task, or of one of its milestones, that has none yet. Refusal when it has one."""
    with editing(book, year, f"定期限：{task}") as edit:
        row = _open(edit, task)
        table, row = ("task", row) if milestone is None else ("milestone", _milestone(edit, task, milestone))
        if row["due"] is not None:
            raise Refusal(f"期限已经是 {row['due']}。", "要改期限请办理延期，写明原因和批准人。")
        edit.update(table, row, due=due)
    return edit.changes


def submit_task(book: Book, year: int, task: str) -> Changes:
    """申请销号: the lead holds the task for done. Refusal on a closed task."""
    with editing(book, year, f"申请销号：{task}") as edit:
        edit.update("task", _open(edit, task), state="submitted")
    return edit.changes


def finish_task(book: Book, year: int, task: str, on: date, *, without_evidence: str = "") -> Changes:
    """销号 on a day. `Unfinished`, with the list, while milestones are open or no evidence is attached.

    Evidence is there when at least one file is attached to the task or to one of its milestones. Where there can be
    none (a meeting was held, a post was filled), `without_evidence` says why: it is the reason in the journal, and
    stands in the task's timeline as an entry of that day.
    """
    note = without_evidence.strip()
    with editing(book, year, f"销号：{task}", note or None) as edit:
        row = _open(edit, task)
        lacks = _lacks(edit, task, evidence_needed=not note)
        if lacks:
            raise Unfinished(task, lacks)
        if note:
            told = {"percent": None, "narrative": f"销号未附佐证：{note}"}
            edit.insert("progress", {"task": task, "day": on, **told})
        edit.update("task", row, state="finished", finished=on)
    return edit.changes


def lacking(book: Book, year: int, task: str) -> tuple[str, ...]:
    """What still stands in the way of 销号, one sentence each; empty when nothing does. Nothing is written."""
    with looking(book, year) as rows:
        rows.task(task)
        return _lacks(rows, task, evidence_needed=True)


def suspend_task(book: Book, year: int, task: str, basis: str) -> Changes:
    """暂缓, with the basis, which is added to the task's own. Refusal without one, or on a closed task."""
    return _leave(book, year, task, "suspended", basis)


def cancel_task(book: Book, year: int, task: str, basis: str) -> Changes:
    """终止, with the basis, which is added to the task's own. Refusal without one; a task that is 暂缓 may be."""
    return _leave(book, year, task, "cancelled", basis)


def resume_task(book: Book, year: int, task: str, reason: str | None = None) -> Changes:
    """恢复: a task that was 暂缓, 终止, 已销号 or 申请销号 goes on: 推进中 when anything was reported, else 未开展."""
    with editing(book, year, f"恢复任务：{task}", maybe(reason)) as edit:
        row = edit.task(task)
        if row["state"] not in (*CLOSED, "submitted"):
            raise Refusal(f"任务“{task}”现在是“{TASK_STATES[row['state']]}”，不用恢复。")
        begun = edit.find("progress", task=task) or any(m["done"] for m in _milestones(edit, task))
        edit.update("task", row, state="in_progress" if begun else "not_started", finished=None)
    return edit.changes


def finish_milestone(book: Book, year: int, task: str, title: str, on: date | None) -> Changes:
    """节点完成 on a day; None: not done after all. A task that was 未开展 is 推进中 by it. Refusal on a closed task."""
    with editing(book, year, f"{'节点完成' if on else '节点改为未完成'}：{task} {title}") as edit:
        row = _open(edit, task)
        edit.update("milestone", _milestone(edit, task, title), done=on)
        if on is not None and row["state"] == "not_started":
            edit.update("task", row, state="in_progress")
    return edit.changes


def add_task(book: Book, year: int, values: Mapping[str, Any], milestones: Sequence[Mapping[str, Any]] = ()) -> Changes:
    """立项: a new task; `values` by the columns of 任务, `milestones` by those of 节点 (title, due, weight).

    Needs code, title, category (a scored one) and lead. Refusal on what the import would refuse too.
    """
    code = said(values.get("code"), "任务编码")
    with editing(book, year, f"新增任务：{code}") as edit:
        row = {"points": Decimal(0), "partners": (), "cadence": "month", "state": "not_started", "times_carried": 0}
        row |= {name: value for name, value in values.items() if value is not None}
        row |= {"code": code, "title": said(values.get("title"), "任务名称")}
        _check_new(edit, row)
        edit.insert("task", row)
        for milestone in milestones:
            edit.insert("milestone", {"weight": Decimal(1), **milestone, "task": code})
    return edit.changes


def _check_new(edit: YearEdit, row: Row) -> None:
    code = row["code"]
    if edit.find("task", code=code) or edit.find("indicator", code=code):
        raise Refusal(f"编码“{code}”已经用过。", "指标和任务的编码不能重复，请换一个。")
    edit.department(said(row.get("lead"), "牵头部门"))
    category = edit.find("category", name=said(row.get("category"), "类别"))
    if category is None or category["kind"] != "scored":
        raise Refusal(f"“{row['category']}”不是计分类别。", "任务要放在一个计分类别里。")
    for partner in row["partners"]:
        edit.department(partner)
        if partner == row["lead"]:
            raise Refusal("牵头部门不能同时是协办部门。", "请从协办部门里删去。")
    if row["cadence"] not in TASK_CADENCES or row["state"] not in ("not_started", "in_progress"):
        raise Refusal("报送周期或状态不对。", "新任务只能是未开展或推进中，报送周期为周、月、季。")
    points = exact(row["points"], "分值", 0)
    within_decimals(points or 0, edit.facts().settings.decimals, "分值")


def _leave(book: Book, year: int, task: str, state: str, basis: str) -> Changes:
    word = TASK_STATES[state]
    told = said(basis, f"{word}依据")
    with editing(book, year, f"{word}：{task}", told) as edit:
        row = edit.task(task)
        if row["state"] == state or row["state"] in ("finished", "cancelled"):
            now = TASK_STATES[row["state"]]
            raise Refusal(f"任务“{task}”现在是“{now}”，不能再{word}。", "如需重新办理，请先恢复。")
        before = f"{row['basis']}；" if row["basis"] else ""
        edit.update("task", row, state=state, basis=f"{before}{word}：{told}")
    return edit.changes


def _open(edit: YearEdit, task: str) -> Row:
    row = edit.task(task)
    if row["state"] in CLOSED:
        raise Refusal(f"任务“{task}”现在是“{TASK_STATES[row['state']]}”。", "请先恢复，再办理。")
    return row


def _milestones(edit: YearRows, task: str) -> list[Row]:
    return [row for row in edit.rows("milestone") if row["task"] == task]


def _milestone(edit: YearRows, task: str, title: str) -> Row:
    found = next((row for row in _milestones(edit, task) if row["title"] == title), None)
    if found is None:
        raise Refusal(f"任务“{task}”没有节点“{title}”。", "请核对节点名称。")
    return found


def _lacks(edit: YearRows, task: str, *, evidence_needed: bool) -> tuple[str, ...]:
    undone = [f"节点“{row['title']}”没有完成" for row in _milestones(edit, task) if row["done"] is None]
    kept = any(about(row["subject"], task) for row in edit.rows("evidence"))
    return (*undone, *(("没有附佐证材料",) if evidence_needed and not kept else ()))
