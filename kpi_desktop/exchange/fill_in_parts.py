"""What goes into the form of one department: its indicators by month, its tasks, its own scores."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.text import half_width
from kpi_desktop.book.book import Book
from kpi_desktop.exchange import fill_in, writing
from kpi_desktop.exchange.cells import shown
from kpi_desktop.exchange.columns import field as column_field
from kpi_desktop.exchange.columns_scheme import RATES
from kpi_desktop.exchange.fill_in import Fill, FillColumn, FormLine, Part, ToldColumn, Wish
from kpi_desktop.exchange.standing import standing
from kpi_desktop.exchange.writing import Content

Row = Mapping[str, Any]
TABLES = ("setting", "department", "indicator", "target", "actual", "task", "progress", "self_score")
FETCHED = ("指标:", "项目:")
WAYS = {"cumulative": "填累计数", "last": "填期末数"}
PERIODS = {"month": "填当月数", "quarter": "填当季数", "year": "填全年数"}
"""What to fill in where months are summed or averaged, by how often there is something to report."""
MONTHS_DUE = {"quarter": (3, 6, 9, 12), "year": (12,)}
TEXTS = ("analysis", "countermeasure")
NARROW, FIGURE, MEDIUM, WIDE = 8, 11, 16, 34


class YearRows:
    """The rows of a year that forms are made from and compared with, each table in its order."""

    def __init__(self, book: Book, year: int) -> None:
        """As the book has them now. Refusal when it has no such year."""
        now = standing(book, year, TABLES)
        self.edition, self.sequence = now.edition, now.sequence
        self.tables: dict[str, list[Row]] = {table: list(now.tables[table].rows()) for table in TABLES}
        self.departments = _by(self.tables["department"], "code")
        self.indicators = _by(self.tables["indicator"], "code")
        self.tasks = _by(self.tables["task"], "code")
        self.actuals = {(r["indicator"], r["department"], r["month"]): r for r in self.tables["actual"]}
        self.own = {(r["department"], r["subject"]): r for r in self.tables["self_score"]}
        self.progress: dict[str, list[Row]] = {}
        for row in self.tables["progress"]:
            self.progress.setdefault(row["task"], []).append(row)

    def setting(self, name: str) -> Any:
        """The value of a parameter."""
        return next(row["value"] for row in self.tables["setting"] if row["name"] == name)


def parts_of(rows: YearRows, department: str, wish: Wish) -> tuple[Part, ...]:
    """The sheets of the form of `department` that have something to fill in."""
    makers: dict[str, Callable[[YearRows, str, Wish], Part]] = {
        "actual": _actuals,
        "progress": _progress,
        "self_score": _own_scores,
    }
    made = (makers[table](rows, department, wish) for table in makers if table in wish.parts)
    return tuple(part for part in made if part.lines)


def _by(rows: Iterable[Row], name: str) -> dict[str, Row]:
    return {row[name]: row for row in rows}


def _told(table: str, row: Row, *fields: str) -> tuple[Content | None, ...]:
    return tuple(writing.content_of(column_field(table, name), row[name]) for name in fields)


# --- 实绩


def is_entered(indicator: Row) -> bool:
    """Whether the values of an indicator are entered by hand."""
    return indicator["rule"] != "panel" and not half_width(indicator["source"] or "").startswith(FETCHED)


def _actuals(rows: YearRows, department: str, wish: Wish) -> Part:
    months = range(1, wish.until + 1)
    ids = [f"value@{month}" for month in months] + [f"{name}@{wish.until}" for name in ("basis", *TEXTS)]
    laid = [row for row in rows.tables["target"] if row["department"] == department]
    lines = [_actual_line(rows, row, ids) for row in laid if is_entered(rows.indicators[row["indicator"]])]
    told = (
        ("指标", 26),
        ("单位", NARROW),
        ("填法", 12),
        ("上年实绩", FIGURE),
        ("确保目标", FIGURE),
        ("力争目标", FIGURE),
    )
    note = (
        f"请填黄色的格，数值按“单位”填，口径为{fill_in.basis_name(wish.basis)}；灰色的格已核定或不需要报，不能改。"
        f"{wish.until} 月的口径、分析和对策写在最后三列。"
    )
    columns = tuple(_column("actual", each, WIDE if each.startswith(TEXTS) else 10) for each in ids)
    return Part("actual", note, tuple(ToldColumn(*each) for each in told), columns, tuple(lines))


def _actual_line(rows: YearRows, target: Row, ids: list[str]) -> FormLine:
    indicator = rows.indicators[target["indicator"]]
    told = [
        *_told("indicator", indicator, "name", "unit"),
        Content(WAYS.get(indicator["accumulation"]) or PERIODS[indicator["cadence"]]),
        *_told("target", target, "prior"),
        *(writing.content_of(_target_field(indicator, name), target[name]) for name in ("base", "stretch")),
    ]
    return FormLine(target["indicator"], tuple(told), tuple(_actual_cell(rows, target, each) for each in ids))


def _target_field(indicator: Row, name: str) -> Any:
    field = column_field("target", name)
    return writing.as_share(field) if parse_rule(indicator["rule"], indicator["params"]).measure in RATES else field


def _actual_cell(rows: YearRows, target: Row, column: str) -> Fill:
    month, name = fill_in.month_of(column), column.partition("@")[0]
    row = rows.actuals.get((target["indicator"], target["department"], month))
    due = MONTHS_DUE.get(rows.indicators[target["indicator"]]["cadence"])
    confirmed = row is not None and row["basis"] == "confirmed"
    not_due = row is None and due is not None and month not in due
    return Fill(row[name] if row else None, not_due or (name in ("value", "basis") and confirmed))


# --- 任务进展


def _progress(rows: YearRows, department: str, wish: Wish) -> Part:
    tasks = [row for row in rows.tables["task"] if row["lead"] == department and row["state"] in fill_in.OPEN_STATES]
    told = ("任务", 30), ("完成标准", WIDE), ("期限", 12), ("状态", FIGURE), ("上次报送", MEDIUM)
    names_ = ("day", "percent", "narrative", "problem", "next_step")
    widths = (12, FIGURE, WIDE, WIDE, WIDE)
    columns = tuple(_column("progress", name, width) for name, width in zip(names_, widths, strict=True))
    lines = tuple(
        FormLine(
            task["code"],
            (*_told("task", task, "title", "standard", "due", "state"), _last_report(rows, task["code"])),
            tuple(Fill() for _ in columns),
        )
        for task in tasks
    )
    note = "有进展的任务填一行：日期必填，完成比例按全部工作量计（如 45%）；没有进展的留空。"
    return Part("progress", note, tuple(ToldColumn(*each) for each in told), columns, lines)


def _last_report(rows: YearRows, task: str) -> Content | None:
    reports = rows.progress.get(task)
    if not reports:
        return None
    last = max(reports, key=lambda row: row["day"])
    percent = shown(column_field("progress", "percent"), last["percent"])
    return Content(f"{last['day']} {percent}".strip())


# --- 自评


def _own_scores(rows: YearRows, department: str, wish: Wish) -> Part:
    told = ("考核事项", 34), ("类别", MEDIUM), ("分值", NARROW), ("事项性质", 12)
    columns = (_column("self_score", "share", FIGURE), _column("self_score", "note", 60))
    lines = tuple(_own_line(rows, department, *each) for each in _lines_of(rows, department))
    note = "逐项填写自评得分率（满分为 100%），并用一两句话说明依据；没有把握的可以留空。"
    return Part("self_score", note, tuple(ToldColumn(*each) for each in told), columns, lines)


def _lines_of(rows: YearRows, department: str) -> list[tuple[str, tuple[Content | None, ...]]]:
    found = []
    for target in rows.tables["target"]:
        if target["department"] == department:
            about = _told("indicator", rows.indicators[target["indicator"]], "name", "category")
            found.append((target["indicator"], (*about, *_told("target", target, "points"), Content("指标"))))
    for task in rows.tables["task"]:
        role = "牵头任务" if task["lead"] == department else "协办任务" if department in task["partners"] else ""
        if role and task["state"] != "cancelled":
            found.append((task["code"], (*_told("task", task, "title", "category", "points"), Content(role))))
    return found


def _own_line(rows: YearRows, department: str, code: str, told: tuple[Content | None, ...]) -> FormLine:
    row = rows.own.get((department, code))
    return FormLine(code, told, tuple(Fill(row[name] if row else None) for name in ("share", "note")))


def _column(table: str, column: str, width: int) -> FillColumn:
    return FillColumn(column, fill_in.header_of(table, column), fill_in.field_of(table, column), width)
