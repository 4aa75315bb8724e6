"""The sheet of a department as blocks: category by category with sums, adjustments, total, standing, notes."""

from dataclasses import replace

from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    LEFT,
    RIGHT,
    SUM,
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from kpi_desktop.reports.forms.cells import dated
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.outlining import as_data, as_lists, as_rows, figure, group, notes, opening, row, words

HEADS = (
    *("编码", "指标（任务）", "满分", "确保\n目标", "力争\n目标", "实绩", "计分过程"),
    *("自评\n得分", "核定\n得分", "认定\n得分"),
)
ALIGNS = (CENTRE, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT, RIGHT, RIGHT, RIGHT)
KEYS = ("code", "name", "full", "base", "stretch", "actual", "process", "self", "verdict", "score")
DAYS = ("base", "actual")


def blocks(data: Data) -> list[Block]:
    """What the template of the sheet prints."""
    widths = data["widths"]
    assert isinstance(widths, list)
    columns = [Column(head, width, align) for head, width, align in zip(HEADS, widths, ALIGNS, strict=True)]
    standing = "\u3000".join(f"{label}：{value}" for label, value in as_lists(data["standing"]))
    return [
        *opening(data),
        Table(tuple(columns), tuple(_rows(data, columns)), str(data["department"]), sums_above=True),
        Paragraph(standing),
        *notes(data),
        Signatures((f"被考核单位（{data['department']}）主要负责人", "考核人", f"考核单位（{data['office']}）负责人")),
    ]


def _rows(data: Data, columns: list[Column]) -> list[Row]:
    found: list[Row] = []
    subtotals: list[int] = []
    for part in as_rows(data["groups"]):
        found.append(group(str(part["name"]), columns))
        first = len(found)
        found += [_line(columns, each, int(str(data["year"]))) for each in as_rows(part["rows"])]
        if part["score"] is not None:
            sums = ("小\u3000计", "", part["full"], "", "", "", "", part["self"], "", part["score"])
            subtotals.append(len(found))
            found.append(row(columns, sums, SUM, range(first, subtotals[-1])))
    found += _adjusting(as_data(data["adjusting"]), columns, len(found), subtotals)
    return [*found, _total(as_data(data["total"]), subtotals)]


def _line(columns: list[Column], each: Data, year: int) -> Row:
    """A line of the sheet; a task has days where an indicator has figures."""
    made = row(columns, (each[key] for key in KEYS))
    pairs = zip(KEYS, made.cells, strict=True)
    return replace(made, cells=[dated(cell, year) if key in DAYS else cell for key, cell in pairs])


def _adjusting(part: Data, columns: list[Column], place: int, subtotals: list[int]) -> list[Row]:
    found = [group(str(part["name"]), columns)]
    for each in as_rows(part["rows"]):
        reason = words(each["reason"], span=7)
        found.append(Row((words(each["kind"]), words(each["category"]), reason, figure(each["points"]))))
    if not as_rows(part["rows"]):
        found.append(Row((Cell("无加减分事项", span=9), figure(part["score"]))))
    subtotals.append(place + len(found))
    sums = (Cell("小\u3000计", bold=True, span=9), figure(part["score"], bold=True))
    return [*found, Row(sums, SUM, tuple(range(place + 1, subtotals[-1])))]


def _total(total: Data, subtotals: list[int]) -> Row:
    cells = (
        Cell("总\u3000分", bold=True, span=2),
        figure(total["full"], bold=True),
        words(total["formula"], span=4),
        figure(total["self"], bold=True),
        Cell(""),
        figure(total["score"], bold=True),
    )
    return Row(cells, SUM, tuple(subtotals))
