"""A cell as it stands, and what may be the matter with it."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kpi_desktop.assessment import text as reading

Plain = str | Decimal | bool | date | None

_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_MINUS = {0x2212: "-"}
_SPACES = " \t\n\u3000\xa0"
_LONGEST_READ = 30


class Cell(NamedTuple):
    """What stands in a cell. `percent`: a number shown as a percentage. `trouble`: why it holds no value."""

    value: Plain = None
    percent: bool = False
    trouble: str | None = None

    @property
    def text(self) -> str:
        """What a person reads in the cell."""
        if isinstance(self.value, str):
            return trimmed(self.value)
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        if isinstance(self.value, Decimal):
            return reading.percent(Fraction(self.value)) if self.percent else reading.plain(Fraction(self.value))
        return self.value.isoformat() if self.value else ""

    @property
    def narrow(self) -> str:
        """The text in which figures, codes and signs are looked for: half-width, without a leading apostrophe."""
        return _narrow(self.value) if isinstance(self.value, str) else self.text

    @property
    def read(self) -> str:
        """The text, cut where it is long."""
        text = self.text
        return text if len(text) <= _LONGEST_READ else text[:_LONGEST_READ] + "…"

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read."""
        return self.trouble is None and (self.value is None or (isinstance(self.value, str) and not self.text))


BLANK = Cell()


class Unit(NamedTuple):
    """The unit that a column of figures is in. `known` is False where the indicator itself is in doubt."""

    name: str | None = None
    known: bool = True


class BadCell(ValueError):  # noqa: N818 - a cell that does not read is no failure of the program
    """A cell does not read as its column's kind: `wrong` says what is the matter, `right` what would be right."""

    def __init__(self, wrong: str, right: str = "") -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.right = right


class InDoubt(ValueError):  # noqa: N818
    """A cell cannot be judged because another one is bad; that one is reported."""


def trimmed(text: str) -> str:
    """`text` without invisible signs, and without spaces, wide spaces and line ends around it; line ends as \\n."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip(_SPACES)


@lru_cache(maxsize=4096)
def _narrow(text: str) -> str:
    return reading.half_width(trimmed(text).translate(_MINUS)).removeprefix("'").strip()
