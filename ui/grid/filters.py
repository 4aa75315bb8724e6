"""The filter fields of a grid: what a person types above a column, and what sorts before what."""

import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.text import half_width
from ui.parts import pinyin

Passes = Callable[[str], bool]
_DIGITS = frozenset("0123456789")
BLANK_WORD, FILLED_WORD = "空", "非空"
_COMPARED = re.compile(r"(<=|>=|<>|<|>|=|≤|≥|≠)\s*(.+)")
_SIGNS = {"≤": "<=", "≥": ">=", "≠": "<>"}
_NUMBER = re.compile(r"[+-]?(\d+(,\d{3})*(\.\d*)?|\.\d+)%?", re.ASCII)


def condition(words: str) -> Passes:
    """What a text must be to pass: contain the words; be `<95`, `>=3`, `=二`, `<>三`; be `空` or `非空`.

    Figures compare as numbers, dates by their order; pinyin initials find 汉字 (`gh` 规划).
    """
    plain = half_width(words)
    if plain in (BLANK_WORD, QCoreApplication.translate("Filters", "空")):
        return lambda text: not text
    if plain in (FILLED_WORD, QCoreApplication.translate("Filters", "非空")):
        return bool
    if found := _COMPARED.fullmatch(plain):
        return _compared(_SIGNS.get(found[1], found[1]), found[2].strip())
    wanted = plain.casefold()
    if wanted.isascii() and wanted.isalpha():
        return lambda text: wanted in text.casefold() or pinyin.contains(text, wanted)
    if number(wanted) is not None:
        figure = wanted.replace(",", "")
        return lambda text: figure in text.replace(",", "")
    return lambda text: wanted in text.casefold()


def _compared(sign: str, wanted: str) -> Passes:
    if sign in ("=", "<>"):
        limit = number(wanted)

        def equal(text: str) -> bool:
            return text.casefold() == wanted.casefold() or (limit is not None and number(text) == limit)

        return equal if sign == "=" else lambda text: not equal(text)
    limit = number(wanted)
    compare = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}[sign]
    if limit is None:
        return lambda text: bool(text) and number(text) is None and compare(text, wanted)
    bound = float(limit)

    def ordered(text: str) -> bool:
        value = size(text)
        return value is not None and compare(value, bound)

    return ordered


@lru_cache(maxsize=200_000)
def number(text: str) -> Decimal | None:
    """The figure that a text shows, thousands separated or a percentage too; None where it shows none."""
    plain = text if text.isascii() else half_width(text)
    if not _NUMBER.fullmatch(plain):
        return None
    try:
        value = Decimal(plain.rstrip("%").replace(",", ""))
    except InvalidOperation:
        return None
    return value / 100 if plain.endswith("%") else value


def size(text: str) -> float | None:
    """The figure that a text shows, near enough to put it in order; quick, for it is asked for every row."""
    if text[-1:] in _DIGITS:
        try:
            return float(text)
        except ValueError:
            pass
    value = number(text) if text else None
    return None if value is None else float(value)


def sort_keys(texts: Sequence[str]) -> list[Any]:
    """What texts sort by: figures by their size, then words; None for blanks, which come last."""
    sizes = [size(text) for text in texts]
    if not any(known is None and text for known, text in zip(sizes, texts, strict=True)):
        return sizes
    return [
        None if not text else (1, 0.0, text) if known is None else (0, known, "")
        for known, text in zip(sizes, texts, strict=True)
    ]
