"""One indicator over all departments: who bears it, with which targets, and what they add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.pace import ALONG_THE_YEAR
from ui.grid.entry import EntryGrid
from ui.look.tokens import GAP, SMALL
from ui.pages.targets.sources import FULL, GROUP, OF_PRIOR, PORTION, WIDTHS, LineSource
from ui.parts.card import Card, label
from ui.terms import phrases
from ui.words import amount, goal_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.session import Session
    from ui.year import YearView

QUARTERS = ("q1", "half", "q3")
LINE = ("department", GROUP, "points", "multiplier", FULL)
COLUMNS = (*LINE, "prior", "base", "stretch", PORTION, OF_PRIOR, *QUARTERS)


class BearersCard(Card):
    """`told` brings the totals of what is selected."""

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._session = session
        self.code = ""
        self.grid = EntryGrid("bearers")
        self.grid.totals_told.connect(self.told)
        self.body.addWidget(self.grid, 1)
        self.sums = label("", SMALL)
        self.sums.setContentsMargins(GAP, 6, GAP, 8)
        self.body.addWidget(self.sums)

    def show_indicator(self, view: YearView, code: str) -> None:
        """Show who bears an indicator."""
        other, self.code = code != self.code, code
        indicator = view.indicators.get(code)
        self.grid.setVisible(indicator is not None)
        if indicator is None:
            self.title.setText(self.tr("还没有指标"))
            self.remark.setText(self.tr("指标和计分办法在“考核方案”里登记"))
            self.sums.setText("")
            return
        self.title.setText(f"{indicator.code} {indicator.name}")
        parts = (indicator.category, indicator.unit, indicator.rule.name, indicator.rule.measure)
        self.remark.setText(" · ".join(part for part in parts if part))
        if other:
            self._set_source(code, indicator.name)
        else:
            self.grid.show_rows()
        self.sums.setText(self._sums(view, code))

    def _set_source(self, code: str, name: str) -> None:
        self.grid.set_source(
            LineSource(
                self._session,
                "target",
                COLUMNS,
                f"{name}责任分解",
                fixed={"indicator": code},
                widths=WIDTHS | {"department": 150},
                titles={"department": self.tr("部门")},
            )
        )

    def _sums(self, view: YearView, code: str) -> str:
        """合计: base, stretch and prior over all bearers, where they add up."""
        indicator = view.indicators[code]
        laid = [target for target in view.facts.targets if target.indicator == code]
        if not laid:
            return self.tr("还没有部门承担：在最后一行选部门，再填目标和分值")
        count = self.tr("{count} 个部门承担").format(count=len(laid))
        if indicator.accumulation not in ALONG_THE_YEAR or indicator.rule.measure not in ("实绩", "增量"):
            words = {goal_words(indicator, target.base) for target in laid} - {None}
            return self.tr("{count}；目标是比率或水平，不相加").format(count=count) if words else count
        parts = [count]
        named = (
            (self.tr("确保"), [target.base for target in laid]),
            (self.tr("力争"), [target.stretch for target in laid]),
            (self.tr("上年"), [target.prior for target in laid]),
        )
        for word, values in named:
            known = [fraction(value) for value in values if value is not None]
            if known:
                parts.append(f"{word} {amount(sum(known))}")
        return self.tr("合计：{parts}").format(parts=phrases(parts))

    def go_to(self, department: str) -> None:
        """Go to one of the bearers."""
        source = self.grid.source
        found = (row.ref for row in source.rows() if row.cells["department"].text == department) if source else ()
        ref = next(iter(found), None)
        if ref is not None:
            self.grid.go_to(ref, "department")
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
