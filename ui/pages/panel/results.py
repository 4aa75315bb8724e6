"""What ratings come to: a row a department, and for the chosen one its classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.panels import PanelResult, panel_results
from kpi_desktop.assessment.trimming import Rater, bearers, raters, turnout
from ui.grid.cells import Cell, Column, Row, dash, number
from ui.words import amount, percent, points

if TYPE_CHECKING:
    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.panels import ClassMean
    from kpi_desktop.assessment.results import Line
    from ui.year import YearView

MEAN = 2
"""Decimals in which means are shown; the calculus rounds only the score."""


def columns(view: YearView, whole: bool) -> list[Column]:
    """部门, 均值, 得分, 未评; with `whole` every class's mean and ballots in between."""
    translate = QCoreApplication.translate
    classes = [Column(each.name, 0, right=True) for each in view.facts.rater_classes] if whole else []
    return [
        Column(translate("Panel", "部门"), 104 if whole else 0),
        *classes,
        Column(translate("Panel", "加权均值"), 76, right=True),
        Column(translate("Panel", "得分"), 60, right=True),
        Column(translate("Panel", "未评"), 48, right=True),
    ]


def rows(view: YearView, indicator: str, whole: bool = False) -> list[Row]:
    """A row a department that bears the indicator."""
    found = panel_results(view.facts)
    owed = _owed(view, indicator)
    made = []
    for code in bearers(view.facts, indicator):
        left = owed[code]
        result, line = found.get((indicator, code)), line_of(view, indicator, code)
        score = points(line.score, view.assessment.decimals) if line and line.share is not None else None
        cells = [
            Cell(view.name(code)),
            *(_class_cells(view, result) if whole else ()),
            number(points(result.mean, MEAN) if result else None, result.mean if result else None),
            number(score, line.score if line else None, bold=True),
            number(str(left), token="amber_text") if left else dash(),
        ]
        made.append(Row(cells, code))
    return made


def _owed(view: YearView, indicator: str) -> dict[str, int]:
    """How many named raters each department still lacks."""
    facts = view.facts
    every = raters(facts, indicator)
    given = {
        (each.department, Rater(each.rater, each.rater_department, each.rater_class))
        for each in facts.ratings
        if each.indicator == indicator and each.rater is not None
    }
    return {
        code: sum((code, rater) not in given and rater.department != code for rater in every)
        for code in bearers(facts, indicator)
    }


def _class_cells(view: YearView, result: PanelResult | None) -> list[Cell]:
    """The means of the classes, how many ballots behind them."""
    rated = {each.name: each for each in result.classes} if result else {}
    words = QCoreApplication.translate("Panel", "{count} 票")
    return [
        number(points(rated[each.name].mean, MEAN), note=words.format(count=rated[each.name].ballots))
        if each.name in rated
        else number(None)
        for each in view.facts.rater_classes
    ]


def line_of(view: YearView, indicator: str, code: str) -> Line | None:
    """The line of a department; None where it is not assessed."""
    result = next((each for each in view.assessment.departments() if each.code == code), None)
    return result.line(indicator) if result else None


def class_columns() -> list[Column]:
    """类别, 权重, 票, 去掉, 均值."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Panel", "类别"), sortable=False),
        Column(translate("Panel", "权重"), 52, right=True, sortable=False),
        Column(translate("Panel", "票"), 40, right=True, sortable=False),
        Column(translate("Panel", "去掉"), 84, right=True, sortable=False),
        Column(translate("Panel", "均值"), 60, right=True, sortable=False),
    ]


def class_rows(view: YearView, result: PanelResult | None) -> list[Row]:
    """A row a class; those that did not rate are blank."""
    rated = {each.name: each for each in result.classes} if result else {}
    return [_class_row(each.name, _weight(each.weight), rated.get(each.name)) for each in view.facts.rater_classes]


def _class_row(name: str, weight: str, each: ClassMean | None) -> Row:
    if each is None:
        return Row([Cell(name), number(weight), number(None), dash(), dash()], name)
    out = " / ".join(amount(score) or "" for score in each.dropped) if each.dropped else ""
    return Row(
        [
            Cell(name),
            number(weight),
            number(str(each.ballots)),
            number(out, token="secondary") if out else dash(),
            number(points(each.mean, MEAN), bold=True),
        ],
        name,
    )


def sentence(view: YearView, indicator: str, code: str) -> str:
    """How the classes' means become the score."""
    translate = QCoreApplication.translate
    result, line = panel_results(view.facts).get((indicator, code)), line_of(view, indicator, code)
    if result is None:
        return translate("Panel", "还没有人打分，这一项暂按 0 分计入总分。")
    whole = sum(each.weight for each in result.classes)
    parts = " + ".join(f"{points(each.mean, MEAN)} × {_weight(each.weight / whole)}" for each in result.classes)
    told = translate("Panel", "加权均值 {parts} ≈ {mean}").format(parts=parts, mean=amount(result.mean, 4))
    if len(result.classes) < len(view.facts.rater_classes):
        told += translate("Panel", "（未评的类别不计，权重按已评的归一）")
    if line is None:
        return told
    places = view.assessment.decimals
    words = translate("Panel", "；得分 {full} × {share} → {score}").format(
        full=points(line.full, places), share=percent(result.mean / 100, 2), score=points(line.score, places)
    )
    return told + words + (translate("Panel", "（已另行核定）") if line.spec.verdict else "")


def turnout_words(view: YearView, indicator: str) -> list[tuple[str, str]]:
    """Each class with its weight and who has rated, and how many scores it still owes in words (empty: none)."""
    translate = QCoreApplication.translate
    told = []
    found = turnout(view.facts, indicator)
    for each in view.facts.rater_classes:
        own = found[each.name]
        parts = [f"{each.name} {_weight(each.weight)}"]
        if own.raters:
            words = translate("Panel", "{raters} 人 {given}/{owed}")
            parts.append(words.format(raters=own.raters, given=own.given, owed=own.owed))
        if own.anonymous:
            parts.append(translate("Panel", "匿名 {count} 票").format(count=own.anonymous))
        if not own.raters and not own.anonymous:
            told.append((" ".join(parts), translate("Panel", "未评")))
            continue
        left = own.owed - own.given
        told.append((" ".join(parts), translate("Panel", "缺 {count}").format(count=left) if left else ""))
    return told


def _weight(value: Exact) -> str:
    """40%, or 33.3% where it needs that."""
    return f"{amount(value * 100, 1)}%"
