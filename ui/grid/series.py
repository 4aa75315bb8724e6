"""How the fill handle goes on from two cells and more: numbers, days and numbered words in even steps, as in Excel."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_NUMBER = re.compile(r"([-−]?)(\d[\d,]*(?:\.\d+)?)(%?)")
_NUMBERED = re.compile(r"(.*\D)(\d{1,9})")
MONTHS = 12
Value = TypeVar("Value", int, Decimal)


def continued(texts: Sequence[str], count: int) -> list[str]:
    """The `count` texts after `texts`: a series of even steps goes on, anything else is repeated from the beginning."""
    for kind in (_numbers, _days, _numbered):
        if len(texts) > 1 and (next_of := kind(texts)) is not None:
            return [next_of(step) for step in range(1, count + 1)]
    return [texts[at % len(texts)] for at in range(count)]


def _even(values: Sequence[Value]) -> Value | None:
    """The one step between all values; None where steps differ or there is none."""
    steps = {after - before for before, after in pairwise(values)}
    step = steps.pop()
    return step if step and not steps else None


def _numbers(texts: Sequence[str]) -> Callable[[int], str] | None:
    found = [_NUMBER.fullmatch(text) for text in texts]
    parts = [match.groups() for match in found if match]
    if len(parts) < len(texts) or len({percent for *_, percent in parts}) > 1:
        return None
    values = [Decimal(figure.replace(",", "")) * (-1 if sign else 1) for sign, figure, _ in parts]
    step = _even(values)
    if step is None:
        return None
    places = max(len(figure.partition(".")[2]) for _, figure, _ in parts)
    grouped, percent = "," if any("," in figure for _, figure, _ in parts) else "", parts[0][2]
    return lambda at: f"{values[-1] + step * at:{grouped}.{places}f}{percent}"


def _days(texts: Sequence[str]) -> Callable[[int], str] | None:
    try:
        days = [date.fromisoformat(text) for text in texts]
    except ValueError:
        return None
    months = _even([day.year * MONTHS + day.month for day in days])
    last = all(day.day == _length(day.year, day.month) for day in days)
    if months is not None and (last or len({day.day for day in days}) == 1):
        return lambda at: _month_on(days[-1], months * at, last).isoformat()
    step = _even([day.toordinal() for day in days])
    return None if step is None else lambda at: (days[-1] + timedelta(days=step * at)).isoformat()


def _month_on(day: date, months: int, last: bool) -> date:
    """The day so many months on, or the last of that month: where all were last days, or it is shorter."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    length = _length(year, month + 1)
    return date(year, month + 1, length if last else min(day.day, length))


def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _numbered(texts: Sequence[str]) -> Callable[[int], str] | None:
    found = [_NUMBERED.fullmatch(text) for text in texts]
    parts = [match.groups() for match in found if match]
    if len(parts) < len(texts) or len({words for words, _ in parts}) > 1:
        return None
    numbers = [int(number) for _, number in parts]
    step, width = _even(numbers), len(parts[-1][1])
    if step is None or step < 0:
        return None
    return lambda at: f"{parts[0][0]}{numbers[-1] + step * at:0{width}}"
