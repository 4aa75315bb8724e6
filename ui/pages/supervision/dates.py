"""What falls on which day: due dates of tasks, milestones, and replies that directives ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.lights import GREEN, GREY, MILESTONE_PATIENCE, RED, YELLOW
from ui.pages.supervision.ledger import light_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from kpi_desktop.assessment.facts import Milestone
    from ui.pages.supervision.items import Item, Subject
    from ui.year import YearView

DUE, MILESTONE, REPLY = "due", "milestone", "reply"
KINDS = (DUE, REPLY, MILESTONE)
AHEAD = "ahead"
"""How a milestone stands that is neither done nor late."""


class Dated(NamedTuple):
    """Something on a day.

    `sign`: a light; of a milestone AHEAD before its day; of a reply the directive's colour. `open`: it still asks for
    something; `late`: by so many days.
    """

    day: date
    kind: str
    subject: Subject
    title: str
    under: str
    sign: str
    open: bool
    late: int = 0


def dated(view: YearView, found: Sequence[Item]) -> dict[date, list[Dated]]:
    """By day, what these items ask for on it: what is open first; due dates, then replies, then milestones."""
    milestones: dict[str, list[Milestone]] = {}
    for each in view.facts.milestones:
        milestones.setdefault(each.task, []).append(each)
    days: dict[date, list[Dated]] = {}
    for item in found:
        own = milestones.get(item.task.code, ()) if item.task else ()
        for thing in (*_due(view, item), *_replies(view, item), *_milestones(view, item, own)):
            days.setdefault(thing.day, []).append(thing)
    for things in days.values():
        things.sort(key=lambda each: (not each.open, KINDS.index(each.kind), each.subject, each.title))
    return days


def kind_words(kind: str) -> str:
    """期限, 节点 or 回复."""
    translate = QCoreApplication.translate
    return {DUE: translate("Dates", "期限"), MILESTONE: translate("Dates", "节点"), REPLY: translate("Dates", "回复")}[
        kind
    ]


def _due(view: YearView, item: Item) -> Iterator[Dated]:
    if item.task and item.task.due:
        light = item.light.light
        yield _thing(view, item, DUE, item.task.due, item.title, light, light != GREY)


def _replies(view: YearView, item: Item) -> Iterator[Dated]:
    """The replies that are still to come."""
    translate = QCoreApplication.translate
    for _, directive in item.unanswered:
        if directive.reply_due:
            number = directive.number or translate("Dates", "督办单")
            title = translate("Dates", "{number} 待回复：{title}").format(number=number, title=item.title)
            yield _thing(view, item, REPLY, directive.reply_due, title, directive.colour, True)


def _milestones(view: YearView, item: Item, own: Iterable[Milestone]) -> Iterator[Dated]:
    translate = QCoreApplication.translate
    for each in own:
        if each.due:
            sign = _sign(view, item, each)
            title = translate("Dates", "{title}（{item}）").format(title=each.title, item=item.title)
            yield _thing(view, item, MILESTONE, each.due, title, sign, sign not in (GREEN, GREY))


def _sign(view: YearView, item: Item, milestone: Milestone) -> str:
    if milestone.done and milestone.done <= view.day:
        return GREEN
    if item.light.light == GREY:
        return GREY
    late = (view.day - milestone.due).days if milestone.due else 0
    return RED if late > MILESTONE_PATIENCE else YELLOW if late > 0 else AHEAD


def _thing(view: YearView, item: Item, kind: str, day: date, title: str, sign: str, asks: bool) -> Dated:
    translate = QCoreApplication.translate
    late = max((view.day - day).days, 0) if asks else 0
    closed = translate("Dates", "已完成") if kind == MILESTONE and sign == GREEN else light_word(item)
    how = translate("Dates", "逾 {days} 天").format(days=late) if late else "" if asks else closed
    parts = (kind_words(kind), how, f"{item.light.code} {view.name(item.department)}")
    return Dated(day, kind, item.subject, title, " · ".join(filter(None, parts)), sign, asks, late)
