"""Where a line in a cell may break: not inside a day or a short remark nor after ①, and formulas at their signs.

The parts that stay whole are boxes in the print; no invisible character gets into its text, so that it can be searched.
"""

import re

from kpi_desktop.reports.paper import text_width

_WHOLE = re.compile(r"((?<=（)[^（）\s]{1,7}(?=）)|\d+月\d+日|前三季度[\d.,]*\d|(?:[①-⑳]|\(\d\d\))\S{1,2})")
"""What stays whole. Brackets stand outside the box: at its ends they would be half as wide, and ； could break off."""
BRACKETS = "（）"
_SENTENCES, _AT_SIGNS = re.compile(r"(?<=；)"), re.compile(r"(?=[÷＝≈])")
_WORDS = re.compile(r"[\u4e00-\u9fff]")


def whole_parts(text: str, room: float, size: float = 10.5) -> list[str] | None:
    """`text` in parts, every second of which stays whole in a column of `room` millimetres; None where nothing has to.

    A day, a short remark in （） and ① with what follows it stay whole. A text with breaks of its own keeps them.
    """
    if "\n" in text or text_width(text, size) <= room:
        return None
    parts = [""]
    for at, part in enumerate(_WHOLE.split(text)):
        if at % 2 and text_width(part + BRACKETS, size) <= room:
            parts += [part, ""]
        else:
            parts[-1] += part
    return parts if len(parts) > 1 else None


def formula_parts(text: str, room: float) -> list[str] | None:
    """A formula that is too long for `room` millimetres in parts, every second whole; None where it fits on one line.

    It breaks after a ；, and before ÷, ＝ or ≈ where that is not enough; words among its figures break as they like.
    """
    if text_width(text) <= room:
        return None
    parts = [""]
    for sentence in _SENTENCES.split(text):
        fits = text_width(sentence) <= room
        for part in [sentence] if fits else _AT_SIGNS.split(sentence):
            if part and (fits or (text_width(part) <= room and not _WORDS.search(part))):
                parts += [part, ""]
            else:
                parts[-1] += part
    return parts if len(parts) > 1 else None


def formula_lines(parts: list[str], room: float) -> int:
    """The lines that such parts take at most, filled one after another."""
    count, used = 1, 0.0
    for at, part in enumerate(parts):
        width = text_width(part)
        if at % 2 and used + width > room:
            count, used = count + 1, 0.0
        used += width
        while used > room:
            count, used = count + 1, used - room
    return count
