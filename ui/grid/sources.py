"""Where the rows of entry grids come from: a table of the year, or one value of it laid out in two directions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import SHEETS_BY_TABLE
from kpi_desktop.exchange.entering import Entered, Typed, enter, remove, rows_of
from kpi_desktop.exchange.fields import Kind
from ui.grid.choices import choices_of, names_of, stored_text
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow, EntrySource
from ui.grid.lazy import LazyCells

if TYPE_CHECKING:
    from kpi_desktop.exchange.fields import Field
    from ui.grid.entry_cells import Edit, Problems
    from ui.session import Session

Values = Mapping[str, Any]
RIGHT = (Kind.NUMBER, Kind.INTEGER, Kind.SHARE)
WIDTHS = {Kind.TEXT: 160, Kind.NAME: 110, Kind.CODE: 90, Kind.DATE: 96, Kind.CODES: 140, Kind.FLAG: 64}
MOST_NAMED = 3


class BookSource(EntrySource):
    """What both sources share: the session, its year, and how what came of typing is told."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    @property
    def year(self) -> int:
        """The year on screen."""
        assert self.session.view is not None
        return self.session.view.year

    def stored(self, table: str) -> list[Any]:
        """The rows of a table of the year on screen."""
        return rows_of(self.session.book, self.year, table) if self.session.book and self.session.view else []

    @property
    def why_closed(self) -> str:
        """Why nothing of the year can be typed in; empty where it can."""
        view, book = self.session.view, self.session.book
        if view is None or book is None:
            return self.tr("没有打开台账")
        if view.facts.state == "final":
            return self.tr("{year} 年已定稿").format(year=view.year)
        return self.tr("台账以只读方式打开") if book.read_only else ""

    def enter(
        self,
        typed: Iterable[Typed],
        action: str,
        fixed: Mapping[int | str, Values],
        removed: Iterable[tuple[str, int]] = (),
    ) -> Entered | None:
        """Save what was typed; None where all of it was refused, which is told."""
        found: list[Entered] = []

        def write(book: Any) -> Any:
            found.append(enter(book, self.year, typed, action, fixed, removed))
            return found[0].changes

        self.session.act(write, self.tr("没有保存"))
        return found[0] if found else None


class TableSource(BookSource):
    """Rows of one table of the year on screen, each column one of the table's.

    `names`: the columns in order, the first `frozen` of them stay. `where`: which rows; `fixed`: what new rows have in
    columns that are not shown, which also says which rows are meant. `locked`: columns that are only shown. `action`:
    what is being filled in, for the journal (填写 责任分解：E01 D03 分值).
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
    ) -> None:
        super().__init__(session)
        self.table, self.names, self.action = table, tuple(names), action
        self.sheet = SHEETS_BY_TABLE[table]
        self.where, self.fixed = where, dict(fixed or {})
        self.can_add = can_add and table != "setting"
        self._widths, self._frozen, self._locked = dict(widths or {}), frozen, frozenset(locked)
        self._titles = dict(titles or {})
        self._new: dict[str, dict[str, str]] = {}
        self._became: dict[str, int] = {}
        self._count = 0

    def columns(self) -> list[EntryColumn]:
        """The columns named, as the exchange describes them."""
        return [self._column(at, name) for at, name in enumerate(self.names)]

    def _column(self, at: int, name: str) -> EntryColumn:
        field = self.sheet.field(name)
        return EntryColumn(
            name,
            self._titles.get(name, field.header),
            self._widths.get(name, WIDTHS.get(field.kind, 90)),
            field.kind in RIGHT,
            frozen=at < self._frozen,
            locked=name in self._locked,
            field=field,
            choices=choices_of(self.session, self.table, field),
        )

    def rows(self) -> list[EntryRow]:
        """The rows of the book that are meant, then those that wait for what they lack."""
        closed = self.why_closed
        names = {name: names_of(self.session, self.sheet.field(name)) for name in self.names}
        columns = [(name, self.sheet.field(name), names[name]) for name in self.names]
        make = self._maker(columns, closed)
        rows = [
            EntryRow(self._ref(row), LazyCells(make, row)) for row in self.stored(self.table) if self._is_meant(row)
        ]
        waiting = [EntryRow(ref, self._waiting_cells(texts)) for ref, texts in self._new.items()]
        return rows + waiting

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
            text = cells.shown(_own(self.table, name, row, field), row[name])
            return EntryCell(text, field.required, closed, shown=_named(text, field, known))

        return make

    def _waiting_cells(self, texts: Mapping[str, str]) -> dict[str, EntryCell]:
        return {
            name: EntryCell(
                texts.get(name, ""), self.sheet.field(name).required, tip=self.tr("这一行还没有保存，缺必填的格")
            )
            for name in self.names
        }

    def blank_row(self) -> EntryRow:
        """A row whose cells show what a new one needs."""
        closed = self.why_closed
        return EntryRow(None, {name: EntryCell("", False, closed) for name in self.names})

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
        if entered is None:
            return {}
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
        labels = [self._label(ref) for ref in rows[:MOST_NAMED]]
        where = "、".join(label for label in labels if label) if len(rows) <= MOST_NAMED else f"{len(rows)} 行"
        which = "、".join(headers) if len(headers) <= MOST_NAMED else f"{len(headers)} 列"
        return f"{verb} {self.action}：{where} {which}".replace("： ", "：").strip()

    def _label(self, ref: object) -> str:
        if self._is_new(ref):
            texts = self._new.get(str(ref), {})
            return next((texts[name] for name in ("name", "title", "code", *self.names) if texts.get(name)), "")
        row = next((each for each in self.stored(self.table) if self._ref(each) == ref), None)
        if row is None:
            return ""
        for name in ("name", "title"):
            if row.get(name):
                return str(row[name])
        keys = self.sheet.key or tuple(each.name for each in self.sheet.fields[:2])
        return " ".join(cells.shown(self.sheet.field(name), row[name]) for name in keys)

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Remove rows; what only waits is forgotten."""
        found = [self.current_ref(ref) for ref in refs]
        for ref in found:
            if self._is_new(ref):
                self._new.pop(str(ref), None)
        ids = [ref for ref in found if isinstance(ref, int)]
        if not ids:
            return bool(found)
        labels = "、".join(self._label(ref) for ref in ids[:MOST_NAMED]) if len(ids) <= MOST_NAMED else f"{len(ids)} 行"
        action = f"删除 {self.action}：{labels}"
        changes = self.session.act(lambda book: remove(book, self.year, self.table, ids, action), self.tr("没有删除"))
        return changes is not None

    def forget(self, ref: Hashable, name: str) -> None:
        """Give up a text of a new row."""
        if isinstance(ref, str) and ref in self._new:
            self._new[ref].pop(name, None)
            if not any(self._new[ref].values()):
                del self._new[ref]


def _own(table: str, name: str, row: Values, field: Field) -> Field:
    """The column that a value is shown as: of a parameter's value, the parameter."""
    if table == "setting" and name == "value":
        from kpi_desktop.exchange.columns_scheme import SETTING_FIELDS

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


class PivotSource(BookSource):
    """One value of a table laid out in two directions, as 实绩 with departments down and months across.

    `row_key` and `column_key` are columns of the table; `rows_of_grid` and `columns_of_grid` give their values with the
    words for them, `lead` the cells that stand before the figures (by name; their columns in `lead_columns`). Each cell
    is `value` of the row that has both and `fixed()`; typing in an empty one makes that row, clearing one removes it.
    What is typed counts as `basis_of_new()` (快报 or 核定), where given. `locked(row, column)`: why a cell cannot be
    typed in, empty where it can; `required(row, column)`: whether a blank one has the pale mark.
    """

    def __init__(
        self,
        session: Session,
        table: str,
        value: str,
        row_key: str,
        column_key: str,
        rows_of_grid: Callable[[], Sequence[tuple[Any, str]]],
        columns_of_grid: Callable[[], Sequence[tuple[Any, str]]],
        action: str,
        fixed: Callable[[], Values],
        basis_of_new: Callable[[], str] | None = None,
        locked: Callable[[Any, Any], str] | None = None,
        required: Callable[[Any, Any], bool] | None = None,
        lead_columns: Sequence[EntryColumn] = (),
        lead: Callable[[Any], Mapping[str, EntryCell]] | None = None,
        width: int = 76,
        title: str = "",
    ) -> None:
        super().__init__(session)
        self.table, self.value, self.row_key, self.column_key = table, value, row_key, column_key
        self.sheet = SHEETS_BY_TABLE[table]
        self.rows_of_grid, self.columns_of_grid = rows_of_grid, columns_of_grid
        self.action, self.fixed, self.basis_of_new = action, fixed, basis_of_new
        self.locked, self.required = locked, required
        self.lead_columns, self.lead = tuple(lead_columns), lead
        self.width = width
        self.title = title or self.sheet.field(row_key).header

    def columns(self) -> list[EntryColumn]:
        """The words of the rows, what stands beside them, then one column a value of the column key."""
        first = [EntryColumn("row", self.title, 150, frozen=True, locked=True), *self.lead_columns]
        field = self.sheet.field(self.value)
        right = field.kind in RIGHT
        return first + [
            EntryColumn(self._name(key), words, self.width, right, field=field) for key, words in self.columns_of_grid()
        ]

    def rows(self) -> list[EntryRow]:
        """One row a value of the row key."""
        found = self._found()
        closed = self.why_closed
        across = [key for key, _ in self.columns_of_grid()]
        return [
            EntryRow(
                key,
                {"row": EntryCell(words), **(self.lead(key) if self.lead else {})}
                | {self._name(column): self._cell(key, column, found.get((key, column)), closed) for column in across},
            )
            for key, words in self.rows_of_grid()
        ]

    def _name(self, key: object) -> str:
        return f"{self.column_key}:{key}"

    def _found(self) -> dict[tuple[Any, Any], Values]:
        fixed = self.fixed().items()
        return {
            (row[self.row_key], row[self.column_key]): row
            for row in self.stored(self.table)
            if all(row[name] == value for name, value in fixed)
        }

    def _cell(self, row: Any, column: Any, stored: Values | None, closed: str) -> EntryCell:
        locked = closed or (self.locked(row, column) if self.locked else "")
        required = bool(self.required and self.required(row, column))
        if stored is None:
            return EntryCell("", required, locked)
        text = cells.shown(self.sheet.field(self.value), stored[self.value])
        early = stored.get("basis") == "preliminary"
        tip = self.tr("快报数，尚未核定") if early else ""
        return EntryCell(text, required, locked, tag=self.tr("快") if early else "", dashed=early, tip=tip)

    def save(self, edits: list[Edit], action: str) -> Problems:
        """Save figures: new ones make rows, changed ones are changed, cleared ones go."""
        keys = {self._name(key): key for key, _ in self.columns_of_grid()}
        found = self._found()
        basis = {"basis": self.basis_of_new()} if self.basis_of_new else {}
        places: dict[int | str, tuple[Hashable, str]] = {}
        typed: list[Typed] = []
        fixed: dict[int | str, Values] = {}
        removed: list[tuple[str, int]] = []
        for at, (ref, name, text) in enumerate(edits):
            stored = found.get((ref, keys[name]))
            if not text.strip():
                removed += [(self.table, stored["id"])] if stored else []
                continue
            row: int | str = stored["id"] if stored else f"new-{at}"
            places[row] = (ref, name)
            fixed[row] = basis if stored else {**self.fixed(), self.row_key: ref, self.column_key: keys[name], **basis}
            typed.append(Typed(self.table, row, self.value, text))
        entered = self.enter(typed, self._named_action(action, edits), fixed, removed)
        if entered is None:
            return {}
        return {places[row]: reason for (_, row, _), reason in entered.problems.items()}

    def _named_action(self, verb: str, edits: list[Edit]) -> str:
        across = dict((self._name(key), words) for key, words in self.columns_of_grid())
        down = dict(self.rows_of_grid())
        columns = list(dict.fromkeys(across[name] for _, name, _ in edits))
        rows = list(dict.fromkeys(down.get(ref, str(ref)) for ref, _, _ in edits))
        which = "、".join(columns) if len(columns) <= MOST_NAMED else f"{columns[0]}至{columns[-1]}"
        who = "、".join(rows) if len(rows) <= MOST_NAMED else f"{len(rows)} 行"
        return f"{verb} {self.action} {which}：{who}"

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Remove all figures of some rows."""
        wanted = set(refs)
        gone = [(self.table, row["id"]) for (key, _), row in self._found().items() if key in wanted]
        names = [words for key, words in self.rows_of_grid() if key in wanted]
        action = f"清除 {self.action}：{'、'.join(names[:MOST_NAMED])}"
        return bool(gone) and self.enter((), action, {}, gone) is not None
