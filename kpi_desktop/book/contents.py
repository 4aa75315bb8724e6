"""Whether the rows of a book can be what they say: stored in their column's form, naming codes that exist."""

import sqlite3
from collections.abc import Iterator

from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.assessment.rules import RuleError, parse_rule
from kpi_desktop.book.shapes import Shape, shape_of
from kpi_desktop.book.tables import ROW_TABLES
from kpi_desktop.book.titles import TITLES
from kpi_desktop.book.verify import Check, Finding

_NAMES: tuple[tuple[str, str, str, str], ...] = (
    ("actual", "department", f"r.department <> '{WHOLE_ZONE}'", "department"),
    ("rating", "rater_department", "true", "department"),
    ("self_score", "subject", "true", "indicator task"),
    ("verdict", "subject", "true", "indicator task"),
    ("grade_decision", "grade", "true", "grade_band"),
)
"""Columns that name something without a foreign key: table, column, when it does, and the tables it may name."""
_NAMED_BY = {"department": "code", "indicator": "code", "task": "code", "grade_band": "name"}


def stored_forms(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Values that are not in the form their column stores: a float among exact figures, a date that is none."""
    for table in ROW_TABLES:
        shape = shape_of(table)
        for row in connection.execute(f'SELECT {shape.quoted} FROM "{table}"'):
            for name, value in zip(shape.columns, row, strict=True):
                if value is not None and not _in_form(shape, name, value):
                    row_id = row[shape.columns.index("id")]
                    yield Finding("stored", f"“{TITLES[table]}”第 {row_id} 行 {name} 的值“{value}”不是应有的形式")


def _in_form(shape: Shape, name: str, value: object) -> bool:
    read = shape.readers[name]
    try:
        return shape.writers[name](read(value) if read else value) == value and not isinstance(value, float | bytes)
    except (ArithmeticError, AttributeError, TypeError, ValueError):
        return False


def codes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Codes and names that nothing in their edition bears; a code that an indicator and a task share."""
    for table, column, condition, named in _NAMES:
        absent = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {other} AS o WHERE o.edition_id = r.edition_id "
            f"AND o.{_NAMED_BY[other]} = r.{column})"
            for other in named.split()
        )
        query = f"SELECT r.id, r.{column} FROM {table} AS r WHERE r.{column} IS NOT NULL AND {condition} AND {absent}"
        for row_id, code in connection.execute(query):
            yield Finding("codes", f"“{TITLES[table]}”第 {row_id} 行的“{code}”不存在")
    yield from _partners(connection)
    shared = "SELECT i.code FROM indicator AS i JOIN task AS t ON t.edition_id = i.edition_id AND t.code = i.code"
    for (code,) in connection.execute(shared):
        yield Finding("codes", f"指标和任务共用了编码“{code}”")


def _partners(connection: sqlite3.Connection) -> Iterator[Finding]:
    known = set(connection.execute("SELECT edition_id, code FROM department"))
    split = shape_of("task").readers["partners"]
    for edition_id, task, text in connection.execute(
        "SELECT edition_id, code, partners FROM task WHERE partners <> ''"
    ):
        for code in split(text) if split else ():
            if (edition_id, code) not in known:
                yield Finding("codes", f"任务 {task} 的协办部门“{code}”不存在")


def rules(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Scoring rules whose parameters cannot be read."""
    for code, rule, params in connection.execute("SELECT code, rule, params FROM indicator"):
        try:
            parse_rule(rule, params)
        except RuleError as error:
            yield Finding("stored", f"指标 {code} 的计分办法读不出：{error}")


CONTENTS: tuple[Check, ...] = (stored_forms, codes, rules)
"""What depends on what the rows mean."""
