"""督办单: one notice in its colour, on a task or a lagging indicator, with the slip for the reply."""

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import Target
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.office.drafting import DEMANDS, PURPOSES
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.blocks import (
    CENTRE,
    LEFT,
    RIGHT,
    Block,
    Cell,
    Column,
    Document,
    Facts,
    Paragraph,
    Row,
    Table,
    Title,
)
from kpi_desktop.reports.forms.breakdown import amount
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.formal import stated
from kpi_desktop.reports.forms.frame import Heading, meta
from kpi_desktop.reports.forms.matter import Matter, chosen, issued, label, letter, listed_words, proposed
from kpi_desktop.reports.forms.work import again, known

SLIP_HEAD = "督办回执"
ROOM = "\u3000" * 4
"""Blank to be filled in by hand."""
TO_DATE = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
WIDTH, LABEL, SLIP_LABEL, SLIP_WIDE = 156.0, 24.0, 22.0, 64.0
"""Millimetres of a formal page's text, of the labels, and of the words between them in the slip."""
HEADS = ("项\u3000目", "内\u3000容")
BY_WHEN = "回复时限"
Pairs = list[tuple[str, str]]


def subjects(context: ReportContext) -> list[tuple[str, str]]:
    """Every directive of the year by its place, then what is proposed."""
    return [(matter.subject, listed_words(matter)) for matter in (*issued(context), *proposed(context))]


def labels(context: ReportContext) -> dict[str, str]:
    """〔2020〕7号黄K01, 拟发黄E25-D12."""
    return {matter.subject: label(matter) for matter in (*issued(context), *proposed(context))}


def owners(context: ReportContext) -> dict[str, str]:
    """Who gets each."""
    return {matter.subject: matter.department for matter in (*issued(context), *proposed(context))}


def data(context: ReportContext, choice: Choice = NOTHING) -> Data:
    """One directive. Refusal on a subject that is not there."""
    matter = chosen(context, choice.subject)
    heading = _heading(matter)
    return {
        "meta": {**meta(context, heading, landscape=False), "footer": stated(context, heading)},
        "office": context.office,
        "title": _title(matter),
        "colour": matter.directive.colour,
        "tag": _tag(matter),
        "number": _number(context, matter),
        "addressee": f"{known(context).name(matter.department)}：",
        "text": letter(matter),
        "rows": _rows(context, matter),
        "closing": [],
        "day": figures.day(matter.directive.day),
        "slip": _slip(context, matter),
        "reply": _reply(matter),
        "replied": figures.day(matter.replied) if matter.replied else "",
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same for Word and Excel."""
    matter = chosen(context, choice.subject)
    heading = _heading(matter)
    blocks: list[Block] = [
        Title(_title(matter)),
        Facts((("发文", context.office), ("编号", _number(context, matter)), ("级别", _tag(matter)))),
        Paragraph(f"{known(context).name(matter.department)}："),
        Paragraph(letter(matter)),
        _table(_rows(context, matter)),
        Paragraph(context.office, align=RIGHT),
        Paragraph(figures.day(matter.directive.day), align=RIGHT),
        Paragraph(SLIP_HEAD, 1, CENTRE),
        _slip_table(context, matter),
    ]
    return Document(blocks, formal=True, footer=tuple(stated(context, heading)), letter=True)


def _table(pairs: Pairs) -> Table:
    """Labels with words; by when to reply stands out."""
    columns = (Column(HEADS[0], LABEL, CENTRE), Column(HEADS[1], WIDTH - LABEL))
    rows = (Row((Cell(label, bold=True), Cell(words, bold=label == BY_WHEN))) for label, words in pairs)
    return Table(columns, tuple(rows), "督办事项", headless=True)


def _slip_table(context: ReportContext, matter: Matter) -> Table:
    """The reply slip, two pairs beside each other, with room to write in by hand."""
    widths = (LABEL, SLIP_WIDE, SLIP_LABEL, WIDTH - LABEL - SLIP_WIDE - SLIP_LABEL)
    columns = tuple(Column(HEADS[at % 2], width, LEFT if at % 2 else CENTRE) for at, width in enumerate(widths))
    (number, own), (whose, name) = _slip(context, matter)
    replied = f"（{figures.day(matter.replied)}回复）" if matter.replied else ""

    def wide(label: str, words: str, height: float) -> Row:
        return Row((Cell(label, bold=True), Cell(words, span=3)), height=height)

    def pair(label: str, words: str, other: str, others: str) -> Row:
        return Row((Cell(label, bold=True), Cell(words), Cell(other, bold=True), Cell(others)))

    rows = (
        pair(number, own, whose, name),
        wide("整改落实\n情\u3000\u3000况", _reply(matter) + replied, 12.0),
        wide("存在问题\n下步措施", "", 12.0),
        pair("预计办结", TO_DATE, "填报人", f"{ROOM}电话："),
        wide("单位意见", f"主要负责人（签字、盖章）：{ROOM * 2}{TO_DATE}", 11.0),
    )
    return Table(columns, rows, "回执", headless=True)


def _heading(matter: Matter) -> Heading:
    serial = 0 if matter.place is None else matter.place + 1
    return Heading("directive", serial, matter.directive.number or "")


def _title(matter: Matter) -> str:
    return f"关于加快{matter.name}的督办单" if matter.task else f"关于{matter.name}进度的督办单"


def _tag(matter: Matter) -> str:
    colour = matter.directive.colour
    return f"{COLOURS[colour]}色督办（{PURPOSES[colour]}）"


def _number(context: ReportContext, matter: Matter) -> str:
    return _bare_number(context, matter) + ("（拟稿）" if matter.place is None else "")


def _bare_number(context: ReportContext, matter: Matter) -> str:
    number = matter.directive.number or f"〔{context.year}〕\u3000号"
    return f"督办{number}"


def _rows(context: ReportContext, matter: Matter) -> Pairs:
    directive = matter.directive
    rows: Pairs = [("督办事项", f"{matter.code} {matter.name}{again(matter.task) if matter.task else ''}")]
    rows += _of_task(context, matter) if matter.task else _of_target(context, matter)
    rows.append(("督办原因", f"{matter.reason}。" if matter.reason else "—"))
    rows.append(("办理要求", f"{DEMANDS[directive.colour]}。"))
    rows += _points(context, directive.colour)
    due = f"{figures.day(directive.reply_due)}前，" if directive.reply_due else ""
    rows.append((BY_WHEN, f"{due}回执加盖公章报{context.office}"))
    return rows


def _of_task(context: ReportContext, matter: Matter) -> Pairs:
    task, about = matter.task, known(context)
    assert task is not None
    partners = f"\u3000\u3000协办：{about.names(task.partners)}" if task.partners else ""
    basis = "；".join(part for part in (task.basis, task.document) if part) or "—"
    due = figures.day_within(task.due, context.year) if task.due else "未定"
    return [
        (
            "责任单位",
            f"牵头：{about.name(task.lead)}{_people(('责任人', task.owner), ('分管领导', task.leader))}{partners}",
        ),
        ("立项依据", basis),
        ("完成标准", f"{task.standard or '未定'}（期限：{due}）"),
    ]


def _people(*pairs: tuple[str, str | None]) -> str:
    named = "，".join(f"{label}{name}" for label, name in pairs if name)
    return f"（{named}）" if named else ""


def _of_target(context: ReportContext, matter: Matter) -> Pairs:
    department = known(context).departments.get(matter.department)
    leaders = _people(("负责人", department.head), ("分管领导", department.leader)) if department else ""
    return [
        ("责任单位", known(context).name(matter.department) + leaders),
        ("年度目标", _goals(matter, matter.target) if matter.target else "—"),
    ]


def _goals(matter: Matter, target: Target) -> str:
    def shown(label: str, value: Exact | None) -> str:
        assert matter.indicator is not None
        cell = amount(matter.indicator, value, needed=False)
        unit = "" if cell.text.endswith("%") else matter.indicator.unit or ""
        return f"{label}{cell.text}{unit}" if value is not None else ""

    parts = (shown("确保", target.base), shown("力争", target.stretch))
    return "，".join(part for part in parts if part) or "—"


def _points(context: ReportContext, colour: str) -> Pairs:
    """What it costs in the assessment, where the year deducts for that colour."""
    settings = context.facts.settings
    points = {"blue": settings.blue_deduction, "yellow": settings.yellow_deduction, "red": settings.red_deduction}
    if not settings.directive_category or not points[colour]:
        return []
    highest = "，同一事项多次督办的就高计" if settings.highest_only else ""
    return [
        (
            "考核扣分",
            f"{COLOURS[colour]}色督办扣{figures.plain(points[colour])}分（{settings.directive_category}）{highest}",
        )
    ]


def _slip(context: ReportContext, matter: Matter) -> Pairs:
    colour = COLOURS[matter.directive.colour]
    draft = "，拟稿" if matter.place is None else ""
    return [
        ("督办编号", f"{_bare_number(context, matter)}（{colour}色{draft}）"),
        ("回复单位", known(context).name(matter.department)),
    ]


def _reply(matter: Matter) -> str:
    return (matter.reply or "").strip()
