"""兑现单: one department's rewards and penalties on a page, each with what it was made from, for its file.

It belongs to the form `awards` (whose number, footer and 过程稿 it carries) and is no form of its own.
"""

from kpi_desktop.assessment.facts import AwardRule
from kpi_desktop.assessment.payroll import headcount
from kpi_desktop.assessment.results import DepartmentResult
from kpi_desktop.reports import figures
from kpi_desktop.reports.award_reasons import applied, reasons
from kpi_desktop.reports.capital import capital, small
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import award_words, standing
from kpi_desktop.reports.forms.form import Data
from kpi_desktop.reports.forms.frame import Heading, identity, meta
from kpi_desktop.reports.paper import wide
from kpi_desktop.reports.typesetting import typesetter

TEMPLATE = "slip"


def slip_pdf(context: ReportContext, department: str) -> bytes:
    """The slip of one department as a PDF. KeyError where it is not assessed."""
    return typesetter().pdf(TEMPLATE, data(context, department), context.today)


def data(context: ReportContext, department: str) -> Data:
    """What the template sets."""
    result = context.assessment.department(department)
    own = context.rewards.department(department)
    unit = context.facts.settings.payout_unit
    heading = Heading("awards", about=result.name)
    return {
        "meta": meta(context, heading, landscape=False),
        "title": f"{context.unit}{context.year}年度考核奖惩兑现单",
        "left": [["部门", result.name, True], *_standing(context, result)],
        "right": [*identity(context, heading)[1:], ["金额单位", "元"]],
        "rows": [_row(context, department, at, rule) for at, rule in applied(context.rewards, department)],
        "rewards": figures.money(own.rewards, unit),
        "penalties": figures.money(own.penalties, unit),
        "net": figures.money(own.net, unit),
        "capital": capital(own.net),
        "small": small(own.net, figures.money_decimals(unit)),
        "consequences": "、".join(own.consequences),
    }


def _standing(context: ReportContext, result: DepartmentResult) -> list[list[object]]:
    return [
        ["名次", f"第{result.rank}名"],
        ["总分", figures.fixed(result.total, context.decimals)],
        ["等次", standing.grade(result)],
        ["计发人数", figures.plain(headcount(result))],
    ]


def _row(context: ReportContext, department: str, at: int, rule: AwardRule) -> Data:
    amount = context.rewards.department(department).amount(rule.name)
    return {
        "number": str(at),
        "name": rule.name,
        "standard": award_words.standard(rule, context.facts),
        "reasons": [wide(reason) for reason in reasons(context.facts, context.rewards, department, rule)],
        "amount": figures.money(amount, context.facts.settings.payout_unit),
    }
