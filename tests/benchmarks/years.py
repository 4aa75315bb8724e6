"""Large made-up years for measuring."""

import random
from decimal import Decimal

from kpi_desktop.assessment.facts import (
    Actual,
    Category,
    Department,
    Facts,
    GradeBand,
    Group,
    Indicator,
    Target,
    Weight,
)
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.settings import Settings

POINTS = {"经济指标": 60, "重点工作": 25, "党的建设": 15}
RULES = (
    ("completion", ""),
    ("tiered", ""),
    ("growth", ""),
    ("shortfall", ""),
    ("reverse", ""),
    ("bands", "档=95%:100%,90%:90%,80%:70%"),
)
INDICATORS = 60


def large_year(lines: int) -> Facts:
    """A year of `lines` lines: departments of 60 lines in three groups, one value a line, six rules in turn."""
    chance = random.Random(lines)
    departments = tuple(
        Department(f"D{n:05}", f"部门{n}", group=f"第{n % 3}组", headcount=20) for n in range(lines // INDICATORS)
    )
    indicators = tuple(
        Indicator(f"E{n:02}", f"指标{n}", list(POINTS)[n % 3], "亿元", parse_rule(*RULES[n // 3 % len(RULES)]))
        for n in range(INDICATORS)
    )
    pairs = [(indicator.code, department.code) for department in departments for indicator in indicators]
    return Facts(
        settings=Settings(year=2020),
        departments=departments,
        groups=tuple(Group(f"第{n}组") for n in range(3)),
        categories=tuple(Category(name, "scored", name == "经济指标") for name in POINTS),
        weights=tuple(Weight(f"第{n}组", name, Decimal(points)) for n in range(3) for name, points in POINTS.items()),
        indicators=indicators,
        targets=tuple(
            Target(
                *pair,
                Decimal(chance.randint(1, 20)),
                Decimal(chance.randint(50, 100)),
                Decimal(chance.randint(101, 150)),
                Decimal(chance.randint(40, 90)),
                Decimal("1.2") if chance.random() < 0.3 else Decimal(1),
            )
            for pair in pairs
        ),
        actuals=tuple(Actual(*pair, 12, Decimal(chance.randint(3000, 15000)) / 100) for pair in pairs),
        bands=(
            GradeBand("优秀", None, Decimal(90), Decimal("0.3"), None, Decimal("1.2")),
            GradeBand("良好", None, Decimal(80), None, None, Decimal(1)),
            GradeBand("合格", None, Decimal(0), None, None, Decimal("0.8")),
        ),
    )
