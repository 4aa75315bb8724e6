"""The grid of departments: a new row is given the next code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.grid.sources import TableSource
from ui.pages.targets.sources import with_codes

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.session import Session

NAMES = ("code", "name", "kind", "group", "takes_part", "headcount", "payout_headcount", "head", "leader")
WIDTHS = {
    "code": 104,
    "name": 160,
    "kind": 100,
    "group": 100,
    "takes_part": 60,
    "headcount": 72,
    "payout_headcount": 84,
    "head": 92,
    "leader": 92,
}


class DepartmentSource(TableSource):
    """All departments of the year, as in their sheet."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "department", NAMES, "部门", widths=WIDTHS, frozen=2)

    def save(self, edits: list[tuple[Hashable, str, str]], action: str) -> dict[tuple[Hashable, str], str]:
        return super().save(with_codes(self, edits, self._taken, "D"), action)

    def _taken(self) -> tuple[list[str], list[str]]:
        view = self.session.view
        return ([each.code for each in view.facts.departments] if view else []), []

    def code_of(self, ref: object) -> str:
        """The code of a row; empty for a new one."""
        return next((row.cells["code"].text for row in self.rows() if row.ref == ref), "")

    def ref_of(self, code: str) -> Hashable | None:
        """The row of a department."""
        return next((row.ref for row in self.rows() if row.cells["code"].text == code), None)

    def remove_code(self, code: str) -> None:
        """Delete a department."""
        ref = self.ref_of(code)
        if ref is not None:
            self.remove([ref])
