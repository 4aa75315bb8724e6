"""Who entered what a line is judged by, and when: read from the journal, cell by cell. Nothing here writes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kpi_desktop.assessment import months
from kpi_desktop.assessment.facts import WHOLE_ZONE, Facts, Indicator
from kpi_desktop.assessment.results import Line
from kpi_desktop.book import journal
from kpi_desktop.book.book import Book
from kpi_desktop.book.reading import matching
from kpi_desktop.office.edit import Row, YearRows, looking

TARGET_COLUMNS = ("base", "stretch", "prior", "points", "multiplier")
PROJECT_COLUMNS = (
    *("sign_planned", "land_planned", "begin_planned", "produce_planned"),
    *("signed", "landed", "begun", "produced"),
)


class Origin(NamedTuple):
    """What was entered in one operation: `what` in words, the author, the time (ISO) and what the operation was."""

    what: str
    author: str
    at: str
    action: str
    sequence: int


Cells = tuple[str, str, Row, tuple[str, ...]]
"""What they are called, their table, their row and the columns that count."""


def origins(book: Book, facts: Facts, line: Line) -> tuple[Origin, ...]:
    """Who last entered each thing that `line` is judged by: what was entered together is told together.

    In the order raw data, target, self score, verdict. Refusal when the book does not have the year of `facts`.
    """
    indicator = next((each for each in facts.indicators if each.code == line.code), None)
    with looking(book, facts.settings.year) as rows:
        cells = list(_target_cells(rows, indicator, line.spec.department) if indicator else _task_cells(rows, line))
        cells += _judged_cells(rows, line)
    return tuple(_told(book, cells))


def decision_origin(book: Book, year: int, department: str) -> Origin | None:
    """Who recorded the grade decision on a department; None where there is none."""
    with looking(book, year) as rows:
        row = _one(rows, "grade_decision", department=department)
    found = _told(book, [("等次认定", "grade_decision", row, ("grade", "basis"))] if row else [])
    return next(found, None)


def adjustment_origins(book: Book, year: int, department: str) -> tuple[Origin, ...]:
    """Who entered the bonus, deduction and veto entries of a department."""
    with looking(book, year) as rows:
        own = _found(rows, "adjustment", department=department)
    return tuple(_told(book, [(row["reason"], "adjustment", row, ("points", "category", "treatment")) for row in own]))


def _found(rows: YearRows, table: str, **wanted: str) -> list[Row]:
    return matching(rows.connection, table, rows.edition.id, **wanted)


def _one(rows: YearRows, table: str, **wanted: str) -> Row | None:
    return next(iter(_found(rows, table, **wanted)), None)


def _target_cells(rows: YearRows, indicator: Indicator, department: str) -> Iterator[Cells]:
    if indicator.rule.code == "panel":
        rated = _found(rows, "rating", indicator=indicator.code, department=department)
        yield from (("评议票", "rating", row, ("score", "ballots", "rater_class")) for row in rated)
    else:
        yield from _month_cells(rows, indicator, department)
    if target := _one(rows, "target", indicator=indicator.code, department=department):
        yield "目标", "target", target, TARGET_COLUMNS


def _month_cells(rows: YearRows, indicator: Indicator, department: str) -> Iterator[Cells]:
    """The months' rows that stand for the department: its own, or where it has none that of the whole zone."""
    fetched = months.source(indicator)
    if fetched and fetched.kind == "project":
        for row in _found(rows, "project", department=department):
            yield "项目", "project", row, PROJECT_COLUMNS
        return
    code = fetched.name if fetched else indicator.code
    by_month: dict[int, Row] = {}
    for whose in (WHOLE_ZONE, department):
        by_month |= {row["month"]: row for row in _found(rows, "actual", indicator=code, department=whose)}
    for month in sorted(by_month):
        yield f"{month} 月", "actual", by_month[month], ("value",)


def _task_cells(rows: YearRows, line: Line) -> Iterator[Cells]:
    task = _one(rows, "task", code=line.code)
    if task and task["state"] == "finished":
        yield "销号", "task", task, ("state", "finished")
    stages = _found(rows, "milestone", task=line.code)
    yield from (("节点", "milestone", row, ("done",)) for row in stages if row["done"])
    reports = [row for row in _found(rows, "progress", task=line.code) if row["percent"] is not None]
    if reports and not stages and task and task["state"] != "finished":
        last = max(reports, key=lambda row: (row["day"], row["place"], row["id"]))
        yield f"{last['day']} 的进展", "progress", last, ("percent",)
    if task:
        yield "事项", "task", task, ("points", "due", "standard")


def _judged_cells(rows: YearRows, line: Line) -> Iterator[Cells]:
    for table, word in (("self_score", "自评"), ("verdict", "核定")):
        if row := _one(rows, table, department=line.spec.department, subject=line.code):
            yield word, table, row, ("share",)


def _told(book: Book, cells: Sequence[Cells]) -> Iterator[Origin]:
    """One origin for what stands side by side and came in the same operation."""
    entered = [(what, entry) for what, table, row, columns in cells if (entry := _entry(book, table, row, columns))]
    for entry, together in groupby(entered, key=lambda pair: pair[1]):
        words = _joined([what for what, _ in together])
        yield Origin(words, entry.author, entry.at, entry.action, entry.sequence)


def _entry(book: Book, table: str, row: Row, columns: tuple[str, ...]) -> journal.Entry | None:
    """The newest entry that gave one of the columns its value."""
    for event in journal.history(book, table, row["id"]):
        before, after = event.before or {}, event.after or {}
        if event.before is None or any(before.get(name) != after.get(name) for name in columns):
            return event.entry
    return None


def _joined(words: Sequence[str]) -> str:
    """`1–11 月`, `目标、自评`; what is said twice is counted."""
    seen = [int(word.removesuffix(" 月")) for word in words if word.endswith(" 月")]
    others = [word for word in words if not word.endswith(" 月")]
    parts = [f"{low} 月" if low == high else f"{low}–{high} 月" for low, high in _runs(seen)]
    counts = {word: others.count(word) for word in others}
    return "、".join([*parts, *(word if count == 1 else f"{word} {count} 条" for word, count in counts.items())])


def _runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
