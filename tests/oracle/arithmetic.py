"""The oracle's own arithmetic and its own reading of parameter texts. Shares nothing with the program's."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

Figure = Decimal | Fraction | int

ZERO = Fraction(0)
ONE = Fraction(1)


def exactly(figure: Figure) -> Fraction:
    """`figure` as a fraction. TypeError on a float."""
    if isinstance(figure, float):
        raise TypeError("the oracle computes exactly")
    return Fraction(figure)


def blank_or_exactly(figure: Figure | None) -> Fraction | None:
    """`figure` as a fraction, a blank as None."""
    return None if figure is None else exactly(figure)


def round_to_unit(value: Fraction, unit: Fraction) -> Fraction:
    """`value` rounded to a whole number of `unit`s: 四舍五入, half away from zero."""
    steps = abs(value) / unit
    whole = Fraction(floor(steps))
    if steps - whole >= Fraction(1, 2):
        whole += 1
    return whole * unit if value >= 0 else -whole * unit


def smallest(decimals: int) -> Fraction:
    """One unit of the last decimal place."""
    return Fraction(1, 10**decimals)


def divide(total: Fraction, unit: Fraction, weights: Sequence[Fraction]) -> list[Fraction]:
    """`total` in whole units laid out by `weights` with the largest remainder; ties go to the earlier weight.

    What is less than a unit stays with nobody; weights that are all 0 give nothing to anybody.
    """
    if sum(weights) == 0:
        return [ZERO for _ in weights]
    units = floor(total / unit)
    exact_parts = [units * weight / sum(weights) for weight in weights]
    parts = [floor(part) for part in exact_parts]
    served: list[int] = []
    while sum(parts) < units:
        best = None
        for place in range(len(weights)):
            if place in served:
                continue
            if best is None or exact_parts[place] - floor(exact_parts[place]) > exact_parts[best] - floor(
                exact_parts[best]
            ):
                best = place
        assert best is not None
        parts[best] += 1
        served.append(best)
    return [part * unit for part in parts]


def read_number(text: str) -> Fraction:
    """`12.5%`, `0.125` or `1/8`, full-width characters allowed."""
    narrow = narrowed(text)
    if narrow.endswith("%"):
        return Fraction(narrow[:-1].strip()) / 100
    if "/" in narrow:
        above, below = narrow.split("/")
        return Fraction(int(above), int(below))
    return Fraction(narrow)


def narrowed(text: str) -> str:
    """`text` with full-width ASCII made narrow, without spaces at its ends."""
    letters = []
    for letter in text:
        if "！" <= letter <= "～":
            letters.append(chr(ord(letter) - ord("！") + ord("!")))
        elif letter == "\u3000":
            letters.append(" ")
        else:
            letters.append(letter)
    return "".join(letters).strip()


def read_pairs(text: str) -> dict[str, str]:
    """`键=值;键=值` as a dictionary in order."""
    found: dict[str, str] = {}
    for part in narrowed(text).split(";"):
        if part.strip():
            key, value = part.split("=", 1)
            found[key.strip()] = value.strip()
    return found


def read_list(text: str) -> list[tuple[str, str]]:
    """`a:b,c:d` as pairs in order."""
    pairs = []
    for part in text.split(","):
        left, right = part.split(":")
        pairs.append((left.strip(), right.strip()))
    return pairs
