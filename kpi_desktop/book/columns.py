"""Exact column types, and what the book stores for a value.

SQLite's own numbers are floats, so exact figures are kept as text. Every column stores text, a whole number or nothing:
what the journal writes down of a row is exactly what the row holds.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import Any

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.text import plain

Stored = str | int | None
"""What a column of a row holds in the file."""


class Kind(Enum):
    """What a column holds. STRING and TEXT are one to SQLite; the names say what is short and what is prose."""

    STRING = auto()
    TEXT = auto()
    WHOLE = auto()
    FLAG = auto()
    DAY = auto()
    EXACT = auto()
    CODES = auto()


def exact_text(value: Exact) -> str:
    """`value` as its shortest exact text. TypeError on a float, ValueError on what is no finite number."""
    if isinstance(value, Decimal):
        return _decimal_text(value)
    if isinstance(value, Fraction):
        return plain(value)
    if type(value) is int:
        return str(value)
    raise TypeError(f"not an exact number: {value!r}")


def _decimal_text(value: Decimal) -> str:
    """Ten times as fast as going through a `Fraction`; an import writes tens of thousands."""
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if value else "0"


def exact_value(text: str) -> Exact:
    """What `exact_text` wrote."""
    return Fraction(text) if "/" in text else Decimal(text)


def codes_text(codes: tuple[str, ...] | list[str] | None) -> str:
    """`codes` with 、 between. TypeError on a plain string, which would be taken apart letter by letter."""
    if isinstance(codes, str):
        raise TypeError(f"not a list of codes: {codes!r}")
    return "、".join(codes or ())


def codes_value(text: str | None) -> tuple[str, ...]:
    """What `codes_text` wrote."""
    return tuple(text.split("、")) if text else ()


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(f"not text: {value!r}")


def _whole(value: Any) -> int:
    if type(value) is int:
        return value
    raise TypeError(f"not a whole number: {value!r}")


def _flag(value: Any) -> int:
    if isinstance(value, bool):
        return int(value)
    raise TypeError(f"not yes or no: {value!r}")


def _day(value: Any) -> str:
    if type(value) is date:
        return value.isoformat()
    raise TypeError(f"not a date: {value!r}")


Writer = Callable[[Any], Stored]
Reader = Callable[[Any], Any]

_FORMS: dict[Kind, tuple[Writer, Reader | None]] = {
    Kind.STRING: (_text, None),
    Kind.TEXT: (_text, None),
    Kind.WHOLE: (_whole, None),
    Kind.FLAG: (_flag, bool),
    Kind.DAY: (_day, date.fromisoformat),
    Kind.EXACT: (exact_text, exact_value),
    Kind.CODES: (codes_text, codes_value),
}


def writer_of(kind: Kind) -> Writer:
    """What turns a value that is not None into what a column of `kind` stores. It raises TypeError on a wrong type."""
    return _FORMS[kind][0]


def reader_of(kind: Kind) -> Reader | None:
    """What turns the stored form that is not None back into the value; None where they are the same."""
    return _FORMS[kind][1]
