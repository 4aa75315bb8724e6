"""The copy on which a scheme is tried: what it changes, and what can be changed in it, as fields."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.award_forms import award_fields, award_params
from kpi_desktop.assessment.ranking import bands_of
from kpi_desktop.assessment.rules import RULES
from kpi_desktop.assessment.whatif import FIELDS, Change, changed, key_of
from kpi_desktop.assessment.wording import decimal, figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.facts import AwardRule, Facts, GradeBand, Group, Indicator
    from kpi_desktop.assessment.whatif import Key, Value

Place = tuple[str, "Key", str]
NUMBER, WHOLE, SHARE, TEXT = "number", "whole", "share", "text"
MIXED = "各异"


class UnreadableError(ValueError):
    """What was typed cannot be that value; the message says why."""


class Field(NamedTuple):
    """One thing that can be changed: its words, where it is (several places: the same in all), how it is read.

    `now`: today's text. `part`: the parameter inside a text of parameters, empty where the place is the value itself.
    `step`: what ↑ and ↓ add.
    """

    words: str
    places: tuple[Place, ...]
    kind: str
    now: str
    part: str = ""
    step: Decimal = Decimal(1)
    tip: str = ""


class Draft:
    """The changes made so far, by place; a value that is today's again is no change."""

    def __init__(self) -> None:
        self.name = ""
        self._values: dict[Place, Value] = {}

    def changes(self) -> tuple[Change, ...]:
        """The changes as values."""
        return tuple(Change(*place, value) for place, value in self._values.items())

    def count(self) -> int:
        """How many places differ from today's."""
        return len(self._values)

    def put(self, facts: Facts, place: Place, value: Value) -> None:
        """Set a place."""
        if value == current(facts, place):
            self._values.pop(place, None)
        else:
            self._values[place] = value

    def take(self, facts: Facts, changes: Iterable[Change], name: str = "") -> None:
        """Hold these changes instead of what was there."""
        self.name, self._values = name, {}
        for change in changes:
            self.put(facts, change.place, change.value)

    def clear(self) -> None:
        """Be like today's scheme again."""
        self.name, self._values = "", {}

    def applied(self, facts: Facts) -> Facts:
        """`facts` with the changes. SchemeError where they cannot be made."""
        return changed(facts, self.changes())


def current(facts: Facts, place: Place) -> Value:
    """What a place holds in `facts`; None where there is no such row."""
    table, key, name = place
    if table == "setting":
        found: Value = getattr(facts.settings, str(key[0]))
        return found
    for row in getattr(facts, FIELDS[table]):
        if key_of(table, row) == key:
            if table == "indicator":
                return row.rule.code if name == "rule" else row.rule.params
            return getattr(row, name, None)
    return None


def text_of(facts: Facts, field: Field) -> str:
    """What `field` holds in `facts`, as it is read and typed."""
    values = {_part_text(current(facts, place), field) for place in field.places}
    return values.pop() if len(values) == 1 else MIXED


def _part_text(value: Value, field: Field) -> str:
    if field.part:
        given = dict(_pairs(str(value or "")))
        return given.get(field.part, _default(field))
    return shown(value, field.kind)


def _default(field: Field) -> str:
    """What an unwritten parameter of a scoring rule stands for: it is told in the field's tip."""
    return field.tip.partition("=")[2] if field.tip.startswith("默认=") else ""


def shown(value: Value, kind: str) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if kind == SHARE and isinstance(value, int | Decimal | Fraction):
        return reading.percent(Fraction(value))
    if isinstance(value, int | Decimal | Fraction):
        return figure(value, 6).replace(",", "")
    return str(value)


def read(facts: Facts, field: Field, text: str) -> list[tuple[Place, Value]]:
    """The values that `text` means, place by place. UnreadableError, with the reason, where it means none."""
    if field.part:
        return [(place, _with_part(facts, place, field, text)) for place in field.places]
    value = _value(field, text.strip())
    return [(place, value) for place in field.places]


def _value(field: Field, text: str) -> Value:
    tr = QCoreApplication.translate
    if field.kind == TEXT:
        return text
    if not text:
        if field.places[0][2] in ("room", "room_share"):
            return None
        raise UnreadableError(tr("WhatIf", "不能空着"))
    try:
        number = reading.number(text)
    except ValueError as error:
        raise UnreadableError(str(error)) from None
    if number < 0:
        raise UnreadableError(tr("WhatIf", "不能是负数"))
    if field.kind == WHOLE:
        if number.denominator != 1:
            raise UnreadableError(tr("WhatIf", "应为整数"))
        return int(number)
    exact: Exact = decimal(number)
    return exact if Fraction(exact) == number else number


def _with_part(facts: Facts, place: Place, field: Field, text: str) -> str:
    """A text of parameters with one of them another; a blank leaves it out."""
    before = str(current(facts, place) or "")
    table, key, _ = place
    if table == "award_rule":
        method = next(rule.method for rule in facts.awards if rule.name == key[0])
        return award_params(method, {**dict(_pairs(before)), field.part: text})
    given = dict(_pairs(before))
    if text.strip():
        given[field.part] = text.strip()
    else:
        given.pop(field.part, None)
    return ";".join(f"{name}={value}" for name, value in given.items())


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return reading.pairs(text)
    except ValueError:
        return []


# --- what can be changed


def weight_fields(facts: Facts, group: str) -> list[Field]:
    """The scored categories' points in a group."""
    found = []
    for category in facts.categories:
        if category.kind == "scored":
            place = ("weight", (group, category.name), "points")
            found.append(Field(category.name, (place,), NUMBER, shown(current(facts, place), NUMBER) or "0"))
    return found


def multiplier_fields(facts: Facts, group: str) -> list[Field]:
    """The multiplier of every indicator the group bears, the same for all its bearers there."""
    members = {d.code for d in facts.departments if d.group == group}
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
    given = dict(_pairs(indicator.rule.params))
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
    tr = QCoreApplication.translate
    key = (band.name, band.group)

    def field(words: str, name: str, kind: str, step: str) -> Field:
        return Field(words, (("grade_band", key, name),), kind, shown(getattr(band, name), kind), step=Decimal(step))

    return [
        field(tr("WhatIf", "最低分"), "minimum", NUMBER, "1"),
        field(tr("WhatIf", "名额"), "room", WHOLE, "1"),
        field(tr("WhatIf", "比例上限"), "room_share", SHARE, "5"),
        field(tr("WhatIf", "系数"), "coefficient", NUMBER, "0.1"),
    ]


def award_rule_fields(rule: AwardRule) -> list[Field]:
    """The parameters of an award rule."""
    place = ("award_rule", (rule.name,), "params")
    return [
        Field(field.title, (place,), TEXT, text, field.name, tip=field.hint)
        for field, text in award_fields(rule.method, rule.params)
    ]


def bands(facts: Facts, group: Group) -> list[GradeBand]:
    """The bands a group is graded by."""
    return list(bands_of(facts, group))


def indicators(facts: Facts, group: str) -> list[Indicator]:
    """The indicators a group bears, as in their sheet."""
    members = {d.code for d in facts.departments if d.group == group}
    borne = {t.indicator for t in facts.targets if t.department in members}
    return [indicator for indicator in facts.indicators if indicator.code in borne]


def difference(field: Field, now: str, then: str) -> str:
    """What changed, for reading: +5, −0.2, a text's mark, or a dash."""
    if now == then:
        return "–"
    try:
        before, after = reading.number(now or "0"), reading.number(then or "0")
    except ValueError:
        return QCoreApplication.translate("WhatIf", "改")
    change = after - before
    percent = now.endswith("%") or then.endswith("%")
    words = figure(abs(change) * (100 if percent else 1), 4)
    return f"{'+' if change > 0 else '−'}{words}"
