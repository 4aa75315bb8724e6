"""The grid of raters by departments: one row of the book a cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kpi_desktop.assessment.trimming import Rater, bearers, dropped, raters
from kpi_desktop.exchange.columns import field as column
from kpi_desktop.exchange.entering import Typed
from ui.grid.choices import choices_of, names_of, stored_text
from ui.grid.entry_cells import EntryCell, EntryColumn, EntryRow
from ui.grid.sources import BookSource
from ui.pages.panel.rater_cells import DEPARTMENT, LEADS, SCORE, TABLE, RaterCells

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from kpi_desktop.exchange.entering import Entered
    from ui.session import Session

    Edit = tuple[Hashable, str, str]
    Problems = dict[tuple[Hashable, str], str]

MOST_NAMED = 3


@dataclass
class _Step:
    """What one step writes: cells, columns nobody typed, rows that go, and the cell of the grid each came from."""

    typed: list[Typed] = field(default_factory=list)
    fixed: dict[int | str, dict[str, Any]] = field(default_factory=dict)
    removed: list[tuple[str, int]] = field(default_factory=list)
    origin: dict[int | str, tuple[Hashable, str]] = field(default_factory=dict)
    problems: Problems = field(default_factory=dict)


class RaterSource(BookSource):
    """The named ratings on one panel indicator. A rater is saved with the first score; a new one waits until then."""

    can_add = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.indicator = ""
        self._waiting: dict[Hashable, dict[str, dict[str, str]]] = {}
        self._kept: dict[Hashable, list[Rater]] = {}
        self._became: dict[Hashable, Rater] = {}
        self._count = 0

    def scope(self) -> Hashable:
        """The year and the indicator."""
        return (super().scope(), self.indicator)

    @property
    def _new(self) -> dict[str, dict[str, str]]:
        return self._waiting.setdefault(self.scope(), {})

    # --- showing

    def departments(self) -> tuple[str, ...]:
        """The departments that are rated."""
        view = self.session.view
        return bearers(view.facts, self.indicator) if view else ()

    def columns(self) -> list[EntryColumn]:
        view = self.session.view
        widths = {"rater": 84, "rater_class": 88, "rater_department": 112}
        titles = {"rater": self.tr("评委"), "rater_class": self.tr("类别"), "rater_department": self.tr("评委部门")}
        leads = [
            EntryColumn(
                name,
                titles[name],
                widths[name],
                frozen=True,
                field=column(TABLE, name),
                choices=choices_of(self.session, TABLE, column(TABLE, name)),
            )
            for name in LEADS
        ]
        scores = [
            EntryColumn(
                DEPARTMENT + code, view.name(code) if view else code, 88, right=True, field=column(TABLE, SCORE)
            )
            for code in self.departments()
        ]
        return leads + scores

    def _name(self, code: str) -> str:
        return self.session.view.name(code) if self.session.view else code

    def rows(self) -> list[EntryRow]:
        view = self.session.view
        if view is None or not self.indicator:
            return []
        found = self._found()
        names = names_of(self.session, column(TABLE, "rater_department"))
        cells = RaterCells(self.departments(), names, self.why_closed, found, self._out())
        known = [EntryRow(rater, cells.of(rater)) for rater in self._known()]
        return known + [EntryRow(ref, cells.waiting(texts)) for ref, texts in self._new.items()]

    def _known(self) -> list[Rater]:
        """The raters of this indicator; before there are any, those of the others; one whose scores went stays."""
        view = self.session.view
        assert view is not None
        own = list(raters(view.facts, self.indicator))
        if not own:
            others = [each.code for each in view.facts.indicators if each.rule.code == "panel"]
            own = list(dict.fromkeys(rater for code in others for rater in raters(view.facts, code)))
        kept = self._kept.setdefault(self.scope(), [])
        own += [rater for rater in kept if rater not in own]
        kept[:] = own
        return own

    def _found(self) -> dict[tuple[Rater, str], Mapping[str, Any]]:
        rows = (row for row in self.stored(TABLE) if row["indicator"] == self.indicator and row["rater"] is not None)
        return {(_rater(row), row["department"]): row for row in rows}

    def _out(self) -> dict[int, int]:
        """How many ballots of a row of the book are dropped."""
        view = self.session.view
        assert view is not None
        ids = [row["id"] for row in self.stored(TABLE)]
        return {ids[place]: count for place, count in dropped(view.facts, self.indicator).items() if place < len(ids)}

    def blank_row(self) -> EntryRow:
        closed = self.why_closed
        made = {column.name: EntryCell("", False, closed) for column in self.columns()}
        made["rater"] = EntryCell("", False, closed, shown=self.tr("＋ 新增评委"), token="pale")
        return EntryRow(None, made)

    def new_ref(self) -> str:
        self._count += 1
        return f"new-{self._count}"

    def current_ref(self, ref: Hashable) -> Hashable:
        """What a rater is called now: one who was new is saved, one who was renamed has another name."""
        if isinstance(ref, str) or (ref in self._became and ref not in {rater for rater, _ in self._found()}):
            return self._became.get(ref, ref)
        return ref

    # --- typing

    def save(self, edits: list[Edit], action: str) -> Problems:
        step, found = _Step(), self._found()
        grouped: dict[Hashable, dict[str, str]] = {}
        for ref, name, text in edits:
            text = stored_text(self.session, column(TABLE, name), text) if name in LEADS else text
            grouped.setdefault(self.current_ref(ref), {})[name] = text
        for ref, texts in grouped.items():
            if isinstance(ref, Rater):
                own = {code: row for (rater, code), row in found.items() if rater == ref}
                self._type_known(step, ref, texts, own)
            else:
                self._type_new(step, str(ref), texts)
        if not step.typed and not step.removed:
            return step.problems
        entered = self.enter(step.typed, self._named(grouped, action), step.fixed, step.removed)
        if isinstance(entered, str):
            return {(ref, name): entered for ref, name, _ in edits}
        self._settle(grouped, step, found, entered)
        return step.problems | self._problems(step, entered)

    def _type_known(
        self, step: _Step, rater: Rater, texts: Mapping[str, str], own: Mapping[str, Mapping[str, Any]]
    ) -> None:
        leads = {name: text for name, text in texts.items() if name in LEADS}
        if leads and not own:
            self._forget_rater(rater)
            fresh = self.new_ref()
            self._new[fresh] = {name: text for name, text in zip(LEADS, _texts(rater), strict=True) if text}
            self._type_new(step, fresh, texts)
            return
        for row in own.values():
            for name, text in leads.items():
                step.typed.append(Typed(TABLE, row["id"], name, text))
                step.origin[row["id"]] = (rater, name)
        for name, text in texts.items():
            if name in LEADS:
                continue
            code = name.removeprefix(DEPARTMENT)
            row = own.get(code)
            if row is not None and not text.strip():
                step.removed.append((TABLE, row["id"]))
            elif row is not None or text.strip():
                self._type_score(step, rater, code, text, row["id"] if row else None, leads)

    def _type_score(
        self, step: _Step, rater: Rater, code: str, text: str, known: int | None, leads: Mapping[str, str]
    ) -> None:
        if code == rater.department and "rater_department" not in leads:
            step.problems[rater, DEPARTMENT + code] = self.tr("不能评议自己的部门")
            return
        row: int | str = known if known is not None else f"{'/'.join(_texts(rater))}/{code}"
        if known is None:
            stated = dict(zip(LEADS, (rater.name, rater.rater_class, rater.department), strict=True))
            step.fixed[row] = {"indicator": self.indicator, "department": code, **stated}
            step.typed += [Typed(TABLE, row, name, lead) for name, lead in leads.items()]
        step.typed.append(Typed(TABLE, row, SCORE, text))
        step.origin[row] = (rater, DEPARTMENT + code)

    def _type_new(self, step: _Step, ref: str, typed: Mapping[str, str]) -> None:
        texts = self._new.setdefault(ref, {})
        texts |= typed
        leads = {name: texts[name] for name in LEADS if texts.get(name, "").strip()}
        scores = {name: text for name, text in texts.items() if name.startswith(DEPARTMENT) and text.strip()}
        if not any(text.strip() for text in texts.values()):
            del self._new[ref]
        if not scores or "rater" not in leads or "rater_class" not in leads:
            return
        for name, text in scores.items():
            code = name.removeprefix(DEPARTMENT)
            if code == leads.get("rater_department"):
                step.problems[ref, name] = self.tr("不能评议自己的部门")
                continue
            row = f"{ref}/{code}"
            step.fixed[row] = {"indicator": self.indicator, "department": code}
            step.typed += [Typed(TABLE, row, lead, words) for lead, words in leads.items()]
            step.typed.append(Typed(TABLE, row, SCORE, text))
            step.origin[row] = (ref, name)

    def _settle(
        self,
        grouped: Mapping[Hashable, Mapping[str, str]],
        step: _Step,
        found: Mapping[tuple[Rater, str], Mapping[str, Any]],
        entered: Entered,
    ) -> None:
        """Know those who were new or renamed by what they are called now."""
        rows = {row["id"]: row for row in self.stored(TABLE)}
        for row, number in entered.made.items():
            ref, _ = step.origin[row]
            if isinstance(ref, str) and number in rows:
                self._new.pop(ref, None)
                self._became[ref] = _rater(rows[number])
        for ref, texts in grouped.items():
            ids = [row["id"] for (rater, _), row in found.items() if rater == ref]
            now = next((_rater(rows[number]) for number in ids if number in rows), ref)
            if isinstance(ref, Rater) and isinstance(now, Rater) and now != ref and set(texts) & set(LEADS):
                self._forget_rater(ref)
                self._became[ref] = now

    def _problems(self, step: _Step, entered: Entered) -> Problems:
        found: Problems = {}
        for (_, row, name), why in entered.problems.items():
            ref, origin = step.origin[row]
            found[ref, origin if name == SCORE else name] = why
        return found

    def _named(self, grouped: Mapping[Hashable, Mapping[str, str]], action: str) -> str:
        view = self.session.view
        indicator = view.indicators.get(self.indicator) if view else None
        names = [
            ref.name if isinstance(ref, Rater) else self._new.get(str(ref), {}).get("rater", "") for ref in grouped
        ]
        who = "、".join(filter(None, names)) if len(names) <= MOST_NAMED else f"{len(names)} 名评委"
        columns = list(dict.fromkeys(name for texts in grouped.values() for name in texts))
        codes = [name.removeprefix(DEPARTMENT) for name in columns if name.startswith(DEPARTMENT)]
        which = self._name(codes[0]) if len(codes) == 1 else f"{len(codes)} 个部门"
        title = indicator.name if indicator else self.indicator
        return f"{action} 评议 {title}：{who} {which if codes else ''}".strip()

    # --- rows that go

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Take raters away with all they gave on this indicator."""
        wanted = [self.current_ref(ref) for ref in refs]
        for ref in wanted:
            if isinstance(ref, str):
                self._new.pop(ref, None)
        gone = [(TABLE, row["id"]) for (rater, _), row in self._found().items() if rater in wanted]
        names = [ref.name for ref in wanted if isinstance(ref, Rater)]
        action = f"删除 评委：{'、'.join(names[:MOST_NAMED])}"
        if gone and isinstance(self.enter((), action, {}, gone), str):
            return False
        for ref in wanted:
            if isinstance(ref, Rater):
                self._forget_rater(ref)
        self.changed.emit()
        return True

    def _forget_rater(self, rater: Rater) -> None:
        kept = self._kept.get(self.scope(), [])
        if rater in kept:
            kept.remove(rater)

    def forget(self, ref: Hashable, name: str) -> None:
        if isinstance(ref, str) and ref in self._new:
            self._new[ref].pop(name, None)
            if not any(self._new[ref].values()):
                del self._new[ref]


def _rater(row: Mapping[str, Any]) -> Rater:
    return Rater(row["rater"], row["rater_department"], row["rater_class"])


def _texts(rater: Rater) -> tuple[str, str, str]:
    """In the order of the leads."""
    return rater.name, rater.rater_class, rater.department or ""
