"""What can be done from anywhere, as the search field offers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.frame.entries import ARCHIVE, SCHEME, SUPERVISION
from ui.look.theme import DARK_LOOK, LIGHT_LOOK, SYSTEM

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.desk import Desk
    from ui.look.theme import Appearance


class Command(NamedTuple):
    """`words` say what `act` does, `key` is its shortcut."""

    words: str
    key: str
    act: Callable[[], object]


def commands(desk: Desk, appearance: Appearance) -> list[Command]:
    """Every command, in the order in which they are found."""
    translate = QCoreApplication.translate
    return [
        Command(translate("Commands", "撤销"), "Ctrl+Z", desk.session.undo),
        Command(translate("Commands", "重做"), "Ctrl+Y", desk.session.redo),
        Command(translate("Commands", "重新读取并计算"), "F5", desk.session.refresh),
        Command(translate("Commands", "年度进程：下一步还差什么"), "", desk.show_course),
        Command(translate("Commands", "督查日历"), "", lambda: desk.visit((SUPERVISION, "dates"))),
        Command(translate("Commands", "今天的督办"), "", lambda: desk.visit((SUPERVISION, "work"))),
        Command(translate("Commands", "打开考核台账"), "Ctrl+O", desk.books.ask_open),
        Command(translate("Commands", "打开示例区"), "", desk.books.open_sample),
        Command(translate("Commands", "导入工作簿，新建考核台账"), "", desk.books.ask_import),
        Command(translate("Commands", "新建空白台账"), "", desk.books.ask_new),
        Command(translate("Commands", "新建年度"), "", lambda: desk.visit((SCHEME, "newyear"))),
        *_of_the_book(desk),
        Command(translate("Commands", "浅色界面"), "", lambda: appearance.choose(LIGHT_LOOK)),
        Command(translate("Commands", "深色界面"), "", lambda: appearance.choose(DARK_LOOK)),
        Command(translate("Commands", "界面明暗跟随系统"), "", lambda: appearance.choose(SYSTEM)),
        Command(translate("Commands", "取消后台任务"), "", desk.jobs.stop),
        Command(translate("Commands", "帮助"), "F1", desk.show_help),
        Command(translate("Commands", "回到上一页"), "Alt+←", desk.back),
    ]


def _of_the_book(desk: Desk) -> list[Command]:
    """What 台账管理 does with the book that is open."""
    translate = QCoreApplication.translate
    return [
        Command(translate("Commands", "导入工作簿到当前台账"), "", desk.books.ask_bring),
        Command(translate("Commands", "导出本年工作簿"), "", lambda: desk.visit((ARCHIVE, "export"))),
        Command(translate("Commands", "填报表：发出和收回"), "", lambda: desk.visit((ARCHIVE, "forms"))),
        Command(translate("Commands", "操作历史"), "", lambda: desk.visit((ARCHIVE, "history"))),
        Command(translate("Commands", "立即备份"), "", lambda: desk.visit((ARCHIVE, "backups", "now"))),
        Command(translate("Commands", "校验台账、恢复演练"), "", lambda: desk.visit((ARCHIVE, "backups"))),
    ]
