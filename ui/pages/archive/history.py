"""历史: every operation from the journal, found by person, table, text and day; each can be taken back by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.grid.cells import GROUP, TEXT, Cell, Column, Row
from ui.grid.view import Table
from ui.look.tokens import GAP, LEDGER_ROW, SMALL
from ui.parts.card import Card, label
from ui.parts.controls import Chooser, button
from ui.parts.fields import DayField
from ui.terms import blank_word, term

if TYPE_CHECKING:
    from kpi_desktop.book.browsing import Listed
    from kpi_desktop.exchange.retelling import RowChange
    from ui.session import Session

PAGE, MOST_ROWS = 200, 500
WAIT_MS = 250
SIDE, NARROW_SIDE = 520, 440
STATE_TOKENS = {"new": "green_text", "changed": "accent", "removed": "red_text"}


class History(QWidget):
    """The list on the left, what the chosen operation changed on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.entries: list[Listed] = []
        self._more = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.read)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._filters())
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._list_card(), 1)
        row.addWidget(self._detail_card())
        column.addLayout(row, 1)

    # --- building

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.author, self.table = Chooser(self.tr("按操作人")), Chooser(self.tr("按表"))
        for chooser in (self.author, self.table):
            chooser.setMinimumWidth(140)
            chooser.currentIndexChanged.connect(self.read)
        self.text = QLineEdit()
        self.text.setAccessibleName(self.tr("按内容"))
        self.text.setPlaceholderText(self.tr("内容、事由、编码…"))
        self.text.setClearButtonEnabled(True)
        self.text.textChanged.connect(self._wait)
        self.first, self.last = DayField(""), DayField("")
        for field, words in ((self.first, self.tr("起始日期")), (self.last, self.tr("截止日期"))):
            field.setFixedWidth(150)
            field.edit.setAccessibleName(words)
            field.edit.setPlaceholderText(words)
            field.edit.textChanged.connect(self._wait)
        row.addWidget(self.author)
        row.addWidget(self.table)
        row.addWidget(self.text, 1)
        row.addWidget(self.first)
        row.addWidget(label("—", SMALL, "quiet"))
        row.addWidget(self.last)
        row.addWidget(button(self.tr("清除筛选"), self.clear, "x"))
        return row

    def _list_card(self) -> Card:
        card = Card(self.tr("操作"))
        self.count = card.remark
        columns = [
            Column("#", 52, right=True),
            Column(self.tr("时间"), 126),
            Column(self.tr("操作人"), 92),
            Column(self.tr("做了什么")),
            Column(self.tr("行"), 56, right=True),
        ]
        self.list = Table(self.tr("操作"), columns, LEDGER_ROW)
        self.list.chosen.connect(self._chosen)
        self.more = button(self.tr("再看更早的"), self.read_more, "caret-down", "link")
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self.more)
        return card

    def _detail_card(self) -> Card:
        self.side = Card(" ")
        self.side.setFixedWidth(SIDE)
        self.reason = label("", SMALL, "quiet", wraps=True)
        self.reason.setContentsMargins(GAP, 0, GAP, 6)
        self.side.body.addWidget(self.reason)
        columns = [
            Column(self.tr("列"), 110, sortable=False),
            Column(self.tr("原来"), sortable=False),
            Column(self.tr("现在"), sortable=False),
        ]
        self.cells = Table(self.tr("逐格变化"), columns, LEDGER_ROW)
        self.side.body.addWidget(self.cells, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.setContentsMargins(GAP, 8, GAP, GAP)
        self.undo = button(self.tr("撤销这一条"), self.undo_chosen, "arrow-u-up-left")
        self.state = label("", SMALL, "quiet", wraps=True)
        row.addWidget(self.undo)
        row.addWidget(self.state, 1)
        self.side.body.addLayout(row)
        return self.side

    def set_narrow(self, narrow: bool) -> None:
        """Give the list more room in a narrow window."""
        self.side.setFixedWidth(NARROW_SIDE if narrow else SIDE)

    # --- reading

    def show_view(self) -> None:
        """Read the journal again; the chosen operation stays chosen."""
        book = self._session.book
        if book is None:
            return
        from kpi_desktop.book import browsing
        from kpi_desktop.book.titles import TITLES

        people = [(name, name) for name in browsing.authors(book)]
        self.author.show_items([(self.tr("所有人"), ""), *people], self.author.currentData() or "")
        tables = [(term(TITLES.get(name, name)), name) for name in browsing.changed_tables(book)]
        order = list(TITLES)
        tables.sort(key=lambda each: order.index(each[1]) if each[1] in order else len(order))
        self.table.show_items([(self.tr("所有表"), ""), *tables], self.table.currentData() or "")
        self.read()

    def _wait(self) -> None:
        """Read once the typing has paused."""
        self._timer.start()

    def read(self) -> None:
        """Show the newest operations that the filters keep."""
        self.entries = self._listed(None)
        self._show()

    def read_more(self) -> None:
        """Show older ones as well."""
        self.entries += self._listed(self.entries[-1].entry.sequence if self.entries else None)
        self._show()

    def _listed(self, before: int | None) -> list[Listed]:
        from kpi_desktop.book.browsing import Wanted, listed

        book = self._session.book
        if book is None:
            return []
        wanted = Wanted(
            self.author.currentData() or "",
            self.table.currentData() or "",
            self.text.text().strip(),
            self.first.edit.text().strip(),
            self.last.edit.text().strip(),
        )
        found = listed(book, wanted, before, PAGE + 1)
        self._more = len(found) > PAGE
        return found[:PAGE]

    def clear(self) -> None:
        """Show everything again."""
        self.author.setCurrentIndex(0)
        self.table.setCurrentIndex(0)
        for edit in (self.text, self.first.edit, self.last.edit):
            edit.clear()
        self.read()

    # --- showing

    def _show(self) -> None:
        self.list.show_rows([_entry_row(each, self.tr("已撤销")) for each in self.entries])
        words = self.tr("{count} 条，从新到旧") if not self._more else self.tr("最近 {count} 条，还有更早的")
        self.count.setText(words.format(count=len(self.entries)))
        self.more.setVisible(self._more)
        if self.entries and self.list.current_subject() is None:
            self.list.go_to(self.entries[0].entry.sequence)
        self._chosen(self.list.current_subject())

    def _entry(self, sequence: object) -> Listed | None:
        return next((each for each in self.entries if each.entry.sequence == sequence), None)

    def _chosen(self, sequence: object) -> None:
        listed = self._entry(sequence)
        book = self._session.book
        self.side.setEnabled(listed is not None)
        if listed is None or book is None:
            self.side.title.setText(self.tr("没有符合筛选的操作"))
            self.reason.setText("")
            self.state.setText("")
            self.cells.show_rows([])
            return
        from kpi_desktop.book.browsing import rows_changed
        from kpi_desktop.exchange.retelling import retold

        entry = listed.entry
        self.side.title.setText(entry.action)
        self.side.title.setToolTip(entry.action)
        at = entry.at[:16].replace("T", " ")
        told = [f"{at} · {entry.author}", entry.reason or ""]
        self.reason.setText("\n".join(part for part in told if part))
        changes = rows_changed(book, entry.sequence)
        self.cells.show_rows(_change_rows(retold(changes[:MOST_ROWS]), len(changes) - MOST_ROWS))
        self._show_state(listed)

    def _show_state(self, listed: Listed) -> None:
        if listed.undone_by:
            words = self.tr("已由第 {number} 条撤销。").format(number=listed.undone_by)
        elif listed.entry.undoes:
            words = self.tr("这一条撤销了第 {number} 条；再撤销它就是重做。").format(number=listed.entry.undoes)
        else:
            words = self.tr("只撤销这一条，后来的保留；后来又改过同一行的，会说明原因。")
        self.state.setText(words)
        self.undo.setEnabled(not listed.undone_by)

    # --- what the user does

    def undo_chosen(self) -> None:
        """Take back the chosen operation."""
        from kpi_desktop.book.operation import Changes
        from kpi_desktop.office.undo import undo

        listed = self._entry(self.list.current_subject())
        if listed is None:
            return
        sequence = listed.entry.sequence
        self._session.act(lambda book: undo(book, sequence) or Changes(0, ""), self.tr("没有撤销"))

    def go_to(self, sequence: int) -> None:
        """Show an operation."""
        self.list.go_to(sequence)


def _entry_row(listed: Listed, undone: str) -> Row:
    entry = listed.entry
    pale = "pale" if listed.undone_by else "text"
    cells = [
        Cell(str(entry.sequence), "number", "secondary", key=entry.sequence),
        Cell(entry.at[:16].replace("T", " "), TEXT, "secondary", key=entry.sequence),
        Cell(entry.author, key=entry.author, tip=entry.author),
        Cell(
            entry.action,
            TEXT,
            pale,
            tag=undone if listed.undone_by else "",
            dashed=True,
            key=entry.action,
            tip=entry.reason or entry.action,
        ),
        Cell(str(sum(listed.tables.values())), "number", "secondary", key=sum(listed.tables.values())),
    ]
    return Row(cells, entry.sequence)


def _states() -> dict[str, str]:
    """What happened to a row."""
    translate = QCoreApplication.translate
    return {
        "new": translate("History", "新增"),
        "changed": translate("History", "变更"),
        "removed": translate("History", "删除"),
    }


def _change_rows(changes: tuple[RowChange, ...], rest: int) -> list[Row]:
    """A row for each record, and one for each of its cells below it."""
    rows = []
    words = _states()
    for at, change in enumerate(changes):
        token, word = STATE_TOKENS[change.state], words[change.state]
        head = Cell(change.label or term(change.title), TEXT, token, note=term(change.title), tag=word)
        rows.append(Row([head], ("row", at), GROUP, wide=3))
        for each in change.cells:
            before = Cell(each.before or blank_word(), TEXT, "text" if each.before else "pale", tip=each.before)
            after = Cell(each.after or blank_word(), TEXT, "text" if each.after else "pale", tip=each.after)
            rows.append(
                Row(
                    [Cell(term(each.header), TEXT, "secondary", tip=term(each.header)), before, after],
                    (at, each.header),
                )
            )
    if rest > 0:
        rows.append(Row([Cell(f"… {rest}", TEXT, "pale")], ("rest", rest), GROUP, wide=3))
    return rows
