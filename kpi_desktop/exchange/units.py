"""Units of measurement: which are of the same kind, and exactly how many of one make another."""

import re
from fractions import Fraction
from types import MappingProxyType

from kpi_desktop.assessment.text import half_width

_ALIASES = {
    "㎡": "平方米",
    "m²": "平方米",
    "m": "米",
    "km": "公里",
    "千米": "公里",
    "平方千米": "平方公里",
    "k㎡": "平方公里",
    "t": "吨",
}
_KINDS: tuple[dict[str, Fraction], ...] = (
    {"元": Fraction(1), "角": Fraction(1, 10)},
    {"美元": Fraction(1)},
    {"平方米": Fraction(1), "亩": Fraction(2000, 3), "公顷": Fraction(10_000), "平方公里": Fraction(1_000_000)},
    {"米": Fraction(1), "公里": Fraction(1000)},
    {"克": Fraction(1), "千克": Fraction(1000), "公斤": Fraction(1000), "吨": Fraction(1_000_000)},
    {"瓦时": Fraction(1), "千瓦时": Fraction(1000), "度": Fraction(1000)},
)
_BASES = MappingProxyType({unit: (kind, factor) for kind, units in enumerate(_KINDS) for unit, factor in units.items()})
_MULTIPLES = MappingProxyType(
    {"百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
)
_MULTIPLE = re.compile("(" + "|".join(sorted(_MULTIPLES, key=len, reverse=True)) + ")(.+)")


def factor(unit: str, into: str) -> Fraction | None:
    """How many `into` one `unit` is; None where they are not of the same kind.

    万元 and 亿元 are, and so are 亩 and 公顷, 人 and 万人; 户 and 家 are not: nobody says that they mean the same.
    """
    (kind, size), (other_kind, other_size) = _measure(unit), _measure(into)
    return size / other_size if kind == other_kind else None


def _measure(unit: str) -> tuple[int | str, Fraction]:
    """What a unit measures, and its size in the smallest unit of that."""
    plain = half_width(unit).replace(" ", "")
    plain = _ALIASES.get(plain, plain)
    if plain in _BASES:
        return _BASES[plain]
    if found := _MULTIPLE.fullmatch(plain):
        kind, size = _measure(found[2])
        return kind, size * _MULTIPLES[found[1]]
    return plain, Fraction(1)
