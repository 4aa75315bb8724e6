"""A form as blocks: what Word and Excel are made from. The figures are those that the template prints.

Every text is as it is printed; a figure also carries its exact number and Excel's format of it, a day the date it is,
so that a cell holds a real number or date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

LEFT, CENTRE, RIGHT = "left", "center", "right"
ITEM, GROUP, SUM, NOTE = "item", "group", "sum", "note"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `number` is exact; `format` Excel's number format for it (0.00, #,##0.00, 0.0%). `span`: columns.

    `day`: the day that the text says, with or without its year.
    """

    text: str = ""
    number: Decimal | None = None
    format: str = ""
    bold: bool = False
    span: int = 1
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head (a line break where it should break), width in millimetres, alignment of its cells."""

    title: str
    width: float
    align: str = LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. A GROUP row is one wide cell. `sums`: places, in the table's rows, of the rows a SUM adds up.

    A cell of a SUM row that has a number becomes a formula in Excel over the cells above it that `sums` names; a cell
    that is no sum of them keeps its value. `height`: millimetres it has at least, to be written in by hand.
    """

    cells: Sequence[Cell]
    kind: str = ITEM
    sums: Sequence[int] = ()
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its head is repeated on every page. `name` is that of its worksheet, short and without / ? * [ ] :.

    `sums_above`: in a text the sums of a group stand in its own row, as in print. `headless`: labels stand beside their
    words, so that a text has no head over them. A worksheet has both.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    name: str = ""
    size: float = 10.5
    sums_above: bool = False
    headless: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """The form's title."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with values in one line: 单位 …  编号 …  制表 …."""

    pairs: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `level`: 0 body, 1 to 3 headings of GB/T 9704 (黑体, 楷体, 仿宋 bold).

    `strong`: so many of its first signs are set bold, a heading that runs into its text.
    """

    text: str
    level: int = 0
    align: str = LEFT
    strong: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A small remark under a table."""

    text: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Who signs, each with room for name and date; kept together."""

    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart as PNG; `width` in millimetres, `words` say what it shows."""

    png: bytes
    width: float
    words: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page begins. `lying`: table pages that lie, A4, from here to the end of a formal text (its annexes)."""

    lying: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page of a report, with nothing else on it; Word has the list of contents after it."""

    number: str
    unit: str
    title: str
    office: str
    day: str


Block = Table | Title | Facts | Paragraph | Note | Signatures | Picture | PageBreak | Cover


@dataclass(frozen=True, slots=True)
class Document:
    """A whole form. `formal`: a text after GB/T 9704 (its margins and type), else a table page. `draft`: 过程稿.

    `letter`: a formal text in the letter format, which has more room on its page, and stands on one where it can.
    """

    blocks: Sequence[Block]
    paper: str = "a4"
    landscape: bool = False
    formal: bool = False
    draft: bool = False
    footer: Sequence[str] = field(default=())
    letter: bool = False
