"""What is typed or pasted into a grid: read, checked and saved as an import would, but at once and cell by cell.

Each text is read as its column says, laid over the year, and judged by the checks of the import. The cells that are
good are saved in one entry of the journal; those that are not stay with the person who typed them, with the reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.judging import Line, judge, needed_tables, refuse_removal
from kpi_desktop.exchange.planning import changed_values, fill_blanks, stored_values
from kpi_desktop.exchange.standing import Standing, rows_of, standing
from kpi_desktop.office.rows import RowChanges, apply_rows

__all__ = ["Entered", "Prepared", "Typed", "enter", "prepare", "remove", "rows_of"]

Ref = tuple[str, int | str]
"""A row: its table, and its id or the name that a new row has for now."""
THE_YEAR = "年度"
NO_VALUES: Mapping[int | str, Mapping[str, Any]] = MappingProxyType({})


class Typed(NamedTuple):
    """One cell that was typed in. `row`: its id in the book, or a str that names a new row; of 参数 the name."""

    table: str
    row: int | str
    name: str
    text: str


@dataclass(frozen=True)
class Entered:
    """What became of typed cells.

    `problems`: the reason for every cell that was not saved. `made`: the ids of new rows by the names they had.
    `waiting`: new rows that are not saved yet, with the columns that they lack.
    """

    changes: Changes
    problems: Mapping[tuple[str, int | str, str], str] = field(default_factory=dict)
    made: Mapping[str, int] = field(default_factory=dict)
    waiting: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Prepared:
    """What typed cells would change, the reason for each that would not be saved, new rows that lack something.

    `since`: the last entry of the journal that was known.
    """

    planned: tuple[RowChanges, ...]
    problems: Mapping[tuple[str, int | str, str], str]
    waiting: Mapping[str, tuple[str, ...]]
    since: int


def enter(
    book: Book,
    year: int,
    typed: Iterable[Typed],
    action: str,
    fixed: Mapping[int | str, Mapping[str, Any]] = NO_VALUES,
    removed: Iterable[tuple[str, int]] = (),
) -> Entered:
    """Save what was typed into the latest edition of `year`, as one entry of the journal named `action`.

    `fixed`: values of columns that nobody typed, by row. `removed`: rows that go in the same step. A parameter that is
    cleared has its default again. Refusal when the year is final or not there, when a row that shall go is needed by
    others, and when somebody else changed what was typed on.
    """
    lines, planned, _ = _judged(book, year, typed, fixed, removed)
    changes = apply_rows(book, year, planned, action) if planned else Changes(0, action)
    return Entered(changes, _problems(lines), _made(book, changes, lines), _waiting(lines))


def prepare(
    book: Book, year: int, typed: Iterable[Typed], fixed: Mapping[int | str, Mapping[str, Any]] = NO_VALUES
) -> Prepared:
    """What `enter` would do, without doing it: for what is previewed first. Refusal as in `enter`."""
    lines, planned, since = _judged(book, year, typed, fixed, ())
    return Prepared(tuple(planned), _problems(lines), _waiting(lines), since)


def _judged(
    book: Book,
    year: int,
    typed: Iterable[Typed],
    fixed: Mapping[int | str, Mapping[str, Any]],
    removed: Iterable[tuple[str, int]],
) -> tuple[list[Line], list[RowChanges], int]:
    """The rows that were typed in, judged; what would be written; the last entry of the journal known then."""
    gone = set(removed)
    lines = _lines(typed, fixed)
    now = standing(book, year, needed_tables(lines, gone))
    if now.edition.state == "final":
        raise Refusal(f"{year} 年已定稿，不能再填报。", "确需更正，请先退回该年度，程序会另开一次修订。")
    _find(now, lines)
    gone |= _cleared(lines)
    if gone:
        refuse_removal(now, gone)
    judge(now, lines, gone)
    return lines, _changes(lines, gone), now.sequence


def _problems(lines: Iterable[Line]) -> dict[tuple[str, int | str, str], str]:
    return {(line.table, line.row, name): text for line in lines for name, text in line.problems.items()}


def _waiting(lines: Iterable[Line]) -> dict[str, tuple[str, ...]]:
    return {str(line.row): tuple(sorted(line.lacking, key=line.order)) for line in lines if line.waits}


def remove(book: Book, year: int, table: str, ids: Iterable[int], action: str) -> Changes:
    """Remove rows of a table as one entry of the journal. Refusal, naming them, when others need one of the rows."""
    return enter(book, year, (), action, removed=[(table, row_id) for row_id in ids]).changes


def _lines(typed: Iterable[Typed], fixed: Mapping[int | str, Mapping[str, Any]]) -> list[Line]:
    """What was typed, row by row, in the order in which rows were first typed in."""
    lines: dict[Ref, Line] = {}
    for table, row, name, text in typed:
        line = lines.get((table, row))
        if line is None:
            line = lines[table, row] = Line(SHEETS_BY_TABLE[table], row, dict(fixed.get(row, {})))
        line.texts[name] = text
    return list(lines.values())


def _find(now: Standing, lines: Iterable[Line]) -> None:
    """Find the rows of the book that were typed in."""
    for line in lines:
        line.known = now.tables[line.table].by_id.get(line.row)
        if line.known is None and not isinstance(line.row, str):
            raise Refusal(f"“{line.sheet.title}”表里的这一行已经不在了，没有写入。", "请刷新（F5）后再填。")


def _cleared(lines: list[Line]) -> set[tuple[str, int]]:
    """The parameters whose value was cleared: they go, and have their default again."""
    gone = set()
    for line in [line for line in lines if line.table == "setting"]:
        if line.row == THE_YEAR:
            line.take_back("value", "年度不能改")
        elif line.known and not line.texts.get("value", "").strip():
            lines.remove(line)
            gone |= {("setting", line.known.id)} if line.known.id is not None else set()
    return gone


def _changes(lines: Iterable[Line], gone: set[tuple[str, int]]) -> list[RowChanges]:
    """What is written, table by table."""
    planned: dict[str, RowChanges] = {}
    for table, row_id in sorted(gone):
        _plan(planned, table).deletes.append(row_id)  # type: ignore[attr-defined]
    for line in lines:
        if line.waits or not line.entry:
            continue
        fill_blanks(line.sheet, [line.entry])
        if line.entry.id is None:
            _plan(planned, line.table).inserts.append(stored_values(line.entry))  # type: ignore[attr-defined]
        elif values := changed_values(line.entry):
            _plan(planned, line.table).updates.append((line.entry.id, values))  # type: ignore[attr-defined]
    return [change for change in planned.values() if change]


def _plan(planned: dict[str, RowChanges], table: str) -> RowChanges:
    return planned.setdefault(table, RowChanges(table, [], [], []))


def _made(book: Book, changes: Changes, lines: Iterable[Line]) -> dict[str, int]:
    """The ids that new rows were given: the journal has them in the order in which they were written."""
    new = [line for line in lines if line.entry and line.entry.id is None and not line.waits]
    if not changes or not new:
        return {}
    with book.reading() as connection:
        written = journal.changes_of(connection, changes.sequence)
    ids: dict[str, list[int]] = {}
    for change in reversed(written):
        if change.before is None:
            ids.setdefault(change.table, []).append(change.row_id)
    return {str(line.row): ids[line.table].pop() for line in new}
