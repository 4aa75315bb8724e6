"""One rule of 奖惩办法 as fields, with the sentence they make; what cannot be read says why and is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.assessment.award_forms import AwardField, award_fields, award_params, award_problem
from kpi_desktop.assessment.facts import AwardRule
from kpi_desktop.assessment.names import AWARD_METHODS, SCOPE_ALL, SCOPE_GENERAL
from kpi_desktop.reports.forms import award_words
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, SMALL, TINY
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button, icon_button
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Facts

NEW_METHOD = "pool"
WORD_WIDTH = 92


class RuleEditor(Card):
    """`saved` brings the rule and the name it replaces ("" for a new one).

    `dropped` brings a name, `moved` a name and -1 or 1; `closed`: it was put away.
    """

    saved = Signal(object, str)
    dropped = Signal(str)
    moved = Signal(str, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setAccessibleName(self.tr("改奖惩办法"))
        self.setFixedWidth(DRAWER_WIDTH)
        self._facts: Facts | None = None
        self._name = ""
        self.edits: dict[str, QLineEdit | Chooser] = {}
        for icon, words, by in (("arrow-up", self.tr("上移"), -1), ("arrow-down", self.tr("下移"), 1)):
            self.head.addWidget(icon_button(icon, words, lambda by=by: self.moved.emit(self._name, by), 15))
        self.head.addWidget(icon_button("x", self.tr("收起 Esc"), self.closed.emit, 14))
        self._fixed_fields()
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self.scroll, 1)
        self._foot()

    # --- building

    def _fixed_fields(self) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("名称"))
        self.name.textChanged.connect(self._read_back)
        self.method = Chooser(self.tr("办法"))
        self.method.currentIndexChanged.connect(self._method_chosen)
        self.scope = Chooser(self.tr("范围"))
        self.scope.currentIndexChanged.connect(self._read_back)
        grid = QGridLayout()
        grid.setContentsMargins(GAP, 2, GAP, 4)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(8)
        fields = ((self.tr("名称"), self.name), (self.tr("办法"), self.method), (self.tr("范围"), self.scope))
        for row, (words, widget) in enumerate(fields):
            grid.addWidget(_words(words), row, 0)
            grid.addWidget(widget, row, 1)
        self.body.addLayout(grid)

    def _foot(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(GAP, 4, GAP, GAP)
        column.setSpacing(8)
        column.addWidget(label(self.tr("读出来是"), TINY, "quiet"))
        self.sentence = label("", BODY, wraps=True)
        self.sentence.setMinimumHeight(40)
        column.addWidget(self.sentence)
        row = QHBoxLayout()
        self.drop = button(self.tr("删除"), self._drop, "trash")
        row.addWidget(self.drop)
        row.addStretch(1)
        self.save = button(self.tr("保存"), self._save, "check", "primary")
        row.addWidget(self.save)
        column.addLayout(row)
        self.body.addLayout(column)

    # --- showing

    def show_rule(self, facts: Facts, rule: AwardRule | None) -> None:
        """Show a rule to be changed; None: a new one."""
        self._facts = facts
        self._name = rule.name if rule else ""
        shown = rule or AwardRule("", NEW_METHOD, SCOPE_ALL, "")
        self.title.setText(rule.name if rule else self.tr("加一条办法"))
        self.drop.setVisible(rule is not None)
        self.name.blockSignals(True)
        self.name.setText(shown.name)
        self.name.blockSignals(False)
        self.method.show_items([(term(words), code) for code, words in AWARD_METHODS.items()], shown.method)
        groups = [(group.name, group.name) for group in facts.groups]
        scopes = [(self.tr("全部"), SCOPE_ALL), (self.tr("一般（不含单独考核）"), SCOPE_GENERAL), *groups]
        if shown.scope not in [value for _, value in scopes]:
            scopes.append((shown.scope, shown.scope))
        self.scope.show_items(scopes, shown.scope)
        self._show_fields(award_fields(shown.method, shown.params))
        self._read_back()

    def _show_fields(self, fields: tuple[tuple[AwardField, str], ...]) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(GAP, 4, GAP, 4)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(8)
        self.edits = {}
        for row, (field, text) in enumerate(fields):
            grid.addWidget(_words(field.title), row, 0)
            self.edits[field.name] = edit = self._edit(field, text)
            grid.addWidget(edit, row, 1)
            grid.addWidget(label(field.unit, SMALL, "quiet"), row, 2)
        grid.setRowStretch(len(fields), 1)
        self.scroll.setWidget(inside)
        inside.setAutoFillBackground(False)

    def _edit(self, field: AwardField, text: str) -> QLineEdit | Chooser:
        if field.choices:
            chooser = Chooser(field.title)
            chooser.show_items([(self.tr("（不写）"), ""), *((each, each) for each in field.choices)], text)
            chooser.currentIndexChanged.connect(self._read_back)
            return chooser
        edit = QLineEdit(text)
        edit.setAccessibleName(field.title)
        edit.setPlaceholderText(field.hint)
        edit.textChanged.connect(self._read_back)
        edit.returnPressed.connect(self._save)
        return edit

    def rule(self) -> AwardRule:
        """The rule as the fields say it."""
        values = {
            name: str(edit.currentData() or "") if isinstance(edit, Chooser) else edit.text()
            for name, edit in self.edits.items()
        }
        method = str(self.method.currentData())
        scope = str(self.scope.currentData())
        return AwardRule(self.name.text().strip(), method, scope, award_params(method, values))

    def _read_back(self) -> None:
        if self._facts is None:
            return
        rule = self.rule()
        problem = award_problem(self._facts, rule)
        self.save.setEnabled(problem is None)
        self.sentence.setProperty("state", "bad" if problem else "")
        self.sentence.style().unpolish(self.sentence)
        self.sentence.style().polish(self.sentence)
        self.sentence.setText(problem or award_words.standard(rule, self._facts))

    def _method_chosen(self) -> None:
        self._show_fields(award_fields(str(self.method.currentData()), ""))
        self._read_back()

    # --- what the user does

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.rule(), self._name)

    def _drop(self) -> None:
        self.dropped.emit(self._name)


def _words(words: str) -> QWidget:
    made = label(words, BODY, "quiet")
    made.setFixedWidth(WORD_WIDTH)
    return made
