"""Codes that are stored and the Chinese names that people read, in the order of their choice lists.

Each map goes from code to name; `code_of` goes back.
"""

from collections.abc import Mapping

from kpi_desktop.assessment.rules import RULES

CATEGORY_KINDS: Mapping[str, str] = {"scored": "计分", "bonus": "加分", "deduction": "扣分", "veto": "否决"}
"""性质 of a category."""

RULE_NAMES: Mapping[str, str] = {code: rule.name for code, rule in RULES.items()}
"""计分办法."""

ACCUMULATIONS: Mapping[str, str] = {"cumulative": "累计", "sum": "合计", "last": "期末", "average": "平均"}
"""累计方式."""

INDICATOR_CADENCES: Mapping[str, str] = {"month": "月", "quarter": "季", "year": "年"}
"""报送周期 of an indicator."""

BASES: Mapping[str, str] = {"preliminary": "快报", "confirmed": "核定"}
"""口径 of a month's value."""

TASK_CADENCES: Mapping[str, str] = {"week": "周", "month": "月", "quarter": "季"}
"""报送周期 of a task."""

TASK_STATES: Mapping[str, str] = {
    "not_started": "未开展",
    "in_progress": "推进中",
    "submitted": "申请销号",
    "finished": "已销号",
    "suspended": "暂缓",
    "cancelled": "终止",
}
"""状态 of a task."""

COLOURS: Mapping[str, str] = {"blue": "蓝", "yellow": "黄", "red": "红"}
"""级别 of a directive."""

AWARD_METHODS: Mapping[str, str] = {
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
"""办法 of a reward or penalty."""

YEAR_STATES: Mapping[str, str] = {
    "draft": "编制",
    "running": "执行",
    "assessing": "考核",
    "review": "复核",
    "final": "定稿",
}
"""Course of a year."""

GAPS: Mapping[str, str] = {
    "no_result": "无结果",
    "no_line": "缺项",
    "no_report": "缺报",
    "no_due_date": "无期限",
    "no_standard": "无完成标准",
    "unanswered": "督办未回复",
    "unrated": "未评议",
    "appeal_open": "申诉未决",
    "undecided": "待定",
    "preliminary": "快报未核定",
    "unassigned": "未落实",
    "points": "分值不符",
}
"""Kinds of gaps in the year-end check (类型 in 说明)."""

APPEAL_RESULTS = ("采纳", "部分采纳", "不采纳")
"""处理结果 of an appeal, stored as it is read."""

ONE_LOWER = "降一档"
"""处理 of a veto: one grade below what the score alone earns."""

SCOPE_ALL = "全部"
SCOPE_GENERAL = "一般"
"""范围 of an award rule besides names of groups."""

TRIGGER_GRADE = "等次"
TRIGGER_DIRECTIVE = "督办"
"""What a consequence hangs on: `等次:不合格`, `督办:红`."""

SOURCE_INDICATOR = "指标"
SOURCE_PROJECTS = "项目"
"""数据来源 that fetch: `指标:E01`, `项目:签约率`."""

PROJECT_RATES = ("签约率", "落地率", "开工率", "投产率")
"""The four rates of projects that an indicator may fetch."""


def code_of(names: Mapping[str, str], name: str) -> str:
    """The code that `names` reads as `name`. KeyError where there is none."""
    for code, known in names.items():
        if known == name:
            return code
    raise KeyError(name)
