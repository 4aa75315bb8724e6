"""What the lists of the scheme come to in the year as it stands: rows for the tables beside them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.ranking import bands_of, room
from kpi_desktop.assessment.text import plain
from ui.frame.entries import AWARDS, PANEL, SCORE
from ui.grid.cells import GROUP, Cell, Column, Row, number
from ui.terms import listed
from ui.words import percent

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import GradeBand
    from kpi_desktop.assessment.results import GroupResult
    from ui.year import YearView


def use_columns() -> list[Column]:
    """名称, 部门, 指标, 任务, 分值."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Scheme", "名称"), 0, sortable=False),
        Column(translate("Scheme", "部门"), 60, right=True, sortable=False),
        Column(translate("Scheme", "指标"), 60, right=True, sortable=False),
        Column(translate("Scheme", "任务"), 60, right=True, sortable=False),
        Column(translate("Scheme", "加减分"), 72, right=True, sortable=False),
    ]


def use_rows(view: YearView) -> list[Row]:
    """How often every group and every category is used."""
    translate = QCoreApplication.translate
    facts = view.facts
    rows = [Row([Cell(translate("Scheme", "分组"))], None, GROUP)]
    for group in facts.groups:
        own = {each.code for each in facts.departments if each.group == group.name}
        laid = sum(each.department in own for each in facts.targets)
        led = sum(each.lead in own for each in facts.tasks)
        given = sum(each.department in own for each in facts.adjustments)
        rows.append(_use(group.name, len(own), laid, led, given))
    rows.append(Row([Cell(translate("Scheme", "类别"))], None, GROUP))
    for category in facts.categories:
        indicators = {each.code for each in facts.indicators if each.category == category.name}
        bearing = {each.department for each in facts.targets if each.indicator in indicators}
        tasks = [each for each in facts.tasks if each.category == category.name]
        given = sum(each.category == category.name for each in facts.adjustments)
        bearing |= {each.lead for each in tasks}
        rows.append(_use(category.name, len(bearing), len(indicators), len(tasks), given))
    return rows


def _use(name: str, *counts: int) -> Row:
    return Row([Cell(name), *(number(str(each), token="text" if each else "pale") for each in counts)], name)


def grade_columns() -> list[Column]:
    """等次, 最低分, 名额, 评出, 待定."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Scheme", "等次"), 0, sortable=False),
        Column(translate("Scheme", "最低分"), 72, right=True, sortable=False),
        Column(translate("Scheme", "名额"), 72, right=True, sortable=False),
        Column(translate("Scheme", "评出"), 72, right=True, sortable=False),
        Column(translate("Scheme", "待定"), 64, right=True, sortable=False),
    ]


def grade_rows(view: YearView) -> list[Row]:
    """For every group its bands, and how many departments are in each."""
    rows: list[Row] = []
    words = QCoreApplication.translate("Scheme", "{group} · {count} 个部门")
    for group in view.assessment.groups:
        title = words.format(group=group.group.name, count=len(group.departments))
        rows.append(Row([Cell(title)], None, GROUP, wide=5))
        rows += [_band_row(view, group, band) for band in bands_of(view.facts, group.group)]
    return rows


def _band_row(view: YearView, group: GroupResult, band: GradeBand) -> Row:
    count = sum(each.grade == band.name for each in group.departments)
    undecided = sum(each.undecided and each.undecided_for == band.name for each in group.departments)
    cells = [
        Cell(band.name),
        number(plain(fraction(band.minimum))),
        _room(view, band, len(group.departments)),
        number(str(count), bold=bool(count), token="text" if count else "pale"),
        number(str(undecided) if undecided else "–", token="text" if undecided else "pale"),
    ]
    return Row(cells, (SCORE, "group", group.group.name))


def _room(view: YearView, band: GradeBand, count: int) -> Cell:
    left = room(view.facts, band, count)
    return number(QCoreApplication.translate("Scheme", "不限"), token="pale") if left is None else number(str(left))


def panel_columns() -> list[Column]:
    """评议指标, 部门, 已评, 每类的实际权重."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Scheme", "评议指标"), 0, sortable=False),
        Column(translate("Scheme", "部门"), 60, right=True, sortable=False),
        Column(translate("Scheme", "已有打分"), 84, right=True, sortable=False),
    ]


def panel_rows(view: YearView) -> list[Row]:
    """Every panel indicator with its departments; then the share each class of raters has."""
    translate = QCoreApplication.translate
    facts = view.facts
    rows = []
    for indicator in facts.indicators:
        if indicator.rule.code != "panel":
            continue
        laid = {each.department for each in facts.targets if each.indicator == indicator.code}
        rated = {each.department for each in facts.ratings if each.indicator == indicator.code} & laid
        name = Cell(indicator.name, note=indicator.code)
        rows.append(Row([name, number(str(len(laid))), number(str(len(rated)))], (PANEL, indicator.code)))
    whole = sum((fraction(each.weight) for each in facts.rater_classes), Fraction(0))
    if whole:
        rows.append(Row([Cell(translate("Scheme", "各类评委都打了分时的权重"))], None, GROUP, wide=3))
    for each in facts.rater_classes if whole else ():
        share = percent(fraction(each.weight) / whole, 2)
        rows.append(Row([Cell(each.name), Cell(), number(share)], None))
    return rows


def consequence_columns() -> list[Column]:
    """内容, 部门."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Scheme", "内容"), 140, sortable=False),
        Column(translate("Scheme", "部门"), 0, sortable=False),
    ]


def consequence_rows(view: YearView) -> list[Row]:
    """Every consequence with the departments it falls on as the year stands."""
    none = QCoreApplication.translate("Scheme", "现在没有")
    rows = []
    for content in dict.fromkeys(each.content for each in view.facts.consequences):
        names = [each.department.name for each in view.rewards.departments if content in each.consequences]
        told = listed(names)
        rows.append(Row([Cell(content), Cell(told or none, token="text" if names else "pale", tip=told)], (AWARDS,)))
    return rows
