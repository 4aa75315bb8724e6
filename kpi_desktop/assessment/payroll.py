"""Who is paid, in which order, in which unit: what all reward and penalty rules share (calculus, section 7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from kpi_desktop.assessment.exact import Exact, fraction, half_up
from kpi_desktop.assessment.facts import Facts, Group, Indicator
from kpi_desktop.assessment.names import SCOPE_ALL, SCOPE_GENERAL
from kpi_desktop.assessment.ranking import bands_of
from kpi_desktop.assessment.results import Assessment, DepartmentResult, Line
from kpi_desktop.assessment.text import half_width


class Ground(Protocol):
    """Why an amount is what it is, with the figures it was made from."""

    def sentences(self) -> tuple[str, ...]:
        """Chinese sentences with the real numbers in them."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule comes to: whole units and grounds by department, what was planned, why money is left over."""

    units: Mapping[str, int]
    grounds: Mapping[str, tuple[Ground, ...]]
    planned: Fraction | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earner:
    """A department as the rules see it. `coefficient`: its grade's, None without a grade that has one."""

    result: DepartmentResult
    headcount: Fraction
    coefficient: Fraction | None

    @property
    def code(self) -> str:
        """The department's code."""
        return self.result.code

    @property
    def group(self) -> str:
        """The department's group."""
        return self.result.department.group or ""

    def target_line(self, indicator: str) -> Line | None:
        """Its line of that indicator; None where it does not bear it."""
        return next((line for line in self.result.lines if line.kind == "target" and line.code == indicator), None)


@dataclass(frozen=True, slots=True)
class Payroll:
    """A year's departments, better rank first, then by code: the order in which ties of divisions are settled."""

    assessment: Assessment
    earners: tuple[Earner, ...]
    unit: Fraction

    @property
    def facts(self) -> Facts:
        """The facts of the year."""
        return self.assessment.facts

    def indicator(self, code: str) -> Indicator | None:
        """The indicator of that code."""
        return next((indicator for indicator in self.facts.indicators if indicator.code == code), None)

    def scoped_groups(self, scope: str) -> tuple[Group, ...]:
        """The groups that `scope` (全部, 一般, or names joined by 、) means, as in their sheet."""
        named = {half_width(part) for part in scope.split("、")}
        return tuple(
            group
            for group in self.facts.groups
            if SCOPE_ALL in named or (SCOPE_GENERAL in named and not group.separate) or half_width(group.name) in named
        )

    def in_scope(self, scope: str) -> tuple[Earner, ...]:
        """The departments of the scope."""
        names = {group.name for group in self.scoped_groups(scope)}
        return tuple(earner for earner in self.earners if earner.group in names)

    def whole_units(self, amount: Fraction) -> int:
        """How many whole units a fixed amount to be divided holds; the rest stays undistributed."""
        return int(amount // self.unit)

    def nearest_units(self, amount: Fraction) -> int:
        """An amount that is not a division, half-up to the unit."""
        return half_up(*(amount / self.unit).as_integer_ratio())

    def amount(self, units: int) -> Fraction:
        """The money in `units`."""
        return units * self.unit


def payroll(assessment: Assessment) -> Payroll:
    """The payroll of an assessment."""
    facts = assessment.facts
    found = [
        Earner(result, headcount(result), coefficient)
        for group in assessment.groups
        for result, coefficient in _with_coefficients(facts, group.group, group.departments)
    ]
    ordered = tuple(sorted(found, key=lambda earner: (earner.result.rank, earner.code)))
    return Payroll(assessment, ordered, fraction(facts.settings.payout_unit))


def headcount(result: DepartmentResult) -> Fraction:
    """折算人数 where given, else 人数."""
    department = result.department
    counted: Exact = department.headcount if department.payout_headcount is None else department.payout_headcount
    return fraction(counted)


def _with_coefficients(
    facts: Facts, group: Group, results: Iterable[DepartmentResult]
) -> list[tuple[DepartmentResult, Fraction | None]]:
    coefficients = {band.name: fraction(band.coefficient) for band in bands_of(facts, group)}
    return [(result, coefficients.get(result.grade or "")) for result in results]
