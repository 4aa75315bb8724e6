"""The columns of a department's sheet, as many as there is room for: how lines scored, or what was claimed."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.grid.cells import Column

SCORES, VERDICTS = "scores", "verdicts"
UNIT, BASE, STRETCH, ACTUAL, FULL, MARK, SHARE = "unit", "base", "stretch", "actual", "full", "score", "share"
PART, NEXT, COMPUTED, OWN, VERDICT, BASIS = "part", "next", "computed", "own", "verdict", "basis"
FIGURES = (UNIT, BASE, STRETCH, ACTUAL, FULL, MARK, SHARE)
JUDGED = (COMPUTED, OWN, VERDICT, BASIS, FULL, MARK)
WIDTHS = {UNIT: (46, 54, 56), FULL: (52, 56, 62), MARK: (52, 56, 62), SHARE: (76, 82, 92), COMPUTED: (84, 84, 84)}
FIGURE_WIDTHS = (60, 64, 74)
BASIS_WIDTHS = (120, 150, 170)
NEXT_WIDTH, PART_WIDTH = 98, 58
SMALL_ROOM, LARGE_ROOM = 760, 960
LEAST_NAME = 150


class Layout(NamedTuple):
    """The columns after 项目 with the one of `WIDTHS` that they take."""

    names: tuple[str, ...]
    size: int

    def columns(self) -> list[Column]:
        """The columns as the table shows them."""
        translate = QCoreApplication.translate
        titles = {
            UNIT: translate("Sheet", "单位"),
            BASE: translate("Sheet", "确保"),
            STRETCH: translate("Sheet", "力争"),
            ACTUAL: translate("Sheet", "实绩"),
            FULL: translate("Sheet", "满分"),
            MARK: translate("Sheet", "得分"),
            SHARE: translate("Sheet", "得分率"),
            PART: translate("Sheet", "贡献"),
            NEXT: translate("Sheet", "再得 1 分"),
            COMPUTED: translate("Sheet", "计算得分率"),
            OWN: translate("Sheet", "自评"),
            VERDICT: translate("Sheet", "核定"),
            BASIS: translate("Sheet", "核定依据"),
        }
        left = (UNIT, SHARE, BASIS)
        still = (UNIT, BASE, STRETCH, ACTUAL, BASIS, NEXT, PART)
        made = [
            Column(titles[name], width(name, self.size), right=name not in left, sortable=name not in still)
            for name in self.names
        ]
        return [Column(translate("Sheet", "项目")), *made]


def width(name: str, size: int) -> int:
    """The width of a column in a small, middle or large table."""
    fixed = {NEXT: NEXT_WIDTH, PART: PART_WIDTH, BASIS: BASIS_WIDTHS[size]}
    return fixed.get(name) or WIDTHS.get(name, FIGURE_WIDTHS)[size]


def layout(kind: str, room: int, contributes: bool) -> Layout:
    """How lines scored, with 贡献 and 再得 1 分 where names still have room; or what was claimed and assessed."""
    size = 0 if room < SMALL_ROOM else 1 if room < LARGE_ROOM else 2
    names = list(JUDGED if kind == VERDICTS else FIGURES)
    left = room - LEAST_NAME - sum(width(name, size) for name in names)
    for name, wanted in ((NEXT, kind == SCORES), (PART, kind == SCORES and contributes)):
        if wanted and left >= width(name, size):
            names.append(name)
            left -= width(name, size)
    if PART in names:
        names.remove(PART)
        names.insert(names.index(SHARE) + 1, PART)
    return Layout(tuple(names), size)
