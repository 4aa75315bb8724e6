"""Figures as sentences show them."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.assessment.wording import decimal, figure, measured, money, percentage, points_apart


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("1234.50"), "1,234.5"),
        (1000, "1,000"),
        (Fraction(1, 3), "0.3333"),
        (Fraction(-1, 6), "-0.1667"),
        (Decimal("0.00001"), "0"),
    ],
)
def test_figures_have_thousands_and_no_idle_zeros(value, shown):
    assert figure(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (40000, "40,000 元"),
        (Decimal("12.3"), "12.30 元"),
        (Decimal("12.34"), "12.34 元"),
        (Decimal("0.005"), "0.005 元"),
        (Decimal("1E+5"), "100,000 元"),
        (Fraction(-5, 2), "-2.50 元"),
    ],
)
def test_money_has_no_decimals_or_two_or_all_it_has(value, shown):
    assert money(value) == shown


def test_ratios():
    assert percentage(Fraction(5, 8)) == "62.5%"
    assert points_apart(Fraction(1, 8)) == "12.5 个百分点"
    assert measured(Decimal("0.0825"), percent=True) == "8.25%"
    assert measured(Decimal("0.0825"), percent=False) == "0.0825"


def test_an_exact_decimal_where_there_is_one():
    assert decimal(Fraction(1, 8)) == Decimal("0.125")
    assert str(decimal(Decimal("1E+3"))) == "1000"
    assert decimal(Fraction(1, 3)) == Decimal("0.33")
    with pytest.raises(TypeError):
        decimal(0.5)  # type: ignore[arg-type]
