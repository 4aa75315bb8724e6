"""The printed forms on offer, and how one is produced."""

import re

from kpi_desktop.book.refusal import Refusal
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.form import FORMS, Choice, Form
from kpi_desktop.reports.forms.frame import yearly

__all__ = ["FORMS", "Choice", "Form", "departments_of", "file_name", "form_of", "produce"]
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def form_of(kind: str) -> Form:
    """The form of that code. Refusal, naming the codes there are, for another."""
    found = FORMS.get(kind)
    if found is None:
        listed = "、".join(f"{form.code}（{form.name}）" for form in FORMS.values())
        raise Refusal(f"没有“{kind}”这种报表。", f"可用的有：{listed}。")
    return found


def produce(context: ReportContext, kind: str, choice: Choice | str | None = None, format: str = "pdf") -> bytes:
    """One print of a form. Refusal on an unknown form, format or department; TypesettingError where Typst refuses."""
    from kpi_desktop.reports.typesetting import typesetter

    form = form_of(kind)
    check_format(form, format)
    if form.per_department:
        check_department(context, form, Choice.of(choice).department)
    return typesetter().pdf(form.code, form.data(context, choice), context.today)


def check_format(form: Form, format: str) -> None:
    """Refusal where the form does not come in that format."""
    if format not in form.formats:
        raise Refusal(f"“{form.name}”不能存成 {format}。", f"可用的格式：{'、'.join(form.formats)}。")


def check_department(context: ReportContext, form: Form, department: str | None) -> None:
    """Refusal where `department` is not one that the form can be made for."""
    codes = departments_of(context)
    if department is None:
        raise Refusal(f"“{form.name}”一部门一份，请指明部门。")
    if department not in codes:
        raise Refusal(f"“{department}”不是参评部门，没有“{form.name}”。", f"参评部门编码：{'、'.join(codes)}。")


def departments_of(context: ReportContext) -> list[str]:
    """The codes of the departments that are assessed, as in their sheet."""
    assessed = {result.code for result in context.assessment.departments()}
    return [department.code for department in context.facts.departments if department.code in assessed]


def file_name(context: ReportContext, kind: str, department: str | None = None, format: str = "pdf") -> str:
    """A name that says form, department and state, allowed on Windows too: 2020年度部门考核计分表-01投资促进局.pdf."""
    form = form_of(kind)
    name = yearly(context, kind)
    if department is not None and form.per_department:
        name += f"-{department}{context.assessment.department(department).name}"
    if form.states_results and not context.final:
        name += "（过程稿）"
    if context.revision > 1:
        name += f"（第{context.revision}版）"
    return f"{_FORBIDDEN.sub('_', name).strip(' .')[:120]}.{format}"
