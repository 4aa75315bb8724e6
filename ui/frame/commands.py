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
    tr = QCoreApplication.translate
    return [
        Command(tr("Commands", "撤销"), "Ctrl+Z", desk.session.undo),
        Command(tr("Commands", "重做"), "Ctrl+Y", desk.session.redo),
        Command(tr("Commands", "重新读取并计算"), "F5", desk.session.refresh),
        Command(tr("Commands", "年度进程：下一步还差什么"), "", desk.show_course),
        Command(tr("Commands", "督查日历"), "", lambda: desk.visit((SUPERVISION, "dates"))),
        Command(tr("Commands", "今天的督办"), "", lambda: desk.visit((SUPERVISION, "work"))),
        Command(tr("Commands", "打开考核台账"), "Ctrl+O", desk.books.ask_open),
        Command(tr("Commands", "打开示例区"), "", desk.books.open_sample),
        Command(tr("Commands", "导入工作簿，新建考核台账"), "", desk.books.ask_import),
        Command(tr("Commands", "新建空白台账"), "", desk.books.ask_new),
        Command(tr("Commands", "新建年度"), "", lambda: desk.visit((SCHEME, "newyear"))),
        *_of_the_book(desk),
        Command(tr("Commands", "浅色界面"), "", lambda: appearance.choose(LIGHT_LOOK)),
        Command(tr("Commands", "深色界面"), "", lambda: appearance.choose(DARK_LOOK)),
        Command(tr("Commands", "界面明暗跟随系统"), "", lambda: appearance.choose(SYSTEM)),
        Command(tr("Commands", "帮助"), "F1", desk.show_help),
        Command(tr("Commands", "回到上一页"), "Alt+←", desk.back),
    ]


def _of_the_book(desk: Desk) -> list[Command]:
    """What 台账管理 does with the book that is open."""
    tr = QCoreApplication.translate
    return [
        Command(tr("Commands", "导入工作簿到当前台账"), "", desk.books.ask_bring),
        Command(tr("Commands", "导出本年工作簿"), "", lambda: desk.visit((ARCHIVE, "export"))),
        Command(tr("Commands", "填报表：发出和收回"), "", lambda: desk.visit((ARCHIVE, "forms"))),
        Command(tr("Commands", "操作历史"), "", lambda: desk.visit((ARCHIVE, "history"))),
        Command(tr("Commands", "立即备份"), "", lambda: desk.visit((ARCHIVE, "backups", "now"))),
        Command(tr("Commands", "校验台账、恢复演练"), "", lambda: desk.visit((ARCHIVE, "backups"))),
    ]
