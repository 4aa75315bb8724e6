"""What adds to and takes from each department, category by category, and what the caps cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.names import COLOURS
from ui.grid.cells import TOTAL, Cell, Column, Row, dash, number
from ui.terms import clauses, term
from ui.words import amount, points, signed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kpi_desktop.assessment.effects import Capped
    from kpi_desktop.assessment.results import DepartmentResult
    from ui.year import YearView


def columns() -> list[Column]:
    """部门, 类别, 录入, 督办单, 合计, 上限, 超限不计, 计入, 由来."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Adjustments", "部门"), 124),
        Column(translate("Adjustments", "类别"), 92),
        Column(translate("Adjustments", "录入"), 74, right=True),
        Column(translate("Adjustments", "督办单"), 74, right=True),
        Column(translate("Adjustments", "合计"), 74, right=True),
        Column(translate("Adjustments", "上限"), 64, right=True),
        Column(translate("Adjustments", "超限不计"), 82, right=True),
        Column(translate("Adjustments", "计入总分"), 86, right=True),
        Column(translate("Adjustments", "由来"), sortable=False),
    ]


def rows(view: YearView, found: Sequence[Capped]) -> list[Row]:
    """A row a department and category, and the sums."""
    if not found:
        return []
    made = [_row(view, each) for each in found]
    return [*made, _sums(view, found)]


def _row(view: YearView, each: Capped) -> Row:
    places = view.assessment.decimals
    cap = each.category.cap
    cells = [
        Cell(each.department.name),
        Cell(each.category.name, token="secondary"),
        _figure(each.entered, places),
        _figure(each.directives, places),
        _figure(each.claimed, places),
        dash() if cap is None else number(amount(cap), token="secondary"),
        number(points(each.cut, places), each.cut, token="amber_text", bold=True) if each.cut else dash(),
        number(signed(_effect(each), places), _effect(each), bold=True),
        _origin(view, each),
    ]
    return Row(cells, (each.department.code, each.category.name))


def _sums(view: YearView, found: Sequence[Capped]) -> Row:
    places = view.assessment.decimals
    entered, cards, cut = (sum(getattr(each, name) for each in found) for name in ("entered", "directives", "cut"))
    net = sum((_effect(each) for each in found), start=type(found[0].counted)(0))
    cells = [
        Cell(QCoreApplication.translate("Adjustments", "合计")),
        Cell(),
        number(points(entered, places)),
        number(points(cards, places)),
        number(points(entered + cards, places)),
        Cell(),
        number(points(cut, places)),
        number(signed(net, places), bold=True),
        Cell(),
    ]
    return Row(cells, None, TOTAL)


def _origin(view: YearView, each: Capped) -> Cell:
    """The reasons of the entries, and how many directives."""
    key = (each.department.code, each.category.name)
    told = [entry.reason for entry in view.facts.adjustments if (entry.department, entry.category) == key]
    if each.directives:
        result = view.assessment.department(each.department.code)
        count = sum(bool(card.points) and card.counted for card in result.deducted)
        told.append(QCoreApplication.translate("Adjustments", "督办单 {count} 张").format(count=count))
    words = clauses(told)
    return Cell(words, token="secondary", tip=words)


def _effect(each: Capped) -> Decimal:
    return each.counted if each.category.kind == "bonus" else -each.counted


def _figure(value: Decimal, places: int) -> Cell:
    return number(points(value, places), value) if value else dash()


def card_columns() -> list[Column]:
    """督办单, 事项, 扣分."""
    translate = QCoreApplication.translate
    return [
        Column(translate("Adjustments", "督办单"), 124, sortable=False),
        Column(translate("Adjustments", "事项"), sortable=False),
        Column(translate("Adjustments", "扣分"), 62, right=True, sortable=False),
    ]


def card_rows(view: YearView, result: DepartmentResult) -> list[Row]:
    """The directives that deduct from a department."""
    translate, places = QCoreApplication.translate, view.assessment.decimals
    made = []
    for at, each in enumerate(result.deducted):
        if not each.points:
            continue
        task, indicator = view.tasks.get(each.subject), view.indicators.get(each.subject)
        title = task.title if task else indicator.name if indicator else each.subject
        why = translate("Adjustments", "同一事项就高，这张不另扣")
        shown = signed(-each.points, places) if each.counted else translate("Adjustments", "不计")
        figure = number(shown, token="text" if each.counted else "pale")
        tag = translate("Adjustments", "协办") if each.as_partner else ""
        card = Cell(f"{term(COLOURS[each.colour])} {each.number or ''}".strip(), light=each.colour)
        tip = title if each.counted else why
        made.append(Row([card, Cell(title, tag=tag, tip=tip), figure._replace(tip=tip)], at))
    return made
