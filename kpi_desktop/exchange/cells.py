"""Reading one cell as its column's kind, and showing a stored value as a cell that reads back as it.

Nothing here knows of files: import, entry grids and fill-in forms all read through `read`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from kpi_desktop.assessment import text as reading
from kpi_desktop.exchange.cell import BLANK, BadCell, Cell, InDoubt, Unit, trimmed
from kpi_desktop.exchange.fields import Field, Kind
from kpi_desktop.exchange.figures import allowed_numbers, read_date, read_integer, read_number, read_share

__all__ = ["BLANK", "BadCell", "Cell", "InDoubt", "Unit", "message", "read", "sentence", "shown", "trimmed"]

_LIST = re.compile("[、,，]")


def read(column: Field, cell: Cell, unit: Unit | None = None) -> Any:
    """The value of `cell` in `column`; what a blank stands for where it is blank.

    `unit` is that of the indicator for columns `in_unit`. BadCell where the cell does not read as the column's kind, is
    out of its range, or is blank and required; InDoubt where the indicator's unit is not known.
    """
    if cell.trouble:
        raise BadCell(cell.trouble, expected(column))
    if cell.is_blank:
        if column.required:
            raise BadCell("不能空着", expected(column))
        return column.blank
    return _READERS[column.kind](column, cell, unit or Unit())


def message(column: Field, cell: Cell, bad: BadCell) -> str:
    """The sentence that reports a bad cell: `“七十五” 不是数字(确保目标),应填数字,如 75`."""
    return sentence(cell.read, bad.wrong, column.header, bad.right)


def sentence(read: str, wrong: str, header: str, right: str = "") -> str:
    """What was read, what is wrong (in which column), what would be right."""
    return (f"“{read}” " if read else "") + f"{wrong}({header})" + (f",{right}" if right else "")


def shown(column: Field, value: Any) -> str:
    """A stored value as text that reads back as it; empty for a blank."""
    if value is None:
        return ""
    match column.kind:
        case Kind.FLAG:
            return "是" if value else "否"
        case Kind.CHOICE:
            return column.choices.get(value, str(value))
        case Kind.CODES:
            return "、".join(value)
        case Kind.SHARE:
            return reading.percent(Fraction(value))
        case Kind.NUMBER | Kind.INTEGER:
            return reading.plain(Fraction(value))
        case Kind.DATE:
            return str(value.isoformat())
        case _:
            return str(value)


def expected(column: Field) -> str:
    """What a column takes, in a few words."""
    match column.kind:
        case Kind.NUMBER:
            return allowed_numbers(column) if column.among else "应填数字,如 75"
        case Kind.INTEGER:
            return "应填整数,如 3"
        case Kind.SHARE:
            return "应填百分比,如 80% 或 0.8"
        case Kind.DATE:
            return "应填日期,如 2020-03-31"
        case Kind.FLAG:
            return "应填 是 或 否"
        case Kind.CHOICE:
            return f"应为 {'、'.join(column.choices.values())} 之一"
        case Kind.CODE | Kind.CODES:
            return "应填编码"
        case _:
            return "应填文字"


def _read_text(column: Field, cell: Cell, unit: Unit) -> str:
    if isinstance(cell.value, bool):
        raise BadCell("是逻辑值,不是文字", "应填文字")
    return column.tidy(cell.text) if column.tidy else cell.text


def _read_name(column: Field, cell: Cell, unit: Unit) -> str:
    text = _read_text(column, cell, unit)
    return _allowed(column, "".join(line.strip() for line in text.split("\n")) if "\n" in text else text)


def _read_code(column: Field, cell: Cell, unit: Unit) -> str:
    if isinstance(cell.value, date | bool):
        became = "日期" if isinstance(cell.value, date) else "逻辑值"
        raise BadCell(f"被表格软件变成了{became},不是编码", "请把这一格设为文本格式后重填")
    return _allowed(column, cell.narrow.replace("\n", ""))


def _allowed(column: Field, text: str) -> str:
    """`text` where it holds no sign that lists and parameters need for themselves, and is no reserved word."""
    if text in column.reserved:
        raise BadCell("另有含义,不能这样命名", f"请换一个{column.header}")
    if found := [sign for sign in column.forbidden if sign in text]:
        raise BadCell(f"里不能有“{found[0]}”", f"请换一个{column.header}")
    return text


def _read_codes(column: Field, cell: Cell, unit: Unit) -> tuple[str, ...]:
    if isinstance(cell.value, date | bool):
        raise BadCell("不是编码", "应填编码,之间用 、")
    found: list[str] = []
    for part in (part.strip() for part in _LIST.split(cell.narrow)):
        if part in found:
            raise BadCell(f"里“{part}”写了两次", "请只写一次")
        if part:
            found.append(part)
    return tuple(found)


def _read_choice(column: Field, cell: Cell, unit: Unit) -> str:
    text = cell.narrow if isinstance(cell.value, str) else ""
    text = column.tidy(text) if column.tidy else text
    for stored, name in column.choices.items():
        if name == text:
            return stored
    raise BadCell(f"不是可选的{column.header}", expected(column))


def _read_flag(column: Field, cell: Cell, unit: Unit) -> bool:
    text = cell.narrow if isinstance(cell.value, str) else ""
    if text not in ("是", "否"):
        raise BadCell("不是“是”或“否”", expected(column))
    return text == "是"


_READERS: Mapping[Kind, Callable[[Field, Cell, Unit], Any]] = {
    Kind.CODE: _read_code,
    Kind.NAME: _read_name,
    Kind.TEXT: _read_text,
    Kind.NUMBER: read_number,
    Kind.INTEGER: read_integer,
    Kind.SHARE: read_share,
    Kind.DATE: read_date,
    Kind.FLAG: _read_flag,
    Kind.CHOICE: _read_choice,
    Kind.CODES: _read_codes,
}
