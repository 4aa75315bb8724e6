"""奖惩兑现汇总表: each rule's amount per department, rewards, penalties, net, consequences, sums, 大写, signatures."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.payroll import headcount
from kpi_desktop.assessment.results import DepartmentResult, GroupResult
from kpi_desktop.assessment.rewards import PENALTY_METHODS, DepartmentRewards, RuleOutcome
from kpi_desktop.reports import figures
from kpi_desktop.reports.capital import capital, small
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms import award_words, awards_outline, outlining, standing
from kpi_desktop.reports.forms.blocks import Document
from kpi_desktop.reports.forms.form import NOTHING, Choice, Data
from kpi_desktop.reports.forms.frame import Heading, identity, meta, title
from kpi_desktop.reports.paper import column_width, text_width, wide

PAPERS = (*(("a4", 267.0, size) for size in (10.5, 10.0, 9.5, 9.0)), ("a3", 390.0, 10.5), ("a3", 390.0, 9.0))
"""Paper, millimetres between the margins, points of the type: the first that holds the columns is taken."""
REMARK_WIDTH = 15.5
MOST_WORDS = 8
"""Characters of consequences that stand beside a department's amounts in words."""
WIDEST_NAME, WIDEST_REMARK = 40.0, 34.0
Amounts = dict[str, Decimal]


def data(context: ReportContext, _choice: Choice = NOTHING) -> Data:
    """All departments that take part, group by group in rank order."""
    heading = Heading("awards")
    paying, taking = _rules(context, penalties=False), _rules(context, penalties=True)
    groups = [_group(context, group) for group in context.assessment.groups if group.departments]
    total = _sum_row(context, [each for group in context.assessment.groups for each in group.departments], "合 计")
    widths, paper, size = _layout(context, groups, total)
    return {
        "meta": meta(context, heading, paper),
        "title": title(context, "awards"),
        "left": [["单位", context.office], ["考核年度", f"{context.year}年"]],
        "right": [*identity(context, heading), ["金额单位", "元"]],
        "headcount": "折算\n人数" if _converted(context) else "人数",
        "paying": [each.rule.name for each in paying],
        "taking": [each.rule.name for each in taking],
        "widths": widths,
        "size": size,
        "groups": groups,
        "total": total,
        "capital": capital(context.rewards.net),
        "small": small(context.rewards.net, figures.money_decimals(context.facts.settings.payout_unit)),
        "rules": [rule_row(context, at, each) for at, each in enumerate(context.rewards.rules, 1)],
        "notes": notes(context),
    }


def outline(context: ReportContext, choice: Choice = NOTHING) -> Document:
    """The same as blocks."""
    made = data(context, choice)
    return outlining.document(made, awards_outline.blocks(made))


def _rules(context: ReportContext, penalties: bool) -> list[RuleOutcome]:
    return [each for each in context.rewards.rules if (each.rule.method in PENALTY_METHODS) == penalties]


def _converted(context: ReportContext) -> bool:
    return any(each.payout_headcount is not None for each in context.facts.departments)


def _group(context: ReportContext, group: GroupResult) -> Data:
    return {
        "mark": f"awards-{group.group.name}",
        "name": standing.group_name(group),
        "about": f"{len(group.departments)}个部门",
        "rows": [_row(context, result) for result in group.departments],
        "sum": _sum_row(context, group.departments, "小 计"),
    }


def _row(context: ReportContext, result: DepartmentResult) -> Data:
    own = context.rewards.department(result.code)
    mark = standing.VETO_MARK if result.rewards_stopped or result.vetoed else ""
    return {
        "name": result.name + mark,
        "rank": str(result.rank),
        "total": figures.fixed(result.total, context.decimals),
        "grade": standing.grade(result).replace("（", "\n（"),
        "headcount": figures.plain(headcount(result)),
        **_amounts(context, [own]),
        "consequences": _consequences(context, own),
    }


def _marked(context: ReportContext) -> list[str]:
    """The consequences that stand as ①② beside the amounts and in words below; none where the words fit."""
    every = [each.consequences for each in context.rewards.departments]
    if max((sum(map(len, each)) for each in every), default=0) <= MOST_WORDS:
        return []
    return list(dict.fromkeys(content for each in every for content in each))[:20]


def _consequences(context: ReportContext, own: DepartmentRewards) -> list[str]:
    marked = _marked(context)
    if not marked:
        return list(own.consequences)
    places = sorted(marked.index(each) for each in own.consequences if each in marked)
    return ["".join(chr(ord("①") + place) for place in places)]


def _sum_row(context: ReportContext, results: Sequence[DepartmentResult], name: str) -> Data:
    heads = sum((headcount(result) for result in results), Fraction(0))
    own = [context.rewards.department(result.code) for result in results]
    return {"name": name, "headcount": figures.plain(heads), **_amounts(context, own)}


def _amounts(context: ReportContext, departments: Sequence[DepartmentRewards]) -> Data:
    """Every rule's sum over `departments`, rewards, penalties and net; None where there is nothing."""

    def shown(amounts: list[Decimal]) -> str | None:
        total = sum(amounts, Decimal(0))
        return figures.money(total, context.facts.settings.payout_unit) if total else None

    def rule(outcome: RuleOutcome) -> str | None:
        return shown([each.amount(outcome.rule.name) for each in departments])

    net = sum((each.net for each in departments), Decimal(0))
    return {
        "paying": [rule(outcome) for outcome in _rules(context, penalties=False)],
        "rewards": shown([each.rewards for each in departments]),
        "taking": [rule(outcome) for outcome in _rules(context, penalties=True)],
        "penalties": shown([each.penalties for each in departments]),
        "net": figures.money(net, context.facts.settings.payout_unit),
    }


def rule_row(context: ReportContext, number: int, outcome: RuleOutcome) -> Data:
    """One rule: what it says, planned, distributed, undistributed."""
    unit = context.facts.settings.payout_unit

    def shown(amount: Decimal | None) -> str | None:
        return None if amount is None else figures.money(amount, unit)

    return {
        "number": str(number),
        "name": outcome.rule.name,
        "scope": award_words.scope(outcome.rule),
        "standard": award_words.standard(outcome.rule, context.facts),
        "planned": shown(outcome.planned),
        "distributed": shown(outcome.distributed),
        "undistributed": shown(outcome.undistributed),
    }


def notes(context: ReportContext) -> list[str]:
    """Why money stayed undistributed or stopped, and how ties were paid."""
    marked = _marked(context)
    listed = [f"{chr(ord('①') + at)}{content}" for at, content in enumerate(marked)]
    found = [f"其他奖惩：{'，'.join(listed)}。"] if listed else []
    for result in context.assessment.departments():
        if result.vetoed:
            found += [f"{standing.VETO_MARK}{result.name}{standing.remarks(context, result)[0]}"]
    for outcome in context.rewards.rules:
        if outcome.undistributed:
            reason = "；".join(wide(note) for note in outcome.notes)
            amount = figures.money(outcome.undistributed, context.facts.settings.payout_unit)
            found.append(f"{outcome.rule.name}未分配{amount}元{f'：{reason}' if reason else ''}。")
    found += [f"{names}等次待定，按等次计发的奖惩待认定后重算。" for names in [_undecided(context)] if names]
    if context.facts.settings.penalties_within_rewards:
        found.append("扣罚以本部门奖励为限。")
    return found


def _undecided(context: ReportContext) -> str:
    return "、".join(result.name for result in context.assessment.departments() if result.undecided)


def _layout(context: ReportContext, groups: list[Data], total: Data) -> tuple[list[float], str, float]:
    """Column widths, paper and size of type: A4 where the figures fit, else smaller type, else A3."""
    rows = [row for group in groups for row in [*_as_rows(group["rows"]), _as_row(group["sum"])]] + [total]
    fitting = [each for each in PAPERS if sum(_widths(context, rows, each[2])) + REMARK_WIDTH <= each[1]]
    paper, width, size = fitting[0] if fitting else PAPERS[-1]
    widths = _widths(context, rows, size)
    longest = max(text_width(str(row["name"]), size) for row in rows) + 3.2 if groups else WIDEST_NAME
    widths[0] = min(longest, WIDEST_NAME, widths[0] + max(width - sum(widths) - REMARK_WIDTH, 0))
    remark = min(max(width - sum(widths), REMARK_WIDTH), WIDEST_REMARK)
    extra = max(width - sum(widths) - remark, 0) / (len(widths) - 1)
    return [round(each + (extra if at else 0), 2) for at, each in enumerate(widths)] + [round(remark, 2)], paper, size


def _as_rows(rows: object) -> list[Data]:
    assert isinstance(rows, list)
    return rows


def _as_row(row: object) -> Data:
    assert isinstance(row, dict)
    return row


def _half(name: str) -> str:
    """The longer line of a heading that is broken in the middle."""
    return name[: (len(name) + 1) // 2] if len(name) > 3 else name


def _widths(context: ReportContext, rows: list[Data], size: float) -> list[float]:
    def column(*texts: object, least: float, most: float = 60.0) -> float:
        return column_width([text for text in texts if isinstance(text, str)], least, most, size, 2.4)

    def amounts(key: str, outcomes: Sequence[RuleOutcome]) -> list[float]:
        heads = [_half(outcome.rule.name) for outcome in outcomes]
        lists = [row[key] for row in rows]
        columns = zip(heads, *(each for each in lists if isinstance(each, list)), strict=True)
        return [column(*texts, least=12.5) for texts in columns]

    def sums(key: str) -> float:
        return column(*(row[key] for row in rows), least=13.0)

    name = column(*(row["name"] for row in rows), least=20.0, most=30.0)
    head = [name, 7.0, column(*(row.get("total") for row in rows), least=11.0)]
    head += [column(*(row.get("grade") for row in rows if "（" not in str(row.get("grade"))), least=10.0)]
    head += [column(*(row["headcount"] for row in rows), least=9.0)]
    middle = [
        *amounts("paying", _rules(context, penalties=False)),
        sums("rewards"),
        *amounts("taking", _rules(context, penalties=True)),
    ]
    return [*head, *middle, *([sums("penalties")] if rows[0]["taking"] else []), sums("net")]
