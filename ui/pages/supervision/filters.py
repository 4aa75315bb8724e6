"""The filters of the ledger: what each keeps, and how many it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.pages.supervision.items import Item

ALL, OVERDUE, WEEK, UNREPORTED, CARRIED = "all", "overdue", "week", "unreported", "carried"
BLUE, YELLOW, RED, PROPOSED, UNANSWERED = "blue", "yellow", "red", "proposed", "unanswered"


class Filter(NamedTuple):
    """A chip: `icon` or, for an issued directive, the `colour` of its card."""

    key: str
    words: str
    keeps: Callable[[Item], bool]
    icon: str = ""
    colour: str = ""


def filters() -> list[Filter]:
    """All chips in their order."""
    translate = QCoreApplication.translate
    return [
        Filter(ALL, translate("Filters", "全部"), lambda item: True),
        Filter(OVERDUE, translate("Filters", "逾期"), lambda item: "overdue" in item.light.reasons, "clock"),
        Filter(WEEK, translate("Filters", "本周到期"), lambda item: item.week, "calendar-check"),
        Filter(UNREPORTED, translate("Filters", "未报"), lambda item: "report_missing" in item.light.reasons, "note"),
        Filter(
            CARRIED,
            translate("Filters", "结转"),
            lambda item: bool(item.task and item.task.times_carried),
            "arrow-bend-down-right",
        ),
        *(Filter(colour, words, _issued(colour), colour=colour) for colour, words in _colours()),
        Filter(
            PROPOSED,
            translate("Filters", "拟发"),
            lambda item: item.proposal is not None,
            "paper-plane-tilt",
        ),
        Filter(UNANSWERED, translate("Filters", "待回复"), lambda item: bool(item.unanswered), "chat-text"),
    ]


def _colours() -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    return [(BLUE, translate("Filters", "蓝")), (YELLOW, translate("Filters", "黄")), (RED, translate("Filters", "红"))]


def _issued(colour: str) -> Callable[[Item], bool]:
    return lambda item: any(directive.colour == colour for _, directive in item.directives)


def counts(found: Sequence[Item]) -> dict[str, int]:
    """How many items each filter keeps."""
    return {each.key: sum(map(each.keeps, found)) for each in filters()}


def kept(found: Sequence[Item], key: str, words: str = "", department: str = "", light: str = "") -> list[Item]:
    """The items that the filter `key` keeps, of a department and in a light where given, and that contain `words`."""
    keeps = next((each.keeps for each in filters() if each.key == key), None)
    needle = words.strip().casefold()
    return [
        item
        for item in found
        if (keeps is None or keeps(item))
        and (not department or item.department == department)
        and (not light or item.light.light == light)
        and (not needle or needle in f"{item.light.code} {item.title} {item.leader}".casefold())
    ]


def scope_words(department: str, light: str) -> str:
    """The department and the light that the ledger is narrowed to; empty for neither."""
    translate = QCoreApplication.translate
    lights = {
        "red": translate("Filters", "红灯"),
        "yellow": translate("Filters", "黄灯"),
        "green": translate("Filters", "绿灯"),
        "grey": translate("Filters", "灰灯"),
    }
    return " · ".join(part for part in (department, lights.get(light, "")) if part)
