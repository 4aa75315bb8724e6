"""Between the grid and what is below it: which cell to begin with, and which 快报 are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi_desktop.assessment.facts import WHOLE_ZONE
from ui.pages.economy.entering import PRELIMINARY, Place
from ui.pages.economy.notes import ANALYSIS
from ui.pages.economy.source import ZONE, MonthsSource

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.grid.entry import EntryGrid
    from ui.pages.economy.borne import Borne
    from ui.pages.economy.review import ReviewSource
    from ui.year import YearView


def first_cell(source: MonthsSource | ReviewSource, each: Borne, month: int) -> tuple[Hashable, str]:
    """Where to begin with a bearer: at the last month's value, else at the analysis."""
    if not isinstance(source, MonthsSource):
        return each.ref, ANALYSIS
    department = WHOLE_ZONE if source.layout.kind == ZONE else each.light.department
    return source.ref_of(Place(each.light.code, department, min(max(month, 1), 12)))


def selected_early(grid: EntryGrid, source: object, view: YearView) -> list[Place]:
    """The entries in the selected block that are still 快报; nothing for a single cell."""
    if not isinstance(source, MonthsSource) or grid.view.selection.is_single:
        return []
    cells = [(grid.model.row(row).ref, grid.model.columns[column].name) for row, column in grid.view.selection.cells()]
    found = [place for ref, name in cells if (place := source.place(ref, name))]
    return [place for place in found if (entry := view.entered.get(place)) and entry.basis == PRELIMINARY]
