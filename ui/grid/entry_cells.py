"""What an entry grid shows and writes through: plain rows and columns, and the source that a page gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.grid.cells import ITEM

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

    from kpi_desktop.exchange.fields import Field

    Edit = tuple[Hashable, str, str]
    Problems = dict[tuple[Hashable, str], str]
    Choices = Callable[["EntryRow"], list[tuple[str, str]]]


class EntryColumn(NamedTuple):
    """One column: how wide, where its text stands, whether it stays when others scroll, whether it can be typed in.

    `field` says how its texts are read, and so which editor opens; `choices` are pairs of the text that is stored and
    the words that are shown, for one row.
    """

    name: str
    title: str
    width: int = 90
    right: bool = False
    unit: str = ""
    frozen: bool = False
    locked: bool = False
    field: Field | None = None
    choices: Choices | None = None


class EntryCell(NamedTuple):
    """One cell. `text` is what is typed, copied and read; `shown` stands in its place on screen where there is some.

    `required`: a blank one has the pale mark. `locked`: why it cannot be typed in. `token`: the colour of its text.
    `tag`: a small tag behind the text, `dashed` for what is not certain yet. `key`: what it sorts by, if not its text.
    `share`: a bar behind the figure, filled so far (0-1), with a `tick` where it should be by now. `struck`: a line
    goes through it, because it does not count.
    """

    text: str = ""
    required: bool = False
    locked: str = ""
    token: str = "text"
    tip: str = ""
    tag: str = ""
    dashed: bool = False
    shown: str = ""
    key: object = None
    share: float | None = None
    tick: float | None = None
    struck: bool = False

    @property
    def words(self) -> str:
        """What stands in the cell on screen."""
        return self.shown or self.text


class EntryRow(NamedTuple):
    """One row. `ref` tells it from others; rows that are no items (GROUP, TOTAL) cannot be typed in."""

    ref: Hashable
    cells: Mapping[str, EntryCell]
    kind: str = ITEM


class EntrySource(QObject):
    """Where the rows of a grid come from and what is typed goes to. `changed`: the rows must be read again."""

    changed = Signal()
    can_add = False

    def columns(self) -> list[EntryColumn]:
        """The columns, the frozen ones first."""
        raise NotImplementedError

    def rows(self) -> list[EntryRow]:
        """The rows as they are now, those that wait to be saved included."""
        raise NotImplementedError

    def scope(self) -> Hashable:
        """What the rows are about: texts that were not saved come back when it is the same again."""
        return None

    def new_ref(self) -> Hashable:
        """A name for a row that is about to be typed."""
        raise NotImplementedError

    def blank_row(self) -> EntryRow:
        """The row at the end in which the next one is typed."""
        return EntryRow(None, {})

    def current_ref(self, ref: Hashable) -> Hashable:
        """What a row is called now: a new one gets its id when it is saved."""
        return ref

    def save(self, edits: list[Edit], action: str) -> Problems:
        """Save (row, column, text) triples in one step, `action` the verb for its name; the reasons of what is bad."""
        raise NotImplementedError

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Remove rows; whether that was done. A refusal is told to the user."""
        raise NotImplementedError

    def forget(self, ref: Hashable, name: str) -> None:
        """The user gives up a text that was not saved."""
