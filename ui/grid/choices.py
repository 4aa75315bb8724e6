"""What can be chosen in a column: names of a choice, 是 and 否, the rows of the table that it refers to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from kpi_desktop.assessment import names
from kpi_desktop.assessment.settings import ECONOMIC_SCORE
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.entering import rows_of
from kpi_desktop.exchange.fields import Field, Kind, Reference

if TYPE_CHECKING:
    from ui.grid.entry_cells import EntryRow
    from ui.session import Session

Pairs = list[tuple[str, str]]
YES_NO: Pairs = [("是", "是"), ("否", "否")]


def choices_of(session: Session, table: str, field: Field) -> Callable[[EntryRow], Pairs] | None:
    """The choices of a column of a table; None where anything may be typed."""
    if table == "setting" and field.name == "value":
        return lambda row: setting_choices(session, str(row.ref))
    if field.kind is Kind.FLAG:
        return lambda row: YES_NO
    if field.choices:
        return lambda row: [(words, words) for words in field.choices.values()]
    if field.refers:
        refers = field.refers
        return lambda row: referred(session, refers)
    if (table, field.name) in _GRADES:
        also = _GRADES[table, field.name]
        return lambda row: _grades(session) + [(each, each) for each in also]
    return None


_GRADES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("grade_decision", "grade"): (),
    ("adjustment", "treatment"): (names.ONE_LOWER,),
}


def referred(session: Session, refers: Reference) -> Pairs:
    """The rows that a column may name: (code or name, code and name)."""
    if session.book is None or session.view is None:
        return []
    rows = rows_of(session.book, session.view.year, refers.table)
    wanted = [row for row in rows if not refers.kinds or row["kind"] in refers.kinds]
    pairs = [_pair(row) for row in wanted]
    return pairs + [(each, each) for each in refers.also]


def _pair(row: Mapping[str, Any]) -> tuple[str, str]:
    if "code" not in row:
        return str(row["name"]), str(row["name"])
    return str(row["code"]), f"{row['code']} {row.get('name') or row.get('title') or ''}".strip()


def names_of(session: Session, field: Field) -> dict[str, str]:
    """The names of codes that a column may hold; empty for columns that hold names already."""
    if field.refers is None or field.kind not in (Kind.CODE, Kind.CODES):
        return {}
    return {code: words.removeprefix(code).strip() for code, words in referred(session, field.refers) if code != words}


def stored_text(session: Session, field: Field, text: str) -> str:
    """What a typed text stands for: where it is the name, or code and name, of just one row, that row's code."""
    if field.refers is None or field.kind not in (Kind.CODE, Kind.CODES) or not text.strip():
        return text
    pairs = referred(session, field.refers)
    if field.kind is Kind.CODES:
        parts = text.replace(",", "、").replace("，", "、").split("、")
        return "、".join(_code_of(pairs, part.strip()) for part in parts if part.strip())
    return _code_of(pairs, text)


def _code_of(pairs: Pairs, text: str) -> str:
    wanted = text.strip()
    if any(code == wanted for code, _ in pairs):
        return wanted
    found = [code for code, words in pairs if wanted in (words, words.removeprefix(code).strip())]
    return found[0] if len(found) == 1 else text


def setting_choices(session: Session, name: str) -> Pairs:
    """What the value of a parameter can be, where that is a choice."""
    field = SETTING_FIELDS.get(name)
    if field is None:
        return []
    if field.kind is Kind.FLAG:
        return YES_NO
    if field.choices:
        return [(words, words) for words in field.choices.values()]
    if field.among:
        return [(f"{each:f}", f"{each:f}") for each in field.among]
    if name == "否决等次":
        return _grades(session)
    if name == "督查扣分类别":
        return referred(session, Reference("category", kinds=("deduction",)))
    if name == "同分比较":
        return [(ECONOMIC_SCORE, ECONOMIC_SCORE), *referred(session, Reference("category", kinds=("scored",)))]
    return []


def _grades(session: Session) -> Pairs:
    if session.book is None or session.view is None:
        return []
    bands = rows_of(session.book, session.view.year, "grade_band")
    return [(name, name) for name in dict.fromkeys(str(band["name"]) for band in bands)]


def own_field(field: Field | None, ref: object) -> Field | None:
    """How a cell is read: as its column says; the value of a parameter as that parameter says."""
    return SETTING_FIELDS.get(str(ref), field) if field and field.kind is Kind.SETTING else field
