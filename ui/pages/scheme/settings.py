"""设置: every parameter of the year as a field with what it does and its default; each is saved when it is left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.entering import Typed
from ui.grid.book_source import BookSource
from ui.grid.choices import setting_choices
from ui.look.tokens import BODY, GAP, SMALL
from ui.pages.scheme.figure_field import FigureField, StillChooser
from ui.pages.scheme.setting_words import Section, sections
from ui.parts.card import Card, label
from ui.parts.controls import Chooser
from ui.parts.fields import Problem
from ui.terms import clauses, term

if TYPE_CHECKING:
    from ui.session import Session
    from ui.year import YearView

WORDS, EDIT = 104, 150
LISTS = ("同分比较",)
"""Parameters that hold a list: typed, although their parts could be chosen."""


class SettingRow:
    """The widgets of one parameter."""

    def __init__(self, name: str, hint: str, edit: FigureField | Chooser) -> None:
        self.name, self.edit = name, edit
        self.hint = label(hint, SMALL, "quiet", wraps=True)
        self.default = label("", SMALL, "quiet")
        self.problem = Problem()


class SettingsTab(QWidget):
    """`told` what was saved."""

    told = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writer = BookSource(session)
        self._session = session
        self.rows: dict[str, SettingRow] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        outer.addWidget(self.scroll)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        made = [self._card(section) for section in sections()]
        for pair in ((made[0], made[1]), (made[2], made[3])):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for card in pair:
                column.addWidget(card)
            column.addStretch(1)
            row.addLayout(column, 1)
        self.scroll.setWidget(inside)
        inside.setAutoFillBackground(False)

    # --- building

    def _card(self, section: Section) -> Card:
        card = Card(section.title)
        grid = QGridLayout()
        grid.setContentsMargins(GAP, 0, GAP, GAP)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for at, (name, hint) in enumerate(section.hints):
            row = self.rows[name] = SettingRow(name, hint, self._edit(name))
            words = label(term(name), BODY)
            words.setFixedWidth(WORDS)
            grid.addWidget(words, 2 * at, 0)
            grid.addWidget(row.edit, 2 * at, 1)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(row.hint)
            column.addWidget(row.default)
            column.addWidget(row.problem)
            grid.addLayout(column, 2 * at, 2)
            grid.setRowMinimumHeight(2 * at, 40)
        grid.setColumnStretch(2, 1)
        card.body.addLayout(grid)
        return card

    def _edit(self, name: str) -> FigureField | Chooser:
        field = SETTING_FIELDS[name]
        chosen = field.kind.name in ("FLAG", "CHOICE") or field.among or name in ("否决等次", "督查扣分类别")
        if chosen and name not in LISTS:
            chooser = StillChooser(term(name))
            chooser.setFixedWidth(EDIT)
            chooser.currentIndexChanged.connect(partial(self._chosen, name))
            return chooser
        made = FigureField(term(name))
        made.setFixedWidth(EDIT)
        made.setFixedHeight(28)
        made.settled.connect(partial(self.write, name))
        made.mended.connect(partial(self._say, name, ""))
        made.moved.connect(partial(self._go, name))
        return made

    # --- showing

    def show_view(self, view: YearView) -> None:
        """Show the parameters of a year."""
        stored = {row["name"]: row for row in self._writer.stored("setting")}
        closed = self._writer.why_closed
        for name, row in self.rows.items():
            text, default = self._text(name, stored[name]["value"]), self._text(name, SETTING_FIELDS[name].blank)
            self._show(row, text)
            row.edit.setEnabled(not closed)
            other = text != default
            words = self.tr("默认 {default}") if default else self.tr("默认空着")
            row.default.setText(words.format(default=default) if other else "")
            row.default.setVisible(other)
            row.problem.setVisible(bool(row.problem.text()))

    def _show(self, row: SettingRow, text: str) -> None:
        if isinstance(row.edit, FigureField):
            row.edit.show_saved(text)
            row.problem.setText(row.edit.reason)
            return
        pairs: list[tuple[str, object]] = [(words, value) for value, words in setting_choices(self._session, row.name)]
        if SETTING_FIELDS[row.name].blank is None:
            pairs.insert(0, (self.tr("（空着）"), ""))
        if text not in [value for _, value in pairs]:
            pairs.append((text, text))
        row.edit.show_items(pairs, text)
        row.problem.setText("")

    def _text(self, name: str, value: Any) -> str:
        return cells.shown(SETTING_FIELDS[name], value)

    # --- what the user does

    def _chosen(self, name: str, at: int) -> None:
        edit = self.rows[name].edit
        assert isinstance(edit, Chooser)
        self.write(name, str(edit.itemData(at) or ""))

    def write(self, name: str, text: str) -> None:
        """Save one parameter; a blank one has its default again."""
        told = self._writer.enter([Typed("setting", name, "value", text)], f"设置 {name}", {})
        reason = told if isinstance(told, str) else clauses(told.problems.values())
        row = self.rows[name]
        if isinstance(row.edit, FigureField):
            row.edit.mark(reason)
            if not reason:
                row.edit.saved = row.edit.text().strip()
        if self._session.view is not None and not isinstance(row.edit, FigureField):
            self.show_view(self._session.view)
        self._say(name, reason)

    def _say(self, name: str, reason: str) -> None:
        """Why a parameter was not saved; empty: it was."""
        problem = self.rows[name].problem
        problem.setText(reason)
        problem.setVisible(bool(reason))

    def _go(self, name: str, down: int, across: int) -> None:
        names = list(self.rows)
        at = names.index(name) + down
        if 0 <= at < len(names):
            self.go_to(names[at])

    def go_to(self, name: str) -> None:
        """Put the keyboard into the field of a parameter."""
        if row := self.rows.get(name):
            self.scroll.ensureWidgetVisible(row.edit)
            row.edit.setFocus(Qt.FocusReason.OtherFocusReason)
