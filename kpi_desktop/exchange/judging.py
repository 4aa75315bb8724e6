"""Whether typed cells are good: each read as its column says, then all laid over the year and checked as an import is.

A cell that is not good is taken back and the rest judged again, until what is left can stand. Only what a typed cell
can break is looked at: a monthly value breaks nothing but itself, the code of an indicator all that refers to it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.exchange.cells import Cell
from kpi_desktop.exchange.checks import check
from kpi_desktop.exchange.columns import SHEETS, SHEETS_BY_TABLE
from kpi_desktop.exchange.draft import Draft, Entry, Key, Report
from kpi_desktop.exchange.drafting import unit_of
from kpi_desktop.exchange.fields import Sheet
from kpi_desktop.exchange.planning import NOT_BLANK
from kpi_desktop.exchange.records import is_late, read_cells
from kpi_desktop.exchange.standing import Kept, Standing

BUILT_ON = (
    "setting",
    "department",
    "group_",
    "category",
    "indicator",
    "target",
    "task",
    "milestone",
    "rater_class",
    "grade_band",
)
"""The tables that the checks look things up in; they are always there as a whole."""
FAR_REACHING: Mapping[str, frozenset[str]] = {
    "setting": frozenset({"value"}),
    "department": frozenset({"code", "group", "takes_part"}),
    "group_": frozenset({"name"}),
    "category": frozenset({"name", "kind"}),
    "indicator": frozenset({"code", "source", "rule", "params"}),
    "target": frozenset({"indicator", "department"}),
    "task": frozenset({"code", "lead", "partners"}),
    "rater_class": frozenset({"name"}),
    "grade_band": frozenset({"name", "group"}),
}
"""The columns on which rows of other tables build: when one changes, all tables are checked."""
ALL_TABLES = tuple(sheet.table for sheet in SHEETS if sheet.comes_in)


@dataclass(eq=False)
class Line:
    """A row that was typed in: `texts` that stand so far, `problems` of those that do not, what a new row `lacking`."""

    sheet: Sheet
    row: int | str
    fixed: dict[str, Any]
    texts: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    lacking: set[str] = field(default_factory=set)
    known: Entry | None = None
    entry: Entry | None = None

    @property
    def table(self) -> str:
        """The table it is a row of."""
        return self.sheet.table

    @property
    def waits(self) -> bool:
        """Whether it is a new row that cannot be saved yet."""
        return self.known is None and (bool(self.lacking) or not self.texts or self._is_bad_where_needed)

    @property
    def _is_bad_where_needed(self) -> bool:
        return any(self.sheet.field(name).required or name in self.sheet.key for name in self.problems)

    @property
    def reaches_far(self) -> bool:
        """Whether other rows may build on what was typed."""
        if self.table == "grade_band" and self.known is None:
            return True
        return self.known is not None and not FAR_REACHING.get(self.table, frozenset()).isdisjoint(self.texts)

    @property
    def changes_key(self) -> bool:
        """Whether a row that others may name gets another name."""
        if self.known is None or self.entry is None or self.table not in BUILT_ON:
            return False
        return self.sheet.key_of(self.known.values) != self.sheet.key_of(self.entry.values)

    def order(self, name: str) -> int:
        """The place of a column in its sheet."""
        return [each.name for each in self.sheet.fields].index(name)

    def take_back(self, name: str, reason: str) -> None:
        """A cell does not stand; one that was not typed puts all cells of the row in doubt."""
        if name in self.texts:
            del self.texts[name]
            self.problems[name] = reason
        elif self.known is None and self.entry and self.entry[name] is None and name not in self.problems:
            self.lacking.add(name)
        else:
            self.problems |= dict.fromkeys(self.texts, reason)
            self.texts.clear()


class Findings(Report):
    """What is wrong, by row and column."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[Entry, str, str]] = []

    def bad(self, entry: Entry, name: str, wrong: str, right: str = "") -> None:
        """Note the first thing said about a cell, in the words of a grid: it needs no address and no header."""
        if name in entry.bad:
            return
        entry.bad.add(name)
        cell = entry.cells.get(entry.columns.get(name, 0))
        read = f"“{cell.read}”" if cell and cell.read else ""
        said = wrong.removeprefix(read) + (f"，{right}" if right else "")
        self.found.append((entry, name, f"{read}{chinese(said)}"))


def chinese(sentence: str) -> str:
    """A sentence with the wide commas, semicolons and question marks of Chinese text between its parts."""
    asked = re.sub(r"(?<=[%吗])\?，?", "？", sentence)
    wide = re.sub(r"(?<=[^\x00-\x7f]), ?", "，", asked)
    return re.sub(r"(?<=[^\x00-\x7f]); ?", "；", wide)


def needed_tables(lines: Iterable[Line], gone: Iterable[tuple[str, int]]) -> Collection[str]:
    """The tables that must be loaded to judge `lines` and what goes."""
    touched = {line.table for line in lines} | {table for table, _ in gone}
    return touched | set(ALL_TABLES if _all_of(lines, gone) else BUILT_ON)


def _all_of(lines: Iterable[Line], gone: Iterable[tuple[str, int]]) -> bool:
    may_reach = any(not FAR_REACHING.get(line.table, frozenset()).isdisjoint(line.texts) for line in lines)
    return may_reach or any(table in BUILT_ON for table, _ in gone)


def judge(now: Standing, lines: list[Line], gone: set[tuple[str, int]]) -> None:
    """Take back what cannot stand; afterwards every line's `entry` is the row as it shall be."""
    while _judged_once(now, lines, gone, lines):
        pass
    if any(line.waits and line.table in BUILT_ON for line in lines):
        while _judged_once(now, lines, gone, [line for line in lines if not line.waits]):
            pass


def _judged_once(now: Standing, lines: list[Line], gone: set[tuple[str, int]], standing: list[Line]) -> bool:
    """Lay `standing` lines over the year and take back what is wrong; whether something was."""
    findings = Findings()
    draft = _laid(now, standing, gone, findings)
    check(draft, findings)
    by_entry = {id(line.entry): line for line in standing}
    before = _stands(standing)
    for entry, name, reason in findings.found:
        if line := by_entry.get(id(entry)):
            line.take_back(name, reason)
    if not findings.found and any(line.changes_key for line in standing):
        _breaks_others(now, standing, gone)
    return _stands(standing) != before


def _stands(lines: Iterable[Line]) -> list[tuple[int, int]]:
    return [(len(line.texts), len(line.lacking)) for line in lines]


def _laid(now: Standing, lines: list[Line], gone: set[tuple[str, int]], findings: Findings) -> Draft:
    """The year with `lines` over it: whole where anything may be broken, else what the lines need to be judged."""
    draft = Draft()
    draft.earlier_tasks = now.earlier_tasks
    whole = any(line.reaches_far for line in lines)
    number = 0
    for sheet in SHEETS:
        kept = now.tables.get(sheet.table)
        own = [line for line in lines if line.table == sheet.table]
        if kept is None:
            continue
        for line in own:
            number += 1
            _read(line, number, draft, findings)
        away = {line.row for line in own if line.known} | _away(kept, gone)
        _find_repeated(kept, own, away, findings)
        entries = [line.entry for line in own if line.entry]
        if whole or sheet.table in BUILT_ON:
            if not own and not away:
                draft.share(sheet.table, list(kept.by_id.values()), kept.by_key)
                continue
            entries = [entry for row, entry in kept.by_id.items() if row not in away] + entries
        draft.put(sheet.table, entries)
    return draft


def _away(kept: Kept, gone: set[tuple[str, int]]) -> set[int | str]:
    """The rows of a table that go, by which they are kept."""
    ids = {row_id for table, row_id in gone if table == kept.sheet.table}
    return {row for row, entry in kept.by_id.items() if entry.id in ids} if ids else set()


def _read(line: Line, number: int, draft: Draft, findings: Findings) -> None:
    """Make the row as it would stand from what was typed and what the book has."""
    sheet = line.sheet
    places = {each.name: at for at, each in enumerate(sheet.fields, 1)}
    entry = Entry(sheet, _before(line), number)
    entry.cells = {places[name]: Cell(text or None) for name, text in line.texts.items()}
    entry.columns = {name: at for name, at in places.items() if line.known is None or name in line.texts}
    if line.known is not None:
        entry.id, entry.before = line.known.id, line.known.before
    line.entry = entry
    typed = [each for each in sheet.fields if each.name in line.texts]
    read_cells(entry, [each for each in typed if not is_late(each)], lambda *_: unit_of(draft, *_), findings)
    _note_what_lacks(line, entry)
    read_cells(entry, [each for each in typed if is_late(each)], lambda *_: unit_of(draft, *_), findings)


def _before(line: Line) -> dict[str, Any]:
    """The values under what was typed: the book's, else those of blank cells."""
    if line.known is not None:
        return _as_typed(line.known) | line.fixed
    return {each.name: each.blank for each in line.sheet.fields} | line.fixed


def _as_typed(entry: Entry) -> dict[str, Any]:
    """The values of a row of the book, blank where the book has something for a cell that was left blank."""
    unused = NOT_BLANK.get(entry.sheet.table, {})
    return {name: None if name in unused and value == unused[name] else value for name, value in entry.values.items()}


def _note_what_lacks(line: Line, entry: Entry) -> None:
    """Required columns of a new row that nobody has filled are not wrong yet; nothing is said about them."""
    if line.known is not None:
        return
    given = line.texts.keys() | line.fixed.keys()
    line.lacking |= {
        each.name
        for each in line.sheet.fields
        if each.required and each.name not in given and each.name not in line.problems
    }
    entry.bad.update(line.lacking - given)
    entry.bad.update(name for name in line.problems if line.sheet.field(name).required)


def _find_repeated(kept: Kept, lines: list[Line], away: set[int | str], findings: Findings) -> None:
    """Report rows that have the key of another one."""
    sheet, taken = kept.sheet, set()
    for line in lines:
        entry = line.entry
        if not entry or not sheet.key or not entry.reads(*sheet.key) or not sheet.is_keyed(entry.values):
            continue
        key: Key = sheet.key_of(entry.values)
        other = kept.by_key.get(key)
        if key in taken or (other is not None and _row_of(other) not in away):
            headers = "、".join(sheet.field(name).header for name in sheet.key if entry[name] is not None)
            name = next((name for name in sheet.key if name in line.texts), sheet.key[0])
            findings.bad(entry, name, "和另一行重复", f"每个“{headers}”只能有一行")
        taken.add(key)


def _row_of(entry: Entry) -> int | str:
    return str(entry["name"]) if entry.sheet.table == "setting" else entry.id or 0


def refuse_removal(now: Standing, gone: set[tuple[str, int]]) -> None:
    """Refusal when rows that stay need one of those that go, naming where."""
    for table, row in gone:
        if table != "setting" and row not in now.tables[table].by_id:
            raise Refusal(f"“{SHEETS_BY_TABLE[table].title}”表里的这一行已经不在了，没有删除。", "请刷新（F5）。")
    if not any(table in BUILT_ON and table != "milestone" for table, _ in gone):
        return
    if broken := _broken(now, [], gone):
        raise Refusal(f"{_named(broken)}还要用到它。", "请先处理那些行，再删除。")


def _breaks_others(now: Standing, lines: list[Line], gone: set[tuple[str, int]]) -> None:
    """Take back new names of rows that others go by."""
    broken = _broken(now, lines, gone)
    if broken:
        reason = f"不能改：{_named(broken)}还在用原来的“{{header}}”，请先处理那些行"
        for line in lines:
            if line.changes_key:
                for name in [name for name in line.sheet.key if name in line.texts]:
                    line.take_back(name, reason.format(header=line.sheet.field(name).header))


def _broken(now: Standing, lines: list[Line], gone: set[tuple[str, int]]) -> list[Entry]:
    """Rows of the book that would be wrong afterwards and are not now."""
    own = {id(line.known) for line in lines if line.known}
    after = _wrong(now, [line.entry for line in lines if line.entry], own, gone)
    if not after:
        return []
    before = _wrong(now, [], set(), set())
    return [entry for at, entry in after.items() if at not in before]


def _wrong(
    now: Standing, instead: list[Entry], own: set[int], gone: set[tuple[str, int]]
) -> dict[tuple[str, int | str, str], Entry]:
    """All that is wrong when every row is looked at as if it were brought in now."""
    draft, findings = Draft(), Findings()
    draft.earlier_tasks = now.earlier_tasks
    for table, kept in now.tables.items():
        stay = [entry for entry in kept.by_id.values() if id(entry) not in own and (table, entry.id) not in gone]
        entries = [_as_if_new(entry) for entry in stay]
        draft.put(table, [*entries, *(entry for entry in instead if entry.sheet.table == table)])
    check(draft, findings)
    mine = {id(entry) for entry in instead}
    return {
        (entry.sheet.table, _row_of(entry), name): entry for entry, name, _ in findings.found if id(entry) not in mine
    }


def _as_if_new(entry: Entry) -> Entry:
    columns = {each.name: at for at, each in enumerate(entry.sheet.fields, 1)}
    return Entry(entry.sheet, _as_typed(entry), 1, columns=columns, id=entry.id, before=entry.before)


def _named(entries: list[Entry]) -> str:
    """Where the rows are, the first of them named: `“实绩”表 12 行（E01 D04 1 …）`."""
    counts: dict[str, list[Entry]] = {}
    for entry in entries:
        rows = counts.setdefault(entry.sheet.title, [])
        if entry not in rows:
            rows.append(entry)
    parts = []
    for title, rows in counts.items():
        sheet = rows[0].sheet
        names = sheet.key or tuple(each.name for each in sheet.fields[:2])
        first = " ".join(str(rows[0][name]) for name in names if rows[0][name] is not None)
        parts.append(f"“{title}”表 {len(rows)} 行（{first}{' 等' if len(rows) > 1 else ''}）")
    return "、".join(parts)
