"""主要经济指标: key indicators against 确保 and 力争, with the pace due by the last month that was reported."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.lights import GREEN, RED, YELLOW
from kpi_desktop.assessment.pace import ALONG_THE_YEAR
from ui.grid.cells import BULLET, LIGHT, Bullet, Cell, Column, Row, dash, number
from ui.terms import clauses
from ui.words import amount, brief, goal_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.facts import Indicator
    from kpi_desktop.assessment.lights import TargetLight
    from ui.pages.overview.scope import Scope

AXIS = Fraction(135, 100)
"""The bullets' common axis ends at 135 % of 确保."""
SEVERITY = {RED: 0, YELLOW: 1, GREEN: 2}


class Whole(NamedTuple):
    """An indicator over the departments that bear it: amounts of the same kind added up."""

    indicator: Indicator
    lights: tuple[TargetLight, ...]
    department: str
    actual: Fraction | None
    due: Fraction | None
    stretch: Fraction | None
    pace: Fraction | None

    @property
    def worst(self) -> TargetLight:
        """The bearer to look at first."""
        return min(self.lights, key=lambda light: (SEVERITY.get(light.light, 3), -(light.lag or 0)))


def columns(narrow: bool, tight: bool = False) -> list[Column]:
    """指标, 单位, 实绩, the bullet, 确保, 力争 (not where it is tight), 比应达."""
    translate = QCoreApplication.translate
    figure = 62 if narrow else 74
    return [
        Column(translate("Economy", "指标")),
        Column(translate("Economy", "单位"), 58, sortable=False),
        Column(translate("Economy", "实绩"), figure, right=True, sortable=False),
        Column(translate("Economy", "占确保"), 92 if narrow else 150, sortable=False),
        Column(translate("Economy", "确保"), figure, right=True, sortable=False),
        *([] if tight else [Column(translate("Economy", "力争"), figure - 14, right=True, sortable=False)]),
        Column(translate("Economy", "比应达"), 88 if narrow else 100, sortable=False),
    ]


def wholes(scope: Scope) -> list[Whole]:
    """Key indicators as in their sheet; one whose bearers do not add up has an entry for each of them."""
    codes = scope.codes()
    found: dict[str, list[TargetLight]] = {}
    for light in scope.view.target_lights:
        if light.indicator.key and light.department in codes:
            found.setdefault(light.code, []).append(light)
    order = [indicator.code for indicator in scope.view.facts.indicators if indicator.code in found]
    return [whole for code in order for whole in _wholes(scope, found[code])]


def _wholes(scope: Scope, lights: Sequence[TargetLight]) -> list[Whole]:
    indicator = lights[0].indicator
    adds_up = indicator.accumulation in ALONG_THE_YEAR and all(light.due is not None for light in lights)
    if len(lights) == 1 or adds_up:
        return [_whole(indicator, lights, scope.view.name(lights[0].department) if len(lights) == 1 else "")]
    return [_whole(indicator, [light], scope.view.name(light.department)) for light in lights]


def _whole(indicator: Indicator, lights: Sequence[TargetLight], department: str) -> Whole:
    return Whole(
        indicator,
        tuple(lights),
        department,
        _sum([light.actual for light in lights], some=True),
        _sum([light.due for light in lights]),
        _sum([_stretch_amount(light) for light in lights]),
        _sum([light.pace for light in lights], some=True),
    )


def _stretch_amount(light: TargetLight) -> Fraction | None:
    """The amount that meets 力争, as Due is the one that meets 确保."""
    target, measure = light.target, light.indicator.rule.measure
    if target.stretch is None or light.indicator.rule.code == "efficacy":
        return None
    stretch = fraction(target.stretch)
    if measure == "实绩":
        return stretch
    if target.prior is None:
        return None
    prior = fraction(target.prior)
    return prior + (abs(prior) * stretch if measure == "增幅" else stretch)


def _sum(values: Sequence[Fraction | None], some: bool = False) -> Fraction | None:
    known = [value for value in values if value is not None]
    if not known or (len(known) < len(values) and not some):
        return None
    return sum(known, Fraction(0))


def last_month(found: Sequence[Whole]) -> int:
    """The latest month any of them was reported for; 0 without."""
    return max((light.month for whole in found for light in whole.lights), default=0)


def rows(found: Sequence[Whole], tight: bool = False) -> list[Row]:
    """A row an indicator; a click leads to the bearer with the worst light."""
    return [_row(whole, tight) for whole in found]


def _row(whole: Whole, tight: bool) -> Row:
    indicator, target = whole.indicator, whole.lights[0].target
    name = Cell(indicator.name, tip=" ".join((indicator.code, indicator.name, whole.department or _bearers(whole))))
    rated = indicator.rule.measure == "增幅" and len(whole.lights) >= 1
    base = goal_words(indicator, target.base) if rated or len(whole.lights) == 1 else brief(whole.due)
    stretch = brief(whole.stretch) if whole.stretch is not None else None
    cells = [
        name,
        Cell(indicator.unit or "–", token="secondary"),
        number(brief(whole.actual), bold=True),
        Cell(kind=BULLET, bullet=_bullet(whole), tip=_bullet_words(whole)),
        Cell(base or "–", "number", "text" if base else "pale"),
        *([] if tight else [Cell(stretch, "number", "secondary") if stretch else dash()]),
        _against_pace(whole),
    ]
    return Row(cells, (whole.worst.department, indicator.code))


def _bearers(whole: Whole) -> str:
    words = QCoreApplication.translate("Economy", "由 {count} 个部门承担")
    return words.format(count=len(whole.lights))


def _bullet(whole: Whole) -> Bullet | None:
    if not whole.due:
        return None

    def at(value: Fraction | None) -> float | None:
        return None if value is None or not whole.due else float(value / whole.due / AXIS)

    return Bullet(at(whole.actual), float(1 / AXIS), at(whole.stretch), at(whole.pace))


def _bullet_words(whole: Whole) -> str:
    if whole.due is None or whole.actual is None or not whole.due:
        return ""
    words = QCoreApplication.translate("Economy", "实绩 {actual}，全年应达 {due}，到此时应达 {pace}")
    pace = amount(whole.pace) or "–"
    return words.format(actual=amount(whole.actual), due=amount(whole.due), pace=pace)


def _against_pace(whole: Whole) -> Cell:
    translate = QCoreApplication.translate
    light = whole.worst.light
    tip = clauses(whole.worst.details)
    token = {RED: "red_text", YELLOW: "amber_text"}.get(light, "green_text")
    if whole.actual is None:
        return Cell(translate("Economy", "未报"), LIGHT, light=light, tip=tip)
    if whole.pace is None:
        return Cell(translate("Economy", "不按进度"), LIGHT, "secondary", light=light, tip=tip)
    ahead = whole.actual - whole.pace
    if (whole.worst.lag or 0) > 0 and ahead > 0 and len(whole.lights) == 1:
        ahead = -ahead  # lower is better
    late = [each for each in whole.lights if each.light in (RED, YELLOW)]
    if ahead >= 0 and late:
        names = translate("Economy", "{count} 家落后").format(count=len(late))
        return Cell(names, LIGHT, token, light=light, tip=tip)
    if not ahead:
        return Cell(translate("Economy", "持平"), LIGHT, token, light=light, tip=tip)
    words = translate("Economy", "快 {by}") if ahead > 0 else translate("Economy", "差 {by}")
    return Cell(words.format(by=brief(abs(ahead))), LIGHT, token, light=light, tip=tip)
