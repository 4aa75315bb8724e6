"""The entry grids of the preview: what is carried, and the targets that were missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.grid.entry import EntryCell, EntryColumn, EntryRow, EntrySource
from ui.parts.fields import DAY, Field, read
from ui.years_carried import nth_year

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence
    from datetime import date

    from kpi_desktop.office.leftovers import CarryPreview, Leftover, Missed, Open
    from ui.pages.carry_over.choices import Decisions, Key
    from ui.year import YearView

DUE, BASIS, TAKEN = "due", "basis", "taken"
YES = "是"


class CarrySource(EntrySource):
    """What both grids share: decisions that are kept, dates that are read."""

    can_add = False

    def __init__(self, view: YearView, preview: CarryPreview, decisions: Decisions, narrow: bool) -> None:
        super().__init__()
        self.view, self.preview, self.decisions, self.narrow = view, preview, decisions, narrow

    def new_ref(self) -> Hashable:
        """Rows come from the year that closes."""
        raise NotImplementedError

    def remove(self, refs: Iterable[Hashable]) -> bool:
        """Nothing is removed here: what is not gone on with is cancelled, with a basis."""
        return False

    def save(self, edits: Sequence[tuple[Hashable, str, str]], action: str) -> dict[tuple[Hashable, str], str]:
        """Keep what was typed; what does not read comes back."""
        problems: dict[tuple[Hashable, str], str] = {}
        for ref, name, text in edits:
            if problem := self._put(ref, name, text.strip()):
                problems[ref, name] = problem
        self.changed.emit()
        return problems

    def _put(self, ref: Hashable, name: str, text: str) -> str:
        raise NotImplementedError

    def _put_due(self, kept: dict[Any, date], key: Key, text: str) -> str:
        day, problem = read(Field(DUE, self.tr("新期限"), DAY), text)
        if problem:
            return problem
        if day is None:
            kept.pop(key, None)
        elif day.year < self.preview.to_year:
            return self.tr("应在 {year} 年或以后").format(year=self.preview.to_year)
        else:
            kept[key] = day
        return ""

    def _due(self, day: date | None, proposed: str) -> EntryCell:
        tip = self.tr("建议 {day}").format(day=proposed)
        return EntryCell(str(day) if day else "", required=day is None, tip=tip)


class TaskSource(CarrySource):
    """Tasks that are carried: their new due dates, or on what basis they end."""

    def columns(self) -> list[EntryColumn]:
        """Task, whose, how often, dates, basis of an end."""
        return [
            EntryColumn("code", self.tr("编码"), 92, frozen=True, locked=True),
            EntryColumn("title", self.tr("任务"), 260 if self.narrow else 380, frozen=True, locked=True),
            EntryColumn("lead", self.tr("牵头部门"), 104, locked=True),
            EntryColumn("age", self.tr("结转后"), 68, locked=True),
            EntryColumn("old_due", self.tr("现期限"), 96, locked=True),
            EntryColumn("proposed", self.tr("建议期限"), 96, locked=True),
            EntryColumn(DUE, self.tr("新期限"), 100),
            EntryColumn(BASIS, self.tr("终止依据（填了就不再办）"), 340 if self.narrow else 480),
        ]

    def rows(self) -> list[EntryRow]:
        """A row a task, as in the sheet, its open milestones below it."""
        made: list[EntryRow] = []
        for item in self.preview.items:
            made.append(self._row(item))
            made += [self._milestone(item, each) for each in item.milestones]
        return made

    def _milestone(self, item: Leftover, each: Open) -> EntryRow:
        code, quiet = item.task.code, "secondary"
        day = self.decisions.milestones.get((code, each.title))
        ends = EntryCell("", locked=self.tr("已填终止依据"))
        cells = {
            "title": EntryCell(self.tr("　节点：{title}").format(title=each.title), token=quiet, tip=each.title),
            "old_due": EntryCell(str(each.due or ""), token=quiet),
            "proposed": EntryCell(str(each.proposed_due), token="pale"),
            DUE: ends if code in self.decisions.cancelled else self._due(day, str(each.proposed_due)),
            BASIS: EntryCell("", locked=self.tr("终止依据填在任务一行")),
        }
        return EntryRow((code, each.title), cells)

    def _row(self, item: Leftover) -> EntryRow:
        task, code = item.task, item.task.code
        ends = code in self.decisions.cancelled
        age = nth_year(item.times)
        quiet = "secondary"
        cells = {
            "code": EntryCell(code, token=quiet),
            "title": EntryCell(task.title, token="pale" if ends else "text", tip=task.title),
            "lead": EntryCell(self.view.name(task.lead), token=quiet),
            "age": EntryCell(age, token="text" if item.times > 1 else quiet),
            "old_due": EntryCell(str(task.due or ""), token=quiet),
            "proposed": EntryCell(str(item.proposed_due), token="pale"),
            DUE: self._task_due(item, ends=ends),
            BASIS: EntryCell(self.decisions.cancelled.get(code, "")),
        }
        return EntryRow(code, cells)

    def _task_due(self, item: Leftover, *, ends: bool) -> EntryCell:
        if ends:
            return EntryCell("", locked=self.tr("已填终止依据"))
        return self._due(self.decisions.due.get(item.task.code), str(item.proposed_due))

    def _put(self, ref: Hashable, name: str, text: str) -> str:
        if isinstance(ref, tuple):
            return self._put_due(self.decisions.milestones, (str(ref[0]), str(ref[1])), text)
        code = str(ref)
        if name == DUE:
            return self._put_due(self.decisions.due, code, text)
        if text:
            self.decisions.cancelled[code] = text
        else:
            self.decisions.cancelled.pop(code, None)
        return ""


class MissedSource(CarrySource):
    """Targets that were not reached: which are carried as supervision items, and until when."""

    def columns(self) -> list[EntryColumn]:
        """Indicator, whose, reached and due, whether it is carried, its due date."""
        return [
            EntryColumn("code", self.tr("指标"), 64, frozen=True, locked=True),
            EntryColumn("name", self.tr("名称"), 260 if self.narrow else 380, frozen=True, locked=True),
            EntryColumn("department", self.tr("部门"), 104, locked=True),
            EntryColumn("reached", self.tr("实绩"), 110, right=True, locked=True),
            EntryColumn("goal", self.tr("目标"), 110, right=True, locked=True),
            EntryColumn(TAKEN, self.tr("转为督查事项"), 110, choices=lambda row: [("", ""), (YES, YES)]),
            EntryColumn(DUE, self.tr("期限"), 100),
        ]

    def rows(self) -> list[EntryRow]:
        """A row a target, as in the ranking."""
        return [self._row(each) for each in self.preview.missed]

    def _row(self, each: Missed) -> EntryRow:
        taken = each.key in self.decisions.indicators
        blank = EntryCell("", locked=self.tr("先选转为督查事项"))
        cells = {
            "code": EntryCell(each.indicator, token="secondary"),
            "name": EntryCell(each.name, tip=each.name),
            "department": EntryCell(self.view.name(each.department), token="secondary"),
            "reached": EntryCell(each.reached),
            "goal": EntryCell(each.goal),
            TAKEN: EntryCell(YES if taken else ""),
            DUE: self._due(self.decisions.due.get(each.key), f"{self.preview.to_year}-12-31") if taken else blank,
        }
        return EntryRow(each.key, cells)

    def _put(self, ref: Hashable, name: str, text: str) -> str:
        assert isinstance(ref, tuple)
        key = (str(ref[0]), str(ref[1]))
        if name == DUE:
            return self._put_due(self.decisions.due, key, text)
        if text and text != YES:
            return self.tr("只能填“是”，或空着")
        if text:
            self.decisions.indicators.add(key)
        else:
            self.decisions.indicators.discard(key)
        return ""
