"""A line of a sheet as strings: targets, actual, formula, own and assessed score, score."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment import exact, explain
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import Facts, Indicator, SelfScore, Target, Task
from kpi_desktop.assessment.months import in_percent
from kpi_desktop.assessment.results import STATUSES, Assessment, Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.paper import PLACE_OF_WORDS, wide

Cell = str | None | dict[str, bool]
"""A string; None where a column does not apply; BLANK where something is missing."""
BLANK: dict[str, bool] = {"blank": True}
_ISO_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
LONG_ROW = 400
"""Characters from which a row may be split over pages: one that fits on no page would be lost."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the lines of one assessment are looked up in, made once for all sheets."""

    assessment: Assessment
    indicators: Mapping[str, Indicator]
    self_scores: Mapping[tuple[str, str], SelfScore]

    @classmethod
    def of(cls, assessment: Assessment) -> "Lookup":
        """The lookup of an assessment."""
        facts = assessment.facts
        return cls(
            assessment,
            {indicator.code: indicator for indicator in facts.indicators},
            {(own.department, own.subject): own for own in facts.self_scores},
        )

    @property
    def facts(self) -> Facts:
        """The facts assessed."""
        return self.assessment.facts


def own_score(lookup: Lookup, line: Line) -> Decimal | None:
    """自评 as a score: own share x full marks, at the year's decimals; None where the department gave none."""
    own = lookup.self_scores.get((line.spec.department, line.code))
    return None if own is None else _points(line, own.share)


def _points(line: Line, share: Exact) -> Decimal:
    return exact.rounded(exact.fraction(line.full) * exact.fraction(share), line.spec.decimals)


def row(lookup: Lookup, line: Line) -> dict[str, object]:
    """One row of the sheet."""
    decimals = line.spec.decimals
    scored = line.status in ("ok", "assessed")
    own, verdict = own_score(lookup, line), line.spec.verdict
    judged = _points(line, verdict.share) if verdict else None
    cells: dict[str, object] = {
        "code": line.code,
        "name": name(lookup, line),
        "full": figures.fixed(line.full, decimals),
        **_targets(lookup, line),
        "process": process(lookup.assessment, line),
        "self": figures.fixed(own, decimals) if own is not None else (BLANK if lookup.self_scores else None),
        "verdict": None if judged is None else figures.fixed(judged, decimals),
        "score": figures.fixed(line.score, decimals) if scored else BLANK,
    }
    cells["long"] = sum(len(text) for text in cells.values() if isinstance(text, str)) > LONG_ROW
    return cells


def name(lookup: Lookup, line: Line) -> str:
    """Name with the unit where amounts are shown; a partner's line says so."""
    if line.kind == "partner":
        return f"{line.title}（协办）"
    indicator = lookup.indicators.get(line.code)
    if indicator is None or not indicator.unit or in_percent(indicator) or indicator.rule.code == "panel":
        return line.title
    return f"{line.title}（{indicator.unit}）"


def process(assessment: Assessment, line: Line) -> str:
    """How the score came about, in one short sentence; the assessors' own words stay as they typed them."""
    told, verdict = _days(explain.brief(assessment, line), assessment), line.spec.verdict
    basis = verdict.basis if verdict else ""
    if not basis or basis not in told:
        return wide(told)
    before, _, after = told.rpartition(basis)
    return wide(before + PLACE_OF_WORDS + after).replace(PLACE_OF_WORDS, basis)


def _days(told: str, assessment: Assessment) -> str:
    year = assessment.facts.settings.year
    return _ISO_DAY.sub(lambda found: figures.day_within(date.fromisoformat(found[0]), year), told)


def missing(line: Line) -> str | None:
    """Why a line has no score; None where it has one."""
    return None if line.status in ("ok", "assessed") else STATUSES[line.status].replace("空", "无结果")


def _targets(lookup: Lookup, line: Line) -> dict[str, object]:
    if isinstance(line.spec.subject, Task):
        return _task_cells(lookup.facts, line, line.spec.subject)
    return _target_cells(lookup.indicators[line.code], line, line.spec.subject)


def _task_cells(facts: Facts, line: Line, task: Task) -> dict[str, object]:
    due: Cell = figures.day_within(task.due, facts.settings.year) if task.due else BLANK
    actual: Cell = BLANK
    if task.state == "finished" and task.finished:
        actual = figures.day_within(task.finished, facts.settings.year)
    elif line.computed_share is not None:
        actual = figures.percent(line.computed_share)
    return {"base": due, "stretch": None, "actual": actual}


def _target_cells(indicator: Indicator, line: Line, target: Target) -> dict[str, object]:
    rule = indicator.rule
    value = line.actual if rule.by_place or rule.code == "panel" else line.value
    if rule.code == "panel":
        return {"base": None, "stretch": None, "actual": BLANK if value is None else figures.fixed(value, 2)}
    bases = (_base(target.base, rule.uses_base), _base(target.stretch, rule.uses_stretch))
    given = [figure for figure in (*bases, value) if isinstance(figure, Exact)]
    if in_percent(indicator):
        base, stretch = (figures.percent(f) if isinstance(f, Exact) else f for f in bases)
        actual = None if value is None else figures.percent(value, 2)
    else:
        decimals = max(map(figures.places, given), default=0)
        base, stretch = (figures.fixed(f, decimals) if isinstance(f, Exact) else f for f in bases)
        actual = None if value is None else figures.fixed(value, decimals)
    return {"base": base, "stretch": stretch, "actual": BLANK if actual is None else actual}


def _base(figure: Exact | None, needed: bool) -> Exact | Cell:
    """A target's figure; missing where the rule needs it, else not applicable."""
    return figure if figure is not None else BLANK if needed else None
