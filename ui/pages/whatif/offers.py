"""What can be changed in the copy, as fields: points, multipliers, parameters, grade bands, award rules."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.award_forms import award_fields
from kpi_desktop.assessment.ranking import bands_of
from kpi_desktop.assessment.rules import RULES
from kpi_desktop.assessment.whatif_awards import begun_rule
from ui.pages.whatif.draft import NUMBER, SHARE, TEXT, WHOLE, Field, current, given_in, shown, text_of

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import AwardRule, Department, Facts, GradeBand, Group, Indicator
    from ui.pages.whatif.draft import Draft


def weight_fields(facts: Facts, group: str) -> list[Field]:
    """The scored categories' points in a group."""
    found = []
    for category in facts.categories:
        if category.kind == "scored":
            place = ("weight", (group, category.name), "points")
            found.append(Field(category.name, (place,), NUMBER, shown(current(facts, place), NUMBER) or "0"))
    return found


def multiplier_fields(facts: Facts, group: str, department: str = "") -> list[Field]:
    """The multiplier of every indicator the group bears, the same for all its bearers there; or one department's."""
    members = {d.code for d in facts.departments if d.group == group and department in ("", d.code)}
    found = []
    for indicator in facts.indicators:
        bearers = [t.department for t in facts.targets if t.indicator == indicator.code and t.department in members]
        if bearers:
            places = tuple(("target", (indicator.code, code), "multiplier") for code in bearers)
            field = Field(indicator.name, places, NUMBER, "", step=Decimal("0.1"), tip=indicator.code)
            found.append(field._replace(now=text_of(facts, field)))
    return found


def parameter_fields(indicator: Indicator) -> list[Field]:
    """Every parameter of an indicator's scoring rule."""
    place = ("indicator", (indicator.code,), "params")
    given = given_in(indicator.rule.params)
    return [
        Field(
            each.name,
            (place,),
            TEXT,
            given.get(each.name, each.default or ""),
            each.name,
            tip=f"默认={each.default}" if each.default is not None else each.hint,
        )
        for each in RULES[indicator.rule.code].parameters
    ]


def band_fields(band: GradeBand) -> list[Field]:
    """A band's minimum, room and coefficient."""
    translate = QCoreApplication.translate
    key = (band.name, band.group)

    def field(words: str, name: str, kind: str, step: str) -> Field:
        return Field(words, (("grade_band", key, name),), kind, shown(getattr(band, name), kind), step=Decimal(step))

    return [
        field(translate("WhatIf", "最低分"), "minimum", NUMBER, "1"),
        field(translate("WhatIf", "名额"), "room", WHOLE, "1"),
        field(translate("WhatIf", "比例上限"), "room_share", SHARE, "5"),
        field(translate("WhatIf", "系数"), "coefficient", NUMBER, "0.1"),
    ]


def award_rule_fields(rule: AwardRule, today: AwardRule | None) -> list[Field]:
    """The scope and the parameters of an award rule, beside today's where there is such a rule today."""
    translate = QCoreApplication.translate
    key, hint = (rule.name,), translate("WhatIf", "全部、一般，或分组名，几个用顿号连接")
    scope = today.scope if today else ""
    now = given_in(today.params) if today else {}
    return [
        Field(translate("WhatIf", "范围"), (("award_rule", key, "scope"),), TEXT, scope, tip=hint),
        *(
            Field(each.title, (("award_rule", key, "params"),), TEXT, now.get(each.name, ""), each.name, tip=each.hint)
            for each, _ in award_fields(rule.method, rule.params)
        ),
    ]


def members(facts: Facts, group: str) -> list[Department]:
    """The departments of a group that bear an indicator, as in their sheet."""
    bearing = {target.department for target in facts.targets}
    return [each for each in facts.departments if each.group == group and each.code in bearing]


def bands(facts: Facts, group: Group) -> list[GradeBand]:
    """The bands a group is graded by."""
    return list(bands_of(facts, group))


def indicators(facts: Facts, group: str) -> list[Indicator]:
    """The indicators a group bears, as in their sheet."""
    members = {d.code for d in facts.departments if d.group == group}
    borne = {t.indicator for t in facts.targets if t.department in members}
    return [indicator for indicator in facts.indicators if indicator.code in borne]


def begun(facts: Facts, made: Draft, method: str, group: str) -> AwardRule | None:
    """A rule of `method` to add to the copy; the names of the rules that it leaves out are taken too."""
    tried = made.applied(facts)
    every = {rule.name: rule for rule in (*facts.awards, *tried.awards)}
    return begun_rule(replace(tried, awards=tuple(every.values())), method, group)
