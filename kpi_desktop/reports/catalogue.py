"""The printed forms on offer, and how one is produced."""

import re

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.form import FORMS, Choice, Form
from kpi_desktop.reports.forms.frame import yearly

__all__ = ["FORMS", "Choice", "Form", "check_choice", "departments_of", "file_name", "form_of", "produce"]
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME, LONGEST_SUBJECT = 120, 30


def form_of(kind: str) -> Form:
    """The form of that code. Refusal, naming the codes there are, for another."""
    found = FORMS.get(kind)
    if found is None:
        listed = "、".join(f"{form.code}（{form.name}）" for form in FORMS.values())
        raise Refusal(f"没有“{kind}”这种报表。", f"可用的有：{listed}。")
    return found


def produce(
    context: ReportContext,
    kind: str,
    choice: Choice | str | None = None,
    format: str = "pdf",
    archive: bool = False,
) -> bytes:
    """One print of a form, as pdf (`archive`: PDF/A-2b), docx or xlsx.

    Refusal on an unknown form or format and a choice that the form cannot be made for; TypesettingError where Typst
    refuses.
    """
    form, chosen = form_of(kind), Choice.of(choice)
    check_format(form, format)
    check_choice(context, form, chosen)
    if format == "docx":
        from kpi_desktop.reports.word import word

        return word(form.outline(context, chosen), context.today, context.unit or context.office)
    if format == "xlsx":
        from kpi_desktop.reports.excel import workbook

        return workbook(form.outline(context, chosen), context.today, context.unit or context.office)
    from kpi_desktop.reports.typesetting import typesetter

    return typesetter().pdf(form.code, form.data(context, chosen), context.today, archive)


def check_format(form: Form, format: str) -> None:
    """Refusal where the form does not come in that format."""
    if format not in form.formats:
        raise Refusal(f"“{form.name}”不能存成 {format}。", f"可用的格式：{'、'.join(form.formats)}。")


def check_choice(context: ReportContext, form: Form, choice: Choice) -> None:
    """Refusal where the form cannot be made for that choice."""
    if form.per_department:
        check_department(context, form, choice.department)
    if form.per_subject:
        check_subject(context, form, choice.subject)
    groups = [group.name for group in context.facts.groups]
    if choice.group is not None and choice.group not in groups:
        raise Refusal(f"没有“{choice.group}”这个分组。", f"分组有：{'、'.join(groups)}。")
    if choice.month is not None and not 1 <= choice.month <= 12:
        raise Refusal(f"没有{choice.month}月。", "月份是1到12。")


def check_department(context: ReportContext, form: Form, department: str | None) -> None:
    """Refusal where `department` is not one that the form can be made for."""
    codes = departments_of(context)
    if department is None:
        raise Refusal(f"“{form.name}”一部门一份，请指明部门。")
    if department not in codes:
        raise Refusal(f"“{department}”不是参评部门，没有“{form.name}”。", f"参评部门编码：{'、'.join(codes)}。")


def check_subject(context: ReportContext, form: Form, subject: str | None) -> None:
    """Refusal where `subject` is not one that the form can be about."""
    codes = [code for code, _ in form.subjects(context)]
    if not codes:
        raise Refusal(f"{context.year}年还没有可出“{form.name}”的事项。")
    listed = "、".join(codes[:20]) + ("……" if len(codes) > 20 else "")
    if subject is None:
        raise Refusal(f"“{form.name}”一事一份，请指明是哪一件。", f"可选：{listed}。")
    if subject not in codes:
        raise Refusal(f"“{subject}”没有“{form.name}”。", f"可选：{listed}。")


def departments_of(context: ReportContext) -> list[str]:
    """The codes of the departments that are assessed, as in their sheet."""
    assessed = {result.code for result in context.assessment.departments()}
    return [department.code for department in context.facts.departments if department.code in assessed]


def file_name(
    context: ReportContext, kind: str, choice: Choice | str | None = None, format: str = "pdf", whole: bool = False
) -> str:
    """A name that says form, choice and state, allowed on Windows too: 2020年度部门考核计分表-01投资促进局.pdf.

    `whole`: the name of a file that holds the form's prints for every department or subject.
    """
    form, chosen = form_of(kind), Choice.of(choice)
    name = yearly(context, kind) + ("（合订）" if whole else _about(context, form, chosen))
    if form.states_results and not context.final:
        name += "（过程稿）"
    if context.revision > 1:
        name += f"（第{context.revision}版）"
    return f"{_FORBIDDEN.sub('_', name).strip(' .')[:LONGEST_NAME]}.{format}"


def _called(context: ReportContext, form: Form, subject: str) -> str:
    """What a subject is called in the name of a file."""
    if label := form.labels(context).get(subject):
        return label
    words = dict(form.subjects(context)).get(subject, "")
    return words if words.startswith(subject) else f"{subject}{words}"


def _about(context: ReportContext, form: Form, choice: Choice) -> str:
    """What tells this print from others of its form."""
    parts: list[str] = []
    if form.per_department and choice.department is not None:
        parts.append(f"{choice.department}{context.assessment.department(choice.department).name}")
    if form.per_subject and choice.subject is not None:
        parts.append(_called(context, form, choice.subject)[:LONGEST_SUBJECT])
    if "group" in form.options and choice.group is not None:
        parts.append(choice.group)
    if "month" in form.options and choice.month is not None:
        parts.append(f"{choice.month}月")
    if "day" in form.options and choice.day is not None:
        parts.append(choice.day.isoformat())
    return "".join(f"-{part}" for part in parts)
