"""The grid of months: indicators and their bearers × months, one indicator, one department, or the whole zone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.assessment.months import is_ratio
from kpi_desktop.assessment.months import source as fetched_from
from kpi_desktop.assessment.names import ACCUMULATIONS
from kpi_desktop.assessment.pace import last_ended_month
from kpi_desktop.reports.figures import places
from ui.grid.cells import ITEM, TOTAL
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.lazy import LazyCells
from ui.grid.sources import BookSource
from ui.pages.economy.borne import MONTHS, Borne, borne, is_entered
from ui.pages.economy.entering import PRELIMINARY, VALUE, Edit, Place, name_of, write
from ui.pages.economy.figures import JUDGED, against, done, entered, is_due, judged, summed
from ui.terms import term

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from kpi_desktop.assessment.facts import Actual, Indicator
    from kpi_desktop.exchange.fields import Field
    from ui.session import Session

ALL, INDICATOR, DEPARTMENT, ZONE = "all", "indicator", "department", "zone"


class Layout(NamedTuple):
    """What is laid out: `choice` is the indicator or department of one; `economic`: economic categories alone.

    `monthly`: what each month brought, which is not typed, in place of what was entered.
    """

    kind: str = ALL
    choice: str = ""
    economic: bool = True
    monthly: bool = False


class MonthsSource(BookSource):
    """Cells of months; typed values are saved as `basis`."""

    can_add = False

    def __init__(self, session: Session, layout: Layout, basis: str) -> None:
        super().__init__(session)
        self.layout, self.basis = layout, basis

    # --- what stands where

    def found(self) -> list[Borne]:
        """The targets laid out."""
        view = self.session.view
        if view is None:
            return []
        every = borne(view, self.layout.economic and self.layout.kind not in (INDICATOR, DEPARTMENT))
        if self.layout.kind == INDICATOR:
            return [each for each in every if each.light.code == self.layout.choice]
        if self.layout.kind == DEPARTMENT:
            return [each for each in every if each.light.department == self.layout.choice]
        return every

    def place(self, ref: Hashable, name: str) -> Place | None:
        """The entry behind a cell; None where the cell is none."""
        if self.layout.kind == DEPARTMENT:
            return Place(name, self.layout.choice, ref) if isinstance(ref, int) else None
        if not isinstance(ref, tuple) or not name.startswith("m") or not name[1:].isdigit():
            return None
        return Place(ref[0], ref[1], int(name[1:]))

    def ref_of(self, place: Place) -> tuple[Hashable, str]:
        """The row and column of an entry."""
        if self.layout.kind == DEPARTMENT:
            return place.month, place.indicator
        return (place.indicator, place.department), f"m{place.month}"

    # --- EntrySource

    def columns(self) -> list[EntryColumn]:
        if self.layout.kind == DEPARTMENT:
            return self._indicator_columns()
        head = [EntryColumn("indicator", self.tr("指标"), 150, frozen=True, locked=True)]
        if self.layout.kind == INDICATOR:
            head = []
        if self.layout.kind != ZONE:
            head.append(EntryColumn("department", self.tr("部门"), 112, frozen=True, locked=True))
        if self.layout.kind != INDICATOR:
            head.append(EntryColumn("unit", self.tr("单位"), 58, frozen=True, locked=True))
            head.append(EntryColumn("way", self.tr("累计"), 44, frozen=True, locked=True))
        months = [
            EntryColumn(f"m{month}", self.tr("{month}月").format(month=month), 68, right=True, field=_field())
            for month in MONTHS
        ]
        return [*head, *months, *([] if self.layout.kind == ZONE else self._judged_columns())]

    def _judged_columns(self) -> list[EntryColumn]:
        month = self._until()
        unit = self.tr("{month}月").format(month=month) if month else ""
        named = (
            ("pace", self.tr("应达"), 92, unit),
            ("base", self.tr("确保"), 82, ""),
            ("stretch", self.tr("力争"), 76, ""),
            ("done", self.tr("完成"), 124, "%"),
            ("against", self.tr("比应达"), 96, ""),
        )
        return [EntryColumn(name, words, wide, True, unit, locked=True) for name, words, wide, unit in named]

    def _indicator_columns(self) -> list[EntryColumn]:
        head = [EntryColumn("month", self.tr("月份"), 92, frozen=True, locked=True)]
        return head + [
            EntryColumn(
                each.light.code, each.indicator.name, 150, right=True, unit=each.indicator.unit or "", field=_field()
            )
            for each in self.found()
        ]

    def rows(self) -> list[EntryRow]:
        if self.layout.kind == DEPARTMENT:
            return self._month_rows()
        if self.layout.kind == ZONE:
            return self._zone_rows()
        found = self.found()
        rows = [self._zone_row(found[0].indicator)] if self.layout.kind == INDICATOR and found else []
        before, names = "", {column.name: None for column in self.columns()}
        for each in found:
            rows.append(self._row(each, each.light.code == before, names))
            before = each.light.code
        if self.layout.kind == INDICATOR and len(found) > 1 and found[0].along and not found[0].rates:
            rows.append(self._sum_row(found))
        return rows

    def save(self, edits: list[tuple[Hashable, str, str]], action: str) -> dict[tuple[Hashable, str], str]:
        placed = [
            (ref, name, Edit(place, VALUE, text))
            for ref, name, text in edits
            if (place := self.place(ref, name)) is not None
        ]
        words = name_of(action, "实绩", [edit.place for _, _, edit in placed], self.session)
        problems = write(self.session, [edit for _, _, edit in placed], words, self.basis)
        return {
            (ref, name): problems[edit.place, edit.name]
            for ref, name, edit in placed
            if (edit.place, edit.name) in problems
        }

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Take away all that was entered in the rows."""
        wanted = list(refs)
        names = [f"m{month}" for month in MONTHS]
        if self.layout.kind == DEPARTMENT:
            names = [each.light.code for each in self.found()]
        gone = [(ref, name, "") for ref in wanted for name in names]
        return not self.save(gone, "清除")

    # --- rows

    def _until(self) -> int:
        view = self.session.view
        return last_ended_month(view.year, view.day) if view else 0

    def _row(self, each: Borne, repeated: bool, names: Mapping[str, Any]) -> EntryRow:
        """A bearer's row; its cells are made when they are looked at."""
        return EntryRow(each.ref, LazyCells(partial(self._made, each, repeated), names))

    def _made(self, each: Borne, repeated: bool, _: Mapping[str, Any], name: str) -> EntryCell:
        if name.startswith("m"):
            return self._cell(each, int(name[1:]))
        if name in JUDGED:
            return judged(each, self._until(), name)
        indicator = each.indicator
        if name == "indicator":
            return EntryCell(indicator.name, token="pale" if repeated else "text", tip=indicator.code)
        if name == "department":
            return EntryCell(each.name, tip=each.light.department)
        return EntryCell(
            (indicator.unit or "") if name == "unit" else term(ACCUMULATIONS[indicator.accumulation]), token="secondary"
        )

    def _cell(self, each: Borne, month: int) -> EntryCell:
        cell = self._open_cell(each, month)
        return cell._replace(locked=self.why_closed) if self.why_closed and not cell.locked else cell

    def _open_cell(self, each: Borne, month: int) -> EntryCell:
        indicator, least = each.indicator, each.decimals
        if self.layout.monthly:
            locked = self.tr("当月数由累计数得出，要改请切到“录入数”")
            return entered(indicator, each.brought(month), least, locked=locked, token="secondary")
        if fetched := fetched_from(each.indicator):
            locked = self.tr("取自指标 {code}，请在那里录入").format(code=fetched.name)
            value = each.values.get(month)
            return entered(indicator, value, least, locked=locked, token="secondary")
        if entry := each.entry(month):
            return entered(indicator, entry.value, least, **self._basis(entry))
        if month in each.values:
            tip = self.tr("全区数：在这里输入，就成为本部门自己的数")
            return entered(indicator, each.values[month], least, token="pale", tip=tip)
        return EntryCell(required=is_due(each.indicator, each.values, month, self._until()))

    def _basis(self, entry: Actual) -> dict[str, Any]:
        """What tells 快报 from 核定 in a cell."""
        early = entry.basis == PRELIMINARY
        tip = self.tr("快报，尚未核定") if early else ""
        return {"tag": self.tr("快") if early else "", "dashed": early, "tip": tip}

    def _zone_rows(self) -> list[EntryRow]:
        indicators: dict[str, Indicator] = {}
        for each in self.found():
            if is_entered(each.indicator):
                indicators.setdefault(each.light.code, each.indicator)
        return [self._zone_row(indicator) for indicator in indicators.values()]

    def _zone_row(self, indicator: Indicator) -> EntryRow:
        view = self.session.view
        assert view is not None
        cells = {
            "indicator": EntryCell(indicator.name, tip=indicator.code),
            "department": EntryCell(WHOLE_ZONE, tip=self.tr("代表每个自己没有填数的承担部门")),
            "unit": EntryCell(indicator.unit or "", token="secondary"),
            "way": EntryCell(term(ACCUMULATIONS[indicator.accumulation]), token="secondary"),
        }
        found = {month: view.entered.get((indicator.code, WHOLE_ZONE, month)) for month in MONTHS}
        scale = 100 if is_ratio(indicator) else 1
        least = max((min(places(fraction(entry.value) * scale), 2) for entry in found.values() if entry), default=0)
        for month, entry in found.items():
            rest = self._basis(entry) if entry else {}
            value = entry.value if entry else None
            cells[f"m{month}"] = entered(indicator, value, least, locked=self.why_closed, **rest)
        return EntryRow((indicator.code, WHOLE_ZONE), cells)

    def _sum_row(self, found: list[Borne]) -> EntryRow:
        least = max(each.decimals for each in found)
        cells = {"department": EntryCell(self.tr("各部门合计"))}
        for month in MONTHS:
            cells[f"m{month}"] = summed([each.values.get(month) for each in found], least)
        cells["base"] = summed([each.base for each in found], least)
        cells["stretch"] = summed([each.stretch for each in found], least)
        return EntryRow("sum", cells, TOTAL)

    def _month_rows(self) -> list[EntryRow]:
        found = self.found()
        rows = [
            EntryRow(
                month,
                {"month": EntryCell(self.tr("{month}月").format(month=month))}
                | {each.light.code: self._cell(each, month) for each in found},
                ITEM,
            )
            for month in MONTHS
        ]
        ends = (
            ("base", self.tr("全年确保"), lambda each: each.shown(each.base)),
            ("stretch", self.tr("全年力争"), lambda each: each.shown(each.stretch)),
            ("done", self.tr("完成确保"), lambda each: done(each, each.month)),
            ("against", self.tr("比应达"), against),
        )
        for name, words, of in ends:
            cells = {each.light.code: EntryCell(of(each) or "–") for each in found}
            rows.append(EntryRow(name, {"month": EntryCell(words)} | cells, TOTAL))
        return rows


def _field() -> Field:
    from kpi_desktop.exchange.columns import field

    return field("actual", "value")
