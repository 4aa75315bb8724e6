"""Looking at a year: its facts and what follows from them. Nothing here writes."""

from datetime import date

from kpi_desktop.assessment import rewards as money
from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.gaps import Gap, gaps
from kpi_desktop.assessment.results import Assessment
from kpi_desktop.assessment.scoring import score
from kpi_desktop.book import facts
from kpi_desktop.book.book import Book


def year_facts(book: Book, year: int) -> Facts:
    """The facts of the latest edition of `year`. Refusal when the book has no such year."""
    return facts.load(book, year)


def assess(book: Book, year: int) -> Assessment:
    """The assessment of `year` as the book stands now (calculus, sections 1 to 6)."""
    return score(year_facts(book, year))


def reward(book: Book, year: int) -> money.Rewards:
    """Rewards and penalties of `year` (calculus, section 7)."""
    return money.rewards(assess(book, year))


def check(book: Book, year: int, day: date | None = None) -> tuple[Gap, ...]:
    """The year-end check on `day` (31 December of the year): every blank, explained or not (calculus, section 8)."""
    return gaps(assess(book, year), day or date(year, 12, 31))
