"""Widths of columns that the user has settled on, kept from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings

from ui.grid.header import title_width

if TYPE_CHECKING:
    from ui.grid.entry_view import EntryView


def restore(view: EntryView, grid: str) -> None:
    """Give every column its remembered width, else that of its description."""
    kept: Any = QSettings()
    for at, column in enumerate(view.entries.columns):
        wide = max(column.width, title_width(column.title, column.unit))
        view.setColumnWidth(at, int(kept.value(_key(grid, column.name), wide)))


def remember(grid: str, column: str, width: int) -> None:
    """Keep a width."""
    QSettings().setValue(_key(grid, column), width)


def _key(grid: str, column: str) -> str:
    return f"grid/{grid}/{column}".replace(":", "_")
