"""The panel beside the ledger: an item's story, a form in its place, or the work of the day; a drawer when narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from ui.frame.entries import ECONOMY
from ui.gap_goals import is_there
from ui.look.tokens import DRAWER_WIDTH, GAP, SMALL
from ui.pages.supervision.about import About
from ui.pages.supervision.events import EventList
from ui.pages.supervision.proposal import ProposalCard
from ui.pages.supervision.story import Story, story_of_target, story_of_task
from ui.pages.supervision.timeline import Timeline
from ui.pages.supervision.work import WorkList
from ui.parts.ask import AskForm
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.parts.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages.supervision.acting import Acting
    from ui.pages.supervision.items import Item
    from ui.year import YearView

WIDE = 424
PATIENCE = 40
"""Milliseconds that the choice rests before a story is read: keys held down do not read them all."""


class Panel(Card):
    """`closed` that it was put away."""

    closed = Signal()

    def __init__(self, acting: Acting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("事项经过"))
        self.setAcceptDrops(True)
        self._acting = acting
        self.item: Item | None = None
        self.story: Story | None = None
        self._view: YearView | None = None
        self._items: Sequence[Item] = ()
        self._later = QTimer(self, singleShot=True, interval=PATIENCE)
        self._later.timeout.connect(self._tell)
        holder = QWidget()
        self.body.addWidget(holder, 1)
        self.stack = QStackedLayout(holder)
        self.stack.addWidget(self._story_part())
        self.form = AskForm()
        self.form.closed.connect(self.show_story)
        self.stack.addWidget(self.form)
        self.work = WorkList()
        self.work.closed.connect(self.show_story)
        self.stack.addWidget(self.work)
        self.set_narrow(False)

    def _story_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(GAP, 6, GAP, GAP)
        column.setSpacing(6)
        self.close_button = icon_button("x", self.tr("收起 Esc"), self.closed.emit, 14)
        self.about = About()
        corner = QHBoxLayout(self.about)
        corner.setContentsMargins(0, 0, 0, 0)
        corner.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.about)
        self.timeline = Timeline()
        column.addWidget(self.timeline)
        self.events = EventList()
        self.events.asked.connect(self._event_asked)
        column.addWidget(self.events, 1)
        column.addWidget(self._actions())
        self.proposal = ProposalCard()
        self.proposal.issue.connect(self._acting.draft_current)
        self.proposal.edit.connect(self._acting.ask_draft)
        self.proposal.skip.connect(self._acting.ask_skip)
        column.addWidget(self.proposal)
        self.empty = label(self.tr("在台账里选一行，这里讲它的经过。"), SMALL + 1, "quiet", wraps=True)
        column.addWidget(self.empty)
        return part

    def _actions(self) -> QWidget:
        acting = self._acting
        self.actions = QWidget()
        row = Flow(self.actions)
        self.report_button = button(self.tr("报进展"), acting.ask_progress, hint="F2")
        self.file_button = button(self.tr("附佐证"), acting.ask_file)
        self.extend_button = button(self.tr("延期"), acting.ask_extension)
        self.finish_button = button(self.tr("销号"), acting.ask_finish)
        self.figures_button = button(self.tr("填实绩"), acting.show_figures)
        self.score_button = button(self.tr("看得分"), acting.show_score)
        self.resume_button = button(self.tr("恢复"), acting.resume)
        for each in (
            self.report_button,
            self.resume_button,
            self.file_button,
            self.extend_button,
            self.finish_button,
            self.figures_button,
            self.score_button,
        ):
            row.addWidget(each)
        self.more = button(self.tr("更多…"), self._show_more)
        self.menu = QMenu(self.more)
        for words, act in (
            (self.tr("节点完成…"), lambda: acting.ask_milestone()),
            (self.tr("申请销号"), acting.submit),
            (self.tr("暂缓…"), acting.ask_suspend),
            (self.tr("终止…"), acting.ask_cancel),
            (self.tr("看考核得分"), acting.show_score),
        ):
            self.menu.addAction(words, act)
        row.addWidget(self.more)
        return self.actions

    def _show_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))

    # --- showing

    def show_view(self, view: YearView, found: Sequence[Item]) -> None:
        """Show the same item, or the same form, as things are now."""
        self._view, self._items = view, found
        subject = self.item.subject if self.item else None
        self.item = next((item for item in found if item.subject == subject), None)
        if self.item:
            self.show_item(view, self.item)
        else:
            self._show_nothing()
        if self.stack.currentWidget() is self.work:
            self._acting.show_work()

    def show_item(self, view: YearView, item: Item) -> None:
        """Tell the story of `item`; a form about another one is put away."""
        other = self.item is None or self.item.subject != item.subject
        self._view, self.item = view, item
        if other and self.stack.currentWidget() is self.form:
            self.show_story()
        self.about.show_item(view, item)
        self._offer(view, item)
        for part in (self.about, self.timeline, self.events, self.actions):
            part.show()
        self.empty.hide()
        self._later.start()

    def _show_nothing(self) -> None:
        for part in (self.about, self.timeline, self.events, self.actions, self.proposal):
            part.hide()
        self.empty.show()

    def _offer(self, view: YearView, item: Item) -> None:
        """What can be done with the item as it stands."""
        usable = view.facts.state != "final"
        task = item.task
        closed = bool(task and task.state in ("finished", "suspended", "cancelled"))
        for each in (self.report_button, self.extend_button, self.finish_button):
            each.setVisible(task is not None and not closed)
            each.setEnabled(usable)
        self.resume_button.setVisible(closed)
        self.resume_button.setEnabled(usable)
        self.file_button.setEnabled(usable)
        self.score_button.setVisible(task is None)
        self.figures_button.setVisible(task is None and is_there(ECONOMY))
        self.more.setVisible(task is not None and not closed)
        self.more.setEnabled(usable)
        self.proposal.setVisible(item.proposal is not None)
        if item.proposal:
            draft = self._acting.draft_of(item)
            self.proposal.show_draft(view, item, draft, self._acting.explanation(item), usable)

    def _tell(self) -> None:
        """Read and show the story of the item."""
        if self._view is None or self.item is None:
            return
        if self.item.task:
            chapters = self._acting.chapters(self.item.task.code)
            self.story = story_of_task(self._view, self.item, chapters)
        else:
            self.story = story_of_target(self._view, self.item, self._acting.evidence(self.item))
        self.timeline.show_story(self.story, self._view.day)
        self.events.show_events(self.story.events, self._view.year)

    def tell_now(self) -> None:
        """Tell at once what would be told after a moment's rest."""
        self._later.stop()
        self._tell()

    def show_form(self) -> None:
        """Bring the form to the front."""
        self.stack.setCurrentWidget(self.form)

    def show_work(self) -> None:
        """Bring the work of the day to the front."""
        self.stack.setCurrentWidget(self.work)

    def show_story(self) -> None:
        """Bring the story back to the front."""
        self.stack.setCurrentIndex(0)

    def close_form(self) -> bool:
        """Put a form or the work of the day away; whether there was one."""
        if self.stack.currentIndex() == 0 or not self.isVisible():
            return False
        self.show_story()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        files = [url for url in event.mimeData().urls() if url.isLocalFile()]
        if self.item and files and self._view and self._view.facts.state != "final":
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped on the panel is evidence for its item."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self._acting.ask_file(files[0])

    def set_narrow(self, narrow: bool) -> None:
        """A drawer in a narrow window."""
        self.setFixedWidth(DRAWER_WIDTH if narrow else WIDE)
        self.close_button.setVisible(narrow)
        self.about.reserve = 30 if narrow else 0
        self.timeline.set_low(narrow)
        self.proposal.set_narrow(narrow)

    def _event_asked(self, goal: object) -> None:
        if isinstance(goal, tuple):
            self._acting.event_asked(*goal)
