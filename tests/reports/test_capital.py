"""人民币大写, by the examples of 《支付结算办法》 and by reading it back in another way."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_desktop.reports.capital import capital, small

DIGITS = {name: value for value, name in enumerate("零壹贰叁肆伍陆柒捌玖")}
SMALL = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("4647156", "肆佰陆拾肆万柒仟壹佰伍拾陆元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("10", "壹拾元整"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("1000000000000", "壹万亿元整"),
        ("9999999.99", "玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ],
)
def test_amounts_read_as_an_office_writes_them(amount, words):
    assert capital(Decimal(amount)) == "人民币" + words


def test_a_negative_amount_begins_with_a_sign():
    assert capital(Decimal("-19000")) == "人民币负壹万玖仟元整"
    assert small(Decimal("-1200.5"), 2) == "−¥1,200.50"


@given(st.integers(0, 10**15))
def test_what_is_written_reads_back_as_the_same_amount(cents):
    assert read(capital(Decimal(cents) / 100)) == cents


def read(words):
    """The 分 that capital figures say, unit by unit from the left."""
    yuan, sign, rest = words.removeprefix("人民币").partition("元")
    if not sign:
        yuan, rest = "", yuan
    total = section = digit = 0
    for mark in yuan:
        if mark in DIGITS:
            digit = DIGITS[mark]
        elif mark in SMALL:
            section, digit = section + digit * SMALL[mark], 0
        elif mark == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    tenths = DIGITS[rest[rest.index("角") - 1]] if "角" in rest else 0
    cents = DIGITS[rest[rest.index("分") - 1]] if "分" in rest else 0
    return (total + section + digit) * 100 + tenths * 10 + cents


def test_a_part_of_a_cent_is_refused():
    with pytest.raises(ValueError, match="分"):
        capital(Decimal("2.675"))


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        capital(0.5)


def test_an_amount_without_a_settled_reading_is_refused():
    with pytest.raises(ValueError, match="too large"):
        capital(10**16)
