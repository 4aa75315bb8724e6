"""The books that were open: the last one, and a short list of recent ones, kept in the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

LAST, RECENT = "books/last", "books/recent"
MOST_RECENT = 6


def remember(path: Path) -> None:
    """Note `path` as the last book, and first of the recent ones."""
    settings: Any = QSettings()
    settings.setValue(LAST, str(path))
    settings.setValue(RECENT, [str(path), *(other for other in recent() if other != str(path))][:MOST_RECENT])


def last() -> Path | None:
    """The book that was open last, where it still exists."""
    path = Path(str(QSettings().value(LAST, "") or ""))
    return path if path.name and path.exists() else None


def recent() -> list[str]:
    """The books that were open, latest first."""
    kept = QSettings().value(RECENT, [])
    return [kept] if isinstance(kept, str) else list(kept or [])  # type: ignore[call-overload]
