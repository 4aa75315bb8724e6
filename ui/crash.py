"""What nobody expected: written down in a file of its own, and told to the user in a sentence that says where.

Known troubles of the user's world are refusals; one that nobody caught is told and leaves no file.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Signal

if TYPE_CHECKING:
    from types import TracebackType

    from ui.frame.window import Window

FOLDER, MOST_KEPT = "crash", 30


class Crash(QObject):
    """Hears of every exception that nobody caught, in whatever thread; `told` brings title and sentence in the GUI's.

    The same exception at the same place is written down once: a picture that fails is painted again and again.
    """

    told = Signal(str, str)
    _happened = Signal(str)
    _refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[tuple[str, str, int]] = set()
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._refused.connect(self._tell_refusal, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """From now on hear of them."""
        sys.excepthook = self.hear
        threading.excepthook = lambda args: self.hear(args.exc_type, args.exc_value, args.exc_traceback)

    def hear(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write down an exception and tell the user; an interrupt ends the program as ever."""
        from kpi_desktop.book.refusal import Refusal

        sys.__excepthook__(kind, error or kind(), trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        if isinstance(error, Refusal):  # a known trouble in the middle of showing something, as a stick pulled out
            self._refused.emit(str(error))
            return
        place = _place(kind, trace)
        if place not in self._seen:
            self._seen.add(place)
            self._happened.emit(str(write_down(kind, error or kind(), trace) or ""))

    def _tell(self, path: str) -> None:
        kept = self.tr("这一步没有做完；已保存的内容不受影响，可以继续使用。")
        where = self.tr("出错经过记在“{path}”，请把这个文件交给维护人员。").format(path=path)
        unwritten = self.tr("出错经过没能写到磁盘上。")
        self.told.emit(self.tr("程序出错了"), kept + (where if path else unwritten))

    def _tell_refusal(self, words: str) -> None:
        self.told.emit(self.tr("没有做成"), words)


def attend(window: Window) -> Crash:
    """Hear of crashes as long as `window` lives, and tell of them in it."""
    crash = Crash(window)
    crash.told.connect(window.notice.tell_problem)
    crash.listen()
    return crash


def folder() -> Path:
    """Where crashes are written down: with the program's own data, not beside the book."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)) / FOLDER


def write_down(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Path | None:
    """Write a crash into a file of its own; where it is, None where nothing can be written. Old ones go."""
    import platform
    import traceback
    from datetime import datetime

    now = datetime.now()
    head = f"{now:%Y-%m-%d %H:%M:%S}\n{QCoreApplication.applicationName()}, Python {platform.python_version()}"
    text = f"{head}, {platform.platform()}\n\n{''.join(traceback.format_exception(kind, error, trace))}"
    try:
        folder().mkdir(parents=True, exist_ok=True)
        path = folder() / f"{now:%Y%m%d-%H%M%S-%f}.txt"
        path.write_text(text, encoding="utf-8")
        for old in sorted(folder().glob("*.txt"))[:-MOST_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _place(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, str, int]:
    """What was raised, and the innermost place that raised it."""
    file, line = "", 0
    while trace is not None:
        file, line, trace = trace.tb_frame.f_code.co_filename, trace.tb_lineno, trace.tb_next
    return kind.__name__, file, line
