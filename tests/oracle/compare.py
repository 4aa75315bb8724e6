"""Runs the program and the oracle on one year and lists every figure in which they differ."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from typing import Any

from kpi_desktop.assessment import gaps as program_gaps
from kpi_desktop.assessment import lights as program_lights
from kpi_desktop.assessment import next_points as program_next_points
from kpi_desktop.assessment import projects as program_projects
from kpi_desktop.assessment import rewards as program_rewards
from kpi_desktop.assessment import scoring as program_scoring
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.results import Assessment
from tests.oracle import gaps, lights, next_points, rewards, scoring
from tests.oracle.actuals import STAGES
from tests.oracle.arithmetic import exactly
from tests.oracle.results import OracleAssessment, OracleDepartment, OracleLine

Figures = dict[str, Any]
LIGHT_DAYS = 4
OFFSETS = (0, 1, -1, 7, 8, 10, 15, 16, 20, 21, 31, 32, 92, 93)


def differences(facts: Facts, with_next_points: bool = True) -> list[str]:
    """`path: expected …, got …` for every figure in which the program differs from the oracle.

    Next points take the oracle ten times as long as all the rest.
    """
    expected = scoring.score(facts)
    try:
        got = program_scoring.score(facts)
    except Exception as error:
        return [f"score: {error!r}"]
    found = compared(oracle_scores(expected), program_scores(got))
    found += attempt("rewards", lambda: compare_rewards(expected, got))
    found += attempt("gaps", lambda: compare_gaps(expected, got, days_of(facts)[0]))
    for day in days_of(facts):
        found += attempt(f"lights {day}", partial(compare_lights, facts, day))
    if with_next_points:
        found += attempt("next point", lambda: compare_next_points(expected, got))
    return found


def attempt(name: str, compare: Callable[[], list[str]]) -> list[str]:
    """What `compare` finds; an exception of the program is a finding too."""
    try:
        return compare()
    except Exception as error:
        return [f"{name}: {error!r}"]


def compared(expected: Figures, got: Figures) -> list[str]:
    """The differences between two flat dictionaries of figures."""
    found = []
    for path in [*expected, *(path for path in got if path not in expected)]:
        left, right = expected.get(path, "nothing"), got.get(path, "nothing")
        if left != right:
            found.append(f"{path}: expected {shown(left)}, got {shown(right)}")
    return found


def shown(value: object) -> str:
    """A figure as a person reads it."""
    return str(value) if isinstance(value, Fraction) else repr(value)


# --- scores


def panels(facts: Facts) -> list[str]:
    """Codes of the indicators that have no value to compare, only ratings."""
    return [indicator.code for indicator in facts.indicators if indicator.rule.code == "panel"]


def oracle_scores(assessment: OracleAssessment) -> Figures:
    """Every figure of sections 2 to 6."""
    figures: Figures = {"groups": [group.name for group in assessment.groups], "panels": panels(assessment.facts)}
    for group in assessment.groups:
        figures[group.name] = [department.code for department in group.departments]
        for department in group.departments:
            oracle_department(figures, f"{group.name} {department.code}", department)
    return figures


def oracle_department(figures: Figures, path: str, department: OracleDepartment) -> None:
    """The figures of one department."""
    for name in ("rank", "total", "grade", "undecided", "economic_score", "economic_share", "bonus", "deduction"):
        figures[f"{path} {name}"] = getattr(department, name)
    figures[f"{path} vetoed"] = department.vetoed
    figures[f"{path} rewards_stopped"] = department.rewards_stopped
    figures[f"{path} categories"] = [
        (category.name, category.full, category.score) for category in department.categories
    ]
    figures[f"{path} lines"] = [line.code for line in department.lines]
    for line in department.lines:
        oracle_line(figures, f"{path} {line.code}", line)


def oracle_line(figures: Figures, path: str, line: OracleLine) -> None:
    """The figures of one line."""
    for name in ("kind", "category", "full", "share", "score", "status"):
        figures[f"{path} {name}"] = getattr(line, name)
    figures[f"{path} computed_status"] = line.computed.status
    figures[f"{path} computed_share"] = line.computed.share
    if line.computed.status == "ok" and line.judged is not None and line.code not in figures["panels"]:
        figures[f"{path} value"] = line.computed.x
        figures[f"{path} actual"] = line.computed.a
        figures[f"{path} lower_better"] = line.judged.lower_is_better
        figures[f"{path} goal"] = line.judged.goal


def program_scores(assessment: Assessment) -> Figures:
    """The same figures of the program."""
    figures: Figures = {"groups": [group.group.name for group in assessment.groups], "panels": panels(assessment.facts)}
    for group in assessment.groups:
        figures[group.group.name] = [department.code for department in group.departments]
        for department in group.departments:
            program_department(figures, f"{group.group.name} {department.code}", department)
    return figures


def program_department(figures: Figures, path: str, department: Any) -> None:
    """The figures of one department of the program."""
    for name in ("rank", "total", "grade", "undecided", "economic_score", "economic_share", "bonus", "deduction"):
        figures[f"{path} {name}"] = getattr(department, name)
    figures[f"{path} vetoed"] = department.vetoed
    figures[f"{path} rewards_stopped"] = department.rewards_stopped
    figures[f"{path} categories"] = [
        (category.category.name, category.full, category.score) for category in department.categories
    ]
    figures[f"{path} lines"] = [line.code for line in department.lines]
    for line in department.lines:
        program_line(figures, f"{path} {line.code}", line)


def program_line(figures: Figures, path: str, line: Any) -> None:
    """The figures of one line of the program."""
    for name in ("kind", "category", "full", "share", "score", "status", "computed_status", "computed_share"):
        figures[f"{path} {name}"] = getattr(line, name)
    if line.computed_status == "ok" and line.kind == "target" and line.code not in figures["panels"]:
        for name in ("value", "actual", "lower_better", "goal"):
            figures[f"{path} {name}"] = getattr(line, name)


# --- money


def compare_rewards(expected: OracleAssessment, got: Assessment) -> list[str]:
    """The differences of section 7."""
    oracle, program = rewards.rewards(expected), program_rewards.rewards(got)
    left: Figures = {"departments": [row.code for row in oracle.departments]}
    for row in oracle.departments:
        left[f"{row.code} items"] = row.items
        for name in ("rewards", "penalties", "net", "consequences"):
            left[f"{row.code} {name}"] = getattr(row, name)
    for sums in oracle.rules:
        left[sums.rule] = (sums.planned, sums.distributed, sums.undistributed)
    right: Figures = {"departments": [row.code for row in program.departments]}
    for paid in program.departments:
        right[f"{paid.code} items"] = [(name_of(item.rule), item.amount) for item in paid.items]
        for name in ("rewards", "penalties", "net"):
            right[f"{paid.code} {name}"] = getattr(paid, name)
        right[f"{paid.code} consequences"] = list(paid.consequences)
    for outcome in program.rules:
        right[name_of(outcome.rule)] = (outcome.planned, outcome.distributed, outcome.undistributed)
    return ["rewards " + found for found in compared(left, right)]


def name_of(rule: Any) -> str:
    """The rule's name, given as it is or as the rule itself."""
    return rule if isinstance(rule, str) else rule.name


# --- lights


def days_of(facts: Facts) -> list[date]:
    """Days worth looking at: on and around the dates in the year, the same for the same facts."""
    year = facts.settings.year
    known = [date(year, 1, 1), date(year, 6, 30), date(year, 12, 31), date(year, 9, 30), date(year, 3, 31)]
    for sheet in (facts.tasks, facts.milestones, facts.progress, facts.projects):
        for row in sheet:
            values = [getattr(row, field.name) for field in fields(row)]
            known += [value for value in values if isinstance(value, date)]
    for task in facts.tasks:
        start = task.start or date(year, 1, 1)
        if task.due is not None:
            known += [start + (task.due - start) * tenths // 10 for tenths in (1, 4, 6, 8)]
    count = len(known)
    return [
        known[(7 * place + year) % count] + timedelta(days=OFFSETS[(5 * place + count) % len(OFFSETS)])
        for place in range(LIGHT_DAYS)
    ]


def compare_lights(facts: Facts, day: date) -> list[str]:
    """The differences of the lights and of the project rates on a day."""
    left: Figures = {}
    right: Figures = {}
    for one in lights.task_lights(facts, day):
        left[f"{one.code}"] = (one.light, one.reasons)
    for two in program_lights.task_lights(facts, day):
        right[f"{two.code}"] = (two.light, list(two.reasons))
    for one in lights.target_lights(facts, day):
        left[f"{one.code} {one.department}"] = (one.light, one.reasons)
    for three in program_lights.target_lights(facts, day):
        right[f"{three.code} {three.department}"] = (three.light, list(three.reasons))
    for code in [None, *(department.code for department in facts.departments)]:
        left[f"rates {code}"] = list(lights.project_rates(facts, day, code).values())
        right[f"rates {code}"] = [program_rate(facts, stage, code, day) for stage in STAGES]
    found = compared(left, right)
    if list(left) != list(right):
        found.append(f"order: expected {list(left)}, got {list(right)}")
    return [f"lights {day} {line}" for line in found]


def program_rate(facts: Facts, stage: str, department: str | None, day: date) -> Fraction | None:
    """A project rate of the program."""
    found = program_projects.project_rate(facts.projects, stage, department, day)
    return None if found is None else Fraction(*found)


# --- gaps


def compare_gaps(expected: OracleAssessment, got: Assessment, day: date) -> list[str]:
    """The gaps that only one of the two has, at the year's end and on a day."""
    found = []
    for on in (date(expected.facts.settings.year, 12, 31), day):
        left = gaps.gaps(expected, on)
        right = [
            gaps.OracleGap(one.kind, one.subject, one.department or "-", one.explained)
            for one in program_gaps.gaps(got, on)
        ]
        if left != sorted(right):
            found.append(f"gaps {on}: missing {set(left) - set(right)}, too many {set(right) - set(left)}")
    return found


# --- next points


def compare_next_points(expected: OracleAssessment, got: Assessment) -> list[str]:
    """What is wrong with the program's next points."""
    found = []
    for department in expected.departments():
        lines = {line.code: line for line in got.department(department.code).lines}
        for line in department.lines:
            point = program_next_points.next_point(got, lines[line.code])
            problem = next_points.next_point_problem(expected.facts, line, None if point is None else point.further)
            if problem is None and point is not None:
                problem = next_point_details(expected.facts, line, point)
            if problem is not None:
                found.append(f"next point {department.code} {line.code}: {problem}")
    return found


def next_point_details(facts: Facts, line: OracleLine, point: Any) -> str | None:
    """Whether the value and the score that go with a next point are those of the oracle."""
    hundredths = int(point.further * 100)
    actual = next_points.actual_with(line, hundredths)
    if abs(exactly(point.value) - actual) > Fraction(1, 20000):
        return f"value {point.value}, expected {actual}"
    score = next_points.score_with(facts, line, hundredths)
    return None if point.score == score else f"score {point.score}, expected {score}"
