"""What a workbook must hold to beyond the single cell, judged over book and workbook together.

Every check reports the cell of the workbook that broke a rule: where that is a row that is only in the book, the row of
the workbook that changed what it builds on. A column that is already bad is not looked at again: one cause, one error.
"""

from kpi_desktop.exchange.checks import awards, decimals, references, results, scheme, tasks, values
from kpi_desktop.exchange.draft import Draft, Report


def check(draft: Draft, report: Report) -> None:
    """Report all that is wrong with the year as it would stand. References come first: the others build on them."""
    references.check(draft, report)
    for part in (decimals, scheme, tasks, values, results, awards):
        part.check(draft, report)
