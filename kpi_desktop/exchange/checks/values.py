"""What refers to a line: monthly values, directives, ratings, own scores and verdicts."""

from kpi_desktop.assessment.facts import WHOLE_ZONE
from kpi_desktop.exchange.checks.laid import Laid
from kpi_desktop.exchange.checks.scheme import source_of
from kpi_desktop.exchange.draft import Draft, Entry, Report

_LAY_IT = "请先在“责任分解”表里登记,或改正这一格"


def check(draft: Draft, report: Report) -> None:
    """Values of indicators that the department bears, and of nothing else."""
    laid = Laid(draft)
    for actual in draft.all("actual", "indicator"):
        _check_actual(draft, report, laid, actual)
    for directive in draft.all("directive", "task", "indicator", "department"):
        _check_directive(report, laid, directive)
    for rating in draft.all("rating", "indicator"):
        _check_rating(draft, report, laid, rating)
    for table in ("self_score", "verdict"):
        for entry in draft.all(table, "department", "subject"):
            _check_line(draft, report, laid, entry)


def _check_actual(draft: Draft, report: Report, laid: Laid, actual: Entry) -> None:
    code = actual["indicator"]
    indicator = draft.find("indicator", code)
    if indicator and indicator.reads("source") and (source := source_of(indicator["source"])):
        report.blame(
            (actual, "indicator"),
            (indicator, "source"),
            wrong=f"不成:“{code}”的数取自 {':'.join(source)},不能另填实绩",
            right="请删去实绩,或改数据来源",
        )
    elif actual.reads("department") and actual.from_workbook:
        department = actual["department"]
        if department == WHOLE_ZONE:
            if not laid.is_borne_by_somebody(code):
                report.bad(actual, "indicator", "还没有落实到任何部门", _LAY_IT)
        elif not laid.is_borne(code, department):
            report.bad(actual, "indicator", f"没有落实到部门“{department}”", _LAY_IT)


def _check_directive(report: Report, laid: Laid, directive: Entry) -> None:
    task, indicator, department = directive["task"], directive["indicator"], directive["department"]
    if not directive.from_workbook:
        return
    if task is None and indicator is None:
        report.bad(directive, "task", "不能空着", "督办单要写任务编码,或写指标编码和部门编码")
    elif task is not None and indicator is not None:
        report.bad(directive, "indicator", "和任务编码只能写一个", "请清空其中一格")
    elif indicator is not None and department is None:
        report.bad(directive, "department", "不能空着", "督办指标时要写承担它的部门")
    elif indicator is not None and not laid.is_borne(indicator, department):
        report.bad(directive, "department", f"没有承担指标“{indicator}”", "请写承担它的部门")


def _check_rating(draft: Draft, report: Report, laid: Laid, rating: Entry) -> None:
    code, department = rating["indicator"], rating["department"]
    indicator = draft.find("indicator", code)
    if indicator and indicator.reads("rule") and indicator["rule"] != "panel":
        wrong = f"不成:“{code}”不是评议指标,不能打分" if rating.from_workbook else f"不成:“{code}”已有评议打分"
        report.blame((rating, "indicator"), (indicator, "rule"), wrong=wrong, right="计分办法应为 评议")
    elif rating.reads("department") and rating.from_workbook and not laid.is_borne(code, department):
        report.bad(rating, "indicator", f"没有落实到部门“{department}”", _LAY_IT)
    if rating.reads("department", "rater_department") and rating["rater_department"] == department:
        report.blame((rating, "rater_department"), wrong="在给自己打分", right="部门不能评议自己,请删去这一行")


def _check_line(draft: Draft, report: Report, laid: Laid, entry: Entry) -> None:
    subject, department = entry["subject"], entry["department"]
    if laid.is_line(subject, department):
        return
    task = draft.find("task", subject)
    if draft.in_doubt("task", subject) or draft.in_doubt("indicator", subject):
        return
    if task is None and draft.find("indicator", subject) is None:
        report.blame((entry, "subject"), wrong="不是已登记的指标或任务", right="请写指标或任务的编码")
    elif entry.from_workbook:
        report.bad(entry, "subject", f"不是部门“{department}”的指标或任务", "请写它承担的指标、牵头或协办的任务")
    else:
        wrong = f"不能改:“{entry.sheet.title}”表里已有部门“{department}”在“{subject}”上的得分率"
        report.blame((task, "lead"), (task, "partners"), wrong=wrong, right="请先改那一行")
