"""The language of the interface: Chinese, as it stands in the sources, or its English translation.

What the book, the calculus and the printed forms say stays Chinese: they are the office's documents.
"""

from __future__ import annotations

from os.path import join
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings

from ui.look.theme import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

CHINESE, ENGLISH = "zh_CN", "en"
SETTING = "language"
CATALOGUE = join(RESOURCES, "translations", "kpi_desktop_en.qm")
_INSTALLED = "installed_language"


def chosen() -> str:
    """The language to start in: Chinese, whatever the system speaks, until somebody chooses."""
    return ENGLISH if QSettings().value(SETTING) == ENGLISH else CHINESE


def choose(language: str) -> None:
    """Speak `language` from the next start on."""
    QSettings().setValue(SETTING, language)


def shown(app: QCoreApplication | None = None) -> str:
    """The language the window speaks now."""
    app = app or QCoreApplication.instance()
    return ENGLISH if app is not None and app.property(_INSTALLED) else CHINESE


def locale() -> QLocale:
    """How weekdays and months are called."""
    from PySide6.QtCore import QLocale

    if shown() == ENGLISH:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return QLocale(QLocale.Language.Chinese, QLocale.Country.China)


def use_chosen(app: QCoreApplication) -> None:
    """Speak the language that was chosen; for Chinese nothing is loaded."""
    wanted = chosen()
    if wanted == shown(app):
        return
    if wanted == ENGLISH:
        from PySide6.QtCore import QTranslator

        translator = QTranslator(app)
        if translator.load(CATALOGUE) and app.installTranslator(translator):
            app.setProperty(_INSTALLED, translator)
    else:
        app.removeTranslator(app.property(_INSTALLED))
        app.setProperty(_INSTALLED, None)


def use_qt_words(app: QCoreApplication) -> None:
    """Let Qt's own words (OK, Cancel) be in the same language; English is what Qt itself speaks."""
    if shown(app) == ENGLISH:
        return
    from PySide6.QtCore import QLibraryInfo, QTranslator

    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
