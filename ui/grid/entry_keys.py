"""The keys of an entry grid, as in Excel."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.grid.entry import EntryGrid

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ARROWS = {Key.Key_Up: (-1, 0), Key.Key_Down: (1, 0), Key.Key_Left: (0, -1), Key.Key_Right: (0, 1)}
PLAIN = Modifier.NoModifier
STANDARD = QKeySequence.StandardKey


class Keys:
    """What a key does in one grid."""

    def __init__(self, grid: EntryGrid) -> None:
        self.grid = grid
        blocks = grid.blocks
        self._plain: dict[int, Callable[[], object]] = {
            Key.Key_F2: lambda: grid.editing.open(None),
            Key.Key_Delete: blocks.clear,
            Key.Key_Backspace: lambda: grid.editing.open(""),
        }
        self._control: dict[int, Callable[[], object]] = {
            Key.Key_D: blocks.fill_down,
            Key.Key_F: grid.find_strip.begin,
            Key.Key_L: grid.start_filter,
            Key.Key_A: grid.view.select_all,
            Key.Key_Minus: blocks.remove_rows,
            Key.Key_Semicolon: lambda: blocks.fill_with(date.today().isoformat()),
            Key.Key_Return: lambda: blocks.fill_with(grid.model.text(*grid.view.selection.active)),
            Key.Key_Enter: lambda: blocks.fill_with(grid.model.text(*grid.view.selection.active)),
            Key.Key_Space: grid.view.select_columns,
        }

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key that is also the window's is meant for the grid: it drops texts that were not saved."""
        if event.matches(STANDARD.Undo):
            return bool(self.grid.model.bad)
        if event.key() == Key.Key_Escape:
            return self.grid.has_bad_here or self.grid.offer.isVisible()
        return event.key() in (Key.Key_Down,) and bool(event.modifiers() & Modifier.AltModifier)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it says something."""
        grid = self.grid
        if not grid.model.order:
            return False
        return self._clipboard(event) or self._move(event) or self._command(event) or self._type(event)

    def _clipboard(self, event: QKeyEvent) -> bool:
        blocks = self.grid.blocks
        if event.matches(STANDARD.Copy):
            blocks.copy()
        elif event.matches(STANDARD.Paste):
            blocks.paste(QGuiApplication.clipboard().text())
        elif event.matches(STANDARD.Cut):
            blocks.cut()
        elif event.matches(STANDARD.Undo) and self.grid.model.bad:
            self.grid.drop_last_bad()
        else:
            return False
        return True

    def _command(self, event: QKeyEvent) -> bool:
        control = bool(event.modifiers() & Modifier.ControlModifier)
        act = (self._control if control else self._plain).get(event.key())
        if event.key() == Key.Key_Down and event.modifiers() & Modifier.AltModifier:
            self.grid.editing.open(None, opened=True)
        elif event.key() == Key.Key_Space and event.modifiers() == Modifier.ShiftModifier:
            self.grid.view.select_rows()
        elif event.key() == Key.Key_Escape and (self.grid.has_bad_here or self.grid.offer.isVisible()):
            self.grid.escape()
        elif act:
            act()
        else:
            return False
        return True

    def _type(self, event: QKeyEvent) -> bool:
        """A letter begins a new text in place of the old one."""
        text = event.text()
        if not text or not text.isprintable() or event.modifiers() & (Modifier.ControlModifier | Modifier.AltModifier):
            return False
        self.grid.editing.open(text)
        return True

    def _move(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Modifier.ShiftModifier)
        control = bool(event.modifiers() & Modifier.ControlModifier)
        if event.modifiers() & Modifier.AltModifier:
            return False
        if key in ARROWS:
            self._arrow(*ARROWS[Key(key)], shift, control)
        elif key in (Key.Key_Return, Key.Key_Enter) and not control:
            self.grid.step(-1 if shift else 1, 0)
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            self.grid.step(0, -1 if shift or key == Key.Key_Backtab else 1)
        elif key in (Key.Key_Home, Key.Key_End):
            self._edge(key == Key.Key_Home, shift, control)
        elif key in (Key.Key_PageUp, Key.Key_PageDown) and not control:
            rows = max(self.grid.view.viewport().height() // self.grid.view.row_height - 1, 1)
            self._arrow(rows if key == Key.Key_PageDown else -rows, 0, shift, False)
        else:
            return False
        return True

    def _arrow(self, down: int, across: int, shift: bool, control: bool) -> None:
        view, model = self.grid.view, self.grid.model
        row, column = view.selection.end if shift else view.selection.active
        if control:
            row, column = self._block_edge(row, column, down, across)
        else:
            row = min(max(row + down, 0), len(model.order) - 1)
            column = min(max(column + across, 0), len(model.columns) - 1)
        (view.extend if shift else view.go)(row, column)

    def _block_edge(self, row: int, column: int, down: int, across: int) -> tuple[int, int]:
        """Where Ctrl and an arrow lead: the end of the filled stretch, else the next filled cell, else the border."""
        model = self.grid.model

        def inside(row: int, column: int) -> bool:
            return 0 <= row < len(model.order) and 0 <= column < len(model.columns)

        def filled(row: int, column: int) -> bool:
            return bool(model.text(row, column))

        at = row + down, column + across
        if not inside(*at):
            return row, column
        if filled(row, column) and filled(*at):
            while inside(at[0] + down, at[1] + across) and filled(at[0] + down, at[1] + across):
                at = at[0] + down, at[1] + across
            return at
        while not filled(*at) and inside(at[0] + down, at[1] + across):
            at = at[0] + down, at[1] + across
        return at

    def _edge(self, home: bool, shift: bool, control: bool) -> None:
        view, model = self.grid.view, self.grid.model
        row, _ = view.selection.end if shift else view.selection.active
        column = 0 if home else len(model.columns) - 1
        if control:
            row = 0 if home else len(model.order) - 1
        (view.extend if shift else view.go)(row, column)
