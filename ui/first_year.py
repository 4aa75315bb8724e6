"""A book without a year: which one it begins with. All else is entered, or imported, in the year that is opened."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kpi_desktop.exchange.columns_scheme import FIRST_YEAR, LAST_YEAR
from ui.look.tokens import BODY, GAP
from ui.parts.card import Card, label
from ui.parts.controls import button
from ui.parts.fields import Problem

if TYPE_CHECKING:
    from ui.session import Session

FIELD_WIDTH = 96


class FirstYear(Card):
    """Asks for the year and opens it, empty."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("“{name}”还没有年度").format(name=session.title), parent)
        self._session = session
        words = self.tr("先新建一个年度，再登记部门、写方案，或把工作簿导入进来。")
        about = label(words, BODY, "quiet", wraps=True)
        about.setContentsMargins(GAP, 0, GAP, 0)
        self.body.addWidget(about)
        self.year = QLineEdit(str(date.today().year))
        self.year.setAccessibleName(self.tr("年度"))
        self.year.setFixedWidth(FIELD_WIDTH)
        self.year.returnPressed.connect(self.open)
        self.problem = Problem()
        line = QHBoxLayout()
        line.setContentsMargins(GAP, 4, GAP, GAP)
        line.setSpacing(GAP)
        line.addWidget(self.year)
        line.addWidget(button(self.tr("新建年度"), self.open, "plus", "primary"))
        line.addWidget(self.problem, 1)
        line.addStretch(1)
        self.body.addLayout(line)

    def open(self) -> None:
        """Open the year that is typed; what is no year is told beside it."""
        from kpi_desktop.office.years import open_year

        text = self.year.text().strip().removesuffix("年")
        if not text.isdecimal() or not FIRST_YEAR <= int(text) <= LAST_YEAR:
            words = self.tr("“{text}”不是年度，请填四位数字，如 2021")
            self.problem.setText(words.format(text=self.year.text()))
            self.problem.show()
            return
        self._session.act(lambda book: open_year(book, int(text)), self.tr("没有新建年度"))
