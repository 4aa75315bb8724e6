"""月调度 and 季分析 as a grid: each bearer's month or quarter against pace and last year, with words to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kpi_desktop.assessment.exact import fraction
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.sources import BookSource
from ui.pages.economy.borne import Borne, at_the_end_of, borne, by_indicator, places
from ui.pages.economy.entering import Edit, Place, name_of, write
from ui.pages.economy.figures import LIGHT_TOKENS, done
from ui.pages.economy.notes import ANALYSIS, COUNTERMEASURE
from ui.terms import clauses
from ui.words import percent

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from fractions import Fraction

    from ui.session import Session

NOTES = (ANALYSIS, COUNTERMEASURE)


class ReviewSource(BookSource):
    """One row a bearer, as of `month`; `quarter`: what the quarter that ends then brought stands beside it."""

    can_add = False

    def __init__(self, session: Session, month: int, quarter: bool, economic: bool) -> None:
        super().__init__(session)
        self.month, self._quarter, self._economic = month, quarter, economic
        self.shows = (month, quarter, economic)

    def found(self) -> list[Borne]:
        """The bearers that are looked at, judged on the month's last day."""
        view = self.session.view
        return borne(at_the_end_of(view, self.month), self._economic) if view else []

    def columns(self) -> list[EntryColumn]:
        from kpi_desktop.exchange.columns import field

        brought = self.tr("本季") if self._quarter else self.tr("当月")
        figures = (
            ("brought", brought, 74),
            ("actual", self.tr("到此"), 78),
            ("pace", self.tr("应达"), 78),
            ("against", self.tr("比应达"), 78),
            ("done", self.tr("完成"), 60),
            ("prior", self.tr("上年"), 78),
            ("growth", self.tr("为上年"), 74),
            ("place", self.tr("位次"), 58),
        )
        return [
            EntryColumn("indicator", self.tr("指标"), 150, frozen=True, locked=True),
            EntryColumn("department", self.tr("部门"), 112, frozen=True, locked=True),
            *(EntryColumn(name, words, wide, True, locked=True) for name, words, wide in figures),
            EntryColumn(ANALYSIS, self.tr("分析"), 320, field=field("actual", ANALYSIS)),
            EntryColumn(COUNTERMEASURE, self.tr("对策"), 320, field=field("actual", COUNTERMEASURE)),
        ]

    def rows(self) -> list[EntryRow]:
        rows = []
        for bearers in by_indicator(self.found()):
            placed = places(bearers, self.month)
            rows += [self._row(each, placed.get(each.ref), at > 0) for at, each in enumerate(bearers)]
        return rows

    def _row(self, each: Borne, place: tuple[int, int] | None, repeated: bool) -> EntryRow:
        actual, due, ahead = each.actual(self.month), each.pace(self.month), each.ahead(self.month)
        entry = each.counted(self.month)
        locked = self.why_closed if entry else self.tr("这个月还没有数，先在“实绩录入”填数")
        late = each.light.light in LIGHT_TOKENS
        token = LIGHT_TOKENS.get(each.light.light, "text")
        cells = {
            "indicator": EntryCell(each.indicator.name, token="pale" if repeated else "text", tip=each.light.code),
            "department": EntryCell(each.name),
            "brought": EntryCell(each.shown(self._brought(each)) or "–"),
            "actual": EntryCell(each.shown(actual) or "–"),
            "pace": EntryCell(each.shown(due) or "–", token="secondary"),
            "against": EntryCell(_signed(each, ahead), token=token, tip=clauses(each.light.details)),
            "done": EntryCell(done(each, self.month) or "–"),
            "prior": EntryCell(each.shown(each.target.prior) or "–", token="secondary"),
            "growth": EntryCell(_of_prior(actual, each)),
            "place": EntryCell(f"{place[0]} / {place[1]}" if place else "–"),
        }
        for name in NOTES:
            text = getattr(entry, name) if entry else None
            wanted = late and name == ANALYSIS and entry is not None and not text
            cells[name] = EntryCell(text or "", locked=locked, required=wanted)
        return EntryRow(each.ref, cells)

    def _brought(self, each: Borne) -> Fraction | None:
        if not self._quarter or each.indicator.accumulation != "cumulative":
            months = range(self.month - 2, self.month + 1) if self._quarter and each.along else (self.month,)
            known = [value for month in months if (value := each.brought(month)) is not None]
            return sum(known[1:], known[0]) if known else None
        now, before = each.actual(self.month), each.actual(self.month - 3) if self.month > 3 else fraction(0)
        return now - before if now is not None and before is not None else None

    def _place(self, indicator: str, department: str) -> Place:
        """The entry that counts for a bearer: its own, or that of 全区."""
        each = next((each for each in self.found() if each.ref == (indicator, department)), None)
        entry = each.counted(self.month) if each else None
        return Place(indicator, entry.department if entry else department, self.month)

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Figures are not taken away here; the words in the rows are."""
        return not self.save([(ref, name, "") for ref in refs for name in NOTES], "清除")

    def save(self, edits: list[tuple[Hashable, str, str]], action: str) -> dict[tuple[Hashable, str], str]:
        placed = [
            (ref, name, Edit(self._place(*ref), name, text))
            for ref, name, text in edits
            if isinstance(ref, tuple) and name in NOTES
        ]
        if not placed:
            return {}
        words = name_of(action, "分析和对策", [edit.place for _, _, edit in placed], self.session)
        problems = write(self.session, [edit for _, _, edit in placed], words)
        return {(ref, name): problems[edit.place, name] for ref, name, edit in placed if (edit.place, name) in problems}


def _signed(each: Borne, value: Fraction | None) -> str:
    if value is None:
        return "–"
    return ("+" if value > 0 else "") + (each.shown(value) or "")


def _of_prior(actual: Fraction | None, each: Borne) -> str:
    prior = each.target.prior
    return "–" if actual is None or not prior else percent(actual / fraction(prior)) or "–"
