"""Imported first: what keeps the start quick."""

import gc
import sys

WRITING = "kpi_desktop.book.writing"


def rest() -> None:
    """No search for cycles during the start: imports make many objects and no rubbish."""
    gc.disable()


def wake() -> None:
    """The start is over: search again, and leave alone for good what it made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def over() -> None:
    """The start is over: what the first change of a book needs is fetched while nobody waits for it."""
    import threading
    from importlib import import_module

    wake()
    threading.Thread(target=import_module, args=(WRITING,), name="fetch", daemon=True).start()


if "PySide6.QtWidgets" not in sys.modules:  # this is a start, and nobody borrows parts of the window
    rest()

import PySide6.QtCore  # noqa: E402, F401 - its import machinery must be there before it can be told to be quick


def leave_sources_alone() -> None:
    """Let later imports be as quick as without PySide6; does nothing where PySide6 works otherwise.

    PySide6 reads the source of every module imported after it, to see whether it asks for `__feature__`. Nothing here
    does, and with a library as large as SQLAlchemy that reading is a seventh of the start.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _uses_no_feature


def _uses_no_feature(_module: object) -> bool:
    return False


leave_sources_alone()
