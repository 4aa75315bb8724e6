"""The scheme: departments, categories, indicators with their rules and sources, targets, settings."""

from kpi_desktop.assessment import names
from kpi_desktop.assessment.rules import RuleError, parse_rule
from kpi_desktop.assessment.settings import ECONOMIC_SCORE
from kpi_desktop.assessment.text import half_width
from kpi_desktop.exchange.draft import Draft, Entry, Report


def check(draft: Draft, report: Report) -> None:
    """All of the scheme but the rewards."""
    for department in draft.all("department", "group", "takes_part"):
        if department["takes_part"] and department["group"] is None:
            suspects = [(department, name) for name in ("group", "takes_part")]
            report.blame(*suspects, wrong="不能空着", right="参评的部门要写分组")
    for category in draft.all("category", "cap", "kind"):
        if category["cap"] is not None and category["kind"] not in ("bonus", "deduction"):
            report.blame((category, "cap"), (category, "kind"), wrong="只用于加分和扣分类别", right="请清空这一格")
    for indicator in draft.all("indicator", "rule", "params"):
        _check_rule(report, indicator)
    for indicator in draft.all("indicator", "source"):
        _check_source(draft, report, indicator)
    for target in draft.all("target", "department"):
        _check_bearer(draft, report, target)
    _check_tie_break(draft, report)
    _check_veto_grade(draft, report)


def source_of(text: str | None) -> tuple[str, str] | None:
    """What a 数据来源 fetches: 指标 or 项目, and the code or the rate; None where values are entered by hand."""
    head, sign, rest = half_width(text or "").partition(":")
    kind = head.strip()
    return (kind, rest.strip()) if sign and kind in (names.SOURCE_INDICATOR, names.SOURCE_PROJECTS) else None


def _check_rule(report: Report, indicator: Entry) -> None:
    try:
        parse_rule(indicator["rule"], indicator["params"] or "")
    except RuleError as error:
        report.blame((indicator, "params"), (indicator, "rule"), wrong=str(error))


def _check_source(draft: Draft, report: Report, indicator: Entry) -> None:
    source = source_of(indicator["source"])
    if source is None:
        return
    kind, name = source
    if kind == names.SOURCE_PROJECTS:
        if name not in names.PROJECT_RATES:
            rates = "、".join(names.PROJECT_RATES)
            report.blame((indicator, "source"), wrong="不是项目的四率", right=f"应为 项目: 加 {rates} 之一")
        return
    found = draft.find("indicator", name)
    if found is None and draft.in_doubt("indicator", name):
        return
    if name == indicator["code"]:
        report.blame((indicator, "source"), wrong="取的是自己", right="请改为另一个指标的编码")
    elif found is None:
        report.blame((indicator, "source"), wrong=f"里的“{name}”在“指标”表里没有", right="请改正编码")
    elif found.reads("source") and source_of(found["source"]):
        report.blame(
            (indicator, "source"),
            (found, "source"),
            wrong=f"不成:“{indicator['code']}”取“{name}”,而“{name}”自己也取自别处",
            right="只能取手工填报的指标",
        )
    elif found.reads("rule") and found["rule"] == "panel":
        report.blame(
            (indicator, "source"),
            (found, "rule"),
            wrong=f"不成:“{indicator['code']}”取“{name}”,而“{name}”是评议指标,没有实绩",
            right="只能取手工填报的指标",
        )


def _check_bearer(draft: Draft, report: Report, target: Entry) -> None:
    department = draft.find("department", target["department"])
    if department and department.reads("takes_part") and not department["takes_part"]:
        wrong = "不参评,不能承担指标" if target.from_workbook else "不能改为不参评:责任分解里它还承担指标"
        report.blame((target, "department"), (department, "takes_part"), wrong=wrong, right="请改正部门或“参评”")


def _check_tie_break(draft: Draft, report: Report) -> None:
    setting = draft.find("setting", "同分比较")
    if not setting or not setting.reads("value"):
        return
    for name in setting["value"]:
        category = draft.find("category", name)
        right = f"应为 {ECONOMIC_SCORE} 或计分类别,之间用 、"
        if name == ECONOMIC_SCORE or (category is None and draft.in_doubt("category", name)):
            continue
        if category is None:
            report.blame((setting, "value"), wrong=f"里的“{name}”在“类别”表里没有", right=right)
        elif category.reads("kind") and category["kind"] != "scored":
            report.blame((setting, "value"), (category, "kind"), wrong=f"不成:同分比较用到“{name}”", right=right)


def _check_veto_grade(draft: Draft, report: Report) -> None:
    setting = draft.find("setting", "否决等次")
    if not setting or not setting.reads("value") or setting["value"] is None:
        return
    grades = list(dict.fromkeys(band["name"] for band in draft.entries["grade_band"] if band["name"]))
    if setting["value"] not in grades and not draft.in_doubt("grade_band", setting["value"]):
        right = f"应为 {'、'.join(grades)} 之一" if grades else "请先在“等次”表登记"
        report.blame((setting, "value"), wrong="在“等次”表里没有", right=right)
