"""What the oracle returns: plain mutable records, in the shape of the program's `score` verb."""

from dataclasses import dataclass, field
from fractions import Fraction

from kpi_desktop.assessment.facts import Department, Facts, Target
from tests.oracle.arithmetic import ZERO
from tests.oracle.shares import Judgement, Outcome


@dataclass
class OracleLine:
    """A line: `share` and `status` are those that count, `computed` what came out before any verdict."""

    code: str
    kind: str
    category: str
    weight: Fraction
    computed: Outcome
    share: Fraction | None
    status: str
    target: Target | None = None
    judged: Judgement | None = None
    full: Fraction = ZERO
    score: Fraction = ZERO


@dataclass
class OracleCategory:
    """A scored category with points."""

    name: str
    economic: bool
    full: Fraction
    score: Fraction


@dataclass
class OracleDepartment:
    """A department's year."""

    department: Department
    lines: list[OracleLine]
    categories: list[OracleCategory]
    bonus: Fraction
    deduction: Fraction
    total: Fraction
    rank: int = 0
    grade: str | None = None
    undecided: bool = False
    vetoed: bool = False
    rewards_stopped: bool = False

    @property
    def code(self) -> str:
        """The department's code."""
        return self.department.code

    @property
    def economic_score(self) -> Fraction:
        """经济得分."""
        return sum((category.score for category in self.categories if category.economic), ZERO)

    @property
    def economic_share(self) -> Fraction:
        """经济指标占比."""
        return sum((category.full for category in self.categories if category.economic), ZERO) / 100

    def category_score(self, name: str) -> Fraction:
        """The score of a category, 0 where the group gives it no points."""
        return sum((category.score for category in self.categories if category.name == name), ZERO)


@dataclass
class OracleGroup:
    """A group with its departments in rank order."""

    name: str
    separate: bool
    departments: list[OracleDepartment] = field(default_factory=list)


@dataclass
class OracleAssessment:
    """The whole year."""

    facts: Facts
    groups: list[OracleGroup]

    def departments(self) -> list[OracleDepartment]:
        """All assessed departments as in their sheet."""
        found = []
        for department in self.facts.departments:
            for group in self.groups:
                found += [result for result in group.departments if result.code == department.code]
        return found

    def group_of(self, result: OracleDepartment) -> OracleGroup:
        """The group in which the department is ranked."""
        for group in self.groups:
            if group.name == result.department.group:
                return group
        raise KeyError(result.code)
