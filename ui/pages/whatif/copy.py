"""方案副本: the fields of the copy, its checks, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.assessment.scheme_check import BAD, group_points
from kpi_desktop.assessment.wording import figure
from ui.look.fonts import font
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.whatif import draft, offers
from ui.pages.whatif.award_part import AwardPart
from ui.pages.whatif.fields import FieldList, Headings
from ui.pages.whatif.marks import Checks, Part, ShareBars
from ui.parts.card import Card, Quiet, label
from ui.parts.controls import Chooser, button
from ui.words import percent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from kpi_desktop.assessment.facts import Facts, Group
    from kpi_desktop.assessment.scheme_check import Remark
    from ui.pages.whatif.draft import Draft, Field

WIDTH, NARROW_WIDTH = 356, 332


class CopyCard(Card):
    """`typed` brings a field and its text; `saved` and `adopted` the name; `cleared`: be like today's again."""

    typed = Signal(object, str)
    cleared = Signal()
    saved = Signal(str)
    adopted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("方案副本"), parent)
        self.setFixedWidth(WIDTH)
        self._facts: Facts | None = None
        self._group: Group | None = None
        self._draft: Draft | None = None
        self.lists: dict[str, FieldList] = {}
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(GAP, 0, GAP, GAP)
        self._column.setSpacing(6)
        self._sections()
        self._column.addStretch(1)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self.scroll, 1)
        self._foot()

    # --- building

    def _sections(self) -> None:
        self.sum = self._title(self.tr("类别分值"))
        self._column.addWidget(Headings())
        self._list("weights")
        self.share = self._title(self.tr("有效经济占比"))
        self.bars = ShareBars()
        self._column.addWidget(self.bars)
        note = self._title(self.tr("指标系数"))
        note.setText(self.tr("只在类别内移动分值"))
        self.bearer = self._chooser(self.tr("谁的系数"))
        self._list("multipliers")
        self._title(self.tr("计分参数"))
        self.indicator = self._chooser(self.tr("指标"))
        self._list("parameters")
        self._title(self.tr("等次"))
        self.band = self._chooser(self.tr("等次"))
        self._list("bands")
        self._title(self.tr("奖惩办法"))
        self.awards = AwardPart()
        self.awards.turned.connect(self._show_chosen)
        self.award, self.lists["awards"] = self.awards.chooser, self.awards.fields
        self.lists["awards"].typed.connect(self.typed)
        self._column.addWidget(self.awards)

    def _title(self, words: str) -> Quiet:
        """A section's heading; what is told beside it."""
        line = QFrame()
        line.setFixedHeight(4)
        self._column.addWidget(line)
        row = QHBoxLayout()
        row.addWidget(label(words, BODY + 1))
        note = Quiet()
        note.setFont(font(SMALL))
        row.addWidget(note, 1)
        self._column.addLayout(row)
        return note

    def _list(self, name: str) -> None:
        self.lists[name] = made = FieldList()
        made.typed.connect(self.typed)
        self._column.addWidget(made)

    def _chooser(self, name: str) -> Chooser:
        made = Chooser(name)
        made.currentIndexChanged.connect(self._show_chosen)
        self._column.addWidget(made)
        return made

    def _foot(self) -> None:
        foot = QVBoxLayout()
        foot.setContentsMargins(GAP, 4, GAP, GAP)
        foot.setSpacing(8)
        self.checks = Checks()
        foot.addWidget(self.checks)
        names = QHBoxLayout()
        names.setSpacing(6)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("方案名称"))
        self.name.setPlaceholderText(self.tr("给副本起个名，如 方案甲"))
        self.name.returnPressed.connect(self._save)
        names.addWidget(self.name, 1)
        self.save = button(self.tr("保存副本"), self._save, "floppy-disk")
        names.addWidget(self.save)
        foot.addLayout(names)
        row = QHBoxLayout()
        self.clear = button(self.tr("还原"), self.cleared.emit, "arrow-counter-clockwise")
        row.addWidget(self.clear)
        row.addStretch(1)
        hint = self.tr("把改动写进考核方案，记入操作日志，可以撤销")
        self.adopt = button(self.tr("采用"), self._adopt, "check", "primary", hint)
        row.addWidget(self.adopt)
        foot.addLayout(row)
        self.body.addLayout(foot)

    # --- showing

    def show_draft(self, facts: Facts, group: Group, made: Draft, writable: bool) -> None:
        """Offer the fields of a group with what the draft makes of them."""
        self._facts, self._group, self._draft = facts, group, made
        self.lists["weights"].show_fields(offers.weight_fields(facts, group.name))
        everyone = [
            (self.tr("各部门一起改"), ""),
            *((each.name, each.code) for each in offers.members(facts, group.name)),
        ]
        self._offer(self.bearer, everyone)
        borne = offers.indicators(facts, group.name)
        self._offer(self.indicator, [(each.name, each.code) for each in borne])
        self._offer(self.band, [(each.name, each.name) for each in offers.bands(facts, group)])
        self._show_chosen()
        self.title.setText(made.name or self.tr("方案副本"))
        if not self.name.hasFocus() and made.name:
            self.name.setText(made.name)
        self.show_count(writable)

    def show_count(self, writable: bool) -> None:
        """How many places differ, and what can be done with them."""
        assert self._draft is not None
        count = self._draft.count()
        self.remark.setText(self.tr("改动 {count} 处").format(count=count) if count else self.tr("与现行方案相同"))
        self.clear.setEnabled(bool(count))
        self.save.setEnabled(bool(count) and writable)
        self.adopt.setEnabled(bool(count) and writable)

    def _offer(self, chooser: Chooser, items: list[tuple[str, str]]) -> None:
        chooser.show_items(items, chooser.currentData())

    def choose_indicator(self, code: str) -> None:
        """Show the parameters of an indicator, where the group bears it."""
        at = self.indicator.findData(code)
        if at >= 0:
            self.indicator.setCurrentIndex(at)
            self.scroll.ensureWidgetVisible(self.lists["parameters"])

    def _show_chosen(self) -> None:
        """The fields of the chosen indicator, band and rule."""
        facts, group = self._facts, self._group
        if facts is None or group is None:
            return
        bearer = str(self.bearer.currentData() or "")
        self.lists["multipliers"].show_fields(offers.multiplier_fields(facts, group.name, bearer))
        indicator = next((i for i in facts.indicators if i.code == self.indicator.currentData()), None)
        self.lists["parameters"].show_fields(offers.parameter_fields(indicator) if indicator else [])
        band = next((b for b in offers.bands(facts, group) if b.name == self.band.currentData()), None)
        self.lists["bands"].show_fields(offers.band_fields(band) if band else [])
        tried = self.tried()
        self.awards.show_rules(facts, tried)
        self.awards.show_chosen(facts, tried)
        self._show_texts()

    def _show_texts(self) -> None:
        """What the draft makes of every field shown."""
        assert self._facts is not None and self._draft is not None
        facts = self.tried()
        for fields in self.lists.values():
            for row in fields.rows:
                row.show_texts(draft.text_of(facts, row.field))
        assert self._group is not None
        total = group_points(facts, self._group.name)
        self.sum.setText(self.tr("合计 {total}{mark}").format(total=figure(total), mark=" ✓" if total == 100 else ""))

    def tried(self) -> Facts:
        """The facts with the changes that can be made."""
        from kpi_desktop.assessment.whatif import SchemeError

        assert self._facts is not None and self._draft is not None
        try:
            return self._draft.applied(self._facts)
        except SchemeError:
            return self._facts

    def show_shares(self, now: Fraction, then: Fraction) -> None:
        """The economic share today and tried."""
        assert self._facts is not None and self._group is not None
        if now == then:
            self.share.setText(percent(now) or "")
        else:
            self.share.setText(f"{percent(now)} → {percent(then)}")
        self.bars.show_parts(_parts(self._facts, self._group.name), _parts(self.tried(), self._group.name))

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """The checks; nothing that is bad can be adopted."""
        shown = [each for each in remarks if each.level == BAD][:3]
        shown += [each for each in remarks if each.level != BAD][: 5 - len(shown)]
        self.checks.show_remarks(shown)
        if any(each.level == BAD for each in remarks):
            self.adopt.setEnabled(False)

    def mark_bad(self, field: Field, reason: str) -> None:
        """What was typed cannot be read: say why, keep it in its place."""
        for fields in self.lists.values():
            for row in fields.rows:
                if row.field == field:
                    row.edit.mark("bad", reason)

    # --- what the user does

    def _save(self) -> None:
        if self.save.isEnabled():
            self.saved.emit(self.name.text())

    def _adopt(self) -> None:
        self.adopted.emit(self.name.text().strip() or "推演方案")


def _parts(facts: Facts, group: str) -> list[Part]:
    economic = {category.name for category in facts.categories if category.economic}
    return [
        Part(each.category, each.points, each.category in economic)
        for each in facts.weights
        if each.group == group and each.points
    ]
