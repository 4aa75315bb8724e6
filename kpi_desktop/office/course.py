"""A year through its course with the real checklist, its figures kept at 定稿, and checked against them later."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kpi_desktop.assessment.checklist import checklist, sums
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.names import YEAR_STATES
from kpi_desktop.assessment.results import Assessment
from kpi_desktop.assessment.rewards import rewards
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import editions, journal
from kpi_desktop.book import facts as stored
from kpi_desktop.book.attachments import sizes_of
from kpi_desktop.book.book import Book
from kpi_desktop.book.reading import rows
from kpi_desktop.book.verify import Finding
from kpi_desktop.office import answers, years
from kpi_desktop.office.years import Moved

Forms = Callable[[Facts], Iterable[tuple[str, bytes]]]
"""The printed forms of a final year: its facts → (file name, bytes). What is above this room prints them."""


class StoredForm(NamedTuple):
    """A form as it was printed at 定稿; `supervision.evidence_bytes(book, digest)` gives its bytes."""

    name: str
    digest: str
    size: int


def move(
    book: Book, year: int, to: str, reason: str | None = None, day: date | None = None, forms: Forms | None = None
) -> Moved:
    """Move `year` to the state `to`; forward only when its checklist on `day` (31 December of the year) is empty.

    At 定稿 the figures are kept, and what `forms` prints of the year as a final one. `years.Blocked` with the list of
    what is missing; Refusal on a leap, a step back without a reason, or when the book changed while printing.
    """

    def blockers(facts: Facts, target: str) -> Sequence[str]:
        found = checklist(score(facts), target, day or date(year, 12, 31)).blockers
        return [gap.message for gap in found]

    files, since = _printed(book, year, to, blockers, forms) if forms else ((), None)
    return years.move_year(book, year, to, reason, checklist=blockers, results=results, files=files, since=since)


def advance(
    book: Book, year: int, to: str, reason: str | None = None, day: date | None = None, forms: Forms | None = None
) -> Moved:
    """Move `year` to the state `to` through every state on the way, each step as `move` does it.

    `years.Blocked` with all that any of these steps lacks; the year then stays where it is. Back it goes at once.
    """
    with book.reading() as connection:
        facts = stored.load(connection, year)
    order = list(YEAR_STATES)
    steps = order[order.index(facts.state) + 1 : order.index(to) + 1]
    if len(steps) > 1:
        assessment, on = score(facts), day or date(year, 12, 31)
        found = [gap.message for step in steps for gap in checklist(assessment, step, on).blockers]
        if found:
            raise years.Blocked(facts.state, to, list(dict.fromkeys(found)))
    for step in steps[:-1]:
        move(book, year, step, reason, day)
    return move(book, year, to, reason, day, forms)


def _printed(
    book: Book, year: int, to: str, blockers: years.Checklist, forms: Forms
) -> tuple[tuple[tuple[str, bytes], ...], int | None]:
    """The forms of a year about to be final, and the journal entry they follow: made before writing locks the book."""
    with book.reading() as connection:
        facts = stored.load(connection, year)
        since = journal.newest(connection)[0]
    if facts.state != "review" or to not in ("final", YEAR_STATES["final"]):
        return (), None
    if found := blockers(facts, "final"):
        raise years.Blocked("review", "final", found)
    return tuple(forms(replace(facts, state="final"))), since


def stored_forms(book: Book, year: int, revision: int | None = None) -> tuple[StoredForm, ...]:
    """The forms that were kept at 定稿, as they were printed; none before. Refusal when the book has no such year."""
    with book.reading() as connection:
        edition = editions.edition_of(connection, year, revision)
        sizes = sizes_of(connection)
        found = rows(connection, "stored_form", edition.id)
    return tuple(StoredForm(row["name"], row["digest"], sizes.get(row["digest"], 0)) for row in found)


def results(facts: Facts) -> str:
    """The figures of a year as JSON: what `score` and `rewards` answer."""
    return _text(score(facts))


def _text(assessment: Assessment) -> str:
    year = assessment.facts.settings.year
    kept = {"score": answers.score(assessment), "rewards": answers.rewards(year, rewards(assessment))}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def recomputed(book: Book) -> Iterator[Finding]:
    """Findings where a year's sums do not agree, or a final year's kept figures differ from those of its entries."""
    for edition in editions.years(book):
        with book.reading() as connection:
            assessment = score(stored.load_edition(connection, edition))
        name = f"{edition.year} 年第 {edition.revision} 版"
        yield from _sums(assessment, name)
        if edition.result and json.loads(edition.result) != json.loads(_text(assessment)):
            yield Finding("results", f"{name}：定稿时的结果与按原始数据重算的结果不一致。")


def _sums(assessment: Assessment, name: str) -> Iterator[Finding]:
    for gap in sums(assessment, rewards(assessment)):
        yield Finding("sums", f"{name}:{gap.message}")
