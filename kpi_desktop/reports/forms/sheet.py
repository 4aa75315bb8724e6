"""部门考核计分表: one department, line by line, down to total, rank and grade, with the signatures of both sides."""

from collections.abc import Sequence
from decimal import Decimal
from math import ceil

from kpi_desktop.assessment.results import CategoryResult, DepartmentResult, Line
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import adjusting, outlining, sheet_outline, standing
from kpi_desktop.reports.forms.blocks import Document
from kpi_desktop.reports.forms.breaking import formula_lines, formula_parts, whole_parts
from kpi_desktop.reports.forms.fitting import CELL_MARGINS, INSETS, fits, fitting_inset, on_one_line, row_lines
from kpi_desktop.reports.forms.form import Choice, Data
from kpi_desktop.reports.forms.frame import Heading, identity, meta, title
from kpi_desktop.reports.forms.lines import Lookup, own_score, row
from kpi_desktop.reports.paper import column_width, text_width

PAGE_WIDTH = 267.0
"""Millimetres between the side margins of A4 landscape."""
PAGE_HEIGHT, FIXED_HEIGHT, NOTE_LINE = 159.0, 36.5, 4.3
"""Millimetres under the title, of the line over the table with the two opinions and the gaps, and of a note's line."""
TITLE_SIZE, TITLE_LINE, FACTS_LINE = 22.0, 10.0, 5.2
"""Points of the title; millimetres that a second line of it takes, and one of the facts under it."""
GAP = "\u3000\u3000"
TOTAL_SIZE = 12.0
"""Points of the total."""
COLUMNS = ("code", "name", "full", "base", "stretch", "actual", "process", "self", "verdict", "score")
NO_ROW: Data = {"name": "", "process": ""}
UNSCORED = "督查不计分事项"


def data(context: ReportContext, choice: Choice) -> Data:
    """The sheet of the chosen department. KeyError where it is not assessed."""
    return of_department(context, choice.department)


def outline(context: ReportContext, choice: Choice) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    return outlining.document(made, sheet_outline.blocks(made))


def of_department(context: ReportContext, department: str | None, lookup: Lookup | None = None) -> Data:
    """The sheet of one department. KeyError where it is not assessed."""
    result = context.assessment.department(department or "")
    lookup = lookup or Lookup.of(context.assessment)
    heading = Heading("sheet", serial(context, result.code), result.name)
    groups = _groups(context, result, lookup)
    widths = _widths(context, groups, result)
    _break_lines(groups, widths[1] - CELL_MARGINS, widths[6] - CELL_MARGINS)
    adjusting, notes = _adjusting(context, result, len(groups)), _notes(context, result)
    above: Data = {"title": title(context, "sheet"), "left": _who(context, result), "right": identity(context, heading)}
    fixed = FIXED_HEIGHT + _more_lines(above)
    inset = _inset(groups, widths, adjusting, fixed + _height_of(notes))
    _mark_whole(groups, widths, inset or INSETS[0], fixed)
    _mark_single(groups, adjusting, widths)
    return {
        "meta": meta(context, heading),
        **above,
        "year": context.year,
        "department": result.name,
        "groups": groups,
        "widths": widths,
        "inset": inset or INSETS[0],
        "whole": inset is not None,
        "end": f"sheet-{serial(context, result.code)}-end",
        "adjusting": adjusting,
        "total": _total(context, result, lookup),
        "standing": _standing(context, result),
        "notes": notes,
        "office": context.office,
    }


def serial(context: ReportContext, department: str) -> int:
    """The number of a department's sheet: its place among those assessed, as in the sheet of departments."""
    assessed = {result.code for result in context.assessment.departments()}
    codes = [each.code for each in context.facts.departments if each.code in assessed]
    return codes.index(department) + 1


def _who(context: ReportContext, result: DepartmentResult) -> list[list[object]]:
    pairs: list[list[object]] = [["被考核单位", result.name, True]]
    pairs.append(["考核分组", standing.group_name(standing.group_of(context, result))])
    pairs.append(["经济指标占比", figures.percent(result.economic_share)])
    return pairs


def _groups(context: ReportContext, result: DepartmentResult, lookup: Lookup) -> list[Data]:
    found = [
        _group(context, result, lookup, f"{figures.ordinal(at)}、{category.category.name}", category.lines, category)
        for at, category in enumerate(result.categories, 1)
    ]
    listed = {line.code for category in result.categories for line in category.lines}
    rest = tuple(line for line in result.lines if line.code not in listed)
    if rest:
        name = f"{figures.ordinal(len(found) + 1)}、{UNSCORED}"
        found.append(_group(context, result, lookup, name, rest, None))
    return found


def _group(
    context: ReportContext,
    result: DepartmentResult,
    lookup: Lookup,
    name: str,
    lines: Sequence[Line],
    category: CategoryResult | None,
) -> Data:
    own = _own(lines, lookup) if category else None
    return {
        "mark": f"sheet-{serial(context, result.code)}-{name}",
        "name": name,
        "full": figures.fixed(category.full, context.decimals) if category else None,
        "self": None if own is None else figures.fixed(own, context.decimals),
        "score": figures.fixed(category.score, context.decimals) if category else None,
        "rows": [row(lookup, line) for line in lines] if category else [_unscored(lookup, line) for line in lines],
    }


def _own(lines: Sequence[Line], lookup: Lookup) -> Decimal | None:
    scores = [own for line in lines if (own := own_score(lookup, line)) is not None]
    return sum(scores, Decimal(0)) if scores else None


def _unscored(lookup: Lookup, line: Line) -> Data:
    return {**row(lookup, line), "full": None, "self": None, "verdict": None, "score": None}


def _break_lines(groups: list[Data], names: float, formulas: float) -> None:
    """Say where names and formulas break that are too long for their columns of so many millimetres."""
    for each in (line for group in groups for line in _rows(group)):
        if parts := formula_parts(str(each["process"]), formulas):
            each["parts"] = parts
        if parts := whole_parts(str(each["name"]), names):
            each["name_parts"] = parts


def _widths(context: ReportContext, groups: list[Data], result: DepartmentResult) -> list[float]:
    """Column widths in millimetres: figures on one line, the name and the formula share what is left."""
    rows = [each for group in groups for each in _rows(group)]

    def texts(column: str) -> list[str]:
        return [str(value) for each in rows if isinstance(value := each[column], str)]

    total = column_width([figures.fixed(result.total, context.decimals)], 14.0, 24.0, TOTAL_SIZE)
    scores = [
        column_width(texts(name), least, 24.0) for name, least in (("self", 14.0), ("verdict", 14.0), ("score", total))
    ]
    fixed = {
        "code": column_width(texts("code"), 12.0, 26.0),
        "full": column_width(texts("full"), 14.0, 22.0),
        "base": column_width(texts("base"), 17.0, 30.0),
        "stretch": column_width(texts("stretch"), 14.0, 30.0),
        "actual": column_width(texts("actual"), 18.0, 32.0),
    }
    rest = PAGE_WIDTH - sum(fixed.values()) - sum(scores)
    longest = max((text_width(text) for text in texts("name")), default=40.0) + 3.2
    name = round(min(max(longest, 40.0), rest * 0.45), 2)
    return [fixed["code"], name, *list(fixed.values())[1:], round(rest - name, 2), *scores]


def _rows(group: Data) -> list[Data]:
    rows = group["rows"]
    assert isinstance(rows, list)
    return rows


def _more_lines(above: Data) -> float:
    """The millimetres that the title and the facts under it take beyond one line each."""
    pairs = [outlining.as_lists(above[side]) for side in ("left", "right")]
    sides = [text_width(GAP.join(f"{pair[0]}：{pair[1]}" for pair in side)) for side in pairs]
    lines = 1 if sum(sides) + text_width(GAP) <= PAGE_WIDTH else sum(ceil(side / PAGE_WIDTH) for side in sides)
    titles = 1 if text_width(str(above["title"]), TITLE_SIZE) <= PAGE_WIDTH else 2
    return TITLE_LINE * (titles - 1) + FACTS_LINE * (lines - 1)


def _height_of(notes: list[str]) -> float:
    return sum(NOTE_LINE * row_lines({PAGE_WIDTH: note}) for note in notes)


def _inset(groups: list[Data], widths: list[float], adjusting: Data, fixed: float) -> float | None:
    """How airy the rows may be on one page; None where they need another."""
    rows = [1, 1, 1, 1]
    for group in groups:
        rows += _lines_of(group, widths)
    reasons = PAGE_WIDTH - widths[0] - widths[1] - widths[9]
    rows += [1, *(row_lines({reasons: each["reason"], widths[1]: each["category"]}) for each in _rows(adjusting))]
    rows += [] if _rows(adjusting) else [1]
    return fitting_inset(rows, fixed, PAGE_HEIGHT)


def _lines_of(group: Data, widths: list[float]) -> list[int]:
    """The lines of each row of a group, its own row first."""
    return [1, *(_row_lines(row, widths) for row in _rows(group) or [NO_ROW])]


def _row_lines(row: Data, widths: list[float]) -> int:
    count, parts = row_lines({widths[1]: row["name"], widths[6]: row["process"]}), row.get("parts")
    return max(count, formula_lines(parts, widths[6] - CELL_MARGINS)) if isinstance(parts, list) else count


def _mark_whole(groups: list[Data], widths: list[float], inset: float, fixed: float) -> None:
    """Say of each group whether it surely ends on the first page: its row is then never repeated."""
    rows = [1, 1]
    for group in groups:
        rows += _lines_of(group, widths)
        group["whole"] = fits(rows, inset, fixed, PAGE_HEIGHT)


def _mark_single(groups: list[Data], adjusting: Data, widths: list[float]) -> None:
    """Say of each row whether it surely takes one line: such rows are set at a known height, in half the time."""
    for group in groups:
        group["single"] = on_one_line(group["name"], widths[0] + widths[1])
        for line in _rows(group):
            line["single"] = all(on_one_line(line[name], width) for name, width in zip(COLUMNS, widths, strict=True))
    reasons = PAGE_WIDTH - widths[0] - widths[1] - widths[9]
    for line in _rows(adjusting):
        shown = ((line["kind"], widths[0]), (line["category"], widths[1]), (line["reason"], reasons))
        line["single"] = all(on_one_line(text, width) for text, width in shown)


def _adjusting(context: ReportContext, result: DepartmentResult, before: int) -> Data:
    return {
        "mark": f"sheet-{serial(context, result.code)}-adjusting",
        "name": f"{figures.ordinal(before + 1)}、加减分",
        "score": figures.signed(adjusting.net(result), context.decimals),
        "rows": adjusting.rows(context, result),
    }


def _total(context: ReportContext, result: DepartmentResult, lookup: Lookup) -> Data:
    decimals = context.decimals
    scores = [category.score for category in result.categories]
    parts = "＋".join(figures.fixed(score, decimals) for score in scores) or figures.fixed(0, decimals)
    parts += f"＋{figures.fixed(result.bonus, decimals)}" if result.bonus else ""
    parts += f"{figures.MINUS}{figures.fixed(result.deduction, decimals)}" if result.deduction else ""
    plain = sum(scores, Decimal(0)) + result.bonus - result.deduction
    floor = f"＝{figures.fixed(plain, decimals)}，不低于0" if plain < 0 else ""
    own = _own([line for category in result.categories for line in category.lines], lookup)
    return {
        "full": figures.fixed(sum((category.full for category in result.categories), Decimal(0)), decimals),
        "formula": f"{parts}{floor}＝{figures.fixed(result.total, decimals)}",
        "self": None if own is None else figures.fixed(own, decimals),
        "score": figures.fixed(result.total, decimals),
    }


def _standing(context: ReportContext, result: DepartmentResult) -> list[list[str]]:
    group = standing.group_of(context, result)
    tied = "（并列）" if standing.equals(context, result) else ""
    return [
        ["名次", f"{group.group.name}第{result.rank}名{tied}，共{len(group.departments)}个部门"],
        ["空白", f"{blank}处，见注" if (blank := len(standing.blanks(context, result))) else "无"],
        ["等次", (standing.VETO_MARK if result.vetoed else "") + (standing.grade(result) or "—")],
    ]


def _notes(context: ReportContext, result: DepartmentResult) -> list[str]:
    marks = [
        f"{standing.VETO_MARK}{text}" if result.vetoed and at == 0 else text
        for at, text in enumerate(standing.remarks(context, result))
    ]
    if lacking := standing.respread(context, result):
        marks.append(f"没有{'、'.join(lacking)}的事项，其分值折算到其他类别。")
    blanks = standing.blanks(context, result)
    if blanks:
        marks.append(f"空白{len(blanks)}处：" + "".join(blanks))
    given = {own.subject for own in context.facts.self_scores if own.department == result.code}
    partly = "，自评合计只计已填的" if given and any(line.code not in given for line in result.lines) else ""
    marks.append(f"计分单位为分，得分按年度小数位四舍五入。“—”为不适用，“空”为尚无数据{partly}。")
    return marks
