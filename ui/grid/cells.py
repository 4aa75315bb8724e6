"""What a table shows: columns, rows and cells as plain values; a page makes them, the delegate paints them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

from ui.terms import blank_word

TEXT, NUMBER, BAR, LIGHT, RANK, BULLET = "text", "number", "bar", "light", "rank", "bullet"
PAIR, PROGRESS, DIVERGE, DOT = "pair", "progress", "diverge", "dot"
METER, DAYS, CARDS = "meter", "days", "cards"
ITEM, GROUP, TOTAL, NOTE = "item", "group", "total", "note"


class Bullet(NamedTuple):
    """A bar against both targets on one axis of 0-1: value, base, stretch and the pace due by now."""

    value: float | None
    base: float
    stretch: float | None = None
    pace: float | None = None


class Plate(NamedTuple):
    """A directive as a small card: filled once it is issued, dashed while it is proposed."""

    colour: str
    issued: bool = True


class Cell(NamedTuple):
    """One cell. Colours are token names; `key` is what it sorts by (None sorts last); `tip` explains it in words.

    `note` is a paler second part (a code before a name, a unit behind a number); `tag` a small tag behind the text;
    `under` is a second line of a pair; `share` and `tick` belong to a bar or a progress (of a DIVERGE bar and a DOT
    `share` goes from -1 to 1 around the middle); `light` is a light's colour;
    `fill` the cell's background; `cards` are directives.
    """

    text: str = ""
    kind: str = TEXT
    token: str = "text"
    bold: bool = False
    note: str = ""
    tag: str = ""
    dashed: bool = False
    share: float | None = None
    tick: float | None = None
    light: str = ""
    fill: str = ""
    bullet: Bullet | None = None
    key: object = None
    tip: str = ""
    under: str = ""
    cards: Sequence[Plate] = ()


class Column(NamedTuple):
    """One column: `width` 0 takes what is left; `unit` stands paler behind the title; `light` a shape before it."""

    title: str
    width: int = 0
    right: bool = False
    unit: str = ""
    light: str = ""
    sortable: bool = True


class Row(NamedTuple):
    """One row. `subject` is what a click on it is about; group rows stay where they are when items are sorted.

    `wide`: the first cell reaches over so many columns.
    """

    cells: Sequence[Cell]
    subject: object = None
    kind: str = ITEM
    wide: int = 1


class LaterCells(Sequence[Cell]):
    """The cells of a row that are made when somebody looks at them: most of thousands of rows nobody ever does."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Sequence[Cell]]) -> None:
        self._make = make
        self._made: Sequence[Cell] | None = None

    def _cells(self) -> Sequence[Cell]:
        if self._made is None:
            self._made = self._make()
        return self._made

    @overload
    def __getitem__(self, place: int) -> Cell: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Cell]: ...
    def __getitem__(self, place: int | slice) -> Cell | Sequence[Cell]:
        """The cell, or the cells, at `place`."""
        return self._cells()[place]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._cells())


def number(
    text: str | None, key: object = None, *, bold: bool = False, token: str = "text", note: str = "", tip: str = ""
) -> Cell:
    """A right-aligned figure; None shows as a pale 空 on the fill of what is required."""
    if text is None:
        return Cell(blank_word(), NUMBER, "pale", fill="blank", tip=tip)
    return Cell(text, NUMBER, token, bold, note, key=key, tip=tip)


def dash() -> Cell:
    """A figure that does not apply here."""
    return Cell("–", NUMBER, "pale")
