"""A year through the whole program: workbook → `import` → book → the JSON of `score`, `rewards` and `lights`."""

import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import Any

from kpi_desktop import cli
from kpi_desktop.assessment.facts import Facts
from tests.oracle import gaps, lights, rewards, scoring
from tests.oracle.compare import Figures, compared, days_of
from tests.oracle.dressed import Dresser
from tests.oracle.results import OracleAssessment
from tests.oracle.workbook import write_workbook


def run(*arguments: str) -> dict[str, Any]:
    """One verb's JSON object; AssertionError with what it said where it prints none."""
    out, complaints = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(complaints):
        try:
            cli.main([*arguments, "--json"], open_window=not_asked_for)
        except SystemExit as leaving:
            if leaving.code and not out.getvalue():
                raise AssertionError(f"{arguments}: {complaints.getvalue()}") from None
    answer = json.loads(out.getvalue())
    assert isinstance(answer, dict)
    return answer


def not_asked_for(book: str | None = None) -> int:
    """Nobody opens a window here."""
    raise AssertionError("no verb opens the window")


def differences_through_the_verbs(facts: Facts, folder: Path, dress: int | None = None) -> list[str]:
    """Import errors, then every figure that differs from the oracle's; `dress`: the seed of an office's typing."""
    workbook, book = folder / "year.xlsx", str(folder / "book.kpi")
    unknown: set[str] = set()
    if dress is None:
        write_workbook(facts, workbook)
    else:
        dresser = Dresser(facts, dress)
        dresser.write(workbook)
        unknown = dresser.ignored
    answer = run("import", book, str(workbook))
    if answer["errors"] or set(answer["ignored"]) != unknown:
        return [f"import {error}" for error in [*answer["errors"], f"ignored {answer['ignored']}, expected {unknown}"]]
    year = ("--year", str(facts.settings.year))
    expected = scoring.score(facts)
    found = compared(*score_figures(expected, run("score", book, *year)))
    found += compared(*reward_figures(expected, run("rewards", book, *year)))
    found += compared(*gap_figures(expected, run("check", book, *year)))
    for day in days_of(facts)[:2]:
        found += compared(*light_figures(facts, day, run("lights", book, *year, "--date", day.isoformat())))
    return found


def ratio(text: str | None) -> Fraction | None:
    """A ratio as printed, or null."""
    return None if text is None else Fraction(text)


def twelve_places(share: Fraction | None, printed: str | None) -> Fraction | None:
    """The oracle's ratio, or the printed one where both agree to at least 12 decimals."""
    shown = ratio(printed)
    if share is None or shown is None or abs(share - shown) > Fraction(1, 10**12):
        return share
    return shown


def score_figures(assessment: OracleAssessment, answer: dict[str, Any]) -> tuple[Figures, Figures]:
    """The figures of `score`: the oracle's and the printed ones."""
    left: Figures = {"groups": [(group.name, [one.code for one in group.departments]) for group in assessment.groups]}
    right: Figures = {
        "groups": [(one["group"], [two["code"] for two in one["departments"]]) for one in answer["groups"]]
    }
    printed = {one["code"]: one for group in answer["groups"] for one in group["departments"]}
    for department in assessment.departments():
        row = printed[department.code]
        left[department.code] = (
            *(department.total, department.rank, department.grade, department.undecided, department.bonus),
            *(department.deduction, department.vetoed, twelve_places(department.economic_share, row["economic_share"])),
            [(category.name, category.full, category.score) for category in department.categories],
        )
        right[department.code] = (
            *(Fraction(row["total"]), row["rank"], row["grade"], row["undecided"], Fraction(row["bonus"])),
            *(Fraction(row["deduction"]), row["veto"], ratio(row["economic_share"])),
            [(one["category"], Fraction(one["full"]), Fraction(one["score"])) for one in row["categories"]],
        )
        left[f"{department.code} lines"] = [
            (
                line.code,
                line.kind,
                line.category,
                line.full,
                twelve_places(line.share, one["share"]),
                line.score,
                line.status,
            )
            for line, one in zip(department.lines, row["lines"], strict=True)
        ]
        right[f"{department.code} lines"] = [
            (
                *(one["code"], one["kind"], one["category"], Fraction(one["full"]), ratio(one["share"])),
                *(Fraction(one["score"]), one["status"]),
            )
            for one in row["lines"]
        ]
    return left, right


def reward_figures(assessment: OracleAssessment, answer: dict[str, Any]) -> tuple[Figures, Figures]:
    """The figures of `rewards`."""
    expected = rewards.rewards(assessment)
    left: Figures = {
        row.code: (row.items, row.rewards, row.penalties, row.net, row.consequences) for row in expected.departments
    }
    left["rules"] = [(sums.rule, sums.planned, sums.distributed, sums.undistributed) for sums in expected.rules]
    right: Figures = {}
    for row in answer["departments"]:
        items = [(item["rule"], Fraction(item["amount"])) for item in row["items"]]
        sums = (Fraction(row["rewards"]), Fraction(row["penalties"]), Fraction(row["net"]))
        right[row["code"]] = (items, *sums, row["consequences"])
    right["rules"] = [
        (one["rule"], ratio(one["planned"]), Fraction(one["distributed"]), ratio(one["undistributed"]))
        for one in answer["rules"]
    ]
    return left, right


def gap_figures(assessment: OracleAssessment, answer: dict[str, Any]) -> tuple[Figures, Figures]:
    """The gaps of `check` at the year's end."""
    expected = gaps.gaps(assessment, date(assessment.facts.settings.year, 12, 31))
    printed = sorted(
        gaps.OracleGap(one["kind"], one["subject"], one["department"] or "-", one["explained"])
        for one in answer["gaps"]
    )
    ready = all(one.explained for one in expected)
    return {"gaps": expected, "ready": ready}, {"gaps": printed, "ready": answer["ready"]}


def light_figures(facts: Facts, day: date, answer: dict[str, Any]) -> tuple[Figures, Figures]:
    """The figures of `lights` on a day."""
    light: Callable[[Any], tuple[str, list[str]]] = lambda one: (one.light, one.reasons)  # noqa: E731
    tasks, targets = lights.task_lights(facts, day), lights.target_lights(facts, day)
    left: Figures = {
        "tasks": [(one.code, *light(one)) for one in tasks],
        "targets": [(one.code, one.department, *light(one)) for one in targets],
    }
    right: Figures = {
        "tasks": [(one["code"], one["light"], one["reasons"]) for one in answer["tasks"]],
        "targets": [(one["code"], one["department"], one["light"], one["reasons"]) for one in answer["targets"]],
    }
    return left, right
