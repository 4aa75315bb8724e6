"""Departments by months: how many of a department's indicators kept pace at each month's end."""

from collections import defaultdict
from fractions import Fraction

from kpi_desktop.assessment.lights import target_lights
from kpi_desktop.assessment.pace import month_end
from kpi_desktop.reports.charts.heat import HeatRow
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.monthly_targets import BEHIND


def heat_rows(context: ReportContext) -> tuple[HeatRow, ...]:
    """A row for every department with an indicator that was judged in some month, as in their sheet.

    A month counts the indicators reported in it; the field says how many of them kept pace: 5/6.
    """
    counts: defaultdict[str, dict[int, tuple[int, int]]] = defaultdict(dict)
    for month in range(1, 13):
        for found in target_lights(context.facts, month_end(context.year, month)):
            if found.month == month and found.lag is not None:
                kept, judged = counts[found.department].get(month, (0, 0))
                counts[found.department][month] = (kept + (not BEHIND & set(found.reasons)), judged + 1)
    assessed = {result.code for result in context.assessment.departments()}
    return tuple(
        HeatRow(
            department.name,
            {month: Fraction(*pair) for month, pair in counts[department.code].items()},
            {month: f"{kept}/{judged}" for month, (kept, judged) in counts[department.code].items()},
        )
        for department in context.facts.departments
        if department.code in assessed and department.code in counts
    )
