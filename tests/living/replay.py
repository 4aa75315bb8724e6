"""The sample zone's workbooks as what they record: plans first, then every event on the day that it happened.

What a workbook says at the year's end is taken apart: the scheme, the targets and the tasks that were laid at the
beginning come in as a workbook without anything that happened later; tasks that were assigned in the course of the
year, months' values, milestones, reports, extensions, directives and replies are done through the actions that a
person uses, in the order of their days.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from kpi_desktop.assessment.names import COLOURS, GAPS, TASK_CADENCES
from kpi_desktop.book.book import Book
from kpi_desktop.book.facts import load
from kpi_desktop.exchange.importing import carry_out, plan_import
from kpi_desktop.exchange.sample import SAMPLE
from kpi_desktop.office import appeals, directives, explaining, supervision
from kpi_desktop.office.deciding import decide_grade
from tests.living.zone import row_of, type_in

Record = dict[str, Any]
PLANS = ("参数", "部门", "分组", "类别", "权重", "指标", "责任分解", "任务", "节点", "项目", "评委类别", "等次")
SCHEME = ("奖惩", "后果")
OPINIONS = ("评议", "自评", "核定", "加减分")
REACHED = {"签约日期": "signed", "落地日期": "landed", "开工日期": "begun", "投产日期": "produced"}
REPORTED_ON = 10
"""Day of the following month on which the months' values come in."""


class Event(NamedTuple):
    """Something that somebody did on a day; `turn`: what comes first on one day."""

    day: date
    turn: int
    do: Callable[[], object]


class Recorded:
    """One year's workbook. `late`: months' values that came later than the others, (indicator, department, month)."""

    def __init__(self, year: int, late: Mapping[tuple[str, str, int], date]) -> None:
        self.year, self.late = year, late
        self.workbook = openpyxl.load_workbook(SAMPLE / f"{year}.xlsx", read_only=False)

    def records(self, title: str) -> list[Record]:
        """The rows of a sheet by their headers; days as dates, figures exact."""
        head, *rows = self.workbook[title].iter_rows(values_only=True)
        return [dict(zip(map(str, head), map(_exact, row), strict=True)) for row in rows]

    def assigned_by(self, day: date) -> set[str]:
        """The tasks that were there on a day."""
        return {task["编码"] for task in self.records("任务") if task["交办日期"] <= day}

    def first_due(self, code: str, due: date | None) -> date | None:
        """The due date before any extension."""
        return next((each["原期限"] for each in self.records("延期") if each["任务编码"] == code), due)


def _exact(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    return Decimal(str(value)) if isinstance(value, float) else value


# --- what is planned


def plan(book: Book, recorded: Recorded, folder: Path, by: date) -> None:
    """Bring in the scheme, the targets and the tasks that were assigned by a day, nothing of what happened later."""
    there = recorded.assigned_by(by)
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title in (*PLANS, *SCHEME):
        _copy(workbook, title, [_planned(recorded, title, row) for row in recorded.records(title)], there)
    _bring_in(book, workbook, folder / f"{recorded.year}年计划.xlsx")


def _planned(recorded: Recorded, title: str, row: Record) -> Record:
    """A row as it was when the year began."""
    if title == "任务":
        return row | {"状态": None, "完成日期": None, "期限": recorded.first_due(row["编码"], row["期限"])}
    if title == "节点":
        return row | {"完成日期": None}
    if title == "项目":
        later = {name: None for name in REACHED if row[name] and row[name].year >= recorded.year}
        return row | later | {"年度完成投资": None}
    return row


def opinions(book: Book, recorded: Recorded, folder: Path) -> None:
    """Bring in what the raters, the departments and the assessors gave after the year."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title in ("参数", *OPINIONS):
        _copy(workbook, title, recorded.records(title), set())
    _bring_in(book, workbook, folder / f"{recorded.year}年评议核定.xlsx")


def _copy(workbook: openpyxl.Workbook, title: str, rows: Sequence[Record], there: set[str]) -> None:
    sheet = workbook.create_sheet(title)
    for at, row in enumerate(rows):
        if at == 0:
            sheet.append(list(row))
        if title not in ("任务", "节点") or row.get("编码", row.get("任务编码")) in there:
            sheet.append(list(row.values()))


def _bring_in(book: Book, workbook: openpyxl.Workbook, path: Path) -> None:
    workbook.save(path)
    planned = plan_import(book, path)
    assert planned.errors == ()
    carry_out(book, planned)


# --- what happened


class Replay:
    """The events of a recorded year, done on a book in the order of their days."""

    def __init__(self, book: Book, recorded: Recorded, folder: Path, begun: date) -> None:
        self.book, self.recorded, self.year, self.folder = book, recorded, recorded.year, folder
        self.there = recorded.assigned_by(begun)
        self.events = sorted(self._events(), key=lambda event: event[:2])

    def until(self, day: date) -> None:
        """Do all that happened by a day and is not done yet."""
        while self.events and self.events[0].day <= day:
            self.events.pop(0).do()

    def _events(self) -> Iterator[Event]:
        yield from self._tasks()
        yield from self._values()
        for row in self.recorded.records("节点"):
            if row["完成日期"]:
                yield Event(row["完成日期"], 2, lambda row=row: self._milestone(row))
        for row in self.recorded.records("进展"):
            yield Event(row["日期"], 3, lambda row=row: self._report(row))
        for row in self.recorded.records("延期"):
            yield Event(row["日期"], 4, lambda row=row: self._extend(row))
        for row in self.recorded.records("督办单"):
            yield Event(row["日期"], 5, lambda row=row: self._issue(row))
            if row["回复日期"]:
                yield Event(row["回复日期"], 6, lambda row=row: self._reply(row))
        yield from self._projects()
        yield from self._after_the_year()

    def _tasks(self) -> Iterator[Event]:
        """Assigned on its day where that is in the course of the year; closed after its last report."""
        reports = self.recorded.records("进展")
        for row in self.recorded.records("任务"):
            code, state = row["编码"], row["状态"]
            if code not in self.there:
                yield Event(row["交办日期"], 0, lambda row=row: self._assign(row))
            last = max((each["日期"] for each in reports if each["任务编码"] == code), default=row["开始日期"])
            if state == "已销号":
                yield Event(row["完成日期"], 7, lambda row=row: self._finish(row))
            elif state in ("申请销号", "暂缓", "终止"):
                yield Event(last, 7, lambda row=row: self._close(row))

    def _values(self) -> Iterator[Event]:
        by_day: dict[date, list[Record]] = {}
        for row in self.recorded.records("实绩"):
            month = row["月份"]
            usual = date(self.year + month // 12, month % 12 + 1, REPORTED_ON)
            day = self.recorded.late.get((row["指标编码"], row["部门编码"], month), usual)
            by_day.setdefault(day, []).append(row)
        for day, rows in by_day.items():
            yield Event(day, 1, lambda rows=rows: self._type_values(rows))

    def _projects(self) -> Iterator[Event]:
        for row in self.recorded.records("项目"):
            for name, column in REACHED.items():
                if row[name] and row[name].year == self.year:
                    cells = {column: str(row[name])}
                    yield Event(row[name], 8, lambda row=row, cells=cells: self._project(row, cells))
            invested = {"year_done": str(row["年度完成投资"] or 0)}
            yield Event(date(self.year + 1, 1, 5), 8, lambda row=row, cells=invested: self._project(row, cells))

    def _after_the_year(self) -> Iterator[Event]:
        yield Event(date(self.year + 1, 1, 12), 1, lambda: opinions(self.book, self.recorded, self.folder))
        for row in self.recorded.records("说明"):
            yield Event(row["日期"], 9, lambda row=row: self._explain(row))
        for row in self.recorded.records("申诉"):
            yield Event(row["提出日期"], 9, lambda row=row: self._appeal(row))
            if row["处理日期"]:
                yield Event(row["处理日期"], 9, lambda row=row: self._decide(row))
        for row in self.recorded.records("等次认定"):
            grade = (row["部门编码"], row["等次"], row["依据"], row["日期"])
            yield Event(row["日期"], 9, lambda grade=grade: decide_grade(self.book, self.year, *grade))

    # --- one action each

    def _assign(self, row: Record) -> None:
        values = {
            "code": row["编码"],
            "title": row["名称"],
            "category": row["类别"],
            "lead": row["牵头部门"],
            "points": Decimal(row["分值"]),
            "partners": tuple(filter(None, (row["协办部门"] or "").split("、"))),
            "cadence": _code_of(TASK_CADENCES, row["报送周期"]),
            "basis": row["依据"],
            "standard": row["完成标准"],
            "assigned": row["交办日期"],
            "start": row["开始日期"],
            "due": self.recorded.first_due(row["编码"], row["期限"]),
        }
        nodes = [
            {"title": node["节点"], "due": node["期限"], "weight": Decimal(node["权重"])}
            for node in self.recorded.records("节点")
            if node["任务编码"] == row["编码"]
        ]
        supervision.add_task(self.book, self.year, values, nodes)

    def _type_values(self, rows: Sequence[Record]) -> None:
        names = {"月份": "month", "数值": "value", "口径": "basis", "分析": "analysis", "对策": "countermeasure"}
        names |= {"指标编码": "indicator", "部门编码": "department"}
        cells = [{name: str(row[title]) for title, name in names.items() if row[title] is not None} for row in rows]
        type_in(self.book, self.year, *(("actual", f"行{at}", each) for at, each in enumerate(cells)))

    def _milestone(self, row: Record) -> None:
        supervision.finish_milestone(self.book, self.year, row["任务编码"], row["节点"], row["完成日期"])

    def _report(self, row: Record) -> None:
        share = None if row["完成比例"] is None else Decimal(str(row["完成比例"]))
        words = (row["进展情况"], row["存在问题"], row["下步措施"])
        supervision.report_progress(self.book, self.year, row["任务编码"], row["日期"], share, *words)

    def _extend(self, row: Record) -> None:
        why = (row["新期限"], row["原因"], row["批准人"], row["日期"])
        supervision.extend_task(self.book, self.year, row["任务编码"], *why)

    def _finish(self, row: Record) -> None:
        """The acceptance paper is attached, then the task is closed."""
        paper = self.folder / f"{self.year}-{row['编码']}验收.pdf"
        paper.write_bytes(f"{self.year} {row['编码']}".encode())
        supervision.attach_evidence(self.book, self.year, row["编码"], paper, "验收材料")
        supervision.finish_task(self.book, self.year, row["编码"], row["完成日期"])

    def _close(self, row: Record) -> None:
        if row["状态"] == "申请销号":
            supervision.submit_task(self.book, self.year, row["编码"])
            return
        act = supervision.suspend_task if row["状态"] == "暂缓" else supervision.cancel_task
        act(self.book, self.year, row["编码"], row["依据"])

    def _issue(self, row: Record) -> None:
        colour = _code_of(COLOURS, row["级别"])
        on = (row["任务编码"], row["指标编码"], row["部门编码"])
        draft = directives.DirectiveDraft(row["编号"], colour, *on, row["日期"], row["回复期限"], row["事由"])
        directives.issue(self.book, self.year, draft)

    def _reply(self, row: Record) -> None:
        place = [each.number for each in load(self.book, self.year).directives].index(row["编号"])
        directives.reply(self.book, self.year, place, row["回复日期"], row["回复内容"])

    def _project(self, row: Record, cells: Mapping[str, str]) -> None:
        known = row_of(self.book, self.year, "project", code=row["编码"])
        assert known is not None
        type_in(self.book, self.year, ("project", known, cells))

    def _explain(self, row: Record) -> None:
        kind = _code_of(GAPS, row["类型"]) if row["类型"] in GAPS.values() else row["类型"]
        told = (row["对象"], row["说明"], row["说明人"], row["日期"])
        explaining.explain(self.book, self.year, kind, *told)

    def _appeal(self, row: Record) -> None:
        claim = (row["部门编码"], row["对象"], row["诉求"], row["提出日期"])
        appeals.raise_appeal(self.book, self.year, *claim)

    def _decide(self, row: Record) -> None:
        how = (row["处理结果"], row["处理依据"], row["处理日期"])
        appeals.decide(self.book, self.year, row["编号"], *how)


def _code_of(names: Mapping[str, str], name: str) -> str:
    return next(code for code, each in names.items() if each == name)
