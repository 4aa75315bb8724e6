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
    """New due dates (of tasks, of milestones), cancellations with their basis, and the missed targets to carry."""

    due: dict[Key, date] = field(default_factory=dict)
    milestones: dict[tuple[str, str], date] = field(default_factory=dict)
    cancelled: dict[str, str] = field(default_factory=dict)
    indicators: set[tuple[str, str]] = field(default_factory=set)

    def fit(self, preview: CarryPreview) -> None:
        """Forget what is not to be carried any more."""
        tasks = {item.task.code for item in preview.items}
        targets = {each.key for each in preview.missed}
        self.due = {key: day for key, day in self.due.items() if key in tasks or key in targets}
        steps = {(item.task.code, each.title) for item in preview.items for each in item.milestones}
        self.milestones = {key: day for key, day in self.milestones.items() if key in steps}
        self.cancelled = {code: basis for code, basis in self.cancelled.items() if code in tasks}
        self.indicators &= targets

    def propose(self, preview: CarryPreview) -> None:
        """Take the proposed due dates where there is none yet."""
        for item in preview.items:
            self.due.setdefault(item.task.code, item.proposed_due)
            for each in item.milestones:
                self.milestones.setdefault((item.task.code, each.title), each.proposed_due)
        for key in self.indicators:
            self.due.setdefault(key, date(preview.to_year, 12, 31))

    def undated(self, preview: CarryPreview) -> int:
        """How many of what goes on, milestones too, will be without a due date."""
        going = [item for item in preview.items if item.task.code not in self.cancelled]
        items: list[Key] = [*(item.task.code for item in going), *self.indicators]
        steps = [(item.task.code, each.title) for item in going for each in item.milestones]
        return sum(key not in self.due for key in items) + sum(key not in self.milestones for key in steps)

    def carry(self, session: Session, preview: CarryPreview, failure: str) -> CarryOver | None:
        """Carry over as decided; None where it was refused, which is told under `failure`."""
        from kpi_desktop.office.carrying import carry_over

        order = [each.key for each in preview.missed if each.key in self.indicators]
        due = {
            key: day
            for key, day in self.due.items()
            if key not in self.cancelled and (isinstance(key, str) or key in self.indicators)
        }
        steps = {key: day for key, day in self.milestones.items() if key[0] not in self.cancelled}
        found: list[CarryOver] = []

        def act(book: object) -> object:
            found.append(carry_over(book, preview.from_year, due, self.cancelled, order, steps))  # type: ignore[arg-type]
            return found[0].changes

        session.act(act, failure)  # type: ignore[arg-type]
        return found[0] if found else None
