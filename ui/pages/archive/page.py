"""台账管理: workbooks in and out, forms to fill in, the history, backups, settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.archive.backups import Backups
from ui.pages.archive.bringing import Bringing
from ui.pages.archive.forms import FillInForms
from ui.pages.archive.history import History
from ui.pages.archive.settings import Settings
from ui.pages.page import Page
from ui.parts.controls import Segments

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

IMPORT, FORMS, HISTORY, BACKUPS, SETTINGS = "import", "forms", "history", "backups", "settings"
EXPORT = "export"
"""No tab of its own: asks where the year is to be written."""


class ArchivePage(Page):
    """Five tabs; each is read when it is shown."""

    def __init__(self, jobs: Jobs, session: Session) -> None:
        super().__init__(self.tr("台账管理"), jobs, session)
        self.hint = self.tr("拖入工作簿即预览导入，拖入文件夹即收填报表 · 每一步都能撤销，历史里能单独撤销")
        self.tab = IMPORT
        self.bringing = Bringing(session, jobs)
        self.forms = FillInForms(session, jobs)
        self.history = History(session)
        self.backups = Backups(session, jobs)
        self.settings = Settings(session)
        self.tabs: dict[str, QWidget] = {
            IMPORT: self.bringing,
            FORMS: self.forms,
            HISTORY: self.history,
            BACKUPS: self.backups,
            SETTINGS: self.settings,
        }
        self._connect()
        self._lay_out()

    def _connect(self) -> None:
        for each in (self.bringing, self.forms, self.backups):
            each.told.connect(self.told)
            each.refused.connect(self.refused)
        self.bringing.written.connect(self._written)
        self.bringing.went.connect(self.go)
        self.bringing.new_book_asked.connect(self._ask_new_book)
        self.settings.changed.connect(self.session.changed)
        self.settings.look_chosen.connect(self._look_chosen)

    def _lay_out(self) -> None:
        self.segments = Segments(self.tr("台账管理"))
        items = [
            (self.tr("导入导出"), IMPORT),
            (self.tr("填报表"), FORMS),
            (self.tr("历史"), HISTORY),
            (self.tr("备份与恢复"), BACKUPS),
            (self.tr("设置"), SETTINGS),
        ]
        self.segments.show_items([(words, key) for words, key in items], IMPORT)
        self.segments.chosen.connect(lambda key: self.show_tab(str(key)))
        self.head.addWidget(self.segments)
        self.head.addStretch(1)
        self.stack = QStackedWidget()
        for tab in self.tabs.values():
            self.stack.addWidget(tab)
        self.column.addWidget(self.stack, 1)

    # --- showing

    def show_view(self, view: YearView) -> None:
        self._show_tab()

    def show_tab(self, key: str) -> None:
        """Bring a tab on screen."""
        self.tab = key
        self.segments.mark(key)
        self.stack.setCurrentWidget(self.tabs[key])
        self._show_tab()

    def _show_tab(self) -> None:
        if self.view is None or self.session.book is None:
            return
        if self.tab == IMPORT:
            self.bringing.show_view(self.view)
        elif self.tab == FORMS:
            self.forms.show_view(self.view)
        elif self.tab == HISTORY:
            self.history.show_view()
        elif self.tab == BACKUPS:
            self.backups.show_view()
        else:
            self.settings.show_view()

    # --- what the user does

    def visit(self, goal: tuple[str, ...]) -> None:
        """(tab,), ("import", workbook), ("export",), ("forms", folder), ("history", sequence), ("backups", "now")."""
        if goal and goal[0] == EXPORT:
            self.show_tab(IMPORT)
            self.bringing.ask_export()
            return
        if not goal or goal[0] not in self.tabs:
            return
        self.show_tab(goal[0])
        if len(goal) < 2:
            return
        if goal[0] == IMPORT:
            self.bringing.open(Path(goal[1]))
        elif goal[0] == FORMS:
            self.forms.collect(Path(goal[1]))
        elif goal[0] == HISTORY:
            self.history.go_to(int(goal[1]))
        elif goal[1] == "now":
            self.backups.back_up()

    def _written(self, year: object) -> None:
        if isinstance(year, int):
            self.session.choose_year(year)

    def _ask_new_book(self) -> None:
        self.go.emit(("command", QCoreApplication.translate("Commands", "导入工作簿，新建考核台账")))

    def _look_chosen(self, look: str) -> None:
        words = {
            "light": QCoreApplication.translate("Commands", "浅色界面"),
            "dark": QCoreApplication.translate("Commands", "深色界面"),
            "system": QCoreApplication.translate("Commands", "界面明暗跟随系统"),
        }
        self.go.emit(("command", words[look]))

    def set_narrow(self, narrow: bool) -> None:
        self.history.set_narrow(narrow)
        self.backups.set_narrow(narrow)

    def close_panel(self) -> bool:
        if self.tab == IMPORT:
            return self.bringing.close_preview()
        return self.forms.returned.close_preview() if self.tab == FORMS else False
