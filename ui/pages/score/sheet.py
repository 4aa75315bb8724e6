"""A department's sheet: its lines by category, its bonuses and deductions; two sets of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from kpi_desktop.assessment.explain_sums import BONUS, CATEGORY, DEDUCTION, MORE, TOTAL
from kpi_desktop.assessment.facts import Target, Task
from kpi_desktop.assessment.months import is_ratio
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.next_points import further_text, next_point
from ui.grid.cells import BAR, GROUP, NOTE, Cell, Row, dash, number
from ui.pages.score.layout import (
    ACTUAL,
    BASE,
    BASIS,
    COMPUTED,
    FULL,
    MARK,
    NEXT,
    OWN,
    PART,
    SCORES,
    SHARE,
    STRETCH,
    UNIT,
    VERDICT,
    Layout,
)
from ui.pages.score.total import Part
from ui.terms import term
from ui.words import amount, in_percent, percent, points, portion, signed, target_words

if TYPE_CHECKING:
    from kpi_desktop.assessment.results import CategoryResult, DepartmentResult, Line
    from ui.year import YearView


def rows(view: YearView, result: DepartmentResult, kind: str, made: Layout) -> list[Row]:
    """Category by category the lines, then what was added and taken off."""
    found: list[Row] = []
    shown: set[str] = set()
    for part in result.categories:
        found.append(_category_row(view, part, made))
        found += [_line_row(view, line, made) for line in part.lines]
        shown |= {line.code for line in part.lines}
    rest = [line for line in result.lines if line.code not in shown]
    if rest:
        words = QCoreApplication.translate("Sheet", "不计分的督查事项")
        found.append(Row([Cell(words), *[Cell()] * len(made.names)], None, GROUP))
        found += [_line_row(view, line, made) for line in rest]
    return found + (_more_rows(view, result, made) if kind == SCORES else [])


def lines(result: DepartmentResult) -> list[Line]:
    """The lines in the order in which the sheet shows them."""
    listed = [line for part in result.categories for line in part.lines]
    codes = {line.code for line in listed}
    return listed + [line for line in result.lines if line.code not in codes]


def _category_row(view: YearView, part: CategoryResult, made: Layout) -> Row:
    decimals = view.assessment.decimals
    share = portion(part.score, part.full)
    cells = {
        FULL: number(points(part.full, decimals), bold=True),
        MARK: number(points(part.score, decimals), bold=True),
    }
    if share is not None:
        cells[SHARE] = Cell(percent(share) or "", BAR, bold=True, share=float(share))
    listed = [cells.get(name, Cell()) for name in made.names]
    return Row([Cell(part.category.name), *listed], (CATEGORY, part.category.name), GROUP)


def _line_row(view: YearView, line: Line, made: Layout) -> Row:
    decimals = view.assessment.decimals
    blank = line.share is None
    cells = {
        FULL: number(points(line.full, decimals), line.full),
        MARK: number(None if blank else points(line.score, decimals), line.score, bold=True),
    }
    if SHARE in made.names:
        cells |= dict(zip((UNIT, BASE, STRETCH, ACTUAL), _figure_cells(view, line), strict=True))
        cells[SHARE] = _share_cell(line)
        cells[PART] = _part_cell(view, line)
        cells[NEXT] = _next_cell(view, line) if NEXT in made.names else Cell()
    else:
        cells |= dict(zip((COMPUTED, OWN, VERDICT, BASIS), _verdict_cells(view, line), strict=True))
    item = Cell(line.title, note=line.code, tag=_tag(line), key=line.code, tip=f"{line.code} {line.title}")
    return Row([item, *(cells[name] for name in made.names)], line.code)


def _part_cell(view: YearView, line: Line) -> Cell:
    """What the department brought of the indicator's total."""
    found = view.contributions.get(line.code)
    share = found.share(line.spec.department) if found and line.kind == "target" else None
    if share is None or found is None:
        return dash()
    words = QCoreApplication.translate("Sheet", "占各承担部门合计 {total} {unit} 的 {share}")
    told = words.format(total=amount(found.total), unit=found.indicator.unit or "", share=percent(share))
    return number(percent(share), share, tip=told)


def _next_cell(view: YearView, line: Line) -> Cell:
    """How much more brings the next point."""
    found = next_point(view.assessment, line)
    if found is None:
        return dash()
    sign = "−" if line.lower_better else "+"
    indicator = view.indicators[line.code]
    ratio = is_ratio(indicator)
    value = percent(found.value, 2) if ratio else amount(found.value, 4)
    words = QCoreApplication.translate("Sheet", "{sentence}：到 {value} 得 {score} 分")
    told = words.format(sentence=found.sentence, value=value, score=found.score)
    further, _, unit = further_text(indicator, found.further).partition(" ")
    return number(
        f"{sign}{further}",
        token="accent",
        note=QCoreApplication.translate("Sheet", "百分点") if ratio else unit,
        tip=told,
    )


def _tag(line: Line) -> str:
    translate = QCoreApplication.translate
    task = line.spec.subject
    if line.spec.verdict:
        return translate("Sheet", "核定")
    if line.kind == "partner":
        return translate("Sheet", "协办")
    if isinstance(task, Task) and task.times_carried:
        return translate("Sheet", "第{years}年").format(years=task.times_carried + 1)
    return ""


def _figure_cells(view: YearView, line: Line) -> list[Cell]:
    """单位, 确保, 力争, 实绩."""
    if isinstance(line.spec.subject, Target):
        return _target_cells(view, line, line.spec.subject)
    return _task_cells(view, line)


def _target_cells(view: YearView, line: Line, target: Target) -> list[Cell]:
    indicator = view.indicators[line.code]
    rule = indicator.rule
    base, stretch, value = target_words(indicator, target, line)
    tip = ""
    if rule.measure != "实绩" and line.actual is not None:
        words = QCoreApplication.translate("Sheet", "{measure} {value}；实绩 {actual} {unit}")
        actual = amount(line.actual) or ""
        tip = words.format(measure=rule.measure, value=value, actual=actual, unit=indicator.unit or "")
    needs_base = rule.uses_base or rule.divides_by_base
    return [
        Cell(unit_of(view, line), token="secondary"),
        number(base) if base or needs_base else dash(),
        number(stretch) if stretch or rule.uses_stretch else dash(),
        number(value, tip=tip),
    ]


def unit_of(view: YearView, line: Line) -> str:
    """What a target's figures are measured in, as the sheet says it."""
    indicator = view.indicators[line.code]
    if indicator.rule.code == "panel":
        return QCoreApplication.translate("Sheet", "评议")
    if indicator.rule.by_place:
        return QCoreApplication.translate("Sheet", "名次")
    return "%" if in_percent(indicator) else indicator.unit or "–"


def _task_cells(view: YearView, line: Line) -> list[Cell]:
    translate = QCoreApplication.translate
    milestones = view.milestones.get(line.code, [])
    if milestones:
        done = sum(milestone.done is not None for milestone in milestones)
        unit, base, value = translate("Sheet", "节点"), number(str(len(milestones))), number(str(done))
    else:
        unit, base, value = translate("Sheet", "进度"), number("100%"), number(percent(line.computed_share, 0))
    return [Cell(unit, token="secondary"), base, dash(), value]


def _share_cell(line: Line) -> Cell:
    if line.share is None:
        tip = QCoreApplication.translate("Sheet", "没有结果，暂按 0 分计入总分")
        return Cell(QCoreApplication.translate("Sheet", "空"), BAR, "pale", tip=tip)
    return Cell(percent(line.share) or "", BAR, share=float(line.share), tick=_base_share(line), key=line.share)


def _base_share(line: Line) -> float | None:
    """The share at 确保, where the rule has a 力争 beyond it."""
    curve = line.spec.curve
    marks = dict(curve.marks) if curve else {}
    return float(curve.share(marks["确保"])) if curve and "确保" in marks else None


def _verdict_cells(view: YearView, line: Line) -> list[Cell]:
    """计算得分率, 自评, 核定, 核定依据."""
    from kpi_desktop.assessment.explain import own_share

    own, verdict = own_share(view.assessment, line), line.spec.verdict
    return [
        number(percent(line.computed_share), line.computed_share),
        number(percent(own), own) if own is not None else dash(),
        number(percent(verdict.share), verdict.share, bold=True) if verdict else dash(),
        Cell(verdict.basis if verdict else "", tip=verdict.basis if verdict else ""),
    ]


def _more_rows(view: YearView, result: DepartmentResult, made: Layout) -> list[Row]:
    translate = QCoreApplication.translate
    decimals = view.assessment.decimals
    kinds = {category.name: category.kind for category in view.facts.categories}
    entries = [entry for entry in view.facts.adjustments if entry.department == result.code]
    if not entries and not result.deducted:
        return []
    net = {MARK: number(signed(result.bonus - result.deduction, decimals), bold=True)}
    found = [
        Row([Cell(translate("Sheet", "加减分")), *(net.get(name, Cell()) for name in made.names)], (MORE, ""), GROUP)
    ]
    for entry in entries:
        kind = kinds[entry.category]
        sign = {"bonus": "+", "deduction": "−"}.get(kind, "!")
        figure = "" if kind == "veto" else signed(entry.points if kind == "bonus" else -entry.points, decimals)
        words = f"{entry.reason} {entry.basis or ''}".strip()
        found.append(_more_row(sign, words, figure, entry.category, made))
    word = translate("Sheet", "{colour}色督办单 {number} {subject}")
    for each in result.deducted:
        words = word.format(
            colour=term(COLOURS[each.colour]), number=each.number or "", subject=_subject(view, each.subject)
        )
        figure = signed(-each.points, decimals) if each.counted else translate("Sheet", "不计")
        tag = translate("Sheet", "协办") if each.as_partner else "" if each.counted else translate("Sheet", "就高不计")
        if each.points:
            found.append(_more_row("−", words, figure, tag, made))
    return found


def _more_row(sign: str, words: str, figure: str, tag: str, made: Layout) -> Row:
    cells = [Cell(figure, "number") if name == MARK else Cell() for name in made.names]
    return Row([Cell(words, note=sign, tag=tag, tip=words), *cells], kind=NOTE, wide=made.names.index(MARK) + 1)


def _subject(view: YearView, code: str) -> str:
    task, indicator = view.tasks.get(code), view.indicators.get(code)
    return task.title if task else indicator.name if indicator else code


def sum_parts(result: DepartmentResult, decimals: int) -> list[Part]:
    """The total as it adds up, the total last."""
    translate = QCoreApplication.translate
    parts = [
        Part(
            "+" if at else "",
            part.category.name,
            points(part.score, decimals),
            amount(part.full) or "",
            (CATEGORY, part.category.name),
        )
        for at, part in enumerate(result.categories)
    ]
    parts.append(Part("+", translate("Sheet", "加分"), points(result.bonus, decimals), "", (BONUS, "")))
    parts.append(Part("−", translate("Sheet", "减分"), points(result.deduction, decimals), "", (DEDUCTION, "")))
    parts.append(Part("=", translate("Sheet", "总分"), points(result.total, decimals), "", (TOTAL, "")))
    return parts
