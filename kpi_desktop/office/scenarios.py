"""推演方案: scheme changes kept under a name, discarded, or adopted. Until one is adopted the scheme stays as it is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kpi_desktop.assessment.scheme_check import objections
from kpi_desktop.assessment.settings import SETTINGS, SettingDefinition
from kpi_desktop.assessment.whatif import DROPPED, KEYS, Change, SchemeError, changed
from kpi_desktop.book.book import Book
from kpi_desktop.book.columns import exact_text, exact_value
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.book.settings import read_setting, write_setting
from kpi_desktop.office.edit import Row, YearEdit, editing, looking, said

TABLE = "scenario"
_EXACT = ("points", "multiplier", "minimum", "room_share", "coefficient")
_DEFINITIONS: Mapping[str, SettingDefinition] = {definition.field: definition for definition in SETTINGS}


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named scheme: what it changes of the year's own."""

    name: str
    changes: tuple[Change, ...]
    note: str | None = None


def scenarios(book: Book, year: int) -> tuple[Scenario, ...]:
    """The scenarios kept with the latest revision of a year, oldest first."""
    with looking(book, year) as found:
        return tuple(Scenario(row["name"], decoded(row["changes"]), row["note"]) for row in found.rows(TABLE))


def save(book: Book, year: int, scenario: Scenario) -> Changes:
    """保存推演方案: keep a scenario, in place of one of the same name. Refusal without a name or without a change."""
    name = said(scenario.name, "方案名称")
    if not scenario.changes:
        raise Refusal("这个副本没有改动，不用保存。", "请先改分值、系数、参数、等次或奖惩办法。")
    values = {"changes": encoded(scenario.changes), "note": scenario.note}
    with editing(book, year, f"保存推演方案“{name}”") as edit:
        row = edit.find(TABLE, name=name)
        if row is None:
            edit.insert(TABLE, {"name": name, **values})
        else:
            edit.update(TABLE, row, **values)
    return edit.changes


def discard(book: Book, year: int, name: str) -> Changes:
    """放弃推演方案. Refusal when there is none of that name."""
    with editing(book, year, f"放弃推演方案“{name}”") as edit:
        edit.delete(TABLE, _kept(edit, name))
    return edit.changes


def adopt(book: Book, year: int, scenario: Scenario) -> Changes:
    """采用推演方案: write what it changes into the scheme, in one entry with its name as the reason.

    A scenario kept under that name is done with and leaves the book with it; undoing the entry brings both back.
    Refusal when the scheme that would come of it cannot stand, or no longer has what is to be changed.
    """
    name = said(scenario.name, "方案名称")
    with editing(book, year, "采用推演方案", name) as edit:
        try:
            found = objections(changed(edit.facts(), scenario.changes))
        except SchemeError as error:
            found = (str(error),)
        if found:
            raise Refusal(f"“{name}”还不能采用：{'；'.join(found)}。", "请改好后再采用。")
        _write(edit, scenario.changes)
        row = edit.find(TABLE, name=name)
        if row is not None:
            edit.delete(TABLE, row)
    return edit.changes


def _kept(edit: YearEdit, name: str) -> Row:
    row = edit.find(TABLE, name=name)
    if row is None:
        raise Refusal(f"没有名为“{name}”的推演方案。", "可能刚被放弃或采用，请刷新后再看。")
    return row


def _write(edit: YearEdit, changes: Iterable[Change]) -> None:
    rows: dict[tuple[str, tuple[str | None, ...]], dict[str, Any]] = {}
    for change in changes:
        rows.setdefault((change.table, change.key), {})[change.name] = change.value
    for (table, key), values in rows.items():
        if table == "setting":
            _write_setting(edit, str(key[0]), values["value"])
        else:
            _write_row(edit, table, dict(zip(KEYS[table], key, strict=True)), values)


def _write_setting(edit: YearEdit, field: str, value: Any) -> None:
    definition = _DEFINITIONS[field]
    text = write_setting(definition, value)
    row = edit.find("setting", name=definition.name)
    if row is None:
        edit.insert("setting", {"name": definition.name, "value": text})
    else:
        edit.update("setting", row, value=text)


def _write_row(edit: YearEdit, table: str, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    row = edit.find(table, **key)
    cells = {name: value for name, value in values.items() if name != DROPPED}
    if values.get(DROPPED):
        if row is not None:
            edit.delete(table, row)
    elif row is None:
        scope = {"scope": "全部", "params": ""} if table == "award_rule" else {}
        if not scope or "method" in cells:  # a rule that went meanwhile does not come back by a change of it
            edit.insert(table, {**scope, **key, **cells})
    else:
        edit.update(table, row, **cells)


# --- how a scenario is stored


def encoded(changes: Iterable[Change]) -> str:
    """Changes as canonical JSON: table, key, column, and the value as the book's text."""
    rows = [[each.table, list(each.key), each.name, _text(each)] for each in changes]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> tuple[Change, ...]:
    """What `encoded` wrote."""
    return tuple(
        Change(table, tuple(key), name, _value(table, tuple(key), name, value))
        for table, key, name, value in json.loads(text)
    )


def _text(change: Change) -> str | None:
    value = change.value
    if change.table == "setting":
        return write_setting(_DEFINITIONS[str(change.key[0])], value)
    if isinstance(value, bool):
        return "是" if value else "否"
    return exact_text(value) if isinstance(value, int | Decimal | Fraction) else value  # type: ignore[return-value]


def _value(table: str, key: tuple[str | None, ...], name: str, text: str | None) -> Any:
    if text is None:
        return None
    if table == "setting":
        return read_setting(_DEFINITIONS[str(key[0])], text)
    if name == DROPPED:
        return text == "是"
    if name == "room":
        return int(text)
    return exact_value(text) if name in _EXACT else text
