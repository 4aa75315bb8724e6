"""Reading one cell as its column's kind, and showing a stored value as a cell that reads back as it.

Nothing here knows of files: import, entry grids and fill-in forms all read through `read`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.exchange import units
from kpi_desktop.exchange.fields import Field, Kind

Plain = str | Decimal | bool | date | None

_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_MINUS = {0x2212: "-"}
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?%?", re.ASCII)
_WITH_UNIT = re.compile(r"([+-]?[\d,]*\.?\d+|[+-]?[\d,]+\.)\s*([^\d\s.,%/+-].*)", re.ASCII)
_DATE = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII
)
_LIST = re.compile("[、,,]")
_LONGEST_READ = 30
FIRST_YEAR = 1900


class Cell(NamedTuple):
    """What stands in a cell. `percent`: a number shown as a percentage. `trouble`: why it holds no value."""

    value: Plain = None
    percent: bool = False
    trouble: str | None = None

    @property
    def read(self) -> str:
        """What a person reads in the cell, cut where it is long."""
        text = "" if self.value is None else _as_text(self)
        return text if len(text) <= _LONGEST_READ else text[:_LONGEST_READ] + "…"


BLANK = Cell()


class Unit(NamedTuple):
    """The unit that a column of figures is in. `known` is False where the indicator itself is in doubt."""

    name: str | None = None
    known: bool = True


class BadCell(ValueError):  # noqa: N818 - a cell that does not read is no failure of the program
    """A cell does not read as its column's kind: `wrong` says what is the matter, `right` what would be right."""

    def __init__(self, wrong: str, right: str = "") -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.right = right


class InDoubt(ValueError):  # noqa: N818
    """A cell cannot be judged because another one is bad; that one is reported."""


def read(column: Field, cell: Cell, unit: Unit | None = None) -> Any:
    """The value of `cell` in `column`; what a blank stands for where it is blank.

    `unit` is that of the indicator for columns `in_unit`. BadCell where the cell does not read as the column's kind, is
    out of its range, or is blank and required; InDoubt where the indicator's unit is not known.
    """
    if cell.trouble:
        raise BadCell(cell.trouble, _expected(column))
    if cell.value is None or (isinstance(cell.value, str) and not trimmed(cell.value)):
        if column.required:
            raise BadCell("不能空着", _expected(column))
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


def trimmed(text: str) -> str:
    """`text` without spaces, wide spaces and invisible signs around it; line ends as \\n."""
    return text.translate(_INVISIBLE).replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n　\xa0")


def as_exact(value: Fraction) -> Exact:
    """A decimal where `value` is one, else the ratio."""
    text = reading.plain(value)
    return value if "/" in text else Decimal(text)


def _expected(column: Field) -> str:
    """What a column takes, in a few words."""
    match column.kind:
        case Kind.NUMBER if column.among:
            return f"应为 {'、'.join(map(str, column.among))} 之一"
        case Kind.NUMBER:
            return "应填数字,如 75"
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


def _as_text(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Decimal):
        return reading.percent(Fraction(value)) if cell.percent else reading.plain(Fraction(value))
    return value.isoformat() if isinstance(value, date) else trimmed(value or "")


def _narrow(cell: Cell) -> str:
    """A text cell as figures and signs are looked for: half-width, no leading apostrophe."""
    return reading.half_width(_as_text(cell).translate(_MINUS)).removeprefix("'").strip()


# --- Texts


def _read_text(column: Field, cell: Cell, unit: Unit) -> str:
    if isinstance(cell.value, bool):
        raise BadCell("是逻辑值,不是文字", "应填文字")
    text = _as_text(cell)
    return column.tidy(text) if column.tidy else text


def _read_name(column: Field, cell: Cell, unit: Unit) -> str:
    text = "".join(line.strip() for line in _read_text(column, cell, unit).split("\n"))
    return _allowed(column, text)


def _read_code(column: Field, cell: Cell, unit: Unit) -> str:
    if isinstance(cell.value, date):
        raise BadCell("被表格软件变成了日期,不是编码", "请把这一格设为文本格式后重填")
    if isinstance(cell.value, bool):
        raise BadCell("是逻辑值,不是编码", "请把这一格设为文本格式后重填")
    return _allowed(column, _narrow(cell).replace("\n", ""))


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
    parts = [part.strip() for part in _LIST.split(_narrow(cell))]
    found: list[str] = []
    for part in parts:
        if part in found:
            raise BadCell(f"里“{part}”写了两次", "请只写一次")
        if part:
            found.append(part)
    return tuple(found)


def _read_choice(column: Field, cell: Cell, unit: Unit) -> str:
    text = _narrow(cell) if isinstance(cell.value, str) else ""
    text = column.tidy(text) if column.tidy else text
    for stored, name in column.choices.items():
        if name == text:
            return stored
    raise BadCell(f"不是可选的{column.header}", _expected(column))


def _read_flag(column: Field, cell: Cell, unit: Unit) -> bool:
    text = _narrow(cell) if isinstance(cell.value, str) else ""
    if text not in ("是", "否"):
        raise BadCell("不是“是”或“否”", _expected(column))
    return text == "是"


# --- Figures


def _read_number(column: Field, cell: Cell, unit: Unit) -> Exact:
    value = _figure(column, cell, unit)
    if not column.within(value):
        raise BadCell(_out_of_range(column), _range(column))
    return value


def _figure(column: Field, cell: Cell, unit: Unit) -> Exact:
    """The exact number in a cell, converted where it comes with a unit of the indicator's kind."""
    if isinstance(cell.value, Decimal):
        return _not_too_long(cell.value)
    if not isinstance(cell.value, str):
        raise BadCell("是日期,不是数字" if isinstance(cell.value, date) else "不是数字", _expected(column))
    text = _narrow(cell)
    if _THOUSANDS.fullmatch(text):
        text = text.replace(",", "")
    try:
        return as_exact(reading.number(text))
    except ValueError:
        pass
    if column.in_unit and (found := _WITH_UNIT.fullmatch(text)):
        return _converted(found[1], found[2].strip(), unit)
    raise BadCell("不是数字", _expected(column))


def _converted(number: str, given: str, unit: Unit) -> Exact:
    if not unit.known:
        raise InDoubt
    if _THOUSANDS.fullmatch(number):
        number = number.replace(",", "")
    try:
        value = reading.number(number)
    except ValueError:
        raise BadCell("不是数字", "应填数字,如 75") from None
    factor = units.factor(given, unit.name) if unit.name else None
    if factor is None:
        wanted = f"指标的单位是{unit.name}" if unit.name else "这里的数不带单位"
        raise BadCell(f"的单位“{given}”对不上", f"{wanted},请换算后只填数字")
    return as_exact(value * factor)


def _not_too_long(value: Decimal) -> Decimal:
    if not value.is_finite() or abs(value.adjusted()) > reading.LONGEST_NUMBER:
        raise BadCell("不像一个数", "应填数字,如 75")
    return value


def _read_integer(column: Field, cell: Cell, unit: Unit) -> int:
    value = Fraction(_figure(column, cell, unit))
    if value.denominator != 1:
        raise BadCell("不是整数", _expected(column))
    if not column.within(int(value)):
        raise BadCell(_out_of_range(column), _range(column))
    return int(value)


def _read_share(column: Field, cell: Cell, unit: Unit) -> Exact:
    value = _figure(column, cell, unit)
    if value > 1 and _is_bare(cell):
        bare = reading.plain(Fraction(value))
        percent, part = f"{bare}%", reading.plain(Fraction(value) / 100)
        if value <= 3:
            raise BadCell(f"是 {percent} 还是 {reading.percent(Fraction(value))}?", "请写上百分号")
        raise BadCell(f"是 {percent} 吗?", f"请写 {percent} 或 {part}")
    if not column.within(value):
        raise BadCell(_out_of_range(column), _range(column))
    return value


def _is_bare(cell: Cell) -> bool:
    """Whether a number stands without a percent sign or a fraction bar."""
    return not cell.percent and not (isinstance(cell.value, str) and ("%" in _narrow(cell) or "/" in cell.value))


def _out_of_range(column: Field) -> str:
    return "不在可选的数里" if column.among else "超出范围"


def _range(column: Field) -> str:
    """The range of a column, said in words."""
    if column.among:
        return _expected(column)
    say = reading.percent if column.kind is Kind.SHARE else reading.plain
    low = None if column.low is None else say(Fraction(column.low))
    high = None if column.high is None else say(Fraction(column.high))
    if low is not None and high is not None:
        return f"应在 {low} 到 {high} 之间"
    if low is not None:
        return f"应大于 {low}" if column.above_low else f"应为 {low} 或更大"
    return f"应不超过 {high}"


# --- Dates


def _read_date(column: Field, cell: Cell, unit: Unit) -> date:
    if isinstance(cell.value, date):
        return cell.value
    if isinstance(cell.value, Decimal):
        raise BadCell("是数字,不是日期", "请把这一格设为日期格式,或写成 2020-03-31")
    found = _DATE.fullmatch(re.sub(r"\s", "", _narrow(cell))) if isinstance(cell.value, str) else None
    if not found:
        raise BadCell("不是日期", _expected(column))
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        value = date(year, month, day)
    except ValueError:
        raise BadCell("这一天不存在", _expected(column)) from None
    if year < FIRST_YEAR:
        raise BadCell("太早,不像这里的日期", _expected(column))
    return value


_READERS: Mapping[Kind, Callable[[Field, Cell, Unit], Any]] = {
    Kind.CODE: _read_code,
    Kind.NAME: _read_name,
    Kind.TEXT: _read_text,
    Kind.NUMBER: _read_number,
    Kind.INTEGER: _read_integer,
    Kind.SHARE: _read_share,
    Kind.DATE: _read_date,
    Kind.FLAG: _read_flag,
    Kind.CHOICE: _read_choice,
    Kind.CODES: _read_codes,
}
