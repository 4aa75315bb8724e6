"""Reading what an office types: full-width forms, percentages, fractions, `键=值;键=值`."""

import re
from fractions import Fraction

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_RATIO = re.compile(r"([+-]?\d+)\s*/\s*(\d+)", re.ASCII)
LONGEST_NUMBER = 40


def half_width(text: str) -> str:
    """`text` with full-width ASCII and wide spaces made narrow, trimmed. Leaves 10² and ½ as they are (no NFKC)."""
    return text.translate(_HALF_WIDTH).strip()


def number(text: str) -> Fraction:
    """A plain number, a percentage (`12.5%`) or a fraction (`1/8`), exactly. ValueError when it is none of them."""
    plain = half_width(text)
    percent = plain.endswith("%")
    body = plain[:-1].rstrip() if percent else plain
    if len(body) > LONGEST_NUMBER:
        raise ValueError(f"“{text}”太长，不像一个数")
    if _DECIMAL.fullmatch(body):
        value = Fraction(body)
    elif (parts := _RATIO.fullmatch(body)) and int(parts[2]):
        value = Fraction(int(parts[1]), int(parts[2]))
    else:
        raise ValueError(f"“{text}”不是数字")
    return value / 100 if percent else value


def pairs(text: str) -> list[tuple[str, str]]:
    """`键=值;键=值` as pairs in order. ValueError on a part without `=`, and on a key that comes twice."""
    found: dict[str, str] = {}
    for part in half_width(text).split(";"):
        if not part.strip():
            continue
        key, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or not key or not value:
            raise ValueError(f"“{part.strip()}”应写成“键=值”")
        if key in found:
            raise ValueError(f"“{key}”写了两次")
        found[key] = value
    return list(found.items())


def plain(value: Fraction) -> str:
    """The shortest exact text that `number` reads back: `0.125`, `-3`, `1/3`."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = 0
    while value.denominator and (10**places) % value.denominator:
        places += 1
    digits = str(abs(value.numerator) * (10**places // value.denominator)).rjust(places + 1, "0")
    whole = digits[: len(digits) - places] + ("." + digits[-places:] if places else "")
    return ("-" if value < 0 else "") + whole


def percent(value: Fraction) -> str:
    """`value` as an exact percentage where it is a finite decimal: `12.5%`, else `1/3`."""
    text = plain(value * 100)
    return plain(value) if "/" in text else f"{text}%"
