"""The copy on which a scheme is tried: what it changes, and what can be changed in it, as fields."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.award_forms import award_params, award_problem
from kpi_desktop.assessment.whatif import DROPPED, FIELDS, Change, changed, key_of
from kpi_desktop.assessment.whatif_awards import as_changes, count_of
from kpi_desktop.assessment.wording import decimal, figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.assessment.facts import AwardRule, Facts
    from kpi_desktop.assessment.whatif import Key, Value

Place = tuple[str, "Key", str]
NUMBER, WHOLE, SHARE, TEXT = "number", "whole", "share", "text"


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
        """How many places differ from today's; a new award rule is one."""
        return count_of(self.changes())

    def put(self, facts: Facts, place: Place, value: Value) -> None:
        """Set a place."""
        if value == current(facts, place):
            self._values.pop(place, None)
        else:
            self._values[place] = value

    def add_rule(self, rule: AwardRule) -> None:
        """Have one more award rule."""
        self._values.update({change.place: change.value for change in as_changes(rule)})

    def drop_rule(self, facts: Facts, name: str) -> None:
        """Leave an award rule out; one that is new is forgotten."""
        if any(rule.name == name for rule in facts.awards):
            self._values["award_rule", (name,), DROPPED] = True
        else:
            self._values = {at: value for at, value in self._values.items() if at[:2] != ("award_rule", (name,))}

    def restore_rule(self, name: str) -> None:
        """Have an award rule again that was left out."""
        self._values.pop(("award_rule", (name,), DROPPED), None)

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
    row = _row(table, getattr(facts, FIELDS[table]), key)
    if table == "indicator" and row is not None:
        return row.rule.code if name == "rule" else row.rule.params
    return getattr(row, name, None)


_by_key: dict[str, tuple[Sequence[Any], Mapping[Key, Any]]] = {}
"""The rows asked for last, by key: thousands of fields ask for one each."""


def _row(table: str, rows: Sequence[Any], key: Key) -> Any:
    known = _by_key.get(table)
    if known is None or known[0] is not rows:
        known = _by_key[table] = (rows, {key_of(table, row): row for row in reversed(rows)})
    return known[1].get(key)


def text_of(facts: Facts, field: Field) -> str:
    """What `field` holds in `facts`, as it is read and typed."""
    values = {_part_text(current(facts, place), field) for place in field.places}
    return values.pop() if len(values) == 1 else QCoreApplication.translate("WhatIf", "各异")


def _part_text(value: Value, field: Field) -> str:
    if field.part:
        given = given_in(str(value or ""))
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
        found: list[tuple[Place, Value]] = [(at, _with_part(facts, at, field, text)) for at in field.places]
    else:
        value = _value(field, text.strip())
        found = [(place, value) for place in field.places]
    for place, value in found:
        if place[0] == "award_rule":
            _check_rule(facts, place, value)
    return found


def _check_rule(facts: Facts, place: Place, value: Value) -> None:
    """UnreadableError where the award rule could not stand with that value."""
    _, (name,), column = place
    rule = next((each for each in facts.awards if each.name == name), None)
    given = {column: str(value or "")}
    problem = award_problem(facts, replace(rule, **given)) if rule else None  # type: ignore[arg-type]
    if problem:
        raise UnreadableError(problem)


def _value(field: Field, text: str) -> Value:
    translate = QCoreApplication.translate
    if field.kind == TEXT:
        return text
    if not text:
        if field.places[0][2] in ("room", "room_share"):
            return None
        raise UnreadableError(translate("WhatIf", "不能空着"))
    try:
        number = reading.number(text)
    except ValueError as error:
        raise UnreadableError(str(error)) from None
    if number < 0:
        raise UnreadableError(translate("WhatIf", "不能是负数"))
    if field.kind == WHOLE:
        if number.denominator != 1:
            raise UnreadableError(translate("WhatIf", "应为整数"))
        return int(number)
    exact: Exact = decimal(number)
    return exact if Fraction(exact) == number else number


def _with_part(facts: Facts, place: Place, field: Field, text: str) -> str:
    """A text of parameters with one of them another; a blank leaves it out."""
    before = str(current(facts, place) or "")
    table, key, _ = place
    if table == "award_rule":
        method = next(rule.method for rule in facts.awards if rule.name == key[0])
        return award_params(method, {**given_in(before), field.part: text})
    given = given_in(before)
    if text.strip():
        given[field.part] = text.strip()
    else:
        given.pop(field.part, None)
    return ";".join(f"{name}={value}" for name, value in given.items())


def given_in(text: str) -> dict[str, str]:
    """The parameters of a text by name; none where it cannot be read."""
    try:
        return dict(reading.pairs(text))
    except ValueError:
        return {}


def difference(field: Field, now: str, then: str) -> str:
    """What changed, for reading: +5, −0.2, a text's mark, or a dash."""
    if now == then:
        return "–"
    if not now and field.places[0][0] == "award_rule":
        return QCoreApplication.translate("WhatIf", "新")
    try:
        before, after = reading.number(now or "0"), reading.number(then or "0")
    except ValueError:
        return QCoreApplication.translate("WhatIf", "改")
    change = after - before
    percent = now.endswith("%") or then.endswith("%")
    words = figure(abs(change) * (100 if percent else 1), 4)
    return f"{'+' if change > 0 else '−'}{words}"
