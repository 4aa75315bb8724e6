"""The English interface: its catalogue is complete and true to the sources, and Chinese stays the default."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from kpi_desktop.assessment import names
from kpi_desktop.assessment.checklist import FINDINGS
from kpi_desktop.assessment.lights import LIGHTS, REASONS
from kpi_desktop.assessment.projects import STAGES
from kpi_desktop.book.journal import history
from kpi_desktop.book.titles import TITLES
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from ui import language, words
from ui.app import application
from ui.frame import entries
from ui.grid.book_source import BookSource
from ui.session import Session
from ui.vocabulary import TERMS

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = ROOT / "resources" / "translations" / "kpi_desktop_en.ts"
PLACEHOLDER = re.compile(r"\{[^}]*\}|%\d")
CHINESE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")


class Message(NamedTuple):
    """One text of a catalogue; `translation` None while it is unfinished."""

    context: str
    source: str
    translation: str | None


def messages(catalogue: Path) -> list[Message]:
    found = []
    for context in ElementTree.parse(catalogue).getroot().findall("context"):
        for each in context.findall("message"):
            translation = each.find("translation")
            finished = translation is not None and "type" not in translation.attrib
            text = (translation.text or "") if finished else None
            found.append(Message(context.findtext("name") or "", each.findtext("source") or "", text))
    return found


@pytest.fixture(scope="module")
def translated() -> list[Message]:
    return messages(CATALOGUE)


@pytest.fixture
def english(own_settings: None) -> Iterator[None]:
    app = application()
    language.choose(language.ENGLISH)
    language.use_chosen(app)
    yield
    language.choose(language.CHINESE)
    language.use_chosen(app)


# --- the catalogue


def test_the_catalogue_holds_what_lupdate_finds_in_the_sources(translated, tmp_path):
    tool = shutil.which("pyside6-lupdate", path=str(Path(sys.executable).parent))
    sources = [str(path) for path in sorted((ROOT / "ui").rglob("*.py"))]
    fresh, listed = tmp_path / "fresh.ts", tmp_path / "sources.lst"
    listed.write_text("\n".join(sources), encoding="utf-8")
    assert tool
    subprocess.run([tool, f"@{listed}", "-locations", "none", "-ts", str(fresh)], check=True, capture_output=True)
    wanted = {(each.context, each.source) for each in messages(fresh)}
    there = {(each.context, each.source) for each in translated}
    assert (sorted(wanted - there), sorted(there - wanted)) == ([], [])


def test_every_text_is_translated(translated):
    assert not [each for each in translated if not (each.translation or "").strip(" ")]


def test_placeholders_are_those_of_the_source(translated):
    def places(text: str | None) -> list[str]:
        return sorted(PLACEHOLDER.findall(text or ""))

    assert not [each for each in translated if places(each.source) != places(each.translation)]


def test_what_opens_a_question_still_ends_in_dots(translated):
    assert not [each for each in translated if each.source.endswith("…") != (each.translation or "").endswith("…")]


def test_chinese_is_left_only_where_it_names_what_the_book_holds(translated):
    assert not [
        each for each in translated for left in CHINESE.findall(each.translation or "") if left not in each.source
    ]


def test_what_is_loaded_is_the_catalogue(translated):
    loaded = QTranslator()
    assert loaded.load(language.CATALOGUE)
    assert not [each for each in translated if loaded.translate(each.context, each.source) != each.translation]


def test_every_word_of_the_calculus_that_is_shown_can_be_translated():
    maps = (
        names.YEAR_STATES, names.TASK_STATES, names.COLOURS, names.AWARD_METHODS, names.ACCUMULATIONS,
        names.TASK_CADENCES, names.INDICATOR_CADENCES, LIGHTS, REASONS, FINDINGS, TITLES,
    )  # fmt: skip
    shown = {word for each in maps for word in each.values()}
    shown |= {word for stage in STAGES for word in (stage.name, stage.rate_name)} | set(words.WEEKDAYS)
    shown |= {field.header for sheet in SHEETS_BY_TABLE.values() for field in sheet.fields}
    assert not shown - set(TERMS)


# --- the window


def test_chinese_is_spoken_whatever_the_system_speaks():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        assert language.chosen() == language.CHINESE
        assert entries.entry_of("overview").word == "总览"
    finally:
        QLocale.setDefault(before)


def test_with_chinese_no_catalogue_is_loaded(monkeypatch):
    monkeypatch.setattr(language, "CATALOGUE", "nowhere")
    app = QApplication.instance()
    language.use_chosen(app)
    assert language.shown(app) == language.CHINESE


def test_an_english_window_names_every_page_in_english(english, window, qtbot):
    for each in entries.entries():
        page = window.desk.show_page(each.key)
        assert page is not None
        assert not CHINESE.search(each.word + each.title + page.accessibleName()), each
    assert [word for _, word, _ in entries.navigation()][:3] == ["Overview", "Targets", "Supervision"]
    assert window.topbar.course.toolTip().startswith("Course of the year: Assess")


def test_a_text_of_a_base_class_is_found_for_an_object_of_another(english):
    class Special(BookSource):
        pass

    assert Special(Session()).why_closed == "No book is open"


def test_the_journal_stays_chinese_in_an_english_window(english, window):
    page = window.desk.show_page("departments")
    row = page.grid.model.given[0].ref
    page.grid.write([(row, "headcount", "23")], "填写")
    assert history(window.desk.session.book, limit=1)[0].entry.action == "填写 部门：经济发展局 人数"


def test_the_settings_offer_both_languages_and_keep_the_choice(window):
    window.desk.visit(("archive", "settings"))
    settings = window.pages["archive"].findChildren(type_of_settings())[0]
    assert settings.language.value() == language.CHINESE
    settings.language.chosen.emit(language.ENGLISH)
    assert QSettings().value(language.SETTING) == "en"
    assert language.chosen() == language.ENGLISH
    assert language.shown() == language.CHINESE  # until the next start


def type_of_settings() -> type:
    from ui.pages.archive.settings import Settings

    return Settings
