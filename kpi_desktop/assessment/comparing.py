"""Two departments, or one in two years, line beside line: what they have in common and how far they are apart."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kpi_desktop.assessment.facts import Task
from kpi_desktop.assessment.results import CategoryResult, DepartmentResult, Line

NOTHING_RENAMED: Mapping[str, str] = MappingProxyType({})


class Pair(NamedTuple):
    """The same line on both sides; None where a side lacks it. `code` and `title` are the first's where it has it."""

    code: str
    title: str
    one: Line | None
    other: Line | None

    @property
    def apart(self) -> Decimal | None:
        """The first's score less the other's; None where a side has no score."""
        if self.one is None or self.other is None or self.one.share is None or self.other.share is None:
            return None
        return self.one.score - self.other.score

    @property
    def share_apart(self) -> Fraction | None:
        """The first's share less the other's; None where a side has none."""
        if self.one is None or self.other is None or self.one.share is None or self.other.share is None:
            return None
        return self.one.share - self.other.share


class Section(NamedTuple):
    """A category of both sides with its lines; None where a side does not have the category."""

    name: str
    one: CategoryResult | None
    other: CategoryResult | None
    pairs: tuple[Pair, ...]

    @property
    def apart(self) -> Decimal:
        """The first's score in the category less the other's; a side without it counts 0."""
        return (self.one.score if self.one else Decimal(0)) - (self.other.score if self.other else Decimal(0))


def compare(
    one: DepartmentResult, other: DepartmentResult, renamed: Mapping[str, str] = NOTHING_RENAMED
) -> tuple[Section, ...]:
    """The lines of both by category, those of the first in their order, then those that only the other has.

    `renamed`: by the first's code the other's, where the same thing has another code there (`carried_codes`).
    """
    named = {part.category.name: part for part in one.categories}
    theirs = {part.category.name: part for part in other.categories}
    sections = [
        Section(
            name,
            named.get(name),
            theirs.get(name),
            _pairs(_lines(named.get(name)), _lines(theirs.get(name)), other.lines, renamed),
        )
        for name in dict.fromkeys([*named, *theirs])
    ]
    return _without_doubles(sections)


def carried_codes(one: DepartmentResult, other: DepartmentResult) -> dict[str, str]:
    """By the first's code the other's of work that was carried from the one year into the other, whichever is later."""
    found = {}
    for line in one.lines:
        if isinstance(line.spec.subject, Task) and line.spec.subject.carried_from:
            found[line.code] = line.spec.subject.carried_from
    for line in other.lines:
        if isinstance(line.spec.subject, Task) and line.spec.subject.carried_from:
            found.setdefault(line.spec.subject.carried_from, line.code)
    return found


def _lines(part: CategoryResult | None) -> Sequence[Line]:
    return part.lines if part else ()


def _pairs(
    ours: Sequence[Line], theirs: Sequence[Line], everywhere: Sequence[Line], renamed: Mapping[str, str]
) -> tuple[Pair, ...]:
    known = {line.code: line for line in everywhere}
    pairs = [Pair(line.code, line.title, line, known.get(renamed.get(line.code, line.code))) for line in ours]
    met = {pair.other.code for pair in pairs if pair.other}
    return (*pairs, *(Pair(line.code, line.title, None, line) for line in theirs if line.code not in met))


def _without_doubles(sections: Sequence[Section]) -> tuple[Section, ...]:
    """A line of the other that the first has in another category stands there alone."""
    met = {pair.other.code for each in sections for pair in each.pairs if pair.one and pair.other}
    return tuple(
        each._replace(pairs=tuple(p for p in each.pairs if p.one or (p.other and p.other.code not in met)))
        for each in sections
    )
