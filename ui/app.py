"""The program's start: the frame first, everything else after it is on screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import ui.quick  # isort: skip # noqa: F401 - before everything that imports much
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui import language
from ui.frame.window import Window
from ui.look.theme import Appearance, new_application

if TYPE_CHECKING:
    from pathlib import Path

ORGANISATION, NAME = "kpi_desktop", "考核督查台"


def application() -> QApplication:
    """The application with its names set, made once."""
    app = QApplication.instance() or new_application(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setOrganizationName(ORGANISATION)
    app.setApplicationName(ORGANISATION)
    language.use_chosen(app)
    app.setApplicationDisplayName(QCoreApplication.translate("Navigation", NAME))
    return app


def run(book: Path | str | None = None) -> int:
    """Show the window on `book`, or on the book that was open last; the exit status when it is closed."""
    app = application()
    window = Window(Appearance(app), book)
    window.began.connect(lambda: _attend(window))
    window.show()
    return app.exec()


def _attend(window: Window) -> None:
    from ui.crash import attend

    attend(window)
