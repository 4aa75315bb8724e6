"""Writes a year as the exchange workbook, by the description of the sheets alone; every figure as typed text."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from openpyxl import Workbook

from kpi_desktop.assessment.facts import Directive, Facts, Project, Rating, Target, Task
from tests.oracle.random_gaps import KINDS

Content = str | int | Decimal | Fraction | bool | date | None
RULES = {
    "completion": "完成率",
    "tiered": "确保力争",
    "growth": "增长率",
    "shortfall": "缺口扣分",
    "reverse": "逆向",
    "bands": "分档",
    "pass": "达标",
    "efficacy": "功效系数",
    "rank": "排名",
    "panel": "评议",
    "curve": "自定义曲线",
}
METHODS = {
    "pool": "总额分配",
    "per_head": "人均标准",
    "contribution": "贡献分配",
    "excess": "超额奖励",
    "placing": "名次奖励",
    "low_score": "低分扣罚",
    "grade_penalty": "等次扣罚",
    "card_penalty": "黄红牌扣罚",
    "unfinished": "未完成扣罚",
}
WORDS = {
    "scored": "计分",
    "bonus": "加分",
    "deduction": "扣分",
    "veto": "否决",
    "cumulative": "累计",
    "sum": "合计",
    "last": "期末",
    "average": "平均",
    "week": "周",
    "month": "月",
    "quarter": "季",
    "year": "年",
    "not_started": "未开展",
    "in_progress": "推进中",
    "submitted": "申请销号",
    "finished": "已销号",
    "suspended": "暂缓",
    "cancelled": "终止",
    "blue": "蓝",
    "yellow": "黄",
    "red": "红",
    "preliminary": "快报",
    "confirmed": "核定",
}


def typed(content: Content) -> str | None:
    """What a person would type into the cell."""
    if content is None:
        return None
    if isinstance(content, bool):
        return "是" if content else "否"
    if isinstance(content, date):
        return content.isoformat()
    if isinstance(content, Decimal):
        return f"{content:f}"
    return str(content)


def percent(share: Decimal | Fraction | int | None) -> str | None:
    """A share as a percentage, or as a fraction where it is no finite decimal."""
    if share is None:
        return None
    if isinstance(share, Fraction):
        return str(share)
    return f"{Decimal(share) * 100:f}%"


def write_workbook(facts: Facts, path: Path) -> None:
    """All sheets that have rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, (columns, rows) in sheets(facts).items():
        sheet = book.create_sheet(name)
        sheet.append(columns.split())
        for row in rows:
            sheet.append([typed(content) for content in row])
    book.save(path)


def sheets(facts: Facts) -> dict[str, tuple[str, Sequence[Sequence[Content]]]]:
    """Columns and rows of every sheet."""
    return {
        "参数": ("名称 值", settings_rows(facts)),
        **scheme_sheets(facts),
        **figure_sheets(facts),
        **task_sheets(facts),
        **decision_sheets(facts),
    }


def settings_rows(facts: Facts) -> list[tuple[str, Content]]:
    """参数."""
    s = facts.settings
    rows: list[tuple[str, Content]] = [
        ("年度", s.year),
        ("分数小数位", s.decimals),
        ("折算", s.scaled),
        ("缺项", s.missing_category),
        ("否决等次", s.veto_grade),
        ("名额取整", s.room_rounding),
        ("名额至少一", s.room_at_least_one),
        ("同分比较", "、".join(s.tie_break)),
        ("督查扣分类别", s.directive_category),
        ("蓝单扣分", s.blue_deduction),
        ("黄单扣分", s.yellow_deduction),
        ("红单扣分", s.red_deduction),
        ("督查扣分就高", s.highest_only),
        ("协办扣分比例", percent(s.partner_deduction)),
        ("协办分值比例", percent(s.partner_points)),
        ("迟延得分率", percent(s.late_share)),
        ("进度黄线", percent(s.yellow_line)),
        ("进度红线", percent(s.red_line)),
        ("兑现单位", s.payout_unit),
        ("及格线", s.pass_line),
        ("扣罚以奖励为限", s.penalties_within_rewards),
    ]
    return [(name, content) for name, content in rows if content is not None]


def scheme_sheets(facts: Facts) -> dict[str, tuple[str, Sequence[Sequence[Content]]]]:
    """部门, 分组, 类别, 权重, 指标, 评委类别, 等次."""
    return {
        "部门": (
            "编码 名称 分组 参评 人数 折算人数",
            [(d.code, d.name, d.group, d.takes_part, d.headcount, d.payout_headcount) for d in facts.departments],
        ),
        "分组": ("分组 单独考核", [(group.name, group.separate) for group in facts.groups]),
        "类别": ("类别 性质 经济 上限", [(c.name, WORDS[c.kind], c.economic, c.cap) for c in facts.categories]),
        "权重": ("分组 类别 分值", [(weight.group, weight.category, weight.points) for weight in facts.weights]),
        "指标": (
            "编码 名称 类别 单位 计分办法 参数 累计方式 报送周期 数据来源 重点",
            [
                (
                    *(i.code, i.name, i.category, i.unit, RULES[i.rule.code], i.rule.params or None),
                    *(WORDS[i.accumulation], WORDS[i.cadence], i.source, i.key),
                )
                for i in facts.indicators
            ],
        ),
        "评委类别": ("类别 权重", [(rater_class.name, rater_class.weight) for rater_class in facts.rater_classes]),
        "等次": (
            "等次 分组 最低分 比例上限 名额 系数",
            [(b.name, b.group, b.minimum, percent(b.room_share), b.room, b.coefficient) for b in facts.bands],
        ),
    }


def target_row(t: Target) -> Sequence[Content]:
    """A row of 责任分解."""
    return (t.indicator, t.department, t.points, t.base, t.stretch, t.prior, t.multiplier, t.q1, t.half, t.q3)


def rating_row(r: Rating) -> Sequence[Content]:
    """A row of 评议."""
    return (r.indicator, r.department, r.rater, r.rater_department, r.rater_class, r.score, r.ballots)


def project_row(p: Project) -> Sequence[Content]:
    """A row of 项目."""
    dates = (
        p.sign_planned,
        p.signed,
        p.land_planned,
        p.landed,
        p.begin_planned,
        p.begun,
        p.produce_planned,
        p.produced,
    )
    return (p.code, p.name, p.department, *dates)


def figure_sheets(facts: Facts) -> dict[str, tuple[str, Sequence[Sequence[Content]]]]:
    """责任分解, 实绩, 评议, 项目."""
    return {
        "责任分解": (
            "指标编码 部门编码 分值 确保目标 力争目标 上年实绩 系数 一季度目标 半年目标 三季度目标",
            [target_row(target) for target in facts.targets],
        ),
        "实绩": (
            "指标编码 部门编码 月份 数值 口径",
            [(a.indicator, a.department, a.month, a.value, WORDS[a.basis]) for a in facts.actuals],
        ),
        "评议": (
            "指标编码 部门编码 评委 评委部门 评委类别 分数 票数",
            [rating_row(rating) for rating in facts.ratings],
        ),
        "项目": (
            "编码 名称 部门编码 计划签约 签约日期 计划落地 落地日期 计划开工 开工日期 计划投产 投产日期",
            [project_row(project) for project in facts.projects],
        ),
    }


def task_row(t: Task) -> Sequence[Content]:
    """A row of 任务."""
    words = (t.standard, WORDS[t.cadence], WORDS[t.state], t.finished, t.carried_from, t.times_carried)
    partners = "、".join(t.partners) or None
    return (t.code, t.title, t.category, t.lead, t.points, partners, t.basis, t.start, t.due, *words)


def directive_row(d: Directive) -> Sequence[Content]:
    """A row of 督办单."""
    return (d.number, d.task, d.indicator, d.department, WORDS[d.colour], d.day, d.replied, d.reply)


def task_sheets(facts: Facts) -> dict[str, tuple[str, Sequence[Sequence[Content]]]]:
    """任务, 节点, 进展, 督办单."""
    return {
        "任务": (
            "编码 名称 类别 牵头部门 分值 协办部门 依据 开始日期 期限 完成标准 报送周期 状态 完成日期 结转自 结转次数",
            [task_row(task) for task in facts.tasks],
        ),
        "节点": (
            "任务编码 节点 期限 权重 完成日期",
            [(m.task, m.title, m.due, m.weight, m.done) for m in facts.milestones],
        ),
        "进展": (
            "任务编码 日期 完成比例 进展情况",
            [(p.task, p.day, percent(p.percent), f"第{place}条") for place, p in enumerate(facts.progress)],
        ),
        "督办单": (
            "编号 任务编码 指标编码 部门编码 级别 日期 回复日期 回复内容",
            [directive_row(found) for found in facts.directives],
        ),
    }


def decision_sheets(facts: Facts) -> dict[str, tuple[str, Sequence[Sequence[Content]]]]:
    """核定, 加减分, 等次认定, 奖惩, 后果, 说明, 申诉."""
    vetoes = [category.name for category in facts.categories if category.kind == "veto"]
    return {
        "核定": (
            "部门编码 对象 得分率 依据",
            [(v.department, v.subject, percent(v.share), v.basis) for v in facts.verdicts],
        ),
        "加减分": (
            "部门编码 类别 分值 事由 处理 停发",
            [
                (
                    *(a.department, a.category, a.points, f"{a.reason}{place}", a.treatment),
                    a.stops_rewards if a.category in vetoes else None,
                )
                for place, a in enumerate(facts.adjustments)
            ],
        ),
        "等次认定": ("部门编码 等次 依据", [(d.department, d.grade, d.basis) for d in facts.decisions]),
        "奖惩": ("名称 办法 范围 参数", [(a.name, METHODS[a.method], a.scope, a.params) for a in facts.awards]),
        "后果": ("触发 内容", [(found.trigger, found.content) for found in facts.consequences]),
        "说明": (
            "类型 对象 说明",
            [
                (KINDS[one.kind] if place % 2 else one.kind, one.subject, one.text)
                for place, one in enumerate(facts.explanations)
            ],
        ),
        "申诉": (
            "编号 部门编码 诉求 处理结果",
            [(one.number, one.department, one.claim, one.result) for one in facts.appeals],
        ),
    }
