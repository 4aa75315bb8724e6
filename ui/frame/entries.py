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
    return [*_running(), *_judging(), *_keeping()]


def _running() -> list[Entry]:
    """Where a year is planned and followed up."""
    translate = QCoreApplication.translate
    title, icon = translate("Pages", "督查"), "flag"
    ledger, blanks, left = translate("Pages", "督查台账"), translate("Pages", "对表检查"), translate("Pages", "结转")
    return [
        _alone(OVERVIEW, translate("Pages", "总览"), "gauge", "OverviewPage"),
        _alone(TARGETS, translate("Pages", "目标任务"), "clipboard-text", "TargetsPage"),
        Entry(SUPERVISION, ledger, icon, ("supervision.page", "SupervisionPage"), SUPERVISION, title),
        Entry(BLANKS, blanks, icon, ("blanks.page", "BlanksPage"), SUPERVISION, title),
        Entry(CARRY_OVER, left, icon, ("carry_over.page", "CarryOverPage"), SUPERVISION, title),
        _alone(ECONOMY, translate("Pages", "经济指标"), "chart-line-up", "EconomyPage"),
        _alone(PROJECTS, translate("Pages", "项目作战图"), "factory", "ProjectsPage"),
    ]


def _judging() -> list[Entry]:
    """Where it is assessed, and what follows from that."""
    translate = QCoreApplication.translate
    title, icon = translate("Pages", "考核评分"), "medal"
    return [
        Entry(SCORE, translate("Pages", "排名与计分"), icon, ("score.page", "ScorePage"), SCORE, title),
        Entry(PANEL, translate("Pages", "评议"), icon, ("panel.page", "PanelPage"), SCORE, title),
        Entry(VERDICTS, translate("Pages", "自评与核定"), icon, ("verdicts.page", "VerdictsPage"), SCORE, title),
        Entry(ADJUSTMENTS, translate("Pages", "加减分"), icon, ("adjustments.page", "AdjustmentsPage"), SCORE, title),
        Entry(APPEALS, translate("Pages", "申诉复核"), icon, ("appeals.page", "AppealsPage"), SCORE, title),
        _alone(WHATIF, translate("Pages", "方案推演"), "flask", "WhatIfPage"),
        _alone(AWARDS, translate("Pages", "奖惩"), "trophy", "AwardsPage"),
        _alone(REPORTS, translate("Pages", "报表"), "printer", "ReportsPage"),
    ]


def _keeping() -> list[Entry]:
    """What the year is built on, and the book itself."""
    translate = QCoreApplication.translate
    title, icon = translate("Pages", "考核方案"), "sliders-horizontal"
    return [
        Entry(SCHEME, translate("Pages", "方案"), icon, ("scheme.page", "SchemePage"), SCHEME, title),
        Entry(DEPARTMENTS, translate("Pages", "部门"), icon, ("departments.page", "DepartmentsPage"), SCHEME, title),
        _alone(ARCHIVE, translate("Pages", "台账管理"), "database", "ArchivePage"),
    ]


def _alone(key: str, word: str, icon: str, name: str) -> Entry:
    return Entry(key, word, icon, (f"{key}.page", name), key, word)


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
