"""Number formats: which show a number as a date or a percentage, and what day a serial number is."""

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

_DATES = {*range(14, 18), 22, *range(27, 32), 34, 35, 36, *range(50, 59)}
_TIMES = {*range(18, 22), 32, 33, 45, 46, 47}
_PERCENTAGES = {9, 10}
_LITERAL = re.compile(r'"[^"]*"|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[\\_*].')
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_MARCH_1900 = 61


class Look(Enum):
    """What a number looks like in its cell."""

    NUMBER = "number"
    PERCENTAGE = "percentage"
    DATE = "date"
    TIME = "time"


def look(number: int, code: str | None) -> Look:
    """How format `number` (with its `code` where the workbook gives one) shows a number."""
    if code is not None:
        return _look_of(code)
    if number in _DATES:
        return Look.DATE
    if number in _TIMES:
        return Look.TIME
    return Look.PERCENTAGE if number in _PERCENTAGES else Look.NUMBER


def _look_of(code: str) -> Look:
    plain = _LITERAL.sub("", code.lower().partition(";")[0])
    if "general" in plain or "通用格式" in plain:
        return Look.NUMBER
    if re.search("[yd]", plain) or ("m" in plain and not re.search("[hs]", plain)):
        return Look.DATE
    if re.search("[hs]", plain):
        return Look.TIME
    return Look.PERCENTAGE if "%" in plain else Look.NUMBER


def day_of(serial: Decimal, since_1904: bool) -> date:
    """The day of an Excel serial number, its time of day dropped. OverflowError or ValueError beyond the calendar.

    The workbooks that count from 1900 have a 29 February 1900, which never was.
    """
    days = int(serial)
    if days < 1 and not since_1904:
        raise ValueError("a time of day, not a date")
    if since_1904:
        return _EPOCH_1904 + timedelta(days=days)
    return _EPOCH + timedelta(days=days if days >= _MARCH_1900 else days + 1)
