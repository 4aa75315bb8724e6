"""One reckoning of the copy, in whatever thread it is asked for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kpi_desktop.assessment.awards import AwardError
from kpi_desktop.assessment.whatif import SchemeError, carried_out, changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.assessment.plan import Plan
    from kpi_desktop.assessment.whatif import Change, Outcome


def tried(before: Outcome, today: Plan, changes: Sequence[Change]) -> tuple[Outcome, float] | str:
    """The outcome of a copy and the seconds it took; a sentence where it cannot be carried out."""
    begun = time.perf_counter()
    try:
        outcome = carried_out(changed(before.facts, changes), today) if changes else before
    except (SchemeError, AwardError) as error:
        return str(error)
    return outcome, time.perf_counter() - begun
