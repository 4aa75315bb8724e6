"""Answers of the verbs as tables for people."""

from collections.abc import Sequence
from datetime import date

from kpi_desktop.assessment.lights import TargetLight, TaskLight
from kpi_desktop.assessment.results import Assessment, GroupResult
from kpi_desktop.assessment.rewards import Rewards
from kpi_desktop.cli.console import say, show_table

LIGHT_WORDS = {"red": "红", "yellow": "黄", "green": "绿", "grey": "灰"}


def show_ranking(assessment: Assessment) -> None:
    """One table a group: rank, department, category scores, total, grade."""
    for group in assessment.groups:
        _show_group(assessment.facts.settings.year, group)


def _show_group(year: int, group: GroupResult) -> None:
    if not group.departments:
        return
    names = list(dict.fromkeys(c.category.name for result in group.departments for c in result.categories))
    rows = []
    for result in group.departments:
        scores = {category.category.name: f"{category.score:f}" for category in result.categories}
        marks = [result.grade or "", "待定" if result.undecided else "", "一票否决" if result.vetoed else ""]
        change = f"{result.bonus - result.deduction:+f}" if result.bonus or result.deduction else ""
        middle = [scores.get(name, "—") for name in names]
        rows.append(
            [str(result.rank), result.name, *middle, change, f"{result.total:f}", " ".join(filter(None, marks))]
        )
    separate = "(单独考核)" if group.group.separate else ""
    headings = ["名次", "部门", *names, "加减分", "总分", "等次"]
    show_table(f"{year} 年度考核结果 · {group.group.name}{separate}", headings, rows, [0, *range(2, len(names) + 4)])


def show_rewards(year: int, money: Rewards) -> None:
    """Per department: rewards, penalties, net, consequences; then per rule what was planned and paid."""
    rows = [
        [
            each.department.name,
            f"{each.rewards:,f}",
            f"{each.penalties:,f}",
            f"{each.net:,f}",
            "、".join(each.consequences),
        ]
        for each in money.departments
    ]
    total = ["合计", *(f"{sum(getattr(d, field) for d in money.departments):,f}" for field in SUMS), ""]
    show_table(f"{year} 年度奖惩兑现（元）", ["部门", "奖励", "扣罚", "净额", "其他"], [*rows, total], [1, 2, 3])
    rules = [
        [
            outcome.rule.name,
            "—" if outcome.planned is None else f"{outcome.planned:,f}",
            f"{outcome.distributed:,f}",
            "—" if outcome.undistributed is None else f"{outcome.undistributed:,f}",
        ]
        for outcome in money.rules
    ]
    show_table("各项办法（元）", ["办法", "计划", "已分配", "未分配"], rules, [1, 2, 3])


SUMS = ("rewards", "penalties", "net")


def show_lights(day: date, tasks: Sequence[TaskLight], targets: Sequence[TargetLight]) -> None:
    """Tasks and targets that are not green, with their reasons."""
    both: tuple[tuple[str, Sequence[TaskLight | TargetLight]], ...] = (("任务", tasks), ("指标", targets))
    for title, found in both:
        rows = [
            [LIGHT_WORDS[light.light], _subject(light), ";".join(light.details)]
            for light in sorted(found, key=lambda light: list(LIGHT_WORDS).index(light.light))
            if light.light in ("red", "yellow")
        ]
        show_table(f"{title}亮灯 · {day}", ["灯", title, "原因"], rows)
        counts = "、".join(f"{word} {sum(each.light == code for each in found)}" for code, word in LIGHT_WORDS.items())
        say(f"{title} {len(found)} 项：{counts}\n")


def _subject(light: TaskLight | TargetLight) -> str:
    if isinstance(light, TaskLight):
        return f"{light.task.code} {light.task.title}"
    return f"{light.target.indicator} {light.indicator.name} · {light.target.department}"
