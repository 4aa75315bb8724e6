"""Fonts: Microsoft YaHei UI on Windows, Noto Sans SC from its package elsewhere; digits are tabular in both."""

import os
import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from ui.look import tokens

NOTO = ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf")


def packaged_file(*parts: str) -> str | None:
    """The path of a file inside an installed package, found without importing the package."""
    for entry in sys.path:
        path = os.path.join(entry, *parts)
        if os.path.isfile(path):
            return path
    return None


@cache
def family() -> str:
    """The interface's Chinese font family, registered when it comes from a package."""
    if sys.platform == "win32":
        return "Microsoft YaHei UI"
    path = packaged_file(*NOTO)
    if path:
        number = QFontDatabase.addApplicationFont(path)
        if number >= 0:
            return QFontDatabase.applicationFontFamilies(number)[0]
    return QFont().family()


@cache
def font(size: int = tokens.BODY, bold: bool = False) -> QFont:
    """The interface's font at `size` logical pixels. Bold is for digits: a faked bold smears 汉字."""
    made = QFont(family())
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        made.setWeight(QFont.Weight.Bold)
    return made


def heading(size: int) -> QFont:
    """A heading's font: a real semi-bold where the system has one, the plain weight elsewhere."""
    return font(size, bold=sys.platform == "win32")
