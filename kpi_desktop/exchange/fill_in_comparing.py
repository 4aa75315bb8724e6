"""A returned form against what it held when it went out, and against the book as it is now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from kpi_desktop.assessment import names
from kpi_desktop.exchange import cells, fill_in
from kpi_desktop.exchange.cells import BadCell, Unit
from kpi_desktop.exchange.draft import CellError
from kpi_desktop.exchange.fields import Field
from kpi_desktop.exchange.fill_in import Slot
from kpi_desktop.exchange.fill_in_parts import YearRows
from kpi_desktop.exchange.fill_in_reading import Filled, ReturnedForm


class Comparison(NamedTuple):
    """A cell that was filled in: as it was sent, as the book has it, as the form has it now. `row` says of what.

    `clash`: the book has changed since the form went out, or the value was confirmed, and a person must decide.
    """

    slot: Slot
    row: str
    place: str
    sent: str
    book: str
    form: str
    clash: bool = False
    day: str = ""


@dataclass
class Compared:
    """What was filled in and differs from the book, what does not read, what is worth knowing, what was the same."""

    changed: list[Comparison] = field(default_factory=list)
    errors: list[CellError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    same: int = 0


def compared(rows: YearRows, form: ReturnedForm) -> Compared:
    """Every cell of a form that its department filled in."""
    found = Compared()
    texts = {slot: text for slot, text in _texts(rows, form, found) if text is not None}
    closed: set[str] = set()
    for slot, text in texts.items():
        sent, filled = form.sent[slot], form.filled[slot]
        if text == sent.text:
            continue
        if sent.locked:
            found.notes.append(f"{filled.place} 是锁定的格，改成“{text}”没有采纳。")
        elif reason := _closed(rows, form, slot):
            if slot.code not in closed:
                found.notes.append(reason)
            closed.add(slot.code)
        else:
            _compare(rows, form, slot, text, texts, found)
    return found


def _texts(rows: YearRows, form: ReturnedForm, found: Compared) -> Iterator[tuple[Slot, str | None]]:
    """Each cell as its column reads it, as the text that is stored; None where it does not read."""
    for slot, filled in form.filled.items():
        try:
            yield slot, _read(rows, form, slot, filled)
        except BadCell as bad:
            column = _column(slot)
            words = cells.message(column, filled.cell, bad)
            found.errors.append(CellError(filled.place, words, filled.cell.read, bad.wrong, bad.right))


def _read(rows: YearRows, form: ReturnedForm, slot: Slot, filled: Filled) -> str:
    sent, column = form.sent[slot], _column(slot)
    if filled.cell.is_blank:
        must_stay = fill_in.field_of(slot.table, slot.column).required or bool(column.choices)
        if sent.text and not sent.locked and must_stay:
            raise BadCell(f"原有的“{sent.text}”被清空", "没有变化请保留原数")
        return ""
    unit = rows.indicators.get(slot.code, {}).get("unit") if column.in_unit else None
    return cells.shown(column, cells.read(column, filled.cell, Unit(unit)))


def _column(slot: Slot) -> Field:
    """The column, named as the form names it; blanks are looked at elsewhere."""
    header = fill_in.header_of(slot.table, slot.column)
    return replace(fill_in.field_of(slot.table, slot.column), required=False, header=header)


def _closed(rows: YearRows, form: ReturnedForm, slot: Slot) -> str:
    """Why the book does not take a row of the form any more."""
    if slot.table != "progress":
        return ""
    task = rows.tasks.get(slot.code)
    if task is None or task["lead"] != form.info.department:
        return f"任务 {slot.code} 已不由{form.info.name}牵头，进展没有采纳。"
    if task["state"] not in fill_in.OPEN_STATES:
        return f"任务 {slot.code} {names.TASK_STATES[task['state']]}，进展没有采纳。"
    return ""


def _compare(
    rows: YearRows, form: ReturnedForm, slot: Slot, text: str, texts: Mapping[Slot, str], found: Compared
) -> None:
    day = texts.get(slot._replace(column="day"), "") if slot.table == "progress" else ""
    book = stored_text(rows, form.info.department, slot, day)
    if text == book:
        found.same += 1
        return
    sent = form.sent[slot].text
    clash = book != sent or _is_confirmed(rows, form, slot)
    place = form.filled[slot].place
    found.changed.append(Comparison(slot, _label(rows, slot, day), place, sent, book, text, clash, day))


def _is_confirmed(rows: YearRows, form: ReturnedForm, slot: Slot) -> bool:
    """Whether a month that was open when the form went out has been confirmed since, and the form does not confirm."""
    row = stored_row(rows, form.info.department, slot) if slot.column.startswith("value@") else None
    return row is not None and row["basis"] == "confirmed" != form.info.basis


def stored_row(rows: YearRows, department: str, slot: Slot, day: str = "") -> Mapping[str, Any] | None:
    """The row of the book that a cell of a form is about; of progress the report of the same day."""
    match slot.table:
        case "actual":
            return rows.actuals.get((slot.code, department, fill_in.month_of(slot.column)))
        case "self_score":
            return rows.own.get((department, slot.code))
        case _:
            reports = rows.progress.get(slot.code, ())
            return next((row for row in reports if day and row["day"] == date.fromisoformat(day)), None)


def stored_text(rows: YearRows, department: str, slot: Slot, day: str = "") -> str:
    """What the book has in the place of a cell of a form."""
    row = stored_row(rows, department, slot, day)
    column = fill_in.field_of(slot.table, slot.column)
    return cells.shown(column, row[column.name]) if row else ""


def _label(rows: YearRows, slot: Slot, day: str) -> str:
    """What a row is about: the name of its indicator or task."""
    if slot.code in rows.indicators:
        return str(rows.indicators[slot.code]["name"])
    name = rows.tasks[slot.code]["title"] if slot.code in rows.tasks else slot.code
    return f"{name}（{day}）" if day else str(name)
