"""What a person decides on the preview before it is carried over; kept by the page until then."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kpi_desktop.office.carrying import CarryOver
    from kpi_desktop.office.leftovers import CarryPreview
    from ui.session import Session

Key = str | tuple[str, str]


@dataclass
class Decisions:
    """New due dates, cancellations with their basis, and the missed targets that are carried."""

    due: dict[Key, date] = field(default_factory=dict)
    cancelled: dict[str, str] = field(default_factory=dict)
    indicators: set[tuple[str, str]] = field(default_factory=set)

    def fit(self, preview: CarryPreview) -> None:
        """Forget what is not to be carried any more."""
        tasks = {item.task.code for item in preview.items}
        targets = {each.key for each in preview.missed}
        self.due = {key: day for key, day in self.due.items() if key in tasks or key in targets}
        self.cancelled = {code: basis for code, basis in self.cancelled.items() if code in tasks}
        self.indicators &= targets

    def propose(self, preview: CarryPreview) -> None:
        """Take the proposed due dates where there is none yet."""
        for item in preview.items:
            self.due.setdefault(item.task.code, item.proposed_due)
        for key in self.indicators:
            self.due.setdefault(key, date(preview.to_year, 12, 31))

    def undated(self, preview: CarryPreview) -> int:
        """How many of what goes on will be without a due date."""
        going: list[Key] = [item.task.code for item in preview.items if item.task.code not in self.cancelled]
        return sum(key not in self.due for key in (*going, *self.indicators))

    def carry(self, session: Session, preview: CarryPreview, failure: str) -> CarryOver | None:
        """Carry over as decided; None where it was refused, which is told under `failure`."""
        from kpi_desktop.office.carrying import carry_over

        order = [each.key for each in preview.missed if each.key in self.indicators]
        due = {
            key: day
            for key, day in self.due.items()
            if key not in self.cancelled and (isinstance(key, str) or key in self.indicators)
        }
        found: list[CarryOver] = []

        def act(book: object) -> object:
            found.append(carry_over(book, preview.from_year, due, self.cancelled, order))  # type: ignore[arg-type]
            return found[0].changes

        session.act(act, failure)  # type: ignore[arg-type]
        return found[0] if found else None
