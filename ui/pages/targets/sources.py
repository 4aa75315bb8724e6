"""The grids of 目标任务: tables of the year with what the calculus says of each line beside what is typed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.codes import next_code
from kpi_desktop.assessment.pace import ALONG_THE_YEAR
from kpi_desktop.reports.figures import fixed
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.sources import TableSource
from ui.words import in_percent, percent, portion

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from kpi_desktop.assessment.results import Line
    from ui.session import Session
    from ui.year import YearView

FULL, CATEGORY, UNIT, GROUP = "full_", "category_", "unit_", "group_"
PORTION, OF_PRIOR = "portion_", "of_prior_"
"""Columns that say what follows from a row; nothing is typed in them."""
TARGET_FIGURES = ("points", "multiplier", FULL, "base", "stretch", "prior", "q1", "half", "q3")
RATES = ("base", "stretch")
"""Targets that are rates where the rule looks at growth: 10% and not 0.1."""
TASK_NAMES = (
    "code",
    "title",
    "category",
    "points",
    FULL,
    "partners",
    "standard",
    "start",
    "due",
    "cadence",
    "state",
    "finished",
    "basis",
    "origin",
    "document",
    "owner",
    "leader",
    "assigned",
)
WIDTHS = {"title": 220, "standard": 220, "basis": 160, "partners": 120, "code": 104, "points": 64, "multiplier": 60}


class LineSource(TableSource):
    """A table whose rows are lines: `names` may hold columns that follow from a row (names that end with _)."""

    def __init__(self, session: Session, table: str, names: Sequence[str], action: str, **options: Any) -> None:
        super().__init__(session, table, [name for name in names if not name.endswith("_")], action, **options)
        self._shown = tuple(names)

    def columns(self) -> list[EntryColumn]:
        """Those of the table, with what follows from them in between."""
        typed = {column.name: column for column in super().columns()}
        said = {
            FULL: EntryColumn(FULL, self.tr("满分"), 64, right=True, locked=True),
            CATEGORY: EntryColumn(CATEGORY, self.tr("类别"), 84, locked=True),
            UNIT: EntryColumn(UNIT, self.tr("单位"), 56, locked=True),
            GROUP: EntryColumn(GROUP, self.tr("分组"), 84, locked=True),
            PORTION: EntryColumn(PORTION, self.tr("占全区"), 68, right=True, locked=True),
            OF_PRIOR: EntryColumn(OF_PRIOR, self.tr("确保比上年"), 84, right=True, locked=True),
        }
        return [typed[name] if name in typed else said[name] for name in self._shown]

    def rows(self) -> list[EntryRow]:
        """The table's rows, with what follows from them."""
        known = {row["id"]: row for row in self.stored(self.table)}
        return [self._complete(row, known.get(row.ref, {})) for row in super().rows()]

    def _complete(self, row: EntryRow, stored: Mapping[str, Any]) -> EntryRow:
        view = self.session.view
        if view is None or not stored:
            return row
        cells = {name: row.cells[name] for name in self.names} | self._said(view, stored)
        indicator = view.indicators.get(stored.get("indicator", ""))
        if indicator is not None and in_percent(indicator):
            for name in RATES:
                if stored[name] is not None:
                    cells[name] = cells[name]._replace(text=reading.percent(Fraction(stored[name])), shown="")
        return row._replace(cells=cells)

    def _said(self, view: YearView, row: Mapping[str, Any]) -> dict[str, EntryCell]:
        code = row.get("indicator") or row.get("code") or ""
        department = row.get("department") or row.get("lead") or ""
        cells = {FULL: self._full(view, code, department)}
        if indicator := view.indicators.get(code):
            cells[CATEGORY] = EntryCell(indicator.category, token="secondary")
            cells[UNIT] = EntryCell(indicator.unit or "", token="secondary")
        if PORTION in self._shown:
            cells |= self._compared(view, row)
        if known := view.departments.get(department):
            cells[GROUP] = EntryCell(known.group or self.tr("不参评"), token="secondary")
        return cells

    def _compared(self, view: YearView, row: Mapping[str, Any]) -> dict[str, EntryCell]:
        """How a base stands to the whole zone's and to the year before, where bases are amounts."""
        indicator, base = view.indicators.get(row.get("indicator", "")), row.get("base")
        if indicator is None or base is None or in_percent(indicator):
            return {PORTION: EntryCell("–", token="pale"), OF_PRIOR: EntryCell("–", token="pale")}
        bases = [target.base for target in view.facts.targets if target.indicator == indicator.code]
        whole = None if None in bases else sum(each for each in bases if each is not None)
        share = percent(portion(base, whole)) if whole and indicator.accumulation in ALONG_THE_YEAR else None
        growth = Fraction(base) / Fraction(row["prior"]) - 1 if row["prior"] and row["prior"] > 0 else None
        sign = "+" if growth and growth > 0 else ""
        return {
            PORTION: EntryCell(share or "–", token="secondary"),
            OF_PRIOR: EntryCell("–" if growth is None else f"{sign}{percent(growth)}", token="secondary"),
        }

    def _full(self, view: YearView, code: str, department: str) -> EntryCell:
        line = line_of(view, code, department)
        if line is None:
            return EntryCell("–", token="pale")
        return EntryCell(fixed(line.full, view.assessment.decimals), token="secondary")


class TaskSource(LineSource):
    """Tasks of one lead; a new row is given the next code."""

    def save(self, edits: list[tuple[Hashable, str, str]], action: str) -> dict[tuple[Hashable, str], str]:
        return super().save(with_codes(self, edits, self._taken), action)

    def _taken(self) -> tuple[list[str], list[str]]:
        view = self.session.view
        if view is None:
            return [], []
        return [task.code for task in view.facts.tasks], [each.code for each in view.facts.indicators]


def with_codes(
    source: TableSource,
    edits: list[tuple[Hashable, str, str]],
    taken: Callable[[], tuple[list[str], list[str]]],
    prefix: str = "T",
) -> list[tuple[Hashable, str, str]]:
    """`edits` with a proposed code for every new row that is not given one."""
    coded = {row.ref for row in source.rows() if row.cells["code"].text}
    given = {ref for ref, name, _ in edits if name == "code"}
    own, others = taken()
    added: list[tuple[Hashable, str, str]] = []
    for ref in dict.fromkeys(ref for ref, _, text in edits if text.strip()):
        if source.current_ref(ref) not in coded and ref not in given:
            code = next_code(own, others, prefix)
            own = [*own, code]
            added.append((ref, "code", code))
    return [*added, *edits]


def line_of(view: YearView, code: str, department: str) -> Line | None:
    """The line `code` of a department; None where it has none."""
    result = next((each for each in view.assessment.departments() if each.code == department), None)
    return result.line(code) if result else None
