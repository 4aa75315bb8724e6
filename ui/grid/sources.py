"""Where the rows of entry grids come from: a table of the year, or one value of it laid out in two directions."""

from ui.grid.book_source import BookSource
from ui.grid.pivot_source import PivotSource
from ui.grid.table_source import TableSource

__all__ = ["BookSource", "PivotSource", "TableSource"]
