"""Exact column types. SQLite's own numbers are floats, so exact figures are kept as text."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.text import plain


class ExactNumber(TypeDecorator[Exact]):
    """A decimal or a ratio, kept as its shortest exact text (`0.125`, `1/3`). TypeError on a float."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """The text that is stored."""
        return None if value is None else exact_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Exact | None:
        """The figure that was stored."""
        return None if value is None else exact_value(value)


class Codes(TypeDecorator[tuple[str, ...]]):
    """A list of codes in order, kept as text with 、 between."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """The text that is stored."""
        return "、".join(value or ())

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """The codes that were stored."""
        return tuple(value.split("、")) if value else ()


def exact_text(value: Exact) -> str:
    """`value` as its shortest exact text. TypeError on a float."""
    if isinstance(value, Decimal | Fraction) or type(value) is int:
        return plain(Fraction(value))
    raise TypeError(f"not an exact number: {value!r}")


def exact_value(text: str) -> Exact:
    """What `exact_text` wrote."""
    return Fraction(text) if "/" in text else Decimal(text)
