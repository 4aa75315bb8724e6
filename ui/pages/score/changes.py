"""How the ranking differs from an earlier calculation: the year as the journal says it stood then, scored again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from kpi_desktop.book.book import Book
    from kpi_desktop.book.journal import Entry
    from ui.jobs import Jobs, Progress

LAST_CHANGE, TODAY, WEEK = -1, 0, 7


def since_items() -> list[tuple[str, int]]:
    """What can be compared with: (words, days back), the last change as `LAST_CHANGE`."""
    translate = QCoreApplication.translate
    return [
        (translate("Changes", "较上次改动"), LAST_CHANGE),
        (translate("Changes", "较今天以前"), TODAY),
        (translate("Changes", "较 7 天前"), WEEK),
    ]


class Before(NamedTuple):
    """The departments as they were computed, by code, and when that was, in words."""

    results: Mapping[str, DepartmentResult]
    words: str


def changes_of(group: GroupResult, before: Mapping[str, DepartmentResult]) -> set[str]:
    """The codes of the departments whose total or rank is another than before."""
    return {
        result.code
        for result in group.departments
        if (then := before.get(result.code)) and (then.total, then.rank) != (result.total, result.rank)
    }


class ChangesOfYear(QObject):
    """Looks for it in a worker. `found` brings a `Before`, or None where there is nothing to compare with."""

    found = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked = 0

    def look(self, book: Book, year: int, days: int) -> None:
        """Begin to look; an answer to an earlier question is no longer told."""
        self._asked += 1
        number = self._asked
        job = self._jobs.start(lambda progress: (number, before(book, year, days, progress)), self.tr("比较变动"))
        job.finished.connect(self._take)

    def _take(self, answer: tuple[int, Before | None]) -> None:
        number, found = answer
        if number == self._asked:
            self.found.emit(found)


def before(book: Book, year: int, days: int, progress: Progress | None = None) -> Before | None:
    """The year before its last change, or as it stood `days` days ago; None where nobody had points then."""
    from kpi_desktop.assessment.scoring import score
    from kpi_desktop.book.earlier import facts_after, last_change
    from kpi_desktop.book.refusal import Refusal

    try:
        early = None if days == LAST_CHANGE else date.today() - timedelta(days=max(days - 1, 0))
        entry = last_change(book, year, early)
        if entry is None:
            return None
        facts = facts_after(book, year, entry.sequence - 1 if days == LAST_CHANGE else entry.sequence)
    except Refusal:
        return None
    results = {each.code: each for each in score(facts).departments()}
    if not any(each.total for each in results.values()):
        return None
    return Before(results, _words(entry, days))


def _words(entry: Entry, days: int) -> str:
    translate = QCoreApplication.translate
    if days == LAST_CHANGE:
        words = translate("Changes", "较第 {number} 条“{action}”之前")
        return words.format(number=entry.sequence, action=entry.action)
    return translate("Changes", "较 {day} 第 {number} 条之后").format(day=entry.at[:10], number=entry.sequence)
