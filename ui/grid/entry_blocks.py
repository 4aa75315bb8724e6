"""What is done to many cells at once: copy, paste, clear, fill, delete rows; each is one step of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.grid import clipboard
from ui.grid.cells import ITEM
from ui.grid.entry_model import NEW
from ui.grid.entry_selection import Block
from ui.grid.series import continued
from ui.terms import clauses

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from ui.grid.entry import EntryGrid
    from ui.grid.entry_selection import Place

Rows = list[list[str]]


class Blocks(QObject):
    """The block commands of one grid."""

    def __init__(self, grid: EntryGrid) -> None:
        super().__init__(grid)
        self.grid = grid

    # --- copying

    def copy(self) -> None:
        """Put the selected block on the clipboard as Excel and WPS read it."""
        QGuiApplication.clipboard().setText(self.copied_text())

    def copied_text(self) -> str:
        """The selected block; of several blocks the cells of each selected row side by side."""
        model, blocks = self.grid.model, self.grid.view.selection.blocks
        if len(blocks) == 1:
            block = blocks[0]
            places = [[(row, column) for column in range(block.left, block.right + 1)] for row in self._rows(block)]
        else:
            by_row: dict[int, list[Place]] = {}
            for row, column in self.grid.view.selection.cells():
                if model.row(row).ref != NEW:
                    by_row.setdefault(row, []).append((row, column))
            places = list(by_row.values())
        return clipboard.written([[model.text(*place) for place in line] for line in places])

    def _rows(self, block: Block) -> list[int]:
        model = self.grid.model
        rows = [row for row in range(block.top, block.bottom + 1) if model.row(row).ref != NEW]
        return rows or [block.top]

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear("剪切")

    # --- pasting

    def paste(self, text: str) -> None:
        """Write a block from the active cell on; one value goes into every selected cell."""
        rows = clipboard.parsed(text)
        selection = self.grid.view.selection
        if not self.grid.model.order:
            return
        if len(rows) == 1 and len(rows[0]) == 1 and not selection.is_single:
            places = [(row, column, rows[0][0]) for row, column in selection.cells()]
            self._write(places, "粘贴")
            return
        rows = self._repeated(rows, selection.block)
        self._paste_rows(rows, selection.block.top, selection.block.left)

    @staticmethod
    def _repeated(rows: Rows, block: Block) -> Rows:
        """A block pasted onto a selection that is several times as large is repeated over it."""
        high, wide = len(rows), max(map(len, rows))
        down = block.rows // high if block.rows % high == 0 else 1
        across = block.columns // wide if block.columns % wide == 0 else 1
        return [(row + [""] * (wide - len(row))) * across if across > 1 else row for row in rows] * down

    def _paste_rows(self, rows: Rows, top: int, left: int) -> None:
        model = self.grid.model
        room = len(model.order) - top - (1 if self.grid.has_new_row else 0)
        wide = len(model.columns) - left
        over = max(max(map(len, rows)) - wide, 0)
        fitting, more = rows[: max(room, 0)], rows[max(room, 0) :]
        told = [self.tr("右边多出的 {count} 列没有粘贴").format(count=over)] if over else []
        places = self._placed(fitting, top, left, wide)
        if places:
            self._write(places, "粘贴", told)
            self.grid.view.selection.take(
                Block(top, left, top + len(fitting) - 1, left + min(max(map(len, fitting)), wide) - 1)
            )
            self.grid.view.select()
        if more and self.grid.source.can_add:
            if not fitting:
                self.add_rows(more, left)
                return
            words = self.tr("粘贴的内容比现有的行多 {count} 行").format(count=len(more))
            offers = [(self.tr("新增 {count} 行").format(count=len(more)), lambda: self.add_rows(more, left))]
            self.grid.offer.tell(clauses([words, *told]), offers)
        elif more:
            words = self.tr("下面多出的 {count} 行没有粘贴，这里不能新增行").format(count=len(more))
            self.grid.offer.tell(clauses([words, *told]))

    @staticmethod
    def _placed(rows: Rows, top: int, left: int, wide: int) -> list[tuple[int, int, str]]:
        return [
            (top + down, left + across, text) for down, row in enumerate(rows) for across, text in enumerate(row[:wide])
        ]

    def add_rows(self, rows: Rows, left: int) -> None:
        """Make new rows of what was pasted, in one step."""
        names = [column.name for column in self.grid.model.columns][left:]
        locked = {column.name for column in self.grid.model.columns if column.locked}
        edits: list[tuple[Hashable, str, str]] = []
        refs = [self.grid.source.new_ref() for _ in rows]
        for ref, row in zip(refs, rows, strict=True):
            pairs = zip(names, row, strict=False)
            edits += [(ref, name, text) for name, text in pairs if name not in locked and text.strip()]
        bad = self.grid.write(edits, "粘贴")
        words = [self.tr("粘贴了 {count} 行").format(count=len(rows))]
        shown = {row.ref for row in self.grid.model.given}
        waiting = sum(self.grid.source.current_ref(ref) == ref and ref in shown for ref in refs)
        if waiting:
            words.append(self.tr("{count} 行还没有保存，先填有底色的格").format(count=waiting))
        if bad:
            words.append(self.tr("{count} 格有误，未保存").format(count=bad))
        self._tell(words, bad)

    def _write(self, places: Sequence[tuple[int, int, str]], verb: str, told: Sequence[str] = ()) -> None:
        """Write texts into cells; those that cannot be typed in are counted."""
        model = self.grid.model
        free = [place for place in places if model.is_free(place[0], place[1])]
        skipped = len(places) - len(free)
        edits = [(model.row(row).ref, model.columns[column].name, text) for row, column, text in free]
        words = [*told]
        if skipped:
            words.append(self.tr("{count} 格不能填，已跳过").format(count=skipped))
        bad = 0
        if edits:
            bad = self.grid.write(edits, verb)
            if bad:
                words.append(self.tr("{count} 格有误，未保存").format(count=bad))
        self._tell(words, bad)

    def _tell(self, words: Sequence[str], bad: int) -> None:
        """Say what did not go as asked, and lead to the cells that are bad."""
        if words:
            leads = [(self.tr("逐个跳到"), self.grid.go_to_problem)] if bad else []
            self.grid.offer.tell(clauses(words), leads)

    # --- clearing and filling

    def clear(self, verb: str = "") -> None:
        """Empty every selected cell; texts that were not saved are dropped."""
        model = self.grid.model
        places = []
        for row, column in self.grid.view.selection.cells():
            if model.row(row).ref == NEW:
                continue
            if model.bad_at(row, column) and not model.cell(row, column).text:
                self.grid.drop_bad(row, column)
            elif model.text(row, column):
                places.append((row, column, ""))
        if places:
            self._write(places, verb or "清除")

    def fill_down(self) -> None:
        """Write the first row of the selected block into the rows below; of one row, the row above into it."""
        block = self.grid.view.selection.block
        first = block.top if block.rows > 1 else block.top - 1
        if first >= 0:
            self._fill(first, block.top if block.rows == 1 else block.top + 1, block.bottom, block.left, block.right)

    def _fill(self, first: int, top: int, bottom: int, left: int, right: int) -> None:
        model = self.grid.model
        columns = range(left, right + 1)
        rows = [row for row in range(top, bottom + 1) if model.row(row).kind == ITEM and model.row(row).ref != NEW]
        places = [(row, column, model.text(first, column)) for row in rows for column in columns]
        self._write(places, "向下填充")

    def fill_to(self, target: Block) -> None:
        """Go on with the selected block over a larger one, as the handle was dragged: down or to the right."""
        model, block = self.grid.model, self.grid.view.selection.block
        down = target.rows > block.rows
        places: list[tuple[int, int, str]] = []
        for line in range(block.left, block.right + 1) if down else range(block.top, block.bottom + 1):
            places += self._gone_on(block, target, line, down)
        self._write([place for place in places if model.row(place[0]).ref != NEW], "填充")
        self.grid.view.selection.take(target)
        self.grid.view.select()

    def _gone_on(self, block: Block, target: Block, line: int, down: bool) -> list[tuple[int, int, str]]:
        """The places of one column (`down`) or row of `target` beyond `block`, with what goes on there."""
        first, last, end = (block.top, block.bottom, target.bottom) if down else (block.left, block.right, target.right)
        given = [self.grid.model.text(*((at, line) if down else (line, at))) for at in range(first, last + 1)]
        following = zip(range(last + 1, end + 1), continued(given, end - last), strict=True)
        return [(at, line, text) if down else (line, at, text) for at, text in following]

    def fill_with(self, text: str) -> None:
        """Write one text into every selected cell."""
        self._write([(row, column, text) for row, column in self.grid.view.selection.cells()], "填写")

    # --- rows

    def remove_rows(self) -> None:
        """Delete the selected rows, if the source lets them go."""
        model = self.grid.model
        rows = sorted({row for block in self.grid.view.selection.blocks for row in range(block.top, block.bottom + 1)})
        refs = [model.row(row).ref for row in rows if model.row(row).kind == ITEM and model.row(row).ref != NEW]
        if not refs or not self.grid.source.can_add:
            return
        if self.grid.source.remove(refs):
            model.bad = {key: bad for key, bad in model.bad.items() if key[0] not in refs}
            self.grid.show_rows()
