"""A made-up year as large as a district's: 50 departments, 3,000 lines, 30,000 values, 600 tasks, 6,000 reports."""

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from kpi_desktop.book.book import Book
from kpi_desktop.book.opening import open_book
from kpi_desktop.office.rows import RowChanges, apply_rows

YEAR, DEPARTMENTS, INDICATORS, MONTHS, TASKS, REPORTS = 2020, 50, 60, 10, 600, 10
CATEGORIES = {"经济指标": 60, "重点工作": 25, "党的建设": 15}
RULES = (
    ("completion", ""),
    ("tiered", ""),
    ("growth", ""),
    ("shortfall", ""),
    ("reverse", ""),
    ("bands", "档=95%:100%,90%:90%,80%:70%"),
)
FIRST_DAY = date(YEAR, 1, 1)


def make_large_book(path: Path) -> Path:
    """Write the year into a new book at `path`; the path."""
    with open_book(path, create=True) as book:
        fill(book)
    return path


def fill(book: Book) -> None:
    """Write the year into an empty book, as one entry of its journal."""
    chance = random.Random(8)
    rows = {**_scheme(), **_laid(chance), **_work(chance)}
    apply_rows(book, YEAR, [RowChanges(table, each) for table, each in rows.items()], "导入")


def _departments() -> list[str]:
    return [f"D{n:03}" for n in range(DEPARTMENTS)]


def _indicators() -> list[str]:
    return [f"E{n:02}" for n in range(INDICATORS)]


def _scheme() -> dict[str, list[dict[str, object]]]:
    """Who takes part, what is asked, how it counts."""
    categories, groups = list(CATEGORIES), [f"第{n}组" for n in range(3)]
    pairs = [(group, category) for group in groups for category in categories]
    return {
        "group_": [{"name": group, "separate": False} for group in groups],
        "category": [{"name": name, "kind": "scored", "economic": name == "经济指标"} for name in categories],
        "department": [
            {"code": code, "name": f"部门{code}", "group": groups[n % 3], "takes_part": True, "headcount": Decimal(20)}
            for n, code in enumerate(_departments())
        ],
        "weight": [
            {"group": group, "category": category, "points": Decimal(CATEGORIES[category])} for group, category in pairs
        ],
        "indicator": [_indicator(n, code) for n, code in enumerate(_indicators())],
        "grade_band": [
            {"name": name, "minimum": Decimal(score), "coefficient": Decimal(pay)}
            for name, score, pay in (("优秀", 90, "1.2"), ("良好", 80, "1"), ("合格", 0, "0.8"))
        ],
    }


def _indicator(n: int, code: str) -> dict[str, object]:
    rule, params = RULES[n // 3 % len(RULES)]
    return {
        "code": code,
        "name": f"指标{code}",
        "category": list(CATEGORIES)[n % 3],
        "unit": "亿元",
        "rule": rule,
        "params": params,
        "accumulation": "cumulative",
        "cadence": "month",
        "key": n % 5 == 0,
    }


def _laid(chance: random.Random) -> dict[str, list[dict[str, object]]]:
    """Every indicator on every department, ten months reported."""
    pairs = [{"indicator": code, "department": each} for code in _indicators() for each in _departments()]
    return {
        "target": [
            {
                **pair,
                "points": Decimal(chance.randint(1, 20)),
                "base": Decimal(chance.randint(50, 100)),
                "stretch": Decimal(chance.randint(101, 150)),
                "prior": Decimal(chance.randint(40, 90)),
                "multiplier": Decimal("1.2") if chance.random() < 0.3 else Decimal(1),
            }
            for pair in pairs
        ],
        "actual": [
            {**pair, "month": month, "value": Decimal(chance.randint(700, 1000)) * month / 100, "basis": "confirmed"}
            for pair in pairs
            for month in range(1, MONTHS + 1)
        ],
    }


def _work(chance: random.Random) -> dict[str, list[dict[str, object]]]:
    """Tasks with a milestone a quarter and a report a month."""
    codes, leads = [f"T{n:03}" for n in range(TASKS)], _departments()
    return {
        "task": [_task(n, code, leads, chance) for n, code in enumerate(codes)],
        "milestone": [
            {
                "task": code,
                "title": f"第{quarter}季度",
                "weight": Decimal(1),
                "due": FIRST_DAY + timedelta(91 * quarter),
            }
            for code in codes
            for quarter in range(1, 5)
        ],
        "progress": [
            {
                "task": code,
                "day": FIRST_DAY + timedelta(30 * month),
                "percent": Decimal(month * 8) / 100,
                "narrative": "正在推进",
            }
            for code in codes
            for month in range(1, REPORTS + 1)
        ],
    }


def _task(n: int, code: str, leads: list[str], chance: random.Random) -> dict[str, object]:
    return {
        "code": code,
        "title": f"任务{code}",
        "category": "重点工作",
        "lead": leads[n % len(leads)],
        "points": Decimal(chance.randint(1, 5)),
        "start": FIRST_DAY,
        "due": FIRST_DAY + timedelta(chance.randint(90, 364)),
        "cadence": "month",
        "state": "in_progress",
        "times_carried": 0,
    }
