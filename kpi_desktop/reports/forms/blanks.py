"""年终对表检查表: everything that is still blank on a day, department by department, and who has said why."""

from collections.abc import Mapping, Sequence
from datetime import date

from kpi_desktop.assessment.facts import Explanation
from kpi_desktop.assessment.gaps import Gap, gaps
from kpi_desktop.assessment.names import GAPS
from kpi_desktop.assessment.text import half_width
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import cells
from kpi_desktop.reports.forms.blocks import CENTRE, GROUP, Cell, Document, Note, Paragraph, Row, Signatures, Table
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading
from kpi_desktop.reports.forms.listing import LANDSCAPE, Plan, document, laid, nothing, printed
from kpi_desktop.reports.forms.work import in_order, judged_day, known

HEADING = Heading("blanks")
ZONE = "全区（不分部门）"
OPEN, EXPLAINED = "待补", "已说明"
PLANS = (
    Plan("序号", 12.0, 14.0, align=CENTRE),
    Plan("事\u3000项", share=1.2),
    Plan("类别", 24.0, 30.0),
    Plan("情\u3000况", share=1.4),
    Plan("说\u3000明", share=1.5),
    Plan("责任人", 16.0, 22.0, align=CENTRE),
    Plan("状态", 16.0, 18.0, align=CENTRE),
)


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """The check as of the chosen day."""
    return printed(context, HEADING, outline(context, choice))


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    day = judged_day(context, choice)
    found = gaps(context.assessment, day)
    rows = _rows(context, found)
    blocks = (
        Paragraph(_lead(context, found, day)),
        Table(laid(PLANS, rows, LANDSCAPE), rows, "年终对表检查"),
        Note("每一处空白都要补齐，或由责任人书面说明；没有说明的空白不得进入复核。"),
        Signatures(("检查", "审核", "审批")),
    )
    return document(context, HEADING, blocks, [("单位", context.office), ("检查日", figures.day(day))])


def _lead(context: ReportContext, found: Sequence[Gap], day: date) -> str:
    if not found:
        return f"截至{figures.day(day)}，没有发现空白和缺口。"
    named = {gap.department for gap in found if gap.department}
    rest = sum(each.takes_part and each.code not in named for each in context.facts.departments)
    explained = sum(gap.explained for gap in found)
    more = f"其余{rest}个部门没有缺口。" if rest and named else ""
    where = f"，涉及{len(named)}个部门" if named else ""
    counted = f"已书面说明{explained}处，{OPEN}{len(found) - explained}处"
    kinds = "、".join(f"{GAPS[kind]}{sum(gap.kind == kind for gap in found)}处" for kind in _kinds(found))
    return f"截至{figures.day(day)}，发现空白和缺口{len(found)}处{where}；其中{counted}。{more}按类别：{kinds}。"


def _kinds(found: Sequence[Gap]) -> list[str]:
    return [kind for kind in GAPS if any(gap.kind == kind for gap in found)]


def _rows(context: ReportContext, found: Sequence[Gap]) -> tuple[Row, ...]:
    rows: list[Row] = []
    owners, titles = _owners(context), _titles(context)
    number = 0
    codes: list[str | None] = [*in_order(context.facts, (gap.department for gap in found if gap.department)), None]
    for code in codes:
        own = [gap for gap in found if gap.department == code]
        if own:
            rows.append(Row((Cell(_head(context, code, own)),), GROUP))
        for gap in own:
            number += 1
            rows.append(_row(context, number, gap, owners, titles))
    return tuple(rows) or (nothing("没有空白和缺口", len(PLANS)),)


def _head(context: ReportContext, code: str | None, own: Sequence[Gap]) -> str:
    department = known(context).departments.get(code or "")
    head = f"\u3000负责人：{department.head}" if department and department.head else ""
    explained = sum(gap.explained for gap in own)
    name = known(context).name(code) if code else ZONE
    return f"{name}{head}\u3000缺口{len(own)}处，已说明{explained}处，{OPEN}{len(own) - explained}处"


def _owners(context: ReportContext) -> dict[str, str | None]:
    return {task.code: task.owner for task in context.facts.tasks}


def _titles(context: ReportContext) -> dict[str, str]:
    found = {indicator.code: indicator.name for indicator in context.facts.indicators}
    return found | {task.code: task.title for task in context.facts.tasks}


def _row(
    context: ReportContext, number: int, gap: Gap, owners: Mapping[str, str | None], titles: Mapping[str, str]
) -> Row:
    department = known(context).departments.get(gap.department or "")
    task = gap.subject.partition("/")[0]
    return Row(
        (
            cells.count(number),
            Cell(_subject(gap, titles)),
            Cell(GAPS[gap.kind]),
            Cell(_situation(context, gap, titles)),
            cells.text(_explained(context, gap)),
            cells.text(owners.get(task) or (department.head if department else None)),
            Cell(EXPLAINED) if gap.explained else Cell(OPEN, bold=True),
        )
    )


def _subject(gap: Gap, titles: Mapping[str, str]) -> str:
    code = gap.subject.partition("/")[0]
    title = titles.get(code)
    return f"{code} {title}" if title else _kind_of_subject(gap)


def _kind_of_subject(gap: Gap) -> str:
    named = {"unanswered": "督办单", "appeal_open": "申诉", "no_line": "类别：", "points": "", "undecided": "等次"}
    return f"{named.get(gap.kind, '')}{'' if gap.kind == 'undecided' else gap.subject}"


def _situation(context: ReportContext, gap: Gap, titles: Mapping[str, str]) -> str:
    """What is wrong, without the names that stand in the row already."""
    code = gap.subject.partition("/")[0]
    told, title = gap.message, titles.get(code)
    name = known(context).name(gap.department)
    if title and title in told:
        told = told.partition(title)[2]
    elif told.startswith(f"{name}："):
        told = told.removeprefix(f"{name}：").removeprefix(f"{code} 的")
    return cells.sentence(told.lstrip("：:，, ") or gap.message, context.year)


def _explained(context: ReportContext, gap: Gap) -> str | None:
    for entry in context.facts.explanations:
        if _about(entry, gap):
            signed = [entry.author or "", figures.day(entry.day) if entry.day else ""]
            words = "，".join(part for part in signed if part)
            return entry.text.strip() + (f"（{words}）" if words else "")
    return None


def _about(entry: Explanation, gap: Gap) -> bool:
    kinds, names = (gap.kind, GAPS[gap.kind]), (half_width(gap.subject), half_width(gap.name))
    return half_width(entry.kind) in kinds and half_width(entry.subject) in names and bool(entry.text.strip())
