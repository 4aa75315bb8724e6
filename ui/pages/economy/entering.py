"""Months' entries as a grid writes them: which row of the book a cell is, what typing, clearing and confirming do."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.months import is_ratio
from kpi_desktop.assessment.text import half_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kpi_desktop.assessment.exact import Exact
    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from kpi_desktop.exchange.entering import Entered
    from ui.session import Session

TABLE = "actual"
PRELIMINARY, CONFIRMED = "preliminary", "confirmed"
VALUE = "value"
LARGEST_ASKED = 3
"""A ratio above it is surely meant as a percentage."""
EDITED = (VALUE, "analysis", "countermeasure")


class Place(NamedTuple):
    """Where a month's entry belongs."""

    indicator: str
    department: str
    month: int


class Edit(NamedTuple):
    """One cell: the column of the entry, and the text."""

    place: Place
    name: str
    text: str


def write(session: Session, edits: Sequence[Edit], action: str, basis: str = "") -> Mapping[tuple[Place, str], str]:
    """Save edits as one step; the reason for each that was not saved. Values are typed as `basis` (快报, 核定).

    Clearing a value takes the month's entry away; a word about a month that has no value yet is not saved.
    """
    if session.book is None or session.view is None:
        return {}
    known = ids(session)
    removed = [each for each in edits if each.name == VALUE and not each.text.strip()]
    kept = [each for each in edits if each not in removed]
    given = {each.place for each in kept if each.name == VALUE}
    early = [each for each in kept if each.name != VALUE and each.place not in known and each.place not in given]
    kept = [each for each in kept if each not in early]
    asked = {(each.place, VALUE): why for each in kept if each.name == VALUE and (why := _asked(session, each))}
    kept = [each for each in kept if (each.place, each.name) not in asked]
    reason = QCoreApplication.translate("Months", "这个月还没有数，先填数，再写分析和对策")
    problems = {(each.place, each.name): reason for each in early if each.text.strip()} | asked
    gone = [(TABLE, known[each.place]) for each in removed if each.place in known]
    if kept or gone:
        problems |= _entered(session, kept, gone, known, action, basis)
    return problems


def _entered(
    session: Session,
    edits: Sequence[Edit],
    gone: Sequence[tuple[str, int]],
    known: Mapping[Place, int],
    action: str,
    basis: str,
) -> dict[tuple[Place, str], str]:
    from kpi_desktop.assessment.names import BASES
    from kpi_desktop.exchange.entering import Typed, enter

    refs: dict[Place, int | str] = {each.place: known.get(each.place, _new(each.place)) for each in edits}
    typed = [Typed(TABLE, refs[each.place], each.name, each.text) for each in edits]
    if basis:
        good = dict.fromkeys(each.place for each in edits if each.name == VALUE and _value(session, each) is not None)
        typed += [Typed(TABLE, refs[place], "basis", BASES[basis]) for place in good]
    fixed = {ref: place._asdict() for place, ref in refs.items() if isinstance(ref, str)}
    made: list[Entered] = []

    def act(book: Book) -> Changes:
        assert session.view is not None
        made.append(enter(book, session.view.year, typed, action, fixed, gone))
        return made[0].changes

    session.act(act, QCoreApplication.translate("Months", "没有写入"), later=True)
    if not made:
        return {}
    places = {ref: place for place, ref in refs.items()}
    names = {each.place: each.name for each in edits}
    return {
        (places[row], name if name in EDITED else names[places[row]]): why
        for (_, row, name), why in made[0].problems.items()
    }


def _value(session: Session, edit: Edit) -> Exact | None:
    """What a text reads as; None where it cannot be read."""
    from kpi_desktop.exchange.cells import BadCell, Cell, Unit, read
    from kpi_desktop.exchange.columns import field

    indicator = session.view.indicators.get(edit.place.indicator) if session.view else None
    try:
        found: Exact = read(field(TABLE, VALUE), Cell(edit.text), Unit(indicator.unit if indicator else None))
    except BadCell:
        return None
    return found


def _asked(session: Session, edit: Edit) -> str:
    """What must be asked about a value: 88.5 may be 88.5%, where the targets are ratios. Empty where nothing must."""
    view = session.view
    indicator = view.indicators.get(edit.place.indicator) if view else None
    if view is None or indicator is None or not is_ratio(indicator) or "%" in half_width(edit.text):
        return ""
    goals = [
        goal
        for target in view.facts.targets
        if target.indicator == indicator.code
        for goal in (target.base, target.stretch)
        if goal is not None
    ]
    value = _value(session, edit)
    if value is None or value <= LARGEST_ASKED or not goals or max(goals) > LARGEST_ASKED:
        return ""
    words = QCoreApplication.translate("Months", "“{text}”是 {text}% 吗？是就写“{text}%”")
    return words.format(text=edit.text.strip())


def _new(place: Place) -> str:
    return "/".join(map(str, place))


def ids(session: Session) -> dict[Place, int]:
    """The ids of the year's entries."""
    from kpi_desktop.exchange.entering import rows_of

    if session.book is None or session.view is None:
        return {}
    found = rows_of(session.book, session.view.year, TABLE)
    return {Place(row["indicator"], row["department"], row["month"]): row["id"] for row in found}


def name_of(verb: str, what: str, places: Sequence[Place], session: Session) -> str:
    """What a step is called in the journal: 填写 实绩：固定资产投资 规划建设局 10 月."""
    view = session.view
    codes, departments, months = (list(dict.fromkeys(values)) for values in zip(*places, strict=True))
    one = view.indicators[codes[0]].name if view and codes[0] in view.indicators else codes[0]
    which = one if len(codes) == 1 else f"{len(codes)} 项指标"
    who = view.name(departments[0]) if view else departments[0]
    who = who if len(departments) == 1 else f"{len(departments)} 个部门"
    first, last = min(months), max(months)
    when = str(first) if first == last else f"{first}-{last}"
    return f"{verb} {what}：{which} {who} {when} 月"


def confirm(session: Session, places: Iterable[Place], action: str) -> int:
    """Make the preliminary values at `places` confirmed, in one step; how many there were."""
    from kpi_desktop.assessment.names import BASES

    view = session.view
    if view is None:
        return 0
    found = [place for place in places if (entry := view.entered.get(place)) and entry.basis == PRELIMINARY]
    if not found:
        return 0
    problems = write(session, [Edit(place, "basis", BASES[CONFIRMED]) for place in found], action)
    return len(found) - len(problems)
