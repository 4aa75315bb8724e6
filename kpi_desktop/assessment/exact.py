"""Exact numbers: integers and ratios only, rounding half-up by magnitude, splitting without a rest."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

Exact = Decimal | Fraction | int
"""What a figure may be. A `float` is refused with `TypeError` wherever a figure enters the calculus."""

_KINDS = (Decimal, Fraction, int)


def ratio(value: Exact) -> tuple[int, int]:
    """`value` as numerator and positive denominator. TypeError on a float (or a bool, which is no figure)."""
    if type(value) in _KINDS:
        return value.as_integer_ratio()
    raise TypeError(f"not an exact number: {value!r}")


def fraction(value: Exact) -> Fraction:
    """`value` as a `Fraction`. TypeError on a float."""
    return Fraction(*ratio(value))


def half_up(numerator: int, denominator: int) -> int:
    """`numerator / denominator` rounded to an integer, half away from zero (四舍五入). `denominator` > 0."""
    if numerator < 0:
        return -((-2 * numerator + denominator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def rounded(value: Exact, decimals: int) -> Decimal:
    """`value` at `decimals` places (0 or more), half-up by magnitude."""
    numerator, denominator = ratio(value)
    return units(half_up(numerator * 10**decimals, denominator), decimals)


def units(count: int, decimals: int) -> Decimal:
    """`count` units of 10^-decimals as a decimal with exactly that many places."""
    return Decimal(count).scaleb(-decimals) if decimals else Decimal(count)


def largest_remainder(total: int, weights: Sequence[Exact]) -> list[int]:
    """Split `total` units in proportion to `weights`, exactly.

    Returns one part a weight, in order, summing to `total`. Ties go to the earlier weight. All weights zero: all parts
    zero. ValueError on a negative total or weight. (Hamilton's method; calculus, section 5.)
    """
    pairs = [ratio(weight) for weight in weights]
    if total < 0 or any(numerator < 0 for numerator, _ in pairs):
        raise ValueError("total and weights must not be negative")
    scale = lcm(*(denominator for _, denominator in pairs))
    return split(total, [numerator * (scale // denominator) for numerator, denominator in pairs])


def split(total: int, weights: Sequence[int]) -> list[int]:
    """`largest_remainder` over whole weights that are known to be 0 or more."""
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    rest = total - sum(parts)
    if rest:
        remainders = [total * weight % whole for weight in weights]
        for place in sorted(range(len(weights)), key=remainders.__getitem__, reverse=True)[:rest]:
            parts[place] += 1
    return parts
