"""Which departments a card speaks of: the whole zone or one group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kpi_desktop.assessment.facts import Department
    from kpi_desktop.assessment.results import GroupResult
    from ui.year import YearView


class Scope(NamedTuple):
    """A year and the group chosen in it; None is the whole zone."""

    view: YearView
    group: str | None = None

    def departments(self) -> list[Department]:
        """The departments in scope, as in their sheet."""
        return [d for d in self.view.facts.departments if self.group is None or d.group == self.group]

    def codes(self) -> set[str]:
        """Their codes."""
        return {department.code for department in self.departments()}

    def groups(self) -> list[GroupResult]:
        """The groups in scope."""
        return [g for g in self.view.assessment.groups if self.group in (None, g.group.name)]
