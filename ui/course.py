"""The panel of the year's course: what the next step needs, the step itself, back with a reason, 定稿, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from kpi_desktop.assessment.checklist import FINDINGS
from kpi_desktop.assessment.names import YEAR_STATES
from ui.finishing import Finishing
from ui.gap_goals import goal_of
from ui.grid.cells import GROUP, PAIR, Cell, Column, Row
from ui.grid.view import Table
from ui.look import pen
from ui.look.fonts import font, heading
from ui.look.tokens import BODY, CARD, GAP, SMALL, STATUS_BAR, TOP_BAR
from ui.parts.ask import AskForm
from ui.parts.card import label
from ui.parts.check import Check
from ui.parts.controls import button, icon_button
from ui.parts.fields import CHOICE, LONG, Field
from ui.terms import term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.gaps import Gap
    from ui.jobs import Jobs
    from ui.session import Session
    from ui.year import YearView

WIDTH, ROW, LEFT, AROUND = 420, 44, 12, 212


class CoursePanel(QFrame):
    """Lies over the page below the strip and blocks nothing. `went` brings the goal of a finding."""

    went = Signal(object)
    told = Signal(str, str)

    def __init__(self, window: QWidget, session: Session, jobs: Jobs) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("年度进程"))
        self.hide()
        self.session = session
        self.gaps: list[Gap] = []
        self.finishing = Finishing(session, jobs, self)
        self.finishing.said.connect(self._show_progress)
        self.finishing.moved.connect(self._move_bar)
        self.finishing.done.connect(self.told)
        self.title = QLabel()
        self.title.setFont(heading(CARD))
        self.remark = label("", SMALL, "quiet", wraps=True)
        self.meaning = label("", BODY, "quiet", wraps=True)
        self.count = QLabel()
        self.count.setFont(font(BODY + 1))
        self.list = Table(self.tr("下一步的清单"), (Column(""),), ROW)
        self.list.horizontalHeader().hide()
        self.list.activated_on.connect(self._go)
        self.sure = Check(self.tr("已核对无误，定稿后本年度不能再改"))
        self.sure.toggled.connect(self._arrange_buttons)
        self.progress = label("", SMALL, "quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.form = AskForm(self)
        self.form.closed.connect(self._form_closed)
        self._lay_out()

    # --- building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(GAP, 0, 8, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(icon_button("x", self.tr("收起 Esc"), self.hide))
        column.addLayout(head)
        self.main = QWidget()
        inside = QVBoxLayout(self.main)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for widget in (self.remark, self.meaning, self.count):
            widget.setContentsMargins(GAP, 0, GAP, 0)
            inside.addWidget(widget)
        inside.addWidget(self.list, 1)
        inside.addLayout(self._foot())
        column.addWidget(self.main, 1)
        column.addWidget(self.form, 1)
        self.form.hide()

    def _foot(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 4, GAP, GAP)
        column.setSpacing(8)
        column.addWidget(self.sure)
        column.addWidget(self.progress)
        column.addWidget(self.bar)
        self.forward = button("", self.move_on, "arrow-right", "primary")
        self.cancel = button(self.tr("取消"), self.finishing.cancel)
        self.save = button(self.tr("另存表样…"), self.finishing.ask_folder, "download-simple")
        self.back = button("", self.ask_back, kind="link")
        row = QHBoxLayout()
        for widget in (self.forward, self.save, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.back)
        column.addLayout(row)
        return column

    # --- showing

    def turn(self) -> None:
        """Open, or close."""
        if self.isVisible():
            self.hide()
        elif self.session.view is not None:
            self.show_view(self.session.view)
            self.show()
            self.raise_()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Below the strip, as high as its list, or as the window lets it be."""
        window = self.parentWidget()
        bar = getattr(window, "navigation", None)
        left = (bar.width() if bar else 0) + LEFT
        room = window.height() - TOP_BAR - STATUS_BAR - LEFT
        revised = self.remark.heightForWidth(WIDTH) + ROW // 4 if self.remark.isVisibleTo(self) else 0
        needed = AROUND + revised + max(self.list.content_height(ROW), ROW)
        self.setGeometry(left, TOP_BAR, WIDTH, room if self.form.isVisibleTo(self) else min(room, needed))

    def show_view(self, view: YearView) -> None:
        """Show where `view` stands and what comes next."""
        here = term(YEAR_STATES[view.facts.state])
        self.title.setText(self.tr("{year} 年度 · {state}").format(year=view.year, state=here))
        self.remark.setText(self._revision(view))
        self.remark.setVisible(view.facts.revision > 1)
        self.meaning.setText(self._meaning(view))
        self.sure.setChecked(False)
        self._show_list(view)
        self._arrange_buttons()
        self._place()

    def _revision(self, view: YearView) -> str:
        if view.facts.revision == 1:
            return ""
        words = self.tr("第 {now} 版，更正第 {old} 版：{reason}")
        return words.format(now=view.facts.revision, old=view.facts.revision - 1, reason=self.finishing.reason())

    def _meaning(self, view: YearView) -> str:
        return {
            "draft": self.tr("下一步是执行：目标任务定下来，各部门开始按期报送。"),
            "running": self.tr("下一步是考核：年终自评、核定、评议，补齐全年数据。"),
            "assessing": self.tr("下一步是复核：结果告知各部门，受理申诉，认定等次。"),
            "review": self.tr("下一步是定稿：结果和全套表样照此留存，本年度从此不能改动；更正要另开一版。"),
            "final": self.tr(
                "定稿时的结果和表样原样留存，任何内容都不能改动。确需更正的，写明原因另开一版，原稿保留。"
            ),
        }[view.facts.state]

    def _show_list(self, view: YearView) -> None:
        if not view.next_state:
            self._show_stored()
            return
        blockers, warnings = view.checklist.blockers, view.checklist.warnings
        self.gaps = [*sorted(blockers, key=lambda gap: list(FINDINGS).index(gap.kind)), *warnings]
        rows = [row for kind in FINDINGS for row in self._kind_rows(view, kind, blockers, term(FINDINGS[kind]))]
        rows += self._group_rows(view, warnings, self.tr("提醒，不挡下一步"))
        self.count.setText(view.lacking)
        self.list.show_rows(rows)

    def _kind_rows(self, view: YearView, kind: str, blockers: Sequence[Gap], words: str) -> list[Row]:
        return self._group_rows(view, [gap for gap in blockers if gap.kind == kind], words)

    def _group_rows(self, view: YearView, gaps: Sequence[Gap], words: str) -> list[Row]:
        if not gaps:
            return []
        head = Row([Cell(self.tr("{kind} {count} 处").format(kind=words, count=len(gaps)))], None, GROUP)
        return [head, *(self._row(view, gap) for gap in gaps)]

    def _row(self, view: YearView, gap: Gap) -> Row:
        name = view.name(gap.department) if gap.department else term(FINDINGS[gap.kind])
        told = gap.message.removeprefix(f"{name}：").removeprefix(f"{name}:")
        return Row([Cell(told, PAIR, under=name, tip=gap.message)], self.gaps.index(gap))

    def _show_stored(self) -> None:
        stored = self.finishing.stored()
        self.gaps = []
        words = self.tr("留存表样 {count} 份") if stored else self.tr("这一版没有留存表样，可在“报表”里打印")
        self.count.setText(words.format(count=len(stored)))
        size = self.tr("{size} KB")
        self.list.show_rows(
            [Row([Cell(each.name, PAIR, under=size.format(size=-(-each.size // 1024)))], each.name) for each in stored]
        )

    def _arrange_buttons(self) -> None:
        view = self.session.view
        if view is None:
            return
        state, running = view.facts.state, self.finishing.running
        final = state == "final"
        self.sure.setVisible(state == "review" and not running)
        self.forward.setVisible(not final and not running)
        self.forward.setEnabled(state != "review" or self.sure.isChecked())
        words = self.tr("定稿") if state == "review" else self.tr("进入{next}").format(next=view.next_state)
        self.forward.setText(words)
        self.forward.setAccessibleName(words)
        self.save.setVisible(final and bool(self.list.rows.rows))
        self.back.setVisible(state != "draft" and not running)
        self.back.setText(self.tr("更正，另开一版…") if final else self.tr("退回…"))
        self.back.setAccessibleName(self.back.text())
        self.cancel.setVisible(running)
        self.progress.setVisible(running)
        self.bar.setVisible(running)

    def _move_bar(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _show_progress(self, words: str) -> None:
        self.progress.setText(words)
        self._arrange_buttons()

    # --- what the user does

    def _go(self, at: object, column: int) -> None:
        view = self.session.view
        if isinstance(at, str):
            self.finishing.ask_file(at)
        elif isinstance(at, int) and view and (goal := goal_of(view, self.gaps[at])):
            self.hide()
            self.went.emit(goal)

    def move_on(self) -> None:
        """The next step; a refusal is told with the list of what is missing."""
        view = self.session.view
        if view is None or not view.next_state:
            return
        if view.facts.state == "review":
            self.finishing.start(view)
            self._arrange_buttons()
            return
        state = list(YEAR_STATES)[view.course_place + 1]
        if self.finishing.move(view, state, None):
            self.told.emit(self.tr("{year} 年度已进入{state}").format(year=view.year, state=view.next_state), "")

    def ask_back(self) -> None:
        """Ask to which state and why; from 定稿 that opens a new revision."""
        view = self.session.view
        if view is None:
            return
        final = view.facts.state == "final"
        earlier = list(YEAR_STATES)[: view.course_place]
        choices = [(term(YEAR_STATES[state]), state) for state in reversed(earlier)]
        title = self.tr("更正定稿") if final else self.tr("退回上一步")
        note = self.tr("原稿和表样原样保留，新的一版从所选的状态开始。") if final else ""
        fields = [
            Field(
                "state",
                self.tr("从哪一步重新开始") if final else self.tr("退回到"),
                CHOICE,
                choices[0][1],
                choices=choices,
            ),
            Field("reason", self.tr("原因"), LONG, required=True),
        ]
        self.main.hide()
        self.form.show()
        self._place()
        verb = self.tr("另开一版") if final else self.tr("退回")
        self.form.ask(title, fields, verb, lambda answers: self._back(answers["state"], answers["reason"]), note)

    def _back(self, state: str, reason: str) -> bool:
        view = self.session.view
        return view is not None and self.finishing.move(view, state, reason)

    def _form_closed(self) -> None:
        self.form.hide()
        self.main.show()
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "edge")
        painter.end()
