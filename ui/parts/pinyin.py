"""Finding Chinese names by the initials of their pinyin: zdxm finds 重点项目, whichever way 重 is read.

The table of readings is loaded with the first question, which takes a while: ask off the GUI thread first.
"""

from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=20_000)
def initials(text: str) -> tuple[str, ...]:
    """For each sign of `text` the letters its readings may begin with; a sign that is not 汉字 stands for itself."""
    from pypinyin import Style, pinyin

    found = pinyin(text.lower(), style=Style.FIRST_LETTER, heteronym=True, errors=list)
    return tuple("".join(readings) for readings in found)


@lru_cache(maxsize=20_000)
def _alone(sign: str) -> str:
    """The letters that the readings of one sign begin with, whatever stands beside it."""
    return "".join(initials(sign))


def begins(text: str, letters: str) -> bool:
    """Whether the initials of `text` begin with `letters`."""
    return _stands_at(initials(text), letters, 0)


def contains(text: str, letters: str) -> bool:
    """Whether `letters` are initials of signs of `text` that stand side by side.

    Signs read alone rule most texts out; only the others are read as a whole, which takes long in large tables.
    """
    if not _is_among(tuple(map(_alone, text.lower())), letters):
        return False
    return _is_among(initials(text), letters)


def _is_among(signs: Sequence[str], letters: str) -> bool:
    first = letters[:1]
    return any(first in sign and _stands_at(signs, letters, at) for at, sign in enumerate(signs))


def _stands_at(signs: Sequence[str], letters: str, at: int) -> bool:
    if at + len(letters) > len(signs):
        return False
    return all(letter in signs[at + place] for place, letter in enumerate(letters))
