"""新建年度: which year, empty or like the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kpi_desktop.exchange.columns_scheme import FIRST_YEAR, LAST_YEAR
from ui.look import pen
from ui.parts.ask import CHOICE, AskForm, Field

if TYPE_CHECKING:
    from typing import Any

    from kpi_desktop.book.book import Book
    from kpi_desktop.book.operation import Changes
    from ui.session import Session

WIDTH, HIGH = 380, 268
EMPTY, LIKE = "empty", "like"


class NewYearPanel(QFrame):
    """Lies over the page and blocks nothing. `told` what was opened."""

    told = Signal(str, str)

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__(page)
        self.setAccessibleName(self.tr("新建年度"))
        self.hide()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self.form = AskForm(self)
        self.form.closed.connect(self.hide)
        column.addWidget(self.form)

    def open(self) -> None:
        """Ask for the year."""
        years = self._session.years
        proposed = str((years[0] if years else FIRST_YEAR) + 1)
        ways = [(self.tr("沿用上一年的部门和方案"), LIKE), (self.tr("空白"), EMPTY)]
        fields = [
            Field("year", self.tr("年度"), value=proposed, required=True, hint="2021"),
            Field("way", self.tr("从什么开始"), CHOICE, LIKE, choices=ways),
        ]
        note = self.tr("沿用：部门、分组、类别、分值、指标、等次、奖惩和设置都带过来；责任分解、任务和实绩从空白开始。")
        self.form.ask(self.tr("新建年度"), fields, self.tr("新建"), self._open, note)
        self.setGeometry(self.parentWidget().width() - WIDTH - 12, 46, WIDTH, HIGH)
        self.show()
        self.raise_()

    def _open(self, answers: dict[str, Any]) -> bool:
        text = str(answers["year"]).strip().removesuffix("年")
        if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
            self._tell(self.tr("“{text}”不是年度，请填四位数字，如 2021").format(text=answers["year"]))
            return False
        year, like = int(text), answers["way"] == LIKE
        if like and year - 1 not in self._session.years:
            self._tell(self.tr("台账里没有 {year} 年，不能沿用；请选“空白”").format(year=year - 1))
            return False
        if self._session.act(lambda book: opened(book, year, like), self.tr("没有新建年度")) is None:
            return False
        self._session.choose_year(year)
        self.told.emit(self.tr("已新建 {year} 年度").format(year=year), self.tr("Ctrl+Z 可以撤销"))
        return True

    def _tell(self, words: str) -> None:
        problem = self.form.problems["year"]
        problem.setText(words)
        problem.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen.frame(painter, QRectF(self.rect()), "surface", "edge")
        painter.end()


def opened(book: Book, year: int, like: bool) -> Changes:
    """Open a year."""
    from kpi_desktop.office.schemes import open_year_like
    from kpi_desktop.office.years import open_year

    return open_year_like(book, year - 1) if like else open_year(book, year)
