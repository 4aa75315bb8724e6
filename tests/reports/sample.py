"""A made-up zone for the forms: three groups, every kind of line, cards, a veto, a tie, a blank, all nine methods."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from kpi_desktop.assessment.facts import (
    Actual,
    Adjustment,
    Appeal,
    AwardRule,
    Category,
    Consequence,
    Department,
    Directive,
    Explanation,
    Facts,
    GradeBand,
    GradeDecision,
    Group,
    Indicator,
    Milestone,
    Progress,
    RaterClass,
    Rating,
    SelfScore,
    Target,
    Task,
    Verdict,
    Weight,
)
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.settings import Settings
from kpi_desktop.reports.context import ReportContext

D = Decimal
YEAR = 2020
TODAY = date(2021, 1, 22)
CHAIN = (18432, "3d3a927c68bc0f706d5d8ebe87fe1098" + "0f" * 16)
ECONOMY, GENERAL, POSTED = "经济考核组", "综合考核组", "派驻单位组"
DEPARTMENTS = (
    ("01", "投资促进局", ECONOMY, 18),
    ("02", "经济发展局", ECONOMY, 22),
    ("03", "财政局", ECONOMY, 20),
    ("04", "规划建设局", ECONOMY, 26),
    ("05", "国土资源局", ECONOMY, 19),
    ("06", "科技创新局", ECONOMY, 15),
    ("07", "国资运营公司", ECONOMY, 34),
    ("08", "综合办公室", GENERAL, 24),
    ("09", "党群工作部", GENERAL, 16),
    ("10", "人事劳动局", GENERAL, 14),
    ("11", "政务服务局", GENERAL, 12),
    ("12", "社会事业局", GENERAL, 28),
    ("13", "城市管理局", GENERAL, 31),
    ("14", "环境保护局", GENERAL, 11),
    ("15", "应急管理局", GENERAL, 13),
    ("16", "法制审计局", GENERAL, 9),
    ("17", "税务分局", POSTED, 19),
    ("18", "市场监管分局", POSTED, 21),
    ("19", "公安分局", POSTED, 46),
    ("20", "马金铺街道办事处", POSTED, 38),
)
POINTS = {ECONOMY: (60, 25, 15), GENERAL: (20, 50, 30), POSTED: (30, 40, 30)}
CATEGORIES = ("经济指标", "重点任务", "共性工作")
INDICATORS = (
    ("E01", "固定资产投资", "亿元", "tiered", "", True, (("02", 30, 75, 100, 71.2, 87.6),)),
    ("E02", "生物医药大健康产业主营业务收入增长", "亿元", "growth", "", True, (("02", 15, "0.1", None, 310, 344.72),)),
    ("E03", "金属材料产业主营业务收入增长", "亿元", "growth", "", True, (("02", 15, "0.1", None, 1180, 1287.38),)),
    (
        "E04",
        "IT和现代服务业主营业务收入增长",
        "亿元",
        "growth",
        "每点加=2%;封顶=110%",
        True,
        (("06", 15, "0.08", None, 224, 242.59),),
    ),
    ("E05", "争取上级资金增长", "万元", "growth", "", True, (("03", 30, "0.1", None, 20818, 23399.43),)),
    ("E06", "引进市外到位资金增长", "亿元", "growth", "", True, (("01", 18, "0.08", None, 62.4, 68.95),)),
    ("E07", "实际利用外资增长", "万美元", "growth", "", True, (("01", 12, "0.08", None, 3009, 3208.2),)),
    (
        "E08",
        "基础设施投资",
        "亿元",
        "completion",
        "",
        True,
        (("04", 25, 12, None, None, 12.35), ("07", 20, 4, None, None, 3.6)),
    ),
    ("E09", "专项支持企业资金", "亿元", "completion", "封顶=120%", False, (("03", 20, "2.2", None, None, 2.35),)),
    ("E10", "土地收储", "亩", "shortfall", "", True, (("05", 30, 3000, None, None, 2846),)),
    ("E11", "土地供应", "亩", "completion", "", True, (("05", 30, 1500, None, None, 1523),)),
    (
        "E12",
        "新增规模以上工业企业",
        "户",
        "bands",
        "档=100%:100%,90%:90%,80%:70%",
        False,
        (("02", 10, 8, None, None, 7),),
    ),
    ("E13", "新增上市企业", "户", "pass", "", False, (("06", 10, 1, None, None, None),)),
    ("E14", "新增孵化载体", "家", "completion", "", False, (("06", 15, 4, None, None, 5),)),
    ("E15", "新设产业基金", "只", "pass", "", False, (("07", 15, 1, None, None, 1),)),
    ("E16", "招商项目固定资产投资", "亿元", "tiered", "", False, (("01", 14, 20, 26, None, 23.7),)),
    ("E17", "国有资产收益率", "%", "efficacy", "", False, (("07", 20, "0.03", "0.06", None, "0.0485"),)),
    ("E18", "单位增加值能耗", "吨标煤/万元", "reverse", "", False, (("02", 10, "0.21", None, None, "0.2195"),)),
    ("E19", "税收收入", "亿元", "tiered", "超额加分率=50%;封顶=120%", True, (("17", 30, 42, 45, 40.1, 46.35),)),
    (
        "E20",
        "企业服务满意率",
        "%",
        "completion",
        "",
        False,
        tuple((c, 10, "0.95", None, None, v) for c, v in (("18", "0.962"), ("11", "0.941"), ("20", "0.903"))),
    ),
    ("E21", "固定资产投资(街道)", "亿元", "completion", "", False, (("20", 15, 6, None, None, 5.41),)),
    ("E22", "刑事案件破案率", "%", "rank", "每位扣=4%;范围=全部", False, (("19", 10, None, None, None, "0.624"),)),
    (
        "E23",
        "招商协助线索",
        "条",
        "completion",
        "",
        False,
        tuple(
            (c, 8, 6, None, None, v)
            for c, v in zip(
                ("08", "09", "10", "11", "12", "13", "14", "15", "16"), (7, 6, 6, 6, 5, 6, 4, 3, 6), strict=True
            )
        ),
    ),
)
TASKS = (
    ("T01", "小菁城村拆迁安置", "04", (12, 31), "finished", (12, 20), ("20",)),
    ("T02", "化古城整体搬迁安置", "04", (12, 31), "in_progress", None, ("05", "20")),
    ("T03", "马金铺村“三旧”改造", "20", (11, 30), "in_progress", None, ()),
    ("T04", "石头山采石厂修复治理", "05", (10, 31), "finished", (11, 16), ("14",)),
    ("T05", "海源路、昌源路、滇缅大道等5条道路及市容环境整治", "13", (9, 30), "finished", (9, 28), ("04",)),
    ("T06", "沙沟尾与洪家营城中村改造", "04", (12, 31), "in_progress", None, ()),
    ("T07", "南冲河与梁王河整治水质达标", "14", (12, 15), "finished", (12, 14), ("13",)),
    ("T08", "企业投资服务中心建设", "01", (11, 30), "finished", (11, 27), ("11",)),
    ("T09", "“产业大脑”网络信息平台", "06", (10, 31), "submitted", None, ()),
    ("T10", "代理招商引资奖励办法出台", "01", (6, 30), "finished", (6, 18), ()),
    ("T11", "招商引资工作机制实施办法出台", "01", (7, 31), "finished", (9, 4), ()),
    ("T12", "孵化器管理办法完善", "06", (6, 30), "finished", (6, 29), ()),
    ("T13", "马金铺人居环境与“厕所革命”", "20", (10, 31), "finished", (10, 30), ()),
    ("T14", "机构改革“三定”", "10", (5, 31), "finished", (5, 20), ()),
    ("T15", "国资公司法人治理结构", "07", (8, 31), "finished", (8, 31), ()),
    ("T16", "“十四五”规划与三大产业专项规划编制", "02", (12, 31), "finished", (12, 28), ("06",)),
    ("T17", "云硅智能科技小镇暨闻泰智能制造产业园落地服务", "01", (12, 31), "in_progress", None, ("04",)),
    ("T18", "预算绩效管理改革", "03", (9, 30), "finished", (9, 25), ()),
    ("T19", "督查信息化与公文精简", "08", (6, 30), "finished", (6, 30), ()),
    ("T20", "基层党组织规范化建设", "09", (10, 31), "finished", (10, 20), ()),
    ("T21", "一网通办事项上线", "11", (8, 31), "finished", (8, 30), ()),
    ("T22", "中小学扩建与学位保障", "12", (8, 31), "finished", (9, 10), ()),
    ("T23", "安全生产专项整治", "15", (12, 31), "in_progress", None, ()),
    ("T24", "规范性文件清理", "16", (9, 30), "finished", (9, 30), ()),
    ("T25", "减税降费政策落实", "17", (12, 31), "finished", (12, 30), ()),
    ("T26", "企业开办一日办结", "18", (6, 30), "finished", (6, 12), ()),
    ("T27", "智慧安防小区建设", "19", (11, 30), "finished", (11, 30), ()),
    ("T28", "健康科技小镇前期", "12", (12, 31), "suspended", None, ()),
    ("T29", "环境保护督察问题整改", "14", (10, 31), "in_progress", None, ()),
)
UNFINISHED = {"T02": "0.62", "T03": "0.4", "T06": "0.55", "T09": "0.9", "T17": "0.9", "T23": "0.85", "T29": "0.5"}
PANELS = (("G01", "党建与党风廉政建设"), ("G02", "服务对象与部门互评满意度"))
CLASSES = (("主要领导", 40), ("分管领导", 30), ("部门互评", 20), ("服务对象", 10))


def exact(value) -> Decimal | None:
    """A figure of the tables above as a decimal."""
    return None if value is None else D(str(value))


@cache
def facts() -> Facts:
    """The zone's facts, in 考核."""
    return Facts(
        settings=Settings(
            year=YEAR,
            unit_name="高新技术产业开发区（示例）",
            directive_category="督查扣分",
            partner_points=D("0.2"),
            highest_only=True,
            partner_deduction=D("0.5"),
            pass_line=D(80),
        ),
        departments=tuple(Department(c, n, "内设机构", g, True, h, None, "周立群") for c, n, g, h in DEPARTMENTS),
        groups=(Group(ECONOMY, True), Group(GENERAL), Group(POSTED)),
        categories=(
            Category("经济指标", "scored", True),
            Category("重点任务", "scored"),
            Category("共性工作", "scored"),
            Category("专项加分", "bonus", cap=D(3)),
            Category("督查扣分", "deduction", cap=D(5)),
            Category("工作扣分", "deduction"),
            Category("环境保护一票否决", "veto"),
        ),
        weights=tuple(
            Weight(g, c, D(p)) for g, all_points in POINTS.items() for c, p in zip(CATEGORIES, all_points, strict=True)
        ),
        indicators=indicators(),
        targets=targets(),
        actuals=actuals(),
        tasks=tasks(),
        milestones=milestones(),
        progress=tuple(
            Progress(code, date(YEAR, 12, 25), D(v), "按计划推进", None, "倒排工期，每周调度")
            for code, v in UNFINISHED.items()
        ),
        directives=directives(),
        ratings=ratings(),
        rater_classes=tuple(RaterClass(n, D(w) / 100) for n, w in CLASSES),
        self_scores=self_scores(),
        verdicts=(
            Verdict("01", "T17", D("0.85"), "实地核查，水电配套未通"),
            Verdict("12", "T22", D("0.9"), "考核组第2次会议"),
        ),
        adjustments=adjustments(),
        bands=bands(),
        decisions=(GradeDecision("12", "良好", "管委会第3次主任办公会议", date(2021, 1, 18)),),
        awards=awards(),
        consequences=(
            Consequence("等次:优秀", "通报表扬"),
            Consequence("等次:较差", "取消评优"),
            Consequence("等次:较差", "约谈"),
            Consequence("督办:红", "通报批评"),
        ),
        explanations=(Explanation("no_result", "E13", "1户已过会，尚未发行", "高翔", date(2020, 12, 21)),),
        appeals=(
            Appeal(
                "〔2021〕申1号",
                "04",
                "T06",
                "拆迁补偿由上级批复后才能实施，请求按已完成的拆迁比例计分",
                "不采纳",
                "批复已于9月下达，期限前仍有三个月",
                date(YEAR + 1, 1, 19),
                date(YEAR + 1, 1, 21),
            ),
        ),
        state="assessing",
    )


def indicators() -> tuple[Indicator, ...]:
    """Indicators and panels."""
    found = [Indicator(c, n, "经济指标", u, parse_rule(r, p), key=k) for c, n, u, r, p, k, _ in INDICATORS]
    found += [Indicator(c, n, "共性工作", None, parse_rule("panel", "")) for c, n in PANELS]
    found.append(Indicator("G03", "督查信息报送", "共性工作", "条", parse_rule("completion", ""), "sum"))
    return tuple(found)


def targets() -> tuple[Target, ...]:
    """Targets."""
    found = []
    for code, *_, bearers in INDICATORS:
        for department, points, base, stretch, prior, _ in bearers:
            found.append(Target(code, department, D(points), exact(base), exact(stretch), exact(prior)))
    for department, *_ in DEPARTMENTS:
        found += [Target(code, department, D(5)) for code, _ in PANELS]
        found.append(Target("G03", department, D(5), D(48)))
    return tuple(found)


def actuals() -> tuple[Actual, ...]:
    """Months that grow towards the year's figure, the last one told by hand."""
    found, random = [], Random(7)
    for code, _, unit, *_, bearers in INDICATORS:
        for department, *_, final in bearers:
            if final is None:
                continue
            for month in range(1, 13):
                share = D(month) / 12 if unit != "%" else D(1)
                wobble = D(random.randint(-4, 4)) / 100 if month < 12 else D(0)
                value = (exact(final) * share * (1 + wobble)).quantize(D("0.01") if unit != "%" else D("0.001"))
                told = month == 12 and code in ("E03", "E07", "E10")
                found.append(
                    Actual(
                        code,
                        department,
                        month,
                        exact(final) if month == 12 else value,
                        "confirmed",
                        "主要受上半年停工和价格下行影响" if told else None,
                        "一企一策，争取一季度补足" if told else None,
                    )
                )
    for at, (department, *_) in enumerate(DEPARTMENTS):
        found += [Actual("G03", department, month, D(4 if month < 12 else 4 - at % 3)) for month in range(1, 13)]
    return tuple(found)


def tasks() -> tuple[Task, ...]:
    """Tasks; the ones carried over from years before among them."""
    found = []
    for code, title, lead, due, state, finished, partners in TASKS:
        times = {"T02": 2, "T06": 1}.get(code, 0)
        found.append(
            Task(
                code,
                title,
                "重点任务",
                lead,
                D(6),
                partners,
                basis="2020年管委会工作报告",
                owner="赵一鸣",
                standard="全部完成并通过验收",
                start=date(YEAR, 1, 1),
                due=date(YEAR, *due),
                state=state,
                finished=date(YEAR, *finished) if finished else None,
                times_carried=times,
                original_year=YEAR - times if times else None,
                original_due=date(YEAR - times, 12, 31) if times else None,
            )
        )
    return tuple(found)


def milestones() -> tuple[Milestone, ...]:
    """Milestones of one task, one of them late."""
    days = ((3, 31), (6, 30), (8, 31), (11, 30))
    done = ((3, 20), (6, 28), (9, 20), (11, 27))
    return tuple(
        Milestone("T08", f"节点{at}", date(YEAR, *due), D(1), date(YEAR, *on))
        for at, (due, on) in enumerate(zip(days, done, strict=True), 1)
    )


def directives() -> tuple[Directive, ...]:
    """Cards of every colour, on tasks and on an indicator; two on one matter."""
    return (
        Directive(
            "〔2020〕1号",
            "T05",
            None,
            None,
            "blue",
            date(YEAR, 6, 20),
            date(YEAR, 6, 27),
            "临近期限",
            date(YEAR, 6, 26),
        ),
        Directive(
            "〔2020〕2号",
            "T02",
            None,
            None,
            "yellow",
            date(YEAR, 7, 20),
            date(YEAR, 7, 27),
            "节点逾期",
            date(YEAR, 7, 27),
        ),
        Directive(
            "〔2020〕3号",
            "T02",
            None,
            None,
            "red",
            date(YEAR, 10, 20),
            date(YEAR, 10, 27),
            "节点逾期",
            date(YEAR, 10, 26),
        ),
        Directive("〔2020〕4号", "T03", None, None, "red", date(YEAR, 12, 1), date(YEAR, 12, 8), "逾期未完成"),
        Directive(
            "〔2020〕5号",
            None,
            "E10",
            "05",
            "yellow",
            date(YEAR, 9, 10),
            date(YEAR, 9, 17),
            "落后进度",
            date(YEAR, 9, 16),
        ),
        Directive(
            "〔2020〕6号",
            "T23",
            None,
            None,
            "yellow",
            date(YEAR, 11, 5),
            date(YEAR, 11, 12),
            "落后进度",
            date(YEAR, 11, 12),
        ),
    )


def ratings() -> tuple[Rating, ...]:
    """Ballots of four classes for everybody; one department has none from two of them."""
    found, random = [], Random(11)
    for code, _ in PANELS:
        for department, *_ in DEPARTMENTS:
            for name, _ in CLASSES:
                if department in ("10", "11"):
                    found.append(Rating(code, department, None, None, name, D("92.5"), 6))
                    continue
                found += [Rating(code, department, None, None, name, D(random.randint(84, 99)), 1) for _ in range(6)]
    return tuple(found)


def self_scores() -> tuple[SelfScore, ...]:
    """Everybody but one department scores every line itself, generously."""
    lines = [(target.department, target.indicator) for target in targets()]
    lines += [(task.lead, task.code) for task in tasks()]
    return tuple(
        SelfScore(department, code, D("0.98") if at % 4 else D(1))
        for at, (department, code) in enumerate(lines)
        if department != "19"
    )


def adjustments() -> tuple[Adjustment, ...]:
    """Bonus over its cap, a deduction, a veto."""
    return (
        Adjustment("01", "专项加分", D(1), "获省级投资促进先进集体", "省政府〔2020〕12号"),
        Adjustment("07", "专项加分", D("2.5"), "债券发行利率创省内新低", "市国资委通报"),
        Adjustment("07", "专项加分", D("1.5"), "国企改革三年行动考核A级", "省国资委〔2020〕88号"),
        Adjustment("12", "工作扣分", D("0.5"), "信访积案化解不及时", "区信访联席会议纪要"),
        Adjustment("14", "环境保护一票否决", D(0), "中央环保督察交办问题整改不到位", "督察组〔2020〕7号", "较差", True),
    )


def bands() -> tuple[GradeBand, ...]:
    """Four grades, the first with room for 30 %."""
    return (
        GradeBand("优秀", None, D(90), D("0.3"), None, D("1.2")),
        GradeBand("良好", None, D(80), None, None, D(1)),
        GradeBand("合格", None, D(60), None, None, D("0.8")),
        GradeBand("较差", None, D(0), None, None, D(0)),
    )


def awards() -> tuple[AwardRule, ...]:
    """All nine methods."""
    return (
        AwardRule("总额分配", "pool", "一般", "总额=1800000;因素=人数,等次系数,得分"),
        AwardRule("人均标准", "per_head", "全部", "标准=4000;因素=人数,等次系数;起付线=80"),
        AwardRule("贡献分配", "contribution", ECONOMY, "总额=900000;指标=E01:50,E06:30,E05:20;按=实绩"),
        AwardRule("超额奖励", "excess", "全部", "指标=E19;单位=1;标准=20000;上限=200000"),
        AwardRule("名次奖励", "placing", "全部", "1=50000;2=30000;3=20000"),
        AwardRule("低分扣罚", "low_score", "全部", "标准=200;及格线=80"),
        AwardRule("等次扣罚", "grade_penalty", "全部", "等次=较差;金额=1000"),
        AwardRule("黄红牌扣罚", "card_penalty", "全部", "黄=5000;红=10000"),
        AwardRule("未完成扣罚", "unfinished", "全部", "标准=8000"),
    )


def context(changed: Facts | None = None, final: bool = False) -> ReportContext:
    """The context of the zone, or of changed facts."""
    used = changed or facts()
    if final:
        used = replace(used, state="final")
    return ReportContext.of(used, TODAY, CHAIN, date(2021, 1, 22) if final else None)


def only(kept: Facts, code: str) -> Facts:
    """A year of one department."""
    return replace(
        kept,
        departments=tuple(d for d in kept.departments if d.code == code),
        targets=tuple(t for t in kept.targets if t.department == code),
        actuals=tuple(a for a in kept.actuals if a.department == code),
        tasks=tuple(replace(t, partners=()) for t in kept.tasks if t.lead == code),
        milestones=tuple(m for m in kept.milestones if any(t.code == m.task and t.lead == code for t in kept.tasks)),
        progress=tuple(p for p in kept.progress if any(t.code == p.task and t.lead == code for t in kept.tasks)),
        directives=(),
        ratings=tuple(r for r in kept.ratings if r.department == code),
        self_scores=tuple(s for s in kept.self_scores if s.department == code),
        verdicts=tuple(v for v in kept.verdicts if v.department == code),
        adjustments=tuple(a for a in kept.adjustments if a.department == code),
        decisions=(),
        appeals=tuple(a for a in kept.appeals if a.department == code),
    )


def empty() -> ReportContext:
    """A year that was just opened: nothing in it but its number."""
    return context(Facts(settings=Settings(year=YEAR, unit_name="高新技术产业开发区（示例）")))
