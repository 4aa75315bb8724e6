"""The grid of 自评与核定: two tables of the book beside what was computed, one row a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kpi_desktop.assessment.exact import fraction
from kpi_desktop.exchange import cells
from kpi_desktop.exchange.columns import field
from kpi_desktop.exchange.entering import Typed
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.sources import BookSource
from ui.pages.verdicts.lines import EVERY, Ref, by_ref, passes
from ui.words import percent, points, signed

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from kpi_desktop.assessment.self_scores import Judgement
    from ui.session import Session

    Edit = tuple[Hashable, str, str]
    Problems = dict[tuple[Hashable, str], str]

OWN, NOTE, VERDICT, BASIS = "own", "note", "verdict", "basis"
SELF_SCORE, VERDICTS = "self_score", "verdict"


class Place(NamedTuple):
    """Where a column of the grid is stored."""

    table: str
    name: str


PLACES = {
    OWN: Place(SELF_SCORE, "share"),
    NOTE: Place(SELF_SCORE, "note"),
    VERDICT: Place(VERDICTS, "share"),
    BASIS: Place(VERDICTS, "basis"),
}
NAMES = {place: name for name, place in PLACES.items()}
Key = tuple[Ref, str]
"""A row of one of the two tables."""


class VerdictSource(BookSource):
    """The lines of `department` (all of them where empty) that `kind` keeps; they stay until something else is asked.

    A verdict without its basis, and a note without a share, waits here until the other half is typed.
    """

    can_add = False

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.department, self.kind = "", EVERY
        self.found: dict[Ref, Judgement] = {}
        self._refs: list[Ref] = []
        self._waiting: dict[Key, dict[str, str]] = {}
        self._asked: set[tuple[Hashable, str]] = set()
        self._year: Hashable = None

    def ask(self, department: str, kind: str) -> None:
        """Show the lines of another department, or other ones of it."""
        self.department, self.kind = department, kind
        self.read()
        self._refs = [ref for ref, each in self.found.items() if self._is_meant(ref) and passes(each, kind)]

    def read(self) -> None:
        """Take the figures of the year on screen; lines that were shown stay, whatever became of them."""
        view = self.session.view
        self.found = by_ref(view) if view else {}
        if super().scope() != self._year:
            self._year, self._waiting, self._asked = super().scope(), {}, set()
        if self.kind == EVERY:
            self._refs = [ref for ref in self.found if self._is_meant(ref)]

    def _is_meant(self, ref: Ref) -> bool:
        return self.department in ("", ref.department)

    def scope(self) -> Hashable:
        return (super().scope(), self.department, self.kind)

    # --- showing

    def columns(self) -> list[EntryColumn]:
        whose = [] if self.department else [EntryColumn("department", self.tr("部门"), 100, frozen=True, locked=True)]
        said = {"right": True, "locked": True}
        return [
            *whose,
            EntryColumn("item", self.tr("指标、任务"), 200, frozen=True, locked=True),
            EntryColumn("full", self.tr("满分"), 54, **said),
            EntryColumn("computed", self.tr("计算"), 66, **said),
            EntryColumn("computed_score", self.tr("计算得分"), 68, **said),
            EntryColumn(OWN, self.tr("自评"), 92, right=True, field=field(*PLACES[OWN])),
            EntryColumn("own_score", self.tr("自评得分"), 66, **said),
            EntryColumn("apart", self.tr("自评差"), 78, **said),
            EntryColumn(VERDICT, self.tr("核定"), 92, right=True, field=field(*PLACES[VERDICT])),
            EntryColumn("verdict_score", self.tr("核定得分"), 66, **said),
            EntryColumn(BASIS, self.tr("核定依据"), 230, field=field(*PLACES[BASIS])),
            EntryColumn(NOTE, self.tr("自评说明"), 200, field=field(*PLACES[NOTE])),
            EntryColumn("category", self.tr("类别"), 84, locked=True),
        ]

    def rows(self) -> list[EntryRow]:
        stored = self._stored()
        closed = self.why_closed
        return [EntryRow(ref, self._cells(ref, stored, closed)) for ref in self._refs if ref in self.found]

    def _stored(self) -> dict[Key, Mapping[str, Any]]:
        tables = (SELF_SCORE, VERDICTS)
        return {(Ref(row["department"], row["subject"]), t): row for t in tables for row in self.stored(t)}

    def _cells(self, ref: Ref, stored: Mapping[Key, Mapping[str, Any]], closed: str) -> dict[str, EntryCell]:
        view, each = self.session.view, self.found[ref]
        assert view is not None
        line, places = each.line, view.assessment.decimals
        share = line.computed_share
        made = {
            "department": EntryCell(view.name(ref.department)),
            "item": EntryCell(f"{ref.code} {line.title}", tip=line.title, tag=self._kind(each)),
            "full": EntryCell(points(line.full, places), token="secondary"),
            "computed": EntryCell(percent(share, 2) or "", required=share is None, key=share),
            "computed_score": _score(each.computed_score, places),
            "own_score": _score(each.own_score, places),
            "apart": self._apart(each, places),
            "verdict_score": _score(line.score if line.spec.verdict else None, places, "text"),
            "category": EntryCell(line.category, token="secondary"),
        }
        for name in PLACES:
            made[name] = self._typed(ref, name, stored.get((ref, PLACES[name].table)), closed)
        if each.borrowed and not made[VERDICT].text:
            share_words = cells.shown(field(*PLACES[VERDICT]), each.borrowed.share)
            tip = self.tr("牵头部门的核定，协办部门没有自己的核定时随它：{basis}").format(basis=each.borrowed.basis)
            words = made[BASIS].text or self.tr("随牵头部门的核定")
            made[VERDICT] = made[VERDICT]._replace(shown=share_words, token="pale", tip=tip)
            made[BASIS] = made[BASIS]._replace(shown=words, token="pale", tip=tip)
        return made

    def _kind(self, each: Judgement) -> str:
        return self.tr("协办") if each.line.kind == "partner" else ""

    def _apart(self, each: Judgement, places: int) -> EntryCell:
        if not each.differs:
            return EntryCell("" if each.own is None else "–", token="pale")
        if each.apart is None:
            tip = self.tr("计算没有结果，自评却有")
            return EntryCell("≠", token="amber_text", tip=tip)
        tip = self.tr("自评比计算{more} {points} 分").format(
            more=self.tr("多") if each.apart > 0 else self.tr("少"), points=points(abs(each.apart), places)
        )
        return EntryCell(f"≠ {signed(each.apart, places)}", token="amber_text", tip=tip, key=each.apart)

    def _typed(self, ref: Ref, name: str, stored: Mapping[str, Any] | None, closed: str) -> EntryCell:
        place = PLACES[name]
        waits = self._waiting.get((ref, place.table), {})
        if stored is None and waits:
            text = waits.get(name, "")
            tip = self.tr("还没有保存：得分率和依据要都填上") if place.table == VERDICTS else self.tr("先填自评得分率")
            return EntryCell(text, True, tag=self.tr("未存") if text else "", dashed=True, tip=tip)
        value = stored[place.name] if stored else None
        text = cells.shown(field(*place), value) if value is not None else ""
        key = fraction(value) if value is not None and place.name == "share" else None
        return EntryCell(text, False, closed, key=key)

    # --- typing

    def save(self, edits: list[Edit], action: str) -> Problems:
        stored = self._stored()
        typed, fixed, removed = [], {}, []
        problems: Problems = {}
        refs: dict[int | str, Key] = {}
        for key, texts in self._grouped(edits).items():
            (ref, table), row = key, stored.get(key)
            if row is None:
                texts = self._waiting.pop(key, {}) | texts
                texts = {name: text for name, text in texts.items() if text.strip()}
                if lacking := self._lacking(table, texts):
                    self._waiting[key] = texts
                    problems |= {(ref, name): why for name, why in lacking.items()}
                    self._asked |= {(ref, name) for name in lacking}
                    continue
            elif not texts.get(NAMES[Place(table, "share")], "-").strip():
                removed.append((table, row["id"]))
                continue
            place: int | str = row["id"] if row else f"{table}/{'/'.join(ref)}"
            refs[place] = key
            if row is None and texts:
                fixed[place] = {"department": ref.department, "subject": ref.code}
                self._waiting[key] = texts
            typed += [Typed(table, place, PLACES[name].name, text) for name, text in texts.items()]
        if not typed and not removed:
            return problems
        return problems | self._entered(edits, typed, fixed, removed, refs, action)

    def _entered(
        self,
        edits: list[Edit],
        typed: list[Typed],
        fixed: dict[int | str, Mapping[str, Any]],
        removed: list[tuple[str, int]],
        refs: Mapping[int | str, Key],
        action: str,
    ) -> Problems:
        entered = self.enter(typed, self._named(edits, action), fixed, removed)
        if isinstance(entered, str):
            return {(ref, name): entered for ref, name, _ in edits}
        for made in entered.made:
            self._waiting.pop(refs[made], None)
        return {(refs[row][0], NAMES[Place(table, name)]): why for (table, row, name), why in entered.problems.items()}

    @staticmethod
    def _grouped(edits: list[Edit]) -> dict[Key, dict[str, str]]:
        found: dict[Key, dict[str, str]] = {}
        for ref, name, text in edits:
            if isinstance(ref, Ref) and name in PLACES:
                found.setdefault((ref, PLACES[name].table), {})[name] = text
        return found

    def _lacking(self, table: str, texts: Mapping[str, str]) -> dict[str, str]:
        """What a new row still needs before it is saved, and why."""
        if table == SELF_SCORE:
            return {OWN: self.tr("先填自评得分率，说明还没有保存")} if texts and OWN not in texts else {}
        if texts and BASIS not in texts:
            return {BASIS: self.tr("核定要写依据，得分率还没有保存")}
        return {VERDICT: self.tr("先填核定得分率，依据还没有保存")} if texts and VERDICT not in texts else {}

    def _named(self, edits: list[Edit], action: str) -> str:
        refs = list(dict.fromkeys(ref for ref, _, _ in edits if isinstance(ref, Ref)))
        tables = {PLACES[name].table for _, name, _ in edits if name in PLACES}
        what = "自评与核定"
        if len(tables) == 1:
            what = "核定" if VERDICTS in tables else "自评"
        view = self.session.view
        who = "、".join(dict.fromkeys(view.name(ref.department) if view else ref.department for ref in refs[:1]))
        which = refs[0].code if len(refs) == 1 else f"{len(refs)} 项"
        return f"{action} {what}：{who} {which}"

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Lines are not taken away here."""
        return False

    def forget(self, ref: Hashable, name: str) -> None:
        """Give up a text that waits; giving up the blank that it waits for gives up the whole."""
        key = (ref, PLACES[name].table)
        texts = self._waiting.get(key, {})  # type: ignore[call-overload]
        texts.pop(name, None)
        others = [each for each in texts if each != name]
        if not others or name in (BASIS, OWN, VERDICT):
            self._waiting.pop(key, None)  # type: ignore[call-overload]

    def settled(self) -> set[tuple[Hashable, str]]:
        """The blanks that were asked for and for which nothing waits any more; they are told once."""
        found = {(ref, name) for ref, name in self._asked if (ref, PLACES[name].table) not in self._waiting}
        self._asked -= found
        return found


def _score(value: Any, places: int, token: str = "secondary") -> EntryCell:
    return EntryCell("" if value is None else points(value, places), token=token, key=value)
