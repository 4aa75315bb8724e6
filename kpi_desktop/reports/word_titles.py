"""Where long titles and names break in Word: into lines about even, after a whole part of a name where one is near."""

import re
from math import ceil

from kpi_desktop.reports.word_fit import line_width

_WHOLE = re.compile(r"(?<=[省县区、])(?![域间划])|(?<=[^城]市)(?![场政容民])|(?<=委员会)|(?=的督办单|“)")
"""Where a name has a part behind it."""
_NEVER = re.compile(r"(?<=\d)(?=[\d\u4e00-\u9fff])|(?<=[（“《〔])|(?=[）”》〕、，。的])|(?<=督)(?=办单)|(?<=办)(?=单)")
"""Where no line ends: between a number and what it counts, after what opens, before what closes."""
NEAR = 0.25
"""Of a text so far from the even place a part may end."""


def evenly(text: str, room: float, size: float) -> str:
    """A text in as few lines as stand in so many millimetres, about even."""
    count = ceil(line_width(text, size) / room)
    if count < 2 or "\n" in text:
        return text
    first = _place(text, len(text) / count, room, size)
    return f"{text[:first]}\n{evenly(text[first:], room, size)}"


def _place(text: str, wished: float, room: float, size: float) -> int:
    """How many signs the first line has."""
    fitting = [at for at in range(1, len(text)) if line_width(text[:at], size) <= room]
    allowed = [at for at in fitting if not _stands(_NEVER, text, at)] or fitting or [1]
    near = [at for at in allowed if _stands(_WHOLE, text, at) and abs(at - wished) <= NEAR * len(text)]
    return min(near or allowed, key=lambda at: abs(at - wished))


def _stands(pattern: re.Pattern[str], text: str, at: int) -> bool:
    return pattern.match(text, at) is not None
