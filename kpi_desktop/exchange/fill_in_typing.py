"""The cells of returned forms as if they had been typed into the book: so they pass the same checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kpi_desktop.exchange import fill_in
from kpi_desktop.exchange.entering import Typed
from kpi_desktop.exchange.fill_in_comparing import stored_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kpi_desktop.exchange.fill_in_parts import YearRows
    from kpi_desktop.exchange.fill_in_planning import Proposal, Returned

RowRef = tuple[str, int | str]


def typed_of(
    rows: YearRows, file: Returned, proposals: Iterable[Proposal]
) -> tuple[list[Typed], dict[int | str, dict[str, Any]], dict[RowRef, list[Proposal]]]:
    """What `proposals` of one form type into which rows; what new rows hold besides; the proposals of each row."""
    typed: list[Typed] = []
    fixed: dict[int | str, dict[str, Any]] = {}
    of_row: dict[RowRef, list[Proposal]] = {}
    for each in proposals:
        table, _, column = each.id.slot
        known = stored_row(rows, file.department, each.id.slot, each.day)
        row: int | str = known["id"] if known else _new_name(file, each)
        if known is None:
            fixed[row] = _besides(file, each)
        typed.append(Typed(table, row, column.partition("@")[0], each.form))
        of_row.setdefault((table, row), []).append(each)
        if known and column.startswith("value@") and known["basis"] != file.basis:
            typed.append(Typed(table, row, "basis", fill_in.basis_name(file.basis)))
    return typed, fixed, of_row


def _new_name(file: Returned, each: Proposal) -> str:
    """A name for a row that the book does not have yet."""
    slot = each.id.slot
    return "/".join((file.department, slot.table, slot.code, slot.column.partition("@")[2]))


def _besides(file: Returned, each: Proposal) -> dict[str, Any]:
    """What a new row holds that nobody fills in."""
    slot = each.id.slot
    match slot.table:
        case "actual":
            month = fill_in.month_of(slot.column)
            return {"indicator": slot.code, "department": file.department, "month": month, "basis": file.basis}
        case "self_score":
            return {"department": file.department, "subject": slot.code}
        case _:
            return {"task": slot.code}
