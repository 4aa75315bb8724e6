"""The grid of 加减分: what belongs to a veto alone can be typed only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.grid.entry_cells import EntryCell, EntryRow
from ui.grid.sources import TableSource

if TYPE_CHECKING:
    from collections.abc import Hashable

    from kpi_desktop.assessment.facts import Adjustment
    from ui.session import Session

NAMES = ("department", "category", "points", "reason", "basis", "treatment", "stops_rewards")
WIDTHS = {"department": 138, "category": 84, "points": 58, "reason": 266, "basis": 190, "treatment": 78}
WIDER = {"reason": 470, "basis": 330}
"""What a wide window has room for."""
OF_A_VETO = ("treatment", "stops_rewards")


class AdjustmentSource(TableSource):
    """All entries of the year, as in their sheet."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "adjustment", NAMES, "加减分", widths=WIDTHS, needed=("basis",))

    def take_room(self, wide: bool) -> None:
        """Long texts get more room in a wide window."""
        self._widths = WIDTHS | WIDER if wide else WIDTHS

    def rows(self) -> list[EntryRow]:
        view = self.session.view
        kinds = {each.name: each.kind for each in view.facts.categories} if view else {}
        return [self._complete(row, kinds.get(row.cells["category"].text, "")) for row in super().rows()]

    def _complete(self, row: EntryRow, kind: str) -> EntryRow:
        if not kind:
            return row
        cells = {name: row.cells[name] for name in NAMES}
        if kind == "veto":
            cells["points"] = EntryCell("", locked=self.tr("否决不记分值"), shown="–", token="pale")
        else:
            for name in OF_A_VETO:
                text = cells[name].text if isinstance(row.ref, str) else ""
                shown = "" if text else "–"
                cells[name] = EntryCell(text, locked=self.tr("只用于一票否决"), shown=shown, token="pale")
            cells["points"] = cells["points"]._replace(required=True)
        return row._replace(cells=cells)

    def place_of(self, ref: Hashable) -> int:
        """Where a row is among the year's entries; -1 where it is not saved."""
        ids = [row["id"] for row in self.stored(self.table)]
        return ids.index(ref) if ref in ids else -1

    def entry(self, ref: Hashable) -> Adjustment | None:
        """The entry of a row."""
        place, view = self.place_of(ref), self.session.view
        return view.facts.adjustments[place] if view and place >= 0 else None

    def ref_at(self, place: int) -> Hashable:
        """The row of an entry."""
        found: Hashable = self.stored(self.table)[place]["id"]
        return found
