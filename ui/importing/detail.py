"""The chosen line or error of an import: where it is, each cell before and after, or what is wrong and the cure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.grid.cells import TEXT, Cell, Column, Row
from ui.grid.view import Table
from ui.importing import lines
from ui.look.tokens import BODY, DRAWER_WIDTH, GAP, LEDGER_ROW, SMALL
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.terms import blank_word, term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kpi_desktop.exchange.draft import CellError
    from kpi_desktop.exchange.surroundings import SeenCell
    from ui.importing.lines import Line


class Detail(Card):
    """A card beside the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setFixedWidth(DRAWER_WIDTH)
        self._about = QWidget()
        column = QVBoxLayout(self._about)
        column.setContentsMargins(GAP, 0, GAP, GAP)
        column.setSpacing(2)
        self.parts = {}
        for name in ("read", "wrong", "right"):
            head, words = label("", SMALL, "quiet"), label("", BODY, wraps=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.parts[name] = (head, words)
            column.addWidget(head)
            column.addWidget(words)
            column.addSpacing(8)
        self.copy = button(self.tr("复制位置"), self._copy, "copy")
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._about)
        self.cells = Table(self.tr("各列"), self._columns(), LEDGER_ROW)
        self.body.addWidget(self.cells, 1)
        self._rest = QWidget()
        self.body.addWidget(self._rest, 1)
        self.show_nothing()

    def _columns(self) -> list[Column]:
        return [Column(self.tr("列"), 92), Column(self.tr("原来")), Column(self.tr("现在"))]

    def _show_cells(self, shown: bool) -> None:
        self.cells.setVisible(shown)
        self._rest.setVisible(not shown)

    def show_nothing(self) -> None:
        """Say what a click would bring."""
        self.title.setText(self.tr("逐格对照"))
        self.remark.setText("")
        self._show_cells(False)
        self._about.show()
        for head, words in self.parts.values():
            head.hide()
            words.hide()
        head, words = self.parts["read"]
        words.setText(self.tr("在左边点一行，这里逐格列出原来和现在。"))
        words.show()
        self.copy.hide()

    def show_line(self, line: Line) -> None:
        """Every cell of a line that differs."""
        self.title.setText(line.sheet)
        self.remark.setText(self.tr("第 {row} 行").format(row=line.number) if line.number else "")
        self._about.hide()
        rows = []
        for each in line.differences:
            before = Cell(each.before or blank_word(), TEXT, "text" if each.before else "pale", tip=each.before)
            after = Cell(each.after or blank_word(), TEXT, "accent" if each.after else "pale", tip=each.after)
            rows.append(
                Row([Cell(term(each.header), TEXT, "secondary", tip=term(each.header)), before, after], each.header)
            )
        if not rows:
            rows = [Row([Cell(line.label, tip=line.label)], "", wide=3)]
        self.cells.show_rows(rows, self._columns())
        self._show_cells(True)

    def show_error(self, error: CellError, around: Sequence[SeenCell]) -> None:
        """The place, what was read there, what is wrong, how it is cured, and the row in which it stands."""
        self.title.setText(error.cell)
        self.remark.setText("")
        self.cells.show_rows([self._seen(each, error) for each in around], self._row_columns())
        self._show_cells(bool(around))
        if around:
            self.cells.go_to(error.cell)
        self._about.show()
        texts = {
            "read": (self.tr("读到"), f"“{error.read}”" if error.read else self.tr("空格")),
            "wrong": (self.tr("问题"), lines.chinese(error.wrong or error.message)),
            "right": (self.tr("怎样改"), lines.chinese(error.right)),
        }
        if not error.wrong:
            del texts["read"]
        for name, (head, words) in self.parts.items():
            title, text = texts.get(name, ("", ""))
            head.setText(title)
            words.setText(text)
            head.setVisible(bool(text))
            words.setVisible(bool(text))
        self.copy.show()

    def _row_columns(self) -> list[Column]:
        row = self.tr("这一行在工作簿里")
        return [Column(self.tr("列"), 110, sortable=False), Column(row, sortable=False)]

    def _seen(self, each: SeenCell, error: CellError) -> Row:
        bad = each.place == error.cell
        text = each.text or self.tr("空")
        token = "red_text" if bad else "text" if each.text else "pale"
        letter = each.place.rpartition("!")[2].rstrip("0123456789")
        name = Cell(term(each.header), TEXT, "red_text" if bad else "secondary", note=letter, tip=each.header)
        return Row([name, Cell(text, TEXT, token, fill="bad" if bad else "", tip=each.text)], each.place)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.title.text())
