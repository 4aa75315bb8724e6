"""The chosen blank: what it is, where it is filled, what was said about it, and a form to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpi_desktop.assessment.names import GAPS
from ui.gap_goals import goal_of
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, SMALL
from ui.pages.blanks.found import explanation_of
from ui.parts.ask import AskForm
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.parts.fields import CHOICE, DAY, LONG, Field
from ui.terms import term

if TYPE_CHECKING:
    from datetime import date

    from kpi_desktop.assessment.gaps import Gap
    from ui.year import YearView


class BlankPanel(Card):
    """`went` brings a goal, `explained` (subject, text, author, day), `withdrawn` the subject of an explanation."""

    went = Signal(object)
    explained = Signal(str, str, str, object)
    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setFixedWidth(DRAWER_WIDTH)
        self.gap: Gap | None = None
        self._view: YearView | None = None
        self.close_button = icon_button("x", self.tr("收起 Esc"))
        self.head.addWidget(self.close_button)
        self.about = QWidget()
        column = QVBoxLayout(self.about)
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(8)
        self.message = label("", BODY, wraps=True)
        self.advice = label("", SMALL, "quiet", wraps=True)
        self.fill = button(self.tr("去填"), self._go, "arrow-right", "primary")
        self.said_title = label(self.tr("已有说明"), SMALL, "quiet")
        self.said = label("", BODY, wraps=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.who = label("", SMALL, "quiet", wraps=True)
        self.ask = button(self.tr("说明原因…"), self.ask_why, "chat-text")
        self.withdraw = button(self.tr("撤回说明"), self._withdraw, "arrow-counter-clockwise")
        for widget in (self.message, self.advice, self.fill, self.said_title, self.said, self.who):
            column.addWidget(widget)
        column.addWidget(self.ask)
        column.addWidget(self.withdraw)
        column.addStretch(1)
        self.form = AskForm()
        self.form.closed.connect(self._form_closed)
        self.body.addWidget(self.about, 1)
        self.body.addWidget(self.form, 1)
        self.form.hide()

    def show_gap(self, view: YearView, gap: Gap) -> None:
        """Show a blank; a form that was open is put away."""
        self.gap, self._view = gap, view
        self._form_closed()
        self.title.setText(term(GAPS[gap.kind]))
        self.remark.setText(view.name(gap.department) if gap.department else self.tr("全区"))
        self.message.setText(gap.message)
        self.fill.setVisible(bool(goal_of(view, gap)))
        open_year = view.facts.state != "final"
        said = explanation_of(view, gap)
        settled = self.tr("这一处定稿时必须有结果，写了说明也要先认定。") if gap.kind == "undecided" else ""
        self.advice.setText(settled or self.tr("补上数据，或写明为什么空着：二者有一，才能进入下一步。"))
        self.advice.setVisible(said is None or bool(settled))
        self.said.setText(said.text if said else "")
        told = (said.author or "", str(said.day or "")) if said else ()
        self.who.setText(" · ".join(part for part in told if part))
        for widget in (self.said_title, self.said, self.who):
            widget.setVisible(said is not None)
        self.ask.setText(self.tr("改写说明…") if said else self.tr("说明原因…"))
        self.ask.setVisible(open_year)
        self.withdraw.setVisible(open_year and said is not None)

    def ask_why(self) -> None:
        """A form: for whom, why, who says so, when."""
        view, gap = self._view, self.gap
        if view is None or gap is None:
            return
        said = explanation_of(view, gap)
        fields = [
            Field("text", self.tr("为什么空着"), LONG, said.text if said else "", required=True),
            Field("author", self.tr("说明人"), value=(said.author or "") if said else "", required=True),
            Field("day", self.tr("日期"), DAY, str(self._day(view)), required=True),
        ]
        if gap.department and said is None and self._shared(view, gap):
            choices = [(view.name(gap.department), gap.name), (self.tr("承担它的所有部门"), gap.subject)]
            fields.insert(0, Field("subject", self.tr("对谁有效"), CHOICE, gap.name, choices=choices))
        self.about.hide()
        self.form.show()
        self.form.ask(self.tr("说明 {code}").format(code=gap.subject), fields, self.tr("保存"), self._answered)

    def _shared(self, view: YearView, gap: Gap) -> bool:
        """Whether several departments may have the same blank."""
        return gap.subject in view.indicators or gap.subject in {c.name for c in view.facts.categories}

    def _day(self, view: YearView) -> date:
        return view.day

    def _answered(self, answers: dict[str, object]) -> bool:
        assert self._view is not None and self.gap is not None
        said = explanation_of(self._view, self.gap)
        subject = said.subject if said else str(answers.get("subject") or self.gap.subject)
        self.explained.emit(subject, str(answers["text"]), str(answers["author"]), answers["day"])
        return False

    def _withdraw(self) -> None:
        if self._view and self.gap and (said := explanation_of(self._view, self.gap)):
            self.withdrawn.emit(said.subject)

    def _go(self) -> None:
        if self._view and self.gap and (goal := goal_of(self._view, self.gap)):
            self.went.emit(goal)

    def _form_closed(self) -> None:
        self.form.hide()
        self.about.show()

    @property
    def asking(self) -> bool:
        """Whether the form is open."""
        return self.form.isVisibleTo(self)

    def close_form(self) -> None:
        """Put the form away."""
        self._form_closed()
