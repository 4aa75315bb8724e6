"""A small year that has a row in every sheet, and looking at a book from outside."""

import contextlib
import hashlib
import sqlite3
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kpi_desktop.book.book import Book
from kpi_desktop.book.editions import add_edition
from kpi_desktop.book.operation import Operation
from kpi_desktop.book.tables import ROW_TABLES

DAY = date(2025, 6, 30)
PHOTO = "路基照片".encode()
ROWS: dict[str, list[dict]] = {
    "setting": [{"name": "单位名称", "value": "某某开发区"}, {"name": "分数小数位", "value": "3"}],
    "group_": [{"name": "内设机构", "separate": False}, {"name": "平台公司", "separate": True, "note": "单独考核"}],
    "department": [
        {"code": "D02", "name": "招商局", "group": "内设机构", "takes_part": True, "headcount": Decimal("12.5")},
        {"code": "D01", "name": "办公室", "group": "内设机构", "takes_part": True, "headcount": 8},
        {"code": "D09", "name": "纪工委", "takes_part": False, "headcount": 0, "head": "张三"},
    ],
    "category": [
        {"name": "经济", "kind": "scored", "economic": True},
        {"name": "督查", "kind": "scored", "economic": False},
        {"name": "加分", "kind": "bonus", "economic": False, "cap": Decimal("5.50")},
    ],
    "weight": [
        {"group": "内设机构", "category": "经济", "points": 60},
        {"group": "内设机构", "category": "督查", "points": 40},
    ],
    "indicator": [
        {
            "code": "E01",
            "name": "固定资产投资",
            "category": "经济",
            "unit": "亿元",
            "rule": "completion",
            "params": "封顶=120%",
            "accumulation": "cumulative",
            "cadence": "month",
            "key": True,
        }
    ],
    "target": [
        {
            "indicator": "E01",
            "department": "D02",
            "points": 10,
            "base": Decimal("2.30"),
            "stretch": Fraction(1, 3),
            "multiplier": 1,
        }
    ],
    "actual": [
        {"indicator": "E01", "department": "D02", "month": 1, "value": Decimal("0.045"), "basis": "confirmed"},
        {"indicator": "E01", "department": "全区", "month": 2, "value": Decimal("1E+2"), "basis": "preliminary"},
    ],
    "task": [
        {
            "code": "T01",
            "title": "园区道路",
            "category": "督查",
            "lead": "D01",
            "points": 5,
            "partners": ("D02", "D09"),
            "due": DAY,
            "cadence": "month",
            "state": "in_progress",
            "times_carried": 1,
            "original_year": 2024,
        }
    ],
    "milestone": [{"task": "T01", "title": "开工", "due": DAY, "weight": 1}],
    "progress": [{"task": "T01", "day": DAY, "percent": Decimal("0.35"), "narrative": "完成路基"}],
    "directive": [{"number": "1号", "task": "T01", "colour": "yellow", "day": DAY}],
    "rating": [
        {"indicator": "E01", "department": "D02", "rater_class": "主要领导", "score": Decimal("92.5"), "ballots": 1},
    ],
    "rater_class": [{"name": "主要领导", "weight": Decimal("0.4")}],
    "self_score": [{"department": "D02", "subject": "E01", "share": Decimal("0.9")}],
    "verdict": [{"department": "D01", "subject": "T01", "share": Decimal("1.5"), "basis": "会议纪要"}],
    "adjustment": [
        {"department": "D01", "category": "加分", "points": 1, "reason": "获表彰", "stops_rewards": False},
    ],
    "project": [
        {"code": "P01", "name": "产业园", "department": "D02", "investment": Decimal("12.00"), "sign_planned": DAY}
    ],
    "grade_band": [
        {"name": "优秀", "minimum": 90, "room_share": Decimal("0.2"), "coefficient": Decimal("1.2")},
        {"name": "合格", "minimum": 0, "coefficient": 1},
    ],
    "grade_decision": [{"department": "D01", "grade": "合格", "basis": "党工委会议"}],
    "award_rule": [{"name": "总奖", "method": "pool", "scope": "全部", "params": "总额=2000000"}],
    "consequence": [{"trigger": "督办:红", "content": "通报批评"}],
    "explanation": [{"kind": "no_result", "subject": "E01", "text": "统计口径调整"}],
    "extension": [{"task": "T01", "old_due": None, "new_due": DAY, "reason": "拆迁"}],
    "appeal": [{"number": "1", "department": "D01", "claim": "进度有误"}],
    "evidence": [{"subject": "T01", "file": "路基.jpg", "digest": hashlib.sha256(PHOTO).hexdigest()}],
    "stored_form": [{"name": "考核结果汇总表.pdf", "digest": hashlib.sha256(PHOTO).hexdigest()}],
    "form_setting": [{"name": "unit", "value": "某某经济技术开发区"}],
    "scenario": [{"name": "方案甲", "changes": '[["setting",["pass_line"],"value","70"]]'}],
}


def add_rows(operation: Operation, edition_id: int) -> None:
    """Write all of `ROWS` into an edition."""
    operation.attach(PHOTO)
    for table, rows in ROWS.items():
        operation.insert_many(table, [{"edition_id": edition_id, **row} for row in rows])


def fill(book: Book, year: int = 2025) -> int:
    """Open `year` and import `ROWS`, in one operation; the edition's id."""
    with book.operation("导入") as operation:
        edition_id = add_edition(operation, year)
        add_rows(operation, edition_id)
    return edition_id


def finish(book: Book, edition_id: int) -> None:
    """Take a year to 定稿, step by step."""
    for state in ("running", "assessing", "review", "final"):
        with book.operation(f"转入 {state}") as operation:
            operation.update("edition", edition_id, {"state": state})


def contents(path: Path) -> dict[str, list[tuple]]:
    """What every table but the journal holds, read by another program's connection."""
    with contextlib.closing(raw(path)) as connection:
        return {
            table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
            for table in ("edition", *ROW_TABLES)
        }


def raw(path: Path) -> sqlite3.Connection:
    """A connection as another program would open it: no settings of ours at all."""
    return sqlite3.connect(path, isolation_level=None)


def image(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, to see that nothing was made or changed."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
