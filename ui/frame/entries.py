"""The pages there are: key, word, icon, family, and where each is made. A page is imported when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from ui.jobs import Jobs
    from ui.pages.page import Page
    from ui.session import Session

OVERVIEW, TARGETS, SUPERVISION, ECONOMY, PROJECTS = "overview", "targets", "supervision", "economy", "projects"
SCORE, WHATIF, AWARDS, REPORTS, SCHEME, ARCHIVE = "score", "whatif", "awards", "reports", "scheme", "archive"
BLANKS, CARRY_OVER = "blanks", "carry_over"
PANEL, VERDICTS, ADJUSTMENTS, APPEALS = "panel", "verdicts", "adjustments", "appeals"
DEPARTMENTS = "departments"


class Entry(NamedTuple):
    """One page. `family`: the key of the page whose navigation item it shares; its own where it has one itself.

    `place`: module below `ui.pages` and class. `word` is the page's own, shown on its tab; `title` the family's.
    """

    key: str
    word: str
    icon: str
    place: tuple[str, str]
    family: str
    title: str


def entries() -> list[Entry]:
    """Every page, in the order of the navigation, families together."""
    tr = QCoreApplication.translate
    score, supervision, scheme = tr("Pages", "考核评分"), tr("Pages", "督查"), tr("Pages", "考核方案")
    found = (
        (OVERVIEW, tr("Pages", "总览"), "gauge", ("overview.page", "OverviewPage")),
        (TARGETS, tr("Pages", "目标任务"), "clipboard-text", ("targets.page", "TargetsPage")),
        (
            SUPERVISION,
            tr("Pages", "督查台账"),
            "flag",
            ("supervision.page", "SupervisionPage"),
            SUPERVISION,
            supervision,
        ),
        (
            BLANKS,
            tr("Pages", "对表检查"),
            "flag",
            ("blanks.page", "BlanksPage"),
            SUPERVISION,
            supervision,
        ),
        (
            CARRY_OVER,
            tr("Pages", "结转"),
            "flag",
            ("carry_over.page", "CarryOverPage"),
            SUPERVISION,
            supervision,
        ),
        (ECONOMY, tr("Pages", "经济指标"), "chart-line-up", ("economy.page", "EconomyPage")),
        (PROJECTS, tr("Pages", "项目作战图"), "factory", ("projects.page", "ProjectsPage")),
        (SCORE, tr("Pages", "排名与计分"), "medal", ("score.page", "ScorePage"), SCORE, score),
        (PANEL, tr("Pages", "评议"), "medal", ("panel.page", "PanelPage"), SCORE, score),
        (VERDICTS, tr("Pages", "自评与核定"), "medal", ("verdicts.page", "VerdictsPage"), SCORE, score),
        (ADJUSTMENTS, tr("Pages", "加减分"), "medal", ("adjustments.page", "AdjustmentsPage"), SCORE, score),
        (APPEALS, tr("Pages", "申诉复核"), "medal", ("appeals.page", "AppealsPage"), SCORE, score),
        (WHATIF, tr("Pages", "方案推演"), "flask", ("whatif.page", "WhatIfPage")),
        (AWARDS, tr("Pages", "奖惩"), "trophy", ("awards.page", "AwardsPage")),
        (REPORTS, tr("Pages", "报表"), "printer", ("reports.page", "ReportsPage")),
        (
            SCHEME,
            tr("Pages", "方案"),
            "sliders-horizontal",
            ("scheme.page", "SchemePage"),
            SCHEME,
            scheme,
        ),
        (
            DEPARTMENTS,
            tr("Pages", "部门"),
            "sliders-horizontal",
            ("departments.page", "DepartmentsPage"),
            SCHEME,
            scheme,
        ),
        (ARCHIVE, tr("Pages", "台账管理"), "database", ("archive.page", "ArchivePage")),
    )
    made = [Entry(each[0], each[1], each[2], each[3], *(each[4:] or (each[0], each[1]))) for each in found]
    return [each for each in made if _is_there(each)]


def _is_there(entry: Entry) -> bool:
    from pathlib import Path

    return (Path(__file__).parents[1] / "pages" / (entry.place[0].replace(".", "/") + ".py")).exists()


def navigation() -> list[tuple[str, str, str]]:
    """(key, word, icon) of every item of the navigation."""
    first: dict[str, tuple[str, str, str]] = {}
    for each in entries():
        first.setdefault(each.family, (each.key, each.title, each.icon))
    return list(first.values())


def entry_of(key: str) -> Entry:
    """The page `key`. KeyError for one that does not exist."""
    return {each.key: each for each in entries()}[key]


def siblings(key: str) -> list[tuple[str, str]]:
    """(word, key) of the pages that share the navigation item of `key`, itself among them."""
    family = entry_of(key).family
    return [(each.word, each.key) for each in entries() if each.family == family]


def make(key: str, jobs: Jobs, session: Session) -> Page:
    """The page `key`. KeyError for one that does not exist."""
    from importlib import import_module

    entry = entry_of(key)
    module, name = entry.place
    page: Page = getattr(import_module(f"ui.pages.{module}"), name)(jobs, session)
    return page
