"""督办单: the work list of the day, drafts in the office's own style, issue, reply, and what is overdue for reply."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from kpi_desktop.assessment.facts import Directive, Facts
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.proposals import BLUE, Proposal, proposals
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.drafting import body, grounds
from kpi_desktop.office.edit import Row, YearEdit, editing, maybe, said

REPLY_DAYS = 7
"""Days for a reply: a week, as the offices that publish their rules give."""
NUMBER = re.compile(r"〔(\d{4})〕(\d+)号")
AMENDABLE = ("number", "colour", "day", "reply_due", "reason")


@dataclass(frozen=True, slots=True)
class DirectiveDraft:
    """A directive that is not issued yet: on a task, or on an indicator of a department."""

    number: str
    colour: str
    task: str | None
    indicator: str | None
    department: str | None
    day: date
    reply_due: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed, its draft, the letter's text, and the colours issued on the same matter before, in order."""

    proposal: Proposal
    draft: DirectiveDraft
    text: str
    issued: tuple[str, ...]


def work_of_the_day(facts: Facts, day: date) -> tuple[Proposed, ...]:
    """What the calculus proposes on `day`, for tasks, then for targets. Each draft has the next free number."""
    return tuple(_proposed(facts, proposal, day) for proposal in proposals(facts, day))


def _proposed(facts: Facts, proposal: Proposal, day: date) -> Proposed:
    made = draft(facts, proposal, day)
    return Proposed(proposal, made, body(facts, proposal, made.reply_due), _issued(facts, made))


def overdue_replies(facts: Facts, day: date) -> tuple[tuple[int, Directive, int], ...]:
    """Directives without a reply whose reply was due before `day`: place in `facts.directives`, it, days late."""
    return tuple(
        (place, directive, (day - directive.reply_due).days)
        for place, directive in enumerate(facts.directives)
        if directive.reply_due is not None and directive.reply_due < day and not answered(directive, day)
    )


def answered(directive: Directive, day: date) -> bool:
    """Whether there is a reply by `day`; one without a date counts."""
    return directive.replied <= day if directive.replied else bool((directive.reply or "").strip())


def draft(facts: Facts, proposal: Proposal, day: date) -> DirectiveDraft:
    """A proposal as a directive of `day`, numbered next; the reply is due in a week, a reminder's by the due date."""
    target, reply_due = proposal.target, day + timedelta(days=REPLY_DAYS)
    if proposal.colour == BLUE and proposal.task and proposal.task.due:
        reply_due = min(reply_due, proposal.task.due)
    return DirectiveDraft(
        number=next_number(facts),
        colour=proposal.colour,
        task=proposal.task.code if proposal.task else None,
        indicator=target.indicator if target else None,
        department=target.department if target else None,
        day=day,
        reply_due=reply_due,
        reason=grounds(facts, proposal),
    )


def next_number(facts: Facts) -> str:
    """The next number of the year: 〔2020〕n号, one after the largest that was given, whatever its colour."""
    return _number(facts.settings.year, (each.number for each in facts.directives))


def issue(book: Book, year: int, draft: DirectiveDraft) -> Changes:
    """签发: record a directive. Refusal when its number is taken, it has no reason, or what it is on is not there."""
    with editing(book, year, f"签发{COLOURS[draft.colour]}色督办单 {draft.number}") as edit:
        _issue(edit, draft)
    return edit.changes


def issue_all(book: Book, year: int, drafts: Iterable[DirectiveDraft]) -> Changes:
    """签发 several in one operation, numbered one after the other from the next free number. Refusal as in `issue`."""
    drafts = tuple(drafts)
    with editing(book, year, f"签发督办单 {len(drafts)} 份") as edit:
        for each in drafts:
            number = _number(year, (row["number"] for row in edit.rows("directive")))
            _issue(edit, replace(each, number=number))
    return edit.changes


def amend(book: Book, year: int, place: int, **fields: Any) -> Changes:
    """Correct an issued directive: number, colour, day, reply_due or reason. `place` as in `facts.directives`.

    Refusal when it is answered already, or when the number is taken.
    """
    unknown = fields.keys() - set(AMENDABLE)
    if unknown:
        raise TypeError(f"a directive has no {', '.join(sorted(unknown))} to amend")
    with editing(book, year, f"更正督办单 {fields.get('number', '')}".strip()) as edit:
        row = _at(edit, place)
        if row["replied"] or row["reply"]:
            raise Refusal("督办单已经回复，不能再改。", "确需更正时请先撤销回复。")
        if "number" in fields:
            fields["number"] = said(fields["number"], "编号")
            _refuse_taken(edit, fields["number"], but=row)
        if "reason" in fields:
            fields["reason"] = said(fields["reason"], "事由")
        after = row | fields
        _refuse_early(after["day"], after["reply_due"])
        edit.update("directive", row, **fields)
    return edit.changes


def reply(book: Book, year: int, place: int, replied: date, text: str) -> Changes:
    """回复: the day and what the department answers; a second reply replaces the first. Refusal before its issue."""
    told = said(text, "回复内容")
    with editing(book, year, "督办回复") as edit:
        row = _at(edit, place)
        if replied < row["day"]:
            raise Refusal(f"回复日期早于签发日期 {row['day']}。", "请改正回复日期。")
        edit.update("directive", row, replied=replied, reply=told)
    return edit.changes


def withdraw(book: Book, year: int, place: int, reason: str) -> Changes:
    """撤回: take a directive that was issued by mistake off the list, with the reason. Refusal once it is answered."""
    why = said(reason, "撤回原因")
    with editing(book, year, "撤回督办单", why) as edit:
        row = _at(edit, place)
        if row["replied"] or row["reply"]:
            raise Refusal("督办单已经回复，不能撤回。")
        edit.delete("directive", row)
    return edit.changes


def _issue(edit: YearEdit, draft: DirectiveDraft) -> None:
    number, reason = said(draft.number, "编号"), said(draft.reason, "事由")
    _refuse_taken(edit, number)
    _refuse_early(draft.day, draft.reply_due)
    if draft.task is not None:
        edit.task(draft.task)
    elif edit.find("target", indicator=draft.indicator, department=draft.department) is None:
        raise Refusal(f"部门“{draft.department}”没有承担指标“{draft.indicator}”。", "请核对指标和部门。")
    values = {name: getattr(draft, name) for name in ("colour", "task", "indicator", "department", "day", "reply_due")}
    edit.insert("directive", {**values, "number": number, "reason": reason})


def _at(edit: YearEdit, place: int) -> Row:
    rows = edit.rows("directive")
    if not 0 <= place < len(rows):
        raise Refusal("这份督办单已经不在了。", "请刷新后再试。")
    return rows[place]


def _refuse_taken(edit: YearEdit, number: str, but: Row | None = None) -> None:
    if any(row["number"] == number and (but is None or row["id"] != but["id"]) for row in edit.rows("directive")):
        raise Refusal(f"编号 {number} 已经用过。", "请换一个编号。")


def _refuse_early(day: date, reply_due: date | None) -> None:
    if reply_due is not None and reply_due < day:
        raise Refusal(f"回复期限 {reply_due} 早于签发日期 {day}。", "请改正回复期限。")


def _number(year: int, numbers: Iterable[str | None]) -> str:
    found = (NUMBER.search(maybe(number) or "") for number in numbers)
    used = (int(each[2]) for each in found if each and int(each[1]) == year)
    return f"〔{year}〕{max(used, default=0) + 1}号"


def _issued(facts: Facts, draft: DirectiveDraft) -> tuple[str, ...]:
    return tuple(
        each.colour
        for each in facts.directives
        if (each.task, each.indicator, each.department if each.indicator else None)
        == (draft.task, draft.indicator, draft.department)
        and each.day <= draft.day
    )
