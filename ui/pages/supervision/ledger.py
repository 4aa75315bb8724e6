"""The ledger's columns and rows, in groups or plain."""

from __future__ import annotations

from collections import Counter
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.lights import GREEN, GREY, LIGHTS, RED, YELLOW, TargetLight, TaskLight
from kpi_desktop.assessment.names import COLOURS
from ui.grid.cells import CARDS, DAYS, GROUP, LIGHT, METER, NUMBER, TEXT, Cell, Column, LaterCells, Row
from ui.look import pen
from ui.pages.supervision import reasons
from ui.pages.supervision.items import Item, due_of
from ui.terms import blank_word, listed, term
from ui.words import percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from ui.year import YearView

PLAIN, BY_DEPARTMENT, BY_LEADER, BY_LIGHT = "plain", "department", "leader", "light"
CALENDAR = "calendar"
LIGHT_TOKENS = {RED: "red_text", YELLOW: "amber_text", GREEN: "green_text", GREY: "secondary"}
ORDER = (RED, YELLOW, GREEN, GREY)
SOON = 7
AROUND_LIGHT = 38
"""The light itself and the room beside it and its word."""
FIXED, LEAST_WHY, MOST_WHY = 662, 170, 320
CODE, LONG_CODE, SHORT_CODE = 70, 98, 8
ROOMY, TIGHT = 2, 0
"""Room for columns: 2 all of them, 1 without the last report, 0 without the last report and the reason."""


def light_word(item: Item) -> str:
    """红灯 … 办结."""
    translate = QCoreApplication.translate
    light = item.light.light
    if light == GREY and item.task:
        closed = {"suspended": translate("Ledger", "暂缓"), "cancelled": translate("Ledger", "终止")}
        return closed.get(item.task.state, translate("Ledger", "办结"))
    return translate("Ledger", "{colour}灯").format(colour=term(LIGHTS[light]))


def code_width(found: Iterable[Item]) -> int:
    """What 编号 needs: more where items were carried over more than once, or come from an indicator."""
    return LONG_CODE if any(len(item.light.code) > SHORT_CODE for item in found) else CODE


def columns(room: int = ROOMY, wide: int = 1000, code: int = CODE) -> list[Column]:
    """灯 编号 事项 牵头 期限 距期限 进度 最近报送 亮灯原因 督办单, for a table so many pixels wide."""
    translate = QCoreApplication.translate
    words = translate("Ledger", "{colour}灯")
    lit = ceil(max(pen.width(words.format(colour=term(colour))) for colour in LIGHTS.values())) + AROUND_LIGHT
    reported = [Column(translate("Ledger", "最近报送"), 66), Column("", 62, right=True)]
    why = min(max((wide - FIXED) * 2 // 5, LEAST_WHY), MOST_WHY)
    return [
        Column(translate("Ledger", "灯"), max(66, lit)),
        Column(translate("Ledger", "编号"), code),
        Column(translate("Ledger", "事项")),
        Column(translate("Ledger", "牵头"), 94),
        Column(translate("Ledger", "期限"), 54),
        Column(translate("Ledger", "距期限"), 64, right=True, unit=translate("Ledger", "天")),
        Column(translate("Ledger", "进度"), 96, unit="%"),
        *(reported if room == ROOMY else []),
        *([Column(translate("Ledger", "亮灯原因"), why)] if room > TIGHT else []),
        Column(translate("Ledger", "督办单"), 84),
    ]


def rows(view: YearView, found: Sequence[Item], grouping: str = PLAIN, room: int = ROOMY) -> list[Row]:
    """A row an item, under a head a group where they are grouped."""
    if grouping == PLAIN:
        return [row(view, item, room) for item in found]
    made: list[Row] = []
    width = len(columns(room))
    for name, members in _groups(view, found, grouping):
        made.append(_head(name, members, width))
        made += [row(view, item, room) for item in members]
    return made


def _groups(view: YearView, found: Iterable[Item], grouping: str) -> list[tuple[str, list[Item]]]:
    none = QCoreApplication.translate("Ledger", "未定分管领导")
    groups: dict[str, list[Item]] = {}
    for item in found:
        name = {
            BY_DEPARTMENT: view.name(item.department),
            BY_LEADER: item.leader or none,
            BY_LIGHT: light_word(item),
        }[grouping]
        groups.setdefault(name, []).append(item)
    return list(groups.items())


def _head(name: str, members: Sequence[Item], width: int) -> Row:
    counted = Counter(item.light.light for item in members)
    words = "　".join(f"{term(LIGHTS[light])} {counted[light]}" for light in ORDER if counted[light])
    total = QCoreApplication.translate("Ledger", "{count} 项").format(count=len(members))
    return Row([Cell(f"{name}　{total}　{words}", token="secondary"), *[Cell()] * (width - 1)], None, GROUP, width)


def row(view: YearView, item: Item, room: int = ROOMY) -> Row:
    """One item."""
    return Row(LaterCells(partial(_cells, view, item, room)), item.subject)


def _cells(view: YearView, item: Item, room: int) -> list[Cell]:
    light = item.light
    token = "secondary" if light.light == GREY else "text"
    why = reasons.short(view, light)
    return [
        Cell(light_word(item), LIGHT, LIGHT_TOKENS[light.light], light=light.light, key=ORDER.index(light.light)),
        Cell(light.code, token="secondary", key=light.code),
        _title(item, token),
        Cell(view.name(item.department), token=token, key=item.department),
        _due(view, item, token),
        _distance(view, item),
        _progress(light),
        *(_reported(view, light) if room == ROOMY else []),
        *([Cell(why, token=token, key=why or None, tip=reasons.whole(light))] if room > TIGHT else []),
        Cell(_plates_words(item), CARDS, cards=item.plates, key=len(item.plates) or None, tip=_cards_words(item)),
    ]


def _title(item: Item, token: str) -> Cell:
    translate = QCoreApplication.translate
    task = item.task
    tag = translate("Ledger", "指标") if task is None else ""
    if task and task.times_carried:
        tag = translate("Ledger", "第{years}年").format(years=task.times_carried + 1)
    return Cell(item.title, TEXT, token, tag=tag, key=item.title, tip=item.title)


def _due(view: YearView, item: Item, token: str) -> Cell:
    due = due_of(view, item)
    if due is None:
        return Cell(blank_word(), TEXT, "pale", fill="blank", tip=QCoreApplication.translate("Ledger", "还没有期限"))
    return Cell(f"{due:%m-%d}" if due.year == view.year else f"{due:%y-%m-%d}", TEXT, token, key=due, tip=str(due))


def _distance(view: YearView, item: Item) -> Cell:
    """余 26, or 逾 55 in red; a dash for what is closed."""
    translate = QCoreApplication.translate
    due = due_of(view, item)
    if due is None or item.light.light == GREY:
        return Cell("–", NUMBER, "pale")
    days = (due - view.day).days
    if days < 0:
        return Cell(str(-days), DAYS, "red_text", True, under=translate("Ledger", "逾"), key=days)
    return Cell(str(days), DAYS, "text", days <= SOON, under=translate("Ledger", "余"), key=days)


def _progress(light: TaskLight | TargetLight) -> Cell:
    """The percent reported against the time gone; of a target, its actual against its pace."""
    if isinstance(light, TaskLight):
        return _meter(light.percent, light.expected, light.light)
    if light.actual is None or not light.due:
        return Cell(kind=METER, text="–", token="pale")
    pace = light.pace / light.due if light.pace is not None else None
    return _meter(light.actual / light.due, pace, light.light)


def _meter(share: object, expected: object, light: str) -> Cell:
    if share is None:
        words = QCoreApplication.translate("Ledger", "未报")
        return Cell(words, METER, "pale", share=0.0, tick=_share(expected))
    words = (percent(share, 0) or "").removesuffix("%")
    token = "secondary" if light == GREY else "text"
    return Cell(words, METER, token, share=_share(share), tick=_share(expected) if light != GREY else None, key=share)


def _share(value: object) -> float | None:
    return None if value is None else float(value)  # type: ignore[arg-type]


def _reported(view: YearView, light: TaskLight | TargetLight) -> list[Cell]:
    translate = QCoreApplication.translate
    if isinstance(light, TargetLight):
        month = translate("Ledger", "{month} 月").format(month=light.month) if light.month else "–"
        return [Cell(month, token="text" if light.month else "pale", key=light.month or None), Cell()]
    day: date | None = light.last_report
    if day is None:
        return [Cell("–", token="pale"), Cell()]
    past = (view.day - day).days
    words = translate("Ledger", "{days} 天前").format(days=past) if past else translate("Ledger", "今天")
    words = "" if light.light == GREY else words
    token = "secondary" if light.light == GREY else "text"
    return [Cell(f"{day:%m-%d}", TEXT, token, key=day), Cell(words, NUMBER, "secondary", key=-past)]


def _plates_words(item: Item) -> str:
    """The cards for who copies or hears them."""
    translate = QCoreApplication.translate
    return listed(
        (translate("Ledger", "已发{colour}") if plate.issued else translate("Ledger", "拟发{colour}")).format(
            colour=term(COLOURS[plate.colour])
        )
        for plate in item.plates
    )


def _cards_words(item: Item) -> str:
    translate = QCoreApplication.translate
    issued = [
        translate("Ledger", "{colour}色 {number}，{day} 发出").format(
            colour=term(COLOURS[each.colour]), number=each.number or "–", day=each.day
        )
        for _, each in item.directives
    ]
    if item.proposal:
        colour = term(COLOURS[item.proposal.colour])
        issued.append(
            translate("Ledger", "建议发{colour}色：{why}").format(colour=colour, why=reasons.tidy(item.proposal.reason))
        )
    return "\n".join(issued)
