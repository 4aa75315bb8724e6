"""Small things of setting: how wide a text is, and Chinese punctuation in the program's own sentences."""

import re
from collections.abc import Iterable

POINT = 25.4 / 72
"""Millimetres in a typographic point."""
PLACE_OF_WORDS = "\ue000"
"""Stands for what a user typed while the sentence around it is set."""
_CHINESE = "\u4e00-\u9fff\ue000“”《》〔〕、。）（，；："
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARK = re.compile(rf"(?<=[{_CHINESE}])[,;:?!] ?|(?<=%)[,;] ?(?!\d)|[,;:?!] ?(?=[{_CHINESE}])|;")
_SIGN = re.compile(r" *([+=×÷−≈≥≤]) *")
_WIDE_SIGNS = {"+": "＋", "=": "＝"}
_GAP = re.compile(rf"(?<=[{_CHINESE}]) +(?=[0-9A-Za-z−{_CHINESE}])|(?<=[0-9A-Za-z%]) +(?=[{_CHINESE}])")
_LETTER_WIDTHS = {
    "W": 0.98,
    "M": 0.9,
    "m": 0.9,
    "w": 0.8,
    "i": 0.3,
    "l": 0.3,
    " ": 0.25,
    ".": 0.33,
    ",": 0.33,
    "−": 0.6,
    "+": 0.6,
    "%": 0.93,
}


def wide(sentence: str) -> str:
    """A sentence the program made, with the punctuation that Chinese print wants; not for what users typed."""
    text = _MARK.sub(lambda found: _WIDE[found[0][0]], sentence)
    text = _SIGN.sub(lambda found: _WIDE_SIGNS.get(found[1], found[1]), text)
    return _brackets(_GAP.sub("", text))


def _brackets(text: str) -> str:
    """Both brackets of a pair become wide where there is Chinese inside; those of a formula stay."""
    marks, opened = list(text), []
    for at, mark in enumerate(text):
        if mark == "(":
            opened.append(at)
        elif mark == ")" and opened:
            start = opened.pop()
            if re.search(rf"[{_CHINESE}]", text[start + 1 : at]):
                marks[start], marks[at] = "（", "）"
    return "".join(marks)


def text_width(text: str, size: float = 10.5) -> float:
    """An upper estimate of the width of `text` in millimetres at `size` points."""
    ems = sum(_LETTER_WIDTHS.get(mark, (0.55 if mark.isdigit() else 0.62) if mark.isascii() else 1.0) for mark in text)
    return ems * size * POINT


def column_width(texts: Iterable[str], least: float, most: float, size: float = 10.5, inset: float = 3.2) -> float:
    """The width in millimetres of a column that holds `texts` on one line each, between `least` and `most`."""
    widest = max((text_width(text, size) for text in texts), default=0.0)
    return round(min(max(widest + inset, least), most), 2)
