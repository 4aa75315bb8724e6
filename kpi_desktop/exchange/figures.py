"""Reading figures and dates from cells: exact numbers with and without a unit, whole ones, shares, days."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.exchange import units
from kpi_desktop.exchange.cell import BadCell, Cell, InDoubt, Unit
from kpi_desktop.exchange.fields import Field, Kind

FIRST_YEAR = 1900
LARGEST_EXPONENT = 20
LARGEST_ASKED = 3
"""A bare share up to this may be meant as it stands (1.2 for 120%); a larger one is surely a percentage (60)."""

_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?%?", re.ASCII)
_WITH_UNIT = re.compile(r"([+-]?[0-9,]*\.?[0-9]+|[+-]?[0-9,]+\.)\s*((?:[^\W\d_²³¹½¼¾]|㎡)[^0-9]*)")
_DATE = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII
)


def read_number(column: Field, cell: Cell, unit: Unit) -> Exact:
    """An exact number in the column's range. A percentage is the ratio it says, whatever the unit: 8% is 0.08."""
    return _in_range(column, _figure(column, cell, unit))


def read_integer(column: Field, cell: Cell, unit: Unit) -> int:
    """A whole number in the column's range; 12.0 is one."""
    value = Fraction(_figure(column, cell, unit))
    if value.denominator != 1:
        raise BadCell("不是整数", "应填整数,如 3")
    return int(_in_range(column, int(value)))


def read_share(column: Field, cell: Cell, unit: Unit) -> Exact:
    """A share: `80%`, 0.8, `4/5`, or a number shown as a percentage. A bare number above 1 is asked about."""
    value = _figure(column, cell, unit)
    if value > 1 and not cell.percent and "%" not in cell.narrow and "/" not in cell.narrow:
        bare = reading.plain(Fraction(value))
        if value <= LARGEST_ASKED:
            raise BadCell(f"是 {bare}% 还是 {reading.percent(Fraction(value))}?", "请写上百分号")
        raise BadCell(f"是 {bare}% 吗?", f"请写 {bare}% 或 {reading.plain(Fraction(value) / 100)}")
    return _in_range(column, value)


def read_date(column: Field, cell: Cell, unit: Unit) -> date:
    """A day: of a cell that holds a date, or written 2020-03-31, 2020/3/31, 2020.3.31, 2020年3月31日."""
    if isinstance(cell.value, date):
        return cell.value
    if isinstance(cell.value, Decimal):
        raise BadCell("是数字,不是日期", "请把这一格设为日期格式,或写成 2020-03-31")
    found = _DATE.fullmatch(re.sub(r"\s", "", cell.narrow))
    if not found:
        raise BadCell("不是日期", "应填日期,如 2020-03-31")
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        value = date(year, month, day)
    except ValueError:
        raise BadCell("这一天不存在", "应填日期,如 2020-03-31") from None
    if year < FIRST_YEAR:
        raise BadCell("太早", "应填日期,如 2020-03-31")
    return value


def as_exact(value: Fraction) -> Exact:
    """A decimal where `value` is one, else the ratio."""
    text = reading.plain(value)
    return value if "/" in text else Decimal(text)


def allowed_numbers(column: Field) -> str:
    """The only numbers that a column takes, in words."""
    return f"应为 {'、'.join(map(str, column.among))} 之一"


def _figure(column: Field, cell: Cell, unit: Unit) -> Exact:
    """The exact number in a cell, converted where it comes with a unit of the indicator's kind."""
    right = "应填整数,如 3" if column.kind is Kind.INTEGER else "应填数字,如 75"
    if isinstance(cell.value, Decimal):
        if abs(cell.value.adjusted()) > LARGEST_EXPONENT:
            raise BadCell("太大或太小", right)
        return cell.value
    if not isinstance(cell.value, str):
        raise BadCell("是日期,不是数字" if isinstance(cell.value, date) else "不是数字", right)
    text = _without_thousands(cell.narrow)
    try:
        return as_exact(reading.number(text))
    except ValueError:
        pass
    if column.in_unit and (found := _WITH_UNIT.fullmatch(text)):
        return _converted(_without_thousands(found[1]), found[2].strip(), unit)
    raise BadCell("不是数字", right)


def _without_thousands(text: str) -> str:
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text


def _converted(number: str, given: str, unit: Unit) -> Exact:
    if not unit.known:
        raise InDoubt
    try:
        value = reading.number(number)
    except ValueError:
        raise BadCell("不是数字", "应填数字,如 75") from None
    factor = units.factor(given, unit.name) if unit.name else None
    if factor is None:
        wanted = f"指标的单位是{unit.name}" if unit.name else "这里的数不带单位"
        raise BadCell(f"的单位“{given}”对不上", f"{wanted},请换算后只填数字")
    return as_exact(value * factor)


def _in_range(column: Field, value: Exact) -> Exact:
    if column.within(value):
        return value
    if column.among:
        raise BadCell("不在可选的数里", allowed_numbers(column))
    say = reading.percent if column.kind is Kind.SHARE else reading.plain
    low, high = (None if end is None else say(Fraction(end)) for end in (column.low, column.high))
    if low is not None and high is not None:
        raise BadCell("超出范围", f"应在 {low} 到 {high} 之间")
    if low is not None:
        raise BadCell("超出范围", f"应大于 {low}" if column.above_low else f"应为 {low} 或更大")
    raise BadCell("超出范围", f"应不超过 {high}")
