"""剩余几个月每月需要: what 确保 and 力争 still need, against what the last months brought."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.lights import GREEN, GREY, RED, YELLOW
from kpi_desktop.assessment.needed import AS_BEFORE, BASE, FASTER, MISSED, REACHED, STRETCH, Needed
from ui.grid.cells import LIGHT, Cell, Column, Row, dash, number
from ui.grid.delegate import FIRST_PAD, PAD
from ui.look import pen
from ui.terms import phrases
from ui.words import percent

if TYPE_CHECKING:
    from fractions import Fraction

    from ui.pages.economy.borne import Borne

FIGURE, NARROW_FIGURE = 70, 62


def title(borne: Borne) -> str:
    """剩余 2 个月每月需要."""
    translate = QCoreApplication.translate
    left = next((each.left for each in borne.needs), 12 - borne.month)
    if not left:
        return translate("Needs", "全年结果")
    if borne.indicator.accumulation == "average":
        return translate("Needs", "其后 {count} 次须达").format(count=left)
    return translate("Needs", "剩余 {count} 个月每月需要").format(count=left)


def columns(borne: Borne, narrow: bool) -> list[Column]:
    """目标, 目标值, 还差, 每月需, 近3月均, 判断."""
    translate = QCoreApplication.translate
    wide = NARROW_FIGURE if narrow else FIGURE
    mean = borne.indicator.accumulation == "average"
    rest = translate("Needs", "余量") if borne.lower else translate("Needs", "还差")
    named = ceil(max(pen.width(word(goal)) for goal in (BASE, STRETCH))) + FIRST_PAD + PAD
    found = [
        Column(translate("Needs", "目标"), max(50, named), sortable=False),
        Column(translate("Needs", "目标值"), wide, right=True, sortable=False),
        Column(rest, wide, right=True, sortable=False),
        Column(_each_title(borne), wide, right=True, sortable=False),
        Column(
            translate("Needs", "近3期均") if mean else translate("Needs", "近3月均"), wide, right=True, sortable=False
        ),
        Column(translate("Needs", "判断"), sortable=False),
    ]
    return found


def _each_title(borne: Borne) -> str:
    translate = QCoreApplication.translate
    if borne.indicator.accumulation == "average":
        return translate("Needs", "每次至多") if borne.lower else translate("Needs", "每次须达")
    if borne.indicator.accumulation == "last":
        return translate("Needs", "每月变动")
    return translate("Needs", "每月至多") if borne.lower else translate("Needs", "每月需")


def word(goal: str) -> str:
    """确保 or 力争."""
    translate = QCoreApplication.translate
    return translate("Needs", "力争") if goal == STRETCH else translate("Needs", "确保")


def call(borne: Borne) -> str:
    """10月 18.84，应达 16.40，快 2.44."""
    translate = QCoreApplication.translate
    month = borne.month
    actual, due = (borne.actual(month), borne.pace(month)) if month else (None, None)
    if actual is None:
        return ""
    words = translate("Needs", "{month}月 {actual}").format(month=month, actual=borne.shown(actual))
    ahead = borne.ahead(month)
    if due is None or ahead is None:
        return words
    words += translate("Needs", "，应达 {due}").format(due=borne.shown(due))
    return phrases((words, against(borne, ahead)))


def against(borne: Borne, ahead: Fraction) -> str:
    """快 2.44, 差 1.2: how an actual stands to its pace."""
    translate = QCoreApplication.translate
    if not ahead:
        return translate("Needs", "持平")
    if ahead < 0:
        return translate("Needs", "差 {by}").format(by=borne.shown(-ahead))
    grows = borne.along and not borne.lower
    return (translate("Needs", "快 {by}") if grows else translate("Needs", "优 {by}")).format(by=borne.shown(ahead))


def rows(borne: Borne) -> list[Row]:
    """A row a goal."""
    return [_row(borne, need) for need in borne.needs]


def _row(borne: Borne, need: Needed) -> Row:
    done = need.state in (REACHED, MISSED) or need.each is None
    cells = [
        Cell(word(need.goal)),
        number(borne.shown(need.amount)),
        number(_rest(borne, need)) if need.rest is not None else dash(),
        dash() if done else number(borne.shown(need.each), bold=True),
        number(borne.shown(need.recent), token="secondary") if need.recent is not None else dash(),
        judgement(borne, need),
    ]
    return Row(cells, need.goal)


def _rest(borne: Borne, need: Needed) -> str | None:
    if need.rest is None:
        return None
    if borne.lower:
        return borne.shown(-need.rest)
    return borne.shown(max(need.rest, fraction(0)))


def judgement(borne: Borne, need: Needed) -> Cell:
    """Whether it can be done, as a light and a few words."""
    translate = QCoreApplication.translate
    light, token, words = GREY, "secondary", translate("Needs", "待报数")
    if need.state == REACHED:
        light, token, words = GREEN, "green_text", translate("Needs", "已达到")
    elif need.state == AS_BEFORE:
        light, token, words = (
            GREEN,
            "green_text",
            translate("Needs", "守住即可") if borne.lower else translate("Needs", "可达"),
        )
    elif _is_out_of_reach(borne, need):
        light, token, words = RED, "red_text", translate("Needs", "已不可能")
    elif need.state == MISSED:
        light, token, words = (
            RED,
            "red_text",
            translate("Needs", "已超") if borne.lower else translate("Needs", "未达到"),
        )
    elif need.state == FASTER:
        light, token, words = YELLOW, "amber_text", _quicker_words(borne, need)
    elif borne.month:
        words = translate("Needs", "无从比较")
    return Cell(words, LIGHT, token, light=light, tip=tip(borne, need))


def _is_out_of_reach(borne: Borne, need: Needed) -> bool:
    """Whether a rate would have to be above 100 %."""
    return borne.rates and not borne.lower and not borne.along and need.each is not None and _level(borne, need) > 1


def _level(borne: Borne, need: Needed) -> Fraction:
    return need.amount if borne.indicator.accumulation == "last" else need.each or need.amount


def _quicker_words(borne: Borne, need: Needed) -> str:
    translate = QCoreApplication.translate
    if need.quicker is None:
        return translate("Needs", "须止升转降") if borne.lower else translate("Needs", "须止降转升")
    share = percent(need.quicker, 0)
    if borne.lower and borne.indicator.accumulation != "last":
        return translate("Needs", "须压降 {share}").format(share=share)
    if borne.indicator.accumulation == "average":
        return translate("Needs", "须提高 {share}").format(share=share)
    return translate("Needs", "须提速 {share}").format(share=share)


def tip(borne: Borne, need: Needed) -> str:
    """How the figure came about."""
    translate = QCoreApplication.translate
    if need.each is None or need.to_date is None:
        return ""
    goal, so_far, each = borne.shown(need.amount), borne.shown(need.to_date), borne.shown(need.each)
    if borne.indicator.accumulation == "average":
        words = translate("Needs", "要使全年平均为 {goal}，其后 {left} 次平均须为 {each}（到此平均 {so_far}）")
    else:
        words = translate("Needs", "（{goal} − {so_far}）÷ {left} 个月 = {each}")
    return words.format(goal=goal, so_far=so_far, left=need.left, each=each)


def standing_words(borne: Borne, place: tuple[int, int] | None) -> str:
    """第 2 位（5 家）　上年 15.2，现为上年的 124%."""
    translate = QCoreApplication.translate
    parts = []
    if place and place[1] > 1:
        parts.append(translate("Needs", "第 {place} 位（{count} 家）").format(place=place[0], count=place[1]))
    prior = borne.target.prior
    now = borne.actual(borne.month) if borne.month else None
    if prior is None:
        parts.append(translate("Needs", "上年实绩空缺"))
    elif now is None or not prior:
        parts.append(translate("Needs", "上年 {prior}").format(prior=borne.shown(prior)))
    else:
        words = translate("Needs", "上年 {prior}，现为上年的 {share}")
        parts.append(words.format(prior=borne.shown(prior), share=percent(now / fraction(prior))))
    return "　".join(parts)
