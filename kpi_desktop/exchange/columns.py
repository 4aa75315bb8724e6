"""The one table of sheets and columns of the exchange workbook.

Import, export, fill-in forms, entry grids and their validation all read it from here: what a column is called, how its
cells are read (`cells.read`) and shown (`cells.shown`), what they may hold and where they are stored.
"""

from kpi_desktop.exchange import columns_scheme as scheme
from kpi_desktop.exchange import columns_work as work
from kpi_desktop.exchange.fields import Field, Sheet

SHEETS: tuple[Sheet, ...] = (
    scheme.SETTINGS_SHEET,
    scheme.DEPARTMENTS,
    scheme.GROUPS,
    scheme.CATEGORIES,
    scheme.WEIGHTS,
    scheme.INDICATORS,
    scheme.TARGETS,
    work.ACTUALS,
    work.TASKS,
    work.MILESTONES,
    work.PROGRESS,
    work.DIRECTIVES,
    work.RATINGS,
    scheme.RATER_CLASSES,
    work.SELF_SCORES,
    work.VERDICTS,
    work.ADJUSTMENTS,
    work.PROJECTS,
    scheme.BANDS,
    work.DECISIONS,
    scheme.AWARDS,
    scheme.CONSEQUENCES,
    work.EXPLANATIONS,
    work.EXTENSIONS,
    work.APPEALS,
    work.EVIDENCE,
)
"""Every sheet, in the order of the workbook."""

SHEETS_BY_TITLE: dict[str, Sheet] = {sheet.title: sheet for sheet in SHEETS}
SHEETS_BY_TABLE: dict[str, Sheet] = {sheet.table: sheet for sheet in SHEETS}


def field(table: str, name: str) -> Field:
    """The column of `table` that is stored as `name`. KeyError where there is none."""
    return SHEETS_BY_TABLE[table].field(name)
