"""Why a light is not green, in the few words that fit a row; the whole sentences stand in the hint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.lights import CADENCE_DAYS, TargetLight, TaskLight
from kpi_desktop.assessment.names import INDICATOR_CADENCES, TASK_CADENCES
from kpi_desktop.assessment.wording import figure
from ui.terms import term
from ui.words import percent

if TYPE_CHECKING:
    from datetime import date

    from kpi_desktop.assessment.facts import Milestone
    from ui.year import YearView

_LIST_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_WIDE = str.maketrans(";:()", "；：（）")


def tidy(words: str) -> str:
    """A sentence of the calculus with the punctuation of Chinese text; figures keep the commas in them."""
    return _LIST_COMMA.sub("，", words).translate(_WIDE)


def short(view: YearView, light: TaskLight | TargetLight) -> str:
    """The first reason of a light."""
    if not light.reasons:
        return closed(light) if isinstance(light, TaskLight) else ""
    code = light.reasons[0]
    return _of_target(view, light, code) if isinstance(light, TargetLight) else _of_task(view, light, code)


def whole(light: TaskLight | TargetLight) -> str:
    """All reasons with their figures, one a line."""
    return "\n".join(tidy(detail) for detail in light.details)


def closed(light: TaskLight) -> str:
    """How a closed task ended, or that it asks to be closed; empty for any other."""
    translate = QCoreApplication.translate
    task = light.task
    if task.state == "finished" and task.finished:
        return translate("Reasons", "{day} 销号").format(day=f"{task.finished:%m-%d}")
    if task.state == "submitted":
        return translate("Reasons", "申请销号，待核")
    return {"suspended": translate("Reasons", "暂缓"), "cancelled": translate("Reasons", "终止")}.get(task.state, "")


def _of_task(view: YearView, light: TaskLight, code: str) -> str:
    translate = QCoreApplication.translate
    if code == "overdue":
        return translate("Reasons", "逾期 {days} 天").format(days=light.days_late)
    if code in ("milestone_overdue", "milestone_late"):
        milestone = latest(view.milestones.get(light.code, []), view.day)
        words = translate("Reasons", "节点“{title}”逾期 {days} 天")
        late = (view.day - milestone.due).days if milestone and milestone.due else 0
        return words.format(title=milestone.title if milestone else "", days=late)
    if code == "behind_pace":
        return translate("Reasons", "进度落后 {points} 点").format(points=behind(light))
    if code == "report_missing":
        return unreported(view, light)
    return translate("Reasons", "未定期限")


def unreported(view: YearView, light: TaskLight | TargetLight) -> str:
    """By how much a report is overdue, and how often it is due."""
    translate = QCoreApplication.translate
    if isinstance(light, TargetLight):
        cadence = term(INDICATOR_CADENCES[light.indicator.cadence])
        return translate("Reasons", "未报数（{cadence}报）").format(cadence=cadence)
    since = light.last_report or light.task.start or view.day.replace(month=1, day=1)
    days = (view.day - since).days - CADENCE_DAYS[light.task.cadence]
    cadence = term(TASK_CADENCES[light.task.cadence])
    return translate("Reasons", "未报 {days} 天（{cadence}报）").format(days=days, cadence=cadence)


def behind(light: TaskLight) -> str:
    """How many points the percent is behind the time gone; 0 where it is not."""
    if light.expected is None:
        return "0"
    return figure(max(light.expected - (light.percent or 0), 0) * 100, 0)


def latest(milestones: list[Milestone], day: date) -> Milestone | None:
    """The open milestone that is longest overdue on `day`."""
    late = [m for m in milestones if m.due and m.due < day and not (m.done and m.done <= day)]
    return min(late, key=lambda milestone: milestone.due or day, default=None)


def _of_target(view: YearView, light: TargetLight, code: str) -> str:
    if code == "report_missing":
        return unreported(view, light)
    translate = QCoreApplication.translate
    return translate("Reasons", "落后全年目标 {lag}").format(lag=percent(light.lag, 1))
