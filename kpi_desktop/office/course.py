"""A year through its course with the real checklist, its figures kept at 定稿, and checked against them later."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from kpi_desktop.assessment.checklist import checklist, sums
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.results import Assessment
from kpi_desktop.assessment.rewards import rewards
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import editions
from kpi_desktop.book import facts as stored
from kpi_desktop.book.book import Book
from kpi_desktop.book.verify import Finding
from kpi_desktop.office import answers, years
from kpi_desktop.office.years import Moved


def move(book: Book, year: int, to: str, reason: str | None = None, day: date | None = None) -> Moved:
    """Move `year` to the state `to`; forward only when its checklist on `day` (31 December of the year) is empty.

    `years.Blocked` with the list of what is missing; Refusal on a leap, or a step back without a reason.
    """

    def blockers(facts: Facts, target: str) -> Sequence[str]:
        found = checklist(score(facts), target, day or date(year, 12, 31)).blockers
        return [gap.message for gap in found]

    return years.move_year(book, year, to, reason, checklist=blockers, results=results)


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
            yield Finding("results", f"{name}:定稿时的结果与按原始数据重算的结果不一致。")


def _sums(assessment: Assessment, name: str) -> Iterator[Finding]:
    for gap in sums(assessment, rewards(assessment)):
        yield Finding("sums", f"{name}:{gap.message}")
