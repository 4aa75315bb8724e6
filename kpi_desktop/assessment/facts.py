"""The facts of one assessment year: plain frozen values, in the order of their sheets.

Field names are the column names of the book's tables; figures are exact (`Decimal`, `Fraction` or `int`, never float);
a blank is None. Nothing here checks anything: what may be entered is refused where it is entered.
"""

from dataclasses import dataclass
from datetime import date

from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.rules import Rule
from kpi_desktop.assessment.settings import Settings

WHOLE_ZONE = "全区"
"""The department of an actual that stands for every bearer without a value of its own."""


@dataclass(frozen=True, slots=True)
class Department:
    """部门. `group` is None only for one that takes no part."""

    code: str
    name: str
    kind: str | None = None
    group: str | None = None
    takes_part: bool = True
    headcount: Exact = 0
    payout_headcount: Exact | None = None
    head: str | None = None
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """考核分组; `separate` is 单独考核."""

    name: str
    separate: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """考核类别. `kind`: scored 计分, bonus 加分, deduction 扣分, veto 否决; `cap` for bonus and deduction."""

    name: str
    kind: str
    economic: bool = False
    cap: Exact | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """分值权重: points of a scored category in a group."""

    group: str
    category: str
    points: Exact


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标. `accumulation`: cumulative, sum, last, average; `cadence`: month, quarter, year; `key` is 重点."""

    code: str
    name: str
    category: str
    unit: str | None
    rule: Rule
    accumulation: str = "cumulative"
    cadence: str = "month"
    source: str | None = None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """责任分解: an indicator laid on a department. Quarter targets are amounts to date."""

    indicator: str
    department: str
    points: Exact
    base: Exact | None = None
    stretch: Exact | None = None
    prior: Exact | None = None
    multiplier: Exact = 1
    q1: Exact | None = None
    half: Exact | None = None
    q3: Exact | None = None


@dataclass(frozen=True, slots=True)
class Actual:
    """实绩 of a month (1-12). `department` may be WHOLE_ZONE; `basis`: preliminary 快报, confirmed 核定."""

    indicator: str
    department: str
    month: int
    value: Exact
    basis: str = "confirmed"
    analysis: str | None = None
    countermeasure: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """任务. `cadence`: week, month, quarter.

    `state`: not_started, in_progress, submitted, finished, suspended, cancelled.
    """

    code: str
    title: str
    category: str
    lead: str
    points: Exact
    partners: tuple[str, ...] = ()
    origin: str | None = None
    document: str | None = None
    basis: str | None = None
    owner: str | None = None
    leader: str | None = None
    standard: str | None = None
    assigned: date | None = None
    start: date | None = None
    due: date | None = None
    cadence: str = "month"
    state: str = "not_started"
    finished: date | None = None
    carried_from: str | None = None
    times_carried: int = 0
    original_year: int | None = None
    original_due: date | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """节点; without `due` it is never late."""

    task: str
    title: str
    due: date | None = None
    weight: Exact = 1
    done: date | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """进展; `percent` is a ratio 0-1 or blank."""

    task: str
    day: date
    percent: Exact | None = None
    narrative: str | None = None
    problem: str | None = None
    next_step: str | None = None


@dataclass(frozen=True, slots=True)
class Directive:
    """督办单 on a task, or on an indicator of a department. `colour`: blue, yellow, red."""

    number: str | None
    task: str | None
    indicator: str | None
    department: str | None
    colour: str
    day: date
    reply_due: date | None = None
    reason: str | None = None
    replied: date | None = None
    reply: str | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """评议: a rater's 0-100; `ballots` equal ballots (票数)."""

    indicator: str
    department: str
    rater: str | None
    rater_department: str | None
    rater_class: str
    score: Exact
    ballots: int = 1


@dataclass(frozen=True, slots=True)
class RaterClass:
    """评委类别."""

    name: str
    weight: Exact


@dataclass(frozen=True, slots=True)
class SelfScore:
    """自评 of one line; `subject` is the code of an indicator or a task."""

    department: str
    subject: str
    share: Exact
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """核定 of one line, 0-1.5."""

    department: str
    subject: str
    share: Exact
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """加减分. `points` positive in bonus and deduction; `treatment` (处理) and `stops_rewards` (停发) for a veto."""

    department: str
    category: str
    points: Exact
    reason: str
    basis: str | None = None
    treatment: str | None = None
    stops_rewards: bool = True


@dataclass(frozen=True, slots=True)
class Project:
    """重点项目: planned and reached dates of 签约, 落地, 开工, 投产."""

    code: str
    name: str
    department: str
    investment: Exact | None = None
    year_plan: Exact | None = None
    year_done: Exact | None = None
    sign_planned: date | None = None
    signed: date | None = None
    land_planned: date | None = None
    landed: date | None = None
    begin_planned: date | None = None
    begun: date | None = None
    produce_planned: date | None = None
    produced: date | None = None


@dataclass(frozen=True, slots=True)
class GradeBand:
    """等次; `group` None: every group without bands of its own. `room` 名额, `room_share` 比例上限."""

    name: str
    group: str | None
    minimum: Exact
    room_share: Exact | None
    room: int | None
    coefficient: Exact


@dataclass(frozen=True, slots=True)
class GradeDecision:
    """等次认定."""

    department: str
    grade: str
    basis: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class AwardRule:
    """奖惩办法.

    `method`: pool, per_head, contribution, excess, placing, low_score, grade_penalty, card_penalty, unfinished.
    `scope` is 全部, 一般 or group names joined by 、; `params` is the text of its parameters, `键=值;键=值`.
    """

    name: str
    method: str
    scope: str = "全部"
    params: str = ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """后果. `trigger`: `等次:不合格`, `督办:红`."""

    trigger: str
    content: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """说明: why a gap of `kind` on `subject` is blank."""

    kind: str
    subject: str
    text: str
    author: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Extension:
    """延期."""

    task: str
    old_due: date | None
    new_due: date
    reason: str
    approver: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Appeal:
    """申诉. `result`: 采纳, 部分采纳, 不采纳, or blank while open."""

    number: str
    department: str
    subject: str | None
    claim: str
    result: str | None = None
    basis: str | None = None
    raised: date | None = None
    decided: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All facts of one year, each kind in the order of its sheet."""

    settings: Settings
    departments: tuple[Department, ...] = ()
    groups: tuple[Group, ...] = ()
    categories: tuple[Category, ...] = ()
    weights: tuple[Weight, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    actuals: tuple[Actual, ...] = ()
    tasks: tuple[Task, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    progress: tuple[Progress, ...] = ()
    directives: tuple[Directive, ...] = ()
    ratings: tuple[Rating, ...] = ()
    rater_classes: tuple[RaterClass, ...] = ()
    self_scores: tuple[SelfScore, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    projects: tuple[Project, ...] = ()
    bands: tuple[GradeBand, ...] = ()
    decisions: tuple[GradeDecision, ...] = ()
    awards: tuple[AwardRule, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    extensions: tuple[Extension, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    state: str = "draft"
    revision: int = 1
