"""Figures as they are printed: thousands separated, a real minus sign, rounded half-up and never through a float."""

from datetime import date

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.exact import Exact

MINUS = "−"
MOST_DECIMALS = 4
"""An exact amount is printed with all its decimals up to so many."""
_ORDINALS = "零一二三四五六七八九"


def fixed(value: Exact, decimals: int) -> str:
    """`value` at `decimals` places: 1,234.50, −0.50."""
    rounded = exact.rounded(value, decimals)
    return (MINUS if rounded < 0 else "") + f"{abs(rounded):,.{decimals}f}"


def signed(value: Exact, decimals: int) -> str:
    """`value` with its sign, also where it is positive: +1.00; a 0 has none."""
    text = fixed(value, decimals)
    return text if value <= 0 else f"+{text}"


def places(value: Exact, most: int = MOST_DECIMALS) -> int:
    """The decimals `value` needs, at most `most`; 2 where no number of decimals would do (a third)."""
    denominator = exact.fraction(value).denominator
    for count in range(most + 1):
        if 10**count % denominator == 0:
            return count
    return most if 10 ** (2 * most) % denominator == 0 else min(2, most)


def plain(value: Exact) -> str:
    """`value` with the decimals it needs: 75, 12.5, 33.33."""
    return fixed(value, places(value))


def short(value: Exact) -> str:
    """`value` with at most 2 decimals, for a picture."""
    return fixed(value, min(places(value), 2))


def percent(value: Exact, decimals: int | None = None) -> str:
    """A ratio as a percentage: 8%, 10.50%; without `decimals` with those it needs, at most 2."""
    points = exact.fraction(value) * 100
    return fixed(points, places(points, 2) if decimals is None else decimals) + "%"


def money(amount: Exact, payout_unit: Exact) -> str:
    """An amount in 元: whole where the payout unit is, else with 分."""
    return fixed(amount, money_decimals(payout_unit))


def money_decimals(payout_unit: Exact) -> int:
    """Decimals of money in the year's payout unit."""
    return 2 if payout_unit < 1 else 0


def round_money(amount: Exact) -> str:
    """A fixed amount of a scheme, in 万元 where that is shorter: 180万元, 4,000元, 0.5元."""
    ten_thousands = exact.fraction(amount) / 10_000
    if ten_thousands >= 1 and places(ten_thousands, 2) <= 2 and 100 % ten_thousands.denominator == 0:
        return f"{plain(ten_thousands)}万元"
    return f"{plain(amount)}元"


def day(moment: date) -> str:
    """2021年1月22日."""
    return f"{moment.year}年{moment.month}月{moment.day}日"


def day_within(moment: date, year: int) -> str:
    """6月30日, with its year where that is not `year`."""
    return f"{moment.month}月{moment.day}日" if moment.year == year else day(moment)


def ordinal(number: int) -> str:
    """一, 十, 十二, 二十一: numbers of headings, 1 to 99."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_ORDINALS[tens]}十"
    return head + (_ORDINALS[ones] if ones or not tens else "")
