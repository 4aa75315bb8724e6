"""Writing many prepared rows at once: what an import, a pasted block or a filled-in form comes down to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition, years
from kpi_desktop.book.operation import Changes, Operation
from kpi_desktop.book.refusal import Refusal


@dataclass(frozen=True, slots=True)
class RowChanges:
    """What becomes of the rows of one table: columns by name; `updates` and `deletes` by the id of the row."""

    table: str
    inserts: Sequence[Mapping[str, Any]] = ()
    updates: Sequence[tuple[int, Mapping[str, Any]]] = ()
    deletes: Sequence[int] = ()

    def __bool__(self) -> bool:
        return bool(self.inserts or self.updates or self.deletes)


def apply_rows(
    book: Book,
    year: int,
    changes: Iterable[RowChanges],
    action: str,
    reason: str | None = None,
    since: int | None = None,
) -> Changes:
    """Write prepared rows into the latest revision of `year`, all in one operation; the year is opened where it is new.

    New rows come after those that are there. `since`: the last journal entry known when the rows were prepared.
    Refusal when the year is final, or when somebody wrote to the book since.
    """
    with book.operation(action, reason) as operation:
        if since is not None and journal.newest(operation.connection)[0] != since:
            raise Refusal("台账在预览之后又有改动，没有写入。", "请重新预览后再导入。")
        edition_id = _edition_for_writing(operation, year)
        for change in changes:
            for row_id in change.deletes:
                operation.delete(change.table, row_id)
            for row_id, values in change.updates:
                operation.update(change.table, row_id, values)
            operation.insert_many(change.table, [{"edition_id": edition_id, **row} for row in change.inserts])
    return operation.changes


def _edition_for_writing(operation: Operation, year: int) -> int:
    """The id of the latest revision of a year, made where the book has none."""
    editions = [edition for edition in years(operation.connection) if edition.year == year]
    if not editions:
        return add_edition(operation, year)
    if editions[-1].state == "final":
        raise Refusal(f"{year} 年已定稿，不能再写入。", "确需更正，请先退回该年度，程序会另开一次修订。")
    return editions[-1].id
