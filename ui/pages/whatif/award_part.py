"""奖惩办法 of the copy: a rule's fields and how it reads; one more rule, one less, all on the copy alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kpi_desktop.assessment.awards import AwardError
from kpi_desktop.assessment.names import AWARD_METHODS
from kpi_desktop.reports.forms import award_words
from ui.look.tokens import SMALL
from ui.pages.whatif.fields import FieldList
from ui.pages.whatif.offers import award_rule_fields
from ui.parts.card import label
from ui.parts.controls import Chooser, button
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import AwardRule, Facts


class AwardPart(QWidget):
    """`added` brings a method, `dropped` and `restored` the name of a rule; `turned`: another rule was chosen."""

    added = Signal(str)
    dropped = Signal(str)
    restored = Signal(str)
    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = Chooser(self.tr("奖惩办法"))
        self.chooser.currentIndexChanged.connect(lambda _at: self.turned.emit())
        self.fields = FieldList()
        self.sentence = label("", SMALL, "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chooser)
        column.addWidget(self.fields)
        column.addWidget(self.sentence)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.add = button(self.tr("加一条"), self._offer_methods, "plus")
        self.drop = button(self.tr("去掉这条"), lambda: self.dropped.emit(self.name()), "trash")
        self.restore = button(self.tr("恢复这条"), lambda: self.restored.emit(self.name()), "arrow-counter-clockwise")
        self.menu = QMenu(self)
        for code, words in AWARD_METHODS.items():
            self.menu.addAction(term(words)).triggered.connect(lambda _=False, code=code: self.added.emit(code))
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.drop)
        row.addWidget(self.restore)
        return row

    def _offer_methods(self) -> None:
        self.menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))

    def name(self) -> str:
        """The rule that is chosen, empty where there is none."""
        return str(self.chooser.currentData() or "")

    def choose(self, name: str) -> None:
        """Stand on a rule."""
        at = self.chooser.findData(name)
        if at >= 0:
            self.chooser.setCurrentIndex(at)

    def show_rules(self, today: Facts, tried: Facts) -> None:
        """Offer today's rules and those the copy adds; say which of them it adds and drops."""
        now, then = ({rule.name for rule in each.awards} for each in (today, tried))
        offers = [(self._words(rule, now, then), rule.name) for rule in _all_rules(today, tried)]
        self.chooser.show_items(offers, self.name())

    def _words(self, rule: AwardRule, now: set[str], then: set[str]) -> str:
        if rule.name not in then:
            return self.tr("{name}（去掉）").format(name=rule.name)
        return rule.name if rule.name in now else self.tr("{name}（新加）").format(name=rule.name)

    def show_chosen(self, today: Facts, tried: Facts) -> None:
        """The fields of the chosen rule; none of one that is dropped."""
        rule = next((each for each in tried.awards if each.name == self.name()), None)
        now = next((each for each in today.awards if each.name == self.name()), None)
        self.fields.show_fields(award_rule_fields(rule, now) if rule else [])
        self.drop.setVisible(rule is not None)
        self.restore.setVisible(rule is None and now is not None)
        self.sentence.setText(self._sentence(rule, tried) if rule else self.tr("副本里去掉了这条办法，不再兑现。"))
        self.sentence.setVisible(bool(rule or now))

    def _sentence(self, rule: AwardRule, tried: Facts) -> str:
        try:
            words = award_words.standard(rule, tried)
        except AwardError as error:
            return str(error)
        method = term(AWARD_METHODS.get(rule.method, rule.method))
        return self.tr("{method}（{scope}）：{words}").format(method=method, scope=award_words.scope(rule), words=words)


def _all_rules(today: Facts, tried: Facts) -> list[AwardRule]:
    known = {rule.name for rule in today.awards}
    return [*today.awards, *(rule for rule in tried.awards if rule.name not in known)]
