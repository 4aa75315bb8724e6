"""人民币大写: an amount in capital figures, exactly.

Written here and not taken from a package: cn2an drops what lies beyond 分 without a word, an error on a form that moves
money.
"""

from decimal import Decimal

from kpi_desktop.assessment.exact import Exact, fraction

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
HIGHEST = 10**16
"""Amounts from here on have no settled reading (万亿 is the last unit an office writes)."""


def capital(amount: Exact) -> str:
    """`amount` in 元 as capital figures: 人民币肆佰陆拾肆万柒仟壹佰伍拾陆元整; a negative one begins with 负.

    ValueError on an amount that is no whole number of 分, or of 10^16 元 and more; TypeError on a float. (Rules of
    《支付结算办法》, annex 1: 整 after 元 and 角, none after 分, 零 for a gap.)
    """
    cents = fraction(amount) * 100
    if cents.denominator != 1:
        raise ValueError(f"{amount} is no whole number of 分")
    yuan, rest = divmod(abs(cents.numerator), 100)
    if yuan >= HIGHEST:
        raise ValueError(f"{amount} is too large to be written in capital figures")
    sign = "负" if cents < 0 else ""
    return f"人民币{sign}{_yuan(yuan, rest)}{_parts(yuan, *divmod(rest, 10))}"


def _yuan(yuan: int, rest: int) -> str:
    return f"{_words(yuan)}元" if yuan or not rest else ""


def _parts(yuan: int, tenths: int, cents: int) -> str:
    if not tenths and not cents:
        return "整"
    words = f"{DIGITS[tenths]}角" if tenths else "零" if yuan else ""
    return words + (f"{DIGITS[cents]}分" if cents else "整")


def _words(number: int) -> str:
    for unit, name in UNITS:
        if number >= unit:
            head, rest = divmod(number, unit)
            gap = "零" if 0 < rest < unit // 10 else ""
            return _words(head) + name + gap + (_words(rest) if rest else "")
    return DIGITS[number]


def small(amount: Exact, decimals: int) -> str:
    """The same amount in ordinary figures: ¥4,647,156 or −¥1,200.50."""
    cents = Decimal(fraction(amount).numerator) / Decimal(fraction(amount).denominator)
    sign = "−" if cents < 0 else ""
    return f"{sign}¥{abs(cents):,.{decimals}f}"
