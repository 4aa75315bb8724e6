"""How the fill handle goes on: worked out by hand, as Excel does it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.grid.series import continued


@pytest.mark.parametrize(
    ("given_texts", "following"),
    [
        (["1", "2"], ["3", "4", "5"]),
        (["1.5", "2"], ["2.5", "3.0", "3.5"]),
        (["10", "7"], ["4", "1", "-2"]),
        (["1,000", "1,500"], ["2,000", "2,500", "3,000"]),
        (["80%", "90%"], ["100%", "110%", "120%"]),
        (["0.1", "0.2", "0.3"], ["0.4", "0.5", "0.6"]),
        (["2021-01-31", "2021-02-28"], ["2021-03-31", "2021-04-30", "2021-05-31"]),
        (["2020-11-15", "2020-12-15"], ["2021-01-15", "2021-02-15", "2021-03-15"]),
        (["2021-03-30", "2021-06-30"], ["2021-09-30", "2021-12-30", "2022-03-30"]),
        (["2021-12-27", "2022-01-03"], ["2022-01-10", "2022-01-17", "2022-01-24"]),
        (["K08", "K09"], ["K10", "K11", "K12"]),
        (["节点1", "节点3"], ["节点5", "节点7", "节点9"]),
        (["2021-K098", "2021-K099"], ["2021-K100", "2021-K101", "2021-K102"]),
    ],
)
def test_a_series_goes_on(given_texts, following):
    assert continued(given_texts, 3) == following


@pytest.mark.parametrize(
    "given_texts",
    [
        ["5"],
        ["K01"],
        ["2021-03-31"],
        ["D01", "D01"],
        ["1", "2", "4"],
        ["1", "2%"],
        ["", "2"],
        ["甲", "乙"],
        ["K01", "P02"],
        ["K03", "K02"],
        ["2021-03-31", "年底"],
        ["1", "K02"],
    ],
)
def test_what_is_no_series_is_repeated(given_texts):
    assert continued(given_texts, 4) == (given_texts * 4)[:4]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 20), st.integers(0, 40))
def test_days_in_even_steps(first, step, count):
    """Steps of less than a month's length are steps of days, whatever months they cross."""
    days = [(first + timedelta(days=step * at)).isoformat() for at in range(3 + count)]
    assert continued(days[:3], count) == days[3:]


@given(st.integers(-(10**6), 10**6), st.integers(-999, 999).filter(bool), st.integers(2, 5), st.integers(0, 30))
def test_numbers_in_even_steps(first, step, many, count):
    numbers = [str(first + step * at) for at in range(many + count)]
    assert continued(numbers[:many], count) == numbers[many:]
