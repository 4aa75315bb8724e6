"""Which cells are selected: blocks, the active cell that typing goes to, the corners that Shift moves between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

Place = tuple[int, int]
"""Row and column on screen."""


class Block(NamedTuple):
    """A rectangle of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is in it."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    @property
    def rows(self) -> int:
        """How many rows."""
        return self.bottom - self.top + 1

    @property
    def columns(self) -> int:
        """How many columns."""
        return self.right - self.left + 1

    def cells(self) -> Iterator[Place]:
        """Every cell, row by row."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


def between(one: Place, other: Place) -> Block:
    """The block with two corners."""
    (row, column), (end_row, end_column) = one, other
    return Block(min(row, end_row), min(column, end_column), max(row, end_row), max(column, end_column))


class Selection:
    """The last block goes from the anchor to the end; those before were added with Ctrl.

    The active cell is the anchor, until Enter or Tab walk through the block.
    """

    def __init__(self) -> None:
        self.active: Place = (0, 0)
        self.anchor: Place = (0, 0)
        self.end: Place = (0, 0)
        self.others: list[Block] = []

    @property
    def block(self) -> Block:
        """The block that Shift changes."""
        return between(self.anchor, self.end)

    @property
    def blocks(self) -> list[Block]:
        """All blocks."""
        return [*self.others, self.block]

    @property
    def is_single(self) -> bool:
        """Whether just one cell is selected."""
        return not self.others and self.anchor == self.end

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is selected."""
        return any(block.holds(row, column) for block in self.blocks)

    def cells(self) -> list[Place]:
        """Every selected cell once, row by row."""
        return sorted({place for block in self.blocks for place in block.cells()})

    def go(self, row: int, column: int) -> None:
        """Select one cell."""
        self.active = self.anchor = self.end = (row, column)
        self.others = []

    def extend(self, row: int, column: int) -> None:
        """Move the end of the last block."""
        self.active = self.anchor
        self.end = (row, column)

    def add(self, row: int, column: int) -> None:
        """Begin another block."""
        self.others.append(self.block)
        self.active = self.anchor = self.end = (row, column)

    def take(self, block: Block) -> None:
        """Select a block; its first cell is the active one."""
        self.go(block.top, block.left)
        self.end = (block.bottom, block.right)

    def walk(self, step: int, downwards: bool) -> bool:
        """Enter and Tab go from cell to cell inside a block; False where only one cell is selected."""
        if self.is_single:
            return False
        block = self.block
        row, column = self.active
        if downwards:
            at = (column - block.left) * block.rows + (row - block.top) + step
        else:
            at = (row - block.top) * block.columns + (column - block.left) + step
        at %= block.rows * block.columns
        if downwards:
            self.active = (block.top + at % block.rows, block.left + at // block.rows)
        else:
            self.active = (block.top + at // block.columns, block.left + at % block.columns)
        return True

    def fit(self, rows: int, columns: int) -> None:
        """Stay inside a grid of that size."""
        for name in ("active", "anchor", "end"):
            row, column = getattr(self, name)
            setattr(self, name, (max(min(row, rows - 1), 0), max(min(column, columns - 1), 0)))
        self.others = [block for block in self.others if block.bottom < rows and block.right < columns]
