"""Cells that are made when somebody looks at them: most of 100,000 rows nobody ever does."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ui.grid.entry_cells import EntryCell

Make = Callable[[Mapping[str, Any], str], EntryCell | None]


class LazyCells(Mapping[str, EntryCell]):
    """The cells of a row of the book, kept once made."""

    __slots__ = ("_made", "_make", "values")

    def __init__(self, make: Make, values: Mapping[str, Any]) -> None:
        """`make` makes the cell of a column from the row's `values`, None where there is no such column."""
        self._make, self.values = make, values
        self._made: dict[str, EntryCell] | None = None

    def __getitem__(self, name: str) -> EntryCell:
        made = self._made
        if made is None:
            made = self._made = {}
        cell = made.get(name)
        if cell is None:
            cell = self._make(self.values, name)
            if cell is None:
                raise KeyError(name)
            made[name] = cell
        return cell

    def get(self, name: str, default: Any = None) -> Any:
        try:
            return self[name]
        except KeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)
