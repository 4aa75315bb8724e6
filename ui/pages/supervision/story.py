"""An item's whole story as plain values: what the timeline paints and the list of events tells."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.lights import GREY, LIGHTS
from kpi_desktop.assessment.names import COLOURS
from ui.terms import clauses, phrases, term
from ui.words import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kpi_desktop.assessment.facts import Directive, Extension, Progress
    from kpi_desktop.office.evidence import Evidence
    from kpi_desktop.office.history import Chapter
    from ui.pages.supervision.items import Item
    from ui.year import YearView

Dated = TypeVar("Dated", "Progress", "Directive")
TODAY, REPORT, PLATE, DONE, AHEAD, EXTENDED, CARRIED, CLOSED, FILE, BEGUN = (
    "today",
    "report",
    "plate",
    "done",
    "ahead",
    "extended",
    "carried",
    "closed",
    "file",
    "begun",
)


class Event(NamedTuple):
    """Something that happened. `colour`: a light's or a directive's; `goal`: what a click on it is about."""

    day: date | None
    kind: str
    title: str
    detail: str = ""
    colour: str = ""
    goal: tuple[str, object] | None = None
    warns: bool = False


class Mark(NamedTuple):
    """A milestone on the timeline: `done` when it was, `late` when it is past due or was done late."""

    day: date
    title: str
    done: bool
    late: bool


class Span(NamedTuple):
    """One year of the timeline: progress steps as (day, share), the straight line they should follow."""

    year: int
    steps: tuple[tuple[date, float], ...] = ()
    expected: tuple[tuple[date, float], ...] = ()
    marks: tuple[Mark, ...] = ()
    reports: tuple[date, ...] = ()
    plates: tuple[tuple[date, str, bool], ...] = ()


class Story(NamedTuple):
    """The timeline's years, the due dates it went through, and the events, newest first."""

    spans: tuple[Span, ...]
    dues: tuple[date, ...]
    events: tuple[Event, ...]
    files: int = 0


def by_then(found: Iterable[Dated], day: date) -> list[Dated]:
    """Those of them that there are by `day`."""
    return [each for each in found if each.day <= day]


def story_of_task(view: YearView, item: Item, chapters: Sequence[Chapter]) -> Story:
    """A task across the years it was carried through, as it was known on the day."""
    known = [chapter for chapter in chapters if chapter.year <= view.year]
    events = [event for chapter in known for event in _events(view, chapter, chapter.year == view.year)]
    spans = tuple(_span(view, item, chapter) for chapter in known)
    files = sum(len(chapter.evidence) for chapter in known)
    ahead = _ahead(view, known[-1]) if known and item.light.light != GREY else []
    return Story(spans, _dues(known, view.day), (*ahead, *_today(view, item), *_sorted(events)), files)


def _ahead(view: YearView, chapter: Chapter) -> list[Event]:
    """Milestones that are still to be done, the farthest first; those without a date before all."""
    translate = QCoreApplication.translate
    found = []
    for milestone in chapter.milestones:
        if milestone.done and milestone.done <= view.day:
            continue
        due = milestone.due
        late = (view.day - due).days if due else 0
        words = (
            translate("Story", "节点“{title}”未定期限") if due is None else translate("Story", "节点“{title}”待完成")
        )
        detail = translate("Story", "已逾期 {days} 天").format(days=late) if late > 0 else ""
        goal = ("milestone", milestone.title) if chapter.year == view.year else None
        found.append(Event(due, AHEAD, words.format(title=milestone.title), detail, "", goal, late > 0))
    return sorted(found, key=lambda event: event.day or date.max, reverse=True)


def _sorted(events: list[Event]) -> list[Event]:
    dated = [event for event in events if event.day]
    return [*sorted(dated, key=lambda event: event.day or date.min, reverse=True), *(e for e in events if not e.day)]


def _today(view: YearView, item: Item) -> list[Event]:
    from ui.pages.supervision.reasons import tidy

    if not item.light.details and not item.proposal:
        return []
    translate = QCoreApplication.translate
    words = clauses(tidy(detail) for detail in item.light.details)
    if item.proposal:
        advice = translate("Story", "建议发{colour}色督办单").format(colour=term(COLOURS[item.proposal.colour]))
        words = clauses((words, advice)) if words else advice
    today = translate("Story", "今天") if view.day == date.today() else translate("Story", "截至这一天")
    return [Event(view.day, TODAY, today, words, item.light.light, warns=item.light.light == "red")]


def _span(view: YearView, item: Item, chapter: Chapter) -> Span:
    reports = by_then(chapter.progress, view.day)
    told = [(report.day, report.percent) for report in reports if report.percent is not None]
    start = chapter.task.start or date(chapter.year, 1, 1)
    due = chapter.task.due
    marks = tuple(
        Mark(
            milestone.due or milestone.done or view.day,
            milestone.title,
            done := milestone.done is not None and milestone.done <= view.day,
            (milestone.done or date.max if done else view.day) > milestone.due if milestone.due else False,
        )
        for milestone in chapter.milestones
        if milestone.due or milestone.done
    )
    plates = [(each.day, each.colour, True) for each in by_then(chapter.directives, view.day)]
    if item.proposal and chapter.year == view.year:
        plates.append((view.day, item.proposal.colour, False))
    return Span(
        chapter.year,
        tuple((day, float(share)) for day, share in sorted(told, key=lambda each: each[0])),
        ((start, 0.0), (due, 1.0)) if due and due > start else (),
        marks,
        tuple(report.day for report in reports),
        tuple(plates),
    )


def _dues(chapters: Sequence[Chapter], day: date) -> tuple[date, ...]:
    found: list[date] = []
    for chapter in chapters:
        granted = [each for each in chapter.extensions if each.day is None or each.day <= day]
        dates = [chapter.task.original_due, *(due for each in granted for due in (each.old_due, each.new_due))]
        for due in (*dates, chapter.task.due):
            if due and due not in found:
                found.append(due)
    return tuple(sorted(found))


def _events(view: YearView, chapter: Chapter, now: bool) -> Iterable[Event]:
    day = view.day
    yield from map(_report, by_then(chapter.progress, day))
    for each in by_then(chapter.directives, day):
        yield _directive(view, each, now)
    for extension in chapter.extensions:
        if extension.day is None or extension.day <= day:
            yield _extended(extension)
    yield from _milestones(chapter, day)
    yield from _ends(chapter, day)
    yield from map(_file, chapter.evidence)


def _report(report: Progress) -> Event:
    translate = QCoreApplication.translate
    title = translate("Story", "报送进展")
    if report.percent is not None:
        title = translate("Story", "报送 {share}").format(share=percent(report.percent, 0))
    parts = [report.narrative or ""]
    if report.problem:
        parts.append(translate("Story", "问题：{text}").format(text=report.problem))
    if report.next_step:
        parts.append(translate("Story", "下步：{text}").format(text=report.next_step))
    return Event(report.day, REPORT, title, "\n".join(part for part in parts if part))


def _directive(view: YearView, each: Directive, now: bool) -> Event:
    translate = QCoreApplication.translate
    title = translate("Story", "{colour}色督办单 {number}").format(
        colour=term(COLOURS[each.colour]), number=each.number or ""
    )
    lines = [each.reason or ""]
    answered = each.replied <= view.day if each.replied else bool((each.reply or "").strip())
    late = bool(each.reply_due and each.reply_due < view.day and not answered)
    if answered:
        replied = f"{each.replied:%m-%d}" if each.replied else ""
        lines.append(translate("Story", "{day} 已回复：{text}").format(day=replied, text=each.reply or "").strip())
    elif late and each.reply_due:
        days = (view.day - each.reply_due).days
        lines.append(
            translate("Story", "应于 {due} 前回复，已超 {days} 天").format(due=f"{each.reply_due:%m-%d}", days=days)
        )
    elif each.reply_due:
        lines.append(translate("Story", "待回复，限 {due} 前").format(due=f"{each.reply_due:%m-%d}"))
    place = next((at for at, known in enumerate(view.facts.directives) if known is each or known == each), -1)
    goal = ("directive", place) if now and place >= 0 else None
    return Event(each.day, PLATE, title, "\n".join(filter(None, lines)), each.colour, goal, late)


def _extended(extension: Extension) -> Event:
    translate = QCoreApplication.translate
    title = translate("Story", "延期至 {due}").format(due=extension.new_due)
    parts = [extension.approver or "", extension.reason]
    if extension.old_due:
        parts.append(translate("Story", "原期 {due}").format(due=extension.old_due))
    return Event(extension.day, EXTENDED, title, phrases(part for part in parts if part))


def _milestones(chapter: Chapter, day: date) -> Iterable[Event]:
    translate = QCoreApplication.translate
    for milestone in chapter.milestones:
        if milestone.done is None or milestone.done > day:
            continue
        late = (milestone.done - milestone.due).days if milestone.due and milestone.done > milestone.due else 0
        title = translate("Story", "节点“{title}”完成").format(title=milestone.title)
        detail = translate("Story", "应于 {due}，迟 {days} 天").format(due=milestone.due, days=late) if late else ""
        yield Event(milestone.done, DONE, title, detail, "yellow" if late else "green")


def _ends(chapter: Chapter, day: date) -> Iterable[Event]:
    translate = QCoreApplication.translate
    task = chapter.task
    if task.finished and task.finished <= day:
        yield Event(task.finished, CLOSED, translate("Story", "销号"))
    if task.carried_from:
        title = translate("Story", "结转自 {year} 年 {code}").format(year=chapter.year - 1, code=task.carried_from)
        words = translate("Story", "未完节点 {count} 个；原期限 {due}")
        words = words.format(count=len(chapter.milestones), due=task.original_due or "–")
        yield Event(date(chapter.year, 1, 1), CARRIED, title, words)
    elif task.assigned and task.assigned <= day:
        yield Event(task.assigned, BEGUN, translate("Story", "交办"), task.basis or task.document or "")


def _file(each: Evidence) -> Event:
    title = QCoreApplication.translate("Story", "佐证 {file}").format(file=each.file)
    about = (each.subject or "").partition("/")[2]
    detail = phrases(part for part in (about, each.note or "") if part)
    return Event(None, FILE, title, detail, goal=("file", each))


def story_of_target(view: YearView, item: Item, evidence: Sequence[Evidence]) -> Story:
    """A target along its year: months against pace, its directives, what was analysed, what was attached."""
    from kpi_desktop.assessment.lights import TargetLight
    from kpi_desktop.assessment.months import accumulate
    from kpi_desktop.assessment.pace import last_ended_month, month_end, pace

    light = item.light
    assert isinstance(light, TargetLight)
    values = view.reported.get(item.subject, {})
    ended = [month for month in sorted(values) if month <= last_ended_month(view.year, view.day)]
    top = light.due or 1
    steps, expected = [], [(date(view.year, 1, 1), 0.0)]
    for month in ended:
        actual = accumulate(light.indicator.accumulation, values, until=month)
        steps.append((month_end(view.year, month), float(actual / top)))
    for month in range(1, 13):
        due = pace(light.target, light.indicator, month)
        if due is not None:
            expected.append((month_end(view.year, month), float(due / top)))
    plates = [(each.day, each.colour, True) for _, each in item.directives]
    if item.proposal:
        plates.append((view.day, item.proposal.colour, False))
    span = Span(view.year, tuple(steps), tuple(expected) if len(expected) > 1 else (), plates=tuple(plates))
    span = span._replace(reports=tuple(day for day, _ in steps))
    events = [_directive(view, each, True) for _, each in item.directives]
    events += [*_months(view, item, ended), *map(_file, evidence)]
    return Story((span,), (), (*_today(view, item), *_sorted(events)), len(evidence))


def _months(view: YearView, item: Item, ended: list[int]) -> Iterable[Event]:
    from kpi_desktop.assessment.pace import month_end
    from ui.words import amount

    translate = QCoreApplication.translate
    for each in view.facts.actuals:
        if each.indicator == item.light.code and each.department == item.department and each.month in ended:
            title = translate("Story", "{month} 月 {value}").format(month=each.month, value=amount(each.value, 4))
            lines = [each.analysis or "", each.countermeasure or ""]
            yield Event(month_end(view.year, each.month), REPORT, title, "\n".join(filter(None, lines)))


def light_words(item: Item) -> str:
    """红 …, for who cannot see the shape."""
    return term(LIGHTS[item.light.light])
