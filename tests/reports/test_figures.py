"""Figures as they are printed, and sentences as Chinese print wants them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from kpi_desktop.reports import figures
from kpi_desktop.reports.paper import wide


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(Decimal("1234.5"), 2, "1,234.50"), (Decimal("-0.5"), 2, "−0.50"), (Decimal("2.345"), 2, "2.35"), (0, 0, "0")],
)
def test_fixed_places(value, decimals, text):
    assert figures.fixed(value, decimals) == text


def test_a_tie_is_rounded_away_from_zero():
    assert figures.fixed(Decimal("-2.345"), 2) == "−2.35"


def test_plain_figures_have_the_places_they_need():
    assert [figures.plain(each) for each in (75, Decimal("12.50"), Fraction(1, 3))] == ["75", "12.5", "0.33"]


def test_percentages():
    assert figures.percent(Decimal("0.08")) == "8%"
    assert figures.percent(Fraction(1, 8)) == "12.5%"
    assert figures.percent(Fraction(1, 3), 2) == "33.33%"


def test_signs():
    assert [figures.signed(Decimal(each), 2) for each in ("1", "0", "-1")] == ["+1.00", "0.00", "−1.00"]


def test_round_amounts_of_a_scheme():
    assert [figures.round_money(each) for each in (1_800_000, 4_000, 12_345)] == ["180万元", "4,000元", "12,345元"]


def test_days():
    assert figures.day(date(2021, 1, 22)) == "2021年1月22日"
    assert figures.day_within(date(2020, 6, 30), 2020) == "6月30日"
    assert figures.day_within(date(2021, 6, 30), 2020) == "2021年6月30日"


def test_ordinals_of_headings():
    assert [figures.ordinal(each) for each in (1, 10, 12, 20, 21)] == ["一", "十", "十二", "二十", "二十一"]


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("没有节点,也没有报", "没有节点，也没有报"),
        ("6月18日 按期销号,得 100%", "6月18日按期销号，得100%"),
        ("80% + 20% × (23.7 − 20) ÷ (26 − 20) = 92.33%", "80%＋20%×(23.7−20)÷(26−20)＝92.33%"),
        ("核定 85%(依据:会议)", "核定85%（依据：会议）"),
        ("3,208.2 ÷ 3,009", "3,208.2÷3,009"),
    ],
)
def test_the_programs_sentences_get_wide_punctuation(told, printed):
    assert wide(told) == printed
