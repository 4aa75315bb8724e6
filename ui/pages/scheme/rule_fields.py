"""A rule and its parameters as fields: choices at the left, figures at the right, long ones below, last year beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpi_desktop.assessment.rule_forms import parameter_problem, parameter_texts, rule_params
from kpi_desktop.assessment.rules import RULES
from ui.look.tokens import BODY, SMALL
from ui.pages.scheme.figure_field import FigureField, StillChooser
from ui.parts.card import label
from ui.parts.controls import Chooser
from ui.parts.fields import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.rules import Parameter, Rule

WORDS, FIGURE, CHOICE, HIGH = 76, 84, 116, 30
LONG = ("档", "点")


class ParameterField(QWidget):
    """One parameter: its name, what is typed or chosen, what it was last year, why it cannot be read."""

    changed = Signal()
    entered = Signal()

    def __init__(self, parameter: Parameter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        words = label(parameter.name, BODY, "quiet")
        words.setFixedWidth(WORDS)
        words.setMinimumHeight(HIGH)
        row.addWidget(words)
        self.edit = self._edit(parameter)
        row.addWidget(self.edit, 1 if parameter.name in LONG else 0)
        self.before = label("", SMALL, "quiet")
        row.addWidget(self.before, 0 if parameter.name in LONG else 1)
        column.addLayout(row)
        self.problem = Problem()
        column.addWidget(self.problem)

    def _edit(self, parameter: Parameter) -> FigureField | Chooser:
        if parameter.choices:
            chooser = StillChooser(parameter.name)
            chooser.setFixedWidth(CHOICE)
            chooser.show_items([(each, each) for each in parameter.choices], parameter.default)
            chooser.currentIndexChanged.connect(lambda _: self.changed.emit())
            return chooser
        made = FigureField(parameter.name, 0 if parameter.name in LONG else FIGURE)
        made.setPlaceholderText(parameter.default or parameter.hint)
        made.textChanged.connect(lambda _: self.changed.emit())
        made.moved.connect(lambda down, across: self.entered.emit())
        return made

    def text(self) -> str:
        """What stands in the field."""
        return str(self.edit.currentData()) if isinstance(self.edit, Chooser) else self.edit.text().strip()

    def put(self, text: str) -> None:
        """Put a text into the field, without telling anyone."""
        self.edit.blockSignals(True)
        if isinstance(self.edit, Chooser):
            self.edit.setCurrentIndex(max(self.edit.findData(text), 0))
            self.edit.update()
        elif self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        self.edit.blockSignals(False)

    def judge(self, saved: str) -> bool:
        """Say what is wrong with it; whether it can be read. What differs from `saved` is marked."""
        reason = parameter_problem(self.parameter, self.text())
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))
        if isinstance(self.edit, FigureField):
            self.edit.saved = saved
            changed = (self.text() or self.parameter.default) != (saved or self.parameter.default)
            self.edit.mark(reason, "changed" if changed else "")
            self.edit.setToolTip(reason or self.parameter.hint)
        return not reason


class RuleFields(QWidget):
    """The rule and all of its parameters.

    `changed`: something was typed; `entered`: Enter in a field; `chosen` brings the code of another rule.
    """

    changed = Signal()
    entered = Signal()
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = ""
        self.fields: dict[str, ParameterField] = {}
        self._saved: dict[str, str] = {}
        self._made: list[ParameterField] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._left, self._right, self._below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for each in (self._left, self._right, self._below):
            each.setSpacing(5)
            each.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._left, 1)
        row.addLayout(self._right, 1)
        column.addLayout(row)
        column.addLayout(self._below)
        self._left.addLayout(self._rule_row())

    def _rule_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = label(self.tr("计分办法"), BODY, "quiet")
        words.setFixedWidth(WORDS)
        row.addWidget(words)
        self.rule = StillChooser(self.tr("计分办法"))
        self.rule.setFixedWidth(CHOICE)
        self.rule.show_items([(each.name, each.code) for each in RULES.values()], "completion")
        for at, each in enumerate(RULES.values()):
            self.rule.setItemData(at, each.meaning, Qt.ItemDataRole.ToolTipRole)
        self.rule.currentIndexChanged.connect(lambda _: self.chosen.emit(str(self.rule.currentData())))
        row.addWidget(self.rule)
        self.before = label("", SMALL, "quiet")
        row.addWidget(self.before, 1)
        return row

    def show_rule(self, code: str, params: str, saved: Rule, before: Rule | None) -> None:
        """Show a rule's fields; `saved` is what the book has, `before` last year's rule of the same indicator."""
        self.rule.blockSignals(True)
        self.rule.setCurrentIndex(self.rule.findData(code))
        self.rule.blockSignals(False)
        self.rule.setToolTip(RULES[code].meaning)
        self.rule.update()
        if code != self.code:
            self.code = code
            self._build()
        self._saved = parameter_texts(code, saved.params) if saved.code == code else {}
        then = parameter_texts(code, before.params) if before is not None and before.code == code else {}
        texts = parameter_texts(code, params)
        self.before.setText(self.tr("去年 {text}").format(text=before.name) if before is not None else "")
        for name, field in self.fields.items():
            field.put(texts[name])
            field.before.setText(self.tr("去年 {text}").format(text=then[name]) if name in then else "")
            field.before.setToolTip(field.before.text())
        self.judge()

    def _build(self) -> None:
        for old in self._made:
            old.hide()
            old.deleteLater()
        parameters = RULES[self.code].parameters
        self.fields = {each.name: ParameterField(each) for each in parameters}
        self._made = list(self.fields.values())
        left = _left(parameters)
        for name, field in self.fields.items():
            place = self._below if name in LONG else self._left if name in left else self._right
            place.addWidget(field)
            field.changed.connect(self._typed)
            field.entered.connect(self.entered)

    def _typed(self) -> None:
        self.judge()
        self.changed.emit()

    def judge(self) -> bool:
        """Mark what cannot be read and what is other than saved; whether all can be read."""
        found = [field.judge(self._saved.get(name, "")) for name, field in self.fields.items()]
        return all(found)

    def params(self) -> str:
        """The parameters as the fields say them."""
        return rule_params(self.code, {name: field.text() for name, field in self.fields.items()})

    def count_changes(self) -> int:
        """How many parameters are other than saved; those that are given, where the rule is another."""
        if not self._saved:
            return len([part for part in self.params().split(";") if part]) if self.fields else 0
        now = {name: field.text() or field.parameter.default for name, field in self.fields.items()}
        return sum(now[name] != (text or self.fields[name].parameter.default) for name, text in self._saved.items())


def _left(parameters: Sequence[Parameter]) -> list[str]:
    """The names that go below the rule: what is chosen, but for half of it where there is nothing else."""
    choices = [each.name for each in parameters if each.choices]
    if len(choices) < sum(each.name not in LONG for each in parameters):
        return choices
    return choices[: len(choices) // 2]
