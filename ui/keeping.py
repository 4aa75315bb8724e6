"""Who is at work, and where and when copies of the book are kept: settings of this machine."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from kpi_desktop.book.book import Book

OPERATOR, FOLDER, ON_CLOSING, FAILED = "operator/name", "backup/folder", "backup/on_closing", "backup/failed"

_log = logging.getLogger(__name__)


def operator() -> str:
    """The name that goes into the journal; empty for who is logged in."""
    return str(QSettings().value(OPERATOR, "") or "").strip()


def name_operator(name: str, book: Book | None) -> None:
    """Let `name` go into the journal from now on; blank for who is logged in."""
    from kpi_desktop.book.presence import user_name

    QSettings().setValue(OPERATOR, name.strip())
    if book is not None:
        book.author = name.strip() or user_name()


def folder_for(book: Path) -> Path:
    """Where backups of the book at `book` go: the folder that was chosen, else beside it."""
    chosen = str(QSettings().value(FOLDER, "") or "")
    return Path(chosen) if chosen else book.parent


def choose_folder(folder: Path | None) -> None:
    """Let backups go to `folder`; None: beside each book."""
    QSettings().setValue(FOLDER, str(folder) if folder else "")


def backs_up_on_closing() -> bool:
    """Whether a book that was changed is copied when it is closed."""
    return str(QSettings().value(ON_CLOSING, "true")).lower() == "true"


def choose_on_closing(wanted: bool) -> None:
    """Whether a book that was changed shall be copied when it is closed."""
    QSettings().setValue(ON_CLOSING, "true" if wanted else "false")


def last_entry(book: Book) -> int:
    """The sequence of the last entry of a book's journal."""
    from kpi_desktop.book.journal import head

    return head(book)[0]


def back_up_on_closing(book: Book, opened_at: int) -> None:
    """Copy `book` where that is wanted and something was written since `opened_at`, the last entry on opening.

    A failure keeps nobody from closing: it is told at the next start.
    """
    from kpi_desktop.book.refusal import Refusal
    from kpi_desktop.office.copies import back_up_automatically

    if book.read_only or not backs_up_on_closing():
        return
    try:
        if last_entry(book) != opened_at:
            back_up_automatically(book, folder_for(book.path))
        QSettings().remove(FAILED)
    except (Refusal, OSError) as error:
        QSettings().setValue(FAILED, str(error))
        _log.warning("no backup on closing: %s", error)


def failure() -> str:
    """Why the last automatic backup failed; empty where it did not."""
    return str(QSettings().value(FAILED, "") or "")
