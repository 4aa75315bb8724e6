"""Opening, importing and starting books: what the welcome page, the book menu and a dropped file ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.frame.entries import ARCHIVE
from ui.look.tokens import GAP
from ui.recent import recent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.frame.window import Window
    from ui.importing.view import ImportView
    from ui.jobs import Jobs, Progress
    from ui.session import Session

BOOK, WORKBOOK = ".kpi", ".xlsx"
WORKBOOKS = (WORKBOOK, ".xlsm", ".xls", ".et")
SAMPLE = "高新区2020示例.kpi"


class Books(QObject):
    """`refused` and `told` bring a title and a sentence for the notice."""

    refused = Signal(str, str)
    told = Signal(str, str)

    def __init__(self, session: Session, jobs: Jobs, window: Window) -> None:
        super().__init__(window)
        self._session, self._jobs, self._window = session, jobs, window
        self._failure = ""
        self.importing: ImportView | None = None

    # --- what the user asks for

    def ask_open(self) -> None:
        """Let the user choose a book, or a workbook, and open it."""
        from PySide6.QtWidgets import QFileDialog  # its class takes 5 ms to make

        title = self.tr("打开考核台账")
        kinds = self.tr("考核台账和工作簿 (*.kpi *.db *.xlsx);;所有文件 (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        if chosen:
            self.open(Path(chosen))

    def ask_import(self) -> None:
        """Let the user choose a workbook and make a new book from it."""
        from PySide6.QtWidgets import QFileDialog  # its class takes 5 ms to make

        title = self.tr("导入工作簿，新建考核台账")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), self.tr("工作簿 (*.xlsx)"))
        if chosen:
            self.import_workbook(Path(chosen))

    def ask_new(self) -> None:
        """Let the user name a new book that has nothing in it yet."""
        from PySide6.QtWidgets import QFileDialog  # its class takes 5 ms to make

        title, kinds = self.tr("新建空白台账"), self.tr("考核台账 (*.kpi)")
        untold = QFileDialog.Option.DontConfirmOverwrite  # a file that is there is refused, not replaced
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, self._folder(), kinds, options=untold)
        if chosen:
            self.make_new(Path(chosen))

    def make_new(self, path: Path) -> None:
        """Make an empty book at `path` and open it; it asks for its first year."""
        target = path if path.suffix.lower() == BOOK else path.with_name(path.name + BOOK)

        def make(_progress: Progress) -> Path:
            from kpi_desktop.book.creation import create

            create(target)
            return target

        self._make(make, self.tr("正在新建 {name}").format(name=target.stem), self.tr("没有新建台账"))

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

    def ask_bring(self) -> None:
        """Let the user choose a workbook and bring it into the open book; a new one where none is open."""
        from PySide6.QtWidgets import QFileDialog  # its class takes 5 ms to make

        if self._session.view is None:
            self.ask_import()
            return
        title, kinds = self.tr("导入工作簿到当前台账"), self.tr("工作簿 (*.xlsx *.xlsm)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        if chosen:
            self._bring(Path(chosen))

    def _bring(self, path: Path) -> None:
        """Preview a workbook, or a folder of forms that came back, for the open book."""
        self._visit("forms" if path.is_dir() else "import", str(path))

    def _visit(self, *what: str) -> None:
        if self._window.desk:
            self._window.desk.visit((ARCHIVE, *what))

    def open(self, path: Path) -> None:
        """Open a book; a workbook is previewed for the open book, or for a new one; a folder holds forms."""
        if self._session.view is not None and (path.is_dir() or path.suffix.lower() in WORKBOOKS):
            self._bring(path)
        elif path.suffix.lower() in WORKBOOKS:
            self.import_workbook(path)
        else:
            self._session.open(path)

    def import_workbook(self, workbook: Path) -> None:
        """Show what a new book made from `workbook` would hold; it is made at a place the user names."""
        from ui.importing.view import ImportView

        before = self._window.stack.currentWidget()
        view = self.importing = ImportView(self._session, self._jobs, new_book=True)
        view.setContentsMargins(GAP, GAP, GAP, GAP)
        view.told.connect(self.told)
        view.refused.connect(self.refused)
        view.busy.ended.connect(lambda: self._give_up(view, before) if view.preview.preview is None else None)
        view.closed.connect(lambda: self._give_up(view, before))
        view.written.connect(lambda path: self._made_from(view, path))
        self._window.stack.addWidget(view)
        self._window.stack.setCurrentWidget(view)
        view.open(workbook)

    def _give_up(self, view: QWidget, before: QWidget) -> None:
        self._window.stack.setCurrentWidget(before)
        self._window.stack.removeWidget(view)
        view.deleteLater()

    def _made_from(self, view: QWidget, path: object) -> None:
        self._made(path)
        self._window.stack.removeWidget(view)
        view.deleteLater()

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
        """Whether a dropped thing is a single file or folder."""
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
        self._add(self.tr("新建空白台账…"), self.ask_new)
        if self._session.view is not None:
            self._add(self.tr("导入工作簿到当前台账…"), self.ask_bring)
            self._add(self.tr("导出本年工作簿…"), lambda: self._visit("export"))
            self._add(self.tr("立即备份"), lambda: self._visit("backups", "now"))
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
