"""What a column stores for a value, and back; exact or refused."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine
from sqlalchemy.exc import StatementError

from kpi_desktop.book.columns import (
    Kind,
    codes_text,
    codes_value,
    exact_text,
    exact_value,
    reader_of,
    writer_of,
)
from kpi_desktop.book.metadata import Codes, ExactNumber
from kpi_desktop.book.shapes import shape_of


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("2.50"), "2.5"),
        (Decimal("-0.0"), "0"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-3"), "0.001"),
        (Decimal("100"), "100"),
        (7, "7"),
        (Fraction(1, 8), "0.125"),
        (Fraction(-2, 3), "-2/3"),
        (Fraction(5), "5"),
        (Decimal("12345678901234567890123456789012345.5"), "12345678901234567890123456789012345.5"),
    ],
)
def test_a_figure_is_kept_as_its_shortest_exact_text(value, text: str):
    assert exact_text(value) == text
    assert exact_value(text) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.fractions() | st.integers())
def test_figures_come_back_as_they_were_and_equal_figures_have_one_text(value):
    text = exact_text(value)
    assert exact_value(text) == value
    assert exact_text(Fraction(value)) == text == exact_text(exact_value(text))


@pytest.mark.parametrize("value", [1.5, True, "1", None])
def test_what_is_no_exact_figure_is_refused(value):
    with pytest.raises(TypeError):
        exact_text(value)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_what_is_not_finite_is_refused(value):
    with pytest.raises(ValueError, match="finite"):
        exact_text(value)


def test_codes_keep_their_order():
    assert codes_value(codes_text(("D02", "D01"))) == ("D02", "D01")
    assert codes_value(codes_text(())) == codes_value(None) == ()
    with pytest.raises(TypeError):
        codes_text("D01")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (Kind.STRING, 1),
        (Kind.TEXT, b""),
        (Kind.WHOLE, "1"),
        (Kind.WHOLE, True),
        (Kind.FLAG, 1),
        (Kind.DAY, "2025-01-01"),
        (Kind.DAY, datetime(2025, 1, 1)),
        (Kind.EXACT, 0.1),
    ],
)
def test_a_value_of_the_wrong_type_is_a_type_error(kind, wrong):
    with pytest.raises(TypeError):
        writer_of(kind)(wrong)


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [
        (Kind.FLAG, True, 1),
        (Kind.DAY, date(2025, 1, 31), "2025-01-31"),
        (Kind.WHOLE, 12, 12),
        (Kind.STRING, "甲", "甲"),
        (Kind.CODES, ("A", "B"), "A、B"),
    ],
)
def test_values_are_stored_as_text_and_whole_numbers(kind, value, stored):
    assert writer_of(kind)(value) == stored
    read = reader_of(kind)
    assert (read(stored) if read else stored) == value


def test_a_column_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError):
        shape_of("actual").stored({"valeu": 1})
    with pytest.raises(KeyError):
        shape_of("actuals")


def test_sqlalchemy_stores_and_reads_the_same_forms():
    table = Table("t", MetaData(), Column("figure", ExactNumber), Column("codes", Codes))
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(
            table.insert(), [{"figure": Decimal("0.10"), "codes": ("B", "A")}, {"figure": None, "codes": ()}]
        )
        assert connection.exec_driver_sql("SELECT * FROM t").fetchall() == [("0.1", "B、A"), (None, "")]
        assert connection.execute(table.select()).fetchall() == [(Decimal("0.1"), ("B", "A")), (None, ())]
        with pytest.raises(StatementError, match="not an exact number"):
            connection.execute(table.insert(), {"figure": 0.1})
    engine.dispose()
