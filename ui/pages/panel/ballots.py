"""The grid of anonymous ballots: department, class, score, and how many ballots gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi_desktop.assessment.trimming import dropped
from ui.grid.entry_cells import EntryRow
from ui.grid.sources import TableSource

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.session import Session

NAMES = ("department", "rater_class", "score", "ballots")
WIDTHS = {"department": 190, "rater_class": 130, "score": 90, "ballots": 120}


class BallotSource(TableSource):
    """The ballots on one indicator that bear no name."""

    def __init__(self, session: Session, indicator: str) -> None:
        fixed = {"indicator": indicator, "rater": None}
        super().__init__(session, "rating", NAMES, "匿名票", fixed=fixed, widths=WIDTHS)
        self.indicator = indicator

    def scope(self) -> Hashable:
        return (super().scope(), self.indicator)

    def rows(self) -> list[EntryRow]:
        view = self.session.view
        if view is None:
            return []
        ids = [row["id"] for row in self.stored(self.table)]
        gone = {ids[place]: count for place, count in dropped(view.facts, self.indicator).items() if place < len(ids)}
        return [self._marked(row, gone.get(row.ref, 0)) for row in super().rows()]  # type: ignore[call-overload]

    def _marked(self, row: EntryRow, gone: int) -> EntryRow:
        """The row with what 去极值 drops of it."""
        if not gone:
            return row
        made = {name: row.cells[name] for name in NAMES}
        tip = self.tr("去极值：去掉 {count} 票").format(count=gone)
        if gone >= int(made["ballots"].text or 1):
            for name in ("score", "ballots"):
                made[name] = made[name]._replace(struck=True, token="pale", tip=tip)
        else:
            made["ballots"] = made["ballots"]._replace(tag=self.tr("去 {count} 票").format(count=gone), tip=tip)
        return row._replace(cells=made)

    def department_of(self, ref: object) -> str:
        """Whom the ballots of a row are for."""
        return next((row["department"] for row in self.stored(self.table) if row["id"] == ref), "")
