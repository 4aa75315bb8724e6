"""The printed data of a form as blocks: a figure is read back from its print, so that all formats carry the same."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    GROUP,
    ITEM,
    LEFT,
    RIGHT,
    SUM,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Note,
    Paragraph,
    Picture,
    Row,
    Table,
    Title,
)
from kpi_desktop.reports.forms.cells import dated
from kpi_desktop.reports.forms.form import Data

_FIGURE = re.compile(r"([+−]?)([\d,]+(?:\.(\d+))?)(%?)")
_CHART_WIDTH = 156.0


def words(shown: object, bold: bool = False, span: int = 1) -> Cell:
    """A printed value as text: None prints —, a blank 空."""
    if shown is None:
        return Cell("—", span=span)
    return Cell(shown, bold=bold, span=span) if isinstance(shown, str) else Cell("空", span=span)


def figure(shown: object, bold: bool = False) -> Cell:
    """A printed figure with the number it says, a day that names its year with the day; any other print as text."""
    found = _FIGURE.fullmatch(shown) if isinstance(shown, str) else None
    if found is None:
        return dated(words(shown, bold))
    sign, digits, places, percent = found.groups()
    number = Decimal(digits.replace(",", "")).scaleb(-2 if percent else 0)
    shape = ("#,##0" if not percent else "0") + (f".{'0' * len(places)}" if places else "") + percent
    return Cell(found[0], -number if sign == "−" else number, f"+{shape};-{shape};0" if sign == "+" else shape, bold)


def row(columns: Sequence[Column], values: Iterable[object], kind: str = ITEM, sums: Sequence[int] = ()) -> Row:
    """A row of printed values: those in columns that stand right are figures."""
    bold = kind == SUM
    pairs = zip(columns, values, strict=True)
    cells = [figure(value, bold) if column.align == RIGHT else words(value, bold) for column, value in pairs]
    return Row(tuple(cells), kind, tuple(sums))


def group(text: str, columns: Sequence[Column]) -> Row:
    """The wide row over a group."""
    return Row((Cell(text, bold=True, span=len(columns)),), GROUP)


def opening(data: Data) -> list[Block]:
    """Title and the line of facts of a table form."""
    pairs = [(str(pair[0]), str(pair[1])) for side in ("left", "right") for pair in as_lists(data[side])]
    return [Title(str(data["title"])), Facts(tuple(pairs))]


def notes(data: Data) -> list[Block]:
    """The remarks under a table."""
    return [Note(text) for text in as_texts(data["notes"])]


def document(data: Data, blocks: Iterable[Block], formal: bool = False) -> Document:
    """A document in the frame of the printed data."""
    frame = as_data(data["meta"])
    return Document(
        tuple(blocks),
        str(frame["paper"]),
        bool(frame["landscape"]) and not formal,
        formal,
        bool(frame["draft"]),
        tuple(as_texts(frame["footer"])),
    )


def story_blocks(told: Sequence[Data]) -> list[Block]:
    """The blocks of a formal text; its pictures must have been drawn as PNG."""
    found: list[Block] = []
    for each in told:
        match each["kind"]:
            case "section" | "part":
                found.append(Paragraph(str(each["text"]), 1 if each["kind"] == "section" else 2))
            case "point":
                found.append(Paragraph(f"{each['head']}{each['text']}", strong=len(str(each["head"]))))
            case "table":
                found += [Paragraph(str(each["caption"]), align=CENTRE), _story_table(each)]
            case "figure":
                png, caption = each["png"], str(each["caption"])
                assert isinstance(png, bytes)
                found += [Picture(png, _CHART_WIDTH, caption), Paragraph(caption, align=CENTRE)]
            case _:
                found.append(Paragraph(str(each["text"])))
    return found


def _story_table(told: Data) -> Table:
    columns = [Column(str(head["head"]), float(str(head["width"])), _align(head)) for head in as_rows(told["columns"])]
    name = str(told["caption"]).partition("（")[0].replace("\u3000", " ")
    return Table(tuple(columns), tuple(row(columns, each) for each in as_lists(told["rows"])), name)


def _align(head: Data) -> str:
    return {"left": LEFT, "right": RIGHT, "center": CENTRE}[str(head["align"])]


def as_data(value: object) -> Data:
    """A part of the data that is a mapping."""
    assert isinstance(value, dict)
    return value


def as_rows(value: object) -> list[Data]:
    """A part of the data that is a list of mappings."""
    assert isinstance(value, list)
    return value


def as_lists(value: object) -> list[list[object]]:
    """A part of the data that is a list of lists."""
    assert isinstance(value, list)
    return value


def as_texts(value: object) -> list[str]:
    """A part of the data that is a list of texts."""
    assert isinstance(value, list)
    return value
