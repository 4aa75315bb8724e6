"""What connects frame, pages and session: shows pages, fills the top bar, walks to goals, keeps the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QObject

from ui import language
from ui.books import Books
from ui.frame import entries
from ui.jobs import Jobs
from ui.recent import last
from ui.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from ui.course import CoursePanel
    from ui.frame.commands import Command
    from ui.frame.search import Place
    from ui.frame.window import Window
    from ui.pages.page import Page

MOST_BACK = 30


class Desk(QObject):
    """Set up after the window's first paint."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._way: list[str] = []
        self._panel = None
        self._course: CoursePanel | None = None
        self.jobs = Jobs(self)
        self.session = Session(self, self.jobs)
        self.books = Books(self.session, self.jobs, window)
        self._connect()

    def _connect(self) -> None:
        bar, session = self._window.topbar, self.session
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.refused.connect(self._window.notice.tell_problem)
        session.told.connect(self._told)
        self.books.refused.connect(self._window.notice.tell_problem)
        self.books.told.connect(self._window.notice.tell_news)
        self.jobs.changed.connect(self._jobs_changed)
        self._window.status.stopped.connect(self.jobs.stop)
        bar.year_chosen.connect(session.choose_year)
        bar.gaps_asked.connect(self._show_gaps)
        bar.went.connect(self.visit)
        bar.undo_asked.connect(session.undo)
        bar.redo_asked.connect(session.redo)
        bar.help_asked.connect(self.show_help)
        bar.course.clicked.connect(self.show_course)

    def begin(self, book: Path | str | None) -> None:
        """Open `book`, else the last one; where there is neither, the welcome page says what can be done."""
        language.use_qt_words(QCoreApplication.instance())
        self.books.fill_menu()
        self._jobs_changed()
        path = self.books.path_of(book) if book else last()
        if path is None or not self.session.open(path):
            self._opened()

    def places(self) -> list[Place]:
        """Everything the search field finds."""
        from ui.places import places

        return places(self.session.view, self.commands()) if self.session.view else []

    def commands(self) -> list[Command]:
        """What can be done from anywhere."""
        from ui.frame.commands import commands

        return commands(self, self._window.appearance)

    def show_page(self, key: str) -> Page | None:
        """Bring a page on screen; nothing without a book."""
        view = self.session.view
        if view is None:
            return None
        page = self._window.pages.get(key) or self._made(key)
        if self._window.stack.currentWidget() is not page:
            self._way = [*self._way, key][-MOST_BACK:]
            self._window.stack.setCurrentWidget(page)
            page.take_focus()
        self._window.navigation.mark(entries.entry_of(key).family)
        self._window.status.say_hint(page.hint)
        if page.view is not view:
            page.take(view)
        if self._panel and self._panel.isVisible():
            self._tell_help()
        return page

    def _made(self, key: str) -> Page:
        page = entries.make(key, self.jobs, self.session)
        self._window.pages[key] = page
        self._window.stack.addWidget(page)
        page.show_family(entries.siblings(key), key)
        page.set_narrow(self._window.narrow)
        page.go.connect(self.visit)
        page.day_chosen.connect(self._day_chosen)
        page.hint_changed.connect(self._window.status.say_hint)
        page.told.connect(self._window.notice.tell_news)
        page.refused.connect(self._window.notice.tell_problem)
        return page

    def visit(self, goal: object) -> None:
        """Go to a goal: (page, what, which …), or do a command: (command, its words)."""
        if isinstance(goal, tuple) and goal[0] == "command":
            next(each.act for each in self.commands() if each.words == goal[1])()
            return
        if isinstance(goal, tuple) and (page := self.show_page(str(goal[0]))):
            page.visit(goal[1:])

    def back(self) -> None:
        """The page before this one."""
        if len(self._way) > 1:
            self._way.pop()
            self.show_page(self._way.pop())

    def escape(self) -> None:
        """Close what hangs open."""
        if self._panel and self._panel.isVisible():
            self._panel.hide()
            return
        if self._course and self._course.isVisible():
            self._course.hide()
            return
        page = self._window.stack.currentWidget()
        if page in self._window.pages.values():
            page.close_panel()

    def show_help(self) -> None:
        """F1: what the page is for and what the keys do."""
        from ui.frame.help import HelpPanel

        if self._panel is None:
            self._panel = HelpPanel(self._window)
        self._tell_help()
        self._panel.turn()

    def _tell_help(self) -> None:
        """The help of the page on screen."""
        from ui.frame.help_texts import help_for

        if self._panel and (shown := self._shown()):
            page, entry = self._window.pages[shown], entries.entry_of(shown)
            self._panel.show_page(entry.word, help_for(shown), page.hint)

    def show_course(self) -> None:
        """The panel of the year's course, or away with it."""
        from ui.course import CoursePanel

        if self._course is None:
            self._course = CoursePanel(self._window, self.session, self.jobs)
            self._course.went.connect(self.visit)
            self._course.told.connect(self._window.notice.tell_news)
        self._course.turn()

    def close(self) -> None:
        """End what runs, then let go of the book."""
        self.jobs.close()
        self.session.close()

    def _told(self, words: str) -> None:
        self._window.notice.tell_news(words, "")

    def _show_gaps(self) -> None:
        self.visit((entries.OVERVIEW, "gaps"))

    def _day_chosen(self, day: QDate) -> None:
        self.session.choose_day(day.toPython())

    def _jobs_changed(self) -> None:
        words = self.jobs.words() or self.tr("无任务")
        self._window.status.say(background=self.tr("后台：{what}").format(what=words))
        self._window.status.offer_stop(self.jobs.stoppable)

    def _opened(self) -> None:
        session, window = self.session, self._window
        self._way = []
        window.navigation.enable(bool(session.years))
        window.topbar.show_book(session.title, str(session.path or ""))
        self.books.fill_menu()
        if session.waiting:
            words = self.tr("正在读取 {name}…").format(name=session.title)
            window.stack.setCurrentIndex(0)
            window.reading.setText(words)
            return
        if session.view is None:
            from ui.welcome import Welcome

            window.navigation.mark("")
            window.topbar.show_year((), 0)
            welcome = Welcome(self.books, session)
            window.stack.addWidget(welcome)
            window.stack.setCurrentWidget(welcome)

    def _changed(self) -> None:
        session, window = self.session, self._window
        view = session.view
        if view is None:
            return
        window.topbar.show_year(session.years, view.year)
        window.topbar.course.show_state(view.course_words, view.course_place)
        window.topbar.show_lacking(view.lacking)
        tasks, targets = view.reds
        window.navigation.show_badges({entries.SUPERVISION: tasks, entries.ECONOMY: targets})
        window.topbar.undo.setEnabled(session.can_undo)
        window.topbar.redo.setEnabled(session.can_redo)
        window.status.say(saved=session.saved_words, operator=session.operator_words, note=session.note)
        if self._course and self._course.isVisible():
            self._course.show_view(view)
        self.show_page(self._shown() or entries.OVERVIEW)

    def _shown(self) -> str | None:
        """The key of the page on screen."""
        window = self._window
        return next((key for key, page in window.pages.items() if page is window.stack.currentWidget()), None)
