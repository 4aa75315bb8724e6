"""The look shown now: tokens, palette and style sheet, light or dark, following the system or the user's choice."""

from functools import cache
from os.path import dirname, join

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from ui.look.fonts import font
from ui.look.tokens import DARK, LIGHT

SYSTEM, LIGHT_LOOK, DARK_LOOK = "system", "light", "dark"
SETTING = "appearance"
STYLE, STYLED = "Fusion", "styled"
RESOURCES = join(dirname(dirname(dirname(__file__))), "resources")
SCHEMES = {
    SYSTEM: Qt.ColorScheme.Unknown,
    LIGHT_LOOK: Qt.ColorScheme.Light,
    DARK_LOOK: Qt.ColorScheme.Dark,
}
ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "head",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "pale",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Dark: "edge",
}

_shown = LIGHT
"""The table of colours in use: like Qt's own palette, one for the whole program."""


def colour(name: str) -> QColor:
    """The colour `name` of the look shown now. KeyError on an unknown name."""
    return _made(_shown[name])


def is_dark() -> bool:
    """Whether the dark look is shown now."""
    return _shown is DARK


@cache
def _made(code: str) -> QColor:
    return QColor(code)


def new_application(arguments: list[str]) -> QApplication:
    """An application that is born with our style: `setStyle` would wrap Qt's, and all its enums, during the start."""
    app = QApplication([*arguments, "-style", STYLE])
    app.setProperty(STYLED, True)
    return app


def use_style(app: QApplication) -> None:
    """Give our style to an application that somebody else made."""
    if not app.property(STYLED):
        app.setStyle(STYLE)
        app.setProperty(STYLED, True)


def style_sheet(table: dict[str, str]) -> str:
    """The application's style sheet with `@name` replaced by the colours of `table`."""
    with open(join(RESOURCES, "style", "app.qss"), encoding="utf-8") as file:
        text = file.read()
    for name, code in table.items():
        text = text.replace(f"@{name};", f"{code};")
    return text


def palette(table: dict[str, str]) -> QPalette:
    """The application's palette from the colours of `table`."""
    made = QPalette(_made(table["surface"]), _made(table["background"]))
    for role, name in ROLES.items():
        made.setColor(role, _made(table[name]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, _made(table["pale"]))
    return made


class Appearance(QObject):
    """The user's choice of look; applies it and follows the system while the choice is to follow it."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice = str(QSettings().value(SETTING, SYSTEM))
        use_style(app)
        app.setFont(font())
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: str) -> None:
        """Show `choice` (system, light, dark) from now on and at the next start."""
        self.choice = choice
        QSettings().setValue(SETTING, choice)
        self._apply()

    def _system_changed(self) -> None:
        if self.choice == SYSTEM:
            self._apply()

    def _apply(self) -> None:
        global _shown
        hints = self._app.styleHints()
        scheme = SCHEMES.get(self.choice, Qt.ColorScheme.Unknown)
        if hasattr(hints, "setColorScheme"):  # the window's own title bar, from Qt 6.8
            hints.setColorScheme(scheme)
        dark = (hints.colorScheme() if scheme == Qt.ColorScheme.Unknown else scheme) == Qt.ColorScheme.Dark
        _shown = DARK if dark else LIGHT
        self._app.setPalette(palette(_shown))
        self._app.setStyleSheet(style_sheet(_shown))
        self.changed.emit()
