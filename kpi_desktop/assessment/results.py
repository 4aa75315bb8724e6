"""What an assessment returns: groups, departments in rank order, lines that carry their own inputs.

Scores are kept as whole units of 10^-decimals and read as `Decimal`; shares are exact `Fraction`. What a line's picture
and sentences need (value, curve, goal) is derived when asked for, so that scoring stays fast.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, overload

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.facts import Category, Department, Facts, Group, Target, Task, Verdict

if TYPE_CHECKING:
    from kpi_desktop.assessment.curves import Curve

STATUSES: Mapping[str, str] = {
    "ok": "已计分",
    "no_target": "缺目标",
    "no_prior": "缺上年数",
    "bad_base": "基数有误",
    "no_actual": "空",
    "assessed": "核定",
}
LINE_KINDS: Mapping[str, str] = {"target": "指标", "task": "任务", "partner": "协办"}


class Judged(NamedTuple):
    """What measure and curve gave, before any verdict. Ratios are numerator and denominator; 0 below means blank."""

    status: str
    share: int = 0
    share_over: int = 0
    value: int = 0
    value_over: int = 0
    actual: int = 0
    actual_over: int = 0


@dataclass(frozen=True, slots=True)
class LineSpec:
    """What of a line does not depend on figures that come in during the year.

    `kind`: target, task (led), partner. `weight` and `weight_over`: points x multiplier as a ratio. `curve`: None for
    tasks, panels and targets whose bases are blank or bad. `goal`: G of sections 7 and 8, None where there is none.
    """

    code: str
    kind: str
    department: str
    category: str
    title: str
    weight: Fraction
    subject: Target | Task
    verdict: Verdict | None
    decimals: int
    lower_better: bool = False
    goal: Fraction | None = None
    curve: "Curve | None" = None
    base_status: str = "ok"


class Line(NamedTuple):
    """One line of a department's sheet."""

    spec: LineSpec
    full_units: int
    score_units: int
    status: str
    judged: Judged

    @property
    def code(self) -> str:
        """The code of the indicator or task."""
        return self.spec.code

    @property
    def kind(self) -> str:
        """`target`, `task` or `partner`."""
        return self.spec.kind

    @property
    def category(self) -> str:
        """The scored category it belongs to."""
        return self.spec.category

    @property
    def title(self) -> str:
        """Name of the indicator or task."""
        return self.spec.title

    @property
    def full(self) -> Decimal:
        """满分, at the year's decimals."""
        return exact.units(self.full_units, self.spec.decimals)

    @property
    def score(self) -> Decimal:
        """得分, at the year's decimals; 0 without a score."""
        return exact.units(self.score_units, self.spec.decimals)

    @property
    def share(self) -> Fraction | None:
        """得分率 that counts (the verdict's where there is one); None without a score."""
        if self.status == "assessed" and self.spec.verdict:
            return exact.fraction(self.spec.verdict.share)
        return self.computed_share

    @property
    def computed_share(self) -> Fraction | None:
        """得分率 as computed, before any verdict (a partner's: the lead's); None where nothing could be computed."""
        return Fraction(self.judged.share, self.judged.share_over) if self.judged.share_over else None

    @property
    def computed_status(self) -> str:
        """Status before any verdict."""
        return self.judged.status

    @property
    def actual(self) -> Fraction | None:
        """a, the year's actual of a target (a panel's: the mean 0-100)."""
        return Fraction(self.judged.actual, self.judged.actual_over) if self.judged.actual_over else None

    @property
    def value(self) -> Fraction | None:
        """x, what the rule looks at (a place for places)."""
        return Fraction(self.judged.value, self.judged.value_over) if self.judged.value_over else None

    @property
    def goal(self) -> Fraction | None:
        """G: T, but S under `efficacy`; None for panels, tasks, places and blank targets."""
        return self.spec.goal

    @property
    def lower_better(self) -> bool:
        """Whether a lower value is better."""
        return self.spec.lower_better

    @property
    def reached(self) -> bool:
        """Whether x is at the goal or better, by computed figures alone (calculus, section 7)."""
        goal, value = self.spec.goal, self.value
        if self.judged.status != "ok" or goal is None or value is None:
            return False
        return value <= goal if self.spec.lower_better else value >= goal


class LazyLines(Sequence[Line]):
    """Lines that are made when somebody looks at them: recalculating a year does not need them."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[Line, ...]]) -> None:
        self._make = make
        self._made: tuple[Line, ...] | None = None

    def _lines(self) -> tuple[Line, ...]:
        if self._made is None:
            self._made = self._make()
        return self._made

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | Sequence[Line]:
        """The line, or the lines, at `place`."""
        return self._lines()[place]

    def __iter__(self) -> Iterator[Line]:
        """The lines in order."""
        return iter(self._lines())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._lines())


@dataclass(frozen=True, slots=True)
class CategoryResult:
    """A scored category's full marks and score for one department."""

    category: Category
    full: Decimal
    score: Decimal
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Deducted:
    """One directive's deduction from a department; `counted` False where a larger one on the same matter counts."""

    number: str | None
    colour: str
    subject: str
    department: str
    points: Decimal
    as_partner: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class DepartmentResult:
    """One department's year. `lines` by code; `categories` as in their sheet, those the group gives points."""

    department: Department
    rank: int
    total: Decimal
    economic_score: Decimal
    economic_share: Fraction
    bonus: Decimal
    deduction: Decimal
    categories: tuple[CategoryResult, ...]
    lines: Sequence[Line]
    deducted: tuple[Deducted, ...]
    grade: str | None = None
    undecided: bool = False
    undecided_for: str | None = None
    vetoed: bool = False
    rewards_stopped: bool = False

    def placed(
        self, rank: int, grade: str | None, undecided_for: str | None, vetoed: bool, rewards_stopped: bool
    ) -> "DepartmentResult":
        """The same result with its rank and grade. (`replace` takes three times as long, once a department.)"""
        return DepartmentResult(
            self.department,
            rank,
            self.total,
            self.economic_score,
            self.economic_share,
            self.bonus,
            self.deduction,
            self.categories,
            self.lines,
            self.deducted,
            grade,
            undecided_for is not None,
            undecided_for,
            vetoed,
            rewards_stopped,
        )

    @property
    def code(self) -> str:
        """The department's code."""
        return self.department.code

    @property
    def name(self) -> str:
        """The department's name."""
        return self.department.name

    def line(self, code: str) -> Line | None:
        """The line of that code, or None."""
        return next((line for line in self.lines if line.code == code), None)


@dataclass(frozen=True, slots=True)
class GroupResult:
    """A group's departments in rank order (equal ranks by code)."""

    group: Group
    departments: tuple[DepartmentResult, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """The assessment of a year: `facts` it was made from, groups as in their sheet."""

    facts: Facts
    groups: tuple[GroupResult, ...]

    @property
    def decimals(self) -> int:
        """Decimal places of scores."""
        return self.facts.settings.decimals

    def departments(self) -> tuple[DepartmentResult, ...]:
        """All assessed departments, group by group, in rank order."""
        return tuple(result for group in self.groups for result in group.departments)

    def department(self, code: str) -> DepartmentResult:
        """The result of one department. KeyError where it is not assessed."""
        for result in self.departments():
            if result.code == code:
                return result
        raise KeyError(code)
