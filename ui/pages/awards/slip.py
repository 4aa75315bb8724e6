"""兑现单: one department's amounts, each with the sentences that say why, its sums, and the net a head."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kpi_desktop.assessment.sums import per_head
from kpi_desktop.reports import figures
from kpi_desktop.reports.award_reasons import applied, reasons
from ui.grid.cells import BAR, Cell, Column, Row, number
from ui.grid.view import Table
from ui.look import pen
from ui.look.fonts import font
from ui.look.tokens import BODY, CARD, DRAWER_WIDTH, GAP, SMALL
from ui.pages.awards.results import in_capital
from ui.pages.awards.rules import shown
from ui.pages.score.steps import Circle, with_bold_result
from ui.parts.card import Card, label
from ui.parts.controls import button, icon_button
from ui.terms import listed

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from ui.year import YearView

BAR_ROW = 24


class Item(NamedTuple):
    """One rule of a slip: its number, its name, the amount as shown, and why."""

    number: int
    name: str
    amount: str
    reasons: tuple[str, ...]


def items(view: YearView, code: str) -> list[Item]:
    """The rules that concern a department, in their order; those that give nothing too, with the reason."""
    own = view.rewards.department(code)
    return [
        Item(at, rule.name, shown(own.amount(rule.name), view), reasons(view.facts, view.rewards, code, rule))
        for at, rule in applied(view.rewards, code)
    ]


def headline(view: YearView, result: DepartmentResult) -> str:
    """第5名 · 良好 · 30 人."""
    words = QCoreApplication.translate("Awards", "第 {rank} 名 · {grade} · {people} 人")
    undecided = QCoreApplication.translate("Awards", "（待定）") if result.undecided else ""
    department = result.department
    counted = department.headcount if department.payout_headcount is None else department.payout_headcount
    return words.format(rank=result.rank, grade=f"{result.grade or '–'}{undecided}", people=figures.plain(counted))


def as_text(view: YearView, result: DepartmentResult) -> str:
    """The slip as plain text, to be pasted into a letter."""
    translate = QCoreApplication.translate
    own = view.rewards.department(result.code)
    title = translate("Awards", "{year}年度考核奖惩兑现单　{name}").format(year=view.year, name=result.name)
    lines = [title, headline(view, result)]
    for item in items(view, result.code):
        lines.append(
            translate("Awards", "{at}. {name}：{amount} 元").format(at=item.number, name=item.name, amount=item.amount)
        )
        lines += [f"   {reason}" for reason in item.reasons]
    sums = translate("Awards", "奖励 {rewards} 元，扣罚 {penalties} 元，净额 {net} 元（{capital}）")
    lines.append(
        sums.format(
            rewards=shown(own.rewards, view),
            penalties=shown(own.penalties, view),
            net=shown(own.net, view),
            capital=in_capital(own.net),
        )
    )
    return "\n".join([*lines, *own.consequences])


class ItemBox(QWidget):
    """A rule: its number in a circle, its name and amount, the sentences below."""

    def __init__(self, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marked = False
        self.setAccessibleName(f"{item.number} {item.name} {item.amount} {' '.join(item.reasons)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 4)
        row.setSpacing(6)
        row.addWidget(Circle(item.number), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        head = QHBoxLayout()
        head.addWidget(label(item.name, BODY))
        head.addStretch(1)
        amount = QLabel(item.amount)
        amount.setFont(font(BODY, True))
        head.addWidget(amount)
        column.addLayout(head)
        for reason in item.reasons:
            words = QLabel(with_bold_result(reason))
            words.setFont(font(SMALL))
            words.setTextFormat(Qt.TextFormat.RichText)
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        row.addLayout(column, 1)

    def mark(self, marked: bool) -> None:
        """Bring it out as the one that was asked about."""
        self.marked = marked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.marked:
            painter = QPainter(self)
            painter.fillRect(self.rect(), pen.colour("accent_fill"))
            painter.end()


class SumBox(QWidget):
    """奖励, 扣罚, and the net in a frame with its capital figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rewards, self._penalties, self._net, self._capital = "", "", "", ""
        self.setFixedHeight(106)

    def show_sums(self, rewards: str, penalties: str, net: str, capital: str) -> None:
        """Show them."""
        self._rewards, self._penalties, self._net, self._capital = rewards, penalties, net, capital
        self.setAccessibleName(self.tr("奖励 {0} 扣罚 {1} 净额 {2} {3}").format(rewards, penalties, net, capital))
        self.setToolTip(capital)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self.width()
        for at, (word, amount) in enumerate(
            ((self.tr("奖励"), self._rewards), (self.tr("扣罚"), self._penalties)),
        ):
            box = QRectF(0, at * 22, wide, 22)
            pen.text(painter, box, word, "secondary", BODY)
            pen.text(painter, box, amount, "text", BODY, align=pen.RIGHT)
        box = QRectF(0, 48, wide, 54)
        pen.frame(painter, box, "head")
        inner = box.adjusted(10, 0, -10, 0)
        pen.text(painter, QRectF(inner.left(), 51, inner.width(), 26), self.tr("净额"), "text", BODY)
        pen.text(painter, QRectF(inner.left(), 51, inner.width(), 26), self._net, "text", CARD, True, pen.RIGHT)
        size = SMALL if pen.width(self._capital, SMALL) <= inner.width() else SMALL - 1
        pen.text(
            painter, QRectF(inner.left(), 76, inner.width(), 22), self._capital, "secondary", size, align=pen.RIGHT
        )
        painter.end()


class SlipPanel(Card):
    """`closed`: it was put away; `chosen`: a department of its bars; `printed`: its slip is to be printed."""

    closed = Signal()
    chosen = Signal(object)
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self.setAccessibleName(self.tr("兑现单"))
        self.setFixedWidth(DRAWER_WIDTH)
        self._view: YearView | None = None
        self._result: DepartmentResult | None = None
        self.boxes: dict[int, ItemBox] = {}
        self.close_button = icon_button("x", self.tr("收起 Esc"), self.closed.emit, 14)
        self.head.addWidget(self.close_button)
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().setAutoFillBackground(False)
        self.body.addWidget(self.scroll, 1)
        self.sums = SumBox()
        self._padded(self.sums, 6)
        self._bars()
        row = QHBoxLayout()
        row.setContentsMargins(GAP, 6, GAP, GAP)
        row.addWidget(button(self.tr("复制算式"), self.copy_text, "copy"))
        row.addStretch(1)
        row.addWidget(button(self.tr("打印兑现单"), self.printed.emit, "printer"))
        self.body.addLayout(row)

    def _padded(self, widget: QWidget, above: int = 0) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GAP, above, GAP, 0)
        row.addWidget(widget)
        self.body.addLayout(row)

    def _bars(self) -> None:
        self.heads_title = label("", SMALL, "quiet")
        self._padded(self.heads_title, 6)
        self.bars = Table(self.tr("人均净额"), (Column("", 96), Column(""), Column("", 66, right=True)), BAR_ROW)
        self.bars.set_flush()
        self.bars.chosen.connect(self.chosen)
        self._padded(self.bars)

    def show_department(self, view: YearView, group: GroupResult, result: DepartmentResult, tall: bool) -> None:
        """Show a department's slip; `tall`: there is room for the bars too."""
        self._view, self._result = view, result
        own = view.rewards.department(result.code)
        self.title.setText(result.name)
        self.remark.setText(headline(view, result))
        listed = self._listed(items(view, result.code), own.consequences)
        self.scroll.setWidget(listed)
        listed.setAutoFillBackground(False)
        net = self.tr("{net} 元").format(net=shown(own.net, view))
        self.sums.show_sums(shown(own.rewards, view), shown(own.penalties, view), net, in_capital(own.net))
        self._show_bars(view, group, tall)

    def _listed(self, found: list[Item], consequences: tuple[str, ...]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GAP, 4, GAP, 4)
        column.setSpacing(2)
        self.boxes = {item.number: ItemBox(item) for item in found}
        for box in self.boxes.values():
            column.addWidget(box)
        if consequences:
            column.addWidget(label(self.tr("同时：{what}").format(what=listed(consequences)), SMALL, wraps=True))
        if not found:
            column.addWidget(label(self.tr("没有适用的奖惩办法"), SMALL, "quiet"))
        column.addStretch(1)
        return inside

    def _show_bars(self, view: YearView, group: GroupResult, tall: bool) -> None:
        found = [(r, per_head(view.rewards.department(r.code))) for r in group.departments]
        most = max((abs(each) for _, each in found if each is not None), default=0)
        rows = [
            Row(
                [
                    Cell(result.name, token="accent" if result is self._result else "text"),
                    Cell(kind=BAR, share=float(max(each or 0, 0) / most) if most else 0.0),
                    number("–" if each is None else figures.fixed(each, 0), bold=result is self._result),
                ],
                result.code,
            )
            for result, each in found
        ]
        self.heads_title.setText(self.tr("人均净额（元/人）"))
        self.bars.blockSignals(True)  # what is shown here is not the user's choice
        self.bars.show_rows(rows)
        self.bars.setFixedHeight(min(len(rows), 9) * BAR_ROW + 2)
        self.bars.setVisible(tall and bool(rows))
        self.heads_title.setVisible(tall and bool(rows))
        if self._result:
            self.bars.go_to(self._result.code)
        self.bars.blockSignals(False)

    def show_rule(self, number: int) -> None:
        """Bring out why the rule of that number comes to its amount."""
        for at, box in self.boxes.items():
            box.mark(at == number)
        if number in self.boxes:
            self.scroll.ensureWidgetVisible(self.boxes[number])

    def copy_text(self) -> None:
        """Put the whole slip on the clipboard."""
        if self._view and self._result:
            QGuiApplication.clipboard().setText(as_text(self._view, self._result))

    def text(self) -> str:
        """The slip on screen as plain text."""
        return as_text(self._view, self._result) if self._view and self._result else ""
