"""A slice of the sample zone that can be worked out by hand: two bureaus, two indicators, two tasks.

Names, rules and settings are the sample's (规划建设局, 城市管理局; 固定资产投资 by 确保 and 力争,
新增绿地 by completion).
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment.facts import Category, Department, Facts, Group, Indicator, Weight
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.settings import Settings
from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import edition_of
from kpi_desktop.book.facts import rows
from kpi_desktop.exchange.entering import Typed, enter
from kpi_desktop.office.supervision import add_task
from tests.office.zone import store

SETTINGS = {"单位名称": "高新区", "分数小数位": "2", "督查扣分类别": "督查扣分", "督查扣分就高": "是"}
SCHEME = Facts(
    settings=Settings(year=2021),
    groups=(Group("综合组"),),
    departments=(
        Department("D04", "规划建设局", group="综合组", headcount=20),
        Department("D12", "城市管理局", group="综合组", headcount=30),
    ),
    categories=(
        Category("经济指标", "scored", economic=True),
        Category("重点工作", "scored"),
        Category("加分", "bonus"),
        Category("督查扣分", "deduction"),
    ),
    weights=(Weight("综合组", "经济指标", Decimal(60)), Weight("综合组", "重点工作", Decimal(40))),
    indicators=(
        Indicator("E01", "固定资产投资", "经济指标", "亿元", parse_rule("tiered", "确保得分率=80%"), key=True),
        Indicator("E13", "新增绿地", "经济指标", "公顷", parse_rule("completion"), cadence="quarter"),
    ),
)


def begin(book: Book) -> None:
    """A book with the scheme of 2021 and nothing laid on anybody yet."""
    store(book, SCHEME)
    type_in(book, 2021, *(("setting", name, {"value": text}) for name, text in SETTINGS.items()))


def lay_targets(book: Book, year: int, base: int, stretch: int) -> None:
    """责任分解: 固定资产投资 on 规划建设局, 新增绿地 12 公顷 on 城市管理局, 60 points each."""
    investment = {"base": str(base), "stretch": str(stretch), "prior": "20"}
    laid = (("E01", "D04", investment), ("E13", "D12", {"base": "12"}))
    for code, department, figures in laid:
        key = {"indicator": code, "department": department, "points": "60"}
        type_in(book, year, ("target", code, key | figures))


def add_tasks_of_2021(book: Book) -> None:
    """道路整治 with two milestones, reported by month; 城中村改造 without any, by quarter."""
    shared = {"category": "重点工作", "points": Decimal(40), "start": date(2021, 1, 1)}
    road = {"code": "K01", "title": "道路整治", "lead": "D12", "standard": "通过验收", "due": date(2021, 9, 30)}
    village = {"code": "K02", "title": "城中村改造", "lead": "D04", "cadence": "quarter", "due": date(2021, 12, 31)}
    add_task(
        book,
        2021,
        shared | road,
        [
            {"title": "路面修复", "due": date(2021, 6, 30)},
            {"title": "立面整治", "due": date(2021, 9, 15)},
        ],
    )
    add_task(book, 2021, shared | village)


def value(book: Book, year: int, code: str, month: int, text: str, basis: str = "核定") -> None:
    """报数: the year's amount up to a month."""
    department = {"E01": "D04", "E13": "D12"}[code]
    cells = {"indicator": code, "department": department, "month": str(month), "value": text, "basis": basis}
    known = row_of(book, year, "actual", indicator=code, month=month)
    type_in(book, year, ("actual", known or f"{code}-{month}", cells))


def row_of(book: Book, year: int, table: str, **wanted: object) -> int | None:
    """The id of the row that has these values."""
    with book.reading() as connection:
        found = rows(connection, table, edition_of(connection, year).id)
    return next((row["id"] for row in found if all(row[name] == is_ for name, is_ in wanted.items())), None)


def type_in(book: Book, year: int, *typed: tuple[str, int | str, Mapping[str, str]]) -> None:
    """Type cells into the year's grids: (table, row, texts by column). Nothing may be refused."""
    cells = [Typed(table, row, name, text) for table, row, texts in typed for name, text in texts.items()]
    entered = enter(book, year, cells, "录入")
    assert (dict(entered.problems), dict(entered.waiting)) == ({}, {})
