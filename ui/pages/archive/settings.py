"""设置: who is at work, where backups go, how the window looks. Settings of this machine, not of the book."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import keeping, language
from ui.look.theme import DARK_LOOK, LIGHT_LOOK, SETTING, SYSTEM
from ui.look.tokens import BODY, GAP, SMALL
from ui.parts.card import Card, label
from ui.parts.check import Check
from ui.parts.controls import Segments, button

if TYPE_CHECKING:
    from ui.session import Session

WIDE = 760


class Settings(QWidget):
    """`look_chosen` brings the words of the command that shows another look."""

    look_chosen = Signal(str)
    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setMaximumWidth(WIDE)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for card in (self._operator(), self._backups(), self._look()):
            column.addWidget(card)
        column.addStretch(1)
        row.addWidget(holder, 3)
        row.addStretch(1)

    def _operator(self) -> Card:
        card = Card(self.tr("操作人"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("操作人姓名"))
        self.name.editingFinished.connect(self._name_typed)
        words = self.tr("写进每一条历史；空着时用电脑的登录名。")
        self._fill(card, words, self.name)
        return card

    def _backups(self) -> Card:
        card = Card(self.tr("备份"))
        self.folder = label("", BODY)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        choose = button(self.tr("换文件夹…"), self.ask_folder, "folder-open")
        self.beside = button(self.tr("放在台账旁边"), lambda: self.choose_folder(None), kind="link")
        words = self.tr("备份最好放在另一块盘或网络文件夹：硬盘坏了，旁边的备份也一起没有了。")
        self._fill(card, words, self.folder, choose, self.beside)
        self.on_closing = Check(self.tr("关闭时自动备份（有改动才备份，保留最近 30 份）"))
        self.on_closing.clicked.connect(self._on_closing_clicked)
        line = QHBoxLayout()
        line.setContentsMargins(GAP, 0, GAP, GAP)
        line.addWidget(self.on_closing)
        card.body.addLayout(line)
        return card

    def _look(self) -> Card:
        card = Card(self.tr("界面"))
        self.look = Segments(self.tr("界面明暗"))
        self.look.chosen.connect(lambda look: self.look_chosen.emit(str(look)))
        row = self._fill(card, self.tr("明暗在右上角也能换。"), self.look)
        row.addStretch(1)
        self.language = Segments("语言 Language")
        self.language.chosen.connect(lambda chosen: language.choose(str(chosen)))
        words = self.tr("界面的语言，下次打开程序时换。台账里的内容、得分说明、打印的表样和操作历史总是中文。")
        row = self._fill(card, words, self.language)
        row.addStretch(1)
        return card

    def _fill(self, card: Card, words: str, *widgets: QWidget) -> QHBoxLayout:
        said = label(words, SMALL, "quiet", wraps=True)
        said.setContentsMargins(GAP, 0, GAP, 6)
        card.body.addWidget(said)
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 0, GAP, GAP)
        row.setSpacing(GAP)
        for at, widget in enumerate(widgets):
            row.addWidget(widget, 1 if at == 0 and not isinstance(widget, Segments) else 0)
        card.body.addLayout(row)
        return row

    def show_view(self) -> None:
        """Show what is set."""
        from kpi_desktop.book.presence import user_name

        self.name.setText(keeping.operator())
        self.name.setPlaceholderText(user_name())
        book = self._session.book
        if book is not None:
            where = str(keeping.folder_for(book.path))
            self.folder.setText(where)
            self.folder.setToolTip(where)
            self.beside.setVisible(keeping.folder_for(book.path) != book.path.parent)
        self.on_closing.setChecked(keeping.backs_up_on_closing())
        looks = [(self.tr("浅色"), LIGHT_LOOK), (self.tr("深色"), DARK_LOOK), (self.tr("跟随系统"), SYSTEM)]
        self.look.show_items([(words, key) for words, key in looks], str(QSettings().value(SETTING, SYSTEM)))
        names = [("中文", language.CHINESE), ("English", language.ENGLISH)]  # each in its own words, to be found again
        self.language.show_items([(words, key) for words, key in names], language.chosen())

    def _name_typed(self) -> None:
        if self.name.text().strip() != keeping.operator():
            keeping.name_operator(self.name.text(), self._session.book)
            self.changed.emit()

    def ask_folder(self) -> None:
        """Let the user choose where backups go."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("备份放到哪个文件夹"), self.folder.text())
        if chosen:
            self.choose_folder(Path(chosen))

    def choose_folder(self, folder: Path | None) -> None:
        """Let backups go to `folder`; None: beside the book."""
        keeping.choose_folder(folder)
        self.show_view()
        self.changed.emit()

    def _on_closing_clicked(self, wanted: bool) -> None:
        keeping.choose_on_closing(wanted)
