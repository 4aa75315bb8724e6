"""The rewards and penalties as blocks: departments with subtotals and total, the rules, the sum in capital figures."""

from kpi_desktop.reports.forms.blocks import CENTRE, LEFT, RIGHT, SUM, Block, Column, Paragraph, Row, Signatures, Table
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.outlining import as_data, as_lists, as_rows, as_texts, group, notes, opening, row

RULE_COLUMNS = (
    Column("序", 9.0, CENTRE),
    Column("办法", 34.0),
    Column("范围", 24.0),
    Column("标准", 116.0),
    Column("计划", 28.0, RIGHT),
    Column("兑现", 28.0, RIGHT),
    Column("未分配", 28.0, RIGHT),
)
RULE_KEYS = ("number", "name", "scope", "standard", "planned", "distributed", "undistributed")


def blocks(data: Data) -> list[Block]:
    """What the template of the awards prints."""
    columns = _columns(data)
    rules = [row(RULE_COLUMNS, (each[key] for key in RULE_KEYS)) for each in as_rows(data["rules"])]
    told: Block = Table(RULE_COLUMNS, tuple(rules), "奖惩办法")
    return [
        *opening(data),
        Table(tuple(columns), tuple(_rows(data, columns)), "兑现汇总表", _size(data)),
        Paragraph(f"净额合计（大写）：{data['capital']}\u3000（小写）{data['small']}"),
        told if rules else Paragraph("本年度没有设置奖惩办法。"),
        *notes(data),
        Signatures(("编制", "审核", "审批")),
    ]


def _size(data: Data) -> float:
    size = data["size"]
    assert isinstance(size, float)
    return size


def _columns(data: Data) -> list[Column]:
    taking = as_texts(data["taking"])
    titles = [*as_texts(data["paying"]), "奖励小计", *taking, *(["扣罚小计"] if taking else []), "净额"]
    widths = data["widths"]
    assert isinstance(widths, list)
    heads = [("部门", LEFT), ("名次", CENTRE), ("得分", RIGHT), ("等次", CENTRE), (str(data["headcount"]), RIGHT)]
    heads += [*((title, RIGHT) for title in titles), ("其他奖惩", LEFT)]
    return [Column(title, width, align) for (title, align), width in zip(heads, widths, strict=True)]


def _amounts(each: Data) -> list[object]:
    taking = as_lists(each["taking"])
    penalties = [each["penalties"]] if taking else []
    return [*as_lists(each["paying"]), each["rewards"], *taking, *penalties, each["net"]]


def _rows(data: Data, columns: list[Column]) -> list[Row]:
    found: list[Row] = []
    subtotals: list[int] = []
    for part in as_rows(data["groups"]):
        found.append(group(f"{part['name']}\u3000{part['about']}", columns))
        first = len(found)
        found += [row(columns, _department(each)) for each in as_rows(part["rows"])]
        subtotals.append(len(found))
        found.append(_sum(columns, as_data(part["sum"]), range(first, len(found))))
    return [*found, _sum(columns, as_data(data["total"]), subtotals)]


def _department(each: Data) -> list[object]:
    grade = str(each["grade"]).replace("\n", "")
    before = [each["name"], each["rank"], each["total"], grade or None, each["headcount"]]
    return [*before, *_amounts(each), "\n".join(as_texts(each["consequences"]))]


def _sum(columns: list[Column], each: Data, sums: range | list[int]) -> Row:
    return row(columns, [each["name"], "", "", "", each["headcount"], *_amounts(each), ""], SUM, sums)
