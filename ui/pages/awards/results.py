"""各部门兑现: a group's departments by rule, the sums both ways, and what is not money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.sums import sums
from kpi_desktop.reports.capital import capital
from ui.grid.cells import TOTAL, Cell, Column, Row, dash
from ui.look import pen
from ui.look.tokens import BODY, SMALL
from ui.pages.awards.rules import SUM, money, shown
from ui.terms import listed

if TYPE_CHECKING:
    from decimal import Decimal

    from kpi_desktop.assessment.results import DepartmentResult, GroupResult
    from kpi_desktop.assessment.sums import Sums
    from ui.year import YearView

NAME, GRADE, LEAST = 92, 86, 62
"""Widths of the first two columns, and what an amount's column has at least."""
FIXED = 2
"""Columns before those of the rules."""


def headings() -> dict[str, str]:
    """A method's heading over a narrow column."""
    translate = QCoreApplication.translate
    return {
        "pool": translate("Awards", "总额"),
        "per_head": translate("Awards", "人均"),
        "contribution": translate("Awards", "贡献"),
        "excess": translate("Awards", "超额"),
        "placing": translate("Awards", "名次"),
        "low_score": translate("Awards", "低分"),
        "grade_penalty": translate("Awards", "等次"),
        "card_penalty": translate("Awards", "黄红牌"),
        "unfinished": translate("Awards", "未完成"),
    }


def layout(view: YearView, group: GroupResult, room: int) -> tuple[list[int], list[Column]]:
    """Which rules have a column (all where there is `room`, else those that touch the group), and the columns."""
    own = sums(view.rewards, [r.code for r in group.departments])
    every = list(range(len(view.rewards.rules)))
    columns = _columns(view, own, every)
    if sum(column.width for column in columns) > room:
        every = [at for at in every if own.rules[at]]
        columns = _columns(view, own, every)
    if sum(column.width for column in columns) <= room:
        columns[0] = columns[0]._replace(width=0)
    return every, columns


def _columns(view: YearView, own: Sums, chosen: list[int]) -> list[Column]:
    """部门, 等次, a column a rule, 奖励, 扣罚, 净额, each as wide as its sum."""
    translate = QCoreApplication.translate
    found = [Column(translate("Awards", "部门"), NAME), Column(translate("Awards", "等次"), GRADE)]
    for at in chosen:
        rule = view.rewards.rules[at].rule
        found.append(_column(f"{at + 1} {headings()[rule.method]}", shown(own.rules[at], view)))
    sides = (
        (translate("Awards", "奖励"), own.rewards),
        (translate("Awards", "扣罚"), own.penalties),
        (translate("Awards", "净额"), own.across),
    )
    return [*found, *(_column(title, shown(amount, view)) for title, amount in sides)]


def _column(title: str, widest: str) -> Column:
    wide = max(pen.width(widest, BODY, True), pen.width(title, SMALL))
    return Column(title, max(round(wide) + 16, LEAST), right=True)


def rows(view: YearView, group: GroupResult, chosen: list[int]) -> list[Row]:
    """A row a department in rank order, then the group's sums."""
    made = [_row(view, result, chosen) for result in group.departments]
    own = sums(view.rewards, [r.code for r in group.departments])
    total = [
        Cell(QCoreApplication.translate("Awards", "本组合计")),
        Cell(),
        *(money(own.rules[at], view, bold=True) for at in chosen),
        money(own.rewards, view, bold=True),
        money(own.penalties, view, bold=True),
        money(own.across, view, bold=True),
    ]
    return [*made, Row(total, SUM, TOTAL)]


def _row(view: YearView, result: DepartmentResult, chosen: list[int]) -> Row:
    own = view.rewards.department(result.code)
    rules = view.rewards.rules
    cells = [
        Cell(result.name, key=result.rank),
        grade(result),
        *(_amount(view, result.code, rules[at].name) for at in chosen),
        money(own.rewards, view),
        money(own.penalties, view),
        money(own.net, view, bold=True),
    ]
    return Row(cells, result.code)


def grade(result: DepartmentResult) -> Cell:
    """A grade with 待定 or 否决 beside it."""
    translate = QCoreApplication.translate
    if result.undecided:
        return Cell(
            result.grade or "", tag=translate("Awards", "待定"), dashed=True, tip=translate("Awards", "认定后重算")
        )
    if result.vetoed:
        return Cell(result.grade or "", tag=translate("Awards", "否决"))
    return Cell(result.grade or "–")


def _amount(view: YearView, department: str, rule: str) -> Cell:
    """What a rule comes to; a dash where the department is not in its scope."""
    if (department, rule) not in view.rewards.grounds:
        return dash()
    return money(view.rewards.department(department).amount(rule), view)


def agreement(view: YearView, group: GroupResult) -> tuple[bool, str]:
    """Whether across = down, and the sentence that shows it with the sum in capital figures."""
    translate = QCoreApplication.translate
    own = sums(view.rewards, [r.code for r in group.departments])
    if not own.agree:
        words = translate("Awards", "横加 {across} 与竖加 {down} 不等")
        return False, words.format(across=shown(own.across, view), down=shown(own.down, view))
    words = translate("Awards", "横加 = 竖加 = {sum} 元　{capital}")
    return True, words.format(sum=shown(own.across, view), capital=in_capital(own.across))


def in_capital(amount: Decimal) -> str:
    """人民币大写."""
    return capital(amount)


def consequences(view: YearView, group: GroupResult) -> list[tuple[str, str]]:
    """What is not money: each consequence and the departments it falls on."""
    found: dict[str, list[str]] = {each.content: [] for each in view.facts.consequences}
    for result in group.departments:
        for content in view.rewards.department(result.code).consequences:
            found[content].append(result.name)
    none = QCoreApplication.translate("Awards", "无")
    return [(content, listed(names) or none) for content, names in found.items()]
