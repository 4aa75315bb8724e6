"""The facts of a year out of the book: one query a table, in one consistent state."""

import sqlite3
from dataclasses import fields
from typing import Any

from kpi_desktop.assessment import facts as values
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.resting import collector_resting
from kpi_desktop.assessment.rules import Rule, RuleError, parse_rule
from kpi_desktop.assessment.settings import Settings
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import EditionInfo, edition_of, years
from kpi_desktop.book.reading import columns_of, connected, rows, unreadable, values_of
from kpi_desktop.book.settings import settings_of

__all__ = ["KINDS", "EditionInfo", "edition_of", "load", "load_edition", "load_settings", "rows", "years"]

KINDS: dict[str, tuple[str, type[Any]]] = {
    "departments": ("department", values.Department),
    "groups": ("group_", values.Group),
    "categories": ("category", values.Category),
    "weights": ("weight", values.Weight),
    "indicators": ("indicator", values.Indicator),
    "targets": ("target", values.Target),
    "actuals": ("actual", values.Actual),
    "tasks": ("task", values.Task),
    "milestones": ("milestone", values.Milestone),
    "progress": ("progress", values.Progress),
    "directives": ("directive", values.Directive),
    "ratings": ("rating", values.Rating),
    "rater_classes": ("rater_class", values.RaterClass),
    "self_scores": ("self_score", values.SelfScore),
    "verdicts": ("verdict", values.Verdict),
    "adjustments": ("adjustment", values.Adjustment),
    "projects": ("project", values.Project),
    "bands": ("grade_band", values.GradeBand),
    "decisions": ("grade_decision", values.GradeDecision),
    "awards": ("award_rule", values.AwardRule),
    "consequences": ("consequence", values.Consequence),
    "explanations": ("explanation", values.Explanation),
    "extensions": ("extension", values.Extension),
    "appeals": ("appeal", values.Appeal),
}
"""The fields of `Facts`: the table each is read from, and the class of its values."""


def load(source: Book | sqlite3.Connection, year: int, revision: int | None = None) -> Facts:
    """The facts of a year, its latest revision by default. Refusal when the book has no such year.

    From a connection they are what an operation has written so far.
    """
    with connected(source) as connection:
        return load_edition(connection, edition_of(connection, year, revision))


def load_edition(connection: sqlite3.Connection, edition: EditionInfo) -> Facts:
    """The facts of one edition."""
    with collector_resting():
        found = {field: _values(connection, table, kind, edition.id) for field, (table, kind) in KINDS.items()}
        settings = load_settings(connection, edition)
        return Facts(settings=settings, state=edition.state, revision=edition.revision, **found)


def load_settings(connection: sqlite3.Connection, edition: EditionInfo) -> Settings:
    """The settings of one edition; its year is the edition's own."""
    names, texts = columns_of(connection, "setting", edition.id, ("name", "value"))
    try:
        return settings_of(edition.year, dict(zip(names, texts, strict=True)))
    except (TypeError, ValueError) as error:
        raise unreadable("setting", str(error)) from error


def _values(connection: sqlite3.Connection, table: str, kind: type[Any], edition_id: int) -> tuple[Any, ...]:
    return values_from(kind, columns_of(connection, table, edition_id, columns_for(kind)))


def values_from(kind: type[Any], columns: list[list[Any]]) -> tuple[Any, ...]:
    """The values of `kind` from decoded columns, which are those of `columns_for`. Refusal on a rule that is none."""
    if kind is values.Indicator:
        rule = columns_for(kind).index("rule")
        params = columns.pop(rule + 1)
        columns[rule] = _rules(columns[rule], params)
    return values_of(kind, columns)


def _rules(codes: list[str], params: list[str]) -> list[Rule]:
    try:
        return [parse_rule(*pair) for pair in zip(codes, params, strict=True)]
    except (RuleError, TypeError) as error:
        raise unreadable("indicator", str(error)) from error


def columns_for(kind: type[Any]) -> list[str]:
    """The columns that fill the fields of `kind`: named as they are, but a rule is kept as its code and parameters."""
    names = [field.name for field in fields(kind)]
    if kind is values.Indicator:
        names.insert(names.index("rule") + 1, "params")
    return names
