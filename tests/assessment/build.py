"""Small makers of facts, so that a test shows only what it is about.

`a_year(department("D1"), scored("D1", 90), …)` sorts whatever it is given into the facts of 2020. Unless told otherwise
departments are in the group 甲, which gives the category 工作 its 100 points and 经济 none: `scored` sets a total, and
indicators bear on rewards and lights alone.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kpi_desktop.assessment import facts as kinds
from kpi_desktop.assessment.facts import (
    Actual,
    Adjustment,
    AwardRule,
    Category,
    Department,
    Directive,
    Facts,
    GradeBand,
    Group,
    Indicator,
    Target,
    Task,
    Verdict,
    Weight,
)
from kpi_desktop.assessment.names import AWARD_METHODS, COLOURS, code_of
from kpi_desktop.assessment.rewards import Rewards, rewards
from kpi_desktop.assessment.rules import parse_rule
from kpi_desktop.assessment.scoring import score
from kpi_desktop.assessment.settings import Settings

WORK, ECONOMY, VETO = "工作", "经济", "否决"
CATEGORIES = (Category(ECONOMY, "scored", economic=True), Category(WORK, "scored"), Category(VETO, "veto"))
FIELD_OF = {
    kinds.Department: "departments",
    kinds.Group: "groups",
    kinds.Category: "categories",
    kinds.Weight: "weights",
    kinds.Indicator: "indicators",
    kinds.Target: "targets",
    kinds.Actual: "actuals",
    kinds.Task: "tasks",
    kinds.Milestone: "milestones",
    kinds.Progress: "progress",
    kinds.Directive: "directives",
    kinds.Rating: "ratings",
    kinds.RaterClass: "rater_classes",
    kinds.SelfScore: "self_scores",
    kinds.Verdict: "verdicts",
    kinds.Adjustment: "adjustments",
    kinds.Project: "projects",
    kinds.GradeBand: "bands",
    kinds.GradeDecision: "decisions",
    kinds.AwardRule: "awards",
    kinds.Consequence: "consequences",
    kinds.Explanation: "explanations",
    kinds.Extension: "extensions",
    kinds.Appeal: "appeals",
}


def on(text: str) -> date:
    """A date: `2020-03-31`."""
    return date.fromisoformat(text)


def exactly(value: object) -> Decimal:
    """A figure from text or a whole number; never from a float."""
    assert not isinstance(value, float)
    return value if isinstance(value, Decimal) else Decimal(value)  # type: ignore[arg-type]


def a_year(*parts: object, **settings: object) -> Facts:
    """The facts of 2020 made of `parts`: values of any kind, or tuples of them. Keywords are settings."""
    found: dict[str, list] = {}
    for part in flat(parts):
        found.setdefault(FIELD_OF[type(part)], []).append(part)
    found.setdefault("categories", list(CATEGORIES))
    if "groups" not in found:
        names = dict.fromkeys(d.group for d in found.get("departments", ()) if d.group)
        found["groups"] = [Group(name) for name in names]
    if "weights" not in found:
        found["weights"] = [Weight(group.name, WORK, Decimal(100)) for group in found["groups"]]
    return Facts(settings=Settings(**{"year": 2020, **settings}), **{name: tuple(each) for name, each in found.items()})


def flat(parts: Iterable[object]) -> Iterable[object]:
    """`parts` with tuples opened."""
    for part in parts:
        if type(part) is tuple:
            yield from flat(part)
        else:
            yield part


def department(code: str, headcount: object = 10, group: str | None = "甲", **rest: object) -> Department:
    """A department of the group 甲."""
    return Department(code, f"{code}局", group=group, headcount=exactly(headcount), **rest)


def scored(code: str, total: object) -> tuple[Task, Verdict]:
    """What gives a department exactly that total (0 to 150): one task of all its points, and a verdict on it."""
    made = Task(f"{code}-总分", "全年工作", WORK, code, Decimal(100), state="in_progress", start=date(2020, 1, 1))
    made = replace(made, due=date(2020, 12, 31), standard="做完", state="finished", finished=date(2020, 12, 31))
    return made, Verdict(code, made.code, exactly(total) / 100, "会议")


def indicator(code: str, rule: str = "completion", params: str = "", **rest: object) -> Indicator:
    """An indicator of 经济."""
    return Indicator(code, f"{code}指标", ECONOMY, rest.pop("unit", None), parse_rule(rule, params), **rest)


def target(code: str, of: str, base: object = None, **rest: object) -> Target:
    """An indicator laid on a department with 10 points; figures may be text."""
    given = {name: value if value is None else exactly(value) for name, value in rest.items()}
    return Target(code, of, given.pop("points", Decimal(10)), None if base is None else exactly(base), **given)


def actual(code: str, of: str, value: object, month: int = 12, **rest: object) -> Actual:
    """A month's value, December's by default."""
    return Actual(code, of, month, exactly(value), **rest)


def borne(code: str, of: str, base: object, value: object, **rest: object) -> tuple[Target, Actual]:
    """An indicator laid on a department, and what it reached by December."""
    return target(code, of, base, **rest), actual(code, of, value)


def task(code: str, lead: str = "D1", **rest: object) -> Task:
    """A task under way with a standard and the year to do it in."""
    usual = {"standard": "做完", "start": date(2020, 1, 1), "due": date(2020, 12, 31), "state": "in_progress"}
    given = {"category": WORK, "points": Decimal(0), **usual, **rest}
    return Task(code, f"{code}任务", lead=lead, **given)


def card(colour: str, on: str | None = None, day: date = date(2020, 6, 1), **rest: object) -> Directive:
    """A directive, 蓝 黄 or 红, on a task; with `indicator` and `department` on a target."""
    given = {"number": None, "indicator": None, "department": None, **rest}
    return Directive(task=on, colour=code_of(COLOURS, colour), day=day, **given)


def award(method: str, params: str, scope: str = "全部", name: str | None = None) -> AwardRule:
    """A reward or penalty by its Chinese method, named like it unless told."""
    return AwardRule(name or method, code_of(AWARD_METHODS, method), scope, params)


def band(name: str, minimum: object, coefficient: object, group: str | None = None, **rest: object) -> GradeBand:
    """A grade band."""
    given = {"room_share": None, "room": None, **rest}
    return GradeBand(name, group, exactly(minimum), given["room_share"], given["room"], exactly(coefficient))


def veto(of: str, **rest: object) -> Adjustment:
    """A veto entry."""
    return Adjustment(of, VETO, Decimal(0), "安全事故", **rest)


BANDS = (band("优秀", 90, "1.2"), band("良好", 80, "1"), band("合格", 60, "0.8"), band("不合格", 0, "0"))


def paid(*parts: object, **settings: object) -> Rewards:
    """The rewards of the year made of `parts`."""
    return rewards(score(a_year(*parts, **settings)))


def amounts(found: Rewards, rule: str) -> dict[str, str]:
    """What one rule gives to each department that gets something, as text."""
    return {each.code: str(each.amount(rule)) for each in found.departments if each.amount(rule)}
