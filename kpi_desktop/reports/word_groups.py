"""Groups of a table in Word as in print: where the table says so, their sums stand in their own row."""

from collections.abc import Sequence
from dataclasses import replace

from kpi_desktop.reports.forms.blocks import GROUP, SUM, Row, Table


def folded(table: Table) -> Table:
    """The table with the sums of each group in the row over it; the same where its sums stand under their group."""
    if not table.sums_above:
        return table
    rows: list[Row] = []
    for at, row in enumerate(table.rows):
        sums = _sums(table.rows, at) if row.kind == GROUP else None
        if sums is not None:
            rows.append(_joined(row, sums))
        elif row.kind != SUM or _leader(table.rows, at) is None:
            rows.append(row)
    return replace(table, rows=tuple(rows), sums_above=False)


def _sums(rows: Sequence[Row], group: int) -> Row | None:
    """The row that sums up the group that begins there; None where it has none."""
    following = next((row for row in rows[group + 1 :] if row.kind in (GROUP, SUM)), None)
    return following if following is not None and following.kind == SUM else None


def _leader(rows: Sequence[Row], sums: int) -> int | None:
    """The group that a row of sums closes; None of one that sums up sums, such as the total."""
    before = next((at for at in range(sums - 1, -1, -1) if rows[at].kind in (GROUP, SUM)), None)
    return before if before is not None and rows[before].kind == GROUP else None


def _joined(group: Row, sums: Row) -> Row:
    """The group's name where the label of its sums stands and in the empty cells after it, then the sums."""
    span, rest = sums.cells[0].span, list(sums.cells[1:])
    while len(rest) > 1 and not rest[0].text:
        span += rest.pop(0).span
    return Row((replace(group.cells[0], span=span), *rest), GROUP)
