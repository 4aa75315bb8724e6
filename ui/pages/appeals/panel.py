"""The chosen appeal: claim, line, decision and effect; forms to raise one and to decide it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kpi_desktop.assessment.names import APPEAL_RESULTS
from ui.frame.entries import REPORTS, SCORE
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, SMALL
from ui.pages.appeals.listed import effects, line_words, lines_of, sign
from ui.parts.ask import AskForm
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button, icon_button
from ui.parts.fields import CHOICE, DAY, LONG, NUMBER, Field
from ui.terms import phrases
from ui.words import signed

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Appeal
    from ui.year import YearView


class AppealPanel(Card):
    """`went` brings a goal, `raised` and `decided` the answers of their forms, `withdrawn` a number."""

    went = Signal(object)
    raised = Signal(object)
    decided = Signal(str, object)
    withdrawn = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setFixedWidth(DRAWER_WIDTH)
        self.appeal: Appeal | None = None
        self._view: YearView | None = None
        self.close_button = icon_button("x", self.tr("收起 Esc"))
        self.head.addWidget(self.close_button)
        self.about = QWidget()
        self._parts: list[tuple[QLabel, QLabel]] = []
        self._column = QVBoxLayout(self.about)
        self._column.setContentsMargins(GAP, 0, GAP, GAP)
        self._column.setSpacing(4)
        for _ in range(4):
            self._add_part()
        self._add_buttons()
        self.form = AskForm()
        self.form.closed.connect(self.close_form)
        self.body.addWidget(self.about, 1)
        self.body.addWidget(self.form, 1)
        self.form.hide()

    def _add_part(self) -> None:
        head, words = label("", SMALL, "quiet"), label("", BODY, wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._parts.append((head, words))
        self._column.addWidget(head)
        self._column.addWidget(words)
        self._column.addSpacing(6)

    def _add_buttons(self) -> None:
        self.decide = button(self.tr("处理…"), self.ask_decision, "scales", "primary")
        self.score = button(self.tr("看这一项的得分"), self._go_score, "calculator")
        self.paper = button(self.tr("打印复核表"), self._go_report, "printer")
        self.withdraw = button(self.tr("撤回申诉"), self._withdraw, "arrow-counter-clockwise")
        for each in (self.decide, self.score, self.paper, self.withdraw):
            self._column.addWidget(each)
            self._column.addSpacing(4)
        self._column.addStretch(1)

    # --- showing

    def show_appeal(self, view: YearView, appeal: Appeal) -> None:
        """Show an appeal; a form that was open is put away."""
        self._view, self.appeal = view, appeal
        self.close_form()
        self.title.setText(appeal.number)
        self.remark.setText(view.name(appeal.department))
        told = " · ".join(part for part in (appeal.result or "", str(appeal.decided or "")) if part)
        texts = (
            (self.tr("对象"), line_words(view, appeal.subject)),
            (self.tr("诉求 {day}").format(day=appeal.raised or ""), appeal.claim),
            (self.tr("处理"), "\n".join(part for part in (told, appeal.basis or "") if part)),
            (self.tr("对得分的影响"), self._effect(view, appeal)),
        )
        for (head, words), (title, text) in zip(self._parts, texts, strict=True):
            head.setText(title)
            words.setText(text)
            head.setVisible(bool(text))
            words.setVisible(bool(text))
        writes = view.facts.state != "final" and not appeal.result
        self.decide.setVisible(writes)
        self.withdraw.setVisible(writes)

    def _effect(self, view: YearView, appeal: Appeal) -> str:
        if not appeal.result:
            return ""
        decimals = view.facts.settings.decimals
        found = effects(view, appeal)
        words = [f"{each.category} {signed(Decimal(sign(view, each)) * each.points, decimals)}" for each in found]
        return phrases(words) or self.tr("没有加减分")

    # --- forms

    def ask_new(self, view: YearView) -> None:
        """A form for a new appeal; the lines to choose from are those of the chosen department."""
        self._view = view
        assessed = {result.code for result in view.assessment.departments()}
        departments = [(each.name, each.code) for each in view.facts.departments if each.code in assessed]
        first = departments[0][1] if departments else ""
        fields = [
            Field("department", self.tr("部门"), CHOICE, first, required=True, choices=departments),
            Field("subject", self.tr("对象"), CHOICE, "", choices=lines_of(view, first)),
            Field("claim", self.tr("诉求"), LONG, required=True, tall=120),
            Field("raised", self.tr("提出日期"), DAY, str(view.day), required=True),
        ]
        self.title.setText(self.tr("新申诉"))
        self.remark.setText("")
        self._ask(self.tr("登记申诉"), fields, self.tr("登记"), self._raise)
        chooser = self.form.editors["department"]
        if isinstance(chooser, Chooser):
            chooser.currentIndexChanged.connect(self._department_chosen)

    def _department_chosen(self) -> None:
        subject = self.form.editors["subject"]
        if self._view and isinstance(subject, Chooser):
            subject.show_items(lines_of(self._view, self.form.text("department")), "")

    def _raise(self, answers: dict[str, Any]) -> bool:
        self.raised.emit(answers)
        return False

    def ask_decision(self) -> None:
        """A form for the decision, with its effect on the score."""
        view, appeal = self._view, self.appeal
        if view is None or appeal is None:
            return
        kinds = [each.name for each in view.facts.categories if each.kind in ("bonus", "deduction")]
        fields = [
            Field("result", self.tr("处理结果"), CHOICE, APPEAL_RESULTS[0], choices=[(r, r) for r in APPEAL_RESULTS]),
            Field("basis", self.tr("处理依据"), LONG, required=True),
            Field("category", self.tr("影响得分"), CHOICE, "", choices=self._effects(kinds)),
            Field("points", self.tr("分值"), NUMBER, hint=self.tr("不影响得分的不填")),
            Field("decided", self.tr("处理日期"), DAY, str(view.day), required=True),
        ]
        note = self.tr("影响以一笔加减分计入，和处理结果一起保存、一起撤销。")
        self._ask(self.tr("处理 {number}").format(number=appeal.number), fields, self.tr("保存"), self._decide, note)

    def _effects(self, kinds: list[str]) -> list[tuple[str, str]]:
        none = (self.tr("不影响，或已改正数据"), "")
        return [none, *((self.tr("计入“{category}”").format(category=kind), kind) for kind in kinds)]

    def _decide(self, answers: dict[str, Any]) -> bool:
        if self.appeal:
            self.decided.emit(self.appeal.number, answers)
        return False

    def _ask(self, title: str, fields: list[Field], verb: str, act: Any, note: str = "") -> None:
        self.about.hide()
        self.form.show()
        self.form.ask(title, fields, verb, act, note)

    @property
    def asking(self) -> bool:
        """Whether a form is open."""
        return self.form.isVisibleTo(self)

    def close_form(self) -> None:
        """Put the form away."""
        self.form.hide()
        self.about.show()

    # --- ways

    def _go_score(self) -> None:
        if self.appeal:
            whole = (SCORE, "department", self.appeal.department)
            line = (SCORE, "line", self.appeal.department, self.appeal.subject or "")
            self.went.emit(line if self.appeal.subject else whole)

    def _go_report(self) -> None:
        if self.appeal:
            self.went.emit((REPORTS, "appeal", self.appeal.number))

    def _withdraw(self) -> None:
        if self.appeal:
            self.withdrawn.emit(self.appeal.number)
