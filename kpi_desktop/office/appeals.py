"""申诉复核: a department's claim, its decision, and what that does to the score, in one operation."""

import re
from datetime import date

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.names import APPEAL_RESULTS
from kpi_desktop.book.book import Book
from kpi_desktop.book.operation import Changes
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.edit import Row, YearEdit, YearRows, editing, exact, looking, maybe, said, within_decimals

REJECTED = "不采纳"
EFFECT_KINDS = ("bonus", "deduction")
_NUMBER = re.compile(r"〔\d{4}〕申(\d+)号")


def raise_appeal(book: Book, year: int, department: str, subject: str | None, claim: str, raised: date) -> Changes:
    """提出申诉: a department's claim, on one of its lines or (None) on its result as a whole; numbered by itself.

    Refusal on a department that is not there, a line that is not its own, or without a claim.
    """
    told = said(claim, "诉求")
    with editing(book, year, f"提出申诉：{department}") as edit:
        edit.department(department)
        line = maybe(subject)
        if line is not None:
            _refuse_foreign(edit, department, line)
        number = _next_number(edit, raised)
        edit.insert(
            "appeal",
            {"number": number, "department": department, "subject": line, "claim": told, "raised": raised},
        )
    return edit.changes


def decide(
    book: Book,
    year: int,
    number: str,
    result: str,
    basis: str,
    decided: date,
    category: str | None = None,
    points: Exact | None = None,
) -> Changes:
    """处理申诉: 采纳, 部分采纳 or 不采纳, with its basis; the effect on the score is an adjustment of the department.

    `category` is a bonus or deduction category and `points` above 0: both, or neither where the decision is carried out
    by correcting what was wrong. Refusal on an appeal that is decided already, without a basis, on an effect of a claim
    that was not accepted, and on more decimals than the year has.
    """
    if result not in APPEAL_RESULTS:
        raise Refusal(f"没有“{result}”这种处理结果。", f"可用：{'、'.join(APPEAL_RESULTS)}。")
    why = said(basis, "处理依据")
    with editing(book, year, f"处理申诉：{number} {result}", why) as edit:
        appeal = _open(edit, number)
        edit.update("appeal", appeal, result=result, basis=why, decided=decided)
        if category is not None or points is not None:
            edit.insert("adjustment", _effect(edit, appeal, result, why, category, points))
    return edit.changes


def withdraw_appeal(book: Book, year: int, number: str) -> Changes:
    """撤回申诉: an appeal that is not decided yet is taken back. Refusal when it is decided, or not there."""
    with editing(book, year, f"撤回申诉：{number}") as edit:
        edit.delete("appeal", _open(edit, number))
    return edit.changes


def next_number(book: Book, year: int, raised: date) -> str:
    """The number that the next appeal gets: 〔year of the day〕申n号, consecutive over the assessment year."""
    with looking(book, year) as rows:
        return _next_number(rows, raised)


def _open(edit: YearEdit, number: str) -> Row:
    appeal = edit.find("appeal", number=number)
    if appeal is None:
        raise Refusal(f"没有编号为“{number}”的申诉。", "请核对编号。")
    if appeal["result"]:
        raise Refusal(f"申诉 {number} 已经处理：{appeal['result']}。", "确需改动时请先撤销那次处理。")
    return appeal


def _effect(edit: YearEdit, appeal: Row, result: str, basis: str, category: str | None, points: Exact | None) -> Row:
    if result == REJECTED:
        raise Refusal("不采纳的申诉不影响得分。", "请去掉加减分，或改处理结果。")
    kind = edit.find("category", name=category)
    if kind is None or kind["kind"] not in EFFECT_KINDS:
        raise Refusal(f"“{category or ''}”不是加分或扣分类别。", "申诉对得分的影响要记在加分或扣分类别里。")
    amount = exact(points, "加减分", 0)
    if not amount:
        raise Refusal("没有填写加减的分值。", "请填写大于 0 的分值，或不记加减分。")
    within_decimals(amount, edit.facts().settings.decimals, "加减分")
    reason = f"申诉 {appeal['number']} {result}：{appeal['claim']}"
    return {
        "department": appeal["department"],
        "category": category,
        "points": amount,
        "reason": reason,
        "basis": basis,
        "stops_rewards": True,
    }


def _refuse_foreign(edit: YearEdit, department: str, subject: str) -> None:
    task = edit.find("task", code=subject)
    borne = task is not None and department in (task["lead"], *task["partners"])
    if not borne and edit.find("target", indicator=subject, department=department) is None:
        raise Refusal(f"“{subject}”不是部门“{department}”的指标或任务。", "请选择它承担的一项，或不选。")


def _next_number(rows: YearRows, raised: date) -> str:
    used = [int(found[1]) for row in rows.rows("appeal") if (found := _NUMBER.fullmatch(row["number"]))]
    number = max(used, default=0) + 1
    return f"〔{raised.year}〕申{number}号"
