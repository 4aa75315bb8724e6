"""The pages there are: key, word and icon, and where each is made. A page is imported when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.pages.page import Page
    from ui.session import Session

OVERVIEW, SCORE, REPORTS = "overview", "score", "reports"


def entries() -> list[tuple[str, str, str]]:
    """(key, word, icon) of every page, in the order of the navigation."""
    return [
        (OVERVIEW, QCoreApplication.translate("Pages", "总览"), "gauge"),
        (SCORE, QCoreApplication.translate("Pages", "考核评分"), "medal"),
        (REPORTS, QCoreApplication.translate("Pages", "报表"), "printer"),
    ]


def make(key: str, jobs: Jobs, session: Session) -> Page:
    """The page `key`. KeyError for one that does not exist."""
    if key == OVERVIEW:
        from ui.pages.overview.page import OverviewPage

        return OverviewPage()
    if key == SCORE:
        from ui.pages.score.page import ScorePage

        return ScorePage()
    if key == REPORTS:
        from ui.pages.reports.page import ReportsPage

        return ReportsPage(jobs, session)
    raise KeyError(key)
