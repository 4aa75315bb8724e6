"""Figures as sentences show them: thousands apart, rounded half-up, no idle zeros. For reading, never for computing."""

from decimal import Decimal

from kpi_desktop.assessment.exact import Exact, fraction, rounded

PLACES = 4
"""Decimal places a figure in a sentence shows at most."""
MOST_PLACES = 40
RATES = ("增幅", "占比")


def figure(value: Exact, places: int = PLACES) -> str:
    """`value` at up to `places` decimals: `1,234.5`."""
    text = f"{rounded(value, places):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percentage(value: Exact, places: int = 1) -> str:
    """A ratio as a percentage: `62.5%`."""
    return f"{figure(fraction(value) * 100, places)}%"


def measured(value: Exact, percent: bool) -> str:
    """x of a rule: what is read in per cent as a percentage, all else as a figure."""
    return percentage(value, 4) if percent else figure(value)


def points_apart(value: Exact) -> str:
    """A difference of two ratios: `12.5 个百分点`."""
    return f"{figure(fraction(value) * 100, 1)} 个百分点"


def money(value: Exact) -> str:
    """An amount: `40,000 元`, `12.30 元`; more than two decimals are shown as they are."""
    amount = decimal(value)
    places = -int(amount.as_tuple().exponent)
    return f"{amount:,f} 元" if places != 1 else f"{rounded(amount, 2):,f} 元"


def decimal(value: Exact) -> Decimal:
    """`value` as the shortest exact decimal; one that is none (a third) at two places, for money has no thirds."""
    exact = fraction(value)
    places = 0
    while (exact * 10**places).denominator != 1:
        places += 1
        if places > MOST_PLACES:
            return rounded(exact, 2)
    return rounded(exact, places)
