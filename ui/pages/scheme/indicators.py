"""指标: every indicator of the year as a row that is typed in; the one the grid is on has its rule beside it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.assessment.names import RULE_NAMES, code_of
from kpi_desktop.assessment.rule_forms import beginning, reads
from kpi_desktop.assessment.scheme_findings import indicator_hints
from kpi_desktop.assessment.text import plain
from ui.grid.entry import EntryGrid
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.sources import TableSource
from ui.pages.targets.sources import with_codes
from ui.parts.card import Card
from ui.parts.controls import Segments, button

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.grid.entry_cells import Edit, Problems
    from ui.session import Session
    from ui.year import YearView

ALL, KEY, HINTED = "all", "key", "hinted"
NAMES = ("code", "name", "category", "unit", "rule", "accumulation", "cadence", "source", "key", "params")
MEASURE, BEARERS, POINTS, HINT = "measure_", "bearers_", "points_", "hint_"
"""Columns that follow from a row; nothing is typed in them."""
SHOWN = (
    "code",
    "name",
    "unit",
    "rule",
    MEASURE,
    BEARERS,
    POINTS,
    HINT,
    "accumulation",
    "cadence",
    "source",
    "key",
    "category",
    "params",
)
WIDTHS = {
    "code": 50,
    "name": 176,
    "category": 82,
    "unit": 54,
    "rule": 84,
    "accumulation": 46,
    "cadence": 42,
    "source": 128,
    "key": 42,
    "params": 220,
}


class IndicatorSource(TableSource):
    """Indicators with what follows from them; a new one begins like the one above it."""

    def __init__(self, session: Session) -> None:
        titles = {
            "accumulation": QCoreApplication.translate("Scheme", "累计"),
            "cadence": QCoreApplication.translate("Scheme", "频次"),
        }
        super().__init__(session, "indicator", NAMES, "指标", widths=WIDTHS, frozen=2, titles=titles)
        self.kind = ALL
        self.where = self._is_wanted
        self._hints: dict[str, str] = {}
        self._laid: dict[str, list[Any]] = {}

    def columns(self) -> list[EntryColumn]:
        """Those of the table, with what follows from them in between."""
        typed = {column.name: column for column in super().columns()}
        translate = QCoreApplication.translate
        said = {
            MEASURE: EntryColumn(MEASURE, translate("Scheme", "取值"), 72, locked=True),
            BEARERS: EntryColumn(BEARERS, translate("Scheme", "承担"), 46, right=True, locked=True),
            POINTS: EntryColumn(POINTS, translate("Scheme", "分值"), 50, right=True, locked=True),
            HINT: EntryColumn(HINT, translate("Scheme", "提示"), 150, locked=True),
        }
        return [typed[name] if name in typed else said[name] for name in SHOWN]

    def rows(self) -> list[EntryRow]:
        """The rows that are wanted."""
        view = self.session.view
        self._laid = {}
        if view is not None:
            self._hints = dict(indicator_hints(view.facts))
            for target in view.facts.targets:
                self._laid.setdefault(target.indicator, []).append(target)
        known = {row["id"]: row for row in self.stored(self.table)}
        return [self._complete(row, known.get(row.ref)) for row in super().rows()]

    def _complete(self, row: EntryRow, stored: Any) -> EntryRow:
        cells = {name: row.cells[name] for name in NAMES}
        view = self.session.view
        indicator = view.indicators.get(stored["code"]) if view and stored else None
        if indicator is None:
            return row._replace(cells=cells)
        laid = self._laid.get(indicator.code, [])
        points = sum((fraction(target.points) for target in laid), Fraction(0))
        hint = self._hints.get(indicator.code, "")
        if indicator.key:
            cells["name"] = cells["name"]._replace(tag=QCoreApplication.translate("Scheme", "重点"))
        cells |= {
            MEASURE: EntryCell(indicator.rule.measure or "–", token="secondary" if indicator.rule.measure else "pale"),
            BEARERS: EntryCell(str(len(laid)), token="text" if laid else "red_text"),
            POINTS: EntryCell(plain(points), token="secondary"),
            HINT: EntryCell(hint, token="amber_text", tip=hint),
        }
        return row._replace(cells=cells)

    def _is_wanted(self, row: Any) -> bool:
        if self.kind == KEY:
            return bool(row["key"])
        return self.kind != HINTED or row["code"] in self._hints

    def save(self, edits: list[Edit], action: str) -> Problems:
        """Save what was typed; another rule begins with the parameters that it can read of those before."""
        edits = with_codes(self, edits, self._taken, "E")
        return super().save([*edits, *self._beginnings(edits)], action)

    def _taken(self) -> tuple[list[str], list[str]]:
        view = self.session.view
        if view is None:
            return [], []
        return [each.code for each in view.facts.indicators], [task.code for task in view.facts.tasks]

    def _beginnings(self, edits: list[Edit]) -> list[Edit]:
        typed = {(ref, name) for ref, name, _ in edits}
        known = {row["id"]: row for row in self.stored(self.table)}
        more: list[Edit] = []
        for ref in dict.fromkeys(ref for ref, _, text in edits if text.strip()):
            row = known.get(self.current_ref(ref))
            rule = next((text.strip() for each, name, text in edits if each == ref and name == "rule"), "")
            if row is None:
                more += self._new_row(ref, typed, list(known.values()))
                rule = rule or RULE_NAMES["completion"]
            if rule in RULE_NAMES.values() and (ref, "params") not in typed:
                code, before = code_of(RULE_NAMES, rule), row["params"] if row else ""
                if row is None or not reads(code, before):
                    more.append((ref, "params", beginning(code, before)))
        return more

    def _new_row(self, ref: Hashable, typed: set[tuple[Hashable, str]], rows: list[Any]) -> list[Edit]:
        """What a new indicator has where nothing was typed: the category of the last one, the plainest rule."""
        waits = self._new.get(str(ref), {})
        scored = [each["name"] for each in self.stored("category") if each["kind"] == "scored"]
        category = rows[-1]["category"] if rows else (scored[0] if scored else "")
        usual = {"category": category, "rule": RULE_NAMES["completion"]}
        missing = {name: text for name, text in usual.items() if text and (ref, name) not in typed}
        return [(ref, name, text) for name, text in missing.items() if not waits.get(name)]


class IndicatorsCard(Card):
    """`chosen` brings the code of the indicator the grid is on; `told` the totals of what is selected."""

    chosen = Signal(str)
    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Scheme", "指标"), parent)
        self._session = session
        self.source = IndicatorSource(session)
        self.grid = EntryGrid("indicators")
        self.grid.set_source(self.source)
        self.grid.show_filter(False)
        self.grid.chosen.connect(self._row_chosen)
        self.grid.totals_told.connect(self.told)
        self.kinds = Segments(self.tr("看哪些指标"))
        self.kinds.chosen.connect(self._kind_chosen)
        self.head.addWidget(self.kinds)
        self.head.addWidget(button(self.tr("新增"), self.add, "plus"))
        self.body.addWidget(self.grid, 1)

    def show_view(self, view: YearView) -> None:
        """Show the indicators of a year."""
        count = len(view.facts.indicators)
        self.remark.setText(self.tr("{count} 项；选一行，右边改规则").format(count=count))
        hints = indicator_hints(view.facts)
        items = [
            (self.tr("全部 {count}").format(count=count), ALL),
            (self.tr("重点 {count}").format(count=sum(each.key for each in view.facts.indicators)), KEY),
            (self.tr("有提示 {count}").format(count=len(hints)), HINTED),
        ]
        self.kinds.show_items(items, self.source.kind)
        self.grid.show_rows()

    def _kind_chosen(self, kind: object) -> None:
        self.show_kind(str(kind))

    def show_kind(self, kind: str) -> None:
        """Show all indicators, the key ones, or those there is something to say about."""
        self.source.kind = kind
        self.kinds.mark(kind)
        self.grid.show_rows()

    def _row_chosen(self, ref: object) -> None:
        if code := self.grid.text(ref, "code"):  # type: ignore[arg-type]
            self.chosen.emit(code)

    def add(self) -> None:
        """Go to the row in which a new indicator is typed."""
        from ui.grid.entry_model import NEW

        self.show_kind(ALL)
        self.grid.go_to(NEW, "name")
        self.grid.setFocus()

    def go_to(self, code: str, column: str = "") -> bool:
        """Go to an indicator; whether it is there."""
        rows = self._session.book and self.source.stored("indicator")
        ref = next((row["id"] for row in rows or () if row["code"] == code), None)
        if ref is None:
            return False
        if self.grid.model.place_of(ref) < 0:
            self.show_kind(ALL)
        self.grid.go_to(ref, column or "name")
        return True
