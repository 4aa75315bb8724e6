"""Opening, closing and taking the editor of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from ui.grid.choices import own_field
from ui.grid.editors import ChoiceEditor, DayEditor, LineEditor, TextEditor, editor_for

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.grid.entry import EntryGrid


class Editing(QObject):
    """The editor of one grid; there is one at a time, over the active cell."""

    def __init__(self, grid: EntryGrid) -> None:
        super().__init__(grid)
        self.grid = grid
        self.editor: LineEditor | TextEditor | None = None
        self._cell: tuple[Hashable, str] | None = None

    def open(self, text: str | None, opened: bool = False) -> None:
        """Open the editor of the active cell, with `text` typed over what stands there, or (None) to change that.

        `opened`: with its list or calendar shown.
        """
        grid, (row, column) = self.grid, self.grid.view.selection.active
        why = grid.model.why_locked(row, column)
        if why is not None:
            told = self.tr("“{column}”由程序算出或取自别处，只供查看").format(column=grid.model.columns[column].title)
            grid.offer.tell(self.tr("这一格不能填：{why}").format(why=why) if why else told)
            return
        self.take(0, 0, False)
        grid.view.show_cell(row, column)
        self._make(row, column)
        assert self.editor is not None
        self.editor.place(grid.view.cell_rect(row, column))
        self.editor.show()
        self.editor.setFocus()
        self.editor.begin(text, grid.model.text(row, column))
        if opened and isinstance(self.editor, DayEditor):
            self.editor.open_calendar()

    def _make(self, row: int, column: int) -> None:
        model = self.grid.model
        described, given = model.columns[column], model.row(row)
        choices = described.choices(given) if described.choices else None
        field = own_field(described.field, given.ref)
        long = "\n" in model.text(row, column)
        self.editor = editor_for(self.grid.view.viewport(), described.title, field, choices, long)
        self._cell = given.ref, described.name
        self.editor.done.connect(self.take)
        self.editor.dropped.connect(self.drop)

    def follow(self) -> None:
        """Stay over the cell when it scrolls or moves."""
        if self.editor is None or self._cell is None:
            return
        model, (ref, name) = self.grid.model, self._cell
        row, column = model.place_of(ref), model.places.get(name, -1)
        if row < 0 or column < 0:
            self.close()
        else:
            self.editor.place(self.grid.view.cell_rect(row, column))

    def compose(self, event: object) -> None:
        """An input method begins in a cell that is not open: open it, and let the editor compose."""
        if self.editor is None:
            self.open("")
        if self.editor is not None:
            QApplication.sendEvent(self.editor, event)

    def take(self, down: int, across: int, everywhere: bool) -> None:
        """The editor is done: save its text, in all selected cells where that is meant, and go a step further."""
        if self.editor is None or self._cell is None:
            return
        grid, text, (ref, name) = self.grid, self.editor.value(), self._cell
        back = self.editor.hasFocus() or bool(down or across)
        self.close()
        if back:
            grid.view.setFocus()
        if everywhere:
            grid.blocks.fill_with(text)
            return
        place = grid.model.place_of(ref)
        if place >= 0 and text != grid.model.text(place, grid.model.places[name]):
            grid.write([(ref, name, text)], "填写")
        if down or across:
            grid.step(down, across)

    def drop(self) -> None:
        """Forget what is typed."""
        self.close()
        self.grid.view.setFocus()

    def close(self) -> None:
        """Close the editor without a word."""
        editor, self.editor, self._cell = self.editor, None, None
        if editor is not None:
            editor.blockSignals(True)
            if isinstance(editor, ChoiceEditor):
                editor.list.hide()
            editor.hide()
            editor.deleteLater()
