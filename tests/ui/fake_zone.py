"""A made-up zone as facts, for tests and pictures of pages: 20 departments in three groups, a tie, a veto, blanks."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from kpi_desktop.assessment.facts import (
    Actual,
    Adjustment,
    Category,
    Department,
    Directive,
    Facts,
    GradeBand,
    Group,
    Indicator,
    Milestone,
    Progress,
    SelfScore,
    Target,
    Task,
    Verdict,
    Weight,
)
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.settings import Settings

ECONOMIC, GENERAL, POSTED = "经济组", "综合组", "派驻单位"
NAMES = {
    ECONOMIC: ("投资促进局", "经济发展局", "科技创新局", "财政局", "规划建设局", "国资公司", "国土资源局"),
    GENERAL: (
        "综合办公室",
        "党群工作部",
        "社会事业局",
        "政务服务局",
        "应急管理局",
        "人事劳动局",
        "城市管理局",
        "马金铺街道",
        "环境保护局",
    ),
    POSTED: ("税务局", "市场监管局", "公安分局", "消防救援大队"),
}
POINTS = {ECONOMIC: (65, 20, 15), GENERAL: (30, 50, 20), POSTED: (20, 60, 20)}
CATEGORIES = ("经济指标", "重点工作", "党的建设")
INDICATORS = (
    ("E01", "固定资产投资", "亿元", "tiered", "", "20", "26"),
    ("E05", "争取上级资金", "万元", "completion", "封顶=110%", "22900", None),
    ("E08", "基础设施投资", "亿元", "completion", "", "12", None),
    ("E10", "乡村道路提升改造", "公里", "pass", "", "9", None),
    ("E11", "新增绿地", "公顷", "shortfall", "", "10", None),
)
TASKS = (
    "小菁城村拆迁安置",
    "化古城整体搬迁安置",
    "海源路等5条道路及市容环境整治",
    "沙沟尾与洪家营城中村改造",
    "南冲河、梁王河水质达标",
    "企业投资服务中心建设",
)


def departments() -> tuple[Department, ...]:
    """Twenty, numbered B01 to B20 group by group."""
    named = [(group, name) for group, names in NAMES.items() for name in names]
    return tuple(
        Department(f"B{at + 1:02d}", name, "内设机构", group, headcount=10 + at)
        for at, (group, name) in enumerate(named)
    )


def _indicators() -> tuple[Indicator, ...]:
    found = [
        Indicator(code, name, "经济指标", unit, parse_rule(rule, params), key=True)
        for code, name, unit, rule, params, _, _ in INDICATORS
    ]
    found.append(Indicator("D01", "从严治党责任制", "党的建设", "分", parse_rule("completion"), "last", "quarter"))
    found.append(Indicator("D03", "服务对象评议", "党的建设", "分", parse_rule("completion"), "last", "year"))
    return tuple(found)


def _targets(code: str, at: int) -> list[Target]:
    laid = []
    for number, (indicator, _, _, _, _, base, stretch) in enumerate(INDICATORS):
        if (at + number) % 2 == 0 or at < 7:
            top = Decimal(stretch) if stretch else None
            prior = Decimal(base) * Decimal("0.9")
            laid.append(
                Target(indicator, code, Decimal(10), Decimal(base), top, prior, Decimal("1.2") if number == 0 else 1)
            )
    laid.append(Target("D01", code, Decimal(6), Decimal(100)))
    laid.append(Target("D03", code, Decimal(4), Decimal(100)))
    return laid


def _actuals(target: Target, at: int) -> list[Actual]:
    if target.indicator == "D03":
        return [] if at == 4 else [Actual("D03", target.department, 12, Decimal(95 - at % 7))]
    if target.indicator == "D01":
        return [Actual("D01", target.department, month, Decimal(98 - at % 9)) for month in (3, 6, 9, 12)]
    reach = Fraction(109 - (at * 5) % 37, 100)
    base = Fraction(target.base or 0)
    values = [(base * reach * month / 12).limit_denominator(50) for month in range(1, 13)]
    return [
        Actual(target.indicator, target.department, month, Decimal(value.numerator * 100 // value.denominator) / 100)
        for month, value in enumerate(values, 1)
        if not (at == 6 and month > 10)
    ]


def _task(at: int, department: Department) -> Task:
    done = at % 3 == 0
    return Task(
        f"K{at + 1:02d}",
        TASKS[at % len(TASKS)] + ("" if at < len(TASKS) else f"（第{at // len(TASKS) + 1}片区）"),
        "重点工作",
        department.code,
        Decimal(5),
        standard="验收合格",
        start=date(2020, 1, 1),
        due=None if at == 11 else date(2020, 12, 28) if at % 4 else date(2020, 10, 31),
        state="finished" if done else "in_progress",
        finished=date(2020, 11, 2) if done else None,
        times_carried=1 if at in (2, 5, 7) else 2 if at == 10 else 0,
        original_year=2019 if at in (2, 5, 7) else 2018 if at == 10 else None,
    )


def zone(state: str = "assessing") -> Facts:
    """The facts of 2020."""
    all_of_them = departments()
    tasks = tuple(_task(at, department) for at, department in enumerate(all_of_them))
    targets = tuple(t for at, d in enumerate(all_of_them) for t in _targets(d.code, at))
    place = {department.code: at for at, department in enumerate(all_of_them)}
    return Facts(
        settings=Settings(year=2020, unit_name="高新区（示例数据）", directive_category="减分"),
        departments=all_of_them,
        groups=(Group(ECONOMIC, separate=True), Group(GENERAL), Group(POSTED)),
        categories=(
            Category(CATEGORIES[0], "scored", economic=True),
            Category(CATEGORIES[1], "scored"),
            Category(CATEGORIES[2], "scored"),
            Category("加分", "bonus", cap=Decimal(5)),
            Category("减分", "deduction", cap=Decimal(10)),
            Category("一票否决", "veto"),
        ),
        weights=tuple(
            Weight(group, category, Decimal(points))
            for group, all_points in POINTS.items()
            for category, points in zip(CATEGORIES, all_points, strict=True)
        ),
        indicators=_indicators(),
        targets=targets,
        actuals=tuple(a for t in targets for a in _actuals(t, place[t.department])),
        tasks=tasks,
        milestones=(
            Milestone("K05", "签约清零", date(2020, 10, 15)),
            Milestone("K05", "交房", date(2020, 12, 1), done=date(2020, 11, 30)),
        ),
        progress=tuple(
            Progress(task.code, date(2020, 12, 20 - at), Decimal(60 + at) / 100, "按计划推进")
            for at, task in enumerate(tasks)
            if task.state == "in_progress" and at != 5
        ),
        directives=(
            Directive("1", "K05", None, None, "red", date(2020, 11, 20), date(2020, 11, 27), "节点逾期"),
            Directive("2", "K02", None, None, "yellow", date(2020, 10, 20), date(2020, 10, 27), "进度落后"),
        ),
        self_scores=(SelfScore("B05", "E01", Decimal("0.9")),),
        verdicts=(Verdict("B05", "K05", Decimal("0.7"), "现场核查"),),
        adjustments=(
            Adjustment("B01", "加分", Decimal("0.5"), "获省级人居环境通报表扬", "〔2020〕61号"),
            Adjustment("B07", "一票否决", Decimal(0), "土地执法约谈", "〔2020〕12号"),
        ),
        bands=(
            GradeBand("优秀", None, Decimal(90), Decimal("0.3"), None, Decimal("1.2")),
            GradeBand("良好", None, Decimal(80), None, None, Decimal(1)),
            GradeBand("合格", None, Decimal(60), None, None, Decimal("0.8")),
            GradeBand("不合格", None, Decimal(0), None, None, Decimal(0)),
        ),
        state=state,
    )
