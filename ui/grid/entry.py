"""The entry grid: a table that is typed in as in Excel. Every page gives it a source; it does the rest.

    grid = EntryGrid("责任分解", self)
    grid.set_source(TableSource(self.session, "target", ("indicator", "department", "points"), self.tr("责任分解")))
    grid.totals_told.connect(self.hint_changed)

and calls `grid.show_rows()` from `show_view`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.grid import widths
from ui.grid.cells import ITEM
from ui.grid.entry_blocks import Blocks
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow, EntrySource
from ui.grid.entry_editing import Editing
from ui.grid.entry_header import EntryHeader
from ui.grid.entry_keys import Keys
from ui.grid.entry_menu import menu_of
from ui.grid.entry_model import NEW, Bad, EntryModel
from ui.grid.entry_totals import totals
from ui.grid.entry_view import EntryView
from ui.grid.find import found, next_of
from ui.grid.strips import FindStrip, Offer

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.grid.editors import LineEditor, TextEditor

__all__ = ["EntryCell", "EntryColumn", "EntryGrid", "EntryRow", "EntrySource"]

Edit = tuple["Hashable", str, str]


class EntryGrid(QWidget):
    """`chosen` brings the ref of the row that the user went to; `totals_told` what is selected, in words.

    `written` after something was typed, with the number of cells that could not be saved.
    """

    chosen = Signal(object)
    totals_told = Signal(str)
    written = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is read out, and widths are remembered under it."""
        super().__init__(parent)
        self.name = name
        self.setAccessibleName(name)
        self.source = EntrySource(self)
        self.view = EntryView(name, self)
        self.model: EntryModel = self.view.entries
        self.header = EntryHeader(self.view, self)
        self.find_strip, self.offer = FindStrip(self), Offer(self)
        self.blocks = Blocks(self)
        self.editing = Editing(self)
        self.keys = Keys(self)
        self._writing = self._shows = False
        self._chosen: Hashable = None
        self._scope: Hashable = None
        self._put_away: dict[Hashable, dict[tuple[Hashable, str], Bad]] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.find_strip, self.offer, self.header):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        view, header = self.view, self.header
        view.key_pressed, view.key_claimed = self.keys.press, self.keys.claims
        view.moved.connect(self._moved)
        view.asked.connect(self.editing.open)
        view.filled.connect(self.blocks.fill_to)
        view.composed.connect(self.editing.compose)
        view.menu_asked.connect(lambda place: menu_of(self).popup(place))
        view.verticalScrollBar().valueChanged.connect(self.editing.follow)
        view.horizontalScrollBar().valueChanged.connect(self.editing.follow)
        header.filtered.connect(self.filter_by)
        header.sorted.connect(self.sort_by)
        header.resized.connect(lambda name, width: widths.remember(self.name, name, width))
        header.left_downwards.connect(view.setFocus)
        self.find_strip.wanted.connect(self.find)
        self.find_strip.closed.connect(view.setFocus)
        self.offer.closed.connect(view.setFocus)

    # --- what is shown

    def set_source(self, source: EntrySource) -> None:
        """Show the rows of a source from now on; texts of the one before that were not saved are gone."""
        self.editing.close()
        if self._shows:
            self.source.changed.disconnect(self.show_rows)
        self.source, self._shows = source, True
        self.model.bad, self._put_away, self._scope = {}, {}, source.scope()
        source.changed.connect(self.show_rows)
        self.offer.hide()
        self.show_rows()

    def show_rows(self) -> None:
        """Read the source again; the active cell stays the same one, and so do the order and the filter."""
        if self._writing or not self._shows:
            return
        model, view = self.model, self.view
        ref, name, end = self._here()
        columns = self.source.columns()
        blank = self.source.blank_row() if self.source.can_add else None
        down, across = view.verticalScrollBar().value(), view.horizontalScrollBar().value()
        same = [column.name for column in columns] == [column.name for column in model.columns]
        self._change_scope()
        model.show(columns, self.source.rows(), blank)
        self._forget_what_went()
        view.frozen_count = sum(column.frozen for column in columns)
        if not same:
            widths.restore(self.view, self.name)
        self.header.show_columns()
        view.doItemsLayout()
        view.verticalScrollBar().setValue(down)
        view.horizontalScrollBar().setValue(across)
        self._return_to(ref, name, end)
        self.editing.follow()

    def say_when_empty(self, words: str) -> None:
        """What stands in the middle where there are no rows: what belongs there, and how it comes there."""
        self.view.empty_words = words

    def _change_scope(self) -> None:
        """Put away the bad texts of what was shown, bring back those of what is shown now."""
        scope = self.source.scope()
        if scope != self._scope:
            self._put_away[self._scope] = self.model.bad
            self.model.bad = self._put_away.pop(scope, {})
            self._scope = scope

    def _here(self) -> tuple[Hashable, str, tuple[int, int]]:
        """The active cell, and how far the selected block reaches from it."""
        model, selection = self.model, self.view.selection
        row, column = selection.active
        if row >= len(model.order) or column >= len(model.columns):
            return None, "", (0, 0)
        block = selection.block
        return model.row(row).ref, model.columns[column].name, (block.rows - 1, block.columns - 1)

    def _return_to(self, ref: Hashable, name: str, reach: tuple[int, int]) -> None:
        model, selection = self.model, self.view.selection
        row = model.place_of(self.source.current_ref(ref)) if ref is not None else 0
        column = model.places.get(name, 0)
        kept = (row, column) == selection.active
        if row < 0:
            row = min(selection.active[0], max(len(model.order) - 1, 0))
        if not kept:
            selection.go(row, column)
        self.view.select()

    def _forget_what_went(self) -> None:
        """Bad texts of rows that are no more go with them."""
        if self.model.bad:
            refs = {row.ref for row in self.model.given}
            self.model.bad = {key: bad for key, bad in self.model.bad.items() if key[0] in refs}

    @property
    def has_new_row(self) -> bool:
        """Whether the last row is the one in which a new one is typed."""
        return bool(self.model.order) and self.model.row(len(self.model.order) - 1).ref == NEW

    # --- where the user is

    def current_ref(self) -> Hashable:
        """The ref of the active row; None where there is none, and on the row for a new one."""
        row = self.view.selection.active[0]
        ref = self.model.row(row).ref if row < len(self.model.order) else None
        return None if ref == NEW else ref

    def current_name(self) -> str:
        """The name of the active column."""
        column = self.view.selection.active[1]
        return self.model.columns[column].name if column < len(self.model.columns) else ""

    def go_to(self, ref: Hashable, column_name: str = "") -> None:
        """Make a cell the active one and show it; filters that hide it are given up."""
        if self.model.place_of(ref) < 0 and any(row.ref == ref for row in self.model.given):
            self.clear_filters()
        row = self.model.place_of(ref)
        if row >= 0:
            self.view.go(row, self.model.places.get(column_name, self.view.selection.active[1]))

    def text(self, ref: Hashable, name: str) -> str:
        """What stands in a cell, saved or not; empty where there is none."""
        bad = self.model.bad.get((ref, name))
        if bad:
            return bad.text
        row = next((row for row in self.model.given if row.ref == ref), None)
        cell = row.cells.get(name) if row else None
        return cell.text if cell else ""

    def problem(self, ref: Hashable, name: str) -> str:
        """Why a cell is not saved; empty where it is."""
        bad = self.model.bad.get((ref, name))
        return bad.reason if bad else ""

    def problems(self) -> dict[tuple[Hashable, str], str]:
        """Every cell that is not saved, with the reason."""
        return {key: bad.reason for key, bad in self.model.bad.items()}

    def go_to_problem(self) -> bool:
        """Go to the next cell that is not saved, after the active one; whether there is one."""
        places = sorted(
            (row, self.model.places[name]) for ref, name in self.model.bad if (row := self.model.place_of(ref)) >= 0
        )
        place = next_of(places, self.view.selection.active, 1)
        if place is not None:
            self.view.go(*place)
            self.view.setFocus()
        return place is not None

    def _moved(self) -> None:
        self.header.update()
        ref = self.current_ref()
        if ref != self._chosen:
            self._chosen = ref
            self.chosen.emit(ref)
        self.totals_told.emit(totals(self.model, self.view.selection))

    def step(self, down: int, across: int) -> None:
        """Enter and Tab: one cell further, inside the selected block where there is one; Tab wraps at the end."""
        view, model = self.view, self.model
        if view.selection.walk(down or across, bool(down)):
            view.show_cell(*view.selection.active)
            view.select()
            return
        row, column = view.selection.active
        row, column = row + down, column + across
        if column >= len(model.columns):
            row, column = row + 1, 0
        elif column < 0:
            row, column = row - 1, len(model.columns) - 1
        if 0 <= row < len(model.order):
            view.go(row, column)

    # --- writing

    @property
    def editor(self) -> LineEditor | TextEditor | None:
        """The editor that is open."""
        return self.editing.editor

    def write(self, edits: list[Edit], verb: str) -> int:
        """Save texts in one step; those that are bad stay, in red. How many those are."""
        fresh: Hashable = None
        named: list[Edit] = []
        for ref, name, text in edits:
            if ref == NEW:
                fresh = fresh if fresh is not None else self.source.new_ref()
                ref = fresh
            named.append((ref, name, text))
        here_is_new = fresh is not None and self._here()[0] == NEW
        self._writing = True
        try:
            problems = self.source.save(named, verb)
        finally:
            self._writing = False
        self._mark(named, problems)
        self.show_rows()
        if here_is_new:
            self._go_to_made(fresh)
        self.written.emit(len(problems))
        return len(problems)

    def _mark(self, edits: list[Edit], problems: dict[tuple[Hashable, str], str]) -> None:
        """Keep the texts that are bad, forget those that became good."""
        typed = {(ref, name): text for ref, name, text in edits}
        for key in typed:
            self.model.bad.pop(key, None)
        for key, reason in problems.items():
            text = typed[key] if key in typed else self.text(*key)
            self.model.bad[self.source.current_ref(key[0]), key[1]] = Bad(text, reason)

    def _go_to_made(self, ref: Hashable) -> None:
        row = self.model.place_of(self.source.current_ref(ref))
        if row >= 0:
            self.view.go(row, self.view.selection.active[1])

    @property
    def has_bad_here(self) -> bool:
        """Whether the active cell holds a text that was not saved."""
        row, column = self.view.selection.active
        return row < len(self.model.order) and self.model.bad_at(row, column) is not None

    def drop_bad(self, row: int, column: int) -> None:
        """Give up a text that was not saved; the cell shows again what the book has."""
        key = self.model.row(row).ref, self.model.columns[column].name
        if self.model.bad.pop(key, None):
            self.source.forget(*key)
            self.show_rows()

    def drop_last_bad(self) -> None:
        """Ctrl+Z: what was typed last and not saved is dropped before anything saved is undone."""
        ref, name = next(reversed(self.model.bad))
        row = self.model.place_of(ref)
        self.model.bad.pop((ref, name))
        self.source.forget(ref, name)
        self.show_rows()
        if row >= 0:
            self.view.go(row, self.model.places[name])
        self.offer.tell(self.tr("已还原未保存的内容"))

    def escape(self) -> None:
        """Esc: drop the bad text at hand, else close the strip."""
        if self.has_bad_here:
            self.drop_bad(*self.view.selection.active)
        else:
            self.offer.close_strip()

    def paste_text(self, text: str) -> None:
        """Paste a block at the active cell, as Ctrl+V does."""
        self.blocks.paste(text)

    # --- order, filter, widths, find

    def sort_by(self, name: str) -> None:
        """Sort by a column; again, the other way round; a third time, as the source has it."""
        model = self.model
        if model.sorted_by is None or model.sorted_by[0] != name:
            model.sorted_by = (name, False)
        else:
            model.sorted_by = None if model.sorted_by[1] else (name, True)
        self._arrange()

    def filter_by(self, name: str, words: str) -> None:
        """Show only rows whose column passes `words`; blank words let all pass."""
        if words.strip():
            self.model.filters[name] = words
        else:
            self.model.filters.pop(name, None)
        self._arrange()

    def start_filter(self) -> None:
        """Put the keyboard into the filter field of the active column."""
        self.header.show_filter(True)
        if field := self.header.fields.get(self.current_name()):
            field.setFocus()
            field.selectAll()

    def clear_filters(self) -> None:
        """Show all rows."""
        self.model.filters.clear()
        self._arrange()
        self.header.show_columns()

    def _arrange(self) -> None:
        ref, name, reach = self._here()
        self.model.arrange()
        self.view.doItemsLayout()
        self.view.selection.others = []
        self._return_to(ref, name, reach)
        self.header.arrange()

    def shown_count(self) -> tuple[int, int]:
        """How many rows pass the filter, and how many there are."""
        model = self.model
        shown = sum(model.given[at].kind == ITEM and model.given[at].ref != NEW for at in model.order)
        return shown, sum(row.kind == ITEM and row.ref != NEW for row in model.given)

    def show_filter(self, shown: bool) -> None:
        """Show or hide the filter row."""
        if not shown:
            self.clear_filters()
        self.header.show_filter(shown)

    def find(self, words: str, step: int) -> None:
        """Go to the next cell that holds `words`, after the active one or before it; 0: the active one may be it."""
        places = found(self.model, words)
        place = next_of(places, self.view.selection.active, step)
        if place is None:
            self.find_strip.tell(self.tr("没有找到") if words else "")
            return
        self.view.go(*place)
        at = places.index(place) + 1
        self.find_strip.tell(self.tr("第 {at} 处，共 {count} 处").format(at=at, count=len(places)))
