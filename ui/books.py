"""Opening, importing and starting books: what the welcome page, the book menu and a dropped file ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog

from ui.session import recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.frame.window import Window
    from ui.jobs import Jobs, Progress
    from ui.session import Session

BOOK, WORKBOOK = ".kpi", ".xlsx"
WORKBOOKS = (WORKBOOK, ".xlsm", ".xls", ".et")
SAMPLE = "高新区2020示例.kpi"
MOST_ERRORS = 8


class Books(QObject):
    """`refused` and `told` bring a title and a sentence for the notice."""

    refused = Signal(str, str)
    told = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, window: Window) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._failure = ""

    # --- what the user asks for

    def ask_open(self) -> None:
        """Let the user choose a book, or a workbook, and open it."""
        title = self.tr("打开考核台账")
        kinds = self.tr("考核台账和工作簿 (*.kpi *.db *.xlsx);;所有文件 (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        if chosen:
            self.open(Path(chosen))

    def ask_import(self) -> None:
        """Let the user choose a workbook and make a new book from it."""
        title = self.tr("导入工作簿，新建考核台账")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), self.tr("工作簿 (*.xlsx)"))
        if chosen:
            self.import_workbook(Path(chosen))

    def open_sample(self) -> None:
        """Open the sample zone, made once in the user's own folder."""
        target = self.sample_path()
        if target.exists():
            self.open(target)
            return
        target.parent.mkdir(parents=True, exist_ok=True)

        def make(progress: Progress) -> Path:
            from kpi_desktop.exchange.sample import make_sample

            return make_sample(target, progress.at)

        self._make(make, self.tr("正在准备示例区"), self.tr("示例区没有建成"))

    def open(self, path: Path) -> None:
        """Open a book; a workbook is imported."""
        if path.suffix.lower() in WORKBOOKS:
            self.import_workbook(path)
        else:
            self._session.open(path)

    def import_workbook(self, workbook: Path) -> None:
        """Make a new book from `workbook`, at a place the user names."""
        title = self.tr("新台账存到哪里")
        proposal = str(workbook.with_suffix(BOOK))
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, proposal, self.tr("考核台账 (*.kpi)"))
        if not chosen:
            return
        target = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(BOOK)

        taken, other = self.tr("“{path}”已经存在。"), self.tr("请换一个文件名，或直接打开它。")
        wrong = self.tr("有 {count} 处要先改正，什么也没有写入：")

        def make(progress: Progress) -> Path:
            from kpi_desktop.book.refusal import Refusal
            from kpi_desktop.exchange.importing import import_workbook

            if target.exists():
                raise Refusal(taken.format(path=target), other)
            plan = import_workbook(target, workbook)
            if plan.errors:
                first = "\n".join(f"{error.cell}：{error.message}" for error in plan.errors[:MOST_ERRORS])
                raise Refusal(wrong.format(count=len(plan.errors)), "\n" + first)
            return target

        words = self.tr("正在导入 {name}").format(name=workbook.name)
        self._make(make, words, self.tr("没有导入“{name}”").format(name=workbook.name))

    def _make(self, work: Callable[[Progress], Path], words: str, failure: str) -> None:
        job = self._jobs.start(work, words)
        self.told.emit(words, "")
        self._failure = failure
        job.finished.connect(self._made)
        job.failed.connect(self._failed)

    def _made(self, path: object) -> None:
        self._window.notice.hide()
        if isinstance(path, Path):
            self._session.open(path)

    def _failed(self, error: object) -> None:
        from kpi_desktop.book.refusal import Refusal

        self._window.notice.hide()
        if isinstance(error, Refusal):
            self.refused.emit(self._failure, str(error))
        elif isinstance(error, BaseException):
            self.refused.emit(self._failure, self.tr("程序出错，原有的台账没有动。请把日志交给维护人员。"))
            raise error

    # --- dropped files

    def can_take(self, dropped: QMimeData) -> bool:
        """Whether a dropped thing is a single file."""
        return self._dropped(dropped) is not None

    def take(self, dropped: QMimeData) -> None:
        """Open what was dropped."""
        if path := self._dropped(dropped):
            self.open(path)

    def _dropped(self, dropped: QMimeData) -> Path | None:
        files = [url.toLocalFile() for url in dropped.urls() if url.isLocalFile()]
        return Path(files[0]) if len(files) == 1 else None

    # --- where books are

    def path_of(self, location: Path | str) -> Path:
        """The path that a command line or a page gave."""
        return Path(location)

    def sample_path(self) -> Path:
        """Where the sample zone's book is kept."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents) / SAMPLE

    def _folder(self) -> str:
        if self._session.path:
            return str(self._session.path.parent)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def fill_menu(self) -> None:
        """What the button with the book's name offers."""
        menu = self._window.topbar.book.menu()
        menu.clear()
        self._add(self.tr("打开考核台账…"), self.ask_open, "Ctrl+O")
        self._add(self.tr("导入工作簿新建…"), self.ask_import)
        self._add(self.tr("打开示例区"), self.open_sample)
        others = [path for path in recent() if path != str(self._session.path) and Path(path).exists()]
        if others:
            menu.addSeparator()
        for path in others:
            self._add(Path(path).stem, lambda path=path: self.open(Path(path)), hint=path)

    def _add(self, words: str, act: Callable[[], object], key: str = "", hint: str = "") -> None:
        menu = self._window.topbar.book.menu()
        action = QAction(words + ("\t" + key if key else ""), menu)
        action.setToolTip(hint)
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
