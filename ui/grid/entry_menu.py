"""The menu of a cell: what the keys do, for those who use the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.grid.entry import EntryGrid


def menu_of(grid: EntryGrid) -> QMenu:
    """A menu over the selected cells; it goes when it closes."""
    blocks, clipboard = grid.blocks, QGuiApplication.clipboard()
    menu = QMenu(grid)
    menu.aboutToHide.connect(menu.deleteLater)
    _add(menu, QCoreApplication.translate("GridMenu", "复制"), "Ctrl+C", blocks.copy)
    _add(menu, QCoreApplication.translate("GridMenu", "剪切"), "Ctrl+X", blocks.cut)
    _add(menu, QCoreApplication.translate("GridMenu", "粘贴"), "Ctrl+V", lambda: blocks.paste(clipboard.text()))
    menu.addSeparator()
    _add(menu, QCoreApplication.translate("GridMenu", "清除"), "Del", blocks.clear)
    _add(menu, QCoreApplication.translate("GridMenu", "向下填充"), "Ctrl+D", blocks.fill_down)
    if grid.source.can_add:
        _add(menu, QCoreApplication.translate("GridMenu", "删除行"), "Ctrl+-", blocks.remove_rows)
    menu.addSeparator()
    _add(menu, QCoreApplication.translate("GridMenu", "筛选本列"), "Ctrl+L", grid.start_filter)
    if grid.model.filters:
        _add(menu, QCoreApplication.translate("GridMenu", "清除筛选"), "", grid.clear_filters)
    _add(menu, QCoreApplication.translate("GridMenu", "查找"), "Ctrl+F", grid.find_strip.begin)
    return menu


def _add(menu: QMenu, words: str, keys: str, act: Callable[[], object]) -> None:
    """The keys are shown behind the words; the grid itself listens for them."""
    menu.addAction(f"{words}\t{keys}" if keys else words, lambda: act())
