"""The rows of one table of the year on screen, as an entry grid shows them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from kpi_desktop.book.columns import exact_text
from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS
from kpi_desktop.exchange.entering import Typed, remove
from kpi_desktop.exchange.fields import Kind
from ui.grid.book_source import MOST_NAMED, RIGHT, BookSource, Values, figure
from ui.grid.choices import choices_of, names_of, stored_text
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.lazy import LazyCells, Make
from ui.terms import term

if TYPE_CHECKING:
    from kpi_desktop.exchange.fields import Field
    from ui.grid.entry_cells import Edit, Problems
    from ui.session import Session

WIDTHS = {Kind.TEXT: 160, Kind.NAME: 110, Kind.CODE: 90, Kind.DATE: 96, Kind.CODES: 140, Kind.FLAG: 64}
REFERRING = 150
"""The width of a column that shows a code with its name."""


class TableSource(BookSource):
    """Rows of one table of the year on screen, each column one of the table's.

    `names`: the columns in order, the first `frozen` of them stay. `where`: which rows; `fixed`: what new rows have in
    columns that are not shown, which also says which rows are meant. `locked`: columns that are only shown; `needed`:
    those that have the pale mark when blank, beside the required ones. `action`: what is being filled in, for the
    journal (填写 责任分解：E01 D03 分值).
    """

    def __init__(
        self,
        session: Session,
        table: str,
        names: Sequence[str],
        action: str,
        where: Callable[[Values], bool] | None = None,
        fixed: Values | None = None,
        widths: Mapping[str, int] | None = None,
        frozen: int = 1,
        locked: Iterable[str] = (),
        titles: Mapping[str, str] | None = None,
        can_add: bool = True,
        needed: Iterable[str] = (),
    ) -> None:
        super().__init__(session)
        self.table, self.names, self.action = table, tuple(names), action
        self.sheet = SHEETS_BY_TABLE[table]
        self.where, self.fixed = where, dict(fixed or {})
        self.can_add = can_add and table != "setting"
        self._widths, self._frozen, self._locked = dict(widths or {}), frozen, frozenset(locked)
        self._titles = dict(titles or {})
        self._needed = frozenset(needed)
        self._new: dict[str, dict[str, str]] = {}
        self._became: dict[str, int] = {}
        self._scope: Hashable = None
        self._made: dict[Hashable, tuple[Values, EntryRow]] = {}
        self._made_with: object = None
        self._count = 0

    def columns(self) -> list[EntryColumn]:
        """The columns named, as the exchange describes them."""
        return [self._column(at, name) for at, name in enumerate(self.names)]

    def _column(self, at: int, name: str) -> EntryColumn:
        field = self.sheet.field(name)
        return EntryColumn(
            name,
            self._titles.get(name, _title(field)),
            self._widths.get(name, REFERRING if _shows_name(field) else WIDTHS.get(field.kind, 90)),
            field.kind in RIGHT,
            frozen=at < self._frozen,
            locked=name in self._locked,
            field=field,
            choices=choices_of(self.session, self.table, field),
        )

    def rows(self) -> list[EntryRow]:
        """The rows of the book that are meant, then those that wait for what they lack."""
        if self.scope() != self._scope:
            self._scope = self.scope()
            self._new = {}
        closed = self.why_closed
        names = {name: names_of(self.session, self.sheet.field(name)) for name in self.names}
        columns = [(name, self.sheet.field(name), names[name]) for name in self.names]
        make = self._maker(columns, closed)
        rows = [
            EntryRow(self._ref(row), LazyCells(make, row)) for row in self.stored(self.table) if self._is_meant(row)
        ]
        waiting = [EntryRow(ref, self._waiting_cells(texts)) for ref, texts in self._new.items()]
        return rows + waiting

    def _row(self, row: Values, make: Make) -> EntryRow:
        """The row as it was made before, where nothing in it has changed."""
        ref = self._ref(row)
        known = self._made.get(ref)
        if known is None or known[0] is not row:
            known = self._made[ref] = (row, EntryRow(ref, LazyCells(make, row)))
        return known[1]

    def _ref(self, row: Values) -> Hashable:
        return row["name"] if self.table == "setting" else row["id"]

    def _is_meant(self, row: Values) -> bool:
        if any(row[name] != value for name, value in self.fixed.items()):
            return False
        return self.where is None or self.where(row)

    def _maker(
        self, columns: list[tuple[str, Field, Mapping[str, str]]], closed: str
    ) -> Callable[[Values, str], EntryCell | None]:
        by_name = {name: (field, known) for name, field, known in columns}

        def make(row: Values, name: str) -> EntryCell | None:
            if name not in by_name:
                return None
            field, known = by_name[name]
            value = row[name]
            is_plain = field.kind is Kind.NUMBER and isinstance(value, Decimal)
            text = exact_text(value) if is_plain else cells.shown(_own(self.table, name, row, field), value)
            shown = _named(text, field, known) or (figure(value) if field.kind is Kind.NUMBER else "")
            return EntryCell(text, field.required or name in self._needed, closed, shown=shown)

        return make

    def _waiting_cells(self, texts: Mapping[str, str]) -> dict[str, EntryCell]:
        tip = self.tr("这一行还没有保存：先填有底色的格")
        made = {name: EntryCell(texts.get(name, ""), self.sheet.field(name).required, tip=tip) for name in self.names}
        first = next((name for name in self.names if texts.get(name)), self.names[0])
        made[first] = made[first]._replace(tag=self.tr("未存"), dashed=True)
        return made

    def blank_row(self) -> EntryRow:
        """A row whose cells show what a new one needs."""
        closed = self.why_closed
        cells = {name: EntryCell("", False, closed) for name in self.names}
        free = next((name for name in self.names if name not in self._locked), self.names[0])
        cells[free] = cells[free]._replace(shown=self.tr("＋ 在这里新增"), token="pale")
        return EntryRow(None, cells)

    def new_ref(self) -> str:
        """A name for a row that is about to be typed."""
        self._count += 1
        return f"new-{self._count}"

    def current_ref(self, ref: Hashable) -> Hashable:
        """The id of a row that was new."""
        return self._became.get(ref, ref) if isinstance(ref, str) else ref

    def save(self, edits: list[Edit], action: str) -> Problems:
        """Save what was typed; a new row is saved with all that was typed in it as soon as nothing lacks."""
        typed: list[Typed] = []
        rows: dict[Any, None] = dict.fromkeys(self.current_ref(ref) for ref, _, _ in edits)
        for ref, name, text in edits:
            ref = self.current_ref(ref)
            text = stored_text(self.session, self.sheet.field(name), text)
            if self._is_new(ref):
                self._new.setdefault(str(ref), {})[name] = text
            else:
                typed.append(Typed(self.table, ref, name, text))
        new = [str(ref) for ref in rows if self._is_new(ref)]
        typed += [Typed(self.table, ref, name, text) for ref in new for name, text in self._new[ref].items()]
        entered = self.enter(typed, self._named_action(action, edits), {ref: self.fixed for ref in new})
        if isinstance(entered, str):
            return {(ref, name): entered for ref, name, _ in edits}
        for ref, number in entered.made.items():
            self._new.pop(ref, None)
            self._became[ref] = number
        for ref in new:
            if not any(self._new.get(ref, {}).values()):
                self._new.pop(ref, None)
        return {(row, name): reason for (_, row, name), reason in entered.problems.items() if name in self.names}

    def _is_new(self, ref: object) -> bool:
        return isinstance(ref, str) and self.table != "setting"

    def _named_action(self, verb: str, edits: list[Edit]) -> str:
        headers = list(dict.fromkeys(self.sheet.field(name).header for _, name, _ in edits))
        rows = list(dict.fromkeys(self.current_ref(ref) for ref, _, _ in edits))
        labels = self._labels(rows[:MOST_NAMED])
        where = "、".join(label for label in labels if label) if len(rows) <= MOST_NAMED else f"{len(rows)} 行"
        which = "、".join(headers) if len(headers) <= MOST_NAMED else f"{len(headers)} 列"
        return f"{verb} {self.action}：{where} {which}".replace("： ", "：").strip()

    def _labels(self, refs: Sequence[Any]) -> list[str]:
        """What tells rows apart for a reader of the journal."""
        wanted = {ref for ref in refs if not self._is_new(ref)}
        known = {self._ref(row): row for row in self.stored(self.table) if self._ref(row) in wanted}
        return [self._label(known[ref]) if ref in known else self._new_label(str(ref)) for ref in refs]

    def _new_label(self, ref: str) -> str:
        texts = self._new.get(ref, {})
        name = next((name for name in ("name", "title", "code", *self.names) if texts.get(name)), None)
        return self._called(self.sheet.field(name), texts[name]) if name else ""

    def _label(self, row: Values) -> str:
        for name in ("name", "title"):
            if row.get(name):
                return str(row[name])
        keys = self.sheet.key or tuple(each.name for each in self.sheet.fields[:2])
        told = [name for name in keys if name not in self.fixed] or keys
        return " ".join(self._called(self.sheet.field(name), row[name]) for name in told)

    def _called(self, field: Field, value: Any) -> str:
        """A value as a reader of the journal knows it: a code by the name it stands for."""
        text = cells.shown(field, value)
        return names_of(self.session, field).get(text, text) if _shows_name(field) else text

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Remove rows; what only waits is forgotten."""
        found = [self.current_ref(ref) for ref in refs]
        for ref in found:
            if self._is_new(ref):
                self._new.pop(str(ref), None)
        ids = [ref for ref in found if isinstance(ref, int)]
        if not ids:
            return bool(found)
        labels = "、".join(self._labels(ids)) if len(ids) <= MOST_NAMED else f"{len(ids)} 行"
        action = f"删除 {self.action}：{labels}"
        changes = self.session.act(lambda book: remove(book, self.year, self.table, ids, action), self.tr("没有删除"))
        return changes is not None

    def forget(self, ref: Hashable, name: str) -> None:
        """Give up a text of a new row."""
        if isinstance(ref, str) and ref in self._new:
            self._new[ref].pop(name, None)
            if not any(self._new[ref].values()):
                del self._new[ref]


def _shows_name(field: Field) -> bool:
    return field.refers is not None and field.kind is Kind.CODE


def _title(field: Field) -> str:
    """`部门` for 部门编码, whose cells show the name as well."""
    return term(field.header.removesuffix("编码") if _shows_name(field) else field.header)


def _own(table: str, name: str, row: Values, field: Field) -> Field:
    """The column that a value is shown as: of a parameter's value, the parameter."""
    if table == "setting" and name == "value":
        return SETTING_FIELDS[row["name"]]
    return field


def _named(text: str, field: Field, known: Mapping[str, str]) -> str:
    """A code with the name it stands for."""
    if not text or not known:
        return ""
    if field.kind is Kind.CODES:
        return "、".join(known.get(code, code) for code in text.split("、"))
    name = known.get(text)
    return f"{text} {name}" if name and name != text else ""
